"""Where a person is, as a state machine: every arrow is a verb with its right, and out is always near."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import Final, NamedTuple

from facility_app.kernel.labels import Label, label
from facility_app.kernel.state_machine import StateMachine, Transition
from facility_app.modules.stays.domain.rights import (
    RECORD_ABSENCE,
    RECORD_ESCAPE,
    RELEASE,
    SUSPEND,
    TAKE_BACK,
    TRANSFER,
)
from facility_app.modules.stays.domain.types import PRESENCE_LABELS, EventKind, PresenceState

SEND_TO_HOSPITAL: Final = "stays.send_to_hospital"
HAND_OVER_FOR_PROCEEDINGS: Final = "stays.hand_over_for_proceedings"
LET_GO_TO_FUNERAL: Final = "stays.let_go_to_funeral"
RECORD_ESCAPE_VERB: Final = "stays.record_escape"
RECORD_OVERSTAY: Final = "stays.record_overstay"
RECORD_REMAND: Final = "stays.record_remand"
RECORD_PRISON: Final = "stays.record_prison"
SUSPEND_VERB: Final = "stays.suspend"
START_TRANSFER: Final = "stays.start_transfer"
CANCEL_TRANSFER: Final = "stays.cancel_transfer"
TAKE_BACK_VERB: Final = "stays.take_back"
LEAVE: Final = "stays.leave"

PRESENCE_VERBS: dict[str, Label] = {
    SEND_TO_HOSPITAL: label("verbs", "Đưa đi cơ sở khám bệnh, chữa bệnh"),
    HAND_OVER_FOR_PROCEEDINGS: label("verbs", "Giao cho cơ quan tố tụng"),
    LET_GO_TO_FUNERAL: label("verbs", "Cho về chịu tang"),
    RECORD_ESCAPE_VERB: label("verbs", "Ghi bỏ trốn"),
    RECORD_OVERSTAY: label("verbs", "Ghi quá hạn về chịu tang"),
    RECORD_REMAND: label("verbs", "Ghi bị tạm giữ, tạm giam"),
    RECORD_PRISON: label("verbs", "Ghi đi chấp hành án phạt tù"),
    SUSPEND_VERB: label("verbs", "Tạm đình chỉ, đưa về gia đình"),
    START_TRANSFER: label("verbs", "Bắt đầu điều chuyển"),
    CANCEL_TRANSFER: label("verbs", "Thôi điều chuyển"),
    TAKE_BACK_VERB: label("verbs", "Nhận trở lại cơ sở"),
    LEAVE: label("verbs", "Cho ra cơ sở"),
}

_S: Final = PresenceState
_AWAY: Final = (_S.HOSPITAL, _S.PROCEEDINGS, _S.FUNERAL, _S.ESCAPED, _S.SUSPENDED, _S.PRISON, _S.REMAND)
_ARROWS: Final = (
    Transition(_S.INSIDE, SEND_TO_HOSPITAL, _S.HOSPITAL, RECORD_ABSENCE),
    Transition(_S.INSIDE, HAND_OVER_FOR_PROCEEDINGS, _S.PROCEEDINGS, RECORD_ABSENCE),
    Transition(_S.HOSPITAL, HAND_OVER_FOR_PROCEEDINGS, _S.PROCEEDINGS, RECORD_ABSENCE),
    Transition(_S.INSIDE, LET_GO_TO_FUNERAL, _S.FUNERAL, RECORD_ABSENCE),
    Transition(_S.FUNERAL, SEND_TO_HOSPITAL, _S.HOSPITAL, RECORD_ABSENCE),
    Transition(_S.PROCEEDINGS, SEND_TO_HOSPITAL, _S.HOSPITAL, RECORD_ABSENCE),
    Transition(_S.FUNERAL, RECORD_OVERSTAY, _S.ESCAPED, RECORD_ESCAPE),
    *(
        Transition(state, RECORD_ESCAPE_VERB, _S.ESCAPED, RECORD_ESCAPE)
        for state in (_S.INSIDE, _S.HOSPITAL, _S.PROCEEDINGS, _S.FUNERAL, _S.SUSPENDED, _S.IN_TRANSIT, _S.REMAND)
    ),
    *(
        Transition(state, RECORD_REMAND, _S.REMAND, RECORD_ABSENCE)
        for state in (_S.INSIDE, _S.HOSPITAL, _S.PROCEEDINGS, _S.FUNERAL, _S.ESCAPED, _S.SUSPENDED)
    ),
    *(
        Transition(state, RECORD_PRISON, _S.PRISON, RECORD_ABSENCE)
        for state in (_S.INSIDE, _S.HOSPITAL, _S.PROCEEDINGS, _S.ESCAPED, _S.REMAND, _S.SUSPENDED)
    ),
    *(Transition(state, SUSPEND_VERB, _S.SUSPENDED, SUSPEND) for state in (_S.INSIDE, _S.HOSPITAL)),
    *(Transition(state, START_TRANSFER, _S.IN_TRANSIT, TRANSFER) for state in (_S.INSIDE, _S.HOSPITAL)),
    Transition(_S.IN_TRANSIT, CANCEL_TRANSFER, _S.INSIDE, TRANSFER),
    *(Transition(state, TAKE_BACK_VERB, _S.INSIDE, TAKE_BACK) for state in _AWAY),
    # Nothing on paper stops an exit, so out is reached from wherever somebody is.
    *(Transition(state, LEAVE, _S.OUT, RELEASE) for state in (_S.INSIDE, _S.IN_TRANSIT, *_AWAY)),
)

PRESENCE: Final = StateMachine(frozenset(_ARROWS), PRESENCE_LABELS, PRESENCE_VERBS)
"""The life of a presence; it begins inside and ends out."""

EVENT_OF_PRESENCE: Final[dict[PresenceState, EventKind]] = {
    _S.HOSPITAL: EventKind.HOSPITAL,
    _S.PROCEEDINGS: EventKind.PROCEEDINGS,
    _S.FUNERAL: EventKind.FUNERAL,
    _S.ESCAPED: EventKind.ESCAPE,
    _S.SUSPENDED: EventKind.SUSPENSION,
    _S.IN_TRANSIT: EventKind.TRANSFER,
    _S.PRISON: EventKind.PRISON,
    _S.REMAND: EventKind.REMAND,
}
"""The event of the clock an absence is; being inside and being out are none."""

_STATE_OF: Final = {kind: state for state, kind in EVENT_OF_PRESENCE.items()} | {EventKind.OVERSTAY: _S.ESCAPED}
ABSENCES: Final = frozenset(_STATE_OF)
"""Events during which somebody is elsewhere; an open one is where the person is now."""

IN_CUSTODY: Final = frozenset({_S.INSIDE, _S.HOSPITAL, _S.IN_TRANSIT})
"""Where the facility itself answers for the person (Đ114.4); elsewhere another body, the family or nobody does."""
ON_THE_ROLL: Final = frozenset(PresenceState) - {_S.OUT}
"""Whose stay is open."""


def event_of(verb: str, state: PresenceState) -> EventKind | None:
    """The event of the clock that begins when a verb has led to ``state``; None for coming back and leaving."""
    return EventKind.OVERSTAY if verb == RECORD_OVERSTAY else EVENT_OF_PRESENCE.get(state)


def state_of(kind: EventKind) -> PresenceState:
    """Where somebody is while an absence lasts; who overstays a leave is as escaped as who runs away.

    Raises:
        KeyError: for what is no absence.
    """
    return _STATE_OF[kind]


class Arrow(NamedTuple):
    """One arrow of presence that was taken, by its day.

    Attributes:
        event_id: the event of the term it opened, or closed where it opened none.
    """

    event_id: str | None
    on: date
    to_state: PresenceState


class Seen(NamedTuple):
    """Between which days somebody was written down to be away; None where nothing was."""

    from_on: date | None
    to_on: date | None

    def holds(self, from_on: date, to_on: date | None) -> bool:
        """Whether every day of a span is one of these: on the others somebody was seen elsewhere."""
        is_early = self.from_on is not None and from_on < self.from_on
        is_late = self.to_on is not None and (to_on is None or to_on > self.to_on)
        return not is_early and not is_late


def seen_away(arrows: Sequence[Arrow], event_id: str) -> Seen:
    """The days of an event as presence has them.

    Args:
        arrows: of the stay, in the order they were taken.
        event_id: the event.
    """
    closed = [
        arrow.on for arrow in arrows if arrow.event_id == event_id and arrow.to_state is PresenceState.INSIDE
    ]
    for arrow, later in pairwise([*arrows, None]):
        if arrow is not None and arrow.event_id == event_id and arrow.to_state is not PresenceState.INSIDE:
            return Seen(arrow.on, None if later is None else later.on)
    return Seen(None, closed[0] if closed else None)


def presence_totals(states: Iterable[PresenceState]) -> dict[PresenceState, int]:
    """How many are where, every state named, in the order of the enum; the sum is the number of stays given."""
    counted = Counter(states)
    return {state: counted[state] for state in PresenceState}
