"""What a column of an entry sheet takes: codes by one key, numbers, dates, words; read by the kernel's rules."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from facility_app.kernel.dates import format_date
from facility_app.kernel.labels import Label, label
from facility_app.kernel.legacy_text import CODE_PAGE_LABELS, repair
from facility_app.kernel.names import fold
from facility_app.kernel.typed import WHOLE, Asked, Bounds, Reading, Refused, Understood, number_text, read_number
from facility_app.kernel.typed_dates import TwoDigitYears, read_date
from facility_app.ui.i18n import tr

_NOT_A_CODE = label("ui", "“{value}” không có trong các mã của cột này: {codes}.")
_WHICH_PAGE = label("ui", "Chữ này có vẻ viết bằng bảng mã {page}. Ý là:")
_ECHO = 40


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One column to fill in.

    Attributes:
        key: the value's name.
        head: what stands above.
        read: what a text means; ``Understood(None)`` is an empty cell, never 0.
        show: a value as the cell shows it.
        keys: key → value: one stroke fills the cell and goes to the next row.
        usual: what most rows have; filled into empty cells at one stroke, so that only exceptions are typed.
        legend: what the keys stand for, below the sheet.
        width: at 100 %.
        is_number: stands at the right.
        unit: of its values; stands below the head.
    """

    key: str
    head: Label
    read: Callable[[str], Reading[Any]]
    show: Callable[[Any], str]
    keys: Mapping[str, Any] = field(default_factory=dict)
    usual: Any = None
    legend: str = ""
    width: int = 110
    is_number: bool = False
    unit: str = ""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One line of the paper.

    Attributes:
        id: the record's id.
        heads: what is given (name, code, room), not typed.
        values: column key → value so far; a missing one is empty.
        why_not: why nothing may be typed in this row.
        is_usual: whether the usual value is filled in here at one stroke; else the row waits for its own key.
    """

    id: str
    heads: tuple[str, ...] = field(repr=False)
    values: Mapping[str, Any] = field(default_factory=dict, repr=False)
    why_not: Label | None = None
    is_usual: bool = True


def code_column(
    key: str, head: Label, codes: Sequence[tuple[str, str, Label]], *, usual: str | None = None, width: int = 110
) -> SheetColumn:
    """A column of codes.

    Args:
        key: the value's name.
        head: what stands above.
        codes: (key on the keyboard, code that is kept, words).
        usual: the code most rows have.
        width: at 100 %.
    """
    words = {code: tr(text) for _, code, text in codes}
    means = {fold(spelled): code for _, code, text in codes for spelled in (tr(text), code)}
    means |= {stroke: code for stroke, code, _ in codes}
    legend = "   ".join(f"{stroke} = {words[code]}" for stroke, code, _ in codes)

    def read(text: str) -> Reading[str]:
        wanted = fold(text)
        if not wanted:
            return Understood(None)
        if wanted in means:
            return Understood(means[wanted])
        return Refused(_NOT_A_CODE, {"value": text[:_ECHO], "codes": legend})

    strokes = {stroke: code for stroke, code, _ in codes}
    return SheetColumn(key, head, read, lambda code: words.get(code, code), strokes, usual, legend, width)


def number_column(
    key: str, head: Label, *, bounds: Bounds = WHOLE, usual: Decimal | None = None, width: int = 90
) -> SheetColumn:
    """A column of numbers; an empty cell is not 0."""
    return SheetColumn(
        key, head, lambda text: read_number(text, bounds), number_text, usual=usual, width=width, is_number=True
    )


def date_column(
    key: str,
    head: Label,
    *,
    today: Callable[[], date],
    years: TwoDigitYears = TwoDigitYears.AROUND,
    width: int = 140,
) -> SheetColumn:
    """A column of dates, typed as in a form."""
    return SheetColumn(key, head, lambda text: read_date(text, today(), years), format_date, width=width)


def text_column(key: str, head: Label, *, width: int = 220) -> SheetColumn:
    """A column of words; old code pages are mended or asked about."""
    return SheetColumn(key, head, _read_text, str, width=width)


def _read_text(text: str) -> Reading[str]:
    bare = text.strip()
    found = repair(bare)
    if not found.is_sure:
        choices = (found.text, *found.others, bare)
        return Asked(_WHICH_PAGE, choices, {"page": CODE_PAGE_LABELS[found.page]})
    return Understood(found.text or None)
