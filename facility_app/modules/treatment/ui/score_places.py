"""Where scoring is done, and which lines of a schedule lead there."""

from typing import Final

from facility_app.modules.treatment.domain.observation import VITALS, WEIGHT
from facility_app.modules.treatment.queries.due_board import DueLine
from facility_app.ui.shell.spec import Route

LIST: Final = "treatment.scores"
SHEET: Final = "treatment.score_sheet"
MEASURED: Final = frozenset({VITALS, WEIGHT})
UNSCORED: Final = MEASURED | {"sedation"}
"""Lines that no instrument answers."""
TABLES: Final = frozenset({"observation_plan", "instrument_score", "vital_reading", "resident_card"})


def to_sheet(stay_id: str, instrument: str) -> Route:
    """The place where somebody is scored by an instrument."""
    return Route(SHEET, stay_id, {"instrument": instrument})


def is_scored(line: DueLine) -> bool:
    """Whether an instrument answers a line."""
    return line.task not in UNSCORED
