"""What hangs on how much of a term is left: moving at eighteen, going on after a suspension."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from facility_app.kernel.ages import ADULT_YEARS, LEAST_YEARS
from facility_app.kernel.dates import add_months
from facility_app.modules.stays.domain import warnings
from facility_app.modules.stays.domain.case import TermCase, TermEvent
from facility_app.modules.stays.domain.effects import Effect
from facility_app.modules.stays.domain.findings import Finding
from facility_app.modules.stays.domain.numbers import LegalNumber
from facility_app.modules.stays.domain.parameters import TermParameters
from facility_app.modules.stays.domain.spans import Piece, days_from
from facility_app.modules.stays.domain.types import EventKind, StayType

_YEAR = 12


class Thresholds(NamedTuple):
    """Answers about ages and suspensions; None where they do not apply or cannot be known."""

    turns_18_on: date | None
    transfer_required: bool | None
    resume_required: bool | None
    not_resumed_on: date | None
    warnings: list[Finding]


def thresholds(
    case: TermCase, term: Sequence[Piece], limit: int, parameters: TermParameters, on: date, *, is_known: bool
) -> Thresholds:
    """What the remaining days of a term demand.

    Args:
        case: the stay.
        term: its days, from the start to the end.
        limit: ordinal of the day of leaving.
        parameters: the law's numbers.
        on: the day asked for.
        is_known: whether it is known how much is left.
    """
    found: list[Finding] = []
    turns_18_on = turns_18(case, found)
    transfer = None
    rule = parameters.age18_transfer_months
    if turns_18_on is not None and rule is not None and is_known and case.stay_type.is_compulsory:
        transfer = _is_left(term, turns_18_on, rule.value, limit)
    resume, not_resumed_on = None, None
    months = parameters.resume_after_suspension_months
    suspended = _suspensions(case) if is_known and months is not None else []
    if suspended and months is not None:
        resume = _resume(suspended, term, limit, months, on)
        not_resumed_on = _not_resumed(case, suspended, term, limit, months, on, found)
    return Thresholds(turns_18_on, transfer, resume, not_resumed_on, found)


def turns_18(case: TermCase, found: list[Finding]) -> date | None:
    """The eighteenth birthday of somebody who began as a minor; a type that says otherwise is told.

    Of a birth of which only the year is known the last day of it counts: as a minor somebody is treated longest.
    """
    born = case.born_by
    if born is None:
        return None
    years = case.term_start_on.year - born.year
    if years > ADULT_YEARS and case.stay_type is not StayType.COMPULSORY_MINOR:
        return None
    birthday = add_months(born, ADULT_YEARS * _YEAR)
    is_minor = case.term_start_on < birthday
    is_odd = case.stay_type is (StayType.COMPULSORY_ADULT if is_minor else StayType.COMPULSORY_MINOR)
    is_too_young = is_minor and case.term_start_on < add_months(born, LEAST_YEARS * _YEAR)
    if case.date_of_birth is None and years in {ADULT_YEARS, LEAST_YEARS} and (is_odd or is_too_young):
        found.append(warnings.age_unsure(case, born.year, years))
        return birthday if is_minor else None
    if is_odd:
        found.append(warnings.age_odd(case, birthday))
    if is_too_young:
        found.append(warnings.too_young(case))
    return birthday if is_minor else None


def _is_left(term: Sequence[Piece], day: date, months: int, limit: int) -> bool:
    """Whether, from ``day`` on, at least so many calendar months are left to be served."""
    first = day.toordinal()
    if first >= limit:
        return False
    left = days_from(term, first, Effect.SERVED, Effect.REMAINING)
    return add_months(day, months).toordinal() <= first + left


def _suspensions(case: TermCase) -> list[tuple[int, TermEvent]]:
    """Suspensions, each with its number; one of no days is none."""
    kind = EventKind.SUSPENSION
    return [
        (number, event)
        for number, event in enumerate(case.events, 1)
        if event.kind is kind and event.to_on != event.from_on
    ]


def _resume(
    suspended: list[tuple[int, TermEvent]], term: Sequence[Piece], limit: int, rule: LegalNumber, on: date
) -> bool | None:
    """Whether the term goes on after the suspension that began last; None when it was over before that one."""
    _, latest = max(suspended, key=lambda one: (one[1].from_on, one[0]))
    if latest.from_on.toordinal() >= limit:
        return None
    return _is_left(term, latest.to_on or max(on, latest.from_on), rule.value, limit)


def _not_resumed(
    case: TermCase,
    suspended: list[tuple[int, TermEvent]],
    term: Sequence[Piece],
    limit: int,
    rule: LegalNumber,
    on: date,
    found: list[Finding],
) -> date | None:
    """The first day of recovery with too little left to go on: from then on nobody serves anything (Đ39.3)."""
    recovered = sorted((event.to_on, number) for number, event in suspended if event.to_on is not None)
    for day, number in recovered:
        # Who was out of the facility before the recovery ended otherwise.
        if day.toordinal() < limit and not _is_left(term, day, rule.value, limit):
            if day <= on:
                found.append(warnings.not_resumed(case, number, rule, day))
            return day
    return None
