"""What the person signed in can do about the program itself: give it to another, lock it, change how it looks."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from facility_app.kernel.labels import Label, label
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Theme

SCALES = (1.0, 1.25, 1.5)
LANGUAGES = {"vi": "Tiếng Việt", "en": "English"}
SWITCH = label("ui", "Đổi &người dùng…")
LOCK = label("ui", "&Khóa màn hình")
PASSWORD = label("ui", "Đổi &mật khẩu…")
DARK = label("ui", "Nền &tối")
SIZES = label("ui", "&Cỡ chữ")
TONGUES = label("ui", "Ngôn n&gữ")
LEAVE = label("ui", "&Thoát chương trình")


class UserMenu(QMenu):
    """The menu behind the user's name.

    Signals:
        switch_asked, lock_asked, password_asked, leave_asked: as they say.
        language_asked(str): ``vi`` or ``en``.
    """

    switch_asked = Signal()
    lock_asked = Signal()
    password_asked = Signal()
    leave_asked = Signal()
    language_asked = Signal(str)

    def __init__(self, theme: Theme, language: str, parent: QWidget) -> None:
        """``language`` is the one in force."""
        super().__init__(parent)
        self.setObjectName("user_menu")
        self._theme, self._language = theme, language
        self._line(SWITCH, "switch-horizontal").triggered.connect(self.switch_asked)
        lock = self._line(LOCK, "lock")
        # Shown, not bound: the window owns the key.
        lock.setText(f"{lock.text()}\tCtrl+L")
        lock.triggered.connect(self.lock_asked)
        self._line(PASSWORD, "key").triggered.connect(self.password_asked)
        self.addSeparator()
        self.dark_action = self._line(DARK, "moon")
        self.dark_action.setCheckable(True)
        self.dark_action.triggered.connect(self._on_dark_triggered)
        self.sizes = self._choices(SIZES, "adjustments", [(f"{scale:.0%}", scale) for scale in SCALES])
        self.sizes.triggered.connect(self._on_size_chosen)
        self.tongues = self._choices(TONGUES, "language", [(name, code) for code, name in LANGUAGES.items()])
        self.tongues.triggered.connect(self._on_language_chosen)
        self.addSeparator()
        self._line(LEAVE, "power").triggered.connect(self.leave_asked)
        self.aboutToShow.connect(self._on_about_to_show)

    def _line(self, text: Label, icon: str) -> QAction:
        action = self.addAction(tr(text))
        self._theme.dress(action, icon, "quiet")
        return action

    def _choices(self, text: Label, icon: str, options: list[tuple[str, object]]) -> QActionGroup:
        menu = self.addMenu(tr(text))
        self._theme.dress(menu.menuAction(), icon, "quiet")
        group = QActionGroup(self)
        for words, value in options:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setData(value)
            group.addAction(action)
        return group

    def _on_about_to_show(self) -> None:
        self.dark_action.setChecked(self._theme.is_dark)
        for group, value in ((self.sizes, self._theme.scale), (self.tongues, self._language)):
            for action in group.actions():
                action.setChecked(action.data() == value)

    def _on_dark_triggered(self, is_dark: bool) -> None:
        self._theme.set(dark=is_dark)

    def _on_size_chosen(self, action: QAction) -> None:
        self._theme.set(scale=action.data())

    def _on_language_chosen(self, action: QAction) -> None:
        if action.data() != self._language:
            self.language_asked.emit(action.data())
