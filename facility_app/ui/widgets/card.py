"""A bounded part of a page: white ground, hairline, a head and a body; and names with their values in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.ui.i18n import shown
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets.labels import Rule, SectionTitle, words

ROWS_A_STEP = 4


class Card(QFrame):
    """A card. Put widgets into ``body``; ``head`` is there when it has a title.

    ``is_flush`` leaves no margin around the body, for tables that reach the border.
    """

    def __init__(
        self,
        theme: Theme,
        title: str = "",
        *,
        hint: str = "",
        is_flush: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """An empty card."""
        super().__init__(parent)
        self._least = 0
        self.setProperty("kind", "card")
        side, gap = theme.px(14), theme.px(8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        self.head: SectionTitle | None = None
        if title:
            self.head = SectionTitle(theme, title, hint=hint)
            self.head.setContentsMargins(side, theme.px(10), side, theme.px(8 if is_flush else 2))
            whole.addWidget(self.head)
        self.body = QVBoxLayout()
        flush = (0, 0, 0, theme.px(7)) if is_flush else (side, theme.px(10), side, theme.px(12))
        self.body.setContentsMargins(*flush)
        self.body.setSpacing(gap)
        whole.addLayout(self.body, 1)

    @override
    def setMinimumHeight(self, minh: int) -> None:
        # Not Qt's: that would win over what is inside, and cut words where a card failed or letters are large.
        self._least = minh
        self.updateGeometry()

    @override
    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(QSize(0, self._least))


@dataclass(frozen=True, slots=True)
class KeyValue:
    """One line of a ``KeyValueGrid``; an empty value is shown as a dash, never as nothing."""

    key: str
    value: str
    tone: Tone | None = None


class KeyValueGrid(QWidget):
    """Names with their values, in one or several columns; values can be selected and copied."""

    def __init__(
        self, theme: Theme, *, columns: int = 1, is_lined: bool = False, parent: QWidget | None = None
    ) -> None:
        """No lines yet; ``is_lined`` draws a hairline under each and puts values at the right."""
        super().__init__(parent)
        self._theme, self._columns, self._is_lined = theme, columns, is_lined
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(theme.px(6))

    def set_rows(self, rows: Sequence[KeyValue]) -> None:
        """Show ``rows`` in place of those before."""
        for _ in self.placing(rows):
            pass

    def placing(self, rows: Sequence[KeyValue]) -> Iterator[None]:
        """As ``set_rows``, a few rows a step; keep it out of sight until the last: each moves the others."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        step = 2 if self._is_lined else 1
        for number, row in enumerate(rows):
            line, column = divmod(number, self._columns)
            self._place(row, line * step, column * 2)
            if self._is_lined and column == 0:
                self._grid.addWidget(Rule(), line * step + 1, 0, 1, self._columns * 2)
            if number % ROWS_A_STEP == ROWS_A_STEP - 1:
                yield
        for column in range(self._columns):
            self._grid.setColumnStretch(column * 2 + 1, 1)

    def _place(self, row: KeyValue, line: int, column: int) -> None:
        key = words(row.key, ink=Tone.NEUTRAL)
        value = words(row.value or "–", weight="medium", ink=row.tone, is_wrapped=True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        value.setAccessibleName(_spoken(key, value))
        # One long word without a blank must not make the whole page wider than its window.
        value.setMinimumWidth(1)
        top = Qt.AlignmentFlag.AlignTop
        value.setAlignment(top | (Qt.AlignmentFlag.AlignRight if self._is_lined else Qt.AlignmentFlag.AlignLeft))
        self._grid.addWidget(key, line, column, top)
        self._grid.addWidget(value, line, column + 1)
        # Qt would show them a turn later, and the card would be seen empty until then.
        key.show()
        value.show()


def _spoken(key: QLabel, value: QLabel) -> str:
    return shown(key.text()) + ": " + value.text()
