"""Sự có mặt: every arrow writes its event, its paper, its moment; list, term and worklists follow."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from facility_app.kernel.actor import Role
from facility_app.kernel.dates import LOCAL
from facility_app.modules.residents.domain.card import ResidentStatus
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.stays.domain.presence import PRESENCE
from facility_app.modules.stays.domain.types import EventKind, PresenceState, StayType
from facility_app.modules.stays.queries.detail import list_presence_changes
from facility_app.modules.stays.service import presence
from facility_app.modules.stays.service.saved import SavedStay
from tests.modules.stays.house import NOW, PAPER, TODAY, House, days, moment

OUT, BACK = date(2026, 10, 1), date(2026, 10, 11)
END = date(2028, 8, 1)
VERBS: dict[str, Callable[..., SavedStay]] = {
    f"stays.{name}": getattr(presence, name)
    for name in (
        *(
            "send_to_hospital",
            "hand_over_for_proceedings",
            "let_go_to_funeral",
            "record_escape",
            "record_overstay",
        ),
        *("record_remand", "record_prison", "suspend", "start_transfer", "cancel_transfer", "take_back"),
    )
}
FIRST = {
    PresenceState.INSIDE: (),
    PresenceState.HOSPITAL: ("stays.send_to_hospital",),
    PresenceState.PROCEEDINGS: ("stays.hand_over_for_proceedings",),
    PresenceState.FUNERAL: ("stays.let_go_to_funeral",),
    PresenceState.ESCAPED: ("stays.record_escape",),
    PresenceState.SUSPENDED: ("stays.suspend",),
    PresenceState.IN_TRANSIT: ("stays.start_transfer",),
    PresenceState.PRISON: ("stays.record_prison",),
    PresenceState.REMAND: ("stays.record_remand",),
}
"""The shortest way to each state from the day of admission."""
ARROWS = sorted(
    (step for step in PRESENCE.transitions if step.verb in VERBS), key=lambda step: (step.from_, step.verb)
)
ON_CARD = {
    PresenceState.INSIDE: ResidentStatus.PRESENT,
    PresenceState.ESCAPED: ResidentStatus.ESCAPED,
}


def brought(house: House, state: PresenceState) -> str:
    """Somebody in that state since the first of October."""
    stay_id = house.admit().stay_id
    for verb in FIRST[state]:
        house.move(VERBS[verb], stay_id, OUT, **PAPER)
    return stay_id


def test_every_arrow_but_leaving_has_its_verb() -> None:
    assert {step.verb for step in PRESENCE.transitions} - VERBS.keys() == {"stays.leave"}


@pytest.mark.parametrize("state", list(FIRST), ids=str)
def test_from_a_state_the_lawful_arrows_lead_on_and_every_other_verb_is_refused_in_words(
    house: House, state: PresenceState
) -> None:
    stay_id = house.begin(brought, state)
    lawful = {step.verb: step for step in ARROWS if step.from_ is state}
    for verb in VERBS.keys() - lawful.keys():
        refusal = house.refused(VERBS[verb], house.to_move(stay_id, BACK))
        assert refusal.code == "step_not_allowed", verb
        assert refusal.message


@pytest.mark.parametrize("step", ARROWS, ids=lambda step: f"{step.from_}-{step.verb}")
def test_an_arrow_is_taken_by_who_may_and_nobody_else_written_down_and_followed_by_the_list(
    house: House, step: Any
) -> None:
    stay_id = house.begin(brought, step.from_)
    command = house.to_move(stay_id, BACK)
    for role in frozenset(Role) - step.permission.roles:
        assert house.refused(VERBS[step.verb], command, by=(role,)).code == "permission_denied", role
    (one, *_rest) = sorted(step.permission.roles - {Role.HEAD})
    house.move(VERBS[step.verb], stay_id, BACK, by=(one,), paper_number="1/GT", paper_on=BACK)
    assert house.stay(stay_id).presence is step.to
    assert house.stay(stay_id).presence_on == BACK
    last = house.read(list_presence_changes, stay_id)[-1]
    assert (last.verb, last.before, last.after, last.happened_at) == (step.verb, step.from_, step.to, moment(BACK))
    assert (last.paper_number, last.paper_on) == ("1/GT", BACK)
    status = ON_CARD.get(step.to, ResidentStatus.AWAY)
    assert house.card(stay_id)[0] == status
    assert step.verb in house.verbs()
    # Whatever was open is closed on that day, and at most what begins now lasts.
    lasting = [kind for kind, _first, to_on in house.events(stay_id) if to_on is None]
    assert len(lasting) == (0 if step.to is PresenceState.INSIDE else 1)


@pytest.mark.parametrize(
    ("state", "kind"),
    [
        (PresenceState.HOSPITAL, EventKind.HOSPITAL),
        (PresenceState.PROCEEDINGS, EventKind.PROCEEDINGS),
        (PresenceState.FUNERAL, EventKind.FUNERAL),
        (PresenceState.SUSPENDED, EventKind.SUSPENSION),
        (PresenceState.IN_TRANSIT, EventKind.TRANSFER),
    ],
)
def test_days_away_that_count_leave_the_end_known_and_where_it_is(
    house: House, state: PresenceState, kind: EventKind
) -> None:
    stay_id = house.begin(brought, state)
    assert house.stay(stay_id).expected_end_on == END
    assert house.events(stay_id) == [(kind, OUT, None)]


@pytest.mark.parametrize(
    "state", [PresenceState.ESCAPED, PresenceState.PRISON, PresenceState.REMAND], ids=lambda one: one.value
)
def test_days_away_that_may_not_count_leave_the_end_unknown_while_they_last(
    house: House, state: PresenceState
) -> None:
    stay_id = house.begin(brought, state)
    assert house.stay(stay_id).expected_end_on is None
    assert house.card(stay_id)[3] is None
    back = house.move(presence.take_back, stay_id, BACK)
    assert back.expected_end_on == (None if state is PresenceState.REMAND else END + timedelta(days=10))


@pytest.mark.parametrize(
    "kind",
    [
        StayType.VOLUNTARY_PUBLIC,
        StayType.VOLUNTARY_PRIVATE,
        StayType.HOME_PHASES_AT_FACILITY,
        StayType.SUBSTITUTION,
    ],
)
def test_who_came_of_their_own_will_does_not_escape_the_refusal_names_article_and_way_on(
    house: House, kind: StayType
) -> None:
    stay_id = house.admit(kind).stay_id
    refusal = house.refused(presence.record_escape, house.to_move(stay_id, OUT, **PAPER))
    assert refusal.code == "escape_of_voluntary"
    assert "Đ4.9" in refusal.message
    assert "Tự ý chấm dứt" in refusal.message
    house.move(presence.let_go_to_funeral, stay_id, OUT)
    assert house.refused(presence.record_overstay, house.to_move(stay_id, BACK)).code == "escape_of_voluntary"


def test_somebody_held_while_the_file_is_made_may_escape(house: House) -> None:
    stay_id = house.admit(StayType.TEMPORARY).stay_id
    house.move(presence.record_escape, stay_id, date(2027, 1, 4), **PAPER)
    assert house.stay(stay_id).presence is PresenceState.ESCAPED


def test_an_escape_owes_a_notice_within_24_hours_of_itself_not_of_its_writing_down(house: House) -> None:
    stay_id = house.admit().stay_id
    house.move(presence.record_escape, stay_id, date(2027, 1, 31))
    (notice,) = house.tasks(stay_id)["escape_notice"]
    assert notice.due_at == moment(TODAY).astimezone(notice.due_at.tzinfo)
    assert notice.role == "CLERK"


def test_the_notice_stays_owed_when_the_person_is_back_and_a_second_escape_owes_its_own(house: House) -> None:
    stay_id = house.admit().stay_id
    house.move(presence.record_escape, stay_id, OUT)
    house.move(presence.take_back, stay_id, BACK)
    assert len(house.tasks(stay_id)["escape_notice"]) == 1
    house.move(presence.record_escape, stay_id, date(2026, 12, 1))
    due = [one.due_at.astimezone(LOCAL).date() for one in house.tasks(stay_id)["escape_notice"]]
    assert due == [OUT + timedelta(days=1), date(2026, 12, 2)]


def test_an_overstayed_funeral_ends_the_leave_and_begins_what_is_added(house: House) -> None:
    stay_id = house.admit().stay_id
    house.move(presence.let_go_to_funeral, stay_id, OUT)
    house.move(presence.record_overstay, stay_id, date(2026, 10, 6), **PAPER)
    assert house.events(stay_id) == [
        (EventKind.FUNERAL, OUT, date(2026, 10, 6)),
        (EventKind.OVERSTAY, date(2026, 10, 6), None),
    ]
    back = house.move(presence.take_back, stay_id, BACK)
    assert back.expected_end_on == END + timedelta(days=5)


def test_a_moment_in_the_future_or_before_the_last_change_is_refused(house: House) -> None:
    stay_id = house.admit().stay_id
    late = replace(house.to_move(stay_id, TODAY), happened_at=NOW + timedelta(minutes=1))
    assert house.refused(presence.send_to_hospital, late).code == "moment_odd"
    house.move(presence.send_to_hospital, stay_id, BACK)
    refusal = house.refused(presence.take_back, house.to_move(stay_id, OUT))
    assert refusal.code == "moment_odd"
    assert "01/10/2026" in refusal.message
    assert "11/10/2026" in refusal.message


def test_an_escape_written_down_when_the_term_is_over_revives_it_for_nobody_but_the_head(house: House) -> None:
    made = house.admit()
    end = made.expected_end_on
    assert end is not None
    house.at(end + days(3))
    fled, before = end - days(30), {"paper_number": "9", "paper_on": end - days(29)}
    late = house.to_move(made.stay_id, fled, paper_number="9", paper_on=end + days(1))
    told = house.refused(presence.record_escape, late, by=(Role.HEAD,))
    assert (told.code, set(told.fields)) == ("absence_after_end", {"paper_number"})
    # That somebody is gone is written down by anybody, at once; it adds nothing.
    house.move(presence.record_escape, made.stay_id, fled, by=(Role.GUARD,), **before)
    house.move(presence.take_back, made.stay_id, end + days(2), by=(Role.GUARD,))
    assert house.stay(made.stay_id).leave_by == end


def test_a_moment_not_said_is_now(house: House) -> None:
    stay_id = house.admit().stay_id
    house.write(presence.send_to_hospital, replace(house.to_move(stay_id, TODAY), happened_at=None))
    (last,) = house.read(list_presence_changes, stay_id)
    assert last.happened_at == NOW


def test_somebody_elses_move_in_between_is_a_conflict(house: House) -> None:
    stay_id = house.admit().stay_id
    stale = house.to_move(stay_id, BACK)
    house.move(presence.send_to_hospital, stay_id, OUT)
    assert house.refused(presence.record_escape, stale).code == "record_changed"


def test_after_a_suspension_the_answer_says_whether_the_term_goes_on(house: House) -> None:
    long = house.admit().stay_id
    house.move(presence.suspend, long, OUT, paper_number="5/QĐ-TA", paper_on=OUT)
    house.move(presence.take_back, long, BACK)
    assert house.answer(long).resume_required is True
    short = house.admit().stay_id
    house.at(date(2028, 7, 1))
    house.move(presence.suspend, short, date(2028, 5, 1), paper_number="6/QĐ-TA", paper_on=date(2028, 5, 1))
    back = house.move(presence.take_back, short, date(2028, 7, 1))
    assert house.answer(short).resume_required is False
    assert "not_resumed" in [one.code for one in back.findings]


def test_prison_under_the_new_law_lets_the_rest_wait(house: House) -> None:
    stay_id = house.admit().stay_id
    house.move(presence.record_prison, stay_id, OUT, paper_number="30/2026/HS-ST", paper_on=OUT)
    assert house.stay(stay_id).expected_end_on is None
    house.at(date(2028, 10, 1))
    back = house.move(presence.take_back, stay_id, date(2028, 10, 1))
    assert back.expected_end_on == END + (date(2028, 10, 1) - OUT)


def test_prison_under_the_old_law_ends_the_stay_the_refusal_says_how(house: House) -> None:
    made = house.old()
    refusal = house.refused(presence.record_prison, house.to_move(made.stay_id, OUT))
    assert refusal.code == "prison_ends_old_term"
    assert "Luật PCMT 2021 Đ39" in refusal.message
    assert "Đi chấp hành án phạt tù" in refusal.message
    paper = {"paper_number": "30/2026/HS-ST", "paper_on": OUT}
    house.end(made.stay_id, ExitCode.IMPRISONED, BACK, **paper)
    assert house.stay(made.stay_id).exit_code is ExitCode.IMPRISONED


def test_a_transfer_that_does_not_take_place_leaves_the_person_inside(house: House) -> None:
    stay_id = house.admit().stay_id
    house.move(presence.start_transfer, stay_id, OUT)
    house.move(presence.cancel_transfer, stay_id, OUT)
    assert house.stay(stay_id).presence is PresenceState.INSIDE
    assert house.events(stay_id) == [(EventKind.TRANSFER, OUT, OUT)]
