"""What this slice asks of whoever gives medicines, for a chart and a glance; nothing that reveals HIV."""

from dataclasses import dataclass, field
from datetime import datetime

from facility_app.kernel.labels import Label


@dataclass(frozen=True, slots=True)
class WhatWasGiven:
    """Asked for a chart: the doses of a person between two moments; answered by ``GivenDose`` in order of time."""

    resident_id: str
    from_at: datetime
    to_at: datetime


@dataclass(frozen=True, slots=True)
class GivenDose:
    """One dose that was due.

    Attributes:
        medicine: its name, without the strength of a dose.
        amount: as people read it, with its unit; empty where nothing was taken.
        size: of the amount, to compare doses of one medicine with; 0 where nothing was taken.
        is_taken: whether the person had it.
        outcome: what became of it.
        is_vomited: whether it was taken and came up again; ``vomited_at`` when, where that was written later.
        order_id: the version of the order it was given from.
        reason: why it was not taken, or what came up; empty where nothing was said or the words reveal HIV.
        officer: who wrote it down.
    """

    at: datetime
    medicine: str = field(repr=False)
    amount: str = field(repr=False)
    size: int = field(repr=False)
    is_taken: bool
    outcome: Label
    is_vomited: bool = False
    vomited_at: datetime | None = None
    order_id: str = ""
    reason: str = field(default="", repr=False)
    officer: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class WhatIsNotTolerated:
    """Asked for a glance: what a person cannot take; answered by ``Intolerance``, the gravest first."""

    resident_id: str


@dataclass(frozen=True, slots=True)
class WhoAskedForAllergies:
    """Asked where nothing is listed: who heard when that there is none; answered by ``AskedForAllergies``.

    An empty answer is that nobody asked; None the answer to whoever may not know.
    """

    resident_id: str


@dataclass(frozen=True, slots=True)
class AskedForAllergies:
    """Somebody was asked, and named none."""

    at: datetime
    by: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Intolerance:
    """Something a person cannot take."""

    substance: str = field(repr=False)
    reaction: str = field(repr=False)
    is_grave: bool
