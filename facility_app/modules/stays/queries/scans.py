"""Scans of decisions themselves, for screens: they lie among the person's documents."""

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.ports import SealedFile
from facility_app.modules.residents.api import ChosenFile, check_scan, read_content
from facility_app.modules.stays.domain.rights import RECORD_DECISIONS, VIEW_STAYS


def check_decision_scan(uow: UnitOfWork, size_bytes: int, beginning: bytes) -> None:
    """Refuse what cannot be attached before anything is asked about it, by its size and its first bytes.

    Raises:
        UserError: ``file_too_large``, ``file_kind_unknown``, ``file_empty``.
    """
    require(uow, RECORD_DECISIONS)
    check_scan(uow, ChosenFile(size_bytes, beginning))


def read_decision_scan(uow: UnitOfWork, sealed: SealedFile) -> bytes:
    """What a scan holds; whoever asks got ``sealed`` from ``open_decision_scan``.

    Raises:
        EnvironmentFault: ``attachment_missing``, ``attachment_damaged``; what the disk says.
    """
    require(uow, VIEW_STAYS)
    return read_content(uow, sealed)
