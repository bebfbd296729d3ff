"""Medicine the family brought, on a person's tab: received, decided by a doctor, handed back or destroyed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import Label, label
from facility_app.modules.medication.domain import DECIDE_EXTERNAL, KEEP_EXTERNAL
from facility_app.modules.medication.domain.external import (
    END_LABELS,
    MOST_DAYS,
    MOST_UNITS,
    ExternalEnd,
    ExternalState,
)
from facility_app.modules.medication.queries.external import RELATIONS, UNITS, ExternalRow
from facility_app.modules.medication.service.external import (
    DecideExternal,
    EndExternal,
    External,
    ReceiveExternal,
    accept_external,
    end_external,
    receive_external,
    refuse_external,
    void_external,
)
from facility_app.modules.medication.ui.order_asking import Deciding, ask_reason
from facility_app.ui.dialogs.asking import ask
from facility_app.ui.forms.beginning import new_form, shown
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.usual import any_day, line, past_day
from facility_app.ui.forms.value_fields import NumberField
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_card import CHOOSE
from facility_app.ui.shell.spec import ActionSpec, PageContext

ENDS: Final = tuple((one.value, text) for one, text in END_LABELS.items())
RECEIVE: Final = label("verbs", "Ghi thuốc gia đình mang đến")
ACCEPT: Final = label("verbs", "Cho dùng")
REFUSE: Final = label("verbs", "Không cho dùng")
END: Final = label("verbs", "Trả lại, hủy")
VOID: Final = label("verbs", "Gạch bỏ")
RECEIVE_TEXT: Final = label(
    "medication",
    "Thuốc gia đình mang đến chỉ được dùng khi có đơn thuốc và có Tổ Y tế giám sát (NĐ 163/2026/NĐ-CP Đ114.5). "
    "Không có đơn vẫn ghi, để bác sĩ quyết định và trả lại.",
)
REFUSE_TEXT: Final = label("medication", "{medicine}: nêu lý do không cho dùng; sau đó trả lại hoặc hủy đủ số.")
DOUBT_TEXT: Final = label(
    "medication", "{medicine}: {rule} Quy tắc chưa phê duyệt nên chỉ nhắc; nếu vẫn cho dùng, hãy ghi lý do."
)
VOID_TEXT: Final = label("medication", "{medicine}: gạch bỏ vì ghi nhầm; dòng cũ vẫn đọc được trong nhật ký.")
END_TEXT: Final = label("medication", "{medicine}: đếm lại số còn rồi ghi trả hoặc hủy; chỉ ghi một lần.")
ACCEPTED: Final = label("medication", "{medicine}: được dùng. Hãy ra y lệnh để điều dưỡng cho dùng.")
REFUSED: Final = label("medication", "{medicine}: không cho dùng. Hãy trả lại hoặc hủy.")
VOIDED: Final = label("medication", "Đã gạch bỏ {medicine}.")
RECEIVED: Final = label("medication", "Đã ghi; chờ bác sĩ quyết định.")
ENDED: Final = label("medication", "Đã ghi trả lại, hủy.")
IS_DECIDED: Final = label("medication", "Bác sĩ đã quyết định về thuốc này.")
HAS_LEFT: Final = label("medication", "Người này đã ra cơ sở; thuốc còn lại phải trả hoặc hủy đủ.")
IS_WAITING: Final = label("medication", "Thuốc này chờ bác sĩ quyết định.")
IS_ENDED: Final = label("medication", "Thuốc này đã trả lại hoặc đã hủy.")


@dataclass(frozen=True, slots=True)
class ExternalDeeds:
    """The verbs of the card.

    Attributes:
        context: of the tab.
        over: the tab.
        deciding: takes the decision and says so.
        resident_id: whose family it is.
        chosen: the row the verbs are about; None where none is.
    """

    context: PageContext
    over: QWidget
    deciding: Deciding
    resident_id: str
    chosen: Callable[[], ExternalRow | None]

    def receive(self) -> None:
        """Something came."""
        form = new_form()
        form.add(
            line("brought_by", label("medication", "Người mang đến"), is_required=True),
            _codes("relation", label("medication", "Quan hệ"), RELATIONS),
            spans=(7, 5),
        )
        form.add(
            line("medicine", label("medication", "Thuốc, như in trên vỏ"), is_required=True),
            line("strength", label("medication", "Hàm lượng")),
            spans=(7, 5),
        )
        form.add(
            _quantity(MOST_UNITS),
            _codes("unit", label("medication", "Đơn vị"), UNITS),
            spans=(6, 6),
        )
        form.add(
            line("lot", label("medication", "Số lô")),
            any_day(self.context, "expires_on", label("medication", "Hạn dùng")),
            NumberField("lasts_days", label("medication", "Đủ dùng (ngày)"), least=1, most=MOST_DAYS),
            spans=(4, 4, 4),
        )
        form.add(
            line("prescriber", label("medication", "Người kê đơn")),
            line("place", label("medication", "Nơi kê đơn")),
            spans=(6, 6),
        )
        form.add(
            line("number", label("medication", "Số đơn")),
            past_day(self.context, "prescribed_on", label("medication", "Ngày kê")),
            spans=(6, 6),
        )
        key = f"medication.external/{self.resident_id}"
        save = partial(_receive, self.resident_id)
        dialog = ask(self.context, self.over, form, key, RECEIVE, tr(RECEIVE_TEXT), shown(), save)
        dialog.saved.connect(partial(self._say, RECEIVED))

    def accept(self) -> None:
        """The doctor lets it in."""
        row = self.chosen()
        if row is None:
            return
        if row.doubt is None:
            self._decide(accept_external, row, ACCEPTED, "")
        else:
            then = partial(self._decide, accept_external, row, ACCEPTED)
            text = tr(DOUBT_TEXT, medicine=row.medicine, rule=row.doubt)
            ask_reason(self.context, self.over, ACCEPT, text, then)

    def refuse(self) -> None:
        """The doctor does not."""
        self._for_reason(REFUSE, REFUSE_TEXT, refuse_external, REFUSED)

    def void(self) -> None:
        """It was written down by mistake."""
        self._for_reason(VOID, VOID_TEXT, void_external, VOIDED)

    def end(self) -> None:
        """What is left goes."""
        row = self.chosen()
        if row is None:
            return
        form = new_form()
        form.add(_codes("how", label("medication", "Cách xử lý"), ENDS), _quantity(row.quantity), spans=(7, 5))
        form.add(line("with_whom", label("medication", "Người nhận lại, người chứng kiến hủy"), is_required=True))
        begin = shown() if row.state is ExternalState.ACCEPTED else shown(quantity=row.quantity)
        key = f"medication.external_end/{row.external_id}"
        text = tr(END_TEXT, medicine=row.medicine)
        dialog = ask(self.context, self.over, form, key, END, text, begin, partial(_end, row))
        dialog.saved.connect(partial(self._say, ENDED))

    def actions(self) -> tuple[ActionSpec, ...]:
        """The verbs, in the order they stand on the card."""
        receive = ActionSpec("medication.receive_external", RECEIVE, self.receive, "plus", "", KEEP_EXTERNAL)
        made = (
            ("accept_external", ACCEPT, self.accept, "check", DECIDE_EXTERNAL, self._why_no_decision),
            ("refuse_external", REFUSE, self.refuse, "ban", DECIDE_EXTERNAL, self._why_no_decision),
            ("end_external", END, self.end, "arrow-back-up", KEEP_EXTERNAL, self._why_no_end),
            ("void_external", VOID, self.void, "x", KEEP_EXTERNAL, self._why_no_strike),
        )
        rest = (
            ActionSpec(f"medication.{one}", text, run, icon, "", right, why)
            for one, text, run, icon, right, why in made
        )
        return receive, *rest

    def _for_reason(
        self, verb: Label, text: Label, deed: Callable[[Any, DecideExternal], object], said: Label
    ) -> None:
        row = self.chosen()
        if row is not None:
            then = partial(self._decide, deed, row, said)
            ask_reason(self.context, self.over, verb, tr(text, medicine=row.medicine), then)

    def _decide(
        self, deed: Callable[[Any, DecideExternal], object], row: ExternalRow, said: Label, reason: str
    ) -> None:
        command = DecideExternal(row.external_id, row.version, reason)
        self.deciding.do(partial(_decided, deed, command), tr(said, medicine=row.medicine))

    def _say(self, said: Label, _answer: object) -> None:
        self.context.say(tr(said))

    def _why_no_decision(self) -> str | None:
        row = self.chosen()
        if row is None:
            return tr(CHOOSE)
        if row.has_left and row.state is ExternalState.RECEIVED:
            return tr(HAS_LEFT)
        return None if row.is_open else tr(IS_DECIDED)

    def _why_no_strike(self) -> str | None:
        row = self.chosen()
        if row is None:
            return tr(CHOOSE)
        if row.ended_at is not None:
            return tr(IS_ENDED)
        return None if row.state is ExternalState.RECEIVED else tr(IS_DECIDED)

    def _why_no_end(self) -> str | None:
        row = self.chosen()
        if row is None:
            return tr(CHOOSE)
        if row.is_open:
            return tr(IS_WAITING)
        return None if row.ended_at is None else tr(IS_ENDED)


def _codes(name: str, head: Label, options: tuple[tuple[str, Label], ...]) -> CodeField:
    return CodeField(name, head, options=options, is_required=True)


def _quantity(most: int) -> NumberField:
    return NumberField("quantity", label("medication", "Số lượng"), least=1, most=most, is_required=True)


def _decided(deed: Callable[[Any, DecideExternal], object], command: DecideExternal, uow: Any) -> object:
    return deed(uow, command)


def _receive(resident_id: str, uow: Any, values: Mapping[str, Any]) -> External:
    command = ReceiveExternal(
        resident_id,
        values["brought_by"] or "",
        values["relation"] or "",
        values["medicine"] or "",
        int(values["quantity"]),
        values["unit"] or "",
        values.get("strength") or "",
        values.get("lot") or "",
        values.get("expires_on"),
        _whole(values.get("lasts_days")),
        values.get("prescriber") or "",
        values.get("place") or "",
        values.get("number") or "",
        values.get("prescribed_on"),
    )
    return receive_external(uow, command)


def _whole(value: object) -> int | None:
    return None if value is None else int(str(value))


def _end(row: ExternalRow, uow: Any, values: Mapping[str, Any]) -> External:
    how, quantity = ExternalEnd(values["how"]), int(values["quantity"])
    return end_external(uow, EndExternal(row.external_id, row.version, how, quantity, values["with_whom"] or ""))
