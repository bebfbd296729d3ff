"""What other slices may ask of the calendar, and the question they answer; a name written twice is offered."""

from facility_app.modules.calendar.domain.bookings import clashes_refused as clashes_refused
from facility_app.modules.calendar.domain.bookings import named as named
from facility_app.modules.calendar.domain.clashes import CLASH_ABOUT_LABELS as CLASH_ABOUT_LABELS
from facility_app.modules.calendar.domain.clashes import Clash as Clash
from facility_app.modules.calendar.domain.clashes import ClashAbout as ClashAbout
from facility_app.modules.calendar.domain.loads import LoadWarning as LoadWarning
from facility_app.modules.calendar.domain.rooms import RoomFacts as RoomFacts
from facility_app.modules.calendar.domain.rooms import RoomKind as RoomKind
from facility_app.modules.calendar.domain.slots import SLOT_KIND_LABELS as SLOT_KIND_LABELS
from facility_app.modules.calendar.domain.slots import OccupiedAsked as OccupiedAsked
from facility_app.modules.calendar.domain.slots import Slot as Slot
from facility_app.modules.calendar.domain.slots import SlotKind as SlotKind
from facility_app.modules.calendar.domain.slots import ZoneOf as ZoneOf
from facility_app.modules.calendar.domain.slots import ZonesAsked as ZonesAsked
from facility_app.modules.calendar.queries.loads import find_load_warning as find_load_warning
from facility_app.modules.calendar.queries.occupied import ApartMeeting as ApartMeeting
from facility_app.modules.calendar.queries.occupied import find_clashes as find_clashes
from facility_app.modules.calendar.queries.occupied import list_apart_meetings as list_apart_meetings
from facility_app.modules.calendar.queries.occupied import list_slots as list_slots
from facility_app.modules.calendar.queries.rooms import RoomRow as RoomRow
from facility_app.modules.calendar.queries.rooms import list_room_rows as list_room_rows
from facility_app.modules.calendar.queries.rooms import list_rooms as list_rooms
from facility_app.modules.calendar.queries.rooms import name_rooms as name_rooms
from facility_app.modules.calendar.service.clashing import kept_reason as kept_reason
from facility_app.modules.calendar.service.rooms import SavedRoom as SavedRoom
from facility_app.modules.calendar.service.rooms import add_room as add_room
