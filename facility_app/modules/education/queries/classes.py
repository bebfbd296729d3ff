"""Classes, their people, hours and programmes."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.page import Listing, chosen, ids, rows_of
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.paging import Look, Sort
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.calendar.api import name_rooms
from facility_app.modules.catalogues.api import UnitKind, get_facility
from facility_app.modules.education.domain.classes import ClassKind, SchoolLevel, TopicKind
from facility_app.modules.education.domain.rights import VIEW_EDUCATION
from facility_app.modules.education.queries.lessons import CLASS, HOUR
from facility_app.modules.education.queries.planned import MEMBER
from facility_app.modules.education.tables import Programme, ProgrammeTopic, SchoolClass
from facility_app.modules.residents.api import list_resident_marks
from facility_app.modules.staff.api import list_staff_rows

PROGRAMME: Final = sa.inspect(Programme).local_table.c
TOPIC: Final = sa.inspect(ProgrammeTopic).local_table.c
RUNNING, OVER = "running", "over"


@dataclass(frozen=True, slots=True)
class ClassRow:
    """A class; ``version`` goes back with the decision about it.

    Attributes:
        members: how many are in it today.
        hours: lessons a week.
        is_over: whether its last day has passed.
    """

    class_id: str
    version: int
    code: str
    name: str
    kind: ClassKind
    programme_id: str | None
    teacher_id: str
    room_id: str | None
    capacity: int | None
    first_on: date
    last_on: date | None
    level: SchoolLevel | None
    note: str | None = field(repr=False)
    teacher: str
    room: str
    members: int
    hours: int
    is_over: bool


@dataclass(frozen=True, slots=True)
class MemberRow:
    """Somebody in a class, now or once.

    Attributes:
        to_on: the day after their last; None while they are in it.
        place: where they sleep.
    """

    member_id: str
    version: int
    class_id: str
    resident_id: str
    from_on: date
    to_on: date | None
    reason_left: str | None = field(repr=False)
    code: str
    name: str = field(repr=False)
    place: str


@dataclass(frozen=True, slots=True)
class HourRow:
    """An hour of the week.

    Attributes:
        room_id: its own room; None for the class's.
        room: the name of where it is held, its own room or the class's.
    """

    hour_id: str
    version: int
    class_id: str
    weekday: int
    starts: int
    ends: int
    from_on: date
    to_on: date | None
    room_id: str | None
    clash_reason: str | None = field(repr=False)
    room: str


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """A programme; ``version`` goes back with the decision about it."""

    programme_id: str
    version: int
    name: str
    regime: LegalRegime
    valid_from: date
    valid_to: date | None
    note: str | None
    topics: int
    minutes: int


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A topic of a programme."""

    topic_id: str
    version: int
    programme_id: str
    position: int
    kind: TopicKind
    name: str
    planned_minutes: int


def list_class_ids(uow: UnitOfWork, look: Look) -> tuple[str, ...]:
    """Classes whose code or name holds ``look.text``, by code.

    ``look.filters``: ``kind``, ``state`` (``running``, ``over``), ``teacher``.

    Raises:
        UserError: ``bad_sort``, ``bad_filter``.
    """
    require(uow, VIEW_EDUCATION)
    wanted = [chosen(key, value, partial(_condition, uow, key)) for key, value in look.filters.items()]
    if look.text.strip():
        typed = look.text.strip()
        wanted.append(
            sa.or_(CLASS.code.contains(typed, autoescape=True), CLASS.name.contains(typed, autoescape=True))
        )
    return ids(uow.session, _listing(uow, *wanted), look.sorts)


def list_class_rows(uow: UnitOfWork, wanted: Sequence[str]) -> tuple[ClassRow, ...]:
    """Those classes, in the order asked for; one struck out meanwhile is left out."""
    require(uow, VIEW_EDUCATION)
    found = rows_of(uow.session, _listing(uow), wanted, lambda *one: one)
    teachers = {row.member_id: row.full_name for row in list_staff_rows(uow, sorted({one[6] for one in found}))}
    rooms = name_rooms(uow, sorted({one[7] for one in found if one[7]}))
    today = local_date(uow.now)
    return tuple(
        ClassRow(
            *(
                *one[:13],
                teachers.get(one[6], ""),
                rooms.get(one[7] or "", ""),
                one[13],
                one[14],
                one[10] is not None and one[10] < today,
            ),
        )
        for one in found
    )


def find_class(uow: UnitOfWork, class_id: str) -> ClassRow | None:
    """One class; None when it is not there."""
    require(uow, VIEW_EDUCATION)
    return next(iter(list_class_rows(uow, (class_id,))), None)


def list_members(uow: UnitOfWork, class_id: str, *, with_former: bool = False) -> tuple[MemberRow, ...]:
    """Who is in a class, by code; those who left last."""
    require(uow, VIEW_EDUCATION)
    found = _members(uow, MEMBER.class_id == class_id)
    today = local_date(uow.now)
    inside = [one for one in found if with_former or one.to_on is None or one.to_on > today]
    return tuple(sorted(inside, key=lambda one: (one.to_on is not None, one.code, one.from_on)))


def list_classes_of(uow: UnitOfWork, resident_id: str) -> tuple[tuple[MemberRow, ClassRow], ...]:
    """In which classes somebody is and was, the latest first."""
    require(uow, VIEW_EDUCATION)
    found = _members(uow, MEMBER.resident_id == resident_id)
    classes = {row.class_id: row for row in list_class_rows(uow, sorted({one.class_id for one in found}))}
    rows = [(one, classes[one.class_id]) for one in found if one.class_id in classes]
    return tuple(sorted(rows, key=lambda pair: (pair[0].from_on, pair[1].code), reverse=True))


def list_hours(uow: UnitOfWork, class_id: str = "", *, with_former: bool = False) -> tuple[HourRow, ...]:
    """The hours of a class, or of all classes, in the order of the week."""
    require(uow, VIEW_EDUCATION)
    columns = (
        HOUR.id,
        HOUR.version,
        HOUR.class_id,
        HOUR.weekday,
        HOUR.starts,
        HOUR.ends,
        HOUR.from_on,
        HOUR.to_on,
    )
    more = (HOUR.room_id, HOUR.clash_reason, sa.func.coalesce(HOUR.room_id, CLASS.room_id).label("where"))
    asked = sa.select(*columns, *more).join(SchoolClass, CLASS.id == HOUR.class_id).where(HOUR.voided_at.is_(None))
    if class_id:
        asked = asked.where(HOUR.class_id == class_id)
    if not with_former:
        asked = asked.where(sa.or_(HOUR.to_on.is_(None), HOUR.to_on >= local_date(uow.now)))
    found: Any = uow.session.execute(asked.order_by(HOUR.weekday, HOUR.starts, HOUR.id)).all()
    rooms = name_rooms(uow, sorted({row.where for row in found if row.where}))
    return tuple(HourRow(*(*row[:-1], rooms.get(row.where or "", ""))) for row in found)


def list_programmes(uow: UnitOfWork) -> tuple[ProgrammeRow, ...]:
    """Every programme with how much it plans, the newest first."""
    require(uow, VIEW_EDUCATION)
    c = PROGRAMME
    own = (TOPIC.programme_id == c.id, TOPIC.voided_at.is_(None))
    count = sa.select(sa.func.count()).where(*own).scalar_subquery()
    minutes = sa.select(sa.func.coalesce(sa.func.sum(TOPIC.planned_minutes), 0)).where(*own).scalar_subquery()
    columns = (c.id, c.version, c.name, c.regime, c.valid_from, c.valid_to, c.note, count, minutes)
    asked = sa.select(*columns).where(c.voided_at.is_(None)).order_by(c.valid_from.desc(), c.name)
    return tuple(ProgrammeRow(*row) for row in uow.session.execute(asked))


def list_topics(uow: UnitOfWork, programme_id: str) -> tuple[TopicRow, ...]:
    """The topics of a programme in their order."""
    require(uow, VIEW_EDUCATION)
    t = TOPIC
    columns = (t.id, t.version, t.programme_id, t.position, t.kind, t.name, t.planned_minutes)
    asked = sa.select(*columns).where(t.programme_id == programme_id, t.voided_at.is_(None))
    return tuple(TopicRow(*row) for row in uow.session.execute(asked.order_by(t.position, t.id)))


def lacks_literacy_class(uow: UnitOfWork) -> bool:
    """Whether no literacy class runs today in a public facility, which must have one (NĐ 163/2026 Đ115.1)."""
    require(uow, VIEW_EDUCATION)
    if get_facility(uow).unit_kind is not UnitKind.PUBLIC:
        return False
    asked = sa.select(CLASS.id).where(
        CLASS.kind == ClassKind.LITERACY, CLASS.voided_at.is_(None), _running(local_date(uow.now))
    )
    return uow.session.scalar(asked.limit(1)) is None


def _over(last_on: date | None, today: date) -> bool:
    return last_on is not None and last_on < today


def _running(today: date) -> sa.ColumnElement[bool]:
    return sa.or_(CLASS.last_on.is_(None), CLASS.last_on >= today)


def _members(uow: UnitOfWork, wanted: sa.ColumnElement[bool]) -> list[MemberRow]:
    columns = (MEMBER.id, MEMBER.version, MEMBER.class_id, MEMBER.resident_id, MEMBER.from_on, MEMBER.to_on)
    asked = sa.select(*columns, MEMBER.reason_left).where(wanted, MEMBER.voided_at.is_(None))
    found = uow.session.execute(asked).all()
    people = list_resident_marks(uow, list({row.resident_id for row in found}))
    return [
        MemberRow(
            *row, people[row.resident_id].code, people[row.resident_id].name, people[row.resident_id].place or ""
        )
        for row in found
        if row.resident_id in people
    ]


def _condition(uow: UnitOfWork, key: str, value: str) -> sa.ColumnElement[bool]:
    today = local_date(uow.now)
    if key == "state":
        return {RUNNING: _running(today), OVER: CLASS.last_on < today}[value]
    if key == "teacher":
        return CLASS.teacher_id == value
    return {"kind": CLASS.kind}[key] == ClassKind(value)


def _listing(uow: UnitOfWork, *wanted: sa.ColumnElement[bool]) -> Listing:
    today = local_date(uow.now)
    members = (
        sa.select(sa.func.count())
        .where(
            MEMBER.class_id == CLASS.id,
            MEMBER.voided_at.is_(None),
            MEMBER.from_on <= today,
            sa.or_(MEMBER.to_on.is_(None), MEMBER.to_on > today),
        )
        .scalar_subquery()
    )
    hours = (
        sa.select(sa.func.count())
        .where(
            HOUR.class_id == CLASS.id,
            HOUR.voided_at.is_(None),
            sa.or_(HOUR.to_on.is_(None), HOUR.to_on >= today),
        )
        .scalar_subquery()
    )
    columns = (
        *(CLASS.id, CLASS.version, CLASS.code, CLASS.name, CLASS.kind, CLASS.programme_id, CLASS.teacher_id),
        *(CLASS.room_id, CLASS.capacity, CLASS.first_on, CLASS.last_on, CLASS.level, CLASS.note, members, hours),
    )
    sorts = {"code": CLASS.code, "name": CLASS.name, "kind": CLASS.kind, "first_on": CLASS.first_on}
    return Listing(sa.select(*columns).where(CLASS.voided_at.is_(None), *wanted), CLASS.id, sorts, (Sort("code"),))
