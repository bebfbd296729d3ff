"""Substitution programmes and detox protocols of a person: the last dose for a letter, deviations day by day."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.modules.medication.domain import VIEW_MAR
from facility_app.modules.medication.domain.outcomes import TAKEN, Outcome
from facility_app.modules.medication.domain.plan import Plan
from facility_app.modules.medication.domain.protocols import DeviationKind, Protocol, ProtocolLine
from facility_app.modules.medication.domain.rules import RuleList
from facility_app.modules.medication.domain.substitution import (
    DoseHistory,
    MissedAction,
    ProgrammeEnd,
    SubstitutionRule,
    missed_rule,
)
from facility_app.modules.medication.queries.charts import Charts
from facility_app.modules.medication.queries.rules import find_version, list_substitution_rules
from facility_app.modules.medication.queries.treated import Treated
from facility_app.modules.medication.tables import SIDES, ProtocolRun, SubstitutionProgramme
from facility_app.modules.pharmacy.api import MedicineRow


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """One programme; ``version`` goes back with the decision about it.

    Attributes:
        missed_days: since the last dose, today not counted.
        action: what an approved rule says about them; None where none was approved or none holds.
        outside_on, outside_paper: the last dose elsewhere, by the paper of that place.
        second: who agreed to the end.
    """

    programme_id: str
    version: int
    resident_id: str
    medicine: MedicineRow
    started_on: date
    file_number: str
    consent_by: str = field(repr=False)
    consent_on: date
    doctor: str = field(repr=False)
    last_on: date | None
    last_amount: int
    missed_days: int
    action: MissedAction | None
    outside_on: date | None
    outside_paper: str | None = field(repr=False)
    ended_on: date | None
    end_kind: ProgrammeEnd | None
    end_reason: str | None = field(repr=False)
    second: str | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class LastDose:
    """What a letter about the last dose says, for the place that goes on treating.

    Attributes:
        medicine: generic and strength; ``dose`` in the unit of doses, ``dose_words`` in words.
        given_at: the last dose here; None where it was elsewhere.
        recent: days and doses before, the newest first.
    """

    resident_id: str
    medicine: str
    started_on: date
    file_number: str
    last_on: date | None
    given_at: datetime | None
    dose: str
    dose_words: str
    giver: str = field(repr=False)
    missed_days: int
    recent: tuple[tuple[date, str], ...]


@dataclass(frozen=True, slots=True)
class RunRow:
    """A protocol of a person; ``version`` goes back with the decision about it."""

    run_id: str
    version: int
    resident_id: str
    protocol: Protocol
    started_on: date
    day: int
    doctor: str = field(repr=False)
    note: str | None = field(repr=False)
    ended_on: date | None
    end_reason: str | None = field(repr=False)
    counselled_on: date | None = None
    uncounselled_why: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Deviation:
    """Where somebody's treatment is not as the template has it.

    Attributes:
        day: of the run; None for the whole line.
        detail: what was done instead; of a dose that came up, which one.
    """

    line_key: str
    name: str
    kind: DeviationKind
    day: int | None = None
    detail: str = field(default="", repr=False)


def list_programmes(uow: UnitOfWork, resident_id: str) -> tuple[ProgrammeRow, ...]:
    """Every substitution programme of a person, the last one first."""
    require(uow, VIEW_MAR)
    table = SubstitutionProgramme
    asked = sa.select(table).where(table.resident_id == resident_id, table.voided_at.is_(None))
    asked = asked.order_by(table.started_on.desc(), table.id.desc())
    return ProgrammeRows(Charts(uow)).of(uow.session.scalars(asked))


@dataclass(frozen=True, slots=True)
class ProgrammeRows:
    """Programmes with what was missed of them, for whoever of this slice has asked for the right."""

    charts: Charts

    def of(self, records: Iterable[SubstitutionProgramme]) -> tuple[ProgrammeRow, ...]:
        """Each with the last dose and the days since."""
        rules = list_substitution_rules(self.charts.uow)
        found = list(records)
        lasts = Treated(self.charts).lasts([(one.resident_id, one.medicine_id) for one in found])
        return tuple(self._row(one, rules, lasts.get(one.resident_id, {})) for one in found)

    def _row(
        self,
        one: SubstitutionProgramme,
        rules: Sequence[SubstitutionRule],
        lasts: Mapping[str | None, tuple[date, int]],
    ) -> ProgrammeRow:
        charts = self.charts
        medicine = charts.medicine(one.medicine_id)
        last: tuple[date | None, int] = lasts.get(medicine.atc, (None, 0))
        outside = one.outside_on if one.ended_on is None else None
        if outside is not None and outside < charts.today and (last[0] is None or outside > last[0]):
            last = (outside, one.outside_amount or 0)
        history = DoseHistory(last[0], last[1])
        missed = history.missed_days(charts.today) if one.ended_on is None else 0
        rule = missed_rule(rules, medicine.atc, missed)
        return ProgrammeRow(
            one.id,
            one.version,
            one.resident_id,
            medicine,
            one.started_on,
            one.file_number,
            one.consent_by,
            one.consent_on,
            one.doctor_name,
            history.last_on,
            history.last_amount,
            missed,
            None if rule is None else rule.action,
            one.outside_on,
            one.outside_paper,
            one.ended_on,
            one.end_kind,
            one.end_reason,
            one.second_name,
        )


def find_last_dose(uow: UnitOfWork, resident_id: str) -> LastDose | None:
    """What the letter about the last dose says; None where there never was a programme."""
    require(uow, VIEW_MAR)
    programmes = list_programmes(uow, resident_id)
    if not programmes:
        return None
    charts, one = Charts(uow), programmes[0]
    measure = one.medicine.measure
    history = Treated(charts).history(resident_id, one.medicine, date.max)
    last = Treated(charts).last_dose(resident_id, one.medicine)
    recent = tuple((day, measure.dose_text(amount)) for day, amount in history.recent)
    return LastDose(
        resident_id,
        one.medicine.name,
        one.started_on,
        one.file_number,
        history.last_on,
        None if last is None else last.given_at,
        measure.dose_text(history.last_amount) if history.last_on else "",
        measure.words(history.last_amount) if history.last_on else "",
        "" if last is None else last.officer_name,
        history.missed_days(charts.today),
        recent,
    )


def list_recent_doses(uow: UnitOfWork, resident_id: str, medicine_id: str) -> tuple[tuple[date, str], ...]:
    """Days a substitute was taken and kept, the newest first, today included."""
    require(uow, VIEW_MAR)
    charts = Charts(uow)
    medicine = charts.medicine(medicine_id)
    history = Treated(charts).history(resident_id, medicine, date.max)
    return tuple((day, medicine.measure.dose_text(amount)) for day, amount in history.recent)


def list_runs(uow: UnitOfWork, resident_id: str) -> tuple[RunRow, ...]:
    """Every detox protocol of a person, the last one first."""
    require(uow, VIEW_MAR)
    asked = sa.select(ProtocolRun).where(ProtocolRun.resident_id == resident_id, ProtocolRun.voided_at.is_(None))
    found = uow.session.scalars(asked.order_by(ProtocolRun.started_on.desc(), ProtocolRun.id.desc()))
    return tuple(row for row in (RunRows(Charts(uow)).row(one) for one in found) if row is not None)


def list_deviations(uow: UnitOfWork, run_id: str) -> tuple[Deviation, ...]:
    """Where a run is not as its template has it, up to now.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_MAR)
    run = uow.get(ProtocolRun, run_id)
    row = RunRows(Charts(uow)).row(run)
    return () if row is None else tuple(RunRows(Charts(uow)).deviations(row))


@dataclass(frozen=True, slots=True)
class RunRows:
    """Protocol runs, for whoever of this slice has asked for the right."""

    charts: Charts

    def row(self, one: ProtocolRun) -> RunRow | None:
        """A run with its template; None where the template of that version is no more."""
        found = find_version(self.charts.uow, RuleList.PROTOCOL, one.protocol_code, one.protocol_version)
        if found is None:
            return None
        day = ((one.ended_on or self.charts.today) - one.started_on).days + 1
        kept = (one.started_on, day, one.doctor_name, one.note, one.ended_on, one.end_reason)
        said = (one.counselled_on, one.uncounselled_why)
        return RunRow(one.id, one.version, one.resident_id, Protocol.of(found), *kept, *said)

    def deviations(self, run: RunRow) -> Iterator[Deviation]:
        """Line by line."""
        orders: dict[str, list[Any]] = {}
        o = SIDES[0].orders
        columns = (o.id, o.line_key, o.version_no, o.plan, o.ended_at, o.ends_at, o.verified_at, o.medicine_id)
        asked = sa.select(*columns).where(o.run_id == run.run_id, o.voided_at.is_(None))
        for one in self.charts.uow.session.execute(asked.order_by(o.version_no)):
            orders.setdefault(str(one.line_key), []).append(one)
        for line in run.protocol.lines:
            versions = orders.get(line.key, [])
            if not versions:
                yield Deviation(line.key, line.name, DeviationKind.NOT_ORDERED)
                continue
            yield from self._of_line(run, line, versions)

    def _of_line(self, run: RunRow, line: ProtocolLine, versions: Sequence[Any]) -> Iterator[Deviation]:
        last = versions[-1]
        medicine = self.charts.medicine(str(last.medicine_id))
        wanted = line.plan_text(medicine.measure.dose_unit.value)
        if last.plan != wanted:
            yield Deviation(line.key, line.name, DeviationKind.OTHER_DOSE, detail=_said(str(last.plan)))
        if last.verified_at is None and last.ended_at is None:
            yield Deviation(line.key, line.name, DeviationKind.NOT_VERIFIED)
        is_early = last.ended_at is not None and (last.ends_at is None or last.ended_at < last.ends_at)
        if is_early:
            day = (local_date(last.ended_at) - run.started_on).days + 1
            yield Deviation(line.key, line.name, DeviationKind.ENDED_EARLY, day)
        d = SIDES[0].doses
        # A dose that came up was given, and may not have worked: whoever follows the run must see it.
        is_vomited = sa.or_(d.outcome == Outcome.VOMITED, d.vomited_at.is_not(None))
        asked = sa.select(d.due_on, d.slot, d.outcome, is_vomited.label("is_vomited")).where(
            d.order_id.in_([one.id for one in versions]),
            d.voided_at.is_(None),
            sa.or_(d.outcome.not_in([*TAKEN]), is_vomited),
        )
        for one in self.charts.uow.session.execute(asked.order_by(d.due_on, d.slot)):
            day = (one.due_on - run.started_on).days + 1
            if one.is_vomited:
                yield Deviation(line.key, line.name, DeviationKind.VOMITED, day, str(one.slot))
            else:
                detail = f"{one.slot} {one.outcome.value}"
                yield Deviation(line.key, line.name, DeviationKind.NOT_TAKEN, day, detail)


def _said(plan: str) -> str:
    """The days of a plan, for people who compare it with the template."""
    return Plan.read(plan).text
