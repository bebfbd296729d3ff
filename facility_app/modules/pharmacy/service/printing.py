"""Papers of TT 18/2026/TT-BYT at the printer: looked at, issued by their first print, their signed sheet kept."""

from dataclasses import dataclass, field

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.forms.frozen import restore
from facility_app.documents.forms.library import FormLibrary
from facility_app.documents.forms.spec import Wall
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.spec import PaperSpec
from facility_app.modules.correspondence.api import (
    AttachScan,
    RecordPrint,
    ScanFacts,
    ScanKind,
    TakenForm,
    attach_scan,
    find_paper_of_record,
    get_paper,
    issue_filled,
    record_print,
    seal_paper_scan,
    take_paper,
    wall_of,
    weigh_paper_scan,
)
from facility_app.modules.pharmacy.domain import MAKE_PAPERS


@dataclass(frozen=True, slots=True)
class AttachSigned:
    """The sheet that two people signed, scanned."""

    record_id: str
    content: bytes = field(repr=False)
    page_count: int | None = None


def look_at_paper(uow: UnitOfWork, spec: PaperSpec, record_id: str, forms: FormLibrary) -> TakenForm:
    """The paper of a record as its next print will be; a draft without a number where it was never issued.

    Raises:
        UserError: ``form_unknown``; what is said of the record.
    """
    require(uow, MAKE_PAPERS)
    wall = wall_of(forms.get(spec.form_id), None)
    found = find_paper_of_record(uow, spec.table, record_id, spec.form_id)
    if found is None:
        return take_paper(uow, spec, record_id, forms, wall)
    return _issued(uow, found.paper_id, wall, forms, found.print_count)


def print_paper(
    uow: UnitOfWork, spec: PaperSpec, record_id: str, forms: FormLibrary, copies: int = 1
) -> TakenForm:
    """The paper of a record for the printer: the first print issues it, each one is counted.

    Raises:
        UserError: as ``issue_filled``, ``record_print``.
    """
    require(uow, MAKE_PAPERS)
    wall = wall_of(forms.get(spec.form_id), None)
    found = find_paper_of_record(uow, spec.table, record_id, spec.form_id)
    paper_id = issue_filled(uow, spec, record_id, forms).paper_id if found is None else found.paper_id
    printed = record_print(uow, RecordPrint(paper_id, copies, is_medical=wall is Wall.MEDICAL))
    return _issued(uow, paper_id, wall, forms, printed.nth - 1)


def _issued(uow: UnitOfWork, paper_id: str, wall: Wall, forms: FormLibrary, reprint: int) -> TakenForm:
    """An issued paper as it was frozen."""
    paper = get_paper(uow, paper_id)
    content = paper.medical_file if wall is Wall.MEDICAL else paper.open_file
    form = forms.get(paper.form_id, paper.form_version)
    payload, qr = ({}, "") if content is None else (restore(form, content.payload), content.qr_text)
    return TakenForm(form, payload, wall, paper.number, paper.paper_id, qr, reprint)


def weigh_signed(uow: UnitOfWork, size_bytes: int, beginning: bytes) -> None:
    """Refuse a file that cannot be kept, before anything is asked about it.

    Raises:
        UserError: as ``weigh_paper_scan``.
    """
    require(uow, MAKE_PAPERS)
    weigh_paper_scan(uow, size_bytes, beginning)


def attach_signed(uow: UnitOfWork, spec: PaperSpec, command: AttachSigned) -> str:
    """Keep the scan of the signed sheet with the paper of a record.

    Returns:
        Its id.

    Raises:
        UserError: ``paper_not_printed``; as ``attach_scan``.
    """
    require(uow, MAKE_PAPERS)
    found = find_paper_of_record(uow, spec.table, command.record_id, spec.form_id)
    if found is None:
        raise UserError(
            "paper_not_printed",
            label("errors", "Văn bản này chưa in nên chưa có bản ký để lưu. Hãy in, ký, rồi đính kèm bản quét."),
        )
    facts = ScanFacts(ScanKind.SIGNED, None, command.page_count, is_medical=found.has_medical)
    return attach_scan(uow, AttachScan(seal_paper_scan(uow, command.content), facts, issued_id=found.paper_id))
