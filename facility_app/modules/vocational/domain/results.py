"""Marks, exams, certificates: what a score may be, who has passed, how a certificate is called and numbered."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Final

from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import Label, label
from facility_app.modules.vocational.domain.courses import CourseKind

TOP_SCORE: Final = Decimal(10)
MARK_KEY: Final = "vocational_pass_score"
"""The parameter that says from which score on somebody has passed."""


@dataclass(frozen=True, slots=True)
class PassMark:
    """From which score on somebody has passed a course.

    Attributes:
        article: what it rests on.
        is_binding: whether it was read in a rule or decided by the facility; else the board may decide otherwise.
    """

    score: Decimal
    article: str
    is_binding: bool


class Standing(StrEnum):
    """Đủ điểm để cấp chứng chỉ chưa."""

    PASSED = "passed"
    BELOW = "below"
    MISSING = "missing"


class Grade(StrEnum):
    """Xếp loại."""

    EXCELLENT = "excellent"
    GOOD = "good"
    FAIR = "fair"
    PASSED = "passed"


GRADE_LABELS: dict[Grade, Label] = {
    Grade.EXCELLENT: label("terms", "Xuất sắc"),
    Grade.GOOD: label("terms", "Giỏi"),
    Grade.FAIR: label("terms", "Khá"),
    Grade.PASSED: label("terms", "Đạt"),
}


class Book(StrEnum):
    """Sổ cấp chứng chỉ; each book runs from 1 every year."""

    ELEMENTARY = "elementary"
    TRAINING = "training"
    LEARNT = "learnt"


BOOK_LABELS: dict[Book, Label] = {
    Book.ELEMENTARY: label("terms", "Trình độ sơ cấp"),
    Book.TRAINING: label("terms", "Đào tạo dưới 3 tháng"),
    Book.LEARNT: label("terms", "Truyền nghề, tập nghề"),
}
"""What was learnt, as the decree has it (Đ116); what the paper is called stands in the list of codes, with how
that is known."""
BOOK_CODES: Final[dict[Book, str]] = {Book.ELEMENTARY: "CCSC", Book.TRAINING: "CCĐT", Book.LEARNT: "CNHN"}
BOOKS: Final[dict[CourseKind, Book]] = {
    CourseKind.ELEMENTARY: Book.ELEMENTARY,
    CourseKind.SHORT: Book.TRAINING,
    CourseKind.PASSED_ON: Book.LEARNT,
    CourseKind.APPRENTICE: Book.LEARNT,
}


@dataclass(frozen=True, slots=True)
class Title:
    """What a certificate of a book is called; ``is_approved`` once that was read in a rule."""

    text: Label
    is_approved: bool


@dataclass(frozen=True, slots=True)
class ExamFacts:
    """Kỳ thi, kiểm tra kết thúc khóa, and what its minutes say.

    Attributes:
        chair: who led the board; ``members`` the others, one on a line.
        minutes: what happened, what was decided.
    """

    held_on: date
    chair: str
    members: str | None = None
    place: str | None = None
    minutes: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Scored:
    """A module's hours and somebody's score in it; None: no score yet."""

    hours: int
    score: Decimal | None


def checked_exam(typed: ExamFacts, today: date) -> ExamFacts:
    """An exam as kept, or what is wrong with it.

    Raises:
        UserError: ``field_missing``, ``day_out_of_range``; of several ``bad_fields``.
    """
    faults = Faults()
    faults.past_day("held_on", typed.held_on, today)
    chair = faults.line("chair", typed.chair, needed=label("errors", "Cần họ tên chủ tịch hội đồng, người chấm."))
    members, minutes = faults.note("members", typed.members), faults.note("minutes", typed.minutes)
    place = faults.line("place", typed.place)
    faults.refuse()
    return replace(typed, chair=chair or "", members=members, place=place, minutes=minutes)


def checked_score(score: Decimal) -> Decimal:
    """A score of the scale of ten, one place behind the point.

    Raises:
        UserError: ``bad_score``.
    """
    if not Decimal(0) <= score <= TOP_SCORE or score != score.quantize(Decimal("0.1")):
        raise UserError(
            "bad_score",
            label("errors", "Điểm từ 0 đến 10, tối đa một chữ số sau dấu phẩy, ví dụ 7,5."),
            fields={"score": label("errors", "Điểm từ 0 đến 10, ví dụ 7,5")},
        )
    return score.quantize(Decimal("0.1"))


def mean_of(scores: Sequence[Scored]) -> Decimal | None:
    """The mean of all modules by their hours, half up to one place; None while a score is missing."""
    if not scores or any(one.score is None for one in scores):
        return None
    hours = sum(one.hours for one in scores)
    total = sum((one.hours * (one.score or Decimal(0)) for one in scores), Decimal(0))
    return (total / hours).quantize(Decimal("0.1"), ROUND_HALF_UP)


def standing_of(
    modules: Sequence[Scored], exam: Decimal | None, *, has_exam: bool, pass_score: Decimal
) -> Standing:
    """Whether the scores are there for a certificate, and high enough.

    With an exam its score decides; without one every module does.
    """
    deciding = [exam] if has_exam else [one.score for one in modules]
    there = [one for one in deciding if one is not None]
    if not deciding or len(there) < len(deciding):
        return Standing.MISSING
    return Standing.PASSED if min(there) >= pass_score else Standing.BELOW


def certificate_no(book: Book, year: int, number: int) -> str:
    """As printed: ``07/2026/CCSC``."""
    return f"{number:02}/{year}/{BOOK_CODES[book]}"
