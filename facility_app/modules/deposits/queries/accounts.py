"""Who has what in custody: the list of everybody, and one person's ledger row by row."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.page import bad_filter
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.money import Money
from facility_app.kernel.names import fold, sort_key
from facility_app.kernel.paging import Look
from facility_app.modules.deposits.domain import VIEW_DEPOSITS
from facility_app.modules.deposits.domain.money import SERIES_CODES, EntryKind, receipt_no
from facility_app.modules.deposits.domain.signing import NoSignature, Signer
from facility_app.modules.deposits.queries.held import list_held
from facility_app.modules.deposits.tables import Belonging, BelongingMove, DepositEntry, SealedBag
from facility_app.modules.residents.api import ResidentRow, list_resident_rows
from facility_app.modules.stays.api import StayRow, list_stay_ids, list_stay_rows

ENTRY = sa.inspect(DepositEntry).local_table.c
ITEM = sa.inspect(Belonging).local_table.c
MOVE = sa.inspect(BelongingMove).local_table.c
BAG = sa.inspect(SealedBag).local_table.c
LEFT: Final = "left"


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One row of a ledger.

    Attributes:
        receipt: its number, as printed.
        cancelled_by: the receipt of the counter-row; empty while the row counts.
        cancels: the receipt it takes back; empty for an ordinary row.
        needs_telling: the person has still to be told of it.
    """

    entry_id: str
    line_no: int
    receipt: str
    kind: EntryKind
    happened_on: date
    amount: Money
    balance: Money
    counterpart: str | None = field(repr=False)
    paper_number: str | None
    informed_on: date | None
    reason: str | None = field(repr=False)
    note: str | None = field(repr=False)
    officer_name: str = field(repr=False)
    signer: Signer | None
    witness_name: str | None = field(repr=False)
    no_signature: NoSignature | None
    cancels: str
    cancelled_by: str

    @property
    def needs_telling(self) -> bool:
        """Whether the person has still to be told."""
        return self.kind.is_told and self.informed_on is None and not self.cancelled_by


@dataclass(frozen=True, slots=True)
class Kept:
    """What somebody has in custody.

    Attributes:
        held: what of the balance stays until the measure is over (NĐ 163/2026 Đ118.2c).
        pieces: things in store; ``forbidden`` of them nobody may be given.
        seals: numbers of the bags in store.
        last_on: day of the latest row.
    """

    balance: Money = field(default=Money(0))
    pieces: int = 0
    forbidden: int = 0
    seals: tuple[str, ...] = ()
    last_on: date | None = None
    held: Money = field(default=Money(0))

    @property
    def free(self) -> Money:
        """What may be spent or given back now."""
        return max(self.balance - self.held, Money(0))

    @property
    def is_anything(self) -> bool:
        """Whether something would have to be given back."""
        return self.balance > Money(0) or self.pieces > 0


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One person on the list: somebody inside, or whoever left something behind.

    Attributes:
        days_left: until the day of leaving; None when it is not known, or the person left.
        has_left: whether the person is no longer inside.
    """

    resident_id: str
    name: str = field(repr=False)
    code: str
    place: str | None
    kept: Kept
    leave_by: date | None
    days_left: int | None
    has_left: bool

    @staticmethod
    def picked(rows: "Iterable[AccountRow]", look: Look) -> "tuple[AccountRow, ...]":
        """Those a look asks for, in its order.

        ``look.filters``: ``keeps`` (``money``, ``things``, ``forbidden``, ``nothing``), ``leaving`` (within so
        many days, or ``left``). An order the list does not know is left out.

        Raises:
            UserError: ``bad_filter``.
        """
        typed = fold(look.text)
        found = [row for row in rows if typed in fold(f"{row.name} {row.code} {' '.join(row.kept.seals)}")]
        for key, value in look.filters.items():
            if key not in _FITS:
                raise bad_filter(key)
            found = [row for row in found if _FITS[key](row, value)]
        for sort in reversed(look.sorts):
            if sort.key in _ORDERS:
                found.sort(key=_ORDERS[sort.key], reverse=sort.descending)
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Account:
    """One person's custody."""

    resident_id: str
    name: str = field(repr=False)
    code: str
    kept: Kept
    has_left: bool


def list_accounts(uow: UnitOfWork) -> tuple[AccountRow, ...]:
    """Everybody inside, and everybody who left something behind; who must leave first comes first."""
    require(uow, VIEW_DEPOSITS)
    stays = {
        row.resident_id: row for row in list_stay_rows(uow, list_stay_ids(uow, Look(filters={"state": "open"})))
    }
    kept = _kept(uow, None)
    wanted = [*stays, *(one for one, what in kept.items() if what.is_anything and one not in stays)]
    people = list_resident_rows(uow, wanted)
    rows = [_account(one, stays.get(one.resident_id), kept.get(one.resident_id, Kept())) for one in people]
    return tuple(sorted(rows, key=_ORDERS["leave_by"]))


def get_account(uow: UnitOfWork, resident_id: str) -> Account:
    """One person's custody.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_DEPOSITS)
    people = list_resident_rows(uow, [resident_id])
    if not people:
        raise UserError(
            "not_found",
            label("errors", "Không tìm thấy bản ghi {id}. Có thể danh sách đã cũ; hãy mở lại danh sách."),
            id=resident_id,
        )
    kept = _kept(uow, [resident_id]).get(resident_id, Kept())
    return Account(resident_id, people[0].name, people[0].code, kept, people[0].stay_id is None)


def list_entries(uow: UnitOfWork, resident_id: str) -> tuple[EntryRow, ...]:
    """Every row of somebody's ledger, the last one first."""
    require(uow, VIEW_DEPOSITS)
    asked = sa.select(DepositEntry).where(DepositEntry.resident_id == resident_id).order_by(DepositEntry.line_no)
    rows = list(uow.session.scalars(asked))
    receipts = {row.id: _receipt(row) for row in rows}
    cancelled = {row.cancels_id: receipts[row.id] for row in rows if row.cancels_id is not None}
    return tuple(
        EntryRow(
            row.id,
            row.line_no,
            receipts[row.id],
            row.kind,
            row.happened_on,
            row.amount_vnd,
            row.balance_vnd,
            row.counterpart,
            row.paper_number,
            row.informed_on,
            row.reason,
            row.note,
            row.officer_name,
            row.signer,
            row.witness_name,
            row.no_signature,
            receipts.get(row.cancels_id or "", ""),
            cancelled.get(row.id, ""),
        )
        for row in reversed(rows)
    )


def get_entry(uow: UnitOfWork, entry_id: str) -> tuple[str, EntryRow]:
    """Whose a row is, and the row.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_DEPOSITS)
    resident_id = uow.get(DepositEntry, entry_id).resident_id
    return resident_id, next(one for one in list_entries(uow, resident_id) if one.entry_id == entry_id)


def list_broken_accounts(uow: UnitOfWork) -> tuple[str, ...]:
    """Ids of people whose last balance is not the sum of their rows; none, unless the file was tampered with."""
    require(uow, VIEW_DEPOSITS)
    amount, balance = (sa.type_coerce(one, sa.Integer) for one in (ENTRY.amount_vnd, ENTRY.balance_vnd))
    last = _last_lines(None)
    sums = sa.select(ENTRY.home, ENTRY.resident_id, sa.func.sum(amount).label("total"))
    total = sums.group_by(ENTRY.home, ENTRY.resident_id).subquery()
    asked = (
        sa.select(ENTRY.resident_id)
        .join(last, _is_last(last))
        .join(total, sa.and_(total.c.home == ENTRY.home, total.c.resident_id == ENTRY.resident_id))
        .where(total.c.total != balance)
    )
    return tuple(uow.session.scalars(asked.order_by(ENTRY.resident_id)))


def _receipt(row: DepositEntry) -> str:
    return receipt_no(SERIES_CODES[row.series], row.number, row.year)


def _account(person: ResidentRow, stay: StayRow | None, kept: Kept) -> AccountRow:
    leave_by, days = (None, None) if stay is None else (stay.leave_by, stay.days_left)
    return AccountRow(
        person.resident_id, person.name, person.code, person.place, kept, leave_by, days, stay is None
    )


def _last_lines(resident_ids: Collection[str] | None) -> sa.Subquery:
    asked = sa.select(ENTRY.home, ENTRY.resident_id, sa.func.max(ENTRY.line_no).label("line_no"))
    if resident_ids is not None:
        asked = asked.where(ENTRY.resident_id.in_(resident_ids))
    return asked.group_by(ENTRY.home, ENTRY.resident_id).subquery()


def _is_last(last: sa.Subquery) -> sa.ColumnElement[bool]:
    return sa.and_(
        ENTRY.home == last.c.home, ENTRY.resident_id == last.c.resident_id, ENTRY.line_no == last.c.line_no
    )


def _kept(uow: UnitOfWork, resident_ids: Collection[str] | None) -> dict[str, Kept]:
    """What people have in custody, for those named or for everybody."""
    last = _last_lines(resident_ids)
    money = {
        row.resident_id: (row.balance_vnd, row.happened_on)
        for row in uow.session.execute(
            sa.select(ENTRY.resident_id, ENTRY.balance_vnd, ENTRY.happened_on).join(last, _is_last(last))
        )
    }
    things = _things(uow, resident_ids)
    seals: dict[str, list[str]] = {}
    bags = sa.select(BAG.resident_id, BAG.seal_no).where(BAG.ended_act_id.is_(None)).order_by(BAG.id)
    if resident_ids is not None:
        bags = bags.where(BAG.resident_id.in_(resident_ids))
    for one, seal_no in uow.session.execute(bags):
        seals.setdefault(one, []).append(seal_no)
    found, held = {}, list_held(uow, resident_ids, local_date(uow.now))
    for one in {*money, *things}:
        balance, last_on = money.get(one, (Money(0), None))
        pieces, forbidden = things.get(one, (0, 0))
        found[one] = Kept(balance, pieces, forbidden, tuple(seals.get(one, ())), last_on, held.get(one, Money(0)))
    return found


def _things(uow: UnitOfWork, resident_ids: Collection[str] | None) -> dict[str, tuple[int, int]]:
    """Pieces in store, and how many of them are forbidden."""
    gone = (
        sa.select(MOVE.belonging_id, sa.func.sum(MOVE.quantity).label("gone"))
        .group_by(MOVE.belonging_id)
        .subquery()
    )
    left = ITEM.quantity - sa.func.coalesce(gone.c.gone, 0)
    asked = (
        sa.select(
            ITEM.resident_id,
            sa.func.sum(left),
            sa.func.sum(sa.case((ITEM.is_forbidden.is_(True), left), else_=0)),
        )
        .outerjoin(gone, gone.c.belonging_id == ITEM.id)
        .group_by(ITEM.resident_id)
    )
    if resident_ids is not None:
        asked = asked.where(ITEM.resident_id.in_(resident_ids))
    return {one: (pieces, forbidden) for one, pieces, forbidden in uow.session.execute(asked)}


def _keeps(row: AccountRow, value: str) -> bool:
    kept = row.kept
    found = {
        "money": kept.balance > Money(0),
        "things": kept.pieces > 0,
        "forbidden": kept.forbidden > 0,
        "nothing": not kept.is_anything,
    }
    if value not in found:
        raise bad_filter("keeps")
    return found[value]


def _leaves(row: AccountRow, value: str) -> bool:
    if value == LEFT:
        return row.has_left
    if not value.isdigit():
        raise bad_filter("leaving")
    return row.days_left is not None and row.days_left <= int(value)


_FITS: Final[Mapping[str, Callable[[AccountRow, str], bool]]] = {"keeps": _keeps, "leaving": _leaves}
_ORDERS: Final[Mapping[str, Callable[[AccountRow], Any]]] = {
    "name": lambda row: sort_key(row.name),
    "code": lambda row: row.code,
    "balance": lambda row: row.kept.balance.vnd,
    "held": lambda row: row.kept.held.vnd,
    "pieces": lambda row: row.kept.pieces,
    "leave_by": lambda row: (not row.has_left, row.leave_by or date.max, row.code),
    "last_on": lambda row: row.kept.last_on or date.min,
}
