"""What a person typed, read: understood, asked about, or refused with words; never guessed silently."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, Generic, TypeAlias, TypeVar

from facility_app.kernel.labels import Label, label
from facility_app.kernel.money import Money

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Understood(Generic[T]):
    """One meaning.

    Attributes:
        value: what was meant; None when nothing was typed, which is never 0.
    """

    value: T | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class Asked(Generic[T]):
    """Several meanings, or one that must be confirmed.

    Attributes:
        question: what to ask; its placeholders are in ``params``.
        choices: the meanings, likeliest first.
        params: values of the placeholders.
    """

    question: Label
    choices: tuple[T, ...] = field(repr=False)
    params: Mapping[str, object] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Refused:
    """No meaning.

    Attributes:
        reason: what is wrong and how to write it; its placeholders are in ``params``.
        params: values of the placeholders.
    """

    reason: Label
    params: Mapping[str, object] = field(default_factory=dict, repr=False)


Reading: TypeAlias = Understood[T] | Asked[T] | Refused


MOST_EXACT: Final = 2**53 - 1
"""The greatest whole number, by amount, that every language and spreadsheet reads exactly."""
ECHO: Final = 40
"""How much of a wrong text a message repeats."""

_BLANKS: Final = re.compile(r"[\s\u00a0\u2007\u2009\u202f]+")
_NUMBER: Final = re.compile(r"[+-]?[0-9][0-9.,]*", re.ASCII)
_GROUPED: Final = re.compile(r"[1-9][0-9]{0,2}(?:X[0-9]{3})+")
_MOST_DIGITS: Final = 18
_GROUP: Final = 3

_BAD_NUMBER: Final = label("errors", "“{value}” không phải số. Ví dụ: 1.234,5.")
_TOO_LONG: Final = label("errors", "Số này dài quá {most} chữ số.")
_WHICH_NUMBER: Final = label("errors", "“{value}” có thể hiểu theo nhiều cách. Ý là:")
_TOO_FINE: Final = label("errors", "“{value}”: chỉ ghi đến {decimals} chữ số sau dấu phẩy.")
_WHOLE_ONLY: Final = label("errors", "“{value}”: ở đây chỉ ghi số nguyên.")
_TOO_SMALL: Final = label("errors", "“{value}” nhỏ hơn mức thấp nhất {least}.")
_TOO_LARGE: Final = label("errors", "“{value}” lớn hơn mức cao nhất {most}.")


@dataclass(frozen=True, slots=True)
class Bounds:
    """What numbers a field takes.

    Attributes:
        decimals: digits after the comma at most.
        least: smallest value; None for none.
        most: largest value; None for none.
    """

    decimals: int = 0
    least: Decimal | None = Decimal(0)
    most: Decimal | None = None

    def trouble(self, value: Decimal, text: str) -> Refused | None:
        """Why ``value`` is not taken, or None."""
        echo = text[:ECHO]
        if value != round(value, self.decimals):
            return Refused(_TOO_FINE if self.decimals else _WHOLE_ONLY, {"value": echo, "decimals": self.decimals})
        if self.least is not None and value < self.least:
            return Refused(_TOO_SMALL, {"value": echo, "least": number_text(self.least)})
        if self.most is not None and value > self.most:
            return Refused(_TOO_LARGE, {"value": echo, "most": number_text(self.most)})
        return None


WHOLE: Final = Bounds()


def read_number(text: str, bounds: Bounds = WHOLE) -> Reading[Decimal]:
    """The number a person typed, in the Vietnamese or the English way of writing it.

    ``1.234,5`` and ``1,234.5`` and ``1234.5`` have one meaning each. ``1.234`` is 1234 where the field takes no
    thousandths, else it is asked about; ``1,234`` is asked about unless it can only be a fraction.

    Args:
        text: as typed; blanks between groups are allowed.
        bounds: what the field takes; a meaning it does not take is no meaning, unless it is the only one.
    """
    typed = _BLANKS.sub("", text).replace("\u2212", "-")
    if not typed:
        return Understood(None)
    if _NUMBER.fullmatch(typed) is None or not _blanks_group(text):
        return Refused(_BAD_NUMBER, {"value": text[:ECHO]})
    if sum(map(str.isdigit, typed)) > _MOST_DIGITS:
        return Refused(_TOO_LONG, {"most": _MOST_DIGITS})
    return _chosen(text, _meanings(typed), bounds, is_foreign=_is_foreign_thousands(typed))


def _chosen(text: str, meanings: list[Decimal], bounds: Bounds, *, is_foreign: bool) -> Reading[Decimal]:
    if not meanings:
        return Refused(_BAD_NUMBER, {"value": text[:ECHO]})
    taken = [value for value in meanings if bounds.trouble(value, text) is None]
    if not bounds.decimals:
        # Whole numbers: the zeros of 1.000 are no decimals.
        taken = [value for value in taken if value.as_tuple().exponent == 0] or taken
    if not taken:
        return bounds.trouble(meanings[0], text) or Refused(_BAD_NUMBER, {"value": text[:ECHO]})
    # A comma before three digits is no Vietnamese way to write thousands: say what was understood first.
    if len(taken) > 1 or (is_foreign and taken != meanings[:1]):
        return Asked(_WHICH_NUMBER, tuple(taken), {"value": text[:ECHO]})
    return Understood(taken[0])


def _blanks_group(text: str) -> bool:
    """Whether blanks inside the number stand between groups of three digits only."""
    parts = _BLANKS.split(text.strip().lstrip("+-\u2212").strip())
    whole = [re.split(r"[.,]", part)[0] for part in parts]
    return len(parts) == 1 or (
        all(len(part) == _GROUP for part in whole[1:])
        and 1 <= len(parts[0]) <= _GROUP
        and all(part.isdigit() for part in parts[:-1])
    )


def _meanings(typed: str) -> list[Decimal]:
    """Values of ``typed``, the Vietnamese way of writing first."""
    sign = -1 if typed.startswith("-") else 1
    digits = typed.lstrip("+-")
    values = [_as_written(digits, ".", ","), _as_written(digits, ",", ".")]
    found = dict.fromkeys(value for value in values if value is not None)
    return [sign * value for value in found]


def _as_written(digits: str, group: str, point: str) -> Decimal | None:
    whole, has_point, rest = digits.partition(point)
    if has_point and not (rest.isascii() and rest.isdigit()):
        return None
    if group in whole and _GROUPED.fullmatch(whole.replace(group, "X")) is None:
        return None
    bare = whole.replace(group, "")
    return Decimal(f"{bare}.{rest}" if has_point else bare)


def _is_foreign_thousands(typed: str) -> bool:
    digits = typed.lstrip("+-")
    return (
        digits.count(",") == 1 and "." not in digits and _GROUPED.fullmatch(digits.replace(",", "X")) is not None
    )


def number_text(value: Decimal | int) -> str:
    """A number as people here write it: ``1.234,5``; zeros after the last decimal are left out.

    The one way a number is written, on papers and on screens of every language: what a field takes is what is
    shown beside it, and nobody has to know in which language a colleague read 1.800 ml.
    """
    plain = f"{Decimal(value):,f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return plain.translate(str.maketrans(",.", ".,"))


_UNITS: Final[tuple[tuple[str, int], ...]] = (
    ("triệu", 1_000_000),
    ("tr", 1_000_000),
    ("nghìn", 1_000),
    ("ngàn", 1_000),
    ("k", 1_000),
)
_CURRENCY: Final = re.compile(r"\s*(?:₫|đồng|đ|vnđ|vnd)\s*$", re.IGNORECASE)
_BAD_MONEY: Final = label(
    "errors", "“{value}” không phải số tiền đồng. Hãy ghi số nguyên, ví dụ 2.024.000, 500k hoặc 1,5tr."
)
_HALF_DONG: Final = label("errors", "“{value}”: tiền ghi đến đồng, không có phần lẻ. Ví dụ: 2.024.000.")


def read_money(text: str, most: int | None = None) -> Reading[Money]:
    """The amount a person typed, never negative: ``2.024.000``, ``2024000 đ``, ``500k``, ``1,5tr``.

    Args:
        text: as typed.
        most: largest amount in đồng; None for none.
    """
    bare, times = _unit_of(_CURRENCY.sub("", text.strip()))
    if not bare and times == 1:
        return Understood(None) if not text.strip() else Refused(_BAD_MONEY, {"value": text[:ECHO]})
    places = len(str(times)) - 1
    limit = None if most is None else Decimal(most) / times
    match read_number(bare, Bounds(places, Decimal(0), limit)):
        case Understood(Decimal() as value):
            return Understood(Money(int(value * times)))
        case Asked(question, choices, params):
            return Asked(question, tuple(Money(int(value * times)) for value in choices), params)
        case Refused(reason, _) if reason is _WHOLE_ONLY or reason is _TOO_FINE:
            return Refused(_HALF_DONG, {"value": text[:ECHO]})
        case Refused(reason, _) if reason is _TOO_LARGE and most is not None:
            return Refused(_TOO_LARGE, {"value": text[:ECHO], "most": Money(most).text()})
        case _:
            return Refused(_BAD_MONEY, {"value": text[:ECHO]})


def _unit_of(text: str) -> tuple[str, int]:
    lowered = text.lower()
    for word, times in _UNITS:
        if lowered.endswith(word):
            return text[: -len(word)].strip(), times
    return text, 1


_SPREADSHEET: Final = re.compile(r"\d[.,]?\d*e\+?\d+", re.ASCII | re.IGNORECASE)
_NOT_DIGITS: Final = label("errors", "“{value}” có ký tự không phải chữ số. Số này gồm {length} chữ số.")
_WRONG_LENGTH: Final = label("errors", "Số vừa gõ có {typed} chữ số, cần {length} chữ số.")
_LOST_ZERO: Final = label(
    "errors", "Số vừa gõ có {typed} chữ số, cần {length}. Bảng tính hay bỏ số 0 ở đầu. Có phải:"
)
_ROUNDED: Final = label(
    "errors", "“{value}”: bảng tính đã làm tròn số này, các chữ số cuối đã mất. Hãy gõ lại từ giấy."
)


def read_digits(text: str, length: int, others: Mapping[int, Label] | None = None) -> Reading[str]:
    """A number that names something (a card, an insurance book): its digits, the 0 in front kept.

    Args:
        text: as typed; blanks, dots and dashes between digits are left out.
        length: how many digits it has.
        others: number of digits → what such a number is instead, asked in full ("Số có 9 chữ số là số chứng minh
            nhân dân cũ. Đổi loại giấy tờ?"); the field never takes it silently.
    """
    digits = re.sub(r"[\s.\-\u00a0]", "", text)
    if not digits:
        return Understood(None)
    params: dict[str, object] = {"value": text[:ECHO], "typed": len(digits), "length": length}
    if _SPREADSHEET.fullmatch(text.strip()):
        return Refused(_ROUNDED, params)
    if not (digits.isascii() and digits.isdigit()):
        return Refused(_NOT_DIGITS, params)
    return Understood(digits) if len(digits) == length else _of_other_length(digits, length, others, params)


def _of_other_length(
    digits: str, length: int, others: Mapping[int, Label] | None, params: Mapping[str, object]
) -> Reading[str]:
    if others and len(digits) in others:
        return Asked(others[len(digits)], (), params)
    if len(digits) == length - 1:
        return Asked(_LOST_ZERO, (f"0{digits}",), params)
    return Refused(_WRONG_LENGTH, params)
