"""The cover over a locked screen: everything below stays as it was typed, nobody reads it, nobody reaches it."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.theme.tokens import Size
from facility_app.ui.widgets.labels import words

WIDTH = 400


class LockCover(QWidget):
    """Lies over its parent and asks for the password of whoever locked; another person may switch instead.

    Signals:
        unlock_asked(str): the password typed.
        switch_asked: somebody else wants to work here.
    """

    unlock_asked = Signal(str)
    switch_asked = Signal()

    def __init__(self, theme: Theme, over: QWidget) -> None:
        """Make it, hidden, over ``over``."""
        super().__init__(over)
        self._theme = theme
        self._before: QWidget | None = None
        self.who_label = words("", size=Size.HEADING, parent=self)
        self.message_label = words("", ink=Tone.DANGER, parent=self)
        self.message_label.setWordWrap(True)
        self.password_edit = QLineEdit(self)
        self.password_edit.setObjectName("password_edit")
        self.password_edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.password_edit.setAccessibleName(tr(label("login", "Mật khẩu")))
        self.password_edit.setPlaceholderText(tr(label("login", "Mật khẩu")))
        self.password_edit.returnPressed.connect(self._on_unlock_clicked)
        self.unlock_button = QPushButton(tr(label("ui", "Mở khóa")), self)
        self.unlock_button.setProperty("kind", "primary")
        self.unlock_button.clicked.connect(self._on_unlock_clicked)
        self.switch_button = QPushButton(tr(label("ui", "Đổi người dùng…")), self)
        self.switch_button.setProperty("kind", "link")
        self.switch_button.setAutoDefault(False)
        self.switch_button.clicked.connect(self._on_switch_clicked)
        card = QFrame(self)
        card.setProperty("kind", "card")
        card.setFixedWidth(theme.px(WIDTH))
        rows = QVBoxLayout(card)
        space = theme.px(24)
        rows.setContentsMargins(space, space, space, space)
        kept = words(tr(label("ui", "Chữ đang gõ vẫn còn nguyên.")), ink=Tone.NEUTRAL, parent=card)
        for one in (self.who_label, kept, self.message_label, self.password_edit, self.unlock_button):
            rows.addWidget(one)
        rows.addWidget(self.switch_button)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(card)
        row.addStretch()
        whole = QVBoxLayout(self)
        whole.addStretch(2)
        whole.addLayout(row)
        whole.addStretch(3)
        over.installEventFilter(self)
        self.hide()

    @property
    def is_locked(self) -> bool:
        """Whether it lies over the screen now."""
        return not self.isHidden()

    def cover(self, who: str) -> None:
        """Cover the screen; what is being composed goes into its field first."""
        if self.is_locked:
            return
        QGuiApplication.inputMethod().commit()
        window = self.window()
        self._before = window.focusWidget()
        self.who_label.setText(tr(label("ui", "Màn hình của {who} đang khóa"), who=who))
        self.message_label.hide()
        for child in self._below():
            child.setEnabled(False)
        self._fit()
        self.show()
        self.raise_()
        self.password_edit.clear()
        self.password_edit.setFocus()

    def uncover(self) -> None:
        """Give the screen back, the cursor where it was."""
        if not self.is_locked:
            return
        self.password_edit.clear()
        self.hide()
        for child in self._below():
            child.setEnabled(True)
        if self._before is not None:
            self._before.setFocus()
        self._before = None

    def refuse(self, text: str) -> None:
        """A wrong password."""
        self.message_label.setText(text)
        self.message_label.show()
        self.password_edit.setFocus()
        self.password_edit.selectAll()

    def _below(self) -> list[QWidget]:
        """What the cover hides: nothing of it may hear a key."""
        over = self.parentWidget()
        children = over.children() if over is not None else []
        return [one for one in children if isinstance(one, QWidget) and one is not self and not one.isWindow()]

    def _fit(self) -> None:
        over = self.parentWidget()
        if over is not None:
            self.setGeometry(over.rect())

    def _on_unlock_clicked(self) -> None:
        if self.password_edit.text():
            self.unlock_asked.emit(self.password_edit.text())

    def _on_switch_clicked(self) -> None:
        self.switch_asked.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        # Opaque: nothing of the person below may be read through it.
        QPainter(self).fillRect(self.rect(), self._theme.color("ground"))
