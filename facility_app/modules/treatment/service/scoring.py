"""Instruments: raw answers are kept with what was made of them; a risk of suicide opens a watch at once."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from facility_app.db.settings_store import put_setting
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.treatment.domain import CHOOSE_BANDS, SCORE
from facility_app.modules.treatment.domain.answers import read_answers
from facility_app.modules.treatment.domain.instrument import Instrument
from facility_app.modules.treatment.domain.instrument_file import folded_key
from facility_app.modules.treatment.domain.score_choices import CIWA_BANDS, CIWA_SETS, SUICIDE_RISK
from facility_app.modules.treatment.domain.scoring import Score
from facility_app.modules.treatment.domain.watch import WatchLevel
from facility_app.modules.treatment.service.charting import Chart
from facility_app.modules.treatment.service.scales import Scales
from facility_app.modules.treatment.service.spells import Spells
from facility_app.modules.treatment.service.warning import Guards
from facility_app.modules.treatment.tables import InstrumentScore

_LANGUAGE: Final = "vi"
SPO2_SCALE: Final = "spo2_scale"
"""The item of NEWS2 that nobody who measures answers."""


@dataclass(frozen=True, slots=True)
class ScoreInstrument:
    """Answers as given.

    Attributes:
        instrument: its code.
        answers: item → answer, as typed.
        reference_period: the time they were asked about, where it is another than the instrument's own.
        happened_at: None for now.
    """

    stay_id: str
    instrument: str
    answers: Mapping[str, object] = field(repr=False)
    reference_period: str | None = None
    happened_at: datetime | None = None
    corrects_id: str | None = None


@dataclass(frozen=True, slots=True)
class Scored:
    """What became of them; ``watch_id`` is the watch a risk of suicide opened, or found."""

    score_id: str
    score: Score
    watch_id: str | None = None


def score_instrument(uow: UnitOfWork, command: ScoreInstrument) -> Scored:
    """Keep answers and what they come to; incomplete ones have no total.

    Raises:
        UserError: ``instrument_unknown``, ``nothing_answered``, ``period_fixed``, ``text_too_long``,
            ``spo2_scale``, ``not_found``, ``not_struck_out``; as ``scoring.score`` and ``ChartSpan.require_open``.
    """
    require(uow, SCORE)
    faults = Faults()
    period = faults.line("reference_period", command.reference_period)
    faults.refuse()
    chart = Chart.of(uow, command.stay_id)
    scales = Scales(chart)
    instrument = scales.instrument(command.instrument)
    _require_period(instrument, period)
    at = chart.moment(command.happened_at)
    answers = _with_scale(instrument, command.answers, scales.spo2_scale(at))
    result = scales.score(instrument, dict(answers))
    if not result.points and not result.untested:
        raise UserError(
            "nothing_answered",
            label("errors", "Chưa có câu trả lời nào của thang {instrument}. Hãy chấm ít nhất một mục."),
            instrument=instrument.code,
        )
    with uow.act("treatment.score") as act:
        made = uow.add(
            InstrumentScore(
                **chart.facts(at),
                **_columns(instrument, result, answers),
                reference_period=period,
                corrects_id=chart.corrected(InstrumentScore, command.corrects_id),
            )
        )
        act.about(made)
        uow.session.flush()
        scales.tell("instrument_score", made.id, (one.severity for one in result.alerts))
        scales.plan()
        watch_id = None
        if any(one.code == SUICIDE_RISK for one in result.alerts):
            reason = str(label("treatment", "Thang đánh giá cho thấy nguy cơ tự hại"))
            Guards(uow, chart.resident_id).warn()
            watch_id = Spells(chart).begin(WatchLevel.PENDING, reason, score_id=made.id).id
        return Scored(made.id, result, watch_id)


def choose_ciwa_bands(uow: UnitOfWork, band_set: str) -> None:
    """Choose by which bands this facility reads CIWA-Ar from now on; what was scored keeps its own.

    Raises:
        UserError: ``instrument_bands_unknown``.
    """
    require(uow, CHOOSE_BANDS)
    if band_set not in CIWA_SETS:
        raise UserError(
            "instrument_bands_unknown",
            label("errors", "{instrument}: không có bộ mức độ “{bands}”. Các bộ: {known}."),
            fields={"bands": label("errors", "Hãy chọn trong danh sách")},
            instrument="CIWA-Ar",
            bands=band_set[:40],
            known=CIWA_SETS,
        )
    with uow.act("treatment.choose_ciwa_bands") as act:
        put_setting(uow, act, CIWA_BANDS, band_set)


def _require_period(instrument: Instrument, period: str | None) -> None:
    if period is not None and not instrument.period_may_vary:
        raise UserError(
            "period_fixed",
            label("errors", "Thang {instrument} chỉ hỏi về khoảng thời gian của chính thang. Hãy để trống ô này."),
            fields={"reference_period": label("errors", "Hãy để trống")},
            instrument=instrument.code,
        )


def _with_scale(instrument: Instrument, answers: Mapping[str, object], ordered: int) -> Mapping[str, object]:
    """By which scale SpO2 counts is nobody's answer but the doctor's decision."""
    if SPO2_SCALE not in instrument.plan.by_key:
        return answers
    names = instrument.plan.names
    if not any(names.get(folded_key(name)) == SPO2_SCALE for name, said in answers.items() if said is not None):
        return {**answers, SPO2_SCALE: ordered}
    if read_answers(instrument, answers).values[SPO2_SCALE] != ordered:
        raise UserError(
            "spo2_scale",
            label(
                "errors",
                "Vào lúc chấm, người này theo thang SpO2 số {scale} vì chỉ bác sĩ quyết định thang. Hãy bỏ câu "
                "trả lời này, hoặc báo bác sĩ chỉ định.",
            ),
            fields={SPO2_SCALE: label("errors", "Do bác sĩ chỉ định")},
            scale=ordered,
        )
    return answers


def _columns(instrument: Instrument, result: Score, answers: Mapping[str, object]) -> dict[str, Any]:
    kept = read_answers(instrument, answers)
    alerts = [{"code": one.code, "severity": one.severity.value, "items": one.items} for one in result.alerts]
    subscores = {
        key: {"sum": value, "band": result.subscore_bands[key].code if key in result.subscore_bands else None}
        for key, value in result.subscores.items()
    }
    return {
        "instrument": instrument.code,
        "instrument_version": instrument.version,
        "digest": instrument.digest,
        "language": _LANGUAGE,
        "answers": json.dumps(dict(kept.values), ensure_ascii=False, sort_keys=True),
        "total": result.total,
        "band": None if result.band is None else result.band.code,
        "band_set": result.band_set or None,
        "subscores": json.dumps(subscores, ensure_ascii=False, sort_keys=True),
        "alerts": json.dumps(alerts, ensure_ascii=False, sort_keys=True),
        "is_complete": result.complete,
    }
