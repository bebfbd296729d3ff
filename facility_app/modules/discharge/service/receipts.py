"""The minutes V-23 of handing certificate and decision over."""

from dataclasses import dataclass, field
from datetime import datetime

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.forms.fields import Payload
from facility_app.documents.forms.library import FormLibrary
from facility_app.kernel.dates import local_date
from facility_app.modules.correspondence.api import Issued, IssuePaper, get_paper
from facility_app.modules.discharge.domain import ISSUE_RELEASE_PAPERS
from facility_app.modules.discharge.domain import gate as rules
from facility_app.modules.discharge.domain.once import require_none
from facility_app.modules.discharge.papers.payloads import (
    handed_title,
    minutes_payload,
    release_payload,
)
from facility_app.modules.discharge.service.keeping import case_for, done
from facility_app.modules.discharge.service.signed import RECEIPT, issue_signed
from facility_app.modules.discharge.tables import ReleaseCase
from facility_app.modules.stays.api import (
    StayDetail,
    get_stay,
)


@dataclass(frozen=True, slots=True)
class IssueReceipt:
    """V-23, the minutes of handing over certificate and decision.

    Attributes:
        started_at: when the handing over began; None for one still to come: its hour is written by hand.
    """

    stay_id: str
    started_at: datetime | None = None
    typed: Payload = field(default_factory=dict, repr=False)


def issue_receipt(uow: UnitOfWork, command: IssueReceipt, forms: FormLibrary) -> Issued:
    """Make V-23 about the certificate and the decision on after-care, as far as they are there.

    Raises:
        UserError: ``receipt_made_already``; ``form_incomplete`` when nothing is handed over; as ``issue_paper``.
    """
    require(uow, ISSUE_RELEASE_PAPERS)
    stay = get_stay(uow, command.stay_id)
    with uow.act("discharge.issue_receipt") as act:
        case = case_for(uow, stay)
        act.about(case)
        return put_receipt(uow, stay, case, command, forms)


def put_receipt(
    uow: UnitOfWork,
    stay: StayDetail,
    case: ReleaseCase,
    command: IssueReceipt,
    forms: FormLibrary,
    known: Payload | None = None,
) -> Issued:
    """The minutes V-23, inside of a verb.

    Raises:
        UserError: ``receipt_made_already``, ``form_incomplete``; as ``issue_paper``.
    """
    require(uow, ISSUE_RELEASE_PAPERS)
    require_none(case.receipt_id, "receipt_made_already")
    number, made_on = "", None
    if case.certificate_id is not None:
        paper = get_paper(uow, case.certificate_id)
        number, made_on = paper.number, paper.issued_on
    own = {
        **minutes_payload(uow, command.started_at),
        "handed_document_title": handed_title(number, made_on, case),
    }
    day, form = local_date(command.started_at or uow.now), forms.get(RECEIPT)
    payload = release_payload(uow, form, stay.stay_id, day, {**own, **command.typed}, known=known)
    issued = issue_signed(uow, stay, IssuePaper(form, payload, day, copies=3))
    case.receipt_id = issued.paper_id
    done(uow, stay.stay_id, rules.RECEIPT)
    return issued
