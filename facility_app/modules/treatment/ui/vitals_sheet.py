"""The sheet of vital signs: a line a person, NEWS2 beside the name as it is typed, doubts asked in the cell."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from facility_app.kernel.labels import Label, label
from facility_app.kernel.typed import Asked, Reading, Understood
from facility_app.modules.treatment.domain.oxygen import TARGET_SCALE, USUAL_SCALE
from facility_app.modules.treatment.domain.vital_rules import Circumstances
from facility_app.modules.treatment.ui.record_words import first_words, tone_of
from facility_app.modules.treatment.ui.vitals_line import LineRead, LineRules, Sure
from facility_app.ui.grid.columns import SheetRow
from facility_app.ui.grid.entry_sheet import EntrySheet
from facility_app.ui.grid.pasting import Place
from facility_app.ui.grid.sheet_model import SheetModel
from facility_app.ui.grid.sheet_view import SheetView
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Theme, Tone, follow

NAME, BED, NEWS = label("terms", "Họ và tên"), label("treatment", "Giường"), label("treatment", "NEWS2")
SAVE = label("verbs", "Lưu các dòng đã gõ")
TOTAL = label("treatment", "{total} · {band}")
LACKS = label("treatment", "thiếu {count}")
SAVED = label("treatment", "Đã lưu {saved}/{count} người")
UNSAVED = label("treatment", "{count} dòng chưa lưu")
ANSWER_BY = label("treatment", "{question} Trả lời: {keys}, hoặc gõ lại số đo.")
SCALE_2, SHORT = label("treatment", "SpO₂ thang 2"), label("treatment", "thang 2")
TROUBLES = label("treatment", "{count} ô cần sửa")
NAMES = 186
"""Width of the names at 100 %."""
_NEWS_AT = 1
"""The place of NEWS2 among the given columns that scroll."""

Index = QModelIndex | QPersistentModelIndex


class VitalModel(SheetModel):
    """Cells of the sheet; it knows what each line comes to, and which doubts were answered."""

    def __init__(self, *arguments: Any) -> None:
        """As a sheet; ``use`` tells the rules before rows are loaded."""
        self._rules: LineRules | None = None
        self._known: Mapping[str, Circumstances] = {}
        self._scales: Mapping[str, int] = {}
        self._on = date.min
        self._confirmed: dict[str, dict[str, int]] = {}
        self._lines: dict[int, LineRead] = {}
        self._closed: dict[str, LineRead] = {}
        super().__init__(*arguments)

    def use(self, rules: LineRules, known: Mapping[str, Circumstances], on: date) -> None:
        """Read lines by these rules."""
        self._rules, self._known, self._on = rules, known, on

    def use_scales(self, scales: Mapping[str, int]) -> None:
        """By which scale of NEWS2 each line's SpO2 counts; what is typed already is scored anew."""
        if scales == self._scales:
            return
        self._scales = dict(scales)
        self._lines.clear()
        if self._rows:
            self.dataChanged.emit(self.index(0, _NEWS_AT), self.index(len(self._rows) - 1, _NEWS_AT))

    def line(self, row: int) -> LineRead | None:
        """What a line says so far."""
        if self._rules is None or not 0 <= row < len(self._rows):
            return None
        if row not in self._lines:
            known = self._known.get(self._rows[row].id, Circumstances())
            self._lines[row] = self._rules.read(self._cells(row), known, self._on, self.scale_of(row))
        return self._lines[row]

    def scale_of(self, row: int) -> int:
        """By which scale of NEWS2 the SpO2 of a line counts."""
        return self._scales.get(self._rows[row].id, USUAL_SCALE)

    def row_of(self, row_id: str) -> int:
        """Where somebody stands; -1 for nowhere."""
        return next((place for place, one in enumerate(self._rows) if one.id == row_id), -1)

    def is_changed(self, row: int) -> bool:
        """Whether something of a line is typed and not saved."""
        return any(self._texts[row, one] != self._base[row, one] for one in range(len(self.columns)))

    def has_trouble(self, row: int) -> bool:
        """Whether a cell of a line is not understood or waits for an answer."""
        return any(self._trouble((row, one)) is not None for one in range(len(self.columns)))

    def confirmed(self, row_id: str) -> dict[str, int]:
        """How often each doubt of a line was answered with yes."""
        return dict(self._confirmed.get(row_id, {}))

    def saved(self) -> int:
        """How many lines are saved."""
        return sum(one.why_not is not None for one in self._rows)

    def confirm(self, place: Place) -> None:
        """Somebody says that a doubtful value is right."""
        row_id, key = self._rows[place[0]].id, self.columns[place[1]].key
        found = super()._reading(place)
        if self._rules is None or not isinstance(found, Understood):
            return
        asked = self._confirmed.setdefault(row_id, {})
        doubt = self._rules.doubt(key, found.value, asked)
        if doubt is not None:
            asked[doubt.key] = asked.get(doubt.key, 0) + 1
            self._write({place: self._texts[place]})

    def close_line(self, row_id: str, why_not: Label) -> None:
        """A line is saved: it stays readable and takes no more letters."""
        row = self.row_of(row_id)
        if row >= 0:
            self._set_row(row, why_not)
            self._base.update({place: text for place, text in self._texts.items() if place[0] == row})
            self._undo = [{at: text for at, text in step.items() if at[0] != row} for step in self._undo]
            self._undo = [step for step in self._undo if step]
            self._tell(row)

    def open_line(self, row_id: str, *, is_kept: bool) -> None:
        """A line takes letters again: with what it said, to be corrected, or empty, for the next measuring."""
        row = self.row_of(row_id)
        if row < 0:
            return
        self._set_row(row, None)
        for column in range(len(self.columns)):
            self._base[row, column] = ""
            if not is_kept:
                self._texts[row, column] = ""
        if not is_kept:
            self._confirmed.pop(row_id, None)
        self._tell(row)

    def _set_row(self, row: int, why_not: Label | None) -> None:
        changed = replace(self._rows[row], why_not=why_not)
        self._rows = (*self._rows[:row], changed, *self._rows[row + 1 :])

    def _tell(self, row: int) -> None:
        self._lines.pop(row, None)
        self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))
        self.edited.emit()

    def _cells(self, row: int) -> dict[str, Any]:
        """What is understood of a line; a doubtful value is understood, one that cannot be is none."""
        found = {}
        for column, spec in enumerate(self.columns):
            reading = self._possible((row, column))
            found[spec.key] = reading.value if isinstance(reading, Understood) else None
        return found

    def _possible(self, place: Place) -> Reading[Any]:
        """What is typed, with a refusal of what nobody alive can have."""
        found = super()._reading(place)
        if self._rules is None or not isinstance(found, Understood) or found.value is None:
            return found
        return self._rules.impossible(self.columns[place[1]].key, found.value, self._on) or found

    def _news(self, row: int, role: int) -> object:
        line = self.line(row)
        if line is None:
            return None
        waits = self._rows[row].heads[_NEWS_AT + 1]
        if line.is_empty and waits:
            return self._waits(waits, role)
        if line.is_empty and line.vitals.spo2_scale == USUAL_SCALE:
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return news_words(line)
        tone = tone_of(line.mark)
        ink, ground = self._theme.tone(tone)
        painted: dict[int, object] = {Qt.ItemDataRole.ForegroundRole: ink}
        if tone is not Tone.NEUTRAL:
            painted[Qt.ItemDataRole.BackgroundRole] = ground
            painted[Qt.ItemDataRole.DecorationRole] = self._theme.icon(self._theme.tone_icon(tone), tone.value)
        return painted.get(role)

    def _waits(self, waits: str, role: int) -> object:
        """What the last score asks for, until somebody measures."""
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return waits
        return self._theme.tone(Tone.DANGER)[0] if role == Qt.ItemDataRole.ForegroundRole else None

    @override
    def load(self, rows: Sequence[SheetRow]) -> None:
        self._lines.clear()
        self._confirmed.clear()
        super().load(rows)

    @override
    def _reading(self, place: Place) -> Reading[Any]:
        found = self._possible(place)
        if self._rules is None or not isinstance(found, Understood) or found.value is None:
            return found
        if self._rows[place[0]].why_not is not None:
            return found
        asked = self._confirmed.get(self._rows[place[0]].id, {})
        doubt = self._rules.doubt(self.columns[place[1]].key, found.value, asked)
        if doubt is None:
            return found
        return self._rules.question(doubt, found.value, is_second=asked.get(doubt.key, 0) > 0)

    @override
    def _write(self, texts: Mapping[Place, str]) -> None:
        for row in {place[0] for place in texts}:
            self._lines.pop(row, None)
        super()._write(texts)
        for row in {place[0] for place in texts}:
            self._lines.pop(row, None)
            cell = self.index(row, _NEWS_AT)
            self.dataChanged.emit(cell, cell)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if index.isValid() and index.column() == _NEWS_AT and role != Qt.ItemDataRole.TextAlignmentRole:
            return self._news(index.row(), role)
        return super().data(index, role)


class VitalView(SheetView):
    """The keyboard: Enter and Tab go right, and stay where something is asked.

    Signals:
        line_done(int): Enter or Tab left the last cell of this line.
    """

    line_done = Signal(int)

    @override
    def move_by(self, down: int, right: int) -> None:
        current = self.currentIndex()
        model = self._sheet
        if right > 0 and current.isValid() and model.column_of(current) is not None:
            if model.trouble(current) is not None:
                # The keyboard stays in the cell: whoever types on mends the value, and confirms nothing unseen.
                return
            if current.column() == model.columnCount() - 1:
                self.line_done.emit(current.row())
        super().move_by(down, right)


class VitalSheet(EntrySheet):
    """The sheet; it tells when a line should be saved.

    Signals:
        line_left(str, bool): another line is current; whether this one was typed to its end.
        all_wanted: Ctrl+Enter: save whatever is typed.
        line_changed: the current line says something else.
    """

    line_left = Signal(str, bool)
    all_wanted = Signal()
    line_changed = Signal()
    model_type = VitalModel
    view_type = VitalView

    def __init__(self, rules: LineRules, theme: Theme, parent: QWidget | None = None) -> None:
        """Make a sheet without people."""
        super().__init__(
            (NAME, BED, NEWS), rules.columns(), theme, head_widths=(134, 136), save_words=SAVE, parent=parent
        )
        self.rules = rules
        view = self._view()
        view.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        follow(theme, self._on_names_theme_changed)
        view.go_line_by_line()
        view.line_done.connect(self._on_line_done)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self.edited.connect(self.line_changed)

    @property
    def lines(self) -> VitalModel:
        """The cells."""
        model = self.model
        assert isinstance(model, VitalModel)  # noqa: S101 - made so above
        return model

    def current_id(self) -> str:
        """Whose line is current; empty for nobody's."""
        rows, row = self.model.rows(), self.view.currentIndex().row()
        return rows[row].id if 0 <= row < len(rows) else ""

    def go_to(self, row_id: str) -> None:
        """Bring the keyboard to the first cell of somebody's line."""
        row = self.lines.row_of(row_id)
        if row >= 0:
            self.view.setCurrentIndex(self.model.index_of((row, 0)))
            self.view.setFocus()

    def unsaved(self) -> tuple[str, ...]:
        """Lines with something typed and not saved."""
        lines = self.lines
        return tuple(one.id for row, one in enumerate(lines.rows()) if lines.is_changed(row))

    def _view(self) -> VitalView:
        view = self.view
        assert isinstance(view, VitalView)  # noqa: S101 - made so above
        return view

    def _on_line_done(self, row: int) -> None:
        self.line_left.emit(self.model.rows()[row].id, True)

    def _on_names_theme_changed(self) -> None:
        # One long name must not push the first cells out of sight.
        self.view.verticalHeader().setMaximumWidth(self._theme.px(NAMES))

    def _on_current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        if previous.isValid() and previous.row() != current.row() and previous.row() < self.model.rowCount():
            self.line_left.emit(self.model.rows()[previous.row()].id, False)
        self.line_changed.emit()

    @override
    def submit(self) -> None:
        self.view.commit_cell()
        self.all_wanted.emit()

    @override
    def _show_status(self) -> None:
        lines = self.lines
        unsaved = len(self.unsaved())
        said = [tr(SAVED, saved=lines.saved(), count=lines.rowCount())]
        if unsaved:
            said.append(tr(UNSAVED, count=unsaved))
        troubles = len(lines.troubles())
        if troubles:
            said.append(tr(TROUBLES, count=troubles))
        self._status.setText(" · ".join(said))
        self._next.setVisible(troubles > 0)

    @override
    def _on_notice_chosen(self, place: int) -> None:
        index = self.view.currentIndex()
        reading = self.model.reading(index)
        if not isinstance(reading, Asked):
            return
        choice, cell = reading.choices[place], self.model.place_of(index)
        if isinstance(choice, Sure):
            self.lines.confirm(cell)
        else:
            self.model.set_value(cell, choice)
        self.view.setFocus()
        # It stays where it is asked a second time.
        self.view.move_by(0, 1)

    @override
    def _show_cell(self) -> None:
        super()._show_cell()
        answers = self._notice.answers()
        if answers:
            numbered = tuple(f"&{number}. {text}" for number, text in enumerate(answers, 1))
            keys = ", ".join(f"Alt+{number}" for number in range(1, len(answers) + 1))
            self._notice.say(tr(ANSWER_BY, question=self._notice.text(), keys=keys), Tone.DANGER, numbered)


def news_words(line: LineRead) -> str:
    """The score with its band, or what it lacks, and that SpO2 counts by the second scale."""
    is_second = line.vitals.spo2_scale == TARGET_SCALE
    if line.is_empty:
        return tr(SCALE_2) if is_second else ""
    said = []
    if line.news2.total is None:
        said.append(tr(LACKS, count=len(line.missing)) if line.missing else "–")
    else:
        band = "" if line.mark is None else first_words(tr(line.mark.text))
        said.append(tr(TOTAL, total=line.news2.total, band=band) if band else str(line.news2.total))
    return " · ".join((*said, tr(SHORT)) if is_second else said)
