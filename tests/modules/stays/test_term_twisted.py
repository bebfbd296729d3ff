"""Whatever stands in a case, the clock answers or says in words which value breaks which rule."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from facility_app.kernel.errors import UserError
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.stays.domain import (
    EventKind,
    Paper,
    StayFacts,
    StayType,
    TermCase,
    TermEvent,
    deadline_parameters,
    evaluate,
    stage_parameters,
    stay_deadlines,
)
from facility_app.modules.stays.domain.years import FIRST_DAY, LAST_DAY, MOST_DAYS, MOST_MONTHS
from tests.modules.stays.clockwork import numbers, shipped_book
from tests.modules.stays.twisted import SevenDays, outcome, twisted

HOW_MANY = 250
SEED = 20261122
L2021, L2025 = LegalRegime.L2021, LegalRegime.L2025
ON = date(2027, 2, 1)
PAPER = Paper("7/QĐ-TA", date(2026, 10, 1))
BASE = TermCase("hồ sơ 9", L2025, StayType.COMPULSORY_ADULT, date(2026, 8, 1), 24)
ONE_DAY = timedelta(days=1)


def test_a_twisted_case_is_answered_or_refused_in_words(tmp_path: Path) -> None:
    chance = Random(SEED)
    found = Counter(outcome(twisted(chance, number), tmp_path) for number in range(HOW_MANY))
    assert found["answered"] > HOW_MANY // 20
    assert found["term_date_range"] > HOW_MANY // 20


def of_paper(issued_on: date) -> TermEvent:
    return TermEvent(EventKind.ESCAPE, date(2026, 10, 1), date(2026, 10, 5), Paper("12", issued_on))


FAR: dict[str, tuple[TermCase, str]] = {
    "the first day": (replace(BASE, term_start_on=FIRST_DAY - ONE_DAY), "term_start_on"),
    "the first day, late": (replace(BASE, term_start_on=LAST_DAY + ONE_DAY), "term_start_on"),
    "the birthday": (replace(BASE, date_of_birth=date(1899, 12, 31)), "date_of_birth"),
    "the birthday, late": (replace(BASE, date_of_birth=date(9990, 1, 1)), "date_of_birth"),
    "the limit of temporary management": (
        replace(BASE, stay_type=StayType.TEMPORARY, custody_until=date(9999, 12, 31)),
        "custody_until",
    ),
    "the limit, long ago": (replace(BASE, stay_type=StayType.TEMPORARY, custody_until=date.min), "custody_until"),
    "the paper": (replace(BASE, paper=Paper("1", date(1206, 1, 1))), "document.date"),
    "the paper of an event": (replace(BASE, events=(of_paper(date(9999, 10, 1)),)), "document.date"),
    "an event": (replace(BASE, events=(TermEvent(EventKind.HOSPITAL, date.max),)), "from"),
    "an act": (replace(BASE, events=(TermEvent(EventKind.END, date.max),)), "on"),
    "coming back": (replace(BASE, events=(TermEvent(EventKind.HOSPITAL, ON, date.max),)), "to"),
}


@pytest.mark.parametrize("name", list(FAR))
def test_a_day_outside_the_years_of_a_stay_is_refused_by_its_name(name: str) -> None:
    case, field = FAR[name]
    with pytest.raises(UserError) as caught:
        evaluate(case, ON, numbers(case.legal_regime))
    assert (caught.value.code, set(caught.value.fields)) == ("term_date_range", {field})
    assert "hồ sơ 9" in caught.value.message
    assert "2100" in caught.value.message


@pytest.mark.parametrize("on", [date.min, FIRST_DAY - ONE_DAY, LAST_DAY + ONE_DAY, date.max])
def test_the_day_asked_for_is_of_the_years_of_a_stay(on: date) -> None:
    with pytest.raises(UserError) as caught:
        evaluate(BASE, on, numbers(L2025))
    assert (caught.value.code, set(caught.value.fields)) == ("term_date_range", {"on"})


def reductions(count: int, **size: int) -> TermCase:
    one = TermEvent(EventKind.REDUCTION, date(2026, 10, 1), paper=PAPER)
    sized = replace(one, **size)  # type: ignore[arg-type] # months or days alone
    return replace(BASE, legal_regime=L2021, events=(sized,) * count)


@pytest.mark.parametrize("case", [reductions(60, months=MOST_MONTHS), reductions(3, days=MOST_DAYS // 2)])
def test_all_reductions_together_stay_in_the_calendar(case: TermCase) -> None:
    with pytest.raises(UserError) as caught:
        evaluate(case, ON, numbers(L2021))
    assert caught.value.code == "term_reductions_range"
    assert str(MOST_MONTHS) in caught.value.message


def test_the_farthest_lawful_days_are_still_counted() -> None:
    long_ago = replace(BASE, term_start_on=FIRST_DAY, legal_regime=L2021)
    reduced = replace(long_ago, events=reductions(1, months=MOST_MONTHS).events)
    far = replace(
        BASE,
        term_start_on=LAST_DAY,
        decided_months=MOST_MONTHS,
        events=(
            TermEvent(EventKind.TEMPORARY_MANAGEMENT_CREDIT, FIRST_DAY, LAST_DAY),
            TermEvent(EventKind.ESCAPE, FIRST_DAY, LAST_DAY, PAPER),
        ),
    )
    assert evaluate(reduced, ON, numbers(L2021)).expected_end_on == date(1942, 1, 1)
    assert evaluate(far, LAST_DAY, numbers(L2025)).expected_end_on == date(2150, 12, 31)


@pytest.mark.parametrize("name", ["admitted_on", "contract_end_on", "last_health_check_on", "notified_on"])
@pytest.mark.parametrize("day", [date.min, date.max])
def test_no_deadline_is_counted_from_a_day_outside_the_years(name: str, day: date) -> None:
    days = {"admitted_on": date(2026, 8, 1), name: day}
    facts = StayFacts(StayType.VOLUNTARY_PRIVATE, expected_end_on=date(2028, 8, 1), **days)  # type: ignore[arg-type] # days alone

    def look_up(key: str) -> object:
        return shipped_book().get(key).on(ON, L2025)

    with pytest.raises(UserError) as caught:
        stay_deadlines(
            facts,
            deadline_parameters(look_up),  # type: ignore[arg-type] # a figure of the book
            stage_parameters(look_up, L2025),  # type: ignore[arg-type] # a figure of the book
            numbers(L2025),
            SevenDays(),
            on=ON,
        )
    assert (caught.value.code, set(caught.value.fields)) == ("day_out_of_years", {name})
