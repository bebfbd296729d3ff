"""Numbers in lists: those that name a paper or a phone, whose zeros sheets eat, and amounts."""

import re
from datetime import date, time
from decimal import Decimal
from typing import Final

from facility_app.kernel.labels import label
from facility_app.kernel.names import seen_letters
from facility_app.kernel.typed import WHOLE, Bounds, read_number
from facility_app.sheets.cells import BLANK_SIGNS, CellReading, failed, of_typed, plain_text
from facility_app.sheets.reading.grid import CellError, CellValue, Remark, echo

_LOST_DIGITS: Final = label(
    "errors", "“{value}”: bảng tính đã làm tròn số này, các chữ số cuối đã mất. Hãy ghi lại từ giấy, dạng văn bản."
)
_MAYBE_ROUNDED: Final = label(
    "errors", "“{value}” có nhiều số 0 ở cuối, có thể bảng tính đã làm tròn. Hãy đối chiếu với giấy."
)
_ZERO_BACK: Final = label("errors", "Ô ghi {value}, thiếu số 0 ở đầu; đã đọc là {read}. Hãy đối chiếu với giấy.")
_LETTER_IN_NUMBER: Final = label(
    "errors", "“{value}” có chữ lẫn vào số; đã đọc là {read}. Hãy đối chiếu với giấy."
)
_WRONG_LENGTH: Final = label("errors", "“{value}” có {digits} chữ số, cần {lengths}. Hãy đọc lại số trên giấy.")
_OR: Final = label("errors", " hoặc ")
_NOT_DIGITS: Final = label("errors", "“{value}” không phải một dãy chữ số. Hãy đọc lại số trên giấy.")
_NOT_NUMBER: Final = label("errors", "“{value}” không phải số. Ví dụ: 1.234,5.")
_NOT_PHONE: Final = label("errors", "“{value}” không phải số điện thoại. Ví dụ: 0912 345 678.")
_FIRST_PHONE: Final = label("errors", "Ô có nhiều số điện thoại: {value}. Đã lấy số đầu {read}.")


def read_paper_number(
    value: CellValue, lengths: tuple[int, ...] = (12, 9), *, has_types: bool = True
) -> CellReading[str]:
    """The digits of an identity number, also where the sheet took it for a number and ate its zeros.

    ``79190001234`` in a number cell is ``079190001234``; ``1,2E+11`` is said to be lost. A text cell ate nothing:
    one of the wrong length lacks digits somebody left out, and is refused.

    Args:
        value: of the cell.
        lengths: how many digits such a number may have, the usual one first.
        has_types: whether the file tells numbers from texts; a text file does not, so that the zeros of the usual
            length are put back with a doubt.
    """
    if value is None or isinstance(value, CellError):
        return CellReading() if value is None else failed(value)
    if isinstance(value, bool | date | time):
        return CellReading(fault=Remark(_NOT_DIGITS, {"value": echo(plain_text(value))}))
    if isinstance(value, float) or (isinstance(value, int) and not 0 <= value < _EXACT):
        return CellReading(fault=Remark(_LOST_DIGITS if value >= _EXACT else _NOT_DIGITS, {"value": echo(value)}))
    was_number = isinstance(value, int)
    eaten = lengths if was_number else () if has_types else lengths[:1]
    return _read_digits(str(value), lengths, eaten, was_number=was_number)


_EXACT: Final = 10**15
_SCIENTIFIC: Final = re.compile(r"[0-9]+(?:[.,][0-9]+)?[eE]\+?[0-9]+", re.ASCII)
_ENDING: Final = re.compile(r"[.,]0{1,2}$")
_BETWEEN_DIGITS: Final = re.compile(r"[\s.\-–'’`_\u00a0]")
_LOOKS_LIKE: Final = str.maketrans("OoQlI|", "000111")
_ROUND: Final = "00000"
_MOST_LOST: Final = 2


def _read_digits(
    written: str, lengths: tuple[int, ...], eaten: tuple[int, ...], *, was_number: bool
) -> CellReading[str]:
    typed = seen_letters(written).strip()
    if typed.casefold() in BLANK_SIGNS or not typed:
        return CellReading()
    about: dict[str, object] = {"value": echo(typed)}
    if _SCIENTIFIC.fullmatch(typed):
        return CellReading(fault=Remark(_LOST_DIGITS, about))
    bare = _BETWEEN_DIGITS.sub("", _ENDING.sub("", typed) if _ENDING.search(typed) else typed)
    digits = bare.translate(_LOOKS_LIKE)
    if not (digits.isascii() and digits.isdigit()):
        return CellReading(fault=Remark(_NOT_DIGITS, about))
    if len(digits) in lengths:
        return CellReading(digits, _digits_doubt(bare, digits, about, was_number=was_number), None, bare != typed)
    mended = _with_zeros(digits, eaten, about, was_number=was_number)
    if mended is not None:
        return mended
    needed = _OR.format().join(map(str, lengths))
    return CellReading(fault=Remark(_WRONG_LENGTH, {**about, "digits": len(digits), "lengths": needed}))


def _digits_doubt(bare: str, digits: str, about: dict[str, object], *, was_number: bool) -> Remark | None:
    if bare != digits:
        return Remark(_LETTER_IN_NUMBER, {**about, "read": digits})
    return Remark(_MAYBE_ROUNDED, about) if was_number and digits.endswith(_ROUND) else None


def _with_zeros(
    digits: str, lengths: tuple[int, ...], about: dict[str, object], *, was_number: bool
) -> CellReading[str] | None:
    """The zeros in front put back: surely where a number cell lost them, with a doubt where a text file did."""
    for length in lengths:
        if 1 <= length - len(digits) <= _MOST_LOST:
            whole = digits.zfill(length)
            is_sure = was_number and length == lengths[0] and not digits.endswith(_ROUND)
            return CellReading(
                whole, None if is_sure else Remark(_ZERO_BACK, {**about, "read": whole}), None, True
            )
    return None


def read_amount(value: CellValue, bounds: Bounds = WHOLE, units: tuple[str, ...] = ()) -> CellReading[Decimal]:
    """A number in a number cell or written the Vietnamese or the English way.

    Args:
        value: of the cell.
        bounds: what the field takes.
        units: words that may stand behind it ("kg", "tháng"); left out.
    """
    if isinstance(value, CellError):
        return failed(value)
    if isinstance(value, bool | date | time):
        return CellReading(fault=Remark(_NOT_NUMBER, {"value": echo(plain_text(value))}))
    if isinstance(value, int | float):
        return _amount_of_cell(value, bounds)
    typed = seen_letters(value or "").strip()
    if typed in BLANK_SIGNS:
        return CellReading()
    for unit in sorted(units, key=len, reverse=True):
        if typed.casefold().endswith(unit.casefold()):
            typed = typed[: -len(unit)].strip()
            break
    return of_typed(read_number(typed, bounds))


def _amount_of_cell(value: float, bounds: Bounds) -> CellReading[Decimal]:
    number = Decimal(repr(value))
    if not number.is_finite() or abs(number) >= _EXACT:
        return CellReading(
            fault=Remark(_LOST_DIGITS if number.is_finite() else _NOT_NUMBER, {"value": echo(value)})
        )
    trouble = bounds.trouble(number, str(value))
    return CellReading(number) if trouble is None else of_typed(trouble)


_PHONE_PARTS: Final = re.compile(r"[/;,\n]|\s-\s|\s{2,}|hoặc", re.IGNORECASE)
_PHONE: Final = re.compile(r"(?:\+?84|0)[0-9]{8,10}", re.ASCII)
_PHONE_SIGNS: Final = re.compile(r"[\s.\-()'\u00a0]|^(?:sđt|đt|tel|dt)[:.\s]*", re.IGNORECASE)
_BARE_PHONE: Final = re.compile(r"[1-9][0-9]{8}", re.ASCII)


def read_phone(value: CellValue) -> CellReading[str]:
    """A phone number without signs: the 0 a number cell lost is put back, of several the first is taken."""
    if isinstance(value, CellError):
        return failed(value)
    typed = "" if value is None else seen_letters(plain_text(value)).strip()
    if not typed or typed in BLANK_SIGNS:
        return CellReading()
    whole = _phone(typed)
    if whole is not None:
        return CellReading(whole, is_mended=whole != typed)
    found = [number for part in _PHONE_PARTS.split(typed) if (number := _phone(part)) is not None]
    if not found:
        return CellReading(fault=Remark(_NOT_PHONE, {"value": echo(typed)}))
    return CellReading(found[0], Remark(_FIRST_PHONE, {"value": echo(typed), "read": found[0]}), None, True)


def _phone(text: str) -> str | None:
    digits = _PHONE_SIGNS.sub("", text.strip())
    if _PHONE.fullmatch(digits):
        return digits
    return f"0{digits}" if _BARE_PHONE.fullmatch(digits) else None
