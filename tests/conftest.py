"""What every test stands on: Qt offscreen, repeatable Hypothesis, no log line nobody expected."""

import gc
import logging
import os
from collections.abc import Iterator
from itertools import count

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.helpers.look import WARDROBE

# Thousands of tests are gathered and nothing of that is rubbish; from then on it is collected between two tests.
gc.disable()

# Before any application is made: it reads the platform once.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

FEW, WHOLE_ROUND = 20, 240
TESTS_RUN = count(1)

LONG = ("tests/proof/test_short_proofs.py", "tests/test_installer.py")

# A busy machine must not fail a rule, and CI must find today what it found yesterday.
settings.register_profile(
    "facility", deadline=None, print_blob=False, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("facility-ci", parent=settings.get_profile("facility"), derandomize=True)
settings.load_profile("facility-ci" if os.environ.get("CI") else "facility")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long begins first, or one worker ends long after the other."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONG))


def pytest_collection_finish() -> None:
    """What is imported by now stays; nobody collects while a test runs: widgets die on their own thread."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(trylast=True)
def pytest_runtest_logfinish() -> None:
    """Take away what the test left, between two tests: half dead widgets would be styled with every new look."""
    has_windows = QCoreApplication.instance() is not None
    if has_windows:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    if number := next(TESTS_RUN) % WHOLE_ROUND:
        if number % FEW == 0 or (has_windows and QApplication.topLevelWidgets()):
            gc.collect(1)
    else:
        gc.collect()
        # What is left is caches and modules: walked through again and again it would cost a third of the time.
        gc.freeze()


@pytest.hookimpl(trylast=True)
def pytest_unconfigure() -> None:
    """Empty the clipboard: without a screen Qt drops what Python put there when Python is gone, and crashes."""
    if QCoreApplication.instance() is not None:
        QGuiApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def plain_unless_dressed(request: pytest.FixtureRequest) -> None:
    """A test of widgets begins with no look unless it asks for one, no key held and no words put over others."""
    if "qapp" not in request.fixturenames:
        return
    app = request.getfixturevalue("qapp")
    if "dressed" not in request.fixturenames:
        WARDROBE.take_off(app)
    for translator in app.findChildren(QTranslator):
        # The program of an earlier test leaves its own: the application goes on, as it never does for a user.
        app.removeTranslator(translator)
        translator.deleteLater()
    if app.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        # After Ctrl+S Qt holds Ctrl until the next key: selecting a row would mean toggling it.
        QTest.keyRelease(QWidget(), Qt.Key.Key_Control)


@pytest.fixture(autouse=True)
def no_unexpected_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail on a log line of WARNING or above that the test did not take away with ``caplog.clear()``."""
    yield
    lines = [
        f"{record.name}: {record.getMessage()}"
        for when in ("setup", "call")
        for record in caplog.get_records(when)
        if record.levelno >= logging.WARNING
    ]
    assert not lines, "unexpected log lines: " + "; ".join(lines)
