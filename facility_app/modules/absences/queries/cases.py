"""Vắng mặt: the list with who should be back, and one case with everything done about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.page import Listing, chosen, ids, rows_of
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.paging import Look, Sort
from facility_app.modules.absences.domain import READ_HEALTH, VIEW_ABSENCES
from facility_app.modules.absences.domain.cases import (
    OPEN,
    WAITING,
    CaseKind,
    CaseState,
    Ground,
    Relief,
    is_overdue,
)
from facility_app.modules.absences.domain.funeral import Evidence, Mourned
from facility_app.modules.absences.tables import AbsenceCase
from facility_app.modules.residents.api import list_resident_ids, list_resident_rows

CASE: Final = sa.inspect(AbsenceCase).local_table.c
_HIDDEN: Final = ("ground", "proofs", "cause")
OVERDUE: Final = "overdue"
AWAY: Final = "away"
ASKED: Final = "asked"
OVER: Final = "over"


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One line of the list.

    Attributes:
        name: the person's; ``code`` theirs.
        place: where they sleep when here.
        is_overdue: whether they should be back, by the clock of this reading.
    """

    case_id: str
    resident_id: str
    stay_id: str
    name: str = field(repr=False)
    code: str
    place: str | None
    kind: CaseKind
    state: CaseState
    destination: str | None = field(repr=False)
    asked_at: datetime | None
    left_at: datetime | None
    due_back_at: datetime | None
    back_at: datetime | None
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class CaseDetail:
    """One case as it is kept; what it says of health is None for whoever may not read that.

    Attributes:
        version: goes back with the decision about it.
    """

    case_id: str
    version: int
    resident_id: str
    stay_id: str
    kind: CaseKind
    state: CaseState
    asked_at: datetime | None
    left_at: datetime | None
    due_back_at: datetime | None
    back_at: datetime | None
    event_id: str | None
    destination: str | None = field(repr=False)
    basis_number: str | None
    basis_on: date | None
    basis_body: str | None
    basis_subject: str | None = field(repr=False)
    decision_number: str | None
    decision_on: date | None
    leave_from: date | None
    leave_to: date | None
    travel_days: int | None
    mourned: Mourned | None = field(repr=False)
    mourned_name: str | None = field(repr=False)
    evidence: Evidence | None
    applicant_name: str | None = field(repr=False)
    applicant_relation: str | None = field(repr=False)
    applicant_phone: str | None = field(repr=False)
    applicant_address: str | None = field(repr=False)
    relief: Relief | None
    place: str | None = field(repr=False)
    looks: str | None = field(repr=False)
    ground: Ground | None = field(repr=False)
    proofs: str | None = field(repr=False)
    cause: str | None = field(repr=False)
    refusal: str | None = field(repr=False)
    is_overdue: bool

    @property
    def is_open(self) -> bool:
        """Whether it is not over."""
        return self.state in OPEN

    @classmethod
    def of(cls, uow: UnitOfWork, case: AbsenceCase) -> "CaseDetail":
        """The facts of a record, as the actor may know them."""
        own = [name for name in cls.__dataclass_fields__ if name not in {"case_id", "is_overdue"}]
        facts: dict[str, Any] = {name: getattr(case, name) for name in own}
        if not uow.actor.may(READ_HEALTH):
            facts |= dict.fromkeys(_HIDDEN)
        late = is_overdue(case.state, case.due_back_at, uow.now)
        return cls(case_id=case.id, is_overdue=late, **facts)


def get_case(uow: UnitOfWork, case_id: str) -> CaseDetail:
    """One case.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_ABSENCES)
    return CaseDetail.of(uow, uow.get(AbsenceCase, case_id))


def list_cases_of(uow: UnitOfWork, resident_id: str) -> tuple[CaseDetail, ...]:
    """Every case of a person: those still open first, then the newest."""
    require(uow, VIEW_ABSENCES)
    asked = sa.select(AbsenceCase).where(AbsenceCase.resident_id == resident_id, AbsenceCase.voided_at.is_(None))
    found = [CaseDetail.of(uow, one) for one in uow.session.scalars(asked.order_by(AbsenceCase.id.desc()))]
    return tuple(sorted(found, key=_open_first))


def list_case_ids(uow: UnitOfWork, look: Look) -> tuple[str, ...]:
    """Ids of the cases a look asks for; who should be back soonest comes first.

    ``look.filters``: ``state`` (``overdue``, ``away``, ``asked``, ``over``), ``kind`` a ``CaseKind``.

    Raises:
        UserError: ``bad_sort``, ``bad_filter``.
    """
    require(uow, VIEW_ABSENCES)
    wanted = [chosen(key, value, partial(_condition, uow, key)) for key, value in look.filters.items()]
    if look.text.strip():
        wanted.append(CASE.resident_id.in_(list_resident_ids(uow, Look(text=look.text))))
    return ids(uow.session, _listing(*wanted), look.sorts)


def list_case_rows(uow: UnitOfWork, wanted: Sequence[str]) -> tuple[CaseRow, ...]:
    """Those cases, in the order asked for."""
    require(uow, VIEW_ABSENCES)
    found = rows_of(uow.session, _listing(), wanted, _Kept)
    people = {one.resident_id: one for one in list_resident_rows(uow, [one.resident_id for one in found])}
    rows = []
    for one in found:
        person = people.get(one.resident_id)
        name, code, place = ("", "", None) if person is None else (person.name, person.code, person.place)
        rows.append(one.row(name, code, place, uow.now))
    return tuple(rows)


def find_cases(uow: UnitOfWork, typed: str) -> tuple[tuple[str, str], ...]:
    """Ids and names of open cases found by what is typed, for whoever makes a paper of one."""
    require(uow, VIEW_ABSENCES)
    rows = list_case_rows(uow, list_case_ids(uow, Look(text=typed))[:20])
    return tuple((one.case_id, f"{one.name} – {one.code}") for one in rows)


@dataclass(frozen=True, slots=True)
class _Kept:
    case_id: str
    resident_id: str
    stay_id: str
    kind: CaseKind
    state: CaseState
    destination: str | None
    asked_at: datetime | None
    left_at: datetime | None
    due_back_at: datetime | None
    back_at: datetime | None

    def row(self, name: str, code: str, place: str | None, now: datetime) -> CaseRow:
        return CaseRow(
            *(self.case_id, self.resident_id, self.stay_id, name, code, place, self.kind, self.state),
            *(self.destination, self.asked_at, self.left_at, self.due_back_at, self.back_at),
            is_overdue(self.state, self.due_back_at, now),
        )


def _open_first(case: CaseDetail) -> bool:
    return not case.is_open


def _listing(*wanted: sa.ColumnElement[bool]) -> Listing:
    far = "9999"
    sorts: dict[str, sa.ColumnElement[Any]] = {
        "kind": CASE.kind,
        "state": CASE.state,
        # Who need not be back by a moment comes after those who must.
        "due_back_at": sa.func.coalesce(sa.type_coerce(CASE.due_back_at, sa.String), far),
        "left_at": sa.func.coalesce(sa.type_coerce(CASE.left_at, sa.String), far),
        "back_at": sa.func.coalesce(sa.type_coerce(CASE.back_at, sa.String), far),
    }
    columns = (
        *(CASE.id, CASE.resident_id, CASE.stay_id, CASE.kind, CASE.state, CASE.destination),
        *(CASE.asked_at, CASE.left_at, CASE.due_back_at, CASE.back_at),
    )
    asked = sa.select(*columns).where(CASE.voided_at.is_(None), *wanted)
    return Listing(asked, CASE.id, sorts, (Sort("due_back_at"),))


def _condition(uow: UnitOfWork, key: str, value: str) -> sa.ColumnElement[bool]:
    read: dict[str, Callable[[str], sa.ColumnElement[bool]]] = {
        "state": partial(_in_state, uow),
        "kind": _of_kind,
    }
    return read[key](value)


def _of_kind(value: str) -> sa.ColumnElement[bool]:
    return CASE.kind == CaseKind(value)


def _in_state(uow: UnitOfWork, value: str) -> sa.ColumnElement[bool]:
    return {
        OVERDUE: sa.and_(CASE.state == CaseState.AWAY, CASE.due_back_at < uow.now),
        AWAY: CASE.state == CaseState.AWAY,
        ASKED: CASE.state.in_(WAITING),
        OVER: CASE.state.not_in(OPEN),
    }[value]
