"""Papers slices fill from their records: a draft of one, the paper as issued, or a new one under its number."""

from dataclasses import dataclass, field
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.forms.fields import Payload, is_empty
from facility_app.documents.forms.frozen import restore
from facility_app.documents.forms.library import FormLibrary
from facility_app.documents.forms.spec import FormSpec, Wall
from facility_app.kernel.dates import local_date
from facility_app.kernel.spec import PaperSpec
from facility_app.modules.catalogues.api import get_facility
from facility_app.modules.correspondence.domain import (
    HANDLE_PAPERS,
    ISSUE_PAPERS,
    PRINT_PAPERS,
    READ_HEALTH_PAPERS,
)
from facility_app.modules.correspondence.papers.making import PaperHead, filled, wall_of
from facility_app.modules.correspondence.queries.issued import find_paper_of_record
from facility_app.modules.correspondence.queries.paper import get_paper
from facility_app.modules.correspondence.queries.readers import FormRights
from facility_app.modules.correspondence.service.issuing import Issued, IssuePaper, issue_paper
from facility_app.modules.correspondence.service.prints import RecordPrint, record_print
from facility_app.modules.staff.api import list_signatories

SIGNED: Final = "signer_name"
"""A form with this place is signed by somebody of the facility."""


@dataclass(frozen=True, slots=True)
class TakenForm:
    """What the engine needs to set a form.

    Attributes:
        number: of the issued paper; empty for one that bears none and for a draft.
        paper_id: the issued paper; None for a draft.
        qr: the sealed code; empty for a draft.
        reprint: how often it had been printed before.
    """

    form: FormSpec
    payload: Payload = field(repr=False)
    wall: Wall
    number: str = ""
    paper_id: str | None = None
    qr: str = ""
    reprint: int = 0


def take_paper(
    uow: UnitOfWork, spec: PaperSpec, record_id: str, forms: FormLibrary, wall: Wall | None = None
) -> TakenForm:
    """The newest paper made from a record that counts, its print counted; where there is none, a draft.

    Args:
        uow: the unit of work.
        spec: the paper, as its slice offers it.
        record_id: what it is made from.
        forms: every form.
        wall: which of its files; None for the first it has.

    Raises:
        UserError: ``form_unknown``, ``no_such_file``; as ``record_print``; what the slice says of the record.
        PermissionDenied: the file stands behind the wall of health, or the records are not the actor's to read.
    """
    require(uow, HANDLE_PAPERS)
    rights = FormRights(uow, spec.form_id)
    rights.require(PRINT_PAPERS)
    require(uow, spec.permission)
    form = forms.get(spec.form_id)
    wall = wall_of(form, wall)
    found = find_paper_of_record(uow, spec.table, record_id, form.id)
    if found is not None:
        return take_issued(uow, found.paper_id, forms, wall)
    if wall is Wall.MEDICAL:
        rights.require(READ_HEALTH_PAPERS)
    day = local_date(uow.now)
    with uow.act("correspondence.take_draft") as act:
        act.table, act.record_id = spec.table, record_id
    told = spec.fill(uow, form, record_id, day).payload
    return TakenForm(form, filled(form, told, PaperHead(day, None, "", "", get_facility(uow))), wall)


def take_issued(uow: UnitOfWork, paper_id: str, forms: FormLibrary, wall: Wall) -> TakenForm:
    """An issued paper as it is printed once more; this print is counted.

    Raises:
        UserError: as ``record_print``; ``form_unknown``.
        PermissionDenied: the file stands behind the wall of health.
    """
    require(uow, HANDLE_PAPERS)
    is_medical = wall is Wall.MEDICAL
    printed = record_print(uow, RecordPrint(paper_id, is_medical=is_medical))
    paper = get_paper(uow, paper_id)
    content = paper.medical_file if is_medical else paper.open_file
    form = forms.get(paper.form_id, paper.form_version)
    payload = {} if content is None else restore(form, content.payload)
    qr = "" if content is None else content.qr_text
    return TakenForm(form, payload, wall, paper.number, paper_id, qr, printed.nth - 1)


def issue_filled(
    uow: UnitOfWork, spec: PaperSpec, record_id: str, forms: FormLibrary, typed: Payload | None = None
) -> Issued:
    """Issue a paper filled from a record today, signed by the head where the form has a place for it.

    Args:
        uow: the unit of work.
        spec: the paper, as its slice offers it.
        record_id: what it is made from.
        forms: every form.
        typed: what somebody at the form said; wins over what the records say.

    Raises:
        UserError: as ``issue_paper``; what the slice says of the record.
        PermissionDenied: the records are not the actor's to read.
    """
    require(uow, HANDLE_PAPERS)
    FormRights(uow, spec.form_id).require(ISSUE_PAPERS)
    require(uow, spec.permission)
    form, day = forms.get(spec.form_id), local_date(uow.now)
    told = spec.fill(uow, form, record_id, day)
    given = {name: value for name, value in (typed or {}).items() if not is_empty(value)}
    first = next(iter(list_signatories(uow, day)), None) if SIGNED in form.fields else None
    return issue_paper(
        uow,
        IssuePaper(
            form,
            {**told.payload, **given},
            day,
            resident_id=told.resident_id,
            stay_id=told.stay_id,
            subject_table=spec.table,
            subject_id=record_id,
            about=told.about,
            signer_id=None if first is None else first.member_id,
        ),
    )
