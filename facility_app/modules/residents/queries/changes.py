"""The history of every field of a person: read from the trail, with what the reader may not see masked."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.audit import REASON_COLUMN, audit_entry, audit_value
from facility_app.db.page import Listing, page
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.actor import Permission
from facility_app.kernel.names import HIDDEN
from facility_app.kernel.paging import Page, PageRequest, Sort
from facility_app.kernel.privacy import Privacy
from facility_app.modules.residents.domain import (
    READ_FILE,
    READ_HEALTH_ALERTS,
    READ_HEALTH_FILES,
    READ_HISTORY,
    READ_KEEP_APART,
    READ_SUBSTANCES,
    VIEW_RESIDENTS,
)
from facility_app.modules.residents.tables import body, past, person
from facility_app.modules.residents.tables.person import OfResident

MASK: Final = HIDDEN * 4
_NEVER_SHOWN: Final = frozenset({Privacy.HIV, Privacy.SECRET, Privacy.DRUG_TEST})

_RIGHTS: Final[dict[str, Permission]] = {
    person.Resident.__tablename__: READ_FILE,
    person.ResidentAlias.__tablename__: VIEW_RESIDENTS,
    person.ResidentPaper.__tablename__: READ_FILE,
    person.ResidentAddress.__tablename__: READ_FILE,
    person.Relative.__tablename__: READ_FILE,
    person.LegalRecord.__tablename__: READ_FILE,
    body.BodyMark.__tablename__: VIEW_RESIDENTS,
    body.ResidentPhoto.__tablename__: VIEW_RESIDENTS,
    # A title of a scan can name an illness, an alert can be one: whoever may see some must not read all.
    body.Attachment.__tablename__: READ_HEALTH_FILES,
    past.ResidentAlert.__tablename__: READ_HEALTH_ALERTS,
    past.SubstanceUse.__tablename__: READ_SUBSTANCES,
    past.RehabHistory.__tablename__: READ_SUBSTANCES,
    past.KeepApartPair.__tablename__: READ_KEEP_APART,
}
"""Table → who may read what stood in it."""
_VOID_REASON: Final = "void_reason"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after, as text.

    Attributes:
        is_masked: whether the words are hidden from this reader.
        is_erased: whether a data subject's right removed them.
    """

    table: str
    record_id: str
    column: str
    before: str | None = field(repr=False)
    after: str | None = field(repr=False)
    is_masked: bool
    is_erased: bool


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One decision that changed something of a person.

    Attributes:
        user_id: who; the accounts' slice knows the name.
        verb: what was decided.
        reason: why, in that person's words; None when none was given, and when it was erased; masked when the
            decision touched anything this reader may not read, for the words may name it.
    """

    entry_id: str
    seq: int
    at: datetime
    user_id: str
    roles: str
    device: str
    verb: str
    reason: str | None = field(repr=False)
    values: tuple[FieldChange, ...] = ()


def list_changes(uow: UnitOfWork, resident_id: str, request: PageRequest) -> Page[ChangeRow]:
    """Everything ever changed about a person, the newest first; struck-out entries are part of it.

    Raises:
        UserError: ``bad_cursor``.
    """
    require(uow, READ_HISTORY)
    about = _about(resident_id)
    e, v = audit_entry.c, audit_value.c
    reason = sa.and_(
        v.entry_seq == e.seq, v.ord == 0, v.table_name == audit_entry.name, v.column_name == REASON_COLUMN
    )
    entries = (
        sa.select(e.id, e.seq, e.at, e.user_id, e.roles, e.device, e.verb, v.after)
        .select_from(sa.outerjoin(audit_entry, audit_value, reason))
        .where(e.seq.in_(sa.select(v.entry_seq).where(about)))
    )
    listing = Listing(entries, e.id, {"seq": e.seq}, (Sort("seq", descending=True),))
    found = page(uow.session, listing, replace(request, sort=()), ChangeRow)
    values, walled = _values(uow, about, [row.seq for row in found.rows])
    rows = (replace(row, values=values.get(row.seq, ())) for row in found.rows)
    return replace(found, rows=tuple(_without_reason(row) if row.seq in walled else row for row in rows))


def _about(resident_id: str) -> sa.ColumnElement[bool]:
    """Values of the person and of every record about them."""
    v, pair = audit_value.c, past.KeepApartPair
    mine: list[sa.ColumnElement[bool]] = [
        sa.and_(v.table_name == person.Resident.__tablename__, v.record_id == resident_id),
        sa.and_(
            v.table_name == pair.__tablename__,
            v.record_id.in_(
                sa.select(pair.id).where(sa.or_(pair.first_id == resident_id, pair.second_id == resident_id))
            ),
        ),
    ]
    for record in OfResident.__subclasses__():
        own = sa.select(record.id).where(record.resident_id == resident_id)
        mine.append(sa.and_(v.table_name == record.__tablename__, v.record_id.in_(own)))
    return sa.or_(*mine)


def _without_reason(row: ChangeRow) -> ChangeRow:
    return row if row.reason is None else replace(row, reason=MASK)


def _values(
    uow: UnitOfWork, about: sa.ColumnElement[bool], seqs: Sequence[int]
) -> tuple[dict[int, tuple[FieldChange, ...]], set[int]]:
    """Values about the person by entry, and the entries that touched anything the actor may not read."""
    v = audit_value.c
    columns: tuple[Any, ...] = (
        *(v.entry_seq, v.table_name, v.record_id, v.column_name, v.privacy),
        *(v.before, v.after, v.salt, about.label("is_about")),
    )
    found = sa.select(*columns).where(v.entry_seq.in_(seqs), v.table_name != audit_entry.name)
    made: dict[int, tuple[FieldChange, ...]] = {}
    walled: set[int] = set()
    for row in uow.session.execute(found.order_by(v.entry_seq, v.ord)):
        is_masked = _is_masked(uow, row.table_name, row.column_name, Privacy(row.privacy))
        if is_masked:
            walled.add(row.entry_seq)
        if row.is_about:
            made[row.entry_seq] = (*made.get(row.entry_seq, ()), _change(row, is_masked=is_masked))
    return made, walled


def _is_masked(uow: UnitOfWork, table: str, column: str, privacy: Privacy) -> bool:
    right = _RIGHTS.get(table, VIEW_RESIDENTS)
    if privacy in _NEVER_SHOWN or not uow.actor.may(right):
        return True
    # Where the table's own right is not one to clinical words, its clinical columns need that right besides; why
    # an entry was struck out is as private as the entry.
    is_clinical = privacy is Privacy.CLINICAL and column != _VOID_REASON
    return is_clinical and right in {READ_FILE, VIEW_RESIDENTS} and not uow.actor.may(READ_HEALTH_FILES)


def _change(row: sa.Row[Any], *, is_masked: bool) -> FieldChange:
    before, after = (MASK if is_masked and text is not None else text for text in (row.before, row.after))
    return FieldChange(
        row.table_name, row.record_id, row.column_name, before, after, is_masked, is_erased=row.salt is None
    )
