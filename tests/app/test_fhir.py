"""FHIR: what is exported loads in a library that knows R4, its codes are typed here again, secrets stay put."""

import importlib
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from facility_app.app.fhir import folder as written
from facility_app.app.fhir.gathering import Asked, begin, resources
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.sex import Sex
from facility_app.modules.access.api import GrantKind
from facility_app.modules.access.service import GiveGrant, give_grant
from facility_app.modules.medication.domain.checks import AllergySeverity
from facility_app.modules.medication.domain.outcomes import Outcome
from facility_app.modules.medication.domain.rules import RuleList
from facility_app.modules.medication.service.allergies import AddAllergy, add_allergy
from facility_app.modules.medication.service.correcting import StrikeDose, strike_dose
from facility_app.modules.medication.service.orders import OrderMedicine, open_checks
from facility_app.modules.medication.service.protocols import StartProtocol, start_protocol
from facility_app.modules.treatment.domain import DrugTestReading, VitalSign
from facility_app.modules.treatment.domain.infections import Consent, Disease, InfectionResult
from facility_app.modules.treatment.domain.record import NoteKind, TriageFlag
from facility_app.modules.treatment.domain.samples import SampleAnswer, TestReason
from facility_app.modules.treatment.domain.watch import WatchLevel
from facility_app.modules.treatment.queries.drug_tests import get_test
from facility_app.modules.treatment.service import drug_results, hiv, infections, sampling, watching
from facility_app.modules.treatment.service.measuring import MeasureVitals, measure_vitals
from facility_app.modules.treatment.service.notes import Diagnose, WriteNote, diagnose, diagnose_hiv, write_note
from facility_app.modules.treatment.service.scoring import ScoreInstrument, score_instrument
from facility_app.modules.treatment.service.triage import TriagePerson, triage_person
from tests.modules.medication.ward import Ward, opened

ROOT = Path(__file__).resolve().parents[2]

SECRET = "vi-rút bí mật"
FREE_TEXT = "kể chuyện riêng"
SIGNS = {"temp": "38,4", "pulse": "104", "rr": "18", "sbp": "120", "dbp": "80", "spo2": "97", "weight": "52,5"}
# Typed from the clinical reference: code → the UCUM unit its value has.
LOINC_UNITS = {
    "8310-5": "Cel",
    "8867-4": "/min",
    "9279-1": "/min",
    "59408-5": "%",
    "29463-7": "kg",
    "8480-6": "mm[Hg]",
    "8462-4": "mm[Hg]",
    "44261-6": "{score}",
    "9269-2": "{score}",
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ward]:
    """A ward where something of each kind was written about one person."""
    made = opened(tmp_path_factory.mktemp("fhir"))
    ward = next(made)
    ward.at(9)
    record(ward)
    sample_urine(ward)
    know_in_secret(ward)
    take_medicines(ward)
    yield ward
    made.close()


def record(ward: Ward) -> None:
    stay = ward["duc's stay"]
    ward.write(triage_person, TriagePerson(ward["duc"], frozenset({TriageFlag.WITHDRAWAL})), by="nurse")
    ward.write(write_note, WriteNote(stay, NoteKind.HISTORY, FREE_TEXT))
    ward.write(diagnose, Diagnose(stay, "F11.2", is_main=True))
    values = {VitalSign(name): text for name, text in SIGNS.items()}
    ward.write(measure_vitals, MeasureVitals(stay, values), by="nurse")
    for code, answers in (
        ("COWS", {str(place): 0 for place in range(1, 12)}),
        ("PHQ-9", {str(place): 1 for place in range(1, 10)}),
        ("GCS", {"E": 4, "V": 5, "M": 6}),
        ("GAD-7", {"1": 1}),
    ):
        ward.write(score_instrument, ScoreInstrument(stay, code, answers), by="nurse")
    ward.write(watching.set_watch, watching.SetWatch(stay, WatchLevel.CONSTANT, "nói muốn chết"))
    for disease in (Disease.HBV, Disease.TB):
        test = ward.write(infections.ask_consent, infections.AskConsent(stay, disease, Consent.GIVEN))
        ward.write(
            infections.record_infection,
            infections.RecordInfection(test, 1, InfectionResult.NEGATIVE, "test nhanh"),
        )


def sample_urine(ward: Ward) -> None:
    """A rapid test with one reading that says nothing."""
    kit = ward.write(
        sampling.add_kit, sampling.AddKit("Fastep 4", "L01", date(2027, 6, 30), {"MOP": 300, "MET": 500})
    )
    test = ward.write(sampling.order_test, sampling.OrderTest(ward["duc's stay"], TestReason.INTAKE))
    ward.write(
        sampling.take_sample,
        sampling.TakeSample(
            test,
            1,
            SampleAnswer.AGREED,
            sample_no="M-1",
            witness="Lê Văn Sỹ",
            collector_sex=Sex.MALE,
            witness_sex=Sex.MALE,
        ),
        by="nurse",
    )
    readings = {"MOP": DrugTestReading.POSITIVE, "MET": DrugTestReading.INVALID}
    version = ward.read(get_test, test).version
    command = drug_results.RecordReadings(test, version, readings, kit, second_reader="Trần Thị Mai")
    ward.write(drug_results.record_readings, command)


def know_in_secret(ward: Ward) -> None:
    stay, today = ward["duc's stay"], local_date(ward.facility.file.clock.at)
    grant = GiveGrant("Bác Sĩ Lan", GrantKind.HIV_TREATING, ward["duc"], "điều trị", today, today)
    ward.write(give_grant, grant, by="head")
    ward.write(diagnose_hiv, Diagnose(stay, "B24", purpose="điều trị"))
    asked = hiv.AskHivConsent(stay, Consent.GIVEN, "điều trị", counselled_at=ward.facility.file.clock.at)
    test = hiv.OfHivTest(ward.write(hiv.ask_hiv_consent, asked), 1, "điều trị")
    ward.write(hiv.record_hiv_result, hiv.RecordHivResult(test, InfectionResult.POSITIVE, f"test nhanh, {SECRET}"))


def take_medicines(ward: Ward) -> None:
    allergy = AddAllergy(ward["duc"], "Penicillin", AllergySeverity.SEVERE, reaction="nổi mề đay")
    ward.write(add_allergy, allergy)
    regular = ward.order("paracetamol", 500, 10, 11, 20)
    twice = ward.written("paracetamol", 500, 12)
    ward.order("paracetamol", 500, person="hoa")
    found = ward.write(open_checks, OrderMedicine(ward["hoa"], twice))
    ward.order("paracetamol", 500, 12, person="hoa", reasons={one.key: "theo khoa" for one in found})
    ward.approve(RuleList.PROTOCOL, "opioid_symptomatic")
    left_out = frozenset({"paracetamol", "clonidine", "loperamide"})
    run = StartProtocol(ward["duc"], "opioid_symptomatic", left_out=left_out, uncounselled_why="vật vã")
    ward.write(start_protocol, run)
    secret = ward.order("efavirenz", 1, 10)
    ward.at(10)
    given, _ = ward.record(ward.said(regular, "10:00"), ward.said(secret, "10:00"))
    ward.at(11)
    ward.record(ward.said(regular, "11:00", Outcome.REFUSED, reason=FREE_TEXT))
    ward.write(strike_dose, StrikeDose(given.dose_id, 1, "ghi nhầm"), by="nurse")


def exported(ward: Ward, by: str = "doctor", **asked: Any) -> list[dict[str, Any]]:
    """What an export holds; the trail is written first."""
    command = Asked("chuyển bệnh viện", **{"code": "26-0001", **asked})
    begun = ward.write(begin, command, by=by)
    with ward.facility.database.read(ward.actor(by)) as uow:
        return [*resources(uow, begun)]


def kinds(found: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    by_kind: dict[str, list[dict[str, Any]]] = {}
    for one in found:
        by_kind.setdefault(one["resourceType"], []).append(one)
    return by_kind


def codes(one: dict[str, Any]) -> set[str]:
    return {each["code"] for each in one["code"].get("coding", ())}


def references(value: Any) -> Iterator[str]:
    """Every reference in a resource."""
    if isinstance(value, dict):
        if isinstance(value.get("reference"), str):
            yield value["reference"]
        for one in value.values():
            yield from references(one)
    elif isinstance(value, list):
        for one in value:
            yield from references(one)


def test_every_resource_loads_in_a_library_that_knows_r4(told: Ward) -> None:
    found = exported(told, with_drug_tests=True, grant=GrantKind.HIV_TREATING)
    other = [one for one in exported(told, code="26-0002") if one["resourceType"] != "Organization"]
    assert {*kinds([*found, *other])} == {
        *("Organization", "Patient", "EpisodeOfCare", "Encounter", "Condition", "AllergyIntolerance"),
        *("Observation", "QuestionnaireResponse", "DiagnosticReport", "Specimen", "Flag", "Provenance"),
        *("MedicationRequest", "MedicationAdministration", "Consent", "CarePlan", "DetectedIssue"),
    }
    found += other
    for one in found:
        kind = one["resourceType"]
        model = getattr(importlib.import_module(f"fhir.resources.R4B.{kind.lower()}"), kind)
        loaded = model.model_validate_json(json.dumps(one))
        assert json.loads(loaded.model_dump_json(exclude_none=True))["id"] == one["id"]
    ids = [f"{one['resourceType']}/{one['id']}" for one in found]
    assert len({*ids}) == len(ids)
    # Nothing points at what is not there.
    assert {each for one in found for each in references(one)} <= {*ids}


def test_values_have_the_codes_and_units_of_the_reference(told: Ward) -> None:
    observations = kinds(exported(told))["Observation"]
    valued = [*observations, *(part for one in observations for part in one.get("component", ()))]
    units = {
        code: one["valueQuantity"]["code"]
        for one in valued
        if "valueQuantity" in one
        for code in codes(one)
        if code in LOINC_UNITS
    }
    assert units == LOINC_UNITS
    by_code = {code: one for one in observations for code in codes(one)}
    assert by_code["8310-5"]["valueQuantity"]["value"] == 38.4
    assert [part["valueQuantity"]["value"] for part in by_code["85354-9"]["component"]] == [120, 80]
    assert by_code["44261-6"]["valueQuantity"]["value"] == 9
    assert {code for part in by_code["44261-6"]["component"] for code in codes(part)} >= {"44250-9", "44260-8"}
    assert by_code["5195-3"]["valueCodeableConcept"]["coding"][0]["code"] == "NEG"
    # Nobody read a code of COWS, or of a test for tuberculosis whose method is not told apart.
    assert by_code["COWS"]["code"]["coding"][0]["system"] == "https://facility.local/CodeSystem/scales"
    assert "tb" in by_code
    # Too few answers: they are kept, and there is no total.
    answered = {one["questionnaire"]: one for one in kinds(exported(told))["QuestionnaireResponse"]}
    assert answered["https://facility.local/Questionnaire/GAD-7|1"]["status"] == "in-progress"
    assert "70274-6" not in by_code


def test_orders_and_doses_say_what_became_of_them(told: Ward) -> None:
    found = kinds(exported(told))
    (order,) = found["MedicationRequest"]
    assert (order["status"], order["medicationCodeableConcept"]["coding"][0]["code"]) == ("active", "N02BE01")
    (dosage,) = order["dosageInstruction"]
    assert dosage["doseAndRate"][0]["doseQuantity"]["value"] == 500
    assert dosage["timing"]["repeat"]["timeOfDay"] == ["10:00:00", "11:00:00", "20:00:00"]
    states = {one["status"]: one for one in found["MedicationAdministration"]}
    assert {*states} == {"entered-in-error", "not-done"}
    assert states["not-done"]["statusReason"][0]["coding"][0]["code"] == "refused"
    assert states["entered-in-error"]["dosage"]["dose"]["value"] == 500
    (allergy,) = found["AllergyIntolerance"]
    assert (allergy["criticality"], allergy["code"]["text"]) == ("high", "Penicillin")


def test_what_was_not_asked_for_and_what_reveals_hiv_stays_where_it_is(told: Ward) -> None:
    plain = json.dumps(exported(told), ensure_ascii=False)
    for secret in (
        SECRET,
        "B24",
        "HIV",
        "EFV",
        "J05AR06",
        "MOP",
        "19295-5",
        "Morphin",
        FREE_TEXT,
        "nói muốn chết",
    ):
        assert secret not in plain, secret
    asked = exported(told, with_drug_tests=True, grant=GrantKind.HIV_TREATING)
    hidden = [one for one in asked if "HIV" in [each["code"] for each in one["meta"]["security"]]]
    assert {one["resourceType"] for one in hidden} == {
        *("Condition", "Observation", "MedicationRequest", "MedicationAdministration", "Consent"),
    }
    assert all(one["meta"]["security"][0]["code"] == "V" for one in hidden)
    shown = json.dumps([one for one in asked if one not in hidden], ensure_ascii=False)
    assert not [secret for secret in (SECRET, "B24", "EFV") if secret in shown]
    readings = [one for one in asked if "component" in one and "kit-cutoff" in json.dumps(one["component"])]
    values = {one["id"].rpartition("-")[2]: one for one in readings}
    assert codes(values["MOP"]) == {"19295-5"}
    assert values["MOP"]["valueCodeableConcept"]["coding"][0]["code"] == "POS"
    # A kit without its control line says nothing: no value, and why.
    assert "valueCodeableConcept" not in values["MET"]
    assert values["MET"]["dataAbsentReason"]["coding"][0]["code"] == "error"


def test_who_exports_whose_and_why_stands_in_the_trail_before_a_word_is_read(told: Ward) -> None:
    asked = Asked("giám định", "26-0001")
    for who in ("nurse", "chief", "chemist", "guard", "clerk", "auditor"):
        assert told.refused(begin, asked, by=who).code == "permission_denied", who
    assert told.refused(begin, Asked("giám định"), by="doctor").code == "permission_denied"
    assert told.refused(begin, Asked("  ", "26-0001")).code == "reason_missing"
    assert told.refused(begin, Asked("giám định", "99-0001")).code == "stay_unknown"
    # The other doctor has no grant, and an export of everybody never opens that wall.
    private = Asked("giám định", "26-0001", grant=GrantKind.HIV_TREATING)
    assert told.refused(begin, private, by="other doctor").code == "grant_not_held"
    last = "SELECT verb, table_name, record_id FROM audit_entry ORDER BY seq DESC LIMIT 1"
    everybody = exported(told, by="head", code=None)
    assert len(kinds(everybody)["Patient"]) == 2
    assert told.sql(last) == [("treatment.export_health", "facility_profile", told.read(lambda uow: uow.home))]
    told.write(begin, asked)
    assert told.sql(last) == [("treatment.export_health", "resident", told["duc"])]
    reason = "SELECT count(*) FROM audit_value WHERE column_name = 'reason' AND after = 'giám định'"
    assert told.sql(reason) == [(1,)]


def test_no_library_of_fhir_is_needed_to_write_it() -> None:
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "facility_app").rglob("*.py")]
    assert not [one for one in sources if "import fhir" in one or "from fhir" in one]
    for name in ("linux", "windows"):
        locked = (ROOT / "installer" / "locks" / f"runtime-{name}.txt").read_text(encoding="utf-8")
        assert "fhir" not in locked
        assert "pydantic" not in locked


def test_a_folder_is_there_whole_or_not_at_all(told: Ward, tmp_path: Path) -> None:
    found = exported(told)
    place = tmp_path / "fhir"
    left_behind = tmp_path / f"fhir{written.PART}"
    left_behind.mkdir()
    counts = written.write_folder(place, found, {"transactionTime": "x"})
    assert sum(counts.values()) == len(found)
    for kind, count in counts.items():
        lines = (place / f"{kind}.ndjson").read_text(encoding="utf-8").splitlines()
        assert [json.loads(line)["resourceType"] for line in lines] == [kind] * count
    manifest = json.loads((place / written.MANIFEST).read_text(encoding="utf-8"))
    assert "LOINC" in manifest["notice"]
    assert {one["type"]: one["count"] for one in manifest["output"]} == counts

    def full() -> Iterator[dict[str, Any]]:
        yield found[0]
        raise OSError(28, "no room")

    with pytest.raises(EnvironmentFault) as refused:
        written.write_folder(tmp_path / "more", full(), {})
    assert refused.value.code == "disk_full"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["fhir"]
