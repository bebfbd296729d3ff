"""Tư vấn việc làm: who was never talked to, a talk written down for many at once, and the talks that were held."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.modules.vocational.domain.people import TALK_KIND_LABELS, TalkKind
from facility_app.modules.vocational.domain.rights import GUIDE, VIEW_VOCATIONAL
from facility_app.modules.vocational.queries.talks import (
    NEVER,
    TALKED,
    CounselRow,
    TalkGroupRow,
    list_counsel_ids,
    list_counsel_rows,
    list_talk_groups,
)
from facility_app.modules.vocational.service.people import TalkToMany, add_talks
from facility_app.modules.vocational.ui import places, words
from facility_app.modules.vocational.ui.asking import ask
from facility_app.modules.vocational.ui.person_cards import DAY, KIND, TALKS, TOPIC, talk_facts, talk_form
from facility_app.modules.vocational.ui.under_courses import back_to_courses
from facility_app.ui.forms.beginning import shown
from facility_app.ui.i18n import tr
from facility_app.ui.lists.beside import Beside
from facility_app.ui.lists.list_card import ListCard
from facility_app.ui.lists.list_page import ListPage
from facility_app.ui.lists.short_list import short_list
from facility_app.ui.models import Align, ColumnSpec, FilterOption, FilterSpec, ListSpec
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.theme import Tone

TITLE: Final = TALKS
NAME, PLACE = label("terms", "Họ và tên"), label("vocational", "Chỗ ở")
LAST, STATE = label("vocational", "Tư vấn gần nhất"), label("vocational", "Tình trạng")
NOT_ONCE, ONCE = label("vocational", "chưa lần nào"), label("vocational", "đã tư vấn")
HELD, HEARD = label("vocational", "Các lần tư vấn"), label("vocational", "Số người")
NO_TALK = label("vocational", "Chưa ghi lần tư vấn việc làm nào.")
EMPTY = label("vocational", "Cơ sở chưa có ai để tư vấn.")
NONE_FOUND = label("vocational", "Không có ai khớp. Bỏ tìm và lọc để xem mọi người.")
ADD = label("verbs", "Ghi tư vấn")
TO_SHARES = label("verbs", "Tỷ lệ theo kỳ")
ABOUT = label("vocational", "Ghi vào hồ sơ của {count} người đang chọn.")
TOLD = label("vocational", "Đã ghi tư vấn việc làm cho {count} người.")
CHOOSE = label("vocational", "Hãy chọn ít nhất một người; Ctrl+A chọn tất cả.")
HINT = label("vocational", "Ctrl+A chọn tất cả · Ctrl+N ghi tư vấn · Enter mở hồ sơ")
WIDE = 470


def _row_id(row: CounselRow) -> str:
    return row.resident_id


def _name(row: CounselRow) -> str:
    return row.name


def _code(row: CounselRow) -> str:
    return row.code


def _place(row: CounselRow) -> str:
    return row.place or ""


def _last(row: CounselRow) -> str:
    return tr(NOT_ONCE) if row.last_on is None else words.day(row.last_on)


def _tone(row: CounselRow) -> Tone:
    return Tone.WARNING if row.last_on is None else Tone.OK


def _talk_key(row: TalkGroupRow) -> str:
    return row.key


def _talk_day(row: TalkGroupRow) -> str:
    return words.day(row.talked_on)


def _talk_topic(row: TalkGroupRow) -> str:
    return row.topic


def _talk_kind(row: TalkGroupRow) -> str:
    return tr(TALK_KIND_LABELS[row.kind])


def _heard(row: TalkGroupRow) -> str:
    return str(row.people)


LIST: ListSpec[CounselRow] = ListSpec(
    id=places.TALKS,
    title=TITLE,
    columns=(
        ColumnSpec("name", NAME, _name, width=230, is_strong=True, note=_code),
        ColumnSpec("last", LAST, _last, width=150, tone=_tone),
        ColumnSpec("place", PLACE, _place, width=190, gives_way=1),
    ),
    ids=list_counsel_ids,
    rows=list_counsel_rows,
    row_id=_row_id,
    filters=(FilterSpec("state", STATE, (FilterOption(NEVER, NOT_ONCE), FilterOption(TALKED, ONCE))),),
    search=label("vocational", "Tên, mã, chỗ ở…"),
    empty=EMPTY,
    none_found=NONE_FOUND,
    tables=frozenset({"job_talk", "guidance", "stay"}) | places.RESIDENT_TABLES,
)


def _held() -> ListSpec[Any]:
    columns: tuple[ColumnSpec[Any], ...] = (
        ColumnSpec("day", DAY, _talk_day, width=104),
        ColumnSpec("topic", TOPIC, _talk_topic, width=190, is_strong=True, wraps=True),
        ColumnSpec("people", HEARD, _heard, width=84, align=Align.END),
        ColumnSpec("kind", KIND, _talk_kind, width=140, gives_way=1),
    )
    return short_list(
        "vocational.talk_groups", HELD, NO_TALK, columns, list_talk_groups, _talk_key, frozenset({"job_talk"})
    )


class TalksPage(ListPage):
    """People at the left, the talks at the right.

    Attributes:
        held: the talks.
    """

    def __init__(self, context: PageContext) -> None:
        """Make the page."""
        super().__init__(context, LIST)
        self._beside.hold(self.panel)
        self.held = ListCard(context, _held(), parent=self._beside.inner)
        self._beside.side.addWidget(self.held, 1)
        self.panel.model.counted.connect(self._beside.set_rows)

    @override
    def seat(self) -> QWidget:
        self._beside = Beside(self.context, WIDE, self)
        return self._beside.floor

    def add(self) -> None:
        """Ask about a talk, and write it down for everybody chosen."""
        people = self.selected_ids()
        if not people:
            return
        kind = TalkKind.GROUP if len(people) > 1 else TalkKind.INDIVIDUAL
        ask(
            self.context,
            self,
            talk_form(self.context),
            key="vocational.add_talks",
            verb=ADD,
            begin=shown(talked_on=self.context.today(), kind=kind.value),
            save=partial(_add, people),
            done=self._on_added,
            text=tr(ABOUT, count=len(people)),
        )

    def to_shares(self) -> None:
        """Go to the shares of a period."""
        self.context.go(Route(places.SHARES))

    def _why_none(self) -> str | None:
        return None if self.selected_ids() else tr(CHOOSE)

    def _on_added(self, count: Any) -> None:
        self.context.say(tr(TOLD, count=count))

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        view = VIEW_VOCATIONAL
        return (
            ActionSpec("vocational.add_talks", ADD, self.add, "plus", "Ctrl+N", GUIDE, self._why_none),
            ActionSpec("vocational.to_shares", TO_SHARES, self.to_shares, "chart-bar", "", view),
            back_to_courses(self.context),
        )

    @override
    def _on_row_activated(self, row_id: str) -> None:
        self.context.go(Route(places.PERSON, row_id, {"tab": places.TAB}))

    @override
    def hint_text(self) -> str:
        return tr(HINT)


def _add(people: Sequence[str], uow: Any, v: Mapping[str, Any], _version: int) -> int:
    return add_talks(uow, TalkToMany(tuple(people), talk_facts(v)))
