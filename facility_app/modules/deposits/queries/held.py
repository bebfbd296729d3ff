"""What is held of people's money until their measure is over, read from the kinds of their rows."""

from collections.abc import Collection
from datetime import date
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.money import Money
from facility_app.modules.deposits.domain import VIEW_DEPOSITS
from facility_app.modules.deposits.domain.held import Hold, Line, held_of, shares_kept
from facility_app.modules.deposits.domain.money import EntryKind
from facility_app.modules.deposits.tables import DepositEntry
from facility_app.modules.stays.api import list_measures

_ENTRY = sa.inspect(DepositEntry).local_table.c
_THAT_SAY: Final = (EntryKind.LABOUR_SHARE, EntryKind.RETURNED)


def list_held(uow: UnitOfWork, resident_ids: Collection[str] | None, on: date) -> dict[str, Money]:
    """What of each one's balance nobody may spend on a day (NĐ 163/2026 Đ118.2c); nobody with nothing held.

    Args:
        uow: the unit of work.
        resident_ids: of whom; None for everybody.
        on: the day.
    """
    require(uow, VIEW_DEPOSITS)
    lines = _lines(uow, resident_ids, _THAT_SAY)
    holds = holds_of(uow, lines)
    found = {one: held_of(rows, holds.get(one, []), on) for one, rows in lines.items()}
    return {one: amount for one, amount in found.items() if amount > Money(0)}


def get_share_kept(uow: UnitOfWork, resident_id: str) -> Money:
    """What of somebody's balance is their share of labour, held or due; nothing once it was given back."""
    require(uow, VIEW_DEPOSITS)
    found = shares_kept(_lines(uow, [resident_id], _THAT_SAY).get(resident_id, []))
    return Money(sum(one.amount for one in found))


def get_share_returned(uow: UnitOfWork, resident_id: str, line_no: int) -> Money:
    """The share of labour in the money given back with a row; nothing of a row that gave nothing of it back."""
    require(uow, VIEW_DEPOSITS)
    lines = [one for one in _lines(uow, [resident_id], _THAT_SAY).get(resident_id, []) if one.line_no <= line_no]
    if not lines or lines[-1].line_no != line_no or not lines[-1].is_end:
        return Money(0)
    return Money(sum(one.amount for one in shares_kept(lines[:-1])))


def lines_of(uow: UnitOfWork, resident_id: str) -> list[Line]:
    """Every row of somebody's that counts, in the order of their numbers."""
    require(uow, VIEW_DEPOSITS)
    return _lines(uow, [resident_id], tuple(EntryKind)).get(resident_id, [])


def holds_of(uow: UnitOfWork, resident_ids: Collection[str]) -> dict[str, list[Hold]]:
    """Measures of people, as custody sees them."""
    require(uow, VIEW_DEPOSITS)
    found: dict[str, list[Hold]] = {}
    for one in list_measures(uow, resident_ids):
        found.setdefault(one.resident_id, []).append(Hold(one.from_on, one.over_on))
    return found


def _lines(
    uow: UnitOfWork, resident_ids: Collection[str] | None, kinds: Collection[EntryKind]
) -> dict[str, list[Line]]:
    cancelled = sa.select(_ENTRY.cancels_id).where(_ENTRY.cancels_id.is_not(None))
    amount, balance = (sa.type_coerce(one, sa.Integer) for one in (_ENTRY.amount_vnd, _ENTRY.balance_vnd))
    asked = sa.select(_ENTRY.resident_id, _ENTRY.line_no, _ENTRY.kind, _ENTRY.happened_on, amount, balance).where(
        _ENTRY.kind.in_(kinds), _ENTRY.cancels_id.is_(None), _ENTRY.id.not_in(cancelled)
    )
    if resident_ids is not None:
        asked = asked.where(_ENTRY.resident_id.in_(sorted(set(resident_ids))))
    uow.session.flush()
    found: dict[str, list[Line]] = {}
    for one, *facts in uow.session.execute(asked.order_by(_ENTRY.resident_id, _ENTRY.line_no)):
        found.setdefault(one, []).append(Line(*facts))
    return found
