"""Opening a paper before somebody's eyes: the look itself is written to the trail, each time."""

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.correspondence.domain import HANDLE_PAPERS, READ_PAPERS
from facility_app.modules.correspondence.queries.paper import PaperDetail, ReceivedDetail
from facility_app.modules.correspondence.queries.readers import FormRights
from facility_app.modules.correspondence.queries.stored import Stored


def open_paper(uow: UnitOfWork, paper_id: str, purpose: str = "") -> PaperDetail:
    """Open an issued paper; a reader without the right to health gets it without its medical file.

    Raises:
        UserError: ``paper_not_found``.
        PermissionDenied: the whole paper is about somebody's health.
    """
    require(uow, HANDLE_PAPERS)
    paper = Stored(uow).issued(paper_id)
    FormRights(uow, paper.form_id).require(READ_PAPERS)
    with uow.act("correspondence.open_paper", reason=purpose.strip() or None) as act:
        act.about(paper)
    return PaperDetail.of(uow, paper)


def open_received(uow: UnitOfWork, received_id: str, purpose: str = "") -> ReceivedDetail:
    """Open a paper from outside; raises as ``open_paper``."""
    require(uow, READ_PAPERS)
    paper = Stored(uow).received(received_id)
    with uow.act("correspondence.open_received", reason=purpose.strip() or None) as act:
        act.about(paper)
    return ReceivedDetail.of(uow, paper)
