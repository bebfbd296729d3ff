"""Reading accounts and the audit trail."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Self

import sqlalchemy as sa

from facility_app.db.anchor import Mark
from facility_app.db.audit import audit_entry
from facility_app.db.audit_verify import Verdict, verify
from facility_app.db.page import Listing, page
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.actor import Role
from facility_app.kernel.names import fold
from facility_app.kernel.paging import Page, PageRequest, Sort
from facility_app.modules.access.domain import MANAGE_USERS, READ_AUDIT, SIGN_IN
from facility_app.modules.access.tables import UserAccount, UserRole


@dataclass(frozen=True, slots=True)
class UserRow:
    """One account."""

    user_id: str
    name: str
    roles: frozenset[Role]
    is_disabled: bool
    must_change_password: bool

    @classmethod
    def of(cls, account: UserAccount, roles: Iterable[Role]) -> Self:
        """The row of a record and its live roles."""
        return cls(account.id, account.name, frozenset(roles), account.is_disabled, account.must_change_password)


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One entry of the trail, without its values."""

    seq: int
    at: datetime
    user_id: str
    user_name: str | None
    roles: str
    device: str
    verb: str
    table: str | None
    record_id: str | None


def list_users(uow: UnitOfWork) -> tuple[UserRow, ...]:
    """Every account, by name."""
    require(uow, MANAGE_USERS)
    accounts = uow.session.scalars(sa.select(UserAccount).order_by(UserAccount.name_fold))
    return tuple(_row(uow, account) for account in accounts)


def find_account(uow: UnitOfWork, name: str) -> UserRow | None:
    """The account a person signs in to, however the name is typed; for the program's own use at start."""
    require(uow, SIGN_IN)
    account = uow.session.scalars(sa.select(UserAccount).where(UserAccount.name_fold == fold(name))).one_or_none()
    return None if account is None else _row(uow, account)


def list_active_names(uow: UnitOfWork) -> tuple[str, ...]:
    """Names that may have a key slot; for the program's own use at start."""
    require(uow, SIGN_IN)
    return tuple(
        uow.session.scalars(
            sa.select(UserAccount.name).where(sa.not_(UserAccount.is_disabled), UserAccount.voided_at.is_(None))
        )
    )


def verify_audit(uow: UnitOfWork, mark: Mark | None) -> Verdict:
    """Read the whole chain against the anchor; names the first bad entry and a missing tail."""
    require(uow, READ_AUDIT)
    return verify(uow.session.connection(), None if mark is None else mark.head)


def list_audit(uow: UnitOfWork, request: PageRequest) -> Page[AuditRow]:
    """The trail in pages, newest first."""
    require(uow, READ_AUDIT)
    c = audit_entry.c
    columns = (c.seq, c.at, c.user_id, UserAccount.name, c.roles, c.device, c.verb, c.table_name, c.record_id)
    named = sa.select(*columns).outerjoin(UserAccount, UserAccount.id == c.user_id)
    listing = Listing(named, c.id, {"seq": c.seq}, (Sort("seq", descending=True),))
    return page(uow.session, listing, request, AuditRow)


def _row(uow: UnitOfWork, account: UserAccount) -> UserRow:
    live = (UserRole.user_id == account.id, UserRole.voided_at.is_(None))
    return UserRow.of(account, uow.session.scalars(sa.select(UserRole.role).where(*live)))
