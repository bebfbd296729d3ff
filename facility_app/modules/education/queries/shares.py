"""Shares of the residents of a period: given legal education, counselled, taught, in a literacy class."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date, moment_of
from facility_app.kernel.labels import label
from facility_app.modules.education.domain.attendance import SAT_THERE
from facility_app.modules.education.domain.classes import ClassKind, TaughtIn
from facility_app.modules.education.domain.rights import VIEW_EDUCATION
from facility_app.modules.education.domain.sessions import SessionState
from facility_app.modules.education.domain.shares import EducationShares, Share
from facility_app.modules.education.queries.classes import TOPIC
from facility_app.modules.education.queries.lessons import CLASS, MARK, SESSION, count_sheets
from facility_app.modules.education.queries.planned import COUNSELLED, COUNSELLING
from facility_app.modules.education.tables import ClassSession, Counselling, ProgrammeTopic, SchoolClass
from facility_app.modules.stays.api import list_present_between
from facility_app.modules.tasks.api import FigureTone, HomeFigure, HomeFigures

SHEETS_PAGE: Final = "education.sheets"


def get_education_shares(uow: UnitOfWork, first: date, last: date) -> EducationShares:
    """What of the residents of a period they were given.

    A resident counts who had a stay on some day of it; a lesson or session counts that was held in it. Who was
    marked present or late sat there.

    Args:
        uow: the unit of work.
        first: the first day.
        last: the last day, included.
    """
    require(uow, VIEW_EDUCATION)
    present = list_present_between(uow, first, last)
    sessions = _taught_in(uow, first, last)
    legal, literacy, taught = set[str](), set[str](), set[str]()
    sat = sa.select(MARK.session_id, MARK.resident_id).where(
        MARK.held_on.between(first, last), MARK.mark.in_(SAT_THERE), MARK.voided_at.is_(None)
    )
    for session_id, resident_id in uow.session.execute(sat):
        lesson = sessions.get(session_id)
        if lesson is None:
            continue
        taught.add(resident_id)
        if lesson.is_legal:
            legal.add(resident_id)
        if lesson.kind is ClassKind.LITERACY:
            literacy.add(resident_id)
    held, counselled = _counselled(uow, first, last)
    return EducationShares(
        Share.among(present, legal),
        Share.among(present, counselled),
        Share.among(present, taught),
        Share.among(present, literacy),
        len(sessions),
        held,
    )


def _taught_in(uow: UnitOfWork, first: date, last: date) -> dict[str, TaughtIn]:
    """Lessons held in a period, and what they were about."""
    asked = (
        sa.select(SESSION.id, CLASS.kind, TOPIC.kind)
        .select_from(ClassSession)
        .join(SchoolClass, CLASS.id == SESSION.class_id)
        .outerjoin(ProgrammeTopic, TOPIC.id == SESSION.topic_id)
        .where(
            SESSION.held_on.between(first, last),
            SESSION.state == SessionState.HELD,
            SESSION.voided_at.is_(None),
        )
    )
    return {one: TaughtIn(kind, topic) for one, kind, topic in uow.session.execute(asked)}


def _counselled(uow: UnitOfWork, first: date, last: date) -> tuple[int, set[str]]:
    begins, ends = moment_of(first, 0), moment_of(last + timedelta(days=1), 0)
    held = sa.and_(COUNSELLING.held_at >= begins, COUNSELLING.held_at < ends, COUNSELLING.voided_at.is_(None))
    count = uow.session.scalar(sa.select(sa.func.count()).where(held))
    who = (
        sa.select(COUNSELLED.resident_id)
        .join(Counselling, COUNSELLING.id == COUNSELLED.counselling_id)
        .where(held, COUNSELLED.voided_at.is_(None))
    )
    return int(count or 0), set(uow.session.scalars(who))


def _figures(uow: UnitOfWork, question: HomeFigures) -> tuple[HomeFigure, ...]:
    if not uow.actor.may(VIEW_EDUCATION):
        return ()
    found, made, warning = count_sheets(uow, local_date(question.now)), [], FigureTone.WARNING
    if found.since is not None:
        words = label("education", "buổi học 7 ngày trước chưa điểm danh")
        day = {"day": found.since.isoformat()}
        made.append(HomeFigure("education.forgotten", words, found.forgotten, warning, SHEETS_PAGE, day, order=24))
    if found.missing:
        words = label("education", "buổi học hôm nay chưa điểm danh")
        made.append(HomeFigure("education.missing", words, found.missing, warning, SHEETS_PAGE, order=25))
    if found.lessons:
        words = label("education", "buổi học hôm nay")
        made.append(HomeFigure("education.lessons", words, found.lessons, page=SHEETS_PAGE, order=27))
    return tuple(made)


ANSWERS: Mapping[type, tuple[Callable[[Any, Any], Any], ...]] = {HomeFigures: (_figures,)}
