"""What a vital sign cannot be: beyond it a value is refused, while one that is merely rare is asked about."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.shipped import Evidence, Span, rows_of_list, span_of
from facility_app.modules.treatment.domain.answers import in_units
from facility_app.modules.treatment.domain.vitals import SignSpec, VitalSign, probably_meant, scaled
from facility_app.modules.treatment.domain.words import clinical_label

IMPOSSIBLE = label(
    "errors",
    "{sign} {value} {unit} không thể có: {why}. Chỉ nhận từ {least} đến {most} {unit} ({source}). Hãy đọc lại "
    "máy đo rồi ghi lại số đo.",
)
IMPOSSIBLE_MAYBE = label(
    "errors",
    "{sign} {value} {unit} không thể có: {why}. Chỉ nhận từ {least} đến {most} {unit} ({source}). Có phải {maybe} "
    "{unit}? Hãy đọc lại máy đo.",
)
_AT_THE_FIELD = label("errors", "Không thể có: chỉ từ {least} đến {most} {unit}")


@dataclass(frozen=True, slots=True)
class VitalLimit:
    """Between what a value must lie, on days of measuring.

    Attributes:
        sign: of which sign.
        span: days of measuring it holds on.
        least: in units of the sign's last decimal; ``most`` too.
        text: why nothing else can be.
        english: its English.
        source: where it is from.
        source_english: its English.
        evidence: how it is known.
    """

    sign: VitalSign
    span: Span
    least: int
    most: int
    text: Label
    english: str
    source: Label
    source_english: str
    evidence: Evidence

    def allows(self, value: int) -> bool:
        """Whether somebody alive can have this value, both ends counted in."""
        return self.least <= value <= self.most


Limits: TypeAlias = Mapping[VitalSign, tuple[VitalLimit, ...]]
"""Sign → its limits of all days."""


def read_vital_limits(text: str, specs: Mapping[VitalSign, SignSpec]) -> Limits:
    """The shipped ``clinical/vital_limits``.

    Raises:
        ValueError: an unknown sign, one without a row, or a limit that refuses what is not even asked about.
    """
    found: dict[VitalSign, tuple[VitalLimit, ...]] = dict.fromkeys(VitalSign, ())
    for row in rows_of_list(text):
        made = _limit(row, specs)
        spec = specs[made.sign]
        if not (made.allows(spec.doubt_below) and made.allows(spec.doubt_above)):
            message = f"{made.sign}: usual values are refused"
            raise ValueError(message)
        found[made.sign] = (*found[made.sign], made)
    if not all(found.values()):
        message = "a sign has no limit"
        raise ValueError(message)
    return found


def _limit(row: Mapping[str, str], specs: Mapping[VitalSign, SignSpec]) -> VitalLimit:
    sign = VitalSign(row["sign"])
    least, most = (scaled(row[name], specs[sign].decimals) for name in ("least", "most"))
    return VitalLimit(
        sign=sign,
        span=span_of(row),
        least=least,
        most=most,
        text=clinical_label(row["text"]),
        english=row["english"],
        source=clinical_label(row["source"]),
        source_english=row["source_english"],
        evidence=Evidence(row["evidence"]),
    )


def broken_limit(limits: Limits, sign: VitalSign, value: int, on: date) -> VitalLimit | None:
    """The limit in force that a value is beyond; None where it can be.

    Args:
        limits: of every sign.
        sign: which was measured.
        value: in units of its last decimal.
        on: the day it was measured on.
    """
    return next((one for one in limits[sign] if one.span.holds(on) and not one.allows(value)), None)


def refusal_of(spec: SignSpec, value: int, limit: VitalLimit) -> UserError:
    """Why a value is not taken: ``vital_impossible``, with what was probably meant as ``maybe``."""
    maybe = probably_meant(spec, Decimal(value).scaleb(-spec.decimals))
    return UserError(
        "vital_impossible",
        IMPOSSIBLE_MAYBE if maybe else IMPOSSIBLE,
        fields={spec.sign.value: _AT_THE_FIELD},
        sign=spec.text,
        value=in_units(value, spec.decimals),
        unit=spec.unit,
        why=limit.text,
        least=in_units(limit.least, spec.decimals),
        most=in_units(limit.most, spec.decimals),
        source=limit.source,
        maybe=maybe,
    )


def require_possible(
    values: Mapping[VitalSign, int], specs: Mapping[VitalSign, SignSpec], limits: Limits, on: date
) -> None:
    """Refuse what nobody alive can have; no confirmation helps.

    Raises:
        UserError: ``vital_impossible`` of the first such value.
    """
    for sign, value in values.items():
        limit = broken_limit(limits, sign, value, on)
        if limit is not None:
            raise refusal_of(specs[sign], value, limit)
