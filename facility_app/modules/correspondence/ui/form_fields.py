"""Fields that only forms have: an hour with its day, several ticks, a small table."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from typing import Final, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from facility_app.documents.forms.fields import Column, PartialDate
from facility_app.kernel.dates import LOCAL, format_date, format_moment
from facility_app.kernel.labels import Label, label
from facility_app.kernel.names import nfc
from facility_app.kernel.typed import ECHO, Asked, Reading, Refused, Understood
from facility_app.kernel.typed_dates import TwoDigitYears, read_date, within
from facility_app.ui.forms.field import Field
from facility_app.ui.forms.value_fields import ReadField
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Theme
from facility_app.ui.widgets import Loudness, PushButton

MOMENT_HINT = label("correspondence", "Ngày rồi giờ: 21/11/2026 07:30, h 7h30")
BAD_MOMENT = label("correspondence", "“{value}” cần có cả ngày và giờ. Ví dụ: 21/11/2026 07:30, hoặc h 7h30.")
NO_SUCH_TIME = label(
    "correspondence", "“{value}”: không có giờ này trong ngày. Giờ từ 0 đến 23, phút từ 0 đến 59."
)
ADD_ROW, DROP_ROW = label("verbs", "Thêm dòng"), label("verbs", "Bỏ dòng")
BIRTH_HINT = label("correspondence", "Ngày/tháng/năm; chỉ biết năm thì ghi năm: 1987")
BAD_BIRTH = label(
    "correspondence", "“{value}”: năm sinh từ {first} đến {last}, tháng từ 1 đến 12. Ví dụ: 1987, 05/1987."
)
_BIRTH: Final = re.compile(r"(?:(\d{1,2})\s*[/.\-]\s*)?(\d{4})", re.ASCII)
FIRST_BIRTH, MONTHS = 1900, 12
_CLOCK: Final = re.compile(r"\s*(\d{1,2})\s*(?:giờ|[:hHgG.])\s*(\d{0,2})\s*(?:phút|p)?[\s,]*(?:ngày)?\s*(.*)")
_DAY_FIRST: Final = re.compile(
    r"\s*(.+?)[\s,]+(?:lúc\s*)?(\d{1,2})\s*(?:giờ|[:hHgG])\s*(\d{0,2})\s*(?:phút|p)?\s*"
)
HOURS, MINUTES = 24, 60
LEAST_ROWS, ROW_HEIGHT = 3, 34


class MomentField(ReadField[datetime]):
    """A day with its hour, of Viet Nam; typed in either order."""

    def __init__(self, name: str, head: Label, *, today: Callable[[], date], is_required: bool = False) -> None:
        """Make it empty; ``today`` is what ``h`` means."""
        self._today = today
        super().__init__(name, head, width=16, is_required=is_required, hint=MOMENT_HINT)

    @override
    def read(self, text: str) -> Reading[datetime]:
        if not text.strip():
            return Understood(None)
        if (found := _DAY_FIRST.fullmatch(text)) is not None:
            typed, (hour, minute) = found[1], (int(found[2]), int(found[3] or 0))
        elif (found := _CLOCK.fullmatch(text)) is not None and found[3].strip():
            typed, (hour, minute) = found[3], (int(found[1]), int(found[2] or 0))
        else:
            return Refused(BAD_MOMENT, {"value": text.strip()})
        if hour >= HOURS or minute >= MINUTES:
            return Refused(NO_SUCH_TIME, {"value": text.strip()})
        day = read_date(typed, self._today())
        at = time(hour, minute, tzinfo=LOCAL)
        if isinstance(day, Asked):
            return Asked(day.question, tuple(datetime.combine(one, at) for one in day.choices), day.params)
        if isinstance(day, Refused) or day.value is None:
            return Refused(BAD_MOMENT, {"value": text.strip()})
        return Understood(datetime.combine(day.value, at))

    @override
    def shown(self, value: datetime | None) -> str:
        return "" if value is None else format_moment(value)


class BirthField(ReadField[date | PartialDate]):
    """A birth as the papers know it: the day, month and year, or the year alone."""

    def __init__(self, name: str, head: Label, *, today: Callable[[], date], is_required: bool = False) -> None:
        """Make it empty; nobody is born after ``today``."""
        self._today = today
        super().__init__(name, head, width=10, is_required=is_required, hint=BIRTH_HINT)

    @override
    def read(self, text: str) -> Reading[date | PartialDate]:
        today = self._today()
        found = _BIRTH.fullmatch(text.strip().lstrip("/.… "))
        if found is None:
            read = within(read_date(text, today, TwoDigitYears.PAST), text, today, latest=today)
            return read if isinstance(read, Refused) else cast("Reading[date | PartialDate]", read)
        month, year = (None if found[1] is None else int(found[1])), int(found[2])
        is_none = month is not None and not 1 <= month <= MONTHS
        if is_none or not FIRST_BIRTH <= year <= today.year:
            params = {"value": text.strip()[:ECHO], "first": FIRST_BIRTH, "last": today.year}
            return Refused(BAD_BIRTH, params)
        return Understood(PartialDate(year, month))

    @override
    def shown(self, value: date | PartialDate | None) -> str:
        if isinstance(value, PartialDate):
            return f"{value.year:04}" if value.month is None else f"{value.month:02}/{value.year:04}"
        return "" if value is None else format_date(value)


class TicksField(Field[tuple[str, ...]]):
    """Several choices of a short list, a tick each."""

    def __init__(self, name: str, head: Label, *, choices: Mapping[str, Label], is_required: bool = False) -> None:
        """Nothing ticked."""
        super().__init__(name, head, is_required=is_required)
        around = QWidget(self)
        column = QVBoxLayout(around)
        column.setContentsMargins(0, 0, 0, 0)
        self._boxes: dict[str, QCheckBox] = {}
        for code, text in choices.items():
            box = QCheckBox(tr(text), around)
            box.setObjectName(f"{name}_{code}")
            box.checkStateChanged.connect(self._on_editor_changed)
            column.addWidget(box)
            self._boxes[code] = box
        self._install(around)
        first = next(iter(self._boxes.values()), None)
        if first is not None:
            around.setFocusProxy(first)

    @override
    def value(self) -> tuple[str, ...] | None:
        return tuple(code for code, box in self._boxes.items() if box.isChecked()) or None

    @override
    def set_value(self, value: tuple[str, ...] | None) -> None:
        for code, box in self._boxes.items():
            box.setChecked(code in (value or ()))

    @override
    def typed(self) -> str:
        return ",".join(self.value() or ())

    @override
    def set_typed(self, typed: str) -> None:
        self.set_value(tuple(typed.split(",")))

    @override
    def shown(self, value: tuple[str, ...] | None) -> str:
        return ", ".join(self._boxes[code].text() for code in value or () if code in self._boxes)

    @override
    def shown_typed(self) -> str:
        return self.shown(self.value())

    @override
    def shown_as(self, typed: str) -> str:
        return self.shown(tuple(typed.split(",")))


class RowsField(Field[tuple[dict[str, str], ...]]):
    """A small table of words; rows are added and dropped, empty ones do not count."""

    def __init__(
        self, theme: Theme, name: str, head: Label, *, columns: Sequence[Column], is_required: bool = False
    ) -> None:
        """Empty rows."""
        super().__init__(name, head, is_required=is_required)
        self._columns = tuple(columns)
        around = QWidget(self)
        self.table = QTableWidget(LEAST_ROWS, len(columns), around)
        self.table.setObjectName(f"{name}_table")
        self.table.setAccessibleName(tr(head))
        self.table.setHorizontalHeaderLabels([one.head for one in columns])
        self.table.setTabKeyNavigation(False)
        self.table.setEditTriggers(QTableWidget.EditTrigger.AllEditTriggers)
        self.table.verticalHeader().setDefaultSectionSize(theme.px(ROW_HEIGHT))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.setMinimumHeight(theme.px(ROW_HEIGHT) * (LEAST_ROWS + 2))
        self.table.itemChanged.connect(self._on_item_changed)
        column = QVBoxLayout(around)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        row = QHBoxLayout()
        for text, slot in ((ADD_ROW, self.add_row), (DROP_ROW, self.drop_row)):
            button = PushButton(theme, text, Loudness.LINK, parent=around)
            button.clicked.connect(slot)
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self._install(around)
        around.setFocusProxy(self.table)

    def add_row(self) -> None:
        """One more, with the keyboard in it."""
        self.table.insertRow(self.table.rowCount())
        self.table.setCurrentCell(self.table.rowCount() - 1, 0)

    def drop_row(self) -> None:
        """Without the row the keyboard is in."""
        if self.table.currentRow() >= 0:
            self.table.removeRow(self.table.currentRow())
            self._on_editor_changed()

    def _on_item_changed(self, _item: QTableWidgetItem) -> None:
        self._on_editor_changed()

    def _text(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return "" if item is None else nfc(item.text()).strip()

    @override
    def value(self) -> tuple[dict[str, str], ...] | None:
        found = []
        for row in range(self.table.rowCount()):
            cells = {one.name: self._text(row, place) for place, one in enumerate(self._columns)}
            if kept := {name: text for name, text in cells.items() if text}:
                found.append(kept)
        return tuple(found) or None

    @override
    def set_value(self, value: Sequence[Mapping[str, str]] | None) -> None:
        rows = list(value or ())
        self.table.blockSignals(True)
        self.table.clearContents()
        self.table.setRowCount(max(LEAST_ROWS, len(rows)))
        for number, row in enumerate(rows):
            for place, column in enumerate(self._columns):
                self.table.setItem(number, place, QTableWidgetItem(str(row.get(column.name) or "")))
        self.table.blockSignals(False)

    @override
    def typed(self) -> str:
        rows = self.value()
        return "" if rows is None else json.dumps(rows, ensure_ascii=False)

    @override
    def set_typed(self, typed: str) -> None:
        self.set_value(json.loads(typed) if typed else None)

    @override
    def shown(self, value: Sequence[Mapping[str, str]] | None) -> str:
        return "; ".join(", ".join(row.values()) for row in value or ())

    @override
    def shown_typed(self) -> str:
        return self.shown(self.value())

    @override
    def shown_as(self, typed: str) -> str:
        return self.shown(json.loads(typed) if typed else None)

    @override
    def commit_ime(self) -> None:
        # The cell's editor writes back when the keyboard leaves it.
        if self.table.state() is QTableWidget.State.EditingState:
            self.table.setFocus()
