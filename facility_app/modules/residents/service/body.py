"""Verbs about marks and photos."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from facility_app.db.attachments import file_store, keep_file
from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.residents.domain import DESCRIBE_BODY
from facility_app.modules.residents.domain.body import Mark, Photo, Pose, checked_mark, checked_photo
from facility_app.modules.residents.domain.files import Attachment, AttachmentKind, require_picture
from facility_app.modules.residents.service.entries import AddEntry, EditEntry, Entries, Saved
from facility_app.modules.residents.service.files import SealedEntries
from facility_app.modules.residents.tables.body import BodyMark, ResidentPhoto

MARKS: Final = Entries(BodyMark, checked_mark)
PHOTOS: Final = Entries(ResidentPhoto, checked_photo)


@dataclass(frozen=True, slots=True)
class AddPhoto:
    """A photo.

    Attributes:
        content: the file as it is.
        taken_on: when.
    """

    resident_id: str
    content: bytes = field(repr=False)
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
        UserError: ``not_a_picture``; ``day_out_of_range``; as ``SealedEntries.new``.
        EnvironmentFault: what the disk says.
    """
    require(uow, DESCRIBE_BODY)
    require_picture(file_store(uow).weigh(len(command.content), command.content))
    with uow.act("residents.add_photo") as act:
        row = SealedEntries(uow).new(command.resident_id, command.content, Attachment(AttachmentKind.PHOTO))
        photo = Photo(command.pose, command.taken_on, row.id)
        saved = PHOTOS.add(uow, act, AddEntry(command.resident_id, photo))
        keep_file(uow, command.content)
    return saved
