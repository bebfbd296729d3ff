"""Names of the pages, and what makes them read again."""

from typing import Final

WEEK: Final = "calendar.week"
MOVES: Final = "calendar.moves"
CLASHES: Final = "calendar.clashes"
BOOKINGS: Final = "calendar.bookings"
ROOMS: Final = "calendar.rooms"
TABLES: Final = frozenset({"meeting_room", "booking", "booking_person"})
"""Tables of this slice; what other slices answer is read anew whenever a page is entered."""
