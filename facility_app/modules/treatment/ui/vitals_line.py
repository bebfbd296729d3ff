"""One line of vital signs as it is typed: what a cell means, what is doubtful, and NEWS2 of what stands so far."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any, Final

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.typed import Asked, Reading, Refused, Understood
from facility_app.modules.treatment.domain.again import NEWS2
from facility_app.modules.treatment.domain.answers import in_units
from facility_app.modules.treatment.domain.band_marks import BandMark, mark_of
from facility_app.modules.treatment.domain.clinical_lists import Clinical
from facility_app.modules.treatment.domain.observation import Situation
from facility_app.modules.treatment.domain.oxygen import USUAL_SCALE
from facility_app.modules.treatment.domain.scoring import Score, score
from facility_app.modules.treatment.domain.vital_limits import broken_limit, refusal_of
from facility_app.modules.treatment.domain.vital_rules import Circumstances, VitalAlert, vital_alerts
from facility_app.modules.treatment.domain.vitals import (
    BREATHING_LABELS,
    CONSCIOUSNESS_LABELS,
    Breathing,
    Consciousness,
    Doubt,
    SignSpec,
    Vitals,
    VitalSign,
    answers_from_vitals,
    doubts,
    open_doubts,
    read_vital,
)
from facility_app.ui.grid.columns import SheetColumn, code_column
from facility_app.ui.i18n import tr

PRESSURE: Final = "bp"
OXYGEN: Final = "oxygen"
MIND: Final = "consciousness"
PRESSURE_HEAD = label("treatment", "HA")
OXYGEN_HEAD = label("treatment", "Thở oxy")
MIND_HEAD = label("treatment", "Ý thức")
RIGHT = label("treatment", "Đúng là {value}")
TWICE = label("treatment", "Xác nhận lần thứ hai. {question}")
NOT_PRESSURE = label(
    "treatment", "“{value}” không phải huyết áp. Ghi tâm thu rồi tâm trương: 120/80, 120 80 hoặc 12080."
)
PER_MINUTE = label("treatment", "lần/phút")
UNIT_LEGEND = label("treatment", "{sign}, {unit}. Bỏ trống nếu không đo.")
PRESSURE_LEGEND = label("treatment", "Huyết áp, mmHg: 120/80, 120 80 hoặc 12080. Bỏ trống nếu không đo.")
DEPRESSED: Final = frozenset({Situation.METHADONE_INDUCTION, Situation.ALCOHOL_DETOX})
"""Schedules of people who are given an opioid or a benzodiazepine: slow breathing is told earlier."""
_HEADS: Final[Mapping[VitalSign, Label]] = {
    VitalSign.TEMP: label("treatment", "Nhiệt độ"),
    VitalSign.PULSE: label("treatment", "Mạch"),
    VitalSign.RR: label("treatment", "Nhịp thở"),
    VitalSign.SPO2: label("treatment", "SpO₂"),
    VitalSign.WEIGHT: label("treatment", "Cân nặng"),
}
_WIDTHS: Final[Mapping[VitalSign, int]] = {
    VitalSign.TEMP: 104,
    VitalSign.PULSE: 66,
    VitalSign.RR: 88,
    VitalSign.SPO2: 72,
    VitalSign.WEIGHT: 86,
}
_SIGNS: Final = frozenset(sign.value for sign in _HEADS)
_PRESSURE: Final = re.compile(r"(\d{2,3})[\s/,.\-]+(\d{2,3})|(\d{2})(\d{2})|(\d{3})(\d{2,3})", re.ASCII)
_ECHO: Final = 20


@dataclass(frozen=True, slots=True)
class Sure:
    """The answer that a doubtful value is right as it stands."""

    value: Any


@dataclass(frozen=True, slots=True)
class LineRead:
    """What a line says so far.

    Attributes:
        vitals: values that are understood, doubtful ones too.
        mark: the band of the score; None while it has none.
        missing: what NEWS2 still needs.
    """

    vitals: Vitals = field(repr=False)
    news2: Score = field(repr=False)
    mark: BandMark | None = field(repr=False)
    missing: tuple[Label, ...]
    alerts: tuple[VitalAlert, ...] = field(repr=False)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was measured; air and oxygen alone are nothing."""
        return not self.vitals.values and self.vitals.consciousness is None


@dataclass(frozen=True, slots=True)
class LineRules:
    """How lines are read, by the clinical lists of the program."""

    known: Clinical = field(repr=False)

    def columns(self) -> tuple[SheetColumn, ...]:
        """The columns, in the order a nurse measures."""
        oxygen = [("k", Breathing.AIR.value, BREATHING_LABELS[Breathing.AIR])]
        oxygen.append(("o", Breathing.OXYGEN.value, BREATHING_LABELS[Breathing.OXYGEN]))
        minds = [(one.value.lower(), one.value, CONSCIOUSNESS_LABELS[one]) for one in Consciousness]
        return (
            self._sign(VitalSign.TEMP),
            self._sign(VitalSign.PULSE),
            SheetColumn(
                PRESSURE,
                PRESSURE_HEAD,
                _read_pressure,
                _show_pressure,
                legend=tr(PRESSURE_LEGEND),
                width=72,
                is_number=True,
                unit=self.known.signs[VitalSign.SBP].unit,
            ),
            self._sign(VitalSign.RR),
            self._sign(VitalSign.SPO2),
            code_column(OXYGEN, OXYGEN_HEAD, oxygen, usual=Breathing.AIR.value, width=84),
            self._sign(VitalSign.WEIGHT),
            code_column(MIND, MIND_HEAD, minds, usual=Consciousness.ALERT.value, width=140),
        )

    def vitals(self, cells: Mapping[str, Any], spo2_scale: int = USUAL_SCALE) -> Vitals:
        """The values of a line's cells."""
        values = {VitalSign(key): one for key, one in cells.items() if key in _SIGNS and one is not None}
        pressure = cells.get(PRESSURE)
        if pressure is not None:
            values[VitalSign.SBP], values[VitalSign.DBP] = pressure
        mind, breathing = cells.get(MIND), cells.get(OXYGEN)
        return Vitals(
            values,
            None if mind is None else Consciousness(mind),
            None if breathing is None else Breathing(breathing),
            spo2_scale,
        )

    def read(
        self, cells: Mapping[str, Any], known: Circumstances, on: date, spo2_scale: int = USUAL_SCALE
    ) -> LineRead:
        """Score a line as it stands, SpO2 by the scale a doctor decided."""
        vitals = self.vitals(cells, spo2_scale)
        instrument = self.known.instruments.get(NEWS2)
        news2 = score(instrument, answers_from_vitals(instrument, vitals, self.known.signs))
        mark = None
        if news2.band is not None:
            mark = mark_of(self.known.instruments, NEWS2, news2.version, news2.band.code)
        missing = tuple(instrument.plan.by_key[key].text.vi for key in news2.missing)
        return LineRead(vitals, news2, mark, missing, vital_alerts(vitals, self.known.vital_rules, known, {}, on))

    def doubt(self, key: str, value: Any, confirmed: Mapping[str, int]) -> Doubt | None:
        """What is to be asked about a cell's value before it is kept; None when it is sure."""
        if key not in _SIGNS and key != PRESSURE:
            return None
        left = open_doubts(doubts(self.vitals({key: value}), self.known.signs), confirmed)
        return left[0] if left else None

    def impossible(self, key: str, value: Any, on: date) -> Refused | Asked[Any] | None:
        """Why nobody alive can have a cell's value, with what was probably meant; None when it can be."""
        for sign, number in self.vitals({key: value}).values.items():
            limit = broken_limit(self.known.limits, sign, number, on)
            if limit is not None:
                told = refusal_of(self.known.signs[sign], number, limit)
                meant = self._meant(sign, value, str(told.params["maybe"]))
                return Asked(told.template, meant, told.params) if meant else Refused(told.template, told.params)
        return None

    def question(self, doubt: Doubt, value: Any, *, is_second: bool) -> Asked[Any]:
        """The question about a doubtful value, with what was probably meant."""
        if is_second:
            return Asked(TWICE, (Sure(value),), {"question": tr(doubt.question, **doubt.params)})
        return Asked(doubt.question, (*self._probably(doubt, value), Sure(value)), doubt.params)

    def typed(self, vitals: Vitals) -> dict[VitalSign, str]:
        """The values as the service reads them."""
        return {sign: in_units(value, self.known.signs[sign].decimals) for sign, value in vitals.values.items()}

    def _probably(self, doubt: Doubt, value: Any) -> tuple[Any, ...]:
        if "systolic" in doubt.params:
            return ((value[1], value[0]),)
        return self._meant(doubt.sign, value, str(doubt.params.get("maybe", "")))

    def _meant(self, sign: VitalSign, value: Any, maybe: str) -> tuple[Any, ...]:
        """The value of a cell with another number in the place of one sign; nothing where none is offered."""
        if not maybe:
            return ()
        meant = read_vital(self.known.signs[sign], maybe)
        if sign is VitalSign.SBP:
            return ((meant, value[1]),)
        return ((value[0], meant),) if sign is VitalSign.DBP else (meant,)

    def _sign(self, sign: VitalSign) -> SheetColumn:
        spec = self.known.signs[sign]
        unit = tr(PER_MINUTE) if spec.unit == str(PER_MINUTE) else spec.unit
        return SheetColumn(
            sign.value,
            _HEADS[sign],
            partial(_read_sign, spec),
            partial(_show_sign, spec),
            legend=tr(UNIT_LEGEND, sign=spec.text, unit=unit),
            width=_WIDTHS[sign],
            is_number=True,
            unit=unit,
        )


def columns_missing(line: LineRead) -> str:
    """What NEWS2 still needs, in words."""
    return ", ".join(tr(one) for one in line.missing)


def _read_sign(spec: SignSpec, text: str) -> Reading[int]:
    if not text.strip():
        return Understood(None)
    try:
        return Understood(read_vital(spec, text))
    except UserError as refused:
        maybe = str(refused.params.get("maybe") or "")
        if maybe:
            return Asked(refused.template, (read_vital(spec, maybe),), refused.params)
        return Refused(refused.template, refused.params)


def _show_sign(spec: SignSpec, value: Any) -> str:
    if isinstance(value, Sure):
        return tr(RIGHT, value=in_units(value.value, spec.decimals))
    return in_units(value, spec.decimals)


def _read_pressure(text: str) -> Reading[tuple[int, int]]:
    typed = text.strip()
    if not typed:
        return Understood(None)
    found = _PRESSURE.fullmatch(typed)
    if found is None:
        return Refused(NOT_PRESSURE, {"value": typed[:_ECHO]})
    first, second = (int(one) for one in found.groups() if one is not None)
    return Understood((first, second))


def _show_pressure(value: Any) -> str:
    if isinstance(value, Sure):
        return tr(RIGHT, value=_show_pressure(value.value))
    return f"{value[0]}/{value[1]}"
