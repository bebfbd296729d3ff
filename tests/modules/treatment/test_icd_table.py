"""The Ministry's table of 29 columns: taken whole or not, in force from its day, nothing overwritten."""

from datetime import date, timedelta

import pytest

from facility_app.kernel.sex import Sex
from facility_app.modules.access.domain.grants import GrantKind
from facility_app.modules.treatment.queries.icd import IcdCodes
from facility_app.modules.treatment.queries.icd_file import read_icd_file
from facility_app.modules.treatment.queries.record import list_diagnoses, search_diagnoses
from facility_app.modules.treatment.service.icd import ImportIcd, import_icd
from facility_app.modules.treatment.service.notes import Diagnose, diagnose, diagnose_hiv
from facility_app.modules.treatment.ui.record_forms import choice_of
from facility_app.sheets.workbook import Book, read_book
from tests.helpers.cases import each
from tests.modules.treatment.ward import ADMITTED, HEAD, NOW, Ward
from tests.sheets.made import xlsx_of

TODAY = NOW.date()
HEADS = [f"CỘT {number}" for number in range(1, 20)] + ["DISEASE NAME", "TÊN BỆNH", "FULL NAME", "TÊN ĐẦY ĐỦ"]
HEADS += [f"CỜ {number}" for number in range(24, 30)]
NUMBERS = list(range(1, 30))


def line(code: str, text: str, *flags: int, plain: str | None = None) -> list[object]:
    """A row of the table; ``flags`` are columns as people count them."""
    names = [code, code.replace(".", "") if plain is None else plain, f"Name of {code}", text, None, None]
    return ["I", *[None] * 16, *names, *(1 if number in flags else None for number in range(24, 30))]


ROWS = (
    line("F11", "Rối loạn do dạng thuốc phiện", 26),
    line("F11.2", "Hội chứng nghiện dạng thuốc phiện"),
    line("F15.5", "Loạn thần do chất kích thích", 24),
    line("O80.0", "Đẻ thường", 28),
    line("N40", "Tăng sản tuyến tiền liệt", 29),
    line("R96.0", "Đột tử", 27),
    line("B24†", "Bệnh do virus gây suy giảm miễn dịch ở người", plain="B24†"),
    line("Z83.0", "Tiền sử gia đình bị HIV"),
)


def table(*rows: list[object], name: str = "bảng mã.xlsx") -> Book:
    return read_book(xlsx_of([HEADS, NUMBERS, *rows]), name)


def take(ward: Ward, *rows: list[object], on: date = TODAY) -> None:
    ward.write(import_icd, ImportIcd(table(*rows), on))


def name_of(ward: Ward, code: str, on: date) -> str | None:
    with ward.facility.database.read(ward.actor()) as uow:
        found = IcdCodes(uow.session, uow.ports.shelf).book(code, on).find(code, on)
        return None if found is None else str(found.text)


def test_a_table_takes_over_from_its_day_and_the_codes_before_stay_for_the_days_before(ward: Ward) -> None:
    before = name_of(ward, "F11.2", TODAY)
    ward.write(diagnose, Diagnose(ward["duc"], "F11.2"))
    take(ward, *ROWS)
    assert ward.sql("SELECT count(*) FROM icd_table_code") == [(len(ROWS),)]
    assert name_of(ward, "f112", TODAY) == "Hội chứng nghiện dạng thuốc phiện"
    assert name_of(ward, "F11.2", TODAY - timedelta(days=1)) == before
    later = TODAY + timedelta(days=30)
    take(ward, line("F11.2", "Tên mới"), on=later)
    assert name_of(ward, "F11.2", later) == "Tên mới"
    assert name_of(ward, "F11.2", later - timedelta(days=1)) == "Hội chứng nghiện dạng thuốc phiện"
    assert ward.read(list_diagnoses, ward["duc"])[0].text == before, "a diagnosis keeps the name it was written by"
    assert ward.sql("SELECT count(*) FROM icd_table_code") == [(len(ROWS) + 1,)], "nothing was overwritten"
    assert ("treatment.import_icd",) in ward.sql("SELECT verb FROM audit_entry")


def test_a_table_for_the_same_day_puts_the_earlier_one_right_and_the_same_one_is_refused(ward: Ward) -> None:
    take(ward, *ROWS)
    assert ward.refused(import_icd, ImportIcd(table(*ROWS), TODAY)).code == "icd_table_there"
    ward.later(1)
    take(ward, line("F11.2", "Tên đã sửa"))
    assert name_of(ward, "F11.2", TODAY) == "Tên đã sửa"


def test_only_codes_of_the_table_are_chosen_and_its_flags_hold(ward: Ward) -> None:
    take(ward, *ROWS)
    wanted = {
        ("duc", "F11"): "icd_unusable", ("duc", "R96.0"): "icd_death_only", ("duc", "F15.5"): "icd_not_main",
        ("duc", "O80.0"): "icd_sex", ("hoa", "N40"): "icd_sex", ("duc", "F20"): "icd_unknown",
        ("duc", "B24"): "icd_private", ("duc", "Z83.0"): "icd_private",
    }  # fmt: skip
    told = {key: ward.refused(diagnose, Diagnose(ward[key[0]], key[1], is_main=True)).code for key in wanted}
    assert told == wanted
    ward.write(diagnose, Diagnose(ward["duc"], "F11.2", is_main=True))
    ward.write(diagnose, Diagnose(ward["duc"], "F15.5"))
    ward.write(diagnose, Diagnose(ward["hoa"], "O80.0"))


def test_what_tells_hiv_by_its_name_is_written_behind_the_wall(ward: Ward) -> None:
    take(ward, *ROWS)
    ward.grant(GrantKind.HIV_TREATING)
    for code in ("B24", "Z83.0"):
        ward.write(diagnose_hiv, Diagnose(ward["duc"], code, purpose="điều trị"))
    assert ward.refused(diagnose_hiv, Diagnose(ward["duc"], "F11.2", purpose="x")).code == "icd_not_private"
    assert ward.read(list_diagnoses, ward["duc"]) == ()
    private = {one.code for one in ward.read(search_diagnoses, "", TODAY) if one.is_private}
    assert private == {"B24", "Z83.0"}


@pytest.fixture
def held(ward: Ward) -> Ward:
    """A ward with the table in force."""
    take(ward, *ROWS)
    return ward


@each(
    ("typed", "sex", "codes"),
    [
        ("hoi chung NGHIEN", None, ["F11.2"]),
        ("f112", None, ["F11.2"]),
        ("f11", None, ["F11.2"]),
        ("name of n40", Sex.MALE, ["N40"]),
        ("name of n40", Sex.FEMALE, []),
        ("de thuong", Sex.MALE, []),
        ("dot tu", None, []),
        ("nghien%", None, ["F11.2"]),
        ("n_hien", None, []),
    ],
)
def test_codes_of_the_table_are_found_without_marks_by_all_words(
    held: Ward, typed: str, sex: Sex | None, codes: list[str]
) -> None:
    assert [one.code for one in held.read(search_diagnoses, typed, TODAY, sex)] == codes


def test_a_table_with_a_fault_is_not_taken_and_each_cell_is_named(ward: Ward) -> None:
    bad_flag = line("A00.0", "Tả")
    bad_flag[23] = "có"
    rows = [
        line("A000", "Tả"), line("A01.0", "Thương hàn", plain="A01"), line("A02.0", ""), bad_flag,
        line("A03.0", "Lỵ", 28, 29), line("A04.0", "Ruột"), line("A04.0", "Ruột"),
    ]  # fmt: skip
    book = table(line("A09", "Tiêu chảy"), *rows)
    found = ward.read(read_icd_file, book)
    assert [(one.row + 1, one.column) for one in found.marks] == [
        (4, 17), (5, 18), (6, 20), (7, 23), (8, 28), (10, 17),
    ]  # fmt: skip
    assert ward.refused(import_icd, ImportIcd(book, TODAY)).code == "file_has_faults"
    first = ward.read(read_icd_file, table(line("A000", "Tả"), line("A09", "Tiêu chảy")))
    assert [(one.row + 1, one.column) for one in first.marks] == [(3, 17)], "a bad first line is no head"
    assert ward.sql("SELECT count(*) FROM icd_table") == [(0,)]


def test_a_file_that_is_another_table_is_refused_whole(ward: Ward) -> None:
    shifted = read_book(xlsx_of([HEADS[1:], line("A09", "Tiêu chảy")[1:]]), "a.xlsx")
    nameless = read_book(xlsx_of([NUMBERS, line("A09", "Tiêu chảy")]), "a.xlsx")
    assert ward.refused(import_icd, ImportIcd(shifted, TODAY)).code == "icd_not_the_table"
    assert ward.refused(import_icd, ImportIcd(nameless, TODAY)).code == "icd_no_names"
    assert ward.refused(import_icd, ImportIcd(table(*ROWS), TODAY), by=HEAD).code == "permission_denied"


def test_what_should_not_be_the_main_diagnosis_says_so_before_it_is_chosen(held: Ward) -> None:
    take(held, line("A09", "Tiêu chảy", 25), line("A41", "Nhiễm khuẩn huyết", 24), on=TODAY + timedelta(days=1))
    found = held.read(search_diagnoses, "", TODAY + timedelta(days=1))
    said = {one.id: one.quiet for one in map(choice_of, found)}
    assert said == {"A09": "A09 · không nên là bệnh chính", "A41": "A41 · không được là bệnh chính"}


def test_one_lookup_reads_one_row(ward: Ward) -> None:
    take(ward, *ROWS)
    with ward.facility.database.read(ward.actor()) as uow:
        assert set(IcdCodes(uow.session, uow.ports.shelf).book("F11.2", ADMITTED + timedelta(days=90)).codes) == {
            "F11.2"
        }
