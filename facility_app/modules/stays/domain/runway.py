"""The runway before the day of leaving: notices, papers, the last thirty days, the last day."""

from datetime import date, timedelta
from typing import Final

from facility_app.kernel.actor import Role
from facility_app.kernel.dates import format_date
from facility_app.kernel.labels import Label, label
from facility_app.modules.stays.domain.due import Deadline, StayFacts, Workdays
from facility_app.modules.stays.domain.numbers import LegalNumber
from facility_app.modules.stays.domain.parameters import DeadlineParameters, StageParameters
from facility_app.modules.stays.domain.types import StayType

_RELEASE_ROLES: Final = (Role.DISCHARGE, Role.CLERK, Role.HEAD)
_ONE_DAY: Final = timedelta(days=1)

COMPLETION_NOTICE: Final = label("tasks", "Gửi thông báo chuẩn bị hoàn thành (V-51), chậm nhất {day}")
COMPLETION_NOTICE_CONTRACT: Final = label(
    "tasks", "Gửi thông báo (V-51) tính theo ngày hết hợp đồng {end}, chậm nhất {day}"
)
RESIDENCE: Final = label("tasks", "Xác định nơi cư trú sau khi ra cơ sở")
LADDER: Final = label("tasks", "Rà soát giấy tờ, tiền, đồ vật trước ngày ra cơ sở {end} (mốc trước {days} ngày)")
"""A task is read on other days than the one it is due on: it names the day, and counts none."""
SOCIAL_PROTECTION: Final = label(
    "tasks", "Gửi hồ sơ đề nghị vào cơ sở bảo trợ xã hội, chậm nhất {day}; giấy xác nhận gửi bổ sung khi cấp"
)
STAGE_5: Final = label("tasks", "Bắt đầu giai đoạn 5: đánh giá kết quả, lập kế hoạch tái hòa nhập (V-19)")
EXAMINATION: Final = label("tasks", "Khám, đánh giá sức khỏe trước khi ra cơ sở")
CERTIFICATE: Final = label("tasks", "Cấp giấy xác nhận hoàn thành trong 24 giờ trước khi ra cơ sở")
DEVICE: Final = label("tasks", "Gắn thiết bị giám sát điện tử trước khi ra cơ sở, nếu có quyết định")
LEAVE_TODAY: Final = label("tasks", "Cho ra cơ sở ngày {end}: trả tiền, đồ vật, giấy tờ; báo Công an cấp xã")
AFTER_CARE: Final = label("tasks", "Theo dõi quyết định quản lý sau cai của Ủy ban nhân dân cấp xã")


def runway(
    facts: StayFacts, end_on: date, deadlines: DeadlineParameters, stages: StageParameters, workdays: Workdays
) -> list[Deadline]:
    """What must happen before the day of leaving; off days move it earlier, never the release later."""
    found = [
        *_notices(facts, end_on, deadlines, workdays),
        *_ladder(end_on, deadlines),
        *_last_days(facts, end_on, deadlines, stages),
    ]
    proposal = deadlines.post_rehab_proposal_working_days
    if facts.notified_on is not None and proposal is not None:
        due = workdays.add_working_days(facts.notified_on, proposal.value)
        found.append(Deadline("after_care", due, proposal.article, (Role.DISCHARGE,), AFTER_CARE))
    return found


def _notices(facts: StayFacts, end_on: date, deadlines: DeadlineParameters, workdays: Workdays) -> list[Deadline]:
    found = []
    notice, social = deadlines.completion_notice_days, deadlines.social_protection_days
    residence = deadlines.residence_start_days
    if residence is not None and facts.has_stable_residence is not True:
        roles = (Role.DISCHARGE, Role.COUNSELLOR)
        due = end_on - timedelta(days=residence.value)
        found.append(Deadline("residence", due, residence.article, roles, RESIDENCE))
    if notice is not None and facts.notified_on is None:
        found.append(_before("completion_notice", end_on, notice, COMPLETION_NOTICE, workdays))
        contract = facts.contract_end_on
        if contract is not None and contract != end_on:
            made = _before("contract_notice", contract, notice, COMPLETION_NOTICE_CONTRACT, workdays)
            found.append(made)
    if social is not None and facts.may_need_social_protection:
        found.append(_before("social_protection", end_on, social, SOCIAL_PROTECTION, workdays))
    return found


def _before(code: str, end_on: date, rule: LegalNumber, text: Label, workdays: Workdays) -> Deadline:
    due = end_on - timedelta(days=rule.value)
    params: dict[str, object] = {"day": format_date(due), "end": format_date(end_on)}
    act_on = workdays.previous_working_day(due)
    return Deadline(code, due, rule.article, _RELEASE_ROLES, text, params, act_on=act_on)


def _ladder(end_on: date, deadlines: DeadlineParameters) -> list[Deadline]:
    ladder = deadlines.release_ladder_days
    if ladder is None:
        return []
    return [
        Deadline(
            "release_ladder",
            end_on - timedelta(days=days),
            ladder.article,
            _RELEASE_ROLES,
            LADDER,
            {"days": days, "end": format_date(end_on)},
            occasion=str(days),
        )
        for days in ladder.values
    ]


def _last_days(
    facts: StayFacts, end_on: date, deadlines: DeadlineParameters, stages: StageParameters
) -> list[Deadline]:
    found = []
    eve, last = end_on - _ONE_DAY, stages.stage5_days
    if last is not None:
        begins = end_on - timedelta(days=last.value)
        found.append(Deadline("stage5", begins, last.article, (Role.COUNSELLOR, Role.DISCHARGE), STAGE_5))
    found.append(Deadline("examination", eve, "NĐ 163/2026 Đ88.1", (Role.DOCTOR, Role.CHIEF_NURSE), EXAMINATION))
    if deadlines.certificate_hours is not None:
        article = deadlines.certificate_hours.article
        found.append(Deadline("certificate", eve, article, (Role.HEAD, Role.DISCHARGE), CERTIFICATE))
    if deadlines.monitoring_fit_hours is not None and facts.stay_type is not StayType.VOLUNTARY_PRIVATE:
        article = deadlines.monitoring_fit_hours.article
        found.append(Deadline("device", end_on, article, (Role.DISCHARGE, Role.HEAD), DEVICE))
    roles = (Role.DISCHARGE, Role.HEAD)
    params: dict[str, object] = {"end": format_date(end_on)}
    found.append(Deadline("release", end_on, "NĐ 163/2026 Đ94, Đ97, Đ123", roles, LEAVE_TODAY, params))
    return found
