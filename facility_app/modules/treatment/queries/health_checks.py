"""Health checks: those of one stay, when the last was, and who is due for the next."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.paging import Look
from facility_app.kernel.sex import Sex
from facility_app.modules.catalogues.api import find_parameter, parameter
from facility_app.modules.residents.api import list_resident_marks
from facility_app.modules.stays.api import LastHealthChecks, PresenceState, list_leaving, list_whereabouts
from facility_app.modules.treatment.domain import READ_RECORD
from facility_app.modules.treatment.domain.health_check import (
    AHEAD_DAYS,
    MONTHS,
    HealthCheckKind,
    OfPerson,
    health_checks_due,
)
from facility_app.modules.treatment.queries.record import HealthCheckRow, RecordRows
from facility_app.modules.treatment.tables import HealthCheck

_ROW: Final = sa.inspect(HealthCheck).local_table.c
_BEGINNING: Final = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class DueCheckRow:
    """Somebody inside who is due for an examination.

    Attributes:
        row_id: kind and person.
        due_on: its last day; one before today is overdue.
        last_on: the last examination of this stay, of either kind.
        leave_by: of whoever leaves soon.
    """

    row_id: str
    stay_id: str
    resident_id: str
    kind: HealthCheckKind
    due_on: date
    last_on: date | None
    admitted_on: date
    leave_by: date | None
    code: str
    name: str = field(repr=False)
    sex: Sex
    age: int
    place: str


@dataclass(frozen=True, slots=True)
class _Due:
    """An examination somebody is due for, before their name is read."""

    due_on: date
    kind: HealthCheckKind
    resident_id: str
    stay_id: str
    facts: OfPerson

    @property
    def row_id(self) -> str:
        return f"{self.kind}:{self.resident_id}"


def list_health_checks(uow: UnitOfWork, stay_id: str) -> tuple[HealthCheckRow, ...]:
    """Those of one stay, the latest first; what was struck out stands there with why."""
    require(uow, READ_RECORD)
    return RecordRows(uow.session).health_checks(stay_id)


def get_health_check(uow: UnitOfWork, check_id: str) -> HealthCheckRow:
    """One of them; one struck out is read too, and says so.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, READ_RECORD)
    found = uow.session.get(HealthCheck, check_id)
    return HealthCheckRow.of(uow.get(HealthCheck, check_id) if found is None else found)


def last_health_checks(
    uow: UnitOfWork, stay_ids: Sequence[str], kind: HealthCheckKind | None = None
) -> dict[str, date]:
    """The day of the last one that stands of each of these stays; of ``kind`` alone where one is named."""
    require(uow, READ_RECORD)
    return _last(uow, _ROW.stay_id.in_(stay_ids), kind)


def list_due_check_ids(uow: UnitOfWork, _look: Look) -> tuple[str, ...]:
    """Who is due, the longest overdue first; those away are due when they are back."""
    require(uow, READ_RECORD)
    return tuple(one.row_id for one in sorted(_due(uow), key=_order))


def list_due_check_rows(uow: UnitOfWork, wanted: Sequence[str]) -> tuple[DueCheckRow, ...]:
    """Those of ``list_due_check_ids`` with their names; none for who is not due any more."""
    require(uow, READ_RECORD)
    people = sorted({one.partition(":")[2] for one in wanted})
    marks = list_resident_marks(uow, people)
    found = {one.row_id: one for one in _due(uow, people)} if people else {}
    rows = []
    for one in (found[row_id] for row_id in wanted if row_id in found):
        person, facts = marks.get(one.resident_id), one.facts
        if person is not None:
            rows.append(
                DueCheckRow(
                    one.row_id,
                    one.stay_id,
                    one.resident_id,
                    one.kind,
                    one.due_on,
                    facts.last_on,
                    facts.admitted_on,
                    facts.leave_by,
                    person.code,
                    person.name,
                    person.sex,
                    person.age,
                    person.place or "",
                )
            )
    return tuple(rows)


def _order(one: _Due) -> tuple[date, str, str]:
    return one.due_on, one.kind, one.resident_id


def _due(uow: UnitOfWork, resident_ids: Sequence[str] = ()) -> Iterator[_Due]:
    """Everybody who is due, or those of these people."""
    months = find_parameter(uow, MONTHS)
    until = local_date(uow.now) + timedelta(days=parameter(uow, AHEAD_DAYS).whole)
    last, released = _last(uow, sa.true()), _last(uow, sa.true(), HealthCheckKind.RELEASE)
    leaving = {one.stay_id: one.leave_by for one in list_leaving(uow, _BEGINNING, until + timedelta(days=1))}
    for one in list_whereabouts(uow, resident_ids):
        if one.presence is not PresenceState.INSIDE or one.is_gone or months is None:
            continue
        stay_id = one.stay_id
        facts = OfPerson(one.admitted_on, leaving.get(stay_id), last.get(stay_id), stay_id in released)
        for kind, due_on in health_checks_due(facts, months.whole, until).items():
            yield _Due(due_on, kind, one.resident_id, stay_id, facts)


def _last(uow: UnitOfWork, wanted: sa.ColumnElement[bool], kind: HealthCheckKind | None = None) -> dict[str, date]:
    asked = sa.select(_ROW.stay_id, sa.func.max(_ROW.happened_at).label("at")).where(
        wanted, _ROW.voided_at.is_(None)
    )
    if kind is not None:
        asked = asked.where(_ROW.kind == kind)
    return {row.stay_id: local_date(row.at) for row in uow.session.execute(asked.group_by(_ROW.stay_id))}


def _answer(uow: UnitOfWork, question: LastHealthChecks) -> Mapping[str, date]:
    """Days alone, for whoever counts deadlines: nothing of what was found."""
    return _last(uow, _ROW.stay_id.in_(question.stay_ids))


ANSWERS: Final[Mapping[type, tuple[Callable[[Any, Any], Any], ...]]] = {LastHealthChecks: (_answer,)}
