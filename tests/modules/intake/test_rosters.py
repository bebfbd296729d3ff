"""Rosters as facilities have them: every row and every fault, cell by cell.

Written by LibreOffice (02, 08, 09, 13), by XlsxWriter (01, 07, 10, 11, 12) and by hand (03, 04, 05, 06, 14).
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from facility_app.kernel.actor import Role
from facility_app.modules.intake.domain.roster import RosterChoices
from facility_app.modules.intake.domain.roster_fields import FIELD_LABELS, RosterField
from facility_app.modules.intake.queries.roster import PreviewRow, RosterPreview, preview_roster
from facility_app.modules.intake.ui.roster_said import remarks_text
from facility_app.sheets.reading.grid import letters
from facility_app.sheets.workbook import open_book
from tests.helpers.facility import Facility
from tests.modules.intake.conftest import opened
from tests.modules.intake.lists import AN, BINH, book
from tests.modules.stays.house import House

ROSTERS = Path(__file__).parent / "rosters"
ADULT, PUBLIC, NO_STAY = "COMPULSORY_ADULT", "VOLUNTARY_PUBLIC", ""

PEOPLE: dict[str, list[tuple[int, str, str, str, str, str, str, int]]] = {
    "01-tieu-de-giua.xlsx": [
        (8, "Nguyễn Văn An", "1990-05-17", "male", "001090001234", "12 QĐ-TA", ADULT, 24),
        (9, "Trần Thị Bình", "1988-12-02", "female", "001188005678", "13 QĐ-TA", ADULT, 24),
        (10, "Lò Văn Chiến", "1985", "male", "", "14 QĐ-TA", ADULT, 24),
    ],
    "02-hai-dong-tieu-de.xlsx": [
        (5, "Phạm Quốc Dũng", "1991-02-03", "male", "001091002222", "21 QĐ-TA", ADULT, 24),
        (6, "Hoàng Thị Én", "1995", "female", "012345678", "22 QĐ-TA", ADULT, 36),
    ],
    "03-khong-dau.csv": [(2, "Nguyen Van Hai", "1992", "male", "001092004444", "31 QD-TA", ADULT, 24)],
    "04-bom.csv": [(2, "Đỗ Minh Khang", "1993-05-17", "male", "001093006666", "41/2026 QĐ-TA", ADULT, 24)],
    "05-windows-1258.dat": [
        (2, "Lý Thị Oanh", "1997", "female", "", "", NO_STAY, 0),
        (3, "Đặng Văn Phúc", "1989", "male", "", "", NO_STAY, 0),
    ],
    "06-utf16.dat": [(2, "Bùi Văn Quang", "1990-02-01", "male", "001090008888", "3 QĐ-CAP", PUBLIC, 24)],
    "07-vni.xlsx": [
        (2, "Nguyễn Văn Đức", "1987", "male", "", "", NO_STAY, 0),
        (3, "Trần Thị Hoa", "1990", "female", "", "", NO_STAY, 0),
    ],
    "08-tcvn3.xls": [
        (2, "Nguyễn Văn Đức", "1986", "male", "", "", NO_STAY, 0),
        (3, "Trần Thị Hồng", "1991", "female", "", "", NO_STAY, 0),
    ],
    "09-nam-nu.ods": [
        (3, "Lê Văn Tài", "1984", "male", "", "", NO_STAY, 0),
        (4, "Phan Thị Uyên", "1996", "female", "", "", NO_STAY, 0),
    ],
    "10-nhieu-loi.xlsx": [(8, "Đinh Văn Bắc", "1990", "male", "001090000004", "56 QĐ-TA", ADULT, 24)],
    "11-gop-o-ten.xlsx": [
        (2, "Đặng Văn Cường", "1980", "male", "", "", NO_STAY, 0),
        (3, "Đoàn Thị Diễm", "1982", "female", "", "", NO_STAY, 0),
        (4, "Đinh Công Đạt", "1983", "male", "", "", NO_STAY, 0),
    ],
    "12-ngay-la-so.xlsx": [
        (2, "Hồ Văn Em", "1990-05-17", "male", "001090001111", "61 QĐ-TA", ADULT, 24),
        (3, "Hứa Văn Gấm", "1988-06-05", "male", "001088001112", "62 QĐ-TA", ADULT, 24),
        (4, "Quách Văn Hiền", "1985", "male", "001085001113", "63 QĐ-TA", ADULT, 24),
    ],
    "13-luat-cu.xls": [
        (2, "Võ Văn Ích", "1978-10-20", "male", "012345678", "7 QĐ-TA", ADULT, 18),
        (3, "Mạc Văn Kiên", "1991-11-11", "male", "011223344", "8 QĐ-TA", ADULT, 18),
    ],
    "14-duoi-sai.xlsx": [(2, "Chu Văn Lợi", "1999-09-09", "male", "", "", NO_STAY, 0)],
}
"""File → row, name, birth, sex, number, decision, type and months of every row that would be written."""

FAULTS: dict[str, dict[str, str]] = {
    "02-hai-dong-tieu-de.xlsx": {"L7": "Thiếu Ngày vào cơ sở"},
    "03-khong-dau.csv": {"C3": "“92” không đúng dạng"},
    "04-bom.csv": {"B3": "không có ngày này trong lịch"},
    "06-utf16.dat": {"E3": "không rõ là diện nào"},
    "09-nam-nu.ods": {"C5": "Thiếu Tên", "E5": "Cả hai cột Nam và Nữ"},
    "10-nhieu-loi.xlsx": {
        "A2": "họ tên chỉ gồm chữ",
        "B2": "không có ngày này trong lịch",
        "C2": "Hãy ghi Nam hoặc Nữ",
        "D2": "bảng tính đã làm tròn số này",
        "E2": "đã đổi số quyết định thành ngày 12/03/2026",
        "H2": "không rõ là mấy tháng",
        "A3": "Thiếu Họ và tên",
        "I4": "muộn hơn 01/02/2027. Hãy kiểm tra",
        "D5": "trùng với dòng 4",
        "B6": "lỗi công thức #N/A",
        "D6": "có 5 chữ số",
        "F6": "Thiếu Ngày quyết định",
        "G6": "Thiếu Cơ quan ra quyết định",
        "B7": "Ngày 15/08/2027 muộn hơn",
        "I7": "chưa đủ ngày, tháng, năm",
    },
}
"""File → cell → what is said of it; no other cell is refused."""

DOUBTS: dict[str, dict[str, str]] = {
    "01-tieu-de-giua.xlsx": {"M9": "24 tháng từ 01/08/2026 là 01/08/2028"},
    "09-nam-nu.ods": {"I5": "không phải số điện thoại"},
    "12-ngay-la-so.xlsx": {
        "B2": "là ngày 17/05/1990",
        "F2": "là ngày 30/07/2026",
        "I2": "là ngày 01/08/2026",
        "B4": "đã đọc là năm 1985",
    },
    "13-luat-cu.xls": {"F2": "lớp 9/12", "G3": "không có trong danh mục Tôn giáo"},
}
"""File → cell → what should be looked at, of rows with a stay and of faulty ones; nothing else is doubted."""


@pytest.fixture(scope="module")
def previews(
    intake_pattern: Facility, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, RosterPreview]]:
    """Every roster looked at once; nothing is written."""
    for house in opened(intake_pattern, tmp_path_factory.mktemp("rosters") / "facility"):
        files = sorted(ROSTERS.iterdir())
        yield {file.name: looked(house, file) for file in files}


def looked(house: House, file: Path) -> RosterPreview:
    return house.read(preview_roster, open_book(file), RosterChoices(), by=(Role.INTAKE,))


def shown(row: PreviewRow) -> tuple[int, str, str, str, str, str, str, int]:
    assert row.person is not None
    person, stay = row.person.person, row.stay
    born = str(person.birth_on or person.birth_year)
    number = (row.person.papers[0].number or "") if row.person.papers else ""
    decision = None if stay is None else stay.decision
    said = "" if decision is None else f"{decision.number} {decision.symbol}"
    months = 0 if decision is None else decision.decided_months or 0
    kind = NO_STAY if stay is None else stay.stay_type.value
    return row.row_no, person.name, born, person.sex.value, number, said, kind, months


def cells(preview: RosterPreview, *, faults: bool) -> dict[str, str]:
    return {
        f"{letters(mark.column)}{mark.row + 1}": mark.text
        for mark in preview.marks
        if mark.is_fault is faults and mark.column is not None
    }


def test_every_roster_gives_the_promised_rows(previews: dict[str, RosterPreview]) -> None:
    found = {name: [shown(row) for row in one.accepted] for name, one in previews.items()}
    assert found == PEOPLE


def test_every_fault_stands_at_its_cell_with_the_rule_and_the_way_on(previews: dict[str, RosterPreview]) -> None:
    for name, one in previews.items():
        found, promised = cells(one, faults=True), FAULTS.get(name, {})
        assert found.keys() == promised.keys(), name
        assert [cell for cell in promised if promised[cell] not in found[cell]] == [], name
        assert {f"{cell.column}{cell.row}" for cell in one.rejected} == promised.keys(), name


def test_every_doubt_stands_at_its_cell_and_keeps_no_row_out(previews: dict[str, RosterPreview]) -> None:
    for name, one in previews.items():
        found, promised = cells(one, faults=False), DOUBTS.get(name, {})
        assert found.keys() == promised.keys(), name
        assert [cell for cell in promised if promised[cell] not in found[cell]] == [], name


def test_what_was_guessed_about_a_file_is_said(previews: dict[str, RosterPreview]) -> None:
    assert "Tổng cộng: 03 người" in previews["01-tieu-de-giua.xlsx"].remarks[0]
    assert any("Cột C không có tên" in one for one in previews["11-gop-o-ten.xlsx"].remarks)
    assert "nội dung là tệp văn bản" in previews["14-duoi-sai.xlsx"].remarks[0]
    assert any("Windows-1258" in one for one in previews["05-windows-1258.dat"].remarks)


def test_what_was_taken_for_granted_of_the_people_is_said(previews: dict[str, RosterPreview]) -> None:
    said = {name: [each.text for each in one.assumed] for name, one in previews.items() if one.assumed}
    assert said["01-tieu-de-giua.xlsx"] == [
        "Danh sách không ghi lý do đưa vào cơ sở: 3 dòng được ghi là “Không đăng ký cai nghiện tự nguyện”.",
        "1 số giấy tờ ở ô dạng số đã mất số 0 ở đầu, đã thêm lại: dòng 8.",
    ]
    assert "06-utf16.dat" not in said, "who comes of their own will needs no such reason"


def test_a_number_typed_too_short_is_refused_and_only_a_number_cell_gets_its_zeros_back(gate: House) -> None:
    short, eaten = list(AN), list(BINH)
    short[3], eaten[3] = "12345678", 1088005678
    one = gate.read(preview_roster, book(short, eaten), RosterChoices(), by=(Role.INTAKE,))
    (fault,) = one.rejected
    assert (fault.row, fault.column, fault.value) == (2, "D", "12345678")
    assert fault.message.endswith("“12345678” có 8 chữ số, cần 12 hoặc 9. Hãy đọc lại số trên giấy.")
    assert fault.message.startswith(FIELD_LABELS[RosterField.PAPER])
    assert [shown(row)[4] for row in one.accepted] == ["001088005678"]
    assert "1 số giấy tờ ở ô dạng số đã mất số 0 ở đầu, đã thêm lại: dòng 3." in remarks_text(one)


def test_rows_hidden_in_the_sheet_are_read_and_named(gate: House) -> None:
    book = open_book(ROSTERS / "01-tieu-de-giua.xlsx")
    # The row of heads is hidden too: only people are told of.
    sheet = replace(book.sheets[0], hidden_rows=frozenset({2, 7, 9}))
    one = gate.read(preview_roster, replace(book, sheets=(sheet,)), RosterChoices(), by=(Role.INTAKE,))
    assert [row.row_no for row in one.rows] == [8, 9, 10]
    assert one.assumed[-1].text == "2 dòng đang ẩn trong bảng tính vẫn được đọc: 8, 10."
    assert "(Ctrl+3)" in remarks_text(one)


def test_what_a_row_says_besides_lands_where_it_belongs(previews: dict[str, RosterPreview]) -> None:
    old = previews["13-luat-cu.xls"].rows[0].person
    assert old is not None
    assert [(one.substance, one.is_main) for one in old.substances] == [("heroin", True), ("meth", False)]
    assert [one.offence for one in old.records] == ["2 tiền án, tiền sự theo danh sách, chưa rõ tội danh"]
    assert (old.person.education_level, old.person.religion) == ("lower_secondary", "none")
    assert old.addresses[0].place_text == "ấp 2, xã Tân Hòa, huyện Gò Công, Tiền Giang"
    new = previews["09-nam-nu.ods"].rows[0].person
    assert new is not None
    assert (new.addresses[0].detail, new.addresses[0].commune_code) == ("Thôn 2", "09700")
    kin = previews["04-bom.csv"].rows[0].person
    assert kin is not None
    assert [(one.relation.value, one.name, one.birth_year) for one in kin.relatives] == [
        ("father", "Đỗ Văn Lâm", 1960),
        ("mother", "Hà Thị Mai", None),
    ]


def test_zeros_a_sheet_ate_are_put_back_in_the_result(previews: dict[str, RosterPreview]) -> None:
    assert previews["01-tieu-de-giua.xlsx"].texts == {(7, 4): "001090001234"}
    stay = previews["12-ngay-la-so.xlsx"].rows[2].stay
    assert stay is not None
    assert stay.admitted_on == date(2026, 8, 1)
