"""Every placeholder a slice built so far owns is filled from one person's data; the rest is told, with why."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from facility_app.documents.forms.check import check_payload
from facility_app.documents.forms.fields import Payload
from facility_app.documents.forms.spec import FormSpec, Wall
from facility_app.kernel.actor import Role
from facility_app.modules.catalogues.api import FacilityRow, UnitKind
from facility_app.modules.correspondence.queries.paper import get_paper
from facility_app.modules.discharge.domain.plan import REINTEGRATION_PLACES
from facility_app.modules.discharge.papers.payloads import minutes_payload, release_payload
from facility_app.modules.discharge.service.certificates import IssueCertificate, issue_certificate
from facility_app.modules.discharge.service.decisions import (
    RecordMonitoring,
    RecordPostRehab,
    record_monitoring_decision,
    record_post_rehab_decision,
)
from facility_app.modules.discharge.service.device import FitDevice, fit_device
from facility_app.modules.discharge.service.plans import SaveReintegrationPlan, save_reintegration_plan
from facility_app.modules.residents.domain.family import Alias, Relation, Relative
from facility_app.modules.stays.domain.decisions import DecisionFacts, DecisionKind
from facility_app.modules.stays.domain.plan import PLAN_PLACES, PlanPart
from facility_app.modules.stays.domain.stages import Stage, StageResult
from facility_app.modules.stays.domain.types import StayType
from facility_app.modules.stays.papers import deciding_title, reference
from facility_app.modules.stays.queries.detail import list_stages
from facility_app.modules.stays.service.decisions import AddDecision, add_decision
from facility_app.modules.stays.service.plan import SavePlan, save_medical_plan, save_plan
from facility_app.modules.stays.service.stages import SettleStage, StartStage, settle_stage, start_stage
from facility_app.modules.stays.tables import StayDecision
from tests.modules.discharge.leaving import BY_COURT, CARD, COURT, DUC, FATHER, FORMS, OLD_COURT, House
from tests.modules.discharge.test_releasing import version

DAY = date(2026, 8, 31)
OFFICE = frozenset(
    {
        *("document_number", "document_symbol", "document_date", "recipients", "archive_code"),
        *("signer_authority", "signer_office", "signer_position", "signer_rank", "signer_name"),
        "page_count",
    }
)
"""Filled when a paper is issued: number and day from the book, the signer, "Nơi nhận" from the addressees.

How many pages minutes have is counted when they are set."""

PHONE = "no slice keeps the person's own telephone"
PROPOSER = "who proposes is written at the form; an empty one is a dotted line to be filled by hand"
FAMILY_PAPERS = "of relatives the file keeps no sex, birthday or identity paper; written at the form"
EMPTY: Mapping[str, Mapping[str, str]] = {
    "V-18": {},
    "V-19": {},
    "V-23": {"receiving_phone": PHONE},
    "V-27": {"served_to_date": "no term runs: the verb that makes the certificate says until when"},
    "V-30": {"certified": "of a private facility the verb says whether all was done or a part (Đ94.3, Đ94.4)"},
    "V-50": {"phone": PHONE, "proposing_unit": PROPOSER},
    "V-51": {},
    "I-03": {
        "representative_gender": FAMILY_PAPERS,
        "representative_id_issue_date": FAMILY_PAPERS,
        "representative_id_issue_place": FAMILY_PAPERS,
        "representative_id_number": FAMILY_PAPERS,
    },
    "I-04": {"workplace": "no slice keeps where somebody works or learns"},
}
OF_TYPE = {"V-27": StayType.HOME_PHASES_AT_FACILITY, "V-30": StayType.VOLUNTARY_PRIVATE}
HEALTH = "part III and IV are the medical roles', written at the form"
DOOR = "told at the door: intake fills it from its case"
TERMS = "the parties agree on it; written at the form"
FACILITY = "the profile of the facility does not keep it"
LATER: Mapping[str, Mapping[str, frozenset[str]]] = {
    "V-17": {
        HEALTH: frozenset(
            {
                *("blood_pressure", "heart_rate", "chronic_disease", "mental_signs", "physical_signs"),
                *("family_conflict", "family_conflict_frequency"),
                *("family_history", "family_history_count", "family_history_relation"),
                *("mental_found_time", "mental_history", "mental_result", "mental_treatment_time"),
                *("somatic_found_time", "somatic_history", "somatic_result", "somatic_treatment_time"),
                *("rehab_history", "substance_use_history"),
            }
        ),
        "the file of this person knows no such thing": frozenset(
            {
                *("child1_address", "child2_address", "child2_age", "child2_full_name"),
                *("mother_address", "spouse_address", "policy_category", "legal_status_note"),
            }
        ),
        "whoever asks signs by hand": frozenset({"staff_writer_name"}),
    },
    "V-24": {
        DOOR: frozenset(
            {
                *("receiving_name", "receiving_position", "registrant_agency", "registrant_date_of_birth"),
                *("registrant_gender", "registrant_id_issue_date", "registrant_id_issue_place"),
                *("registrant_id_number", "registrant_kind", "registrant_name", "registrant_phone"),
                *("registrant_position", "registrant_relationship", "registrant_residence"),
            }
        )
    },
    "V-29": {
        TERMS: frozenset(
            {
                *("breach_terms", "client_duties", "contract_liquidation", "contract_other_terms"),
                *("contract_place", "contract_to_date", "facility_duties", "service_cost", "service_mode"),
                *("service_scope", "service_support", "service_time_place"),
            }
        ),
        FACILITY: frozenset(
            {
                *("facility_bank_account", "facility_bank_name", "facility_fax", "facility_tax_code"),
                *("facility_license_date", "facility_license_number"),
            }
        ),
        FAMILY_PAPERS: frozenset(
            {
                *("representative_gender", "representative_id_issue_date"),
                *("representative_id_issue_place", "representative_id_number"),
            }
        ),
        PHONE: frozenset({"phone"}),
    },
    "V-31": {
        DOOR: frozenset(
            {
                *("attached_documents", "condition_at_handover", "personal_effects"),
                *("receiving_name", "receiving_position"),
            }
        ),
        "sent by a court, so nobody assigned the facility by a decision": frozenset(
            {
                *("assignment_decision_authority", "assignment_decision_date"),
                "assignment_decision_number",
            }
        ),
    },
    "V-42": {
        DOOR: frozenset(
            {
                *("attached_documents", "condition_at_handover", "personal_effects"),
                *("receiving_name", "receiving_position"),
            }
        )
    },
}
"""What the file of one person leaves empty in the papers of intake, by the reason; those of absences: there."""
FULL = replace(
    DUC,
    religion="none",
    education_level="lower_secondary",
    nationality="VN",
    employment="employed",
    marital_status="married",
    skill="thợ xây bậc 3",
    diplomas="chứng chỉ nghề hàn",
    height_cm=165,
    weight_kg=55,
)
MOTHER = Relative(relation=Relation.MOTHER, name="Trần Thị Lan", birth_year=1965, is_guardian=False)
SPOUSE = Relative(relation=Relation.SPOUSE, name="Phạm Thị Hồng", birth_year=1992)
CHILD = Relative(relation=Relation.CHILD, name="Nguyễn Minh An", birth_year=2018)
EVERYBODY = (Role.HEAD, Role.CLERK, Role.INTAKE, Role.DISCHARGE, Role.DOCTOR, Role.COUNSELLOR)


def lived(house: House, stay_type: StayType = StayType.COMPULSORY_ADULT) -> str:
    """Somebody about whom everything is written down that the slices built so far can hold."""
    family = (FATHER, MOTHER, SPOUSE, CHILD)
    known = {"relatives": family, "papers": (CARD,), "aliases": (Alias("Đức Cống"),)}
    end_on = None if stay_type is StayType.HOME_PHASES_AT_FACILITY else date(2026, 9, 1)
    stay = house.admit(stay_type, FULL, end_on=end_on, facts=known)
    house.settle(stay)
    if stay_type is StayType.VOLUNTARY_PRIVATE:
        contract = DecisionFacts("3", date(2024, 9, 1), "Cơ sở", symbol="HĐCN")
        house.write(
            add_decision,
            AddDecision(stay, house.stay(stay).version, DecisionKind.CONTRACT, contract),
            by=EVERYBODY,
        )
    house.at(DAY, 8)
    if stay_type.has_term:
        run_stages(house, stay)
        write_plan(house, stay)
    texts = dict.fromkeys(REINTEGRATION_PLACES, "đã bàn")
    house.write(save_reintegration_plan, SaveReintegrationPlan(stay, 0, texts))
    house.write(
        record_post_rehab_decision,
        RecordPostRehab(stay, version(house, stay), "88", date(2026, 8, 10), "Chủ tịch UBND phường Hoàn Kiếm", 24),
    )
    house.write(
        record_monitoring_decision,
        RecordMonitoring(stay, version(house, stay), "19", date(2026, 8, 11), "Công an phường Hoàn Kiếm"),
    )
    return stay


def run_stages(house: House, stay: str) -> None:
    admitted = house.stay(stay).admitted_on
    for stage in Stage:
        command = StartStage(stay, stage, admitted, reason="hồ sơ của phép thử")
        house.write(start_stage, command, by=EVERYBODY)
    for one in house.read(list_stages, stay):
        ended = SettleStage(
            one.stage_id, one.version, one.start_on, DAY, StageResult.PASSED, reason="hồ sơ của phép thử"
        )
        house.write(settle_stage, ended, by=EVERYBODY)


def write_plan(house: House, stay: str) -> None:
    texts = {one.name: "đã ghi" for one in PLAN_PLACES}
    medical = {one.name for one in PLAN_PLACES if one.part is PlanPart.MEDICAL}
    results = dict.fromkeys(("recovery_result", "education_result", "labour_result"), StageResult.PASSED)
    shared = {name: text for name, text in texts.items() if name not in medical}
    made = house.write(save_plan, SavePlan(stay, 0, shared, results), by=EVERYBODY)
    own = {name: texts[name] for name in medical}
    house.write(save_medical_plan, SavePlan(stay, made.version, own), by=EVERYBODY)


def fill(house: House, form: FormSpec, stay: str) -> Payload:
    """As the verbs of this slice fill it."""

    def ask(uow: object) -> Payload:
        minutes = minutes_payload(uow, house.clock.at)  # type: ignore[arg-type]  # a unit of work
        own = {name: value for name, value in minutes.items() if name in form.fields}
        own |= {"handed_document_title": "giấy"} if form.id == "V-23" else {}
        return release_payload(uow, form, stay, DAY, own)  # type: ignore[arg-type]  # a unit of work

    return house.read(ask, by=EVERYBODY)


@pytest.mark.parametrize("form_id", sorted(EMPTY))
def test_what_stays_empty_is_told_with_its_reason(house: House, private_house: House, form_id: str) -> None:
    at = private_house if form_id == "V-30" else house
    stay = lived(at, OF_TYPE.get(form_id, StayType.COMPULSORY_ADULT))
    if form_id.startswith("I-"):
        fitted = FitDevice(stay, version(at, stay), "TB-01", "cổ chân trái", "tốt", "bộ sạc")
        at.write(fit_device, fitted, FORMS)
    form = FORMS.get(form_id)
    payload = fill(at, form, stay)
    assert set(form.fields) - set(payload) - OFFICE == set(EMPTY[form_id])
    faults = {one.name for one in check_payload(form, payload)}
    assert faults - OFFICE <= set(EMPTY[form_id]), "what is filled fits the form"


@pytest.mark.parametrize("private", [False, True])
def test_papers_of_intake_are_filled_from_the_file_and_what_stays_empty_is_told(
    house: House, private_house: House, private: bool
) -> None:
    at = private_house if private else house
    stay = lived(at, StayType.VOLUNTARY_PRIVATE if private else StayType.COMPULSORY_ADULT)
    for form_id in ("V-24", "V-29") if private else ("V-17", "V-31", "V-42"):
        form = FORMS.get(form_id)
        payload = fill(at, form, stay)
        told = frozenset().union(*LATER[form_id].values())
        assert set(form.fields) - set(payload) - OFFICE == told, form_id
        assert [one for one in check_payload(form, payload) if one.code != "missing"] == []


def test_what_is_typed_wins_over_what_the_files_say(house: House) -> None:
    stay, form = lived(house), FORMS.get("V-42")
    typed = {"full_name": "Nguyễn Văn Đức (Cống)", "condition_at_handover": "tỉnh táo, không có vết thương"}
    payload = house.read(release_payload, form, stay, DAY, typed)
    assert {name: payload[name] for name in typed} == typed


def test_the_medical_part_of_the_plan_is_filled_for_medical_roles_alone(house: House) -> None:
    stay, form = lived(house), FORMS.get("V-18")
    medical = form.names(Wall.MEDICAL) - form.names(Wall.OPEN)
    office = house.read(release_payload, form, stay, DAY, by=(Role.HEAD,))
    doctor = house.read(release_payload, form, stay, DAY, by=(Role.DOCTOR,))
    assert medical.isdisjoint(office)
    assert medical <= doctor.keys()


def test_the_certificate_names_the_court_by_its_name_of_that_day(house: House) -> None:
    stay = lived(house)
    assert fill(house, FORMS.get("V-50"), stay)["court_area_name"] == OLD_COURT


def test_a_courts_decision_is_no_decision_of_the_police(house: House) -> None:
    """V-27 and V-30 rest on a decision of the commune police; a number of the court's would name none there is."""
    stay = lived(house)
    of_court, of_police = (fill(house, FORMS.get(form_id), stay) for form_id in ("V-50", "V-27"))
    assert {"decision_number", "decision_date"} <= of_court.keys()
    assert not {"decision_number", "decision_date"} & of_police.keys()


def test_who_will_sign_and_who_decides_stand_on_a_draft(house: House) -> None:
    """The official alternatives of V-46 are chosen by the unit and by who sent the person (Đ110)."""
    stay = lived(house)
    told = fill(house, FORMS.get("V-46"), stay)
    assert (told["signer_office"], told["authority_kind"]) == ("Trưởng cơ sở", "court")
    certificate = house.read(release_payload, FORMS.get("V-27"), stay, DAY)
    assert certificate["signer_position"] == "Trưởng cơ sở"
    assert "signer_position" not in house.read(release_payload, FORMS.get("V-18"), stay, DAY)


def test_a_minor_is_received_for_by_whoever_stands_for_them(house: House) -> None:
    young = replace(FULL, name="Lê Minh Khôi", birth_on=date(2009, 10, 2))
    stay = house.admit(StayType.COMPULSORY_MINOR, young)
    house.at(DAY)
    payload = fill(house, FORMS.get("V-23"), stay)
    assert (payload["receiving_name"], payload["receiving_relationship"]) == (FATHER.name, "Cha")


def test_of_an_adult_the_certificate_tells_no_parent(house: House) -> None:
    stay = lived(house)
    made = house.write(issue_certificate, IssueCertificate(stay), FORMS)
    paper = house.read(get_paper, made.paper_id)
    assert paper.open_file is not None
    assert FATHER.name not in paper.open_file.payload.decode()


def test_the_certificate_of_a_volunteer_certifies_what_their_case_says(house: House, private_house: House) -> None:
    told = {}
    for at, kind in ((house, StayType.VOLUNTARY_PUBLIC), (private_house, StayType.VOLUNTARY_PRIVATE)):
        stay = at.admit(kind, FULL, months=12)
        at.settle(stay)
        at.at(DAY, 8)
        contract: Payload = {"contract_date": date(2025, 9, 1), "contract_number": "3"}
        typed = contract if kind is StayType.VOLUNTARY_PRIVATE else {}
        made = at.write(issue_certificate, IssueCertificate(stay, typed=typed), FORMS)
        paper = at.read(get_paper, made.paper_id)
        assert paper.open_file is not None
        told[kind] = json.loads(paper.open_file.payload)["certified"]
    assert told == {StayType.VOLUNTARY_PUBLIC: "public", StayType.VOLUNTARY_PRIVATE: "private"}


def test_a_decision_from_a_roster_without_a_subject_is_quoted_as_far_as_it_is_known(house: House) -> None:
    bare = replace(BY_COURT, subject=None, issued_on=date(2024, 8, 27))
    old = house.admit(decision=bare)
    new = house.admit(
        person=replace(FULL, name="Lê Văn Tám"),
        end_on=date(2028, 8, 1),
        decision=replace(bare, issued_on=date(2026, 7, 20), authority=COURT),
        facts={"papers": (), "aliases": ()},
    )
    form = FORMS.get("V-50")
    told = [house.read(release_payload, form, stay, DAY).get("decision_subject") for stay in (old, new)]
    assert told == [None, "áp dụng biện pháp đưa đi cai nghiện bắt buộc"]


def test_a_decision_is_quoted_in_one_line_of_what_is_known() -> None:
    full = StayDecision(number="12", symbol="QĐ-TA", issued_on=date(2024, 8, 27), authority=OLD_COURT)
    assert reference(full) == f"12/QĐ-TA ngày 27/08/2024 của {OLD_COURT}"
    bare = StayDecision(number="12", symbol="", issued_on=date(2024, 8, 27), authority="")
    assert reference(bare) == "12 ngày 27/08/2024"


def test_a_decision_is_headed_by_title_and_name_with_no_word_twice() -> None:
    def titled(name: str, kind: UnitKind) -> str:
        return deciding_title(FacilityRow("", "", name, "01", kind))

    assert titled("Cơ sở cai nghiện số 1", UnitKind.PUBLIC) == "Trưởng Cơ sở cai nghiện số 1"
    assert titled("Trung tâm cai nghiện A", UnitKind.PUBLIC) == "Trưởng cơ sở Trung tâm cai nghiện A"
    assert titled("Trường giáo dưỡng số 2", UnitKind.REFORM_SCHOOL) == "Hiệu trưởng Trường giáo dưỡng số 2"
