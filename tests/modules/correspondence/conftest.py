"""A facility that issues and receives papers: founded once, each test works at a copy."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from facility_app.ui.theme import Theme
from tests.helpers.facility import Facility, founded
from tests.helpers.fakes import CountingIds
from tests.helpers.probe import VaultFile
from tests.helpers.slots import RecordedSlots
from tests.modules.correspondence.papers import Office, office_in
from tests.modules.correspondence.ui_desk import PaperDesk
from tests.modules.residents.people import with_store


@pytest.fixture(scope="session")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """The facility as it was founded; its file is closed."""
    made = founded(tmp_path_factory.mktemp("papers"))
    office = office_in(next(made))
    assert next(made, None) is None
    return office


@pytest.fixture
def office(pattern: Office, tmp_path: Path) -> Iterator[Office]:
    """A facility of the test's own, at work."""
    folder = tmp_path / "facility"
    shutil.copytree(pattern.facility.file.folder, folder)
    # Ids are counted: those of the pattern must not be given again.
    file, slots = VaultFile(folder, ids=CountingIds(100_000)), RecordedSlots()
    with closing(file.database()) as database:
        facility = Facility(file, database, slots, pattern.facility.admin)
        yield Office(facility, pattern.head, pattern.deputy, pattern.resident)


@pytest.fixture
def desk(office: Office, tmp_path: Path, theme: Theme, qtbot: QtBot) -> Iterator[PaperDesk]:
    """The head, who is clerk too, at the screens of papers."""
    shown: list[QWidget] = []

    def show(widget: QWidget) -> None:
        shown.append(widget)
        qtbot.addWidget(widget)
        widget.resize(1120, 700)
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)

    with_store(office.facility, tmp_path)
    database = office.facility.database
    slots: Any = office.facility.slots
    database.ports = replace(database.ports, key_slots=slots)
    yield PaperDesk(office, theme, show)
    # A form left open keeps its draft when it loses the keyboard: that must not fall into the next test.
    for widget in shown:
        for dialog in (*widget.findChildren(QDialog), widget):
            dialog.hide()
    shown.clear()
