"""Tests of infections and of drugs: SCREEN and CONFIRM are told apart, a cut-off stands beside each reading."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from facility_app.app.fhir.codes import INFECTIONS, hiv_code
from facility_app.app.fhir.elements import (
    HIV,
    HL7,
    LOINC,
    SUBSTANCE_USE,
    Resource,
    coding,
    concept,
    local_system,
    moment,
    named,
    quantity,
    reference,
    resource,
)
from facility_app.kernel.labels import label
from facility_app.modules.treatment.domain.clinical_lists import Clinical
from facility_app.modules.treatment.domain.drug_tests import (
    DRUG_TEST_KIND_LABELS,
    DRUG_TEST_READING_LABELS,
    DrugTestReading,
    Panel,
)
from facility_app.modules.treatment.domain.infections import (
    DISEASE_LABELS,
    INFECTION_RESULT_LABELS,
    Consent,
    InfectionResult,
)
from facility_app.modules.treatment.queries.drug_tests import ReadingRow, TestRow
from facility_app.modules.treatment.queries.hiv import HivTestRow
from facility_app.modules.treatment.queries.infections import InfectionRow

LABORATORY: Final = concept("", coding(f"{HL7}/observation-category", "laboratory"))
INTERPRETATION: Final = f"{HL7}/v3-ObservationInterpretation"
TOXICOLOGY: Final = concept("", coding(f"{HL7}/v2-0074", "TX", "Toxicology"))
URINE: Final = label("treatment", "Nước tiểu")
CONSENT_RULE: Final = label("treatment", "Đồng ý xét nghiệm sàng lọc, ghi trong hồ sơ bệnh án")
CUTOFF: Final = label("treatment", "Ngưỡng của lô kit")
RESULTS: Final[dict[InfectionResult, str]] = {
    InfectionResult.NEGATIVE: "NEG",
    InfectionResult.POSITIVE: "POS",
    InfectionResult.UNCLEAR: "IND",
}
READINGS: Final[dict[DrugTestReading, str]] = {DrugTestReading.NEGATIVE: "NEG", DrugTestReading.POSITIVE: "POS"}
"""An invalid reading says nothing, and has no value."""
IN_ERROR: Final = "entered-in-error"


def infections(rows: Sequence[InfectionRow], resident_id: str) -> Iterator[Resource]:
    """Results of screening; what was refused or is not read yet is no observation."""
    for one in rows:
        if one.result is not None and one.result_at is not None:
            text, loinc = str(DISEASE_LABELS[one.disease]), INFECTIONS.get(one.disease)
            own = coding(local_system("infections"), one.disease.value, text)
            facts = {
                "code": concept(text, coding(LOINC, loinc) if loinc else own),
                "status": "final" if one.struck_at is None else IN_ERROR,
                "effectiveDateTime": moment(one.sampled_at or one.result_at),
                "issued": moment(one.result_at),
                "method": concept(one.method) if one.method else None,
                "performer": [named(one.result_name)] if one.result_name else [],
                **_found(one.result),
            }
            yield _observation(one.test_id, resident_id, facts)


def consents(rows: Sequence[InfectionRow], resident_id: str) -> Iterator[Resource]:
    """What somebody answered when asked for a test, a refusal too."""
    for one in rows:
        if one.struck_at is None:
            yield _consent(one, str(DISEASE_LABELS[one.disease]), resident_id)


def hiv_consents(rows: Sequence[HivTestRow], resident_id: str) -> Iterator[Resource]:
    """The same of HIV, as it was opened."""
    for one in rows:
        if one.struck_at is None:
            yield _consent(one, "HIV", resident_id, HIV)


def _consent(one: InfectionRow | HivTestRow, what: str, resident_id: str, *secrets: str) -> Resource:
    status = "rejected" if one.consent is Consent.REFUSED else "active"
    by = named(one.guardian_name) if one.guardian_name else reference("Patient", resident_id)
    return resource(
        "Consent",
        f"{one.test_id}-consent",
        {
            "status": status if one.withdrawn_at is None else "inactive",
            "scope": concept("", coding(f"{HL7}/consentscope", "treatment")),
            "category": [concept(what, coding(local_system("consents"), "infection-test"))],
            "patient": reference("Patient", resident_id),
            "dateTime": moment(one.asked_at),
            "performer": [by],
            "policyRule": concept(str(CONSENT_RULE)),
            "provision": {"type": "deny" if one.consent is Consent.REFUSED else "permit"},
        },
        secrets,
    )


def hiv_tests(rows: Sequence[HivTestRow], resident_id: str) -> Iterator[Resource]:
    """The same of HIV, as it was opened."""
    for one in rows:
        if one.result is not None and one.result_at is not None:
            facts = {
                "code": hiv_code(one.method),
                "status": "final" if one.struck_at is None else IN_ERROR,
                "effectiveDateTime": moment(one.sampled_at or one.result_at),
                "issued": moment(one.result_at),
                "method": concept(one.method) if one.method else None,
                "performer": [named(one.result_name)] if one.result_name else [],
                **_found(one.result),
            }
            yield _observation(one.test_id, resident_id, facts, HIV)


def drug_tests(rows: Sequence[TestRow], resident_id: str, lists: Clinical) -> Iterator[Resource]:
    """The sample, each reading, and the report that holds them together."""
    for test in rows:
        if test.collected_at is not None:
            yield _specimen(test, resident_id)
        for one in test.readings:
            yield _reading(test, one, resident_id, lists.panels)
        yield _report(test, resident_id)


def _specimen(test: TestRow, resident_id: str) -> Resource:
    return resource(
        "Specimen",
        f"{test.test_id}-sample",
        {
            "accessionIdentifier": {"value": test.sample_no} if test.sample_no else None,
            "status": "unsatisfactory" if test.is_fresh is False else "available",
            "type": concept(str(URINE)),
            "subject": reference("Patient", resident_id),
            "collection": {
                "collector": named(test.collector_name or ""),
                "collectedDateTime": moment(test.collected_at or test.ordered_at),
            },
        },
        (SUBSTANCE_USE,),
    )


def _reading(test: TestRow, one: ReadingRow, resident_id: str, panels: Mapping[str, Panel]) -> Resource:
    panel = panels.get(one.panel)
    text = one.panel if panel is None else str(panel.target)
    loinc = None if panel is None else panel.loinc.get(test.kind)
    own = coding(local_system("drug-panels"), f"{one.panel}-{test.kind.value}", text)
    value = READINGS.get(one.reading)
    said = str(DRUG_TEST_READING_LABELS[one.reading])
    facts: dict[str, Any] = {
        "code": concept(text, coding(LOINC, loinc) if loinc else own),
        "status": IN_ERROR if test.is_struck else "final",
        "effectiveDateTime": moment(test.collected_at or test.ordered_at),
        "issued": moment(test.read_at) if test.read_at else None,
        "method": concept(
            str(DRUG_TEST_KIND_LABELS[test.kind]), coding(local_system("drug-test-kinds"), test.kind)
        ),
        "performer": [named(name) for name in (test.reader_name, test.second_name) if name],
        "specimen": reference("Specimen", f"{test.test_id}-sample") if test.collected_at else None,
        "component": [_cutoff(one.cutoff)] if one.cutoff is not None else [],
    }
    if value is None:
        facts["dataAbsentReason"] = concept(said, coding(f"{HL7}/data-absent-reason", "error"))
    else:
        facts |= {
            "valueCodeableConcept": concept(said, coding(INTERPRETATION, value)),
            "interpretation": [concept(said, coding(INTERPRETATION, value))],
        }
    return _observation(f"{test.test_id}-{one.panel}", resident_id, facts, SUBSTANCE_USE)


def _cutoff(value: int) -> Resource:
    code = coding(local_system("drug-tests"), "kit-cutoff", str(CUTOFF))
    return {"code": concept(str(CUTOFF), code), "valueQuantity": quantity(value, "ng/ml", "ng/mL")}


def _report(test: TestRow, resident_id: str) -> Resource:
    so_far = "final" if test.readings else "registered"
    kind = str(DRUG_TEST_KIND_LABELS[test.kind])
    return resource(
        "DiagnosticReport",
        test.test_id,
        {
            "status": IN_ERROR if test.is_struck else so_far,
            "category": [TOXICOLOGY],
            "code": concept(kind, coding(local_system("drug-test-kinds"), test.kind.value, kind)),
            "subject": reference("Patient", resident_id),
            "effectiveDateTime": moment(test.collected_at or test.ordered_at),
            "issued": moment(test.read_at) if test.read_at else None,
            "performer": [named(test.laboratory or test.ordered_name)],
            "specimen": [reference("Specimen", f"{test.test_id}-sample")] if test.collected_at else [],
            "result": [reference("Observation", f"{test.test_id}-{one.panel}") for one in test.readings],
        },
        (SUBSTANCE_USE,),
    )


def _found(result: InfectionResult) -> Resource:
    said = str(INFECTION_RESULT_LABELS[result])
    value = concept(said, coding(INTERPRETATION, RESULTS[result]))
    return {"valueCodeableConcept": value, "interpretation": [value]}


def _observation(record_id: str, resident_id: str, facts: Mapping[str, Any], *secrets: str) -> Resource:
    same = {"category": [LABORATORY], "subject": reference("Patient", resident_id)}
    return resource("Observation", record_id, {**same, **facts}, secrets)
