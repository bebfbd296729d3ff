"""Pictures and scans themselves, for screens: what lies sealed, and whether a chosen file may be."""

from dataclasses import dataclass, field

from facility_app.db.attachments import file_store
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.ports import SealedFile
from facility_app.modules.residents.domain import ATTACH_FILES, DESCRIBE_BODY, VIEW_RESIDENTS
from facility_app.modules.residents.domain.files import require_picture


@dataclass(frozen=True, slots=True)
class ChosenFile:
    """A file somebody chose, as far as it takes to tell whether it can be kept; the verb asks it all again.

    Attributes:
        size_bytes: of the whole.
        beginning: its first bytes, by which its kind is known.
    """

    size_bytes: int
    beginning: bytes = field(repr=False)


def read_content(uow: UnitOfWork, sealed: SealedFile) -> bytes:
    """What a picture or scan holds; whoever asks got ``sealed`` from a verb or a list that asked for its right.

    Raises:
        EnvironmentFault: ``attachment_missing``, ``attachment_damaged``; what the disk says.
    """
    require(uow, VIEW_RESIDENTS)
    return file_store(uow).open(sealed.sha256)


def check_scan(uow: UnitOfWork, chosen: ChosenFile) -> None:
    """Refuse what cannot be attached before a form about it is filled in.

    Raises:
        UserError: ``file_too_large``, ``file_kind_unknown``, ``file_empty``.
    """
    require(uow, ATTACH_FILES)
    file_store(uow).weigh(chosen.size_bytes, chosen.beginning)


def check_photo(uow: UnitOfWork, chosen: ChosenFile) -> None:
    """Refuse what cannot be a photo before its pose is asked for.

    Raises:
        UserError: as ``check_scan``; ``not_a_picture``.
    """
    require(uow, DESCRIBE_BODY)
    require_picture(file_store(uow).weigh(chosen.size_bytes, chosen.beginning))
