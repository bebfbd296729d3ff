"""What the screens of release show: the board of the runway, and one release with everything around it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.page import bad_filter
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import EARLIEST
from facility_app.kernel.labels import Label
from facility_app.kernel.names import fold, sort_key
from facility_app.kernel.paging import Look
from facility_app.modules.discharge.domain import (
    ISSUE_RELEASE_PAPERS,
    PREPARE_RELEASE,
    READ_REINTEGRATION,
    VIEW_RELEASES,
)
from facility_app.modules.discharge.domain.gate import GateFacts, GateItem, freed, own_items
from facility_app.modules.discharge.domain.marks import StepMark, marks
from facility_app.modules.discharge.domain.runway import LONGEST, band_of
from facility_app.modules.discharge.queries.cases import (
    ReintegrationDetail,
    ReleaseDetail,
    get_reintegration_plan,
    get_release,
)
from facility_app.modules.discharge.queries.gate import OfStay, gate, gate_facts
from facility_app.modules.discharge.queries.homes import ProposedHome, propose_home
from facility_app.modules.discharge.tables import ReleaseCase
from facility_app.modules.residents.api import list_resident_rows
from facility_app.modules.staff.api import Imprint, get_imprint, list_signatories
from facility_app.modules.stays.api import (
    EXIT_CODE_LABELS,
    STAY_TYPE_LABELS,
    ExitCode,
    StayRow,
    StayType,
    exit_fits,
    list_leaving,
    list_stay_ids,
    list_stay_rows,
    list_stays_of,
)

OVERHELD: Final = "overheld"
UNCLOSED: Final = "unclosed"
STAY_TYPES: Final[Mapping[StayType, Label]] = STAY_TYPE_LABELS
"""Kinds of stays with their words, for filters."""


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One release on the board.

    Attributes:
        days_left: until the day of leaving; negative when it has passed.
        band: as ``band_of``; None for whoever has left and whose receipt is waited for.
        marks: each step with its mark.
        open_items: what this slice sees open.
        packet_made_at: when the handover packet was made.
    """

    stay_id: str
    resident_id: str
    code: str
    name: str = field(repr=False)
    stay_type: StayType
    leave_by: date | None
    exited_on: date | None
    days_left: int | None
    band: int | None
    marks: Mapping[str, StepMark]
    open_items: tuple[GateItem, ...]
    packet_made_at: datetime | None

    @property
    def type_words(self) -> Label:
        """The kind of stay in words."""
        return STAY_TYPE_LABELS[self.stay_type]

    @property
    def is_overheld(self) -> bool:
        """Whether the person is still here after the day of leaving."""
        return self.exited_on is None and self.days_left is not None and self.days_left < 0

    @staticmethod
    def picked(rows: "Iterable[BoardRow]", look: Look) -> "tuple[BoardRow, ...]":
        """Those of the board a look asks for, in its order.

        ``look.filters``: ``band`` (0 is today alone), ``state`` (``overheld``, ``unclosed``), ``missing`` (a step
        owed now), ``stay_type``. An order the board does not know is left out.

        Raises:
            UserError: ``bad_filter``.
        """
        found = [row for row in rows if fold(look.text) in fold(f"{row.name} {row.code}")]
        for key, value in look.filters.items():
            if key not in _FITS:
                raise bad_filter(key)
            found = [row for row in found if _FITS[key](row, value)]
        for sort in reversed(look.sorts):
            if sort.key in _ORDERS:
                found.sort(key=_ORDERS[sort.key], reverse=sort.descending)
        return tuple(found)


@dataclass(frozen=True, slots=True)
class ReleaseView:
    """One release as its page shows it.

    Attributes:
        name: the person's.
        detail: stay, case and papers.
        items: everything open, whoever answers for it.
        marks: each step of this slice with its mark.
        signers: who may sign today, as (id, words); empty for whoever issues no papers.
        exits: how a stay of this type may end, as (code, words).
        home: the residence to propose while none is settled; None for whoever does not prepare releases.
        plan: the plan V-19; None for whoever may not read it.
        certificate_refusal: why the certificate cannot be made now, as its verb says; whoever reads the view for a
            screen asks the verb and puts it in.
    """

    name: str = field(repr=False)
    detail: ReleaseDetail
    items: tuple[GateItem, ...]
    marks: Mapping[str, StepMark]
    signers: tuple[tuple[str, str], ...] = field(repr=False)
    exits: tuple[tuple[str, Label], ...]
    plan: ReintegrationDetail | None = field(default=None, repr=False)
    home: ProposedHome | None = None
    certificate_refusal: UserError | None = None


def list_board(uow: UnitOfWork) -> tuple[BoardRow, ...]:
    """Who should have left, who leaves within the longest band, and who left without a receipt yet."""
    require(uow, VIEW_RELEASES)
    today = local_date(uow.now)
    wanted = sa.select(ReleaseCase.stay_id).where(
        ReleaseCase.packet_made_at.is_not(None), ReleaseCase.closed_on.is_(None), ReleaseCase.voided_at.is_(None)
    )
    # From the first day there is: whoever should have left long ago stands on top.
    here = list_leaving(uow, EARLIEST, today + timedelta(days=LONGEST))
    waiting = sorted(set(uow.session.scalars(wanted)) - {one.stay_id for one in here})
    # A packet may be made long before the day; only whoever is gone owes a receipt.
    gone = [one for one in list_stay_rows(uow, waiting) if one.exited_on is not None] if waiting else []
    stays = [*here, *gone]
    facts = gate_facts(uow, [OfStay.of(one) for one in stays], today)
    made = _packets(uow, [one.stay_id for one in stays])
    return tuple(_row(one, facts[one.stay_id], made.get(one.stay_id), today) for one in stays)


def read_release(uow: UnitOfWork, stay_id: str) -> ReleaseView:
    """One release with everything its page shows.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_RELEASES)
    detail, today = get_release(uow, stay_id), local_date(uow.now)
    stay = detail.stay
    items = gate(uow, stay_id)
    (facts,) = gate_facts(uow, [OfStay.of(stay)], today).values()
    left = None if stay.leave_by is None else (stay.leave_by - today).days
    people = list_resident_rows(uow, [stay.resident_id])
    return ReleaseView(
        people[0].name if people else "",
        detail,
        items,
        marks(facts, items, left),
        _signers(uow, today),
        tuple(
            (str(code), EXIT_CODE_LABELS[code])
            for code in ExitCode
            if exit_fits(code, stay.stay_type, stay.legal_regime)
        ),
        get_reintegration_plan(uow, stay_id) if uow.actor.may(READ_REINTEGRATION) else None,
        propose_home(uow, stay.resident_id)
        if detail.facts.residence_text is None and uow.actor.may(PREPARE_RELEASE)
        else None,
    )


def find_release_of(uow: UnitOfWork, resident_id: str) -> str | None:
    """The stay whose release a person's page shows: the open one, else the last; None without any."""
    require(uow, VIEW_RELEASES)
    stays = list_stays_of(uow, resident_id)
    return next((one.stay_id for one in stays if one.is_open), stays[0].stay_id if stays else None)


def count_overheld(uow: UnitOfWork) -> int:
    """How many are still here after the day of leaving."""
    require(uow, VIEW_RELEASES)
    return len(list_stay_ids(uow, Look(filters={"state": "overheld"})))


def read_imprint(uow: UnitOfWork) -> Imprint:
    """What a list printed now says of itself."""
    require(uow, VIEW_RELEASES)
    return get_imprint(uow)


def _in_band(row: BoardRow, value: str) -> bool:
    return str(row.band) == value and not row.is_overheld


def _in_state(row: BoardRow, value: str) -> bool:
    return row.is_overheld if value == OVERHELD else value == UNCLOSED and row.exited_on is not None


def _misses(row: BoardRow, value: str) -> bool:
    return row.marks.get(value) is StepMark.DUE


def _is_of_type(row: BoardRow, value: str) -> bool:
    return row.stay_type == value


def _by_leaving(row: BoardRow) -> tuple[bool, date, str]:
    # Who is gone and only owes a receipt stands after everybody who is still here.
    return row.exited_on is not None, row.leave_by or date.max, row.code


def _by_name(row: BoardRow) -> bytes:
    return sort_key(row.name)


def _by_code(row: BoardRow) -> str:
    return row.code


_FITS: Final[dict[str, Callable[[BoardRow, str], bool]]] = {
    "band": _in_band,
    "state": _in_state,
    "missing": _misses,
    "stay_type": _is_of_type,
}
_ORDERS: Final[dict[str, Callable[[BoardRow], Any]]] = {
    "leave_by": _by_leaving,
    "name": _by_name,
    "code": _by_code,
}


def _row(stay: StayRow, facts: GateFacts, made_at: datetime | None, today: date) -> BoardRow:
    items = freed(own_items(facts, today), stay.leave_by, today)
    is_here = stay.exited_on is None and stay.leave_by is not None
    return BoardRow(
        stay.stay_id,
        stay.resident_id,
        stay.code,
        stay.name,
        stay.stay_type,
        stay.leave_by,
        stay.exited_on,
        stay.days_left,
        band_of(stay.leave_by, today) if is_here and stay.leave_by is not None else None,
        marks(facts, items, stay.days_left),
        items,
        made_at,
    )


def _packets(uow: UnitOfWork, stay_ids: Sequence[str]) -> dict[str, datetime | None]:
    wanted = sa.select(ReleaseCase.stay_id, ReleaseCase.packet_made_at).where(
        ReleaseCase.stay_id.in_(stay_ids), ReleaseCase.voided_at.is_(None)
    )
    return {row.stay_id: row.packet_made_at for row in uow.session.execute(wanted)}


def _signers(uow: UnitOfWork, today: date) -> tuple[tuple[str, str], ...]:
    if not uow.actor.may(ISSUE_RELEASE_PAPERS):
        return ()
    return tuple((one.member_id, one.full_name) for one in list_signatories(uow, today))
