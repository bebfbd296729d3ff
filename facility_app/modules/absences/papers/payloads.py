"""Official forms about an absence: person, stay and facility from their slices, the rest from the case."""

from datetime import date, datetime
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.forms.fields import Payload, Value, is_empty
from facility_app.documents.forms.spec import FormSpec
from facility_app.kernel.dates import format_date, local_date
from facility_app.kernel.labels import label
from facility_app.kernel.spec import Filling
from facility_app.modules.absences.domain import READ_HEALTH, VIEW_ABSENCES
from facility_app.modules.absences.domain.cases import GROUND_LABELS, CaseKind
from facility_app.modules.absences.domain.funeral import MOURNED_LABELS
from facility_app.modules.absences.queries.cases import CaseDetail, get_case
from facility_app.modules.absences.queries.choices import read_imprint
from facility_app.modules.residents.api import Relation, Relative, list_relatives
from facility_app.modules.staff.api import find_member_of_account
from facility_app.modules.stays.api import area_of, prefilled

_BODIES: Final = ("Giám đốc Công an ", "Công an ", "Tòa án nhân dân ")
_KINDS: Final = (("Tòa án", "court"), ("Giám đốc Công an", "police"), ("Công an", "police"))
"""Whom V-46 is addressed to: the court for somebody it sent, the provincial police for a volunteer (Đ110)."""
_PARENTS: Final = (Relation.FATHER, Relation.MOTHER)


def fill_from_case(uow: UnitOfWork, form: FormSpec, case_id: str, on: date) -> Filling:
    """What of a form the records fill for one case.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_ABSENCES)
    case = get_case(uow, case_id)
    payload = case_payload(uow, form, case, on)
    return Filling(payload, resident_id=case.resident_id, stay_id=case.stay_id)


def case_payload(
    uow: UnitOfWork, form: FormSpec, case: CaseDetail, on: date, typed: Payload | None = None
) -> dict[str, Value]:
    """What of a form everything this facility knows fills; what was typed wins.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_ABSENCES)
    told = {**_leave(case), **_request(case), **_relief(case), **_search(uow, case)}
    told |= {name: value for name, value in (typed or {}).items() if not is_empty(value)}
    found = dict(prefilled(uow, form, case.stay_id, on, told))
    if "authority_area_name" in told and "authority_kind" not in told:
        found.pop("authority_kind", None)  # another body than the one that decided on the stay
    rows = found.get("resident_list")
    if isinstance(rows, tuple) and rows and case.relief is not None and uow.actor.may(READ_HEALTH):
        found["resident_list"] = _with_grounds(rows, case)
    return found


def handover_payload(
    uow: UnitOfWork, at: datetime, *, is_going: bool, other: Relative | None = None
) -> dict[str, Value]:
    """Who of the facility hands somebody over or takes them back now; each side keeps one copy.

    Args:
        uow: the unit of work.
        at: when.
        is_going: whether the facility gives; it takes back otherwise.
        other: the relative on the other side, as the file knows them; None for a body.
    """
    require(uow, VIEW_ABSENCES)
    member, imprint = find_member_of_account(uow, uow.actor.user_id), read_imprint(uow)
    name = "" if member is None else member.full_name
    title = None if member is None else member.title
    found: dict[str, Value] = {
        "minutes_started_at": at,
        "minutes_completed_at": max(at, uow.now) if local_date(at) == local_date(uow.now) else None,
        "copy_count": 2,
        "delivering_copy_count": 1,
        "receiving_copy_count": 1,
    }
    if is_going:
        found |= {
            "delivering_name": name,
            "delivering_position": title,
            "delivering_agency": imprint.facility_name,
        }
    else:
        found |= {"receiving_name": name, "receiving_position": title}
    if other is not None:
        found["receiving_phone"] = other.phone
    return {key: value for key, value in found.items() if not is_empty(value)}


def handed_title(case: CaseDetail, *, is_going: bool) -> str:
    """What V-23 says is handed over: the decision, and the person it is about (Đ121.3)."""
    what = (
        label("papers", "Giao người cai nghiện về chịu tang theo Quyết định số {number} ngày {day}")
        if is_going
        else label("papers", "Nhận lại người cai nghiện về chịu tang theo Quyết định số {number} ngày {day}")
    )
    day = "……" if case.decision_on is None else format_date(case.decision_on)
    return what.format(number=case.decision_number or "……", day=day)


def _leave(case: CaseDetail) -> dict[str, Value]:
    if case.mourned is None:
        return {}
    of = MOURNED_LABELS[case.mourned]
    return {
        "applicant_full_name": case.applicant_name,
        "applicant_relationship": case.applicant_relation,
        "applicant_phone": case.applicant_phone,
        "applicant_residence": case.applicant_address,
        "application_date": None if case.asked_at is None else local_date(case.asked_at),
        "funeral_for": " ".join(filter(None, (str(of).lower(), case.mourned_name))),
        "leave_from_date": case.leave_from,
        "leave_to_date": case.leave_to,
        "responsible_relative_name": case.applicant_name,
    }


def _request(case: CaseDetail) -> dict[str, Value]:
    if case.mourned is not None or case.relief is not None:
        return {}
    duration = ""
    if case.leave_to is not None:
        first = case.leave_from or case.leave_to
        duration = label("papers", "từ ngày {first} đến ngày {last}").format(
            first=format_date(first), last=format_date(case.leave_to)
        )
    return {
        "request_document_number": case.basis_number,
        "request_document_date": case.basis_on,
        "request_authority": case.basis_body,
        "request_subject": case.basis_subject,
        "removal_duration": duration,
    }


def _relief(case: CaseDetail) -> dict[str, Value]:
    if case.relief is None:
        return {}
    return {
        "measure": str(case.relief),
        "authority_area_name": area_of(case.basis_body, _BODIES),
        "authority_kind": next((kind for head, kind in _KINDS if (case.basis_body or "").startswith(head)), None),
    }


def _with_grounds(rows: tuple[object, ...], case: CaseDetail) -> Value:
    words = [] if case.ground is None else [str(GROUND_LABELS[case.ground])]
    told = "; ".join([*words, case.proofs or ""]).strip("; ")
    return tuple({**row, "evidence": told} if isinstance(row, dict) else row for row in rows)  # type: ignore[return-value]


def _search(uow: UnitOfWork, case: CaseDetail) -> dict[str, Value]:
    if case.kind is not CaseKind.ESCAPE:
        return {}
    imprint = read_imprint(uow)
    others = [one.facts for one in list_relatives(uow, case.resident_id) if one.facts.relation not in _PARENTS]
    return {
        "escape_place": case.place,
        "escaped_at": case.left_at,
        "report_contact_name": imprint.head_name or imprint.printed_by.strip("–") or imprint.facility_name,
        "report_contact_phone": imprint.phone,
        "report_contact_address": imprint.address,
        "other_relations": "; ".join(_contact(one) for one in others),
    }


def _contact(one: Relative) -> str:
    return ", ".join(filter(None, (one.name, one.phone, one.address)))
