"""What changes for whom if a number of the law changes, before it does: the day of leaving and what is due."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.catalogues.api import (
    Moved,
    MovedDay,
    Moves,
    ParameterBook,
    WhatWouldMove,
    WorkCalendar,
    get_parameter_book,
    get_work_calendar,
)
from facility_app.modules.stays.domain.answer import TermAnswer
from facility_app.modules.stays.domain.case import TermCase
from facility_app.modules.stays.domain.clock import evaluate
from facility_app.modules.stays.domain.deadlines import stay_deadlines
from facility_app.modules.stays.domain.due import Deadline
from facility_app.modules.stays.domain.moving import Pair, moved
from facility_app.modules.stays.domain.rights import RECOUNT
from facility_app.modules.stays.queries.owed import Kept, kept_of
from facility_app.modules.stays.queries.terms import Terms
from facility_app.modules.stays.tables import Stay

_AT_ONCE: Final = 500
"""Stays of one question; the file takes no list without end."""
LEAVING: Final = label("terms", "Ngày ra cơ sở")


@dataclass(frozen=True, slots=True)
class _Side:
    """The clock and the deadlines under one state of the law's numbers."""

    terms: Terms
    on: date
    workdays: WorkCalendar

    def answer(self, stay: Stay, case: TermCase) -> TermAnswer | UserError:
        """What the clock says; its refusal where it cannot count."""
        try:
            return evaluate(case, self.on, self.terms.of_regime(stay.legal_regime, self.on))
        except UserError as refusal:
            return refusal

    def owed(self, stay: Stay, answer: TermAnswer, kept: Kept) -> tuple[Deadline, ...]:
        """What the stay owes."""
        regime = stay.legal_regime
        return stay_deadlines(
            kept.facts(stay, answer),
            self.terms.deadlines(self.on),
            self.terms.stages(regime, self.on),
            self.terms.of_regime(regime, self.on),
            self.workdays,
            on=self.on,
        )


def preview_parameters(uow: UnitOfWork, book: ParameterBook, on: date | None = None) -> Moves:
    """Whose day of leaving, and whose deadlines, would move if ``book`` held, in the order of the codes.

    Args:
        uow: the unit of work.
        book: the law's numbers as they would be.
        on: the day to compare on; None for today.
    """
    require(uow, RECOUNT)
    return _compare(uow, WhatWouldMove(get_parameter_book(uow), book, on or local_date(uow.now)))


def _compare(uow: UnitOfWork, question: WhatWouldMove) -> Moves:
    wanted = sa.select(Stay).where(Stay.exited_on.is_(None), Stay.voided_at.is_(None)).order_by(Stay.code)
    stays = uow.session.scalars(wanted).all()
    calendar = get_work_calendar(uow)
    now = _Side(Terms(uow, question.before), question.on, calendar)
    then = _Side(Terms(uow, question.after), question.on, calendar)
    found = []
    for first in range(0, len(stays), _AT_ONCE):
        some = stays[first : first + _AT_ONCE]
        cases, kept = now.terms.cases(some), kept_of(uow, [stay.id for stay in some])
        for stay in some:
            row = _row(stay, cases[stay.id], kept[stay.id], now, then)
            if row.days or row.refusal is not None:
                found.append(row)
    return Moves(len(stays), tuple(found))


def _row(stay: Stay, case: TermCase, kept: Kept, now: _Side, then: _Side) -> Moved:
    was, will = now.answer(stay, case), then.answer(stay, case)
    place = (stay.code, stay.id)
    if isinstance(was, UserError) and isinstance(will, UserError):
        return Moved(*place)
    before = None if isinstance(was, UserError) else was.leave_by
    if isinstance(will, UserError):
        return Moved(*place, (MovedDay(LEAVING, {}, before, None, is_leaving=True),), will)
    days = []
    if before != will.leave_by:
        days.append(MovedDay(LEAVING, {}, before, will.leave_by, is_leaving=True))
    owed = () if isinstance(was, UserError) else now.owed(stay, was, kept)
    days += map(_day, moved(owed, then.owed(stay, will, kept)))
    return Moved(*place, tuple(days))


def _day(pair: Pair) -> MovedDay:
    said = pair.after or pair.before
    assert said is not None  # noqa: S101 - a pair has at least one of the two
    before = None if pair.before is None else pair.before.due_on
    return MovedDay(said.text, said.params, before, None if pair.after is None else pair.after.due_on)


def _answer(uow: UnitOfWork, question: WhatWouldMove) -> Moves | None:
    return _compare(uow, question) if uow.actor.may(RECOUNT) else None


ANSWERS: Mapping[type, tuple[Callable[[Any, Any], Any], ...]] = {WhatWouldMove: (_answer,)}
