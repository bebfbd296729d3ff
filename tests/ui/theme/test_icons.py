"""Pictures: one family, drawn in the theme's colour, sharp, and following the theme."""

import re
from collections import Counter
from pathlib import Path

from PySide6.QtGui import QAction, QColor, QIcon, QImage, QPixmap
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from facility_app.ui.theme import DARK, LIGHT, Theme, Tone
from facility_app.ui.theme.marks import draw_marks
from facility_app.ui.theme.tokens import TONE_ICONS
from tests.helpers.cases import each
from tests.ui.conftest import RESOURCES

ICONS = RESOURCES / "icons"
PROMISED = {
    "home",
    "users",
    "user-plus",
    "bed",
    "door",
    "pill",
    "stethoscope",
    "school",
    "hammer",
    "certificate",
    "gavel",
    "file-text",
    "printer",
    "search",
    "lock",
    "alert-triangle",
    "check",
    "x",
    "plus",
    "edit",
    "trash",
    "download",
    "upload",
    "refresh",
    "calendar",
    "clock",
    "phone",
    "map-pin",
    "star",
    "pin",
    "bell",
    "settings",
    "shield",
    "key",
    "chevron-down",
    "chevron-up",
    "chevron-left",
    "chevron-right",
    "arrow-left",
    "copy",
    "filter",
    "columns",
    "history",
    "help",
    "sun",
    "moon",
    "language",
    "wifi-off",
    "database",
    "cloud-upload",
    "package",
    "scale",
    "heart",
    "activity",
    "clipboard",
    "list",
    "eye",
    "eye-off",
    "camera",
    "paperclip",
    "link",
    "logout",
    "switch-horizontal",
}


def inks(pixmap: QPixmap) -> Counter[str]:
    """How many pixels are fully of which colour."""
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    words = memoryview(image.constBits()).cast("I")
    return Counter(f"#{word & 0xFFFFFF:06X}" for word in words if word >> 24 == 255)


def test_every_promised_picture_is_shipped_with_the_licence(theme: Theme) -> None:
    assert set(theme.icon_names()) >= PROMISED
    assert "MIT" in (ICONS / "LICENSE.txt").read_text(encoding="utf-8")


def test_every_picture_draws_something_in_the_colour_asked_for(theme: Theme) -> None:
    empty = [
        name for name in theme.icon_names() if inks(theme.pixmap(name, 96, "danger")).keys() != {LIGHT.danger}
    ]
    assert empty == []


def test_a_picture_asked_twice_is_drawn_once(theme: Theme) -> None:
    assert theme.icon("home").cacheKey() == theme.icon("home").cacheKey()


def test_a_picture_is_sharp_on_a_screen_of_double_density(theme: Theme) -> None:
    pixmap = theme.pixmap("home", 20, "ink", 2.0)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (40, 2.0)


def test_a_disabled_picture_is_paler(theme: Theme) -> None:
    disabled = theme.icon("home").pixmap(24, QIcon.Mode.Disabled)
    assert inks(disabled).keys() == {LIGHT.edge}


def test_a_dressed_button_follows_the_theme_and_dies_in_peace(theme: Theme, qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    theme.dress(button, "home")
    theme.set(dark=True)
    assert inks(button.icon().pixmap(24)).keys() == {DARK.ink}
    with qtbot.waitSignal(button.destroyed):
        button.deleteLater()
    theme.set(dark=False)
    assert not theme.is_dark


def test_dressing_again_replaces_the_picture_for_good(theme: Theme) -> None:
    action = QAction()
    theme.dress(action, "home", "danger")
    theme.dress(action, "home", "ok")
    theme.set(dark=True)
    assert inks(action.icon().pixmap(24)).keys() == {DARK.ok}


def test_every_loud_tone_has_a_picture_of_its_own(theme: Theme) -> None:
    loud = {tone: TONE_ICONS[tone] for tone in (Tone.OK, Tone.WARNING, Tone.DANGER, Tone.INFO)}
    assert len(set(loud.values())) == 4
    assert set(loud.values()) <= set(theme.icon_names())


def test_marks_of_the_sheet_are_drawn_from_the_pictures_in_the_tokens_colours() -> None:
    # To draw them anew after a change of tokens: write each pair of ``draw_marks`` below ``icons/marks``.
    shipped = {path.name: path.read_bytes() for path in (ICONS / "marks").glob("*.svg")}
    assert shipped == draw_marks(ICONS / "outline")


@each("path", sorted((ICONS / "outline").glob("*.svg")))
def test_a_picture_has_one_colour_and_a_square_of_24(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in source
    assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', source)) <= {"none", "currentColor"}


def test_a_tone_without_icon_falls_back_to_quiet_ink(theme: Theme) -> None:
    assert theme.color(Tone.NEUTRAL) == QColor(LIGHT.quiet)
