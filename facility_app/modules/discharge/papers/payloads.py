"""What the papers of a release say: person, stay and facility from their slices, the rest from the case."""

from dataclasses import replace
from datetime import date, datetime
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.forms.fields import Payload, Value, is_empty
from facility_app.documents.forms.spec import FormSpec
from facility_app.kernel.ages import ADULT_YEARS
from facility_app.kernel.dates import format_date, local_date
from facility_app.kernel.labels import label
from facility_app.kernel.spec import Filling
from facility_app.modules.catalogues.api import get_facility
from facility_app.modules.discharge.domain import VIEW_RELEASES
from facility_app.modules.discharge.domain.law import ReleaseLaw, law_of
from facility_app.modules.discharge.domain.plan import REINTEGRATION_PLACES
from facility_app.modules.discharge.queries.stored import case_of, plan_of
from facility_app.modules.discharge.tables import ReleaseCase
from facility_app.modules.residents.api import list_births
from facility_app.modules.staff.api import StaffRow, find_member_of_account
from facility_app.modules.stays.api import area_of, fill_from_stay, get_stay, known_of, prefilled

_OWN_PLAN: Final = "reint_"
_RECEIVER: Final = (
    ("receiving_name", "representative_full_name"),
    ("receiving_date_of_birth", "representative_date_of_birth"),
    ("receiving_relationship", "representative_relationship"),
    ("receiving_phone", "representative_phone"),
)
_SELF: Final = (
    ("receiving_name", "full_name"),
    ("receiving_gender", "gender"),
    ("receiving_date_of_birth", "date_of_birth"),
    ("receiving_id_number", "id_number"),
    ("receiving_id_issue_date", "id_issue_date"),
    ("receiving_id_issue_place", "id_issue_place"),
    ("receiving_phone", "phone"),
)
CERTIFIED: Final = "certified"
_COMMITTEE: Final = ("Chủ tịch Ủy ban nhân dân ", "Ủy ban nhân dân ", "UBND ")


def release_payload(
    uow: UnitOfWork,
    form: FormSpec,
    stay_id: str,
    on: date,
    typed: Payload | None = None,
    *,
    known: Payload | None = None,
) -> Payload:
    """What of a form everything this facility knows fills: person, stay, plan, release; what was typed wins.

    Args:
        uow: the unit of work.
        form: the form; places it does not have are left out.
        stay_id: whose paper it is.
        on: the day of the paper.
        typed: what somebody at the form said.
        known: as ``stays.known_of`` answered it for that day; None reads it.

    Raises:
        UserError: ``not_found``.
        PermissionDenied: the form asks for a plan the actor may not read.
    """
    require(uow, VIEW_RELEASES)
    case, known = case_of(uow, stay_id), known_of(uow, stay_id, on) if known is None else known
    own: dict[str, Value] = {**_residence(case), **_monitoring(case), **_after_care(case)}
    if "executing_name" in form.fields and case is not None and case.device_fitted_at is not None:
        own |= executing_payload(uow, case.device_fitted_at)
    if any(name.startswith(_OWN_PLAN) for name in form.fields):
        own |= _own_plan(uow, stay_id, case)
    if CERTIFIED in form.fields:
        own |= {CERTIFIED: certified_of(law_of(get_stay(uow, stay_id).stay_type))}
    if "receiving_relationship" in form.fields:
        own |= _handed(uow, get_stay(uow, stay_id).resident_id, on, known)
    given = {name: value for name, value in (typed or {}).items() if not is_empty(value)}
    own = {name: value for name, value in own.items() if not is_empty(value)}
    made = dict(prefilled(uow, form, stay_id, on, {**own, **given}, known=known))
    if "residence_after_rehab" in form.fields and is_empty(made.get("residence_after_rehab")):
        made["residence_after_rehab"] = known.get("residence")
    return {name: value for name, value in made.items() if not is_empty(value)}


def fill_release(uow: UnitOfWork, form: FormSpec, resident_id: str, on: date) -> Filling:
    """A paper of a release from everything this facility knows of a person's last stay.

    Raises:
        UserError: ``not_found``.
        PermissionDenied: the form asks for a plan the actor may not read.
    """
    require(uow, VIEW_RELEASES)
    told = fill_from_stay(uow, form, resident_id, on)
    if told.stay_id is None:
        return told
    return replace(told, payload=release_payload(uow, form, told.stay_id, on))


def certified_of(law: ReleaseLaw, *, is_partial: bool | None = None) -> str | None:
    """Which of the two things V-30 certifies; None, both as the form has them, where nobody has said yet.

    Args:
        law: what the stay ends with.
        is_partial: of a private facility: the time and the stages done, not the whole; None is not decided.
    """
    if not law.is_private:
        return "public"
    return None if is_partial is None else "partial" if is_partial else "private"


def is_minor(uow: UnitOfWork, resident_id: str, on: date) -> bool:
    """Whether somebody is under eighteen on a day; whose birth nobody knows is none."""
    require(uow, VIEW_RELEASES)
    born = list_births(uow, [resident_id]).get(resident_id)
    return born is not None and born.age_on(on) < ADULT_YEARS


def minutes_payload(uow: UnitOfWork, started_at: datetime | None = None) -> dict[str, Value]:
    """Who of the facility hands over, and how many copies V-23 has: one of the receiver, two of the giver.

    Of the giver's two one goes to the commune police with the packet. How many pages it has is counted when it is
    set.

    Args:
        uow: the unit of work.
        started_at: when the handing over began; None for one still to come, whose hour is written by hand.
    """
    require(uow, VIEW_RELEASES)
    member = find_member_of_account(uow, uow.actor.user_id)
    return {
        "minutes_started_at": started_at,
        "minutes_completed_at": completed_at(started_at, uow.now),
        "delivering_name": _name(member),
        "delivering_position": None if member is None else member.title,
        "delivering_agency": get_facility(uow).name,
        "copy_count": 3,
        "delivering_copy_count": 2,
        "receiving_copy_count": 1,
    }


def completed_at(started_at: datetime | None, now: datetime) -> datetime | None:
    """When minutes written now were done; None, a dotted line, where they tell of another day or one to come."""
    if started_at is None or local_date(started_at) != local_date(now):
        return None
    return max(started_at, now)


def executing_payload(uow: UnitOfWork, started_at: datetime) -> dict[str, Value]:
    """Who carries out the decision on monitoring at this facility, and where (I-03)."""
    require(uow, VIEW_RELEASES)
    member, facility = find_member_of_account(uow, uow.actor.user_id), get_facility(uow)
    return {
        "minutes_started_at": started_at,
        "minutes_completed_at": completed_at(started_at, uow.now),
        "executing_place": ", ".join(filter(None, (facility.name, facility.address))),
        "executing_name": _name(member),
        "executing_position": None if member is None else member.title,
        "executing_agency": facility.name,
        "copy_count": 3,
    }


def handed_title(certificate: str, on: date | None, case: ReleaseCase | None) -> str:
    """What is handed over with V-23, in one line: the certificate and the decision on after-care.

    Args:
        certificate: number of the certificate; empty for one that bears none or was not made.
        on: its day; None when there is none.
        case: the case, for the decision.
    """
    told = []
    if on is not None:
        number = f" {label('papers', 'số {number}').format(number=certificate)}" if certificate else ""
        told.append(label("papers", "Giấy xác nhận{number} ngày {day}").format(number=number, day=format_date(on)))
    if case is not None and case.post_rehab_number is not None and case.post_rehab_on is not None:
        told.append(
            label("papers", "Quyết định quản lý sau cai nghiện số {number} ngày {day} của {authority}").format(
                number=case.post_rehab_number,
                day=format_date(case.post_rehab_on),
                authority=case.post_rehab_authority or "",
            )
        )
    return "; ".join(told)


def _name(member: StaffRow | None) -> str | None:
    return None if member is None else member.full_name


def _residence(case: ReleaseCase | None) -> dict[str, Value]:
    if case is None:
        return {}
    return {
        "residence_after_rehab": case.residence_text,
        "residence_police_area": area_of(case.residence_police),
        "committee_area_name": area_of(case.residence_committee, _COMMITTEE),
    }


def _monitoring(case: ReleaseCase | None) -> dict[str, Value]:
    if case is None:
        return {}
    return {
        "monitoring_police_area": area_of(case.monitoring_police),
        "monitoring_decision_number": case.monitoring_number,
        "monitoring_decision_date": case.monitoring_on,
        "device_number": case.device_number,
        "device_position": case.device_position,
        "device_accessories": case.device_accessories,
        "device_condition": case.device_condition,
    }


def _after_care(case: ReleaseCase | None) -> dict[str, Value]:
    if case is None:
        return {}
    return {
        "post_rehab_decision_number": case.post_rehab_number,
        "post_rehab_decision_date": case.post_rehab_on,
    }


def _own_plan(uow: UnitOfWork, stay_id: str, case: ReleaseCase | None) -> dict[str, Value]:
    plan = plan_of(uow, stay_id)
    texts: dict[str, Value] = {name: getattr(plan, name, None) for name in REINTEGRATION_PLACES}
    return {**texts, "residence_after_rehab": None if case is None else case.residence_text}


def _handed(uow: UnitOfWork, resident_id: str, on: date, known: Payload) -> dict[str, Value]:
    """Who receives: the person, or of a minor whoever stands for them (Đ97.2, Đ123.2)."""
    names = _RECEIVER if is_minor(uow, resident_id, on) else _SELF
    found = {name: known.get(source) for name, source in names}
    if names is _SELF:
        found["receiving_relationship"] = label("papers", "bản thân")
    return found
