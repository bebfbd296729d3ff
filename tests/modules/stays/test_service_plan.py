"""Kế hoạch V-18: part I stands behind the wall of health, in the verbs, in the query and in the trail."""

from typing import Any

import pytest

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Role
from facility_app.modules.access.domain import MASK
from facility_app.modules.access.queries.audit import get_entry
from facility_app.modules.residents.queries.changes import list_change_ids, list_change_rows
from facility_app.modules.stays.domain.plan import PLAN_PLACES, PlanPart
from facility_app.modules.stays.domain.stages import StageResult
from facility_app.modules.stays.queries.plan import get_plan
from facility_app.modules.stays.service.plan import SavePlan, save_medical_plan, save_plan
from tests.modules.stays.house import House

DOCTOR, COUNSELLOR = (Role.DOCTOR,), (Role.COUNSELLOR,)
ILLNESS, TOPICS = "rối loạn loạn thần do methamphetamine", "Pháp luật, kỹ năng sống"
PART_I = {one.name for one in PLAN_PLACES if one.part is PlanPart.MEDICAL}
OUTSIDE = [Role.HEAD, Role.INTAKE, Role.TEAM_OFFICER, Role.COUNSELLOR, Role.TEACHER, Role.LABOUR, Role.AUDITOR]


def planned(house: House) -> str:
    """A stay whose plan has both sides of the wall."""
    stay_id = house.admit().stay_id
    house.write(save_medical_plan, SavePlan(stay_id, 0, {"plan_detox": ILLNESS}), by=DOCTOR)
    house.write(save_plan, SavePlan(stay_id, 1, {"plan_topics": TOPICS}), by=COUNSELLOR)
    return stay_id


def test_there_is_no_plan_before_somebody_writes_one(house: House) -> None:
    plan = house.read(get_plan, house.admit().stay_id, by=DOCTOR)
    assert plan.version == 0
    assert set(plan.texts.values()) == {None}


def test_the_doctor_sees_the_whole_plan(house: House) -> None:
    plan = house.read(get_plan, planned(house), by=DOCTOR)
    assert (plan.texts["plan_detox"], plan.texts["plan_topics"], plan.version) == (ILLNESS, TOPICS, 2)
    assert plan.texts.keys() == {one.name for one in PLAN_PLACES}


@pytest.mark.parametrize("role", OUTSIDE)
def test_part_one_is_not_there_for_whoever_is_no_medical_role(house: House, role: Role) -> None:
    plan = house.read(get_plan, planned(house), by=(role,))
    assert plan.texts["plan_topics"] == TOPICS
    assert PART_I.isdisjoint(plan.texts)
    assert PlanPart.MEDICAL not in plan.results
    assert ILLNESS not in repr(plan)


@pytest.mark.parametrize("role", [Role.GUARD, Role.CLERK, Role.TREASURER, Role.PHARMACIST, Role.ADMIN])
def test_who_has_no_part_in_the_plan_reads_none_of_it(house: House, role: Role) -> None:
    stay_id = planned(house)
    assert house.refused(get_plan, stay_id, by=(role,)).code == "permission_denied"


def test_part_one_is_written_by_medical_roles_alone(house: House) -> None:
    stay_id = planned(house)
    command = SavePlan(stay_id, 2, {"plan_detox": "khác"})
    assert house.refused(save_medical_plan, command, by=COUNSELLOR).code == "permission_denied"
    refusal = house.refused(save_plan, command, by=COUNSELLOR)
    assert refusal.code == "plan_place_unknown"
    judged = SavePlan(stay_id, 2, {}, {"medical_result": StageResult.GOOD})
    assert house.refused(save_plan, judged, by=COUNSELLOR).code == "plan_place_unknown"


def test_the_doctor_writes_part_one_and_no_other(house: House) -> None:
    stay_id = planned(house)
    refusal = house.refused(save_medical_plan, SavePlan(stay_id, 2, {"plan_topics": "khác"}), by=DOCTOR)
    assert refusal.code == "plan_place_unknown"
    house.write(save_medical_plan, SavePlan(stay_id, 2, {}, {"medical_result": StageResult.GOOD}), by=DOCTOR)
    assert house.read(get_plan, stay_id, by=DOCTOR).results[PlanPart.MEDICAL] is StageResult.GOOD


def test_saving_one_part_leaves_every_other_as_it_was(house: House) -> None:
    stay_id = planned(house)
    house.write(save_plan, SavePlan(stay_id, 2, {"plan_labour_goal": "nghề mộc"}), by=(Role.LABOUR,))
    plan = house.read(get_plan, stay_id, by=DOCTOR)
    assert (plan.texts["plan_detox"], plan.texts["plan_topics"]) == (ILLNESS, TOPICS)


def test_a_place_the_form_does_not_have_is_refused_and_a_text_too_long_is_told_at_its_place(house: House) -> None:
    stay_id = planned(house)
    assert house.refused(save_plan, SavePlan(stay_id, 2, {"stay_id": "x"})).code == "plan_place_unknown"
    refusal = house.refused(save_plan, SavePlan(stay_id, 2, {"plan_topics": "x" * 10_001}))
    assert (refusal.code, set(refusal.fields)) == ("text_too_long", {"plan_topics"})


def test_a_stale_plan_is_a_conflict(house: House) -> None:
    stay_id = planned(house)
    assert house.refused(save_plan, SavePlan(stay_id, 1, {"plan_topics": "khác"})).code == "record_changed"


def trail(house: House, *by: Role) -> list[Any]:
    """Every value of the trail about plans, as a role reads it."""

    def read(uow: UnitOfWork) -> list[Any]:
        seqs = house.sql("SELECT seq FROM audit_entry WHERE verb LIKE 'stays.save%'")
        return [value for (seq,) in seqs for value in get_entry(uow, seq).values]

    return house.read(read, by=by)


@pytest.mark.parametrize("role", [Role.ADMIN, Role.AUDITOR])
def test_the_trail_says_that_part_one_was_written_and_never_what(house: House, role: Role) -> None:
    planned(house)
    values = {one.column: one for one in trail(house, role)}
    assert values["plan_detox"].is_masked
    assert values["plan_detox"].after == MASK
    assert ILLNESS not in repr([one.after for one in values.values()])


def test_the_history_of_a_person_tells_nothing_of_a_plan(house: House) -> None:
    stay_id = planned(house)
    resident = house.stay(stay_id).resident_id

    def lines(uow: UnitOfWork) -> list[Any]:
        found = list_change_ids(uow, resident, {"plan_detox", "plan_topics", "name"})
        return [
            row.values for row in list_change_rows(uow, resident, {"plan_detox", "plan_topics", "name"}, found)
        ]

    told = house.read(lines, by=(Role.AUDITOR,))
    assert [value.column for values in told for value in values] == ["name"]
