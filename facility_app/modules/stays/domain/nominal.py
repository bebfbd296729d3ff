"""The end without its pauses: the decision in force, what was reduced, what a later version changed."""

from typing import NamedTuple

from facility_app.kernel.dates import add_months
from facility_app.modules.stays.domain import warnings
from facility_app.modules.stays.domain.case import TermEvent
from facility_app.modules.stays.domain.ledger import Act
from facility_app.modules.stays.domain.reading import NEVER, Stop, day_of
from facility_app.modules.stays.domain.spans import Claim, Run, run_term
from facility_app.modules.stays.domain.tally import Tally
from facility_app.modules.stays.domain.types import EventKind


class _Nominal(NamedTuple):
    """The term without its pauses."""

    months: int
    reduced_months: int
    reduced_days: int


def nominal_end_of(tally: Tally, stop: Stop | None) -> int:
    """The end without its pauses, by the version of the decision and the reductions in force."""
    months = tally.case.decided_months
    assert months is not None  # noqa: S101 - checked before
    nominal = _Nominal(months, 0, 0)
    for day, number, event in tally.read.acts:
        if stop is not None and day > stop.day:
            tally.acts.append(Act(number, 0, in_force=False))
            continue
        changed = _act(tally, nominal, day, number, event)
        was, will = _end_of(tally, nominal), _end_of(tally, changed)
        tally.acts.append(Act(number, will - was, in_force=changed is not nominal))
        nominal = changed
        if will < was:
            _warn_shorter(tally, number, event, day, will)
    return _end_of(tally, nominal)


def _end_of(tally: Tally, nominal: _Nominal) -> int:
    end = add_months(tally.case.term_start_on, nominal.months - nominal.reduced_months)
    return end.toordinal() - tally.credited - nominal.reduced_days


def _act(tally: Tally, nominal: _Nominal, day: int, number: int, event: TermEvent) -> _Nominal:
    """The term after an act; the same one when the act may not count."""
    if event.kind is EventKind.REDUCTION:
        most = tally.parameters.reduction_most_months
        if most is not None and (event.months or 0) > most.value:
            tally.warnings.append(warnings.reduction_large(tally.case, number, most))
        return nominal._replace(
            reduced_months=nominal.reduced_months + (event.months or 0),
            reduced_days=nominal.reduced_days + (event.days or 0),
        )
    months = event.decided_months
    assert months is not None  # noqa: S101 - checked before
    if months > nominal.months:
        if event.paper is None:
            tally.warnings.append(warnings.longer_no_paper(tally.case, number))
            return nominal
        end = run_of(tally.start, _end_of(tally, nominal), tally.read.added).end
        if end <= day and not _is_away(tally, end):
            tally.warnings.append(warnings.longer_too_late(tally.case, number, day_of(end)))
            return nominal
    return nominal._replace(months=months)


def _is_away(tally: Tally, end: int) -> bool:
    """Whether the end is unknown because somebody had not come back before it."""
    spans = (*tally.read.added, *tally.read.no_paper, *tally.read.undecided)
    return any(span.event_no in tally.read.open_numbers and span.first < end for span in spans)


def _warn_shorter(tally: Tally, number: int, event: TermEvent, day: int, nominal_end: int) -> None:
    if event.paper is None:
        tally.warnings.append(warnings.act_no_paper(tally.case, number))
    end = run_of(tally.start, nominal_end, tally.read.added).end
    if end < day and not _is_away(tally, end):
        tally.warnings.append(warnings.end_before_act(tally.case, number, day_of(end)))


def run_of(start: int, nominal_end: int, claims: list[Claim], stop: int = NEVER) -> Run:
    """Where a term ends when the days of some claims do not count; none of them lasts beyond ``stop``."""
    if not claims:
        return Run(nominal_end, 0)
    pauses = sorted((claim.first, min(claim.to, stop)) for claim in claims if claim.to > start)
    return run_term(start, nominal_end, pauses)
