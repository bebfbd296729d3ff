"""Y tế on a person's page: today in one glance, the medical record below it, the charts at the end."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from facility_app.kernel.change import Change
from facility_app.kernel.labels import Label, label
from facility_app.modules.treatment.domain.record import NoteKind
from facility_app.modules.treatment.domain.rights import READ_VITALS, STRIKE_OUT
from facility_app.modules.treatment.queries.person import PersonHealth, read_person
from facility_app.modules.treatment.queries.record import RecordView
from facility_app.modules.treatment.service.looking import OpenRecord, open_record
from facility_app.modules.treatment.service.striking import StrikeOut, strike_out
from facility_app.modules.treatment.service.triage import StrikeTriage, strike_triage
from facility_app.modules.treatment.ui import (
    fitness_forms,
    health_check_forms,
    oxygen_forms,
    place_forms,
    plan_forms,
    record_forms,
    record_verbs,
    serious_forms,
    triage_forms,
)
from facility_app.modules.treatment.ui.chart_card import ChartCard
from facility_app.modules.treatment.ui.record_entries import Entry, entries_of
from facility_app.modules.treatment.ui.record_forms import Asking
from facility_app.modules.treatment.ui.record_glance import GlanceCard, open_flags
from facility_app.modules.treatment.ui.record_list import RecordList
from facility_app.modules.treatment.ui.record_papers import RecordPapers
from facility_app.ui.dialogs.reason import ReasonDialog
from facility_app.ui.i18n import tr
from facility_app.ui.lists.read_pane import ReadPane
from facility_app.ui.printing.sheets import PlainPress
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone

DONE = label("treatment", "Đã ghi: {what}.")
STRUCK = label("treatment", "Đã gạch bỏ. Bấm “Ghi lại cho đúng” nếu cần ghi lại mục này.")
WHY_STRIKE = label("treatment", "Mục này vẫn đọc được, kèm người gạch bỏ, lúc nào và lý do.")
WHY_OPEN = label("treatment", "Lần mở này được ghi vào nhật ký truy cập cùng mục đích.")
FREQUENT: Final = (
    label("treatment", "Ghi nhầm người"),
    label("treatment", "Ghi nhầm giờ"),
    label("treatment", "Ghi nhầm nội dung"),
)
TABLES: Final = frozenset(
    {
        *("medical_record", "door_triage", "red_flag", "medical_note", "diagnosis", "vital_reading"),
        *(
            "instrument_score",
            "observation_plan",
            "oxygen_target",
            "self_harm_watch",
            "watch_look",
            "stay",
            "resident",
        ),
        *("medicine_allergy", "allergy_asked", "work_fitness", "health_check"),
    }
)
A_MINUTE_MS: Final = 60_000


class HealthPane(ReadPane):
    """Reads one person's health and shows it; reads again whenever something of it was saved.

    Attributes:
        states: the faces.
        seen: what was read; None before.
    """

    def __init__(self, press: PlainPress, context: PageContext, resident_id: str) -> None:
        """Ask; the cards are made one by one when there is an answer."""
        super().__init__(context)
        self.resident_id, self._press = resident_id, press
        self.seen: PersonHealth | None = None
        self._opened: RecordView | None = None
        self._stay_id = ""
        self.papers = RecordPapers(press, context, self, self._asking, self._person, self._chosen)
        self._minute = QTimer(self)
        self._minute.setInterval(A_MINUTE_MS)
        self._minute.timeout.connect(self.look_again)
        self.ask()

    @override
    def ask(self) -> None:
        """Read everything."""
        work = partial(_read, self.resident_id, self._stay_id)
        op = self.context.runner.query(self, work, topic="health")
        op.success(self._on_read).failure(self.failed).run()

    def look_again(self) -> None:
        """A minute went by: how far the next observation is changes with the clock alone."""
        if self.seen is not None and (self.seen.due or self.seen.watch is not None):
            self.ask()

    def show_stay(self, stay_id: str) -> None:
        """The record of another stay."""
        self._stay_id, self._opened = stay_id, None
        self.ask()

    def ask_triage(self) -> None:
        """Triage."""
        self._follow(triage_forms.ask_triage(self._asking()), triage_forms.TRIAGE)

    def ask_answer(self) -> None:
        """The first red flag that waits, or another of them."""
        flags = () if self.seen is None else open_flags(self.seen)
        if flags:
            self._follow(triage_forms.ask_answer(self._asking(), flags), triage_forms.ANSWER)

    def ask_plan(self) -> None:
        """A schedule of observation."""
        if self.seen is not None:
            self._follow(plan_forms.ask_start(self._asking(), plan_forms.offered(self.seen)), plan_forms.START)

    def ask_plan_end(self) -> None:
        """A schedule that runs is over."""
        plans = () if self.seen is None else plan_forms.running(self.seen)
        if plans:
            self._follow(plan_forms.ask_end(self._asking(), plans), plan_forms.END)

    def ask_oxygen(self) -> None:
        """A target of SpO2."""
        self._follow(oxygen_forms.ask_set(self._asking()), oxygen_forms.SET)

    def ask_oxygen_end(self) -> None:
        """The target of SpO2 is taken back."""
        target = None if self.seen is None else self.seen.oxygen_target()
        if target is not None:
            self._follow(oxygen_forms.ask_end(self._asking(), target), oxygen_forms.END)

    def ask_place(self) -> None:
        """A place for a reason of health."""
        self._follow(place_forms.ask(self._asking()), place_forms.ASK)

    def ask_event(self) -> None:
        """Something serious happened to this person; its dossier stands on the page of events."""
        stay_id = self._asking().stay_id
        self._follow(serious_forms.ask_record(self.context, self, stay_id), serious_forms.RECORD)

    def ask_health_check(self) -> None:
        """The yearly examination, or the one before leaving."""
        one = self._asking()
        dialog = health_check_forms.ask_record(self.context, self, one.stay_id, one.name)
        self._follow(dialog, health_check_forms.RECORD)

    def ask_fitness(self) -> None:
        """Whether somebody may work."""
        self._follow(fitness_forms.ask_decide(self._asking()), fitness_forms.DECIDE)

    def strike_fitness(self) -> None:
        """Ask why the last answer about work is struck out."""
        if self.seen is None:
            return
        title = tr(fitness_forms.STRIKE)
        text = fitness_forms.strike_text(self.seen)
        dialog = ReasonDialog(self.context.theme, title, text, verb=tr(record_verbs.STRIKE), parent=self)
        dialog.given.connect(self._on_strike_fitness)
        dialog.open()

    def ask_note(self, kind: NoteKind) -> None:
        """An entry of that kind."""
        self._follow(record_forms.ask_note(self._asking(), kind), record_forms.NOTE_VERBS[kind])

    def ask_diagnosis(self) -> None:
        """A diagnosis; the first of a stay is the main one."""
        has_main = self.seen is not None and any(one.is_main_now for one in self.seen.diagnoses)
        dialog = record_forms.ask_diagnosis(self._asking(), is_main=not has_main)
        self._follow(dialog, record_forms.DIAGNOSE)

    def strike(self) -> None:
        """Ask why the entry chosen is struck out."""
        one = self.records.chosen_entry()
        if one is None:
            return
        dialog = ReasonDialog(
            self.context.theme,
            tr(record_verbs.STRIKE),
            f"{one.title} · {one.text}\n{tr(WHY_STRIKE)}",
            verb=tr(record_verbs.STRIKE),
            frequent=tuple(map(tr, FREQUENT)),
            parent=self,
        )
        dialog.given.connect(partial(self._on_strike_reason, one))
        dialog.open()

    def write_again(self) -> None:
        """The entry chosen, which was struck out, as it should have been."""
        one = self.records.chosen_entry()
        if one is None or record_verbs.why_not_again(one) is not None:
            return
        if one.note_kind is not None:
            asked = record_forms.ask_note(self._asking(), one.note_kind, text=one.body, corrects_id=one.entry_id)
        else:
            asked = record_forms.ask_diagnosis(
                self._asking(), code=one.code, is_main=one.is_main, note=one.body, corrects_id=one.entry_id
            )
        self._follow(asked, record_verbs.AGAIN)

    def open_record(self) -> None:
        """Whoever treats nobody says why they read it."""
        dialog = ReasonDialog(
            self.context.theme, tr(record_verbs.OPEN), tr(WHY_OPEN), verb=tr(record_verbs.OPEN), parent=self
        )
        dialog.given.connect(self._on_purpose_given)
        dialog.open()

    def _person(self) -> PersonHealth | None:
        return self.seen

    def _chosen(self) -> Entry | None:
        return self.records.chosen_entry() if self.is_made else None

    def _asking(self) -> Asking:
        seen = self.seen
        stay_id = "" if seen is None or seen.stay is None else seen.stay.stay_id
        name, sex = ("", None) if seen is None else (seen.name, seen.sex)
        return Asking(self.context, self, self.resident_id, stay_id, name, sex)

    def _follow(self, dialog: Any, verb: Label) -> None:
        dialog.saved.connect(partial(self._on_saved, verb))

    def _make(self) -> Iterator[None]:
        self.glance = GlanceCard(self.context, self.inner)
        self.column.addWidget(self.glance)
        yield
        self.records = RecordList(self.context, self.inner)
        self.records.chosen.connect(self._on_chosen)
        self.records.entry.strike_button.clicked.connect(self.strike)
        self.records.entry.again_button.clicked.connect(self.write_again)
        self.records.entry.print_button.clicked.connect(self.papers.print_chosen)
        self.column.addWidget(self.records)
        yield
        if self.context.may(READ_VITALS):
            self.charts = ChartCard(self.context, self._press, self.inner)
            self.column.addWidget(self.charts)
        self.column.addStretch(1)

    def _why_not_strike(self) -> str | None:
        return record_verbs.why_not_strike(self.records.chosen_entry(), self.context)

    def _why_not_again(self) -> str | None:
        return record_verbs.why_not_again(self.records.chosen_entry())

    def _on_read(self, seen: PersonHealth) -> None:
        self.seen = self._with_opened(seen)
        self.turns.run(self._show(self.seen))

    def _with_opened(self, seen: PersonHealth) -> PersonHealth:
        """What the head opened stays to be read as long as the tab is."""
        view = self._opened
        if view is None or seen.reads_record:
            return seen
        return replace(
            seen,
            number=view.number,
            reads_record=True,
            triages=view.triages,
            notes=view.notes,
            diagnoses=view.diagnoses,
            checks=view.checks,
        )

    def _show(self, seen: PersonHealth) -> Iterator[None]:
        if self.seen is not seen:
            return
        self.states.show_content()
        if not self.is_made:
            yield from self._make()
            self.is_made = True
        verbs = record_verbs.actions_of(seen, self, self.context)
        self.glance.show_health(seen, (*verbs, *self.papers.actions()))
        yield
        self.records.show_entries(entries_of(seen), seen.number)
        yield
        if self.context.may(READ_VITALS):
            self.charts.show_stay("" if seen.stay is None else seen.stay.stay_id)

    def _on_chosen(self) -> None:
        self.records.entry.offer(
            self._why_not_strike(), self._why_not_again(), is_writer=self.context.may(STRIKE_OUT)
        )
        self.records.entry.print_button.setVisible(self.papers.has_paper())
        self.glance.bar.recheck()

    def _on_saved(self, verb: Label, answer: object) -> None:
        self.context.say(tr(DONE, what=tr(verb)), Tone.OK)
        if isinstance(answer, str):
            self.records.select(answer)
        self.ask()
        self.first_focus().setFocus()

    def _on_strike_reason(self, one: Entry, reason: str) -> None:
        op = self.context.runner.command(self, partial(_strike, one, reason))
        op.success(self._on_struck).failure(self._on_refused).run()

    def _on_strike_fitness(self, reason: str) -> None:
        stay = None if self.seen is None else self.seen.stay
        if stay is not None:
            op = self.context.runner.command(self, partial(fitness_forms.strike, stay.stay_id, reason))
            op.success(self._on_struck_fitness).failure(self._on_refused).run()

    def _on_struck_fitness(self, _answer: object) -> None:
        self.context.say(tr(fitness_forms.STRUCK), Tone.OK)
        self.ask()

    def _on_struck(self, _answer: object) -> None:
        self.context.say(tr(STRUCK), Tone.OK)
        self.ask()

    def _on_purpose_given(self, purpose: str) -> None:
        stay = None if self.seen is None else self.seen.stay
        if stay is not None:
            op = self.context.runner.command(self, partial(_open, stay.stay_id, purpose))
            op.success(self._on_opened).failure(self._on_refused).run()

    def _on_opened(self, view: RecordView) -> None:
        self._opened = view
        self.ask()

    def _on_refused(self, failure: Failure) -> None:
        self.context.say(failure.words, Tone.DANGER)

    @override
    def first_focus(self) -> QWidget:
        return self.records.card.table if self.is_made else self

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
        if not TABLES.isdisjoint(change.tables):
            self.ask()
        if self.is_made and self.context.may(READ_VITALS):
            self.charts.refresh(change)


def _read(resident_id: str, stay_id: str, uow: Any) -> PersonHealth:
    return read_person(uow, resident_id, stay_id)


def _strike(one: Entry, reason: str, uow: Any) -> None:
    if one.kind is None:
        strike_triage(uow, StrikeTriage(one.entry_id, one.written.version, reason))
    else:
        strike_out(uow, StrikeOut(one.kind, one.entry_id, one.written.version, reason))


def _open(stay_id: str, purpose: str, uow: Any) -> RecordView:
    return open_record(uow, OpenRecord(stay_id, purpose))
