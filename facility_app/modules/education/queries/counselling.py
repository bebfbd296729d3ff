"""Counselling sessions, without what was said in confidence."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

import sqlalchemy as sa

from facility_app.db.page import Listing, chosen, ids, rows_of
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.paging import Look, Sort
from facility_app.modules.education.domain.counselling import CounsellingKind, CounsellingMethod
from facility_app.modules.education.domain.rights import VIEW_COUNSELLING
from facility_app.modules.education.queries.planned import COUNSELLED, COUNSELLING
from facility_app.modules.education.queries.sheets import list_inside
from facility_app.modules.residents.api import find_by_codes, list_resident_ids, list_resident_marks
from facility_app.modules.staff.api import list_staff_rows


@dataclass(frozen=True, slots=True)
class CounsellingRow:
    """A session; ``version`` goes back with the decision about it.

    Attributes:
        people: how many were there.
        who: their names and codes, as far as a list has room.
    """

    counselling_id: str
    version: int
    held_at: datetime
    minutes: int
    kind: CounsellingKind
    method: CounsellingMethod
    topic: str = field(repr=False)
    goal: str | None = field(repr=False)
    counsellor_id: str
    place: str | None
    counsellor: str
    people: int
    who: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class CounselledRow:
    """Somebody at a session; ``version`` goes back with the decision about what stands in their file.

    Attributes:
        note: what stands in their file.
        has_confidential: whether they said something in confidence; what, only a look tells.
    """

    row_id: str
    version: int
    counselling_id: str
    resident_id: str
    note: str | None = field(repr=False)
    has_confidential: bool
    code: str
    name: str = field(repr=False)


def list_counselling_ids(uow: UnitOfWork, look: Look) -> tuple[str, ...]:
    """Sessions, the latest first; ``look.text`` finds them by who was there.

    ``look.filters``: ``kind``, ``resident``, ``counsellor``.

    Raises:
        UserError: ``bad_sort``, ``bad_filter``.
    """
    require(uow, VIEW_COUNSELLING)
    wanted = [chosen(key, value, partial(_condition, key)) for key, value in look.filters.items()]
    if look.text.strip():
        wanted.append(_with(list_resident_ids(uow, Look(text=look.text))))
    return ids(uow.session, _listing(*wanted), look.sorts)


def list_counselling_rows(uow: UnitOfWork, wanted: Sequence[str]) -> tuple[CounsellingRow, ...]:
    """Those sessions, in the order asked for; one struck out meanwhile is left out."""
    require(uow, VIEW_COUNSELLING)
    found = rows_of(uow.session, _listing(), wanted, lambda *one: one)
    staff = {row.member_id: row.full_name for row in list_staff_rows(uow, sorted({one[8] for one in found}))}
    who = _who(uow, [one[0] for one in found])
    return tuple(
        CounsellingRow(*(*one, staff.get(one[8], ""), len(who[one[0]]), ", ".join(who[one[0]]))) for one in found
    )


def people_of_group(uow: UnitOfWork, class_id: str, at: datetime, more: str, absent: str) -> tuple[str, ...]:
    """Whom the counselling of a group reached.

    Args:
        uow: the unit of work.
        class_id: everybody of this class who was in the facility; empty for no class.
        at: when it began.
        more: codes of others who came.
        absent: codes of those who did not.

    Raises:
        UserError: ``code_unknown``.
    """
    require(uow, VIEW_COUNSELLING)
    own = list_inside(uow, class_id, at) if class_id else ()
    away = frozenset(find_by_codes(uow, absent, "absent"))
    came = dict.fromkeys((*own, *find_by_codes(uow, more, "more")))
    return tuple(one for one in came if one not in away)


def list_counselled(uow: UnitOfWork, counselling_id: str) -> tuple[CounselledRow, ...]:
    """Who was at a session, by code."""
    require(uow, VIEW_COUNSELLING)
    return _counselled(uow, COUNSELLED.counselling_id == counselling_id)


def list_counselling_of(uow: UnitOfWork, resident_id: str) -> tuple[tuple[CounsellingRow, CounselledRow], ...]:
    """A person's sessions with what stands in their file, the latest first."""
    require(uow, VIEW_COUNSELLING)
    own = {one.counselling_id: one for one in _counselled(uow, COUNSELLED.resident_id == resident_id)}
    rows = list_counselling_rows(uow, list(own))
    return tuple((row, own[row.counselling_id]) for row in sorted(rows, key=lambda row: row.held_at, reverse=True))


def _counselled(uow: UnitOfWork, wanted: sa.ColumnElement[bool]) -> tuple[CounselledRow, ...]:
    c = COUNSELLED
    has = sa.and_(c.confidential.is_not(None), c.confidential != "")
    asked = sa.select(c.id, c.version, c.counselling_id, c.resident_id, c.note, has).where(
        wanted, c.voided_at.is_(None)
    )
    found: Any = uow.session.execute(asked).all()
    people = list_resident_marks(uow, list({row.resident_id for row in found}))
    rows = [
        CounselledRow(*(*row, people[row.resident_id].code, people[row.resident_id].name))
        for row in found
        if row.resident_id in people
    ]
    return tuple(sorted(rows, key=lambda row: row.code))


def _who(uow: UnitOfWork, wanted: Sequence[str]) -> dict[str, list[str]]:
    asked = sa.select(COUNSELLED.counselling_id, COUNSELLED.resident_id).where(
        COUNSELLED.counselling_id.in_(wanted), COUNSELLED.voided_at.is_(None)
    )
    found: Any = uow.session.execute(asked).all()
    people = list_resident_marks(uow, list({row.resident_id for row in found}))
    named: dict[str, list[str]] = defaultdict(list)
    for counselling_id, resident_id in found:
        if resident_id in people:
            named[counselling_id].append(people[resident_id].name)
    return named


def _condition(key: str, value: str) -> sa.ColumnElement[bool]:
    if key == "resident":
        return _with((value,))
    if key == "counsellor":
        return COUNSELLING.counsellor_id == value
    return {"kind": COUNSELLING.kind}[key] == CounsellingKind(value)


def _with(resident_ids: Sequence[str]) -> sa.ColumnElement[bool]:
    mine = sa.select(COUNSELLED.counselling_id).where(
        COUNSELLED.resident_id.in_(resident_ids), COUNSELLED.voided_at.is_(None)
    )
    return COUNSELLING.id.in_(mine)


def _listing(*wanted: sa.ColumnElement[bool]) -> Listing:
    c = COUNSELLING
    columns: tuple[Any, ...] = (
        *(c.id, c.version, c.held_at, c.minutes, c.kind, c.method, c.topic, c.goal, c.counsellor_id, c.place),
    )
    sorts = {"held_at": c.held_at, "kind": c.kind, "method": c.method, "minutes": c.minutes}
    asked = sa.select(*columns).where(c.voided_at.is_(None), *wanted)
    return Listing(asked, c.id, sorts, (Sort("held_at", descending=True),))
