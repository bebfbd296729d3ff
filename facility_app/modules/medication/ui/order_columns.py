"""Columns of the cards on a person's tab: orders, doses of the last days, allergies."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from facility_app.kernel.labels import label
from facility_app.modules.medication.domain.checks import ALLERGY_SEVERITY_LABELS, AllergySeverity
from facility_app.modules.medication.domain.orders import OrderState
from facility_app.modules.medication.queries.history import AllergyRow, DoseRow
from facility_app.modules.medication.queries.orders import OrderRow
from facility_app.modules.medication.ui import order_words as words
from facility_app.ui.i18n import tr
from facility_app.ui.models import ColumnSpec
from facility_app.ui.theme import Tone

NO_ORDERS: Final = label("medication", "Chưa có y lệnh thuốc nào.")
NO_DOSES: Final = label("medication", "Bảy ngày qua chưa ghi liều nào.")
NO_ALLERGIES: Final = label("medication", "Chưa ghi dị ứng nào. Hỏi người bệnh trước khi kê thuốc.")
CERTAIN: Final = label("medication", "Đã thấy hoặc đã thử")
TOLD: Final = label("medication", "Nghe kể")


def is_private(one: "OrderShown | DoseShown | AllergyRow") -> bool:
    """Whether a look opened it from behind the wall: it stays on the screen."""
    return one.is_private


@dataclass(frozen=True, slots=True)
class OrderShown:
    """An order on the tab; ``is_private`` where it reveals HIV."""

    row: OrderRow
    is_private: bool = field(default=False, repr=False)


@dataclass(frozen=True, slots=True)
class DoseShown:
    """A dose on the tab; ``is_private`` where it reveals HIV."""

    row: DoseRow
    is_private: bool = field(default=False, repr=False)


def order_id(one: OrderShown) -> str:
    """Its id."""
    return one.row.order_id


def dose_id(one: DoseShown) -> str:
    """Its id."""
    return one.row.dose_id


def allergy_id(row: AllergyRow) -> str:
    """Its id."""
    return row.allergy_id


def _medicine(one: OrderShown) -> str:
    return one.row.medicine.name


def _order_note(one: OrderShown) -> str:
    return tr(words.PRIVATE) if one.is_private else ""


def _plan(one: OrderShown) -> str:
    return words.joined(words.plan(one.row), words.route(one.row))


def _state(one: OrderShown) -> str:
    return words.state(one.row)


def _state_tone(one: OrderShown) -> Tone:
    return words.state_tone(one.row)


def _is_over(one: OrderShown) -> bool:
    return one.row.state is OrderState.ENDED


def _from(one: OrderShown) -> str:
    return words.moment(one.row.starts_at)


def _from_value(one: OrderShown) -> datetime:
    return one.row.starts_at


def _until(one: OrderShown) -> str:
    return words.moment(one.row.ended_at or one.row.ends_at)


def _doctor(one: OrderShown) -> str:
    return one.row.prescriber


def _why(one: OrderShown) -> str:
    return one.row.end_reason or one.row.reason or ""


ORDERS: Final[tuple[ColumnSpec[OrderShown], ...]] = (
    ColumnSpec(
        "medicine", label("medication", "Thuốc"), _medicine, width=180, is_strong=True, note=_order_note,
        is_instruction=True,
    ),
    ColumnSpec("plan", label("medication", "Liều, giờ, đường dùng"), _plan, width=400, is_instruction=True),
    ColumnSpec("state", label("medication", "Tình trạng"), _state, width=178, tone=_state_tone),
    ColumnSpec("starts_at", label("medication", "Từ"), _from, value=_from_value, width=184),
    ColumnSpec("until", label("medication", "Đến"), _until, width=184, gives_way=2),
    ColumnSpec("doctor", label("medication", "Bác sĩ"), _doctor, width=130, gives_way=3),
    ColumnSpec("why", label("medication", "Lý do"), _why, width=136, gives_way=1, wraps=True),
)  # fmt: skip


def _dose_medicine(one: DoseShown) -> str:
    return one.row.medicine


def _dose_note(one: DoseShown) -> str:
    return tr(words.PRIVATE) if one.is_private else ""


def _due(one: DoseShown) -> str:
    return words.joined(words.day(one.row.due_on), words.slot(one.row))


def _due_value(one: DoseShown) -> date:
    return one.row.due_on


def _dose(one: DoseShown) -> str:
    return one.row.dose


def _outcome(one: DoseShown) -> str:
    return words.outcome(one.row)


def _outcome_tone(one: DoseShown) -> Tone:
    return words.outcome_tone(one.row)


def _given(one: DoseShown) -> str:
    return words.moment(one.row.given_at)


def _is_struck(one: DoseShown) -> bool:
    return one.row.struck_at is not None


def _dose_why(one: DoseShown) -> str:
    row = one.row
    return words.joined(row.struck or row.reason or "", row.effect or "")


def _nurse(one: DoseShown) -> str:
    return words.joined(one.row.officer, one.row.witness or "")


DOSES: Final[tuple[ColumnSpec[DoseShown], ...]] = (
    ColumnSpec("due_on", label("medication", "Liều của"), _due, value=_due_value, width=160, is_struck=_is_struck),
    ColumnSpec(
        "medicine", label("medication", "Thuốc"), _dose_medicine, width=246, is_strong=True, note=_dose_note,
        is_instruction=True,
    ),
    ColumnSpec("dose", label("medication", "Liều"), _dose, width=90, is_instruction=True),
    ColumnSpec("outcome", label("medication", "Kết quả"), _outcome, width=150, tone=_outcome_tone),
    ColumnSpec("given_at", label("medication", "Lúc"), _given, width=184),
    ColumnSpec("why", label("medication", "Lý do, tác dụng"), _dose_why, width=200, wraps=True),
    ColumnSpec("nurse", label("medication", "Người ghi, chứng kiến"), _nurse, width=184, gives_way=1),
)  # fmt: skip


def _substance(row: AllergyRow) -> str:
    return row.substance


def _severity(row: AllergyRow) -> str:
    return tr(ALLERGY_SEVERITY_LABELS[row.severity])


def _severity_tone(row: AllergyRow) -> Tone:
    return Tone.DANGER if row.severity is AllergySeverity.SEVERE else Tone.WARNING


def _reaction(row: AllergyRow) -> str:
    return row.reaction or ""


def _certain(row: AllergyRow) -> str:
    return tr(CERTAIN if row.is_certain else TOLD)


def _noted(row: AllergyRow) -> str:
    return words.day(row.noted_on)


def _noted_value(row: AllergyRow) -> date:
    return row.noted_on


def _allergy_note(one: AllergyRow) -> str:
    return tr(words.PRIVATE) if one.is_private else ""


ALLERGIES: Final[tuple[ColumnSpec[AllergyRow], ...]] = (
    ColumnSpec(
        "substance", label("medication", "Dị ứng với"), _substance, width=200, is_strong=True, note=_allergy_note,
        is_instruction=True,
    ),
    ColumnSpec("severity", label("medication", "Mức"), _severity, width=150, tone=_severity_tone),
    ColumnSpec("reaction", label("medication", "Biểu hiện"), _reaction, width=260, is_instruction=True),
    ColumnSpec("certain", label("medication", "Biết vì"), _certain, width=150),
    ColumnSpec("noted_on", label("medication", "Biết từ"), _noted, value=_noted_value, width=110),
)  # fmt: skip
