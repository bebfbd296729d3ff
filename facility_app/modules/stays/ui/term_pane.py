"""The tab of the term: its picture, why the day of leaving is that day, what happened, every arrow from here."""

from collections.abc import Iterator
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from facility_app.kernel.labels import Label, label
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.stays.domain.findings import Finding
from facility_app.modules.stays.domain.presence import PRESENCE_VERBS
from facility_app.modules.stays.domain.rights import (
    ADMIT,
    EXPLAIN_OVERHELD,
    RECORD_DECISIONS,
    RELEASE,
    SETTLE_TERM,
    VOID_STAYS,
)
from facility_app.modules.stays.domain.types import PresenceState, StayType
from facility_app.modules.stays.queries.detail import EventRow
from facility_app.modules.stays.queries.overview import StayOverview
from facility_app.modules.stays.queries.stays import StayDetail
from facility_app.modules.stays.service.ending import ExplainOverheld, VoidStay, explain_overheld, void_stay
from facility_app.modules.stays.ui import credit, exit_correcting, ledger, picture, settling, words
from facility_app.modules.stays.ui.cards_pane import StayPane
from facility_app.modules.stays.ui.decisions_card import DecisionsCard
from facility_app.modules.stays.ui.events_card import CONFIRM, EventsCard
from facility_app.modules.stays.ui.findings_card import Cure, FindingsCard
from facility_app.modules.stays.ui.head_card import HeadCard
from facility_app.modules.stays.ui.history_cards import changes_card, counted_card
from facility_app.modules.stays.ui.moves import ask_move, move_actions
from facility_app.modules.stays.ui.rows_card import RowsCard
from facility_app.modules.stays.ui.scanning import Scans
from facility_app.ui.charts import SpanChart
from facility_app.ui.dialogs import CodeDialog, FormDialog, ReasonDialog
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import ActionSpec, PageContext
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Card
from facility_app.ui.widgets import words as text_label

EXPLAIN = label("verbs", "Giải trình giữ quá ngày")
EXPLAIN_TEXT = label("stays", "{name} phải ra từ ngày {day}. Lời giải trình có giá trị trong hôm nay.")
EXPLAIN_VERB = label("verbs", "Ghi giải trình")
EXPLAINED = label("stays", "Đã ghi giải trình cho hôm nay.")
EXPLAINED_ALREADY = label("stays", "Hôm nay đã có giải trình. Ngày mai, nếu còn giữ, cần giải trình lại.")
VOID = label("verbs", "Gạch bỏ lần cai nghiện ghi nhầm…")
VOID_TITLE = label("stays", "Gạch bỏ lần cai nghiện này?")
VOID_TEXT = label("stays", "{name}. Chỉ dùng khi ghi nhầm và chưa có sự kiện nào; người đã ra thì ghi kết thúc.")
VOID_GO_ON, VOID_VERB = label("verbs", "Tiếp tục"), label("verbs", "Gạch bỏ")
VOIDED = label("stays", "Đã gạch bỏ lần cai nghiện {code}.")
OTHER = label("verbs", "Xem lần cai nghiện khác")
MOVED = label("stays", "Đã ghi: {what}.")
ENDED = label("stays", "Đã ghi kết thúc lần cai nghiện.")
TERM_SET = label("stays", "Đã lưu; thời hạn đã tính lại.")
POLICE_SET = label("stays", "Đã lưu Công an cấp xã có liên quan.")
CONVERTED = label("stays", "Đã mở lần cai nghiện bắt buộc {code}; thời gian quản lý được trừ.")
CREDITED = label("stays", "Đã trừ thời gian quản lý; thời hạn đã tính lại.")
EXIT_CORRECTED = label("stays", "Đã sửa lý do ra.")
GOES_ON = label("stays", "Lần này tiếp nối bằng lần cai nghiện bắt buộc nên lý do ra không sửa.")
ADD_PAPER = label("verbs", "Bổ sung giấy tờ")
DECIDE = label("verbs", "Quyết định cách tính")
CURES: Final[dict[str, Label]] = {
    "no_paper": ADD_PAPER,
    "waiver_no_paper": ADD_PAPER,
    "act_no_paper": ADD_PAPER,
    "longer_no_paper": ADD_PAPER,
    "remand_undecided": DECIDE,
}
"""Warnings of the clock that the form of the event puts right."""
ADD_DECISION = label("verbs", "Ghi quyết định")
ADMIT_AGAIN = label("verbs", "Tiếp nhận lần mới")


class TermPane(StayPane):
    """The term of one stay. Its verbs have keys; what cannot be done says why."""

    def __init__(self, scans: Scans, context: PageContext, resident_id: str) -> None:
        """Ask; ``scans`` is what scans of decisions are taken in and shown with."""
        # First: where everything is done at once, asking makes the cards.
        self._scans = scans
        self.chart: SpanChart | None = None
        super().__init__(context, resident_id)

    @override
    def show_cards(self, seen: StayOverview) -> Iterator[None]:
        for show in (self._show_head, self._show_picture, self._show_findings, self._show_ledger):
            show(seen)
            yield
        for show in (self._show_events, self._show_decisions, self._show_changes, self._show_counted):
            show(seen)
            yield

    def _show_head(self, seen: StayOverview) -> None:
        if not self.is_made:
            self.head = HeadCard(self.context, self.inner)
            self.put(self.head)
        self.head.show_stay(seen, self.verbs_of(seen))

    def _show_picture(self, seen: StayOverview) -> None:
        if not self.is_made:
            self.chart_card = Card(self.context.theme, tr(picture.TITLE), parent=self.inner)
            self.put(self.chart_card)
        plan = picture.plan_of(seen)
        if self.chart is None:
            self.chart = SpanChart(self.context.theme, tr(picture.TITLE), plan)
            self.chart_card.body.addWidget(self.chart)
        else:
            self.chart.set_plan(plan)

    def _show_findings(self, seen: StayOverview) -> None:
        if not self.is_made:
            self.findings = FindingsCard(self.context, parent=self.inner)
            self.put(self.findings)
        told = [(one, self._cure(seen, one)) for one in seen.answer.warnings]
        self.findings.show_findings([*told, *((one, self._cure_paper(one)) for one in seen.on_paper)])

    def _show_ledger(self, seen: StayOverview) -> None:
        if not self.is_made:
            self.ledger = self._made_ledger()
            self.put(self.ledger)
        if self.ledger.head is not None:
            self.ledger.head.set_text(ledger.title_of(seen.answer))
        self.ledger.show_rows(ledger.rows_of(seen.answer))

    def _made_ledger(self) -> RowsCard:
        context, px = self.context, self.context.theme.px
        made = RowsCard(
            context, "stays.ledger", ledger.TITLE, ledger.COLUMNS, ledger.row_id, empty=ledger.EMPTY,
            parent=self.inner,
        )  # fmt: skip
        self.why_label = text_label("", ink=Tone.NEUTRAL, is_wrapped=True)
        self.why_label.setObjectName("why_label")
        self.why_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.why_label.setContentsMargins(px(14), 0, px(14), px(4))
        self.why_label.setMinimumWidth(1)
        made.body.addWidget(self.why_label)
        made.selection_changed.connect(self._on_line_selected)
        return made

    def _show_events(self, seen: StayOverview) -> None:
        if not self.is_made:
            self.events = EventsCard(self.context, self.inner)
            self.put(self.events)
        self.events.show_stay(seen)

    def _show_decisions(self, seen: StayOverview) -> None:
        if not self.is_made:
            self.decisions = DecisionsCard(self.context, self.inner)
            self.decisions.use(self._scans)
            self.put(self.decisions)
        self.decisions.show_stay(seen)

    def _show_changes(self, seen: StayOverview) -> None:
        if not self.is_made:
            self.changes = changes_card(self.context, self.inner)
            self.put(self.changes)
        self.changes.show_rows(seen.changes)

    def _show_counted(self, seen: StayOverview) -> None:
        if not self.is_made:
            self.counted = counted_card(self.context, self.inner)
            self.put(self.counted)
        self.counted.show_rows(seen.counted)

    @override
    def first_focus(self) -> QWidget:
        return self.ledger.table if self.is_made and self.seen is not None else super().first_focus()

    def verbs_of(self, seen: StayOverview) -> tuple[ActionSpec, ...]:
        """What can be done about a stay, the likeliest first."""
        stay = seen.stay
        others: tuple[ActionSpec, ...] = ()
        if len(seen.stays) > 1:
            others = (ActionSpec("stays.show_other", OTHER, self.show_next, "history", is_in_menu=True),)
        if not stay.is_open:
            is_free = not any(one.is_open for one in seen.stays)
            again = ActionSpec("stays.admit_resident", ADMIT_AGAIN, self.admit, "door-enter", "Ctrl+N", ADMIT)
            correct = ActionSpec(
                "stays.correct_exit", exit_correcting.CORRECT, self.correct_exit, "pencil", "", RELEASE,
                self._why_no_correction, is_in_menu=True,
            )  # fmt: skip
            return (*((again,) if is_free else ()), *others, correct)
        moves = move_actions(stay, self.ask_arrow)
        end = ActionSpec("stays.end_stay", settling.END_BUTTON, self.end, "door-exit", "Ctrl+Shift+K", RELEASE)
        lead = 1 if stay.presence is not PresenceState.INSIDE else 2
        leave_by = seen.answer.leave_by
        if leave_by is not None and leave_by <= seen.on:
            # From the day of leaving the way out comes first.
            first = (end, *self._explaining(seen), *self._converting(stay), *moves)
        else:
            first = (*self._converting(stay), *moves[:lead], end, *moves[lead:])
        return (*first, *self._settling(), *others)

    def show_next(self) -> None:
        """Show the stay before the one shown; after the first the last one again."""
        if self.seen is not None:
            ids = [one.stay_id for one in self.seen.stays]
            self.show_other(ids[(ids.index(self.seen.stay.stay_id) + 1) % len(ids)])

    def ask_arrow(self, verb: str) -> None:
        """Ask about an arrow of presence."""
        if self.seen is not None:
            dialog = ask_move(self.context, self, self.seen.stay, verb, self.name())
            dialog.saved.connect(partial(self._on_moved, verb))

    def end(self) -> None:
        """Ask how the stay ended."""
        self._ask(settling.ask_end, ENDED)

    def correct_exit(self) -> None:
        """Ask for another reason in place of the one written down."""
        self._ask(exit_correcting.ask_correction, EXIT_CORRECTED)

    def _why_no_correction(self) -> str | None:
        goes_on = self.seen is not None and self.seen.stay.exit_code is ExitCode.TEMP_TO_COMPULSORY
        return tr(GOES_ON) if goes_on else None

    def convert(self) -> None:
        """Ask for the court's decision."""
        if self.seen is not None:
            dialog = settling.ask_conversion(self.context, self, self.seen, self.name())
            dialog.saved.connect(self._on_converted)

    def set_term(self) -> None:
        """Ask for law and first day."""
        if self.seen is not None:
            dialog = settling.ask_term(self.context, self, self.seen.stay, self.name())
            dialog.saved.connect(partial(self._on_done, TERM_SET))

    def add_credit(self) -> None:
        """Ask for days held before the term that nobody wrote down when the person came in."""
        if self.seen is not None:
            dialog = credit.ask_credit(self.context, self, self.seen.stay)
            dialog.saved.connect(partial(self._on_done, CREDITED))

    def _why_no_credit(self) -> str | None:
        return None if self.seen is None else credit.why_not(self.seen.stay)

    def set_police(self) -> None:
        """Ask for the commune police."""
        if self.seen is not None:
            dialog = settling.ask_police(self.context, self, self.seen.stay, self.name())
            dialog.saved.connect(partial(self._on_done, POLICE_SET))

    def explain(self) -> None:
        """Ask why the person is still here."""
        seen = self.seen
        if seen is None:
            return
        text = tr(EXPLAIN_TEXT, name=seen.name, day=words.day(seen.answer.leave_by))
        dialog = ReasonDialog(self.context.theme, tr(EXPLAIN), text, verb=tr(EXPLAIN_VERB), parent=self)
        dialog.given.connect(partial(self._on_explained, seen.stay))
        dialog.open()

    def void(self) -> None:
        """Ask for the code, then why."""
        seen = self.seen
        if seen is not None:
            dialog = CodeDialog(
                self.context.theme,
                tr(VOID_TITLE),
                tr(VOID_TEXT, name=seen.name),
                code=seen.stay.code,
                verb=tr(VOID_GO_ON),
                parent=self,
            )
            dialog.confirmed.connect(partial(self._on_void_confirmed, seen.stay))
            dialog.open()

    def _explaining(self, seen: StayOverview) -> tuple[ActionSpec, ...]:
        if not seen.is_overheld:
            return ()
        return (
            ActionSpec(
                "stays.explain_overheld", EXPLAIN, self.explain, "message", "Ctrl+Shift+G", EXPLAIN_OVERHELD,
                partial(_why_explained, seen),
            ),
        )  # fmt: skip

    def _converting(self, stay: StayDetail) -> tuple[ActionSpec, ...]:
        if stay.stay_type is not StayType.TEMPORARY:
            return ()
        return (ActionSpec("stays.convert_temporary", settling.CONVERT, self.convert, "gavel", "", ADMIT),)

    def _settling(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec(
                "stays.set_term", settling.SET_TERM, self.set_term, "scale", "", SETTLE_TERM, is_in_menu=True
            ),
            ActionSpec(
                "stays.record_credit", credit.RECORD, self.add_credit, "plus", "", RECORD_DECISIONS,
                self._why_no_credit, is_in_menu=True,
            ),
            ActionSpec(
                "stays.set_police", settling.SET_POLICE, self.set_police, "shield", "", RECORD_DECISIONS,
                is_in_menu=True,
            ),
            ActionSpec(
                "stays.void_stay", VOID, self.void, "ban", "", VOID_STAYS, is_dangerous=True, is_in_menu=True
            ),
        )  # fmt: skip

    def _cure(self, seen: StayOverview, one: Finding) -> Cure | None:
        """The events come first among the clock's, then the changed decisions."""
        if not 1 <= one.event_no <= len(seen.events) or not self.context.may(RECORD_DECISIONS):
            return None
        event = seen.events[one.event_no - 1]
        if one.code == "paper_unconfirmed" and self.context.may(SETTLE_TERM):
            return Cure(CONFIRM, partial(self._confirm, event))
        if one.code in CURES:
            return Cure(CURES[one.code], partial(self._settle, event))
        return None

    def _cure_paper(self, one: Finding) -> Cure | None:
        if one.code != "assignment_missing" or not self.context.may(RECORD_DECISIONS):
            return None
        return Cure(ADD_DECISION, self._add_decision)

    def _settle(self, event: EventRow) -> None:
        if self.is_made:
            self.events.settle(event)

    def _confirm(self, event: EventRow) -> None:
        if self.is_made:
            self.events.confirm(event)

    def _add_decision(self) -> None:
        if self.is_made:
            self.decisions.add()

    def _on_line_selected(self) -> None:
        row = self.ledger.row()
        self.why_label.setText("" if row is None else ledger.sentence(row))

    def _ask(self, ask: Any, told: Label) -> None:
        if self.seen is not None:
            dialog: FormDialog[Any] = ask(self.context, self, self.seen, self.name())
            dialog.saved.connect(partial(self._on_done, told))

    def _on_done(self, told: Label, _answer: object) -> None:
        self.told(told)

    def _on_moved(self, verb: str, _answer: object) -> None:
        self.context.say(tr(MOVED, what=PRESENCE_VERBS[verb]))
        self.first_focus().setFocus()

    def _on_converted(self, saved: Any) -> None:
        self.context.say(tr(CONVERTED, code=saved.code))
        self.show_other(saved.stay_id)

    def _on_explained(self, stay: StayDetail, text: str) -> None:
        op = self.context.runner.command(self, partial(_explain, ExplainOverheld(stay.stay_id, text)))
        op.success(partial(self._on_done, EXPLAINED)).failure(self._on_refused).run()

    def _on_void_confirmed(self, stay: StayDetail) -> None:
        dialog = ReasonDialog(
            self.context.theme, tr(VOID_TITLE), verb=tr(VOID_VERB), is_dangerous=True, parent=self
        )
        dialog.given.connect(partial(self._on_void_reason, stay))
        dialog.open()

    def _on_void_reason(self, stay: StayDetail, reason: str) -> None:
        op = self.context.runner.command(self, partial(_void, VoidStay(stay.stay_id, stay.version, reason)))
        op.success(partial(self._on_voided, stay.code)).failure(self._on_refused).run()

    def _on_voided(self, code: str, _answer: object) -> None:
        self.context.say(tr(VOIDED, code=code))

    def _on_refused(self, failure: Failure) -> None:
        self.context.say(failure.words, Tone.DANGER)


def _why_explained(seen: StayOverview) -> str | None:
    return tr(EXPLAINED_ALREADY) if seen.is_explained else None


def _explain(order: ExplainOverheld, uow: Any) -> object:
    return explain_overheld(uow, order)


def _void(order: VoidStay, uow: Any) -> None:
    void_stay(uow, order)
