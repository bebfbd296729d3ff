"""Who was given a right for some days, and whether the actor holds one."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Self

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from facility_app.db.page import Listing, chosen, ids, rows_of
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.names import fold
from facility_app.kernel.paging import Look, Sort
from facility_app.modules.access.domain import (
    GIVE_GRANT,
    GRANT_RULES,
    USE_GRANT,
    GrantKind,
    GrantState,
    grant_state,
)
from facility_app.modules.access.queries.accounts import UserRow
from facility_app.modules.access.tables import AccessGrant, UserAccount


@dataclass(frozen=True, slots=True)
class GrantRow:
    """One right given for some days.

    Attributes:
        resident_id: about whom; None when about everyone.
        to_on: last day, counted in.
        given_by: name of the account that gave it; None for the program itself.
        revoked_at: when it was taken back; None when it was not.
    """

    grant_id: str
    version: int
    user_id: str
    user_name: str
    kind: GrantKind
    resident_id: str | None = field(repr=False)
    purpose: str = field(repr=False)
    from_on: date
    to_on: date
    given_by: str | None
    given_at: datetime
    revoked_at: datetime | None
    revoke_reason: str | None = field(repr=False)

    def state(self, on: date) -> GrantState:
        """How it stands on the day ``on``."""
        return grant_state(self.from_on, self.to_on, on, is_revoked=self.revoked_at is not None)

    @classmethod
    def by_id(cls, session: Session, grant_id: str) -> Self:
        """The grant, which is there."""
        (found,) = rows_of(session, _listing(), (grant_id,), cls)
        return found


def holds_grant(uow: UnitOfWork, kind: GrantKind, on: date, resident_id: str | None = None) -> bool:
    """Whether the actor was given ``kind`` for that day.

    Args:
        uow: the unit of work; its actor is asked about.
        kind: which right.
        on: the day.
        resident_id: about whom; None: about anybody at all, for what a screen offers.

    An office that needs no grant and a broken glass are no grants: ``use_grant`` knows them.
    """
    require(uow, USE_GRANT)
    g = AccessGrant
    wanted = [g.user_id == uow.actor.user_id, g.kind == kind, g.from_on <= on, g.to_on >= on]
    if resident_id is not None:
        wanted.append(sa.or_(g.resident_id.is_(None), g.resident_id == resident_id))
    return uow.session.scalar(sa.select(g.id).where(*wanted, g.voided_at.is_(None)).limit(1)) is not None


def list_grant_ids(uow: UnitOfWork, look: Look) -> tuple[str, ...]:
    """Ids of every grant, the newest first.

    ``look.filters``: ``state`` is a ``GrantState``, ``kind`` a ``GrantKind``, ``resident`` a resident's id.
    ``look.text`` is looked for in the account's name.

    Raises:
        UserError: ``bad_sort``, ``bad_filter``.
    """
    require(uow, GIVE_GRANT)
    wanted = [UserAccount.name_fold.contains(fold(look.text), autoescape=True)]
    if "kind" in look.filters:
        wanted.append(AccessGrant.kind == chosen("kind", look.filters["kind"], GrantKind))
    if "resident" in look.filters:
        wanted.append(AccessGrant.resident_id == look.filters["resident"])
    if "state" in look.filters:
        wanted.append(_stands(chosen("state", look.filters["state"], GrantState), local_date(uow.now)))
    return ids(uow.session, _listing(*wanted), look.sorts)


def list_grant_rows(uow: UnitOfWork, wanted: Sequence[str]) -> tuple[GrantRow, ...]:
    """Those grants, in the order asked for."""
    require(uow, GIVE_GRANT)
    return rows_of(uow.session, _listing(), wanted, GrantRow)


def list_grant_holders(uow: UnitOfWork, kind: GrantKind) -> tuple[UserRow, ...]:
    """Open accounts that may be given ``kind``, by name; the actor's own is not among them."""
    require(uow, GIVE_GRANT)
    holders = GRANT_RULES[kind].holders
    others = (sa.not_(UserAccount.is_disabled), UserAccount.id != uow.actor.user_id)
    return tuple(row for row in UserRow.those(uow.session, *others) if not holders.isdisjoint(row.roles))


def _stands(state: GrantState, on: date) -> sa.ColumnElement[bool]:
    g = AccessGrant
    live = g.voided_at.is_(None)
    return {
        GrantState.COMING: sa.and_(live, g.from_on > on),
        GrantState.RUNNING: sa.and_(live, g.from_on <= on, g.to_on >= on),
        GrantState.OVER: sa.and_(live, g.to_on < on),
        GrantState.REVOKED: g.voided_at.is_not(None),
    }[state]


def _listing(*wanted: sa.ColumnElement[bool]) -> Listing:
    g, giver = AccessGrant, aliased(UserAccount)
    columns: tuple[Any, ...] = (
        g.id, g.version, g.user_id, UserAccount.name, g.kind, g.resident_id, g.purpose, g.from_on, g.to_on,
        giver.name, g.created_at, g.voided_at, g.void_reason,
    )  # fmt: skip
    found = sa.select(*columns).join_from(g, UserAccount, UserAccount.id == g.user_id)
    found = found.outerjoin(giver, giver.id == g.created_by).where(*wanted)
    table, account = AccessGrant.__table__.c, UserAccount.__table__.c
    sorts: dict[str, sa.ColumnElement[Any]] = {
        "given_at": table.created_at,
        "user_name": account.name_fold,
        "from_on": table.from_on,
        "to_on": table.to_on,
    }
    return Listing(found, table.id, sorts, (Sort("given_at", descending=True),))
