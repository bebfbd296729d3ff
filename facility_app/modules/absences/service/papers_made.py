"""Papers of a case: issued, signed, and remembered as its own."""

from datetime import date

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.forms.fields import Payload, is_empty
from facility_app.documents.forms.spec import FormSpec
from facility_app.modules.absences.domain import VIEW_ABSENCES
from facility_app.modules.absences.domain.escort import PaperPart
from facility_app.modules.absences.tables import AbsenceCase, AbsencePaper
from facility_app.modules.correspondence.api import Addressee, Issued, IssuePaper, PaperClass, issue_paper
from facility_app.modules.staff.api import Signature, find_member_of_account, list_signatories


def issue_of_case(
    uow: UnitOfWork,
    case: AbsenceCase,
    part: PaperPart,
    form: FormSpec,
    payload: Payload,
    issued_on: date,
    addressees: tuple[Addressee, ...] = (),
    *,
    copies: int = 1,
    paper_class: PaperClass = PaperClass.PERSONAL,
) -> Issued:
    """Issue a paper of a case; where the form has a place for it, signed by whoever decides it.

    Raises:
        UserError: as ``issue_paper``.
    """
    require(uow, VIEW_ABSENCES)
    signer = _signer(uow, issued_on) if "signer_name" in form.fields else None
    told = dict(payload)
    if "recipients" in form.fields and is_empty(told.get("recipients")):
        told["recipients"] = tuple(one.name for one in addressees if not _is_named_above(one.name, told))
    made = issue_paper(
        uow,
        IssuePaper(
            form,
            told,
            issued_on,
            paper_class=paper_class,
            resident_id=case.resident_id,
            stay_id=case.stay_id,
            subject_table="absence_case",
            subject_id=case.id,
            signer_id=None if signer is None else signer.member_id,
            copies=max(copies, sum(one.copies for one in addressees), 1),
            addressees=addressees,
        ),
    )
    uow.add(
        AbsencePaper(
            resident_id=case.resident_id,
            case_id=case.id,
            part=part,
            paper_id=made.paper_id,
            form_id=form.id,
            number=made.number,
            issued_on=issued_on,
        )
    )
    return made


def _is_named_above(name: str, told: Payload) -> bool:
    """Whether the form's own first line of "Nơi nhận" speaks of them: “Như trên”, “Như Điều 1, Điều 2”."""
    body = told.get("authority_area_name")
    return name == told.get("responsible_relative_name") or (isinstance(body, str) and name.endswith(body))


def _signer(uow: UnitOfWork, issued_on: date) -> Signature | None:
    """Whoever decides, where they sign for the facility that day: no deputy waits for the head; else the head."""
    member, signing = find_member_of_account(uow, uow.actor.user_id), list_signatories(uow, issued_on)
    own = (one for one in signing if member is not None and one.member_id == member.member_id)
    return next(own, signing[0] if signing else None)
