"""Days laid side by side: which claim on a day wins, and where a term ends that some days do not count for.

Days are ordinals here; every span is half-open, so the day it ends on is a day of the next one.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from facility_app.modules.stays.domain.effects import Effect


class Claim(NamedTuple):
    """A wish to explain some days.

    Attributes:
        rank: the lowest wins a day.
        first: first day.
        to: the day after the last.
        effect: what the days do to the term.
        event_no: number of the event, counted from 1; 0 for days without one.
    """

    rank: int
    first: int
    to: int
    effect: Effect
    event_no: int


class Piece(NamedTuple):
    """Days in a row explained by one claim."""

    first: int
    to: int
    effect: Effect
    event_no: int


class Run(NamedTuple):
    """Where a term ends.

    Attributes:
        end: the day of leaving.
        added: days that did not count before it.
    """

    end: int
    added: int


def clipped(claims: Iterable[Claim], first: int, to: int) -> list[Claim]:
    """The parts of claims that lie in ``[first, to)``, the winners first."""
    found: list[Claim] = []
    if to <= first:
        return found
    for claim in claims:
        rank, begin, end, effect, event_no = claim
        if first <= begin < end <= to:
            found.append(claim)
        elif begin < to and end > first and begin < end:
            found.append(Claim(rank, max(begin, first), min(end, to), effect, event_no))
    found.sort()
    return found


def tile(claims: Sequence[Claim]) -> list[Piece]:
    """Every claimed day once, under the claim with the lowest rank, in order.

    Args:
        claims: the winners first, as ``clipped`` gives them.
    """
    apart = sorted(claims, key=_first_of)
    if _do_not_meet(apart):
        return [Piece(first, to, effect, number) for _, first, to, effect, number in apart]
    cuts = {claim.first for claim in claims}
    cuts.update(claim.to for claim in claims)
    found: list[Piece] = []
    held: Claim | None = None
    for first, to in pairwise(sorted(cuts)):
        winner = next((claim for claim in claims if claim.first <= first and to <= claim.to), None)
        if winner is None:
            held = None
        elif held is not None and _is_same(winner, held):
            found[-1] = found[-1]._replace(to=to)
        else:
            found.append(Piece(first, to, winner.effect, winner.event_no))
            held = winner
    return found


_first_of = itemgetter(1)


def _do_not_meet(claims: Sequence[Claim]) -> bool:
    reach = 0
    for claim in claims:
        if claim.first < reach:
            return False
        reach = claim.to
    return True


def fill_gaps(pieces: Iterable[Piece], first: int, to: int, today: int) -> list[Piece]:
    """The same pieces with a served one of no event in every gap of ``[first, to)``; what is served ends today.

    Args:
        pieces: in order, none before ``first``.
        first: ordinal of the first day.
        to: ordinal of the day after the last gap.
        today: from this day on what would be served remains.
    """
    found: list[Piece] = []
    reach, served = first, Effect.SERVED
    for piece in pieces:
        begin, end, effect, event_no = piece
        if reach < begin and reach < to:
            _append_served(found, reach, begin if begin < to else to, today, 0)
        if effect is served and end > today:
            _append_served(found, begin, end, today, event_no)
        else:
            found.append(piece)
        reach = end
    if reach < to:
        _append_served(found, reach, to, today, 0)
    return found


def _append_served(found: list[Piece], first: int, to: int, today: int, event_no: int) -> None:
    if to <= today:
        found.append(Piece(first, to, Effect.SERVED, event_no))
    elif first >= today:
        found.append(Piece(first, to, Effect.REMAINING, event_no))
    else:
        found.append(Piece(first, today, Effect.SERVED, event_no))
        found.append(Piece(today, to, Effect.REMAINING, event_no))


def _is_same(one: Claim, other: Claim) -> bool:
    return one.event_no == other.event_no and one.effect is other.effect


def run_term(start: int, nominal_end: int, pauses: Iterable[tuple[int, int]]) -> Run:
    """Where a term ends when the days of ``pauses`` do not count; overlaps count once.

    Args:
        start: its first day.
        nominal_end: its day of leaving without any pause.
        pauses: half-open spans by their first days; one that begins when the term is over adds nothing.
    """
    end, added, reach = nominal_end, 0, start
    for first, to in pauses:
        begin = max(first, reach)
        if to <= begin:
            continue
        if begin >= end:
            break
        end += to - begin
        added += to - begin
        reach = to
    return Run(end, added)


def totals(pieces: Iterable[Piece]) -> dict[Effect, int]:
    """How many days have each effect."""
    found: dict[Effect, int] = {}
    for first, to, effect, _ in pieces:
        found[effect] = found.get(effect, 0) + to - first
    return found


def days_from(pieces: Iterable[Piece], day: int, *effects: Effect) -> int:
    """How many days from ``day`` on have one of the effects."""
    found = 0
    for first, to, effect, _ in pieces:
        if to > day and effect in effects:
            found += to - (first if first > day else day)
    return found
