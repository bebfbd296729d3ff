"""Types without a term: how many days somebody has been held, and the limit of their own, shown every day."""

from dataclasses import replace
from datetime import date

from facility_app.modules.stays.domain import warnings
from facility_app.modules.stays.domain.answer import Ended, TermAnswer
from facility_app.modules.stays.domain.case import TermCase
from facility_app.modules.stays.domain.effects import Effect
from facility_app.modules.stays.domain.exits import exit_fits
from facility_app.modules.stays.domain.findings import Finding
from facility_app.modules.stays.domain.ledger import Act, write_ledger
from facility_app.modules.stays.domain.reading import NEVER, RANK_NONE, Sorted, Stop, cut_at, day_of
from facility_app.modules.stays.domain.spans import clipped, fill_gaps, tile, totals
from facility_app.modules.stays.domain.thresholds import turns_18

_HELD = {
    Effect.SERVED: Effect.HELD,
    Effect.ADDED: Effect.NOT_HELD,
    Effect.UNDECIDED: Effect.NOT_HELD,
    Effect.CREDITED: Effect.NONE,
}


def evaluate_held(case: TermCase, on: date, read: Sorted) -> TermAnswer:
    """Days held up to ``on``; an escape with its paper, prison and remand are no days here."""
    found: list[Finding] = [warnings.needless(case, claim.event_no) for claim in read.credits]
    found += [warnings.needless(case, number) for _, number, _ in read.acts]
    start, today = case.term_start_on.toordinal(), on.toordinal()
    outside = [claim._replace(rank=RANK_NONE, effect=Effect.NONE) for claim in read.spans]
    stop = _first_stop(case, read, found)
    limit = max(start, today if stop is None else min(today, stop.day))
    events = tile(clipped([*read.added, *read.undecided, *read.no_paper, *read.served], start, limit))
    filled = fill_gaps(events, start, limit, max(today, limit))
    days = [piece._replace(effect=_HELD[piece.effect]) for piece in filled]
    found += [warnings.no_paper(case, claim.event_no) for claim in read.no_paper if claim.first < claim.to]
    before = tile(clipped(outside, 1, start))
    after = tile(clipped(outside, limit, NEVER))
    acts = [Act(number, 0, in_force=False) for _, number, _ in read.acts]
    birthday = turns_18(case, found)
    made = TermAnswer(
        id=case.id,
        on=on,
        expected_end_on=None,
        served_days=totals(days).get(Effect.HELD, 0),
        credited_days=0,
        added_days=0,
        remaining_days=None,
        ledger=write_ledger(case, today, [*before, *days, *after], acts, stop),
        warnings=(),
        turns_18_on=birthday,
        birth_year=case.birth_year if case.date_of_birth is None else None,
        ended=None if stop is None else Ended(day_of(stop.day), stop.code),
        no_term=True,
        custody_until=case.custody_until,
    )
    if made.custody_until is not None and made.days_past_end:
        found.append(warnings.past_end(case, made.custody_until, made.days_past_end))
    return replace(made, warnings=tuple(found))


def _first_stop(case: TermCase, read: Sorted, found: list[Finding]) -> Stop | None:
    found += [warnings.ended_twice(case, stop.event_no) for stop in read.stops[1:]]
    if not read.stops:
        return None
    stop = read.stops[0]
    cut_at(read, stop.day)
    if not exit_fits(stop.code, case.stay_type, case.legal_regime):
        found.append(warnings.exit_odd(case, stop.event_no, stop.code))
    return stop
