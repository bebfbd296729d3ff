"""Kinds of classes with their articles, topics of a programme by law, levels of schooling."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from facility_app.kernel.labels import Label, label
from facility_app.kernel.regime import LegalRegime


class ClassKind(StrEnum):
    """Loại lớp, nhóm, giờ sinh hoạt."""

    TOPICS = "topics"
    LEGAL = "legal"
    LITERACY = "literacy"
    SCHOOLING = "schooling"
    SKILLS = "skills"
    PEER = "peer"
    CULTURE = "culture"
    SPORT = "sport"
    LIBRARY = "library"
    SCRIPTURE = "scripture"


CLASS_KIND_LABELS: dict[ClassKind, Label] = {
    ClassKind.TOPICS: label("terms", "Giáo dục chuyên đề"),
    ClassKind.LEGAL: label("terms", "Phổ biến, giáo dục pháp luật"),
    ClassKind.LITERACY: label("terms", "Xóa mù chữ"),
    ClassKind.SCHOOLING: label("terms", "Học văn hóa phổ thông"),
    ClassKind.SKILLS: label("terms", "Trị liệu tâm lý, kỹ năng sống"),
    ClassKind.PEER: label("terms", "Nhóm đồng đẳng"),
    ClassKind.CULTURE: label("terms", "Văn hóa, văn nghệ"),
    ClassKind.SPORT: label("terms", "Thể dục, thể thao"),
    ClassKind.LIBRARY: label("terms", "Thư viện, đọc sách báo"),
    ClassKind.SCRIPTURE: label("terms", "Sử dụng kinh sách"),
}

CLASS_ARTICLES: Final[dict[ClassKind, str]] = {
    ClassKind.TOPICS: "NĐ 163/2026 Đ86.1",
    ClassKind.LEGAL: "NĐ 163/2026 Đ86.1, Đ88.4",
    ClassKind.LITERACY: "NĐ 163/2026 Đ86.1, Đ115.1",
    ClassKind.SCHOOLING: "NĐ 163/2026 Đ115, Đ127",
    ClassKind.SKILLS: "NĐ 163/2026 Đ86.2",
    ClassKind.PEER: "NĐ 163/2026 Đ86.4",
    ClassKind.CULTURE: "NĐ 163/2026 Đ86.4, Đ119.1",
    ClassKind.SPORT: "NĐ 163/2026 Đ86.4, Đ119.1",
    ClassKind.LIBRARY: "NĐ 163/2026 Đ119.1, Đ119.2",
    ClassKind.SCRIPTURE: "NĐ 163/2026 Đ119.3",
}

STUDY_KINDS: Final = frozenset(
    {ClassKind.TOPICS, ClassKind.LEGAL, ClassKind.LITERACY, ClassKind.SCHOOLING, ClassKind.SKILLS}
)
"""Whose hours are class hours; the others are held outside of study and work (Đ86.4, Đ119.1)."""


class TopicKind(StrEnum):
    """Chuyên đề (NĐ 163/2026 Đ86.1)."""

    CIVICS = "civics"
    HEALTH = "health"
    LAW = "law"
    POLITICS = "politics"
    ETHICS = "ethics"
    TRADITION = "tradition"
    OTHER = "other"


TOPIC_LABELS: dict[TopicKind, Label] = {
    TopicKind.CIVICS: label("terms", "Giáo dục công dân"),
    TopicKind.HEALTH: label("terms", "Sức khỏe và cộng đồng"),
    TopicKind.LAW: label("terms", "Pháp luật"),
    TopicKind.POLITICS: label("terms", "Chính trị"),
    TopicKind.ETHICS: label("terms", "Đạo đức"),
    TopicKind.TRADITION: label("terms", "Truyền thống dân tộc"),
    TopicKind.OTHER: label("terms", "Chuyên đề khác"),
}

TOPICS_OF: Final[dict[LegalRegime, tuple[TopicKind, ...]]] = {
    # Politics is new in the decree of 2026 (law.md §7).
    LegalRegime.L2021: tuple(one for one in TopicKind if one is not TopicKind.POLITICS),
    LegalRegime.L2025: tuple(TopicKind),
}
"""The topics a programme may have, by the law its people are under."""


class SchoolLevel(StrEnum):
    """Cấp học."""

    PRIMARY = "primary"
    LOWER_SECONDARY = "lower_secondary"
    UPPER_SECONDARY = "upper_secondary"


SCHOOL_LEVEL_LABELS: dict[SchoolLevel, Label] = {
    SchoolLevel.PRIMARY: label("terms", "Tiểu học"),
    SchoolLevel.LOWER_SECONDARY: label("terms", "Trung học cơ sở"),
    SchoolLevel.UPPER_SECONDARY: label("terms", "Trung học phổ thông"),
}


@dataclass(frozen=True, slots=True)
class TaughtIn:
    """What tells whether a lesson was legal education.

    Attributes:
        kind: of the class.
        topic: of the lesson; None for a lesson without one.
    """

    kind: ClassKind
    topic: TopicKind | None = None

    @property
    def is_legal(self) -> bool:
        """Whether whoever sat there was given legal education: in a class of law, or on the topic of law."""
        return self.kind is ClassKind.LEGAL or self.topic is TopicKind.LAW
