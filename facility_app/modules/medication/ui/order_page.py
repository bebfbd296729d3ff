"""Y lệnh thuốc: the pharmacist accepts with one key or sends back with a reason; the doctor sees it again."""

from functools import partial
from typing import Any, Final

from PySide6.QtGui import QHideEvent
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.modules.medication.domain import PRESCRIBE, SEE_PRIVATE_LINES, VERIFY_ORDERS
from facility_app.modules.medication.queries.desk import OrderLine
from facility_app.modules.medication.service.deciding import refuse_order, verify_order
from facility_app.modules.medication.service.looking import open_private_desk
from facility_app.modules.medication.service.standing import DecideOrder
from facility_app.modules.medication.ui import order_places as places
from facility_app.modules.medication.ui.order_asking import Deciding, ask_reason
from facility_app.modules.medication.ui.order_detail import OrderDetail
from facility_app.modules.medication.ui.order_list import DeskList, order_list
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_card import CHOOSE
from facility_app.ui.lists.split_page import SplitPage
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone

HEAD: Final = label("medication", "Y lệnh đang chọn")
VERIFY: Final = label("verbs", "Duyệt")
SEND_BACK: Final = label("verbs", "Trả lại bác sĩ")
PRESCRIBE_VERB: Final = label("verbs", "Kê thuốc")
AGAIN: Final = label("verbs", "Kê lại")
SEE_PRIVATE: Final = label("verbs", "Xem y lệnh cần giữ kín")
OPEN_PERSON: Final = label("verbs", "Mở thẻ Thuốc của người này")
BACK_TEXT: Final = label(
    "medication",
    "{medicine} cho {name}: y lệnh kết thúc tại đây, bác sĩ thấy lý do và kê lại nếu cần. Viết điều cần hỏi.",
)
FREQUENT: Final = (
    label("medication", "Liều cao hơn thường dùng, xin bác sĩ xem lại"),
    label("medication", "Trùng hoạt chất với y lệnh đang dùng"),
    label("medication", "Hết thuốc, xin đổi thuốc khác"),
)
VERIFIED: Final = label("medication", "Đã duyệt {medicine} cho {name}.")
SENT_BACK: Final = label("medication", "Đã trả lại y lệnh {medicine} của {name}.")
SEEN: Final = label(
    "medication", "Đang hiện {count} y lệnh cần giữ kín; lần xem này được ghi lại. Rời trang là ẩn."
)
IS_OVER: Final = label("medication", "Y lệnh này đã kết thúc.")
NOT_BACK: Final = label("medication", "Chỉ y lệnh dược sĩ trả lại mới kê lại ở đây.")
IS_SHOWN: Final = label("medication", "Đang hiện các y lệnh này.")
HINT: Final = label(
    "medication", "chỉ gồm y lệnh chờ duyệt và bị trả lại · F8 duyệt · F7 trả lại · Ctrl+N kê thuốc"
)


class OrdersPage(SplitPage):
    """Orders that wait and those sent back, and the one selected in full."""

    def __init__(self, context: PageContext) -> None:
        """Make the page."""
        self._desk = DeskList()
        super().__init__(context, order_list(self._desk), HEAD, shares=(770, 330), selects_first=True)
        self._deciding = Deciding(context, self)
        self._facts = OrderDetail(context.theme, self.inside)
        self.detail_box.addWidget(self._facts)
        self.detail_box.addStretch(1)

    def verify(self) -> None:
        """The order selected is released."""
        line = self._waiting()
        if line is not None:
            said = tr(VERIFIED, medicine=line.row.medicine.name, name=line.who.name)
            self._deciding.do(partial(_verify, _decision(line)), said, self._on_decided)

    def send_back(self) -> None:
        """The order selected goes back to the doctor."""
        line = self._waiting()
        if line is not None:
            text = tr(BACK_TEXT, medicine=line.row.medicine.name, name=line.who.name)
            frequent = tuple(tr(one) for one in FREQUENT)
            ask_reason(self.context, self, SEND_BACK, text, partial(self._on_reason, line), frequent=frequent)

    def prescribe(self) -> None:
        """A new order."""
        self.context.go(Route(places.PRESCRIBE))

    def again(self) -> None:
        """What came back is written anew."""
        line = self._line()
        if line is not None:
            self.context.go(Route(places.PRESCRIBE, line.row.resident_id, {places.ORDER_ARG: line.row.order_id}))

    def open_person(self) -> None:
        """Everything the person takes."""
        line = self._line()
        if line is not None:
            self.context.go(Route(places.PERSON, line.row.resident_id, {places.TAB_ARG: places.TAB}))

    def see_private(self) -> None:
        """Show orders that reveal HIV; the look is written down."""
        op = self.context.runner.command(self, open_private_desk)
        op.success(self._on_seen).failure(self._on_refused).run()

    def _line(self) -> OrderLine | None:
        line = self.selected()
        return line if isinstance(line, OrderLine) else None

    def _waiting(self) -> OrderLine | None:
        line = self._line()
        return None if line is None or line.is_sent_back else line

    def _why_not_waiting(self) -> str | None:
        if self._line() is None:
            return tr(CHOOSE)
        return tr(IS_OVER) if self._waiting() is None else None

    def _why_not_again(self) -> str | None:
        line = self._line()
        if line is None:
            return tr(CHOOSE)
        return None if line.is_sent_back and not line.is_private else tr(NOT_BACK)

    def _why_no_person(self) -> str | None:
        return None if self._line() is not None else tr(CHOOSE)

    def _why_no_look(self) -> str | None:
        return tr(IS_SHOWN) if self._desk.private else None

    def _on_reason(self, line: OrderLine, reason: str) -> None:
        said = tr(SENT_BACK, medicine=line.row.medicine.name, name=line.who.name)
        self._deciding.do(partial(_refuse, _decision(line, reason)), said, self._on_decided)

    def _on_decided(self, answer: Any) -> None:
        """A private order that was decided is not asked for anew: it leaves the desk."""
        if self._desk.private:
            kept = tuple(line for line in self._desk.private if line.row.order_id != answer.order_id)
            self._desk.private = kept
            self.panel.model.reload()

    def _on_seen(self, lines: tuple[OrderLine, ...]) -> None:
        self._desk.private = lines
        self.panel.model.reload()
        self.context.say(tr(SEEN, count=len(lines)), Tone.INFO)
        self.actions_changed.emit()

    def _on_refused(self, failure: Failure) -> None:
        self.context.say(failure.words, Tone.DANGER)

    @override
    def show_row(self, row: Any) -> None:
        self._facts.show_line(row)
        self.detail.show_content()

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        verify = ActionSpec(
            "medication.verify_order", VERIFY, self.verify, "check", "F8", VERIFY_ORDERS, self._why_not_waiting
        )
        back = ActionSpec(
            "medication.refuse_order",
            SEND_BACK,
            self.send_back,
            "arrow-back-up",
            "F7",
            VERIFY_ORDERS,
            self._why_not_waiting,
        )
        write = ActionSpec(
            "medication.order_medicine", PRESCRIBE_VERB, self.prescribe, "pill", "Ctrl+N", PRESCRIBE
        )
        again = ActionSpec(
            "medication.order_again", AGAIN, self.again, "writing", "", PRESCRIBE, self._why_not_again
        )
        rest = (
            ActionSpec(
                "medication.open_person", OPEN_PERSON, self.open_person, "user", "", None, self._why_no_person,
                is_in_menu=True,
            ),
            ActionSpec(
                "medication.open_private_unverified", SEE_PRIVATE, self.see_private, "eye", "", SEE_PRIVATE_LINES,
                self._why_no_look, is_in_menu=True,
            ),
        )  # fmt: skip
        actor = self.context.actor
        if actor.may(PRESCRIBE) and not actor.may(VERIFY_ORDERS):
            return (write, again, *rest)
        return (verify, back, write, again, *rest)

    @override
    def hint_text(self) -> str:
        return tr(HINT)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._desk.private:
            self._desk.private = ()
            self.panel.model.reload()


def _decision(line: OrderLine, reason: str = "") -> DecideOrder:
    return DecideOrder(line.row.order_id, line.row.version, reason)


def _verify(command: DecideOrder, uow: Any) -> object:
    return verify_order(uow, command)


def _refuse(command: DecideOrder, uow: Any) -> object:
    return refuse_order(uow, command)
