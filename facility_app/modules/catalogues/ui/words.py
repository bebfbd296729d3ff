"""How these screens write values with their units, spans of days, and how sure somebody was of them."""

from datetime import date
from decimal import Decimal
from typing import Final

from facility_app.kernel.dates import format_date
from facility_app.kernel.labels import Label, label
from facility_app.kernel.money import Money
from facility_app.kernel.regime import REGIME_LABELS, LegalRegime
from facility_app.kernel.typed import number_text
from facility_app.kernel.weekdays import WEEKDAYS
from facility_app.modules.catalogues.domain import (
    UNIT_LABELS,
    Evidence,
    Parameter,
    ParameterUnit,
    Span,
)
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Tone

SECTION = label("ui", "Quản trị")
EVIDENCE_TONES: Final[dict[Evidence, Tone]] = {
    Evidence.READ: Tone.OK,
    Evidence.MEMORY: Tone.WARNING,
    Evidence.DESIGN: Tone.WARNING,
    Evidence.FACILITY: Tone.INFO,
}
EVIDENCE_IN_SHORT: Final[dict[Evidence, Label]] = {
    Evidence.READ: label("catalogues_ui", "Đã đọc văn bản"),
    Evidence.MEMORY: label("catalogues_ui", "Chưa đối chiếu"),
    Evidence.DESIGN: label("catalogues_ui", "Chờ quy định"),
    Evidence.FACILITY: label("catalogues_ui", "Cơ sở quyết định"),
}
"""What stands in a column; the whole sentence is on the parameter's page and in the filter."""
LAW_IN_SHORT: Final[dict[LegalRegime, Label]] = {
    LegalRegime.L2021: label("catalogues_ui", "Luật 2021"),
    LegalRegime.L2025: label("catalogues_ui", "Luật 2025"),
}
VALUE_UNIT = label("catalogues_ui", "{value} {unit}")
PERCENT = label("catalogues_ui", "{value} %")
DAY_OF_MONTH = label("catalogues_ui", "ngày {value} hằng tháng")
LADDER = label("catalogues_ui", "{value} ngày")
AS_WRITTEN: Final[dict[ParameterUnit, Label]] = {
    ParameterUnit.SPLIT: PERCENT,
    ParameterUnit.LADDER: LADDER,
    ParameterUnit.DAY_OF_MONTH: DAY_OF_MONTH,
}
ON, OFF = label("ui", "Có"), label("ui", "Không")
FROM = label("catalogues_ui", "từ {first}")
UNTIL = label("catalogues_ui", "đến {last}")
BETWEEN = label("catalogues_ui", "{first} – {last}")
ALWAYS = label("catalogues_ui", "mọi ngày")
NO_VALUE = label("catalogues_ui", "chưa có giá trị")
BY_DATE = label("catalogues_ui", "theo ngày")


def value_text(unit: ParameterUnit, value: str) -> str:
    """A value as people write it: ``24 tháng``, ``2.024.000 ₫``, ``Thứ Bảy, Chủ Nhật``."""
    if unit is ParameterUnit.VND:
        return Money(int(value)).text()
    if unit is ParameterUnit.ON_OFF:
        return tr(ON if value == "1" else OFF)
    if unit is ParameterUnit.WEEKDAYS:
        return ", ".join(tr(WEEKDAYS[int(part) - 1]) for part in value.split("/"))
    if unit in AS_WRITTEN:
        return tr(AS_WRITTEN[unit], value=value)
    number = number_text(Decimal(value))
    return number if unit is ParameterUnit.COEFFICIENT else tr(VALUE_UNIT, value=number, unit=UNIT_LABELS[unit])


def held_text(held: Parameter | None) -> str:
    """The value in force, or that there is none."""
    return tr(NO_VALUE) if held is None else value_text(held.unit, held.held.value)


def span_text(span: Span) -> str:
    """Days something is in force."""
    if span.first is None and span.last is None:
        return tr(ALWAYS)
    if span.first is None:
        return tr(UNTIL, last=day_text(span.last))
    if span.last is None:
        return tr(FROM, first=day_text(span.first))
    return tr(BETWEEN, first=day_text(span.first), last=day_text(span.last))


def day_text(day: date | None) -> str:
    """A day as written; empty for none."""
    return "" if day is None else format_date(day)


def regime_in_short(regime: LegalRegime | None) -> str:
    """Whose value it is, as a column says it."""
    return tr(BY_DATE if regime is None else LAW_IN_SHORT[regime])


def regime_text(regime: LegalRegime | None) -> str:
    """Whose value it is."""
    return tr(BY_DATE if regime is None else REGIME_LABELS[regime])
