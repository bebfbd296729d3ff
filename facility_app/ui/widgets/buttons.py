"""Buttons by how loud they are, and the one that tells why it cannot be pressed."""

from enum import StrEnum

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStyleOptionButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.ui.i18n import shown, tr
from facility_app.ui.theme import Theme, restyle
from facility_app.ui.widgets.labels import words

WHY_NOT = label("ui", "Vì sao không được?")


class Loudness(StrEnum):
    """One primary a page; danger only where something is lost for good."""

    PLAIN = "plain"
    PRIMARY = "primary"
    QUIET = "quiet"
    DANGER = "danger"
    LINK = "link"


# The picture has the colour of the words beside it.
ICON_COLORS = {Loudness.PRIMARY: "on_accent", Loudness.DANGER: "danger", Loudness.LINK: "accent"}


class PushButton(QPushButton):
    """A button with a verb on it; ``&`` before a letter makes it the access key."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        loudness: Loudness = Loudness.PLAIN,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Show ``text``."""
        super().__init__(shown(text), parent)
        self.setProperty("kind", loudness.value)
        self.setAutoDefault(False)
        if loudness is Loudness.LINK:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        if icon:
            theme.dress(self, icon, ICON_COLORS.get(loudness))

    def set_text(self, text: str) -> None:
        """Another verb."""
        self.setText(shown(text))

    def _gap(self) -> int:
        return 0 if self.icon().isNull() else self.fontMetrics().horizontalAdvance(" ")

    @override
    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(self._gap(), 0)

    @override
    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        # WORKAROUND(measured, Qt 6.11): a style sheet puts the words right against the picture.
        if self._gap():
            option.text = f" {option.text}"


class IconButton(QToolButton):
    """A button that is only a picture; what it does is told in words to the pointer and to a screen reader."""

    def __init__(
        self, theme: Theme, icon: str, text: str, color: str | None = None, parent: QWidget | None = None
    ) -> None:
        """Show the picture ``icon``; ``text`` says what it does."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(shown(text))
        self.setAccessibleName(shown(text))
        theme.dress(self, icon, color)


class Note(QFrame):
    """A few words beside a widget, gone with Esc or a click elsewhere."""

    def __init__(self, theme: Theme, text: str, parent: QWidget) -> None:
        """Make it; ``open_below`` shows it."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "note")
        self._words = words(text, is_wrapped=True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._widest = theme.px(320)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(10))
        box.addWidget(self._words)
        self.setAccessibleName(text)

    def text(self) -> str:
        """The words."""
        return self._words.text()

    def open_below(self, anchor: QWidget) -> None:
        """Show it under ``anchor``, on the screen whatever its corner."""
        self.ensurePolished()
        self._words.ensurePolished()
        wanted = self._words.fontMetrics().horizontalAdvance(self._words.text()) + 8
        self._words.setFixedWidth(min(self._widest, wanted))
        self.adjustSize()
        self.move(self._place(anchor))
        self.show()
        # Only now is the size final: a sheet's borders are added when a window is shown.
        self.move(self._place(anchor))

    def _place(self, anchor: QWidget) -> QPoint:
        room = anchor.screen().availableGeometry()
        place = QRect(anchor.mapToGlobal(QPoint(0, anchor.height() + 4)), self.size())
        place.moveRight(min(place.right(), room.right()))
        if place.bottom() > room.bottom():
            place.moveBottom(anchor.mapToGlobal(QPoint(0, -4)).y())
        return place.topLeft()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.close()


class WhyNotButton(QWidget):
    """A button that, when it cannot be pressed, says why: in its tooltip and behind the small “?” beside it.

    The “?” takes the focus of the disabled button, so the keyboard reaches the sentence too (Enter, Space, F1).
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        loudness: Loudness = Loudness.PLAIN,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Show ``text``; it can be pressed until ``set_why_not`` says otherwise."""
        super().__init__(parent)
        self._theme = theme
        self._why_not = ""
        self.button = PushButton(theme, text, loudness, icon)
        self.clicked = self.button.clicked
        self._ask = IconButton(theme, "help-circle", WHY_NOT, "quiet")
        self._ask.clicked.connect(self.tell)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(2))
        row.addWidget(self.button)
        row.addWidget(self._ask)
        self._ask.hide()
        self.setFocusProxy(self.button)

    def why_not(self) -> str:
        """Why it cannot be pressed; empty when it can."""
        return self._why_not

    def stops(self) -> tuple[QWidget, QWidget]:
        """Where the Tab key stops on it: the button, or the “?” while it cannot be pressed."""
        return self.button, self._ask

    def set_why_not(self, reason: str | None) -> None:
        """Take away the press and say why, or with None give it back."""
        self._why_not = shown(reason) if reason else ""
        had_focus = self.button.hasFocus() or self._ask.hasFocus()
        self.button.setDisabled(bool(reason))
        self.button.setToolTip(self._why_not)
        self.button.setAccessibleDescription(self._why_not)
        self._ask.setVisible(bool(reason))
        self._ask.setAccessibleDescription(self._why_not)
        self.setFocusProxy(self._ask if reason else self.button)
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self) -> None:
        """Show the sentence; nothing when the button can be pressed."""
        if self._why_not:
            Note(self._theme, self._why_not, self).open_below(self._ask)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._why_not and event.key() == Qt.Key.Key_F1:
            self.tell()
            return
        super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.tell()


def set_loudness(button: QPushButton, loudness: Loudness) -> None:
    """Make a button louder or quieter, for instance the confirming one of a dialog."""
    restyle(button, "kind", loudness.value)


def why_not_words() -> str:
    """The question behind every “?”, in the language of the screens."""
    return tr(WHY_NOT)
