"""Phân khu: the bed board with somebody in hand or not, today or on a day of the years kept."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.change import Change
from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import label
from facility_app.modules.housing.domain.rights import PLACE_PEOPLE, VIEW_BOARD, VIEW_HOUSE
from facility_app.modules.housing.domain.separation import Level
from facility_app.modules.housing.papers import board_paper
from facility_app.modules.housing.queries.board import (
    Board,
    BoardBed,
    HistoryRow,
    get_board,
    list_bed_history,
    moment_of,
)
from facility_app.modules.housing.queries.needs import BedlessRow, list_bedless
from facility_app.modules.housing.queries.screens import ToPlace, get_to_place
from facility_app.modules.housing.queries.sleeping import BedChoice, check_bed
from facility_app.modules.housing.ui import places
from facility_app.modules.housing.ui import words as said
from facility_app.modules.housing.ui.bed_card import BedCard
from facility_app.modules.housing.ui.bedless_card import BedlessCard
from facility_app.modules.housing.ui.board_view import BedBoard
from facility_app.modules.housing.ui.day_bar import DayBar
from facility_app.modules.housing.ui.finder import PersonFinder
from facility_app.modules.housing.ui.legend import Legend
from facility_app.modules.housing.ui.placing import Placer, Who
from facility_app.modules.housing.ui.press import Press
from facility_app.modules.housing.ui.ranking import RankingCard
from facility_app.modules.housing.ui.words import finding_line
from facility_app.ui.forms.picker import Choice
from facility_app.ui.i18n import tr
from facility_app.ui.printing.sheets import Sheets
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Card, StateStack

TITLE = label("housing", "Phân khu")
PLACE, ROLL = label("verbs", "&Xếp giường"), label("verbs", "Điểm danh")
PRINT, LEAVE = label("verbs", "In sơ đồ"), label("verbs", "Cho trả giường")
OPEN_PERSON, FIND = label("verbs", "Mở hồ sơ"), label("verbs", "Tìm người")
PLACES, TEAMS = label("verbs", "Khu, phòng, giường"), label("verbs", "Tổ quản lý")
EMPTY = label("housing", "Cơ sở chưa có giường nào trong sơ đồ.")
EMPTY_HINT = label("housing", "Lập khu, nhà, phòng trước; giường tự có theo số giường của phòng.")
BUILD = label("verbs", "Lập khu, phòng, giường")
HINT = label("housing", "← ↑ ↓ → đi giường · PgUp PgDn đổi khu · Enter xếp · M chuyển · gõ tên để tìm")
HINT_HELD = label("housing", "Enter xếp vào giường đang đứng · Esc bỏ xuống")
COUNTS = label("housing", "{beds} giường · {taken} có người · {free} trống · {bedless} người chưa có giường")
PAST = label("housing", "Sơ đồ lúc {at}: chỉ để xem")
PAST_ONLY = label("housing", "Đang xem sơ đồ ngày đã qua. Bấm “Hôm nay” rồi xếp.")
NOBODY_THERE = label("housing", "Giường đang đứng không có ai.")
NO_BED_NOW = label("housing", "{name} chưa có giường. Hãy chọn giường trong danh sách bên phải.")
NOT_INSIDE = label("housing", "{name} không có giường vào lúc này.")
HERE_OK = label("housing", "{bed}: xếp được")
HERE_NOT = label("housing", "{bed}: {why}")
SIDE: Final = 330
HISTORY_MS: Final = 250
FILE_NAME = "so do giuong"


@dataclass(frozen=True, slots=True)
class Seen:
    """What the page shows, read in one go."""

    board: Board = field(repr=False)
    bedless: tuple[BedlessRow, ...] = field(repr=False)


class BoardPage(Page):
    """The board at the left, what one does with it at the right.

    Attributes:
        board: the beds.
        ranking: somebody in hand with every room for them.
        bedless: who is inside without a bed.
        card: the bed with the keyboard.
        placer: every placement goes through it.
    """

    def __init__(self, press: Press, context: PageContext) -> None:
        """Make it; it asks when it is entered."""
        super().__init__(context)
        theme = context.theme
        self.seen: Seen | None = None
        self.hand: ToPlace | None = None
        self._wanted = self._show = ""
        self._dragged: BoardBed | None = None
        self._dropped: BoardBed | None = None
        self._sheets = Sheets(context, press, self)
        self.placer = Placer(press, context, self)
        self.finder = PersonFinder(context, self)
        self.days = DayBar(theme, self._today, self)
        self.board = BedBoard(theme, self)
        self.card, self.ranking, self.bedless = BedCard(theme), RankingCard(theme), BedlessCard(theme)
        self.side = QStackedWidget(self)
        for one in (self.card, self.ranking, self.bedless):
            self.side.addWidget(one)
        self._history = QTimer(self)
        self._history.setSingleShot(True)
        self._history.setInterval(HISTORY_MS)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        theme = self.context.theme
        top = QHBoxLayout()
        top.setSpacing(theme.px(10))
        self.finder.setMinimumWidth(theme.px(250))
        top.addWidget(self.finder, 2)
        top.addWidget(self.days, 5)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(Legend(theme))
        column.addWidget(self.board, 1)
        side = Card(theme)
        side.body.addWidget(self.side)
        side.setMinimumWidth(theme.px(210))
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(theme.px(12))
        splitter.addWidget(left)
        splitter.addWidget(side)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([theme.px(SIDE * 3), theme.px(SIDE)])
        inner = QWidget()
        whole = QVBoxLayout(inner)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.px(10))
        whole.addLayout(top)
        whole.addWidget(splitter, 1)
        self.states = StateStack(theme, inner, self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.states)

    def _connect(self) -> None:
        self.states.retry_requested.connect(self.ask)
        self.states.action_requested.connect(self.show_places)
        self.days.changed.connect(self._on_day_changed)
        self.days.refused.connect(self._on_day_refused)
        self.finder.found.connect(self._on_found)
        self.finder.left.connect(self.board.setFocus)
        self.board.chosen.connect(self._on_bed_chosen)
        self.board.entered.connect(self._on_bed_entered)
        self.board.move_asked.connect(self.place)
        self.board.searched.connect(self.finder.begin)
        self.board.put_down.connect(self.put_down)
        self.board.picked_up.connect(self._on_picked_up)
        self.board.hovered.connect(self._on_hovered)
        self.board.dropped.connect(self._on_dropped)
        self.ranking.taken.connect(self._on_bed_taken)
        self.ranking.pointed.connect(self.board.select_bed)
        self.ranking.left.connect(self.put_down)
        self.bedless.chosen.connect(self.take)
        self.bedless.left.connect(self.put_down)
        self.placer.done.connect(self._on_placed)
        self._history.timeout.connect(self._on_history_due)

    def ask(self) -> None:
        """Read the board of the day."""
        op = self.context.runner.query(self, partial(_read, self.days.day), topic="board")
        op.success(self._on_read).failure(self._on_failed).run()

    def take(self, resident_id: str) -> None:
        """Take somebody in hand: every bed is judged for them."""
        op = self.context.runner.query(self, partial(_to_place, resident_id), topic="hand")
        op.success(self._on_taken).failure(self._on_told).run()

    def put_down(self) -> None:
        """Nobody is in hand any more."""
        self.hand = self._dragged = self._dropped = None
        self.board.show_judged({})
        self.side.setCurrentWidget(self.card)
        self.board.setFocus()
        self.summary_changed.emit(self._summary_words())
        self.actions_changed.emit()

    def place(self) -> None:
        """Whoever sleeps in the bed with the keyboard is to get another; from a free one, who has none."""
        reason = self._why_not_place()
        if reason is not None:
            self.context.say(reason, Tone.INFO)
            return
        bed = self.board.bed()
        if bed is not None and bed.occupant is not None:
            self.take(bed.occupant.resident_id)
        elif self.seen is not None and self.seen.bedless:
            self.show_bedless()
        else:
            self.finder.setFocus()

    def show_bedless(self) -> None:
        """Who is inside without a bed."""
        self.side.setCurrentWidget(self.bedless)
        self.bedless.list.setFocus()

    def leave_bed(self) -> None:
        """Whoever sleeps in the bed with the keyboard gives it back."""
        bed = self.board.bed()
        if bed is not None and bed.occupant is not None:
            self.placer.leave(Who(bed.occupant.resident_id, bed.occupant.name), bed.label)

    def open_person(self) -> None:
        """The file of whoever sleeps there."""
        bed = self.board.bed()
        if bed is not None and bed.occupant is not None:
            self.context.go(Route(places.PERSON, bed.occupant.resident_id, {"tab": places.TAB}))

    def call_roll(self) -> None:
        """Go to the roll."""
        self.context.go(Route(places.ROLL))

    def show_places(self) -> None:
        """Go to zones, rooms and beds."""
        self.context.go(Route(places.PLACES))

    def show_teams(self) -> None:
        """Go to the teams."""
        self.context.go(Route(places.TEAMS))

    def find_person(self) -> None:
        """Type whom to find."""
        self.finder.setFocus()

    def print_board(self) -> None:
        """The board of the day as a table."""
        self._sheets.show(partial(_paper, self.days.day), FILE_NAME)

    def _today(self) -> date:
        return local_date(self.context.clock.now())

    def _on_read(self, seen: Seen) -> None:
        self.seen = seen
        if not seen.board.beds:
            action = tr(BUILD) if self.context.may(VIEW_HOUSE) else ""
            self.states.show_empty(tr(EMPTY), action, hint=tr(EMPTY_HINT), icon="bed")
            return
        self.board.show_board(seen.board)
        self.bedless.show_people(seen.bedless)
        self.states.show_content()
        self._go_to_wanted()
        self.title_changed.emit()
        self.summary_changed.emit(self._summary_words())
        self.actions_changed.emit()

    def _go_to_wanted(self) -> None:
        """What the route asked for, once; whoever is in hand is judged anew."""
        record, show = self._wanted, self._show
        self._wanted = self._show = ""
        if record:
            self._show_person(record)
            if show == places.PLACING and self.hand is None and self.context.may(PLACE_PEOPLE):
                self.take(record)
        elif show == places.BEDLESS:
            self.show_bedless()
        elif self.hand is not None:
            self.take(self.hand.resident_id)

    def _on_failed(self, failure: Failure) -> None:
        self.states.show_error(failure.words, failure.details, can_retry=failure.is_retryable)

    def _on_told(self, failure: Failure) -> None:
        self.context.say(failure.words, Tone.DANGER)

    def _on_taken(self, who: ToPlace) -> None:
        self.hand = who
        held = next((one.bed_id for one in who.choices if one.bed == who.place), "")
        self.board.show_judged({one.bed_id: one.level for one in who.choices}, held)
        self.ranking.show_person(who)
        self.side.setCurrentWidget(self.ranking)
        if self._dragged is None:
            self.ranking.list.setFocus()
        self.summary_changed.emit(self._summary_words())
        self.actions_changed.emit()

    def _on_found(self, choice: Choice) -> None:
        self._show_person(choice.id, choice.text)

    def _show_person(self, resident_id: str, name: str = "") -> None:
        if self.board.select_person(resident_id):
            self.board.setFocus()
        elif self.days.day is None and self.context.may(PLACE_PEOPLE):
            if name:
                self.context.say(tr(NO_BED_NOW, name=name), Tone.INFO)
            self.take(resident_id)
        elif name:
            self.context.say(tr(NOT_INSIDE, name=name), Tone.INFO)

    def _on_day_changed(self, day: date | None) -> None:
        if day is not None:
            self.put_down()
        self.ask()

    def _on_day_refused(self, reason: str) -> None:
        self.context.say(reason, Tone.WARNING)

    def _on_bed_chosen(self, bed: BoardBed | None) -> None:
        self.card.show_bed(self.board.place())
        if bed is not None and self.side.currentWidget() is self.card:
            self._history.start()
        self.actions_changed.emit()

    def _on_history_due(self) -> None:
        bed = self.board.bed()
        if bed is not None:
            op = self.context.runner.query(self, partial(_history, bed.bed_id), topic="history")
            op.success(self.card.show_history).failure(self._on_told).run()

    def _on_bed_entered(self, bed: BoardBed) -> None:
        if self.hand is None:
            self.place()
        else:
            self._put(bed)

    def _on_bed_taken(self, bed_id: str) -> None:
        if self.hand is not None:
            self.placer.place(self._held(), bed_id)

    def _put(self, bed: BoardBed) -> None:
        """Whoever is in hand into that bed; with whoever has it, they change beds."""
        hand = self.hand
        if hand is None or (bed.occupant is not None and bed.occupant.resident_id == hand.resident_id):
            return
        if bed.occupant is not None and hand.place:
            self.placer.swap(self._held(), Who(bed.occupant.resident_id, bed.occupant.name))
        else:
            self.placer.place(self._held(), bed.bed_id)

    def _held(self) -> Who:
        return Who("", "") if self.hand is None else Who(self.hand.resident_id, self.hand.name)

    def _on_placed(self, _resident_id: str) -> None:
        self.put_down()
        self.ask()

    def _on_picked_up(self, bed: BoardBed) -> None:
        if bed.occupant is not None and self._why_not_place() is None:
            self._dragged = bed
            self.take(bed.occupant.resident_id)

    def _on_hovered(self, bed: BoardBed | None) -> None:
        if self._dragged is None or self._dragged.occupant is None or bed is None:
            return
        asked = partial(_check, self._dragged.occupant.resident_id, bed.bed_id)
        op = self.context.runner.query(self, asked, topic="hover")
        op.success(self._on_checked).failure(self._on_told).run()

    def _on_checked(self, choice: BedChoice) -> None:
        if choice.is_free:
            self.ranking.show_verdict(tr(HERE_OK, bed=choice.bed), Tone.OK)
            return
        why = " ".join(map(finding_line, choice.findings))
        tone = Tone.DANGER if choice.level is Level.HARD else Tone.WARNING
        self.ranking.show_verdict(tr(HERE_NOT, bed=choice.bed, why=why), tone)

    def _on_dropped(self, bed: BoardBed | None) -> None:
        dragged, self._dragged = self._dragged, None
        if dragged is None or dragged.occupant is None:
            return
        if bed is None or bed.bed_id == dragged.bed_id:
            self.put_down()
        elif bed.occupant is not None:
            first, second = dragged.occupant, bed.occupant
            self.placer.swap(Who(first.resident_id, first.name), Who(second.resident_id, second.name))
        else:
            self.placer.place(Who(dragged.occupant.resident_id, dragged.occupant.name), bed.bed_id)

    def _why_not_place(self) -> str | None:
        return None if self.days.day is None else tr(PAST_ONLY)

    def _why_nobody(self) -> str | None:
        bed = self.board.bed()
        return None if bed is not None and bed.occupant is not None else tr(NOBODY_THERE)

    def _why_not_leave(self) -> str | None:
        return self._why_not_place() or self._why_nobody()

    def _summary_words(self) -> str:
        if self.seen is None:
            return ""
        board = self.seen.board
        counts = {"beds": len(board.beds), "taken": board.taken, "free": board.free}
        return tr(COUNTS, **counts, bedless=len(self.seen.bedless))

    @override
    def title_text(self) -> str:
        return tr(TITLE)

    @override
    def subtitle_text(self) -> str:
        if self.seen is None or self.days.day is None:
            return self._summary_words()
        return tr(PAST, at=said.moment(self.seen.board.at))

    @override
    def hint_text(self) -> str:
        return tr(HINT) if self.hand is None else tr(HINT_HELD)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        nobody, past = self._why_nobody, self._why_not_place
        return (
            ActionSpec("housing.place", PLACE, self.place, "bed", "Ctrl+Shift+X", PLACE_PEOPLE, past),
            ActionSpec("housing.call_roll", ROLL, self.call_roll, "list-check", "", VIEW_BOARD),
            ActionSpec("housing.print_board", PRINT, self.print_board, "printer", "Ctrl+P", VIEW_BOARD),
            ActionSpec(
                "housing.leave_bed", LEAVE, self.leave_bed, "door-exit", "", PLACE_PEOPLE, self._why_not_leave,
                is_in_menu=True,
            ),
            ActionSpec(
                "housing.open_person", OPEN_PERSON, self.open_person, "user", "Ctrl+O", VIEW_BOARD, nobody,
                is_in_menu=True,
            ),
            ActionSpec("housing.find", FIND, self.find_person, "search", "Ctrl+F", VIEW_BOARD, is_in_menu=True),
            ActionSpec(
                "housing.to_places", PLACES, self.show_places, "building", "", VIEW_HOUSE, is_in_menu=True
            ),
            ActionSpec("housing.to_teams", TEAMS, self.show_teams, "users-group", "", VIEW_HOUSE, is_in_menu=True),
        )  # fmt: skip

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        self._wanted, self._show = route.record, route.args.get(places.SHOW_ARG, "")
        if self.seen is None:
            self.states.show_loading()
        self.ask()

    @override
    def refresh(self, change: Change) -> None:
        if not places.BOARD_TABLES.isdisjoint(change.tables) and self.seen is not None:
            self.ask()

    @override
    def first_focus(self) -> QWidget:
        return self.board


def _read(day: date | None, uow: Any) -> Seen:
    bedless = list_bedless(uow) if day is None else ()
    return Seen(get_board(uow, moment_of(uow, day)), bedless)


def _to_place(resident_id: str, uow: Any) -> ToPlace:
    return get_to_place(uow, resident_id)


def _history(bed_id: str, uow: Any) -> Sequence[HistoryRow]:
    return list_bed_history(uow, bed_id)


def _check(resident_id: str, bed_id: str, uow: Any) -> BedChoice:
    return check_bed(uow, resident_id, bed_id)


def _paper(day: date | None, uow: Any) -> Any:
    return board_paper(uow, moment_of(uow, day))
