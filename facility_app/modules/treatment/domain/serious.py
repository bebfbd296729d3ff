"""Serious events: what happened, what must be done about each and by when (clinical.md §8.1; no national form).

A death has a dossier of its own with the absences (NĐ 163/2026/NĐ-CP Đ122). A report of an error never punishes
whoever wrote it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from facility_app.kernel.actor import Role
from facility_app.kernel.labels import Label, label


class EventKind(StrEnum):
    """Loại sự việc."""

    SELF_HARM = "self_harm"
    OVERDOSE = "overdose"
    SEIZURE = "seizure"
    DELIRIUM = "delirium"
    PSYCHOSIS = "psychosis"
    RESTRAINT = "restraint"
    FALL = "fall"
    VIOLENCE = "violence"
    MEDICATION_ERROR = "medication_error"
    ALLERGY = "allergy"
    OTHER = "other"


EVENT_KIND_LABELS: dict[EventKind, Label] = {
    EventKind.SELF_HARM: label("terms", "Tự hại, toan tự sát"),
    EventKind.OVERDOSE: label("terms", "Quá liều"),
    EventKind.SEIZURE: label("terms", "Co giật"),
    EventKind.DELIRIUM: label("terms", "Sảng khi cắt cơn"),
    EventKind.PSYCHOSIS: label("terms", "Loạn thần cấp, kích động"),
    EventKind.RESTRAINT: label("terms", "Cố định, cách ly người bệnh"),
    EventKind.FALL: label("terms", "Ngã, chấn thương"),
    EventKind.VIOLENCE: label("terms", "Xô xát, bị đánh"),
    EventKind.MEDICATION_ERROR: label("terms", "Sai sót dùng thuốc"),
    EventKind.ALLERGY: label("terms", "Phản ứng dị ứng, phản vệ"),
    EventKind.OTHER: label("terms", "Sự việc khác"),
}


class Harm(StrEnum):
    """Mức tổn hại, 0–5 (design)."""

    NONE = "0"
    WATCHED = "1"
    TREATED = "2"
    SEVERE = "3"
    LIFE = "4"
    DEATH = "5"


HARM_LABELS: dict[Harm, Label] = {
    Harm.NONE: label("terms", "0 · Không tổn hại"),
    Harm.WATCHED: label("terms", "1 · Chỉ cần theo dõi"),
    Harm.TREATED: label("terms", "2 · Phải xử trí tại cơ sở"),
    Harm.SEVERE: label("terms", "3 · Nặng, chuyển viện"),
    Harm.LIFE: label("terms", "4 · Đe dọa tính mạng"),
    Harm.DEATH: label("terms", "5 · Chết"),
}
GRAVE: Final = frozenset({Harm.SEVERE, Harm.LIFE, Harm.DEATH})
"""From here on family and province are told as for whoever is sent to hospital (Đ114.2)."""


class EventStep(StrEnum):
    """Việc trong hồ sơ sự việc."""

    CALLED_DOCTOR = "called_doctor"
    TOLD_HEAD = "told_head"
    SCENE = "scene"
    STATEMENTS = "statements"
    MINUTES = "minutes"
    TOLD_FAMILY = "told_family"
    TOLD_PROVINCE = "told_province"
    REVIEW = "review"
    CORRECTIVE = "corrective"
    OTHER = "other"


EVENT_STEP_LABELS: dict[EventStep, Label] = {
    EventStep.CALLED_DOCTOR: label("terms", "Bác sĩ khám ngay"),
    EventStep.TOLD_HEAD: label("terms", "Báo người đứng đầu cơ sở"),
    EventStep.SCENE: label("terms", "Giữ hiện trường, vật chứng; ảnh để riêng"),
    EventStep.STATEMENTS: label("terms", "Bản tường trình của người phát hiện, người chứng kiến"),
    EventStep.MINUTES: label("terms", "Biên bản sự việc"),
    EventStep.TOLD_FAMILY: label("terms", "Báo cha, mẹ, người giám hộ, gia đình"),
    EventStep.TOLD_PROVINCE: label("terms", "Báo cáo Công an cấp tỉnh"),
    EventStep.REVIEW: label("terms", "Họp rút kinh nghiệm"),
    EventStep.CORRECTIVE: label("terms", "Biện pháp khắc phục, phòng ngừa"),
    EventStep.OTHER: label("terms", "Việc khác"),
}
NEEDS_WHOM: Final = frozenset({EventStep.TOLD_HEAD, EventStep.TOLD_FAMILY, EventStep.TOLD_PROVINCE})
"""Who was told is written down."""
_OF_ALL: Final = (
    *(EventStep.CALLED_DOCTOR, EventStep.TOLD_HEAD, EventStep.STATEMENTS, EventStep.MINUTES),
    *(EventStep.REVIEW, EventStep.CORRECTIVE),
)
_WITH_SCENE: Final = frozenset({EventKind.SELF_HARM, EventKind.OVERDOSE, EventKind.VIOLENCE})
_OF_GRAVE: Final = (EventStep.TOLD_FAMILY, EventStep.TOLD_PROVINCE)
TOLD_HOURS, PAPERS_HOURS, REVIEW_DAYS = "event_told_hours", "event_papers_hours", "event_review_days"
"""Dated parameters; no national number was read."""


def steps_of(kind: EventKind, harm: Harm) -> tuple[EventStep, ...]:
    """What a dossier of such an event holds, in the order it is done."""
    wanted = {*_OF_ALL, *(_OF_GRAVE if harm in GRAVE else ())}
    if kind in _WITH_SCENE:
        wanted.add(EventStep.SCENE)
    return tuple(one for one in EventStep if one in wanted)


@dataclass(frozen=True, slots=True)
class EventDuty:
    """Something to be done about an event.

    Attributes:
        roles: who acts, the first one's worklist; the others may take it over.
        text: what to do; it says nothing of health.
    """

    step: EventStep
    roles: tuple[Role, ...]
    text: Label
    due_at: datetime


_HEALTH: Final = (Role.CHIEF_NURSE, Role.DOCTOR)
_OFFICE: Final = (Role.CLERK, Role.HEAD)
_HEAD: Final = (Role.HEAD, Role.CLERK)
_TASKS: Final[dict[EventStep, tuple[str, tuple[Role, ...], Label]]] = {
    EventStep.CALLED_DOCTOR: ("", (Role.DOCTOR, Role.CHIEF_NURSE), label("tasks", "Bác sĩ khám ngay sau sự việc")),
    EventStep.TOLD_HEAD: ("", _HEALTH, label("tasks", "Báo người đứng đầu về sự việc nghiêm trọng")),
    EventStep.STATEMENTS: (PAPERS_HOURS, _HEALTH, label("tasks", "Lấy bản tường trình về sự việc nghiêm trọng")),
    EventStep.MINUTES: (PAPERS_HOURS, _HEALTH, label("tasks", "Lập biên bản sự việc nghiêm trọng")),
    EventStep.TOLD_FAMILY: (TOLD_HOURS, _OFFICE, label("tasks", "Báo gia đình về sự việc nghiêm trọng (Đ114.2)")),
    EventStep.TOLD_PROVINCE: (
        TOLD_HOURS,
        _OFFICE,
        label("tasks", "Báo cáo Công an cấp tỉnh về sự việc nghiêm trọng (Đ114.2)"),
    ),
    EventStep.REVIEW: (REVIEW_DAYS, _HEAD, label("tasks", "Họp rút kinh nghiệm về sự việc nghiêm trọng")),
}


def duties_of(kind: EventKind, harm: Harm, at: datetime, number: Callable[[str], int]) -> tuple[EventDuty, ...]:
    """What an event asks for, with its deadline from when it happened.

    Args:
        kind: of the event.
        harm: how grave it is.
        at: when it happened.
        number: a dated parameter by its key.
    """
    wanted = [one for one in steps_of(kind, harm) if one in _TASKS]
    return tuple(EventDuty(one, *_TASKS[one][1:], at + _span(_TASKS[one][0], number)) for one in wanted)


def due_of(
    kind: EventKind, harm: Harm, at: datetime, missing: Iterable[EventStep], number: Callable[[str], int]
) -> datetime | None:
    """When the first of what is missing is due; None where nothing missing has a deadline.

    Args:
        kind: of the event.
        harm: how grave it is.
        at: when it happened.
        missing: what nobody has done yet.
        number: a dated parameter by its key.
    """
    wanted = set(missing)
    return min((one.due_at for one in duties_of(kind, harm, at, number) if one.step in wanted), default=None)


def missing_of(kind: EventKind, harm: Harm, done: Iterable[EventStep]) -> tuple[EventStep, ...]:
    """What a dossier still lacks."""
    there = set(done)
    return tuple(one for one in steps_of(kind, harm) if one not in there)


def _span(key: str, number: Callable[[str], int]) -> timedelta:
    if not key:
        return timedelta()
    return timedelta(days=number(key)) if key == REVIEW_DAYS else timedelta(hours=number(key))
