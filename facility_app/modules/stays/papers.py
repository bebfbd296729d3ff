"""What official forms say about one stay: its decisions, its days, its plan, under the names the forms have."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.forms.fields import Cell, PartialDate, Payload, Value, is_empty
from facility_app.documents.forms.own_name import OWN_NAME, rest_of_name
from facility_app.documents.forms.spec import FormSpec, Kind
from facility_app.kernel.dates import format_date
from facility_app.kernel.labels import label
from facility_app.kernel.regime import LegalRegime
from facility_app.kernel.spec import Filling
from facility_app.modules.catalogues.api import FacilityRow, UnitKind, get_facility
from facility_app.modules.residents.api import person_payload
from facility_app.modules.staff.api import list_signatories
from facility_app.modules.stays.domain.decisions import BASE_DECISION, DecisionKind
from facility_app.modules.stays.domain.plan import PLAN_PART_LABELS, PlanPart
from facility_app.modules.stays.domain.rights import MEDICAL_PLAN, READ_PLAN, VIEW_STAYS
from facility_app.modules.stays.domain.stages import STAGE_RESULT_LABELS, Stage
from facility_app.modules.stays.domain.types import StayType
from facility_app.modules.stays.queries.plan import PlanDetail, get_plan
from facility_app.modules.stays.queries.stays import list_stays_of
from facility_app.modules.stays.queries.stored import decisions_of, stages_of
from facility_app.modules.stays.tables import Stay, StayDecision

REHAB_FORMS: Final[dict[StayType, str]] = {
    StayType.COMPULSORY_ADULT: "compulsory",
    StayType.COMPULSORY_MINOR: "compulsory",
    StayType.VOLUNTARY_PUBLIC: "voluntary_public",
    StayType.VOLUNTARY_PRIVATE: "voluntary_private",
    StayType.HOME_PHASES_AT_FACILITY: "home",
}
"""Hình thức cai nghiện, by the choices of V-18; the types left out have none there."""
_STAGES: Final[dict[Stage, str]] = {stage: f"stage{place}" for place, stage in enumerate(Stage, 1)}
_POLICE_HEADS: Final = ("Trưởng Công an ", "Công an ")
_COURT_HEADS: Final = ("Tòa án nhân dân khu vực ", "TAND khu vực ")
REGISTRANT: Final = "registrant_kind"
SIGNER_OFFICE, SIGNER_POSITION = "signer_office", "signer_position"
_BY_HEAD: Final = frozenset({Kind.CERTIFICATE, Kind.NOTICE})
"""Papers of these kinds are the head's to sign."""
_SUBJECT: Final = label("papers", "áp dụng biện pháp đưa đi cai nghiện bắt buộc")
"""What a court's decision under the law of 2025 is about, in the words of V-42."""
_DECISION: Final = "decision_number", "decision_symbol", "decision_date", "decision_subject"
_PLACE_OF: Final = {"decision_police_area": DecisionKind.VOLUNTARY, "court_area_name": DecisionKind.COMPULSORY}
"""Whose decision a form speaks of, by the place for that body's name."""
_MEDICAL: Final = "plan_medical", "plan_detox", "plan_mental_treatment", "plan_other_treatment"
_PLAN: Final = "plan_"


@dataclass(frozen=True, slots=True)
class _Papers:
    """The decisions of one stay that hold now."""

    stay: Stay
    newest: Mapping[DecisionKind, StayDecision]

    @classmethod
    def of(cls, uow: UnitOfWork, stay: Stay) -> "_Papers":
        return cls(stay, {one.kind: one for one in decisions_of(uow, stay.id)})

    @property
    def base(self) -> StayDecision | None:
        kind = BASE_DECISION[self.stay.stay_type]
        return None if kind is None else self.newest.get(kind)


def stay_payload(uow: UnitOfWork, stay_id: str) -> dict[str, Value]:
    """Every placeholder the records of one stay can fill, its plan left out; what is not known is left out.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_STAYS)
    stay = uow.get(Stay, stay_id)
    papers = _Papers.of(uow, stay)
    found: dict[str, Value] = {
        **_decided(papers),
        **_assigned(papers),
        **_held(papers),
        **_contract(papers),
        **_days(uow, stay),
        "residence_police_area": area_of(stay.residence_police, _POLICE_HEADS),
    }
    return {name: value for name, value in found.items() if not is_empty(value)}


def known_of(uow: UnitOfWork, stay_id: str, on: date) -> Payload:
    """What forms ask of the facility, the person and the stay, read once however many forms are filled with it.

    Args:
        uow: the unit of work.
        stay_id: whose papers they are.
        on: the day of the papers.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_STAYS)
    resident_id = uow.get(Stay, stay_id).resident_id
    return {**facility_payload(uow), **person_payload(uow, resident_id, on), **stay_payload(uow, stay_id)}


def prefilled(
    uow: UnitOfWork,
    form: FormSpec,
    stay_id: str,
    on: date,
    typed: Payload | None = None,
    *,
    known: Payload | None = None,
) -> Payload:
    """What of a form the files of the person, the stay and the facility fill; what was typed wins.

    The part of V-18 behind the wall of health is filled for whoever may read it, and for nobody else.

    Args:
        uow: the unit of work.
        form: the form.
        stay_id: whose paper it is.
        on: the day of the paper.
        typed: what later slices or somebody at the form said.
        known: as ``known_of`` answered it for that day; None reads it.

    Raises:
        UserError: ``not_found``.
        PermissionDenied: the plan is asked for by somebody who may not read it.
    """
    require(uow, VIEW_STAYS)
    found: dict[str, Value] = dict(known_of(uow, stay_id, on) if known is None else known)
    if "receiving_position" in form.fields:
        # Of minutes in which the facility takes somebody in; V-23 is received by a person.
        found["receiving_agency"] = found["facility_name"]
    if OWN_NAME in form.fields:
        found[OWN_NAME] = rest_of_name(form, get_facility(uow).name)
    if not _is_of(BASE_DECISION[uow.get(Stay, stay_id).stay_type], form):
        found = {name: value for name, value in found.items() if name not in _DECISION}
    signing = form.fields.get(SIGNER_POSITION)
    if SIGNER_OFFICE in form.fields:
        # Whoever signs brings their own when it is issued; until then the head of this unit is who will.
        found[SIGNER_OFFICE] = get_facility(uow).head_title
    elif signing is not None and not signing.is_quiet and form.kind in _BY_HEAD:
        found[SIGNER_POSITION] = get_facility(uow).head_title
    if REGISTRANT in form.fields:
        found[REGISTRANT] = _registrant(typed or {})
    if "resident_list" in form.fields:
        found["resident_list"] = (_listed(found),)
    if any(name.startswith(_PLAN) for name in form.fields):
        found |= plan_payload(uow, stay_id)
    found |= {name: value for name, value in (typed or {}).items() if not is_empty(value)}
    return {name: value for name, value in found.items() if name in form.fields}


def fill_from_stay(uow: UnitOfWork, form: FormSpec, resident_id: str, on: date) -> Filling:
    """What of a form the files of a person, of their last stay and of the facility fill.

    Raises:
        UserError: ``not_found``.
        PermissionDenied: the plan is asked for by somebody who may not read it.
    """
    require(uow, VIEW_STAYS)
    last = next(iter(list_stays_of(uow, resident_id)), None)
    if last is not None:
        told = prefilled(uow, form, last.stay_id, on)
        return Filling(told, resident_id=resident_id, stay_id=last.stay_id)
    known = {**facility_payload(uow), **person_payload(uow, resident_id, on)}
    if OWN_NAME in form.fields:
        known[OWN_NAME] = rest_of_name(form, get_facility(uow).name)
    return Filling({name: one for name, one in known.items() if name in form.fields}, resident_id=resident_id)


def plan_payload(uow: UnitOfWork, stay_id: str) -> dict[str, Value]:
    """The places of V-18: parts II to V, and part I for medical roles alone."""
    require(uow, READ_PLAN)
    plan = get_plan(uow, stay_id)
    found: dict[str, Value] = {name: text for name, text in plan.texts.items() if not is_empty(text)}
    if not uow.actor.may(MEDICAL_PLAN):
        # The query has left them out; a form filled twice over must not depend on that alone.
        found = {name: value for name, value in found.items() if not name.startswith(_MEDICAL)}
    evaluated = _evaluation(plan)
    return {**found, "plan_evaluation": evaluated} if evaluated else found


def _registrant(typed: Payload) -> str | None:
    """Which of the two ways V-24 names whoever registers holds; None while nothing is told of them."""
    if any(not is_empty(typed.get(name)) for name in ("registrant_agency", "registrant_position")):
        return "official"
    told = any(name.startswith("registrant_") and not is_empty(value) for name, value in typed.items())
    return "person" if told else None


def facility_payload(uow: UnitOfWork) -> dict[str, Value]:
    """What forms say of the facility wherever nobody issues them yet; a paper issued says it by itself."""
    require(uow, VIEW_STAYS)
    facility = get_facility(uow)
    found: dict[str, Value] = {
        "parent_agency_name": facility.parent_name,
        "facility_name": facility.name,
        "facility_phone": facility.phone,
        "place_name": facility.place_name,
        "custody_unit": ", ".join(filter(None, (facility.name, facility.address))),
        "escape_place": facility.name,
        "report_agency_name": facility.name,
        "report_agency_phone": facility.phone,
        "report_agency_address": facility.address,
        "handover_place": ", ".join(filter(None, (facility.name, facility.address))),
        "deciding_office": "principal" if facility.unit_kind is UnitKind.REFORM_SCHOOL else "head",
        "deciding_title": deciding_title(facility).upper(),
        "facility_representative_name": next((one.full_name for one in list_signatories(uow)), ""),
        "facility_representative_position": facility.head_title,
    }
    return {name: value for name, value in found.items() if not is_empty(value)}


def deciding_title(facility: FacilityRow) -> str:
    """Who decides, as a decision is headed: the head's title and the facility's name, no word said twice."""
    title, name = str(facility.head_title), facility.name
    office, _, body = title.partition(" ")
    said_twice = bool(body) and name.casefold().startswith(body.casefold())
    return f"{office if said_twice else title} {name}"


def _is_of(kind: DecisionKind | None, form: FormSpec) -> bool:
    """Whether the number of the stay's decision may stand in a form: a court's is no decision of the police."""
    asked = {of for place, of in _PLACE_OF.items() if place in form.fields}
    return not asked or kind in asked


def area_of(name: str | None, heads: tuple[str, ...] = _POLICE_HEADS) -> str:
    """A body's name without the words a form prints before it; another body's name stays whole."""
    text = (name or "").strip()
    for head in heads:
        if text.casefold().startswith(head.casefold()):
            return text[len(head) :]
    return text


def reference(decision: StayDecision) -> str:
    """Number, symbol, day and body in one line, as V-51 has it."""
    number = f"{decision.number}/{decision.symbol}" if decision.symbol else decision.number
    day = format_date(decision.issued_on)
    if not decision.authority:
        return label("papers", "{number} ngày {day}").format(number=number, day=day)
    return label("papers", "{number} ngày {day} của {authority}").format(
        number=number, day=day, authority=decision.authority
    )


def _decided(papers: _Papers) -> dict[str, Value]:
    base, stay = papers.base, papers.stay
    if base is None:
        return {}
    found: dict[str, Value] = {
        "decision_number": base.number,
        "decision_symbol": base.symbol.removeprefix("QĐ-"),
        "decision_date": base.issued_on,
        "decision_subject": base.subject,
        "decision_reference": reference(base),
        "term_start_date": base.decided_from,
        "term_end_date": base.decided_to,
    }
    if base.kind is DecisionKind.COMPULSORY:
        # A decision from before the courts were joined keeps its court's own name (law.md §18 row 16).
        if is_empty(base.subject) and stay.legal_regime is LegalRegime.L2025:
            found["decision_subject"] = str(_SUBJECT)
        found["court_area_name"] = area_of(base.authority, _COURT_HEADS)
        found["authority_area_name"] = area_of(base.authority, ("Tòa án nhân dân ",))
        found["authority_kind"] = "court" if (base.authority or "").startswith("Tòa án") else None
    elif base.kind is DecisionKind.VOLUNTARY:
        found["decision_police_area"] = area_of(base.authority or stay.decision_police)
    return found


def _assigned(papers: _Papers) -> dict[str, Value]:
    one = papers.newest.get(DecisionKind.ASSIGNMENT)
    if one is None:
        return {}
    return {
        "assignment_decision_number": one.number,
        "assignment_decision_date": one.issued_on,
        "assignment_decision_authority": one.authority,
    }


def _held(papers: _Papers) -> dict[str, Value]:
    one = papers.newest.get(DecisionKind.CUSTODY)
    if one is None:
        return {}
    return {
        "custody_decision_number": one.number,
        "custody_decision_date": one.issued_on,
        "custody_police_area": area_of(one.authority),
        "custody_start_date": papers.stay.term_start_on,
    }


def _contract(papers: _Papers) -> dict[str, Value]:
    one, stay = papers.newest.get(DecisionKind.CONTRACT), papers.stay
    return {
        "contract_number": one.number if one is not None else stay.contract_number,
        "contract_date": None if one is None else one.issued_on,
        "contract_from_date": stay.admitted_on if one is None else one.decided_from or stay.admitted_on,
        "contract_to_date": stay.contract_end_on,
    }


def _days(uow: UnitOfWork, stay: Stay) -> dict[str, Value]:
    end_on = stay.leave_by or stay.exited_on
    done = [row.stage for row in stages_of(uow, stay.id) if row.end_on is not None]
    return {
        "admission_date": stay.admitted_on,
        "expected_end_date": stay.expected_end_on,
        "served_from_date": stay.term_start_on,
        "served_to_date": end_on,
        "completed_stages": tuple(code for stage, code in _STAGES.items() if stage in done),
        "rehab_form": _rehab_form(uow, stay),
        "completion_notice_content": ""
        if stay.expected_end_on is None
        else label(
            "papers", "Bắt đầu tiếp nhận cai nghiện ngày {first}; hoàn thành việc cai nghiện ngày {last}."
        ).format(first=format_date(stay.admitted_on), last=format_date(stay.expected_end_on)),
        "service_name": label("papers", "thực hiện các giai đoạn cai nghiện tại cơ sở")
        if stay.stay_type is StayType.HOME_PHASES_AT_FACILITY
        else "",
    }


def _rehab_form(uow: UnitOfWork, stay: Stay) -> str | None:
    if stay.stay_type is StayType.VOLUNTARY_PUBLIC and get_facility(uow).unit_kind is UnitKind.REFORM_SCHOOL:
        return "voluntary_reform_school"
    return REHAB_FORMS.get(stay.stay_type)


def _listed(found: Mapping[str, Value]) -> dict[str, Cell]:
    """The person as a line of a list (V-46)."""
    born, name, decision = found.get("date_of_birth"), found.get("full_name"), found.get("decision_reference")
    return {
        "full_name": name if isinstance(name, str) else None,
        "date_of_birth": _birth(born) if isinstance(born, date | PartialDate) else None,
        "decision": decision if isinstance(decision, str) else None,
    }


def _birth(born: date | PartialDate) -> str:
    """As a cell of a list says it; the cell is kept as text."""
    if isinstance(born, date):
        return format_date(born)
    return f"…/{'…' if born.month is None else f'{born.month:02}'}/{born.year:04}"


def _evaluation(plan: PlanDetail) -> str:
    lines = [
        f"{PLAN_PART_LABELS[part].split('.', 1)[0]}: {STAGE_RESULT_LABELS[result]}"
        for part, result in plan.results.items()
        # How part I was judged is part of the wall of health.
        if result is not None and part is not PlanPart.MEDICAL
    ]
    return "\n".join(filter(None, ("; ".join(lines), plan.texts.get("plan_evaluation"))))
