"""Nơi nhận: where the copies of one paper went, the days they left and arrived; lawful days begin there."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from facility_app.kernel.labels import Label, label
from facility_app.kernel.paging import Look
from facility_app.modules.correspondence.domain import RECORD_DELIVERIES
from facility_app.modules.correspondence.domain.delivery import (
    DELIVERY_METHOD_LABELS,
    DeliveryFacts,
    DeliveryMethod,
)
from facility_app.modules.correspondence.domain.outgoing import (
    ADDRESSEE_KIND_LABELS,
    MOST_COPIES,
    Addressee,
    AddresseeKind,
)
from facility_app.modules.correspondence.domain.scans import ScanKind
from facility_app.modules.correspondence.queries.paper import DeliveryRow, PaperDetail, get_paper
from facility_app.modules.correspondence.service.deliveries import (
    AddDelivery,
    Delivered,
    RecordDelivery,
    add_delivery,
    record_delivery,
)
from facility_app.modules.correspondence.ui.words import day, moment, official, options, today_field
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.text_fields import TextField
from facility_app.ui.forms.value_fields import NumberField
from facility_app.ui.i18n import tr
from facility_app.ui.lists.editable_card import EditableCard, FormVerb
from facility_app.ui.models import Align, ColumnSpec, ListSpec
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.theme import Tone

TITLE = label("correspondence", "Nơi nhận")
EMPTY = label("correspondence", "Chưa ghi nơi nhận nào.")
ADD, RECORD = label("verbs", "Thêm nơi nhận"), label("verbs", "Ghi ngày gửi, nhận")
ADDED, RECORDED = label("correspondence", "Đã thêm nơi nhận."), label("correspondence", "Đã ghi ngày gửi, nhận.")
IS_VOID = label("correspondence", "Văn bản đã hủy nên không ghi gửi, nhận nữa.")
REASON_HINT = label("correspondence", "Chỉ cần khi sửa một ngày đã ghi trước đó.")
RECEIPT = label("correspondence", "Bản quét giấy báo nhận")
RECEIPT_HINT = label("correspondence", "Đính kèm bản quét loại “Giấy báo nhận, biên nhận” trước rồi chọn ở đây.")
COPIES = label("terms", "Số bản")


@dataclass(frozen=True, slots=True)
class AddresseeView:
    """A new addressee as the form shows it."""

    kind: str | None = None
    name: str | None = None
    copies: object = None


@dataclass(frozen=True, slots=True)
class DeliveryView:
    """What is known of one addressee's copies, as the form shows it."""

    sent_on: date | None = None
    method: str | None = None
    tracking_no: str | None = None
    received_on: date | None = None
    receiver: str | None = None
    receipt_scan_id: str | None = None
    reason: str | None = None


class DeliveryCard(EditableCard):
    """The addressees of one paper. Enter writes the days of one down."""

    def __init__(self, context: PageContext, paper_id: str, detail: Callable[[], PaperDetail | None]) -> None:
        """Show them; ``detail`` is the paper as it was read last."""
        record: FormVerb[DeliveryRow] = FormVerb(
            id="correspondence.record_delivery", text=RECORD, permission=RECORD_DELIVERIES, icon="send",
            told=RECORDED, form=partial(_delivery_form, detail), begin=_begin_delivery, save=_record,
            version=_version, about=_name, why_not=partial(_why_void, detail), answer_id=_answer_id,
        )  # fmt: skip
        add: FormVerb[DeliveryRow] = FormVerb(
            id="correspondence.add_delivery", text=ADD, permission=RECORD_DELIVERIES, icon="plus", told=ADDED,
            needs_row=False, form=_addressee_form, begin=_begin_addressee, save=partial(_add, paper_id),
            answer_id=_answer_id,
        )  # fmt: skip
        super().__init__(context, _spec(paper_id), (add, record), owner=paper_id)
        self.row_activated.connect(self._on_row_opened)

    def _on_row_opened(self, _row_id: str) -> None:
        command = next(one for one in self.bar.commands() if one.spec.id == "correspondence.record_delivery")
        command.trigger()


def _spec(paper_id: str) -> ListSpec[DeliveryRow]:
    return ListSpec(
        id="correspondence.deliveries",
        title=TITLE,
        columns=(
            ColumnSpec("name", TITLE, _name, width=196, is_strong=True, note=_kind),
            ColumnSpec("sent_on", label("terms", "Ngày gửi"), _sent, width=118, ink=_sent_ink),
            ColumnSpec("received_on", label("terms", "Ngày nhận"), _received, width=118),
            ColumnSpec("method", label("terms", "Cách gửi"), _method, width=130, note=_tracking),
            ColumnSpec("copies", COPIES, _copies, width=76, align=Align.END),
            ColumnSpec("receiver", label("terms", "Người nhận"), _receiver, width=130),
        ),
        ids=partial(_ids, paper_id),
        rows=partial(_rows, paper_id),
        row_id=_row_id,
        search=None,
        empty=EMPTY,
        tables=frozenset({"paper_delivery"}),
    )


def _ids(paper_id: str, uow: Any, _look: Look) -> tuple[str, ...]:
    return tuple(one.delivery_id for one in get_paper(uow, paper_id).deliveries)


def _rows(paper_id: str, uow: Any, ids: Sequence[str]) -> tuple[DeliveryRow, ...]:
    known = {one.delivery_id: one for one in get_paper(uow, paper_id).deliveries}
    return tuple(known[one] for one in ids if one in known)


def _row_id(row: DeliveryRow) -> str:
    return row.delivery_id


def _version(row: DeliveryRow) -> int:
    return row.version


def _name(row: DeliveryRow) -> str:
    return row.addressee.name


def _kind(row: DeliveryRow) -> str:
    kind = row.addressee.kind
    return "" if kind is AddresseeKind.OTHER else tr(ADDRESSEE_KIND_LABELS[kind])


def _copies(row: DeliveryRow) -> str:
    return str(row.addressee.copies)


def _sent(row: DeliveryRow) -> str:
    return day(row.facts.sent_on) or "–"


def _sent_ink(row: DeliveryRow) -> Tone | None:
    return Tone.WARNING if row.facts.sent_on is None else None


def _received(row: DeliveryRow) -> str:
    return day(row.facts.received_on)


def _method(row: DeliveryRow) -> str:
    return "" if row.facts.method is None else tr(DELIVERY_METHOD_LABELS[row.facts.method])


def _tracking(row: DeliveryRow) -> str:
    return row.facts.tracking_no or ""


def _receiver(row: DeliveryRow) -> str:
    return row.facts.receiver or ""


def _why_void(detail: Callable[[], PaperDetail | None], _row: DeliveryRow) -> Label | None:
    found = detail()
    return IS_VOID if found is not None and found.void_reason is not None else None


def _answer_id(answer: Delivered) -> str:
    return answer.delivery_id


def _begin_addressee(_context: PageContext, _row: DeliveryRow | None) -> AddresseeView:
    return AddresseeView(copies=1)


def _begin_delivery(_context: PageContext, row: DeliveryRow | None) -> DeliveryView:
    if row is None:
        return DeliveryView()
    facts = row.facts
    method = None if facts.method is None else str(facts.method)
    return DeliveryView(
        facts.sent_on, method, facts.tracking_no, facts.received_on, facts.receiver, row.receipt_scan_id
    )


def _addressee_form(_context: PageContext) -> Form[AddresseeView]:
    form: Form[AddresseeView] = Form(AddresseeView, with_bar=False)
    form.add(
        CodeField(
            "kind", label("terms", "Loại nơi nhận"), options=options(ADDRESSEE_KIND_LABELS), is_required=True
        ),
        NumberField("copies", COPIES, least=1, most=MOST_COPIES, is_required=True),
        spans=(8, 4),
    )
    form.add(TextField("name", label("terms", "Tên nơi nhận"), is_required=True))
    return form


def _delivery_form(detail: Callable[[], PaperDetail | None], context: PageContext) -> Form[DeliveryView]:
    found = detail()
    receipts = [
        (one.scan_id, official(one.facts.title or moment(one.attached_at)))
        for one in (() if found is None else found.scans)
        if one.facts.kind is ScanKind.RECEIPT
    ]
    form: Form[DeliveryView] = Form(DeliveryView, with_bar=False)
    form.add(
        today_field(context, "sent_on", label("terms", "Ngày gửi")),
        CodeField("method", label("terms", "Cách gửi"), options=options(DELIVERY_METHOD_LABELS)),
    )
    form.add(TextField("tracking_no", label("correspondence", "Số bưu gửi, số tham chiếu")))
    form.add(
        today_field(context, "received_on", label("terms", "Ngày nhận")),
        TextField("receiver", label("terms", "Người nhận")),
    )
    form.add(CodeField("receipt_scan_id", RECEIPT, options=receipts, hint=RECEIPT_HINT))
    form.add(TextField("reason", label("terms", "Lý do sửa"), hint=REASON_HINT))
    return form


def _add(paper_id: str, uow: Any, _row_id: str, _version: int, values: Mapping[str, Any]) -> Delivered:
    addressee = Addressee(AddresseeKind(values["kind"]), values["name"], int(values["copies"]))
    return add_delivery(uow, AddDelivery(paper_id, addressee))


def _record(uow: Any, row_id: str, version: int, values: Mapping[str, Any]) -> Delivered:
    method = values["method"]
    facts = DeliveryFacts(
        values["sent_on"],
        None if method is None else DeliveryMethod(method),
        values["tracking_no"],
        values["received_on"],
        values["receiver"],
    )
    command = RecordDelivery(row_id, version, facts, values["receipt_scan_id"], values["reason"] or "")
    return record_delivery(uow, command)
