"""The term clock: when the person leaves, and why, day by day; a pure function of what the papers say.

``end = add_months(start, decided_months - reduced_months) - credited_days - reduced_days + added_days``.
Where two readings are possible the earlier day counts: no doubt is settled against somebody's liberty.
"""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from facility_app.kernel.dates import add_months
from facility_app.modules.stays.domain import warnings
from facility_app.modules.stays.domain.answer import Ended, TermAnswer
from facility_app.modules.stays.domain.case import TermCase, TermEvent, check_case
from facility_app.modules.stays.domain.effects import Effect
from facility_app.modules.stays.domain.exits import COMPLETIONS, exit_fits
from facility_app.modules.stays.domain.findings import Finding
from facility_app.modules.stays.domain.held import evaluate_held
from facility_app.modules.stays.domain.ledger import Act, write_ledger
from facility_app.modules.stays.domain.parameters import TermParameters
from facility_app.modules.stays.domain.reading import (
    NEVER,
    RANK_NO_PAPER,
    RANK_NONE,
    Sorted,
    Stop,
    cut_at,
    day_of,
    read_events,
)
from facility_app.modules.stays.domain.spans import (
    Claim,
    Piece,
    Run,
    clipped,
    fill_gaps,
    run_term,
    tile,
    totals,
)
from facility_app.modules.stays.domain.thresholds import thresholds
from facility_app.modules.stays.domain.types import EventKind


class _Nominal(NamedTuple):
    """The term without its pauses."""

    months: int
    reduced_months: int
    reduced_days: int


@dataclass(slots=True)
class _Count:
    """One evaluation while it is made; ordinals throughout."""

    case: TermCase
    parameters: TermParameters
    start: int
    today: int
    read: Sorted
    spans: list[Claim]
    credited: int = 0
    before: list[Piece] = field(default_factory=list)
    acts: list[Act] = field(default_factory=list)
    warnings: list[Finding] = field(default_factory=list)


def evaluate(case: TermCase, on: date, parameters: TermParameters) -> TermAnswer:
    """The day of leaving of one stay, with every day explained.

    Args:
        case: the stay.
        on: the day for which served and remaining days are told; what happened later counts all the same.
        parameters: the law's numbers for the regime of the stay.

    Raises:
        UserError: as ``check_case``.
    """
    check_case(case, parameters)
    today = on.toordinal()
    read = read_events(case, today, parameters)
    if not case.stay_type.has_term:
        return evaluate_held(case, on, read)
    count = _Count(case, parameters, case.term_start_on.toordinal(), today, read, read.spans)
    _count_before(count)
    stop = _choose_stop(count)
    return _answer(count, on, stop, _settle(count, _nominal_end(count, stop), stop))


def _count_before(count: _Count) -> None:
    """Days before the start: credits, shrunk by an escape inside; the rest is recorded without effect."""
    read, start = count.read, count.start
    early = [span for span in count.spans if span.first < start]
    if not read.credits and not early:
        return
    granted = [claim._replace(rank=1) for claim in clipped(read.credits, 1, start)]
    claims = list(granted)
    for span in early:
        overlaps = [_shared(span, credit) for credit in granted if _meet(span, credit)]
        if _is_escape(count, span) and span.effect is Effect.ADDED:
            claims += overlaps
        elif overlaps and _is_foreign(count, span):
            count.warnings.append(warnings.credit_overlapped(count.case, span.event_no))
        claims.append(Claim(2, span.first, min(span.to, start), Effect.NONE, span.event_no))
    count.before = tile(clipped(claims, 1, start))
    count.credited = totals(count.before).get(Effect.CREDITED, 0)
    late = [credit for credit in read.credits if credit.to > start]
    count.warnings += [warnings.credit_after_start(count.case, credit.event_no) for credit in late]


def _is_escape(count: _Count, span: Claim) -> bool:
    return count.case.events[span.event_no - 1].kind is EventKind.ESCAPE


def _is_foreign(count: _Count, span: Claim) -> bool:
    """Whether nobody can be under temporary management during the span, and no rule says what follows."""
    kind = count.case.events[span.event_no - 1].kind
    return kind in {EventKind.OVERSTAY, EventKind.PRISON} or span.effect is Effect.UNDECIDED


def _meet(span: Claim, credit: Claim) -> bool:
    return span.first < credit.to and credit.first < span.to


def _shared(span: Claim, credit: Claim) -> Claim:
    first, to = max(span.first, credit.first), min(span.to, credit.to)
    return Claim(0, first, to, Effect.NOT_CREDITED, span.event_no)


def _choose_stop(count: _Count) -> Stop | None:
    """The first act that ends the stay; prison waives nothing when the term was over before it."""
    chosen: Stop | None = None
    for stop in count.read.stops:
        if chosen is not None:
            if not stop.is_waiver:
                count.warnings.append(warnings.ended_twice(count.case, stop.event_no))
            continue
        if stop.is_waiver:
            nominal = _nominal_end(replace(count, warnings=[], acts=[]), stop)
            if _run(count.start, nominal, count.read.added, stop.day).end <= stop.day:
                count.warnings.append(warnings.after_end(count.case, stop.event_no))
                continue
            if count.case.events[stop.event_no - 1].paper is None:
                count.warnings.append(warnings.prison_no_paper(count.case, stop.event_no))
        chosen = stop
    if chosen is not None:
        cut_at(count.read, chosen.day)
        if not exit_fits(chosen.code, count.case.stay_type, count.case.legal_regime):
            count.warnings.append(warnings.exit_odd(count.case, chosen.event_no, chosen.code))
    return chosen


def _nominal_end(count: _Count, stop: Stop | None) -> int:
    """The end without its pauses, by the version of the decision and the reductions in force."""
    months = count.case.decided_months
    assert months is not None  # noqa: S101 - checked before
    nominal = _Nominal(months, 0, 0)
    for day, number, event in count.read.acts:
        if stop is not None and day > stop.day:
            count.acts.append(Act(number, 0, in_force=False))
            continue
        changed = _act(count, nominal, day, number, event)
        was, will = _end_of(count, nominal), _end_of(count, changed)
        count.acts.append(Act(number, will - was, in_force=changed is not nominal))
        nominal = changed
        if will < was:
            _warn_shorter(count, number, event, day, will)
    return _end_of(count, nominal)


def _end_of(count: _Count, nominal: _Nominal) -> int:
    end = add_months(count.case.term_start_on, nominal.months - nominal.reduced_months)
    return end.toordinal() - count.credited - nominal.reduced_days


def _act(count: _Count, nominal: _Nominal, day: int, number: int, event: TermEvent) -> _Nominal:
    """The term after an act; the same one when the act may not count."""
    if event.kind is EventKind.REDUCTION:
        most = count.parameters.reduction_most_months
        if most is not None and (event.months or 0) > most.value:
            count.warnings.append(warnings.reduction_large(count.case, number, most))
        return nominal._replace(
            reduced_months=nominal.reduced_months + (event.months or 0),
            reduced_days=nominal.reduced_days + (event.days or 0),
        )
    months = event.decided_months
    assert months is not None  # noqa: S101 - checked before
    if months > nominal.months:
        if event.paper is None:
            count.warnings.append(warnings.longer_no_paper(count.case, number))
            return nominal
        end = _run(count.start, _end_of(count, nominal), count.read.added).end
        if end <= day and not _is_away(count, end):
            count.warnings.append(warnings.longer_too_late(count.case, number, day_of(end)))
            return nominal
    return nominal._replace(months=months)


def _is_away(count: _Count, end: int) -> bool:
    """Whether the end is unknown because somebody had not come back before it."""
    spans = (*count.read.added, *count.read.no_paper, *count.read.undecided)
    return any(span.event_no in count.read.open_numbers and span.first < end for span in spans)


def _warn_shorter(count: _Count, number: int, event: TermEvent, day: int, nominal_end: int) -> None:
    if event.paper is None:
        count.warnings.append(warnings.act_no_paper(count.case, number))
    end = _run(count.start, nominal_end, count.read.added).end
    if end < day and not _is_away(count, end):
        count.warnings.append(warnings.end_before_act(count.case, number, day_of(end)))


def _run(start: int, nominal_end: int, claims: list[Claim], stop: int = NEVER) -> Run:
    if not claims:
        return Run(nominal_end, 0)
    pauses = sorted((claim.first, min(claim.to, stop)) for claim in claims if claim.to > start)
    return run_term(start, nominal_end, pauses)


class _Settled(NamedTuple):
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


def _settle(count: _Count, nominal_end: int, stop: Stop | None) -> _Settled:
    read, start = count.read, count.start
    earliest = _run(start, nominal_end, read.added).end
    latest = earliest if not read.undecided else _run(start, nominal_end, [*read.added, *read.undecided]).end
    open_remand = any(claim.event_no in read.open_numbers and claim.first < earliest for claim in read.undecided)
    is_undecided = stop is None and (latest > earliest or open_remand)
    waiting = 0
    if read.open_numbers:
        spans = (*read.added, *read.no_paper)
        waiting = next((c.event_no for c in spans if c.event_no in read.open_numbers and c.first < latest), 0)
    return _Settled(earliest, latest, is_undecided, waiting)


def _tiled(count: _Count, settled: _Settled, limit: int) -> list[Piece]:
    """Every day from the start to the end, or, where that cannot be known, to the day asked for."""
    read, start, today = count.read, count.start, count.today
    inside_to = min(max(today, start), limit) if settled.is_undecided else limit
    events = tile(clipped([*read.added, *read.undecided, *read.no_paper, *read.served], start, limit))
    return fill_gaps(events, start, inside_to, today)


def _after(count: _Count, limit: int) -> list[Piece]:
    """What was recorded for days on which the term was over."""
    over = max(limit, count.start)
    late = [Claim(RANK_NONE, c.first, c.to, Effect.NONE, c.event_no) for c in count.spans if c.to > over]
    return tile(clipped(late, over, NEVER)) if late else []


def _answer(count: _Count, on: date, stop: Stop | None, settled: _Settled) -> TermAnswer:
    case = count.case
    limit = settled.latest if stop is None else min(settled.latest, stop.day)
    term = _tiled(count, settled, limit)
    _warn_events(count, settled, limit)
    _warn_end(count, stop, settled)
    later = thresholds(case, term, limit, count.parameters, on, is_known=not settled.is_undecided)
    count.warnings += later.warnings
    pieces = [*count.before, *term, *_after(count, limit)]
    earliest = day_of(settled.earliest if stop is None else min(settled.earliest, stop.day))
    is_known = not settled.is_undecided and not settled.waiting_for
    days = totals(term)
    made = TermAnswer(
        id=case.id,
        on=on,
        expected_end_on=earliest if is_known else None,
        served_days=days.get(Effect.SERVED, 0),
        credited_days=count.credited,
        added_days=days.get(Effect.ADDED, 0),
        remaining_days=None if settled.is_undecided else days.get(Effect.REMAINING, 0),
        ledger=write_ledger(case, count.today, pieces, count.acts, stop),
        warnings=tuple(count.warnings),
        end_if_back_on=earliest if settled.waiting_for and not settled.is_undecided else None,
        earliest_end_on=None if settled.waiting_for else earliest,
        latest_end_on=day_of(limit) if settled.is_undecided else None,
        turns_18_on=later.turns_18_on,
        transfer_required=later.transfer_required,
        resume_required=later.resume_required,
        ended=None if stop is None else Ended(day_of(stop.day), stop.code),
    )
    late = made.days_past_end
    return replace(made, warnings=(*made.warnings, warnings.past_end(case, earliest, late))) if late else made


def _warn_events(count: _Count, settled: _Settled, limit: int) -> None:
    case, start = count.case, count.start
    for claim in count.spans:
        is_span = claim.first < claim.to or case.events[claim.event_no - 1].to_on is None
        if not is_span or (claim.effect is Effect.SERVED and claim.rank != RANK_NO_PAPER):
            continue
        if claim.first >= max(limit, start):
            count.warnings.append(warnings.after_end(case, claim.event_no))
        elif claim.rank == RANK_NO_PAPER and (claim.to > start or _takes_from_credit(count, claim)):
            count.warnings.append(warnings.no_paper(case, claim.event_no))
    if settled.is_undecided:
        number = count.read.undecided[0].event_no
        ends = day_of(settled.earliest), day_of(settled.latest)
        count.warnings.append(warnings.remand_undecided(case, number, *ends))
    if settled.waiting_for:
        count.warnings.append(warnings.end_unknown(case, settled.waiting_for))


def _takes_from_credit(count: _Count, claim: Claim) -> bool:
    return _is_escape(count, claim) and any(_meet(claim, credit) for credit in count.read.credits)


def _warn_end(count: _Count, stop: Stop | None, settled: _Settled) -> None:
    """The months of the decision, and an end that says more than the days do."""
    case = count.case
    lawful = count.parameters.lawful_months_of(case.stay_type)
    printed = [(0, case.decided_months)]
    printed += [(no, e.decided_months) for _, no, e in count.read.acts if e.kind is EventKind.DECISION_CHANGED]
    if lawful is not None:
        count.warnings += [
            warnings.months_off(case, number, months, lawful)
            for number, months in printed
            if months is not None and not lawful.holds(months)
        ]
    if stop is not None and stop.code in COMPLETIONS and stop.day < settled.earliest:
        count.warnings.append(warnings.ended_early(case, stop.event_no, day_of(settled.earliest)))
