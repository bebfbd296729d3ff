"""The ledger: pieces of days and single acts as lines a person can follow, each with its article and its paper."""

from collections.abc import Sequence
from datetime import date
from operator import itemgetter
from typing import Final, NamedTuple

from facility_app.kernel.dates import add_months
from facility_app.kernel.labels import Label
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.stays.domain.answer import LedgerLine
from facility_app.modules.stays.domain.articles import EVENT_ARTICLES, FULL_TERM
from facility_app.modules.stays.domain.case import TermCase, TermEvent
from facility_app.modules.stays.domain.effects import (
    NOTE_CHANGED,
    NOTE_COVERED,
    NOTE_HELD_NO_PAPER,
    NOTE_HELD_UNCONFIRMED,
    NOTE_NO_PAPER,
    NOTE_NOT_IN_FORCE,
    NOTE_NOT_RESUMED,
    NOTE_UNCONFIRMED,
    NOTE_WAIVED,
    NOTES,
    Effect,
    LedgerKind,
)
from facility_app.modules.stays.domain.exits import exit_article
from facility_app.modules.stays.domain.reading import NEVER, Stop
from facility_app.modules.stays.domain.spans import Piece
from facility_app.modules.stays.domain.types import (
    ADDING_KINDS,
    DATED_KINDS,
    CountsAs,
    EventKind,
    stay_type_article,
)


class Act(NamedTuple):
    """A reduction or a changed decision.

    Attributes:
        event_no: number of the event.
        days: by how many days it moved the end; fewer than 0 bring it nearer.
        in_force: whether it counted.
    """

    event_no: int
    days: int
    in_force: bool


def write_ledger(
    case: TermCase,
    today: int,
    pieces: Sequence[Piece],
    acts: Sequence[Act],
    stop: Stop | None,
    not_resumed_on: date | None = None,
) -> tuple[LedgerLine, ...]:
    """Every line in the order of its first day, the decision first.

    Args:
        case: the stay.
        today: ordinal of the day asked for.
        pieces: the days, each once.
        acts: reductions and changed decisions.
        stop: what ended the stay.
        not_resumed_on: from this day on nobody serves anything, though the term runs to its end.
    """
    articles = EVENT_ARTICLES[case.legal_regime]
    idle = NEVER if not_resumed_on is None else not_resumed_on.toordinal()
    lines = _day_lines(case, today, pieces, articles, idle)
    shown = {line.event_no for line in lines}
    for number, event in enumerate(case.events, 1):
        if number in shown or (stop is not None and stop.event_no == number):
            continue
        if event.kind not in DATED_KINDS:
            lines.append(_covered_line(event, number, articles))
        elif event.kind is EventKind.END:
            lines.append(_act_line(event, Act(number, 0, in_force=False), articles))
    lines += [_act_line(case.events[act.event_no - 1], act, articles) for act in acts]
    if stop is not None:
        lines.append(_stop_line(case.events[stop.event_no - 1], stop, case.legal_regime))
    if len(lines) > len(pieces):
        lines.sort(key=_FIRST_DAY)
    if case.decided_months is not None and case.stay_type.has_term:
        lines.insert(0, _decision_line(case, case.decided_months))
    return tuple(lines)


_FIRST_DAY: Final = itemgetter(1)


def _day_lines(
    case: TermCase, today: int, pieces: Sequence[Piece], articles: dict[EventKind, str], idle: int
) -> list[LedgerLine]:
    inside = FULL_TERM[case.legal_regime]
    if not case.stay_type.has_term:
        inside = stay_type_article(case.stay_type, case.legal_regime)
    day, lines, paper = date.fromordinal, [], case.paper
    for first, to, effect, number in pieces:
        if not number:
            kind = LedgerKind.REMAINING if effect is Effect.REMAINING else LedgerKind.INSIDE
            note = NOTES[effect] if first < idle else NOTE_NOT_RESUMED
            lines.append(LedgerLine(kind, day(first), day(to), to - first, effect, inside, note, paper, 0))
            continue
        event = case.events[number - 1]
        is_open = event.to_on is None and to == max(today, event.from_on.toordinal())
        back_on = None if is_open else day(to)
        article, note = articles[event.kind], _note(event, effect)
        lines.append(
            LedgerLine(event.kind, day(first), back_on, to - first, effect, article, note, event.paper, number)
        )
    return lines


def _note(event: TermEvent, effect: Effect) -> Label:
    may_add = event.kind in ADDING_KINDS or event.counts_as is CountsAs.ADDED
    if not may_add or event.adds_by_paper:
        return NOTES[effect]
    if effect is Effect.SERVED or effect is Effect.REMAINING:
        return NOTE_NO_PAPER if event.paper is None else NOTE_UNCONFIRMED
    if effect is Effect.HELD:
        return NOTE_HELD_NO_PAPER if event.paper is None else NOTE_HELD_UNCONFIRMED
    return NOTES[effect]


def _covered_line(event: TermEvent, number: int, articles: dict[EventKind, str]) -> LedgerLine:
    """An event of which no day is its own: none at all, or all explained by others."""
    is_empty = event.to_on is None or event.to_on == event.from_on
    note = NOTES[Effect.NONE] if is_empty else NOTE_COVERED
    article = articles[event.kind]
    return LedgerLine(event.kind, event.from_on, event.to_on, 0, Effect.NONE, article, note, event.paper, number)


def _act_line(event: TermEvent, act: Act, articles: dict[EventKind, str]) -> LedgerLine:
    is_reduction = event.kind is EventKind.REDUCTION
    effect = (Effect.REDUCED if is_reduction else Effect.DECIDED) if act.in_force else Effect.NONE
    in_force = NOTES[Effect.REDUCED] if is_reduction else NOTE_CHANGED
    note = in_force if act.in_force else NOTE_NOT_IN_FORCE
    days = -act.days if is_reduction else act.days
    article, day = articles[event.kind], event.from_on
    return LedgerLine(event.kind, day, day, days, effect, article, note, event.paper, act.event_no)


def _stop_line(event: TermEvent, stop: Stop, regime: LegalRegime) -> LedgerLine:
    day = date.fromordinal(stop.day)
    note = NOTE_WAIVED if stop.is_waiver else NOTES[Effect.ENDED]
    article = exit_article(stop.code, regime)
    return LedgerLine(event.kind, day, day, 0, Effect.ENDED, article, note, event.paper, stop.event_no)


def _decision_line(case: TermCase, months: int) -> LedgerLine:
    start = case.term_start_on
    end = add_months(start, months)
    return LedgerLine(
        LedgerKind.DECISION,
        start,
        end,
        end.toordinal() - start.toordinal(),
        Effect.DECIDED,
        stay_type_article(case.stay_type, case.legal_regime),
        NOTES[Effect.DECIDED],
        case.paper,
        0,
    )
