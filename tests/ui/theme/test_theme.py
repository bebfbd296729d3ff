"""The sheet: reaches every standard widget, shows the focus, tells the disabled, follows the scale."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSlider,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from facility_app.ui.theme import DARK, LIGHT, SCALES, Theme, Tokens, restyle
from facility_app.ui.theme.stylesheet import mixed, stylesheet
from tests.helpers.cases import each
from tests.ui.conftest import RESOURCES

MARKS = RESOURCES / "icons" / "marks"
BOTH = pytest.mark.parametrize("is_dark", [False, True], ids=["light", "dark"])


def tab_bar() -> QTabBar:
    bar = QTabBar()
    bar.addTab("Một")
    bar.addTab("Hai")
    return bar


def button_of(kind: str) -> Callable[[], QPushButton]:
    def made() -> QPushButton:
        button = QPushButton("Lưu")
        button.setProperty("kind", kind)
        return button

    return made


def tool_button() -> QToolButton:
    button = QToolButton()
    button.setText("…")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def filled_list() -> QListWidget:
    made = QListWidget()
    made.addItems(["Một", "Hai"])
    made.setCurrentRow(0)
    return made


FOCUSABLE: dict[str, Callable[[], QWidget]] = {
    "button": QPushButton,
    "primary": button_of("primary"),
    "danger": button_of("danger"),
    "quiet": button_of("quiet"),
    "link": button_of("link"),
    "tool button": tool_button,
    "line": QLineEdit,
    "note": QPlainTextEdit,
    "combo": QComboBox,
    "check": QCheckBox,
    "radio": QRadioButton,
    "slider": lambda: QSlider(Qt.Orientation.Horizontal),
    "tabs": tab_bar,
    "list": filled_list,
}


def shot(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def stage(qtbot: QtBot, *widgets: QWidget) -> QWidget:
    page = QWidget()
    box = QVBoxLayout(page)
    for widget in widgets:
        box.addWidget(widget)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


@each("tokens", [LIGHT, DARK])
@each("scale", SCALES)
def test_every_file_the_sheet_names_is_shipped(tokens: Tokens, scale: float) -> None:
    named = re.findall(r'url\("([^"]+)"\)', stylesheet(tokens, scale, MARKS))
    assert len(named) > 10
    assert [name for name in named if not Path(name).is_file()] == []


@each("tokens", [LIGHT, DARK])
def test_the_sheet_uses_no_colour_of_the_other_theme(tokens: Tokens) -> None:
    other = DARK if tokens is LIGHT else LIGHT
    colours = set(re.findall(r"#[0-9A-Fa-f]{6}", stylesheet(tokens, 1.0, MARKS)))
    assert colours.isdisjoint({other.ground, other.surface, other.ink, other.accent, other.line})


@BOTH
@pytest.mark.parametrize("name", FOCUSABLE)
def test_the_focus_can_be_seen(name: str, is_dark: bool, dressed: Theme, qtbot: QtBot) -> None:
    dressed.set(dark=is_dark)
    widget, elsewhere = FOCUSABLE[name](), QPushButton("khác")
    if isinstance(widget, QLineEdit):
        widget.setReadOnly(True)  # no blinking cursor: the frame itself must tell
    page = stage(qtbot, widget, elsewhere)
    elsewhere.setFocus()
    before = shot(widget)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    assert widget.hasFocus()
    assert shot(widget) != before
    assert page.isVisible()


@BOTH
@pytest.mark.parametrize("name", [name for name in FOCUSABLE if name not in {"list", "slider"}])
def test_what_is_disabled_looks_disabled(name: str, is_dark: bool, dressed: Theme, qtbot: QtBot) -> None:
    dressed.set(dark=is_dark)
    widget = FOCUSABLE[name]()
    if isinstance(widget, QCheckBox | QRadioButton | QPushButton):
        widget.setText("Lưu")
    page = stage(qtbot, widget)
    widget.clearFocus()
    before = shot(widget)
    widget.setEnabled(False)
    assert page.isEnabled()
    assert shot(widget) != before


@pytest.mark.parametrize("scale", SCALES)
def test_a_radio_button_is_round_at_every_scale(scale: float, dressed: Theme, qtbot: QtBot) -> None:
    dressed.set(scale=scale)
    radio = QRadioButton()
    radio.setChecked(True)
    page = stage(qtbot, radio, QPushButton())
    image, accent = shot(radio), QColor(dressed.tokens.accent)
    disc = [
        (x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y) == accent
    ]
    left, top = min(x for x, _ in disc), min(y for _, y in disc)
    assert image.pixelColor(left, top) != accent
    assert page.isVisible()


def test_focus_moves_nothing(dressed: Theme, qtbot: QtBot) -> None:
    button, line = QPushButton("Lưu"), QLineEdit("x")
    page = stage(qtbot, button, line)
    sizes = [button.sizeHint(), line.sizeHint()]
    line.setFocus()
    assert [button.sizeHint(), line.sizeHint()] == sizes
    assert page.isVisible()


def test_what_is_wrong_is_marked_and_unmarked_while_it_stands(dressed: Theme, qtbot: QtBot) -> None:
    line, elsewhere = QLineEdit("x"), QPushButton()
    page = stage(qtbot, line, elsewhere)
    elsewhere.setFocus()
    plain = shot(line)
    restyle(line, "invalid", value=True)
    assert shot(line).pixelColor(line.width() // 2, 0) == QColor(dressed.tokens.danger)
    restyle(line, "invalid", value=False)
    assert shot(line) == plain
    assert page.isVisible()


def test_a_change_is_told_once_and_only_when_there_is_one(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.set(dark=True, scale=1.5)
    with qtbot.assertNotEmitted(theme.changed):
        theme.set(dark=True, scale=1.5)
    assert theme.tokens is DARK


def test_letters_and_distances_grow_with_the_scale(dressed: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    button = QPushButton("Lưu")
    page = stage(qtbot, button)
    before = button.sizeHint().height()
    dressed.set(scale=1.5)
    assert qapp.font().pixelSize() == 21
    assert dressed.px(4) == 6
    assert button.sizeHint().height() >= before * 1.4
    assert page.isVisible()


def test_what_the_sheet_does_not_reach_takes_its_colours_from_the_palette(
    dressed: Theme, qapp: QApplication
) -> None:
    dressed.set(dark=True)
    palette = qapp.palette()
    assert palette.color(QPalette.ColorRole.Window) == QColor(DARK.ground)
    assert palette.color(QPalette.ColorRole.Text) == QColor(DARK.ink)
    assert palette.color(QPalette.ColorRole.PlaceholderText) == QColor(DARK.quiet)


def test_colours_mix_by_share() -> None:
    assert mixed("#000000", "#FFFFFF", 0) == "#000000"
    assert mixed("#000000", "#FFFFFF", 0.5) == "#808080"
