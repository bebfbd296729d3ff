"""Counselling: alone or in a group, by which method (V-18 part III, 3.2)."""

from enum import StrEnum

from facility_app.kernel.labels import Label, label


class CounsellingKind(StrEnum):
    """Hình thức tư vấn."""

    INDIVIDUAL = "individual"
    GROUP = "group"


COUNSELLING_KIND_LABELS: dict[CounsellingKind, Label] = {
    CounsellingKind.INDIVIDUAL: label("terms", "Tư vấn cá nhân"),
    CounsellingKind.GROUP: label("terms", "Tư vấn nhóm"),
}


class CounsellingMethod(StrEnum):
    """Phương pháp trị liệu tâm lý, tư vấn."""

    TALK = "talk"
    MOTIVATION = "motivation"
    LIFE_SKILLS = "life_skills"
    RELAPSE = "relapse"
    MEDITATION = "meditation"
    FAMILY = "family"
    OTHER = "other"


COUNSELLING_METHOD_LABELS: dict[CounsellingMethod, Label] = {
    CounsellingMethod.TALK: label("terms", "Trò chuyện, lắng nghe"),
    CounsellingMethod.MOTIVATION: label("terms", "Tạo động lực"),
    CounsellingMethod.LIFE_SKILLS: label("terms", "Kỹ năng sống, tự quản lý bản thân"),
    CounsellingMethod.RELAPSE: label("terms", "Phòng, chống tái nghiện"),
    CounsellingMethod.MEDITATION: label("terms", "Thiền, thư giãn"),
    CounsellingMethod.FAMILY: label("terms", "Tư vấn cùng gia đình"),
    CounsellingMethod.OTHER: label("terms", "Phương pháp khác"),
}
COUNSELLING_ARTICLE = "NĐ 163/2026 Đ86.2, Đ86.3"
