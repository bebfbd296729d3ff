"""The cells of a labour sheet: what the keys stand for, how hours are written, what a line begins with."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from facility_app.kernel.labels import Label, label
from facility_app.kernel.typed import Bounds
from facility_app.kernel.typed_times import hours_text
from facility_app.modules.labour.domain.hours import read_hours
from facility_app.modules.labour.domain.lines import SheetLine
from facility_app.modules.labour.domain.sheets import (
    LETTERS,
    MARK_LABELS,
    MOST_OUTPUT,
    QUALITY_LABELS,
    Mark,
    Quality,
)
from facility_app.modules.labour.queries.sheets import LineRow, SheetView
from facility_app.modules.labour.ui import words as said
from facility_app.ui.grid.columns import SheetColumn, SheetRow, code_column, number_column, text_column
from facility_app.ui.i18n import tr

NAME, CODE = label("terms", "Họ và tên"), label("terms", "Mã")
WEEK, CAN = label("labour", "Trong tuần"), label("labour", "Điều kiện")
MARK, HOURS = label("labour", "Công"), label("labour", "Giờ")
OUTPUT, QUALITY, NOTE = label("labour", "Sản lượng"), label("labour", "Chất lượng"), label("terms", "Ghi chú")
HOURS_LEGEND = label("labour", "Để trống: cả ca. Chỉ ghi khi khác: 4 hoặc 7,5 hoặc 7:30.")
USUAL: Final = Mark.WORKED.value
MARK_KEYS: Final[tuple[tuple[str, str, Label], ...]] = tuple(
    (letter.lower(), mark.value, MARK_LABELS[mark]) for mark, letter in LETTERS.items()
)
QUALITY_KEYS: Final[tuple[tuple[str, str, Label], ...]] = (
    ("t", Quality.GOOD.value, QUALITY_LABELS[Quality.GOOD]),
    ("d", Quality.PASS.value, QUALITY_LABELS[Quality.PASS]),
    ("c", Quality.POOR.value, QUALITY_LABELS[Quality.POOR]),
)
SHORT: Final[Mapping[str, Label]] = {
    "labour_not_inside": label("labour", "không ở trong cơ sở"),
    "labour_left_meanwhile": label("labour", "chỉ ở đây một phần ca"),
    "labour_before_detox_ends": label("labour", "chưa qua cắt cơn"),
    "labour_not_registered": label("labour", "chưa đăng ký"),
    "labour_fitness_missing": label("labour", "chưa có kết luận sức khỏe"),
    "labour_unfit": label("labour", "không đủ sức khỏe"),
    "labour_not_for_minors": label("labour", "việc không cho dưới 18 tuổi"),
    "labour_untrained": label("labour", "chưa huấn luyện, đã hết hạn"),
    "labour_day_cap": label("labour", "cả ca thì quá giờ một ngày"),
    "labour_week_cap": label("labour", "cả ca thì quá giờ một tuần"),
    "labour_too_young": label("labour", "chưa đủ 12 tuổi"),
}
"""Rules in what a cell has room for; a line that is not kept says rule and article above the sheet."""
HEADS: Final = (NAME, CODE, WEEK, CAN)
HEAD_WIDTHS: Final = (86, 88, 198)
_OUTPUT: Final = Bounds(3, Decimal(0), Decimal(MOST_OUTPUT) / said.MILLI)


def columns() -> tuple[SheetColumn, ...]:
    """What is filled in."""
    return (
        code_column("mark", MARK, MARK_KEYS, usual=USUAL, width=124),
        SheetColumn("minutes", HOURS, read_hours, hours_text, legend=tr(HOURS_LEGEND), width=64, is_number=True),
        number_column("output", OUTPUT, bounds=_OUTPUT, width=90),
        code_column("quality", QUALITY, QUALITY_KEYS, width=90),
        text_column("note", NOTE, width=80),
    )


def row_of(line: LineRow, view: SheetView, refused: str = "") -> SheetRow:
    """A line as it begins; who is not in the facility is proposed as that, ``refused`` is why it was not kept."""
    mark = line.mark
    if mark is None and not view.sheet_id and not line.is_inside:
        mark = Mark.AWAY
    is_whole = line.minutes == view.shift.minutes
    values = {
        "mark": None if mark is None else mark.value,
        "minutes": line.minutes if line.minutes and not is_whole else None,
        "output": None if line.output_milli is None else Decimal(line.output_milli) / said.MILLI,
        "quality": None if line.quality is None else line.quality.value,
        "note": line.note,
    }
    kept = {key: value for key, value in values.items() if value is not None}
    heads = (line.name, line.code, week_text(line), refused or condition(line))
    return SheetRow(line.resident_id, heads, kept, is_usual=line.refused is None)


def condition(line: LineRow) -> str:
    """What keeps somebody from a whole shift, in the few words a cell has, and what they should not do."""
    told = [tr(one) for one in line.limits]
    if line.refused is not None:
        short = SHORT.get(line.refused.code)
        told.insert(0, said.rule(line.refused) if short is None else tr(short))
    return "; ".join(told)


def week_text(line: LineRow) -> str:
    """“24/48”: worked in the week besides, and the most."""
    most = "–" if line.week_most is None else hours_text(line.week_most)
    return f"{hours_text(line.week_minutes)}/{most}"


def lines_of(view: SheetView, cells: Mapping[str, Mapping[str, Any]]) -> tuple[SheetLine, ...]:
    """What was typed, as the verb takes it; who is on the sheet and was cleared is taken back."""
    there = {line.resident_id for line in view.lines if line.mark is not None}
    return tuple(
        _line(resident_id, cell)
        for resident_id, cell in cells.items()
        if cell["mark"] is not None or resident_id in there or _has_more(cell)
    )


def has_only_a_note(cell: Mapping[str, Any]) -> bool:
    """Whether something is said of somebody whose attendance is not."""
    return cell["mark"] is None and cell["note"] is not None and not _has_more(cell)


def _has_more(cell: Mapping[str, Any]) -> bool:
    return any(cell[key] is not None for key in ("minutes", "output", "quality"))


def _line(resident_id: str, cell: Mapping[str, Any]) -> SheetLine:
    # Whoever has hours or an output worked, though the key was not pressed.
    mark = cell["mark"] or (USUAL if _has_more(cell) else None)
    output = cell["output"]
    return SheetLine(
        resident_id,
        None if mark is None else Mark(mark),
        cell["minutes"],
        None if output is None else int(output * said.MILLI),
        None if cell["quality"] is None else Quality(cell["quality"]),
        cell["note"],
    )
