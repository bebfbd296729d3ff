"""The one verb that strikes out an entry written by mistake, whatever list it stands in."""

from dataclasses import dataclass, field
from typing import Final

from facility_app.db.base import Record
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.actor import Permission
from facility_app.modules.residents.domain import (
    ATTACH_FILES,
    DESCRIBE_BODY,
    EDIT_IDENTITY,
    EDIT_SUBSTANCES,
    KEEP_APART,
    RAISE_ALERTS,
    RIGHT_TO_FILE,
    RIGHT_TO_WARN,
)
from facility_app.modules.residents.domain.entries import EntryKind
from facility_app.modules.residents.domain.files import require_document
from facility_app.modules.residents.service.cards import Cards
from facility_app.modules.residents.tables import body, past, person
from facility_app.modules.residents.tables.person import OfResident

RIGHT_TO_VOID: Final[dict[EntryKind, Permission]] = {
    EntryKind.ALIAS: EDIT_IDENTITY,
    EntryKind.PAPER: EDIT_IDENTITY,
    EntryKind.ADDRESS: EDIT_IDENTITY,
    EntryKind.RELATIVE: EDIT_IDENTITY,
    EntryKind.LEGAL_RECORD: EDIT_IDENTITY,
    EntryKind.MARK: DESCRIBE_BODY,
    EntryKind.PHOTO: DESCRIBE_BODY,
    EntryKind.SUBSTANCE: EDIT_SUBSTANCES,
    EntryKind.REHAB: EDIT_SUBSTANCES,
    EntryKind.ALERT: RAISE_ALERTS,
    EntryKind.KEEP_APART: KEEP_APART,
    EntryKind.ATTACHMENT: ATTACH_FILES,
}
RECORDS: Final[dict[EntryKind, type[Record]]] = {
    EntryKind.ALIAS: person.ResidentAlias,
    EntryKind.PAPER: person.ResidentPaper,
    EntryKind.ADDRESS: person.ResidentAddress,
    EntryKind.RELATIVE: person.Relative,
    EntryKind.LEGAL_RECORD: person.LegalRecord,
    EntryKind.MARK: body.BodyMark,
    EntryKind.PHOTO: body.ResidentPhoto,
    EntryKind.SUBSTANCE: past.SubstanceUse,
    EntryKind.REHAB: past.RehabHistory,
    EntryKind.ALERT: past.ResidentAlert,
    EntryKind.KEEP_APART: past.KeepApartPair,
    EntryKind.ATTACHMENT: body.Attachment,
}


@dataclass(frozen=True, slots=True)
class VoidEntry:
    """An entry written by mistake.

    Attributes:
        version: as the user saw it.
        reason: why it was a mistake.
    """

    kind: EntryKind
    entry_id: str
    version: int
    reason: str = field(repr=False)


def void_entry(uow: UnitOfWork, command: VoidEntry) -> None:
    """Strike an entry out; it stays in the history with who, when and why.

    Raises:
        UserError: ``not_found``; ``reason_missing``; ``photo_goes_elsewhere``.
        PermissionDenied: the list, or an entry of this kind in it, is not the actor's.
        ConflictError: ``record_changed``.
    """
    require(uow, RIGHT_TO_VOID[command.kind])
    with uow.act("residents.void_entry", reason=command.reason) as act:
        found = uow.get(RECORDS[command.kind], command.entry_id, version=command.version)
        if isinstance(found, past.ResidentAlert):
            require(uow, RIGHT_TO_WARN[found.kind])
        if isinstance(found, body.Attachment):
            require_document(found.kind)
            require(uow, RIGHT_TO_FILE[found.kind])
        act.about(found)
        uow.void(found, command.reason)
        if isinstance(found, body.ResidentPhoto):
            uow.void(uow.get(body.Attachment, found.attachment_id), command.reason)
        if isinstance(found, OfResident):
            Cards(uow).refresh(found.resident_id)
