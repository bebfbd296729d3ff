"""What a widget asks for its colours, letters and pictures; told to everyone when the user changes it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QAction, QColor, QFont, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from facility_app.ui.theme.fonts import load_first_fonts, load_other_fonts, screen_font
from facility_app.ui.theme.icons import IconShelf
from facility_app.ui.theme.stylesheet import stylesheet
from facility_app.ui.theme.tokens import DARK, LIGHT, TONE_ICONS, Size, Tokens, Tone

# The widths buttons, menus and lists show pictures in; a larger one is asked for as a pixmap.
ICON_POINTS = (16, 18, 24)
SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)


class Theme(QObject):
    """The look of one program run. Made once, after the QApplication, and handed on.

    Signals:
        changed: colours or scale are others now; whoever painted with the old ones paints again.
    """

    changed = Signal()

    def __init__(self, resources: Path, parent: QObject | None = None, *, in_haste: bool = False) -> None:
        """Load the shipped letters and pictures below ``resources``; light, at 100 %.

        Args:
            resources: the program's own files.
            parent: Qt's owner.
            in_haste: only the letters of the first window; ``load_the_rest`` follows when that was painted.
        """
        super().__init__(parent)
        self._fonts = resources / "fonts"
        self._marks = resources / "icons" / "marks"
        self._icons = IconShelf(resources / "icons" / "outline")
        self.unread_fonts = load_first_fonts(self._fonts)
        self._has_all_fonts = False
        self._is_dark = False
        self._scale = 1.0
        self._density = 1.0
        self._app: QApplication | None = None
        if not in_haste:
            self.load_the_rest()

    def load_the_rest(self) -> None:
        """The letters the first window did without."""
        if not self._has_all_fonts:
            self._has_all_fonts = True
            self.unread_fonts += load_other_fonts(self._fonts)

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return DARK if self._is_dark else LIGHT

    @property
    def is_dark(self) -> bool:
        """Whether the dark table is in force."""
        return self._is_dark

    @property
    def scale(self) -> float:
        """How large the user wants letters and distances: 1.0 is 100 %."""
        return self._scale

    def px(self, points: float) -> int:
        """A distance at 100 % as it is now; never less than one."""
        return max(1, round(points * self._scale))

    def color(self, name: str) -> QColor:
        """The token ``name`` (``ink``, ``accent_ground``, …), or a tone's own ink."""
        return QColor(getattr(self.tokens, "quiet" if name == Tone.NEUTRAL else name))

    def tone(self, tone: Tone) -> tuple[QColor, QColor]:
        """Ink and ground of ``tone``."""
        ink, ground = self.tokens.pair(tone)
        return QColor(ink), QColor(ground)

    def tone_icon(self, tone: Tone) -> str:
        """The picture that says ``tone`` without its colour; empty where there is none."""
        return TONE_ICONS[tone]

    def font(self, size: int = Size.BODY, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The screen letters at ``size`` of the type scale."""
        return screen_font(self.px(size), weight)

    def icon(self, name: str, color: str | None = None) -> QIcon:
        """The picture ``name`` in a token's colour (ink unless told); ask again when ``changed``."""
        widths = tuple(round(self.px(points) * self._density) for points in ICON_POINTS)
        return self._icons.icon(name, self.color(color or "ink"), self.color("edge"), widths)

    def pixmap(self, name: str, size: int, color: str | None = None, ratio: float = 1.0) -> QPixmap:
        """The picture ``name``, ``size`` points wide at 100 %, for a screen of ``ratio`` pixels a point."""
        return self._icons.pixmap(name, self.color(color or "ink"), self.px(size), ratio)

    def icon_names(self) -> tuple[str, ...]:
        """Every picture shipped."""
        return self._icons.names()

    def dress(self, target: "QAbstractButton | QAction", name: str, color: str | None = None) -> None:
        """Give ``target`` the picture ``name`` and keep it in the theme's colour as long as it lives."""
        for earlier in target.findChildren(IconKeeper):
            earlier.setParent(None)
            earlier.deleteLater()
        IconKeeper(self, target, name, color)

    def set(self, *, dark: bool | None = None, scale: float | None = None) -> None:
        """Change the look; what was applied is applied again and ``changed`` is told."""
        before = (self._is_dark, self._scale)
        self._is_dark = self._is_dark if dark is None else dark
        self._scale = self._scale if scale is None else scale
        if before == (self._is_dark, self._scale):
            return
        if self._app is not None:
            self.apply(self._app)
        self.changed.emit()

    def apply(self, app: QApplication) -> None:
        """Dress the whole application: style, palette, letters, sheet; later changes follow by themselves."""
        self._app = app
        self._density = app.devicePixelRatio()
        app.setStyle("Fusion")
        app.setPalette(palette_of(self.tokens))
        app.setFont(self.font())
        app.setStyleSheet(stylesheet(self.tokens, self._scale, self._marks))

    def take_off(self) -> None:
        """Undress the application: the sheet goes, and later changes no longer reach it."""
        if self._app is not None:
            self._app.setStyleSheet("")
            self._app = None


class IconKeeper(QObject):
    """Lives as long as the button or action it dresses, and dresses it anew when the theme changes."""

    def __init__(self, theme: Theme, target: "QAbstractButton | QAction", name: str, color: str | None) -> None:
        """Dress ``target`` now and at every change."""
        super().__init__(target)
        self._theme, self._target, self._name, self._color = theme, target, name, color
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        self._target.setIcon(self._theme.icon(self._name, self._color))
        if isinstance(self._target, QAbstractButton):
            side = self._theme.px(18)
            self._target.setIconSize(QSize(side, side))


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set the property ``name`` the sheet selects by, and let the sheet look again."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def follow(theme: Theme, slot: Callable[[], None]) -> None:
    """Call ``slot`` (a bound method of a QObject) now and at every change of ``theme``."""
    theme.changed.connect(slot)
    slot()


def palette_of(tokens: Tokens) -> QPalette:
    """The palette for what the sheet does not reach: the style's own painting, placeholders, links."""
    palette = QPalette()
    role = QPalette.ColorRole
    for one, name in {
        role.Window: tokens.ground,
        role.WindowText: tokens.ink,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.hover,
        role.Text: tokens.ink,
        role.Button: tokens.surface,
        role.ButtonText: tokens.ink,
        role.BrightText: tokens.danger,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.ToolTipBase: tokens.ink,
        role.ToolTipText: tokens.surface,
        role.PlaceholderText: tokens.quiet,
        role.Light: tokens.surface,
        role.Midlight: tokens.hover,
        role.Mid: tokens.line,
        role.Dark: tokens.edge,
        role.Shadow: tokens.line,
    }.items():
        palette.setColor(one, QColor(name))
    for one in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, one, QColor(tokens.edge))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(tokens.muted_ground))
    palette.setColor(QPalette.ColorGroup.Disabled, role.HighlightedText, QColor(tokens.quiet))
    return palette
