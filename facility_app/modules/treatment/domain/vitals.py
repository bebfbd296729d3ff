"""Vital signs (dấu hiệu sinh tồn): how a value is read, and what is doubtful and asked about twice."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.shipped import Evidence, rows_of_list
from facility_app.modules.treatment.domain.answers import in_units
from facility_app.modules.treatment.domain.instrument import Instrument
from facility_app.modules.treatment.domain.words import clinical_label

ASKED_TIMES: Final = 2
"""How often a doubtful value is confirmed before it is taken as it is."""
_NUMBER: Final = re.compile(r"[0-9]{1,5}(?:[.,][0-9]{1,4})?", re.ASCII)


class VitalSign(StrEnum):
    """Dấu hiệu sinh tồn."""

    TEMP = "temp"
    PULSE = "pulse"
    RR = "rr"
    SBP = "sbp"
    DBP = "dbp"
    SPO2 = "spo2"
    GLUCOSE = "glucose"
    WEIGHT = "weight"
    HEIGHT = "height"
    QTC = "qtc"


class Consciousness(StrEnum):
    """Ý thức (ACVPU)."""

    ALERT = "A"
    CONFUSED = "C"
    VOICE = "V"
    PAIN = "P"
    UNRESPONSIVE = "U"


CONSCIOUSNESS_LABELS: dict[Consciousness, Label] = {
    Consciousness.ALERT: label("terms", "Tỉnh"),
    Consciousness.CONFUSED: label("terms", "Lú lẫn mới xuất hiện"),
    Consciousness.VOICE: label("terms", "Đáp ứng lời gọi"),
    Consciousness.PAIN: label("terms", "Đáp ứng khi đau"),
    Consciousness.UNRESPONSIVE: label("terms", "Không đáp ứng"),
}


class Breathing(StrEnum):
    """Thở khí trời hay oxy."""

    AIR = "air"
    OXYGEN = "o2"


BREATHING_LABELS: dict[Breathing, Label] = {
    Breathing.AIR: label("terms", "Khí trời"),
    Breathing.OXYGEN: label("terms", "Thở oxy"),
}


@dataclass(frozen=True, slots=True)
class SignSpec:
    """How one sign is written.

    Attributes:
        sign: which.
        text: its name.
        english: its English.
        unit: of the value.
        decimals: how many it may have; values are kept in units of the last.
        doubt_below: smaller is asked about.
        doubt_above: greater is asked about.
        loinc: its LOINC code; empty where none was read.
        evidence: how the limits are known.
    """

    sign: VitalSign
    text: Label
    english: str
    unit: str
    decimals: int
    doubt_below: int
    doubt_above: int
    loinc: str
    evidence: Evidence

    def is_doubtful(self, value: int) -> bool:
        """Whether a value is outside what is usual even in the very ill."""
        return not self.doubt_below <= value <= self.doubt_above


@dataclass(frozen=True, slots=True)
class Vitals:
    """What was measured at one time.

    Attributes:
        values: sign → value in units of its last decimal.
        consciousness: ACVPU.
        breathing: air or oxygen.
        spo2_scale: 2 only where a doctor ordered it.
    """

    values: Mapping[VitalSign, int]
    consciousness: Consciousness | None = None
    breathing: Breathing | None = None
    spo2_scale: int = 1


@dataclass(frozen=True, slots=True)
class Doubt:
    """A value to be confirmed.

    Attributes:
        sign: which.
        value: as it was entered; another value is another doubt.
        question: what to ask.
        params: its placeholders.
    """

    sign: VitalSign
    value: int
    question: Label
    params: Mapping[str, object]

    @property
    def key(self) -> str:
        """What a confirmation is counted under."""
        return f"{self.sign.value}:{self.value}"


def read_vital_signs(text: str) -> dict[VitalSign, SignSpec]:
    """The shipped ``clinical/vital_signs``.

    Raises:
        ValueError: an unknown sign, or one without a row.
    """
    found = {spec.sign: spec for spec in map(_spec, rows_of_list(text))}
    if len(found) != len(VitalSign):
        message = "a sign has no row"
        raise ValueError(message)
    return found


def _spec(row: Mapping[str, str]) -> SignSpec:
    decimals = int(row["decimals"])
    return SignSpec(
        sign=VitalSign(row["sign"]),
        text=clinical_label(row["text"]),
        english=row["english"],
        unit=row["unit"],
        decimals=decimals,
        doubt_below=scaled(row["doubt_below"], decimals),
        doubt_above=scaled(row["doubt_above"], decimals),
        loinc=row["loinc"],
        evidence=Evidence(row["evidence"]),
    )


def scaled(number: str, decimals: int) -> int:
    """A decimal number of a list in units of its last decimal.

    Raises:
        ValueError: more decimals than that.
    """
    value = Decimal(number).scaleb(decimals)
    if value != int(value):
        message = f"{number} has too many decimals"
        raise ValueError(message)
    return int(value)


def read_vital(spec: SignSpec, typed: str) -> int:
    """A value as typed, with a comma or a point before decimals.

    Raises:
        UserError: ``vital_not_a_number``, ``vital_too_precise``; the message says what might be meant.
    """
    text = typed.strip()
    params: dict[str, object] = {"sign": spec.text, "value": text[:20], "unit": spec.unit}
    if _NUMBER.fullmatch(text) is None:
        raise UserError(
            "vital_not_a_number",
            label("errors", "{sign}: “{value}” không phải một số. Hãy ghi số đo bằng {unit}."),
            fields={spec.sign.value: label("errors", "Phải là một số")},
            **params,
        )
    number = Decimal(text.replace(",", "."))
    whole = number.scaleb(spec.decimals)
    if whole == int(whole):
        return int(whole)
    maybe = probably_meant(spec, number)
    template = label("errors", "{sign}: {value} có quá nhiều chữ số thập phân (nhiều nhất {decimals}).")
    if maybe:
        template = label(
            "errors",
            "{sign}: {value} có quá nhiều chữ số thập phân (nhiều nhất {decimals}). Có phải {maybe} {unit}?",
        )
    raise UserError(
        "vital_too_precise",
        template,
        fields={spec.sign.value: label("errors", "Nhiều nhất {decimals} chữ số thập phân")},
        **params,
        decimals=spec.decimals,
        maybe=maybe,
    )


def doubts(vitals: Vitals, specs: Mapping[VitalSign, SignSpec]) -> tuple[Doubt, ...]:
    """What is to be asked before these values are kept; what nobody alive can have was refused before."""
    return tuple(_doubts(vitals.values, specs))


def open_doubts(found: tuple[Doubt, ...], confirmed: Mapping[str, int]) -> tuple[Doubt, ...]:
    """Those that were not yet confirmed twice; ``confirmed`` counts answers under ``Doubt.key``."""
    return tuple(doubt for doubt in found if confirmed.get(doubt.key, 0) < ASKED_TIMES)


def _doubts(values: Mapping[VitalSign, int], specs: Mapping[VitalSign, SignSpec]) -> Iterator[Doubt]:
    for sign, value in values.items():
        spec = specs[sign]
        if not spec.is_doubtful(value):
            continue
        params: dict[str, object] = {
            "sign": spec.text,
            "value": in_units(value, spec.decimals),
            "unit": spec.unit,
            "least": in_units(spec.doubt_below, spec.decimals),
            "most": in_units(spec.doubt_above, spec.decimals),
            "maybe": probably_meant(spec, Decimal(value).scaleb(-spec.decimals)),
        }
        question = label("treatment", "{sign} {value} {unit}: ngoài khoảng {least}–{most}. Đúng là {value}?")
        if params["maybe"]:
            question = label(
                "treatment",
                "{sign} {value} {unit}: ngoài khoảng {least}–{most}. Có phải {maybe}, hay đúng là {value}?",
            )
        yield Doubt(sign, value, question, params)
    systolic, diastolic = values.get(VitalSign.SBP), values.get(VitalSign.DBP)
    if systolic is not None and diastolic is not None and diastolic >= systolic:
        question = label(
            "treatment",
            "Huyết áp {systolic}/{diastolic}: tâm trương không thấp hơn tâm thu. Có ghi ngược không?",
        )
        yield Doubt(VitalSign.DBP, diastolic, question, {"systolic": systolic, "diastolic": diastolic})


def probably_meant(spec: SignSpec, number: Decimal) -> str:
    """What was probably meant, the decimal sign put one place aside; empty where that is no better."""
    for power in (1, -1):
        whole = number.scaleb(power + spec.decimals)
        if whole == int(whole) and not spec.is_doubtful(int(whole)):
            return in_units(int(whole), spec.decimals)
    return ""


def answers_from_vitals(
    instrument: Instrument, vitals: Vitals, specs: Mapping[VitalSign, SignSpec]
) -> dict[str, object]:
    """What the vital signs answer in an instrument: entered once, both read it.

    A value no instrument can count (an SpO2 of 104 of an older file) is left out, so that there is no total.
    """
    found: dict[str, object] = {}
    for item in instrument.items:
        value = vitals.values.get(VitalSign(item.vital)) if item.vital else None
        if value is None:
            continue
        if item.measure is None:
            found[item.key] = next(step.points for step in item.vital_steps if step.to is None or value <= step.to)
        elif item.measure.least <= value <= item.measure.most:
            found[item.key] = Decimal(value).scaleb(-specs[VitalSign(item.vital)].decimals)
    said: dict[str, object | None] = {
        "consciousness": vitals.consciousness and vitals.consciousness.value,
        "oxygen": vitals.breathing and vitals.breathing.value,
        "spo2_scale": vitals.spo2_scale,
    }
    found |= {key: value for key, value in said.items() if value and key in instrument.plan.by_key}
    return found
