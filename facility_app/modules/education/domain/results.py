"""Results of learning: literacy before and after, terms and years; their words and their marks."""

from enum import StrEnum
from typing import Final

from facility_app.kernel.labels import Label, label


class ResultKind(StrEnum):
    """Kết quả nào."""

    LITERACY_BEFORE = "literacy_before"
    LITERACY_AFTER = "literacy_after"
    TERM = "term"
    FINAL = "final"


RESULT_KIND_LABELS: dict[ResultKind, Label] = {
    ResultKind.LITERACY_BEFORE: label("terms", "Khả năng đọc, viết trước khi học"),
    ResultKind.LITERACY_AFTER: label("terms", "Khả năng đọc, viết sau khi học"),
    ResultKind.TERM: label("terms", "Kết quả học kỳ, giữa khóa"),
    ResultKind.FINAL: label("terms", "Kết quả cuối năm, cuối khóa"),
}


class Grade(StrEnum):
    """Đánh giá kết quả."""

    ILLITERATE = "illiterate"
    BASIC = "basic"
    LITERATE = "literate"
    EXCELLENT = "excellent"
    GOOD = "good"
    PASSED = "passed"
    FAILED = "failed"


GRADE_LABELS: dict[Grade, Label] = {
    Grade.ILLITERATE: label("terms", "Chưa biết đọc, viết"),
    Grade.BASIC: label("terms", "Đọc, viết còn khó khăn"),
    Grade.LITERATE: label("terms", "Biết đọc, viết"),
    Grade.EXCELLENT: label("terms", "Tốt"),
    Grade.GOOD: label("terms", "Khá"),
    Grade.PASSED: label("terms", "Đạt"),
    Grade.FAILED: label("terms", "Chưa đạt"),
}
LITERACY_KINDS: Final = frozenset({ResultKind.LITERACY_BEFORE, ResultKind.LITERACY_AFTER})
LITERACY_GRADES: Final = (Grade.ILLITERATE, Grade.BASIC, Grade.LITERATE)
"""Steps of literacy, the least first; the facility's own words, no law counts them."""
SCORE_MOST: Final = 100
"""A score is kept in tenths of a point, 0 to 10 points."""


def grade_fits(kind: ResultKind, grade: Grade) -> bool:
    """Whether a grade is one of those of this kind of result."""
    return (grade in LITERACY_GRADES) is (kind in LITERACY_KINDS)


def score_text(tenths: int | None) -> str:
    """Points as people write them: “7,5”; nothing where only a grade was given."""
    return "" if tenths is None else f"{tenths // 10},{tenths % 10}".removesuffix(",0")
