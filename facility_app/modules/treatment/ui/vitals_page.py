"""Sinh hiệu: a zone or a list of people, a line each; every line is saved by itself, nothing typed is lost."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.change import Change
from facility_app.kernel.dates import format_time
from facility_app.kernel.labels import Label, label
from facility_app.modules.treatment.domain import MEASURE, STRIKE_OUT
from facility_app.modules.treatment.domain.clinical_lists import Clinical
from facility_app.modules.treatment.domain.record import EntryKind
from facility_app.modules.treatment.domain.vital_rules import Circumstances
from facility_app.modules.treatment.queries.measured import list_vitals
from facility_app.modules.treatment.queries.ward import WardPerson
from facility_app.modules.treatment.service.measuring import Measured, MeasureVitals, measure_vitals
from facility_app.modules.treatment.service.striking import StrikeOut, strike_out
from facility_app.modules.treatment.ui.vitals_card import LineCard, again_words
from facility_app.modules.treatment.ui.vitals_hour import HourField
from facility_app.modules.treatment.ui.vitals_line import DEPRESSED, LineRead, LineRules
from facility_app.modules.treatment.ui.vitals_people import ALL, Seen, read_seen
from facility_app.modules.treatment.ui.vitals_sheet import VitalSheet
from facility_app.modules.treatment.ui.vitals_told import saved_words
from facility_app.ui.dialogs.reason import ReasonDialog
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.drafts import DraftKeeper
from facility_app.ui.grid.columns import SheetRow
from facility_app.ui.i18n import tr
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import StateStack

PAGE: Final = "treatment.vitals"
TITLE = label("treatment", "Sinh hiệu")
LIST = label("treatment", "Đo cho")
HINT = label("treatment", "Enter vào dòng, sang ô kế · hết dòng tự lưu · Ctrl+Enter lưu mọi dòng đã gõ")
EMPTY = label("treatment", "Chưa có ai đang ở cơ sở để đo.")
EMPTY_HINT = label("treatment", "Người được tiếp nhận và có mặt tại cơ sở sẽ hiện ở đây, theo giường.")
NOBODY = label("treatment", "Không có ai trong danh sách này.")
NOBODY_HINT = label("treatment", "Hãy chọn khu khác, hoặc “Mọi người đang ở cơ sở”.")
SHOW_ALL = label("verbs", "Chọn mọi người")
SAVED_AT = label("treatment", "đã lưu lúc {time}")
NOT_SAVED = label("treatment", "Chưa lưu {name}: {why}")
AGAIN, CORRECT = label("verbs", "Đo lại"), label("verbs", "Sửa lần vừa ghi")
CORRECT_TITLE = label("treatment", "Gạch bỏ lần đo vừa ghi của {name} để ghi lại")
CORRECT_TEXT = label("treatment", "Lần đo cũ được gạch bỏ, vẫn đọc được cùng lý do; số vừa gõ ở lại để sửa.")
MISTYPED = label("treatment", "Gõ nhầm số")
STRUCK = label("treatment", "Đã gạch bỏ. Hãy sửa số rồi lưu lại dòng này.")
NOT_CLOSED = label("treatment", "Dòng này chưa lưu nên cứ gõ tiếp.")
NOT_HERE = label("treatment", "Lần đo này không ghi trong phiên này. Hãy sửa ở thẻ Y tế của người đó.")
BAD_HOUR = label("treatment", "Hãy sửa giờ đo ở trên trước khi lưu.")
SUM = label("treatment", "{count} người · {saved} đã lưu")
SAME_ROUND: Final = timedelta(minutes=30)
"""As long lines that are saved stay as they are, to be corrected, when the page is left and entered again."""
TABLES: Final = frozenset({"placement", "oxygen_target"})


class VitalsPage(Page):
    """The page.

    Attributes:
        sheet: the lines; made with the first answer.
        card: the current person, with what was measured before.
    """

    has_own_button = True

    def __init__(self, context: PageContext) -> None:
        """Nothing read yet."""
        super().__init__(context)
        theme = context.theme
        self.seen: Seen | None = None
        self.sheet: VitalSheet | None = None
        self._people: dict[str, WardPerson] = {}
        self._made: dict[str, Measured] = {}
        self._saved_at: datetime | None = None
        self._is_entered = False
        self._corrects: dict[str, str] = {}
        self._busy: set[str] = set()
        self._keeper: DraftKeeper | None = None
        self.list_field = CodeField("list", LIST, options=())
        self.hour = HourField()
        self.card = LineCard(theme)
        top = QHBoxLayout()
        top.setSpacing(theme.px(16))
        top.addWidget(self.list_field, 3)
        top.addWidget(self.hour, 3)
        top.addStretch(3)
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))
        self._column.addWidget(self.card)
        self.states = StateStack(theme, self._inner, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.px(8))
        whole.addLayout(top)
        whole.addWidget(self.states, 1)
        self.states.retry_requested.connect(self.ask)
        self.states.action_requested.connect(self._on_all_wanted_people)
        self.list_field.settled.connect(self._on_list_settled)
        # Tab comes to both fields; Enter leads into the lines, which Tab does not leave.
        self.list_field.go_on.connect(self.to_lines)
        self.hour.go_on.connect(self.to_lines)
        self.hour.settled.connect(self._use_scales)

    def ask(self) -> None:
        """Read who is here."""
        op = self.context.runner.query(self, read_seen, topic="ward")
        op.success(self._on_read).failure(self._on_failed).run()

    def to_lines(self) -> None:
        """The keyboard goes to the line it was in."""
        if self.sheet is not None and self._people:
            self.sheet.view.setFocus()

    def measure_again(self) -> None:
        """Take another measuring of somebody whose line is saved."""
        row_id = self._current()
        if self.sheet is not None and row_id:
            self._made.pop(row_id, None)
            self.sheet.lines.open_line(row_id, is_kept=False)
            self.sheet.go_to(row_id)
            self.actions_changed.emit()

    def correct(self) -> None:
        """Ask why, then strike out what was just saved and let it be typed anew."""
        row_id = self._current()
        if row_id not in self._made:
            return
        title = tr(CORRECT_TITLE, name=self._people[row_id].name)
        dialog = ReasonDialog(
            self.context.theme, title, tr(CORRECT_TEXT), verb=CORRECT, frequent=(MISTYPED,), parent=self
        )
        dialog.given.connect(partial(self._on_correct_why, row_id))
        dialog.open()

    def save_line(self, row_id: str) -> None:
        """Save what is typed of somebody; what is doubtful is asked first."""
        sheet = self.sheet
        if sheet is None or row_id in self._busy:
            return
        row = sheet.lines.row_of(row_id)
        line = sheet.lines.line(row)
        if line is None or line.is_empty or not sheet.lines.is_changed(row) or sheet.lines.has_trouble(row):
            return
        at = self._hour_said()
        if at is False:
            self.context.say(tr(BAD_HOUR), Tone.WARNING)
            return
        self._busy.add(row_id)
        command = self._command(row_id, line, at if isinstance(at, datetime) else None)
        op = self.context.runner.command(self, partial(_measure, command))
        op.success(partial(self._on_saved, row_id)).failure(partial(self._on_refused, row_id)).run()

    def _command(self, row_id: str, line: LineRead, at: datetime | None) -> MeasureVitals:
        assert self.sheet is not None  # noqa: S101 - asked before
        return MeasureVitals(
            row_id,
            self.sheet.rules.typed(line.vitals),
            line.vitals.consciousness,
            line.vitals.breathing,
            confirmed=self.sheet.lines.confirmed(row_id),
            on_depressants=not DEPRESSED.isdisjoint(self._people[row_id].situations),
            happened_at=at,
            corrects_id=self._corrects.get(row_id),
        )

    def _hour_said(self) -> datetime | bool | None:
        """As ``HourField.moment``, of what is being typed too."""
        self.hour.settle()
        return self.hour.moment(self.context.clock.now())

    def _chosen(self) -> tuple[WardPerson, ...]:
        return () if self.seen is None else self.seen.people(self.list_field.value())

    def _show_people(self) -> None:
        if self.seen is None or self.sheet is None:
            return
        people = self._chosen()
        self._people = {one.stay_id: one for one in people}
        self._made, self._corrects, self._saved_at = {}, {}, None
        if not people:
            self._show_nobody()
            return
        self.states.show_content()
        known = {one.stay_id: Circumstances(one.sex, not DEPRESSED.isdisjoint(one.situations)) for one in people}
        self.sheet.lines.use(self.sheet.rules, known, self.context.today())
        self._use_scales()
        self.sheet.load([SheetRow(one.stay_id, (one.name, one.bed, again_words(one))) for one in people])
        self._begin_draft()
        self._on_line_changed()

    def _use_scales(self) -> None:
        """SpO2 counts by the scale a doctor decided for the hour of measuring, as it will when it is saved."""
        if self.seen is None or self.sheet is None:
            return
        at = self.hour.moment(self.context.clock.now())
        measured_at = at if isinstance(at, datetime) else self.context.clock.now()
        self.sheet.lines.use_scales({one.stay_id: one.spo2_scale(measured_at) for one in self.seen.ward.people})
        self._on_line_changed()

    def _show_nobody(self) -> None:
        if self.seen is not None and self.seen.ward.people:
            self.states.show_empty(tr(NOBODY), tr(SHOW_ALL), hint=tr(NOBODY_HINT), icon="heartbeat")
        else:
            self.states.show_empty(tr(EMPTY), hint=tr(EMPTY_HINT), icon="heartbeat")

    def _begin_draft(self) -> None:
        if self._keeper is not None:
            self._keeper.flush()
            self._keeper.deleteLater()
        assert self.sheet is not None  # noqa: S101 - shown before
        key = f"{PAGE} {self.list_field.value() or ALL}"
        self._keeper = DraftKeeper(self.sheet, key, self.context.drafts, self, title=self.title_text())
        self._keeper.start()

    def _make_sheet(self, known: Clinical) -> None:
        self.sheet = VitalSheet(LineRules(known), self.context.theme)
        self._column.insertWidget(0, self.sheet, 1)
        self.sheet.line_left.connect(self._on_line_left)
        self.sheet.all_wanted.connect(self._on_all_wanted)
        self.sheet.line_changed.connect(self._on_line_changed)

    def _on_read(self, seen: Seen) -> None:
        is_first = self.seen is None
        self.seen = seen
        self.list_field.set_options(seen.lists())
        if self.sheet is None:
            self._make_sheet(seen.known)
        if is_first:
            self.list_field.set_value(self._first_list(seen))
            self._show_people()
        elif not self._people or (self._is_entered and self._is_of_earlier_round()):
            self._show_people()
        else:
            # Somebody may have got a target of SpO2, or lost it, while lines were typed.
            self._use_scales()
        self._is_entered = False

    def _is_of_earlier_round(self) -> bool:
        """Whether all that stands here was saved a while ago: whoever comes in now measures anew."""
        if self._saved_at is None or self.sheet is None or self.sheet.unsaved():
            return False
        return self.context.clock.now() - self._saved_at > SAME_ROUND

    def _first_list(self, seen: Seen) -> str:
        last = (self.context.memory.get(PAGE) or {}).get("list")
        return seen.first_list(self.route.args.get("list", ""), None if last is None else str(last))

    def _on_list_settled(self) -> None:
        chosen = self.list_field.value()
        if chosen is None or self.seen is None:
            return
        if self.sheet is not None and [*self._people] != [one.stay_id for one in self._chosen()]:
            self.context.memory.put(PAGE, {"list": chosen})
            self._show_people()
            self.to_lines()

    def _on_all_wanted_people(self) -> None:
        self.list_field.set_value(ALL)
        self._on_list_settled()

    def _on_line_left(self, row_id: str, is_done: bool) -> None:
        assert self.sheet is not None  # noqa: S101 - its own signal
        line = self.sheet.lines.line(self.sheet.lines.row_of(row_id))
        # A line left half typed waits for the rest; one that was typed to its end is what was measured.
        if line is not None and (is_done or line.news2.total is not None):
            self.save_line(row_id)

    def _on_all_wanted(self) -> None:
        assert self.sheet is not None  # noqa: S101 - its own signal
        for row_id in self.sheet.unsaved():
            self.save_line(row_id)
        if self.sheet.troubles():
            self.sheet.go_to_trouble()

    def _on_saved(self, row_id: str, made: Measured) -> None:
        self._busy.discard(row_id)
        self._made[row_id], self._saved_at = made, self.context.clock.now()
        self._corrects.pop(row_id, None)
        if self.sheet is not None:
            time = format_time(self.context.clock.now())
            self.sheet.lines.close_line(row_id, Label("", tr(SAVED_AT, time=time)))
        person = self._people.get(row_id)
        if person is not None:
            self.context.say(*saved_words(person.name, made, self.context.clock.now()))
        self.actions_changed.emit()

    def _on_refused(self, row_id: str, failure: Failure) -> None:
        self._busy.discard(row_id)
        name = self._people[row_id].name if row_id in self._people else ""
        self.context.say(tr(NOT_SAVED, name=name, why=failure.words), Tone.DANGER)

    def _on_correct_why(self, row_id: str, reason: str) -> None:
        op = self.context.runner.command(self, partial(_strike, row_id, self._made[row_id].reading_id, reason))
        op.success(partial(self._on_struck, row_id)).failure(partial(self._on_refused, row_id)).run()

    def _on_struck(self, row_id: str, reading_id: str) -> None:
        self._made.pop(row_id, None)
        self._corrects[row_id] = reading_id
        if self.sheet is not None:
            self.sheet.lines.open_line(row_id, is_kept=True)
            self.sheet.go_to(row_id)
        self.context.say(tr(STRUCK), Tone.INFO)
        self.actions_changed.emit()

    def _on_line_changed(self) -> None:
        if self.sheet is None or self.seen is None:
            return
        row_id = self.sheet.current_id()
        person = self._people.get(row_id)
        line = self.sheet.lines.line(self.sheet.lines.row_of(row_id)) if row_id else None
        self.card.show_line(person, line, self.seen, self.context.clock.now())
        self.summary_changed.emit(tr(SUM, count=len(self._people), saved=self.sheet.lines.saved()))
        self.actions_changed.emit()

    def _on_failed(self, failure: Failure) -> None:
        self.states.show_error(failure.words, failure.details, can_retry=failure.is_retryable)

    def _current(self) -> str:
        return "" if self.sheet is None else self.sheet.current_id()

    def _why_open(self) -> str | None:
        if self.sheet is None or not self._current():
            return tr(NOBODY)
        row = self.sheet.lines.rows()[self.sheet.lines.row_of(self._current())]
        return tr(NOT_CLOSED) if row.why_not is None else None

    def _why_not_mine(self) -> str | None:
        return self._why_open() or (None if self._current() in self._made else tr(NOT_HERE))

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
                "treatment.measure_again", AGAIN, self.measure_again, "rotate", "Ctrl+Shift+L", MEASURE,
                self._why_open,
            ),
            ActionSpec(
                "treatment.correct_vitals", CORRECT, self.correct, "edit", "Ctrl+E", STRIKE_OUT,
                self._why_not_mine,
            ),
        )  # fmt: skip

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        if self.seen is None:
            self.states.show_loading()
        self._is_entered = True
        self.ask()

    @override
    def refresh(self, change: Change) -> None:
        if self.seen is not None and not TABLES.isdisjoint(change.tables):
            self.ask()

    @override
    def flush(self) -> None:
        if self._keeper is not None:
            self._keeper.flush()

    @override
    def leave(self, go: Callable[[], None]) -> None:
        if self.sheet is not None:
            self.sheet.view.commit_cell()
        self.flush()
        go()

    @override
    def first_focus(self) -> QWidget:
        offer = None if self._keeper is None else self._keeper.offer()
        # What was typed and not saved is answered for before anything else is typed.
        return self.list_field if offer is None else offer.recover_button


def _measure(command: MeasureVitals, uow: Any) -> Measured:
    return measure_vitals(uow, command)


def _strike(stay_id: str, reading_id: str, reason: str, uow: Any) -> str:
    found = {one.written.entry_id: one.written.version for one in list_vitals(uow, stay_id)}
    strike_out(uow, StrikeOut(EntryKind.VITALS, reading_id, found.get(reading_id, 0), reason))
    return reading_id
