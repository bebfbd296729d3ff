"""Stage 2 ends by how somebody is: measured too long ago, or by nobody, it is asked about; a doctor is named."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from facility_app.modules.staff.domain import StaffKind
from facility_app.modules.staff.service import MemberWish, add_staff_member
from facility_app.modules.stays.domain.stages import Stage, StageResult
from facility_app.modules.stays.queries.detail import list_stages
from facility_app.modules.stays.service.stages import SettleStage, StartStage, settle_stage, start_stage
from tests.modules.treatment.ward import ADMITTED, DOCTOR, HEAD, OFFICE, Ward

DAY: Final = 24 * 60
COWS: Final = {str(one): 1 if one == 1 else 0 for one in range(1, 12)}
LAST: Final = date(2026, 12, 4)


def detoxified(ward: Ward) -> SettleStage:
    """Stage 2 was begun on the first day by a doctor; eleven days later it is to end."""
    user = ward.facility.admin.user_id
    ward.write(
        add_staff_member, MemberWish("Bác sĩ Lan", StaffKind.CONTRACT, date(2020, 1, 1), user_id=user), by=HEAD
    )
    ward.write(start_stage, StartStage(ward["duc"], Stage.DETOX, ADMITTED + timedelta(days=3)), by=DOCTOR)
    (kept,) = ward.read(list_stages, ward["duc"])
    return SettleStage(kept.stage_id, kept.version, kept.start_on, LAST, StageResult.PASSED)


def test_the_doctor_who_begins_stage_two_is_named_and_ending_it_asks_for_a_name(ward: Ward) -> None:
    end = detoxified(ward)
    (kept,) = ward.read(list_stages, ward["duc"])
    assert kept.in_charge_name == "Bác sĩ Lan"
    ward.later(11 * DAY)
    ward.measure()
    told = ward.refused(settle_stage, end, by=OFFICE)
    assert told.code == "stage_reason_needed"
    assert "chưa ghi bác sĩ phụ trách" in told.message
    ward.write(settle_stage, end, by=DOCTOR)
    (kept,) = ward.read(list_stages, ward["duc"])
    assert (kept.in_charge_name, kept.end_on, kept.override_reason) == ("Bác sĩ Lan", LAST, None)


def test_what_was_measured_too_long_ago_is_asked_about_once_and_a_reason_goes_on(ward: Ward) -> None:
    end = detoxified(ward)
    assert "chưa ghi dấu hiệu sinh tồn lần nào" in ward.refused(settle_stage, end).message
    ward.measure()
    ward.score("COWS", dict(COWS))
    ward.later(11 * DAY)
    told = ward.refused(settle_stage, end)
    for wanted in (
        "dấu hiệu sinh tồn ghi lần cuối 23/11/2026, quá 3 ngày",
        "điểm hội chứng cai ghi lần cuối 23/11/2026",
    ):
        assert wanted in told.message, wanted
    # Neither the instrument nor a value is told: others than doctors end stages too.
    assert "COWS" not in told.message
    ward.measure()
    told = ward.refused(settle_stage, end)
    assert "dấu hiệu sinh tồn" not in told.message
    saved = ward.write(settle_stage, replace(end, reason="không còn hội chứng cai từ 28/11"))
    assert [one.code for one in saved.findings] == ["stage_measured_long_ago"]
    # Its result is judged later: what was answered is not asked again.
    (kept,) = ward.read(list_stages, ward["duc"])
    again = replace(end, version=kept.version, result=StageResult.GOOD, in_charge_id=kept.in_charge_id)
    assert ward.write(settle_stage, replace(again, in_charge_name="Bác sĩ Lan")).findings == ()


def test_fresh_values_ask_for_nothing(ward: Ward) -> None:
    end = detoxified(ward)
    ward.later(8 * DAY)
    ward.measure()
    ward.score("COWS", dict(COWS))
    ward.later(3 * DAY)
    assert ward.write(settle_stage, end).findings == ()
