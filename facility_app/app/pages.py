"""The pages of all slices, in the order of the rail: an explicit list, as the registry's."""

from facility_app.ui.shell.spec import ChipSource, PageSpec, PartSpec

PAGES: tuple[PageSpec, ...] = ()

PARTS: dict[str, tuple[PartSpec, ...]] = {}
"""Kind of record → the tabs that slices add to its page."""

CHIPS: dict[str, tuple[ChipSource, ...]] = {}
"""Kind of record → the chips that slices add to its header."""

HOME = "tasks.today"
