"""The cards of the term: its picture, why the day of leaving is that day, what happened, what can be put right."""

from abc import abstractmethod
from collections.abc import Iterator
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from facility_app.kernel.labels import Label, label
from facility_app.modules.stays.domain.findings import Finding
from facility_app.modules.stays.domain.rights import RECORD_DECISIONS, SETTLE_TERM
from facility_app.modules.stays.queries.detail import EventRow
from facility_app.modules.stays.queries.overview import StayOverview
from facility_app.modules.stays.ui import ledger, picture
from facility_app.modules.stays.ui.cards_pane import StayPane
from facility_app.modules.stays.ui.decisions_card import DecisionsCard
from facility_app.modules.stays.ui.events_card import CONFIRM, EventsCard
from facility_app.modules.stays.ui.findings_card import Cure, FindingsCard
from facility_app.modules.stays.ui.head_card import HeadCard
from facility_app.modules.stays.ui.history_cards import changes_card, counted_card
from facility_app.modules.stays.ui.rows_card import RowsCard
from facility_app.modules.stays.ui.scanning import Scans
from facility_app.ui.charts import SpanChart
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import ActionSpec, PageContext
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Card
from facility_app.ui.widgets import words as text_label

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


class TermCards(StayPane):
    """Everything the tab shows of one stay; what can be done about it, its pane knows."""

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

    @abstractmethod
    def verbs_of(self, seen: StayOverview) -> tuple[ActionSpec, ...]:
        """What can be done about a stay, the likeliest first."""

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
