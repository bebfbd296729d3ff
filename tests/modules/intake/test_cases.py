"""Somebody is taken in: what is missing has its article, the fast case is all or nothing, forty at once."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from facility_app.app import print_shop
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Role
from facility_app.kernel.money import Money
from facility_app.kernel.paging import Look
from facility_app.kernel.sex import Sex
from facility_app.modules.deposits.api import ItemFacts, Signing
from facility_app.modules.intake.domain.arrival_papers import PAPER_NEEDS, PaperMark
from facility_app.modules.intake.domain.door_health import RED_FLAGS, Sign, condition_text
from facility_app.modules.intake.domain.steps import DoorFacts, Step, StepState, percent, step_views
from facility_app.modules.intake.papers import case_payload
from facility_app.modules.intake.queries.arriving import Arrival, list_alike
from facility_app.modules.intake.queries.cases import get_case, list_case_ids, list_cases
from facility_app.modules.intake.service.arriving import (
    Delivery,
    ReceiveMany,
    ReceivePerson,
    receive_many,
    receive_person,
)
from facility_app.modules.intake.service.cases import (
    FinishCase,
    MarkPaper,
    OpenCase,
    RecordDelivery,
    finish_case,
    mark_paper,
    open_case,
    record_delivery,
)
from facility_app.modules.intake.service.custody import (
    Brought,
    GiveBedding,
    TakeInAtDoor,
    give_bedding,
    take_in_at_door,
)
from facility_app.modules.intake.service.health import CheckAtDoor, TreatFlags, check_at_door, treat_flags
from facility_app.modules.intake.service.minutes import IssueMinutes, issue_minutes
from facility_app.modules.intake.service.turning import TurnCompulsory, turn_compulsory
from facility_app.modules.intake.service.typed import Typed
from facility_app.modules.intake.tables import IntakeCase
from facility_app.modules.stays.api import AdmissionReason, StayType, get_stay
from facility_app.modules.tasks.queries import list_task_ids
from tests.modules.stays.house import ASSIGNED, DECIDED, House

DOOR = (Role.INTAKE,)
DECISION = replace(DECIDED, issued_on=date(2027, 1, 20), decided_months=24)
DELIVERY = Delivery(
    StayType.COMPULSORY_ADULT,
    AdmissionReason.NOT_REGISTERED,
    date(2027, 2, 1),
    DECISION,
    delivering_name="Lê Văn Tám",
    delivering_agency="Công an phường Hoàn Kiếm",
)
AN = Arrival("Nguyễn Văn An", Sex.MALE, date(1990, 5, 17), number="001090012345")
SHIRT = ItemFacts("Áo sơ mi", 2, is_sealed=False)
BROUGHT = Brought(Money(350_000), (SHIRT,), "Tủ 3", signing=Signing("Trần Thị Bé"))
DONE = DoorFacts(
    stay_type="COMPULSORY_ADULT",
    is_checked=True,
    papers=dict.fromkeys((need.code for need in PAPER_NEEDS["COMPULSORY_ADULT"]), PaperMark.CAME),
    has_minutes=True,
    has_health=True,
    has_money=True,
    has_things=True,
    has_supplies=True,
    has_bed=True,
    has_plan=True,
)


def test_things_are_typed_line_by_line_with_their_count_and_a_star_for_the_sealed_bag() -> None:
    found = Typed.things_of("2 áo sơ mi\n* 1 x điện thoại\nnhẫn; ")
    assert [(one.what, one.quantity, one.is_sealed) for one in found] == [
        ("áo sơ mi", 2, False),
        ("điện thoại", 1, True),
        ("nhẫn", 1, False),
    ]
    assert Typed.brought_of({"no_money": True}) == Brought(Money(0), None)
    assert Typed.brought_of({}) is None


def states(facts: DoorFacts) -> dict[Step, StepState]:
    return {view.step: view.state for view in step_views(facts)}


def lacks(facts: DoorFacts) -> dict[str, str]:
    return {lack.code: lack.article for view in step_views(facts) for lack in view.lacks}


def test_whoever_has_everything_is_at_a_hundred_percent_with_every_step_done() -> None:
    assert set(states(DONE).values()) == {StepState.DONE}
    assert (percent(step_views(DONE)), lacks(DONE)) == (100, {})


@pytest.mark.parametrize(
    ("fact", "step", "code"),
    [
        ("is_checked", Step.IDENTITY, "checked"),
        ("has_minutes", Step.PAPERS, "minutes"),
        ("has_health", Step.HEALTH, "health"),
        ("has_money", Step.BELONGINGS, "money"),
        ("has_things", Step.BELONGINGS, "things"),
        ("has_supplies", Step.BELONGINGS, "supplies"),
        ("has_bed", Step.PLACEMENT, "bed"),
        ("has_plan", Step.PLAN, "plan"),
    ],
)
def test_each_missing_fact_opens_its_own_step_and_names_an_article(fact: str, step: Step, code: str) -> None:
    missing: dict[str, Any] = {fact: False}
    facts = replace(DONE, **missing)
    assert [one for one, state in states(facts).items() if state is not StepState.DONE] == [step]
    assert lacks(facts)[code]
    assert percent(step_views(facts)) < 100


@pytest.mark.parametrize(("kind", "need"), [(kind, need) for kind, needs in PAPER_NEEDS.items() for need in needs])
def test_a_missing_paper_is_named_with_its_article_and_one_not_needed_is_no_lack(kind: str, need: Any) -> None:
    facts = DoorFacts(stay_type=kind, is_minor=True)
    code = f"paper:{need.code}"
    assert lacks(facts).get(code) == (need.article if need.is_owed else None)
    assert code not in lacks(replace(facts, papers={need.code: PaperMark.NOT_NEEDED}))


def test_of_a_temporary_stay_turned_compulsory_no_minutes_and_no_delivery_are_asked_again() -> None:
    turned = DoorFacts(stay_type="COMPULSORY_ADULT", is_turned=True)
    assert set(lacks(turned)) == {"paper:decision", "paper:assignment", "paper:informed", "bed", "plan"}
    assert states(turned)[Step.HEALTH] is StepState.NOT_OWED


def test_the_health_step_asks_the_same_of_everybody_so_that_it_tells_nobody_of_a_red_flag() -> None:
    totals = {
        view.total
        for flags in (True, False)
        for view in step_views(replace(DONE, open_flags=flags))
        if view.step is Step.HEALTH
    }
    assert totals == {2}
    assert states(replace(DONE, open_flags=True))[Step.HEALTH] is StepState.PARTLY


def test_the_condition_for_the_minutes_says_what_was_seen_and_never_nothing() -> None:
    assert condition_text(frozenset({Sign.FEVER}), "gầy") == "Sốt; gầy"
    assert "không thấy dấu hiệu bất thường" in condition_text(frozenset(), " ")
    assert RED_FLAGS


def test_the_fast_case_writes_person_stay_money_and_things_at_once_and_the_case_counts_them(door: House) -> None:
    made = door.write(
        receive_person, ReceivePerson(AN, DELIVERY, BROUGHT, "Gầy, tỉnh táo", is_checked=True), by=DOOR
    )
    seen = door.read(get_case, made.case_id, by=DOOR)
    assert (seen.row.name, seen.row.type_words, seen.checked_on) == (
        "Nguyễn Văn An",
        "Cai nghiện bắt buộc, từ đủ 18 tuổi",
        date(2027, 2, 1),
    )
    assert (seen.balance, seen.things) == (Money(350_000), 2)
    assert seen.row.state(Step.IDENTITY) is StepState.DONE
    missing = {lack.code for view in seen.row.steps for lack in view.lacks}
    assert {"paper:assignment", "paper:cv", "minutes", "supplies", "bed"} <= missing
    assert not {"paper:decision", "money", "things", "admitted"} & missing
    said = door.read(case_payload, made.case_id, by=DOOR)
    assert said["personal_effects"] == ("Tiền mặt 350.000 ₫", "02 Áo sơ mi")
    assert said["condition_at_handover"] == "Gầy, tỉnh táo"
    assert said["attached_documents"] == (str(PAPER_NEEDS["COMPULSORY_ADULT"][0].title),)


def test_one_refusal_in_the_fast_case_leaves_no_person_no_stay_and_no_money(door: House) -> None:
    counted = (
        "SELECT (SELECT count(*) FROM resident), (SELECT count(*) FROM stay), (SELECT count(*) FROM intake_case)"
    )
    before = door.sql(counted)
    no_place = replace(BROUGHT, location="")
    door.refused(receive_person, ReceivePerson(AN, DELIVERY, no_place), by=DOOR)
    assert door.sql(counted) == before
    door.refused(receive_person, ReceivePerson(AN, replace(DELIVERY, decision=None)), by=DOOR)
    assert door.sql(counted) == before


def arrivals(count: int) -> tuple[Arrival, ...]:
    return tuple(
        Arrival(
            f"Trần Văn {'ABCDEGHIKL'[n % 10]}{'abcd'[n // 10]}",
            Sex.MALE,
            birth_year=1980 + n % 20,
            number_text=f"{n + 100}/QĐ-TA",
            months=24 + n % 2 * 12,
        )
        for n in range(count)
    )


def test_forty_people_come_in_by_one_decision_head_each_with_number_and_months_of_their_own(door: House) -> None:
    made = door.write(receive_many, ReceiveMany(arrivals(40), DELIVERY), by=DOOR)
    assert len({one.code for one in made}) == 40
    rows = door.read(list_cases, by=DOOR)
    assert len(rows) == 40
    assert len(door.read(list_case_ids, Look("tran van aa"), by=DOOR)) == 1
    numbers = door.sql("SELECT number, decided_months FROM stay_decision ORDER BY number LIMIT 2")
    assert numbers == [("100", 24), ("101", 36)]


def test_one_of_forty_who_is_refused_keeps_all_out_and_is_named_by_line(door: House) -> None:
    bad = (*arrivals(3), Arrival("Vũ Văn B", Sex.MALE, birth_year=1990, number="12"))
    error = door.refused(receive_many, ReceiveMany(bad, DELIVERY), by=DOOR)
    assert (error.code, error.params["row"]) == ("arrival_refused", 4)
    assert door.sql("SELECT count(*) FROM intake_case") == [(0,)]


def test_look_alikes_are_found_in_one_pass_and_a_known_person_comes_again_under_the_same_file(door: House) -> None:
    known = door.person()
    alike = Arrival("Nguyễn Văn A", Sex.MALE, date(1990, 5, 17))
    found = door.read(list_alike, (alike, AN), by=DOOR)
    assert ([one.resident_id for one in found[0]], found[1]) == ([known], ())
    assert door.refused(receive_person, ReceivePerson(alike, DELIVERY), by=DOOR).code == "similar_residents"
    same = door.write(receive_person, ReceivePerson(replace(alike, resident_id=known), DELIVERY), by=DOOR)
    assert same.resident_id == known
    assert door.read(list_alike, (replace(alike, not_same=frozenset({known})),), by=DOOR) == ((),)


def test_a_case_opened_for_somebody_inside_is_of_their_stay_which_has_but_one(door: House) -> None:
    resident = door.person()
    door.admit(resident_id=resident)
    first = door.read(list_cases, by=DOOR)[0]
    seen = door.read(get_case, first.case_id, by=DOOR)
    door.write(finish_case, FinishCase(first.case_id, seen.version), by=DOOR)
    assert door.refused(open_case, OpenCase(resident), by=DOOR).code == "case_finished"

    def struck(uow: UnitOfWork, case_id: str) -> None:
        with uow.act("intake.open_case") as act:
            case = uow.get(IntakeCase, case_id)
            act.about(case)
            uow.void(case, "lập nhầm")

    door.write(struck, first.case_id, by=DOOR)
    again = door.write(open_case, OpenCase(resident), by=DOOR)
    assert door.read(get_case, again.case_id, by=DOOR).row.stay_id == seen.row.stay_id


def test_a_case_goes_from_the_door_to_finished_with_minutes_from_live_data(door: House) -> None:
    resident = door.person()
    case = door.write(open_case, OpenCase(resident), by=DOOR)
    assert door.refused(open_case, OpenCase(resident), by=DOOR).code == "case_open_already"
    assert door.refused(finish_case, FinishCase(case.case_id, 1), by=DOOR).code == "not_admitted"
    saved = door.admit(resident_id=resident, assignment=ASSIGNED)
    seen = door.read(get_case, case.case_id, by=DOOR)
    assert seen.row.stay_id == saved.stay_id
    assert {one.need.code for one in seen.papers if one.mark is PaperMark.CAME} == {"decision", "assignment"}
    assert (
        door.refused(mark_paper, MarkPaper(case.case_id, "cv", PaperMark.NOT_NEEDED), by=DOOR).code
        == "field_missing"
    )
    for one in ("cv", "identity"):
        door.write(mark_paper, MarkPaper(case.case_id, one, PaperMark.CAME), by=DOOR)
    version = door.read(get_case, case.case_id, by=DOOR).version
    delivery = RecordDelivery(
        case.case_id, version, date(2027, 2, 1), None, "Lê Văn Tám", "Cán bộ", "Công an phường", "Tỉnh táo"
    )
    door.write(record_delivery, delivery, by=DOOR)
    door.write(take_in_at_door, TakeInAtDoor(case.case_id, BROUGHT), by=DOOR)
    issued = door.write(
        issue_minutes,
        IssueMinutes(case.case_id, typed={"place_name": "Hà Nội", "receiving_name": "Cán bộ tiếp nhận"}),
        print_shop.forms(),
        by=DOOR,
    )
    assert (
        door.refused(issue_minutes, IssueMinutes(case.case_id), print_shop.forms(), by=DOOR).code
        == "minutes_made_already"
    )
    seen = door.read(get_case, case.case_id, by=DOOR)
    assert seen.minutes_id == issued.paper_id
    assert seen.row.state(Step.PAPERS) is StepState.DONE
    door.write(finish_case, FinishCase(case.case_id, seen.version), by=DOOR)
    assert door.read(list_cases, by=DOOR) == ()


def test_a_red_flag_is_the_doctors_work_until_a_treatment_stands_and_the_office_sees_done_or_not_done(
    door: House,
) -> None:
    def office() -> tuple[object, ...]:
        """What the list, the page and the worklist show of health to whoever may not read it."""
        seen = door.read(get_case, made.case_id, by=DOOR)
        (row,) = door.read(list_cases, by=DOOR)
        lacking = door.read(list_case_ids, Look(filters={"missing": "health"}), by=DOOR)
        mine = door.read(list_task_ids, Look(filters={"state": "all", "kind": "intake.red_flag"}), by=DOOR)
        return seen.health, seen.row.state(Step.HEALTH), row.state(Step.HEALTH), row.percent, lacking, mine

    made = door.write(receive_person, ReceivePerson(AN, DELIVERY), by=DOOR)
    tasks = "SELECT role, status FROM task WHERE kind = 'intake.red_flag'"
    assert office()[1:3] == (StepState.OPEN, StepState.OPEN)
    door.write(check_at_door, CheckAtDoor(made.case_id, 0, frozenset({Sign.FEVER})), by=(Role.NURSE,))
    assert door.sql(tasks) == []
    unflagged = office()
    assert unflagged[:3] == (None, StepState.DONE, StepState.DONE)
    doctor = door.read(get_case, made.case_id, by=(Role.DOCTOR,))
    assert doctor.health is not None
    door.write(
        check_at_door,
        CheckAtDoor(made.case_id, doctor.health.version, frozenset({Sign.SEIZURE})),
        by=(Role.NURSE,),
    )
    assert door.sql(tasks) == [("DOCTOR", "open")]
    by_doctor = door.read(get_case, made.case_id, by=(Role.DOCTOR,))
    assert (by_doctor.row.state(Step.HEALTH), office()) == (StepState.PARTLY, unflagged)
    door.write(treat_flags, TreatFlags(made.case_id, "Đã xử trí"), by=(Role.DOCTOR,))
    assert door.sql(tasks) == [("DOCTOR", "done")]
    by_doctor = door.read(get_case, made.case_id, by=(Role.DOCTOR,))
    assert (by_doctor.row.state(Step.HEALTH), office()) == (StepState.DONE, unflagged)


def test_bedding_is_issued_against_a_slip_once(door: House) -> None:
    made = door.write(receive_person, ReceivePerson(AN, DELIVERY), by=DOOR)
    assert door.write(give_bedding, GiveBedding(made.case_id, officer_name="Trần Thị Bé"), by=DOOR).endswith(
        "2027"
    )
    assert door.sql("SELECT sum(quantity) FROM supply_line") == [(3,)]
    assert (
        door.refused(give_bedding, GiveBedding(made.case_id, officer_name="Trần Thị Bé"), by=DOOR).code
        == "nothing_owed"
    )


def test_a_temporary_stay_turns_compulsory_from_the_case_and_begins_a_case_without_minutes(door: House) -> None:
    held = door.admit(StayType.TEMPORARY)
    case = door.read(list_cases, by=DOOR)[0]
    new_id = door.write(
        turn_compulsory,
        TurnCompulsory(
            case.case_id, StayType.COMPULSORY_ADULT, AdmissionReason.NOT_REGISTERED, date(2027, 2, 1), DECISION
        ),
        by=DOOR,
    )
    seen = door.read(get_case, new_id, by=DOOR)
    assert (seen.is_turned, seen.minutes) == (True, None)
    assert {lack.code for view in seen.row.steps for lack in view.lacks} == {"paper:assignment", "bed", "plan"}
    assert [one.case_id for one in door.read(list_cases, by=DOOR)] == [new_id]
    assert not door.read(get_stay, held.stay_id).is_open
