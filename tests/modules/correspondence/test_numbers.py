"""Numbers run from 01 in each year and symbol, without a gap and without a double."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facility_app.kernel.actor import Role
from facility_app.kernel.errors import UserError
from facility_app.modules.catalogues.queries import get_facility
from facility_app.modules.catalogues.service import EditFacility, edit_facility
from facility_app.modules.correspondence.domain.numbers import (
    Book,
    NumberDoubt,
    checked_symbol,
    number_text,
    require_issue_day,
    symbol_of,
)
from facility_app.modules.correspondence.queries.numbers import NumberPlace, list_series, preview_number
from facility_app.modules.correspondence.service.issuing import issue_paper
from facility_app.modules.correspondence.service.numbering import OpenSeries, open_series
from tests.modules.correspondence.papers import FORMS, LETTER, TODAY, V23, V50, V51, Office, certificate, notice

BOSS = (Role.HEAD,)
NEW_YEAR = date(2027, 1, 1)


def test_each_symbol_runs_by_itself(office: Office) -> None:
    made = [
        office.issue().number,
        office.issue(notice()).number,
        office.issue().number,
        office.issue(notice()).number,
    ]
    assert made == ["01/CSCN", "01/TB-CSCN", "02/CSCN", "02/TB-CSCN"]


def test_january_of_the_next_year_starts_at_01(office: Office) -> None:
    clock = office.facility.file.clock
    clock.at = datetime(2026, 12, 31, 3, 0, tzinfo=UTC)
    assert office.issue(issued_on=date(2026, 12, 31)).number == "01/CSCN"
    assert office.issue(issued_on=date(2026, 12, 31)).number == "02/CSCN"
    assert office.issue(issued_on=NEW_YEAR).number == "01/CSCN"
    clock.advance(timedelta(days=1))
    assert office.issue(issued_on=NEW_YEAR).number == "02/CSCN"


def test_the_year_is_that_of_the_papers_day_in_viet_nam(office: Office) -> None:
    # 18:00 UTC on 31 December is 01:00 on 1 January here; the day on the paper decides, not the instant.
    office.facility.file.clock.at = datetime(2026, 12, 31, 18, 0, tzinfo=UTC)
    assert office.issue(issued_on=NEW_YEAR).number == "01/CSCN"
    assert office.refused(issue_paper, certificate(issued_on=date(2026, 12, 31))) == "issue_day_past_year"
    assert office.issue(issued_on=date(2026, 12, 31), reason="ký bù ngày cuối năm").number == "01/CSCN"


def test_a_paper_dated_before_the_last_is_kept_with_a_doubt(office: Office) -> None:
    assert office.issue().doubts == ()
    late = office.issue(issued_on=TODAY - timedelta(days=3))
    assert (late.number, late.doubts) == ("02/CSCN", (NumberDoubt.OUT_OF_ORDER,))
    assert office.issue().doubts == ()


def test_a_unit_of_work_left_without_commit_gives_its_number_back(office: Office) -> None:
    with office.facility.database.write(office.facility.actor(Role.CLERK)) as uow:
        assert issue_paper(uow, certificate()).number == "01/CSCN"
    assert office.issue().number == "01/CSCN"


def test_several_papers_of_one_decision_follow_each_other(office: Office) -> None:
    with office.facility.database.write(office.facility.actor(Role.CLERK)) as uow:
        numbers = [issue_paper(uow, certificate()).number for _ in range(3)]
        uow.commit()
    assert numbers == ["01/CSCN", "02/CSCN", "03/CSCN"]


def test_the_preview_tells_the_next_number_and_takes_none(office: Office) -> None:
    assert office.read(preview_number, V51, TODAY) == "01/TB-CSCN"
    office.issue(notice())
    assert office.read(preview_number, V51, TODAY) == "02/TB-CSCN"
    assert office.read(preview_number, V51, NEW_YEAR) == "01/TB-CSCN"
    assert office.read(preview_number, V23, TODAY) == ""


def test_the_facilitys_own_abbreviation_stands_in_the_symbol(office: Office) -> None:
    def name_it(uow: object) -> None:
        found = get_facility(uow)  # type: ignore[arg-type]  # a unit of work
        edit_facility(
            uow,  # type: ignore[arg-type]  # a unit of work
            EditFacility(
                found.version, found.name, found.unit_kind, found.province_code, abbreviation="CSCNMT số 1"
            ),
        )

    office.write(name_it, by=(Role.ADMIN, Role.HEAD))
    assert office.issue(notice()).number == "01/TB-CSCNMTSỐ1"


def test_a_series_goes_on_where_the_paper_book_ended(office: Office) -> None:
    office.write(open_series, OpenSeries(Book.OUT, 2026, "CSCN", 128, "sổ giấy đến số 127"), by=BOSS)
    office.write(open_series, OpenSeries(Book.IN, 2026, "", 40, "sổ giấy đến số 39"), by=BOSS)
    assert office.issue().number == "128/CSCN"
    assert office.receive().no == "40"


def test_a_series_that_gave_a_number_is_not_set_again(office: Office) -> None:
    office.issue()
    again = OpenSeries(Book.OUT, 2026, "cscn", 50, "quên")
    assert office.refused(open_series, again, by=BOSS) == "series_begun"
    assert office.refused(open_series, replace(again, reason=" "), by=BOSS) == "reason_missing"
    assert office.refused(open_series, replace(again, year=2027, first_number=0), by=BOSS) == "bad_first_number"


def test_the_book_tells_that_every_number_given_stands_in_it(office: Office) -> None:
    office.void(office.issue())
    office.issue()
    office.receive()
    out, incoming = office.read(list_series, 2026)
    assert (out.book, out.symbol, out.last_number, out.kept_count, out.void_count) == (Book.OUT, "CSCN", 2, 2, 1)
    assert (incoming.book, incoming.last_number) == (Book.IN, 1)
    assert out.is_whole
    assert incoming.is_whole


def test_the_code_of_a_kind_is_the_one_its_form_prints() -> None:
    codes = {form.id: NumberPlace(form).type_code for form in FORMS}
    assert {name for name, code in codes.items() if code == "QĐ"} == {"V-43", "V-47", "V-49"}
    assert (codes["V-51"], codes["V-18"], codes["V-50"], codes["V-30"], codes["V-46"]) == ("TB", "KH", "", "", "")
    assert {codes[name] for name in ("V-17", "V-19", "V-23", "V-31", "V-42", "I-03", "I-04", "V-53")} == {None}
    assert V50.id in codes


@pytest.mark.parametrize(
    ("type_code", "body", "symbol"),
    [("QĐ", "CSCN", "QĐ-CSCN"), ("", "cscn", "CSCN"), ("TB", "CSCN số 2", "TB-CSCNSỐ2"), ("QĐ", "A/B", "QĐ-A-B")],
)
def test_a_symbol_is_capitals_joined_by_hyphens(type_code: str, body: str, symbol: str) -> None:
    assert symbol_of(type_code, body) == symbol


@pytest.mark.parametrize("typed", ["", "QĐ CSCN", "QĐ/CSCN", "-QĐ", "QĐ-", "QĐ--CS", "Q_Đ", "A" * 41])
def test_what_is_no_symbol_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(UserError) as told:
        checked_symbol(typed)
    assert told.value.code == "bad_symbol"
    assert "QĐ-CSCN" in told.value.message


@given(st.integers(1, 99_999))
def test_a_number_below_ten_takes_a_leading_nought_and_no_other(number: int) -> None:
    written = number_text(number, "CSCN").split("/")[0]
    assert int(written) == number
    assert len(written) == max(2, len(str(number)))


@given(st.dates(date(2020, 1, 1), date(2030, 12, 31)), st.integers(-800, 30))
def test_a_day_ahead_is_refused_and_a_past_year_asks_why(today: date, offset: int) -> None:
    day = today + timedelta(days=offset)
    try:
        require_issue_day(day, today, "")
        code = ""
    except UserError as told:
        code = told.code
    expected = "issue_day_ahead" if offset > 1 else "issue_day_past_year" if day.year < today.year else ""
    assert code == expected


def test_numbers_of_papers_that_come_run_through_the_year_whoever_sent_them(office: Office) -> None:
    assert [office.receive().no, office.receive(replace(LETTER, sender="Gia đình")).no] == ["01", "02"]
