"""What trade somebody learnt and when they were guided, for the picture of the stages of their stay."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any, Final

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.labels import label
from facility_app.modules.stays.api import Doing, DoingsAsked
from facility_app.modules.vocational.domain.rights import VIEW_VOCATIONAL
from facility_app.modules.vocational.queries.certificates import list_certificates_of
from facility_app.modules.vocational.queries.people import list_guidance, list_learnt, list_talks

LEARNT, JOBS = label("vocational", "Học nghề"), label("vocational", "Hướng nghiệp, việc làm")
SAT = label("vocational", "{name}: có mặt {there} trong {lessons} buổi")
GUIDED, TALKED = label("vocational", "Hướng nghiệp: {wish}"), label("vocational", "Tư vấn việc làm: {topic}")
GIVEN = label("vocational", "{title} số {number}")
_DAY: Final = timedelta(days=1)


def _doings(uow: UnitOfWork, asked: DoingsAsked) -> tuple[Doing, ...]:
    """Courses from the day they began to the day they ended; guidance, talks and certificates on their days."""
    if not uow.actor.may(VIEW_VOCATIONAL):
        return ()
    who = asked.resident_id
    courses = [
        Doing(
            LEARNT, row.started_on, row.ended_on and row.ended_on + _DAY, SAT,
            (("name", row.name), ("there", row.there), ("lessons", row.lessons)),
        )
        for row in list_learnt(uow, who) if row.started_on is not None
    ]  # fmt: skip
    given = [
        Doing(LEARNT, row.issued_on, row.issued_on + _DAY, GIVEN, (("title", row.title), ("number", row.number)))
        for row in list_certificates_of(uow, who) if row.taken_back_on is None
    ]  # fmt: skip
    guided = [
        Doing(JOBS, row.facts.guided_on, row.facts.guided_on + _DAY, GUIDED, (("wish", row.facts.wish),))
        for row in list_guidance(uow, who)
    ]
    talked = [
        Doing(JOBS, row.facts.talked_on, row.facts.talked_on + _DAY, TALKED, (("topic", row.facts.topic),))
        for row in list_talks(uow, who)
    ]
    return tuple(
        one
        for one in (*courses, *given, *guided, *talked)
        if one.from_on <= asked.last and (one.to_on is None or one.to_on > asked.first)
    )


ANSWERS: Mapping[type, tuple[Callable[[Any, Any], Any], ...]] = {DoingsAsked: (_doings,)}
