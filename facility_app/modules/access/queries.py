"""Reading accounts and the audit trail."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from typing import Any, Self

import sqlalchemy as sa
from sqlalchemy.orm import Session

from facility_app.db.anchor import Mark
from facility_app.db.audit import REASON_COLUMN, audit_entry, audit_value
from facility_app.db.audit_verify import Verdict, verify
from facility_app.db.page import Listing, page
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.actor import Role
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.names import fold
from facility_app.kernel.paging import Page, PageRequest, Sort
from facility_app.modules.access.domain import MANAGE_USERS, MASK, READ_AUDIT, SHOWN_IN_TRAIL, SIGN_IN
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


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One entry of the trail, without its values.

    Attributes:
        entry_id: its id, which entries it caused name in ``caused_by``.
        user_name: name of the account; None for the program itself and for whoever held the recovery key.
        roles: the roles held, with blanks between.
        reason: why, in the user's words; None when none was given and when it was erased.
    """

    seq: int
    entry_id: str
    at: datetime
    user_id: str
    user_name: str | None
    roles: str
    device: str
    verb: str
    caused_by: str | None
    table: str | None
    record_id: str | None
    reason: str | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class AuditValue:
    """One value of an entry.

    Attributes:
        place: its number within the entry, from 0; an erasure names it.
        privacy: privacy class of the column.
        before: text before; a mask in place of what may not be shown.
        after: text after, likewise.
        is_masked: whether the class keeps the words hidden.
        is_erased: whether a data subject's right removed the words.
    """

    place: int
    table: str
    record_id: str
    column: str
    privacy: str
    before: str | None = field(repr=False)
    after: str | None = field(repr=False)
    is_masked: bool
    is_erased: bool


@dataclass(frozen=True, slots=True)
class AuditDetail:
    """One entry of the trail with its values."""

    entry: AuditRow
    values: tuple[AuditValue, ...]


def list_users(uow: UnitOfWork) -> tuple[UserRow, ...]:
    """Every account, by name."""
    require(uow, MANAGE_USERS)
    return UserRow.those(uow.session)


def find_account(uow: UnitOfWork, name: str) -> UserRow | None:
    """The account a person signs in to, however the name is typed; for the program's own use at start."""
    require(uow, SIGN_IN)
    return UserRow.named(uow.session, name)


def require_admitted(uow: UnitOfWork) -> None:
    """Refuse an actor whose account was closed, or whose roles were taken, after they signed in.

    Raises:
        UserError: ``signed_out``.
    """
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


_STANDING = (
    sa.select(UserAccount.is_disabled, UserRole.role)
    .outerjoin(UserRole, sa.and_(UserRole.user_id == UserAccount.id, UserRole.voided_at.is_(None)))
    .where(UserAccount.id == sa.bindparam("user_id"))
)
"""An account and its live roles, as they stand now."""


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
    listing = Listing(_entries(), audit_entry.c.id, {"seq": audit_entry.c.seq}, (Sort("seq", descending=True),))
    return page(uow.session, listing, request, AuditRow)


def get_entry(uow: UnitOfWork, seq: int) -> AuditDetail:
    """One entry with its values; what is private beyond a name stays hidden.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, READ_AUDIT)
    entry = uow.session.execute(_entries().where(audit_entry.c.seq == seq)).one_or_none()
    if entry is None:
        raise UserError(
            "not_found",
            label("errors", "Nhật ký không có dòng {seq}. Xem số dòng bằng lệnh audit list."),
            seq=seq,
        )
    v = audit_value.c
    columns = (v.ord, v.table_name, v.record_id, v.column_name, v.privacy, v.before, v.after, v.salt)
    held: sa.Select[Any] = sa.select(*columns).where(v.entry_seq == seq).order_by(v.ord)
    return AuditDetail(AuditRow(*entry), tuple(map(_value, uow.session.execute(held))))


def _entries() -> sa.Select[Any]:
    """Entries with the name of who acted and the reason, in the order of ``AuditRow``."""
    e, v = audit_entry.c, audit_value.c
    reason = sa.and_(v.entry_seq == e.seq, v.ord == 0, _is_reason())
    columns = (e.seq, e.id, e.at, e.user_id, UserAccount.name, e.roles, e.device, e.verb, e.caused_by)
    joined = sa.outerjoin(audit_entry, UserAccount, UserAccount.id == e.user_id).outerjoin(audit_value, reason)
    return sa.select(*columns, e.table_name, e.record_id, v.after).select_from(joined)


def _is_reason() -> sa.ColumnElement[bool]:
    return sa.and_(audit_value.c.table_name == audit_entry.name, audit_value.c.column_name == REASON_COLUMN)


def _value(row: sa.Row[Any]) -> AuditValue:
    # The reason stands in the list of entries too: whoever may read the trail reads why.
    is_reason = (row.table_name, row.column_name) == (audit_entry.name, REASON_COLUMN)
    is_masked = not is_reason and row.privacy not in SHOWN_IN_TRAIL
    before, after = (MASK if is_masked and text is not None else text for text in (row.before, row.after))
    erased = row.salt is None
    where = (row.ord, row.table_name, row.record_id, row.column_name, row.privacy)
    return AuditValue(*where, before, after, is_masked, erased)
