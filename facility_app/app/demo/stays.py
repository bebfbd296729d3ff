"""Stays of the demo, taken over from made-up books: who is inside and why, who left and how.

Age, law, months and days are what the law of the day of the decision allows, but for what is there to be looked
at: two held past their day, one temporary near its limit, an escape without its paper, a remand nobody decided.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from facility_app.app.demo.chance import Chance
from facility_app.db.database import Database
from facility_app.kernel.actor import Actor
from facility_app.kernel.dates import add_months, local_date
from facility_app.kernel.labels import label
from facility_app.modules.residents.api import Birth, list_births
from facility_app.modules.stays.domain.case import Paper, TermEvent
from facility_app.modules.stays.domain.decisions import DecisionFacts
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.stays.domain.stages import Stage, StageResult, StageRow
from facility_app.modules.stays.domain.types import AdmissionReason, EventKind, StayType
from facility_app.modules.stays.service.takeover import StayLine, TakeOverStays, take_over_stays

SOURCE = label("cli", "sổ giả định để dùng thử")
NEW_LAW_FROM = date(2026, 7, 1)
"""What the made-up decisions go by; the program itself asks its dated parameter."""
A_PART = 100
"""Stays written in one transaction."""
SETTLED_DAYS = 3
"""What was due until so many days ago was done on paper; the rest is this week's work."""
ADULT, LONGEST = 18, 23
"""Years of an adult; months ago that somebody still inside came at the earliest."""
COURTS_NEW_FROM = date(2025, 7, 1)
"""Before it a district court decided."""
OLD_MONTHS, OLD_SHORT, NEW_MONTHS = (12, 15, 18, 20, 24), (6, 9, 12), {24: 80, 36: 20}
LONG_AGO, HALF_A_YEAR, HOME_DAYS, CUSTODY_DAYS = 375, 190, 105, 40
TYPES_INSIDE = {StayType.COMPULSORY_ADULT: 78, StayType.VOLUNTARY_PUBLIC: 18, StayType.SUBSTITUTION: 4}
REASONS = {
    AdmissionReason.NOT_REGISTERED: 35, AdmissionReason.NOT_STARTED: 15, AdmissionReason.SELF_TERMINATED: 20,
    AdmissionReason.USED_DURING_VOLUNTARY: 15, AdmissionReason.ADDICTED_IN_POST_REHAB: 15,
}  # fmt: skip
STORIES = (
    (EventKind.ESCAPE, 12, None, True), (EventKind.ESCAPE, 60, 9, True), (EventKind.ESCAPE, 75, 20, True),
    (EventKind.ESCAPE, 40, 6, False), (EventKind.REMAND, 25, None, False), (EventKind.HOSPITAL, 3, None, False),
    (EventKind.HOSPITAL, 8, None, False), (EventKind.HOSPITAL, 1, None, False), (EventKind.FUNERAL, 2, None, True),
    (EventKind.PROCEEDINGS, 4, None, True), (EventKind.SUSPENSION, 20, None, True),
    (EventKind.PROCEEDINGS, 30, 5, True), (EventKind.HOSPITAL, 50, 12, False), (EventKind.HOSPITAL, 35, 7, False),
)  # fmt: skip
"""What happened inside: kind, days ago it began, days it lasted (None: still), whether its paper is there."""
STORY_AFTER = 95
PAST_THE_DAY = (2, 6)
"""Days by which some are held too long."""
THESE_DAYS = (0, 1)
"""Somebody leaves today, somebody tomorrow."""
LEAVING_SHARE = 20
"""One in so many inside leaves within thirty days."""


@dataclass(frozen=True, slots=True)
class Came:
    """Somebody with a file, and the day it was made."""

    resident_id: str
    on: date


def write_stays(
    database: Database, actor: Actor, chance: Chance, came: Sequence[Came], inside: int, communes: Sequence[str]
) -> int:
    """A stay for everybody, ``inside`` of them still running; answers how many those are."""
    with database.read(actor) as uow:
        now = local_date(uow.now)
        births = list_births(uow, [one.resident_id for one in came])
    lines = Books(chance, now, births, communes).lines(came, inside)
    for first in range(0, len(lines), A_PART):
        with database.write(actor) as uow:
            part = tuple(lines[first : first + A_PART])
            take_over_stays(uow, TakeOverStays(part, SOURCE, now - timedelta(days=SETTLED_DAYS)))
            uow.commit()
    return sum(line.exited_on is None for line in lines)


class Books:
    """Makes the lines of the books, the same ones for the same chance and people."""

    def __init__(self, chance: Chance, today: date, births: dict[str, Birth], communes: Sequence[str]) -> None:
        """Take who may come, and the day the story is at."""
        self._chance = chance
        self._today = today
        self._births = births
        self._communes = communes

    def lines(self, came: Sequence[Came], inside: int) -> list[StayLine]:
        """One line for everybody, in the order they came."""
        staying = self._chosen(came, inside)
        open_lines = {line.resident_id: line for line in self._told(self._inside(staying))}
        return [open_lines[one.resident_id] if one.resident_id in open_lines else self._ended(one) for one in came]

    def _chosen(self, came: Sequence[Came], inside: int) -> list[Came]:
        """Who is still there: each of those the law could still hold, as likely."""
        able = [one for one in came if self._may_be_inside(one)]
        chosen: list[Came] = []
        for place, one in enumerate(able):
            if self._chance.happens(min(1.0, (inside - len(chosen)) / (len(able) - place))):
                chosen.append(one)
        return chosen

    def _may_be_inside(self, one: Came) -> bool:
        months = (
            LONGEST if self._is_adult(one) or one.on >= NEW_LAW_FROM + timedelta(days=7) else OLD_SHORT[-1] - 1
        )
        return one.on > add_months(self._today, -months)

    def _is_adult(self, one: Came) -> bool:
        return self._births[one.resident_id].age_on(one.on) >= ADULT

    def _inside(self, staying: Sequence[Came]) -> list[StayLine]:
        adults = [one for one in staying if self._is_adult(one)]
        soon = [*THESE_DAYS, *(self._near() for _ in range(len(staying) // LEAVING_SHARE))]
        wanted = [*(-days for days in PAST_THE_DAY), *soon]
        near = {one.resident_id: days for one, days in zip(adults, wanted, strict=False)}
        held = {one.resident_id for one in adults[len(near) :][-max(1, len(staying) // 30) :]}
        made = []
        for one in staying:
            if one.resident_id in near:
                made.append(self._leaving(one, self._today + timedelta(days=near[one.resident_id])))
            elif one.resident_id in held and (self._today - one.on).days < CUSTODY_DAYS:
                made.append(self._held(one, is_near=not any(line.custody_until for line in made)))
            else:
                made.append(self._running(one))
        return made

    def _near(self) -> int:
        return self._chance.between(1, 30)

    def _leaving(self, one: Came, end_on: date) -> StayLine:
        """Somebody whose term ends that day, made so by days held before; an ordinary one where no months fit."""
        months = next((m for m in OLD_MONTHS if add_months(one.on, m) >= end_on), 0)
        credit = (add_months(one.on, months) - end_on).days if months else 0
        decided_on = one.on - timedelta(days=2)
        if not months or credit > 180 or decided_on >= NEW_LAW_FROM:  # noqa: PLR2004 - fiction
            return self._running(one)
        held_from = one.on - timedelta(days=credit) if credit else None
        stages = self._stages(one.on, end_on)
        return replace(self._compulsory(one, months, decided_on), held_from=held_from, stages=stages)

    def _held(self, one: Came, *, is_near: bool) -> StayLine:
        until = self._today + timedelta(days=2 if is_near else self._chance.between(9, 40))
        facts = DecisionFacts(self._number(), one.on, self._police(), "QĐ-CAP")
        return StayLine(
            one.resident_id,
            StayType.TEMPORARY,
            AdmissionReason.FILE_IN_PREPARATION,
            one.on,
            facts,
            custody_until=until if is_near or self._chance.happens(0.7) else None,
            decision_police=facts.authority,
        )

    def _running(self, one: Came) -> StayLine:
        """Somebody whose term goes on for a while."""
        decided_on = one.on - timedelta(days=self._chance.between(1, 6))
        is_new = decided_on >= NEW_LAW_FROM
        kind = self._chance.weighted(TYPES_INSIDE)
        fits = [m for m in OLD_SHORT if add_months(one.on, m) > self._today + timedelta(days=31)]
        is_short = kind is StayType.VOLUNTARY_PUBLIC or not self._is_adult(one)
        if kind is StayType.SUBSTITUTION and self._is_adult(one):
            return StayLine(one.resident_id, kind, AdmissionReason.SUBSTITUTION, one.on)
        if is_new:
            months = self._chance.weighted(NEW_MONTHS)
        elif is_short and fits:
            months = self._chance.one_of(fits)
        else:
            later = [m for m in OLD_MONTHS if add_months(one.on, m) > self._today + timedelta(days=31)]
            months = self._chance.one_of(later) if later else OLD_MONTHS[-1]
        if kind is StayType.VOLUNTARY_PUBLIC and (is_new or fits):
            line = self._voluntary(one, months, decided_on)
        else:
            line = self._compulsory(one, months, decided_on)
            if self._chance.happens(0.3):
                line = replace(line, held_from=one.on - timedelta(days=self._chance.between(5, 25)))
        return replace(line, stages=self._stages(one.on, None))

    def _compulsory(self, one: Came, months: int, decided_on: date) -> StayLine:
        is_new = decided_on >= NEW_LAW_FROM
        kind = StayType.COMPULSORY_ADULT if self._is_adult(one) else StayType.COMPULSORY_MINOR
        reason = self._chance.weighted(REASONS) if is_new else AdmissionReason.OLD_LAW
        facts = DecisionFacts(self._number(), decided_on, self._court(decided_on), "QĐ-TA", decided_months=months)
        police = self._police()
        return StayLine(
            one.resident_id,
            kind,
            reason,
            one.on,
            facts,
            DecisionFacts(self._number(), decided_on, "Công an thành phố Hà Nội", "QĐ-CAT") if is_new else None,
            rehab_count=2 if months == 36 else 1,  # noqa: PLR2004 - what repeaters get
            decision_police=police,
            residence_police=police if self._chance.happens(0.8) else None,
        )

    def _voluntary(self, one: Came, months: int, decided_on: date) -> StayLine:
        police = self._police()
        facts = DecisionFacts(self._number(), decided_on, police, "QĐ-CAP", decided_months=months)
        reason = AdmissionReason.REGISTERED_VOLUNTARY
        return StayLine(
            one.resident_id,
            StayType.VOLUNTARY_PUBLIC,
            reason,
            one.on,
            facts,
            decision_police=police,
            residence_police=police,
        )

    def _told(self, lines: Iterable[StayLine]) -> list[StayLine]:
        """What happened to some of those a court has sent here."""
        waiting, made = list(STORIES), []
        for line in lines:
            days = (self._today - line.admitted_on).days
            is_free = line.stay_type is StayType.COMPULSORY_ADULT and not any(
                row.stage is Stage.REINTEGRATION for row in line.stages
            )
            if waiting and is_free and days > STORY_AFTER and self._chance.happens(0.3):
                made.append(replace(line, events=(self._story(*waiting.pop(0)),)))
            else:
                made.append(line)
        return made

    def _story(self, kind: EventKind, ago: int, lasted: int | None, has_paper: bool) -> TermEvent:
        from_on = self._today - timedelta(days=ago)
        paper = Paper(f"{self._number()}/QĐ-CSCN", from_on) if has_paper else None
        return TermEvent(kind, from_on, None if lasted is None else from_on + timedelta(days=lasted), paper)

    def _stages(self, start_on: date, end_on: date | None) -> tuple[StageRow, ...]:
        """The stages as far as the days have come."""
        detox, education = start_on + timedelta(days=2), start_on + timedelta(days=self._chance.between(12, 16))
        after = add_months(education, 3) + timedelta(days=self._chance.between(0, 20))
        result = self._chance.weighted({StageResult.PASSED: 7, StageResult.GOOD: 3})
        planned = [
            (Stage.ADMISSION, start_on, detox),
            (Stage.DETOX, detox, education),
            (Stage.EDUCATION, education, after),
            (Stage.LABOUR, education, None),
        ]
        if end_on is not None:
            planned.append((Stage.REINTEGRATION, end_on - timedelta(days=30), None))
        rows = []
        for stage, first, last in planned:
            is_over = last is not None and last <= self._today
            if first <= self._today:
                rows.append(StageRow(stage, first, last if is_over else None, result if is_over else None))
        return tuple(rows)

    def _ended(self, one: Came) -> StayLine:
        """Somebody who has left: at the end of the term where it could be over, before it otherwise."""
        days = (self._today - one.on).days
        decided_on = one.on - timedelta(days=2)
        short = [m for m in OLD_SHORT if add_months(one.on, m) <= self._today]
        if days > LONG_AGO and self._is_adult(one) and self._chance.happens(0.72):
            months = self._chance.one_of([m for m in OLD_MONTHS if add_months(one.on, m) <= self._today])
            return self._over(self._compulsory(one, months, decided_on), ExitCode.COMPLETED_COMPULSORY)
        if days > HALF_A_YEAR and short and decided_on < NEW_LAW_FROM and self._chance.happens(0.7):
            line = self._voluntary(one, self._chance.one_of(short), decided_on)
            if self._is_adult(one):
                return self._over(line, ExitCode.COMPLETED_VOLUNTARY)
            return self._over(replace(self._compulsory(one, short[-1], decided_on)), ExitCode.COMPLETED_COMPULSORY)
        return self._early(one, days, decided_on)

    def _over(self, line: StayLine, code: ExitCode) -> StayLine:
        months = line.decision.decided_months if line.decision is not None else None
        return replace(line, exit_code=code, exited_on=add_months(line.admitted_on, months or 0))

    def _early(self, one: Came, days: int, decided_on: date) -> StayLine:
        ways: dict[Callable[[], StayLine], float] = {
            lambda: self._leaves(self._voluntary(one, self._months(decided_on), decided_on), days): 40,
            lambda: self._let_go(one, days): 35,
            lambda: self._on_paper(one, days, decided_on): 12,
        }
        if days > HOME_DAYS:
            ways[lambda: self._home(one, decided_on)] = 25
        return self._chance.weighted(ways)()

    def _months(self, decided_on: date) -> int:
        return self._chance.weighted(NEW_MONTHS) if decided_on >= NEW_LAW_FROM else OLD_SHORT[-1]

    def _leaves(self, line: StayLine, days: int) -> StayLine:
        left_on = line.admitted_on + timedelta(days=self._chance.between(0, min(days, 150)))
        return replace(line, exit_code=ExitCode.SELF_TERMINATED, exited_on=left_on)

    def _let_go(self, one: Came, days: int) -> StayLine:
        code = self._chance.weighted({ExitCode.TEMP_RELEASED: 7, ExitCode.COURT_REFUSED: 3})
        left_on = one.on + timedelta(days=self._chance.between(0, min(days, CUSTODY_DAYS)))
        line = replace(self._held(one, is_near=False), custody_until=None)
        paper = Paper(f"{self._number()}/QĐ-TA", left_on) if code is ExitCode.COURT_REFUSED else None
        return replace(line, exit_code=code, exited_on=left_on, exit_paper=paper)

    def _on_paper(self, one: Came, days: int, decided_on: date) -> StayLine:
        codes = {
            ExitCode.TRANSFER_FACILITY: 40, ExitCode.EXEMPT_ILLNESS: 30, ExitCode.DECISION_ANNULLED: 15,
            ExitCode.DEATH: 5,
        }  # fmt: skip
        is_new = decided_on >= NEW_LAW_FROM
        months = self._chance.weighted(NEW_MONTHS) if is_new else OLD_SHORT[-1]
        left_on = one.on + timedelta(days=self._chance.between(0, min(days, 170)))
        line = self._compulsory(one, months, decided_on)
        code, paper = self._chance.weighted(codes), Paper(f"{self._number()}/QĐ-TA", left_on)
        return replace(line, exit_code=code, exited_on=left_on, exit_paper=paper)

    def _home(self, one: Came, decided_on: date) -> StayLine:
        """Somebody rehabilitated at home who went through three stages here."""
        line = self._voluntary(one, self._months(decided_on), decided_on)
        assert line.decision is not None  # noqa: S101 - made a line above
        return replace(
            line,
            stay_type=StayType.HOME_PHASES_AT_FACILITY,
            admission_reason=AdmissionReason.HOME_PHASES,
            exit_code=ExitCode.HOME_PHASES_DONE,
            exited_on=one.on + timedelta(days=HOME_DAYS),
            exit_paper=Paper(f"{self._number()}/GXN", one.on + timedelta(days=HOME_DAYS)),
        )

    def _number(self) -> str:
        return str(self._chance.between(1, 480))

    def _court(self, on: date) -> str:
        if on < COURTS_NEW_FROM:
            return f"Tòa án nhân dân quận {self._chance.one_of(('Hoàng Mai', 'Đống Đa', 'Long Biên', 'Hà Đông'))}"
        return f"Tòa án nhân dân khu vực {self._chance.between(1, 12)} – Hà Nội"

    def _police(self) -> str:
        name = self._chance.one_of(self._communes)
        return f"Công an {name[:1].lower()}{name[1:]}"
