"""The bar above every page: the way to anything, how safe the data is, and who is signed in."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QWidget

from facility_app.kernel.labels import label
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import ChipText
from facility_app.ui.theme import SCALES, Theme
from facility_app.ui.widgets.buttons import IconButton
from facility_app.ui.widgets.chip import Chip

HEIGHT = 52


class TopBar(QFrame):
    """Search, chips, user menu, lock.

    Signals:
        search_asked: the palette, please.
        lock_asked, switch_asked, leave_asked, password_asked: as they say.
        language_asked(str): ``vi`` or ``en``.
    """

    search_asked = Signal()
    lock_asked = Signal()
    switch_asked = Signal()
    leave_asked = Signal()
    password_asked = Signal()
    language_asked = Signal(str)

    def __init__(self, theme: Theme, user: str, parent: QWidget | None = None) -> None:
        """Make the bar for ``user``, name and role in words."""
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self._theme = theme
        self.search_button = QPushButton(tr(label("ui", "Tìm người, việc, trang…   Ctrl+K")), self)
        self.search_button.setObjectName("search_button")
        self.search_button.setProperty("kind", "search")
        self.search_button.setAutoDefault(False)
        theme.dress(self.search_button, "search", "quiet")
        self.search_button.clicked.connect(self._on_search_clicked)
        self._chips = QWidget(self)
        self._chip_row = QHBoxLayout(self._chips)
        self._chip_row.setContentsMargins(0, 0, 0, 0)
        self.user_button = QPushButton(user, self)
        self.user_button.setObjectName("user_button")
        self.user_button.setProperty("kind", "quiet")
        self.user_button.setAutoDefault(False)
        theme.dress(self.user_button, "user-circle", "quiet")
        self.user_button.clicked.connect(self._on_user_clicked)
        self.lock_button = IconButton(theme, "lock", label("ui", "Khóa màn hình (Ctrl+L)"), "quiet", self)
        self.lock_button.setObjectName("lock_button")
        self.lock_button.clicked.connect(self._on_lock_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), 0, theme.px(12), 0)
        row.addWidget(self.search_button, 3)
        row.addStretch(2)
        row.addWidget(self._chips)
        row.addWidget(self.user_button)
        row.addWidget(self.lock_button)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_chips(self, chips: Sequence[ChipText]) -> None:
        """The states everyone should see: last backup, what the province holds."""
        while self._chip_row.count():
            item = self._chip_row.takeAt(0)
            gone = None if item is None else item.widget()
            if gone is not None:
                gone.deleteLater()
        for one in chips:
            chip = Chip(self._theme, one.text, one.tone, icon=one.icon, parent=self._chips)
            self._chip_row.addWidget(chip)

    def _on_search_clicked(self) -> None:
        self.search_asked.emit()

    def _on_lock_clicked(self) -> None:
        self.lock_asked.emit()

    def _on_user_clicked(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("user_menu")
        menu.addAction(tr(label("ui", "Đổi người dùng…"))).triggered.connect(self.switch_asked)
        menu.addAction(tr(label("ui", "Đổi mật khẩu…"))).triggered.connect(self.password_asked)
        menu.addSeparator()
        dark = menu.addAction(tr(label("ui", "Nền tối")))
        dark.setCheckable(True)
        dark.setChecked(self._theme.is_dark)
        dark.toggled.connect(self._on_dark_toggled)
        sizes = menu.addMenu(tr(label("ui", "Cỡ chữ")))
        for scale in SCALES:
            step = sizes.addAction(f"{scale:.0%}")
            step.setCheckable(True)
            step.setChecked(scale == self._theme.scale)
            step.setData(scale)
        sizes.triggered.connect(self._on_scale_chosen)
        tongues = menu.addMenu(tr(label("ui", "Ngôn ngữ")))
        for code, name in (("vi", "Tiếng Việt"), ("en", "English")):
            tongues.addAction(name).setData(code)
        tongues.triggered.connect(self._on_language_chosen)
        menu.addSeparator()
        menu.addAction(tr(label("ui", "Thoát chương trình"))).triggered.connect(self.leave_asked)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.user_button.mapToGlobal(self.user_button.rect().bottomLeft()))

    def _on_dark_toggled(self, is_dark: bool) -> None:
        self._theme.set(dark=is_dark)

    def _on_scale_chosen(self, action: QAction) -> None:
        self._theme.set(scale=action.data())

    def _on_language_chosen(self, action: QAction) -> None:
        self.language_asked.emit(action.data())

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self._theme.px(HEIGHT))
        self.search_button.setMaximumWidth(self._theme.px(460))
