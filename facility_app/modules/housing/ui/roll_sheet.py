"""The sheet of one roll: a key for each person, differences by exception, and a sum that always adds up."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.housing.domain.rights import CALL_ROLL, VIEW_BOARD
from facility_app.modules.housing.domain.roll import ROLL_MARK_LABELS, RollMark
from facility_app.modules.housing.papers import roll_paper, roll_scope
from facility_app.modules.housing.queries.roll import RollSheet, TickRow, get_roll
from facility_app.modules.housing.queries.screens import PRESENCE_WORDS
from facility_app.modules.housing.service.roll import (
    ClosedRoll,
    CloseRoll,
    Tick,
    TickRoll,
    close_roll,
    tick_roll,
)
from facility_app.modules.housing.ui import places
from facility_app.modules.housing.ui import words as said
from facility_app.modules.housing.ui.press import Press
from facility_app.modules.housing.ui.roll_sum import sum_words, whole_words
from facility_app.ui.dialogs.question import Choice, Question
from facility_app.ui.forms.drafts import DraftKeeper
from facility_app.ui.grid.columns import SheetRow, code_column, text_column
from facility_app.ui.grid.entry_sheet import EntrySheet
from facility_app.ui.i18n import shown, tr
from facility_app.ui.printing.sheets import Sheets
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Loudness, StateStack, words

TITLE = label("housing", "Phiếu điểm danh")
NAME, CODE = label("terms", "Họ và tên"), label("terms", "Mã")
BED, EXPECTED = label("housing", "Giường"), label("housing", "Theo sổ")
SEEN, WHERE = label("housing", "Điểm danh"), label("housing", "Đang ở đâu, vì sao")
SAVE, CLOSE = label("verbs", "Lưu điểm danh"), label("verbs", "Kết thúc điểm danh")
PRINT, TO_LIST = label("verbs", "In phiếu"), label("verbs", "Về các buổi điểm danh")
CLOSED = label("housing", "buổi điểm danh đã kết thúc")
GONE = label("housing", "Không có phiếu điểm danh này.")
GONE_HINT = label("housing", "Có thể phiếu được mở từ danh sách cũ.")
SAVED = label("housing", "Đã lưu điểm danh. {count} chênh lệch chờ giải thích.")
DONE = label("housing", "Đã kết thúc: tổng {total} = có mặt {present} + vắng {away}.")
OPEN_ONES = label("housing", "{count} chênh lệch còn mở cho đến khi được giải thích.")
REST_TITLE = label("housing", "Còn {count} người chưa điểm danh")
REST_TEXT = label("housing", "Những người còn lại đều có mặt, hay điểm danh tiếp?")
REST_VERB, GO_ON = label("verbs", "Ghi có mặt và kết thúc"), label("verbs", "Điểm danh tiếp")
SAVE_FIRST = label("housing", "Bấm “Lưu điểm danh” trước khi kết thúc.")
NOT_OPEN = label("housing", "Buổi điểm danh đã kết thúc. Muốn đếm lại, hãy bắt đầu buổi mới.")
KEYS: Final = (
    ("c", RollMark.PRESENT.value, ROLL_MARK_LABELS[RollMark.PRESENT]),
    ("v", RollMark.ABSENT.value, ROLL_MARK_LABELS[RollMark.ABSENT]),
    ("n", RollMark.ELSEWHERE.value, ROLL_MARK_LABELS[RollMark.ELSEWHERE]),
)


class RollSheetPage(Page):
    """One roll.

    Attributes:
        sheet: everybody on it.
        sum_line: quân số as it stands on the sheet, saved or not.
    """

    has_own_button = True

    def __init__(self, press: Press, context: PageContext) -> None:
        """Nothing read yet."""
        super().__init__(context)
        theme = context.theme
        self._sheets = Sheets(context, press, self)
        self.seen: RollSheet | None = None
        self._scope = ""
        self._keeper: DraftKeeper | None = None
        self.sum_line = words("", weight="strong", is_wrapped=True)
        self.sum_line.setObjectName("sum_line")
        columns = (
            code_column("mark", SEEN, KEYS, usual=RollMark.PRESENT.value, width=176),
            text_column("reason", WHERE, width=240),
        )
        self.sheet = EntrySheet(
            (NAME, CODE, BED, EXPECTED), columns, theme, head_widths=(84, 136, 150), save_words=SAVE
        )
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.sum_line)
        column.addWidget(self.sheet, 1)
        self.states = StateStack(theme, inner, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.states)
        self.states.retry_requested.connect(self.ask)
        self.states.action_requested.connect(self.to_list)
        self.sheet.submitted.connect(self._on_submitted)
        self.sheet.edited.connect(self._show_sum)

    def ask(self) -> None:
        """Read the roll."""
        op = self.context.runner.query(self, partial(_read, self.route.record), topic="roll")
        op.success(self._on_read).failure(self._on_failed).run()

    def finish(self) -> None:
        """End the roll; those not ticked are asked about."""
        if self.seen is None:
            return
        if self.sheet.is_dirty():
            self.context.say(tr(SAVE_FIRST), Tone.WARNING)
            return
        unseen = self.seen.roll.unseen
        if not unseen:
            self._close(rest_is_present=False)
            return
        choices = (Choice("rest", REST_VERB, Loudness.PRIMARY),)
        question = Question(
            self.context.theme, tr(REST_TITLE, count=unseen), tr(REST_TEXT), choices, refusal=GO_ON, parent=self
        )
        question.answered.connect(self._on_rest_answered)
        question.open()

    def print_sheet(self) -> None:
        """The roll on paper."""
        self._sheets.show(partial(_paper, self.route.record), "phieu diem danh")

    def to_list(self) -> None:
        """Back to the rolls."""
        self.context.go(Route(places.ROLL))

    def _on_read(self, found: tuple[RollSheet, str] | None) -> None:
        if found is None:
            self.states.show_empty(tr(GONE), tr(TO_LIST), hint=tr(GONE_HINT), icon="list-check")
            return
        self.seen, self._scope = found
        is_over = self.seen.roll.closed_at is not None
        self.sheet.load([_row(one, is_over=is_over) for one in self.seen.ticks])
        self.sheet.set_why_not(self._why_over())
        self.states.show_content()
        if self._keeper is None and not is_over:
            key = f"housing.tick_roll {self.seen.roll.roll_id}"
            self._keeper = DraftKeeper(self.sheet, key, self.context.drafts, self, title=self.title_text())
            self._keeper.start()
        self._show_sum()
        self.title_changed.emit()
        self.actions_changed.emit()
        self.sheet.view.setFocus()

    def _show_sum(self) -> None:
        if self.seen is not None:
            marks = self._marks()
            self.sum_line.setText(sum_words(self.seen.ticks, marks))
            self.summary_changed.emit(whole_words(self.seen.ticks, marks))

    def _marks(self) -> dict[str, tuple[str | None, str | None]]:
        """Person → what stands on the sheet now; a cell that is not understood counts as not ticked."""
        try:
            values: Mapping[str, Mapping[str, Any]] = self.sheet.model.values()
        except UserError:
            return {}
        return {one: (cells["mark"], cells["reason"]) for one, cells in values.items()}

    def _on_submitted(self, changes: Mapping[str, Mapping[str, Any]]) -> None:
        if self.seen is None:
            return
        ticks = [
            Tick(one, RollMark(mark), reason)
            for one, (mark, reason) in self._marks().items()
            if one in changes and mark is not None
        ]
        if not ticks:
            return
        command = TickRoll(self.seen.roll.roll_id, ticks)
        op = self.context.runner.command(self, partial(_tick, command))
        op.success(self._on_ticked).failure(self._on_told).run()

    def _on_ticked(self, open_ones: int) -> None:
        self.sheet.was_saved.emit()
        self.context.say(tr(SAVED, count=open_ones), Tone.WARNING if open_ones else Tone.OK)
        self.ask()

    def _on_rest_answered(self, _choice: str) -> None:
        self._close(rest_is_present=True)

    def _close(self, *, rest_is_present: bool) -> None:
        if self.seen is None:
            return
        roll = self.seen.roll
        command = CloseRoll(roll.roll_id, roll.version, rest_is_present=rest_is_present)
        op = self.context.runner.command(self, partial(_close, command))
        op.success(self._on_closed).failure(self._on_told).run()

    def _on_closed(self, done: ClosedRoll) -> None:
        self.context.say(tr(DONE, total=done.total, present=done.present, away=done.away))
        if done.differences:
            self.context.say(tr(OPEN_ONES, count=done.differences), Tone.WARNING)
        self.ask()

    def _on_failed(self, failure: Failure) -> None:
        self.states.show_error(failure.words, failure.details, can_retry=failure.is_retryable)

    def _on_told(self, failure: Failure) -> None:
        self.context.say(failure.words, Tone.DANGER)

    def _why_over(self) -> str | None:
        is_running = self.seen is not None and self.seen.roll.closed_at is None
        return None if is_running else tr(NOT_OPEN)

    def _why_none(self) -> str | None:
        return None if self.seen is not None else tr(GONE)

    @override
    def title_text(self) -> str:
        return tr(TITLE)

    @override
    def subtitle_text(self) -> str:
        if self.seen is None:
            return ""
        state = tr(CLOSED) if self.seen.roll.closed_at is not None else ""
        return said.joined(shown(self._scope), said.moment(self.seen.roll.held_at), state)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        none = self._why_none
        return (
            ActionSpec(
                "housing.close_roll", CLOSE, self.finish, "check", "Ctrl+Shift+K", CALL_ROLL, self._why_over
            ),
            ActionSpec("housing.print_roll", PRINT, self.print_sheet, "printer", "Ctrl+P", VIEW_BOARD, none),
            ActionSpec("housing.to_rolls", TO_LIST, self.to_list, "list", "", VIEW_BOARD, is_in_menu=True),
        )

    @override
    def open(self, route: Route) -> None:
        if self._keeper is not None:
            self._keeper.deleteLater()
            self._keeper = None
        super().open(route)
        self.states.show_loading()
        self.ask()

    @override
    def flush(self) -> None:
        if self._keeper is not None:
            self._keeper.flush()

    @override
    def leave(self, go: Callable[[], None]) -> None:
        self.flush()
        go()

    @override
    def first_focus(self) -> QWidget:
        return self.sheet.view


def _row(one: TickRow, *, is_over: bool) -> SheetRow:
    heads = (one.name, one.code, one.bed, tr(PRESENCE_WORDS[one.expected]))
    values = {"mark": one.mark.value if one.mark is not None else None, "reason": one.reason}
    kept = {key: value for key, value in values.items() if value is not None}
    return SheetRow(one.resident_id, heads, kept, CLOSED if is_over else None)


def _read(roll_id: str, uow: Any) -> tuple[RollSheet, str] | None:
    found = get_roll(uow, roll_id)
    return None if found is None else (found, roll_scope(uow, found.roll))


def _tick(command: TickRoll, uow: Any) -> int:
    return tick_roll(uow, command)


def _close(command: CloseRoll, uow: Any) -> ClosedRoll:
    return close_roll(uow, command)


def _paper(roll_id: str, uow: Any) -> Any:
    return roll_paper(uow, roll_id)
