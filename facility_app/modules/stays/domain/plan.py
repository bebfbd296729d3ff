"""Kế hoạch cai nghiện V-18: its five parts, which form V-18 prints; part I is the medical one."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from facility_app.kernel.labels import Label, label
from facility_app.kernel.regime import LegalRegime


class PlanPart(StrEnum):
    """Phần của kế hoạch; part I is the medical one."""

    MEDICAL = "medical"
    RECOVERY = "recovery"
    EDUCATION = "education"
    LABOUR = "labour"
    REINTEGRATION = "reintegration"


PLAN_PART_LABELS: dict[PlanPart, Label] = {
    PlanPart.MEDICAL: label("terms", "I. Điều trị y tế"),
    PlanPart.RECOVERY: label("terms", "II. Hỗ trợ phục hồi"),
    PlanPart.EDUCATION: label("terms", "III. Giáo dục, tư vấn phục hồi hành vi, nhân cách"),
    PlanPart.LABOUR: label("terms", "IV. Lao động trị liệu, học nghề"),
    PlanPart.REINTEGRATION: label("terms", "V. Đánh giá, chuẩn bị tái hòa nhập"),
}


@dataclass(frozen=True, slots=True)
class PlanPlace:
    """One place of the form to be filled in.

    Attributes:
        name: the form's placeholder and the record's column.
        part: where it stands.
        label: its heading on the form.
    """

    name: str
    part: PlanPart
    label: Label


PLAN_PLACES: Final[tuple[PlanPlace, ...]] = (
    PlanPlace("plan_medical_assessment", PlanPart.MEDICAL, label("terms", "Đánh giá y tế")),
    PlanPlace("plan_medical_goal", PlanPart.MEDICAL, label("terms", "Mục tiêu điều trị y tế")),
    PlanPlace("plan_detox", PlanPart.MEDICAL, label("terms", "Điều trị cắt cơn, giải độc")),
    PlanPlace(
        "plan_mental_treatment", PlanPart.MEDICAL, label("terms", "Điều trị rối loạn tâm thần do sử dụng ma túy")
    ),
    PlanPlace("plan_other_treatment", PlanPart.MEDICAL, label("terms", "Điều trị các bệnh lý khác")),
    PlanPlace("plan_recovery_assessment", PlanPart.RECOVERY, label("terms", "Đánh giá ảnh hưởng của ma túy")),
    PlanPlace("plan_recovery_goal", PlanPart.RECOVERY, label("terms", "Mục tiêu phục hồi")),
    PlanPlace("plan_behaviour_recovery", PlanPart.RECOVERY, label("terms", "Điều trị phục hồi hành vi")),
    PlanPlace("plan_mental_recovery", PlanPart.RECOVERY, label("terms", "Điều trị phục hồi tâm thần")),
    PlanPlace("plan_education_assessment", PlanPart.EDUCATION, label("terms", "Đánh giá nhận thức, hành vi")),
    PlanPlace("plan_education_goal", PlanPart.EDUCATION, label("terms", "Mục tiêu giáo dục, tư vấn")),
    PlanPlace("plan_topics", PlanPart.EDUCATION, label("terms", "Giáo dục chuyên đề")),
    PlanPlace("plan_psychotherapy", PlanPart.EDUCATION, label("terms", "Trị liệu tâm lý")),
    PlanPlace(
        "plan_activities", PlanPart.EDUCATION, label("terms", "Hoạt động thể thao, văn hóa, sinh hoạt tập thể")
    ),
    PlanPlace("plan_labour_assessment", PlanPart.LABOUR, label("terms", "Đánh giá sức khỏe, kỹ năng lao động")),
    PlanPlace("plan_labour_goal", PlanPart.LABOUR, label("terms", "Mục tiêu lao động trị liệu, học nghề")),
    PlanPlace("plan_labour_therapy", PlanPart.LABOUR, label("terms", "Lao động trị liệu")),
    PlanPlace("plan_vocational", PlanPart.LABOUR, label("terms", "Học nghề")),
    PlanPlace("plan_evaluation", PlanPart.REINTEGRATION, label("terms", "Đánh giá kế hoạch theo các mục tiêu")),
    PlanPlace("plan_information_given", PlanPart.REINTEGRATION, label("terms", "Thông tin đã cung cấp")),
    PlanPlace(
        "plan_reintegration_counselling",
        PlanPart.REINTEGRATION,
        label("terms", "Tư vấn xây dựng kế hoạch tái hòa nhập"),
    ),
)
"""Every place of V-18, in the form's order."""

PLAN_ARTICLES: Final[dict[LegalRegime, str]] = {
    LegalRegime.L2021: "NĐ 116/2021 Đ22",
    LegalRegime.L2025: "NĐ 163/2026 Đ84.4",
}
"""Who is in a facility has a plan."""
JUDGED_ARTICLES: Final[dict[LegalRegime, str]] = {
    LegalRegime.L2021: "NĐ 116/2021 Đ26",
    LegalRegime.L2025: "NĐ 163/2026 Đ88.1",
}
"""Its results are weighed before the person leaves."""
