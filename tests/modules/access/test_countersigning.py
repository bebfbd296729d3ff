"""A second person agrees within the first one's session: for one verb, once, for two minutes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Actor, Role
from facility_app.modules.access.domain import Countersign
from facility_app.modules.access.service import (
    AddUser,
    AskCountersign,
    ChangeRoles,
    DisableUser,
    add_user,
    change_roles,
    countersign,
    disable_user,
    require_countersign,
)
from tests.helpers.facility import Facility
from tests.modules.access.conftest import KnownSlots, Staff
from tests.modules.access.deeds import asked, done, refused, trail, values

VERB = "probe.destroy"
DOCTORS = frozenset({Role.DOCTOR, Role.CHIEF_NURSE})
BY_AN = AskCountersign(VERB, DOCTORS, "an", "An-mk")


@pytest.fixture
def hoa(staff: Staff) -> Actor:
    return staff.hire("Hoa", Role.NURSE)


@pytest.fixture
def an(staff: Staff) -> Actor:
    return staff.hire("An", Role.DOCTOR, Role.TEACHER)


@pytest.fixture(autouse=True)
def doors(facility: Facility, monkeypatch: pytest.MonkeyPatch) -> KnownSlots:
    """Names reach the doors however typed, as the key file folds them."""
    slots = facility.slots
    assert isinstance(slots, KnownSlots)
    known = slots.check
    monkeypatch.setattr(slots, "check", lambda name, password: known(name.title(), password), raising=True)
    return slots


def destroy(given: Countersign | None, roles: frozenset[Role] = DOCTORS, verb: str = VERB) -> Callable[..., Any]:
    def act(uow: UnitOfWork) -> None:
        with uow.act(verb) as act:
            require_countersign(uow, act, given, roles)

    return act


def test_the_act_names_who_agreed(facility: Facility, hoa: Actor, an: Actor) -> None:
    given = asked(facility, hoa, countersign, BY_AN)
    assert (given.user_id, given.user_name, given.by_user_id) == (an.user_id, "An", hoa.user_id)
    done(facility, hoa, destroy(given))
    assert trail(facility)[-1][0] == VERB
    assert values(facility) == [("countersigned", "admin", given.id)]


def test_a_verb_without_it_is_refused_and_says_whose_it_needs(facility: Facility, hoa: Actor) -> None:
    told = refused(facility, hoa, destroy(None))
    assert told.code == "countersign_missing"
    assert "Bác sĩ, Điều dưỡng trưởng" in told.message


WHO_CANNOT_AGREE: tuple[tuple[dict[str, Any], str], ...] = (
    ({"password": "sai"}, "countersign_refused"),
    ({"name": "ai đó"}, "countersign_refused"),
    ({"name": "HOA", "password": "Hoa-mk"}, "countersign_same_person"),
    ({"roles": frozenset({Role.PHARMACIST})}, "countersign_role"),
    ({"name": "nghi", "password": "Nghi-mk"}, "countersign_refused"),
    ({"name": "moi", "password": "được cấp"}, "countersign_must_change"),
)


def test_who_cannot_agree_is_told(facility: Facility, staff: Staff, hoa: Actor, an: Actor) -> None:
    staff.hire("Nghi", Role.DOCTOR)
    done(facility, facility.admin, disable_user, DisableUser("nghi", "nghỉ"))
    done(facility, facility.admin, add_user, AddUser("Moi", ("DOCTOR",), "được cấp"))
    for change, code in WHO_CANNOT_AGREE:
        assert refused(facility, hoa, countersign, replace(BY_AN, **change)).code == code, change
    assert an.user_id


def test_an_unknown_name_is_tried_at_the_door_like_a_known_one(
    facility: Facility, hoa: Actor, doors: KnownSlots
) -> None:
    doors.tried.clear()
    refused(facility, hoa, countersign, replace(BY_AN, name="không ai"))
    assert doors.tried == ["Không Ai"]


def test_it_is_for_one_verb_and_one_actor(facility: Facility, staff: Staff, hoa: Actor, an: Actor) -> None:
    given = asked(facility, hoa, countersign, BY_AN)
    mai = staff.hire("Mai", Role.NURSE)
    assert refused(facility, hoa, destroy(given, verb="probe.sell")).code == "countersign_missing"
    assert refused(facility, mai, destroy(given)).code == "countersign_missing"
    assert refused(facility, an, destroy(replace(given, by_user_id=an.user_id))).code == "countersign_same_person"
    assert done(facility, hoa, destroy(given)) is None


def test_it_counts_once(facility: Facility, hoa: Actor, an: Actor) -> None:
    given = asked(facility, hoa, countersign, BY_AN)
    done(facility, hoa, destroy(given))
    assert refused(facility, hoa, destroy(given)).code == "countersign_missing"
    assert done(facility, hoa, destroy(asked(facility, hoa, countersign, BY_AN))) is None


@pytest.mark.parametrize(("minutes", "counts"), [(0, True), (2, True), (2.01, False), (-1, False)])
def test_it_is_good_for_two_minutes(
    facility: Facility, hoa: Actor, an: Actor, minutes: float, counts: bool
) -> None:
    given = asked(facility, hoa, countersign, BY_AN)
    facility.file.clock.advance(timedelta(minutes=minutes))
    if counts:
        done(facility, hoa, destroy(given))
        assert trail(facility)[-1][0] == VERB
    else:
        assert refused(facility, hoa, destroy(given)).code == "countersign_missing"


def test_an_account_closed_or_changed_meanwhile_agrees_to_nothing(
    facility: Facility, hoa: Actor, an: Actor
) -> None:
    given = asked(facility, hoa, countersign, BY_AN)
    done(facility, facility.admin, change_roles, ChangeRoles("an", ("TEACHER",), "đổi việc"))
    assert refused(facility, hoa, destroy(given)).code == "countersign_role"
    done(facility, facility.admin, disable_user, DisableUser("an", "nghỉ"))
    assert refused(facility, hoa, destroy(given)).code == "countersign_role"


def test_the_password_stays_out_of_every_repr(facility: Facility, hoa: Actor, an: Actor) -> None:
    given = asked(facility, hoa, countersign, BY_AN)
    assert "An-mk" not in f"{BY_AN!r} {given!r}"
