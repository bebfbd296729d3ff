"""Small things every screen is put together from; each follows the theme and none knows a noun of the work."""

from facility_app.ui.widgets.avatar import Avatar
from facility_app.ui.widgets.banner import Banner, UndoOffer
from facility_app.ui.widgets.big_numbers import BigNumber, BigNumberStrip, Figure
from facility_app.ui.widgets.breaking import few_lines, longest_word, whole_lines, with_units
from facility_app.ui.widgets.buttons import (
    IconButton,
    Loudness,
    Note,
    PushButton,
    WhyNotButton,
    set_loudness,
    why_not_words,
)
from facility_app.ui.widgets.card import Card, KeyValue, KeyValueGrid
from facility_app.ui.widgets.chip import Chip, KeptChips, chip_size, paint_chip
from facility_app.ui.widgets.flow_layout import FlowLayout
from facility_app.ui.widgets.labels import (
    AnywhereLabel,
    ElidedLabel,
    IconLabel,
    KeyCap,
    Rule,
    SectionTitle,
    set_ink,
    words,
)
from facility_app.ui.widgets.scrolled import Least, Scrolled
from facility_app.ui.widgets.search_box import SearchBox
from facility_app.ui.widgets.states import Spinner, State, StateStack
from facility_app.ui.widgets.toast import Toast, ToastRoom

__all__ = [
    "AnywhereLabel",
    "Avatar",
    "Banner",
    "BigNumber",
    "BigNumberStrip",
    "Card",
    "Chip",
    "ElidedLabel",
    "Figure",
    "FlowLayout",
    "IconButton",
    "IconLabel",
    "KeptChips",
    "KeyCap",
    "KeyValue",
    "KeyValueGrid",
    "Least",
    "Loudness",
    "Note",
    "PushButton",
    "Rule",
    "Scrolled",
    "SearchBox",
    "SectionTitle",
    "Spinner",
    "State",
    "StateStack",
    "Toast",
    "ToastRoom",
    "UndoOffer",
    "WhyNotButton",
    "chip_size",
    "few_lines",
    "longest_word",
    "paint_chip",
    "set_ink",
    "set_loudness",
    "whole_lines",
    "why_not_words",
    "with_units",
    "words",
]
