"""Orders, doses, allergies and what an order was ordered against."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, Final

from facility_app.app.fhir.codes import DOSE_UNITS
from facility_app.app.fhir.elements import (
    ATC,
    HL7,
    LOCAL_BASE,
    SUBSTANCE_USE,
    Resource,
    coding,
    concept,
    local_system,
    moment,
    named,
    period,
    quantity,
    reference,
    resource,
)
from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import label
from facility_app.modules.medication.domain.checks import AllergySeverity
from facility_app.modules.medication.domain.orders import ROUTE_LABELS, OrderEnd, OrderKind, OrderState, Route
from facility_app.modules.medication.domain.outcomes import OUTCOME_LABELS, TAKEN, Outcome
from facility_app.modules.medication.domain.plan import Plan
from facility_app.modules.medication.papers.house import plan_text
from facility_app.modules.medication.queries.exported import DoseFact, MedicineFile
from facility_app.modules.medication.queries.history import AllergyRow
from facility_app.modules.medication.queries.orders import OrderRow, OverrideRow
from facility_app.modules.medication.queries.programmes import RunRow
from facility_app.modules.pharmacy.api import UNIT_LABELS, Measure, MedicineRow

SCALE: Final = 1000
VOMITED: Final = label("treatment", "Nôn sau khi dùng, lúc {at}")
STATES: Final[dict[OrderState, str]] = {
    OrderState.ORDERED: "draft",
    OrderState.VERIFIED: "active",
    OrderState.HELD: "on-hold",
    OrderState.ENDED: "completed",
}
ENDS: Final[dict[OrderEnd, str]] = {
    OrderEnd.STOPPED: "stopped",
    OrderEnd.REPLACED: "stopped",
    OrderEnd.REFUSED: "cancelled",
}
OUTCOMES: Final[dict[Outcome, str]] = {
    Outcome.GIVEN: "completed",
    Outcome.LATE: "completed",
    Outcome.VOMITED: "completed",
    Outcome.REFUSED: "not-done",
    Outcome.ABSENT: "not-done",
    Outcome.HELD: "on-hold",
}
SEVERITIES: Final[dict[AllergySeverity, str]] = {
    AllergySeverity.MILD: "mild",
    AllergySeverity.MODERATE: "moderate",
    AllergySeverity.SEVERE: "severe",
}
ISSUES: Final[dict[int, str]] = {1: "high", 2: "moderate", 3: "low"}
HANDS: Final = f"{HL7}/med-admin-perform-function"


def medicines(found: MedicineFile, resident_id: str, *secrets: str) -> Iterator[Resource]:
    """One side of the wall; ``secrets`` label what it reveals."""
    for order in found.orders:
        yield _request(order, secrets)
        for place, against in enumerate(found.overrides.get(order.order_id, ()), 1):
            yield _issue(order, against, place, secrets)
    yield from (_administration(one, secrets) for one in found.doses)
    yield from (_allergy(one, resident_id, secrets) for one in found.allergies)


def care_plans(runs: Sequence[RunRow]) -> Iterator[Resource]:
    """Detox protocols: which template in which version, from when to when."""
    for one in runs:
        yield resource(
            "CarePlan",
            one.run_id,
            {
                "status": "active" if one.ended_on is None else "completed",
                "intent": "plan",
                "title": one.protocol.row.values.get("text", one.protocol.code),
                "instantiatesUri": [f"{LOCAL_BASE}/PlanDefinition/{one.protocol.code}|{one.protocol.row.version}"],
                "subject": reference("Patient", one.resident_id),
                "period": period(one.started_on, one.ended_on),
                "author": named(one.doctor),
            },
            (SUBSTANCE_USE,),
        )


def _request(one: OrderRow, secrets: Sequence[str]) -> Resource:
    status = STATES[one.state]
    if one.ended_at is not None and one.end_kind is not None:
        status = ENDS[one.end_kind]
    return resource(
        "MedicationRequest",
        one.order_id,
        {
            "status": status,
            "intent": "order",
            "priority": "urgent" if one.is_urgent else "routine",
            "medicationCodeableConcept": _medicine(one.medicine),
            "subject": reference("Patient", one.resident_id),
            "authoredOn": moment(one.ordered_at),
            "requester": named(one.prescriber),
            "groupIdentifier": {"value": one.chain_id},
            "priorPrescription": reference("MedicationRequest", one.replaces_id) if one.replaces_id else None,
            "dosageInstruction": [_dosage(one)],
            "dispenseRequest": {"validityPeriod": period(one.starts_at, one.ends_at)},
        },
        _secrets(one.medicine, secrets),
    )


def _dosage(one: OrderRow) -> Resource:
    measure, parts = one.medicine.measure, one.plan.parts
    said: dict[str, Any] = {
        "text": plan_text(one.plan, measure, local_date(one.starts_at)),
        "route": _route(one.route),
    }
    said["asNeededBoolean"] = one.kind is OrderKind.AS_NEEDED
    if len(parts) == 1:
        said["doseAndRate"] = [{"doseQuantity": _amount(parts[0].amount, measure)}]
        hours = [f"{at:%H:%M:%S}" for at in parts[0].times]
        if hours:
            repeat = {"frequency": len(hours), "period": 1, "periodUnit": "d", "timeOfDay": hours}
            said["timing"] = {"repeat": repeat}
    if one.kind is OrderKind.AS_NEEDED and one.most_a_day and one.least_minutes is not None:
        most = Plan(parts).most_a_time * one.most_a_day
        said["maxDosePerPeriod"] = {
            "numerator": _amount(most, measure),
            "denominator": quantity(24, "h", "h"),
        }
    return said


def _administration(one: DoseFact, secrets: Sequence[str]) -> Resource:
    text = str(OUTCOME_LABELS[one.outcome])
    reason = concept(text, coding(local_system("dose-outcomes"), one.outcome.value, text))
    hands = [_hand("performer", one.officer)]
    if one.witness:
        hands.append(_hand("witness", one.witness))
    dose = {"text": one.medicine.measure.dose_text(one.amount), "route": _route(one.route)}
    note = [] if one.vomited_at is None else [{"text": VOMITED.format(at=moment(one.vomited_at))}]
    return resource(
        "MedicationAdministration",
        one.dose_id,
        {
            "status": "entered-in-error" if one.is_struck else OUTCOMES[one.outcome],
            "statusReason": [] if one.outcome is Outcome.GIVEN else [reason],
            "medicationCodeableConcept": _medicine(one.medicine),
            "subject": reference("Patient", one.resident_id),
            "effectiveDateTime": moment(one.given_at),
            "performer": hands,
            "request": reference("MedicationRequest", one.order_id),
            "dosage": {**dose, "dose": _amount(one.amount, one.medicine.measure)}
            if one.outcome in TAKEN
            else None,
            "note": note,
        },
        _secrets(one.medicine, secrets),
    )


def _allergy(one: AllergyRow, resident_id: str, secrets: Sequence[str]) -> Resource:
    verification = "confirmed" if one.is_certain else "unconfirmed"
    reaction = {
        "manifestation": [concept(one.reaction or "")],
        "severity": SEVERITIES[one.severity],
    }
    return resource(
        "AllergyIntolerance",
        one.allergy_id,
        {
            "clinicalStatus": concept("", coding(f"{HL7}/allergyintolerance-clinical", "active")),
            "verificationStatus": concept("", coding(f"{HL7}/allergyintolerance-verification", verification)),
            "category": ["medication"],
            "criticality": "high" if one.severity is AllergySeverity.SEVERE else "low",
            "code": concept(one.substance),
            "patient": reference("Patient", resident_id),
            "recordedDate": one.noted_on.isoformat(),
            "reaction": [reaction] if one.reaction else [],
        },
        secrets,
    )


def _issue(order: OrderRow, one: OverrideRow, place: int, secrets: Sequence[str]) -> Resource:
    return resource(
        "DetectedIssue",
        f"{order.order_id}-{place}",
        {
            "status": "final",
            "code": concept("", coding(local_system("medicine-rules"), one.rule_key)),
            "severity": ISSUES.get(one.severity, "low"),
            "patient": reference("Patient", order.resident_id),
            "implicated": [reference("MedicationRequest", order.order_id)],
            "detail": one.finding,
            "mitigation": [{"action": concept(one.reason), "date": moment(order.ordered_at)}]
            if one.reason
            else [],
        },
        secrets,
    )


def _medicine(medicine: MedicineRow) -> Resource:
    return concept(medicine.name, *([coding(ATC, medicine.atc, medicine.generic)] if medicine.atc else []))


def _route(route: Route) -> Resource:
    text = str(ROUTE_LABELS[route])
    return concept(text, coding(local_system("routes"), route.value, text))


def _amount(kept: int, measure: Measure) -> Resource:
    unit = measure.dose_unit
    return quantity(Decimal(kept) / SCALE, str(UNIT_LABELS[unit]), DOSE_UNITS[unit])


def _hand(function: str, name: str) -> Resource:
    return {"function": concept("", coding(HANDS, function)), "actor": named(name)}


def _secrets(medicine: MedicineRow, secrets: Sequence[str]) -> tuple[str, ...]:
    return (*secrets, SUBSTANCE_USE) if medicine.flags.is_substitution else tuple(secrets)
