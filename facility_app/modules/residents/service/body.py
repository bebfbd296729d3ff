"""Verbs about marks and photos."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.ports import SealedFile
from facility_app.modules.residents.domain import DESCRIBE_BODY
from facility_app.modules.residents.domain.body import Mark, Photo, Pose, checked_mark, checked_photo
from facility_app.modules.residents.domain.files import PICTURES, Attachment, AttachmentKind
from facility_app.modules.residents.service.entries import AddEntry, EditEntry, Entries, Saved
from facility_app.modules.residents.service.files import SealedEntries
from facility_app.modules.residents.tables.body import BodyMark, ResidentPhoto

MARKS: Final = Entries(BodyMark, checked_mark)
PHOTOS: Final = Entries(ResidentPhoto, checked_photo)


@dataclass(frozen=True, slots=True)
class AddPhoto:
    """A photo that lies sealed already.

    Attributes:
        sealed: what the store answered.
        taken_on: when.
    """

    resident_id: str
    sealed: SealedFile
    pose: Pose
    taken_on: date


def add_mark(uow: UnitOfWork, command: AddEntry[Mark]) -> Saved:
    """Write down a mark seen on somebody's body.

    Raises:
        UserError: ``not_found``; as ``checked_mark``.
    """
    require(uow, DESCRIBE_BODY)
    with uow.act("residents.add_mark") as act:
        return MARKS.add(uow, act, command)


def edit_mark(uow: UnitOfWork, command: EditEntry[Mark]) -> Saved:
    """Correct a mark; one that changed is seen again, on another day.

    Raises:
        UserError: ``not_found``; as ``checked_mark``.
        ConflictError: ``record_changed``.
    """
    require(uow, DESCRIBE_BODY)
    with uow.act("residents.edit_mark") as act:
        return MARKS.edit(uow, act, command)


def add_photo(uow: UnitOfWork, command: AddPhoto) -> Saved:
    """Put a photo into somebody's file; the latest from the front stands in the header.

    Raises:
        UserError: ``not_found``; ``not_a_picture``; ``day_out_of_range``.
    """
    require(uow, DESCRIBE_BODY)
    if command.sealed.media_type not in PICTURES:
        raise UserError(
            "not_a_picture", label("errors", "Ảnh phải là tệp JPEG hoặc PNG. Tệp PDF thì đính kèm ở mục tài liệu.")
        )
    with uow.act("residents.add_photo") as act:
        facts = Attachment(AttachmentKind.PHOTO, dated_on=command.taken_on)
        attached = SealedEntries(uow).new(command.resident_id, command.sealed, facts)
        photo = Photo(command.pose, command.taken_on, attached.id)
        return PHOTOS.add(uow, act, AddEntry(command.resident_id, photo))
