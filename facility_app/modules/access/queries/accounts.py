"""Who has an account, and whether whoever signed in may still work."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any, Self

import sqlalchemy as sa
from sqlalchemy.orm import Session

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.actor import Role
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.names import fold
from facility_app.kernel.paging import Look
from facility_app.modules.access.domain import ENTER, MANAGE_USERS, SIGN_IN, LentActor
from facility_app.modules.access.tables import BreakGlass, UserAccount, UserRole


@dataclass(frozen=True, slots=True)
class UserRow:
    """One account."""

    user_id: str
    name: str
    roles: frozenset[Role]
    is_disabled: bool
    must_change_password: bool

    @classmethod
    def those(cls, session: Session, *wanted: sa.ColumnElement[bool]) -> tuple[Self, ...]:
        """The accounts wanted with their live roles, by name; one statement for all."""
        a = UserAccount
        live = sa.and_(UserRole.user_id == a.id, UserRole.voided_at.is_(None))
        columns: tuple[Any, ...] = (a.id, a.name, a.is_disabled, a.must_change_password, UserRole.role)
        found = sa.select(*columns).outerjoin(UserRole, live).where(*wanted).order_by(a.name_fold)
        rows = session.execute(found)
        return tuple(cls._of([*roles]) for _, roles in groupby(rows, attrgetter("id")))

    @classmethod
    def by_id(cls, session: Session, user_id: str) -> Self:
        """The account, which is there."""
        (found,) = cls.those(session, UserAccount.id == user_id)
        return found

    @classmethod
    def named(cls, session: Session, name: str) -> Self | None:
        """The account a person means, however the name is typed."""
        return next(iter(cls.those(session, UserAccount.name_fold == fold(name))), None)

    @classmethod
    def _of(cls, rows: Sequence[sa.Row[Any]]) -> Self:
        first, roles = rows[0], frozenset(row.role for row in rows if row.role is not None)
        return cls(first.id, first.name, roles, first.is_disabled, first.must_change_password)


def list_users(uow: UnitOfWork) -> tuple[UserRow, ...]:
    """Every account, by name."""
    require(uow, MANAGE_USERS)
    return UserRow.those(uow.session)


def list_user_ids(uow: UnitOfWork, look: Look) -> tuple[str, ...]:
    """Ids of the accounts whose name holds what was typed, by name."""
    require(uow, MANAGE_USERS)
    found = sa.select(UserAccount.id).where(UserAccount.name_fold.contains(fold(look.text), autoescape=True))
    return tuple(uow.session.scalars(found.order_by(UserAccount.name_fold)))


def list_user_rows(uow: UnitOfWork, ids: Sequence[str]) -> tuple[UserRow, ...]:
    """Those accounts, in the order asked for."""
    require(uow, MANAGE_USERS)
    found = {row.user_id: row for row in UserRow.those(uow.session, UserAccount.id.in_(ids))}
    return tuple(found[one] for one in ids if one in found)


def find_account(uow: UnitOfWork, name: str) -> UserRow | None:
    """The account a person signs in to, however the name is typed; for the program's own use at start."""
    require(uow, SIGN_IN)
    return UserRow.named(uow.session, name)


def is_in_role(uow: UnitOfWork, user_id: str, role: Role) -> bool:
    """Whether the account is open and has the role; for slices that name somebody in one."""
    require(uow, ENTER)
    rows = uow.session.execute(_STANDING, {"user_id": user_id}).all()
    return any(row.role is role and not row.is_disabled for row in rows)


def require_admitted(uow: UnitOfWork) -> None:
    """Refuse an actor whose account was closed, or whose roles were taken, after they signed in.

    What was lent to them ends here too, to the minute: from then on the unit of work has the plain person.

    Raises:
        UserError: ``signed_out``.
    """
    require(uow, ENTER)
    actor = uow.actor
    if actor.is_system or actor.holds_recovery_key:
        return
    rows = uow.session.execute(_STANDING, {"user_id": actor.user_id}).all()
    if not rows or rows[0].is_disabled or not actor.roles <= {row.role for row in rows}:
        raise UserError(
            "signed_out",
            label(
                "errors",
                "Tài khoản này vừa bị khóa hoặc vừa đổi vai trò, nên chưa lưu gì. Hãy đăng nhập lại; nếu không "
                "được, hãy hỏi quản trị viên.",
            ),
        )
    if isinstance(actor, LentActor):
        lent = uow.session.scalar(_LENT, {"id": actor.break_glass_id, "user_id": actor.user_id})
        if lent is None or not lent > uow.now:
            uow.actor = actor.own_self


_STANDING = (
    sa.select(UserAccount.is_disabled, UserRole.role)
    .outerjoin(UserRole, sa.and_(UserRole.user_id == UserAccount.id, UserRole.voided_at.is_(None)))
    .where(UserAccount.id == sa.bindparam("user_id"))
)
"""An account and its live roles, as they stand now."""

_LENT = sa.select(BreakGlass.until_at).where(
    BreakGlass.id == sa.bindparam("id"),
    BreakGlass.user_id == sa.bindparam("user_id"),
    BreakGlass.ended_at.is_(None),
)
"""Until when something is lent that was not given back."""


def list_active_names(uow: UnitOfWork) -> tuple[str, ...]:
    """Names that may have a key slot; for the program's own use at start."""
    require(uow, SIGN_IN)
    return tuple(
        uow.session.scalars(
            sa.select(UserAccount.name).where(sa.not_(UserAccount.is_disabled), UserAccount.voided_at.is_(None))
        )
    )
