"""Biên bản giao, nhận người: V-23 with the family (Đ121.3), V-42 or V-31 with a body (Đ111.2), out and back."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.forms.fields import Payload, Value
from facility_app.documents.forms.library import FormLibrary
from facility_app.kernel.dates import local_date
from facility_app.modules.absences.domain import KEEP_CASES
from facility_app.modules.absences.domain.cases import CaseKind
from facility_app.modules.absences.domain.escort import PaperPart
from facility_app.modules.absences.papers.payloads import case_payload, handed_title, handover_payload
from facility_app.modules.absences.queries.cases import CaseDetail
from facility_app.modules.absences.service.papers_made import issue_of_case
from facility_app.modules.absences.tables import AbsenceCase
from facility_app.modules.stays.api import get_stay

FAMILY, BODY, NO_COURT = "V-23", "V-42", "V-31"


@dataclass(frozen=True, slots=True)
class Minutes:
    """Who stands on the other side of the handover.

    Attributes:
        name: họ và tên; empty takes the applicant of a funeral.
        position: chức vụ, of an officer.
        agency: cơ quan; empty takes the body that asked.
        condition: tình trạng of the person at the handover; V-42 asks for it.
        effects: tư trang, one a line.
    """

    name: str = field(default="", repr=False)
    position: str = ""
    agency: str = ""
    condition: str = field(default="", repr=False)
    effects: str = field(default="", repr=False)


FORM_OF: Final = {CaseKind.FUNERAL: FAMILY, CaseKind.PROCEEDINGS: BODY}


def put_minutes(
    uow: UnitOfWork,
    case: AbsenceCase,
    minutes: Minutes | None,
    at: datetime,
    forms: FormLibrary,
    *,
    is_going: bool,
) -> str:
    """Make the minutes of one handover, inside of a verb.

    Returns:
        The paper's id; empty where none was asked for, or the kind of case has none.

    Raises:
        UserError: ``form_incomplete``; as ``issue_paper``.
    """
    require(uow, KEEP_CASES)
    form_id = _form_of(uow, case)
    if minutes is None or form_id is None:
        return ""
    seen, form = CaseDetail.of(uow, case), forms.get(form_id)
    typed: dict[str, Value] = {
        **handover_payload(uow, at, is_going=is_going),
        **_other_side(seen, minutes, is_going=is_going),
        "condition_at_handover": minutes.condition,
        "personal_effects": tuple(filter(None, map(str.strip, minutes.effects.splitlines()))),
    }
    if form_id == FAMILY:
        typed["handed_document_title"] = handed_title(seen, is_going=is_going)
    payload = case_payload(uow, form, seen, local_date(at), typed)
    part = PaperPart.MINUTES_OUT if is_going else PaperPart.MINUTES_BACK
    return issue_of_case(uow, case, part, form, payload, local_date(uow.now), copies=2).paper_id


def _form_of(uow: UnitOfWork, case: AbsenceCase) -> str | None:
    """V-42 recites the court's decision; whoever is here by none is handed over with V-31 (Đ96.1, Đ99.3)."""
    if case.kind is CaseKind.PROCEEDINGS and not get_stay(uow, case.stay_id).stay_type.is_compulsory:
        return NO_COURT
    return FORM_OF.get(case.kind)


def _other_side(case: CaseDetail, minutes: Minutes, *, is_going: bool) -> Payload:
    name = minutes.name.strip() or case.applicant_name or ""
    agency = minutes.agency.strip() or case.basis_body or ""
    if is_going:
        return {
            "receiving_name": name,
            "receiving_position": minutes.position,
            "receiving_agency": agency,
            "receiving_phone": case.applicant_phone,
            "receiving_relationship": case.applicant_relation,
        }
    side: dict[str, Value] = {
        "delivering_name": name,
        "delivering_position": minutes.position or case.applicant_relation,
        "delivering_agency": agency or case.applicant_relation,
    }
    return side
