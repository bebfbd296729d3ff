"""The pages of all slices, in the order of the rail: an explicit list, as the registry's."""

from facility_app.modules.access.ui import entry as access
from facility_app.modules.residents.ui import entry as residents
from facility_app.ui.shell.spec import ChipSource, PageSpec, PartSpec

PARTS: dict[str, tuple[PartSpec, ...]] = {residents.RESIDENT: (*residents.PARTS[residents.RESIDENT],)}
"""Kind of record → the tabs that slices add to its page."""

CHIPS: dict[str, tuple[ChipSource, ...]] = {residents.RESIDENT: (*residents.CHIPS[residents.RESIDENT],)}
"""Kind of record → the chips that slices add to its header."""

PAGES: tuple[PageSpec, ...] = (
    *residents.pages(PARTS[residents.RESIDENT], CHIPS[residents.RESIDENT]),
    *access.PAGES,
)

HOME = "residents.list"
"""What everyone sees first."""
