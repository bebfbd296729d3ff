"""Where the screens of custody are."""

from typing import Final

LIST: Final = "deposits.accounts"
TAKE_IN: Final = "deposits.take_in"
HAND_OUT: Final = "deposits.hand_out"
SUPPLIES: Final = "deposits.supplies"
MONTHS: Final = "deposits.months"
PERSON: Final = "residents.person"
TAB: Final = "deposits.person"
PEOPLE_ARG: Final = "people"
"""Ids of people a sheet is for, with commas between."""
TABLES: Final = frozenset(
    {
        *("deposit_entry", "belongings_act", "belonging", "belonging_move", "sealed_bag"),
        *("supply_slip", "supply_line"),
    }
)
