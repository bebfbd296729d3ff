"""What the slice offers the window: its pages."""

from functools import partial

from facility_app.kernel.actor import Role
from facility_app.kernel.labels import label
from facility_app.modules.calendar.domain.rights import VIEW_CALENDAR, VIEW_MEETINGS, VIEW_ROOMS
from facility_app.modules.calendar.ui import booking_list, clashes, meetings, moves, places, room_list, week_page
from facility_app.ui.lists.editable_page import EditableListPage
from facility_app.ui.printing.sheets import SheetPress
from facility_app.ui.shell.spec import PageSpec

WORK = label("ui", "Công việc")
HOUSE = label("ui", "Quản trị")


def pages(press: SheetPress) -> tuple[PageSpec, ...]:
    """The pages of this slice."""
    return (*_planned(press), *_twice(), *_kept())


def _planned(press: SheetPress) -> tuple[PageSpec, ...]:
    """Whose day is how: the week, and who goes where."""
    return (
        PageSpec(
            places.WEEK,
            week_page.TITLE,
            WORK,
            "calendar-event",
            VIEW_CALENDAR,
            partial(week_page.WeekPage, press),
            order=50,
            help="lich#xem-lich",
            also=(label("calendar", "thời khóa biểu"), label("calendar", "tuần này")),
        ),
        PageSpec(
            places.MOVES,
            moves.TITLE,
            WORK,
            "arrows-exchange",
            VIEW_CALENDAR,
            partial(moves.MovesPage, press),
            order=51,
            help="lich#danh-sach-di-chuyen",
            also=(label("calendar", "ai ở đâu lúc này"), label("calendar", "đi đâu")),
            daily=frozenset({Role.GUARD, Role.TEAM_OFFICER}),
        ),
    )


def _twice() -> tuple[PageSpec, ...]:
    """What meets that should not."""
    return (
        PageSpec(
            places.CLASHES,
            clashes.TITLE,
            None,
            "alert-triangle",
            VIEW_CALENDAR,
            clashes.ClashesPage,
            help="lich#trung-lich",
            beneath=places.WEEK,
            also=(label("calendar", "hai việc cùng lúc"),),
        ),
        PageSpec(
            places.MEETINGS,
            meetings.TITLE,
            None,
            "users",
            VIEW_MEETINGS,
            meetings.MeetingsPage,
            help="lich#gap-nhau-du-khong-xep-chung",
            beneath=places.WEEK,
            also=(label("calendar", "không xếp chung"), label("calendar", "hai người gặp nhau")),
        ),
    )


def _kept() -> tuple[PageSpec, ...]:
    """What is kept by hand: entries and rooms."""
    return (
        PageSpec(
            places.BOOKINGS,
            booking_list.TITLE,
            None,
            "calendar-due",
            VIEW_CALENDAR,
            partial(EditableListPage, spec=booking_list.LIST, editing=booking_list.EDITING),
            help="lich#lich-hen",
            beneath=places.WEEK,
            also=(label("calendar", "hẹn khám"), label("calendar", "sinh hoạt chung")),
        ),
        PageSpec(
            places.ROOMS,
            room_list.TITLE,
            HOUSE,
            "building",
            VIEW_ROOMS,
            partial(EditableListPage, spec=room_list.LIST, editing=room_list.EDITING),
            order=9,
            help="lich#phong-hoc-xuong",
            also=(label("calendar", "lớp học"), label("calendar", "thư viện")),
        ),
    )
