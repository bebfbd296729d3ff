"""Records of papers within one unit of work, void ones too, behind the wall each stands behind."""

from dataclasses import dataclass
from typing import TypeVar

from facility_app.db.uow import UnitOfWork, require, stale_copy
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.correspondence.domain import READ_HEALTH_PAPERS
from facility_app.modules.correspondence.domain.outgoing import PaperClass
from facility_app.modules.correspondence.tables.incoming import ReceivedPaper
from facility_app.modules.correspondence.tables.outgoing import IssuedPaper

PaperT = TypeVar("PaperT", IssuedPaper, ReceivedPaper)


@dataclass(frozen=True, slots=True)
class Stored:
    """Papers as they are kept.

    Attributes:
        uow: whose actor the walls are held against.
    """

    uow: UnitOfWork

    def issued(self, paper_id: str, version: int | None = None) -> IssuedPaper:
        """An issued paper, void or not.

        Raises:
            UserError: ``paper_not_found``.
            PermissionDenied: it is about somebody's health.
            ConflictError: ``record_changed``.
        """
        return self._found(IssuedPaper, paper_id, version)

    def received(self, received_id: str, version: int | None = None) -> ReceivedPaper:
        """A paper from outside, struck out or not; raises as ``issued``."""
        return self._found(ReceivedPaper, received_id, version)

    def counting(self, paper: PaperT) -> PaperT:
        """The same paper, if it counts.

        Raises:
            UserError: ``paper_is_void``.
        """
        if paper.voided_at is not None:
            raise UserError(
                "paper_is_void",
                label("errors", "Văn bản này đã hủy nên không làm việc này được. Hãy dùng văn bản thay thế."),
            )
        return paper

    def _found(self, kind: type[PaperT], paper_id: str, version: int | None) -> PaperT:
        found = self.uow.session.get(kind, paper_id)
        if found is None:
            raise UserError(
                "paper_not_found",
                label("errors", "Không tìm thấy văn bản này. Có thể sổ đang mở đã cũ; hãy mở lại sổ văn bản."),
            )
        if found.paper_class is PaperClass.HEALTH:
            require(self.uow, READ_HEALTH_PAPERS)
        if version is not None and found.version != version:
            raise stale_copy()
        return found
