"""One person's health as their tab shows it, read in one go; each part only for whoever may read it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.sex import Sex
from facility_app.modules.residents.api import list_resident_marks
from facility_app.modules.staff.api import find_member_of_account
from facility_app.modules.stays.api import StayDetail, list_stays_of
from facility_app.modules.treatment.domain import (
    KNOW_FITNESS,
    KNOW_WATCH,
    READ_PSYCHIATRIC,
    READ_RECORD,
    READ_SCORES,
    READ_VITALS,
)
from facility_app.modules.treatment.domain.asked import (
    AskedForAllergies,
    Intolerance,
    WhatIsNotTolerated,
    WhoAskedForAllergies,
)
from facility_app.modules.treatment.domain.band_marks import BandMark, mark_of
from facility_app.modules.treatment.domain.clinical_lists import clinical
from facility_app.modules.treatment.domain.fitness import WorkFitnessFacts
from facility_app.modules.treatment.domain.instrument_library import InstrumentLibrary
from facility_app.modules.treatment.domain.vitals import SignSpec
from facility_app.modules.treatment.queries.again import AgainOf
from facility_app.modules.treatment.queries.due import DueRow, list_due
from facility_app.modules.treatment.queries.fitness import list_work_fitness
from facility_app.modules.treatment.queries.health_checks import list_health_checks
from facility_app.modules.treatment.queries.measured import (
    PlanRow,
    ScoreRow,
    VitalRow,
    list_plans,
    list_scores,
    list_vitals,
)
from facility_app.modules.treatment.queries.oxygen import OxygenRow, list_oxygen_targets
from facility_app.modules.treatment.queries.record import (
    DiagnosisRow,
    HealthCheckRow,
    NoteRow,
    PlacementRow,
    TriageRow,
    Written,
    get_record_number,
    list_diagnoses,
    list_notes,
    list_placement_reasons,
    list_psychiatric_notes,
    list_triages,
)
from facility_app.modules.treatment.queries.watches import WatchView, get_watch

VITALS_SHOWN = 500
"""Measurings of one stay that are read at once: four a day for four months."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A scoring with the band it was read in."""

    row: ScoreRow
    mark: BandMark | None


@dataclass(frozen=True, slots=True)
class Measured:
    """A measuring with the band of its NEWS2."""

    row: VitalRow
    mark: BandMark | None


@dataclass(frozen=True, slots=True)
class PersonHealth:
    """Everything the actor may read of one person's health in one stay.

    Attributes:
        stay: whose record is shown; None before anybody was admitted.
        stays: all of them, the last one first.
        number: of the medical record; empty before the first entry.
        signs: how each vital sign is written.
        old: as long a NEWS2 speaks of now.
        again_at: by when they are measured again because of what was measured last.
        asked: who heard that there is no allergy; None where nobody asked.
        strikers: account → name of those who struck something out.
        reads_record, reads_vitals, knows_fitness: whether the actor may read these at all, so that nothing is said
            to be missing that only is not shown.
        fitness: the last answer about work.
    """

    resident_id: str
    name: str = field(repr=False)
    sex: Sex | None
    stay: StayDetail | None
    stays: tuple[StayDetail, ...]
    now: datetime
    number: str = ""
    reads_record: bool = False
    reads_vitals: bool = False
    knows_fitness: bool = False
    triages: tuple[TriageRow, ...] = field(default=(), repr=False)
    notes: tuple[NoteRow, ...] = field(default=(), repr=False)
    diagnoses: tuple[DiagnosisRow, ...] = field(default=(), repr=False)
    vitals: tuple[Measured, ...] = field(default=(), repr=False)
    scores: tuple[Scored, ...] = field(default=(), repr=False)
    plans: tuple[PlanRow, ...] = field(default=(), repr=False)
    oxygen: tuple[OxygenRow, ...] = field(default=(), repr=False)
    placements: tuple[PlacementRow, ...] = field(default=(), repr=False)
    checks: tuple[HealthCheckRow, ...] = field(default=(), repr=False)
    due: tuple[DueRow, ...] = field(default=(), repr=False)
    allergies: tuple[Intolerance, ...] = field(default=(), repr=False)
    asked: AskedForAllergies | None = field(default=None, repr=False)
    watch: WatchView | None = field(default=None, repr=False)
    fitness: WorkFitnessFacts | None = field(default=None, repr=False)
    signs: tuple[SignSpec, ...] = field(default=(), repr=False)
    old: timedelta = timedelta()
    again_at: datetime | None = None
    strikers: Mapping[str, str] = field(default_factory=dict, repr=False)

    def last_scores(self) -> tuple[Scored, ...]:
        """The last standing scoring of each instrument, the latest first."""
        found: dict[str, Scored] = {}
        for one in self.scores:
            if one.row.written.struck_at is None:
                found.setdefault(one.row.instrument, one)
        return tuple(found.values())

    def oxygen_target(self) -> OxygenRow | None:
        """The target of SpO2 that holds."""
        return next((one for one in self.oxygen if one.is_running), None)

    def last_vitals(self) -> Measured | None:
        """The last measuring that stands."""
        return next((one for one in self.vitals if one.row.written.struck_at is None), None)


def read_person(uow: UnitOfWork, resident_id: str, stay_id: str = "") -> PersonHealth:
    """One person's health.

    Args:
        uow: the unit of work.
        resident_id: whose.
        stay_id: of which stay; the one that runs, else the last, where it is none of theirs.
    """
    require(uow, READ_SCORES)
    person = list_resident_marks(uow, [resident_id]).get(resident_id)
    stays = list_stays_of(uow, resident_id)
    stay = next((one for one in stays if one.stay_id == stay_id), None) or _usual(stays)
    known = clinical(uow.ports.shelf)
    reads_record, reads_vitals = uow.actor.may(READ_RECORD), uow.actor.may(READ_VITALS)
    knows_fitness = uow.actor.may(KNOW_FITNESS)
    stay_id = "" if stay is None else stay.stay_id
    seen = PersonHealth(
        resident_id=resident_id,
        name="" if person is None else person.name,
        sex=None if person is None else person.sex,
        stay=stay,
        stays=stays,
        now=uow.now,
        number=get_record_number(uow, stay_id) if reads_record else "",
        reads_record=reads_record,
        reads_vitals=reads_vitals,
        triages=_of_stay(list_triages(uow, resident_id), stay_id) if reads_record else (),
        notes=_notes(uow, stay_id),
        diagnoses=list_diagnoses(uow, stay_id) if reads_record else (),
        vitals=_measured(list_vitals(uow, stay_id, VITALS_SHOWN) if reads_vitals else (), known.instruments),
        scores=_scored(list_scores(uow, stay_id), known.instruments),
        plans=list_plans(uow, stay_id) if reads_vitals else (),
        oxygen=list_oxygen_targets(uow, stay_id) if reads_vitals else (),
        placements=list_placement_reasons(uow, stay_id) if reads_record else (),
        checks=list_health_checks(uow, stay_id) if reads_record else (),
        due=list_due(uow, stay_id) if reads_vitals and stay is not None and stay.is_open else (),
        allergies=tuple(one for many in uow.ask(WhatIsNotTolerated(resident_id)) for one in many),
        asked=next((one for many in uow.ask(WhoAskedForAllergies(resident_id)) for one in many or ()), None),
        watch=get_watch(uow, stay_id) if stay_id and uow.actor.may(KNOW_WATCH) else None,
        knows_fitness=knows_fitness,
        fitness=_fitness(uow, resident_id) if knows_fitness else None,
        signs=tuple(known.signs.values()),
    )
    last, again = seen.last_vitals(), AgainOf(uow)
    is_here = stay is not None and stay.is_open
    seen = replace(
        seen, old=again.rules.old, again_at=again.due(last.row) if last is not None and is_here else None
    )
    return replace(seen, strikers=_names(uow, {one.struck_by for one in _written(seen) if one.struck_by}))


def _written(seen: PersonHealth) -> Iterator[Written]:
    yield from (
        one.written for many in (seen.triages, seen.notes, seen.diagnoses, seen.plans, seen.oxygen) for one in many
    )
    yield from (one.written for one in seen.checks)
    yield from (one.row.written for one in seen.vitals)
    yield from (one.row.written for one in seen.scores)


def _names(uow: UnitOfWork, accounts: Collection[str]) -> dict[str, str]:
    found = {one: find_member_of_account(uow, one) for one in accounts}
    return {one: member.full_name for one, member in found.items() if member is not None}


def _usual(stays: Sequence[StayDetail]) -> StayDetail | None:
    running = next((one for one in stays if one.is_open), None)
    return running or (stays[0] if stays else None)


def _fitness(uow: UnitOfWork, resident_id: str) -> WorkFitnessFacts | None:
    return list_work_fitness(uow, [resident_id], local_date(uow.now)).get(resident_id)


def _of_stay(triages: Sequence[TriageRow], stay_id: str) -> tuple[TriageRow, ...]:
    """Triages of this stay, and those that belong to none yet."""
    return tuple(one for one in triages if one.stay_id in {None, stay_id})


def _notes(uow: UnitOfWork, stay_id: str) -> tuple[NoteRow, ...]:
    if uow.actor.may(READ_RECORD):
        return list_notes(uow, stay_id)
    return list_psychiatric_notes(uow, stay_id) if uow.actor.may(READ_PSYCHIATRIC) else ()


def _measured(rows: Sequence[VitalRow], library: InstrumentLibrary) -> tuple[Measured, ...]:
    return tuple(Measured(row, mark_of(library, "NEWS2", row.news2_version, row.news2_band)) for row in rows)


def _scored(rows: Sequence[ScoreRow], library: InstrumentLibrary) -> tuple[Scored, ...]:
    return tuple(
        Scored(row, mark_of(library, row.instrument, row.instrument_version, row.band, row.band_set))
        for row in rows
    )
