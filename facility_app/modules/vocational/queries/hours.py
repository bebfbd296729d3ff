"""Hours of a course that each one sat through, as the sheets of its lessons have them."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.vocational.domain.courses import LessonMark, LessonState
from facility_app.modules.vocational.domain.rights import VIEW_VOCATIONAL
from facility_app.modules.vocational.tables import Lesson, LessonTick

_LESSON: Final = sa.inspect(Lesson).local_table.c
_TICK: Final = sa.inspect(LessonTick).local_table.c
_THERE: Final = tuple(one for one in LessonMark if one.is_there)


def get_minutes_sat(uow: UnitOfWork, course_id: str) -> Mapping[str, Mapping[str, int]]:
    """Person → module id, empty for none in particular → minutes they were at, on time or late.

    Nobody who was at nothing; nothing of a course whose sheets are kept elsewhere. An hour has sixty minutes.
    """
    require(uow, VIEW_VOCATIONAL)
    asked = (
        sa.select(_TICK.resident_id, _LESSON.module_id, sa.func.sum(_LESSON.ends - _LESSON.starts))
        .join(Lesson, _LESSON.id == _TICK.lesson_id)
        .where(
            _TICK.course_id == course_id,
            _TICK.mark.in_(_THERE),
            _TICK.voided_at.is_(None),
            _LESSON.state == LessonState.HELD,
            _LESSON.voided_at.is_(None),
        )
        .group_by(_TICK.resident_id, _LESSON.module_id)
    )
    sat: dict[str, dict[str, int]] = defaultdict(dict)
    for who, module_id, minutes in uow.session.execute(asked):
        sat[who][module_id or ""] = int(minutes)
    return dict(sat)
