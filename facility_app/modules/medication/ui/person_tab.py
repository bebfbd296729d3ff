"""Thuốc on a person's page: orders, doses, allergies, medicine of the family; what reveals HIV when asked for."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from typing import Any, Final

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from facility_app.documents.payload import PlainPaper
from facility_app.kernel.change import Change
from facility_app.kernel.labels import Label, label
from facility_app.kernel.paging import PageRequest
from facility_app.modules.medication.domain import KEEP_ALLERGIES, PRESCRIBE, SEE_PRIVATE_LINES, VIEW_MAR
from facility_app.modules.medication.domain.orders import OrderKind, OrderState
from facility_app.modules.medication.papers.sheets import PAGE_DAYS, MarPage
from facility_app.modules.medication.queries.external import ExternalRow
from facility_app.modules.medication.queries.history import AllergyRow, Asked
from facility_app.modules.medication.service.allergies import Noted, VoidAllergy
from facility_app.modules.medication.service.looking import OpenPerson
from facility_app.modules.medication.service.printing import PrintPrivateMar, print_private_mar
from facility_app.modules.medication.ui import external_columns
from facility_app.modules.medication.ui import order_columns as columns
from facility_app.modules.medication.ui import order_places as places
from facility_app.modules.medication.ui import order_words as words
from facility_app.modules.medication.ui.external_deeds import ExternalDeeds
from facility_app.modules.medication.ui.mar_asking import MAR_FILE, ask_mar
from facility_app.modules.medication.ui.order_allergy import (
    ADD,
    LISTED,
    NO_ALLERGY,
    NOTED_NONE,
    WITHDRAW_NONE,
    WITHDRAW_TEXT,
    WITHDRAWN,
    ask_allergy,
    asked_none,
    strike_allergy,
    withdraw_none,
)
from facility_app.modules.medication.ui.order_asking import Deciding, ask_reason
from facility_app.modules.medication.ui.order_columns import DoseShown, OrderShown
from facility_app.modules.medication.ui.order_deeds import OrderDeeds
from facility_app.modules.medication.ui.order_person import (
    MOST_DOSES,
    Private,
    Seen,
    figures_of,
    look_at_private,
    read_person,
)
from facility_app.modules.medication.ui.order_reaction import Reactions
from facility_app.modules.medication.ui.overdose_card import CARD, show_card
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_card import CHOOSE
from facility_app.ui.lists.read_pane import ReadPane
from facility_app.ui.lists.short_card import ShortCard
from facility_app.ui.models import ColumnSpec
from facility_app.ui.printing.sheets import SheetPress, Sheets
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.theme import Tone

TITLE: Final = label("medication", "Thuốc")
ORDERS: Final = label("medication", "Y lệnh")
DOSES: Final = label("medication", "Liều bảy ngày qua")
ALLERGIES: Final = label("medication", "Dị ứng thuốc")
EXTERNAL: Final = label("medication", "Thuốc gia đình mang đến")
PRESCRIBE_VERB: Final = label("verbs", "Kê thuốc")
NEEDED: Final = label("verbs", "Kê thuốc khi cần")
VOID_ALLERGY: Final = label("verbs", "Gạch bỏ")
WITH_PAST: Final = label("verbs", "Hiện y lệnh đã kết thúc")
NO_PAST: Final = label("verbs", "Ẩn y lệnh đã kết thúc")
PRINT_MAR: Final = label("verbs", "In phiếu theo dõi dùng thuốc…")
PRINT_PRIVATE_MAR: Final = label("verbs", "In phiếu theo dõi dùng thuốc, phần giữ kín…")
SEE_PRIVATE: Final = label("verbs", "Xem thuốc cần giữ kín")
VOID_TEXT: Final = label(
    "medication", "Dị ứng {substance}: gạch bỏ vì ghi nhầm; dòng cũ vẫn đọc được trong nhật ký."
)
NOTED: Final = label("medication", "Đã ghi dị ứng; mọi y lệnh sau sẽ được kiểm tra với dị ứng này.")
NOTED_PRIVATE: Final = label(
    "medication",
    "Đã ghi dị ứng. Dị ứng này làm lộ tình trạng bệnh nên được giữ kín: người đứng đầu, và nhân viên y tế "
    "được cấp quyền, xem được bằng “Xem thuốc cần giữ kín”; mọi y lệnh vẫn được kiểm tra với dị ứng này.",
)
VOIDED: Final = label("medication", "Đã gạch bỏ dị ứng {substance}.")
SEEN: Final = label("medication", "Đang hiện cả thuốc cần giữ kín; lần xem này được ghi lại. Rời thẻ là ẩn.")
NONE_PRIVATE: Final = label("medication", "Không có thuốc nào cần giữ kín. Lần xem này được ghi lại.")
WHY_PRIVATE: Final = label(
    "medication", "Thuốc, dị ứng làm lộ tình trạng bệnh của người này. Việc xem được ghi vào hồ sơ; nêu rõ lý do."
)
IS_SHOWN: Final = label("medication", "Đang hiện các thuốc này.")
LEAST: Final = 168
"""Height of a card with few rows, at 100 %."""


class MedicinePane(ReadPane):
    """Reads what one person takes and shows it; reads again whenever something of it was saved.

    Attributes:
        states: the faces.
        orders: the orders; ``deeds`` are about the one chosen.
        allergies: what the person cannot take.
        external: medicine of the family; ``external_deeds`` are about the one chosen.
    """

    def __init__(self, press: SheetPress, context: PageContext, resident_id: str) -> None:
        """Ask; ``press`` sets the MAR."""
        super().__init__(context)
        self.resident_id = resident_id
        self.seen: Seen | None = None
        self._private: Private | None = None
        self._why = ""
        self._has_past = False
        self._deciding = Deciding(context, self)
        self.reactions = Reactions(context, self, self._groups, self._on_noted)
        self.deeds = OrderDeeds(
            context, self, self._deciding, self._chosen, self._on_private_changed, self.reactions.offer
        )
        self.external_deeds = ExternalDeeds(context, self, self._deciding, resident_id, self._brought)
        self._sheets = Sheets(context, press, self)
        self.ask()

    # What can be done.

    @override
    def ask(self) -> None:
        """Read everything but what reveals HIV."""
        op = self.context.runner.query(
            self, partial(read_person, self.resident_id, self._has_past), topic="medicines"
        )
        op.success(self._on_read).failure(self.failed).run()

    def prescribe(self) -> None:
        """A new order."""
        self.context.go(Route(places.PRESCRIBE, self.resident_id))

    def prescribe_needed(self) -> None:
        """A new order as needed."""
        kind = OrderKind.AS_NEEDED.value
        self.context.go(Route(places.PRESCRIBE, self.resident_id, {places.KIND_ARG: kind}))

    def toggle_past(self) -> None:
        """Show ended orders too, or no more."""
        self._has_past = not self._has_past
        self.ask()

    def add_allergy(self) -> None:
        """Something the person cannot take."""
        ask_allergy(self.context, self, self.resident_id, self._groups(), self._on_noted)

    def _groups(self) -> tuple[tuple[str, Label], ...]:
        return () if self.seen is None else self.seen.groups

    def note_no_allergy(self) -> None:
        """They were asked, and know of none."""
        self._deciding.do(partial(asked_none, self.resident_id), tr(NOTED_NONE))

    def withdraw_no_allergy(self) -> None:
        """That there is none was noted by mistake."""
        asked = None if self.seen is None else self.seen.asked
        if asked is not None:
            ask_reason(self.context, self, WITHDRAW_NONE, tr(WITHDRAW_TEXT), partial(self._on_withdraw, asked))

    def void_allergy(self) -> None:
        """The allergy chosen was written down by mistake."""
        row = self.allergies.row()
        if row is not None:
            text = tr(VOID_TEXT, substance=row.substance)
            ask_reason(self.context, self, VOID_ALLERGY, text, partial(self._on_void, row))

    def print_mar(self) -> None:
        """Days of this person on paper, first asked which."""
        ask_mar(self.context, self, self._sheets, self.resident_id, self.context.today())

    def print_private_mar(self) -> None:
        """The last days of what reveals HIV, first asked why; nothing of it waits in a draft."""
        ask_reason(self.context, self, PRINT_PRIVATE_MAR, tr(WHY_PRIVATE), self._on_print_why)

    def show_overdose(self) -> None:
        """What is done when somebody took too much."""
        show_card(self.context, self)

    def see_private(self) -> None:
        """Show what reveals HIV: why, then what; the look is written down."""
        ask_reason(self.context, self, SEE_PRIVATE, tr(WHY_PRIVATE), self._look)

    def _look(self, reason: str) -> None:
        self._why = reason
        self._look_again(self._on_looked)

    def _look_again(self, then: Callable[[Private], None]) -> None:
        size = PageRequest(size=MOST_DOSES)
        asked = OpenPerson(self.resident_id, self._why, with_past=self._has_past, request=size)
        op = self.context.runner.command(self, partial(look_at_private, asked))
        op.success(then).failure(self.refused).run()

    def _on_print_why(self, reason: str) -> None:
        days = max(PAGE_DAYS)
        first = self.context.today() - timedelta(days=days - 1)
        asked = PrintPrivateMar(MarPage(self.resident_id, first, days), reason)
        self._sheets.take(partial(_private_mar, asked), MAR_FILE)

    # How it is made.

    def _chosen(self) -> OrderShown | None:
        one = self.orders.row() if self.is_made else None
        return one if isinstance(one, OrderShown) else None

    def _brought(self) -> ExternalRow | None:
        one = self.external.row() if self.is_made else None
        return one if isinstance(one, ExternalRow) else None

    def _make(self) -> Iterator[None]:
        self.head = self.add_head(TITLE)
        yield
        self.orders = self._list(
            "medication.person_orders", ORDERS, columns.ORDERS, columns.order_id, columns.NO_ORDERS
        )
        self.orders.set_actions(self.deeds.actions())
        yield
        self.doses = self._list("medication.person_doses", DOSES, columns.DOSES, columns.dose_id, columns.NO_DOSES)
        yield
        self.allergies = self._list(
            "medication.person_allergies", ALLERGIES, columns.ALLERGIES, columns.allergy_id, columns.NO_ALLERGIES
        )
        add = ActionSpec(
            "medication.add_allergy", ADD, self.add_allergy, "alert-circle", "Ctrl+Shift+D", KEEP_ALLERGIES
        )
        void = ActionSpec(
            "medication.void_allergy",
            VOID_ALLERGY,
            self.void_allergy,
            "x",
            "",
            KEEP_ALLERGIES,
            self._why_no_allergy,
        )
        none = ActionSpec(
            "medication.note_no_allergy", NO_ALLERGY, self.note_no_allergy, "check", "", KEEP_ALLERGIES,
            self._why_not_none,
        )  # fmt: skip
        withdraw = ActionSpec(
            "medication.withdraw_no_allergy", WITHDRAW_NONE, self.withdraw_no_allergy, "x", "", KEEP_ALLERGIES,
            self._why_not_asked, is_in_menu=True,
        )  # fmt: skip
        self.allergies.set_actions((add, none, void, withdraw))
        yield
        self.external = self.add_list(
            "medication.person_external",
            EXTERNAL,
            external_columns.COLUMNS,
            external_columns.external_id,
            external_columns.NONE_BROUGHT,
            least=LEAST,
        )
        self.external.set_actions(self.external_deeds.actions())
        self.column.addStretch(1)
        self.is_made = True

    def _list(
        self,
        list_id: str,
        title: Label,
        shown: tuple[ColumnSpec[Any], ...],
        row_id: Callable[[Any], str],
        empty: Label,
    ) -> ShortCard:
        return self.add_list(list_id, title, shown, row_id, empty, least=LEAST, stays_here=columns.is_private)

    def _head_actions(self) -> tuple[ActionSpec, ...]:
        past = NO_PAST if self._has_past else WITH_PAST
        return (
            ActionSpec("medication.order_medicine", PRESCRIBE_VERB, self.prescribe, "pill", "Ctrl+N", PRESCRIBE),
            ActionSpec("medication.order_needed", NEEDED, self.prescribe_needed, "clock", "", PRESCRIBE),
            ActionSpec("medication.with_past", past, self.toggle_past, "history"),
            ActionSpec(
                "medication.print_mar", PRINT_MAR, self.print_mar, "printer", "Ctrl+P", VIEW_MAR, is_in_menu=True
            ),
            ActionSpec(
                "medication.print_private_mar", PRINT_PRIVATE_MAR, self.print_private_mar, "lock", "",
                SEE_PRIVATE_LINES, is_in_menu=True,
            ),
            ActionSpec(
                "medication.overdose", CARD, self.show_overdose, "heartbeat", "", VIEW_MAR, is_in_menu=True,
            ),
            ActionSpec(
                "medication.open_private_orders", SEE_PRIVATE, self.see_private, "eye", "", SEE_PRIVATE_LINES,
                self._why_no_look, is_in_menu=True,
            ),
        )  # fmt: skip

    def _show(self) -> Iterator[None]:
        """One card a step; the first time each is made before it is shown."""
        self.states.show_content()
        if not self.is_made:
            yield from self._make()
        seen, private = self.seen, self._private or Private()
        if seen is None:
            return
        self.head.figures.set_rows(figures_of(seen, private))
        self.head.bar.set_actions(self._head_actions())
        orders = [OrderShown(row) for row in seen.orders] + private.shown_orders()
        orders.sort(key=_order_place)
        doses = [DoseShown(row) for row in seen.doses] + private.shown_doses()
        doses.sort(key=_dose_place, reverse=True)
        cannot = (*private.allergies, *seen.allergies)
        for card, rows in (
            (self.orders, orders),
            (self.doses, doses),
            (self.allergies, cannot),
            (self.external, seen.external),
        ):
            yield
            card.show_rows(rows)

    # Why not.

    def _why_no_allergy(self) -> str | None:
        return self.allergies.why_no_row() if self.is_made else tr(CHOOSE)

    def _why_not_none(self) -> str | None:
        has_any = self.seen is not None and self.seen.allergies
        return tr(LISTED) if has_any else None

    def _why_not_asked(self) -> str | None:
        return tr(words.NOT_ASKED) if self.seen is None or self.seen.asked is None else None

    def _on_withdraw(self, asked: Asked, reason: str) -> None:
        command = VoidAllergy(asked.asked_id, asked.version, reason)
        self._deciding.do(partial(withdraw_none, command), tr(WITHDRAWN))

    def _why_no_look(self) -> str | None:
        return tr(IS_SHOWN) if self._private is not None else None

    # What happens.

    def _on_read(self, seen: Seen) -> None:
        self.seen = seen
        self.turns.run(self._show())

    def _on_looked(self, private: Private) -> None:
        self._private = private
        has_any = private.orders or private.doses or private.allergies
        self.context.say(tr(SEEN if has_any else NONE_PRIVATE), Tone.INFO)
        self.turns.run(self._show())

    def _on_private_read(self, private: Private) -> None:
        # Left meanwhile: what comes late is not shown.
        if self._private is not None:
            self._private = private
            self.turns.run(self._show())

    def _on_private_changed(self, _answer: object = None) -> None:
        if self._private is not None:
            self._look_again(self._on_private_read)

    def _on_noted(self, noted: Noted) -> None:
        self.context.say(tr(NOTED_PRIVATE if noted.is_private else NOTED))
        self._on_private_changed()

    def _on_void(self, row: AllergyRow, reason: str) -> None:
        command = VoidAllergy(row.allergy_id, row.version, reason)
        said = tr(VOIDED, substance=row.substance)
        self._deciding.do(partial(strike_allergy, command), said, self._on_private_changed)

    @override
    def refresh(self, change: Change) -> None:
        if not places.TABLES.isdisjoint(change.tables):
            self.ask()

    @override
    def first_focus(self) -> QWidget:
        return self.orders.table if self.is_made else self

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._private is not None:
            self._private, self._why = None, ""
            self.turns.run(self._show())


def _order_place(one: OrderShown) -> tuple[bool, float]:
    return one.row.state is OrderState.ENDED, -one.row.ordered_at.timestamp()


def _dose_place(one: DoseShown) -> tuple[Any, ...]:
    return one.row.due_on, one.row.given_at


def _private_mar(asked: PrintPrivateMar, uow: Any) -> PlainPaper:
    return print_private_mar(uow, asked)
