"""A step of a release in one word: done, owed now, owed later, or not asked of this stay."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from facility_app.kernel.labels import Label, label
from facility_app.modules.discharge.domain import gate as rules
from facility_app.modules.discharge.domain.gate import STEPS, GateFacts, GateItem


class StepMark(StrEnum):
    """Tình trạng của một bước chuẩn bị ra cơ sở."""

    DONE = "done"
    DUE = "due"
    AHEAD = "ahead"
    NOT_OWED = "not_owed"


STEP_MARK_LABELS: Final[dict[StepMark, Label]] = {
    StepMark.DONE: label("terms", "xong"),
    StepMark.DUE: label("terms", "thiếu"),
    StepMark.AHEAD: label("terms", "chưa tới"),
    StepMark.NOT_OWED: label("terms", "không cần"),
}

DUE_DAYS: Final[dict[str, int]] = {
    rules.RESIDENCE: 60,
    rules.NOTICE: 30,
    rules.NOTICE_UNRECEIVED: 30,
    rules.PLAN: 30,
    rules.SOCIAL: 15,
    rules.EXAMINATION: 15,
    rules.POST_REHAB: 15,
    rules.MONITORING: 15,
    rules.DEVICE: 1,
    rules.CERTIFICATE: 1,
    rules.RECEIPT: 1,
    rules.BELONGINGS: 0,
}
"""So many days before the day of leaving a step is looked for; the law sets those of V-51 and the certificate."""


def marks(facts: GateFacts, open_items: tuple[GateItem, ...], days_left: int | None) -> Mapping[str, StepMark]:
    """Every step with its mark.

    Args:
        facts: what the gate was asked with.
        open_items: what it answered.
        days_left: until the day of leaving; negative when it has passed, None when nobody knows it.
    """
    missing = {one.code for one in open_items}
    return {step: _mark(step, facts, missing, days_left) for step in STEPS}


def _mark(step: str, facts: GateFacts, missing: set[str], days_left: int | None) -> StepMark:
    if step in missing:
        is_near = days_left is not None and days_left <= DUE_DAYS[step]
        return StepMark.DUE if is_near or facts.exited_on is not None else StepMark.AHEAD
    return StepMark.DONE if step in facts.was_recorded else StepMark.NOT_OWED
