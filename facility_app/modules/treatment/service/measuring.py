"""Vital signs: what cannot be is refused, what is doubtful asked about twice; NEWS2 is kept with them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.catalogues.api import parameter
from facility_app.modules.treatment.domain import MEASURE
from facility_app.modules.treatment.domain.again import NEWS2, AgainRules
from facility_app.modules.treatment.domain.clinical_lists import Clinical, clinical
from facility_app.modules.treatment.domain.scoring import Alert, Score
from facility_app.modules.treatment.domain.vital_limits import require_possible
from facility_app.modules.treatment.domain.vital_rules import Circumstances, VitalAlert, bmi, vital_alerts
from facility_app.modules.treatment.domain.vitals import (
    Breathing,
    Consciousness,
    Vitals,
    VitalSign,
    answers_from_vitals,
    doubts,
    open_doubts,
    read_vital,
)
from facility_app.modules.treatment.service.again import Again
from facility_app.modules.treatment.service.charting import Chart
from facility_app.modules.treatment.service.scales import Scales
from facility_app.modules.treatment.tables import VitalReading

_LONGEST_KEYS: Final = 200
_BACK: Final = timedelta(days=366)
"""Weights older than a year are compared with nothing."""


@dataclass(frozen=True, slots=True)
class MeasureVitals:
    """One measuring, as typed.

    Attributes:
        typed: sign → what was typed; an empty text is not measured.
        confirmed: how often each doubt was answered with yes, under ``Doubt.key``.
        on_depressants: whether the person is on an opioid or a benzodiazepine.
        happened_at: None for now.
    """

    stay_id: str
    typed: Mapping[VitalSign, str] = field(repr=False)
    consciousness: Consciousness | None = None
    breathing: Breathing | None = None
    confirmed: Mapping[str, int] = field(default_factory=dict, repr=False)
    on_depressants: bool = False
    happened_at: datetime | None = None
    corrects_id: str | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """What became of it.

    Attributes:
        news2: its score; without a total while a value is missing.
        bmi: tenths of kg/m²; None without weight or height.
        alerts: limits that were passed, urgent ones first; ``news2.alerts`` are those of the score.
        again_at: by when it is measured again because of the score; None where a schedule alone says.
    """

    reading_id: str
    news2: Score
    bmi: int | None
    alerts: tuple[VitalAlert, ...]
    again_at: datetime | None = None


def measure_vitals(uow: UnitOfWork, command: MeasureVitals) -> Measured:
    """Keep what was measured; what is told stands on the doctor's worklist.

    By which scale SpO2 counts is the doctor's decision in force when it was measured, and is kept with it.

    Raises:
        UserError: ``vital_impossible`` whatever is confirmed; ``vital_doubtful`` until each doubt is confirmed
            twice; ``nothing_measured``, ``not_found``, ``not_struck_out``; as ``read_vital`` and
            ``ChartSpan.require_open``.
    """
    require(uow, MEASURE)
    known = clinical(uow.ports.shelf)
    chart = Chart.of(uow, command.stay_id)
    at = chart.moment(command.happened_at)
    vitals = _read(known, command, Scales(chart).spo2_scale(at))
    require_possible(vitals.values, known.signs, known.limits, local_date(at))
    _require_sure(known, vitals, command.confirmed)
    with uow.act("treatment.measure") as act:
        scales, instrument = Scales(chart), known.instruments.get(NEWS2)
        news2 = scales.score(instrument, answers_from_vitals(instrument, vitals, known.signs))
        history = _History(chart, at)
        height = vitals.values.get(VitalSign.HEIGHT) or history.height
        weight = vitals.values.get(VitalSign.WEIGHT)
        index = None if weight is None or not height else bmi(weight, height)
        alerts = vital_alerts(
            vitals,
            known.vital_rules,
            Circumstances(chart.person.sex, command.on_depressants),
            history.weights if weight is not None else {},
            local_date(at),
        )
        made = uow.add(
            VitalReading(
                **chart.facts(at),
                **_columns(vitals, known),
                **_scored(news2),
                bmi=index,
                corrects_id=chart.corrected(VitalReading, command.corrects_id),
            )
        )
        act.about(made)
        uow.session.flush()
        told: tuple[Alert | VitalAlert, ...] = (*news2.alerts, *alerts)
        scales.tell("vital_reading", made.id, (_severity(one) for one in told))
        scales.plan()
        Again(chart).owe()
        again_at = AgainRules.of(partial(parameter, uow)).due((one.code for one in news2.alerts), at)
        return Measured(made.id, news2, index, alerts, again_at)


def _severity(told: Alert | VitalAlert) -> Any:
    return told.severity if isinstance(told, Alert) else told.rule.severity


def _read(known: Clinical, command: MeasureVitals, spo2_scale: int) -> Vitals:
    values = {sign: read_vital(known.signs[sign], text) for sign, text in command.typed.items() if text.strip()}
    if not values and command.consciousness is None:
        raise UserError(
            "nothing_measured",
            label("errors", "Chưa có số đo nào. Hãy ghi ít nhất một dấu hiệu sinh tồn."),
        )
    return Vitals(values, command.consciousness, command.breathing, spo2_scale)


def _require_sure(known: Clinical, vitals: Vitals, confirmed: Mapping[str, int]) -> None:
    left = open_doubts(doubts(vitals, known.signs), confirmed)
    if left:
        first = left[0]
        raise UserError(
            "vital_doubtful", first.question, fields={one.sign.value: one.question for one in left}, **first.params
        )


def _columns(vitals: Vitals, known: Clinical) -> dict[str, Any]:
    asked = " ".join(one.key for one in doubts(vitals, known.signs))
    return {
        **{sign.value: vitals.values.get(sign) for sign in VitalSign},
        "consciousness": vitals.consciousness,
        "breathing": vitals.breathing,
        "spo2_scale": vitals.spo2_scale,
        "confirmed": asked[:_LONGEST_KEYS] or None,
    }


def _scored(news2: Score) -> dict[str, Any]:
    return {
        "news2": news2.total,
        "news2_band": None if news2.band is None else news2.band.code,
        "news2_version": news2.version,
        "news2_digest": news2.digest,
    }


class _History:
    """Heights and weights before a moment."""

    def __init__(self, chart: Chart, at: datetime) -> None:
        v = VitalReading
        asked = (
            sa.select(v.happened_at, v.weight, v.height)
            .where(
                v.resident_id == chart.resident_id,
                v.happened_at < at,
                v.voided_at.is_(None),
                sa.or_(v.weight.is_not(None), v.height.is_not(None)),
            )
            .order_by(v.happened_at)
        )
        self.height: int | None = None
        self.weights: dict[date, int] = {}
        for taken_at, weight, height in chart.uow.session.execute(asked):
            self.height = height or self.height
            if weight is not None and taken_at >= at - _BACK:
                self.weights[local_date(taken_at)] = weight
