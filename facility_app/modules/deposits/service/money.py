"""Money comes, goes, is put right by a counter-row, and the person is told of what came without them."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.actor import Permission, Role
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import Label, label
from facility_app.kernel.money import Money
from facility_app.modules.deposits.domain import KEEP_LEDGER, POST_SHARES, TAKE_IN
from facility_app.modules.deposits.domain.events import DepositsTaken
from facility_app.modules.deposits.domain.money import (
    ENTRY_KIND_LABELS,
    PAID,
    SERIES_CODES,
    EntryKind,
    receipt_no,
    require_amount,
)
from facility_app.modules.deposits.domain.signing import Signing, checked_signing
from facility_app.modules.deposits.service.books import Books, NewEntry
from facility_app.modules.deposits.tables import DepositEntry
from facility_app.modules.tasks.api import RaiseTask, SettleTasks, raise_task, settle_tasks

TELL: Final = "deposits.inform"
RIGHT_TO_RECEIVE: Final[dict[EntryKind, Permission]] = {
    EntryKind.INTAKE: TAKE_IN,
    EntryKind.VISIT: KEEP_LEDGER,
    EntryKind.POST: KEEP_LEDGER,
}
"""What somebody writes down as received; the share of labour is posted by another slice."""


@dataclass(frozen=True, slots=True)
class ReceiveMoney:
    """Money is handed in.

    Attributes:
        kind: at intake, at a visit, or fetched from the post office.
        counterpart: who gave or sent it; needed but at intake.
        paper_number: of the postal order.
        informed_on: when the person was told of money from the post; None: still to be done.
    """

    resident_id: str
    kind: EntryKind
    amount: Money
    signing: Signing = field(default_factory=Signing)
    happened_on: date | None = None
    counterpart: str = field(default="", repr=False)
    paper_number: str = ""
    informed_on: date | None = None
    note: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class PayOut:
    """Money goes: at the canteen, for letters and calls, home.

    Attributes:
        counterpart: to whom; needed for money sent home.
    """

    resident_id: str
    kind: EntryKind
    amount: Money
    signing: Signing = field(default_factory=Signing)
    happened_on: date | None = None
    counterpart: str = field(default="", repr=False)
    paper_number: str = ""
    note: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class CorrectEntry:
    """A row was wrong: a counter-row takes it back whole, then the right one is written."""

    entry_id: str
    reason: str = field(repr=False)
    signing: Signing = field(default_factory=Signing)


@dataclass(frozen=True, slots=True)
class InformResident:
    """The person was told of money that came without them."""

    entry_id: str
    informed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """What one person gets of a month of labour."""

    resident_id: str
    amount: Money


@dataclass(frozen=True, slots=True)
class PostShares:
    """The people's part of the result of labour (Đ118.2 c).

    Attributes:
        source: what they come from, e.g. ``labour/2026-11``; the same source posts once for a person.
        shares: who gets how much.
        note: said in each row.
    """

    source: str
    shares: tuple[Share, ...]
    happened_on: date | None = None
    officer_name: str = field(default="", repr=False)
    note: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Booked:
    """A row as it was written.

    Attributes:
        receipt: its number, as printed.
        balance: what the person has now.
    """

    entry_id: str
    receipt: str
    balance: Money

    @classmethod
    def of(cls, entry: DepositEntry) -> "Booked":
        """Of a row just written."""
        number = receipt_no(SERIES_CODES[entry.series], entry.number, entry.year)
        return cls(entry.id, number, entry.balance_vnd)


def _as_received(kind: EntryKind) -> EntryKind:
    """Whose right is asked for; a kind nobody receives is refused by its name to whoever may receive at all."""
    return kind if kind in RIGHT_TO_RECEIVE else EntryKind.INTAKE


def receive_money(uow: UnitOfWork, command: ReceiveMoney) -> Booked:
    """Write down money that comes, with its receipt.

    Raises:
        UserError: ``bad_deposit_amount``, ``deposit_kind_wrong``, ``field_missing``, ``day_out_of_range``,
            ``told_before_it_came``, ``month_closed``, ``not_found``.
    """
    require(uow, RIGHT_TO_RECEIVE[_as_received(command.kind)])
    if command.kind not in RIGHT_TO_RECEIVE:
        raise _not_received()
    books, faults = Books(uow), Faults()
    giver = None
    if command.kind is not EntryKind.INTAKE:
        giver = label("errors", "Cần họ tên người gửi và quan hệ với người cai nghiện.")
    values = _values(books, faults, command, giver)
    values["informed_on"] = faults.past_day("informed_on", command.informed_on, books.today)
    day = books.day(faults, command.happened_on)
    _check_told(faults, command.informed_on, day)
    if command.kind.is_told:
        # Fetched from the post office without the person: no second signature until they are told.
        values["signer"] = None
    faults.refuse()
    require_amount(command.amount)
    books.require_people([command.resident_id])
    with uow.act("deposits.receive_money") as act:
        (entry,) = books.write([NewEntry(command.resident_id, command.kind, command.amount, day, values)])
        act.about(entry)
        if command.kind.is_told and command.informed_on is None:
            _owe_telling(uow, entry)
        uow.session.flush()
        if command.kind is EntryKind.INTAKE:
            uow.tell(DepositsTaken(entry.resident_id, day, has_money=True))
        return Booked.of(entry)


def pay_out(uow: UnitOfWork, command: PayOut) -> Booked:
    """Write down money that goes, never more than is there.

    Raises:
        UserError: ``bad_deposit_amount``, ``deposit_too_small``, ``deposit_held``, ``deposit_kind_wrong``,
            ``field_missing``, ``day_out_of_range``, ``month_closed``, ``not_found``.
    """
    require(uow, KEEP_LEDGER)
    if command.kind not in PAID or command.kind is EntryKind.RETURNED:
        raise _wrong_kind()
    books, faults = Books(uow), Faults()
    taker = None
    if command.kind is EntryKind.SENT_HOME:
        taker = label("errors", "Cần họ tên người nhận và quan hệ với người cai nghiện.")
    values = _values(books, faults, command, taker)
    day = books.day(faults, command.happened_on)
    faults.refuse()
    require_amount(command.amount)
    books.require_people([command.resident_id])
    with uow.act("deposits.pay_out") as act:
        (entry,) = books.write([NewEntry(command.resident_id, command.kind, command.amount, day, values)])
        act.about(entry)
        uow.session.flush()
        return Booked.of(entry)


def correct_entry(uow: UnitOfWork, command: CorrectEntry) -> Booked:
    """Take a row back by a counter-row of today; both stay to be read.

    Raises:
        UserError: ``not_found``, ``entry_cancelled``, ``entry_is_correction``, ``deposit_too_small``,
            ``deposit_held``, ``reason_missing``, ``field_missing``.
    """
    require(uow, KEEP_LEDGER)
    require_reason(command.reason)
    books, faults = Books(uow), Faults()
    entry = uow.get(DepositEntry, command.entry_id)
    _require_whole(uow, entry)
    values: dict[str, object] = {
        **checked_signing(faults, command.signing, books.officer()),
        "reason": faults.line("reason", command.reason),
        "counterpart": entry.counterpart,
    }
    faults.refuse()
    amount = Money(abs(entry.amount_vnd.vnd))
    wanted = NewEntry(entry.resident_id, EntryKind.CORRECTION, amount, books.today, values, entry)
    with uow.act("deposits.correct_entry", reason=command.reason) as act:
        (made,) = books.write([wanted])
        act.about(made)
        settle_tasks(uow, SettleTasks("deposit_entry", entry.id, TELL, is_done=False))
        uow.session.flush()
        if entry.kind is EntryKind.INTAKE:
            uow.tell(DepositsTaken(entry.resident_id, books.today, has_money=True, is_undone=True))
        return Booked.of(made)


def inform_resident(uow: UnitOfWork, command: InformResident) -> None:
    """Write down that the person was told of money that came by post or from labour (Đ120.3).

    Raises:
        UserError: ``not_found``, ``already_informed``, ``day_out_of_range``, ``told_before_it_came``.
    """
    require(uow, KEEP_LEDGER)
    books, faults = Books(uow), Faults()
    entry = uow.get(DepositEntry, command.entry_id)
    faults.past_day("informed_on", command.informed_on, books.today)
    _check_told(faults, command.informed_on, entry.happened_on)
    faults.refuse()
    if not entry.kind.is_told or entry.informed_on is not None:
        raise UserError(
            "already_informed",
            label("errors", "Dòng này không cần báo, hoặc đã ghi ngày báo cho người cai nghiện. Hãy mở lại sổ."),
        )
    with uow.act("deposits.inform_resident") as act:
        act.about(entry)
        entry.informed_on = command.informed_on or books.today
        settle_tasks(uow, SettleTasks("deposit_entry", entry.id, TELL))


def post_share(uow: UnitOfWork, command: PostShares) -> tuple[Booked, ...]:
    """Put the people's part of a result of labour into their ledgers; a source posts once for each person.

    Whoever has had this source already is left out, so that a batch cut off can be posted again.

    Returns:
        The rows written, in the order of ``shares``.

    Raises:
        UserError: ``bad_deposit_amount``, ``share_twice``, ``field_missing``, ``day_out_of_range``,
            ``month_closed``, ``not_found``.
    """
    require(uow, POST_SHARES)
    books, faults = Books(uow), Faults()
    source = faults.line("source", command.source, needed=label("errors", "Cần nguồn của phần kết quả lao động."))
    values: dict[str, object] = {
        "officer_name": faults.line(
            "officer_name",
            command.officer_name or books.officer(),
            needed=label("errors", "Cần họ tên cán bộ nhận hoặc giao."),
        ),
        "note": faults.line("note", command.note),
        "source": source,
    }
    day = books.day(faults, command.happened_on)
    faults.refuse()
    for one in command.shares:
        require_amount(one.amount)
    if len({one.resident_id for one in command.shares}) < len(command.shares):
        raise UserError(
            "share_twice",
            label("errors", "Danh sách chia có người đứng hai dòng. Mỗi người một dòng; hãy gộp lại rồi ghi."),
        )
    books.require_people([one.resident_id for one in command.shares])
    had = _posted(uow, str(source))
    wanted = [
        NewEntry(one.resident_id, EntryKind.LABOUR_SHARE, one.amount, day, values)
        for one in command.shares
        if one.resident_id not in had
    ]
    with uow.act("deposits.post_share") as act:
        made = books.write(wanted)
        for entry in made:
            act.about(entry)
        uow.session.flush()
        return tuple(map(Booked.of, made))


def _values(
    books: Books, faults: Faults, command: ReceiveMoney | PayOut, needed: Label | None
) -> dict[str, object]:
    return {
        **checked_signing(faults, command.signing, books.officer()),
        "counterpart": faults.line("counterpart", command.counterpart, needed=needed),
        "paper_number": faults.line("paper_number", command.paper_number),
        "note": faults.line("note", command.note),
    }


def _require_whole(uow: UnitOfWork, entry: DepositEntry) -> None:
    """Refuse to take back a counter-row, or a row taken back before."""
    if entry.kind is EntryKind.CORRECTION:
        raise UserError(
            "entry_is_correction",
            label("errors", "Dòng điều chỉnh không bị điều chỉnh nữa. Hãy ghi lại dòng đúng như một khoản mới."),
        )
    asked = sa.select(DepositEntry.id).where(DepositEntry.cancels_id == entry.id)
    if uow.session.scalar(asked) is not None:
        raise UserError(
            "entry_cancelled",
            label("errors", "Dòng này đã được điều chỉnh trước đó. Hãy mở lại sổ để xem dòng điều chỉnh."),
        )


def _posted(uow: UnitOfWork, source: str) -> set[str]:
    asked = sa.select(DepositEntry.resident_id).where(DepositEntry.source == source)
    return set(uow.session.scalars(asked))


def _owe_telling(uow: UnitOfWork, entry: DepositEntry) -> None:
    uow.session.flush()
    raise_task(
        uow,
        RaiseTask(
            TELL,
            label("tasks", "Báo cho người cai nghiện biết khoản tiền nhận qua bưu điện"),
            "deposit_entry",
            entry.id,
            entry.happened_on,
            Role.TREASURER,
            resident_id=entry.resident_id,
            may_go_to=frozenset({Role.HEAD}),
        ),
    )


def _check_told(faults: Faults, informed_on: date | None, came_on: date) -> None:
    """Nobody is told of money before it came."""
    if informed_on is not None and informed_on < came_on:
        faults.add(
            "told_before_it_came",
            "informed_on",
            label(
                "errors", "Ngày báo cho người cai nghiện đứng trước ngày nhận tiền. Hãy sửa một trong hai ngày."
            ),
        )


def _not_received() -> UserError:
    return UserError(
        "deposit_kind_wrong",
        label("errors", "Khoản nhận chỉ gồm: {kinds}. Hãy chọn lại loại khoản nhận."),
        fields={"kind": label("errors", "Hãy chọn lại loại khoản nhận")},
        kinds=tuple(ENTRY_KIND_LABELS[one] for one in RIGHT_TO_RECEIVE),
    )


def _wrong_kind() -> UserError:
    return UserError(
        "deposit_kind_wrong",
        label("errors", "Khoản chi chỉ gồm: {kinds}. Hãy chọn lại loại khoản chi."),
        fields={"kind": label("errors", "Hãy chọn lại loại khoản chi")},
        kinds=tuple(ENTRY_KIND_LABELS[one] for one in PAID if one is not EntryKind.RETURNED),
    )
