"""Trùng lịch: who or what is taken twice at one time, with the way to both records."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from typing_extensions import override

from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import label
from facility_app.kernel.names import fold
from facility_app.kernel.paging import Look
from facility_app.modules.calendar.domain.clashes import CLASH_ABOUT_LABELS, ClashAbout
from facility_app.modules.calendar.domain.days import DAY, DAYS_OF_WEEK, monday_of
from facility_app.modules.calendar.domain.rights import VIEW_CALENDAR, VIEW_MEETINGS
from facility_app.modules.calendar.domain.slots import Slot
from facility_app.modules.calendar.queries.views import ClashRow, list_clash_rows, list_clash_rows_at
from facility_app.modules.calendar.ui import places, words
from facility_app.modules.calendar.ui.opening import open_slot
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_page import ListPage
from facility_app.ui.models import ColumnSpec, FilterOption, FilterSpec, ListSpec
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.theme import Tone

TITLE = label("calendar", "Trùng lịch")
WHEN, ABOUT = label("calendar", "Khi nào"), label("calendar", "Trùng cái gì")
THIS_WEEK, NEXT_WEEK = label("calendar", "Tuần này"), label("calendar", "Tuần sau")
TODAY_OPTION = label("calendar", "Hôm nay")
OPEN_FIRST, OPEN_SECOND = label("verbs", "Mở việc thứ nhất"), label("verbs", "Mở việc thứ hai")
SEE_WEEK = label("verbs", "Xem lịch")
MEETINGS = label("verbs", "Gặp nhau dù không xếp chung")
EMPTY = label("calendar", "Tuần này không ai và không phòng nào bị trùng lịch.")
NONE_FOUND = label("calendar", "Không có chỗ trùng nào khớp với điều đang tìm.")
CHOOSE = label("ui", "Hãy chọn một dòng trước.")
HINT = label("calendar", "Enter mở việc thứ nhất · Ctrl+Enter mở việc thứ hai")
MORE = label("calendar", "{who} ({count} người)")


class ClashesPage(ListPage):
    """The list, and the ways out of it."""

    def __init__(self, context: PageContext) -> None:
        """Make it."""
        super().__init__(context, clashes_spec())

    def open_first(self) -> None:
        """The record that began first."""
        row = self._row()
        if row is not None:
            open_slot(self.context, row.clash.first)

    def open_second(self) -> None:
        """The other record."""
        row = self._row()
        if row is not None:
            open_slot(self.context, row.clash.second)

    def to_week(self) -> None:
        """The week of whoever or whatever is taken twice; of several the first."""
        row = self._row()
        if row is None:
            return
        key = {ClashAbout.PERSON: "resident_id", ClashAbout.STAFF: "staff_id", ClashAbout.ROOM: "room_id"}
        args = {key[row.clash.about]: row.clash.ids[0], "on": local_date(row.clash.from_at).isoformat()}
        self.context.go(Route(places.WEEK, "", args))

    def to_meetings(self) -> None:
        """Pairs that are not to be put together and would meet."""
        self.context.go(Route(places.MEETINGS))

    def _row(self) -> ClashRow | None:
        ids = self.selected_ids()
        found: ClashRow | None = self.panel.model.row_of(ids[0]) if len(ids) == 1 else None
        return found

    def _why_none(self) -> str | None:
        return None if self._row() is not None else tr(CHOOSE)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec(
                "calendar.open_first",
                OPEN_FIRST,
                self.open_first,
                "arrow-right",
                "",
                VIEW_CALENDAR,
                self._why_none,
            ),
            ActionSpec(
                "calendar.open_second",
                OPEN_SECOND,
                self.open_second,
                "arrow-right",
                "Ctrl+Return",
                VIEW_CALENDAR,
                self._why_none,
            ),
            ActionSpec(
                "calendar.clash_week",
                SEE_WEEK,
                self.to_week,
                "calendar-event",
                "Ctrl+E",
                VIEW_CALENDAR,
                self._why_none,
            ),
            ActionSpec(
                "calendar.to_meetings",
                MEETINGS,
                self.to_meetings,
                "users",
                "Ctrl+M",
                VIEW_MEETINGS,
                is_in_menu=True,
            ),
        )

    @override
    def _on_row_activated(self, row_id: str) -> None:
        self.open_first()

    @override
    def hint_text(self) -> str:
        return tr(HINT)


def clashes_spec() -> ListSpec[ClashRow]:
    """The list as data."""
    columns: tuple[ColumnSpec[ClashRow], ...] = (
        ColumnSpec("when", WHEN, _when, width=172, is_strong=True, is_whole=True),
        ColumnSpec("about", ABOUT, _about, width=152, tone=_tone, gives_way=1, is_whole=True),
        ColumnSpec("who", label("calendar", "Ai, phòng nào"), _who, width=206, wraps=True),
        ColumnSpec("first", label("calendar", "Việc thứ nhất"), _first, width=240, wraps=True),
        ColumnSpec("second", label("calendar", "Việc thứ hai"), _second, width=264, wraps=True),
    )
    spans = (FilterOption("today", TODAY_OPTION), FilterOption("week", THIS_WEEK), FilterOption("next", NEXT_WEEK))
    abouts = tuple(FilterOption(one.value, text) for one, text in CLASH_ABOUT_LABELS.items())
    return ListSpec(
        id=places.CLASHES,
        title=TITLE,
        columns=columns,
        ids=_ids,
        rows=list_clash_rows_at,
        row_id=_row_id,
        filters=(FilterSpec("span", WHEN, spans), FilterSpec("about", ABOUT, abouts)),
        empty=EMPTY,
        none_found=NONE_FOUND,
        tables=places.TABLES,
    )


def _ids(uow: Any, look: Look) -> tuple[str, ...]:
    found: Sequence[ClashRow] = list_clash_rows(uow, *span_of_look(uow, look))
    about, typed = look.filters.get("about", ""), fold(look.text)
    return tuple(
        one.key
        for one in found
        if about in {"", one.clash.about}
        and typed in fold(f"{one.who} {one.clash.first.name} {one.clash.second.name}")
    )


def span_of_look(uow: Any, look: Look) -> tuple[date, int]:
    """From which day on and how many; nothing chosen is this week."""
    today, span = local_date(uow.now), look.filters.get("span", "week")
    if span == "today":
        return today, 1
    return monday_of(today) + (DAYS_OF_WEEK if span == "next" else 0) * DAY, DAYS_OF_WEEK


def _row_id(row: ClashRow) -> str:
    return row.key


def _when(row: ClashRow) -> str:
    return f"{words.day(row.clash.from_at)} {words.span(row.clash.from_at, row.clash.to_at)}"


def _about(row: ClashRow) -> str:
    return tr(CLASH_ABOUT_LABELS[row.clash.about])


def _tone(_row: ClashRow) -> Tone:
    return Tone.WARNING


def _who(row: ClashRow) -> str:
    is_many = row.clash.about is ClashAbout.PERSON and row.count > 1
    return tr(MORE, who=row.who, count=row.count) if is_many else row.who


def _first(row: ClashRow) -> str:
    return _said(row.clash.first, local_date(row.clash.from_at))


def _second(row: ClashRow) -> str:
    return _said(row.clash.second, local_date(row.clash.from_at))


def _said(slot: Slot, on: date) -> str:
    # The hours first: of what is too long for its column the end is cut.
    return f"{words.hours_on(slot, on)} {words.what(slot)}"
