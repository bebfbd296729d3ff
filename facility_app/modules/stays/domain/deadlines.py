"""Deadlines of law.md §15 and the release runway, as data: what is due when, by which article, for whom."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final, Protocol

from facility_app.kernel.actor import Role
from facility_app.kernel.dates import add_months, format_date, local_date
from facility_app.kernel.labels import Label, label
from facility_app.modules.stays.domain.numbers import LegalNumber
from facility_app.modules.stays.domain.parameters import DeadlineParameters, StageParameters, TermParameters
from facility_app.modules.stays.domain.types import EVENT_KIND_LABELS, EventKind, StayType


class Workdays(Protocol):
    """Working days of state bodies."""

    def previous_working_day(self, day: date) -> date:
        """``day`` itself, or the last working day before it."""

    def add_working_days(self, day: date, count: int) -> date:
        """The ``count``-th working day after ``day``."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """One thing due; the service raises it as a task and withdraws it when the stay no longer owes it.

    Attributes:
        code: stable; with the stay and the occasion it names the task.
        due_on: the last day the law allows, or the day it is to be done on.
        article: what says so.
        roles: who acts, the first one's worklist; the others may know of it.
        text: what to do, with ``{name}`` placeholders.
        params: their values; no name of a person.
        act_on: the working day to plan for, not after ``due_on``.
        due_at: the instant, for deadlines in hours.
        occasion: keeps repeated ones apart.
    """

    code: str
    due_on: date
    article: str
    roles: tuple[Role, ...]
    text: Label
    params: dict[str, object] = field(default_factory=dict)
    act_on: date | None = None
    due_at: datetime | None = None
    occasion: str = ""


@dataclass(frozen=True, slots=True)
class StayFacts:
    """What the deadlines of one open stay are derived from.

    Attributes:
        stay_type: its type.
        admitted_on: the day of the handover minutes.
        expected_end_on: the day of leaving, or None.
        contract_end_on: of a private facility (law.md §18 row 6).
        custody_until: the limit of temporary management.
        turns_18_on: of a minor.
        transfer_required: whether the person moves at eighteen.
        has_stable_residence: None when not yet settled.
        may_need_social_protection: whether §6.18 may apply.
        last_health_check_on: None when there was none since admission.
        notified_on: the day V-51 was received by the commune police.
        is_admission_done: whether stage 1 has been closed.
        missing_papers: kinds of absence that would add days and have no paper.
        remand_undecided: whether a remand waits for a decision.
    """

    stay_type: StayType
    admitted_on: date
    expected_end_on: date | None = None
    contract_end_on: date | None = None
    custody_until: date | None = None
    turns_18_on: date | None = None
    transfer_required: bool | None = None
    has_stable_residence: bool | None = None
    may_need_social_protection: bool = False
    last_health_check_on: date | None = None
    notified_on: date | None = None
    is_admission_done: bool = False
    missing_papers: tuple[EventKind, ...] = ()
    remand_undecided: bool = False


_RELEASE_ROLES: Final = (Role.DISCHARGE, Role.CLERK, Role.HEAD)
_ONE_DAY: Final = timedelta(days=1)

COMPLETION_NOTICE: Final = label("tasks", "Gửi thông báo chuẩn bị hoàn thành (V-51), chậm nhất {day}")
COMPLETION_NOTICE_CONTRACT: Final = label(
    "tasks", "Gửi thông báo (V-51) tính theo ngày hết hợp đồng {end}, chậm nhất {day}"
)
RESIDENCE: Final = label("tasks", "Xác định nơi cư trú sau khi ra cơ sở")
LADDER: Final = label("tasks", "Còn {days} ngày đến ngày ra cơ sở {end}: rà soát giấy tờ, tiền, đồ vật")
SOCIAL_PROTECTION: Final = label(
    "tasks", "Gửi hồ sơ đề nghị vào cơ sở bảo trợ xã hội, chậm nhất {day}; giấy xác nhận gửi bổ sung khi cấp"
)
STAGE_5: Final = label("tasks", "Bắt đầu giai đoạn 5: đánh giá kết quả, lập kế hoạch tái hòa nhập (V-19)")
EXAMINATION: Final = label("tasks", "Khám, đánh giá sức khỏe trước khi ra cơ sở")
CERTIFICATE: Final = label("tasks", "Cấp giấy xác nhận hoàn thành trong 24 giờ trước khi ra cơ sở")
DEVICE: Final = label("tasks", "Gắn thiết bị giám sát điện tử trước khi ra cơ sở, nếu có quyết định")
LEAVE_TODAY: Final = label("tasks", "Cho ra cơ sở ngày {end}: trả tiền, đồ vật, giấy tờ; báo Công an cấp xã")
AFTER_CARE: Final = label("tasks", "Theo dõi quyết định quản lý sau cai của Ủy ban nhân dân cấp xã")
ADMISSION_STAGE: Final = label("tasks", "Hoàn thành giai đoạn 1: tiếp nhận, phân loại, lập kế hoạch (V-17, V-18)")
HEALTH_CHECK: Final = label("tasks", "Khám sức khỏe định kỳ")
TRANSFER_18: Final = label("tasks", "Đủ 18 tuổi ngày {day}: đề nghị chuyển đến cơ sở cai nghiện công lập")
CUSTODY_LIMIT: Final = label(
    "tasks", "Hết thời hạn quản lý {day}: phải có quyết định của Tòa án, nếu không cho ra"
)
REMAND: Final = label("tasks", "Quyết định cách tính thời gian tạm giữ, tạm giam, có lý do")
PAPER: Final = label("tasks", "Bổ sung số, ngày của giấy tờ về {kind}; chưa có thì không cộng ngày nào")


def stay_deadlines(
    facts: StayFacts,
    deadlines: DeadlineParameters,
    stages: StageParameters,
    term: TermParameters,
    workdays: Workdays,
    *,
    on: date,
) -> tuple[Deadline, ...]:
    """Everything an open stay owes, in the order of the days.

    Args:
        facts: the stay.
        deadlines: numbers picked by the day.
        stages: durations of the stay's law.
        term: numbers of the stay's law.
        workdays: to plan notices on working days.
        on: today, for what is due at once.
    """
    found = [*_at_once(facts, on), *_while_inside(facts, deadlines, stages, term)]
    if facts.expected_end_on is not None:
        found += _runway(facts, facts.expected_end_on, deadlines, stages, workdays)
    return tuple(sorted(found, key=lambda one: (one.due_on, one.code, one.occasion)))


def _at_once(facts: StayFacts, on: date) -> list[Deadline]:
    """What waits for nothing but somebody to do it."""
    found = []
    if facts.remand_undecided:
        found.append(Deadline("remand_decision", on, "luật không quy định", (Role.HEAD,), REMAND))
    papers = {EventKind.ESCAPE: "NĐ 163/2026 Đ109.2", EventKind.OVERSTAY: "NĐ 163/2026 Đ121.4"}
    for kind in dict.fromkeys(facts.missing_papers):
        article = papers.get(kind, "Luật PCMT 2025 Đ47.1")
        params: dict[str, object] = {"kind": EVENT_KIND_LABELS[kind]}
        found.append(Deadline("event_paper", on, article, (Role.CLERK, Role.HEAD), PAPER, params, occasion=kind))
    return found


def _while_inside(
    facts: StayFacts, deadlines: DeadlineParameters, stages: StageParameters, term: TermParameters
) -> list[Deadline]:
    found = []
    first, check = stages.stage1_max_days, deadlines.health_check_months
    if first is not None and not facts.is_admission_done and facts.stay_type is not StayType.TEMPORARY:
        due = facts.admitted_on + timedelta(days=first.value)
        found.append(Deadline("stage1", due, first.article, (Role.INTAKE, Role.HEAD), ADMISSION_STAGE))
    if check is not None:
        due = add_months(facts.last_health_check_on or facts.admitted_on, check.value)
        if facts.expected_end_on is None or due < facts.expected_end_on:
            roles = (Role.DOCTOR, Role.CHIEF_NURSE)
            found.append(Deadline("health_check", due, check.article, roles, HEALTH_CHECK, occasion=str(due)))
    if facts.turns_18_on is not None and facts.transfer_required and term.age18_transfer_months is not None:
        article, params = term.age18_transfer_months.article, _day(facts.turns_18_on)
        found.append(
            Deadline("transfer_18", facts.turns_18_on, article, (Role.HEAD, Role.CLERK), TRANSFER_18, params)
        )
    if facts.custody_until is not None:
        roles = (Role.HEAD, Role.DISCHARGE)
        article, params = "NĐ 163/2026 Đ98.2", _day(facts.custody_until)
        found.append(Deadline("custody_limit", facts.custody_until, article, roles, CUSTODY_LIMIT, params))
    return found


def _runway(
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
    params = {**_day(due), "end": format_date(end_on)}
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


def _day(day: date) -> dict[str, object]:
    return {"day": format_date(day)}


@dataclass(frozen=True, slots=True)
class HourRule:
    """A deadline that runs from an event, through nights and holidays.

    Attributes:
        number: where its hours stand.
        roles: who acts.
        text: what to do.
    """

    number: Callable[[DeadlineParameters], LegalNumber | None]
    roles: tuple[Role, ...]
    text: Label


HOUR_RULES: Final[dict[str, HourRule]] = {
    "escape_notice": HourRule(
        lambda numbers: numbers.escape_notice_hours,
        (Role.CLERK, Role.HEAD),
        label("tasks", "Báo Công an cấp xã đã lập hồ sơ về việc bỏ trốn, trong {hours} giờ"),
    ),
    "private_admission_notice": HourRule(
        lambda numbers: numbers.private_notice_hours,
        (Role.INTAKE, Role.CLERK),
        label("tasks", "Báo Công an cấp xã nơi cơ sở đặt trụ sở về việc tiếp nhận, trong {hours} giờ"),
    ),
    "self_termination_notice": HourRule(
        lambda numbers: numbers.private_notice_hours,
        (Role.CLERK, Role.HEAD),
        label("tasks", "Báo Công an cấp xã về việc tự ý chấm dứt, trong {hours} giờ"),
    ),
    "private_completion_notice": HourRule(
        lambda numbers: numbers.private_notice_hours,
        (Role.DISCHARGE, Role.CLERK),
        label("tasks", "Báo Công an cấp xã về việc hoàn thành, trong {hours} giờ"),
    ),
    "funeral_decision": HourRule(
        lambda numbers: numbers.funeral_decision_hours,
        (Role.HEAD, Role.CLERK),
        label("tasks", "Quyết định việc cho về chịu tang (V-49), trong {hours} giờ từ khi nhận đơn"),
    ),
    "death_relatives": HourRule(
        lambda numbers: numbers.death_relatives_hours,
        (Role.HEAD, Role.CLERK),
        label("tasks", "Hết {hours} giờ chờ thân nhân: lập biên bản, tổ chức mai táng"),
    ),
    "device_decision": HourRule(
        lambda numbers: numbers.monitoring_fit_hours,
        (Role.DISCHARGE, Role.HEAD),
        label("tasks", "Thi hành quyết định gắn thiết bị giám sát điện tử, trong {hours} giờ"),
    ),
}
"""Deadlines in hours by their code; the event is the code's own."""


def hours_deadline(code: str, happened_at: datetime, deadlines: DeadlineParameters) -> Deadline | None:
    """A deadline in hours after an event; None when the law of the day has no such rule.

    Args:
        code: a key of ``HOUR_RULES``.
        happened_at: the instant of the event, aware.
        deadlines: numbers picked by the day.
    """
    rule = HOUR_RULES[code]
    number = rule.number(deadlines)
    if number is None:
        return None
    due_at = happened_at + timedelta(hours=number.value)
    params: dict[str, object] = {"hours": number.value}
    return Deadline(code, local_date(due_at), number.article, rule.roles, rule.text, params, due_at=due_at)


def self_terminated_on(left_on: date, deadlines: DeadlineParameters, workdays: Workdays) -> date | None:
    """The working day on which a voluntary resident who left has ended the stay (Đ4.9); None without a rule."""
    rule = deadlines.self_termination_working_days
    return None if rule is None else workdays.add_working_days(left_on, rule.value)
