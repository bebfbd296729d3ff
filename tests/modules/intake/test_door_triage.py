"""The step of health at the door hears of the ward's own triage: done or open, never what was found."""

from facility_app.kernel.actor import Role
from facility_app.modules.intake.domain.steps import Step, StepState
from facility_app.modules.intake.queries.cases import get_case
from facility_app.modules.intake.service.arriving import ReceivePerson, receive_person
from facility_app.modules.treatment.domain.record import TriageFlag
from facility_app.modules.treatment.queries.record import list_triages
from facility_app.modules.treatment.service.triage import AnswerFlag, TriagePerson, answer_flag, triage_person
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
