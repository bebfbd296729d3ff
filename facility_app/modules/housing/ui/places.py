"""Where the screens of the house are."""

from typing import Final

BOARD: Final = "housing.board"
PLACES: Final = "housing.places"
TEAMS: Final = "housing.teams"
ROLL: Final = "housing.roll"
SHEET: Final = "housing.roll_sheet"
PERSON: Final = "residents.person"
TAB: Final = "housing.person"
SHOW_ARG, BEDLESS, PLACING = "show", "bedless", "placing"
"""The board's argument: the list of those without a bed, or the record taken in hand."""
HOUSE_TABLES: Final = frozenset(
    {"housing_zone", "housing_building", "housing_room", "housing_bed", "place_closure", "capacity_change"}
)
BOARD_TABLES: Final = HOUSE_TABLES | {"bed_placement", "housing_need", "stay", "resident_card"}
TEAM_TABLES: Final = frozenset({"team", "team_member"})
ROLL_TABLES: Final = frozenset({"roll_call", "roll_tick"})
