"""The step of health at the door hears of the ward's own triage: done or open, never what was found."""

from facility_app.kernel.actor import Role
from facility_app.kernel.sex import Sex
from facility_app.modules.housing.queries.sleeping import where_can_sleep
from facility_app.modules.housing.service.takeover import take_over_house
from facility_app.modules.intake.domain.steps import Step, StepState
from facility_app.modules.intake.queries.arriving import Arrival
from facility_app.modules.intake.queries.cases import get_case
from facility_app.modules.intake.service.arriving import Received, ReceivePerson, receive_person
from facility_app.modules.intake.service.health import CheckAtDoor, check_at_door
from facility_app.modules.intake.service.placing import PlaceFromCase, place_from_case
from facility_app.modules.treatment.domain.record import TriageFlag
from facility_app.modules.treatment.queries.record import list_triages
from facility_app.modules.treatment.service.triage import AnswerFlag, TriagePerson, answer_flag, triage_person
from tests.modules.housing.home import PLAN
from tests.modules.intake.test_cases import AN, DELIVERY
from tests.modules.stays.house import House

DOOR, DOCTOR = (Role.INTAKE,), (Role.DOCTOR,)


def test_a_triage_on_the_ward_is_the_health_step_of_the_door_and_its_flags_are_seen_by_health_alone(
    door: House,
) -> None:
    made = door.write(receive_person, ReceivePerson(AN, DELIVERY), by=DOOR)

    def state(by: tuple[Role, ...]) -> StepState:
        return door.read(get_case, made.case_id, by=by).row.state(Step.HEALTH)

    resident_id = door.read(get_case, made.case_id, by=DOOR).row.resident_id
    assert (state(DOOR), state(DOCTOR)) == (StepState.OPEN, StepState.OPEN)
    door.write(triage_person, TriagePerson(resident_id, frozenset({TriageFlag.TB})), by=(Role.NURSE,))
    assert (state(DOOR), state(DOCTOR)) == (StepState.DONE, StepState.PARTLY)
    (triage,) = door.read(list_triages, resident_id, by=DOCTOR)
    (flag,) = triage.flags
    door.write(answer_flag, AnswerFlag(flag.flag_id, flag.version, True, "đã khám"), by=DOCTOR)
    assert (state(DOOR), state(DOCTOR)) == (StepState.DONE, StepState.DONE)


def test_a_bed_in_an_ordinary_room_before_anybody_looked_is_warned_of_out_loud(door: House) -> None:
    door.write(take_over_house, PLAN, by=(Role.HEAD,))
    said = "Y tế chưa phân loại người"

    def taken_in(name: str, number: str, bed: str = "") -> Received:
        arrival = Arrival(name, Sex.MALE, birth_year=1980 + int(number[2]), number_text=number, bed=bed)
        return door.write(receive_person, ReceivePerson(arrival, DELIVERY), by=(Role.INTAKE, Role.HEAD))

    def placed(made: Received, bed: str) -> str:
        (free,) = [one for one in door.read(where_can_sleep, made.resident_id, by=(Role.HEAD,)) if one.bed == bed]
        order = PlaceFromCase(made.case_id, free.bed_id)
        return door.write(place_from_case, order, by=(Role.INTAKE, Role.HEAD))

    at_once = taken_in("Trần Văn Bình", "201/QĐ-TA", "A-N1-P1-01")
    assert at_once.bed == "A-N1-P1-01"
    assert said in at_once.findings[-1]
    later = taken_in("Đỗ Quốc Khánh", "202/QĐ-TA")
    assert not [one for one in later.findings if said in one]
    assert placed(later, "A-N1-P1-02").startswith(f"A-N1-P1-02. {said}")
    on_ward = taken_in("Phạm Hữu Lộc", "203/QĐ-TA")
    door.write(triage_person, TriagePerson(on_ward.resident_id), by=(Role.NURSE,))
    assert said not in placed(on_ward, "A-N1-P2-01")
    at_gate = taken_in("Vũ Minh Quân", "204/QĐ-TA")
    door.write(check_at_door, CheckAtDoor(at_gate.case_id, 0, frozenset()), by=(Role.NURSE,))
    assert said not in placed(at_gate, "A-N1-P2-02")
    # Whoever has slept here is moved without another word: that was said when they got their first bed.
    beds = door.read(where_can_sleep, at_once.resident_id, by=(Role.HEAD,))
    assert not [one for bed in beds for one in bed.findings if one.rule.id == "not_triaged"]
