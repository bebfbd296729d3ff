"""What a decision would change, stretch of days by stretch of days: what counts now, and what would count then."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from facility_app.kernel.labels import label
from facility_app.modules.catalogues.domain import Parameter, ParameterChange
from facility_app.modules.catalogues.ui import words
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Size, Theme, Tone
from facility_app.ui.widgets import IconLabel, Rule
from facility_app.ui.widgets import words as text_label

DAYS = label("catalogues_ui", "Những ngày")
BEFORE = label("catalogues_ui", "Đang có hiệu lực")
AFTER = label("catalogues_ui", "Sau khi lưu")
SPOKEN = label("catalogues_ui", "{days}: {before}, thành {after}")


class ChangeTable(QWidget):
    """One line a stretch of days; the article stands quietly below its value."""

    def __init__(self, theme: Theme, changes: Sequence[ParameterChange], parent: QWidget | None = None) -> None:
        """Show ``changes`` in their order."""
        super().__init__(parent)
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(14))
        self._grid.setVerticalSpacing(theme.px(6))
        for column, head in ((0, DAYS), (1, BEFORE), (3, AFTER)):
            self._grid.addWidget(text_label(head, size=Size.SMALL, ink=Tone.NEUTRAL), 0, column)
        for number, change in enumerate(changes):
            self._add(change, 1 + 2 * number)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, 1)

    def _add(self, change: ParameterChange, line: int) -> None:
        top = Qt.AlignmentFlag.AlignTop
        days = text_label(words.span_text(change.span), weight="medium")
        before, after = words.held_text(change.before), words.held_text(change.after)
        days.setAccessibleName(tr(SPOKEN, days=words.span_text(change.span), before=before, after=after))
        self._grid.addWidget(Rule(), line, 0, 1, 4)
        self._grid.addWidget(days, line + 1, 0, top)
        self._grid.addWidget(self._value(change.before, before), line + 1, 1, top)
        self._grid.addWidget(IconLabel(self._theme, "arrow-right", "quiet"), line + 1, 2, top)
        self._grid.addWidget(self._value(change.after, after, weight="strong"), line + 1, 3, top)

    def _value(self, held: Parameter | None, text: str, weight: str = "") -> QWidget:
        whole = QWidget(self)
        box = QVBoxLayout(whole)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(text_label(text, weight=weight, ink=Tone.NEUTRAL if held is None else None, is_wrapped=True))
        if held is not None:
            box.addWidget(text_label(held.article, size=Size.SMALL, ink=Tone.NEUTRAL, is_wrapped=True))
        return whole
