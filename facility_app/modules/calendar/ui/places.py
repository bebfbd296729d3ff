"""Names of the pages, and what makes them read again."""

from typing import Final

from facility_app.modules.calendar.queries.telling import CLASHES_PAGE

WEEK: Final = "calendar.week"
MOVES: Final = "calendar.moves"
CLASHES: Final = CLASHES_PAGE
MEETINGS: Final = "calendar.meetings"
BOOKINGS: Final = "calendar.bookings"
ROOMS: Final = "calendar.rooms"
TABLES: Final = frozenset({"meeting_room", "booking", "booking_person"})
"""Tables of this slice; what other slices answer is read anew whenever a page is entered."""
