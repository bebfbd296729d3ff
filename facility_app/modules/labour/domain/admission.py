"""Who may work at what on a day: inside, after stage 2, registered, fit, trained; each with its article."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from facility_app.kernel.ages import ADULT_YEARS
from facility_app.kernel.dates import format_date
from facility_app.kernel.labels import Label, label
from facility_app.modules.labour.domain.refusals import Refusal

STAGE_ARTICLE: Final = "NĐ 163/2026 Đ87.3"
REGISTER_ARTICLE: Final = "NĐ 163/2026 Đ117.2"
SAFETY_ARTICLE: Final = "NĐ 163/2026 Đ117.2"
MINOR_ARTICLE: Final = "NĐ 163/2026 Đ128.2"


class Fit(StrEnum):
    """Health's answer as labour hears it: yes, no, or yes with limits."""

    FIT = "fit"
    LIMITED = "limited"
    UNFIT = "unfit"


class FitnessNeeded(StrEnum):
    """Sức khỏe mà công việc đòi hỏi."""

    ANY = "any"
    FULL = "full"


FITNESS_NEEDED_LABELS: Final[dict[FitnessNeeded, Label]] = {
    FitnessNeeded.ANY: label("terms", "Đủ sức khỏe, hoặc làm việc có giới hạn"),
    FitnessNeeded.FULL: label("terms", "Chỉ người đủ sức khỏe, không có giới hạn"),
}


@dataclass(frozen=True, slots=True)
class Work:
    """What a kind of work asks of whoever does it.

    Attributes:
        needs_training: whether safety training must be in force.
        is_hazardous: then the training must be the one for this work, and minors do not do it.
        minors_may: whether people under 18 may do it by the facility's list.
    """

    work_type_id: str
    name: str
    is_hazardous: bool
    needs_training: bool
    minors_may: bool
    fitness_needed: FitnessNeeded


@dataclass(frozen=True, slots=True)
class Worker:
    """What is known of somebody on the day of the sheet.

    Attributes:
        is_inside: whether they were inside at some moment of the shift.
        absence, absence_article: where else they were, and what that rests on.
        inside_minutes: how long of the shift they were inside.
        detox_ended_on: first day after stage 2; None while it lasts or when it is not written down.
        is_registered: whether a registration of their own is in force that day.
        fit: health's answer in force that day; None when there is none.
        trained_general, trained_here: whether a training in force covers any work, and this one.
    """

    age: int
    is_inside: bool
    absence: Label | None
    absence_article: str
    inside_minutes: int
    detox_ended_on: date | None
    is_registered: bool
    fit: Fit | None
    trained_general: bool
    trained_here: bool


def refusals(worker: Worker, work: Work, day: date, minutes: int) -> Iterator[Refusal]:
    """Every rule that keeps somebody from this work on this day, the plainest first."""
    yield from _place(worker, minutes)
    yield from _stage(worker, day)
    if not worker.is_registered:
        text = label("errors", "chưa đăng ký lao động trị liệu với cơ sở ({article}). Hãy ghi đăng ký trước.")
        yield Refusal("labour_not_registered", text, REGISTER_ARTICLE)
    yield from _health(worker, work)
    yield from _safety(worker, work)


def _place(worker: Worker, minutes: int) -> Iterator[Refusal]:
    if not worker.is_inside:
        text = label("errors", "lúc đó không ở trong cơ sở: {absence} ({article}).")
        said = {"absence": worker.absence or label("terms", "không có lần cai nghiện đang mở")}
        yield Refusal("labour_not_inside", text, worker.absence_article, said)
    elif minutes > worker.inside_minutes:
        text = label("errors", "chỉ ở trong cơ sở {most} phút của ca này ({article}). Hãy giảm giờ.")
        yield Refusal("labour_left_meanwhile", text, STAGE_ARTICLE, {"most": worker.inside_minutes})


def _stage(worker: Worker, day: date) -> Iterator[Refusal]:
    ended = worker.detox_ended_on
    if ended is None:
        text = label("errors", "chưa kết thúc giai đoạn cắt cơn, giải độc nên chưa lao động trị liệu ({article}).")
        yield Refusal("labour_before_detox_ends", text, STAGE_ARTICLE)
    elif day < ended:
        text = label("errors", "chỉ lao động từ ngày {day}, sau giai đoạn cắt cơn, giải độc ({article}).")
        yield Refusal("labour_before_detox_ends", text, STAGE_ARTICLE, {"day": format_date(ended)})


def _health(worker: Worker, work: Work) -> Iterator[Refusal]:
    if worker.fit is None:
        text = label(
            "errors",
            "chưa có kết luận sức khỏe lao động còn hiệu lực của bác sĩ ({article}). Hãy đề nghị y tế khám.",
        )
        yield Refusal("labour_fitness_missing", text, SAFETY_ARTICLE)
    elif worker.fit is Fit.UNFIT:
        text = label("errors", "bác sĩ kết luận không đủ sức khỏe để lao động ({article}).")
        yield Refusal("labour_unfit", text, SAFETY_ARTICLE)
    elif worker.fit is Fit.LIMITED and (work.is_hazardous or work.fitness_needed is FitnessNeeded.FULL):
        text = label(
            "errors", "bác sĩ kết luận làm việc có giới hạn, không đủ sức khỏe cho việc “{work}” ({article})."
        )
        yield Refusal("labour_unfit", text, SAFETY_ARTICLE, {"work": work.name})


def _safety(worker: Worker, work: Work) -> Iterator[Refusal]:
    if worker.age < ADULT_YEARS and (work.is_hazardous or not work.minors_may):
        text = label("errors", "dưới 18 tuổi, không làm việc “{work}” theo danh mục của cơ sở ({article}).")
        yield Refusal("labour_not_for_minors", text, MINOR_ARTICLE, {"work": work.name})
    if not (work.needs_training or work.is_hazardous):
        return
    if not (worker.trained_here or (worker.trained_general and not work.is_hazardous)):
        text = label("errors", "chưa được huấn luyện an toàn, hoặc đã hết hạn, cho việc “{work}” ({article}).")
        yield Refusal("labour_untrained", text, SAFETY_ARTICLE, {"work": work.name})
