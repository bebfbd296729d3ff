"""Serious events: the list with what each still lacks, and one with everything done about it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.residents.api import ResidentMarks, list_resident_marks
from facility_app.modules.treatment.domain.rights import READ_EVENTS
from facility_app.modules.treatment.domain.serious import EventKind, EventStep, Harm, missing_of
from facility_app.modules.treatment.tables import SeriousEvent, SeriousEventStep


@dataclass(frozen=True, slots=True)
class EventStepRow:
    """One thing that was done."""

    step: EventStep
    done_at: datetime
    whom: str | None = field(repr=False)
    how: str | None = field(repr=False)
    author: str


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event; ``version`` goes back with a decision about it.

    Attributes:
        happened_at: when it was found.
        missing: what of the checklist nobody has done yet.
    """

    event_id: str
    version: int
    resident_id: str
    stay_id: str
    code: str
    name: str = field(repr=False)
    kind: EventKind
    harm: Harm
    happened_at: datetime
    place: str = field(repr=False)
    found_by: str = field(repr=False)
    account: str = field(repr=False)
    measures: str = field(repr=False)
    present: str | None = field(repr=False)
    outcome: str | None = field(repr=False)
    closed_at: datetime | None
    closed_by: str | None
    author: str
    author_id: str
    is_late: bool
    steps: tuple[EventStepRow, ...] = field(repr=False)
    missing: tuple[EventStep, ...]

    @property
    def is_open(self) -> bool:
        """Whether the dossier waits for something."""
        return self.closed_at is None


def list_events(uow: UnitOfWork, resident_id: str = "") -> tuple[EventRow, ...]:
    """Events of one person, or of all: the open ones first, the latest of each first; none struck out."""
    require(uow, READ_EVENTS)
    e = SeriousEvent
    asked = sa.select(e).where(e.voided_at.is_(None))
    if resident_id:
        asked = asked.where(e.resident_id == resident_id)
    found = uow.session.scalars(asked.order_by(e.happened_at.desc(), e.id)).all()
    return tuple(sorted(_rows(uow, found), key=lambda row: not row.is_open))


def get_event(uow: UnitOfWork, event_id: str) -> EventRow:
    """One event.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, READ_EVENTS)
    (row,) = _rows(uow, [uow.get(SeriousEvent, event_id)])
    return row


def _rows(uow: UnitOfWork, events: Sequence[SeriousEvent]) -> list[EventRow]:
    s = SeriousEventStep
    asked = sa.select(s).where(s.event_id.in_([one.id for one in events]), s.voided_at.is_(None))
    steps: dict[str, list[EventStepRow]] = {}
    for one in uow.session.scalars(asked.order_by(s.happened_at, s.id)):
        row = EventStepRow(one.step, one.happened_at, one.whom, one.how, one.author_name)
        steps.setdefault(one.event_id, []).append(row)
    people = list_resident_marks(uow, [one.resident_id for one in events])
    return [_row(one, people[one.resident_id], tuple(steps.get(one.id, ()))) for one in events]


def _row(one: SeriousEvent, person: ResidentMarks, steps: tuple[EventStepRow, ...]) -> EventRow:
    return EventRow(
        one.id,
        one.version,
        one.resident_id,
        one.stay_id,
        person.code,
        person.name,
        one.kind,
        one.harm,
        one.happened_at,
        one.place,
        one.found_by,
        one.account,
        one.measures,
        one.present,
        one.outcome,
        one.closed_at,
        one.closed_by,
        one.author_name,
        one.created_by,
        one.is_late,
        steps,
        () if one.closed_at is not None else missing_of(one.kind, one.harm, [step.step for step in steps]),
    )
