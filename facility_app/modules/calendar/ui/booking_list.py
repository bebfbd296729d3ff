"""Lịch hẹn: what is entered by hand, as a list, and the form it is written in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, Final

from facility_app.kernel.dates import LOCAL, local_date
from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look, Sort
from facility_app.modules.calendar.domain.bookings import BOOKED_KINDS, BookingFacts
from facility_app.modules.calendar.domain.slots import SLOT_KIND_LABELS, SlotKind
from facility_app.modules.calendar.module import BOOK, EDIT_BOOKING, VOID_BOOKING
from facility_app.modules.calendar.queries.bookings import BookingRow, list_booking_ids, list_booking_rows
from facility_app.modules.calendar.queries.views import find_by_codes, name_officers, name_people
from facility_app.modules.calendar.service.bookings import Book, EditBooking, VoidBooking, book, edit_booking
from facility_app.modules.calendar.service.bookings import void_booking as take_away
from facility_app.modules.calendar.ui import fields, places, words
from facility_app.ui.forms.beginning import new_form
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.text_fields import NoteField, TextField
from facility_app.ui.forms.time_field import TimeField
from facility_app.ui.forms.value_fields import DateField
from facility_app.ui.i18n import tr
from facility_app.ui.lists.editable_page import Editing
from facility_app.ui.models import ColumnSpec, FilterOption, FilterSpec, ListSpec
from facility_app.ui.shell.spec import PageContext

TITLE = label("calendar", "Lịch hẹn")
KIND, NAME = label("calendar", "Loại việc"), label("calendar", "Tên việc")
NAME_HINT = label("calendar", "Y tế thì bỏ trống: lịch ai cũng đọc được")
DAY, FIRST, LAST = label("calendar", "Ngày"), label("calendar", "Từ giờ"), label("calendar", "Đến giờ")
PEOPLE, CODES = label("calendar", "Người"), label("calendar", "Mã những người được hẹn")
CODES_HINT = label("calendar", "Nhiều mã thì cách nhau bằng dấu phẩy, dấu cách hoặc xuống dòng")
NOTE, REASON = label("terms", "Ghi chú"), label("calendar", "Lý do vẫn giữ khi trùng lịch, nghỉ lễ")
REASON_HINT = label("calendar", "Chỉ cần khi trùng hoặc nghỉ lễ; không thì không lưu")
STATE, COMING = label("calendar", "Thời gian"), label("calendar", "Sắp tới")
PAST, ALL = label("calendar", "Đã qua"), label("calendar", "Tất cả")
EMPTY = label("calendar", "Chưa có lịch hẹn nào. Lớp học, lao động, học nghề, vắng mặt tự có trong lịch.")
NONE_FOUND = label("calendar", "Không có lịch hẹn nào khớp với điều đang tìm.")
LIMIT, CODES_LIMIT = 200, 4_000
SHOWN: Final = 6
"""A seventh name says less than how many there are."""


@dataclass(frozen=True, slots=True)
class BookingLine:
    """An entry with names in place of ids; its fields are named as the form's."""

    row: BookingRow
    people: str = field(repr=False)
    codes: str = field(repr=False)
    officer: str

    @property
    def kind(self) -> SlotKind:
        """What it is."""
        return self.row.kind

    @property
    def title(self) -> str | None:
        """What people call it."""
        return self.row.title

    @property
    def on(self) -> date:
        """The day."""
        return local_date(self.row.from_at)

    @property
    def first(self) -> time:
        """When it begins."""
        return self.row.from_at.astimezone(LOCAL).time()

    @property
    def last(self) -> time:
        """When it ends."""
        return self.row.to_at.astimezone(LOCAL).time()

    @property
    def room_id(self) -> str | None:
        """Where."""
        return self.row.room_id

    @property
    def staff_id(self) -> str | None:
        """Who of the staff."""
        return self.row.staff_id

    @property
    def note(self) -> str | None:
        """A note."""
        return self.row.note

    @property
    def clash_reason(self) -> str | None:
        """Why it stands although it clashed."""
        return self.row.clash_reason


def _lines(uow: Any, wanted: Sequence[str]) -> tuple[BookingLine, ...]:
    rows = list_booking_rows(uow, wanted)
    people = name_people(uow, sorted({one for row in rows for one in row.resident_ids}))
    officers = name_officers(uow, sorted({row.staff_id for row in rows if row.staff_id}))
    made = []
    for row in rows:
        named = sorted((people[one] for one in row.resident_ids if one in people), key=lambda one: one.quiet)
        shown = ", ".join(one.name for one in named[:SHOWN])
        more = "" if len(named) <= SHOWN else f" … ({tr(words.PEOPLE, count=len(named))})"
        codes = ", ".join(one.quiet for one in named)
        made.append(BookingLine(row, shown + more, codes, officers.get(row.staff_id or "", "")))
    return tuple(made)


def _ids(uow: Any, look: Look) -> tuple[str, ...]:
    return list_booking_ids(uow, look)


def _row_id(one: BookingLine) -> str:
    return one.row.booking_id


def _when(one: BookingLine) -> str:
    return f"{words.day(one.row.from_at)}, {words.span(one.row.from_at, one.row.to_at)}"


def _what(one: BookingLine) -> str:
    return one.row.title or tr(SLOT_KIND_LABELS[one.row.kind])


def _kind(one: BookingLine) -> str:
    return tr(SLOT_KIND_LABELS[one.row.kind]) if one.row.title else ""


def _people(one: BookingLine) -> str:
    return one.people


def _room(one: BookingLine) -> str:
    return one.row.room or ""


def _officer(one: BookingLine) -> str:
    return one.officer


def _reason(one: BookingLine) -> str:
    return one.row.clash_reason or ""


def _version(one: BookingLine) -> int:
    return one.row.version


LIST: ListSpec[Any] = ListSpec(
    id=places.BOOKINGS,
    title=TITLE,
    columns=(
        ColumnSpec(
            "when", label("calendar", "Khi nào"), _when, sort="from", width=180, is_strong=True, is_whole=True
        ),
        ColumnSpec("what", label("calendar", "Việc"), _what, sort="title", width=230, note=_kind, wraps=True),
        ColumnSpec("people", PEOPLE, _people, width=260, wraps=True),
        ColumnSpec("room", fields.ROOM, _room, width=130, gives_way=1),
        ColumnSpec("officer", fields.OFFICER, _officer, width=150, gives_way=2),
        ColumnSpec("reason", REASON, _reason, width=180, gives_way=3),
    ),
    ids=_ids,
    rows=_lines,
    row_id=_row_id,
    filters=(
        FilterSpec(
            "state", STATE, (FilterOption("coming", COMING), FilterOption("past", PAST), FilterOption("all", ALL))
        ),
    ),
    empty=EMPTY,
    none_found=NONE_FOUND,
    default_sort=(Sort("from"),),
    tables=places.TABLES,
)


def _form(context: PageContext) -> Form[Any]:
    form = new_form()
    kinds = tuple((one.value, SLOT_KIND_LABELS[one]) for one in BOOKED_KINDS)
    form.add(
        CodeField("kind", KIND, options=kinds, is_required=True),
        TextField("title", NAME, hint=NAME_HINT, limit=LIMIT),
        spans=(5, 7),
    )  # fmt: skip
    form.add(
        DateField("on", DAY, today=context.today, is_required=True), TimeField("first", FIRST, is_required=True),
        TimeField("last", LAST, is_required=True), spans=(4, 4, 4),
    )  # fmt: skip
    form.add(fields.room_field(context), fields.officer_field(context), spans=(6, 6))
    form.add(NoteField("codes", CODES, hint=CODES_HINT, limit=CODES_LIMIT, lines=2))
    form.add(TextField("note", NOTE, limit=LIMIT))
    form.add(TextField("clash_reason", REASON, hint=REASON_HINT, limit=LIMIT))
    return form


def _facts(uow: Any, v: Mapping[str, Any]) -> BookingFacts:
    return BookingFacts(
        SlotKind(v["kind"]),
        datetime.combine(v["on"], v["first"], LOCAL),
        datetime.combine(v["on"], v["last"], LOCAL),
        v["title"],
        v["room_id"],
        v["staff_id"],
        v["note"],
        find_by_codes(uow, v["codes"] or ""),
    )


def _add(uow: Any, values: Mapping[str, Any]) -> str:
    return book(uow, Book(_facts(uow, values), values["clash_reason"] or "")).booking_id


def _edit(uow: Any, booking_id: str, version: int, values: Mapping[str, Any]) -> None:
    edit_booking(uow, EditBooking(booking_id, version, _facts(uow, values), values["clash_reason"] or ""))


def _void(uow: Any, booking_id: str, version: int, reason: str) -> None:
    take_away(uow, VoidBooking(booking_id, version, reason))


EDITING: Editing[Any] = Editing(
    verbs=(BOOK, EDIT_BOOKING, VOID_BOOKING), form=_form, version=_version, add=_add, edit=_edit, void=_void
)
