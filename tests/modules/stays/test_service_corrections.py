"""Sửa sau: days forgotten at the door come off the term on their paper; a wrong reason of leaving is put right."""

from datetime import date, timedelta

from facility_app.kernel.actor import Role
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.stays.domain.types import EventKind, StayType
from facility_app.modules.stays.service.crediting import RecordCredit, record_credit
from facility_app.modules.stays.service.exit_correcting import CorrectExit, correct_exit
from tests.modules.stays.house import ADMITTED, House, days

END = date(2028, 8, 1)
HELD = ADMITTED - timedelta(days=12)
V32 = ("5/QĐ-CAP", HELD)


def credit(house: House, stay_id: str, held_from: date = HELD, *paper: object) -> RecordCredit:
    return RecordCredit(stay_id, house.stay(stay_id).version, held_from, None, *(paper or V32))  # type: ignore[arg-type]


def test_a_credit_forgotten_at_the_door_is_written_down_on_its_paper_by_whoever_writes_decisions(
    house: House,
) -> None:
    stay_id = house.admit().stay_id
    assert house.refused(record_credit, credit(house, stay_id), by=(Role.GUARD,)).code == "permission_denied"
    bare = RecordCredit(stay_id, house.stay(stay_id).version, HELD)
    assert house.refused(record_credit, bare, by=(Role.CLERK,)).code == "field_missing"
    late = credit(house, stay_id, ADMITTED)
    assert house.refused(record_credit, late, by=(Role.CLERK,)).code == "credit_span_odd"
    made = house.write(record_credit, credit(house, stay_id), by=(Role.CLERK,))
    assert made.expected_end_on == END - days(12)
    assert house.answer(stay_id).credited_days == 12
    row = house.event(stay_id, EventKind.TEMPORARY_MANAGEMENT_CREDIT)
    assert (row.paper_number, row.paper_on, row.is_unconfirmed) == (*V32, False)
    twice = credit(house, stay_id, HELD - days(3))
    assert house.refused(record_credit, twice, by=(Role.CLERK,)).code == "credit_there_already"
    held = house.admit(StayType.TEMPORARY).stay_id
    assert house.refused(record_credit, credit(house, held), by=(Role.CLERK,)).code == "credit_of_no_term"


def test_a_wrong_reason_of_leaving_is_put_right_and_the_former_one_stays_struck_out_with_why(
    house: House,
) -> None:
    stay_id = house.admit().stay_id
    early = CorrectExit(stay_id, house.stay(stay_id).version, ExitCode.COMPLETED_COMPULSORY, "ghi nhầm")
    assert house.refused(correct_exit, early).code == "stay_not_ended"
    out = date(2027, 1, 20)
    house.end(stay_id, ExitCode.EXEMPT_PREGNANT, out, paper_number="8/QĐ-TA", paper_on=out)
    ended = house.stay(stay_id)

    def fix(code: ExitCode, reason: str = "chọn nhầm dòng") -> CorrectExit:
        return CorrectExit(stay_id, ended.version, code, reason)

    assert house.refused(correct_exit, fix(ExitCode.EXEMPT_ILLNESS), by=(Role.GUARD,)).code == "permission_denied"
    assert house.refused(correct_exit, fix(ExitCode.EXEMPT_ILLNESS, " ")).code == "reason_missing"
    assert house.refused(correct_exit, fix(ExitCode.EXEMPT_PREGNANT)).code == "exit_same"
    assert house.refused(correct_exit, fix(ExitCode.SELF_TERMINATED)).code == "exit_odd"
    assert house.refused(correct_exit, fix(ExitCode.TEMP_TO_COMPULSORY)).code == "exit_goes_on"
    house.write(correct_exit, fix(ExitCode.EXEMPT_ILLNESS))
    now = house.stay(stay_id)
    assert (now.exit_code, now.exited_on, now.presence_on) == (ExitCode.EXEMPT_ILLNESS, out, ended.presence_on)
    asked = "SELECT exit_code, from_on, paper_number, void_reason FROM stay_event WHERE kind = 'end' ORDER BY id"
    assert house.sql(asked) == [
        ("EXEMPT_PREGNANT", out.isoformat(), "8/QĐ-TA", "chọn nhầm dòng"),
        ("EXEMPT_ILLNESS", out.isoformat(), "8/QĐ-TA", None),
    ]
    assert "stays.correct_exit" in house.verbs()


def test_what_a_death_asked_for_is_owed_no_more_once_it_was_none(house: House) -> None:
    stay_id = house.admit().stay_id
    out = date(2027, 1, 20)
    house.end(stay_id, ExitCode.DEATH, out)
    owed = "SELECT count(*) FROM task WHERE status = 'open' AND kind LIKE 'stay_notice.death%'"
    assert house.sql(owed) != [(0,)]
    house.write(correct_exit, CorrectExit(stay_id, house.stay(stay_id).version, ExitCode.EXEMPT_ILLNESS, "nhầm"))
    assert house.sql(owed) == [(0,)]
