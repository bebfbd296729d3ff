"""Medicines that are given by blood pressure and pulse: when a dose is held, and how old a measuring may be."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from facility_app.kernel.labels import Label
from facility_app.modules.medication.domain.rules import RuleRow


class HoldState(StrEnum):
    """What the last measuring says of a dose that is given by it."""

    BELOW = "below"
    UNKNOWN = "unknown"
    OLD = "old"
    FINE = "fine"


@dataclass(frozen=True, slots=True)
class Pressure:
    """The last blood pressure and the last pulse of somebody; they may be of two measurings.

    Attributes:
        sbp, dbp: mmHg; ``at`` when. pulse: a minute; ``pulse_at`` when. None where none was ever taken.
    """

    sbp: int | None = None
    dbp: int | None = None
    at: datetime | None = None
    pulse: int | None = None
    pulse_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class HoldRule:
    """One row of the table.

    Attributes:
        atc: beginnings of the codes it speaks of.
        sbp_below: mmHg; None where pressure does not matter. pulse_below: a minute, likewise.
        fresh: an older measuring is taken again before a dose.
        text: what people read.
        is_approved: whether somebody of the facility stands by it.
    """

    atc: tuple[str, ...]
    sbp_below: int | None
    pulse_below: int | None
    fresh: timedelta
    text: Label
    is_approved: bool

    @classmethod
    def of(cls, row: RuleRow) -> "HoldRule":
        """What a row says.

        Raises:
            KeyError: without an ATC code, or without any limit.
            ValueError: no number, or no time a measuring is fresh for.
        """
        sbp, pulse, minutes = (row.number(name) for name in ("sbp_below", "pulse_below", "fresh_minutes"))
        if not row.atc or (sbp is None and pulse is None):
            raise KeyError(row.code)
        if not minutes:
            message = f"{row.code}: no time a measuring is fresh for"
            raise ValueError(message)
        return cls(row.atc, sbp, pulse, timedelta(minutes=minutes), row.text, row.is_approved)


@dataclass(frozen=True, slots=True)
class Holding:
    """A rule and what was measured last of the person of a dose."""

    rule: HoldRule
    last: Pressure

    def state(self, now: datetime) -> HoldState:
        """Whether a dose may be given by it now; a low value speaks however old it is, until it is taken again."""
        asked = (
            (self.rule.sbp_below, self.last.sbp, self.last.at),
            (self.rule.pulse_below, self.last.pulse, self.last.pulse_at),
        )
        wanted = [(limit, value, at) for limit, value, at in asked if limit is not None]
        if any(value is not None and value < limit for limit, value, _ in wanted):
            return HoldState.BELOW
        if any(at is None for _, _, at in wanted):
            return HoldState.UNKNOWN
        is_old = any(at is not None and now - at > self.rule.fresh for _, _, at in wanted)
        return HoldState.OLD if is_old else HoldState.FINE
