"""Scans themselves: to and from the sealed store, for screens."""

import sqlalchemy as sa

from facility_app.db.attachments import NamedFiles, file_store, keep_file
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.ports import SealedFile
from facility_app.modules.correspondence.domain import HANDLE_PAPERS, READ_PAPERS
from facility_app.modules.correspondence.tables.incoming import PaperScan


def seal_paper_scan(uow: UnitOfWork, content: bytes) -> SealedFile:
    """Keep a scan's content within the decision whose verb attaches it next; what stays without a row is swept.

    Raises:
        UserError: ``file_too_large``, ``file_kind_unknown``, ``file_empty``.
        EnvironmentFault: what the disk says.
    """
    require(uow, HANDLE_PAPERS)
    return keep_file(uow, content)


def weigh_paper_scan(uow: UnitOfWork, size_bytes: int, beginning: bytes) -> None:
    """Refuse what cannot be attached before anything is asked about it, by its size and its first bytes.

    Raises:
        UserError: ``file_too_large``, ``file_kind_unknown``, ``file_empty``.
    """
    require(uow, HANDLE_PAPERS)
    file_store(uow).weigh(size_bytes, beginning)


def read_paper_scan(uow: UnitOfWork, sealed: SealedFile) -> bytes:
    """What a scan holds; whoever asks got ``sealed`` from ``open_scan``.

    Raises:
        EnvironmentFault: ``attachment_missing``, ``attachment_damaged``; what the disk says.
    """
    require(uow, READ_PAPERS)
    return file_store(uow).open(sealed.sha256)


def answer_named_files(uow: UnitOfWork, _asked: NamedFiles) -> frozenset[str]:
    """Every content that a scan of a paper names; struck-out ones stay in the file, and so do theirs."""
    require(uow, READ_PAPERS)
    return frozenset(uow.session.scalars(sa.select(PaperScan.sha256)))
