"""The events of a case sorted by what they do, in ordinals, before the clock counts."""

import sys
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from facility_app.modules.stays.domain.case import TermCase, TermEvent
from facility_app.modules.stays.domain.effects import Effect
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.stays.domain.parameters import TermParameters
from facility_app.modules.stays.domain.spans import Claim
from facility_app.modules.stays.domain.types import ADDING_KINDS, SERVED_KINDS, CountsAs, EventKind

NEVER: Final = sys.maxsize
"""The ordinal of a day that never comes."""

RANK_ADDED, RANK_UNDECIDED, RANK_NO_PAPER, RANK_SERVED, RANK_NONE = range(5)
RANK_CREDIT: Final = RANK_SERVED
"""Before the term: behind an escape that shrinks a credit, before what has no effect there."""


@dataclass(frozen=True, slots=True)
class Stop:
    """The day a stay ends by an act, before or after its term does.

    Attributes:
        day: ordinal.
        code: why.
        event_no: number of the event.
        is_waiver: whether prison under the old law ended it.
    """

    day: int
    code: ExitCode
    event_no: int
    is_waiver: bool = False


@dataclass(slots=True)
class Sorted:
    """The events of a case by what they do; an open span reaches to the day asked for.

    Attributes:
        credits: temporary management, each ``(first, to, event_no)``.
        added: absences with their paper.
        no_paper: absences without, or with one the head has not confirmed.
        undecided: remands nobody has decided about.
        served: what counts as served.
        open_numbers: numbers of absences and remands that still last.
        acts: reductions and changed decisions by day: ``(day, event_no, event)``.
        stops: ends, and prison that waives the rest, by day.
        waived: spans of prison that waive the rest: they explain nothing by themselves.
    """

    credits: list[Claim] = field(default_factory=list)
    added: list[Claim] = field(default_factory=list)
    no_paper: list[Claim] = field(default_factory=list)
    undecided: list[Claim] = field(default_factory=list)
    served: list[Claim] = field(default_factory=list)
    open_numbers: set[int] = field(default_factory=set)
    acts: list[tuple[int, int, TermEvent]] = field(default_factory=list)
    stops: list[Stop] = field(default_factory=list)
    waived: list[Claim] = field(default_factory=list)

    @property
    def spans(self) -> list[Claim]:
        """Every span but the credits."""
        return [*self.added, *self.no_paper, *self.undecided, *self.served, *self.waived]


def read_events(case: TermCase, today: int, parameters: TermParameters) -> Sorted:
    """Sort the events; ``check_case`` has refused what cannot be sorted."""
    found = Sorted()
    start = case.term_start_on.toordinal()
    waives = case.stay_type.has_term and not parameters.prison_keeps_remainder.value
    for number, event in enumerate(case.events, 1):
        first, kind = event.from_on.toordinal(), event.kind
        if kind is EventKind.END:
            assert event.exit_code is not None  # noqa: S101 - checked before
            found.stops.append(Stop(first, event.exit_code, number))
        elif kind is EventKind.REDUCTION or kind is EventKind.DECISION_CHANGED:
            found.acts.append((first, number, event))
        else:
            to = max(today, first) if event.to_on is None else event.to_on.toordinal()
            if kind is EventKind.PRISON and waives:
                _read_waiver(found, number, first, to, start, is_open=event.to_on is None)
            else:
                _read_span(found, number, event, first, to)
    found.acts.sort(key=lambda act: act[:2])
    found.stops.sort(key=lambda stop: stop.day)
    return found


def _read_span(found: Sorted, number: int, event: TermEvent, first: int, to: int) -> None:
    kind, is_open = event.kind, event.to_on is None
    if kind is EventKind.TEMPORARY_MANAGEMENT_CREDIT:
        found.credits.append(Claim(RANK_CREDIT, first, to, Effect.CREDITED, number))
    elif kind in SERVED_KINDS or (kind is EventKind.REMAND and event.counts_as is CountsAs.SERVED):
        found.served.append(Claim(RANK_SERVED, first, to, Effect.SERVED, number))
    elif kind is EventKind.REMAND and event.counts_as is None:
        found.undecided.append(Claim(RANK_UNDECIDED, first, to, Effect.UNDECIDED, number))
        if is_open:
            found.open_numbers.add(number)
    else:
        assert kind in ADDING_KINDS or kind is EventKind.REMAND  # noqa: S101 - every other kind stands above
        if not event.adds_by_paper:
            found.no_paper.append(Claim(RANK_NO_PAPER, first, to, Effect.SERVED, number))
        else:
            found.added.append(Claim(RANK_ADDED, first, to, Effect.ADDED, number))
        if is_open:
            found.open_numbers.add(number)


def _read_waiver(found: Sorted, number: int, first: int, to: int, start: int, *, is_open: bool) -> None:
    """Prison under the old law ends the term on its first day; one wholly before the start has no effect."""
    if is_open or (to > first and to > start):
        found.stops.append(Stop(max(first, start), ExitCode.IMPRISONED, number, is_waiver=True))
    found.waived.append(Claim(RANK_SERVED, first, to, Effect.SERVED, number))


def cut_at(found: Sorted, stop: int) -> None:
    """Nothing lasts beyond the day the stay ended."""
    for name in ("added", "no_paper", "undecided", "served"):
        claims: list[Claim] = getattr(found, name)
        kept = [claim if claim.to <= stop else claim._replace(to=max(stop, claim.first)) for claim in claims]
        setattr(found, name, kept)
    found.open_numbers.clear()


def day_of(ordinal: int) -> date:
    """The day of an ordinal."""
    return date.fromordinal(ordinal)
