"""Who waits for something somebody can do today: a place that is free, a certificate that is earned."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import label
from facility_app.kernel.names import fold
from facility_app.kernel.paging import Look
from facility_app.modules.residents.api import list_resident_rows
from facility_app.modules.tasks.api import FigureTone, HomeFigure, HomeFigures
from facility_app.modules.vocational.domain import pages
from facility_app.modules.vocational.domain.courses import CourseState, EnrolmentState
from facility_app.modules.vocational.domain.queue import Hold
from facility_app.modules.vocational.domain.results import Standing
from facility_app.modules.vocational.domain.rights import ISSUE_CERTIFICATES, RUN_COURSES, VIEW_VOCATIONAL
from facility_app.modules.vocational.queries.judging import judge
from facility_app.modules.vocational.queries.lessons import MISSING, TODAY, count_lessons
from facility_app.modules.vocational.queries.queue import list_queues
from facility_app.modules.vocational.tables import Certificate, Course, Enrolment

_COURSE: Final = sa.inspect(Course).local_table.c
_ENROLMENT: Final = sa.inspect(Enrolment).local_table.c
_CERTIFICATE: Final = sa.inspect(Certificate).local_table.c


@dataclass(frozen=True, slots=True)
class ToPlaceRow:
    """Somebody for whom there is a place in a course now.

    Attributes:
        number: their place on its waiting list.
        holds: what the list says of them; nothing that stands in the way.
        free: places of the course.
    """

    enrolment_id: str
    course_id: str
    course_code: str
    course: str
    first_on: date
    free: int
    resident_id: str
    code: str
    name: str = field(repr=False)
    place: str | None = field(repr=False)
    number: int
    asked_on: date
    holds: tuple[Hold, ...]


@dataclass(frozen=True, slots=True)
class ToCertifyRow:
    """Somebody who has passed a course and has no certificate of it; ``since`` its exam or its last day."""

    key: str
    course_id: str
    course_code: str
    course: str
    since: date
    resident_id: str
    code: str
    name: str = field(repr=False)
    place: str | None = field(repr=False)


def list_to_place(uow: UnitOfWork) -> tuple[ToPlaceRow, ...]:
    """Of every open course as many from the head of its list as there are places, the soonest course first."""
    require(uow, VIEW_VOCATIONAL)
    today = local_date(uow.now)
    has_queue = sa.exists().where(
        _ENROLMENT.course_id == _COURSE.id,
        _ENROLMENT.state == EnrolmentState.WAITING,
        _ENROLMENT.voided_at.is_(None),
    )
    asked = sa.select(Course).where(
        _COURSE.state == CourseState.OPEN, _COURSE.last_on >= today, _COURSE.voided_at.is_(None), has_queue
    )
    courses = uow.session.scalars(asked.order_by(_COURSE.first_on, _COURSE.code)).all()
    taken = _taken(uow, [one.id for one in courses])
    courses = [one for one in courses if one.capacity > taken[one.id]]
    queues = list_queues(uow, courses)
    return tuple(
        ToPlaceRow(
            row.enrolment_id,
            course.id,
            course.code,
            course.name,
            course.first_on,
            course.capacity - taken[course.id],
            row.resident_id,
            row.code,
            row.name,
            row.place,
            row.number,
            row.asked_on,
            row.holds,
        )
        for course in courses
        for row in islice((one for one in queues[course.id] if one.may_learn), course.capacity - taken[course.id])
    )


def list_to_certify(uow: UnitOfWork) -> tuple[ToCertifyRow, ...]:
    """Who has passed and waits for a certificate, the longest first."""
    require(uow, VIEW_VOCATIONAL)
    taken_back = sa.select(_CERTIFICATE.cancels_id).where(_CERTIFICATE.cancels_id.is_not(None))
    has_one = sa.exists().where(
        _CERTIFICATE.course_id == _ENROLMENT.course_id,
        _CERTIFICATE.resident_id == _ENROLMENT.resident_id,
        _CERTIFICATE.number.is_not(None),
        _CERTIFICATE.id.not_in(taken_back),
    )
    asked = (
        sa.select(_ENROLMENT.course_id, _ENROLMENT.resident_id, _COURSE.code, _COURSE.name)
        .join(Course, _COURSE.id == _ENROLMENT.course_id)
        .where(
            _ENROLMENT.state.in_((EnrolmentState.ENROLLED, EnrolmentState.DONE)),
            _ENROLMENT.voided_at.is_(None),
            _COURSE.state != CourseState.CANCELLED,
            _COURSE.voided_at.is_(None),
            ~has_one,
        )
        .distinct()
    )
    found = uow.session.execute(asked).all()
    judged = judge(uow, sorted({row.course_id for row in found}))
    passed = [row for row in found if judged[row.course_id].standing(row.resident_id) is Standing.PASSED]
    cards = {row.resident_id: row for row in list_resident_rows(uow, sorted({row.resident_id for row in passed}))}
    made = (
        ToCertifyRow(
            f"{row.course_id}:{row.resident_id}",
            row.course_id,
            row.code,
            row.name,
            judged[row.course_id].decided_on,
            row.resident_id,
            cards[row.resident_id].code,
            cards[row.resident_id].name,
            cards[row.resident_id].place,
        )
        for row in passed
        if row.resident_id in cards
    )
    return tuple(sorted(made, key=lambda one: (one.since, one.course_code, one.code)))


def list_to_place_ids(uow: UnitOfWork, look: Look) -> tuple[str, ...]:
    """Ids of those who can be placed; ``look.text`` is in a name, a code or a course."""
    require(uow, VIEW_VOCATIONAL)
    return tuple(one.enrolment_id for one in list_to_place(uow) if _fits(look, one))


def list_to_place_rows(uow: UnitOfWork, wanted: Sequence[str]) -> tuple[ToPlaceRow, ...]:
    """Those of them who still can."""
    require(uow, VIEW_VOCATIONAL)
    found = {one.enrolment_id: one for one in list_to_place(uow)} if wanted else {}
    return tuple(found[one] for one in wanted if one in found)


def list_to_certify_ids(uow: UnitOfWork, look: Look) -> tuple[str, ...]:
    """Keys of those who wait for a certificate; ``look.text`` is in a name, a code or a course."""
    require(uow, VIEW_VOCATIONAL)
    return tuple(one.key for one in list_to_certify(uow) if _fits(look, one))


def list_to_certify_rows(uow: UnitOfWork, wanted: Sequence[str]) -> tuple[ToCertifyRow, ...]:
    """Those of them who still wait."""
    require(uow, VIEW_VOCATIONAL)
    found = {one.key: one for one in list_to_certify(uow)} if wanted else {}
    return tuple(found[one] for one in wanted if one in found)


def _fits(look: Look, one: ToPlaceRow | ToCertifyRow) -> bool:
    return fold(look.text.strip()) in fold(f"{one.name} {one.code} {one.course_code} {one.course}")


def _taken(uow: UnitOfWork, course_ids: Sequence[str]) -> Counter[str]:
    """Course → how many are in it."""
    asked = (
        sa.select(_ENROLMENT.course_id, sa.func.count())
        .where(
            _ENROLMENT.course_id.in_(course_ids),
            _ENROLMENT.state == EnrolmentState.ENROLLED,
            _ENROLMENT.voided_at.is_(None),
        )
        .group_by(_ENROLMENT.course_id)
    )
    return Counter({course_id: int(count) for course_id, count in uow.session.execute(asked)})


def _figures(uow: UnitOfWork, _question: HomeFigures) -> tuple[HomeFigure, ...]:
    if not uow.actor.may(VIEW_VOCATIONAL):
        return ()
    made = []
    if uow.actor.may(RUN_COURSES):
        lessons = count_lessons(uow)
        if lessons.missing:
            words = label("vocational", "buổi học nghề chưa điểm danh")
            tone, args = FigureTone.WARNING, {"when": MISSING}
            made.append(
                HomeFigure("vocational.missing", words, lessons.missing, tone, pages.LESSONS, args, order=26)
            )
        if lessons.today:
            words = label("vocational", "buổi học nghề hôm nay")
            made.append(
                HomeFigure(
                    "vocational.lessons", words, lessons.today, page=pages.LESSONS, args={"when": TODAY}, order=27
                )
            )
        if places := len(list_to_place(uow)):
            words = label("vocational", "người xếp được vào khóa học nghề")
            made.append(
                HomeFigure("vocational.to_place", words, places, FigureTone.INFO, pages.TO_PLACE, order=33)
            )
    if uow.actor.may(ISSUE_CERTIFICATES) and (earned := len(list_to_certify(uow))):
        words = label("vocational", "người chờ cấp chứng chỉ nghề")
        made.append(
            HomeFigure("vocational.to_certify", words, earned, FigureTone.INFO, pages.TO_CERTIFY, order=34)
        )
    return tuple(made)


ANSWERS: Final[Mapping[type, tuple[Callable[[Any, Any], Any], ...]]] = {HomeFigures: (_figures,)}
