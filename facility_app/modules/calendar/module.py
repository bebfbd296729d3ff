"""What the slice of the calendar offers the house."""

from facility_app.kernel.labels import label
from facility_app.kernel.privacy import Retention, Synced, TableSpec
from facility_app.kernel.spec import ModuleSpec, Verb
from facility_app.modules.calendar import tables
from facility_app.modules.calendar.domain.rights import (
    EDIT_ROOMS,
    FOLLOW_STAYS,
    KEEP_BOOKINGS,
    VIEW_CALENDAR,
    VIEW_MEETINGS,
    VIEW_ROOMS,
)
from facility_app.modules.calendar.queries import occupied, telling

OF_NOBODY: tuple[str, ...] = ()
OF_RESIDENT = ("resident_id",)
ADD_ROOM = Verb("calendar.add_room", label("verbs", "Thêm phòng học, xưởng"), EDIT_ROOMS)
EDIT_ROOM = Verb("calendar.edit_room", label("verbs", "Sửa phòng học, xưởng"), EDIT_ROOMS)
VOID_ROOM = Verb("calendar.void_room", label("verbs", "Bỏ phòng học, xưởng"), EDIT_ROOMS)
BOOK = Verb("calendar.book", label("verbs", "Ghi lịch hẹn"), KEEP_BOOKINGS)
EDIT_BOOKING = Verb("calendar.edit_booking", label("verbs", "Sửa lịch hẹn"), KEEP_BOOKINGS)
VOID_BOOKING = Verb("calendar.void_booking", label("verbs", "Bỏ lịch hẹn"), KEEP_BOOKINGS)

SPEC = ModuleSpec(
    id="calendar",
    permissions=(VIEW_ROOMS, EDIT_ROOMS, VIEW_CALENDAR, KEEP_BOOKINGS, VIEW_MEETINGS, FOLLOW_STAYS),
    verbs=(
        ADD_ROOM,
        EDIT_ROOM,
        VOID_ROOM,
        BOOK,
        EDIT_BOOKING,
        VOID_BOOKING,
        Verb("calendar.follow_exit", label("verbs", "Bỏ khỏi lịch hẹn vì ra cơ sở"), FOLLOW_STAYS),
    ),
    tables=(
        TableSpec(tables.MeetingRoom.__tablename__, Synced(214, OF_NOBODY), Retention.REFERENCE),
        TableSpec(tables.Booking.__tablename__, Synced(215, OF_NOBODY), Retention.SECURITY),
        TableSpec(tables.BookingPerson.__tablename__, Synced(216, OF_RESIDENT), Retention.CASE_FILE),
    ),
    answers={**occupied.ANSWERS, **telling.ANSWERS},
)
