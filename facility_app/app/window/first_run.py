"""The first run at work: the wizard's wish becomes a facility, its key goes to paper, then the program opens."""

import csv
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from facility_app.app.founding import Founded, Founding
from facility_app.app.paths import resources_folder
from facility_app.app.window.door import Door
from facility_app.app.window.errand import Errands
from facility_app.app.window.wizard import FirstRun, WizardPage, founding_fields
from facility_app.kernel.labels import Label
from facility_app.ui.theme import Theme

UNITS = "catalogues/administrative_units.csv"


class FirstRunDesk(QObject):
    """Runs the wizard.

    Signals:
        finished(str, str): name and password of the first account; the key was typed back.
    """

    finished = Signal(str, str)

    def __init__(self, theme: Theme, door: Door, errands: Errands, parent: QObject | None = None) -> None:
        """Make the page."""
        super().__init__(parent)
        self._door, self._errands = door, errands
        self._run: FirstRun | None = None
        self.page = WizardPage(theme, provinces(resources_folder() / UNITS))
        self.page.founding_asked.connect(self._on_founding_asked)
        self.page.finished.connect(self._on_finished)
        errands.busy_changed.connect(self.page.set_busy)

    def _on_founding_asked(self, run: FirstRun) -> None:
        self._run = run
        wish = Founding(**founding_fields(run))
        self._errands.run(lambda: self._door.found(wish), self._on_founded, self.page.refuse)

    def _on_founded(self, founded: Founded) -> None:
        self.page.show_key(founded.recovery_key)

    def _on_finished(self) -> None:
        run, self._run = self._run, None
        if run is not None:
            self.finished.emit(run.admin, run.password)


def provinces(path: Path) -> list[tuple[str, Label]]:
    """Code and name of every province of today, in the order of the list; names are no words to translate."""
    with path.open(encoding="utf-8", newline="") as source:
        rows: list[dict[str, Any]] = [*csv.DictReader(line for line in source if not line.startswith("#"))]
    return [(row["code"], Label("units", row["name"])) for row in rows if len(row["code"]) == len("01")]
