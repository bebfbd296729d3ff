"""The term clock: when the person leaves, and why, day by day; a pure function of what the papers say.

``end = add_months(start, decided_months - reduced_months) - credited_days - reduced_days + added_days``.
Where two readings are possible the earlier day counts: no doubt is settled against somebody's liberty.
"""

from dataclasses import replace
from datetime import date

from facility_app.modules.stays.domain import warnings
from facility_app.modules.stays.domain.answer import Ended, TermAnswer
from facility_app.modules.stays.domain.case import TermCase
from facility_app.modules.stays.domain.case_check import check_case
from facility_app.modules.stays.domain.credit import count_before, is_escape, meet
from facility_app.modules.stays.domain.effects import Effect
from facility_app.modules.stays.domain.exits import COMPLETIONS
from facility_app.modules.stays.domain.held import evaluate_held
from facility_app.modules.stays.domain.lawful_months import unlawful_months
from facility_app.modules.stays.domain.ledger import write_ledger
from facility_app.modules.stays.domain.nominal import nominal_end_of
from facility_app.modules.stays.domain.parameters import TermParameters
from facility_app.modules.stays.domain.reading import RANK_NO_PAPER, Stop, day_of, read_events
from facility_app.modules.stays.domain.settled import Settled, after, settle, tiled
from facility_app.modules.stays.domain.spans import Claim
from facility_app.modules.stays.domain.stops import choose_stop
from facility_app.modules.stays.domain.tally import Tally
from facility_app.modules.stays.domain.thresholds import thresholds
from facility_app.modules.stays.domain.types import EventKind


def evaluate(case: TermCase, on: date, parameters: TermParameters) -> TermAnswer:
    """The day of leaving of one stay, with every day explained.

    Args:
        case: the stay.
        on: the day for which served and remaining days are told; what happened later counts all the same.
        parameters: the law's numbers for the regime of the stay.

    Raises:
        UserError: as ``check_case``.
    """
    check_case(case, parameters, on)
    today = on.toordinal()
    read = read_events(case, today, parameters)
    if not case.stay_type.has_term:
        return evaluate_held(case, on, read)
    tally = Tally(case, parameters, case.term_start_on.toordinal(), today, read, read.spans)
    count_before(tally)
    stop = choose_stop(tally)
    return _answer(tally, on, stop, settle(tally, nominal_end_of(tally, stop), stop))


def _answer(tally: Tally, on: date, stop: Stop | None, settled: Settled) -> TermAnswer:
    case = tally.case
    limit = settled.latest if stop is None else min(settled.latest, stop.day)
    term = tiled(tally, settled, limit)
    _warn_events(tally, settled, limit)
    _warn_end(tally, stop, settled)
    later = thresholds(case, term, limit, tally.parameters, on, is_known=not settled.is_undecided)
    tally.warnings += later.warnings
    pieces = [*tally.before, *term, *after(tally, limit)]
    earliest = day_of(settled.earliest if stop is None else min(settled.earliest, stop.day))
    is_known = not settled.is_undecided and not settled.waiting_for
    served = added = remaining = 0
    for first, to, effect, _ in term:
        if effect is Effect.SERVED:
            served += to - first
        elif effect is Effect.REMAINING:
            remaining += to - first
        elif effect is Effect.ADDED:
            added += to - first
    made = TermAnswer(
        id=case.id,
        on=on,
        expected_end_on=earliest if is_known else None,
        served_days=served,
        credited_days=tally.credited,
        added_days=added,
        remaining_days=None if settled.is_undecided else remaining,
        ledger=write_ledger(case, tally.today, pieces, tally.acts, stop, later.not_resumed_on),
        warnings=tuple(tally.warnings),
        end_if_back_on=earliest if settled.waiting_for and not settled.is_undecided else None,
        earliest_end_on=None if settled.waiting_for else earliest,
        latest_end_on=day_of(limit) if settled.is_undecided else None,
        nearest_end_on=earliest,
        turns_18_on=later.turns_18_on,
        transfer_required=later.transfer_required,
        resume_required=later.resume_required,
        not_resumed_on=later.not_resumed_on,
        birth_year=case.birth_year if case.date_of_birth is None else None,
        ended=None if stop is None else Ended(day_of(stop.day), stop.code),
    )
    late = made.days_past_end
    if not late:
        return made
    return replace(made, warnings=(*made.warnings, warnings.past_end(case, made.leave_by or earliest, late)))


def _warn_events(tally: Tally, settled: Settled, limit: int) -> None:
    case, start = tally.case, tally.start
    for claim in tally.spans:
        is_span = claim.first < claim.to or case.events[claim.event_no - 1].to_on is None
        if not is_span or (claim.effect is Effect.SERVED and claim.rank != RANK_NO_PAPER):
            continue
        if claim.first >= max(limit, start):
            tally.warnings.append(warnings.after_end(case, claim.event_no))
        elif claim.rank == RANK_NO_PAPER and (claim.to > start or _takes_from_credit(tally, claim)):
            tally.warnings.append(warnings.no_paper(case, claim.event_no))
    if settled.is_undecided:
        number = tally.read.undecided[0].event_no
        ends = day_of(settled.earliest), day_of(settled.latest)
        tally.warnings.append(warnings.remand_undecided(case, number, *ends))
    if settled.waiting_for:
        tally.warnings.append(warnings.end_unknown(case, settled.waiting_for))


def _takes_from_credit(tally: Tally, claim: Claim) -> bool:
    return is_escape(tally, claim) and any(meet(claim, credit) for credit in tally.read.credits)


def _warn_end(tally: Tally, stop: Stop | None, settled: Settled) -> None:
    """The months of the decision, and an end that says more than the days do."""
    case = tally.case
    printed = [(0, case.decided_months)]
    printed += [(no, e.decided_months) for _, no, e in tally.read.acts if e.kind is EventKind.DECISION_CHANGED]
    lawful = tally.parameters.lawful_months_of(case.stay_type)
    if lawful is not None:
        tally.warnings += [
            unlawful_months("months_off", case.stay_type, months, lawful, number)
            for number, months in printed
            if months is not None and not lawful.holds(months)
        ]
    if stop is not None and stop.code in COMPLETIONS and stop.day < settled.earliest:
        tally.warnings.append(warnings.ended_early(case, stop.event_no, day_of(settled.earliest)))
