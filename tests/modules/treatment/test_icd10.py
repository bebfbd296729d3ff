"""Diagnoses: the codes of the reference with fifth characters, flags, validity, and what must stay unseen."""

from datetime import date, timedelta

import pytest

from facility_app.app.paths import resources_folder
from facility_app.kernel.errors import UserError
from facility_app.kernel.sex import Sex
from facility_app.kernel.shipped import Evidence, Span
from facility_app.modules.treatment.domain import (
    IcdBook,
    IcdCode,
    IcdFlag,
    is_psychiatric,
    read_icd_book,
    tells_hiv,
)
from facility_app.modules.treatment.domain.words import clinical_label
from tests.helpers.cases import each

TEXT = (resources_folder() / "clinical" / "icd10.csv").read_text(encoding="utf-8")
BOOK = read_icd_book(TEXT)
ON = date(2026, 11, 22)


def code(name: str, *flags: IcdFlag, first: date | None = None, last: date | None = None) -> IcdCode:
    text = clinical_label("Bệnh")
    return IcdCode(
        name, text, "Disease", frozenset(flags), Span(first, last), Evidence.READ, f" {name.lower()} benh"
    )


def refusal(book: IcdBook, name: str, on: date = ON, sex: Sex | None = None, *, is_main: bool = False) -> str:
    with pytest.raises(UserError) as refused:
        book.checked(name, on, sex=sex, is_main=is_main)
    assert name[:3] in refused.value.message
    return refused.value.code


def test_every_substance_has_every_fourth_character_and_dependence_its_fifth() -> None:
    for category in range(10, 20):
        for fourth in range(10):
            assert BOOK.find(f"F{category}.{fourth}", ON) is not None
        for fifth in range(7):
            assert BOOK.find(f"F{category}.2{fifth}", ON) is not None
        assert BOOK.find(f"F{category}.27", ON) is None
    others = "A15 A16 A17 A18 A19 A53 B18.1 B18.2 B20 B21 B22 B23 B24 Z21 F20 F21 F22 F23 F24 F25 F28 F29 F32 F33"
    others += " F41 F43 G47 T40.0 T40.1 T40.2 T40.3 T40.4 T40.5 T40.6 T40.7 T40.8 T40.9"
    assert [name for name in others.split() if BOOK.find(name, ON) is None] == []


def test_names_are_those_read() -> None:
    names = {
        "F11.2": "Rối loạn tâm thần và hành vi do sử dụng các dạng thuốc phiện: Hội chứng nghiện",
        "F12.5": "Rối loạn tâm thần và hành vi do sử dụng cần sa: Rối loạn loạn thần",
        "F20": "Tâm thần phân liệt",
    }
    for name, text in names.items():
        found = BOOK.checked(name, ON)
        assert (found.text, found.evidence) == (text, Evidence.READ)
    assert BOOK.checked("f1121", ON).code == "F11.21"
    assert BOOK.checked("F11.21", ON).plain == "F1121"


@each(
    ("typed", "first"),
    [
        ("F11.22", "F11.22"),
        ("f1122", "F11.22"),
        ("nghien thuoc phien", "F11.2"),
        ("TÂM THẦN phân", "F20"),
        ("mat ngu", "G47.0"),
        ("hội chứng quên ma túy đá", "F15.6"),
    ],
)
def test_codes_are_found_by_code_and_by_words_without_marks(typed: str, first: str) -> None:
    assert BOOK.search(typed, ON)[0].code == first


def test_a_code_that_must_be_more_exact_is_neither_offered_nor_taken() -> None:
    assert "F11" not in {one.code for one in BOOK.search("F11", ON)}
    assert refusal(BOOK, "F11") == "icd_unusable"
    assert refusal(BOOK, "X99") == "icd_unknown"
    assert refusal(BOOK, "T40") == "icd_unusable"


def test_flags_of_the_ministrys_table_are_kept() -> None:
    book = IcdBook.of(
        [
            code("O80", IcdFlag.FEMALE),
            code("N40", IcdFlag.MALE),
            code("R99", IcdFlag.DEATH_ONLY),
            code("Y11", IcdFlag.NOT_MAIN),
            code("R10", IcdFlag.DISCOURAGED),
        ]
    )
    assert refusal(book, "O80", sex=Sex.MALE) == "icd_sex"
    assert refusal(book, "N40", sex=Sex.FEMALE) == "icd_sex"
    assert refusal(book, "R99") == "icd_death_only"
    assert refusal(book, "Y11", is_main=True) == "icd_not_main"
    assert book.checked("Y11", ON).code == "Y11"
    assert book.checked("O80", ON, sex=Sex.FEMALE).code == "O80"
    assert book.checked("R10", ON, is_main=True).code == "R10", "discouraged is no refusal"
    assert {one.code for one in book.search("benh", ON, Sex.MALE)} == {"N40", "Y11", "R10"}


def test_the_version_is_that_of_the_day_the_encounter_ends() -> None:
    change = date(2027, 1, 1)
    day_before = change - timedelta(days=1)
    book = IcdBook.of(
        [code("A00", first=change), code("A00", IcdFlag.UNUSABLE, last=day_before), code("A01", last=day_before)]
    )
    assert refusal(book, "A00", day_before) == "icd_unusable"
    assert book.checked("A00", change).flags == frozenset()
    assert refusal(book, "A01", change) == "icd_not_valid"
    kept = book.find("A01", change)
    assert kept is not None, "old records keep their words"
    with pytest.raises(ValueError, match="twice"):
        IcdBook.of([code("A00", last=change), code("A00", first=change)])


def test_codes_that_tell_hiv_are_known() -> None:
    assert all(map(tells_hiv, ["B20", "B24", "b20.1", "Z21", "R75", "F02.4", "O987", "Z71.7"]))
    assert not any(map(tells_hiv, ["B18.2", "B25", "Z20.5", "F02.3", "A15", "F11.2"]))
    shipped = {one for one in BOOK.codes if tells_hiv(one)}
    assert shipped == {"B20", "B21", "B22", "B23", "B24", "Z21"}
    by_name = {one.code for versions in BOOK.codes.values() for one in versions if one.is_private}
    assert by_name == shipped, "a name makes no shipped code private that the list of codes leaves open"


def test_psychiatric_records_are_kept_longer() -> None:
    assert all(map(is_psychiatric, ["F15.5", "F10.5", "F20", "F32.1", "f99", "F1951"]))
    assert not any(map(is_psychiatric, ["F11.2", "F15.3", "F05", "B20", "G47", "Fxx"]))


def test_a_code_twice_or_an_unknown_flag_makes_the_list_unreadable() -> None:
    for text in (f"{TEXT}F20,x,x,,,,,read\n", TEXT.replace(",unusable,", ",unused,")):
        with pytest.raises(ValueError, match=r"twice|unused"):
            read_icd_book(text)
