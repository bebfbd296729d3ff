"""Nhập bù từ sổ giấy: a past round by exception; what is refused stays typed, with the reason beside it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.modules.medication.domain import GIVE_MEDICINES, SEE_PRIVATE_LINES
from facility_app.modules.medication.domain.outcomes import Outcome
from facility_app.modules.medication.queries.bedside import RoundDesk, get_round_desk
from facility_app.modules.medication.queries.mar import DueRow, RoundAsked, list_round
from facility_app.modules.medication.service.agreeing import TAKE_DOSE
from facility_app.modules.medication.service.giving import RecordDoses, Recorded, record_doses
from facility_app.modules.medication.service.looking import open_private_round
from facility_app.modules.medication.ui import catch_up_rows as lines
from facility_app.modules.medication.ui import round_places
from facility_app.modules.medication.ui.catch_up_rows import PaperHead
from facility_app.modules.medication.ui.order_asking import Agreeing
from facility_app.modules.medication.ui.round_bar import RoundBar
from facility_app.modules.medication.ui.round_begin import first_choice
from facility_app.modules.medication.ui.round_words import OPEN_PRIVATE
from facility_app.ui.forms.drafts import DraftKeeper
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.time_field import TimeField
from facility_app.ui.forms.usual import line
from facility_app.ui.grid.entry_sheet import EntrySheet
from facility_app.ui.i18n import refusal, tr
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Banner, StateStack, words

TITLE = label("medication", "Nhập bù từ sổ giấy")
SAVE, FILL = label("verbs", "Ghi vào sổ máy"), label("verbs", "Điền “Đã dùng”, trừ thuốc khi cần")
TO_ROUND = label("verbs", "Về phát thuốc")
BY = label("medication", "Người cho thuốc (sổ giấy)")
AT = label("medication", "Giờ đã phát")
WHY_OFF = label("medication", "Nếu lệch giờ y lệnh: vì sao")
EMPTY = label("medication", "Không có liều nào trong lượt này")
EMPTY_HINT = label("medication", "Chọn lượt, ngày hoặc khu khác ở trên.")
NOTHING = label("medication", "Chưa ghi ô “Kết quả” nào. Bấm Ctrl+Shift+F để điền “Đã dùng”, rồi sửa người khác.")
DONE = label("medication", "Đã ghi bù {count} liều, đánh dấu là chép từ giấy.")
PART = label(
    "medication",
    "Đã ghi bù {count} liều. Còn {refused} dòng CHƯA GHI: lý do của dòng đang đứng ở dưới cùng. Sửa rồi ghi lại.",
)
NO_REST = label(
    "medication", "Chưa ghi gì: {count} dòng mở ống, lọ mà chưa ghi phần dư. Lý do của dòng đang đứng ở dưới cùng."
)
NO_COPY = label("medication", "Không chép được khi liều giữ kín đang mở trong tờ này.")
NO_LINES = label("medication", "Chưa có liều nào để ghi.")
SUMMARY = label("medication", "{count} liều · {open} chưa ghi")
HINT = label("medication", "c đã dùng · t từ chối · h hoãn · v vắng · n nôn · m lệch giờ · Ctrl+Enter ghi")


REST: Final = 3
"""The column of the rest."""
FORM: Final = 60
"""Height of the head at 100 %; what a field lacks goes on below."""


@dataclass(frozen=True, slots=True)
class HeadShown:
    """What the form begins with."""

    given_by: str | None = None
    at: time | None = None
    why_off: str | None = None


class DoseSheet(EntrySheet):
    """Doses to write down afterwards: medicine and dose are never cut short, they would be taken for another."""

    gives_way = 0.0
    says_keys = False


class CatchUpPage(Page):
    """A sheet of one past round.

    Attributes:
        form: who gave, when, why it was late.
        sheet: dose by dose.
    """

    has_own_button = True

    def __init__(self, context: PageContext) -> None:
        """Nothing read yet."""
        super().__init__(context)
        theme = context.theme
        self.bar = RoundBar(theme)
        self.form: Form[HeadShown] = Form(HeadShown, with_bar=False)
        self.form.add(
            line("given_by", BY, is_required=True),
            TimeField("at", AT, is_required=True),
            line("why_off", WHY_OFF),
            spans=(4, 2, 6),
        )
        self.sheet = DoseSheet(lines.HEADS, lines.columns(), theme, head_widths=lines.HEAD_WIDTHS, save_words=SAVE)
        self.form.setMinimumHeight(theme.px(FORM))
        self.banner = Banner(theme, "", Tone.WARNING, can_dismiss=True)
        self.banner.hide()
        self.why = words("", ink=Tone.DANGER, weight="medium", is_wrapped=True)
        self.why.hide()
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        for widget in (self.form, self.banner):
            column.addWidget(widget)
        column.addWidget(self.sheet, 1)
        column.addWidget(self.why)
        self.states = StateStack(theme, inner, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.px(8))
        whole.addWidget(self.bar)
        whole.addWidget(self.states, 1)
        self._agreeing = Agreeing(context, self)
        self._desk: RoundDesk | None = None
        self._rows: dict[str, DueRow] = {}
        self._private: tuple[DueRow, ...] = ()
        self._refused: dict[str, str] = {}
        self._keepers: tuple[DraftKeeper, ...] = ()
        self.bar.changed.connect(self._on_bar_changed)
        self.states.retry_requested.connect(self._on_retry)
        self.sheet.submitted.connect(self._on_sheet_submitted)
        self.form.submitted.connect(self._on_form_submitted)
        self.sheet.view.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.sheet.view.installEventFilter(self)

    def asked(self) -> RoundAsked:
        """The round the bar says."""
        chosen = self.bar.chosen()
        return RoundAsked(chosen.day, chosen.zone_id, chosen.wanted)

    def ask(self) -> None:
        """Read the round."""
        op = self.context.runner.query(self, partial(_round, self.asked()), topic="round")
        op.success(self._on_read).failure(self._on_failed).run()

    def fill(self) -> None:
        """Everybody had theirs: exceptions are typed over it."""
        model = self.sheet.model
        for number, row in enumerate(model.rows()):
            is_empty = not model.text(model.index_of((number, 0))).strip()
            if is_empty and lines.is_usual(self._rows[row.id]):
                model.set_value((number, 0), Outcome.GIVEN.value)
        cells = {} if self.sheet.troubles() else self.sheet.values()
        for number, one in enumerate(cells):
            if lines.lacks_rest(self._rows[one], cells[one]):
                model.set_value((number, REST), self._rows[one].rest)
        self.sheet.view.setFocus()

    def open_private(self) -> None:
        """The doses that reveal what is closed, too; the look is kept, what is typed stays."""
        op = self.context.runner.command(self, partial(_private, self.asked()))
        op.success(self._on_private_read).failure(self._on_told).run()

    def to_round(self) -> None:
        """Back to the bed."""
        self.context.go(Route(round_places.ROUND))

    def _on_desk_read(self, desk: RoundDesk) -> None:
        self._desk = desk
        self.bar.offer(desk, self.context.today())
        self.bar.choose(first_choice(self.context, self.route, desk))
        self.ask()

    def _on_bar_changed(self) -> None:
        self.flush()
        self._private = ()
        self._refused = {}
        self.states.show_loading()
        self.ask()

    def _on_read(self, rows: tuple[DueRow, ...]) -> None:
        self._load(rows)
        if not self._rows:
            self.states.show_empty(tr(EMPTY), hint=tr(EMPTY_HINT), icon="writing")
            return
        self.states.show_content()
        self._keep_drafts()
        self.form.focus_field("given_by")

    def _load(self, rows: Sequence[DueRow]) -> None:
        self._rows = {lines.row_id(row): row for row in (*rows, *self._private)}
        self.sheet.load([lines.sheet_row(row, refused=one in self._refused) for one, row in self._rows.items()])
        self._show_why()
        still = sum(row.outcome is None for row in self._rows.values())
        self.summary_changed.emit(tr(SUMMARY, count=len(self._rows), open=still))
        self.title_changed.emit()
        self.actions_changed.emit()

    def _keep_drafts(self) -> None:
        for one in self._keepers:
            one.deleteLater()
        self.form.propose(HeadShown())
        chosen = self.bar.chosen()
        place = f"{chosen.day} {chosen.wanted or 'day'} {chosen.zone_id or ''}".strip()
        key, drafts, title = f"{round_places.CATCH_UP} {place}", self.context.drafts, self.title_text()
        self._keepers = (
            DraftKeeper(self.form, f"{key} head", drafts, self, title=title),
            DraftKeeper(self.sheet, f"{key} sheet", drafts, self, title=title),
        )
        for one in self._keepers:
            one.start()

    def _on_private_read(self, rows: tuple[DueRow, ...]) -> None:
        typed = self.sheet.draft()
        open_rows = [row for row in self._rows.values() if row not in self._private]
        self._private = rows
        self._load(open_rows)
        self.sheet.restore(typed)

    def _on_sheet_submitted(self, _changes: object) -> None:
        # The head first: what it lacks is said at its fields.
        self.form.submit()

    def _on_form_submitted(self, values: Mapping[str, Any]) -> None:
        if self.sheet.troubles():
            self.sheet.go_to_trouble()
            return
        head = PaperHead(values["given_by"], values["at"], values["why_off"] or "", self.bar.chosen().cabinet_id)
        cells = {one: cell for one, cell in self.sheet.values().items() if cell["outcome"] is not None}
        wanted = {one: cell for one, cell in cells.items() if self._rows[one].outcome is None}
        if not wanted:
            self._tell(tr(NOTHING))
            return
        lacking = {
            one: lines.rest_missing(self._rows[one])
            for one in wanted
            if lines.lacks_rest(self._rows[one], wanted[one])
        }
        if lacking:
            self._refused = lacking
            self._tell(tr(NO_REST, count=len(lacking)))
            self._go_to(next(iter(lacking)))
            self._show_why()
            return
        write = partial(self._write, head, wanted)
        guarded = [
            (self._rows[one], cell) for one, cell in wanted.items() if lines.is_witnessed(self._rows[one], cell)
        ]
        if guarded:
            self._agreeing.ask(TAKE_DOSE, lines.signed_words(guarded, self.bar.chosen().day), write)
        else:
            write(None)

    def _write(self, head: PaperHead, cells: Mapping[str, Mapping[str, Any]], given: Any) -> None:
        late = 60 if self._desk is None else self._desk.late_minutes
        doses = tuple(lines.said_of(self._rows[one], cell, head, late) for one, cell in cells.items())
        command = RecordDoses(doses, given, is_from_paper=True, stops_at_refusal=False)
        self._hold(is_held=True)
        op = self.context.runner.command(self, partial(_record, command))
        op.success(partial(self._on_written, tuple(cells))).failure(self._on_not_written).run()

    def _hold(self, *, is_held: bool) -> None:
        self.sheet.set_held(is_held=is_held)
        self.form.set_held(is_held=is_held)

    def _on_written(self, row_ids: tuple[str, ...], told: Sequence[Recorded]) -> None:
        self._hold(is_held=False)
        refused = {
            one: refusal(each.refusal) for one, each in zip(row_ids, told, strict=True) if each.refusal is not None
        }
        self._refused = refused
        done = len(row_ids) - len(refused)
        if refused:
            self._tell(tr(PART, count=done, refused=len(refused)))
        else:
            self.banner.hide()
            self.context.say(tr(DONE, count=done))
        # What was refused, and what was never sent, stays as typed.
        recorded = set(row_ids) - set(refused)
        left = lines.kept_of(self.sheet.draft(), [one for one in self._rows if one not in recorded])
        op = self.context.runner.query(self, partial(_round, self.asked()), topic="round")
        op.success(partial(self._on_read_again, left)).failure(self._on_failed).run()

    def _on_read_again(self, left: Mapping[str, str], rows: tuple[DueRow, ...]) -> None:
        # Behind the wall nothing is read again without another look: what was written there is known.
        self._private = tuple(row for row in self._private if lines.row_id(row) in self._refused)
        self._load(rows)
        self.sheet.was_saved.emit()
        self.sheet.restore(left)
        if not left:
            self.form.was_saved.emit()
        if self._refused:
            self._go_to(next(iter(self._refused)))

    def _go_to(self, row_id: str) -> None:
        numbers = [number for number, row in enumerate(self.sheet.model.rows()) if row.id == row_id]
        if numbers:
            self.sheet.view.setCurrentIndex(self.sheet.model.index_of((numbers[0], 0)))
            self.sheet.view.setFocus()

    def _on_not_written(self, failure: Failure) -> None:
        self._hold(is_held=False)
        self._tell(failure.words, Tone.DANGER)

    def _on_row_changed(self) -> None:
        self._show_why()

    def _show_why(self) -> None:
        number = self.sheet.view.currentIndex().row()
        rows = self.sheet.model.rows()
        text = self._refused.get(rows[number].id, "") if 0 <= number < len(rows) else ""
        self.why.setText(text)
        self.why.setVisible(bool(text))

    def _tell(self, text: str, tone: Tone = Tone.WARNING) -> None:
        self.banner.set(text, tone)
        self.banner.show()

    def _on_retry(self) -> None:
        self.open(self.route)

    def _on_failed(self, failure: Failure) -> None:
        self.states.show_error(failure.words, failure.details, can_retry=failure.is_retryable)

    def _on_told(self, failure: Failure) -> None:
        self.context.say(failure.words, Tone.DANGER)

    def _why_none(self) -> str | None:
        return None if self._rows else tr(NO_LINES)

    @override
    def title_text(self) -> str:
        return tr(TITLE)

    @override
    def hint_text(self) -> str:
        return tr(HINT)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec(
                "medication.fill_given", FILL, self.fill, "list-check", "Ctrl+Shift+F", GIVE_MEDICINES,
                self._why_none, is_quiet=True,
            ),
            ActionSpec(
                "medication.open_private_paper", OPEN_PRIVATE, self.open_private, "lock-open", "Ctrl+Shift+O",
                SEE_PRIVATE_LINES, is_in_menu=True,
            ),
            ActionSpec("medication.to_round", TO_ROUND, self.to_round, "pill", "", GIVE_MEDICINES),
        )  # fmt: skip

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        self._private, self._refused = (), {}
        self.banner.hide()
        self.states.show_loading()
        op = self.context.runner.query(self, _desk, topic="desk")
        op.success(self._on_desk_read).failure(self._on_failed).run()

    @override
    def first_focus(self) -> QWidget:
        # The zone stands at the top: from the sheet, which keeps the Tab key, nobody would come back to it.
        return self.bar.zone

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._private and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Copy):
            # What lies on the clipboard is there for whoever sits down next.
            self._tell(tr(NO_COPY))
            return True
        return super().eventFilter(watched, event)

    @override
    def flush(self) -> None:
        for one in self._keepers:
            one.flush()

    @override
    def leave(self, go: Callable[[], None]) -> None:
        self.flush()
        go()


def _desk(uow: Any) -> RoundDesk:
    return get_round_desk(uow)


def _round(asked: RoundAsked, uow: Any) -> tuple[DueRow, ...]:
    return list_round(uow, asked)


def _private(asked: RoundAsked, uow: Any) -> tuple[DueRow, ...]:
    return open_private_round(uow, asked).rows


def _record(command: RecordDoses, uow: Any) -> tuple[Recorded, ...]:
    return record_doses(uow, command)
