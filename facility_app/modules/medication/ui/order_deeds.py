"""What is done with the order chosen on a person's tab: changed, stopped, paused, let go on; and why not."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import Label, label
from facility_app.modules.medication.domain import PRESCRIBE
from facility_app.modules.medication.domain.orders import OrderState
from facility_app.modules.medication.service.deciding import hold_order, resume_order, stop_order
from facility_app.modules.medication.service.standing import DecideOrder
from facility_app.modules.medication.ui import order_places as places
from facility_app.modules.medication.ui.order_asking import Deciding, ask_reason
from facility_app.modules.medication.ui.order_columns import OrderShown
from facility_app.modules.medication.ui.order_reaction import REACTION
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_card import CHOOSE
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route

CHANGE: Final = label("verbs", "Đổi y lệnh")
STOP: Final = label("verbs", "Ngừng")
HOLD: Final = label("verbs", "Tạm ngừng")
RESUME: Final = label("verbs", "Cho dùng tiếp")
STOP_TEXT: Final = label("medication", "{medicine}: từ bây giờ không cho dùng nữa; liều đã ghi vẫn giữ nguyên.")
HOLD_TEXT: Final = label("medication", "{medicine}: điều dưỡng không cho dùng cho đến khi bác sĩ cho dùng tiếp.")
STOPPED: Final = label("medication", "Đã ngừng {medicine}.")
HELD: Final = label("medication", "Đã cho tạm ngừng {medicine}.")
RESUMED: Final = label("medication", "{medicine}: đã cho dùng tiếp.")
IS_OVER: Final = label("medication", "Y lệnh này đã kết thúc.")
IS_HELD: Final = label("medication", "Y lệnh này đang tạm ngừng.")
NOT_HELD: Final = label("medication", "Y lệnh này không tạm ngừng.")
KEPT_APART: Final = label("medication", "Y lệnh cần giữ kín: ngừng rồi kê y lệnh mới.")


@dataclass(frozen=True, slots=True)
class OrderDeeds:
    """The verbs about the order chosen.

    Attributes:
        context: of the tab.
        over: the tab.
        deciding: takes the decision and says so.
        chosen: the order the verbs are about; None where none is.
        private_changed: hears that an order kept apart is another one now.
        stopped: hears that an order was stopped, and why.
    """

    context: PageContext
    over: QWidget
    deciding: Deciding
    chosen: Callable[[], OrderShown | None]
    private_changed: Callable[..., None]
    stopped: Callable[[OrderShown, str], None]

    def change(self) -> None:
        """The order is to be another one."""
        one = self.chosen()
        if one is not None:
            asked = {places.ORDER_ARG: one.row.order_id}
            self.context.go(Route(places.PRESCRIBE, one.row.resident_id, asked))

    def stop(self) -> None:
        """The order ends."""
        one = self.chosen()
        if one is not None:
            text = tr(STOP_TEXT, medicine=one.row.medicine.name)
            then = partial(self._decide, stop_order, one, STOPPED)
            offered = (tr(REACTION),)
            ask_reason(self.context, self.over, STOP, text, then, is_dangerous=True, frequent=offered)

    def hold(self) -> None:
        """The order is paused."""
        one = self.chosen()
        if one is not None:
            text = tr(HOLD_TEXT, medicine=one.row.medicine.name)
            ask_reason(self.context, self.over, HOLD, text, partial(self._decide, hold_order, one, HELD))

    def resume(self) -> None:
        """The order goes on."""
        one = self.chosen()
        if one is not None:
            self._decide(resume_order, one, RESUMED, "")

    def actions(self) -> tuple[ActionSpec, ...]:
        """The verbs, in the order they stand on the card."""
        made = (
            ("replace_order", CHANGE, self.change, "writing", self._why_no_change),
            ("stop_order", STOP, self.stop, "ban", self._why_over),
            ("hold_order", HOLD, self.hold, "hand-stop", self._why_no_hold),
            ("resume_order", RESUME, self.resume, "check", self._why_no_resume),
        )
        return tuple(
            ActionSpec(f"medication.{one}", text, run, icon, "", PRESCRIBE, why)
            for one, text, run, icon, why in made
        )

    def _decide(
        self, verb: Callable[[Any, DecideOrder], object], one: OrderShown, said: Label, reason: str
    ) -> None:
        command = DecideOrder(one.row.order_id, one.row.version, reason)
        then = partial(self._on_decided, verb is stop_order, one, reason)
        self.deciding.do(partial(_decided, verb, command), tr(said, medicine=one.row.medicine.name), then)

    def _on_decided(self, is_stopped: bool, one: OrderShown, reason: str, answer: object) -> None:
        if one.is_private:
            self.private_changed(answer)
        if is_stopped:
            self.stopped(one, reason)

    def _why_over(self) -> str | None:
        one = self.chosen()
        if one is None:
            return tr(CHOOSE)
        return tr(IS_OVER) if one.row.state is OrderState.ENDED else None

    def _why_no_hold(self) -> str | None:
        return self._why_over() or (tr(IS_HELD) if self._is_held() else None)

    def _why_no_resume(self) -> str | None:
        return self._why_over() or (None if self._is_held() else tr(NOT_HELD))

    def _why_no_change(self) -> str | None:
        one = self.chosen()
        return self._why_over() or (tr(KEPT_APART) if one is not None and one.is_private else None)

    def _is_held(self) -> bool:
        one = self.chosen()
        return one is not None and one.row.state is OrderState.HELD


def _decided(verb: Callable[[Any, DecideOrder], object], command: DecideOrder, uow: Any) -> object:
    return verb(uow, command)
