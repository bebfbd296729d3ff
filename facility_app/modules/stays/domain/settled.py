"""Where a term ends, with what is undecided read either way, and what its days are up to there."""

from typing import NamedTuple

from facility_app.modules.stays.domain.effects import Effect
from facility_app.modules.stays.domain.nominal import run_of
from facility_app.modules.stays.domain.reading import NEVER, RANK_NONE, Stop
from facility_app.modules.stays.domain.spans import Claim, Piece, clipped, fill_gaps, tile
from facility_app.modules.stays.domain.tally import Tally


class Settled(NamedTuple):
    """Where the term ends.

    Attributes:
        earliest: the end with nothing undecided held against the person.
        latest: the end with everything undecided added.
        is_undecided: whether the two may differ.
        waiting_for: number of the open absence the end waits for; 0 for none.
    """

    earliest: int
    latest: int
    is_undecided: bool
    waiting_for: int


def settle(tally: Tally, nominal_end: int, stop: Stop | None) -> Settled:
    """Where the term ends, were everything undecided settled for the person, and were it settled against."""
    read, start = tally.read, tally.start
    earliest = run_of(start, nominal_end, read.added).end
    latest = earliest if not read.undecided else run_of(start, nominal_end, [*read.added, *read.undecided]).end
    open_remand = any(claim.event_no in read.open_numbers and claim.first < earliest for claim in read.undecided)
    is_undecided = stop is None and (latest > earliest or open_remand)
    waiting = 0
    if read.open_numbers:
        spans = (*read.added, *read.no_paper)
        waiting = next((c.event_no for c in spans if c.event_no in read.open_numbers and c.first < latest), 0)
    return Settled(earliest, latest, is_undecided, waiting)


def tiled(tally: Tally, settled: Settled, limit: int) -> list[Piece]:
    """Every day from the start to the end, or, where that cannot be known, to the day asked for."""
    read, start, today = tally.read, tally.start, tally.today
    inside_to = min(max(today, start), limit) if settled.is_undecided else limit
    events = tile(clipped([*read.added, *read.undecided, *read.no_paper, *read.served], start, limit))
    return fill_gaps(events, start, inside_to, today)


def after(tally: Tally, limit: int) -> list[Piece]:
    """What was recorded for days on which the term was over."""
    over = max(limit, tally.start)
    late = [Claim(RANK_NONE, c.first, c.to, Effect.NONE, c.event_no) for c in tally.spans if c.to > over]
    return tile(clipped(late, over, NEVER)) if late else []
