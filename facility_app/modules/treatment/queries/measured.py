"""Vital signs and scores, and the two together as a curve of days: what a chart paints, in two statements."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.errors import PermissionDenied
from facility_app.kernel.labels import label
from facility_app.modules.treatment.domain import READ_PSYCHIATRIC, READ_SCORES, READ_VITALS
from facility_app.modules.treatment.domain.clinical_lists import clinical
from facility_app.modules.treatment.domain.observation import Situation
from facility_app.modules.treatment.domain.score_choices import PSYCHIATRIC
from facility_app.modules.treatment.domain.vitals import (
    Breathing,
    Consciousness,
    Vitals,
    VitalSign,
    answers_from_vitals,
)
from facility_app.modules.treatment.queries.record import Written
from facility_app.modules.treatment.tables import InstrumentScore, ObservationPlan, VitalReading
from facility_app.modules.treatment.tables.measured import SIGNS

CURVE_DAYS: Final = 30
SHARED_FOR: Final = timedelta(minutes=30)
"""A value measured so long ago still answers an instrument's question."""
_V: Final = sa.inspect(VitalReading).local_table.c
_S: Final = sa.inspect(InstrumentScore).local_table.c


@dataclass(frozen=True, slots=True)
class VitalRow:
    """One measuring; values in units of a sign's last decimal, only those taken."""

    written: Written
    values: Mapping[VitalSign, int] = field(repr=False)
    consciousness: Consciousness | None
    breathing: Breathing | None
    spo2_scale: int
    news2: int | None
    news2_band: str | None
    news2_version: int
    bmi: int | None
    confirmed: tuple[str, ...]

    @classmethod
    def of(cls, row: VitalReading) -> "VitalRow":
        """What a table's row says; for the rooms of this slice that have asked for the right."""
        return cls(
            Written.of(row),
            _values(row),
            row.consciousness,
            row.breathing,
            row.spo2_scale,
            row.news2,
            row.news2_band,
            row.news2_version,
            row.bmi,
            tuple((row.confirmed or "").split()),
        )


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One scoring: raw answers and what was made of them then."""

    written: Written
    instrument: str
    instrument_version: int
    digest: str
    answers: Mapping[str, object] = field(repr=False)
    total: int | None
    band: str | None
    band_set: str | None
    subscores: Mapping[str, Any] = field(repr=False)
    alerts: tuple[Mapping[str, Any], ...] = field(repr=False)
    is_complete: bool
    reference_period: str | None

    @classmethod
    def of(cls, row: InstrumentScore) -> "ScoreRow":
        """What a record says."""
        return cls(
            Written.of(row),
            row.instrument,
            row.instrument_version,
            row.digest,
            json.loads(row.answers),
            row.total,
            row.band,
            row.band_set,
            json.loads(row.subscores),
            tuple(json.loads(row.alerts)),
            row.is_complete,
            row.reference_period,
        )


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A schedule."""

    written: Written
    situation: Situation
    ended_at: datetime | None
    end_reason: str | None


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a curve; values of signs in units of their last decimal."""

    at: datetime
    value: int


@dataclass(frozen=True, slots=True)
class Curve:
    """What a chart paints of some days.

    Attributes:
        signs: sign → its points in order of time; ``news2`` and ``bmi`` among them.
        scores: instrument → totals in order of time.
    """

    from_at: datetime
    to_at: datetime
    signs: Mapping[str, tuple[Point, ...]] = field(repr=False)
    scores: Mapping[str, tuple[Point, ...]] = field(repr=False)


def list_vitals(
    uow: UnitOfWork, stay_id: str, limit: int = 200, span: tuple[datetime, datetime] | None = None
) -> tuple[VitalRow, ...]:
    """What was measured, the latest first; of a span, its end counted out, where one is said."""
    require(uow, READ_VITALS)
    v = VitalReading
    asked = sa.select(v).where(v.stay_id == stay_id)
    if span is not None:
        asked = asked.where(v.happened_at >= span[0], v.happened_at < span[1])
    asked = asked.order_by(v.happened_at.desc(), v.id.desc()).limit(limit)
    return tuple(VitalRow.of(row) for row in uow.session.scalars(asked))


def read_curve(uow: UnitOfWork, stay_id: str, to_at: datetime | None = None, days: int = CURVE_DAYS) -> Curve:
    """The points of some days: signs, and totals of the instruments the actor may see."""
    require(uow, READ_VITALS)
    end = uow.now if to_at is None else to_at
    start = end - timedelta(days=days)
    kept = (*SIGNS, "news2", "bmi")
    columns: tuple[Any, ...] = (_V.happened_at, *(_V[name] for name in kept))
    of_time = (_V.stay_id == stay_id, _V.happened_at.between(start, end), _V.voided_at.is_(None))
    signs: dict[str, list[Point]] = {name: [] for name in kept}
    for at, *values in uow.session.execute(sa.select(*columns).where(*of_time).order_by(_V.happened_at)):
        for name, value in zip(kept, values, strict=True):
            if value is not None:
                signs[name].append(Point(at, value))
    of_scores = (_S.stay_id == stay_id, _S.happened_at.between(start, end), _S.voided_at.is_(None))
    asked = sa.select(_S.happened_at, _S.instrument, _S.total).where(*of_scores, _S.total.is_not(None))
    scores: dict[str, list[Point]] = {}
    for at, instrument, total in uow.session.execute(_seen(uow, asked).order_by(_S.happened_at)):
        scores.setdefault(instrument, []).append(Point(at, total))
    return Curve(start, end, _tuples(signs), _tuples(scores))


def list_scores(uow: UnitOfWork, stay_id: str, instrument: str = "") -> tuple[ScoreRow, ...]:
    """What was scored, the latest first; instruments of psychiatry only for whoever reads those notes."""
    require(uow, READ_SCORES)
    s = InstrumentScore
    asked = _seen(uow, sa.select(s).where(s.stay_id == stay_id))
    if instrument:
        asked = asked.where(s.instrument == instrument)
    return tuple(
        ScoreRow.of(row) for row in uow.session.scalars(asked.order_by(s.happened_at.desc(), s.id.desc()))
    )


def get_score(uow: UnitOfWork, score_id: str) -> ScoreRow:
    """One scoring.

    Raises:
        UserError: ``not_found``.
        PermissionDenied: ``score_hidden`` for an instrument the actor may not see.
    """
    require(uow, READ_SCORES)
    found = uow.get(InstrumentScore, score_id)
    right = READ_PSYCHIATRIC if found.instrument in PSYCHIATRIC else READ_VITALS
    if not uow.actor.may(right):
        raise PermissionDenied(
            "score_hidden",
            label("errors", "Tài khoản này không được xem kết quả của thang này. Hãy hỏi bác sĩ."),
        )
    return ScoreRow.of(found)


def list_plans(uow: UnitOfWork, stay_id: str) -> tuple[PlanRow, ...]:
    """Schedules of observation, the latest first."""
    require(uow, READ_VITALS)
    p = ObservationPlan
    asked = sa.select(p).where(p.stay_id == stay_id).order_by(p.happened_at.desc(), p.id.desc())
    return tuple(
        PlanRow(Written.of(row), row.situation, row.ended_at, row.end_reason) for row in uow.session.scalars(asked)
    )


def answers_measured(uow: UnitOfWork, stay_id: str, instrument: str) -> dict[str, object]:
    """What the last vital signs answer in an instrument: entered once, both read it; nothing when they are old.

    Raises:
        UserError: ``instrument_unknown``.
    """
    require(uow, READ_VITALS)
    known = clinical(uow.ports.shelf)
    found = known.instruments.get(instrument)
    v = VitalReading
    fresh = (v.stay_id == stay_id, v.voided_at.is_(None), v.happened_at >= uow.now - SHARED_FOR)
    row = uow.session.scalars(sa.select(v).where(*fresh).order_by(v.happened_at.desc()).limit(1)).first()
    if row is None:
        return {}
    vitals = Vitals(_values(row), row.consciousness, row.breathing, row.spo2_scale)
    return answers_from_vitals(found, vitals, known.signs)


def _seen(uow: UnitOfWork, asked: sa.Select[Any]) -> sa.Select[Any]:
    """Only the instruments the actor may see."""
    if not uow.actor.may(READ_PSYCHIATRIC):
        asked = asked.where(_S.instrument.not_in(PSYCHIATRIC))
    if not uow.actor.may(READ_VITALS):
        asked = asked.where(_S.instrument.in_(PSYCHIATRIC))
    return asked


def _values(row: VitalReading) -> dict[VitalSign, int]:
    found = {sign: getattr(row, sign.value) for sign in VitalSign}
    return {sign: value for sign, value in found.items() if value is not None}


def _tuples(points: Mapping[str, Sequence[Point]]) -> dict[str, tuple[Point, ...]]:
    return {name: tuple(found) for name, found in points.items() if found}
