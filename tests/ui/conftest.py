"""What widget tests stand on: one application, one look, put back after every test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from facility_app.app.words import read_catalogue
from facility_app.ui.i18n import WordsTranslator
from facility_app.ui.theme import Theme
from tests.helpers.look import WARDROBE

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform warns whenever it cannot raise, grab for or size a window: nothing of ours."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture(scope="session")
def one_theme(qapp: QApplication) -> Theme:
    """The look, loaded once: letters stay loaded as long as the application lives."""
    return Theme(RESOURCES)


@pytest.fixture
def theme(one_theme: Theme) -> Iterator[Theme]:
    """The look, light and at 100 %; whatever a test makes of it is put back."""
    yield one_theme
    one_theme.set(dark=False, scale=1.0)


@pytest.fixture
def dressed(theme: Theme, qapp: QApplication) -> Theme:
    """The look put on the whole application; the next test that does not ask for it takes it off."""
    WARDROBE.put_on(theme, qapp)
    return theme


@pytest.fixture
def install(qapp: QApplication) -> Iterator[Callable[[str], QTranslator]]:
    """Install a catalogue of ``resources/i18n`` by its file name; removed after the test."""
    installed: list[QTranslator] = []

    def _install(name: str) -> QTranslator:
        translator = WordsTranslator(read_catalogue(RESOURCES / "i18n" / name))
        QCoreApplication.installTranslator(translator)
        installed.append(translator)
        return translator

    yield _install
    for translator in installed:
        QCoreApplication.removeTranslator(translator)


@pytest.fixture
def compose(qapp: QApplication) -> Callable[[QWidget, str, str], None]:
    """Send an input method's event: ``compose(widget, text under composition, text committed)``."""

    def _compose(widget: QWidget, composed: str, committed: str = "") -> None:
        event = QInputMethodEvent(composed, [])
        event.setCommitString(committed)
        QCoreApplication.sendEvent(widget, event)

    return _compose
