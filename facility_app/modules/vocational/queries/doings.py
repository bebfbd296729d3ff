"""What trade somebody learnt and when they were guided, for the picture of the stages of their stay."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.labels import label
from facility_app.modules.stays.api import Doing, DoingsAsked
from facility_app.modules.vocational.domain.results import Book, certificate_no
from facility_app.modules.vocational.domain.rights import VIEW_VOCATIONAL
from facility_app.modules.vocational.queries.people import list_learnt
from facility_app.modules.vocational.queries.titles import get_titles
from facility_app.modules.vocational.tables import Certificate, Guidance, JobTalk

LEARNT, JOBS = label("vocational", "Học nghề"), label("vocational", "Hướng nghiệp, việc làm")
SAT = label("vocational", "{name}: có mặt {there} trong {lessons} buổi")
GUIDED, TALKED = label("vocational", "Hướng nghiệp: {wish}"), label("vocational", "Tư vấn việc làm: {topic}")
GIVEN = label("vocational", "{title} số {number}")
_DAY: Final = timedelta(days=1)
_GUIDANCE: Final = sa.inspect(Guidance).local_table.c
_TALK: Final = sa.inspect(JobTalk).local_table.c
_CERTIFICATE: Final = sa.inspect(Certificate).local_table.c
_GUIDED, _TALKED, _GIVEN = "guided", "talked", "given"


def _doings(uow: UnitOfWork, asked: DoingsAsked) -> tuple[Doing, ...]:
    """Courses from the day they began to the day they ended; guidance, talks and certificates on their days."""
    if not uow.actor.may(VIEW_VOCATIONAL):
        return ()
    courses = [
        Doing(
            LEARNT, row.started_on, row.ended_on and row.ended_on + _DAY, SAT,
            (("name", row.name), ("there", row.there), ("lessons", row.lessons)),
        )
        for row in list_learnt(uow, asked.resident_id)
        if row.started_on is not None and row.started_on <= asked.last
        and (row.ended_on is None or row.ended_on >= asked.first)
    ]  # fmt: skip
    return (*courses, *(_on_a_day(uow, row) for row in _days(uow, asked)))


def _days(uow: UnitOfWork, asked: DoingsAsked) -> list[Any]:
    """Days something was written down for, in one question: what, when, in which words, under which number."""
    taken_back = sa.select(_CERTIFICATE.cancels_id).where(_CERTIFICATE.cancels_id.is_not(None))
    none = (sa.null().label("year"), sa.null().label("number"))
    found = sa.union_all(
        sa.select(
            sa.literal(_GUIDED).label("kind"), _GUIDANCE.guided_on.label("day"), _GUIDANCE.wish, *none
        ).where(_GUIDANCE.resident_id == asked.resident_id, _GUIDANCE.voided_at.is_(None)),
        sa.select(sa.literal(_TALKED), _TALK.talked_on, _TALK.topic, *none).where(
            _TALK.resident_id == asked.resident_id, _TALK.voided_at.is_(None)
        ),
        sa.select(
            sa.literal(_GIVEN),
            _CERTIFICATE.issued_on,
            sa.cast(_CERTIFICATE.book, sa.String),
            _CERTIFICATE.year,
            _CERTIFICATE.number,
        ).where(
            _CERTIFICATE.resident_id == asked.resident_id,
            _CERTIFICATE.number.is_not(None),
            _CERTIFICATE.id.not_in(taken_back),
        ),
    )
    return [row for row in uow.session.execute(found) if asked.first <= row.day <= asked.last]


def _on_a_day(uow: UnitOfWork, row: Any) -> Doing:
    kind, day, text, year, number = row
    if kind == _GIVEN:
        title = get_titles(uow)[Book(text)].text
        said = (("title", title), ("number", certificate_no(Book(text), year, number)))
        return Doing(LEARNT, day, day + _DAY, GIVEN, said)
    if kind == _TALKED:
        return Doing(JOBS, day, day + _DAY, TALKED, (("topic", text),))
    return Doing(JOBS, day, day + _DAY, GUIDED, (("wish", text),))


ANSWERS: Mapping[type, tuple[Callable[[Any, Any], Any], ...]] = {DoingsAsked: (_doings,)}
