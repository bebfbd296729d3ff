"""What people have still to get of the yearly supplies, and what they got, with the article of each norm."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.paging import Look
from facility_app.kernel.sex import Sex
from facility_app.modules.catalogues.api import get_facility, get_parameter_book
from facility_app.modules.deposits.domain import VIEW_DEPOSITS
from facility_app.modules.deposits.domain.money import receipt_no
from facility_app.modules.deposits.domain.supplies import SLIP_CODE, Given, Norm, Owed, Supply, is_north, owed
from facility_app.modules.deposits.tables import SupplyLine, SupplySlip
from facility_app.modules.residents.api import list_resident_rows
from facility_app.modules.stays.api import list_stay_ids, list_stay_rows, list_stays_of

_LINE = sa.inspect(SupplyLine).local_table.c
_SLIP = sa.inspect(SupplySlip).local_table.c
_FEW = 5


@dataclass(frozen=True, slots=True)
class OwedRow:
    """One person on the sheet of a handing out.

    Attributes:
        owed: thing by thing; things the law does not give this person are not among them.
    """

    resident_id: str
    name: str = field(repr=False)
    code: str
    place: str | None
    sex: Sex
    admitted_on: date
    owed: tuple[Owed, ...]

    def left(self, supply: Supply) -> int | None:
        """What is still owed of one thing; None when it is not given to this person."""
        return next((one.left for one in self.owed if one.norm.supply is supply), None)


@dataclass(frozen=True, slots=True)
class GivenRow:
    """One line of a slip.

    Attributes:
        slip: its number, as printed.
        is_cancelled: whether another line takes it back; ``cancels`` whether it takes one back.
    """

    line_id: str
    slip_id: str
    slip: str
    issued_on: date
    supply: Supply
    quantity: int
    reason: str | None = field(repr=False)
    officer_name: str = field(repr=False)
    is_cancelled: bool
    cancels: bool


@dataclass(frozen=True, slots=True)
class SlipDetail:
    """One slip, for its paper.

    Attributes:
        lines: person by person: name, code, and quantities by thing.
    """

    slip_id: str
    number: str
    issued_on: date
    officer_name: str = field(repr=False)
    witness_name: str | None = field(repr=False)
    note: str | None = field(repr=False)
    lines: tuple[tuple[str, str, Mapping[Supply, int]], ...] = field(repr=False)


def norms(uow: UnitOfWork, on: date) -> dict[Supply, Norm]:
    """What the law gives on a day; things without a norm then are left out."""
    require(uow, VIEW_DEPOSITS)
    book = get_parameter_book(uow)
    found = {}
    for supply in Supply:
        held = book.get(supply).on(on)
        if held is not None:
            found[supply] = Norm(supply, held.whole, held.article)
    return found


def list_owed(uow: UnitOfWork, resident_ids: Sequence[str] | None = None) -> tuple[OwedRow, ...]:
    """What people inside have still to get today: those named, or everybody."""
    require(uow, VIEW_DEPOSITS)
    today = local_date(uow.now)
    admitted = _admitted(uow, resident_ids)
    given = _given(uow, list(admitted))
    counted = partial(owed, norms(uow, today), on=today, north=is_north(get_facility(uow).province_code))
    return tuple(
        OwedRow(
            one.resident_id,
            one.name,
            one.code,
            one.place,
            one.sex,
            admitted[one.resident_id],
            counted(given.get(one.resident_id, ()), admitted_on=admitted[one.resident_id], sex=one.sex),
        )
        for one in list_resident_rows(uow, list(admitted))
    )


def list_given(uow: UnitOfWork, resident_id: str) -> tuple[GivenRow, ...]:
    """Every line somebody ever got, the last one first."""
    require(uow, VIEW_DEPOSITS)
    back = sa.alias(sa.inspect(SupplyLine).local_table, "back")
    asked = (
        sa.select(
            *(_LINE.id, _LINE.slip_id, _SLIP.number, _SLIP.year, _LINE.issued_on, _LINE.supply, _LINE.quantity),
            *(_LINE.reason, _SLIP.officer_name, back.c.id, _LINE.cancels_id),
        )
        .join_from(SupplyLine, SupplySlip, _SLIP.id == _LINE.slip_id)
        .outerjoin(back, back.c.cancels_id == _LINE.id)
        .where(_LINE.resident_id == resident_id)
        .order_by(_LINE.id.desc())
    )
    return tuple(
        GivenRow(
            line_id,
            slip_id,
            receipt_no(SLIP_CODE, number, year),
            issued_on,
            supply,
            quantity,
            reason,
            officer,
            taken_back is not None,
            cancels is not None,
        )
        for line_id, slip_id, number, year, issued_on, supply, quantity, reason, officer, taken_back, cancels in (
            uow.session.execute(asked)
        )
    )


def get_slip(uow: UnitOfWork, slip_id: str) -> SlipDetail:
    """One slip.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_DEPOSITS)
    slip = uow.get(SupplySlip, slip_id)
    asked = sa.select(_LINE.resident_id, _LINE.supply, _LINE.quantity).where(_LINE.slip_id == slip_id)
    lines: dict[str, dict[Supply, int]] = {}
    for resident_id, supply, quantity in uow.session.execute(asked.order_by(_LINE.id)):
        lines.setdefault(resident_id, {})[supply] = quantity
    people = {one.resident_id: one for one in list_resident_rows(uow, list(lines))}
    told = tuple((people[one].name, people[one].code, what) for one, what in lines.items() if one in people)
    number = receipt_no(SLIP_CODE, slip.number, slip.year)
    return SlipDetail(slip.id, number, slip.issued_on, slip.officer_name, slip.witness_name, slip.note, told)


def _admitted(uow: UnitOfWork, resident_ids: Sequence[str] | None) -> dict[str, date]:
    """First day of the open stay of each."""
    if resident_ids is not None and len(resident_ids) <= _FEW:
        # A tab is about one person; the list of everybody is not read for it.
        stays = [one for resident_id in resident_ids for one in list_stays_of(uow, resident_id) if one.is_open]
        return {one.resident_id: one.admitted_on for one in stays}
    rows = list_stay_rows(uow, list_stay_ids(uow, Look(filters={"state": "open"})))
    wanted = None if resident_ids is None else set(resident_ids)
    return {row.resident_id: row.admitted_on for row in rows if wanted is None or row.resident_id in wanted}


def _given(uow: UnitOfWork, resident_ids: Sequence[str]) -> dict[str, list[Given]]:
    asked = sa.select(_LINE.resident_id, _LINE.supply, _LINE.quantity, _LINE.issued_on)
    found: dict[str, list[Given]] = {}
    for resident_id, *rest in uow.session.execute(asked.where(_LINE.resident_id.in_(resident_ids))):
        found.setdefault(resident_id, []).append(Given(*rest))
    return found
