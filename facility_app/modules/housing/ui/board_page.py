"""Phân khu: the bed board with somebody in hand or not, today or on a day of the years kept."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.change import Change
from facility_app.kernel.labels import label
from facility_app.modules.housing.domain.rights import PLACE_PEOPLE, VIEW_BOARD, VIEW_HOUSE
from facility_app.modules.housing.queries.board import BoardBed
from facility_app.modules.housing.ui import places
from facility_app.modules.housing.ui import words as said
from facility_app.modules.housing.ui.board_frame import framed
from facility_app.modules.housing.ui.board_seen import Seen, board_sheet, read_board
from facility_app.modules.housing.ui.board_side import BoardSide
from facility_app.modules.housing.ui.board_view import BedBoard
from facility_app.modules.housing.ui.day_bar import DayBar
from facility_app.modules.housing.ui.finder import PersonFinder
from facility_app.modules.housing.ui.hand import Hand
from facility_app.modules.housing.ui.legend import Legend
from facility_app.modules.housing.ui.placing import Who
from facility_app.modules.housing.ui.press import Press
from facility_app.ui.forms.picker import Choice
from facility_app.ui.i18n import tr
from facility_app.ui.printing.sheets import Sheets
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import StateStack

TITLE = label("housing", "Phân khu")
PLACE, ROLL = label("verbs", "&Xếp giường"), label("verbs", "Điểm danh")
PRINT, LEAVE = label("verbs", "In sơ đồ"), label("verbs", "Cho trả giường")
OPEN_PERSON, FIND = label("verbs", "Mở hồ sơ"), label("verbs", "Tìm người")
PLACES, TEAMS = label("verbs", "Khu, phòng, giường"), label("verbs", "Tổ quản lý")
EMPTY = label("housing", "Cơ sở chưa có giường nào trong sơ đồ.")
EMPTY_HINT = label("housing", "Lập khu, nhà, phòng trước; giường tự có theo số giường của phòng.")
BUILD = label("verbs", "Lập khu, phòng, giường")
HINT = label("housing", "← ↑ ↓ → đi giường · PgUp PgDn đổi khu · Enter xếp · M chuyển · gõ tên để tìm")
PAST = label("housing", "Sơ đồ lúc {at}: chỉ để xem")
PAST_ONLY = label("housing", "Đang xem sơ đồ ngày đã qua. Bấm “Hôm nay” rồi xếp.")
NOBODY_THERE = label("housing", "Giường đang đứng không có ai.")
NO_BED_NOW = label("housing", "{name} chưa có giường. Hãy chọn giường trong danh sách bên phải.")
NOT_INSIDE = label("housing", "{name} không có giường vào lúc này.")
FILE_NAME = "so do giuong"


class BoardPage(Page):
    """The board at the left, what one does with it at the right.

    Attributes:
        board: the beds.
        hand: whoever is to get a bed.
        side: the bed with the keyboard, them with every room for them, or who is inside without a bed.
    """

    def __init__(self, press: Press, context: PageContext) -> None:
        """Make it; it asks when it is entered."""
        super().__init__(context)
        theme = context.theme
        self.seen: Seen | None = None
        self._wanted = self._show = self._held = ""
        self._sheets = Sheets(context, press, self)
        self.finder = PersonFinder(context, self)
        self.days = DayBar(theme, self._today, self)
        self.board, self.legend = BedBoard(theme, self), Legend(theme, self)
        self.side = BoardSide(context, self)
        self.hand = Hand(press, context, self.board, self.side.ranking, self._why_not_place, self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        theme, board = self.context.theme, (self.legend, self.board)
        self.states = StateStack(theme, parent=self)
        self.states.hold(framed(theme, self.finder, self.days, board, self.side, self.states))
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
        for one in (self.board.put_down, self.side.ranking.left, self.side.bedless.left):
            one.connect(self.hand.put_down)
        self.side.ranking.pointed.connect(self.board.select_bed)
        self.side.bedless.chosen.connect(self.hand.take)
        self.hand.changed.connect(self._on_hand_changed)
        self.hand.placer.done.connect(self._on_placed)

    def ask(self) -> None:
        """Read the board of the day."""
        op = self.context.runner.query(self, partial(read_board, self.days.day), topic="board")
        op.success(self._on_read).failure(self._on_failed).run()

    def place(self) -> None:
        """Whoever sleeps in the bed with the keyboard is to get another; from a free one, who has none."""
        reason = self._why_not_place()
        if reason is not None:
            self.context.say(reason, Tone.INFO)
            return
        bed = self.board.bed()
        if bed is not None and bed.occupant is not None:
            self.hand.take(bed.occupant.resident_id)
        elif self.seen is not None and self.seen.bedless:
            self.show_bedless()
        else:
            self.finder.setFocus()

    def show_bedless(self) -> None:
        """Who is inside without a bed."""
        self.side.show_face(self.side.bedless)
        self.side.bedless.list.setFocus()

    def leave_bed(self) -> None:
        """Whoever sleeps in the bed with the keyboard gives it back."""
        bed = self.board.bed()
        if bed is not None and bed.occupant is not None:
            self.hand.placer.leave(Who(bed.occupant.resident_id, bed.occupant.name), bed.label)

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
        self._sheets.show(partial(board_sheet, self.days.day), FILE_NAME)

    def _today(self) -> date:
        return self.context.today()

    def _on_read(self, seen: Seen) -> None:
        self.seen = seen
        if not seen.board.beds:
            action = tr(BUILD) if self.context.may(VIEW_HOUSE) else ""
            self.states.show_empty(tr(EMPTY), action, hint=tr(EMPTY_HINT), icon="bed")
            return
        self.board.show_board(seen.board)
        self.side.bedless.show_people(seen.bedless)
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
            if show == places.PLACING and self.hand.who is None and self.context.may(PLACE_PEOPLE):
                self.hand.take(record)
        elif show == places.BEDLESS:
            self.show_bedless()
        else:
            self.hand.judge_again()

    def _on_failed(self, failure: Failure) -> None:
        self.states.show_error(failure.words, failure.details, can_retry=failure.is_retryable)

    def _on_hand_changed(self) -> None:
        who = "" if self.hand.who is None else self.hand.who.resident_id
        is_another, self._held = who != self._held, who
        self.legend.show_judging(is_judging=bool(who))
        self.side.show_face(self.side.ranking if who else self.side.bed)
        if not who:
            self.board.setFocus()
        elif is_another and not self.hand.is_dragging:
            # Judged anew because somebody else wrote something, the keyboard stays where it is.
            self.side.ranking.list.setFocus()
        self.actions_changed.emit()

    def _on_found(self, choice: Choice) -> None:
        self._show_person(choice.id, choice.text)

    def _show_person(self, resident_id: str, name: str = "") -> None:
        if self.board.select_person(resident_id):
            self.board.setFocus()
        elif self.days.day is None and self.context.may(PLACE_PEOPLE):
            if name:
                self.context.say(tr(NO_BED_NOW, name=name), Tone.INFO)
            self.hand.take(resident_id)
        elif name:
            self.context.say(tr(NOT_INSIDE, name=name), Tone.INFO)

    def _on_day_changed(self, day: date | None) -> None:
        if day is not None:
            self.hand.put_down()
        self.ask()

    def _on_day_refused(self, reason: str) -> None:
        self.context.say(reason, Tone.WARNING)

    def _on_bed_chosen(self, _bed: BoardBed | None) -> None:
        self.side.show_bed(self.board.place())
        self.actions_changed.emit()

    def _on_bed_entered(self, bed: BoardBed) -> None:
        if self.hand.who is None:
            self.place()
        else:
            self.hand.put(bed)

    def _on_placed(self, _resident_id: str) -> None:
        self.hand.put_down()
        self.ask()

    def _why_not_place(self) -> str | None:
        return None if self.days.day is None else tr(PAST_ONLY)

    def _why_nobody(self) -> str | None:
        bed = self.board.bed()
        return None if bed is not None and bed.occupant is not None else tr(NOBODY_THERE)

    def _why_not_leave(self) -> str | None:
        return self._why_not_place() or self._why_nobody()

    def _summary_words(self) -> str:
        return "" if self.seen is None else self.seen.counts()

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
        return tr(HINT)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        nobody, past = self._why_nobody, self._why_not_place
        return (
            ActionSpec("housing.place", PLACE, self.place, "bed", "Ctrl+Shift+X", PLACE_PEOPLE, past),
            ActionSpec("housing.call_roll", ROLL, self.call_roll, "list-check", "", VIEW_BOARD),
            ActionSpec("housing.print_board", PRINT, self.print_board, "printer", "Ctrl+P", VIEW_BOARD),
            ActionSpec(
                "housing.leave_bed", LEAVE, self.leave_bed, "door-exit", "Delete", PLACE_PEOPLE,
                self._why_not_leave, is_in_menu=True,
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
