"""What the cells of a list say: texts and names read with every doubt told, never guessed silently."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, Final, Generic, TypeVar

from facility_app.kernel.labels import label
from facility_app.kernel.legacy_text import CodePage, from_tcvn3, from_vni
from facility_app.kernel.names import tidy_name, wrong_letter
from facility_app.kernel.typed import Asked, Reading, Refused, Understood
from facility_app.sheets.mending import mend
from facility_app.sheets.reading.grid import CellError, CellValue, Remark, echo

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class CellReading(Generic[T_co]):
    """What one cell means.

    Attributes:
        value: the meaning; None for an empty cell and for a fault.
        doubt: what a person should look at although there is a value.
        fault: why there is no value.
        is_mended: whether the value is written otherwise than the cell: marks, code page, capitals, lost zeros.
    """

    value: T_co | None = field(default=None, repr=False)
    doubt: Remark | None = None
    fault: Remark | None = None
    is_mended: bool = False


_FAILED: Final = label("errors", "Ô này báo lỗi công thức {code}. Hãy ghi giá trị vào ô.")
_SURE_OF_PAGE: Final = label("errors", "“{value}” có vẻ ghi bằng bảng mã cũ, đã đọc là “{read}”. Hãy xem lại.")
_WAS_DATE: Final = label("errors", "Bảng tính đã đổi ô này thành ngày {value}. Hãy xem lại chữ gốc trên giấy.")
_BROKEN_LETTERS: Final = label("errors", "“{value}” có chữ đã mất, hiện thành dấu hỏi. Hãy gõ lại.")
_NOT_NAME: Final = label("errors", "“{value}” có “{letter}”, họ tên chỉ gồm chữ. Có thể đã lệch cột.")

BLANK_SIGNS: Final = frozenset({"-", "--", "—", "–", "/", ".", "...", "…", "x", "X"})
"""What people write into a cell that has nothing to say."""
_CAPITAL_AFTER: Final = re.compile(r"(?:(?<=^)|(?<=[\s\-'’ʼ.]))\w")
_LAST_OLD: Final = 0xFF
_LOST: Final = re.compile("[\ufffd\ud800-\udfff]")
_PAGES: Final = {CodePage.VNI: from_vni, CodePage.TCVN3: from_tcvn3}


def read_text(value: CellValue, page: CodePage | None = None) -> CellReading[str]:
    """A text as it is kept: NFC, single blanks, old code pages read, look-alikes of Đ made Đ.

    Numbers become digits without a point; a date is most often a number "12/3" that the sheet took for one.

    Args:
        value: of the cell.
        page: the old code page the rest of the column is written in, from ``main_code_page``.
    """
    if isinstance(value, CellError):
        return failed(value)
    if isinstance(value, date | time):
        shown = day_text(value)
        return CellReading(shown, doubt=Remark(_WAS_DATE, {"value": shown}), is_mended=True)
    if not isinstance(value, str):
        return CellReading(None if value is None else plain_text(value))
    return _read_letters(value, page)


def read_name(value: CellValue, page: CodePage | None = None) -> CellReading[str]:
    """A person's name: as ``read_text``, and names all in capitals or all in small letters get capitals in front.

    Args:
        value: of the cell.
        page: as in ``read_text``.
    """
    reading = read_text(value, page)
    if reading.value is None:
        return reading
    if (letter := wrong_letter(reading.value)) is not None:
        return CellReading(fault=Remark(_NOT_NAME, {"value": echo(reading.value), "letter": letter}))
    name = proper_case(reading.value)
    return CellReading(name, reading.doubt, None, reading.is_mended or name != reading.value)


def proper_case(name: str) -> str:
    """``NGUYỄN VĂN A`` and ``nguyễn văn a`` as ``Nguyễn Văn A``; a name in both kinds of letters stays."""
    if not (name.isupper() or name.islower()):
        return name
    return _CAPITAL_AFTER.sub(lambda found: found[0].upper(), name.lower())


def main_code_page(values: Iterable[CellValue]) -> CodePage | None:
    """The old code page a column is written in, told by the cells that leave no doubt; None for Unicode.

    Args:
        values: cells of the column, or of several.
    """
    counts = dict.fromkeys((CodePage.UNICODE, *_PAGES), 0)
    for value in values:
        if isinstance(value, str) and not value.isascii():
            found = mend(value)
            page = CodePage.UNICODE if found.page is CodePage.LOOSE_MARKS else found.page
            counts[page] = counts.get(page, 0) + found.is_sure
    best = max(_PAGES, key=lambda page: counts[page])
    return best if counts[best] > counts[CodePage.UNICODE] else None


def failed(value: CellError) -> CellReading[Any]:
    """A cell whose formula failed has no meaning."""
    return CellReading(fault=Remark(_FAILED, {"code": value.code}))


def of_typed(reading: Reading[T]) -> CellReading[T]:
    """What the fields of a screen make of a text: the likeliest meaning, with the question as a doubt."""
    match reading:
        case Understood(value):
            return CellReading(value)
        case Asked(question, choices, params):
            said = Remark(question, params)
            return CellReading(choices[0], said) if choices else CellReading(fault=said)
        case Refused(reason, params):
            return CellReading(fault=Remark(reason, params))


def plain_text(value: CellValue) -> str:
    """A value as a person would write it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, CellError):
        return value.code
    if isinstance(value, date | time):
        return day_text(value)
    return f"{value:.15g}".replace(".", ",") if isinstance(value, float) else str(value)


def day_text(value: date | time) -> str:
    """A date cell as its sheet shows it here; a time of midnight is none."""
    if isinstance(value, time):
        return f"{value.hour:02}:{value.minute:02}"
    day = f"{value.day:02}/{value.month:02}/{value.year:04}"
    is_moment = isinstance(value, datetime) and value.time() != time()
    return f"{day} {value.hour:02}:{value.minute:02}" if isinstance(value, datetime) and is_moment else day


def _read_letters(value: str, page: CodePage | None) -> CellReading[str]:
    mended = mend(value)
    text, is_sure = mended.text, mended.is_sure
    if page is not None and not value.isascii() and (not is_sure or mended.page is CodePage.UNICODE):
        text, is_sure = _in_page(value, page, mended.text, is_sure=is_sure)
    kept = tidy_name(text)
    if not kept:
        return CellReading()
    if _LOST.search(kept):
        return CellReading(
            fault=Remark(_BROKEN_LETTERS, {"value": echo(kept.encode("utf-8", "replace").decode())})
        )
    doubt = None if is_sure else Remark(_SURE_OF_PAGE, {"value": echo(value), "read": echo(kept)})
    return CellReading(kept, doubt, None, kept != value)


def _in_page(value: str, page: CodePage, otherwise: str, *, is_sure: bool) -> tuple[str, bool]:
    """The cell read as the rest of its column; where that gives no words, as it reads alone."""
    if any(ord(char) > _LAST_OLD for char in value):
        return otherwise, is_sure
    read = mend(_PAGES[page](value))
    return (read.text, True) if read.page is CodePage.UNICODE else (otherwise, is_sure)
