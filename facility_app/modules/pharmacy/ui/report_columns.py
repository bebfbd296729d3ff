"""Columns of the reports: what is owed, losses, minutes of returns, years sent."""

from facility_app.kernel.labels import label
from facility_app.modules.pharmacy.domain.due import DUE_LABELS, URGENCY_LABELS, Urgency
from facility_app.modules.pharmacy.queries.due import DueRow
from facility_app.modules.pharmacy.queries.papers import LossRow
from facility_app.modules.pharmacy.queries.reports import SentReportRow
from facility_app.modules.pharmacy.queries.returns import ReturnHead
from facility_app.modules.pharmacy.ui import words
from facility_app.ui.i18n import tr
from facility_app.ui.models import Align, ColumnSpec
from facility_app.ui.theme import Tone

TONES = {Urgency.LATE: Tone.DANGER, Urgency.TODAY: Tone.WARNING, Urgency.SOON: Tone.INFO}
REPORTED, WITHDRAWN = label("pharmacy", "Đã gửi {number}"), label("pharmacy", "Đã rút: {reason}")
UNREPORTED = label("pharmacy", "Chưa gửi")
NO_REPORT = label("pharmacy", "Thuốc thường, không phải gửi")


def due_id(row: DueRow) -> str:
    """The id of: what is owed."""
    return row.row_id


def due_urgency(row: DueRow) -> str:
    """How pressing it is."""
    return tr(URGENCY_LABELS[row.urgency])


def due_tone(row: DueRow) -> Tone:
    """The tone of that."""
    return TONES[row.urgency]


def due_kind(row: DueRow) -> str:
    """What is owed."""
    return tr(DUE_LABELS[row.kind])


def due_about(row: DueRow) -> str:
    """Of what."""
    return row.about


def due_form(row: DueRow) -> str:
    """The annex, as people here call it."""
    return row.form_id.replace("T18-", "PL ")


def due_at(row: DueRow) -> str:
    """The last moment."""
    return words.moment(row.due_at)


def loss_id(row: LossRow) -> str:
    """The id of: a loss."""
    return row.loss_id


def return_id(row: ReturnHead) -> str:
    """The id of: minutes of a return."""
    return row.return_id


def year_id(row: SentReportRow) -> str:
    """The id of: a report sent."""
    return row.report_id


def _loss_name(row: LossRow) -> str:
    return row.medicine.name


def _loss_amount(row: LossRow) -> str:
    return row.medicine.measure.stock_text(row.amount)


def _loss_at(row: LossRow) -> str:
    return words.moment(row.found_at)


def _loss_state(row: LossRow) -> str:
    if row.withdrawn_at is not None:
        return tr(WITHDRAWN, reason=row.withdrawn or "")
    if row.reported_at is not None:
        return tr(REPORTED, number=row.report_number or "")
    return tr(UNREPORTED if row.medicine.drug_class.is_in_book else NO_REPORT)


def _loss_tone(row: LossRow) -> Tone:
    if row.withdrawn_at is not None or not row.medicine.drug_class.is_in_book:
        return Tone.NEUTRAL
    return Tone.OK if row.reported_at is not None else Tone.DANGER


def _loss_cause(row: LossRow) -> str:
    return row.cause


def _return_number(row: ReturnHead) -> str:
    return row.number


def _return_at(row: ReturnHead) -> str:
    return words.moment(row.returned_at)


def _return_giver(row: ReturnHead) -> str:
    return row.giver_name


def _return_receiver(row: ReturnHead) -> str:
    return row.receiver_name


def _year(row: SentReportRow) -> str:
    return str(row.year)


def _year_number(row: SentReportRow) -> str:
    return row.number


def _year_at(row: SentReportRow) -> str:
    return words.moment(row.sent_at)


LOSS_COLUMNS = (
    ColumnSpec("name", label("pharmacy", "Thuốc"), _loss_name, width=128, is_strong=True, is_instruction=True),
    ColumnSpec("amount", label("pharmacy", "Thiếu"), _loss_amount, width=66, align=Align.END, is_instruction=True),
    ColumnSpec("state", label("pharmacy", "Báo cáo"), _loss_state, width=130, tone=_loss_tone),
    ColumnSpec("at", label("pharmacy", "Phát hiện"), _loss_at, width=146, gives_way=1),
    ColumnSpec("cause", label("terms", "Lý do"), _loss_cause, width=150, is_hidden=True),
)
RETURN_COLUMNS = (
    ColumnSpec("number", label("terms", "Số"), _return_number, width=96, is_strong=True, is_paper_number=True),
    ColumnSpec("at", label("pharmacy", "Nhận lúc"), _return_at, width=146),
    ColumnSpec("giver", label("pharmacy", "Người trả"), _return_giver, width=130),
    ColumnSpec("receiver", label("pharmacy", "Người nhận"), _return_receiver, width=120, gives_way=1),
)
YEAR_COLUMNS = (
    ColumnSpec("year", label("pharmacy", "Năm"), _year, width=60, is_strong=True),
    ColumnSpec("number", label("pharmacy", "Số báo cáo"), _year_number, width=140, is_paper_number=True),
    ColumnSpec("at", label("pharmacy", "Ghi đã gửi"), _year_at, width=146),
)
