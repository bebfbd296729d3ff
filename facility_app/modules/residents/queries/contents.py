"""Pictures and scans themselves: to and from the sealed store, for screens."""

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.labels import label
from facility_app.kernel.ports import FileStore, SealedFile
from facility_app.modules.residents.domain import ATTACH_FILES, DESCRIBE_BODY, VIEW_RESIDENTS


def read_content(uow: UnitOfWork, sealed: SealedFile) -> bytes:
    """What a picture or scan holds; whoever asks got ``sealed`` from a verb or a list that asked for its right.

    Raises:
        EnvironmentFault: ``attachment_missing``, ``attachment_damaged``; what the disk says.
    """
    require(uow, VIEW_RESIDENTS)
    return _store(uow).open(sealed.sha256)


def seal_scan(uow: UnitOfWork, content: bytes) -> SealedFile:
    """Keep a document's content, to be attached by the verb that follows.

    Raises:
        UserError: ``file_too_large``, ``file_kind_unknown``, ``file_empty``.
        EnvironmentFault: what the disk says.
    """
    require(uow, ATTACH_FILES)
    return _store(uow).seal(content)


def seal_photo(uow: UnitOfWork, content: bytes) -> SealedFile:
    """Keep a photo's content, to be put into a file by the verb that follows.

    Raises:
        UserError: as ``seal_scan``.
        EnvironmentFault: what the disk says.
    """
    require(uow, DESCRIBE_BODY)
    return _store(uow).seal(content)


def _store(uow: UnitOfWork) -> FileStore:
    if uow.ports.files is None:
        raise EnvironmentFault(
            "no_file_store",
            label("errors", "Chưa mở được kho ảnh và bản quét của cơ sở. Hãy đóng chương trình rồi mở lại."),
        )
    return uow.ports.files
