"""The shipped code lists: whole, sourced, and found by what people type."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from facility_app.app.paths import resources_folder
from facility_app.kernel.errors import UserError
from facility_app.modules.catalogues.domain import CODE_LIST_LABELS, CodeBook, CodeList, Evidence, read_code_book
from tests.helpers.cases import each

FILE = resources_folder() / "catalogues" / "code_lists.csv"
TODAY = date(2026, 11, 22)
HEAD = "list,code,text,english,marks,also,source,evidence,valid_from,valid_to\n"


@pytest.fixture(scope="module")
def book() -> CodeBook:
    return read_code_book(FILE.read_text(encoding="utf-8"))


def entries(book: CodeBook) -> Iterator[tuple[CodeList, str]]:
    return ((which, code) for which, of_list in book.lists.items() for code in of_list)


def test_every_list_has_a_name_and_entries(book: CodeBook) -> None:
    assert set(CODE_LIST_LABELS) == set(CodeList) == set(book.lists)
    assert all(book.lists.values())


def test_every_entry_names_its_source_and_its_english(book: CodeBook) -> None:
    bad = [
        (which, code)
        for which, code in entries(book)
        if not (entry := book.lists[which][code]).source or not entry.english or entry.text.context != "catalogues"
    ]
    assert bad == []


def test_the_peoples_are_54_with_codes_of_two_digits(book: CodeBook) -> None:
    codes = list(book.lists[CodeList.ETHNICITY])
    assert codes == [f"{number:02}" for number in range(1, 57)]
    assert len({entry.text for entry in book.lists[CodeList.ETHNICITY].values()}) == 56
    assert book.lists[CodeList.ETHNICITY]["01"].text == "Kinh"


def test_the_old_provinces_of_the_personal_number_are_63(book: CodeBook) -> None:
    assert len(book.lists[CodeList.ID_PROVINCE]) == 63
    assert all(len(code) == 3 and code.isdigit() for code in book.lists[CodeList.ID_PROVINCE])


@pytest.mark.parametrize(
    ("which", "form", "printed"),
    [
        (CodeList.ROUTE, "V-17", {"1", "2", "3", "4"}),
        (CodeList.OPIOID_KIND, "V-17", {"1", "2", "3"}),
        (CodeList.ATS_KIND, "V-17", {"1", "2"}),
        (CodeList.REHAB_PLACE, "V-17", set("12345")),
        (CodeList.REHAB_METHOD, "V-17", set("1234567")),
        (CodeList.MARITAL_STATUS, "V-17", {"single", "married", "divorced", "widowed"}),
        (CodeList.EMPLOYMENT, "V-17", {"employed", "unstable", "unemployed"}),
        (CodeList.REHAB_COUNT, "III-05", {"1", "2", "3", "4plus"}),
        (CodeList.RECORD_KIND, "III-05", {"drug_crime", "drug_admin", "other_crime", "other_admin"}),
    ],
)
def test_the_codes_of_the_forms_are_all_there(
    book: CodeBook, which: CodeList, form: str, printed: set[str]
) -> None:
    assert {entry.marks[form] for entry in book.lists[which].values() if form in entry.marks} == printed


def test_every_substance_belongs_to_a_group_of_iii_05_and_has_its_classes(book: CodeBook) -> None:
    groups = set(book.lists[CodeList.SUBSTANCE_GROUP])
    for entry in book.lists[CodeList.SUBSTANCE].values():
        assert entry.marks["III-05"] in groups
        assert entry.marks["ICD-10"].startswith("F1")
        assert entry.marks["ICD-11"].startswith("6C4")


@pytest.mark.parametrize(
    ("which", "typed", "code"),
    [
        (CodeList.ETHNICITY, "h'mong", "08"),
        (CodeList.ETHNICITY, "ede", None),
        (CodeList.ETHNICITY, "e de", "12"),
        (CodeList.ETHNICITY, "van kieu", "23"),
        (CodeList.SUBSTANCE, "hang da", "meth"),
        (CodeList.SUBSTANCE, "Cỏ Mỹ", "synthetic_cannabinoid"),
        (CodeList.SUBSTANCE, "bong cuoi", "nitrous_oxide"),
        (CodeList.ROUTE, "chich", "injected"),
        (CodeList.RELATION, "ba", "father"),
    ],
)
def test_a_word_without_marks_finds_the_entry(
    book: CodeBook, which: CodeList, typed: str, code: str | None
) -> None:
    found = [entry.code for entry in book.search(which, typed, TODAY)]
    assert (code in found) if code else found == []


def test_no_text_finds_all_in_order(book: CodeBook) -> None:
    assert book.search(CodeList.SEX, " ", TODAY) == book.entries(CodeList.SEX, TODAY)
    assert [entry.code for entry in book.entries(CodeList.SEX, TODAY)] == ["male", "female"]


def small_book(row: str) -> CodeBook:
    rest = [which for which in CodeList if which is not CodeList.SEX]
    others = "".join(f"{which},x,X,X,,,s,read,,\n" for which in rest)
    return read_code_book(f"# note\n{HEAD}{row}{others}")


def test_an_entry_counts_from_its_first_to_its_last_day() -> None:
    book = small_book("sex,male,Nam,Male,,,s,memory,2026-01-01,2026-06-30\n")
    assert book.entries(CodeList.SEX, date(2025, 12, 31)) == ()
    assert [entry.code for entry in book.entries(CodeList.SEX, date(2026, 1, 1))] == ["male"]
    assert [entry.code for entry in book.entries(CodeList.SEX, date(2026, 6, 30))] == ["male"]
    assert book.entries(CodeList.SEX, date(2026, 7, 1)) == ()
    old = book.find(CodeList.SEX, "male")
    assert old is not None
    assert (old.text, old.evidence) == ("Nam", Evidence.MEMORY)
    with pytest.raises(UserError):
        book.checked(CodeList.SEX, "male", "sex", date(2026, 7, 1))


def test_a_code_that_is_not_there_is_refused_at_its_field(book: CodeBook) -> None:
    assert book.checked(CodeList.SEX, "female", "sex", TODAY).text == "Nữ"
    with pytest.raises(UserError) as refused:
        book.checked(CodeList.SEX, "x", "sex", TODAY)
    assert refused.value.code == "unknown_code"
    assert set(refused.value.fields) == {"sex"}
    assert "Giới tính" in refused.value.message


@each(
    "row",
    [
        "sex,male,Nam,Male,,,s,read,,\nsex,male,Nam,Male,,,s,read,,\n",
        "",
        "sexes,male,Nam,Male,,,s,read,,\n",
        "sex,male,Nam,Male,,,s,guess,,\n",
        "sex,male,Nam,Male,,,s,read,01/01/2026,\n",
    ],
)
def test_a_damaged_list_is_not_taken(row: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - which sentence does not matter, the shelf words it
        small_book(row)


def test_the_shipped_files_say_where_they_come_from() -> None:
    folder = Path(FILE).parent
    for file in sorted(folder.glob("*.csv")):
        lines = file.read_text(encoding="utf-8").splitlines()
        assert lines[0].startswith("# "), file
        assert "2026" in "".join(line for line in lines if line.startswith("#")), file
