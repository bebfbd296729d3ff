"""The dialogs of custody: money in and out, a counter-row, a bag sealed anew, everything given back."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import Label, label
from facility_app.modules.deposits.domain.money import ENTRY_KIND_LABELS, EntryKind
from facility_app.modules.deposits.queries.accounts import EntryRow
from facility_app.modules.deposits.queries.things import BagRow
from facility_app.modules.deposits.service.belongings import Reseal, reseal
from facility_app.modules.deposits.service.money import (
    RIGHT_TO_RECEIVE,
    CorrectEntry,
    InformResident,
    PayOut,
    ReceiveMoney,
    correct_entry,
    inform_resident,
    pay_out,
    receive_money,
)
from facility_app.modules.deposits.service.returning import ReturnAll, return_all
from facility_app.modules.deposits.ui import fields, words
from facility_app.modules.deposits.ui.fields import add_signing, note_line, shown, signing_of
from facility_app.ui.dialogs.form_dialog import Filing, FormDialog
from facility_app.ui.forms.beginning import Shown, new_form
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.usual import line
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext

RECEIVE, PAY = label("verbs", "Nhận tiền"), label("verbs", "Chi tiền")
CORRECT, INFORM = label("verbs", "Ghi dòng điều chỉnh"), label("verbs", "Ghi đã báo")
RESEAL, RETURN = label("verbs", "Niêm phong lại"), label("verbs", "Trả tất cả")
WRITE = label("verbs", "Ghi và lập phiếu")
KIND = label("deposits", "Khoản")
PAPER = label("deposits", "Số giấy tờ kèm theo")
PAPER_HINT = label("deposits", "Phiếu chuyển tiền, bảng kê căng tin…")
GIVER_HINT = label("deposits", "Họ tên và quan hệ; tiền khi tiếp nhận thì để trống")
TAKER_HINT = label("deposits", "Họ tên và quan hệ; cần khi gửi về cho thân nhân")
RECEIVE_TEXT = label(
    "deposits",
    "Chỉ nhận tiền Việt Nam đồng. Tiền thân nhân gửi khi thăm gặp hoặc qua bưu điện vào sổ lưu ký; tiền bưu điện "
    "phải báo cho người cai nghiện biết (NĐ 163/2026 Đ120.3).",
)
PAY_TEXT = label(
    "deposits",
    "Tiền lưu ký dùng ở căng tin, trả tiền thư, điện thoại, gửi về cho thân nhân; còn lại trả khi ra cơ sở "
    "(NĐ 163/2026 Đ120.3). Phần kết quả lao động trị liệu giữ đến khi chấp hành xong (Đ118.2c), không chi ở đây.",
)
CORRECT_TEXT = label(
    "deposits",
    "Phiếu {receipt}, {amount}. Dòng sai giữ nguyên trong sổ; một dòng ngược lại đề ngày hôm nay bù cả khoản. Sau "
    "đó ghi lại khoản đúng.",
)
INFORM_TEXT = label("deposits", "Phiếu {receipt}, {amount}. Ghi ngày đã báo cho người cai nghiện biết.")
RESEAL_TEXT = label("deposits", "Túi {seal} đang ở {place}. Dấu niêm phong cũ vẫn còn trong sổ.")
RETURN_TEXT = label(
    "deposits",
    "Trả toàn bộ số dư và đồ vật đang giữ, trừ đồ vật cấm (NĐ 163/2026 Đ123.3). Lập phiếu chi và biên bản trả. "
    "Trước ngày chấp hành xong, phần kết quả lao động trị liệu còn giữ lại (Đ118.2c).",
)
PAID_KINDS: Final = (EntryKind.CANTEEN, EntryKind.CONTACT, EntryKind.SENT_HOME)


def ask_receive(context: PageContext, over: QWidget, resident_id: str = "") -> FormDialog[Any]:
    """Money comes; whoever stands at the door alone writes down what comes at intake."""
    kinds = [kind for kind, right in RIGHT_TO_RECEIVE.items() if context.may(right)]
    form = new_form()
    form.add(fields.person_field(context))
    form.add(_kind(kinds), fields.money(), fields.past_day(context), spans=(5, 4, 3))
    form.add(line("counterpart", label("deposits", "Người gửi"), hint=GIVER_HINT))
    form.add(
        line("paper_number", label("deposits", "Số phiếu chuyển tiền")),
        fields.past_day(context, "informed_on", label("deposits", "Ngày báo (tiền bưu điện)")),
    )
    add_signing(form)
    form.add(note_line())
    begin = shown(resident_id=resident_id or None, kind=kinds[0] if len(kinds) == 1 else None)
    return _open(context, over, form, RECEIVE, RECEIVE_TEXT, resident_id, begin, _receive)


def ask_pay(context: PageContext, over: QWidget, resident_id: str = "") -> FormDialog[Any]:
    """Money goes."""
    form = new_form()
    form.add(fields.person_field(context))
    form.add(_kind(PAID_KINDS), fields.money(), fields.past_day(context), spans=(5, 4, 3))
    form.add(
        line("counterpart", label("deposits", "Người nhận"), hint=TAKER_HINT),
        line("paper_number", PAPER, hint=PAPER_HINT),
    )
    add_signing(form)
    form.add(note_line())
    begin = shown(resident_id=resident_id or None, kind=EntryKind.CANTEEN)
    return _open(context, over, form, PAY, PAY_TEXT, resident_id, begin, _pay)


def ask_correct(context: PageContext, over: QWidget, row: EntryRow) -> FormDialog[Any]:
    """A row was wrong."""
    form = new_form()
    form.add(note_line("reason", fields.REASON, is_required=True))
    add_signing(form)
    text = tr(CORRECT_TEXT, receipt=row.receipt, amount=words.amount(row.amount))
    return _open(context, over, form, CORRECT, text, row.entry_id, shown(), partial(_correct, row.entry_id))


def ask_inform(context: PageContext, over: QWidget, row: EntryRow) -> FormDialog[Any]:
    """The person was told."""
    form = new_form()
    form.add(fields.past_day(context, "informed_on", label("deposits", "Ngày báo")))
    text = tr(INFORM_TEXT, receipt=row.receipt, amount=words.amount(row.amount))
    begin = shown(informed_on=context.today())
    return _open(context, over, form, INFORM, text, row.entry_id, begin, partial(_inform, row.entry_id))


def ask_reseal(context: PageContext, over: QWidget, bag: BagRow) -> FormDialog[Any]:
    """A bag gets a new seal or another place."""
    form = new_form()
    form.add(
        line("seal_no", label("deposits", "Số niêm phong mới"), is_required=True),
        line("location", label("deposits", "Nơi cất giữ"), is_required=True),
        fields.past_day(context),
        spans=(4, 5, 3),
    )
    form.add(note_line("reason", fields.REASON, is_required=True))
    add_signing(form)
    text = tr(RESEAL_TEXT, seal=bag.seal_no, place=bag.location)
    begin = shown(location=bag.location)
    return _open(context, over, form, RESEAL, text, bag.bag_id, begin, partial(_reseal, bag.bag_id))


def ask_return(context: PageContext, over: QWidget, resident_id: str) -> FormDialog[Any]:
    """Everything is given back."""
    form = new_form()
    form.add(
        line(
            "counterpart",
            label("deposits", "Người nhận thay"),
            hint=label("deposits", "Để trống: trả cho chính người cai nghiện"),
        ),
        fields.past_day(context),
        spans=(9, 3),
    )
    add_signing(form)
    form.add(note_line())
    return _open(context, over, form, RETURN, RETURN_TEXT, resident_id, shown(), partial(_return, resident_id))


def _kind(kinds: Any) -> CodeField:
    labels = {kind: ENTRY_KIND_LABELS[kind] for kind in kinds}
    return CodeField("kind", KIND, options=words.options(labels), is_required=True)


def _open(
    context: PageContext,
    over: QWidget,
    form: Form[Shown],
    title: Label,
    text: str,
    about: str,
    begin: Shown,
    save: Callable[[Any, Mapping[str, Any]], object],
) -> FormDialog[Any]:
    filing: Filing[Any] = Filing(key=f"deposits {title} {about}".strip(), save=partial(_save, save))
    dialog: FormDialog[Any] = FormDialog(
        context.theme,
        context.runner,
        context.drafts,
        form,
        filing,
        title=tr(title),
        text=tr(text) if isinstance(text, Label) else text,
        verb=tr(WRITE if title in {RECEIVE, PAY, CORRECT, RETURN} else title),
        parent=over,
    )
    dialog.open_with(begin)
    return dialog


def _save(
    save: Callable[[Any, Mapping[str, Any]], object], uow: Any, values: Mapping[str, Any], _v: int
) -> object:
    return save(uow, values)


def _receive(uow: Any, values: Mapping[str, Any]) -> object:
    command = ReceiveMoney(
        values["resident_id"],
        EntryKind(values["kind"]),
        values["amount"],
        signing_of(values),
        values["happened_on"],
        values["counterpart"] or "",
        values["paper_number"] or "",
        values["informed_on"],
        values["note"] or "",
    )
    return receive_money(uow, command)


def _pay(uow: Any, values: Mapping[str, Any]) -> object:
    command = PayOut(
        values["resident_id"],
        EntryKind(values["kind"]),
        values["amount"],
        signing_of(values),
        values["happened_on"],
        values["counterpart"] or "",
        values["paper_number"] or "",
        values["note"] or "",
    )
    return pay_out(uow, command)


def _correct(entry_id: str, uow: Any, values: Mapping[str, Any]) -> object:
    return correct_entry(uow, CorrectEntry(entry_id, values["reason"] or "", signing_of(values)))


def _inform(entry_id: str, uow: Any, values: Mapping[str, Any]) -> None:
    inform_resident(uow, InformResident(entry_id, values["informed_on"]))


def _reseal(bag_id: str, uow: Any, values: Mapping[str, Any]) -> object:
    command = Reseal(
        bag_id,
        values["seal_no"] or "",
        values["location"] or "",
        values["reason"] or "",
        signing_of(values),
        values["happened_on"],
    )
    return reseal(uow, command)


def _return(resident_id: str, uow: Any, values: Mapping[str, Any]) -> object:
    command = ReturnAll(
        resident_id, signing_of(values), values["happened_on"], values["counterpart"] or "", values["note"] or ""
    )
    return return_all(uow, command)
