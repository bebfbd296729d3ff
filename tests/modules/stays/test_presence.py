"""Presence: every arrow a verb somebody may do, the way back always there, totals that add up."""

from random import Random

import pytest

from facility_app.kernel.actor import Role
from facility_app.kernel.errors import UserError
from facility_app.modules.stays.domain import (
    ADMISSION_REASON_ARTICLES,
    ADMISSION_REASON_LABELS,
    EVENT_KIND_LABELS,
    EVENT_OF_PRESENCE,
    IN_CUSTODY,
    ON_THE_ROLL,
    PRESENCE,
    PRESENCE_ARTICLES,
    PRESENCE_LABELS,
    STAY_TYPE_ARTICLES,
    STAY_TYPE_LABELS,
    AdmissionReason,
    EventKind,
    PresenceState,
    StayType,
    event_of,
    presence_totals,
)
from facility_app.modules.stays.domain.presence import (
    LEAVE,
    RECORD_ESCAPE_VERB,
    RECORD_OVERSTAY,
    SEND_TO_HOSPITAL,
    TAKE_BACK_VERB,
)


def test_every_state_is_reached_from_inside_and_none_after_out() -> None:
    assert PRESENCE.unreachable(PresenceState.INSIDE) == frozenset()
    assert PRESENCE.verbs_from(PresenceState.OUT) == ()


def test_every_arrow_is_a_verb_of_the_slice_with_a_right_somebody_holds() -> None:
    for step in PRESENCE.transitions:
        assert step.verb.startswith("stays.")
        assert step.permission.id.startswith("stays.")
        assert step.permission.roles
        assert Role.HEAD in step.permission.roles


@pytest.mark.parametrize("state", sorted(ON_THE_ROLL - {PresenceState.INSIDE, PresenceState.IN_TRANSIT}))
def test_whoever_is_away_can_be_taken_back(state: PresenceState) -> None:
    assert PRESENCE.next_state(state, TAKE_BACK_VERB) is PresenceState.INSIDE


@pytest.mark.parametrize("state", sorted(ON_THE_ROLL))
def test_whoever_is_on_the_roll_can_leave(state: PresenceState) -> None:
    assert PRESENCE.next_state(state, LEAVE) is PresenceState.OUT


def test_an_impossible_step_names_the_possible_ones() -> None:
    with pytest.raises(UserError) as caught:
        PRESENCE.next_state(PresenceState.ESCAPED, SEND_TO_HOSPITAL)
    assert caught.value.code == "step_not_allowed"
    assert "Nhận trở lại cơ sở" in caught.value.message


def test_every_absence_is_an_event_of_the_clock() -> None:
    assert set(EVENT_OF_PRESENCE) == set(PresenceState) - {PresenceState.INSIDE, PresenceState.OUT}
    assert event_of(RECORD_ESCAPE_VERB, PresenceState.ESCAPED) is EventKind.ESCAPE
    assert event_of(RECORD_OVERSTAY, PresenceState.ESCAPED) is EventKind.OVERSTAY
    assert event_of(TAKE_BACK_VERB, PresenceState.INSIDE) is None
    assert event_of(LEAVE, PresenceState.OUT) is None


def test_totals_name_every_state_and_add_up() -> None:
    chance = Random(5)
    states = [chance.choice(list(PresenceState)) for _ in range(500)]
    totals = presence_totals(states)
    assert list(totals) == list(PresenceState)
    assert sum(totals.values()) == 500
    assert presence_totals([])[PresenceState.INSIDE] == 0


def test_any_walk_ends_where_the_machine_says() -> None:
    chance = Random(7)
    for _ in range(200):
        state = PresenceState.INSIDE
        for _ in range(20):
            verbs = PRESENCE.verbs_from(state)
            if not verbs:
                break
            state = PRESENCE.next_state(state, chance.choice(verbs))
        assert state in ON_THE_ROLL or PRESENCE.verbs_from(state) == ()


def test_custody_is_where_the_facility_answers_for_the_person() -> None:
    assert IN_CUSTODY < ON_THE_ROLL
    assert PresenceState.HOSPITAL in IN_CUSTODY
    assert PresenceState.PROCEEDINGS not in IN_CUSTODY


def test_every_member_has_its_words_and_its_article() -> None:
    assert set(PRESENCE_LABELS) == set(PRESENCE_ARTICLES) == set(PresenceState)
    assert set(STAY_TYPE_LABELS) == set(STAY_TYPE_ARTICLES) == set(StayType)
    assert set(ADMISSION_REASON_LABELS) == set(ADMISSION_REASON_ARTICLES) == set(AdmissionReason)
    assert set(EVENT_KIND_LABELS) == set(EventKind)
