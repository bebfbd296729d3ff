"""Whether health lets somebody work: yes, no, or with limits; its words are a closed list, none an illness."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import Label, label


class WorkVerdict(StrEnum):
    """Kết luận sức khỏe lao động."""

    FIT = "fit"
    LIMITED = "limited"
    UNFIT = "unfit"


WORK_VERDICT_LABELS: Final[dict[WorkVerdict, Label]] = {
    WorkVerdict.FIT: label("terms", "Đủ sức khỏe lao động"),
    WorkVerdict.LIMITED: label("terms", "Lao động có giới hạn"),
    WorkVerdict.UNFIT: label("terms", "Không đủ sức khỏe lao động"),
}


class WorkLimit(StrEnum):
    """Giới hạn khi lao động; says what somebody should not do, never why."""

    NO_HEAVY = "no_heavy"
    NO_HEIGHTS = "no_heights"
    NO_MACHINES = "no_machines"
    NO_SHARP = "no_sharp"
    NO_SUN = "no_sun"
    NO_DUST = "no_dust"
    NO_WET = "no_wet"
    SEATED = "seated"
    SHORT = "short"


WORK_LIMIT_LABELS: Final[dict[WorkLimit, Label]] = {
    WorkLimit.NO_HEAVY: label("terms", "không mang vác nặng"),
    WorkLimit.NO_HEIGHTS: label("terms", "không làm trên cao"),
    WorkLimit.NO_MACHINES: label("terms", "không vận hành máy"),
    WorkLimit.NO_SHARP: label("terms", "không dùng vật sắc nhọn"),
    WorkLimit.NO_SUN: label("terms", "không làm ngoài nắng"),
    WorkLimit.NO_DUST: label("terms", "không tiếp xúc bụi, hóa chất"),
    WorkLimit.NO_WET: label("terms", "không làm dưới nước"),
    WorkLimit.SEATED: label("terms", "chỉ việc ngồi tại chỗ"),
    WorkLimit.SHORT: label("terms", "làm không quá nửa ca"),
}


_OTHER_LIMIT: Final = label("terms", "giới hạn khác mà phiên bản này chưa biết: hỏi bác sĩ trước khi giao việc")
"""Never the code itself: what stands in a list of codes and is none may be anybody's words about an illness."""


@dataclass(frozen=True, slots=True)
class WorkFitnessFacts:
    """What others may know: the verdict, its limits, until when; ``decided_on`` is its first day.

    Attributes:
        limits: those this program knows.
        has_other_limits: whether a program of another version wrote one that this one does not know.
    """

    verdict: WorkVerdict
    limits: tuple[WorkLimit, ...]
    decided_on: date
    valid_until: date
    has_other_limits: bool = False

    @classmethod
    def read(cls, verdict: WorkVerdict, codes: str, decided_on: date, valid_until: date) -> "WorkFitnessFacts":
        """As kept: ``codes`` of ``WorkLimit`` parted by spaces."""
        written = codes.split()
        known = tuple(one for one in WorkLimit if one.value in written)
        return cls(verdict, known, decided_on, valid_until, bool({*written} - {*known}))

    @property
    def limit_labels(self) -> tuple[Label, ...]:
        """What somebody should not do, in words."""
        other = (_OTHER_LIMIT,) if self.has_other_limits else ()
        return (*(WORK_LIMIT_LABELS[one] for one in self.limits), *other)


@dataclass(frozen=True, slots=True)
class WhoWishesToWork:
    """Asked for the doctor's list: who registered to work; answered by person and the day since when.

    Attributes:
        on: the day on which the registrations hold.
    """

    on: date


def check_fitness(
    faults: Faults, verdict: WorkVerdict, limits: Iterable[WorkLimit], first: date, until: date
) -> None:
    """Note what cannot be: limits where the verdict has none, or the other way round; an end before it begins."""
    has_limits = bool(tuple(limits))
    if has_limits is not (verdict is WorkVerdict.LIMITED):
        faults.add(
            "work_limits_odd",
            "limits",
            label("errors", "Kết luận “có giới hạn” phải nêu ít nhất một giới hạn; kết luận khác thì không nêu."),
        )
    faults.span("valid_until", first, until)
