"""A paper of a stay, issued and signed, and whom the papers of its release go to."""

from datetime import date

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.forms.fields import Payload
from facility_app.documents.forms.library import FormLibrary
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.correspondence.api import Issued, IssuePaper, issue_paper
from facility_app.modules.discharge.domain import ISSUE_RELEASE_PAPERS
from facility_app.modules.discharge.domain.law import (
    law_of,
)
from facility_app.modules.discharge.papers.addressees import Parties
from facility_app.modules.discharge.papers.payloads import (
    is_minor,
    release_payload,
)
from facility_app.modules.discharge.tables import ReleaseCase
from facility_app.modules.staff.api import list_signatories
from facility_app.modules.stays.api import (
    DecisionKind,
    StayDetail,
    list_decisions,
)

NOTICE, RECEIPT, PLAN = "V-51", "V-23", "V-19"


def issue_signed(uow: UnitOfWork, stay: StayDetail, paper: IssuePaper, signer_id: str | None = None) -> Issued:
    """The paper of a stay, signed by the head where nobody else is named and the form has a place for it."""
    require(uow, ISSUE_RELEASE_PAPERS)
    signs = "signer_name" in paper.form.fields
    first = next(iter(list_signatories(uow, paper.issued_on)), None) if signs and signer_id is None else None
    if signs and signer_id is None and first is None:
        raise UserError(
            "signer_missing",
            label(
                "errors",
                "Chưa có ai ký được {form} ngày {day}: danh sách cán bộ chưa có người đứng đầu cơ sở đang giữ "
                "chức. Hãy mở Cán bộ, thêm người đứng đầu và chức vụ, rồi làm lại.",
            ),
            form=paper.form.id,
            day=paper.issued_on,
        )
    return issue_paper(
        uow,
        IssuePaper(
            paper.form,
            paper.payload,
            paper.issued_on,
            resident_id=stay.resident_id,
            stay_id=stay.stay_id,
            subject_table="stay",
            subject_id=stay.stay_id,
            signer_id=signer_id or (first.member_id if first is not None else None),
            copies=max(paper.copies, sum(one.copies for one in paper.addressees), 1),
            addressees=paper.addressees,
        ),
    )


def parties_of(
    uow: UnitOfWork, stay: StayDetail, case: ReleaseCase, forms: FormLibrary, day: date, known: Payload
) -> Parties:
    """Whom the papers of a release go to, as the files know them on a day."""
    require(uow, ISSUE_RELEASE_PAPERS)
    told = release_payload(uow, forms.get(NOTICE), stay.stay_id, day, known=known)
    courts = [
        one.facts.authority for one in list_decisions(uow, stay.stay_id) if one.kind is DecisionKind.COMPULSORY
    ]
    return Parties.of(
        law_of(stay.stay_type),
        told,
        court=courts[-1] if courts else "",
        committee=case.residence_committee or "",
        is_minor=is_minor(uow, stay.resident_id, day),
    )
