"""Who may be in charge of a stage: school level, practice certificate, training (Đ84.5, Đ85.5, Đ86.5, Đ88.6)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from facility_app.kernel.labels import Label, label
from facility_app.modules.stays.domain.findings import Finding
from facility_app.modules.stays.domain.stages import STAGE_LABELS, Stage


class SchoolLevel(StrEnum):
    """Trình độ chuyên môn của cán bộ, lowest first."""

    NONE = "none"
    ELEMENTARY = "elementary"
    INTERMEDIATE = "intermediate"
    COLLEGE = "college"
    UNIVERSITY = "university"

    @property
    def is_enough(self) -> bool:
        """Whether it is trung cấp or more."""
        return self not in {SchoolLevel.NONE, SchoolLevel.ELEMENTARY}


SCHOOL_LEVEL_LABELS: dict[SchoolLevel, Label] = {
    SchoolLevel.NONE: label("terms", "Chưa qua đào tạo"),
    SchoolLevel.ELEMENTARY: label("terms", "Sơ cấp"),
    SchoolLevel.INTERMEDIATE: label("terms", "Trung cấp"),
    SchoolLevel.COLLEGE: label("terms", "Cao đẳng"),
    SchoolLevel.UNIVERSITY: label("terms", "Đại học trở lên"),
}


class PracticeField(StrEnum):
    """Phạm vi của chứng chỉ hành nghề khám bệnh, chữa bệnh."""

    PSYCHIATRY = "psychiatry"
    GENERAL = "general"
    INTERNAL = "internal"
    TRADITIONAL = "traditional"


PRACTICE_FIELD_LABELS: dict[PracticeField, Label] = {
    PracticeField.PSYCHIATRY: label("terms", "Chuyên khoa tâm thần"),
    PracticeField.GENERAL: label("terms", "Đa khoa"),
    PracticeField.INTERNAL: label("terms", "Chuyên khoa nội"),
    PracticeField.TRADITIONAL: label("terms", "Chuyên khoa y học cổ truyền"),
}


class Training(StrEnum):
    """Đào tạo, bồi dưỡng."""

    REHAB = "rehab"
    COUNSELLING = "counselling"
    MANAGEMENT = "management"
    DETOX = "detox"


TRAINING_LABELS: dict[Training, Label] = {
    Training.REHAB: label("terms", "Kiến thức chuyên môn trong công tác cai nghiện ma túy"),
    Training.COUNSELLING: label("terms", "Tư vấn tâm lý, phục hồi hành vi"),
    Training.MANAGEMENT: label("terms", "Kỹ năng quản lý người cai nghiện ma túy"),
    Training.DETOX: label("terms", "Điều trị cắt cơn, giải độc, điều trị rối loạn tâm thần"),
}


@dataclass(frozen=True, slots=True)
class Qualification:
    """What somebody has learned.

    Attributes:
        level: school level.
        practice: fields of the practice certificate; empty for whoever is no doctor.
        trainings: courses done.
    """

    level: SchoolLevel = SchoolLevel.NONE
    practice: frozenset[PracticeField] = frozenset()
    trainings: frozenset[Training] = frozenset()


QUALIFICATION_ARTICLES: Final[dict[Stage, str]] = {
    Stage.ADMISSION: "NĐ 163/2026 Đ84.5",
    Stage.DETOX: "NĐ 163/2026 Đ85.5",
    Stage.EDUCATION: "NĐ 163/2026 Đ86.5",
    Stage.REINTEGRATION: "NĐ 163/2026 Đ88.6",
}
"""Stage 4 asks nothing of whoever is in charge."""

_TRAININGS: Final[dict[Stage, frozenset[Training]]] = {
    Stage.ADMISSION: frozenset({Training.REHAB}),
    Stage.EDUCATION: frozenset({Training.REHAB, Training.COUNSELLING, Training.MANAGEMENT}),
    Stage.REINTEGRATION: frozenset({Training.REHAB}),
}


def check_in_charge(stage: Stage, held: Qualification) -> tuple[Finding, ...]:
    """What somebody lacks to be in charge of a stage; may be gone over with a reason."""
    if stage is Stage.DETOX:
        return _check_doctor(held)
    if stage not in _TRAININGS:
        return ()
    found = []
    if not held.level.is_enough:
        text = label(
            "warnings", "Người thực hiện giai đoạn {number} ({stage}) phải có trình độ từ trung cấp trở lên."
        )
        found.append(_finding("level_too_low", text, stage))
    missing = tuple(TRAINING_LABELS[one] for one in Training if one in _TRAININGS[stage] - held.trainings)
    if missing:
        text = label("warnings", "Người thực hiện giai đoạn {number} ({stage}) chưa được đào tạo: {missing}.")
        found.append(_finding("training_missing", text, stage, missing=missing))
    return tuple(found)


def _check_doctor(held: Qualification) -> tuple[Finding, ...]:
    if not held.practice:
        text = label(
            "warnings",
            "Người phụ trách giai đoạn {number} ({stage}) phải là bác sĩ có chứng chỉ hành nghề tâm thần, đa "
            "khoa, nội "
            "hoặc y học cổ truyền.",
        )
        return (_finding("not_a_doctor", text, Stage.DETOX),)
    if PracticeField.PSYCHIATRY not in held.practice and Training.DETOX not in held.trainings:
        text = label(
            "warnings",
            "Bác sĩ không chuyên khoa tâm thần phụ trách giai đoạn {number} ({stage}) phải được đào tạo về điều "
            "trị "
            "cắt cơn, giải độc, rối loạn tâm thần.",
        )
        return (_finding("training_missing", text, Stage.DETOX),)
    return ()


def _finding(code: str, text: Label, stage: Stage, **params: object) -> Finding:
    named = {"number": stage.number, "stage": STAGE_LABELS[stage], **params}
    return Finding(code, text, named, QUALIFICATION_ARTICLES[stage])
