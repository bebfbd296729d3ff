"""Vắng mặt on a person's page: the case that matters now, what can be done, everything done about it."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from facility_app.kernel.change import Change
from facility_app.kernel.labels import Label, label
from facility_app.modules.absences.domain import KEEP_CASES, VIEW_ABSENCES
from facility_app.modules.absences.domain.cases import is_overdue
from facility_app.modules.absences.papers.sheets import escort_paper
from facility_app.modules.absences.queries.person import PersonAbsences, read_person
from facility_app.modules.absences.ui import columns, deeds_case, deeds_out, facts, places, verbs
from facility_app.modules.absences.ui.deeds_case import CaseAsking
from facility_app.modules.absences.ui.deeds_out import Asking
from facility_app.modules.absences.ui.press import Press
from facility_app.modules.absences.ui.printed import Sheets
from facility_app.ui.dialogs.form_dialog import FormDialog
from facility_app.ui.i18n import tr
from facility_app.ui.lists.read_pane import ReadPane
from facility_app.ui.lists.short_card import ShortCard
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.theme import Tone

TITLE, CASES = label("absences", "Vắng mặt"), label("absences", "Các lần vắng mặt")
STEPS, ESCORTS = label("absences", "Việc đã làm, đã báo"), label("absences", "Áp giải, đưa đón")
PAPERS = label("absences", "Văn bản của hồ sơ")
NO_CASE = label("absences", "Hãy chọn một lần vắng mặt trước.")
PRINT_ESCORT, OPEN_PAPER = label("verbs", "In lệnh"), label("verbs", "Mở văn bản")
NOTHING = label("absences", "Người này đang có mặt và chưa vắng lần nào.")
DONE = label("absences", "Đã ghi: {what}.")
STAYING: Final = frozenset({deeds_case.STEP, deeds_case.ESCORT, deeds_case.HANDOVER, deeds_case.CAUSE})
LEAST: Final = 146
"""Height of a card with one row, at 100 %."""
ROW: Final = 36
"""And of each further row."""
MOST_ROWS: Final = 6


class AbsencePane(ReadPane):
    """Reads one person's absences and shows them; reads again whenever something of it was saved.

    Attributes:
        states: the faces.
        cases: the cases; the one chosen is shown.
    """

    def __init__(self, press: Press, context: PageContext, resident_id: str) -> None:
        """Ask; the cards are made one by one when there is an answer."""
        super().__init__(context)
        self.resident_id, self._press = resident_id, press
        self.seen: PersonAbsences | None = None
        self._case_id = ""
        self._cards: dict[str, ShortCard] = {}
        self._sheets = Sheets(context, press, self)
        self._minute = QTimer(self)
        self._minute.setInterval(places.A_MINUTE_MS)
        self._minute.timeout.connect(self.look_again)
        self.ask()

    @override
    def ask(self) -> None:
        """Read everything."""
        op = self.context.runner.query(self, partial(_read, self.resident_id, self._case_id), topic="absences")
        op.success(self._on_read).failure(self.failed).run()

    def look_again(self) -> None:
        """A minute went by: read again when somebody should be back by now, and only then."""
        cases = () if self.seen is None else self.seen.cases
        now = self.context.clock.now()
        if any(is_overdue(one.state, one.due_back_at, now) != one.is_overdue for one in cases):
            self.ask()

    def show_case(self, case_id: str) -> None:
        """Show another case of the person."""
        self._case_id = case_id
        self.ask()

    def begin(self, verb: Label) -> None:
        """Ask about a new absence."""
        seen = self.seen
        if seen is None or seen.stay is None:
            return
        one = Asking(self.context, self._press, self, seen.stay, seen.name)
        asks: dict[Label, Callable[[Asking], FormDialog[Any]]] = {
            deeds_out.HOSPITAL: deeds_out.ask_hospital,
            deeds_out.APPLICATION: deeds_out.ask_application,
            deeds_out.REQUEST: deeds_out.ask_request,
            deeds_out.RELIEF: deeds_out.ask_relief,
            deeds_out.ESCAPE: partial(deeds_out.ask_escape, may_sign=seen.may_sign),
            deeds_out.OVERSTAY: partial(deeds_out.ask_escape, may_sign=seen.may_sign, is_overstay=True),
            deeds_out.LEFT: deeds_out.ask_left,
            deeds_out.DEATH: deeds_out.ask_death,
            **{held: partial(deeds_out.ask_held, verb=held) for held in deeds_out.HELD},
        }
        asks[verb](one).saved.connect(partial(self._on_saved, verb))

    def go_on(self, verb: Label) -> None:
        """Ask about the case shown."""
        one = self._asking()
        if one is None:
            return
        asks: dict[Label, Callable[[CaseAsking], FormDialog[Any]]] = {
            deeds_case.ALLOW: deeds_case.ask_allow,
            deeds_case.REFUSE: partial(deeds_case.ask_reason, verb=deeds_case.REFUSE),
            deeds_case.WITHDRAW: partial(deeds_case.ask_reason, verb=deeds_case.WITHDRAW),
            deeds_case.EXTEND: deeds_case.ask_extend,
            deeds_case.DEPART: deeds_case.ask_depart,
            deeds_case.BACK: deeds_case.ask_back,
            deeds_case.RULING: deeds_case.ask_ruling,
            deeds_case.SEARCH: deeds_case.ask_search,
            deeds_case.END_LEFT: deeds_case.ask_end_left,
            deeds_case.ARRIVED: deeds_case.ask_arrived,
            deeds_case.CAUSE: deeds_case.ask_cause,
            deeds_case.STEP: deeds_case.ask_step,
            deeds_case.ESCORT: deeds_case.ask_escort,
        }
        asks[verb](one).saved.connect(partial(self._on_saved, verb))

    def print_pack(self) -> None:
        """The alarm file, V-43 behind it."""
        if self.seen is not None and self.seen.case is not None:
            self._sheets.show_pack(self.seen.case.case_id, "ho so bao dong")

    def print_dossier(self) -> None:
        """The dossier of a death: its notices and what is still to do."""
        if self.seen is not None and self.seen.case is not None:
            self._sheets.show_dossier(self.seen.case.case_id, "ho so nguoi chet")

    def print_escort(self) -> None:
        """The order chosen."""
        row = self.escorts.row()
        if row is not None:
            self._sheets.show(partial(_escort_paper, row.id), "lenh ap giai")

    def hand_over(self) -> None:
        """The escort chosen has handed the person over."""
        row, one = self.escorts.row(), self._asking()
        if row is not None and one is not None:
            dialog = deeds_case.ask_handover(one, row)
            dialog.saved.connect(partial(self._on_saved, deeds_case.HANDOVER))

    def open_paper(self) -> None:
        """The paper chosen."""
        row = self.papers.row()
        if row is not None:
            self._open_paper(row.id)

    def _open_paper(self, row_id: str) -> None:
        found = [] if self.seen is None else [one for one in self.seen.doings.papers if one.id == row_id]
        if found:
            self.context.go(Route(self._press.paper_page, found[0].paper_id))

    def _asking(self) -> CaseAsking | None:
        seen = self.seen
        if seen is None or seen.case is None:
            return None
        return CaseAsking(self.context, self._press, self, seen.case, seen.name)

    def _make_cases(self) -> ShortCard:
        self.cases = self.add_list("absences.cases", CASES, columns.CASES, columns.case_id, columns.NO_CASES)
        self.cases.row_activated.connect(self.show_case)
        return self.cases

    def _make_steps(self) -> ShortCard:
        self.steps = self.add_list("absences.steps", STEPS, columns.STEPS, columns.step_id, columns.NO_STEPS)
        step = partial(self.go_on, deeds_case.STEP)
        self.steps.set_actions(
            (ActionSpec("absences.record_step", deeds_case.STEP, step, "check", "", KEEP_CASES, self._why_none),)
        )
        return self.steps

    def _make_escorts(self) -> ShortCard:
        self.escorts = self.add_list(
            "absences.escorts", ESCORTS, columns.ESCORTS, columns.escort_id, columns.NO_ESCORTS
        )
        escort = partial(self.go_on, deeds_case.ESCORT)
        no_row = self.escorts.why_no_row
        self.escorts.set_actions(
            (
                ActionSpec(
                    "absences.order_escort", deeds_case.ESCORT, escort, "plus", "", KEEP_CASES, self._why_none
                ),
                ActionSpec(
                    "absences.print_escort", PRINT_ESCORT, self.print_escort, "printer", "", VIEW_ABSENCES, no_row
                ),
                ActionSpec(
                    "absences.record_handover",
                    deeds_case.HANDOVER,
                    self.hand_over,
                    "check",
                    "",
                    KEEP_CASES,
                    no_row,
                ),
            )
        )
        return self.escorts

    def _make_papers(self) -> ShortCard:
        self.papers = self.add_list("absences.papers", PAPERS, columns.PAPERS, columns.paper_id, columns.NO_PAPERS)
        self.papers.row_activated.connect(self._open_paper)
        self.papers.set_actions(
            (
                ActionSpec(
                    "absences.open_paper", OPEN_PAPER, self.open_paper, "file-text", "", VIEW_ABSENCES,
                    self.papers.why_no_row,
                ),
            )
        )  # fmt: skip
        return self.papers

    def _why_none(self) -> str | None:
        return tr(NO_CASE) if self.seen is None or self.seen.case is None else None

    def _on_read(self, seen: PersonAbsences) -> None:
        self.seen = seen
        self.turns.run(self._show(seen))

    def _show(self, seen: PersonAbsences) -> Iterator[None]:
        """One card a step; the first time each is made before it is shown."""
        if self.seen is not seen:
            return
        self.states.show_content()
        if not self.is_made:
            self.head = self.add_head(TITLE)
        self._show_head(seen)
        yield
        for list_id, make, rows in (
            ("absences.cases", self._make_cases, seen.cases),
            ("absences.steps", self._make_steps, seen.doings.steps),
            ("absences.escorts", self._make_escorts, seen.doings.escorts),
            ("absences.papers", self._make_papers, seen.doings.papers),
        ):
            if not self.is_made:
                self._cards[list_id] = make()
            self._show_rows(self._cards[list_id], rows)
            yield
        if not self.is_made:
            self.column.addStretch(1)
        self.is_made = True
        if seen.case is not None:
            self.cases.select_when_here(seen.case.case_id)

    def _show_head(self, seen: PersonAbsences) -> None:
        self.head.figures.set_rows(() if seen.case is None else facts.lines_of(seen.case, seen.now, seen.owed))
        if self.head.head is not None:
            self.head.head.set_text(tr(TITLE) if seen.case is not None else tr(NOTHING))
        self.head.bar.set_actions(verbs.actions_of(seen, self))

    def _show_rows(self, card: ShortCard, rows: Sequence[Any]) -> None:
        card.show_rows(rows)
        # As high as what it holds: what was done stands in sight below the one absence most people have.
        card.setFixedHeight(self.context.theme.px(LEAST + ROW * (min(max(len(rows), 1), MOST_ROWS) - 1)))

    def _on_saved(self, verb: Label, answer: Any) -> None:
        notices = getattr(answer, "notices", ())
        self.context.say(" ".join((tr(DONE, what=tr(verb)), *notices)), Tone.WARNING if notices else Tone.OK)
        if verb not in STAYING:
            # The case open now is the one to be seen.
            self._case_id = ""
        self.ask()
        self.first_focus().setFocus()

    @override
    def first_focus(self) -> QWidget:
        return self.cases.table if self.is_made else self

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._minute.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._minute.stop()

    @override
    def refresh(self, change: Change) -> None:
        if not places.TABLES.isdisjoint(change.tables):
            self.ask()


def _read(resident_id: str, case_id: str, uow: Any) -> PersonAbsences:
    return read_person(uow, resident_id, case_id)


def _escort_paper(escort_id: str, uow: Any) -> Any:
    return escort_paper(uow, escort_id)
