"""What is known of people on the day of a sheet: where they are, how far, how fit, how long they worked."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.dates import moment_of
from facility_app.kernel.labels import Label
from facility_app.modules.catalogues.api import get_parameter_book
from facility_app.modules.labour.domain.admission import Fit, Work, Worker, refusals
from facility_app.modules.labour.domain.hours import Caps, check_hours, week_of
from facility_app.modules.labour.domain.lines import SheetLine, longer_than_shift, not_member, odd_line
from facility_app.modules.labour.domain.refusals import Refusal
from facility_app.modules.labour.domain.sheets import Mark, Shift
from facility_app.modules.labour.queries.law import Law
from facility_app.modules.labour.queries.records import MARK, REGISTRATION, TRAINING
from facility_app.modules.residents.api import Birth, list_births
from facility_app.modules.stays.api import (
    GONE,
    GONE_LABEL,
    PRESENCE_ARTICLES,
    PRESENCE_LABELS,
    InsideFacts,
    PresenceState,
    Stage,
    list_inside,
    list_stage_ends,
)
from facility_app.modules.treatment.api import WorkFitnessFacts, list_work_fitness

_FITS: Mapping[str, Fit] = {one.value: one for one in Fit}
_NO_STAY = PRESENCE_ARTICLES[PresenceState.OUT]


@dataclass(frozen=True, slots=True)
class Crew:
    """People on the day of one shift; every rule is asked of this."""

    day: date
    shift: Shift
    law: Law
    births: Mapping[str, Birth]
    inside: Mapping[str, InsideFacts]
    stage_ends: Mapping[str, date | None]
    registered: frozenset[str]
    fitness: Mapping[str, WorkFitnessFacts]
    trained: Mapping[str, frozenset[str | None]]
    worked: Mapping[str, Mapping[date, Mapping[str, int]]]

    @classmethod
    def of(cls, uow: UnitOfWork, resident_ids: Sequence[str], day: date, shift: Shift) -> "Crew":
        """Read everything about these people in a handful of statements."""
        ids = sorted(set(resident_ids))
        inside = list_inside(uow, ids, moment_of(day, shift.starts), moment_of(day, shift.ends))
        return cls(
            day,
            shift,
            Law(get_parameter_book(uow)),
            list_births(uow, ids),
            inside,
            list_stage_ends(uow, [one.stay_id for one in inside.values()], Stage.DETOX),
            _registered(uow, ids, day),
            list_work_fitness(uow, ids, day),
            _trained(uow, ids, day),
            _worked(uow, ids, day),
        )

    def age(self, resident_id: str, day: date) -> int:
        """Full years on a day; 0 for somebody this file does not have."""
        birth = self.births.get(resident_id)
        return 0 if birth is None else birth.age_on(day)

    def caps(self, resident_id: str, day: date | None = None) -> Caps | None:
        """The caps of somebody on a day of the week."""
        on = day or self.day
        return self.law.caps(self.age(resident_id, on), on)

    def fit(self, resident_id: str) -> Fit | None:
        """Health's answer in force that day."""
        return fit_of(self.fitness.get(resident_id), self.day)

    def limits(self, resident_id: str) -> tuple[Label, ...]:
        """What health says they should not do, by the answer in force that day."""
        return limits_of(self.fitness.get(resident_id), self.day)

    def minutes(self, resident_id: str, *, besides: str = "") -> int:
        """How long somebody worked this week, but for one sheet."""
        days = self.worked.get(resident_id, {})
        return sum(minutes for sheets in days.values() for sheet, minutes in sheets.items() if sheet != besides)

    def worker(self, resident_id: str, work: Work) -> Worker:
        """What is known of somebody."""
        where = self.inside.get(resident_id)
        trained = self.trained.get(resident_id, frozenset())
        elsewhere = "" if where is None else where.else_where
        return Worker(
            age=self.age(resident_id, self.day),
            is_inside=where is not None and where.minutes > 0,
            absence=_ELSEWHERE.get(elsewhere),
            absence_article=_ARTICLES.get(elsewhere, _NO_STAY),
            inside_minutes=0 if where is None else where.minutes,
            detox_ended_on=None if where is None else self.stage_ends.get(where.stay_id),
            is_registered=resident_id in self.registered,
            fit=self.fit(resident_id),
            trained_general=None in trained,
            trained_here=work.work_type_id in trained,
        )

    def broken(
        self, resident_id: str, work: Work, minutes: int, *, sheet_id: str = "", is_less: bool = False
    ) -> tuple[Refusal, ...]:
        """Every rule that so many minutes of somebody at this work would break.

        Args:
            resident_id: who.
            work: at what.
            minutes: of this sheet.
            sheet_id: of this sheet; what it said before does not count.
            is_less: whether it said more before, so that the caps are not asked.
        """
        over = None if is_less else self._over(resident_id, minutes, sheet_id)
        worker = self.worker(resident_id, work)
        at_most = min(minutes, self.shift.minutes) if over is not None else minutes
        rest = refusals(worker, work, self.day, at_most if worker.inside_minutes < self._length else 0)
        return (*((over,) if over is not None else ()), *rest)

    def broken_by(
        self, line: SheetLine, work: Work, *, sheet_id: str, had: int | None, is_member: bool
    ) -> tuple[Refusal, ...]:
        """Every rule that a line of a sheet breaks.

        Args:
            line: what is to be written.
            work: at what.
            sheet_id: of the sheet; empty for a new one.
            had: minutes the sheet says of the person already; None for somebody who is not on it.
            is_member: whether they are in the team that day.
        """
        if line.mark is None:
            return ()
        if had is None and not is_member:
            return (not_member(),)
        odd = odd_line(line, self.shift)
        if line.mark is not Mark.WORKED or odd is not None:
            return () if odd is None else (odd,)
        minutes = line.minutes_in(self.shift)
        is_less = had is not None and minutes <= had
        rules = self.broken(line.resident_id, work, minutes, sheet_id=sheet_id, is_less=is_less)
        if not rules and minutes > self.shift.minutes:
            return (longer_than_shift(self.shift),)
        return rules

    def after(self, worked: Mapping[str, Mapping[date, Mapping[str, int]]]) -> "Crew":
        """The same people once other sheets of the week say so: person → day → sheet → minutes."""
        merged: dict[str, dict[date, dict[str, int]]] = {
            one: {day: dict(sheets) for day, sheets in days.items()} for one, days in self.worked.items()
        }
        for one, days in worked.items():
            for day, sheets in days.items():
                merged.setdefault(one, {}).setdefault(day, {}).update(sheets)
        return replace(self, worked=merged)

    @property
    def _length(self) -> int:
        return self.shift.ends - self.shift.starts

    def _over(self, resident_id: str, minutes: int, sheet_id: str) -> Refusal | None:
        days = self.worked.get(resident_id, {})
        sums = {
            day: sum(had for sheet, had in sheets.items() if sheet != sheet_id or not sheet_id)
            for day, sheets in days.items()
        }
        sums[self.day] = sums.get(self.day, 0) + minutes
        return check_hours(sums, self.day, lambda day: self.caps(resident_id, day))


_ELSEWHERE = {GONE: GONE_LABEL, **{state.value: PRESENCE_LABELS[state] for state in PresenceState}}
_ARTICLES = {GONE: "NĐ 163/2026 Đ4.9", **{state.value: PRESENCE_ARTICLES[state] for state in PresenceState}}


def fit_of(found: WorkFitnessFacts | None, day: date) -> Fit | None:
    """Health's answer in force on a day; None when there is none."""
    return None if found is None or found.valid_until < day else _FITS[found.verdict.value]


def limits_of(found: WorkFitnessFacts | None, day: date) -> tuple[Label, ...]:
    """What health says somebody should not do, by the answer in force on a day."""
    if found is None or fit_of(found, day) is None:
        return ()
    return found.limit_labels


def in_force(day: date) -> tuple[sa.ColumnElement[bool], ...]:
    """Of a registration: that it holds on a day."""
    r = REGISTRATION
    held = sa.or_(r.withdrawn_on.is_(None), r.withdrawn_on > day)
    return (r.registered_on <= day, held, r.voided_at.is_(None))


def _registered(uow: UnitOfWork, ids: Sequence[str], day: date) -> frozenset[str]:
    r = REGISTRATION
    return frozenset(uow.session.scalars(sa.select(r.resident_id).where(r.resident_id.in_(ids), *in_force(day))))


def _trained(uow: UnitOfWork, ids: Sequence[str], day: date) -> dict[str, frozenset[str | None]]:
    asked = sa.select(TRAINING.resident_id, TRAINING.work_type_id).where(
        TRAINING.resident_id.in_(ids),
        TRAINING.trained_on <= day,
        TRAINING.valid_until >= day,
        TRAINING.voided_at.is_(None),
    )
    found: defaultdict[str, set[str | None]] = defaultdict(set)
    for resident_id, work_type_id in uow.session.execute(asked):
        found[resident_id].add(work_type_id)
    return {one: frozenset(kinds) for one, kinds in found.items()}


def _worked(uow: UnitOfWork, ids: Sequence[str], day: date) -> dict[str, dict[date, dict[str, int]]]:
    week = week_of(day)
    asked = sa.select(MARK.resident_id, MARK.held_on, MARK.sheet_id, MARK.minutes).where(
        MARK.resident_id.in_(ids), MARK.held_on.between(week[0], week[-1]), MARK.voided_at.is_(None)
    )
    found: dict[str, dict[date, dict[str, int]]] = {}
    for resident_id, on, sheet_id, minutes in uow.session.execute(asked):
        found.setdefault(resident_id, {}).setdefault(on, {})[sheet_id] = minutes
    return found
