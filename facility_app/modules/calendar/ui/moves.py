"""Danh sách di chuyển: who is to be where in a half of a day, or right now; printed for the doors of the zones."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any, Final

from typing_extensions import override

from facility_app.documents.payload import PlainPaper
from facility_app.kernel.dates import format_date, local_date
from facility_app.kernel.labels import label
from facility_app.kernel.names import fold
from facility_app.kernel.paging import Look
from facility_app.kernel.weekdays import WEEKDAYS
from facility_app.modules.calendar.domain.days import HALF_LABELS, Half, half_of
from facility_app.modules.calendar.domain.rights import VIEW_CALENDAR
from facility_app.modules.calendar.papers import moves_paper
from facility_app.modules.calendar.queries.views import NO_ZONE, MoveRow, list_moves, list_zone_names
from facility_app.modules.calendar.ui import places, words
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_page import ListPage
from facility_app.ui.models import ColumnSpec, FilterOption, FilterSpec, ListSpec
from facility_app.ui.printing.sheets import SheetPress, Sheets
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route

TITLE = label("calendar", "Danh sách di chuyển")
DAY, HALF, ZONE = label("calendar", "Ngày"), label("calendar", "Buổi"), label("calendar", "Khu")
PRINT, WEEK = label("verbs", "In cho mọi khu"), label("verbs", "Xem lịch người này")
NO_BED = label("calendar", "Chưa có giường")
TODAY_OPTION = label("calendar", "Hôm nay")
EMPTY = label("calendar", "Không ai phải đi đâu trong buổi này.")
NONE_FOUND = label("calendar", "Không ai phải đi đâu trong buổi, khu đã chọn.")
CHOOSE = label("ui", "Hãy chọn một dòng trước.")
HINT = label("calendar", "Enter xem lịch của người · Ctrl+P in cho mọi khu, mỗi khu một tờ")
DAYS_AHEAD: Final = 7
FILE_NAME: Final = "danh sach di chuyen"
_SPLIT: Final = "~"


@dataclass(frozen=True, slots=True)
class MoveLine:
    """A move as a row of the list; ``key`` says of which day and half it is."""

    key: str
    row: MoveRow


class MovesPage(ListPage):
    """The list, and its paper."""

    def __init__(self, press: SheetPress, context: PageContext) -> None:
        """Make it."""
        super().__init__(context, moves_spec())
        self._sheets = Sheets(context, press, self)

    def print_all(self) -> None:
        """The sheet of the day and half chosen, for every zone, or for the one chosen."""
        self._sheets.show(partial(_paper, dict(self.panel.model.look.filters)), FILE_NAME)

    def to_week(self) -> None:
        """The calendar of the person chosen."""
        ids = self.selected_ids()
        if ids:
            self._on_row_activated(ids[0])

    def _why_none(self) -> str | None:
        return None if self.selected_ids() else tr(CHOOSE)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec("calendar.print_moves", PRINT, self.print_all, "printer", "Ctrl+P", VIEW_CALENDAR),
            ActionSpec(
                "calendar.person_week",
                WEEK,
                self.to_week,
                "calendar-event",
                "Ctrl+E",
                VIEW_CALENDAR,
                self._why_none,
            ),
        )

    @override
    def _on_row_activated(self, row_id: str) -> None:
        self.context.go(Route(places.WEEK, "", {"resident_id": _person(row_id)}))

    @override
    def hint_text(self) -> str:
        return tr(HINT)


def moves_spec() -> ListSpec[MoveLine]:
    """The list as data."""
    halves = tuple(FilterOption(one.value, text) for one, text in HALF_LABELS.items())
    columns: tuple[ColumnSpec[MoveLine], ...] = (
        ColumnSpec("name", label("terms", "Họ và tên"), _name, width=246, is_strong=True, note=_code),
        ColumnSpec("zone", ZONE, _zone, width=150, gives_way=2, wraps=True),
        ColumnSpec("bed", label("calendar", "Giường"), _bed, width=146, gives_way=3),
        ColumnSpec("what", label("calendar", "Việc"), _what, width=218, note=_kind, wraps=True),
        ColumnSpec("where", label("calendar", "Nơi"), _where, width=120, gives_way=1, wraps=True),
        ColumnSpec("hours", label("calendar", "Giờ"), _hours, width=110, is_whole=True),
    )
    return ListSpec(
        id=places.MOVES,
        title=TITLE,
        columns=columns,
        ids=_ids,
        rows=_rows,
        row_id=_row_id,
        filters=(
            FilterSpec("day", DAY, ask=_days),
            FilterSpec("half", HALF, halves),
            FilterSpec("zone", ZONE, ask=_zones),
        ),
        empty=EMPTY,
        none_found=NONE_FOUND,
        tables=places.TABLES,
    )


def _chosen(uow: Any, filters: Mapping[str, str]) -> tuple[date, Half]:
    """The day and half of the filters; nothing chosen is the half it is now."""
    ahead = filters.get("day", "")
    day = local_date(uow.now) + timedelta(days=int(ahead) if ahead.isdigit() else 0)
    half = filters.get("half", "")
    return day, Half(half) if half in set(Half) else half_of(uow.now)


def _ids(uow: Any, look: Look) -> tuple[str, ...]:
    day, half = _chosen(uow, look.filters)
    zone, typed = look.filters.get("zone", ""), fold(look.text)
    return tuple(
        _SPLIT.join((day.isoformat(), half, row.key))
        for one in list_moves(uow, day, half)
        if zone in {"", one.zone_id}
        for row in one.rows
        if typed in fold(f"{row.name} {row.code} {row.slot.name} {row.where}")
    )


def _rows(uow: Any, wanted: Sequence[str]) -> tuple[MoveLine, ...]:
    if not wanted:
        return ()
    day, half, _key = wanted[0].split(_SPLIT, 2)
    people = frozenset(_person(one) for one in wanted)
    found = {
        _SPLIT.join((day, half, row.key)): row
        for one in list_moves(uow, date.fromisoformat(day), Half(half), people)
        for row in one.rows
    }
    return tuple(MoveLine(one, found[one]) for one in wanted if one in found)


def _person(key: str) -> str:
    return key.rsplit(_SPLIT, maxsplit=1)[-1].partition("/")[0]


def _days(uow: Any) -> Sequence[FilterOption]:
    today = local_date(uow.now)
    made = [FilterOption("0", tr(TODAY_OPTION))]
    for ahead in range(1, DAYS_AHEAD + 1):
        on = today + timedelta(days=ahead)
        made.append(FilterOption(str(ahead), f"{tr(WEEKDAYS[on.weekday()])} {format_date(on)[:5]}"))
    return made


def _zones(uow: Any) -> Sequence[FilterOption]:
    return [*(FilterOption(*one) for one in list_zone_names(uow)), FilterOption(NO_ZONE, tr(NO_BED))]


def _paper(filters: Mapping[str, str], uow: Any) -> PlainPaper:
    day, half = _chosen(uow, filters)
    return moves_paper(uow, day, half, filters.get("zone", ""))


def _row_id(one: MoveLine) -> str:
    return one.key


def _name(one: MoveLine) -> str:
    return one.row.name


def _code(one: MoveLine) -> str:
    return one.row.code


def _zone(one: MoveLine) -> str:
    return one.row.zone or tr(NO_BED)


def _bed(one: MoveLine) -> str:
    return one.row.bed


def _what(one: MoveLine) -> str:
    return words.what(one.row.slot)


def _where(one: MoveLine) -> str:
    return one.row.where


def _hours(one: MoveLine) -> str:
    if one.row.is_whole:
        return tr(words.WHOLE)
    return words.hours_on(one.row.slot, date.fromisoformat(one.key.partition(_SPLIT)[0]))


def _kind(one: MoveLine) -> str:
    return words.kind_behind(one.row.slot)
