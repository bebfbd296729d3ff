"""Deadlines of law.md §15 as data: day, article, who acts; off days move notices earlier, never a release."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from facility_app.app.paths import resources_folder
from facility_app.kernel.actor import Role
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.catalogues.domain import WorkCalendar, read_special_days
from facility_app.modules.stays.domain import (
    HOUR_RULES,
    Deadline,
    DeadlineParameters,
    EventKind,
    StageParameters,
    StayFacts,
    StayType,
    deadline_parameters,
    hours_deadline,
    self_terminated_on,
    stage_parameters,
    stay_deadlines,
)
from tests.modules.stays.clockwork import numbers, shipped_book

ON = date(2027, 1, 1)
END = date(2028, 8, 1)
DAYS = read_special_days((resources_folder() / "catalogues" / "working_days.csv").read_text("utf-8"))
CALENDAR = WorkCalendar(frozenset({6, 7}), {one.day: one for one in DAYS})
NUMBERS = deadline_parameters(lambda key: shipped_book().get(key).on(ON, LegalRegime.L2025))
STAGES = stage_parameters(lambda key: shipped_book().get(key).on(ON, LegalRegime.L2025), LegalRegime.L2025)
FACTS = StayFacts(StayType.COMPULSORY_ADULT, date(2026, 8, 1), END)


def due(facts: StayFacts = FACTS, deadlines: DeadlineParameters = NUMBERS) -> dict[tuple[str, str], Deadline]:
    found = stay_deadlines(facts, deadlines, STAGES, numbers(LegalRegime.L2025), CALENDAR, on=ON)
    assert [one.due_on for one in found] == sorted(one.due_on for one in found)
    for one in found:
        assert one.roles
        assert one.article
        assert "{" not in one.text.format(**one.params)
    named = {(one.code, one.occasion): one for one in found}
    assert len(named) == len(found)
    return named


def test_the_runway_of_sixty_forty_five_thirty_fifteen_seven_and_one() -> None:
    found = due()
    assert found["residence", ""].due_on == date(2028, 6, 2)
    ladder = {key[1]: one.due_on for key, one in found.items() if key[0] == "release_ladder"}
    assert ladder == {str(days): END - timedelta(days=days) for days in (45, 30, 15, 7, 1)}
    # Read on any later day a rung is as true as on its own: it names the day of leaving and counts no days left.
    rung = found["release_ladder", "15"]
    assert rung.text.format(**rung.params) == (
        f"Rà soát giấy tờ, tiền, đồ vật trước ngày ra cơ sở {END:%d/%m/%Y} (mốc trước 15 ngày)"
    )
    assert found["release", ""].due_on == END
    assert found["release", ""].roles == (Role.DISCHARGE, Role.HEAD)


def test_the_completion_notice_is_thirty_days_before_and_planned_on_a_working_day() -> None:
    notice = due()["completion_notice", ""]
    assert notice.due_on == date(2028, 7, 2)
    assert notice.due_on.isoweekday() == 7
    assert notice.act_on == date(2028, 6, 30)
    assert "Đ123.1" in notice.article


def test_a_notice_sent_is_owed_no_more_and_the_decision_is_followed_up() -> None:
    found = due(replace(FACTS, notified_on=date(2028, 6, 29)))
    assert ("completion_notice", "") not in found
    # Thursday 29/06/2028, two working days on: Monday
    assert found["after_care", ""].due_on == date(2028, 7, 3)


def test_a_contract_that_ends_on_another_day_has_its_own_notice() -> None:
    private = replace(FACTS, stay_type=StayType.VOLUNTARY_PRIVATE, contract_end_on=date(2028, 6, 1))
    found = due(private)
    assert found["contract_notice", ""].due_on == date(2028, 5, 2)
    assert ("device", "") not in found, "the commune police of the seat fits it (law.md §18 row 5)"
    assert ("contract_notice", "") not in due(replace(private, contract_end_on=END))


def test_somebody_with_a_stable_residence_needs_none_found() -> None:
    assert ("residence", "") not in due(replace(FACTS, has_stable_residence=True))


def test_social_protection_is_asked_fifteen_days_before() -> None:
    assert ("social_protection", "") not in due()
    found = due(replace(FACTS, may_need_social_protection=True))["social_protection", ""]
    assert (found.due_on, found.article) == (date(2028, 7, 17), "NĐ 163/2026 Đ124.1")


def test_the_last_days() -> None:
    found = due()
    assert found["stage5", ""].due_on == date(2028, 7, 2)
    assert found["examination", ""].due_on == found["certificate", ""].due_on == date(2028, 7, 31)
    assert found["device", ""].due_on == END


def test_without_a_known_end_there_is_no_runway() -> None:
    found = due(replace(FACTS, expected_end_on=None))
    assert {key[0] for key in found} == {"stage1", "health_check"}


def test_the_first_stage_and_the_yearly_check() -> None:
    found = due()
    assert found["stage1", ""].due_on == date(2026, 8, 3)
    assert found["health_check", "2027-08-01"].due_on == date(2027, 8, 1)
    later = due(replace(FACTS, is_admission_done=True, last_health_check_on=date(2027, 7, 20)))
    assert ("stage1", "") not in later
    assert ("health_check", "2028-07-20") in later
    assert not [
        key for key in due(replace(FACTS, last_health_check_on=date(2027, 8, 2))) if key[0] == "health_check"
    ]


def test_a_minor_who_must_move_is_asked_for_on_the_birthday() -> None:
    minor = replace(
        FACTS, stay_type=StayType.COMPULSORY_MINOR, turns_18_on=date(2028, 5, 1), transfer_required=True
    )
    assert due(minor)["transfer_18", ""].article == "Luật PCMT 2025 Đ36.4"
    assert ("transfer_18", "") not in due(replace(minor, transfer_required=False))


def test_of_whom_only_the_year_of_birth_is_known_the_day_is_asked_for_in_the_year_of_turning_18() -> None:
    minor = replace(
        FACTS,
        stay_type=StayType.COMPULSORY_MINOR,
        turns_18_on=date(2027, 12, 31),
        birth_year=2009,
        transfer_required=True,
    )
    found = due(minor)
    asked, moved = found["birth_date", ""], found["transfer_18", ""]
    assert (asked.due_on, moved.due_on) == (date(2027, 1, 1), date(2027, 12, 31))
    for one in (asked, moved):
        words = one.text.format(**one.params)
        assert "Chỉ biết năm sinh 2009" in words or "(chỉ biết năm sinh 2009)" in words
        assert "31/12/2027" in words
    assert ("birth_date", "") in due(replace(minor, transfer_required=False))
    assert ("birth_date", "") not in due(replace(minor, birth_year=None))
    assert ("birth_date", "") not in due(replace(minor, expected_end_on=date(2026, 12, 30)))


def test_temporary_management_has_its_limit() -> None:
    held = StayFacts(StayType.TEMPORARY, date(2026, 12, 1), custody_until=date(2027, 1, 15))
    found = due(held)
    assert set(found) == {("custody_limit", ""), ("health_check", "2027-12-01")}
    assert found["custody_limit", ""].due_on == date(2027, 1, 15)


def test_what_lacks_a_decision_or_a_paper_is_due_today() -> None:
    waiting = replace(
        FACTS, remand_undecided=True, missing_papers=(EventKind.ESCAPE, EventKind.ESCAPE, EventKind.PRISON)
    )
    found = due(waiting)
    assert found["remand_decision", ""].due_on == ON
    assert found["remand_decision", ""].roles == (Role.HEAD,)
    assert found["event_paper", "escape"].article == "NĐ 163/2026 Đ109.2"
    assert found["event_paper", "prison"].article == "Luật PCMT 2025 Đ47.1"


def test_hours_run_through_nights_and_holidays() -> None:
    at = datetime(2027, 2, 5, 17, 30, tzinfo=UTC)
    found = hours_deadline("escape_notice", at, NUMBERS)
    assert found is not None
    assert found.due_at == datetime(2027, 2, 6, 17, 30, tzinfo=UTC)
    assert found.due_on == date(2027, 2, 7), "half past midnight in Viet Nam"
    assert found.article == "Luật PCMT 2025 Đ46.2i"
    assert "24 giờ" in found.text.format(**found.params)


@pytest.mark.parametrize("code", list(HOUR_RULES))
def test_every_rule_in_hours_has_its_number_and_none_without(code: str) -> None:
    at = datetime(2027, 2, 5, 8, 0, tzinfo=UTC)
    found = hours_deadline(code, at, NUMBERS)
    assert found is not None
    assert found.due_at == at + timedelta(hours=24)
    assert hours_deadline(code, at, DeadlineParameters()) is None


def test_a_voluntary_resident_has_ended_the_stay_after_two_working_days_away() -> None:
    # gone on Friday 05/03/2027: Monday and Tuesday are working days
    assert self_terminated_on(date(2027, 3, 5), NUMBERS, CALENDAR) == date(2027, 3, 9)
    assert self_terminated_on(date(2027, 3, 5), DeadlineParameters(), CALENDAR) is None


def test_without_numbers_only_what_the_law_says_itself_is_due() -> None:
    found = stay_deadlines(
        replace(FACTS, notified_on=ON, may_need_social_protection=True),
        DeadlineParameters(),
        StageParameters(LegalRegime.L2021),
        numbers(LegalRegime.L2021),
        CALENDAR,
        on=ON,
    )
    assert [one.code for one in found] == ["examination", "release"]
    assert stay_deadlines(
        FACTS,
        DeadlineParameters(),
        StageParameters(LegalRegime.L2021),
        numbers(LegalRegime.L2021),
        CALENDAR,
        on=ON,
    )


def test_a_changed_number_moves_the_day() -> None:
    notice = NUMBERS.completion_notice_days
    assert notice is not None
    later = replace(NUMBERS, completion_notice_days=replace(notice, value=40))
    assert due(deadlines=later)["completion_notice", ""].due_on == date(2028, 6, 22)
