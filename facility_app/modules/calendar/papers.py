"""Papers of the calendar: who goes where in a half of a day, a sheet for the door of every zone."""

from datetime import date
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.payload import Block, Footer, Grid, Heading, PlainPaper, Text
from facility_app.kernel.dates import format_date, format_moment, format_time, local_date, moment_of
from facility_app.kernel.labels import label
from facility_app.kernel.weekdays import HOLIDAY, WEEKDAYS
from facility_app.modules.calendar.domain.days import (
    DAY,
    HALF_LABELS,
    Half,
    half_of,
)
from facility_app.modules.calendar.domain.rights import VIEW_CALENDAR
from facility_app.modules.calendar.domain.slots import SLOT_KIND_LABELS, Slot
from facility_app.modules.calendar.queries.views import MoveRow, Week, ZoneMoves, list_moves, read_imprint
from facility_app.modules.catalogues.api import list_holidays

MOVES_TITLE = label("papers", "DANH SÁCH DI CHUYỂN")
WEEK_TITLE = label("papers", "LỊCH")
NUMBER, NAME, CODE = label("papers", "TT"), label("papers", "Họ và tên"), label("papers", "Mã")
BED, WHAT = label("papers", "Giường"), label("papers", "Việc")
WHERE, WHEN, NOTE = label("papers", "Nơi"), label("papers", "Giờ"), label("papers", "Ghi chú")
NO_BED = label("papers", "Chưa có giường")
OUTSIDE = label("papers", "ngoài cơ sở")
STAYING = label("papers", "{people} người ở khu; {moving} người di chuyển; {staying} người ở lại.")
NOBODY = label("papers", "Không ai phải đi đâu.")
ALL_DAY, FROM, UNTIL = label("papers", "cả buổi"), label("papers", "từ {at}"), label("papers", "đến {at}")
_WIDTHS: Final = (5, 21, 11, 12, 21, 15, 13, 22)


def moves_paper(uow: UnitOfWork, day: date, half: Half | None = None, zone_id: str = "") -> PlainPaper:
    """The list of moves: every zone in one go, or one of them; the last column is empty, for the hand."""
    require(uow, VIEW_CALENDAR)
    chosen = half or half_of(uow.now)
    zones = [one for one in list_moves(uow, day, chosen) if zone_id in {"", one.zone_id}]
    at = format_moment(uow.now) if chosen is Half.NOW else f"{WEEKDAYS[day.weekday()]}, {format_date(day)}"
    off = list_holidays(uow, day, day).get(day)
    when = " · ".join([f"{HALF_LABELS[chosen]}, {at}", *([HOLIDAY.format(name=off)] if off else [])])
    blocks: list[Block] = []
    for place, zone in enumerate(zones):
        blocks += _zone(zone, day, when, opens_page=place > 0)
    return _paper(uow, MOVES_TITLE, blocks or [Text(NOBODY)], when)


def week_paper(uow: UnitOfWork, week: Week) -> PlainPaper:
    """Some days of somebody's calendar, day by day."""
    require(uow, VIEW_CALENDAR)
    rows = tuple(
        (
            f"{WEEKDAYS[day.weekday()]}, {format_date(day)}",
            hours_of(slot, day),
            what_of(slot),
            week.rooms.get(slot.room_id, slot.place),
            "",
        )
        for day in (week.first + place * DAY for place in range(week.days))
        for slot in week.slots
        if slot.meets(moment_of(day, 0), moment_of(day + DAY, 0))
    )
    heads = (label("papers", "Ngày"), WHEN, WHAT, WHERE, NOTE)
    blocks: list[Block] = [Grid(heads, rows, frozenset(), (22, 14, 30, 18, 16))] if rows else [Text(NOBODY)]
    off = "; ".join(f"{format_date(day)} {name}" for day, name in week.holidays.items())
    if off:
        blocks.append(Text(HOLIDAY.format(name=off), is_strong=True))
    last = week.first + (week.days - 1) * DAY
    days = format_date(last) if week.days == 1 else f"{format_date(week.first)} – {format_date(last)}"
    return _paper(uow, WEEK_TITLE, blocks, f"{week.title}: {days}" if week.title else days)


def what_of(slot: Slot) -> str:
    """What a slot is, as papers say it: its kind with its name."""
    kind = str(SLOT_KIND_LABELS[slot.kind])
    said = f"{kind}: {slot.name}" if slot.name else kind
    return f"{said} ({OUTSIDE})" if slot.is_outside and not slot.name else said


def hours_of(slot: Slot, day: date) -> str:
    """From when until when on one day, ``07:30–09:00``; an end on another day is not written."""
    first = format_time(slot.from_at) if local_date(slot.from_at) == day else ""
    last = format_time(slot.to_at) if local_date(slot.to_at) == day else ""
    if first and last:
        return f"{first}–{last}"
    return FROM.format(at=first) if first else UNTIL.format(at=last) if last else str(ALL_DAY)


def _zone(zone: ZoneMoves, day: date, when: str, *, opens_page: bool) -> list[Block]:
    head = Heading(f"{zone.zone or NO_BED} – {when}", opens_page)
    moving = len({one.resident_id for one in zone.rows})
    counted = Text(STAYING.format(people=zone.people, moving=moving, staying=zone.staying), is_strong=True)
    if not zone.rows:
        return [head, counted]
    heads = (NUMBER, NAME, CODE, BED, WHAT, WHERE, WHEN, NOTE)
    rows = tuple(_move(place, one, day) for place, one in enumerate(zone.rows, 1))
    grid = Grid(heads, rows, frozenset({0}), _WIDTHS)
    return [head, counted, grid]


def _move(place: int, row: MoveRow, day: date) -> tuple[str, ...]:
    return (
        str(place),
        row.name,
        row.code,
        row.bed,
        what_of(row.slot),
        row.where,
        str(ALL_DAY) if row.is_whole else hours_of(row.slot, day),
        "",
    )


def _paper(uow: UnitOfWork, title: str, blocks: list[Block], below: str) -> PlainPaper:
    by = read_imprint(uow)
    return PlainPaper(title, tuple(blocks), Footer(by.printed_by, by.printed_at), by.facility_name, below, True)
