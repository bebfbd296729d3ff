"""Lưu ký on a person's page: what is kept, the ledger, the things, what was issued, with everything to be done."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from facility_app.documents.payload import PlainPaper
from facility_app.kernel.change import Change
from facility_app.kernel.labels import label
from facility_app.kernel.money import Money
from facility_app.modules.deposits.domain import (
    HAND_OUT,
    ISSUE_SUPPLIES,
    KEEP_LEDGER,
    RETURN_DEPOSITS,
    TAKE_IN,
    VIEW_DEPOSITS,
)
from facility_app.modules.deposits.domain.supplies import SUPPLY_LABELS
from facility_app.modules.deposits.papers import account_paper, act_paper, receipt_paper, return_paper, slip_paper
from facility_app.modules.deposits.queries.owing import GivenRow
from facility_app.modules.deposits.service.supplies import CancelSupply, cancel_supply
from facility_app.modules.deposits.ui import columns, deeds, places, words
from facility_app.modules.deposits.ui.custody_seen import Seen, figures_of, read_seen
from facility_app.ui.dialogs.reason import ReasonDialog
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_card import CHOOSE
from facility_app.ui.lists.read_pane import ReadPane
from facility_app.ui.lists.short_card import ShortCard
from facility_app.ui.printing.sheets import PlainPress, Sheets
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.theme import Tone

TITLE = label("deposits", "Tiền, đồ vật lưu ký")
LEDGER, THINGS = label("deposits", "Sổ lưu ký tiền"), label("deposits", "Đồ vật")
ACTS, SUPPLIES = label("deposits", "Phiếu, biên bản đồ vật"), label("deposits", "Còn được cấp phát")
GIVEN = label("deposits", "Đã cấp phát")
THINGS_IN, THINGS_OUT = label("verbs", "Nhận giữ đồ vật"), label("verbs", "Trả, chuyển giao")
SUPPLY, PRINT_ACCOUNT = label("verbs", "Cấp phát đồ dùng"), label("verbs", "In sổ lưu ký")
PRINT_RECEIPT, PRINT_ACT = label("verbs", "In phiếu"), label("verbs", "In phiếu, biên bản")
PRINT_RETURN, CANCEL = label("verbs", "In biên bản trả"), label("verbs", "Ghi dòng điều chỉnh")
CANCEL_TEXT = label("deposits", "{what}: {count}, phiếu {slip}. Số này được tính lại là chưa cấp.")
NOTHING_KEPT = label("deposits", "Cơ sở không giữ tiền hay đồ vật nào trả được cho người này.")
NO_BAG = label("deposits", "Không có túi niêm phong nào trong kho.")
NO_THINGS = label("deposits", "Không còn đồ vật nào trong kho.")
IS_CANCELLED = label("deposits", "Dòng này đã được điều chỉnh.")
IS_CORRECTION = label("deposits", "Dòng điều chỉnh không bị điều chỉnh nữa.")
STILL_HELD = label(
    "deposits", "Còn giữ {amount} là phần kết quả lao động trị liệu, trả khi chấp hành xong (NĐ 163/2026 Đ118.2c)."
)
TOLD_ALREADY = label("deposits", "Dòng này không cần báo, hoặc đã báo.")
DONE = label("deposits", "Đã ghi phiếu {receipt}. Số dư: {balance}.")
INFORMED = label("deposits", "Đã ghi ngày báo cho người cai nghiện.")
RESEALED = label("deposits", "Đã ghi niêm phong, phiếu {number}.")
RETURNED = label("deposits", "Đã trả {amount} và {count} đồ vật.")
KEPT_BACK = label("deposits", "Còn {count} đồ vật cấm: chuyển giao hoặc tiêu hủy, kèm biên bản.")
CANCELLED = label("deposits", "Đã ghi dòng điều chỉnh, phiếu {number}.")
LEAST: Final = 210
"""Height of a card, at 100 %: the head, the column heads and a few rows."""


class CustodyPane(ReadPane):
    """Reads one person's custody and shows it; reads again whenever something of it was saved.

    Attributes:
        states: the faces.
        ledger: rows of money.
        things: what was taken in.
    """

    def __init__(self, press: PlainPress, context: PageContext, resident_id: str) -> None:
        """Ask."""
        super().__init__(context)
        self.resident_id = resident_id
        self.seen: Seen | None = None
        self._cards: dict[str, ShortCard] = {}
        self._sheets = Sheets(context, press, self)
        self.ask()

    @override
    def ask(self) -> None:
        """Read everything."""
        op = self.context.runner.query(self, partial(read_seen, self.resident_id), topic="custody")
        op.success(self._on_read).failure(self.failed).run()

    def receive(self) -> None:
        """Money comes."""
        deeds.ask_receive(self.context, self, self.resident_id).saved.connect(self._on_booked)

    def pay(self) -> None:
        """Money goes."""
        deeds.ask_pay(self.context, self, self.resident_id).saved.connect(self._on_booked)

    def give_back(self) -> None:
        """Everything goes back."""
        deeds.ask_return(self.context, self, self.resident_id).saved.connect(self._on_returned)

    def take_in(self) -> None:
        """Things come."""
        self.context.go(Route(places.TAKE_IN, self.resident_id))

    def hand_out(self) -> None:
        """Things go."""
        self.context.go(Route(places.HAND_OUT, self.resident_id))

    def supply(self) -> None:
        """Something is issued."""
        self.context.go(Route(places.SUPPLIES, self.resident_id))

    def correct(self) -> None:
        """The row chosen was wrong."""
        row = self.ledger.row()
        if row is not None:
            deeds.ask_correct(self.context, self, row).saved.connect(self._on_booked)

    def inform(self) -> None:
        """The person was told of the row chosen."""
        row = self.ledger.row()
        if row is not None:
            deeds.ask_inform(self.context, self, row).saved.connect(self._on_informed)

    def reseal(self) -> None:
        """The bag gets a new seal."""
        bag = None if self.seen is None else self.seen.open_bag
        if bag is not None:
            deeds.ask_reseal(self.context, self, bag).saved.connect(self._on_resealed)

    def cancel_supply(self) -> None:
        """The line chosen was wrong."""
        row = self.given.row()
        if row is None:
            return
        text = tr(CANCEL_TEXT, what=tr(SUPPLY_LABELS[row.supply]), count=row.quantity, slip=row.slip)
        dialog = ReasonDialog(self.context.theme, tr(CANCEL), text, verb=tr(CANCEL), parent=self)
        dialog.given.connect(partial(self._on_cancel_given, row))
        dialog.open()

    def print_account(self) -> None:
        """The ledger as a sheet."""
        self._print(account_paper, self.resident_id, "so luu ky")

    def print_return(self) -> None:
        """The minutes of the return."""
        self._print(return_paper, self.resident_id, "bien ban tra luu ky")

    def print_receipt(self) -> None:
        """The receipt of the row chosen."""
        row = self.ledger.row()
        if row is not None:
            self._print(receipt_paper, row.entry_id, f"phieu {row.receipt}".replace("/", "-"))

    def print_act(self) -> None:
        """The paper of the act chosen."""
        row = self.acts.row()
        if row is not None:
            self._print(act_paper, row.act_id, f"phieu {row.number}".replace("/", "-"))

    def print_slip(self) -> None:
        """The slip of the line chosen."""
        row = self.given.row()
        if row is not None:
            self._print(slip_paper, row.slip_id, f"phieu {row.slip}".replace("/", "-"))

    def _print(self, paper: Callable[[Any, str], PlainPaper], about: str, name: str) -> None:
        self._sheets.show(partial(_paper, paper, about), name)

    def _make_ledger(self) -> ShortCard:
        self.ledger = self.add_list(
            "deposits.ledger", LEDGER, columns.LEDGER_COLUMNS, columns.entry_id, columns.NO_ROWS, least=LEAST
        )
        self.ledger.set_actions(
            (
                ActionSpec(
                    "deposits.print_receipt", PRINT_RECEIPT, self.print_receipt, "printer", "", VIEW_DEPOSITS,
                    self.ledger.why_no_row,
                ),
                ActionSpec(
                    "deposits.inform_resident", deeds.INFORM, self.inform, "user-check", "", KEEP_LEDGER,
                    self._why_no_telling,
                ),
                ActionSpec(
                    "deposits.correct_entry", deeds.CORRECT, self.correct, "arrow-back-up", "", KEEP_LEDGER,
                    self._why_no_correction,
                ),
            )
        )  # fmt: skip
        return self.ledger

    def _make_things(self) -> ShortCard:
        self.things = self.add_list(
            "deposits.items", THINGS, columns.ITEM_COLUMNS, columns.item_id, columns.NO_ITEMS, least=LEAST
        )
        self.things.set_actions(
            (
                ActionSpec("deposits.take_in", THINGS_IN, self.take_in, "package", "", TAKE_IN),
                ActionSpec(
                    "deposits.hand_out", THINGS_OUT, self.hand_out, "door-exit", "", HAND_OUT, self._why_none
                ),
                ActionSpec("deposits.reseal", deeds.RESEAL, self.reseal, "lock", "", HAND_OUT, self._why_no_bag),
            )
        )
        return self.things

    def _make_acts(self) -> ShortCard:
        self.acts = self.add_list(
            "deposits.acts", ACTS, columns.ACT_COLUMNS, columns.act_id, columns.NO_ACTS, least=LEAST
        )
        self.acts.set_actions(
            (
                ActionSpec(
                    "deposits.print_act", PRINT_ACT, self.print_act, "printer", "", VIEW_DEPOSITS,
                    self.acts.why_no_row,
                ),
            )
        )  # fmt: skip
        return self.acts

    def _make_owed(self) -> ShortCard:
        self.owed = self.add_list(
            "deposits.owed", SUPPLIES, columns.OWED_COLUMNS, columns.owed_id, columns.NO_NORM, least=LEAST
        )
        self.owed.set_actions(
            (ActionSpec("deposits.supply", SUPPLY, self.supply, "backpack", "", ISSUE_SUPPLIES),)
        )
        return self.owed

    def _make_given(self) -> ShortCard:
        self.given = self.add_list(
            "deposits.given", GIVEN, columns.GIVEN_COLUMNS, columns.given_id, columns.NOT_GIVEN, least=LEAST
        )
        self.given.set_actions(
            (
                ActionSpec(
                    "deposits.print_slip", PRINT_RECEIPT, self.print_slip, "printer", "", VIEW_DEPOSITS,
                    self.given.why_no_row,
                ),
                ActionSpec(
                    "deposits.cancel_supply", CANCEL, self.cancel_supply, "arrow-back-up", "", ISSUE_SUPPLIES,
                    self._why_no_cancel,
                ),
            )
        )  # fmt: skip
        return self.given

    def _actions(self) -> tuple[ActionSpec, ...]:
        receive = ActionSpec("deposits.receive_money", deeds.RECEIVE, self.receive, "cash", "Ctrl+N", TAKE_IN)
        pay = ActionSpec("deposits.pay_out", deeds.PAY, self.pay, "coin", "Ctrl+Shift+C", KEEP_LEDGER)
        give_back = ActionSpec(
            "deposits.return_all", deeds.RETURN, self.give_back, "door-exit", "Ctrl+Shift+T", RETURN_DEPOSITS,
            self._why_no_return,
        )  # fmt: skip
        account = ActionSpec("deposits.print_account", PRINT_ACCOUNT, self.print_account, "printer")
        minutes = ActionSpec("deposits.print_return", PRINT_RETURN, self.print_return, "printer", is_in_menu=True)
        has_left = self.seen is not None and self.seen.account.has_left
        first = (give_back, receive, pay) if has_left else (receive, pay, give_back)
        return (*first, account, minutes)

    def _on_read(self, seen: Seen) -> None:
        self.seen = seen
        self.turns.run(self._show(seen))

    def _show(self, seen: Seen) -> Iterator[None]:
        """One card a step; the first time each is made before it is shown."""
        if self.seen is not seen:
            return
        self.states.show_content()
        if not self.is_made:
            self.head = self.add_head(TITLE)
        self.head.figures.set_rows(figures_of(seen))
        self.head.bar.set_actions(self._actions())
        yield
        for list_id, make, rows in (
            ("deposits.ledger", self._make_ledger, seen.entries),
            ("deposits.items", self._make_things, seen.items),
            ("deposits.acts", self._make_acts, seen.acts),
            ("deposits.owed", self._make_owed, seen.owed),
            ("deposits.given", self._make_given, seen.given),
        ):
            if not self.is_made:
                self._cards[list_id] = make()
            self._cards[list_id].show_rows(rows)
            yield
        self.is_made = True

    def _on_booked(self, booked: Any) -> None:
        self.context.say(tr(DONE, receipt=booked.receipt, balance=words.amount(booked.balance)))

    def _on_informed(self, _answer: object) -> None:
        self.context.say(tr(INFORMED))

    def _on_resealed(self, noted: Any) -> None:
        self.context.say(tr(RESEALED, number=noted.number))

    def _on_returned(self, told: Any) -> None:
        pieces = 0 if told.things is None else told.things.pieces
        self.context.say(tr(RETURNED, amount=words.amount(told.amount), count=pieces))
        if told.held > Money(0):
            self.context.say(tr(STILL_HELD, amount=words.amount(told.held)), Tone.WARNING)
        if told.kept_back:
            self.context.say(tr(KEPT_BACK, count=told.kept_back), Tone.WARNING)
        self.print_return()

    def _on_cancel_given(self, row: GivenRow, reason: str) -> None:
        op = self.context.runner.command(self, partial(_cancel, CancelSupply(row.line_id, reason)))
        op.success(self._on_cancelled).failure(self.refused).run()

    def _on_cancelled(self, issued: Any) -> None:
        self.context.say(tr(CANCELLED, number=issued.number))

    def _why_no_return(self) -> str | None:
        kept = None if self.seen is None else self.seen.account.kept
        has_any = kept is not None and (kept.balance > Money(0) or kept.pieces > kept.forbidden)
        return None if has_any else tr(NOTHING_KEPT)

    def _why_none(self) -> str | None:
        return None if self.seen is not None and self.seen.account.kept.pieces else tr(NO_THINGS)

    def _why_no_bag(self) -> str | None:
        return None if self.seen is not None and self.seen.open_bag is not None else tr(NO_BAG)

    def _why_no_telling(self) -> str | None:
        row = self.ledger.row()
        if row is None:
            return tr(CHOOSE)
        return None if row.needs_telling else tr(TOLD_ALREADY)

    def _why_no_correction(self) -> str | None:
        row = self.ledger.row()
        if row is None:
            return tr(CHOOSE)
        if row.cancels:
            return tr(IS_CORRECTION)
        return tr(IS_CANCELLED) if row.cancelled_by else None

    def _why_no_cancel(self) -> str | None:
        row = self.given.row()
        if row is None:
            return tr(CHOOSE)
        return tr(IS_CANCELLED) if row.is_cancelled or row.cancels else None

    @override
    def refresh(self, change: Change) -> None:
        if not places.TABLES.isdisjoint(change.tables):
            self.ask()

    @override
    def first_focus(self) -> QWidget:
        return self.ledger.table if self.is_made else self


def _paper(paper: Callable[[Any, str], PlainPaper], about: str, uow: Any) -> PlainPaper:
    return paper(uow, about)


def _cancel(command: CancelSupply, uow: Any) -> object:
    return cancel_supply(uow, command)
