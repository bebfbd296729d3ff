"""Texts of a screen: titles, quiet words, a picture beside them, and one that shortens itself with an ellipsis."""

import re
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QWidget
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.ui.i18n import shown, tr
from facility_app.ui.theme import Size, Theme, Tone, restyle
from facility_app.ui.widgets.breaking import few_lines
from facility_app.ui.widgets.chip import Chip

COPY = label("verbs", "Chép")
LONG: Final = 16
"""So many letters without a break may be wider than their place."""
_RUN: Final = re.compile(rf"[0-9a-z]{{{LONG}}}")


def words(
    text: str,
    *,
    size: Size = Size.BODY,
    ink: Tone | None = None,
    weight: str = "",
    is_wrapped: bool = False,
    parent: QWidget | None = None,
) -> QLabel:
    """A plain-text label of the type scale; ``weight`` is ``medium`` or ``strong``, ``ink`` NEUTRAL is quiet."""
    made = QLabel(shown(text), parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("letters", size.name.lower())
    made.setProperty("ink", ink.value if ink else "")
    made.setProperty("weight", weight)
    made.setWordWrap(is_wrapped)
    return made


class AnywhereLabel(QLabel):
    """A long name of a file, a code, an id, that goes on below where Qt by itself breaks nothing.

    What is selected and copied is the text as it was: the places where it may break are no part of it.
    """

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        """Show ``text``."""
        parted = text
        if len(text) > LONG:
            parted = _RUN.sub("\\g<0>\u200b", text.replace("-", "-\u200b"))
        super().__init__(parted, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAccessibleName(text)

    def copy(self) -> None:
        """Put what is selected on the clipboard, all of it where nothing is."""
        chosen = self.selectedText() or self.text()
        QGuiApplication.clipboard().setText(chosen.replace("\u200b", ""))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.addAction(tr(COPY)).triggered.connect(self._on_copy)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def _on_copy(self) -> None:
        self.copy()


class ElidedLabel(QLabel):
    """One line, or a few, that end in an ellipsis where there is no room; the tooltip tells the whole."""

    def __init__(
        self,
        text: str = "",
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
        most_lines: int = 1,
    ) -> None:
        """Show ``text``, in at most ``most_lines`` lines."""
        super().__init__(parent)
        self._whole, self._mode, self._most_lines = "", mode, most_lines
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def whole_text(self) -> str:
        """The text without the ellipsis."""
        return self._whole

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._whole = shown(text).replace("\n", " ")
        self.setAccessibleName(self._whole)
        self.updateGeometry()
        self._fit()

    def _fit(self) -> None:
        room = self.contentsRect().width()
        if self._most_lines > 1:
            lines = few_lines(self._whole, self.fontMetrics(), room, self._most_lines)
        else:
            lines = [self.fontMetrics().elidedText(self._whole, self._mode, room)]
        self.setText("\n".join(lines))
        self.setToolTip("" if " ".join(lines) == self._whole else self._whole)

    @override
    def sizeHint(self) -> QSize:
        margins = self.contentsMargins()
        width = self.fontMetrics().horizontalAdvance(self._whole) + margins.left() + margins.right() + 3
        return QSize(width, super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("…") * 3, super().minimumSizeHint().height())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange} and hasattr(self, "_whole"):
            self.updateGeometry()
            self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class IconLabel(QLabel):
    """A picture in a token's colour that follows the theme; ``spoken`` is read aloud in its place."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        color: str = "ink",
        size: int = 18,
        spoken: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Show the picture ``name``, ``size`` points wide."""
        super().__init__(parent)
        self._theme, self._name, self._color, self._size = theme, name, color, size
        self.setAccessibleName(shown(spoken))
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def set(self, name: str, color: str) -> None:
        """Show another picture."""
        self._name, self._color = name, color
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        if self._name:
            ratio = self.devicePixelRatioF()
            self.setPixmap(self._theme.pixmap(self._name, self._size, self._color, ratio))
        self.setFixedSize(self._theme.px(self._size), self._theme.px(self._size))


class SectionTitle(QWidget):
    """The head of a part: its name, a count beside it, a quiet hint, and room for buttons at the right."""

    def __init__(self, theme: Theme, text: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        """Show ``text``; no count yet."""
        super().__init__(parent)
        self._title = words(text, weight="strong")
        self._count = Chip(theme, "", icon="")
        self._hint = ElidedLabel(hint)
        self._hint.setProperty("ink", Tone.NEUTRAL.value)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(8))
        self._row.addWidget(self._title)
        self._row.addWidget(self._count)
        self._row.addWidget(self._hint, 1)
        self._count.hide()

    def set_text(self, text: str) -> None:
        """Another name."""
        self._title.setText(shown(text))

    def set_count(self, count: str) -> None:
        """A count beside the name; empty takes it away."""
        self._count.set(count, icon="")
        self._count.setVisible(bool(count))

    def set_hint(self, hint: str) -> None:
        """The quiet words."""
        self._hint.set_text(hint)

    def add(self, widget: QWidget) -> None:
        """A button or chip at the right."""
        self._row.addWidget(widget)


class Rule(QFrame):
    """A hairline between things."""

    def __init__(self, *, is_upright: bool = False, parent: QWidget | None = None) -> None:
        """A line across, or down."""
        super().__init__(parent)
        self.setProperty("kind", "rule")
        if is_upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)


class KeyCap(QLabel):
    """A key as it stands on the keyboard, for hints."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        """Show ``key``."""
        super().__init__(key, parent)
        self.setProperty("kind", "key")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


def set_ink(label: QLabel, tone: Tone | None) -> None:
    """Give a label the ink of ``tone`` (NEUTRAL is quiet, None the plain ink)."""
    restyle(label, "ink", tone.value if tone else "")
