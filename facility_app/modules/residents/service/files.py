"""Verbs about documents. Their contents are sealed before: a large one must not hold up the writer."""

from dataclasses import dataclass, field
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.ports import SealedFile
from facility_app.kernel.privacy import Privacy
from facility_app.modules.residents.domain import ATTACH_FILES, READ_FILE, READ_HEALTH_FILES, VIEW_RESIDENTS
from facility_app.modules.residents.domain.files import Attachment, AttachmentKind, checked_attachment, privacy_of
from facility_app.modules.residents.service.entries import EditEntry, Entries, Saved
from facility_app.modules.residents.tables.body import Attachment as AttachmentRecord
from facility_app.modules.residents.tables.body import ResidentPhoto
from facility_app.modules.residents.tables.person import OfResident, Resident

ATTACHMENTS: Final = Entries(
    AttachmentRecord, checked_attachment, derived=lambda facts: {"privacy": privacy_of(facts.kind)}
)


@dataclass(frozen=True, slots=True)
class AttachFile:
    """A document that lies sealed already.

    Attributes:
        sealed: what the store answered.
        facts: what it is.
    """

    resident_id: str
    sealed: SealedFile
    facts: Attachment = field(repr=False)


@dataclass(frozen=True, slots=True)
class SealedEntries:
    """Rows about sealed files, within one unit of work."""

    uow: UnitOfWork

    def new(self, resident_id: str, sealed: SealedFile, facts: Attachment) -> OfResident:
        """A row about a file that is not yet in this person's.

        Raises:
            UserError: ``not_found``; ``file_attached_already``; as ``checked_attachment``.
        """
        self.uow.get(Resident, resident_id)
        a = AttachmentRecord
        twice = sa.select(a.id).where(
            a.resident_id == resident_id, a.sha256 == sealed.sha256, a.voided_at.is_(None)
        )
        if self.uow.session.scalar(twice) is not None:
            raise UserError(
                "file_attached_already",
                label(
                    "errors",
                    "Tệp này đã có trong hồ sơ của người này. Hãy chọn tệp khác, hoặc sửa tên tài liệu cũ.",
                ),
            )
        made = ATTACHMENTS.new(
            self.uow,
            resident_id,
            facts,
            sha256=sealed.sha256,
            size_bytes=sealed.size_bytes,
            media_type=sealed.media_type,
        )
        self.uow.session.flush()
        return made


def attach_file(uow: UnitOfWork, command: AttachFile) -> Saved:
    """Put a document into somebody's file; a photo of them is ``add_photo``.

    Raises:
        UserError: ``not_found``; ``photo_goes_elsewhere``; ``file_attached_already``; as ``checked_attachment``.
        PermissionDenied: a medical document, from somebody who may not read one.
    """
    require(uow, ATTACH_FILES)
    _require_no_photo(command.facts.kind)
    _require_wall(uow, privacy_of(command.facts.kind))
    with uow.act("residents.attach_file") as act:
        made = SealedEntries(uow).new(command.resident_id, command.sealed, command.facts)
        act.about(made)
    return Saved(made.id, made.version)


def edit_attachment(uow: UnitOfWork, command: EditEntry[Attachment]) -> Saved:
    """Correct what is said about a document; a photo is none, and none becomes a photo.

    Raises:
        UserError: ``not_found``; ``photo_goes_elsewhere``; as ``checked_attachment``.
        PermissionDenied: a medical document, from somebody who may not read one.
        ConflictError: ``record_changed``.
    """
    require(uow, ATTACH_FILES)
    with uow.act("residents.edit_attachment") as act:
        found = uow.get(AttachmentRecord, command.entry_id)
        _require_wall(uow, found.privacy)
        _require_no_photo(found.kind)
        _require_no_photo(command.facts.kind)
        _require_wall(uow, privacy_of(command.facts.kind))
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


def _require_no_photo(kind: AttachmentKind) -> None:
    if kind is AttachmentKind.PHOTO:
        raise UserError(
            "photo_goes_elsewhere",
            label("errors", "Ảnh người không phải tài liệu đính kèm. Hãy thêm ảnh ở thẻ Ảnh & nhận dạng."),
            fields={"kind": label("errors", "Hãy chọn loại tài liệu khác")},
        )


def _require_wall(uow: UnitOfWork, privacy: Privacy) -> None:
    if privacy is Privacy.CLINICAL:
        require(uow, READ_HEALTH_FILES)
