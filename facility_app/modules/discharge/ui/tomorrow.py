"""Danh sách ngày mai: read at 20:00, who leaves tomorrow, what is open of each, and whose work it is."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.documents.payload import PlainPaper
from facility_app.kernel.actor import ROLE_LABELS
from facility_app.kernel.change import Change
from facility_app.kernel.labels import label
from facility_app.modules.discharge.domain import ISSUE_RELEASE_PAPERS
from facility_app.modules.discharge.domain.gate import CASE_PAGE, STEP_ROLES, GateItem
from facility_app.modules.discharge.papers.lists import tomorrow_paper
from facility_app.modules.discharge.queries.board import read_imprint
from facility_app.modules.discharge.queries.runway import PAGE, TomorrowRow, tomorrow_list
from facility_app.modules.discharge.ui import words
from facility_app.modules.discharge.ui.case_page import PART
from facility_app.modules.discharge.ui.lines import CheckLine, CheckLines, why_button
from facility_app.modules.discharge.ui.packet_dialog import PacketDialog
from facility_app.modules.discharge.ui.packet_model import Leaving
from facility_app.modules.discharge.ui.press import Press
from facility_app.modules.discharge.ui.release_pane import TABLES
from facility_app.ui.i18n import tr
from facility_app.ui.printing.sheets import Sheets
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Theme
from facility_app.ui.widgets import Card, Scrolled, StateStack

TITLE = label("discharge", "Danh sách ngày mai")
DAY = label("discharge", "Ra cơ sở ngày {day} · {count} người")
NOBODY = label("discharge", "Ngày mai, {day}, không có ai ra cơ sở.")
NOBODY_HINT = label("discharge", "Danh sách này đọc lúc 20:00 mỗi tối.")
TO_RUNWAY = label("verbs", "Xem những ngày tới")
PRINT = label("verbs", "In danh sách")
PACKETS = label("verbs", "Lập bộ hồ sơ cho tất cả")
OPEN_PERSON = label("verbs", "Mở hồ sơ")
HEAD = label("discharge", "{name} · {code}")
OPEN_COUNT = label("discharge", "{count} việc còn mở")
NOTHING = label("discharge", "không còn việc nào mở")
CLEAR = label("discharge", "Mọi việc đã xong; sáng mai giao bộ hồ sơ và cho ra.")
GO = label("verbs", "Đi tới")
WHO = label("discharge", "Việc của: {roles}")
NO_ONE = label("discharge", "Ngày mai không có ai ra cơ sở.")
FILE_NAME: Final = "danh sach ra co so ngay mai"
_ONE: Final = timedelta(days=1)


class PersonCard(Card):
    """One person who leaves tomorrow.

    Signals:
        person_wanted: the person's page is asked for.
        cure_wanted(GateItem): the way to a cure is.
    """

    person_wanted = Signal()
    cure_wanted = Signal(object)

    def __init__(self, theme: Theme, row: TomorrowRow) -> None:
        """Show ``row``."""
        count = len(row.open_items)
        hint = tr(OPEN_COUNT, count=count) if count else tr(NOTHING)
        super().__init__(theme, tr(HEAD, name=row.stay.name, code=row.stay.code), hint=hint)
        self.row = row
        self.open_button = why_button(
            theme, tr(OPEN_PERSON), self.person_wanted.emit, name=f"open_{row.stay.stay_id}"
        )
        if self.head is not None:
            self.head.add(self.open_button)
        lines = CheckLines(theme)
        done = CheckLine(theme, ("circle-check", "ok"), tr(NOTHING), tr(CLEAR))
        lines.show_lines([self._line(theme, one) for one in row.open_items] or [done])
        self.body.addWidget(lines)

    def _line(self, theme: Theme, item: GateItem) -> CheckLine:
        roles = ", ".join(tr(ROLE_LABELS[role]) for role in STEP_ROLES.get(item.code, self.row.roles))
        button = why_button(theme, tr(GO), partial(self.cure_wanted.emit, item), name=f"go_{item.code}")
        return CheckLine(
            theme,
            ("alert-triangle", "warning"),
            "",
            words.item_text(item),
            quiet=words.joined(tr(WHO, roles=roles) if roles else "", item.article),
            buttons=[button] if item.page else [],
        )


class TomorrowPage(Page):
    """A card for each person.

    Attributes:
        cards: the cards shown.
    """

    def __init__(self, press: Press, context: PageContext) -> None:
        """Nothing read yet."""
        super().__init__(context)
        self._press = press
        self._sheets = Sheets(context, press, self)
        self.cards: tuple[PersonCard, ...] = ()
        inner = QWidget()
        inner.setProperty("kind", "page")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, context.theme.px(12))
        self._column.setSpacing(context.theme.px(12))
        self._column.addStretch(1)
        area = Scrolled(inner, self)
        self.states = StateStack(context.theme, area, self)
        self.states.retry_requested.connect(self.ask)
        self.states.action_requested.connect(self.to_runway)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.states)

    def ask(self) -> None:
        """Read who leaves tomorrow."""
        op = self.context.runner.query(self, tomorrow_list, topic="tomorrow")
        op.success(self._on_read).failure(self._on_failed).run()

    def print_list(self) -> None:
        """Show the list as a sheet."""
        self._sheets.show(partial(_paper, self._day()), FILE_NAME)

    def make_packets(self) -> None:
        """Make everybody's packet."""
        stays = [card.row.stay for card in self.cards]
        people = [Leaving(one.stay_id, one.name, one.code) for one in stays]
        if people:
            PacketDialog(self.context, self._press, people, parent=self).open()

    def to_runway(self) -> None:
        """Go to the days that follow."""
        self.context.go(Route(PAGE))

    def _day(self) -> date:
        return self.context.today() + _ONE

    def _why_nobody(self) -> str | None:
        return None if self.cards else tr(NO_ONE)

    def _on_read(self, rows: Sequence[TomorrowRow]) -> None:
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = tuple(PersonCard(self.context.theme, row) for row in rows)
        for place, card in enumerate(self.cards):
            self._column.insertWidget(place, card)
            card.person_wanted.connect(partial(self._to_person, card.row.stay.resident_id))
            card.cure_wanted.connect(self._to_cure)
        if rows:
            self.states.show_content()
        else:
            day = words.day(self._day())
            self.states.show_empty(tr(NOBODY, day=day), tr(TO_RUNWAY), hint=tr(NOBODY_HINT), icon="calendar-event")
        self.title_changed.emit()
        self.actions_changed.emit()

    def _on_failed(self, failure: Failure) -> None:
        self.states.show_error(failure.words, failure.details, can_retry=failure.is_retryable)

    def _to_person(self, resident_id: str) -> None:
        self.context.go(Route(self._press.person_page, resident_id, {"tab": PART}))

    def _to_cure(self, item: GateItem) -> None:
        self.context.go(Route(item.page or CASE_PAGE, item.record, {"tab": item.tab} if item.tab else {}))

    @override
    def title_text(self) -> str:
        return tr(TITLE)

    @override
    def subtitle_text(self) -> str:
        return tr(DAY, day=words.day(self._day()), count=len(self.cards)) if self.cards else ""

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec("discharge.print_tomorrow", PRINT, self.print_list, "printer", "Ctrl+P"),
            ActionSpec(
                "discharge.make_packet",
                PACKETS,
                self.make_packets,
                "package",
                "Ctrl+Shift+H",
                ISSUE_RELEASE_PAPERS,
                self._why_nobody,
            ),
            ActionSpec("discharge.to_runway", TO_RUNWAY, self.to_runway, "list"),
        )

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        if not self.cards:
            self.states.show_loading()
        self.ask()

    @override
    def refresh(self, change: Change) -> None:
        if not TABLES.isdisjoint(change.tables):
            self.ask()

    @override
    def first_focus(self) -> QWidget:
        return self.cards[0].open_button if self.cards else self


def _paper(day: date, uow: Any) -> PlainPaper:
    return tomorrow_paper(tomorrow_list(uow), day, read_imprint(uow))
