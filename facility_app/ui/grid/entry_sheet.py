"""A paper sheet on the screen: rows of people, columns to fill in, what is left and what is wrong below."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.labels import Label, label
from facility_app.kernel.typed import Asked
from facility_app.ui.forms.notice import Notice
from facility_app.ui.grid.columns import SheetColumn, SheetRow
from facility_app.ui.grid.pasting import Pasted
from facility_app.ui.grid.sheet_model import CellTrouble, SheetModel
from facility_app.ui.grid.sheet_view import SheetView
from facility_app.ui.i18n import tr
from facility_app.ui.theme.theme import Theme, follow
from facility_app.ui.theme.tokens import SPACE, Tone
from facility_app.ui.widgets.buttons import Loudness, WhyNotButton
from facility_app.ui.widgets.flow_layout import FlowLayout

_SAVE_KEYS: Final = "Ctrl+Enter"
_FILL_KEYS: Final = "Ctrl+Shift+F"
_SAVE = label("verbs", "Lưu")
_FILL = label("ui", "Điền “{value}” vào ô trống của cột “{head}”")
_FILL_LEGEND = label("ui", "{keys} = điền ô trống")
_COUNT = label("ui", "Đã điền {filled}/{count} dòng")
_TROUBLES = label("ui", "{count} ô cần sửa")
_NEXT = label("ui", "Đến ô cần sửa")
_PASTED = label("ui", "Đã dán {cells} ô. Ctrl+Z để hoàn tác.")
_PASTED_PART = label("ui", "Đã dán {cells} ô; {left_out} ô không có chỗ trong tờ này. Ctrl+Z để hoàn tác.")
_NO_SUCH_KEY = label("ui", "Phím “{key}” không dùng ở cột này. Các phím: {legend}")
_CLOSED = label("ui", "Dòng này đang khóa: {reason}")
_ACROSS: Final = Qt.Orientation.Horizontal
_HEAD_WIDTH, _HEAD_PAD = 120, 22


class EntrySheet(QWidget):
    """Grid entry. Loads rows, gives values or changes back, and keeps drafts as a form does.

    Attributes:
        model_type, view_type: what a kind of sheet makes its cells and its keyboard of.
        gives_way: so much of the widest given column may be taken where room is short; 0 where it is never cut.
        says_keys: whether the keys of a column stand below the sheet; not where the page says them already.

    Signals:
        submitted: every cell is understood and is to be saved; carries ``changes()``.
        edited: something the eye sees changed.
        settled: a cell was left.
        was_saved: ``saved`` was called.
    """

    submitted = Signal(object)
    edited = Signal()
    settled = Signal()
    was_saved = Signal()
    model_type: type[SheetModel] = SheetModel
    view_type: type[SheetView] = SheetView
    gives_way: float = 0.4
    says_keys = True

    def __init__(
        self,
        heads: Sequence[Label],
        columns: Sequence[SheetColumn],
        theme: Theme,
        *,
        head_widths: Sequence[int] = (),
        save_words: Label = _SAVE,
        parent: QWidget | None = None,
    ) -> None:
        """Make a sheet without rows.

        Args:
            heads: words of what is given (name, code, room); the first stands at the head of every row.
            columns: the columns to fill in.
            theme: colours and distances.
            head_widths: widths of the given columns at 100 %, without the first.
            save_words: the verb on the main button.
            parent: the widget around it.
        """
        super().__init__(parent)
        self._theme = theme
        self._given = len(heads) - 1
        self._widths = (*(head_widths or [_HEAD_WIDTH] * self._given), *(column.width for column in columns))
        self.model = self.model_type(heads, columns, theme, self)
        self.view = self.view_type(self.model, self)
        self._notice = Notice(self)
        self._legend = QLabel(self)
        self._legend.setProperty("ink", "quiet")
        self._legend.setWordWrap(True)
        self._status = QLabel(self)
        self._next = QPushButton(tr(_NEXT), self)
        self._next.setObjectName("next_trouble")
        self._next.setProperty("kind", "link")
        self._fill = QPushButton(self)
        self._fill.setObjectName("fill_usual")
        self._fill.setToolTip(_FILL_KEYS)
        self.save_button = WhyNotButton(theme, tr(save_words), Loudness.PRIMARY, parent=self)
        self._save = self.save_button.button
        self._save.setObjectName("save")
        self._save.setToolTip(_SAVE_KEYS)
        self._lay_out()
        self._connect()
        follow(theme, self._on_theme_changed)
        self._show_status()

    def _lay_out(self) -> None:
        foot = QWidget(self)
        bar = FlowLayout(foot, gap=2 * SPACE)
        for widget in (self.save_button, self._fill, self._status, self._next):
            bar.addWidget(widget)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2 * SPACE)
        self._column.addWidget(self.view, 1)
        self._column.addWidget(self._notice)
        self._column.addWidget(self._legend)
        self._column.addWidget(foot)

    def _connect(self) -> None:
        self.model.edited.connect(self._on_model_edited)
        self.view.typing.connect(self.edited)
        self.view.pasted.connect(self._on_view_pasted)
        self.view.unknown_key.connect(self._on_view_unknown_key)
        self.view.save_asked.connect(self.submit)
        self.view.fill_asked.connect(self.fill_usual)
        self.view.viewport().installEventFilter(self)
        self.view.selectionModel().currentChanged.connect(self._on_view_current_changed)
        self._notice.chosen.connect(self._on_notice_chosen)
        self._next.clicked.connect(self._on_next_clicked)
        self._fill.clicked.connect(self.fill_usual)
        self._save.clicked.connect(self._on_save_clicked)

    def load(self, rows: Sequence[SheetRow]) -> None:
        """Show ``rows`` and put the keyboard on the first cell to fill in."""
        self.model.load(rows)
        self._fit_columns()
        self.view.move_by(0, 0)
        self._show_status()
        self._show_cell()

    def values(self) -> dict[str, dict[str, Any]]:
        """Row id → column key → value; None is empty, 0 is 0.

        Raises:
            UserError: ``sheet_not_complete``.
        """
        self.view.commit_cell()
        return self.model.values()

    def changes(self) -> dict[str, dict[str, Any]]:
        """As ``values``, only what differs from what was loaded."""
        self.view.commit_cell()
        return self.model.changes()

    def troubles(self) -> tuple[CellTrouble, ...]:
        """Cells that keep the sheet from being saved."""
        return self.model.troubles()

    def is_dirty(self) -> bool:
        """Whether anything typed differs from what was loaded."""
        return bool(self.draft())

    def submit(self) -> None:
        """Save: tell ``submitted``, or go to the first cell that is wrong."""
        self.view.commit_cell()
        if self.save_button.why_not():
            self.save_button.tell()
            return
        if self.model.troubles():
            self.go_to_trouble()
            return
        self.submitted.emit(self.model.changes())

    def saved(self, rows: Sequence[SheetRow]) -> None:
        """The service has written what was submitted; ``rows`` are what stands now."""
        self.model.load(rows)
        self._fit_columns()
        self._show_status()
        self.was_saved.emit()

    def draft(self) -> dict[str, str]:
        """Changed cells as typed; the open editor, composition included, among them."""
        draft = self.model.draft()
        editor = self.view.open_editor()
        if editor is not None:
            place = self.model.place_of(self.view.currentIndex())
            draft[self.model.name_of(place)] = editor.text_with_preedit()
        return draft

    def restore(self, draft: Mapping[str, str]) -> tuple[str, ...]:
        """Bring a draft back; returns the names this sheet has no cell for."""
        return self.model.restore(draft)

    def set_held(self, *, is_held: bool) -> None:
        """Close the sheet while a question about it stands, or open it again."""
        self.view.commit_cell()
        for widget in (self.view, self.save_button, self._fill):
            widget.setEnabled(not is_held)

    def set_why_not(self, reason: str | None) -> None:
        """Say why nothing of the sheet can be saved, or with None that it can."""
        self.save_button.set_why_not(reason)
        self._fill.setDisabled(bool(reason))
        if not reason:
            self._save.setToolTip(_SAVE_KEYS)

    def show_top(self, widget: QWidget) -> None:
        """Put ``widget`` above everything else."""
        self._column.insertWidget(0, widget)

    def go_to_trouble(self) -> None:
        """Go to the next cell that is wrong, from the current one on, then from the top."""
        wrong = [index for name in self.model.troubles() if (index := self._index(name)) is not None]
        if not wrong:
            return
        here = self.view.currentIndex()
        later = [index for index in wrong if (index.row(), index.column()) > (here.row(), here.column())]
        self.view.setCurrentIndex((later or wrong)[0])
        self.view.setFocus()

    def fill_usual(self) -> None:
        """Give the usual value to empty cells of the column the keyboard is in, else of the first with one."""
        usual = [place for place, column in enumerate(self.model.columns) if column.usual is not None]
        if not usual or not self._fill.isEnabled():
            return
        here = self.model.place_of(self.view.currentIndex())[1]
        self.model.fill_usual(here if here in usual else usual[0])
        self.view.setFocus()

    def message(self) -> str:
        """What stands below the sheet now."""
        return self._notice.text()

    def answer(self, place: int) -> None:
        """Choose an answer to the current cell's question, as a click does."""
        self._notice.answer(place)

    def status_text(self) -> str:
        """How far the sheet is."""
        return self._status.text()

    def _index(self, trouble: CellTrouble) -> Any:
        rows = [row.id for row in self.model.rows()]
        keys = [column.key for column in self.model.columns]
        return self.model.index_of((rows.index(trouble.row_id), keys.index(trouble.key)))

    def _show_status(self) -> None:
        troubles = len(self.model.troubles())
        words = tr(_COUNT, filled=self.model.filled(), count=self.model.rowCount())
        self._status.setText(f"{words} · {tr(_TROUBLES, count=troubles)}" if troubles else words)
        self._next.setVisible(troubles > 0)

    def _show_cell(self) -> None:
        index = self.view.currentIndex()
        column = self.model.column_of(index)
        legend = "" if column is None else column.legend
        has_usual = column is not None and column.usual is not None
        self._fill.setVisible(has_usual)
        if column is not None and has_usual:
            self._fill.setText(tr(_FILL, value=column.show(column.usual), head=column.head))
            legend = f"{legend}   {tr(_FILL_LEGEND, keys=_FILL_KEYS)}".strip()
        self._legend.setText(legend)
        self._legend.setVisible(bool(legend) and (self.says_keys or column is None or not column.keys))
        trouble = self.model.trouble(index)
        why_not = self.model.rows()[index.row()].why_not if index.isValid() else None
        if trouble is not None and column is not None:
            reading = self.model.reading(index)
            answers = tuple(map(column.show, reading.choices)) if isinstance(reading, Asked) else ()
            self._notice.say(trouble.shown(), Tone.DANGER, answers)
        elif why_not is not None:
            self._notice.say(tr(_CLOSED, reason=why_not), Tone.INFO)
        else:
            self._notice.clear()

    def _on_model_edited(self) -> None:
        self._show_status()
        self._show_cell()
        self.edited.emit()
        self.settled.emit()

    def _on_view_current_changed(self) -> None:
        self._show_cell()

    def _on_view_pasted(self, result: Pasted) -> None:
        words = _PASTED_PART if result.left_out else _PASTED
        tone = Tone.WARNING if result.left_out or result.troubles else Tone.INFO
        self._notice.say(tr(words, cells=result.cells, left_out=result.left_out), tone)

    def _on_view_unknown_key(self, key: str) -> None:
        column = self.model.column_of(self.view.currentIndex())
        if column is not None:
            self._notice.say(tr(_NO_SUCH_KEY, key=key, legend=column.legend), Tone.WARNING)

    def _on_notice_chosen(self, place: int) -> None:
        reading = self.model.reading(self.view.currentIndex())
        if isinstance(reading, Asked):
            self.model.set_value(self.model.place_of(self.view.currentIndex()), reading.choices[place])
            self.view.setFocus()

    def _on_next_clicked(self) -> None:
        self.go_to_trouble()

    def _on_save_clicked(self) -> None:
        self.submit()

    def _fit_columns(self) -> None:
        """Room that is left over goes to all columns, each by its own width.

        Where it is short, the widest of the given columns gives way, its words go on below, then the others as far
        as no word is broken: so that nothing is scrolled where little is missing, or else so that the first cell
        to fill in stands beside all of them.
        """
        widths, room = self._least_widths(), self.view.viewport().width()
        if self._given:
            widest = max(range(self._given), key=widths.__getitem__)
            most = min(int(widths[widest] * self.gives_way), widths[widest] - self.view.narrowest(widest))
            slack = {widest: max(0, most)}
            if self.gives_way:
                rest = (place for place in range(self._given) if place != widest)
                slack |= {place: widths[place] - self._narrowest(place) for place in rest}
            short = sum(widths) - room
            if short > sum(slack.values()):
                short = sum(widths[: self._given + 1]) - room
            for place, own in slack.items():
                taken = min(max(0, short), own)
                widths[place] -= taken
                short -= taken
        spare = max(0, room - sum(widths))
        for column, width in enumerate(widths):
            self.view.setColumnWidth(column, width + spare * width // sum(widths))
        self.view.fit_rows()

    def _narrowest(self, place: int) -> int:
        """How narrow a given column may be that neither its head nor a word in it is cut."""
        letters, head = self.view.horizontalHeader().fontMetrics(), self.model.headerData(place, _ACROSS)
        return max(_wide(letters, head) + self._theme.px(_HEAD_PAD), self.view.narrowest(place))

    def _least_widths(self) -> list[int]:
        """Of each column: its own width, or what its head and a word given in it need, whatever the language."""
        letters, px = self.view.horizontalHeader().fontMetrics(), self._theme.px
        heads = (self.model.headerData(place, _ACROSS) for place in range(len(self._widths)))
        least = [
            max(px(width), _wide(letters, head) + px(_HEAD_PAD))
            for width, head in zip(self._widths, heads, strict=True)
        ]
        given = [max(least[place], self.view.narrowest(place)) for place in range(self._given)]
        return [*given, *least[self._given :]]

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.view.viewport() and event.type() == QEvent.Type.Resize:
            self._fit_columns()
        return super().eventFilter(watched, event)

    def _on_theme_changed(self) -> None:
        self.view.verticalHeader().setDefaultSectionSize(self._theme.px(32))
        self._fit_columns()


def _wide(letters: QFontMetrics, head: object) -> int:
    """How wide a head is; a unit stands on a line of its own below it."""
    return max(letters.horizontalAdvance(line) for line in str(head).split("\n"))
