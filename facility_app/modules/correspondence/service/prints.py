"""In: every print of a paper is counted before it leaves the printer."""

from dataclasses import dataclass

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.correspondence.domain import HANDLE_PAPERS, PRINT_PAPERS, READ_HEALTH_PAPERS
from facility_app.modules.correspondence.domain.events import PaperReaders
from facility_app.modules.correspondence.domain.outgoing import check_copies
from facility_app.modules.correspondence.domain.prints import stamp_of
from facility_app.modules.correspondence.queries.readers import FormRights
from facility_app.modules.correspondence.queries.stored import Stored
from facility_app.modules.correspondence.tables.outgoing import IssuedPaper, PaperPrint


@dataclass(frozen=True, slots=True)
class RecordPrint:
    """A paper goes to the printer.

    Attributes:
        copies: of this print.
        is_medical: the file behind the wall of health, instead of the open one.
    """

    paper_id: str
    copies: int = 1
    is_medical: bool = False


@dataclass(frozen=True, slots=True)
class Printed:
    """What this print is.

    Attributes:
        nth: counts the prints of the same file of the paper from 1.
        stamp: what stands at the edge of every page; empty on the first print.
    """

    nth: int
    stamp: str


def record_print(uow: UnitOfWork, command: RecordPrint) -> Printed:
    """Count a print and tell what stands at its edge; a void paper is printed as void.

    Raises:
        UserError: ``paper_not_found``, ``no_such_file``, ``bad_copies``.
        PermissionDenied: the file stands behind the wall of health, or repeats records that are not the actor's.
    """
    require(uow, HANDLE_PAPERS)
    faults = Faults()
    check_copies(faults, "copies", command.copies)
    faults.refuse()
    paper = Stored(uow).issued(command.paper_id)
    rights = FormRights(uow, paper.form_id)
    rights.require(PRINT_PAPERS)
    if command.is_medical:
        rights.require(READ_HEALTH_PAPERS)
    # Whoever prints need not read registers; what the paper repeats must be theirs to read all the same.
    for right in () if command.is_medical else uow.ask(PaperReaders(paper.form_id)):
        if right is not None:
            require(uow, right)
    _require_file(paper, command)
    nth = _last(uow, command) + 1
    stamp = stamp_of(nth, is_void=paper.voided_at is not None)
    with uow.act("correspondence.record_print") as act:
        act.about(paper)
        uow.add(
            PaperPrint(
                paper_id=paper.id, nth=nth, copies=command.copies, is_medical=command.is_medical, stamp=stamp
            )
        )
    return Printed(nth, stamp)


def _last(uow: UnitOfWork, command: RecordPrint) -> int:
    p = PaperPrint
    of_file = sa.and_(p.paper_id == command.paper_id, p.is_medical == command.is_medical)
    return uow.session.scalar(sa.select(sa.func.max(p.nth)).where(of_file)) or 0


def _require_file(paper: IssuedPaper, command: RecordPrint) -> None:
    if (paper.medical_json if command.is_medical else paper.payload_json) is None:
        raise UserError(
            "no_such_file", label("errors", "Văn bản này không có phần cần in. Hãy chọn phần khác của văn bản.")
        )
