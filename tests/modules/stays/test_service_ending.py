"""Kết thúc: liberty first. On the day nothing stops anybody; before it, only a paper opens the gate."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from facility_app.kernel.actor import Role
from facility_app.kernel.dates import LOCAL
from facility_app.kernel.paging import Look
from facility_app.modules.correspondence.domain.outgoing import PaperClass
from facility_app.modules.correspondence.tables.outgoing import IssuedPaper
from facility_app.modules.stays.domain.decisions import StartBasis
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.stays.domain.stages import Stage
from facility_app.modules.stays.domain.types import EventKind, PresenceState, StayType
from facility_app.modules.stays.queries.detail import is_explained, list_counted, list_presence_changes
from facility_app.modules.stays.queries.roll import list_overheld
from facility_app.modules.stays.queries.stays import list_stays_of
from facility_app.modules.stays.service import presence
from facility_app.modules.stays.service.admission import admit_resident
from facility_app.modules.stays.service.decisions import SetTerm, set_term
from facility_app.modules.stays.service.ending import (
    ExplainOverheld,
    VoidStay,
    end_stay,
    explain_overheld,
    void_stay,
)
from facility_app.modules.stays.service.events import SettleEvent, settle_event
from facility_app.modules.stays.service.plan import SavePlan, save_plan
from facility_app.modules.stays.service.stages import StartStage, start_stage
from facility_app.modules.stays.service.taking_back import TakeBackStays, take_back_stays
from facility_app.modules.tasks.domain import SettleTasks
from facility_app.modules.tasks.queries import list_task_ids, list_task_rows
from facility_app.modules.tasks.service import FinishTask, finish_task, settle_tasks
from tests.modules.stays.house import ADMITTED, NOW, PAPER, TODAY, House

END = date(2028, 8, 1)
EXEMPT: dict[str, Any] = {"paper_number": "15/QĐ-TA", "paper_on": TODAY}
DONE = ExitCode.COMPLETED_COMPULSORY


def test_on_the_day_of_leaving_nothing_is_asked_for_and_nothing_stops_the_exit(house: House) -> None:
    stay_id = house.admit().stay_id
    house.at(END, hour=0)
    ended = house.end(stay_id, DONE)
    stay = house.stay(stay_id)
    assert (stay.exit_code, stay.exited_on, stay.presence) == (DONE, END, PresenceState.OUT)
    assert ended.expected_end_on == END
    assert house.card(stay_id) == ("left", None, None, None)
    last = house.read(list_presence_changes, stay_id)[-1]
    assert (last.verb, last.after) == ("stays.leave", PresenceState.OUT)


def test_in_a_hospital_on_the_last_day_the_person_is_free_all_the_same(house: House) -> None:
    stay_id = house.admit().stay_id
    house.at(END)
    house.move(presence.send_to_hospital, stay_id, END - timedelta(days=3))
    house.end(stay_id, DONE)
    assert house.events(stay_id) == [
        (EventKind.HOSPITAL, END - timedelta(days=3), END),
        (EventKind.END, END, None),
    ]


@pytest.mark.parametrize("verb", [presence.record_remand, presence.record_escape])
def test_an_undecided_remand_and_an_escape_without_paper_hold_nobody_past_the_earliest_end(
    house: House, verb: Any
) -> None:
    stay_id = house.admit().stay_id
    house.move(verb, stay_id, date(2026, 10, 1))
    house.move(presence.take_back, stay_id, date(2026, 10, 11))
    house.at(END)
    assert house.end(stay_id, DONE).code


def test_before_the_end_nobody_has_completed_a_term(house: House) -> None:
    stay_id = house.admit().stay_id
    house.at(END - timedelta(days=1))
    refusal = house.refused(end_stay, house.to_end(stay_id, DONE))
    assert refusal.code == "exit_before_end"
    assert "01/08/2028" in refusal.message
    assert set(refusal.fields) == {"exit_code"}


def test_an_escape_without_paper_that_nobody_closed_keeps_nobody_at_the_gate(house: House) -> None:
    stay_id = house.admit().stay_id
    house.move(presence.record_escape, stay_id, date(2026, 10, 1))
    house.at(END - timedelta(days=1))
    assert house.refused(end_stay, house.to_end(stay_id, DONE)).code == "exit_before_end"
    house.at(END)
    house.end(stay_id, DONE)
    assert house.stay(stay_id).exited_on == END


def test_only_stays_of_a_list_are_taken_back_with_it(house: House) -> None:
    stay_id = house.admit().stay_id
    told = house.refused(take_back_stays, TakeBackStays((stay_id,), "nhập nhầm"), by=(Role.CLERK,))
    assert told.code == "stay_not_listed"
    assert house.stay(stay_id).is_open


def test_while_the_end_is_unknown_nobody_has_completed_a_term(house: House) -> None:
    stay_id = house.admit().stay_id
    house.move(presence.record_escape, stay_id, date(2026, 10, 1), **PAPER)
    refusal = house.refused(end_stay, house.to_end(stay_id, DONE))
    assert refusal.code == "exit_before_end"
    assert "chưa xác định" in refusal.message


@pytest.mark.parametrize("code", [ExitCode.EXEMPT_ILLNESS, ExitCode.TRANSFER_FACILITY], ids=str)
def test_out_before_the_end_takes_the_number_and_day_of_its_paper_and_then_it_is_the_same_day(
    house: House, code: ExitCode
) -> None:
    stay_id = house.admit().stay_id
    refusal = house.refused(end_stay, house.to_end(stay_id, code))
    assert refusal.code == "exit_paper_missing"
    assert set(refusal.fields) == {"paper_number"}
    house.end(stay_id, code, **EXEMPT)
    assert house.stay(stay_id).exited_on == TODAY
    assert house.event(stay_id, EventKind.END).paper_number == "15/QĐ-TA"


def test_the_court_refuses_and_temporary_management_ends_today(house: House) -> None:
    stay_id = house.admit(StayType.TEMPORARY, custody_until=date(2027, 3, 1)).stay_id
    house.end(stay_id, ExitCode.COURT_REFUSED, paper_number="2/QĐ-TA", paper_on=TODAY)
    assert house.stay(stay_id).exit_code is ExitCode.COURT_REFUSED


def test_temporary_management_may_end_without_any_paper(house: House) -> None:
    stay_id = house.admit(StayType.TEMPORARY).stay_id
    house.end(stay_id, ExitCode.TEMP_RELEASED)
    assert house.stay(stay_id).exited_on == TODAY


def test_who_has_neither_term_nor_limit_nor_certificate_waits_for_no_paper(house: House) -> None:
    stay_id = house.admit(StayType.SUBSTITUTION).stay_id
    house.end(stay_id, ExitCode.COMPLETED_VOLUNTARY)
    assert house.stay(stay_id).exited_on == TODAY


@pytest.mark.parametrize(
    ("code", "notice", "hours", "role"),
    [
        (ExitCode.SELF_TERMINATED, "self_termination_notice", 24, "CLERK"),
        (ExitCode.DEATH, "death_relatives", 24, "HEAD"),
        (ExitCode.PARTIAL_TO_HOME, "private_completion_notice", 24, "DISCHARGE"),
    ],
)
def test_an_end_that_is_told_within_hours_raises_its_notice(
    house: House, code: ExitCode, notice: str, hours: int, role: str
) -> None:
    stay_id = house.admit(StayType.VOLUNTARY_PRIVATE).stay_id
    house.end(stay_id, code, **EXEMPT)
    (owed,) = house.tasks(stay_id)[notice]
    assert (owed.due_at, owed.role) == (NOW + timedelta(hours=hours), role)


def test_an_end_written_down_days_later_owes_its_notice_from_the_day_it_happened(house: House) -> None:
    stay_id = house.admit(StayType.VOLUNTARY_PUBLIC).stay_id
    house.end(stay_id, ExitCode.SELF_TERMINATED, TODAY - timedelta(days=3))
    (owed,) = house.tasks(stay_id)["self_termination_notice"]
    assert owed.due_at.astimezone(LOCAL).date() == TODAY - timedelta(days=2)


def test_a_compulsory_stay_does_not_end_by_will_and_a_pause_is_no_end(house: House) -> None:
    stay_id = house.admit().stay_id
    refusal = house.refused(end_stay, house.to_end(stay_id, ExitCode.SELF_TERMINATED))
    assert refusal.code == "exit_odd"
    assert "Tự ý chấm dứt" in refusal.message
    paused = house.refused(end_stay, house.to_end(stay_id, ExitCode.OUT_HOSPITAL, **EXEMPT))
    assert paused.code == "term_pause_no_end"


def test_from_the_day_of_leaving_an_unfit_reason_is_told_and_stops_nobody(house: House) -> None:
    stay_id = house.admit().stay_id
    house.at(END)
    ended = house.end(stay_id, ExitCode.SELF_TERMINATED)
    assert house.stay(stay_id).exited_on == END
    assert "exit_odd" in [one.code for one in ended.findings]


def test_who_recovers_from_a_suspension_with_too_little_left_leaves_that_day(house: House) -> None:
    stay_id = house.admit().stay_id
    recovered = END - timedelta(days=60)
    house.at(recovered)
    house.move(presence.suspend, stay_id, recovered - timedelta(days=20), **PAPER)
    told = house.move(presence.take_back, stay_id, recovered)
    assert "not_resumed" in [one.code for one in told.findings]
    assert house.stay(stay_id).leave_by == recovered
    assert house.due_on(stay_id, "release") == [recovered]
    house.end(stay_id, DONE)
    assert house.stay(stay_id).exited_on == recovered


def test_a_step_done_for_the_old_end_is_owed_again_for_the_new_one(house: House) -> None:
    stay_id = house.admit().stay_id

    def finish(uow: Any) -> None:
        settle_tasks(uow, SettleTasks("stay", stay_id, "stays.completion_notice"))

    house.write(finish)
    assert house.due_on(stay_id, "completion_notice") == []
    house.move(presence.record_escape, stay_id, date(2026, 10, 1), **PAPER)
    house.move(presence.take_back, stay_id, date(2026, 10, 11))
    assert house.due_on(stay_id, "completion_notice") == [date(2028, 7, 12)]
    assert len(house.tasks(stay_id, "done")["completion_notice"]) == 1


def test_after_the_end_of_a_stay_its_term_is_settled_no_more(house: House) -> None:
    stay_id = house.admit().stay_id
    house.end(stay_id, ExitCode.DEATH)
    stay = house.stay(stay_id)
    command = SetTerm(stay_id, stay.version, stay.legal_regime, ADMITTED, StartBasis.OFFICER, reason="vì")
    assert house.refused(set_term, command).code == "stay_ended_already"


def test_a_stay_a_paper_speaks_of_is_not_struck_out_before_the_paper(house: House) -> None:
    made = house.admit()
    command = VoidStay(made.stay_id, made.version, "nhầm người")

    def issue(uow: Any) -> None:
        with uow.act("correspondence.issue_paper"):
            uow.add(
                IssuedPaper(
                    form_id="V-17", form_version=1, title="Phiếu", type_code="P", year=2027, issued_on=TODAY,
                    stay_id=made.stay_id, paper_class=PaperClass.PERSONAL, copies=1, words="",
                )
            )  # fmt: skip

    house.write(issue)
    refusal = house.refused(void_stay, command)
    assert refusal.code == "stay_has_papers"
    assert "V-17" in refusal.message


def test_a_moment_without_a_zone_is_refused_at_its_field(house: House) -> None:
    stay_id = house.admit().stay_id
    command = replace(house.to_move(stay_id, TODAY), happened_at=datetime(2027, 1, 31, 8))  # noqa: DTZ001 - the case
    refusal = house.refused(presence.send_to_hospital, command)
    assert (refusal.code, set(refusal.fields)) == ("moment_without_zone", {"happened_at"})


def test_an_exit_of_tomorrow_or_of_before_the_admission_is_refused(house: House) -> None:
    stay_id = house.admit().stay_id
    late = house.refused(end_stay, house.to_end(stay_id, ExitCode.DEATH, TODAY + timedelta(days=1)))
    assert late.code == "exit_in_future"
    early = house.refused(end_stay, house.to_end(stay_id, ExitCode.DEATH, ADMITTED - timedelta(days=1)))
    assert (early.code, set(early.fields)) == ("exit_before_admission", {"exited_on"})


def test_a_paper_of_tomorrow_opens_no_gate(house: House) -> None:
    stay_id = house.admit().stay_id
    late: dict[str, Any] = {"paper_number": "1", "paper_on": TODAY + timedelta(days=1)}
    assert (
        house.refused(end_stay, house.to_end(stay_id, ExitCode.EXEMPT_ILLNESS, **late)).code == "paper_in_future"
    )


def test_nobody_leaves_twice(house: House) -> None:
    stay_id = house.admit().stay_id
    house.end(stay_id, ExitCode.DEATH)
    assert house.refused(end_stay, house.to_end(stay_id, ExitCode.DEATH)).code == "stay_ended_already"


def test_with_the_stay_what_it_owes_goes_and_what_was_done_stays_done(house: House) -> None:
    stay_id = house.admit().stay_id

    def finish(uow: Any) -> None:
        rows = list_task_rows(uow, list_task_ids(uow, Look()))
        (task,) = [one for one in rows if one.kind == "stays.stage1"]
        finish_task(uow, FinishTask(task.task_id, task.version))

    house.write(finish, by=(Role.INTAKE,))
    house.end(stay_id, ExitCode.DECISION_ANNULLED, **EXEMPT)
    assert house.tasks(stay_id) == {}
    assert list(house.tasks(stay_id, "done")) == ["stage1"]
    assert {"release", "completion_notice", "certificate"} <= set(house.tasks(stay_id, "withdrawn"))


def test_when_the_end_moves_what_is_owed_moves_with_it_and_what_no_longer_is_goes(house: House) -> None:
    stay_id = house.admit().stay_id
    before = house.due_on(stay_id, "completion_notice")
    house.move(presence.record_escape, stay_id, date(2026, 10, 1), **PAPER)
    # Nobody knows the end: nothing of the way out is owed on a day.
    assert {"completion_notice", "release", "certificate"}.isdisjoint(house.tasks(stay_id))
    house.move(presence.take_back, stay_id, date(2026, 10, 11))
    assert house.due_on(stay_id, "completion_notice") == [before[0] + timedelta(days=10)]
    assert house.due_on(stay_id, "release") == [END + timedelta(days=10)]
    assert len(house.tasks(stay_id)["release_ladder"]) == 5


def test_past_the_day_somebody_is_red_until_explained_and_red_again_tomorrow(house: House) -> None:
    stay_id = house.admit().stay_id
    house.at(END)
    command = ExplainOverheld(stay_id, "chờ gia đình đón, xe đến 9 giờ")
    assert house.refused(explain_overheld, command).code == "not_overheld"
    house.at(END + timedelta(days=1))
    assert [one.stay_id for one in house.read(list_overheld)] == [stay_id]
    assert not house.read(is_explained, stay_id)
    assert house.refused(explain_overheld, replace(command, explanation=" ")).code == "reason_missing"
    assert house.refused(explain_overheld, command, by=(Role.CLERK,)).code == "permission_denied"
    house.write(explain_overheld, command, by=(Role.DISCHARGE,))
    assert house.read(is_explained, stay_id)
    # It is still told who is here; only the alarm rests until the day is over.
    assert [one.stay_id for one in house.read(list_overheld)] == [stay_id]
    house.at(END + timedelta(days=2))
    assert not house.read(is_explained, stay_id)
    house.end(stay_id, DONE)
    assert house.read(list_overheld) == ()


def test_temporary_management_past_its_limit_is_held_too_long(house: House) -> None:
    stay_id = house.admit(StayType.TEMPORARY, custody_until=date(2027, 2, 1)).stay_id
    assert house.read(list_overheld) == ()
    house.at(date(2027, 2, 2))
    assert [one.days_left for one in house.read(list_overheld)] == [-1]
    house.write(explain_overheld, ExplainOverheld(stay_id, "Tòa án hẹn mở phiên họp chiều nay"))


def test_what_was_explained_never_changes(house: House) -> None:
    stay_id = house.admit().stay_id
    house.at(END + timedelta(days=1))
    house.write(explain_overheld, ExplainOverheld(stay_id, "chờ xe"))
    assert "frozen:overheld_note" in house.below("UPDATE overheld_note SET explanation = 'khác'")


def test_a_stay_written_by_mistake_is_struck_out_and_the_person_is_as_before(house: House) -> None:
    made = house.admit(StayType.VOLUNTARY_PRIVATE, held_from=None)
    resident = house.stay(made.stay_id).resident_id
    house.write(void_stay, VoidStay(made.stay_id, made.version, "nhầm người"))
    assert house.read(list_stays_of, resident) == ()
    assert house.sql("SELECT status, stay_id FROM resident_card WHERE id = ?", resident) == [("no_stay", None)]
    assert house.tasks(made.stay_id) == {}
    again = house.write(admit_resident, house.command(resident_id=resident))
    assert again.code.endswith(".2")


def test_struck_out_after_an_earlier_coming_the_person_is_one_who_left(house: House) -> None:
    first = house.admit()
    resident = house.stay(first.stay_id).resident_id
    house.end(first.stay_id, ExitCode.DECISION_ANNULLED, **EXEMPT)
    second = house.write(admit_resident, house.command(resident_id=resident, admitted_on=TODAY))
    house.write(void_stay, VoidStay(second.stay_id, second.version, "nhầm người"))
    assert house.sql("SELECT status FROM resident_card WHERE id = ?", resident) == [("left",)]


@pytest.mark.parametrize("built", ["event", "stage", "plan", "end"])
def test_what_something_was_built_on_is_not_struck_out(house: House, built: str) -> None:
    stay_id = house.admit().stay_id
    if built == "event":
        house.move(presence.send_to_hospital, stay_id, TODAY)
    elif built == "stage":
        house.write(start_stage, StartStage(stay_id, Stage.ADMISSION, TODAY))
    elif built == "plan":
        house.write(save_plan, SavePlan(stay_id, 0, {"plan_topics": "Pháp luật"}))
    else:
        house.end(stay_id, ExitCode.DEATH)
    refusal = house.refused(void_stay, VoidStay(stay_id, house.stay(stay_id).version, "nhầm người"))
    assert refusal.code == "stay_has_events"


def test_striking_out_takes_a_reason_and_the_head(house: House) -> None:
    made = house.admit()
    assert house.refused(void_stay, VoidStay(made.stay_id, made.version, " ")).code == "reason_missing"
    command = VoidStay(made.stay_id, made.version, "nhầm người")
    assert house.refused(void_stay, command, by=(Role.CLERK,)).code == "permission_denied"


def test_the_paper_of_an_absence_may_come_after_the_person_has_left(house: House) -> None:
    stay_id = house.admit().stay_id
    house.move(presence.record_escape, stay_id, date(2026, 10, 1))
    house.move(presence.take_back, stay_id, date(2026, 10, 11))
    house.end(stay_id, ExitCode.DECISION_ANNULLED, **EXEMPT)
    event = house.event(stay_id, EventKind.ESCAPE)
    settled = SettleEvent(event.event_id, event.version, event.from_on, event.to_on, "12", date(2026, 10, 2))
    house.write(settle_event, settled)
    assert house.read(list_counted, stay_id)[0].cause == "stays.settle_event"
