"""Who works here: the list, each with the post held today and the certificate that runs out first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import sqlalchemy as sa

from facility_app.db import search
from facility_app.db.base import Base
from facility_app.db.page import Listing, bad_filter, chosen, ids, rows_of
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.paging import Look, Sort
from facility_app.modules.staff.domain import VIEW_STAFF, PostKind, StaffKind
from facility_app.modules.staff.tables import StaffCertificate, StaffMember, StaffPost

_m, _p, _c = StaffMember.__table__.c, StaffPost.__table__.c, StaffCertificate.__table__.c
_POST_ORDER = {kind: place for place, kind in enumerate(PostKind)}


@dataclass(frozen=True, slots=True)
class StaffRow:
    """One person of the list; ``version`` goes back with the decision about it.

    Attributes:
        rank: code of the rank.
        title: the post held today, the highest first; None without one.
        next_expiry: when the first certificate ends.
    """

    member_id: str
    full_name: str = field(repr=False)
    staff_no: str | None
    kind: StaffKind
    rank: str | None
    title: str | None
    team: str | None
    joined_on: date
    left_on: date | None
    next_expiry: date | None
    version: int


def list_staff_ids(uow: UnitOfWork, look: Look) -> tuple[str, ...]:
    """People by name.

    Filters: ``state`` (``working`` when none is chosen, ``left``, ``all``), ``kind``; sorts ``name``, ``joined``,
    ``expiry``.

    Raises:
        UserError: ``bad_filter``, ``bad_sort``.
    """
    require(uow, VIEW_STAFF)
    return ids(uow.session, _staff(local_date(uow.now), look), look.sorts)


def list_staff_rows(uow: UnitOfWork, wanted: Sequence[str]) -> tuple[StaffRow, ...]:
    """The rows with these ids, in that order."""
    require(uow, VIEW_STAFF)
    listing = _staff(local_date(uow.now), Look(filters={"state": "all"}))
    return rows_of(uow.session, listing, wanted, StaffRow)


def find_member_of_account(uow: UnitOfWork, user_id: str) -> StaffRow | None:
    """Who signs in with an account, or None."""
    require(uow, VIEW_STAFF)
    found = uow.session.scalar(sa.select(_m.id).where(_m.user_id == user_id, _m.voided_at.is_(None)))
    listing = _staff(local_date(uow.now), Look(filters={"state": "all"}))
    rows = rows_of(uow.session, listing, [] if found is None else [found], StaffRow)
    return rows[0] if rows else None


def list_names_of_accounts(uow: UnitOfWork, user_ids: Sequence[str]) -> Mapping[str, str]:
    """Account → full name of whoever signs in with it; an account of nobody who works here is not in it."""
    require(uow, VIEW_STAFF)
    wanted = sa.select(_m.user_id, _m.full_name).where(_m.user_id.in_(user_ids), _m.voided_at.is_(None))
    return {user_id: name for user_id, name in uow.session.execute(wanted) if user_id is not None}


def _staff(today: date, look: Look) -> Listing:
    # Highest post first: the enum's own order is the order of posts.
    order = sa.case({kind.value: place for kind, place in _POST_ORDER.items()}, value=sa.cast(_p.kind, sa.String))
    held = (_p.member_id == _m.id, _p.voided_at.is_(None), _p.from_on <= today, _open_on(_p.to_on, today))

    def of_post(column: sa.ColumnElement[Any]) -> sa.ScalarSelect[Any]:
        return sa.select(column).where(*held).order_by(order, _p.from_on, _p.id).limit(1).scalar_subquery()

    expiry = (
        sa.select(sa.func.min(_c.expires_on))
        .where(_c.member_id == _m.id, _c.voided_at.is_(None))
        .scalar_subquery()
    )
    columns = (_m.id, _m.full_name, _m.staff_no, _m.kind, _m.rank, of_post(_p.title), of_post(_p.team))
    asked = sa.select(*columns, _m.joined_on, _m.left_on, expiry.label("next_expiry"), _m.version)
    asked = asked.where(_m.voided_at.is_(None))
    is_working = _open_on(_m.left_on, today)
    state = look.filters.get("state") or "working"
    if state not in {"working", "left", "all"}:
        raise bad_filter("state")
    if state != "all":
        asked = asked.where(is_working if state == "working" else sa.not_(is_working))
    if look.filters.get("kind"):
        asked = asked.where(_m.kind == chosen("kind", look.filters["kind"], StaffKind))
    if look.text.strip():
        asked = asked.where(search.matches(Base.metadata.tables[StaffMember.__tablename__], look.text))
    sorts = {"name": _m.name_sort, "joined": _m.joined_on, "expiry": expiry}
    return Listing(asked, _m.id, sorts, (Sort("name"),))


def _open_on(last: sa.ColumnElement[Any], day: date) -> sa.ColumnElement[bool]:
    return last.is_(None) | (last >= day)
