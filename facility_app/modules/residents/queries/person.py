"""One person: the header everybody sees, the facts for those who do the paperwork, and as they once stood."""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from facility_app.db.audit import audit_entry, audit_value
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.ports import SealedFile
from facility_app.modules.residents.domain import READ_FILE, READ_HEALTH_FILES, VIEW_RESIDENTS
from facility_app.modules.residents.domain.body import Pose
from facility_app.modules.residents.domain.hidden import without_hidden
from facility_app.modules.residents.domain.person import Person
from facility_app.modules.residents.queries.people import ROW, ResidentRow
from facility_app.modules.residents.tables.body import Attachment, ResidentPhoto
from facility_app.modules.residents.tables.card import ResidentCard
from facility_app.modules.residents.tables.person import Resident


@dataclass(frozen=True, slots=True)
class ResidentHeader:
    """What stands above every tab.

    Attributes:
        row: as on lists.
        photo: the latest from the front, or None.
    """

    row: ResidentRow
    photo: SealedFile | None

    @classmethod
    def of(cls, uow: UnitOfWork, resident_id: str) -> "ResidentHeader":
        """The header of a live person.

        Raises:
            UserError: ``not_found``.
        """
        found = uow.session.execute(sa.select(*ROW).where(ResidentCard.id == resident_id)).one_or_none()
        if found is None:
            raise _not_found(resident_id)
        row = ResidentRow.maker(uow)(*found)
        a, p = Attachment, ResidentPhoto
        photo = uow.session.execute(
            sa.select(a.sha256, a.size_bytes, a.media_type)
            .join(p, p.attachment_id == a.id)
            .where(
                p.resident_id == resident_id, p.pose == Pose.FRONT, p.voided_at.is_(None), a.voided_at.is_(None)
            )
            .order_by(p.taken_on.desc(), p.id.desc())
            .limit(1)
        ).one_or_none()
        return cls(row, None if photo is None else SealedFile(*photo))


@dataclass(frozen=True, slots=True)
class ResidentDetail:
    """One person's own facts, with what a decision about them and a conflict need.

    Attributes:
        version: goes back with the decision.
        person: as kept now; clinical facts are None for whoever may not read those.
        updated_at: the last save; ``get_resident_at`` takes it to say what a stale form began from.
        updated_by: who saved.
    """

    resident_id: str
    code: str
    version: int
    updated_at: datetime
    updated_by: str
    person: Person = field(repr=False)


def get_header(uow: UnitOfWork, resident_id: str) -> ResidentHeader:
    """The header again after a change; to open a person's page is a verb, ``open_resident``.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_RESIDENTS)
    return ResidentHeader.of(uow, resident_id)


def get_resident(uow: UnitOfWork, resident_id: str) -> ResidentDetail:
    """The person's own facts as they are now.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, READ_FILE)
    return _detail(uow, resident_id)


def list_education_levels(uow: UnitOfWork, resident_ids: Sequence[str]) -> dict[str, str | None]:
    """How far each of these people went to school, a code of form III-05 mục 11; None where nobody knows."""
    require(uow, VIEW_RESIDENTS)
    asked = sa.select(Resident.id, Resident.education_level).where(
        Resident.id.in_(resident_ids), Resident.voided_at.is_(None)
    )
    return {row.id: row.education_level for row in uow.session.execute(asked)}


def get_resident_at(uow: UnitOfWork, resident_id: str, seen_at: datetime) -> Person:
    """The facts as they stood at ``seen_at``: with what is typed and what is kept, the third side of a conflict.

    What was erased from the trail since stays as it is now.

    Args:
        uow: the unit of work.
        resident_id: whom.
        seen_at: ``updated_at`` of the detail the form began from.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, READ_FILE)
    now = _detail(uow, resident_id).person
    v, e = audit_value.c, audit_entry.c
    later = (
        sa.select(v.column_name, v.before)
        .join(audit_entry, e.seq == v.entry_seq)
        .where(v.table_name == Resident.__tablename__, v.record_id == resident_id, e.at > seen_at)
        .where(v.salt.is_not(None))
        .order_by(v.entry_seq.desc(), v.ord.desc())
    )
    facts = {one.name: getattr(now, one.name) for one in fields(Person)}
    for column, before in uow.session.execute(later):
        if column in facts:
            facts[column] = _value(uow, column, before)
    return _seen(uow, Person(**facts))


def _seen(uow: UnitOfWork, person: Person) -> Person:
    return person if uow.actor.may(READ_HEALTH_FILES) else without_hidden(person)


def _detail(uow: UnitOfWork, resident_id: str) -> ResidentDetail:
    c = sa.inspect(Resident).local_table.c
    facts = [one.name for one in fields(Person)]
    found = uow.session.execute(
        sa.select(c.id, c.code, c.version, c.updated_at, c.updated_by, *(c[name] for name in facts)).where(
            c.id == resident_id, c.voided_at.is_(None)
        )
    ).one_or_none()
    if found is None:
        raise _not_found(resident_id)
    person = Person(**dict(zip(facts, found[-len(facts) :], strict=True)))
    return ResidentDetail(*[*found[: -len(facts)], _seen(uow, person)])


def _value(uow: UnitOfWork, column_name: str, text: str | None) -> Any:
    """What a column held, from the text the trail keeps of it."""
    if text is None:
        return None
    column = sa.inspect(Resident).local_table.c[column_name]
    if isinstance(column.type, sa.Integer):
        return int(text)
    dialect = uow.session.connection().dialect
    read = column.type.dialect_impl(dialect).result_processor(dialect, None)
    return text if read is None else read(text)


def _not_found(resident_id: str) -> UserError:
    return UserError(
        "not_found",
        label("errors", "Không tìm thấy người cai nghiện {id}. Có thể hồ sơ đã bị gạch bỏ; hãy tìm lại theo tên."),
        id=resident_id,
    )
