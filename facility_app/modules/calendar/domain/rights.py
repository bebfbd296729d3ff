"""Who sees the calendar, who keeps its rooms, who enters something by hand."""

from typing import Final

from facility_app.kernel.actor import Permission, Role
from facility_app.kernel.labels import label

_EVERYONE_INSIDE: Final = frozenset(Role) - {Role.ADMIN, Role.EXCHANGE}

VIEW_ROOMS = Permission(
    "calendar.view_rooms", label("permissions", "Xem phòng học, xưởng (không có tên người)"), frozenset(Role)
)
EDIT_ROOMS = Permission(
    "calendar.edit_rooms",
    label("permissions", "Lập và sửa phòng học, xưởng"),
    frozenset({Role.ADMIN, Role.HEAD, Role.TEACHER, Role.LABOUR}),
)
VIEW_CALENDAR = Permission(
    "calendar.view", label("permissions", "Xem lịch: ai ở đâu, lúc nào (y tế chỉ ghi “Y tế”)"), _EVERYONE_INSIDE
)
KEEP_BOOKINGS = Permission(
    "calendar.book",
    label("permissions", "Ghi, sửa, bỏ lịch hẹn"),
    _EVERYONE_INSIDE - {Role.AUDITOR, Role.TREASURER, Role.PHARMACIST},
)
FOLLOW_STAYS = Permission(
    "calendar.follow_stays",
    label("permissions", "Bỏ khỏi lịch hẹn sắp tới khi ra cơ sở (theo việc của người khác)"),
    _EVERYONE_INSIDE,
)
VIEW_MEETINGS = Permission(
    "calendar.view_meetings",
    label("permissions", "Xem những người không xếp chung mà sẽ gặp nhau"),
    frozenset({Role.HEAD, Role.CLERK, Role.INTAKE, Role.DOCTOR, Role.CHIEF_NURSE, Role.NURSE})
    | {Role.GUARD, Role.TEAM_OFFICER, Role.COUNSELLOR},
)
"""Whoever may read the list of people not to be put together (``residents.read_keep_apart``), may know where they
would meet."""
