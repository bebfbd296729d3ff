"""What is true on paper: slots, clashes, the rooms, what is entered by hand, who may what."""

from facility_app.modules.calendar.domain.rights import EDIT_ROOMS as EDIT_ROOMS
from facility_app.modules.calendar.domain.rights import FOLLOW_STAYS as FOLLOW_STAYS
from facility_app.modules.calendar.domain.rights import KEEP_BOOKINGS as KEEP_BOOKINGS
from facility_app.modules.calendar.domain.rights import VIEW_CALENDAR as VIEW_CALENDAR
from facility_app.modules.calendar.domain.rights import VIEW_MEETINGS as VIEW_MEETINGS
from facility_app.modules.calendar.domain.rights import VIEW_ROOMS as VIEW_ROOMS
