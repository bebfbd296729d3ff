"""What a legal parameter counts, how its value is written, and what is no value of it."""

import re
from decimal import Decimal
from enum import StrEnum

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label

_WHOLE = re.compile(r"[0-9]{1,12}", re.ASCII)
_DECIMAL = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,4})?", re.ASCII)
_PARTS = re.compile(r"[0-9]{1,4}(?:/[0-9]{1,4})*", re.ASCII)
_HUNDRED = 100
_TOP_SCORE = 10
_DAYS_OF_WEEK = 7
_DAYS_OF_MONTH = 31


class ParameterUnit(StrEnum):
    """Đơn vị của thông số."""

    MONTHS = "months"
    DAYS = "days"
    HOURS = "hours"
    MINUTES = "minutes"
    WORKING_DAYS = "working_days"
    YEARS = "years"
    TIMES = "times"
    PEOPLE = "people"
    VND = "vnd"
    COEFFICIENT = "coefficient"
    SPLIT = "split"
    LADDER = "ladder"
    SQUARE_METRES = "square_metres"
    DAY_OF_MONTH = "day_of_month"
    ON_OFF = "on_off"
    WEEKDAYS = "weekdays"
    PIECES = "pieces"
    GRAMS = "grams"
    MILLILITRES = "millilitres"
    CELSIUS = "celsius"
    POINTS = "points"

    def canonical(self, typed: str) -> str | None:
        """The value as kept, or None when it is none of this unit.

        A comma before decimals is read as a point; blanks around the strokes of a list are dropped.
        """
        text = typed.strip().replace(",", ".")
        if self is ParameterUnit.POINTS:
            return _plain(text) if _DECIMAL.fullmatch(text) and 0 < Decimal(text) <= _TOP_SCORE else None
        if self in {ParameterUnit.COEFFICIENT, ParameterUnit.SQUARE_METRES, ParameterUnit.CELSIUS}:
            return _plain(text) if _DECIMAL.fullmatch(text) and Decimal(text) > 0 else None
        if self in {ParameterUnit.SPLIT, ParameterUnit.LADDER, ParameterUnit.WEEKDAYS}:
            parts = "".join(typed.split())
            return parts if _PARTS.fullmatch(parts) and self._is_list([int(p) for p in parts.split("/")]) else None
        if _WHOLE.fullmatch(typed.strip()) is None:
            return None
        number, allowed = int(typed), _ALLOWED.get(self.value)
        return str(number) if allowed is None or number in allowed else None

    def _is_list(self, parts: list[int]) -> bool:
        if self is ParameterUnit.SPLIT:
            return sum(parts) == _HUNDRED
        if self is ParameterUnit.WEEKDAYS:
            return parts == sorted(set(parts)) and all(1 <= part <= _DAYS_OF_WEEK for part in parts)
        return len(parts) == len(set(parts)) and parts in (sorted(parts), sorted(parts, reverse=True))


_ALLOWED = {
    "on_off": range(2),
    "day_of_month": range(1, _DAYS_OF_MONTH + 1),
    # Beyond these a slip of the keyboard is meant, and sums of days would run out of the calendar.
    "months": range(601),
    "years": range(101),
    "days": range(20_001),
    "working_days": range(2_001),
    "hours": range(100_001),
    "minutes": range(100_001),
}
"""Whole numbers of a unit, where not every one is sensible."""

UNIT_LABELS: dict[ParameterUnit, Label] = {
    ParameterUnit.MONTHS: label("terms", "tháng"),
    ParameterUnit.DAYS: label("terms", "ngày"),
    ParameterUnit.HOURS: label("terms", "giờ"),
    ParameterUnit.MINUTES: label("terms", "phút"),
    ParameterUnit.WORKING_DAYS: label("terms", "ngày làm việc"),
    ParameterUnit.YEARS: label("terms", "năm"),
    ParameterUnit.TIMES: label("terms", "lần"),
    ParameterUnit.PEOPLE: label("terms", "người"),
    ParameterUnit.VND: label("terms", "đồng"),
    ParameterUnit.COEFFICIENT: label("terms", "hệ số"),
    ParameterUnit.SPLIT: label("terms", "phần trăm, cộng lại đủ 100"),
    ParameterUnit.LADDER: label("terms", "các mốc ngày"),
    ParameterUnit.SQUARE_METRES: label("terms", "m²"),
    ParameterUnit.DAY_OF_MONTH: label("terms", "ngày trong tháng"),
    ParameterUnit.ON_OFF: label("terms", "1 là có, 0 là không"),
    ParameterUnit.WEEKDAYS: label("terms", "thứ trong tuần, 1 là thứ Hai, 7 là Chủ nhật"),
    ParameterUnit.PIECES: label("terms", "cái, bộ, đôi"),
    ParameterUnit.GRAMS: label("terms", "gam"),
    ParameterUnit.MILLILITRES: label("terms", "ml"),
    ParameterUnit.CELSIUS: label("terms", "°C"),
    ParameterUnit.POINTS: label("terms", "điểm, thang 10"),
}


def parameter_value(unit: ParameterUnit, typed: str) -> str:
    """The value as kept.

    Raises:
        UserError: ``bad_parameter_value``.
    """
    value = unit.canonical(typed)
    if value is None:
        raise UserError(
            "bad_parameter_value",
            label("errors", "Giá trị “{value}” không đúng với đơn vị: {unit}. Ví dụ: 24; 0,8; 30/20/20/30."),
            fields={"value": label("errors", "Giá trị không đúng với đơn vị: {unit}")},
            value=typed[:40],
            unit=UNIT_LABELS[unit],
        )
    return value


def _plain(text: str) -> str:
    """Without zeros after the last decimal."""
    return f"{Decimal(text).normalize():f}"
