"""Who waits for a course, in the fair order, each with the reasons of their place."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.modules.residents.api import ResidentRow, list_resident_rows
from facility_app.modules.stays.api import (
    PresenceState,
    Stage,
    StayRow,
    list_stage_ends,
    list_stay_rows,
    list_whereabouts,
)
from facility_app.modules.vocational.domain.courses import CourseState, EnrolmentState
from facility_app.modules.vocational.domain.people import Health
from facility_app.modules.vocational.domain.queue import ASKS, STOPS, Candidate, Hold, queue_of
from facility_app.modules.vocational.domain.rights import VIEW_VOCATIONAL
from facility_app.modules.vocational.tables import Certificate, Course, Enrolment, Guidance

COURSE: Final = sa.inspect(Course).local_table.c
ENROLMENT: Final = sa.inspect(Enrolment).local_table.c
_GUIDANCE: Final = sa.inspect(Guidance).local_table.c
_CERTIFICATE: Final = sa.inspect(Certificate).local_table.c


@dataclass(frozen=True, slots=True)
class QueueRow:
    """Somebody on the waiting list.

    Attributes:
        number: their place, from 1.
        holds: the reasons of it, the gravest first.
        is_next: whether they may be enrolled without the head.
        is_stopped: whether nobody may enrol them now.
        leave_by: the day they leave; None when it is not known.
    """

    enrolment_id: str
    version: int
    resident_id: str
    code: str
    name: str = field(repr=False)
    place: str | None = field(repr=False)
    asked_on: date
    number: int
    holds: tuple[Hold, ...]
    is_next: bool
    is_stopped: bool
    leave_by: date | None

    @property
    def may_learn(self) -> bool:
        """Whether they may be enrolled in their turn, without the head."""
        return STOPS.isdisjoint(self.holds) and ASKS.isdisjoint(self.holds)


@dataclass(frozen=True, slots=True)
class _Waiting:
    enrolment_id: str
    version: int
    course_id: str
    resident_id: str
    asked_on: date


def list_queue(uow: UnitOfWork, course_id: str) -> tuple[QueueRow, ...]:
    """Who waits for a course, the next one first.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_VOCATIONAL)
    return list_queues(uow, [uow.get(Course, course_id)])[course_id]


def list_queues(uow: UnitOfWork, courses: Sequence[Course]) -> dict[str, tuple[QueueRow, ...]]:
    """Course → who waits for it, the next one first; everything about people is read once for all of them."""
    require(uow, VIEW_VOCATIONAL)
    columns = (ENROLMENT.id, ENROLMENT.version, ENROLMENT.course_id, ENROLMENT.resident_id, ENROLMENT.asked_on)
    asked = sa.select(*columns).where(
        ENROLMENT.course_id.in_([one.id for one in courses]),
        ENROLMENT.state == EnrolmentState.WAITING,
        ENROLMENT.voided_at.is_(None),
    )
    waiting = [_Waiting(*row) for row in uow.session.execute(asked)]
    if not waiting:
        return {one.id: () for one in courses}
    people = sorted({one.resident_id for one in waiting})
    cards = {row.resident_id: row for row in list_resident_rows(uow, people)}
    waiting = [one for one in waiting if one.resident_id in cards]
    facts = _Facts.of(uow, people)
    today = local_date(uow.now)
    return {
        course.id: _queue(course, [one for one in waiting if one.course_id == course.id], cards, facts, today)
        for course in courses
    }


def _queue(
    course: Course,
    waiting: Sequence[_Waiting],
    cards: Mapping[str, ResidentRow],
    facts: "_Facts",
    today: date,
) -> tuple[QueueRow, ...]:
    judged = queue_of(
        (facts.candidate(one, cards[one.resident_id].code, course) for one in waiting),
        # Of a course that runs already, whoever comes in now begins today.
        max(course.first_on, today),
        course.last_on,
    )
    by_id = {one.enrolment_id: one for one in waiting}
    rows = []
    for place in judged:
        one = by_id[place.enrolment_id]
        card, stay = cards[one.resident_id], facts.stays.get(one.resident_id)
        rows.append(
            QueueRow(
                one.enrolment_id,
                one.version,
                one.resident_id,
                card.code,
                card.name,
                card.place,
                one.asked_on,
                place.number,
                place.holds,
                place.is_next,
                place.is_stopped,
                None if stay is None else stay.leave_by,
            )
        )
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class _Facts:
    """What is known of people who wait, each read once for all of them."""

    stays: dict[str, StayRow]
    away: frozenset[str]
    gone: frozenset[str]
    detox: dict[str, date | None]
    health: dict[str, Health]
    trained_on: dict[str, date]
    elsewhere: Mapping[str, Sequence[Course]]

    @classmethod
    def of(cls, uow: UnitOfWork, people: Sequence[str]) -> "_Facts":
        here = {one.resident_id: one for one in list_whereabouts(uow, people)}
        rows = {row.resident_id: row for row in list_stay_rows(uow, [one.stay_id for one in here.values()])}
        ends = list_stage_ends(uow, [one.stay_id for one in here.values()], Stage.DETOX)
        return cls(
            stays=rows,
            away=frozenset(who for who, one in here.items() if one.presence is not PresenceState.INSIDE),
            gone=frozenset(who for who in people if who not in here or here[who].is_gone),
            detox={who: ends.get(one.stay_id) for who, one in here.items()},
            health=last_health(uow, people),
            trained_on=_first_trained(uow, people),
            elsewhere=_elsewhere(uow, people),
        )

    def candidate(self, one: _Waiting, code: str, course: Course) -> Candidate:
        who = one.resident_id
        stay, trained_on = self.stays.get(who), self.trained_on.get(who)
        return Candidate(
            one.enrolment_id,
            code,
            one.asked_on,
            is_gone=who in self.gone,
            is_away=who in self.away,
            detox_over_on=self.detox.get(who),
            leave_by=None if stay is None else stay.leave_by,
            health=self.health.get(who),
            trained_before=stay is not None and trained_on is not None and trained_on < stay.admitted_on,
            in_other_course=any(
                other.id != course.id and other.first_on <= course.last_on and other.last_on >= course.first_on
                for other in self.elsewhere.get(who, ())
            ),
        )


def last_health(uow: UnitOfWork, people: Sequence[str]) -> dict[str, Health]:
    """What the last guidance says of each one's health; who was never guided is not there."""
    require(uow, VIEW_VOCATIONAL)
    asked = (
        sa.select(_GUIDANCE.resident_id, _GUIDANCE.health)
        .where(_GUIDANCE.resident_id.in_(people), _GUIDANCE.voided_at.is_(None))
        .order_by(_GUIDANCE.guided_on, _GUIDANCE.id)
    )
    return {row.resident_id: row.health for row in uow.session.execute(asked)}


def _first_trained(uow: UnitOfWork, people: Sequence[str]) -> dict[str, date]:
    """The first day each one had learnt a trade: a course to its end, or a certificate that stands."""
    found: dict[str, date] = {}
    done = sa.select(ENROLMENT.resident_id, ENROLMENT.ended_on).where(
        ENROLMENT.resident_id.in_(people),
        ENROLMENT.state == EnrolmentState.DONE,
        ENROLMENT.ended_on.is_not(None),
        ENROLMENT.voided_at.is_(None),
    )
    taken_back = sa.select(_CERTIFICATE.cancels_id).where(_CERTIFICATE.cancels_id.is_not(None))
    given = sa.select(_CERTIFICATE.resident_id, _CERTIFICATE.issued_on).where(
        _CERTIFICATE.resident_id.in_(people),
        _CERTIFICATE.number.is_not(None),
        _CERTIFICATE.id.not_in(taken_back),
    )
    for asked in (done, given):
        for who, day in uow.session.execute(asked):
            found[who] = min(day, found.get(who, day))
    return found


def _elsewhere(uow: UnitOfWork, people: Sequence[str]) -> Mapping[str, Sequence[Course]]:
    """The open courses each one is in."""
    asked = (
        sa.select(ENROLMENT.resident_id, Course)
        .join(Course, ENROLMENT.course_id == COURSE.id)
        .where(
            ENROLMENT.resident_id.in_(people),
            ENROLMENT.state == EnrolmentState.ENROLLED,
            ENROLMENT.voided_at.is_(None),
            COURSE.state == CourseState.OPEN,
        )
    )
    found: dict[str, list[Course]] = defaultdict(list)
    for who, course in uow.session.execute(asked):
        found[who].append(course)
    return found
