"""The first run's page, ready before the rest of the program is read: it needs neither ciphers nor database."""

import csv
from pathlib import Path
from typing import Any

from facility_app.app.paths import resources_folder
from facility_app.app.window.wizard import WizardPage
from facility_app.kernel.labels import Label
from facility_app.ui.theme import Theme

UNITS = "catalogues/administrative_units.csv"


def wizard_page(theme: Theme) -> WizardPage:
    """The page at its first step."""
    return WizardPage(theme, provinces(resources_folder() / UNITS))


def provinces(path: Path) -> list[tuple[str, Label]]:
    """Code and name of every province of today, in the order of the list; names are no words to translate."""
    with path.open(encoding="utf-8", newline="") as source:
        rows: list[dict[str, Any]] = [*csv.DictReader(line for line in source if not line.startswith("#"))]
    return [(row["code"], Label("units", row["name"])) for row in rows if len(row["code"]) == len("01")]
