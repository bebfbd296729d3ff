"""The cover over a locked screen: everything below stays as it was typed, nobody reads it, nobody reaches it."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.ui.actions import commit_typing
from facility_app.ui.dialogs import PasswordLine
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Size, Theme, Tone
from facility_app.ui.widgets import Avatar, IconLabel, Loudness, PushButton, words

WIDTH = 400
LOCKED = label("ui", "Màn hình đang khóa")
LOCKED_AT = label("ui", "Màn hình khóa lúc {time}")
KEPT = label("ui", "Chữ đang gõ vẫn còn nguyên.")
PASSWORD = label("login", "Mật khẩu")
CAPS = label("login", "Phím Caps Lock đang bật.")
UNLOCK = label("verbs", "Mở khóa")
CHECKING = label("ui", "Đang kiểm tra…")
SWITCH = label("ui", "Đổi người dùng…")


@dataclass(frozen=True, slots=True)
class _Cursor:
    """Where typing stands in a line; Qt selects all of it when its dialog is shown, and a key would replace it."""

    edit: QLineEdit | None
    at: int = 0
    start: int = -1
    length: int = 0

    @classmethod
    def in_window(cls, window: QWidget) -> "_Cursor":
        edit = window.focusWidget() if window.isWindow() else None
        if not isinstance(edit, QLineEdit):
            return cls(None)
        return cls(edit, edit.cursorPosition(), edit.selectionStart(), len(edit.selectedText()))

    def put_back(self) -> None:
        if self.edit is None:
            return
        self.edit.deselect()
        if self.start < 0:
            self.edit.setCursorPosition(self.at)
        elif self.at == self.start:
            self.edit.setSelection(self.start + self.length, -self.length)
        else:
            self.edit.setSelection(self.start, self.length)


class LockCover(QWidget):
    """Lies over its parent and asks for the password of whoever locked; another person may switch instead.

    What it covers is hidden, not disabled: it is not painted, not read aloud, and none of its keys work. Dialogs
    are put away with it and come back as they were, text under composition included; one that would open
    meanwhile (an answer that took its time) waits unseen.

    Signals:
        unlock_asked(str): the password typed; answer with ``refuse`` or ``uncover``.
        switch_asked: somebody else wants to work here.
        uncovered: the screen was given back.
    """

    unlock_asked = Signal(str)
    switch_asked = Signal()
    uncovered = Signal()

    def __init__(self, theme: Theme, over: QWidget) -> None:
        """Make it, hidden, over ``over``."""
        super().__init__(over)
        self.setObjectName("lock_cover")
        self._theme = theme
        self._before: QWidget | None = None
        self._hidden: list[QWidget] = []
        self._is_giving_back = False
        self.who_label = words("", size=Size.HEADING, weight="strong", is_wrapped=True)
        self.when_label = words("", ink=Tone.NEUTRAL, is_wrapped=True)
        self.message_label = words("", ink=Tone.DANGER, weight="medium", is_wrapped=True)
        self.message_label.setObjectName("message_label")
        self.caps_label = words(CAPS, ink=Tone.WARNING)
        self.password_edit = PasswordLine()
        self.password_edit.setPlaceholderText(tr(PASSWORD))
        self.password_edit.entered.connect(self._on_unlock_clicked)
        self.password_edit.shouted.connect(self.caps_label.setVisible)
        self.unlock_button = PushButton(theme, UNLOCK, Loudness.PRIMARY, "lock-open")
        self.unlock_button.setObjectName("unlock_button")
        self.unlock_button.clicked.connect(self._on_unlock_clicked)
        self.switch_button = PushButton(theme, SWITCH, Loudness.LINK)
        self.switch_button.setObjectName("switch_button")
        self.switch_button.clicked.connect(self.switch_asked)
        self._face = Avatar(theme, 56)
        self._card = QFrame(self)
        self._card.setProperty("kind", "card")
        self._lay_out()
        over.installEventFilter(self)
        theme.changed.connect(self._on_theme_changed)
        self.hide()

    @property
    def is_locked(self) -> bool:
        """Whether it lies over the screen now."""
        return not self.isHidden()

    def cover(self, who: str, time: str = "") -> None:
        """Cover the screen of ``who`` (name · roles), at ``time``; what is being composed becomes text first."""
        if self.is_locked:
            return
        commit_typing()
        focused, active = QApplication.focusWidget(), QApplication.activeWindow()
        self._before = focused if focused is not None and self._is_below(focused) else None
        self.who_label.setText(who)
        self._face.set_person(who.partition("·")[0].strip())
        self.when_label.setText(f"{tr(LOCKED_AT, time=time) if time else tr(LOCKED)}. {tr(KEPT)}")
        for label_ in (self.message_label, self.caps_label):
            label_.hide()
        self._set_busy(is_busy=False)
        self._fit()
        self.password_edit.forget()
        self.show()
        self.raise_()
        # The keyboard goes over first: what is hidden under it would hand it on from field to field.
        self.password_edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._put_away()
        if active is not None and active is not self.window():
            # A dialog had the keyboard: it goes to the password, not to wherever the desktop would send it.
            self.window().activateWindow()

    def uncover(self) -> None:
        """Give the screen back, the cursor where it was."""
        if not self.is_locked:
            return
        self.password_edit.forget()
        hidden, self._hidden = self._hidden, []
        self._is_giving_back = True
        # What ended behind the cover is gone, or stays away.
        for widget in hidden:
            if isValid(widget):
                cursor = _Cursor.in_window(widget)
                widget.show()
                cursor.put_back()
        self._is_giving_back = False
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():
            before.activateWindow()
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.uncovered.emit()

    def refuse(self, text: str) -> None:
        """A wrong password."""
        self._set_busy(is_busy=False)
        self.message_label.setText(text)
        self.message_label.show()
        self.password_edit.setFocus()
        self.password_edit.selectAll()

    def hold_back(self, window: QWidget) -> None:
        """A window is about to be shown: below a cover that lies there it waits, unseen, for the unlocking."""
        if self.is_locked and not self._is_giving_back and window.isWindow() and self._is_below(window):
            window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
            # Not now: Qt is in the middle of showing it.
            QTimer.singleShot(0, partial(self._hold, window))

    def _hold(self, window: QWidget) -> None:
        if not isValid(window) or not window.isVisible():
            return
        window.hide()
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, False)
        if not self.is_locked:
            window.show()
            return
        self._remember(window)
        self.password_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remember(self, window: QWidget) -> None:
        """It comes back with the screen, unless it ends before."""
        self._hidden.append(window)
        if isinstance(window, QDialog):
            window.finished.connect(self._on_dialog_finished)

    def _on_dialog_finished(self) -> None:
        ended = self.sender()
        self._hidden = [one for one in self._hidden if one is not ended]

    def _is_below(self, widget: QWidget) -> bool:
        """Whether it belongs to the window covered, dialogs over dialogs included, and is not the cover's own."""
        above: QWidget | None = widget
        while above is not None and above is not self:
            above = above.parentWidget()
            if above is self.window():
                return True
        return False

    def _put_away(self) -> None:
        """Hide what lies below and every dialog before it; close menus and notes."""
        over = self.parentWidget()
        if over is None:
            return
        children = [one for one in over.children() if isinstance(one, QWidget) and one is not self]
        below = [one for one in children if one.isVisible() and not one.isWindow()]
        windows = [one for one in self.window().findChildren(QWidget) if one.isWindow() and one.isVisible()]
        for popup in [one for one in windows if one.windowType() == Qt.WindowType.Popup]:
            popup.close()
        dialogs = [one for one in windows if one.isVisible() and one.windowType() != Qt.WindowType.ToolTip]
        # The last opened goes first, so that none below is shown for a moment.
        for widget in (*reversed(dialogs), *below):
            widget.hide()
        self._hidden = below
        for dialog in dialogs:
            self._remember(dialog)

    def _set_busy(self, *, is_busy: bool) -> None:
        self.unlock_button.set_text(CHECKING if is_busy else UNLOCK)
        for widget in (self.unlock_button, self.password_edit, self.switch_button):
            widget.setEnabled(not is_busy)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self._card)
        head = QHBoxLayout()
        names = QVBoxLayout()
        names.addWidget(self.who_label)
        names.addWidget(self.when_label)
        head.addWidget(self._face, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(names, 1)
        head.addWidget(IconLabel(self._theme, "lock", "quiet", 22), 0, Qt.AlignmentFlag.AlignTop)
        rows.addLayout(head)
        for one in (self.password_edit, self.caps_label, self.message_label, self.unlock_button):
            rows.addWidget(one)
        rows.addWidget(self.switch_button, 0, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self._card)
        row.addStretch()
        whole = QVBoxLayout(self)
        whole.addStretch(2)
        whole.addLayout(row)
        whole.addStretch(3)
        self._head, self._rows = head, rows
        self._on_theme_changed()

    def _fit(self) -> None:
        over = self.parentWidget()
        if over is not None:
            self.setGeometry(over.rect())

    def _on_unlock_clicked(self) -> None:
        password = self.password_edit.text()
        if password and self.password_edit.isEnabled():
            self.message_label.hide()
            self._set_busy(is_busy=True)
            self.unlock_asked.emit(password)

    def _on_theme_changed(self) -> None:
        px = self._theme.px
        self._card.setFixedWidth(px(WIDTH))
        self._rows.setContentsMargins(px(24), px(24), px(24), px(16))
        self._rows.setSpacing(px(12))
        self._head.setSpacing(px(14))
        self.update()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        # Opaque: nothing of the person below may be read through it.
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("ground"))
        painter.end()
