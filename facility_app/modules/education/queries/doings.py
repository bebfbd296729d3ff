"""What somebody was taught and when they were counselled, for the picture of the stages of their stay."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.dates import local_date, moment_of
from facility_app.kernel.labels import label
from facility_app.modules.education.domain.attendance import SAT_THERE, Mark
from facility_app.modules.education.domain.counselling import COUNSELLING_KIND_LABELS
from facility_app.modules.education.domain.rights import VIEW_COUNSELLING, VIEW_EDUCATION
from facility_app.modules.education.queries.lessons import CLASS, MARK
from facility_app.modules.education.queries.planned import COUNSELLED, COUNSELLING, MEMBER
from facility_app.modules.education.tables import ClassMember, Counselling, CounsellingPerson, SchoolClass
from facility_app.modules.stays.api import Doing, DoingsAsked

CLASSES, COUNSEL = label("education", "Lớp học"), label("education", "Tư vấn")
SAT = label("education", "{name}: có mặt {sat} trong {held} buổi")
_DAY: Final = timedelta(days=1)


def _doings(uow: UnitOfWork, asked: DoingsAsked) -> tuple[Doing, ...]:
    made: list[Doing] = []
    if uow.actor.may(VIEW_EDUCATION):
        made += _classes(uow, asked)
    if uow.actor.may(VIEW_COUNSELLING):
        made += _counsellings(uow, asked)
    return tuple(made)


def _classes(uow: UnitOfWork, asked: DoingsAsked) -> list[Doing]:
    """A class from the day they came into it to the day they left, with the lessons of it they sat through."""
    marks = sa.and_(
        MARK.resident_id == asked.resident_id,
        MARK.class_id == MEMBER.class_id,
        MARK.held_on.between(asked.first, asked.last),
        MARK.voided_at.is_(None),
    )

    def counted(wanted: sa.ColumnElement[bool]) -> sa.ScalarSelect[int]:
        return sa.select(sa.func.count()).where(marks, wanted).correlate(ClassMember.__table__).scalar_subquery()

    members = (
        sa.select(
            CLASS.name, MEMBER.from_on, MEMBER.to_on,
            counted(MARK.mark.in_(SAT_THERE)).label("sat"), counted(MARK.mark != Mark.ELSEWHERE).label("held"),
        )
        .select_from(ClassMember)
        .join(SchoolClass, CLASS.id == MEMBER.class_id)
        .where(
            MEMBER.resident_id == asked.resident_id,
            MEMBER.voided_at.is_(None),
            CLASS.voided_at.is_(None),
            MEMBER.from_on <= asked.last,
            sa.or_(MEMBER.to_on.is_(None), MEMBER.to_on > asked.first),
        )
    )  # fmt: skip
    return [
        Doing(CLASSES, from_on, to_on, SAT, (("name", name), ("sat", sat), ("held", held)))
        for name, from_on, to_on, sat, held in uow.session.execute(members)
    ]


def _counsellings(uow: UnitOfWork, asked: DoingsAsked) -> list[Doing]:
    """The days, and in what kind; what it was about stays in the file."""
    rows = (
        sa.select(COUNSELLING.held_at, COUNSELLING.kind)
        .select_from(CounsellingPerson)
        .join(Counselling, COUNSELLING.id == COUNSELLED.counselling_id)
        .where(
            COUNSELLED.resident_id == asked.resident_id,
            COUNSELLED.voided_at.is_(None),
            COUNSELLING.voided_at.is_(None),
            COUNSELLING.held_at >= moment_of(asked.first, 0),
            COUNSELLING.held_at < moment_of(asked.last + _DAY, 0),
        )
    )
    days = {(local_date(at), kind) for at, kind in uow.session.execute(rows)}
    return [
        Doing(COUNSEL, day, day + _DAY, COUNSELLING_KIND_LABELS[kind])
        for day, kind in sorted(days, key=lambda one: one[0])
    ]


ANSWERS: Mapping[type, tuple[Callable[[Any, Any], Any], ...]] = {DoingsAsked: (_doings,)}
