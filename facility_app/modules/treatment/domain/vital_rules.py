"""When vital signs must be told to somebody: limits from the list, BMI, weight lost over months."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Final

from facility_app.kernel.dates import add_months
from facility_app.kernel.labels import Label
from facility_app.kernel.sex import Sex
from facility_app.kernel.shipped import Evidence, rows_of_list
from facility_app.modules.treatment.domain.instrument import Severity
from facility_app.modules.treatment.domain.vitals import SignSpec, Vitals, VitalSign, scaled
from facility_app.modules.treatment.domain.words import clinical_label

WEIGHT_LOSS: Final = "weight_loss"
"""A sign worked out from two weights: percent lost, with one decimal."""
_PERCENT_DECIMALS: Final = 1
_BMI_DECIMALS: Final = 1


class Side(StrEnum):
    """On which side of its limit a rule rings."""

    TO = "to"
    BELOW = "below"
    FROM = "from"
    ABOVE = "above"


@dataclass(frozen=True, slots=True)
class VitalRule:
    """A limit.

    Attributes:
        code: stable name.
        severity: how loudly.
        sign: of which sign, or ``weight_loss``.
        side: on which side of the limit.
        limit: in units of the sign's last decimal.
        unless_from: silent from here on, since another rule speaks.
        sex: only for this sex.
        depressants: only for somebody on an opioid or a benzodiazepine.
        within_months: the time weight is compared over.
        text: what people read.
        english: its English.
        evidence: how it is known.
    """

    code: str
    severity: Severity
    sign: str
    side: Side
    limit: int
    unless_from: int | None
    sex: Sex | None
    depressants: bool
    within_months: int
    text: Label
    english: str
    evidence: Evidence

    def rings(self, value: int) -> bool:
        """Whether it speaks at a value."""
        if self.unless_from is not None and value >= self.unless_from:
            return False
        if value == self.limit:
            return self.side in {Side.TO, Side.FROM}
        return (value < self.limit) is (self.side in {Side.TO, Side.BELOW})


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What else must be known of the person.

    Attributes:
        sex: as on the papers.
        on_depressants: has an opioid or a benzodiazepine on order, or its like in the blood.
    """

    sex: Sex | None = None
    on_depressants: bool = False


@dataclass(frozen=True, slots=True)
class VitalAlert:
    """A rule that spoke, and at which value."""

    rule: VitalRule
    value: int


@dataclass(frozen=True, slots=True)
class BmiBand:
    """A range of BMI.

    Attributes:
        code: stable name.
        least: in tenths of kg/m².
        text: what people read.
        english: its English.
        evidence: how it is known.
    """

    code: str
    least: int
    text: Label
    english: str
    evidence: Evidence


def read_vital_alerts(text: str, specs: Mapping[VitalSign, SignSpec]) -> tuple[VitalRule, ...]:
    """The shipped ``clinical/vital_alerts``, urgent ones first.

    Raises:
        ValueError: a row of an unknown sign, side or severity.
    """
    order = tuple(Severity)
    found = [_rule(row, specs) for row in rows_of_list(text)]
    return tuple(sorted(found, key=lambda rule: order.index(rule.severity)))


def _rule(row: Mapping[str, str], specs: Mapping[VitalSign, SignSpec]) -> VitalRule:
    is_loss = row["sign"] == WEIGHT_LOSS
    decimals = _PERCENT_DECIMALS if is_loss else specs[VitalSign(row["sign"])].decimals
    return VitalRule(
        code=row["code"],
        severity=Severity(row["severity"]),
        sign=row["sign"],
        side=Side(row["side"]),
        limit=scaled(row["limit"], decimals),
        unless_from=scaled(row["unless_from"], decimals) if row["unless_from"] else None,
        sex=Sex(row["sex"]) if row["sex"] else None,
        depressants=row["depressants"] == "yes",
        within_months=int(row["within_months"] or 0),
        text=clinical_label(row["text"]),
        english=row["english"],
        evidence=Evidence(row["evidence"]),
    )


def read_bmi_bands(text: str) -> dict[str, tuple[BmiBand, ...]]:
    """The shipped ``clinical/bmi_bands``: set → bands, rising."""
    found: dict[str, tuple[BmiBand, ...]] = {}
    for row in rows_of_list(text):
        band = BmiBand(
            code=row["code"],
            least=scaled(row["from"], _BMI_DECIMALS),
            text=clinical_label(row["text"]),
            english=row["english"],
            evidence=Evidence(row["evidence"]),
        )
        found[row["set"]] = (*found.get(row["set"], ()), band)
    return found


def vital_alerts(
    vitals: Vitals, rules: Sequence[VitalRule], known: Circumstances, weights: Mapping[date, int], on: date
) -> tuple[VitalAlert, ...]:
    """What must be told, urgent things first.

    Args:
        vitals: what was measured.
        rules: the limits.
        known: of the person.
        weights: day → weight measured before, in tenths of a kilogram.
        on: the day of measuring.
    """
    found = []
    for rule in rules:
        value = _value(rule, vitals, weights, on)
        if value is None or (rule.sex and rule.sex is not known.sex) or not rule.rings(value):
            continue
        if known.on_depressants or not rule.depressants:
            found.append(VitalAlert(rule, value))
    return tuple(found)


def _value(rule: VitalRule, vitals: Vitals, weights: Mapping[date, int], on: date) -> int | None:
    if rule.sign != WEIGHT_LOSS:
        return vitals.values.get(VitalSign(rule.sign))
    weight = vitals.values.get(VitalSign.WEIGHT)
    return None if weight is None else weight_lost(weight, weights, on, rule.within_months)


def weight_lost(weight: int, before: Mapping[date, int], on: date, within_months: int) -> int | None:
    """Tenths of a percent lost since the greatest weight of the last months; None where none was taken."""
    since = add_months(on, -within_months)
    found = [one for day, one in before.items() if since <= day <= on and one > 0]
    if not found:
        return None
    greatest = max(found)
    lost = Decimal(1000 * (greatest - weight)) / greatest
    # Rounded up: 10.04 % is more than 10 %, and must not become 10.0 %.
    return max(0, int(lost.to_integral_value(ROUND_CEILING)))


def bmi(weight: int, height: int) -> int:
    """Tenths of kg/m² from tenths of a kilogram and whole centimetres.

    Raises:
        ValueError: no height.
    """
    if height <= 0:
        message = "no height"
        raise ValueError(message)
    value = Decimal(weight) * 10_000 / Decimal(height * height)
    return int(value.quantize(Decimal(1), ROUND_HALF_UP))


def bmi_band(value: int, bands: Sequence[BmiBand]) -> BmiBand:
    """The band a BMI lies in."""
    return next(band for band in reversed(bands) if value >= band.least)
