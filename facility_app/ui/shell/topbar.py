"""The bar above every page: the way to anything, how safe the data is, and who is signed in."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.ui.i18n import shown, tr
from facility_app.ui.shell.search_door import SearchDoor
from facility_app.ui.shell.spec import ChipText
from facility_app.ui.shell.user_menu import UserMenu
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets import Avatar, ElidedLabel, IconButton, Rule

HEIGHT = 50
BACK = label("ui", "Quay lại (Alt+←)")
LOCK = label("ui", "Khóa màn hình (Ctrl+L)")
USER = label("ui", "Người đang dùng: {who}")


class StatusChip(QToolButton):
    """One state of the house in a word, its picture in the tone's colour; a click opens what it is about."""

    def __init__(self, theme: Theme, said: ChipText, parent: QWidget | None = None) -> None:
        """Show ``said``."""
        super().__init__(parent)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setText(f" {shown(said.text)}")
        self.setToolTip(shown(said.why or said.text))
        self.setAccessibleDescription(shown(said.why))
        calm = said.tone in {Tone.OK, Tone.NEUTRAL, Tone.ACCENT}
        icon = said.icon or ("point-filled" if calm else theme.tone_icon(said.tone))
        theme.dress(self, icon, said.tone.value if said.tone is not Tone.NEUTRAL else "quiet")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._words = shown(said.text)
        self._is_calm = calm
        self.setAccessibleName(self._words)

    def words(self) -> str:
        """What it says."""
        return self._words

    def set_terse(self, *, is_terse: bool) -> None:
        """A calm state may be its picture alone; one that asks for something keeps its words."""
        is_bare = is_terse and self._is_calm
        style = Qt.ToolButtonStyle
        self.setToolButtonStyle(style.ToolButtonIconOnly if is_bare else style.ToolButtonTextBesideIcon)


class UserButton(QToolButton):
    """Name and role of whoever is signed in; shortened where there is no room, never gone."""

    def __init__(self, theme: Theme, user: str, parent: QWidget | None = None) -> None:
        """Show ``user``: name · roles."""
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("user_button")
        self.setAccessibleName(tr(USER, who=user))
        self.setToolTip(user)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._words = ElidedLabel(user)
        self._words.setProperty("ink", Tone.NEUTRAL.value)
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        face = Avatar(theme, 28)
        face.set_person(user.partition("·")[0].strip())
        face.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(8), 0, theme.px(4), 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self._words, 1)
        row.addWidget(face)
        self._user = user

    def set_short(self, *, is_short: bool) -> None:
        """The name alone, or with the roles."""
        self._words.set_text(self._user.partition("·")[0].strip() if is_short else self._user)
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(76), self.sizeHint().height())


class TopBar(QFrame):
    """Search, states of the house, user menu, lock.

    Signals:
        back_asked: the place before this one, please.
        search_asked: the palette, please.
        lock_asked, switch_asked, leave_asked, password_asked: as they say.
        language_asked(str): ``vi`` or ``en``.
    """

    back_asked = Signal()
    search_asked = Signal()
    lock_asked = Signal()
    switch_asked = Signal()
    leave_asked = Signal()
    password_asked = Signal()
    language_asked = Signal(str)

    def __init__(self, theme: Theme, user: str, language: str = "vi", parent: QWidget | None = None) -> None:
        """Make the bar for ``user``, name and role in words."""
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self._theme = theme
        self._chips: list[StatusChip] = []
        self._row = QHBoxLayout()
        self.back_button = IconButton(theme, "arrow-left", BACK, "quiet", self)
        self.back_button.setObjectName("back_button")
        self.back_button.clicked.connect(self.back_asked)
        self.back_button.setEnabled(False)
        self.search_button = SearchDoor(theme, self)
        self.search_button.clicked.connect(self.search_asked)
        self.user_button = UserButton(theme, user, self)
        self.user_button.clicked.connect(self._on_user_clicked)
        self.lock_button = IconButton(theme, "lock", LOCK, "quiet", self)
        self.lock_button.setObjectName("lock_button")
        self.lock_button.clicked.connect(self.lock_asked)
        self.menu = UserMenu(theme, language, self)
        for heard, told in (
            (self.menu.switch_asked, self.switch_asked),
            (self.menu.lock_asked, self.lock_asked),
            (self.menu.password_asked, self.password_asked),
            (self.menu.leave_asked, self.leave_asked),
            (self.menu.language_asked, self.language_asked),
        ):
            heard.connect(told)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._row.addWidget(self.back_button, 0, middle)
        self._row.addWidget(self.search_button, 100, middle)
        self._row.addStretch(1)
        self._row.addWidget(self.user_button, 0, middle)
        self._row.addWidget(self.lock_button, 0, middle)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._row, 1)
        whole.addWidget(Rule())
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_chips(self, chips: Sequence[ChipText], doors: Mapping[int, Callable[[], None]] | None = None) -> None:
        """The states everyone should see: last backup, what the province holds.

        Args:
            chips: in order of weight.
            doors: place of a chip → what opens the page it is about; the others are only read.
        """
        for old in self._chips:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._chips = [StatusChip(self._theme, one, self) for one in chips]
        for place, chip in enumerate(self._chips):
            self._row.insertWidget(2 + place, chip, 0, Qt.AlignmentFlag.AlignVCenter)
            door = None if doors is None else doors.get(place)
            if door is not None:
                chip.clicked.connect(partial(_enter, door))
            else:
                chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._fit()

    def chips(self) -> tuple[str, ...]:
        """The words of the states shown."""
        return tuple(chip.words() for chip in self._chips)

    def _fit(self) -> None:
        """Where there is no room, the roles go first, then the words of calm states; the search stays usable."""
        px = self._theme.px
        margins = self._row.contentsMargins()
        fixed = self.back_button.sizeHint().width() + self.lock_button.sizeHint().width()
        fixed += margins.left() + margins.right() + self._row.spacing() * (4 + len(self._chips))
        for is_short, is_terse, search in ((False, False, 240), (True, False, 200), (True, True, 0)):
            self.user_button.set_short(is_short=is_short)
            for chip in self._chips:
                chip.set_terse(is_terse=is_terse)
            widths = sum(chip.sizeHint().width() for chip in self._chips) + self.user_button.sizeHint().width()
            if fixed + widths + px(search) <= self.width():
                return

    def _on_user_clicked(self) -> None:
        button = self.user_button
        corner = button.mapToGlobal(QPoint(button.width() - self.menu.sizeHint().width(), button.height() + 4))
        self.menu.popup(corner)

    def _on_theme_changed(self) -> None:
        px = self._theme.px
        self.setFixedHeight(px(HEIGHT))
        self._row.setContentsMargins(px(18), 0, px(14), 0)
        self._row.setSpacing(px(10))
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _enter(door: Callable[[], None], _is_checked: bool) -> None:
    door()
