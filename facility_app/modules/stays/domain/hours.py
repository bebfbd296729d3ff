"""Deadlines that run in hours from something that happened; the day a voluntary stay has ended by itself."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from facility_app.kernel.actor import Role
from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import Label, label
from facility_app.modules.stays.domain.due import Deadline, Workdays
from facility_app.modules.stays.domain.numbers import LegalNumber
from facility_app.modules.stays.domain.parameters import DeadlineParameters


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
