"""Serious events: the list with what each still lacks, and one with everything done about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.page import chosen
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.paging import Look
from facility_app.modules.catalogues.api import parameter
from facility_app.modules.residents.api import ResidentMarks, list_resident_ids, list_resident_marks
from facility_app.modules.treatment.domain.rights import READ_EVENTS
from facility_app.modules.treatment.domain.serious import (
    GRAVE,
    EventKind,
    EventStep,
    Harm,
    due_of,
    missing_of,
)
from facility_app.modules.treatment.tables import SeriousEvent, SeriousEventStep

OPEN: Final = "open"
LATE: Final = "late"
CLOSED: Final = "closed"
IS_GRAVE: Final = "grave"
_E: Final = sa.inspect(SeriousEvent).local_table.c


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


@dataclass(frozen=True, slots=True)
class EventLine:
    """One line of the list; what happened, what was done and who was there stand in the dossier alone.

    Attributes:
        missing: what of the checklist nobody has done yet.
        due_at: when the first of it that has a deadline is due; None for none.
        is_overdue: whether that has passed.
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
    author: str
    author_id: str
    closed_at: datetime | None
    missing: tuple[EventStep, ...]
    due_at: datetime | None
    is_overdue: bool

    @property
    def is_open(self) -> bool:
        """Whether the dossier waits for something."""
        return self.closed_at is None


def list_event_ids(uow: UnitOfWork, look: Look) -> tuple[str, ...]:
    """Ids of the events a look asks for: the open dossiers first, the latest of each first; none struck out.

    ``look.filters``: ``state`` (``open``, ``late``, ``closed``), ``kind`` an ``EventKind``, ``harm`` (``grave``),
    ``days`` how far back.

    Raises:
        UserError: ``bad_filter``.
    """
    require(uow, READ_EVENTS)
    wanted = [chosen(key, value, partial(_condition, uow, key)) for key, value in look.filters.items()]
    if look.text.strip():
        wanted.append(_E.resident_id.in_(list_resident_ids(uow, Look(text=look.text))))
    asked = sa.select(_E.id).where(_E.voided_at.is_(None), *wanted)
    return tuple(uow.session.scalars(asked.order_by(_E.closed_at.is_not(None), _E.happened_at.desc(), _E.id)))


def list_event_rows(uow: UnitOfWork, wanted: Sequence[str]) -> tuple[EventLine, ...]:
    """Those events in the order asked for, as a list says them: what happened is read in the dossier alone."""
    require(uow, READ_EVENTS)
    columns = (
        *(_E.id, _E.version, _E.resident_id, _E.stay_id, _E.kind, _E.harm, _E.happened_at, _E.place),
        *(_E.author_name, _E.created_by, _E.closed_at),
    )
    found = {row.id: row for row in uow.session.execute(sa.select(*columns).where(_E.id.in_(wanted)))}
    people = list_resident_marks(uow, sorted({row.resident_id for row in found.values()}))
    done = _done(uow, wanted)
    return tuple(
        _line(uow, found[one], people[found[one].resident_id], done.get(one, set()))
        for one in wanted
        if one in found and found[one].resident_id in people
    )


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


def _line(uow: UnitOfWork, row: Any, person: ResidentMarks, done: set[EventStep]) -> EventLine:
    missing = () if row.closed_at is not None else missing_of(row.kind, row.harm, done)
    due_at = _due(uow, row, missing)
    return EventLine(
        row.id,
        row.version,
        row.resident_id,
        row.stay_id,
        person.code,
        person.name,
        row.kind,
        row.harm,
        row.happened_at,
        row.place,
        row.author_name,
        row.created_by,
        row.closed_at,
        missing,
        due_at,
        due_at is not None and due_at < uow.now,
    )


def _due(uow: UnitOfWork, row: Any, missing: Sequence[EventStep]) -> datetime | None:
    return due_of(row.kind, row.harm, row.happened_at, missing, lambda key: parameter(uow, key).whole)


def _done(uow: UnitOfWork, event_ids: Sequence[str]) -> dict[str, set[EventStep]]:
    s = SeriousEventStep
    found: dict[str, set[EventStep]] = {}
    asked = sa.select(s.event_id, s.step).where(s.event_id.in_(event_ids), s.voided_at.is_(None))
    for row in uow.session.execute(asked):
        found.setdefault(row.event_id, set()).add(row.step)
    return found


def _condition(uow: UnitOfWork, key: str, value: str) -> sa.ColumnElement[bool]:
    read: dict[str, Callable[[str], sa.ColumnElement[bool]]] = {
        "state": partial(_in_state, uow),
        "kind": lambda said: _E.kind == EventKind(said),
        "harm": lambda said: {IS_GRAVE: _E.harm.in_(GRAVE)}[said],
        "days": lambda said: _E.happened_at >= uow.now - timedelta(days=int(said)),
    }
    return read[key](value)


def _in_state(uow: UnitOfWork, value: str) -> sa.ColumnElement[bool]:
    if value == LATE:
        return _E.id.in_(_overdue(uow))
    return {OPEN: _E.closed_at.is_(None), CLOSED: _E.closed_at.is_not(None)}[value]


def _overdue(uow: UnitOfWork) -> tuple[str, ...]:
    """Open dossiers of which something should be done by now; few are open at once."""
    asked = sa.select(_E.id, _E.kind, _E.harm, _E.happened_at).where(
        _E.closed_at.is_(None), _E.voided_at.is_(None)
    )
    rows = uow.session.execute(asked).all()
    done = _done(uow, [row.id for row in rows])
    due = {row.id: _due(uow, row, missing_of(row.kind, row.harm, done.get(row.id, ()))) for row in rows}
    return tuple(event_id for event_id, at in due.items() if at is not None and at < uow.now)
