"""Finding stays: one by its code, the list by ids and rows."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import partial
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.page import Listing, chosen, ids, rows_of
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look, Sort
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.residents.api import list_resident_ids, list_resident_rows
from facility_app.modules.stays.domain.decisions import StartBasis
from facility_app.modules.stays.domain.exits import ExitCode, HiddenExit, SeenExit
from facility_app.modules.stays.domain.exits_seen import HEALTH_EXITS, seen_exit
from facility_app.modules.stays.domain.gone import GONE
from facility_app.modules.stays.domain.rights import READ_EXIT_REASON, VIEW_STAYS
from facility_app.modules.stays.domain.types import AdmissionReason, PresenceState, StayType
from facility_app.modules.stays.queries.gone import SAYS_INSIDE, list_gone
from facility_app.modules.stays.tables import Stay

STAY: Final = sa.inspect(Stay).local_table.c
OPEN: Final = "open"
AWAY: Final = "away"
OVERHELD: Final = "overheld"


@dataclass(frozen=True, slots=True)
class StayDetail:
    """One stay as it is kept; ``version`` goes back with the decision about it."""

    stay_id: str
    resident_id: str
    version: int
    code: str
    stay_type: StayType
    legal_regime: LegalRegime
    admission_reason: AdmissionReason
    admitted_on: date
    term_start_on: date
    start_basis: StartBasis
    informed_on: date | None
    rehab_count: int | None
    custody_until: date | None
    contract_number: str | None
    contract_end_on: date | None
    decision_police: str | None
    seat_police: str | None
    residence_police: str | None = field(repr=False)
    presence: PresenceState
    presence_on: date
    expected_end_on: date | None
    leave_by: date | None
    exit_code: SeenExit | None
    exited_on: date | None
    earlier_stay_id: str | None

    @property
    def is_open(self) -> bool:
        """Whether the person has not left."""
        return self.exited_on is None

    @classmethod
    def of(cls, uow: UnitOfWork, stay: Stay) -> "StayDetail":
        """The facts of a record, as the actor may know them."""
        names = [name for name in cls.__dataclass_fields__ if name != "stay_id"]
        facts = {name: getattr(stay, name) for name in names}
        facts["exit_code"] = seen_exit(stay.exit_code, knows_health=uow.actor.may(READ_EXIT_REASON))
        return cls(stay_id=stay.id, **facts)


@dataclass(frozen=True, slots=True)
class StayRow:
    """One line of the list.

    Attributes:
        name: the person's.
        is_gone: whether they went of their own will though the stay still says that they are inside.
        days_left: until the day of leaving; negative when it has passed; None when it is not known.
    """

    stay_id: str
    resident_id: str
    code: str
    name: str = field(repr=False)
    stay_type: StayType
    legal_regime: LegalRegime
    presence: PresenceState
    admitted_on: date
    expected_end_on: date | None
    leave_by: date | None
    exited_on: date | None
    exit_code: SeenExit | None
    days_left: int | None
    is_gone: bool = False


def get_stay(uow: UnitOfWork, stay_id: str) -> StayDetail:
    """One stay.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_STAYS)
    return StayDetail.of(uow, uow.get(Stay, stay_id))


def find_stay(uow: UnitOfWork, code: str) -> StayDetail:
    """The stay of a stay's code, or the open stay of a resident's code; the last one when none is open.

    Raises:
        UserError: ``stay_unknown``.
    """
    require(uow, VIEW_STAYS)
    wanted = code.strip()
    alive = Stay.voided_at.is_(None)
    found = uow.session.scalars(sa.select(Stay).where(Stay.code == wanted, alive)).first()
    if found is None:
        of_person = sa.select(Stay).where(Stay.code.startswith(f"{wanted}.", autoescape=True), alive)
        found = uow.session.scalars(of_person.order_by(Stay.coming_no.desc())).first()
    if found is None:
        raise UserError(
            "stay_unknown",
            label(
                "errors",
                "Không có lần cai nghiện nào mang mã “{code}”. Hãy dùng mã người cai nghiện hoặc mã "
                "lần cai nghiện.",
            ),
            code=wanted,
        )
    return StayDetail.of(uow, found)


def list_stays_of(uow: UnitOfWork, resident_id: str) -> tuple[StayDetail, ...]:
    """Every stay of a person, the last one first."""
    require(uow, VIEW_STAYS)
    wanted = sa.select(Stay).where(Stay.resident_id == resident_id, Stay.voided_at.is_(None))
    return tuple(StayDetail.of(uow, one) for one in uow.session.scalars(wanted.order_by(Stay.coming_no.desc())))


def list_stay_ids(uow: UnitOfWork, look: Look) -> tuple[str, ...]:
    """Ids of the stays a look asks for; by the day of leaving unless it says otherwise.

    ``look.filters``: ``state`` (``open``, ``away``, ``ended``, ``overheld``), ``stay_type``, ``legal_regime``,
    ``presence`` (a state, or ``gone``), ``exit_code``, ``ends_within`` so many days from today; whose day has
    passed is ``overheld``.

    Raises:
        UserError: ``bad_sort``, ``bad_filter``.
    """
    require(uow, VIEW_STAYS)
    wanted = [chosen(key, value, partial(_condition, uow, key)) for key, value in look.filters.items()]
    if look.text.strip():
        wanted.append(STAY.resident_id.in_(list_resident_ids(uow, Look(text=look.text))))
    return ids(uow.session, _listing(*wanted), look.sorts)


def list_stay_rows(uow: UnitOfWork, wanted: Sequence[str]) -> tuple[StayRow, ...]:
    """Those stays, in the order asked for."""
    require(uow, VIEW_STAYS)
    if not wanted:
        return ()
    today = local_date(uow.now)
    found = rows_of(uow.session, _listing(), wanted, _Kept)
    names = {row.resident_id: row.name for row in list_resident_rows(uow, [one.resident_id for one in found])}
    knows, gone = uow.actor.may(READ_EXIT_REASON), list_gone(uow)
    rows = (one.row(names.get(one.resident_id, ""), today, knows_health=knows) for one in found)
    return tuple(replace(row, is_gone=True) if _is_gone(row, gone) else row for row in rows)


def _is_gone(row: StayRow, gone: Collection[str]) -> bool:
    return row.resident_id in gone and row.presence is PresenceState.INSIDE and row.exited_on is None


@dataclass(frozen=True, slots=True)
class _Kept:
    stay_id: str
    resident_id: str
    code: str
    stay_type: StayType
    legal_regime: LegalRegime
    presence: PresenceState
    admitted_on: date
    expected_end_on: date | None
    leave_by: date | None
    exited_on: date | None
    exit_code: ExitCode | None

    def row(self, name: str, today: date, *, knows_health: bool) -> StayRow:
        is_counted = self.leave_by is not None and self.exited_on is None
        left = (self.leave_by - today).days if is_counted and self.leave_by is not None else None
        return StayRow(
            self.stay_id,
            self.resident_id,
            self.code,
            name,
            self.stay_type,
            self.legal_regime,
            self.presence,
            self.admitted_on,
            self.expected_end_on,
            self.leave_by,
            self.exited_on,
            seen_exit(self.exit_code, knows_health=knows_health),
            left,
        )


def _listing(*wanted: sa.ColumnElement[bool]) -> Listing:
    sorts: dict[str, sa.ColumnElement[Any]] = {
        "code": STAY.code,
        "stay_type": STAY.stay_type,
        "presence": STAY.presence,
        "admitted_on": STAY.admitted_on,
        "expected_end_on": sa.func.coalesce(STAY.expected_end_on, STAY.leave_by, date.max),
        # Who has no day yet comes after those who have: the list begins with who must go.
        "leave_by": sa.func.coalesce(STAY.leave_by, date.max),
        "exited_on": STAY.exited_on,
    }
    columns = (
        *(STAY.id, STAY.resident_id, STAY.code, STAY.stay_type, STAY.legal_regime, STAY.presence),
        *(STAY.admitted_on, STAY.expected_end_on, STAY.leave_by, STAY.exited_on, STAY.exit_code),
    )
    asked = sa.select(*columns).where(STAY.voided_at.is_(None), *wanted)
    return Listing(asked, STAY.id, sorts, (Sort("leave_by"),))


def _condition(uow: UnitOfWork, key: str, value: str) -> sa.ColumnElement[bool]:
    today = local_date(uow.now)
    if key == "ends_within":
        return sa.and_(STAY.exited_on.is_(None), STAY.leave_by.between(today, today + timedelta(days=int(value))))
    if key == "state":
        return _state(uow, value, today)
    if key == "presence" and value in {GONE, PresenceState.INSIDE}:
        return _gone(uow) if value == GONE else sa.and_(STAY.presence == PresenceState.INSIDE, ~_gone(uow))
    if key == "exit_code" and value == HiddenExit.EXEMPT:
        return STAY.exit_code.in_(HEALTH_EXITS)
    if key == "exit_code" and value in HEALTH_EXITS and not uow.actor.may(READ_EXIT_REASON):
        raise ValueError(value)  # who is on the list would tell what the row does not
    columns: dict[str, tuple[sa.ColumnElement[Any], Callable[[str], object]]] = {
        "stay_type": (STAY.stay_type, StayType),
        "legal_regime": (STAY.legal_regime, LegalRegime),
        "presence": (STAY.presence, PresenceState),
        "exit_code": (STAY.exit_code, ExitCode),
    }
    column, read = columns[key]
    return column == read(value)


def _gone(uow: UnitOfWork) -> sa.ColumnElement[bool]:
    return sa.and_(SAYS_INSIDE, STAY.resident_id.in_(list_gone(uow)))


def _state(uow: UnitOfWork, value: str, today: date) -> sa.ColumnElement[bool]:
    states = {
        OPEN: STAY.exited_on.is_(None),
        AWAY: sa.and_(
            STAY.exited_on.is_(None),
            sa.or_(STAY.presence.not_in([PresenceState.INSIDE, PresenceState.ESCAPED]), _gone(uow)),
        ),
        "ended": STAY.exited_on.is_not(None),
        OVERHELD: sa.and_(STAY.exited_on.is_(None), STAY.leave_by < today),
    }
    return states[value]
