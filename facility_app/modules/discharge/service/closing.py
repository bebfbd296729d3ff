"""Đóng hồ sơ bằng bản quét biên nhận: the scan is put to V-23 and the case closed, in one decision."""

from dataclasses import dataclass, field

from facility_app.db.attachments import keep_file
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.correspondence.api import AttachScan, ScanFacts, ScanKind, attach_scan
from facility_app.modules.discharge.domain import CLOSE_RELEASES
from facility_app.modules.discharge.queries.stored import case_of
from facility_app.modules.discharge.service.keeping import SavedCase
from facility_app.modules.discharge.service.releasing import CloseCase, close_case


@dataclass(frozen=True, slots=True)
class CloseOnScan:
    """The receipt came back and was scanned.

    Attributes:
        version: of the case, as the user saw it.
        content: the scan of the signed V-23.
        page_count: its pages, where somebody counted them.
    """

    stay_id: str
    version: int
    content: bytes = field(repr=False)
    page_count: int | None = None


def close_on_scan(uow: UnitOfWork, command: CloseOnScan) -> SavedCase:
    """Attach the scan to the receipt and close the case; what refuses one refuses both.

    Raises:
        UserError: ``receipt_missing``; as ``attach_scan`` and ``close_case``; ``file_too_large``,
            ``file_kind_unknown``, ``file_empty``.
        ConflictError: ``record_changed``.
    """
    require(uow, CLOSE_RELEASES)
    case = case_of(uow, command.stay_id)
    if case is None or case.receipt_id is None:
        raise UserError(
            "receipt_missing",
            label("errors", "Chưa lập biên bản giao nhận (V-23). Hãy lập, cho ký, quét rồi đóng hồ sơ."),
        )
    facts = ScanFacts(ScanKind.RECEIPT, page_count=command.page_count)
    scan = AttachScan(keep_file(uow, command.content), facts, issued_id=case.receipt_id)
    return close_case(uow, CloseCase(command.stay_id, command.version, attach_scan(uow, scan)))
