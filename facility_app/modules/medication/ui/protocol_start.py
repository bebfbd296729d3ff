"""A doctor starts a protocol for somebody: which product each line is given as, and which lines are left out."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from facility_app.kernel.labels import Label, label
from facility_app.modules.medication.domain.protocols import Protocol, ProtocolLine
from facility_app.modules.medication.domain.rules import CONTEXT
from facility_app.modules.medication.queries.choices import find_products_of
from facility_app.modules.medication.service.protocols import StartProtocol, start_protocol
from facility_app.modules.medication.service.weighing import Answers
from facility_app.modules.medication.ui.order_asking import named_field, person_field
from facility_app.modules.medication.ui.order_signing import SignedDialog, ask_signed
from facility_app.modules.medication.ui.protocol_words import line_text
from facility_app.ui.forms.beginning import new_form, shown
from facility_app.ui.forms.check_field import CheckField
from facility_app.ui.forms.usual import line as text_line
from facility_app.ui.forms.usual import past_day
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext

START: Final = label("verbs", "Bắt đầu cho một người")
TEXT: Final = label(
    "medication",
    "Phác đồ “{name}” bắt đầu từ hôm nay: mỗi dòng thành một y lệnh, chờ dược sĩ duyệt. Dòng bỏ ra sẽ hiện là "
    "khác phác đồ.",
)
SIGN_TEXT: Final = label(
    "medication",
    "Phác đồ “{name}” vướng cảnh báo nặng. Bác sĩ khác, dược sĩ hoặc người đứng đầu xem các cảnh báo và ký cùng.",
)
PRODUCT_HINT: Final = label("medication", "Để trống: thuốc duy nhất của hoạt chất này trong danh mục")
LEFT_OUT: Final = label("medication", "Không kê dòng này")
WHY: Final = label("medication", "Lý do vẫn kê dù có cảnh báo")
WHY_HINT: Final = label("medication", "Ghi khi chương trình báo có cảnh báo")
SURE: Final = label("medication", "Đúng liều của phác đồ, không phải ghi thừa chữ số")
COUNSELLED: Final = label("medication", "Đã tư vấn tâm lý ngày")
UNCOUNSELLED: Final = label("medication", "Chưa tư vấn được vì")
UNCOUNSELLED_HINT: Final = label(
    "medication", "Tư vấn trước khi cắt cơn (NĐ 163/2026 Đ85.3); ghi khi không chờ được"
)
NOTE: Final = label("medication", "Ghi chú")


class SameReason(Mapping[str, str]):
    """One reason for whatever speaks against the orders of a protocol."""

    def __init__(self, reason: str) -> None:
        """Answer everything with it."""
        self._reason = reason

    @override
    def __getitem__(self, key: str) -> str:
        return self._reason

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(())

    @override
    def __len__(self) -> int:
        return 0


def ask_start(
    context: PageContext, over: QWidget, protocol: Protocol, then: Callable[[Any], None], resident_id: str = ""
) -> SignedDialog:
    """Ask for whom, and what of it."""
    form = new_form()
    form.add(person_field(context))
    for line in protocol.lines:
        form.add(
            named_field(
                context,
                f"product_{line.key}",
                _head(line),
                partial(_products, line.atc),
                hint=PRODUCT_HINT,
            ),
            CheckField(f"skip_{line.key}", LEFT_OUT),
            spans=(9, 3),
        )
    form.add(
        past_day(context, "counselled_on", COUNSELLED),
        text_line("uncounselled_why", UNCOUNSELLED, hint=UNCOUNSELLED_HINT),
        spans=(4, 8),
    )
    form.add(text_line("reason", WHY, hint=WHY_HINT))
    form.add(CheckField("is_sure", SURE))
    form.add(text_line("note", NOTE))
    name = tr(protocol.row.text)
    return ask_signed(
        context,
        over,
        form,
        f"medication.protocol/{protocol.code}/{resident_id}",
        "medication.start_protocol",
        partial(_start, protocol),
        shown(resident_id=resident_id or None),
        verb=START,
        text=tr(TEXT, name=name),
        sign_text=tr(SIGN_TEXT, name=name),
        then=then,
    )


def _head(line: ProtocolLine) -> Label:
    """The line in words: text of the template, not of the program."""
    return Label(CONTEXT, line_text(line))


def _products(atc: str, uow: Any, text: str) -> Any:
    return find_products_of(uow, atc, text)


def _start(protocol: Protocol, uow: Any, values: Mapping[str, Any], countersign: Any) -> object:
    keys = [line.key for line in protocol.lines]
    products = {key: values[f"product_{key}"] for key in keys if values.get(f"product_{key}")}
    command = StartProtocol(
        values["resident_id"] or "",
        protocol.code,
        products,
        frozenset(key for key in keys if values.get(f"skip_{key}")),
        values.get("note") or "",
        Answers(SameReason(values.get("reason") or ""), countersign),
        bool(values.get("is_sure")),
        values.get("counselled_on"),
        values.get("uncounselled_why") or "",
    )
    return start_protocol(uow, command)
