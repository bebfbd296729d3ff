"""Ban hành kế hoạch cai nghiện V-18: the plan as it stands, under its number, each file behind its own wall."""

from dataclasses import dataclass, field
from datetime import date

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.forms.fields import Payload, is_empty
from facility_app.documents.forms.library import FormLibrary
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.correspondence.api import ISSUE_PAPERS, IssuePaper, issue_paper
from facility_app.modules.staff.api import list_signatories
from facility_app.modules.stays.domain.rights import READ_PLAN
from facility_app.modules.stays.papers import prefilled
from facility_app.modules.stays.queries.plan import get_plan
from facility_app.modules.stays.queries.plan_readers import PLAN_FORM
from facility_app.modules.stays.tables import Stay

ISSUE_PLAN = ISSUE_PAPERS
"""The right to a number; for the screen of the plan."""


@dataclass(frozen=True, slots=True)
class IssuePlanPaper:
    """V-18 of a stay.

    Attributes:
        signer_id: who signs; None for the head.
        issued_on: the day it bears; None for today.
        typed: what somebody at the form said; wins over the plan.
    """

    stay_id: str
    signer_id: str | None = None
    issued_on: date | None = None
    typed: Payload = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class IssuedPlan:
    """The plan as a paper in the book."""

    paper_id: str
    number: str


def issue_plan_paper(uow: UnitOfWork, command: IssuePlanPaper, forms: FormLibrary) -> IssuedPlan:
    """Issue the plan from what is written now; part I goes into the file of whoever may read it, and no other.

    The plan is printed twice in its life, with its evaluation the second time (Đ84.4, Đ88.1), so nothing keeps
    anybody from issuing it again; the former one stays in the register.

    Raises:
        UserError: ``plan_missing`` before anything is written; ``form_incomplete``; as ``issue_paper``.
        PermissionDenied: the actor issues no papers.
    """
    require(uow, READ_PLAN)
    plan, stay = get_plan(uow, command.stay_id), uow.get(Stay, command.stay_id)
    if not any(not is_empty(text) for text in plan.texts.values()):
        raise UserError(
            "plan_missing",
            label(
                "errors",
                "Kế hoạch cai nghiện của lần {code} chưa ghi mục nào (NĐ 163/2026 Đ84.4). Hãy ghi các phần rồi "
                "ban hành.",
            ),
            code=stay.code,
        )
    form, day = forms.get(PLAN_FORM), command.issued_on or local_date(uow.now)
    head = next(iter(list_signatories(uow, day)), None)
    with uow.act("stays.issue_plan") as act:
        act.about(stay)
        made = issue_paper(
            uow,
            IssuePaper(
                form,
                prefilled(uow, form, stay.id, day, command.typed),
                day,
                resident_id=stay.resident_id,
                stay_id=stay.id,
                subject_table="stay",
                subject_id=stay.id,
                signer_id=command.signer_id or (None if head is None else head.member_id),
                copies=2,
            ),
        )
    return IssuedPlan(made.paper_id, made.number)
