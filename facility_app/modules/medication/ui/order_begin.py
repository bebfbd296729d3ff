"""What the form of an order begins with when there was one before, and what the person takes already, in rows."""

from decimal import Decimal
from typing import Final

from facility_app.kernel.labels import label
from facility_app.kernel.typed import number_text
from facility_app.modules.medication.domain.orders import OrderEnd, OrderKind
from facility_app.modules.medication.domain.plan import PlanPart
from facility_app.modules.medication.queries.history import AllergyRow, Asked
from facility_app.modules.medication.queries.orders import OrderRow
from facility_app.modules.medication.ui import order_words as words
from facility_app.ui.forms.beginning import Shown, shown
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import KeyValue

NO_ORDER: Final = label("medication", "Chưa dùng thuốc nào")
ALLERGY: Final = label("medication", "Dị ứng")


def begin_of(former: OrderRow) -> Shown:
    """The form as the former order had it; of one that was sent back nothing is replaced."""
    part = former.plan.parts[0]
    is_taper = former.kind is OrderKind.TAPER
    return shown(
        resident_id=former.resident_id,
        medicine_id=former.medicine.medicine_id,
        route=former.route.value,
        kind=former.kind.value,
        number=None if is_taper else _number(part.amount),
        steps="\n".join(map(_step, former.plan.parts)) if is_taper else None,
        unit=former.medicine.measure.dose_unit.value,
        times=None if is_taper else _times(part) or None,
        days=None if is_taper or part.last_day is None else _number(part.last_day * 1000),
        reason=former.reason,
        note=former.note,
        least_hours=None if former.least_minutes is None else _number(former.least_minutes * 1000 // 60),
        most_a_day=None if former.most_a_day is None else _number(former.most_a_day * 1000),
    )


def _step(part: PlanPart) -> str:
    """A stretch of days as it is typed: ``1-3: 20 08:00 20:00``."""
    return f"{part.first_day}-{part.last_day}: {number_text(_number(part.amount))} {_times(part)}"


def _times(part: PlanPart) -> str:
    return " ".join(f"{at:%H:%M}" for at in part.times)


def _number(thousandths: int) -> Decimal:
    return Decimal(thousandths) / 1000


def taken_rows(
    orders: tuple[OrderRow, ...], allergies: tuple[AllergyRow, ...], asked: Asked | None
) -> tuple[KeyValue, ...]:
    """Allergies first, then what stands."""
    known = tuple(KeyValue(tr(ALLERGY), one.substance, Tone.DANGER) for one in allergies)
    known = known or (KeyValue(tr(ALLERGY), *words.no_allergy(asked)),)
    rows = tuple(
        KeyValue(row.medicine.name, words.joined(words.plan(row), words.state(row)))
        for row in orders
        if row.end_kind is not OrderEnd.REFUSED
    )
    return (*known, *(rows or (KeyValue(tr(NO_ORDER), ""),)))
