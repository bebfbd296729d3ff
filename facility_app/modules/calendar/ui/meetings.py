"""Gặp nhau dù không xếp chung: pairs that what is planned would bring together, with the way to what it is."""

from typing import Any

from typing_extensions import override

from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import label
from facility_app.kernel.names import fold
from facility_app.kernel.paging import Look
from facility_app.modules.calendar.domain.rights import VIEW_MEETINGS
from facility_app.modules.calendar.queries.meetings import (
    MeetingRow,
    list_meeting_rows,
    list_meeting_rows_at,
)
from facility_app.modules.calendar.ui import places, words
from facility_app.modules.calendar.ui.clashes import (
    NEXT_WEEK,
    SEE_WEEK,
    THIS_WEEK,
    TODAY_OPTION,
    WHEN,
    span_of_look,
)
from facility_app.modules.calendar.ui.opening import open_slot
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_page import ListPage
from facility_app.ui.models import ColumnSpec, FilterOption, FilterSpec, ListSpec
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.theme import Tone

TITLE = label("calendar", "Gặp nhau dù không xếp chung")
FIRST, SECOND = label("calendar", "Người thứ nhất"), label("calendar", "Người thứ hai")
WHAT, WHERE = label("calendar", "Việc"), label("calendar", "Nơi")
DEGREE = label("calendar", "Mức")
HARD, SOFT = label("calendar", "cấm xếp chung"), label("calendar", "nên tránh")
OPEN = label("verbs", "Mở việc này")
EMPTY = label("calendar", "Tuần này không việc nào đưa hai người không xếp chung gặp nhau.")
NONE_FOUND = label("calendar", "Không có cặp nào khớp với điều đang tìm.")
CHOOSE = label("ui", "Hãy chọn một dòng trước.")
HINT = label("calendar", "Enter mở việc · Ctrl+E xem lịch của người thứ nhất")


class MeetingsPage(ListPage):
    """The list, and the ways out of it."""

    def __init__(self, context: PageContext) -> None:
        """Make it."""
        super().__init__(context, meetings_spec())

    def open_it(self) -> None:
        """What would bring them together."""
        row = self._row()
        if row is not None:
            open_slot(self.context, row.slot)

    def to_week(self) -> None:
        """The week of the first of them."""
        row = self._row()
        if row is not None:
            args = {"resident_id": row.first_id, "on": local_date(row.slot.from_at).isoformat()}
            self.context.go(Route(places.WEEK, "", args))

    def _row(self) -> MeetingRow | None:
        ids = self.selected_ids()
        found: MeetingRow | None = self.panel.model.row_of(ids[0]) if len(ids) == 1 else None
        return found

    def _why_none(self) -> str | None:
        return None if self._row() is not None else tr(CHOOSE)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        right = VIEW_MEETINGS
        return (
            ActionSpec("calendar.open_meeting", OPEN, self.open_it, "arrow-right", "", right, self._why_none),
            ActionSpec(
                "calendar.meeting_week", SEE_WEEK, self.to_week, "calendar-event", "Ctrl+E", right, self._why_none
            ),
        )

    @override
    def _on_row_activated(self, row_id: str) -> None:
        self.open_it()

    @override
    def hint_text(self) -> str:
        return tr(HINT)


def meetings_spec() -> ListSpec[MeetingRow]:
    """The list as data."""
    columns: tuple[ColumnSpec[MeetingRow], ...] = (
        ColumnSpec("when", WHEN, _when, width=176, is_strong=True, is_whole=True),
        ColumnSpec("degree", DEGREE, _degree, width=150, tone=_tone),
        ColumnSpec("first", FIRST, _first, width=210),
        ColumnSpec("second", SECOND, _second, width=210),
        ColumnSpec("what", WHAT, _what, width=220, note=_kind),
        ColumnSpec("where", WHERE, _where, width=130, gives_way=1),
    )
    spans = (FilterOption("today", TODAY_OPTION), FilterOption("week", THIS_WEEK), FilterOption("next", NEXT_WEEK))
    return ListSpec(
        id=places.MEETINGS,
        title=TITLE,
        columns=columns,
        ids=_ids,
        rows=list_meeting_rows_at,
        row_id=_row_id,
        filters=(FilterSpec("span", WHEN, spans),),
        empty=EMPTY,
        none_found=NONE_FOUND,
        tables=places.TABLES | {"keep_apart"},
    )


def _ids(uow: Any, look: Look) -> tuple[str, ...]:
    typed = fold(look.text)
    found = list_meeting_rows(uow, *span_of_look(uow, look))
    return tuple(one.key for one in found if typed in fold(f"{one.first} {one.second} {one.slot.name}"))


def _row_id(row: MeetingRow) -> str:
    return row.key


def _when(row: MeetingRow) -> str:
    return f"{words.day(row.slot.from_at)} {words.span(row.slot.from_at, row.slot.to_at)}"


def _degree(row: MeetingRow) -> str:
    return tr(HARD if row.is_hard else SOFT)


def _tone(row: MeetingRow) -> Tone:
    return Tone.DANGER if row.is_hard else Tone.WARNING


def _first(row: MeetingRow) -> str:
    return row.first


def _second(row: MeetingRow) -> str:
    return row.second


def _what(row: MeetingRow) -> str:
    return words.what(row.slot)


def _kind(row: MeetingRow) -> str:
    return words.kind_behind(row.slot)


def _where(row: MeetingRow) -> str:
    return row.where
