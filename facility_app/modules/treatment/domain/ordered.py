"""What papers of a record ask of whoever gives medicines: orders, the last dose of a substitute.

Of HIV the two questions of the annex alone speak, which is behind the wall itself.
"""

from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class WhatWasOrdered:
    """Asked for a paper: orders of a person in force at some moment of a span; answered by ``OrderedMedicine``.

    Attributes:
        left_on: for somebody who left, the day: what was given then runs, though leaving ended it; None for now.
    """

    resident_id: str
    from_at: datetime
    to_at: datetime
    left_on: date | None = None


@dataclass(frozen=True, slots=True)
class WhatIsOrderedPrivately:
    """Asked for the annex behind the wall: orders that reveal HIV, answered by ``OrderedMedicine``.

    None is the answer to whoever may not see them: what is not shown is not said to be missing. The look is kept
    by whoever answers.

    Attributes:
        purpose: why it is looked at.
        grant: the grant of the closed list it is opened with.
        left_on: for somebody who left, the day: what they took until then; None for what they take now.
    """

    resident_id: str
    purpose: str = field(repr=False)
    grant: str
    left_on: date | None = None


@dataclass(frozen=True, slots=True)
class WhatIsNotToleratedPrivately:
    """Asked for the annex: what a person cannot take where its words reveal HIV; answered by ``Intolerance``.

    As ``WhatIsOrderedPrivately``: None for whoever may not see it, and the look is kept by whoever answers.
    """

    resident_id: str
    purpose: str = field(repr=False)
    grant: str


@dataclass(frozen=True, slots=True)
class OrderedMedicine:
    """One version of an order.

    Attributes:
        medicine: with its strength.
        plan: dose and hours in words.
        route: in words.
        until: when nothing of it is due any more; None while it goes on.
        is_running: whether it is given now, or was on the day of leaving.
        end_reason: why it was ended before its time; ``ended_by`` who ended it.
        state: where it stands now, in words.
        order_id: by which its doses are found.
    """

    ordered_at: datetime
    medicine: str = field(repr=False)
    plan: str = field(repr=False)
    route: str
    prescriber: str = field(repr=False)
    from_at: datetime
    until: datetime | None
    is_running: bool
    end_reason: str = field(default="", repr=False)
    ended_by: str = field(default="", repr=False)
    state: str = ""
    order_id: str = ""

    @property
    def text(self) -> str:
        """In one line: medicine, dose and hours, route."""
        return f"{self.medicine}: {self.plan}, {self.route}"


@dataclass(frozen=True, slots=True)
class WhichProtocolsWere:
    """Asked for a paper: detox protocols begun from ``first`` to ``last``; answered by ``FollowedProtocol``."""

    resident_id: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class FollowedProtocol:
    """A detox protocol somebody was given.

    Attributes:
        deviations: where orders were not as the template has them; doses not taken are told by ``WhatWasGiven``.
    """

    name: str = field(repr=False)
    started_on: date
    doctor: str = field(repr=False)
    ended_on: date | None
    end_reason: str = field(repr=False)
    deviations: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class WhatSubstituteWasLast:
    """Asked for a summary: the last dose of a substitute; answered by ``LastSubstitute`` or not at all."""

    resident_id: str


@dataclass(frozen=True, slots=True)
class LastSubstitute:
    """The last dose of substitution; ``dose`` is empty where none was taken."""

    medicine: str = field(repr=False)
    started_on: date
    last_on: date | None
    dose: str = field(repr=False)
    missed_days: int
