"""Verbs about documents: right and wall first, then the row, and last of all the content is sealed.

Sealing the largest file holds up the writer for some tenths of a second. In return one decision is one thing: what
is refused leaves no file behind, and no file waits for a form that may never be saved.
"""

import hashlib
from dataclasses import dataclass, field
from typing import Final

import sqlalchemy as sa

from facility_app.db.attachments import file_store, keep_file
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.ports import SealedFile
from facility_app.kernel.privacy import Privacy
from facility_app.modules.residents.domain import (
    ATTACH_FILES,
    READ_FILE,
    READ_HEALTH_FILES,
    RIGHT_TO_FILE,
    VIEW_RESIDENTS,
)
from facility_app.modules.residents.domain.files import (
    Attachment,
    checked_attachment,
    privacy_of,
    require_document,
)
from facility_app.modules.residents.service.entries import EditEntry, Entries, Saved
from facility_app.modules.residents.tables.body import Attachment as AttachmentRecord
from facility_app.modules.residents.tables.body import ResidentPhoto
from facility_app.modules.residents.tables.person import OfResident, Resident

ATTACHMENTS: Final = Entries(
    AttachmentRecord, checked_attachment, derived=lambda facts: {"privacy": privacy_of(facts.kind)}
)


@dataclass(frozen=True, slots=True)
class AttachFile:
    """A document.

    Attributes:
        content: the file as it is.
        facts: what it is.
    """

    resident_id: str
    content: bytes = field(repr=False)
    facts: Attachment = field(repr=False)


@dataclass(frozen=True, slots=True)
class SealedEntries:
    """Rows about sealed files, within one unit of work."""

    uow: UnitOfWork

    def new(self, resident_id: str, content: bytes, facts: Attachment) -> OfResident:
        """A row about a file that is not yet in this person's; ``keep_file`` is the caller's, last of all.

        Raises:
            UserError: ``not_found``; ``file_attached_already``; ``file_too_large``, ``file_kind_unknown``,
                ``file_empty``; as ``checked_attachment``.
        """
        self.uow.get(Resident, resident_id)
        media_type = file_store(self.uow).weigh(len(content), content)
        sha256 = hashlib.sha256(content).hexdigest()
        self._require_once(resident_id, sha256)
        made = ATTACHMENTS.new(
            self.uow, resident_id, facts, sha256=sha256, size_bytes=len(content), media_type=media_type
        )
        self.uow.session.flush()
        return made

    def _require_once(self, resident_id: str, sha256: str) -> None:
        a = AttachmentRecord
        twice = sa.select(a.id).where(a.resident_id == resident_id, a.sha256 == sha256, a.voided_at.is_(None))
        if self.uow.session.scalar(twice) is not None:
            raise UserError(
                "file_attached_already",
                label(
                    "errors",
                    "Tệp này đã có trong hồ sơ của người này. Hãy chọn tệp khác, hoặc sửa tên tài liệu cũ.",
                ),
            )


def attach_file(uow: UnitOfWork, command: AttachFile) -> Saved:
    """Put a document into somebody's file; a photo of them is ``add_photo``.

    Raises:
        UserError: ``photo_goes_elsewhere``; as ``SealedEntries.new``.
        PermissionDenied: a kind of document that is not this role's, ``RIGHT_TO_FILE``.
        EnvironmentFault: what the disk says.
    """
    require(uow, ATTACH_FILES)
    require_document(command.facts.kind)
    require(uow, RIGHT_TO_FILE[command.facts.kind])
    with uow.act("residents.attach_file") as act:
        made = SealedEntries(uow).new(command.resident_id, command.content, command.facts)
        act.about(made)
        keep_file(uow, command.content)
    return Saved(made.id, made.version)


def edit_attachment(uow: UnitOfWork, command: EditEntry[Attachment]) -> Saved:
    """Correct what is said about a document; a photo is none, and none becomes a photo.

    Raises:
        UserError: ``not_found``; ``photo_goes_elsewhere``; as ``checked_attachment``.
        PermissionDenied: the kind it was or is to be is not this role's, ``RIGHT_TO_FILE``.
        ConflictError: ``record_changed``.
    """
    require(uow, ATTACH_FILES)
    with uow.act("residents.edit_attachment") as act:
        for kind in (uow.get(AttachmentRecord, command.entry_id).kind, command.facts.kind):
            require_document(kind)
            require(uow, RIGHT_TO_FILE[kind])
        return ATTACHMENTS.edit(uow, act, command)


def open_attachment(uow: UnitOfWork, attachment_id: str, purpose: str = "") -> SealedFile:
    """Open a document or a photo: the look is written to the trail, the answer says what to ask of the store.

    A photo is whatever stands among the live photos of a person; what somebody called the file opens nothing.

    Raises:
        UserError: ``not_found``.
        PermissionDenied: the document lies behind a wall.
    """
    require(uow, VIEW_RESIDENTS)
    found = uow.get(AttachmentRecord, attachment_id)
    if found.privacy is Privacy.CLINICAL:
        require(uow, READ_HEALTH_FILES)
    elif not _is_photo(uow, found.id):
        require(uow, READ_FILE)
    with uow.act("residents.open_attachment", reason=purpose.strip() or None) as act:
        act.about(found)
    return SealedFile(found.sha256, found.size_bytes, found.media_type)


def _is_photo(uow: UnitOfWork, attachment_id: str) -> bool:
    p = ResidentPhoto
    there = sa.select(p.id).where(p.attachment_id == attachment_id, p.voided_at.is_(None)).limit(1)
    return uow.session.scalar(there) is not None
