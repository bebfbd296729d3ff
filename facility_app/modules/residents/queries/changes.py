"""The history of every field of a person: read from the trail, with what the reader may not see masked."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.audit import REASON_COLUMN, audit_entry, audit_value
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.actor import Permission
from facility_app.kernel.names import HIDDEN
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
_NEVER_EMPTY: Final = frozenset(
    (name, column.name)
    for name in _RIGHTS
    for column in person.Resident.metadata.tables[name].columns
    if not column.nullable
)
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
    """One line of the history: a field before and after, all fields of a record written new, or a decision alone.

    Attributes:
        line_id: the decision's number and, after a point, that of its first value; what a list asks for it by.
        user_id: who; the accounts' slice knows the name.
        verb: what was decided.
        reason: why, in that person's words; None when none was given, and when it was erased; masked when the
            decision touched anything this reader may not read, for the words may name it.
        values: none where the decision changed nothing that people read.
        is_new: whether the record was written then.
    """

    line_id: str
    seq: int
    at: datetime
    user_id: str
    roles: str
    device: str
    verb: str
    reason: str | None = field(repr=False)
    values: tuple[FieldChange, ...] = ()
    is_new: bool = False


def list_change_ids(uow: UnitOfWork, resident_id: str, shown: Collection[str]) -> tuple[str, ...]:
    """Every line ever written about a person, the newest decision first; struck-out entries are part of it.

    Only places of values are read, no words: ten thousand lines are as many numbers.

    Args:
        uow: the unit of work.
        resident_id: whom.
        shown: columns people read; stamps and keys of the program are none.
    """
    require(uow, READ_HISTORY)
    v = audit_value.c
    places = sa.select(*_PLACE).where(_about(resident_id)).order_by(v.entry_seq.desc(), v.ord)
    decisions = groupby(uow.session.execute(places), attrgetter("entry_seq"))
    return tuple(_line_id(line) for _seq, values in decisions for line, _ in _lines(values, shown))


def list_change_rows(
    uow: UnitOfWork, resident_id: str, shown: Collection[str], wanted: Sequence[str]
) -> tuple[ChangeRow, ...]:
    """Those lines, in the order asked for; nothing but the decisions they stand in is read."""
    require(uow, READ_HISTORY)
    seqs = sorted({int(one.partition(".")[0]) for one in wanted})
    v = audit_value.c
    columns = (*_PLACE, v.privacy, v.before, v.after, _about(resident_id).label("is_about"))
    found = sa.select(*columns).where(v.entry_seq.in_(seqs), v.table_name != audit_entry.name)
    decisions = _decisions(uow, seqs)
    made: dict[str, ChangeRow] = {}
    in_order = uow.session.execute(found.order_by(v.entry_seq, v.ord))
    for seq, each in groupby(in_order, attrgetter("entry_seq")):
        values = list(each)
        decision = decisions[seq]
        if any(_is_masked(uow, one) for one in values):
            decision = replace(decision, reason=None if decision.reason is None else MASK)
        for line, is_new in _lines((one for one in values if one.is_about), shown):
            told = tuple(_change(uow, one) for one in line if one.column_name in shown)
            made[_line_id(line)] = replace(decision, line_id=_line_id(line), values=told, is_new=is_new)
    return tuple(made[one] for one in wanted if one in made)


_v = audit_value.c
_PLACE: Final[tuple[Any, ...]] = (
    *(_v.entry_seq, _v.ord, _v.table_name, _v.record_id, _v.column_name),
    *(_v.before.is_(None).label("was_empty"), _v.salt.is_(None).label("is_erased")),
)
"""Where a value stands, and whether anything stood there before."""


def _lines(values: Iterable[sa.Row[Any]], shown: Collection[str]) -> Iterator[tuple[list[sa.Row[Any]], bool]]:
    """The values of one decision line by line, with whether it tells of a record written new.

    A decision without anything people read is a line too: nothing that was decided is left out.
    """
    every, is_told = list(values), False
    for _record, each in groupby(every, attrgetter("table_name", "record_id")):
        whole = list(each)
        is_new, read = _is_new(whole), [one for one in whole if one.column_name in shown]
        yield from ((line, is_new) for line in ([read] if is_new and read else [[one] for one in read]))
        is_told = is_told or bool(read)
    if every and not is_told:
        yield every[:1], False


def _is_new(values: Iterable[sa.Row[Any]]) -> bool:
    """Whether a column that is never empty was: then the record was not there before."""
    return any(
        one.was_empty and not one.is_erased and (one.table_name, one.column_name) in _NEVER_EMPTY for one in values
    )


def _line_id(line: Sequence[sa.Row[Any]]) -> str:
    return f"{line[0].entry_seq}.{line[0].ord}"


def _decisions(uow: UnitOfWork, seqs: Sequence[int]) -> dict[int, ChangeRow]:
    e, v = audit_entry.c, audit_value.c
    reason = sa.and_(
        v.entry_seq == e.seq, v.ord == 0, v.table_name == audit_entry.name, v.column_name == REASON_COLUMN
    )
    found = (
        sa.select(e.seq, e.at, e.user_id, e.roles, e.device, e.verb, v.after)
        .select_from(sa.outerjoin(audit_entry, audit_value, reason))
        .where(e.seq.in_(seqs))
    )
    return {row.seq: ChangeRow("", *row) for row in uow.session.execute(found)}


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


def _is_masked(uow: UnitOfWork, value: sa.Row[Any]) -> bool:
    right, privacy = _RIGHTS.get(value.table_name, VIEW_RESIDENTS), Privacy(value.privacy)
    if privacy in _NEVER_SHOWN or not uow.actor.may(right):
        return True
    # Where the table's own right is not one to clinical words, its clinical columns need that right besides; why
    # an entry was struck out is as private as the entry.
    is_clinical = privacy is Privacy.CLINICAL and value.column_name != _VOID_REASON
    return is_clinical and right in {READ_FILE, VIEW_RESIDENTS} and not uow.actor.may(READ_HEALTH_FILES)


def _change(uow: UnitOfWork, value: sa.Row[Any]) -> FieldChange:
    is_masked = _is_masked(uow, value)
    before, after = (MASK if is_masked and text is not None else text for text in (value.before, value.after))
    place = (value.table_name, value.record_id, value.column_name)
    return FieldChange(*place, before, after, is_masked, is_erased=value.is_erased)
