"""Screening: nothing without consent; HIV behind the closed list, each look a deed; a place without its reason."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from facility_app.db import search
from facility_app.db.base import Base
from facility_app.kernel.actor import Actor, Role
from facility_app.kernel.errors import UserError
from facility_app.kernel.privacy import Privacy
from facility_app.modules.access.domain.grants import GrantKind
from facility_app.modules.access.queries import list_looks
from facility_app.modules.housing.api import NeedKind, list_needs
from facility_app.modules.treatment.domain.infections import Consent, Disease, InfectionResult, require_guardian
from facility_app.modules.treatment.module import SPEC
from facility_app.modules.treatment.queries.closed_list import list_screening_looks
from facility_app.modules.treatment.queries.record import list_diagnoses, list_placement_reasons
from facility_app.modules.treatment.service.exporting import BeginExport, begin_export
from facility_app.modules.treatment.service.hiv import (
    AskHivConsent,
    OfHivTest,
    OpenHiv,
    RecordHivResult,
    TellHivResult,
    ask_hiv_consent,
    open_hiv,
    record_hiv_result,
    strike_hiv,
    tell_hiv_result,
    withdraw_hiv_consent,
)
from facility_app.modules.treatment.service.infections import (
    AskConsent,
    OpenInfections,
    RecordInfection,
    StrikeInfection,
    WithdrawConsent,
    ask_consent,
    open_infections,
    record_infection,
    strike_infection,
    withdraw_consent,
)
from facility_app.modules.treatment.service.notes import Diagnose, diagnose_hiv
from facility_app.modules.treatment.service.placing import AskPlacement, ask_placement
from tests.helpers.facility import DEVICE
from tests.modules.treatment.ward import COUNSELLOR, DOCTOR, GUARD, HEAD, NOW, NURSE, Ward

CARE = "khám, chọn phác đồ"
CANARY = "bí-mật-7731"
HIV_TABLES = ("hiv_test", "private_diagnosis")


def asked(ward: Ward, **more: Any) -> str:
    """The man agreed to a test; the id."""
    command = AskHivConsent(ward["duc"], Consent.GIVEN, CARE, counselled_at=NOW - timedelta(minutes=20))
    return ward.write(ask_hiv_consent, replace(command, **more))


def test_no_result_without_consent_and_none_twice(ward: Ward) -> None:
    refused = ward.write(ask_consent, AskConsent(ward["duc"], Disease.HCV, Consent.REFUSED), by=COUNSELLOR)
    wish = RecordInfection(refused, 1, InfectionResult.NEGATIVE)
    assert ward.refused(record_infection, wish, by=NURSE).code == "no_consent"
    given = ward.write(ask_consent, AskConsent(ward["duc"], Disease.TB, Consent.GIVEN), by=NURSE)
    ward.write(withdraw_consent, WithdrawConsent(given, 1), by=COUNSELLOR)
    assert ward.refused(record_infection, replace(wish, test_id=given, version=2), by=NURSE).code == "no_consent"
    third = ward.write(ask_consent, AskConsent(ward["duc"], Disease.TB, Consent.GIVEN), by=NURSE)
    ward.write(record_infection, RecordInfection(third, 1, InfectionResult.POSITIVE, "Xpert"), by=NURSE)
    assert ward.refused(record_infection, replace(wish, test_id=third, version=2)).code == "result_there"
    assert ward.refused(withdraw_consent, WithdrawConsent(third, 2)).code == "result_there"
    ward.write(strike_infection, StrikeInfection(third, 2, "nhầm người"))
    rows = ward.write(open_infections, OpenInfections(ward["duc"], CARE), by=HEAD)
    assert [(one.disease, one.result, one.struck_reason) for one in rows] == [
        (Disease.TB, InfectionResult.POSITIVE, "nhầm người"),
        (Disease.TB, None, None),
        (Disease.HCV, None, None),
    ]
    looks = ward.read(list_looks, "resident", ward["man"], by=HEAD)
    assert [(one.verb, one.purpose) for one in looks] == [("treatment.open_infections", CARE)]


def test_who_took_results_out_stands_among_those_who_saw_them(ward: Ward) -> None:
    ward.write(open_infections, OpenInfections(ward["duc"], CARE), by=HEAD)
    ward.write(begin_export, BeginExport("chuyển viện", ward["man"]), by=HEAD)
    ward.write(begin_export, BeginExport("báo cáo", None), by=HEAD)
    looks = ward.read(list_screening_looks, ward["man"], by=HEAD)
    assert [(one.verb, one.purpose) for one in looks] == [
        ("treatment.export_health", "báo cáo"),
        ("treatment.export_health", "chuyển viện"),
        ("treatment.open_infections", CARE),
    ]


def test_hiv_is_read_and_written_by_the_closed_list_alone_and_each_look_names_who_and_why(ward: Ward) -> None:
    # Neither a doctor nor a nurse by the office: only whoever was given the right for this person.
    look = OpenHiv(ward["duc"], CARE)
    assert ward.refused(open_hiv, look).code == "grant_not_held"
    assert ward.refused(open_hiv, look, by=GUARD).code == "permission_denied"
    assert ward.refused(open_hiv, look, by=(Role.AUDITOR,)).code == "permission_denied"
    assert ward.refused(ask_hiv_consent, AskHivConsent(ward["duc"], Consent.GIVEN, CARE)).code == "grant_not_held"
    ward.grant()
    assert ward.refused(open_hiv, replace(look, purpose=" ")).code == "words_missing"
    assert ward.refused(open_hiv, replace(look, stay_id=ward["hoa"])).code == "grant_not_held"
    assert ward.refused(ask_hiv_consent, AskHivConsent(ward["duc"], Consent.GIVEN, CARE)).code == "not_counselled"
    test_id = asked(ward)
    of = OfHivTest(test_id, 1, CARE)
    assert ward.refused(tell_hiv_result, TellHivResult(of)).code == "no_result"
    ward.write(record_hiv_result, RecordHivResult(of, InfectionResult.POSITIVE, "ELISA", note=CANARY))
    of = replace(of, version=2)
    assert ward.refused(record_hiv_result, RecordHivResult(of, InfectionResult.NEGATIVE)).code == "result_there"
    ward.write(tell_hiv_result, TellHivResult(of))
    assert ward.refused(tell_hiv_result, TellHivResult(replace(of, version=3))).code == "told_already"
    ward.write(diagnose_hiv, Diagnose(ward["duc"], "B24", note=CANARY, purpose=CARE))
    facts = ward.write(open_hiv, OpenHiv(ward["duc"], CARE), by=HEAD)
    assert [(one.result, one.told_at) for one in facts.tests] == [(InfectionResult.POSITIVE, NOW)]
    assert [one.code for one in facts.diagnoses] == ["B24"]
    assert CANARY not in repr(facts)
    looks = ward.read(list_looks, "resident", ward["man"], by=HEAD)
    assert {(one.verb, one.purpose) for one in looks if one.verb == "treatment.open_hiv"} == {
        ("treatment.open_hiv", None)
    }
    used = ward.sql("SELECT count(*) FROM audit_entry WHERE verb = 'access.use_grant'")
    # Asked, result, told, diagnosis, and the head's look.
    assert used == [(5,)]


def test_an_entry_behind_the_wall_is_struck_out_with_no_word_outside_it(ward: Ward) -> None:
    ward.grant()
    test_id = asked(ward)
    other = asked(ward, consent=Consent.REFUSED)
    ward.write(withdraw_hiv_consent, OfHivTest(test_id, 1, CARE))
    result = RecordHivResult(OfHivTest(test_id, 2, CARE), InfectionResult.NEGATIVE)
    assert ward.refused(record_hiv_result, result).code == "no_consent"
    ward.write(strike_hiv, OfHivTest(other, 1, CARE))
    diagnosis = ward.write(diagnose_hiv, Diagnose(ward["duc"], "Z21", purpose=CARE))
    assert ward.refused(diagnose_hiv, Diagnose(ward["duc"], "F11.2", purpose=CARE)).code == "icd_not_private"
    ward.write(strike_hiv, OfHivTest(diagnosis, 1, CARE))
    assert ward.sql("SELECT DISTINCT void_reason FROM hiv_test WHERE voided_at IS NOT NULL") == [("Ghi nhầm",)]
    facts = ward.write(open_hiv, OpenHiv(ward["duc"], CARE))
    assert [one.struck_at is not None for one in facts.tests] == [True, False]


def test_hiv_stands_in_no_open_column_list_task_or_search(ward: Ward) -> None:
    ward.grant()
    test_id = asked(ward)
    ward.write(
        record_hiv_result, RecordHivResult(OfHivTest(test_id, 1, CARE), InfectionResult.POSITIVE, note=CANARY)
    )
    ward.write(diagnose_hiv, Diagnose(ward["duc"], "B24", note=CANARY, purpose=CARE))
    assert ward.read(list_diagnoses, ward["duc"]) == ()
    assert ward.sql("SELECT count(*) FROM task WHERE kind LIKE 'treatment.%'") == [(0,)]
    searched = {one.table for one in search.searched(Base.metadata)}
    assert searched.isdisjoint(one.name for one in SPEC.tables)
    stamps = {"id", "home", "created_at", "created_by", "updated_at", "updated_by", "version"}
    stamps |= {"voided_at", "voided_by", "void_reason"}
    for name in HIV_TABLES:
        own = [one for one in Base.metadata.tables[name].columns if one.name not in stamps]
        assert {one.info["privacy"] for one in own} == {Privacy.HIV}
    # What the trail keeps of it has the class of its column: whoever reads the trail without it sees no word.
    classes = ward.sql("SELECT DISTINCT privacy FROM audit_value WHERE after LIKE ?", f"%{CANARY}%")
    assert classes == [("hiv",)]


def test_drug_tests_have_a_privacy_class_of_their_own() -> None:
    for name in ("drug_test", "drug_test_result", "custody_step"):
        own = [one for one in Base.metadata.tables[name].columns if one.info["privacy"] is not Privacy.ADMIN]
        assert {one.info["privacy"] for one in own if one.name != "void_reason"} == {Privacy.DRUG_TEST}


def test_the_house_learns_what_a_place_must_be_and_the_record_alone_why(ward: Ward) -> None:
    command = AskPlacement(ward["duc"], NeedKind.INFECTION_ROOM, f"AFB dương tính {CANARY}", cohort="A")
    saved = ward.write(ask_placement, command)
    (need,) = ward.read(list_needs, ward["man"], by=GUARD)
    assert (need.kind, need.cohort, need.need_id) == (NeedKind.INFECTION_ROOM, "A", saved.need_id)
    assert CANARY not in str(ward.sql("SELECT * FROM housing_need")) + str(ward.sql("SELECT * FROM task"))
    (why,) = ward.read(list_placement_reasons, ward["duc"], by=NURSE)
    assert why.reason.endswith(CANARY)
    wrong = replace(command, need=NeedKind.VIOLATORS_AREA)
    assert ward.refused(ask_placement, wrong).code == "need_not_medical"
    assert ward.refused(ask_placement, replace(command, reason=" ")).code == "field_missing"


def test_a_counsellor_reads_with_the_grant_of_a_counsellor_and_with_no_other(ward: Ward) -> None:
    ward.grant(GrantKind.HIV_COUNSELLOR)
    asked(ward, kind=GrantKind.HIV_COUNSELLOR)
    look = OpenHiv(ward["duc"], CARE, GrantKind.HIV_COUNSELLOR)
    assert len(ward.write(open_hiv, look, by=COUNSELLOR).tests) == 1
    assert ward.refused(open_hiv, replace(look, kind=GrantKind.HIV_TREATING), by=COUNSELLOR).code == (
        "grant_not_for_role"
    )
    assert Actor(ward["second"], frozenset(DOCTOR), DEVICE).may(SPEC.permissions[0])


def test_a_child_is_tested_for_hiv_with_the_consent_of_a_guardian() -> None:
    for age, guardian in ((14, "Nguyễn Văn Bình"), (15, None)):
        require_guardian(age, guardian, 15)
    with pytest.raises(UserError) as told:
        require_guardian(14, None, 15)
    assert (told.value.code, "15 tuổi" in told.value.message) == ("guardian_missing", True)
