"""Who opened a record, and who sat down at the screen: read from the trail, for people and for paper."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from facility_app.db.audit import REASON_COLUMN, audit_entry, audit_value
from facility_app.db.page import Listing, ids, rows_of
from facility_app.db.settings_store import get_setting
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.actor import Role
from facility_app.kernel.names import fold
from facility_app.kernel.paging import Look, Sort
from facility_app.modules.access.domain import (
    BREAK_GLASS_MINUTES,
    ENTER,
    FAILED_TRIES,
    GRANT_DAYS,
    LOCK_MINUTES,
    MANAGE_USERS,
    READ_AUDIT,
    SessionStep,
    is_look,
)
from facility_app.modules.access.domain.looks import is_closed_look
from facility_app.modules.access.tables import UserAccount

SESSION_VERBS = (*SessionStep, FAILED_TRIES)


@dataclass(frozen=True, slots=True)
class LookRow:
    """One look at a record.

    Attributes:
        user_name: name of the account; None for the program itself and for whoever held the recovery key.
        roles: the roles held at that time, with blanks between.
        verb: what was done: looked at, printed, exported.
        purpose: why, in that person's words; None when none was asked for and when it was erased.
        caused_by: the entry it belongs to, e.g. what was done under an emergency.
    """

    entry_id: str
    at: datetime
    user_id: str
    user_name: str | None
    roles: str
    device: str
    verb: str
    purpose: str | None = field(repr=False)
    caused_by: str | None


@dataclass(frozen=True, slots=True)
class SignInRow:
    """One sitting down, locking, unlocking or leaving; or tries that failed.

    Attributes:
        user_name: name of the account; None when the program counted failed tries.
        verb: a ``SessionStep``, or ``access.failed_tries``.
        failed: how many tries failed; None when none is counted here.
        names: whose name was tried, as far as there is an account.
    """

    entry_id: str
    at: datetime
    user_id: str
    user_name: str | None
    roles: str
    device: str
    verb: str
    failed: int | None
    names: str | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class SecurityRow:
    """The facility's choices about safety.

    Attributes:
        lock_minutes: an unused screen locks after so many minutes.
        break_glass_minutes: an emergency lasts so long.
        grant_days: a grant lasts at most so long.
    """

    lock_minutes: int
    break_glass_minutes: int
    grant_days: int


def list_looks(uow: UnitOfWork, table: str, *record_ids: str) -> tuple[LookRow, ...]:
    """Everybody who opened, printed or exported a record, the newest first; the right to know is the person's.

    Looks by the closed list stand in the head's list only: to others one of them would tell of what it keeps.

    Args:
        uow: the unit of work.
        table: the records' table.
        record_ids: their ids.
    """
    require(uow, READ_AUDIT)
    e, v = audit_entry.c, audit_value.c
    reason = sa.and_(
        v.entry_seq == e.seq, v.ord == 0, v.table_name == audit_entry.name, v.column_name == REASON_COLUMN
    )
    joined = sa.outerjoin(audit_entry, UserAccount, UserAccount.id == e.user_id).outerjoin(audit_value, reason)
    columns = (e.id, e.at, e.user_id, UserAccount.name, e.roles, e.device, e.verb, v.after, e.caused_by)
    found = sa.select(*columns).select_from(joined).where(e.table_name == table, e.record_id.in_(record_ids))
    rows = uow.session.execute(found.order_by(e.seq.desc()))
    knows = Role.HEAD in uow.actor.roles
    return tuple(LookRow(*row) for row in rows if is_look(row.verb) and (knows or not is_closed_look(row.verb)))


def list_sign_in_ids(uow: UnitOfWork, look: Look) -> tuple[str, ...]:
    """Ids of the entries about sessions, the newest first.

    ``look.filters``: ``verb`` is one of ``SESSION_VERBS``. ``look.text`` is looked for in the account's name.

    Raises:
        UserError: ``bad_sort``.
    """
    require(uow, READ_AUDIT)
    wanted: list[sa.ColumnElement[bool]] = []
    if look.text:
        wanted.append(UserAccount.name_fold.contains(fold(look.text), autoescape=True))
    if "verb" in look.filters:
        wanted.append(audit_entry.c.verb == look.filters["verb"])
    return ids(uow.session, _sign_ins(*wanted), look.sorts)


def list_sign_in_rows(uow: UnitOfWork, wanted: Sequence[str]) -> tuple[SignInRow, ...]:
    """Those entries, in the order asked for."""
    require(uow, READ_AUDIT)
    return rows_of(uow.session, _sign_ins(), wanted, SignInRow)


def list_last_sign_ins(uow: UnitOfWork, user_ids: Sequence[str]) -> Mapping[str, datetime]:
    """Account → when somebody signed in with it last; one nobody ever used is not in it."""
    require(uow, MANAGE_USERS)
    e = audit_entry.c
    last = sa.select(e.user_id, sa.func.max(e.at).label("at")).where(
        e.verb == SessionStep.SIGN_IN, e.user_id.in_(user_ids)
    )
    return {row.user_id: row.at for row in uow.session.execute(last.group_by(e.user_id))}


def get_security(uow: UnitOfWork) -> SecurityRow:
    """The facility's choices about safety; every screen locks by them."""
    require(uow, ENTER)
    chosen = (get_setting(uow, setting) for setting in (LOCK_MINUTES, BREAK_GLASS_MINUTES, GRANT_DAYS))
    return SecurityRow(*chosen)


def _sign_ins(*wanted: sa.ColumnElement[bool]) -> Listing:
    e, v = audit_entry.c, audit_value.c
    tried = sa.and_(v.entry_seq == e.seq, v.column_name.startswith("failed_tries", autoescape=True))
    failed = sa.select(sa.func.sum(sa.cast(v.after, sa.Integer))).where(tried).scalar_subquery()
    account = sa.alias(UserAccount.__table__)
    names = sa.select(sa.func.aggregate_strings(account.c.name, ", ")).where(tried, account.c.id == v.record_id)
    columns: tuple[Any, ...] = (
        e.id, e.at, e.user_id, UserAccount.name, e.roles, e.device, e.verb, failed, names.scalar_subquery(),
    )  # fmt: skip
    found = sa.select(*columns).join_from(audit_entry, UserAccount, UserAccount.id == e.user_id, isouter=True)
    found = found.where(e.verb.in_(SESSION_VERBS), *wanted)
    return Listing(
        found, e.id, {"at": e.seq, "user_name": UserAccount.__table__.c.name_fold}, (Sort("at", descending=True),)
    )
