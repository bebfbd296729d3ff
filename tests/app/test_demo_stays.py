"""Stays of the demo: so many are inside, each fits who it is, and there is something of everything to look at."""

from datetime import date, timedelta

import pytest

from facility_app.app.demo.chance import Chance
from facility_app.app.demo.stays import Books, Came
from facility_app.modules.residents.api import Birth
from facility_app.modules.stays.domain.admission import regime_of
from facility_app.modules.stays.domain.exits import exit_fits
from facility_app.modules.stays.domain.numbers import NEW_LAW
from facility_app.modules.stays.domain.types import EventKind, StayType
from facility_app.modules.stays.service.takeover import StayLine
from tests.modules.stays.clockwork import shipped_book

TODAY = date(2026, 11, 20)
NEW_LAW_RULE = shipped_book().get(NEW_LAW)
INSIDE, KNOWN = 150, 1_000
COMMUNES = ("Phường Hoàn Kiếm", "Xã Sóc Sơn")


def came() -> list[Came]:
    first = date(2024, 1, 3)
    return [Came(f"{place:032}", first + (TODAY - first) * place // KNOWN) for place in range(KNOWN)]


def births() -> dict[str, Birth]:
    chance = Chance(3)
    return {
        one.resident_id: Birth(f"24-{place:04}", born, born.year)
        for place, one in enumerate(came())
        for born in (one.on - timedelta(days=chance.between(16 * 366, 50 * 366)),)
    }


def lines(seed: int = 3) -> list[StayLine]:
    return Books(Chance(seed), TODAY, births(), COMMUNES).lines(came(), INSIDE)


@pytest.fixture(scope="module")
def told() -> list[StayLine]:
    return lines()


@pytest.fixture(scope="module")
def inside(told: list[StayLine]) -> list[StayLine]:
    return [line for line in told if line.exited_on is None]


def test_everybody_has_a_stay_and_as_many_as_asked_for_are_inside(
    told: list[StayLine], inside: list[StayLine]
) -> None:
    assert [line.resident_id for line in told] == [one.resident_id for one in came()]
    assert len(inside) == INSIDE


def test_the_same_seed_tells_the_same_books_and_another_seed_others(told: list[StayLine]) -> None:
    assert lines() == told
    assert lines(2) != told


def test_nobody_has_a_day_to_come_or_left_before_coming(told: list[StayLine]) -> None:
    ended = [line for line in told if line.exited_on is not None]
    assert all(line.admitted_on <= (line.exited_on or TODAY) <= TODAY for line in ended)
    papers = [line.decision.issued_on for line in told if line.decision is not None]
    assert all(day is not None and day <= TODAY for day in papers)


def test_the_type_is_that_of_the_age_and_the_end_one_of_the_type(told: list[StayLine]) -> None:
    known = births()
    for line in told:
        age = known[line.resident_id].age_on(line.admitted_on)
        if line.stay_type is StayType.COMPULSORY_ADULT:
            assert age >= 18
        if line.stay_type is StayType.COMPULSORY_MINOR:
            assert age < 18
        if line.exit_code is not None and line.decision is not None and line.decision.issued_on is not None:
            assert exit_fits(line.exit_code, line.stay_type, regime_of(line.decision.issued_on, NEW_LAW_RULE))


def test_there_is_something_of_everything(inside: list[StayLine]) -> None:
    assert {line.stay_type for line in inside} >= {
        StayType.COMPULSORY_ADULT,
        StayType.VOLUNTARY_PUBLIC,
        StayType.TEMPORARY,
        StayType.SUBSTITUTION,
    }
    events = [event for line in inside for event in line.events]
    assert {event.kind for event in events} >= {
        EventKind.ESCAPE,
        EventKind.HOSPITAL,
        EventKind.REMAND,
        EventKind.FUNERAL,
    }
    escapes = [event for event in events if event.kind is EventKind.ESCAPE]
    assert {event.paper is None for event in escapes} == {True, False}
    limits = [line.custody_until for line in inside if line.custody_until is not None]
    assert min(limits) == TODAY + timedelta(days=2)


def test_no_voluntary_stay_has_an_escape(told: list[StayLine]) -> None:
    assert not [line for line in told if line.stay_type.is_voluntary and line.events]
