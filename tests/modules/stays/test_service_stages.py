"""Giai đoạn: rows that overlap; what the law asks of their length may be gone over, with a reason that stays."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from facility_app.kernel.actor import Role
from facility_app.modules.stays.domain.stages import Stage, StageResult
from facility_app.modules.stays.queries.detail import StageDetail, list_counted, list_stage_findings, list_stages
from facility_app.modules.stays.service.stages import SettleStage, StartStage, settle_stage, start_stage
from tests.modules.stays.house import ADMITTED, TODAY, House

SECOND, TWELFTH = date(2026, 8, 3), date(2026, 8, 13)
"""Two days of admission, ten of detoxification: what the law asks for at most, and at least."""


def admitted_today(house: House) -> str:
    return house.admit(admitted_on=TODAY).stay_id


def begin(house: House, stay_id: str, stage: Stage, on: date, **more: Any) -> None:
    house.write(start_stage, StartStage(stay_id, stage, on, **more))


def row(house: House, stay_id: str, stage: Stage) -> StageDetail:
    (found,) = [one for one in house.read(list_stages, stay_id) if one.stage is stage]
    return found


def to_settle(house: House, stay_id: str, stage: Stage, end_on: date | None, **more: Any) -> SettleStage:
    kept = row(house, stay_id, stage)
    return replace(SettleStage(kept.stage_id, kept.version, kept.start_on, end_on), **more)


def through_detox(house: House) -> str:
    """Somebody whose first two stages were as the law lays them out."""
    stay_id = house.admit().stay_id
    house.at(ADMITTED)
    begin(house, stay_id, Stage.ADMISSION, ADMITTED)
    house.at(TWELFTH)
    house.write(settle_stage, to_settle(house, stay_id, Stage.ADMISSION, SECOND, result=StageResult.PASSED))
    begin(house, stay_id, Stage.DETOX, SECOND)
    well_ended = {"result": StageResult.GOOD, "in_charge_name": "Bác sĩ Trần Thị Lan"}
    house.write(settle_stage, to_settle(house, stay_id, Stage.DETOX, TWELFTH, **well_ended))
    return stay_id


def test_stages_of_lawful_length_ask_for_no_reason_and_two_may_run_at_once(house: House) -> None:
    stay_id = through_detox(house)
    begin(house, stay_id, Stage.EDUCATION, TWELFTH)
    begin(house, stay_id, Stage.LABOUR, TWELFTH)
    assert [(one.stage, one.end_on) for one in house.read(list_stages, stay_id)] == [
        (Stage.ADMISSION, SECOND),
        (Stage.DETOX, TWELFTH),
        (Stage.EDUCATION, None),
        (Stage.LABOUR, None),
    ]
    assert house.read(list_stage_findings, stay_id) == ()


def test_a_first_stage_too_long_asks_for_a_reason_with_the_article(house: House) -> None:
    stay_id = house.admit().stay_id
    house.at(ADMITTED)
    begin(house, stay_id, Stage.ADMISSION, ADMITTED)
    house.at(TODAY)
    command = to_settle(house, stay_id, Stage.ADMISSION, ADMITTED + timedelta(days=3))
    refusal = house.refused(settle_stage, command)
    assert refusal.code == "stage_reason_needed"
    assert "3 ngày" in refusal.message
    assert "Đ84" in refusal.message
    assert set(refusal.fields) == {"reason"}
    saved = house.write(settle_stage, replace(command, reason="sốt, cách ly"))
    assert [one.code for one in saved.findings] == ["stage_too_long"]
    assert row(house, stay_id, Stage.ADMISSION).override_reason == "sốt, cách ly"


def test_a_second_stage_too_short_asks_for_a_reason_with_the_article(house: House) -> None:
    stay_id = house.admit().stay_id
    house.at(date(2026, 8, 10))
    begin(house, stay_id, Stage.DETOX, SECOND)
    refusal = house.refused(settle_stage, to_settle(house, stay_id, Stage.DETOX, date(2026, 8, 9)))
    assert refusal.code == "stage_reason_needed"
    assert "Đ85" in refusal.message


def test_labour_before_the_end_of_detoxification_asks_for_a_reason(house: House) -> None:
    stay_id = house.admit().stay_id
    command = StartStage(stay_id, Stage.LABOUR, ADMITTED)
    assert house.refused(start_stage, command).code == "stage_reason_needed"
    house.write(start_stage, replace(command, reason="đã cắt cơn ở bệnh viện"))


def test_a_reason_once_given_is_asked_for_no_more_and_another_stage_is_not_asked_for_it(house: House) -> None:
    stay_id = house.admit().stay_id
    begin(house, stay_id, Stage.LABOUR, ADMITTED, reason="đã cắt cơn ở bệnh viện")
    house.write(settle_stage, to_settle(house, stay_id, Stage.LABOUR, None, in_charge_name="Lê Thị Hằng"))
    begin(house, stay_id, Stage.EDUCATION, TWELFTH)
    assert row(house, stay_id, Stage.LABOUR).override_reason == "đã cắt cơn ở bệnh viện"


def test_a_stage_stands_once(house: House) -> None:
    stay_id = admitted_today(house)
    begin(house, stay_id, Stage.ADMISSION, TODAY)
    refusal = house.refused(start_stage, StartStage(stay_id, Stage.ADMISSION, TODAY))
    assert refusal.code == "stage_there_already"
    assert "Tiếp nhận, phân loại" in refusal.message


def test_a_stage_that_ends_before_it_begins_is_refused_in_words(house: House) -> None:
    stay_id = admitted_today(house)
    begin(house, stay_id, Stage.ADMISSION, TODAY)
    refusal = house.refused(settle_stage, to_settle(house, stay_id, Stage.ADMISSION, TODAY - timedelta(days=1)))
    assert (refusal.code, set(refusal.fields)) == ("stage_reversed", {"end_on"})


def test_a_stage_of_tomorrow_has_not_begun(house: House) -> None:
    stay_id = admitted_today(house)
    refusal = house.refused(start_stage, StartStage(stay_id, Stage.ADMISSION, TODAY + timedelta(days=1)))
    assert (refusal.code, set(refusal.fields)) == ("day_out_of_range", {"start_on"})


def test_whoever_is_in_charge_stands_by_the_name_and_qualification_of_that_day(house: House) -> None:
    stay_id = admitted_today(house)
    begin(
        house, stay_id, Stage.ADMISSION, TODAY, in_charge_name="Lê Thị Hằng", in_charge_qualification="Trung cấp"
    )
    kept = row(house, stay_id, Stage.ADMISSION)
    assert (kept.in_charge_name, kept.in_charge_qualification) == ("Lê Thị Hằng", "Trung cấp")
    refusal = house.refused(
        settle_stage, to_settle(house, stay_id, Stage.ADMISSION, None, in_charge_name="x" * 201)
    )
    assert (refusal.code, set(refusal.fields)) == ("text_too_long", {"in_charge_name"})


def test_the_task_of_the_first_stage_goes_when_it_has_ended_and_no_term_is_counted_for_it(house: House) -> None:
    stay_id = house.admit().stay_id
    assert "stage1" in house.tasks(stay_id)
    begin(house, stay_id, Stage.ADMISSION, ADMITTED, reason="chậm")
    house.write(settle_stage, to_settle(house, stay_id, Stage.ADMISSION, SECOND))
    assert "stage1" not in house.tasks(stay_id)
    assert len(house.read(list_counted, stay_id)) == 1


def test_a_guard_runs_no_stages(house: House) -> None:
    stay_id = admitted_today(house)
    command = StartStage(stay_id, Stage.ADMISSION, TODAY)
    assert house.refused(start_stage, command, by=(Role.GUARD,)).code == "permission_denied"


def test_a_stale_copy_of_a_stage_is_a_conflict(house: House) -> None:
    stay_id = admitted_today(house)
    begin(house, stay_id, Stage.ADMISSION, TODAY)
    stale = to_settle(house, stay_id, Stage.ADMISSION, None, result=StageResult.GOOD)
    house.write(settle_stage, stale)
    assert house.refused(settle_stage, stale).code == "record_changed"
