"""Numbers of papers: what is wrong is refused with words, what is odd is only told."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facility_app.kernel.errors import UserError
from facility_app.kernel.sex import Sex
from facility_app.modules.residents.domain.papers import (
    PROVINCE_PREFIXES,
    Paper,
    PaperDoubt,
    PaperKind,
    birth_year_of_number,
    checked_paper,
    main_paper,
    normalised_number,
    paper_doubts,
    sex_of_number,
)
from tests.helpers.cases import each
from tests.modules.residents.people import CARD, OLD_CARD, TODAY


def refused(paper: Paper) -> UserError:
    with pytest.raises(UserError) as refusal:
        checked_paper(paper, TODAY)
    return refusal.value


@each("typed", ["001201005678", " 001 201 005 678", "001.201.005.678", "001-201-005678"])
def test_a_number_is_kept_without_what_people_write_between_its_digits(typed: str) -> None:
    assert checked_paper(replace(CARD, number=typed), TODAY) == CARD


def test_nine_digits_in_a_field_of_twelve_name_the_rule_and_the_way_on() -> None:
    refusal = refused(replace(CARD, number="012345678"))
    assert refusal.code == "bad_personal_number"
    assert set(refusal.fields) == {"number"}
    assert "Điều 12" in refusal.message
    assert "đổi loại giấy tờ" in refusal.message


@each(
    ("kind", "number", "code"),
    [
        (PaperKind.IDENTITY_CARD, "00120100567", "bad_personal_number"),
        (PaperKind.VNEID, "0012010056780", "bad_personal_number"),
        (PaperKind.CITIZEN_CARD, "00120100567O", "bad_personal_number"),
        (PaperKind.CITIZEN_CARD, "٠٠١٢٠١٠٠٥٦٧٨", "bad_personal_number"),
        (PaperKind.OLD_CARD, "01234567", "bad_old_number"),
        (PaperKind.OLD_CARD, "0123456789", "bad_old_number"),
        (PaperKind.PASSPORT, "C12", "bad_passport_number"),
        (PaperKind.PASSPORT, "Đ1234567", "bad_passport_number"),
        (PaperKind.BIRTH_CERTIFICATE, "1" * 41, "bad_paper_number"),
        (PaperKind.CITIZEN_CARD, " ", "field_missing"),
        (PaperKind.CITIZEN_CARD, None, "field_missing"),
    ],
)
def test_a_number_that_cannot_be_is_refused_and_not_repeated(
    kind: PaperKind, number: str | None, code: str
) -> None:
    refusal = refused(Paper(kind=kind, number=number))
    assert refusal.code == code
    assert len(number or "") < 5 or str(number) not in refusal.message


@each(
    ("kind", "number"),
    [
        (PaperKind.OLD_CARD, "012345678"),
        (PaperKind.OLD_CARD, "001201005678"),
        (PaperKind.PASSPORT, "c1234567"),
        (PaperKind.PASSPORT, "X9AB12345"),
        (PaperKind.BIRTH_CERTIFICATE, "123/2001"),
    ],
)
def test_other_papers_are_kept_in_capitals(kind: PaperKind, number: str) -> None:
    assert checked_paper(Paper(kind=kind, number=number), TODAY).number == number.upper()


def test_no_paper_needs_a_reason_and_keeps_nothing_of_a_paper() -> None:
    assert refused(Paper(kind=PaperKind.NONE)).fields.keys() == {"none_reason"}
    kept = checked_paper(replace(CARD, kind=PaperKind.NONE, none_reason="mất, chưa làm lại"), TODAY)
    assert kept == Paper(kind=PaperKind.NONE, none_reason="mất, chưa làm lại")


def test_a_paper_is_issued_in_the_past_and_ends_after_it() -> None:
    assert refused(replace(CARD, issued_on=date(2026, 3, 3))).code == "day_out_of_range"
    assert refused(replace(CARD, expires_on=date(2020, 1, 1))).code == "span_reversed"


@each(
    ("number", "sex", "year", "doubts"),
    [
        ("001201005678", Sex.MALE, 2001, ()),
        ("001101005678", Sex.FEMALE, 1901, ()),
        ("079301005678", Sex.FEMALE, 2001, ()),
        ("001301005678", Sex.MALE, 2001, (PaperDoubt.SEX_DIFFERS,)),
        ("001202005678", Sex.MALE, 2001, (PaperDoubt.BIRTH_YEAR_DIFFERS,)),
        ("001001005678", Sex.MALE, 2001, (PaperDoubt.CENTURY_DIFFERS,)),
        ("003201005678", Sex.MALE, 2001, (PaperDoubt.UNKNOWN_PREFIX,)),
        (
            "999399005678",
            Sex.MALE,
            2001,
            (*map(PaperDoubt, ("unknown_prefix", "sex_differs", "birth_year_differs")),),
        ),
    ],
)
def test_a_number_that_disagrees_with_the_person_is_told_never_refused(
    number: str, sex: Sex, year: int, doubts: tuple[PaperDoubt, ...]
) -> None:
    kept = checked_paper(replace(CARD, number=number), TODAY)
    assert paper_doubts(kept, sex, year, TODAY) == doubts


def test_the_numbers_of_other_papers_say_nothing_about_the_person() -> None:
    assert paper_doubts(OLD_CARD, Sex.FEMALE, 1950, TODAY) == ()
    assert paper_doubts(Paper(kind=PaperKind.PASSPORT, number="AB12345"), Sex.MALE, 1990, TODAY) == (
        PaperDoubt.UNUSUAL_PASSPORT,
    )


def test_an_expired_paper_is_told_from_the_day_after() -> None:
    assert paper_doubts(replace(CARD, expires_on=TODAY), Sex.MALE, 2001, TODAY) == ()
    ended = replace(CARD, expires_on=date(2026, 3, 1))
    assert paper_doubts(ended, Sex.MALE, 2001, TODAY) == (PaperDoubt.EXPIRED,)


@given(
    st.sampled_from(sorted(PROVINCE_PREFIXES)),
    st.sampled_from(Sex),
    st.integers(1900, 2399),
    st.integers(0, 999999),
)
def test_a_number_tells_back_what_it_was_made_of(prefix: str, sex: Sex, year: int, tail: int) -> None:
    digit = 2 * ((year - 1900) // 100) + (sex is Sex.FEMALE)
    number = f"{prefix}{digit}{year % 100:02}{tail:06}"
    assert (sex_of_number(number), birth_year_of_number(number)) == (sex, year)
    assert paper_doubts(Paper(kind=PaperKind.IDENTITY_CARD, number=number), sex, year, TODAY) == ()


def test_there_are_the_63_old_provinces() -> None:
    assert len(PROVINCE_PREFIXES) == 63
    assert {"001", "048", "079", "087", "096"} <= PROVINCE_PREFIXES


def test_the_newest_kind_and_of_it_the_latest_stands_for_the_person() -> None:
    newer = replace(CARD, number="001201009999", issued_on=date(2023, 1, 1))
    none = Paper(kind=PaperKind.NONE, none_reason="mất")
    assert main_paper((none, OLD_CARD, CARD, newer)) == newer
    assert main_paper((none,)) is None


@given(st.text(max_size=40))
def test_normalising_twice_changes_nothing(typed: str) -> None:
    assert normalised_number(normalised_number(typed)) == normalised_number(typed)
