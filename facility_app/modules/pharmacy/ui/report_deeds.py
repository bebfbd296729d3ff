"""Ghi đã gửi: what is asked about a report that went out, and the verb that writes it down."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from facility_app.kernel.labels import Label, label
from facility_app.modules.pharmacy.domain.due import DUE_LABELS, DueKind
from facility_app.modules.pharmacy.queries.due import DueRow
from facility_app.modules.pharmacy.service.days import SendYearlyReport, send_yearly_report
from facility_app.modules.pharmacy.service.destroyed import SendDestructionReport, send_destruction_report
from facility_app.modules.pharmacy.service.losses import SendLossReport, send_loss_report
from facility_app.modules.pharmacy.ui import fields
from facility_app.modules.pharmacy.ui.assent import Given
from facility_app.modules.pharmacy.ui.deed import Deed
from facility_app.ui.forms import usual
from facility_app.ui.forms.beginning import Shown, new_form
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.text_fields import NoteField
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext

SENT_TEXT = label("pharmacy", "{what}: {about}. Ghi số báo cáo đã gửi; việc này xong và ra khỏi danh sách.")


def sending(context: PageContext, row: DueRow, title: Label) -> tuple[Form[Shown], Deed]:
    """The form of a report that went out, and what saving it does.

    Args:
        context: of the page.
        row: a report that is sent.
        title: of the dialog.
    """
    form = new_form()
    number = usual.line("number", label("pharmacy", "Số báo cáo đã gửi"), is_required=True)
    if row.kind is DueKind.YEAR:
        form.add(number)
    else:
        form.add(number, fields.past_day(context), fields.hour(), spans=(6, 3, 3))
    if row.kind is DueKind.LOSS:
        form.add(
            NoteField("measure", label("pharmacy", "Biện pháp đã làm"), is_required=True, limit=2000, lines=3)
        )
    verb, save = _SAVES[row.kind]
    deed = Deed(
        verb=verb,
        title=title,
        text=tr(SENT_TEXT, what=tr(DUE_LABELS[row.kind]), about=row.about),
        save=partial(save, context, row),
        record=row.record_id,
    )
    return form, deed


def _send_year(
    _context: PageContext, row: DueRow, uow: Any, values: Mapping[str, Any], _given: Given, _version: int
) -> object:
    return send_yearly_report(uow, SendYearlyReport(int(row.record_id), values["number"]))


def _send_loss(
    context: PageContext, row: DueRow, uow: Any, values: Mapping[str, Any], _given: Given, _version: int
) -> object:
    at = fields.moment_of(context, values)
    send_loss_report(uow, SendLossReport(row.record_id, values["measure"], values["number"], at))
    return None


def _send_destruction(
    context: PageContext, row: DueRow, uow: Any, values: Mapping[str, Any], _given: Given, _version: int
) -> object:
    at = fields.moment_of(context, values)
    send_destruction_report(uow, SendDestructionReport(row.record_id, row.version, values["number"], at))
    return None


_SAVES = {
    DueKind.YEAR: ("pharmacy.send_yearly_report", _send_year),
    DueKind.LOSS: ("pharmacy.send_loss_report", _send_loss),
    DueKind.DESTRUCTION: ("pharmacy.send_destruction_report", _send_destruction),
}
