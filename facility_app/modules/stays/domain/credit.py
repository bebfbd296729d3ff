"""Days before the first day of a term: temporary management taken off, shrunk by an escape."""

from facility_app.modules.stays.domain import warnings
from facility_app.modules.stays.domain.effects import Effect
from facility_app.modules.stays.domain.reading import RANK_ADDED, RANK_NONE
from facility_app.modules.stays.domain.spans import Claim, clipped, tile, totals
from facility_app.modules.stays.domain.tally import Tally
from facility_app.modules.stays.domain.types import EventKind


def count_before(tally: Tally) -> None:
    """Days before the start: credits, shrunk by an escape inside; the rest is recorded without effect."""
    read, start = tally.read, tally.start
    early = [span for span in tally.spans if span.first < start]
    if not read.credits and not early:
        return
    granted = clipped(read.credits, 1, start)
    claims = list(granted)
    for span in early:
        overlaps = [_shared(span, credit) for credit in granted if meet(span, credit)]
        if is_escape(tally, span) and span.effect is Effect.ADDED:
            claims += overlaps
        elif overlaps and _is_foreign(tally, span):
            tally.warnings.append(warnings.credit_overlapped(tally.case, span.event_no))
        claims.append(Claim(RANK_NONE, span.first, min(span.to, start), Effect.NONE, span.event_no))
    tally.before = tile(clipped(claims, 1, start))
    tally.credited = totals(tally.before).get(Effect.CREDITED, 0)
    late = [credit for credit in read.credits if credit.to > start]
    tally.warnings += [warnings.credit_after_start(tally.case, credit.event_no) for credit in late]


def is_escape(tally: Tally, span: Claim) -> bool:
    """Whether a claim comes from an escape."""
    return tally.case.events[span.event_no - 1].kind is EventKind.ESCAPE


def _is_foreign(tally: Tally, span: Claim) -> bool:
    """Whether nobody can be under temporary management during the span, and no rule says what follows."""
    kind = tally.case.events[span.event_no - 1].kind
    return kind in {EventKind.OVERSTAY, EventKind.PRISON} or span.effect is Effect.UNDECIDED


def meet(span: Claim, credit: Claim) -> bool:
    """Whether two claims have a day in common."""
    return span.first < credit.to and credit.first < span.to


def _shared(span: Claim, credit: Claim) -> Claim:
    first, to = max(span.first, credit.first), min(span.to, credit.to)
    return Claim(RANK_ADDED, first, to, Effect.NOT_CREDITED, span.event_no)
