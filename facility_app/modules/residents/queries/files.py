"""What is attached to a person: the list of documents and the photos. The contents lie sealed elsewhere."""

from dataclasses import dataclass, field, fields
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from facility_app.db.attachments import NamedFiles
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.ports import SealedFile
from facility_app.kernel.privacy import Privacy
from facility_app.modules.residents.domain import READ_FILE, READ_HEALTH_FILES, VIEW_RESIDENTS
from facility_app.modules.residents.domain.body import Pose
from facility_app.modules.residents.domain.files import Attachment as Facts
from facility_app.modules.residents.domain.files import AttachmentKind
from facility_app.modules.residents.tables.body import Attachment, ResidentPhoto


@dataclass(frozen=True, slots=True)
class AttachmentRow:
    """One document; to open it is a verb, ``open_attachment``.

    Attributes:
        version: goes back with the decision about it.
        facts: what is said about it.
        size_bytes: of its content.
        attached_at: when.
        attached_by: by whom, an account's id.
    """

    attachment_id: str
    version: int
    size_bytes: int
    media_type: str
    attached_at: datetime
    attached_by: str
    facts: Facts = field(repr=False)


@dataclass(frozen=True, slots=True)
class PhotoRow:
    """One photo; to look at it large is a verb, ``open_attachment``.

    Attributes:
        attachment_id: the file, as that verb asks for it.
        sealed: where its content is found.
    """

    photo_id: str
    attachment_id: str
    version: int
    pose: Pose
    taken_on: date
    sealed: SealedFile


def list_attachments(uow: UnitOfWork, resident_id: str) -> tuple[AttachmentRow, ...]:
    """Documents of the classes the actor may open, the newest first; photos have their own list."""
    require(uow, VIEW_RESIDENTS)
    rights = {Privacy.IDENTITY: READ_FILE, Privacy.CLINICAL: READ_HEALTH_FILES}
    seen = [privacy for privacy, right in rights.items() if uow.actor.may(right)]
    a, names = Attachment, [one.name for one in fields(Facts)]
    columns: tuple[Any, ...] = (a.id, a.version, a.size_bytes, a.media_type, a.created_at, a.created_by)
    found = (
        sa.select(*columns, *(getattr(a, name) for name in names))
        .where(a.resident_id == resident_id, a.voided_at.is_(None))
        .where(a.privacy.in_(seen), a.kind != AttachmentKind.PHOTO)
        .order_by(a.created_at.desc(), a.id.desc())
    )
    return tuple(
        AttachmentRow(*[*row[: -len(names)], Facts(*row[-len(names) :])]) for row in uow.session.execute(found)
    )


def list_photos(uow: UnitOfWork, resident_id: str) -> tuple[PhotoRow, ...]:
    """Photos of every pose, the newest first."""
    require(uow, VIEW_RESIDENTS)
    p, a = ResidentPhoto, Attachment
    columns: tuple[Any, ...] = (
        *(p.id, p.attachment_id, p.version, p.pose, p.taken_on),
        *(a.sha256, a.size_bytes, a.media_type),
    )
    found = (
        sa.select(*columns)
        .join(a, a.id == p.attachment_id)
        .where(p.resident_id == resident_id, p.voided_at.is_(None), a.voided_at.is_(None))
        .order_by(p.taken_on.desc(), p.id.desc())
    )
    return tuple(PhotoRow(*[*row[:5], SealedFile(*row[5:])]) for row in uow.session.execute(found))


def answer_named_files(uow: UnitOfWork, _asked: NamedFiles) -> frozenset[str]:
    """Every content that a document or photo names; struck-out ones stay in the file, and so do theirs."""
    require(uow, VIEW_RESIDENTS)
    return frozenset(uow.session.scalars(sa.select(Attachment.sha256)))
