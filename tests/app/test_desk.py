"""The desk: what an emergency lends is decided with from the next unit of work on, until it is given back."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from facility_app.app.desk import Desk
from facility_app.kernel.actor import Actor, Role
from facility_app.modules.access.domain import USE_GRANT, LentActor
from tests.helpers.facility import DEVICE, Facility, founded


def lent_to(facility: Facility, user_id: str) -> LentActor:
    until = facility.file.clock.now() + timedelta(hours=1)
    return LentActor(user_id, frozenset({Role.NURSE}), DEVICE, "b" * 32, USE_GRANT.id, until, None)


@pytest.fixture
def facility(tmp_path: Path) -> Iterator[Facility]:
    yield from founded(tmp_path)


def test_what_is_lent_counts_from_the_next_unit_of_work_until_it_is_given_back(facility: Facility) -> None:
    own = facility.actor(Role.ADMIN)
    desk, lent = Desk(facility.database, own), lent_to(facility, own.user_id)
    with desk.read() as uow:
        desk.lend(lent)
        assert uow.actor is own, "one under way goes on as it began"
    assert desk.actor is lent
    desk.give_back()
    assert desk.actor is own


def test_nobody_sits_down_with_what_was_lent_to_somebody_else(facility: Facility) -> None:
    own = facility.actor(Role.NURSE)
    desk = Desk(facility.database, own)
    with pytest.raises(ValueError, match="somebody else"):
        desk.lend(lent_to(facility, "x" * 32))
    assert desk.actor is own


def test_who_sits_at_a_desk_is_changed_by_lending_only(facility: Facility) -> None:
    desk = Desk(facility.database, facility.admin)
    with pytest.raises(AttributeError):
        setattr(desk, "actor", Actor("x", frozenset(Role), DEVICE))  # noqa: B010 - mypy would refuse it at once
    assert desk.actor is facility.admin
