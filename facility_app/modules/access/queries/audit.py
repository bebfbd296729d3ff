"""What the trail says, and whether it is whole."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.anchor import Mark
from facility_app.db.audit import REASON_COLUMN, audit_entry, audit_value
from facility_app.db.audit_verify import Verdict, verify
from facility_app.db.base import Base
from facility_app.db.page import Listing, chosen, page, rows_of
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.actor import Role
from facility_app.kernel.dates import LOCAL, add_months, local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.names import fold
from facility_app.kernel.paging import Look, Page, PageRequest, Sort
from facility_app.kernel.privacy import Privacy
from facility_app.modules.access.domain import (
    MASK,
    READ_AUDIT,
    READ_AUDIT_PEOPLE,
    REVIEW_BREAK_GLASS,
    USE_GRANT,
    shown_in_trail,
)
from facility_app.modules.access.domain.looks import CLOSED_WORDS
from facility_app.modules.access.tables import BreakGlass, UserAccount

MOST_LISTED: Final = 100_000
"""Entries a list on the screen holds at most: a month's. Older ones are reached by their month."""
MOST_SEQ: Final = 2**63 - 1
_OPEN_TABLE: Final = UserAccount.__tablename__
_VOID_REASON: Final = "void_reason"


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One entry of the trail, without its values.

    Attributes:
        entry_id: its id, which entries it caused name in ``caused_by``.
        user_name: name of the account; None for the program itself and for whoever held the recovery key.
        roles: the roles held, with blanks between.
        reason: why, in the user's words; None when none was given and when it was erased, a mask when the entry
            is about something this reader may not read.
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
class _Eyes:
    """What one reader of the trail may read of it.

    Attributes:
        shown: the classes they read.
        walled: tables with a column of another class: why one of their records was struck out may say it.
    """

    shown: frozenset[Privacy]
    walled: frozenset[str]

    @classmethod
    def of(cls, uow: UnitOfWork) -> "_Eyes":
        shown = shown_in_trail(reads_people=uow.actor.may(READ_AUDIT_PEOPLE))
        walled = (
            table.name
            for table in Base.metadata.tables.values()
            if _VOID_REASON in table.c
            and any(one.info["privacy"] not in shown for one in table.c if one.name != _VOID_REASON)
        )
        return cls(shown, frozenset(walled) - {_OPEN_TABLE})

    def sees(self, table: str, privacy: str) -> bool:
        """Whether a value of that class is read; names of accounts stand on every screen."""
        return privacy in self.shown or (table == _OPEN_TABLE and privacy == Privacy.IDENTITY)

    def hides_reason(self) -> sa.ColumnElement[bool]:
        """Whether an entry touches, or is about, what may not be read: its reason may name it in words."""
        e, v = audit_entry.c, sa.alias(audit_value).c
        beyond = sa.and_(
            v.privacy.not_in(self.shown),
            v.column_name != _VOID_REASON,
            v.table_name != audit_entry.name,
            sa.or_(v.table_name != _OPEN_TABLE, v.privacy != Privacy.IDENTITY),
        )
        touched = sa.exists().where(v.entry_seq == e.seq, sa.or_(beyond, v.table_name.in_(self.walled)))
        return sa.or_(sa.func.coalesce(e.table_name, "").in_(self.walled), touched)


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


def verify_audit(uow: UnitOfWork, mark: Mark | None) -> Verdict:
    """Read the whole chain against the anchor; names the first bad entry and a missing tail."""
    require(uow, READ_AUDIT)
    return verify(uow.session.connection(), None if mark is None else mark.head)


def list_audit(uow: UnitOfWork, request: PageRequest) -> Page[AuditRow]:
    """The trail in pages, newest first."""
    require(uow, READ_AUDIT)
    listing = Listing(_entries(uow), audit_entry.c.id, {"seq": audit_entry.c.seq}, (Sort("seq", descending=True),))
    return page(uow.session, listing, request, _row)


def list_audit_ids(uow: UnitOfWork, look: Look, verbs: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Ids of the newest ``MOST_LISTED`` entries asked for, the newest first.

    Args:
        uow: the unit of work.
        look: ``look.filters``: ``month`` is the month's first day, ``2026-11-01``. ``look.text`` is looked for in
            the account's name; digits alone are an entry's number.
        verbs: ids of verbs that ``look.text`` may stand for as well.

    Raises:
        UserError: ``bad_filter``.
    """
    require(uow, READ_AUDIT)
    e, text = audit_entry.c, look.text.strip()
    found = sa.select(e.id)
    if "month" in look.filters:
        begin, end = chosen("month", look.filters["month"], _month)
        found = found.where(e.at >= begin, e.at < end)
    if text.isdecimal():
        found = found.where(e.seq == min(int(text), MOST_SEQ))
    elif text:
        found = found.outerjoin(UserAccount, UserAccount.id == e.user_id)
        named = UserAccount.name_fold.contains(fold(text), autoescape=True)
        found = found.where(sa.or_(named, e.verb.in_(verbs)))
    is_oldest_first = look.sorts == (Sort("seq"),)
    newest = found.order_by(e.seq if is_oldest_first else e.seq.desc()).limit(MOST_LISTED)
    return tuple(uow.session.scalars(newest))


def list_audit_rows(uow: UnitOfWork, wanted: Sequence[str]) -> tuple[AuditRow, ...]:
    """Those entries, in the order asked for."""
    require(uow, READ_AUDIT)
    return rows_of(uow.session, Listing(_entries(uow), audit_entry.c.id, {}), wanted, _row)


def list_audit_months(uow: UnitOfWork) -> tuple[date, ...]:
    """First days of the months the trail has entries of, the newest first."""
    require(uow, READ_AUDIT)
    e = audit_entry.c
    first, last = uow.session.execute(sa.select(sa.func.min(e.at), sa.func.max(e.at))).one()
    months: list[date] = []
    month = None if last is None else local_date(last).replace(day=1)
    while month is not None and month >= local_date(first).replace(day=1):
        months.append(month)
        month = add_months(month, -1)
    return tuple(months)


def get_entry(uow: UnitOfWork, seq: int) -> AuditDetail:
    """One entry with its values; what the reader may not know stays hidden, a reason that may tell it too.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, READ_AUDIT)
    entry = uow.session.execute(_entries(uow).where(audit_entry.c.seq == seq)).one_or_none()
    if entry is None:
        raise UserError(
            "not_found",
            label("errors", "Nhật ký không có dòng {seq}. Xem số dòng bằng lệnh audit list."),
            seq=seq,
        )
    v = audit_value.c
    columns = (v.ord, v.table_name, v.record_id, v.column_name, v.privacy, v.before, v.after, v.salt)
    held: sa.Select[Any] = sa.select(*columns).where(v.entry_seq == seq).order_by(v.ord)
    told, eyes = _row(*entry), _Eyes.of(uow)
    return AuditDetail(told, tuple(_value(eyes, told, row) for row in uow.session.execute(held)))


def list_done_under(uow: UnitOfWork, break_glass_id: str) -> tuple[AuditRow, ...]:
    """Everything done while the glass was broken and because of it, in the order it was done.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, REVIEW_BREAK_GLASS)
    glass = uow.get(BreakGlass, break_glass_id)
    e = audit_entry.c
    meanwhile = (e.user_id == glass.user_id, e.at >= glass.started_at, e.at <= glass.until_at)
    causes, found = {break_glass_id}, []
    for entry in uow.session.execute(_entries(uow).where(*meanwhile).order_by(e.seq)):
        row = _row(*entry)
        if row.caused_by in causes:
            causes.add(row.entry_id)
            found.append(row)
    return tuple(found)


def _month(first_day: str) -> tuple[datetime, datetime]:
    """From when to when the month of that first day is."""
    first = date.fromisoformat(first_day)
    begin, end = (datetime.combine(day, time(), LOCAL) for day in (first, add_months(first, 1)))
    return begin.astimezone(UTC), end.astimezone(UTC)


def _entries(uow: UnitOfWork) -> sa.Select[Any]:
    """Entries with the name of who acted and the reason as the actor reads it, in the order of ``AuditRow``."""
    e, v = audit_entry.c, audit_value.c
    reason = sa.and_(v.entry_seq == e.seq, v.ord == 0, _is_reason())
    # Whose grant was used, and about whom a look of the closed list was, would tell all but the head who stands on
    # it; why it was, in free words, tells as much.
    is_other = sa.literal(Role.HEAD not in uow.actor.roles)
    cause = _unless(sa.and_(is_other, e.verb == USE_GRANT.id), e.caused_by)
    is_closed = sa.and_(is_other, sa.or_(*(e.verb.contains(f".{word}", autoescape=True) for word in CLOSED_WORDS)))
    table, record = (_unless(is_closed, one) for one in (e.table_name, e.record_id))
    joined = sa.outerjoin(audit_entry, UserAccount, UserAccount.id == e.user_id).outerjoin(audit_value, reason)
    is_hidden = sa.and_(v.after.is_not(None), sa.or_(is_closed, _Eyes.of(uow).hides_reason()))
    why = sa.case((is_hidden, sa.literal(str(MASK))), else_=v.after)
    columns = (
        e.seq,
        e.id,
        e.at,
        e.user_id,
        UserAccount.name,
        e.roles,
        e.device,
        e.verb,
        cause,
        table,
        record,
        why,
    )
    return sa.select(*columns).select_from(joined)


def _unless(is_hidden: sa.ColumnElement[bool], column: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
    return sa.case((is_hidden, sa.null()), else_=column).label(column.key)


def _row(*columns: Any) -> AuditRow:
    """One entry; a hidden reason is a word of the program, said in the language of whoever reads it."""
    row = AuditRow(*columns)
    return replace(row, reason=MASK) if row.reason == MASK else row


def _is_reason() -> sa.ColumnElement[bool]:
    return sa.and_(audit_value.c.table_name == audit_entry.name, audit_value.c.column_name == REASON_COLUMN)


def _value(eyes: _Eyes, entry: AuditRow, row: sa.Row[Any]) -> AuditValue:
    # The reason stands in the list of entries too, masked there by what the entry touched.
    is_reason = (row.table_name, row.column_name) == (audit_entry.name, REASON_COLUMN)
    is_masked = entry.reason == MASK if is_reason else not eyes.sees(row.table_name, row.privacy)
    before, after = (MASK if is_masked and text is not None else text for text in (row.before, row.after))
    erased = row.salt is None
    where = (row.ord, row.table_name, row.record_id, row.column_name, row.privacy)
    return AuditValue(*where, before, after, is_masked, erased)
