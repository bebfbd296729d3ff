"""After every decision: the clock is asked again, the answer written down, lists and worklists made true."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.dates import local_date
from facility_app.modules.catalogues.api import WorkCalendar, get_work_calendar
from facility_app.modules.stays.domain.answer import TermAnswer
from facility_app.modules.stays.domain.deadlines import stay_deadlines
from facility_app.modules.stays.domain.due import Deadline, StayFacts
from facility_app.modules.stays.domain.events import TermChanged
from facility_app.modules.stays.domain.exits_seen import seen_answer
from facility_app.modules.stays.domain.hours import hours_deadline
from facility_app.modules.stays.domain.kept import kept_ledger, kept_warnings
from facility_app.modules.stays.domain.owing import is_unconfirmed, is_undecided, lacks_paper
from facility_app.modules.stays.domain.stages import Stage
from facility_app.modules.stays.queries.owed import Kept, last_checks
from facility_app.modules.stays.queries.stored import events_of, stages_of
from facility_app.modules.stays.queries.terms import Terms
from facility_app.modules.stays.service.cards import tell_cards
from facility_app.modules.stays.tables import Stay, StayEvent, TermEvaluation
from facility_app.modules.tasks.api import OweTasks, RaiseTask, SettleTasks, owe_tasks, raise_task, settle_tasks

DAYS_KIND: Final = "stays."
"""Beginning of the kinds of tasks that follow the stay: raised, moved and withdrawn with it."""
_OF_EVENTS: Final[Mapping[str, Callable[[StayEvent], bool]]] = {
    "event_paper": lacks_paper,
    "paper_confirmation": is_unconfirmed,
}
"""Deadlines of which there is one for each event, by what makes an event owe it."""
_WAY_OUT: Final = frozenset(
    {
        *("residence", "completion_notice", "contract_notice", "social_protection", "release_ladder", "stage5"),
        *("examination", "certificate", "device", "release", "after_care"),
    }
)
"""Deadlines that count back from an end."""
STILL_TO_DO: Final = frozenset(
    f"{DAYS_KIND}{code}"
    for code in (
        *("residence", "completion_notice", "contract_notice"),
        *("examination", "certificate", "device", "release"),
    )
)
"""Kinds of what nobody leaves without: for somebody still inside it was not done on paper, however long due."""
HOURS_KIND: Final = "stay_notice."
"""Beginning of those that run in hours from something that happened: only being done takes them off the list."""


@dataclass
class Recount:
    """The clock's answers written down, within one unit of work."""

    uow: UnitOfWork
    terms: Terms

    @classmethod
    def within(cls, uow: UnitOfWork) -> "Recount":
        """For the verbs of one unit of work."""
        return cls(uow, Terms(uow))

    def after(self, stay: Stay, cause: str) -> TermAnswer:
        """Ask the clock about a stay that changed, and let everything follow that rests on the answer.

        Args:
            stay: the stay, changed.
            cause: the verb's id.

        Raises:
            UserError: as the clock refuses; then nothing of the verb is kept.
        """
        return self.after_all([stay], cause)[stay.id]

    def after_all(self, stays: Sequence[Stay], cause: str) -> dict[str, TermAnswer]:
        """The same for many stays, asked together; answers by their ids."""
        self.uow.session.flush()
        today = local_date(self.uow.now)
        answers = self.terms.answers(stays, today)
        before = {stay.id: stay.expected_end_on for stay in stays}
        for stay in stays:
            self.write_answer(stay, answers[stay.id], cause)
        tell_cards(self.uow, [stay.resident_id for stay in stays])
        checked = last_checks(self.uow, [stay.id for stay in stays])
        for stay in stays:
            self._owe(stay, answers[stay.id], checked)
            if before[stay.id] != stay.expected_end_on:
                self.uow.tell(TermChanged(stay.id, stay.resident_id, before[stay.id], stay.expected_end_on))
        return answers

    def worklist(self, stay: Stay) -> None:
        """What is owed follows a stage; the term does not."""
        self.uow.session.flush()
        today = local_date(self.uow.now)
        self._owe(stay, self.terms.answer(stay, today), last_checks(self.uow, [stay.id]))

    def _owe(self, stay: Stay, answer: TermAnswer, checked: Mapping[str, date]) -> None:
        owed: tuple[RaiseTask, ...] = ()
        if stay.exited_on is None and stay.voided_at is None:
            events = events_of(self.uow, stay.id)
            is_done, workdays = self._is_admission_done(stay), get_work_calendar(self.uow)
            kept = Kept(tuple(events), is_done, checked.get(stay.id))
            owed = self.owed(stay, answer, kept, workdays)
        owe_tasks(self.uow, OweTasks("stay", stay.id, DAYS_KIND, owed))

    def owed(
        self,
        stay: Stay,
        answer: TermAnswer,
        kept: Kept,
        workdays: WorkCalendar,
    ) -> tuple[RaiseTask, ...]:
        """What an open stay owes by the day, as tasks.

        Args:
            stay: the stay.
            answer: of the clock.
            kept: what of it its deadlines are read from.
            workdays: the facility's, read once however many stays there are.
        """
        today = answer.on
        facts = kept.facts(stay, answer)
        found = stay_deadlines(
            facts,
            self.terms.deadlines(today),
            self.terms.stages(stay.legal_regime, today),
            self.terms.of_regime(stay.legal_regime, today),
            workdays,
            on=today,
        )
        owed = [one for deadline in found for one in _each(_for_end(deadline, facts), kept.events)]
        return tuple(_task(stay, one, DAYS_KIND) for one in owed)

    def write_answer(self, stay: Stay, answer: TermAnswer, cause: str) -> None:
        """Keep what the clock said of a stay."""
        stay.expected_end_on, stay.leave_by = answer.expected_end_on, answer.leave_by
        self.uow.add(_evaluation(stay, answer, cause))

    def _is_admission_done(self, stay: Stay) -> bool:
        return any(row.stage is Stage.ADMISSION and row.end_on is not None for row in stages_of(self.uow, stay.id))

    def hours(self, stay: Stay, code: str, happened_at: datetime) -> None:
        """Raise a deadline that runs in hours from what happened (Đ46.2i and its like), each time anew."""
        found = hours_deadline(code, happened_at, self.terms.deadlines(local_date(self.uow.now)))
        if found is not None:
            again = replace(found, occasion=happened_at.isoformat(timespec="minutes"))
            raise_task(self.uow, _task(stay, again, HOURS_KIND))

    def withdraw(self, stay: Stay, code: str) -> None:
        """What ran in hours from something that did not happen is owed no more."""
        settle_tasks(self.uow, SettleTasks("stay", stay.id, f"{HOURS_KIND}{code}", is_done=False))

    def forget(self, stay: Stay) -> None:
        """Nothing is owed for a stay that was written down by mistake."""
        owe_tasks(self.uow, OweTasks("stay", stay.id, HOURS_KIND, ()))


def _for_end(one: Deadline, facts: StayFacts) -> Deadline:
    """A step of the way out is one for its end: done for a day that is the end no more, it is owed again."""
    if one.code not in _WAY_OUT:
        return one
    end_on = facts.contract_end_on if one.code == "contract_notice" else facts.expected_end_on
    return replace(one, occasion=f"{one.occasion} {end_on}".strip())


def _each(one: Deadline, events: Iterable[StayEvent]) -> Iterable[Deadline]:
    """One deadline for each event it is about: the second escape is asked about however the first was settled."""
    if one.code in _OF_EVENTS:
        is_owed = _OF_EVENTS[one.code]
        return [
            replace(one, occasion=f"{event.kind} {event.from_on}")
            for event in events
            if event.kind == one.occasion and is_owed(event)
        ]
    if one.code == "remand_decision":
        return [replace(one, occasion=str(event.from_on)) for event in events if is_undecided(event)]
    return [one]


def _task(stay: Stay, one: Deadline, prefix: str) -> RaiseTask:
    return RaiseTask(
        kind=f"{prefix}{one.code}",
        text=one.text,
        subject_table="stay",
        subject_id=stay.id,
        due=one.due_at or one.due_on,
        role=one.roles[0],
        params={
            name: value if isinstance(value, (int, str)) else str(value) for name, value in one.params.items()
        },
        resident_id=stay.resident_id,
        occasion=one.occasion,
        may_go_to=frozenset(one.roles[1:]),
    )


def _evaluation(stay: Stay, answer: TermAnswer, cause: str) -> TermEvaluation:
    return TermEvaluation(
        resident_id=stay.resident_id,
        stay_id=stay.id,
        cause=cause,
        evaluated_on=answer.on,
        expected_end_on=answer.expected_end_on,
        leave_by=answer.leave_by,
        served_days=answer.served_days,
        credited_days=answer.credited_days,
        added_days=answer.added_days,
        remaining_days=answer.remaining_days,
        ledger=kept_ledger(answer),
        # Whoever reads what was believed that day may not be one who knows of somebody's health.
        warnings=kept_warnings(seen_answer(answer, knows_health=False)),
    )
