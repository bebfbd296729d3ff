"""Columns of the card of medicine the family brought."""

from datetime import datetime
from typing import Final

from facility_app.kernel.labels import label
from facility_app.modules.medication.domain.external import END_LABELS, STATE_LABELS, ExternalState
from facility_app.modules.medication.queries.external import ExternalRow
from facility_app.modules.medication.ui import order_words as words
from facility_app.ui.i18n import tr
from facility_app.ui.models import ColumnSpec
from facility_app.ui.theme import Tone

NONE_BROUGHT: Final = label("medication", "Gia đình chưa mang thuốc nào đến.")
NO_PRESCRIPTION: Final = label("medication", "Không có đơn")
GOES_BACK: Final = label("medication", "Người đã ra, chờ trả lại")
LEFT: Final = label("medication", "Người đã ra")
DOUBTFUL: Final = label("medication", "Chờ bác sĩ, xem kỹ")
_TONES: Final = {
    ExternalState.RECEIVED: Tone.WARNING,
    ExternalState.ACCEPTED: Tone.OK,
    ExternalState.REFUSED: Tone.DANGER,
}


def external_id(row: ExternalRow) -> str:
    """Its id."""
    return row.external_id


def _medicine(row: ExternalRow) -> str:
    return " ".join(part for part in (row.medicine, row.strength) if part)


def _amount(row: ExternalRow) -> str:
    return f"{row.quantity} {tr(row.unit_text)}"


def _state(row: ExternalRow) -> str:
    if row.has_left and row.ended_at is None:
        return tr(GOES_BACK)
    if row.has_left and row.state is ExternalState.RECEIVED:
        return tr(LEFT)
    return tr(DOUBTFUL if row.doubt is not None else STATE_LABELS[row.state])


def _tone(row: ExternalRow) -> Tone:
    return Tone.WARNING if row.has_left and row.ended_at is None else _TONES[row.state]


def _prescription(row: ExternalRow) -> str:
    if row.prescribed_on is None:
        return tr(NO_PRESCRIPTION)
    return words.joined(words.day(row.prescribed_on), row.prescriber or "", row.prescribed_at or "")


def _received(row: ExternalRow) -> str:
    return words.moment(row.received_at)


def _received_value(row: ExternalRow) -> datetime:
    return row.received_at


def _brought(row: ExternalRow) -> str:
    return words.joined(row.brought_by, tr(row.relation_text))


def _last(row: ExternalRow) -> str:
    """The last day it lasts or may be used."""
    last = min((day for day in (row.runs_out_on, row.expires_on) if day is not None), default=None)
    return "" if last is None else words.day(last)


def _end(row: ExternalRow) -> str:
    if row.ended_how is None:
        return row.refusal or row.accepted_because or ""
    return words.joined(tr(END_LABELS[row.ended_how]), str(row.ended_quantity or ""), row.ended_with or "")


COLUMNS: Final[tuple[ColumnSpec[ExternalRow], ...]] = (
    ColumnSpec(
        "medicine", label("medication", "Thuốc"), _medicine, width=200, is_strong=True, is_instruction=True
    ),
    ColumnSpec("amount", label("medication", "Số lượng"), _amount, width=110, is_instruction=True),
    ColumnSpec("state", label("medication", "Tình trạng"), _state, width=150, tone=_tone),
    ColumnSpec("prescription", label("medication", "Đơn thuốc"), _prescription, width=280, wraps=True),
    ColumnSpec("last", label("medication", "Dùng đến ngày"), _last, width=130, gives_way=3),
    ColumnSpec("received_at", label("medication", "Nhận lúc"), _received, value=_received_value, width=184),
    ColumnSpec("brought", label("medication", "Người mang đến"), _brought, width=200, gives_way=1),
    ColumnSpec("end", label("medication", "Trả lại, hủy, lý do"), _end, width=220, wraps=True),
)
