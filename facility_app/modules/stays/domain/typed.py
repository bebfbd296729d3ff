"""What somebody typed beside a decision about a stay: the paper it rests on, the first day of the term."""

from dataclasses import dataclass
from datetime import date

from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label


@dataclass(frozen=True, slots=True)
class TypedPaper:
    """A paper as kept: number and day, or neither."""

    number: str | None
    issued_on: date | None


def checked_paper(number: str | None, issued_on: date | None, today: date, faults: Faults) -> TypedPaper:
    """The paper a verb rests on; half of one is none, and one of tomorrow is not there yet.

    Args:
        number: as typed.
        issued_on: as typed.
        today: today.
        faults: where ``field_missing``, ``paper_in_future`` and ``text_too_long`` are noted.
    """
    kept = faults.line("paper_number", number)
    if kept is not None and issued_on is None:
        faults.add(
            "field_missing",
            "paper_on",
            label("errors", "Cần ngày của giấy tờ; có số mà không có ngày thì chưa đủ."),
        )
    if kept is None and issued_on is not None:
        faults.add(
            "field_missing",
            "paper_number",
            label("errors", "Cần số của giấy tờ; có ngày mà không có số thì chưa đủ."),
        )
    if issued_on is not None and issued_on > today:
        faults.add(
            "paper_in_future",
            "paper_on",
            label("errors", "Ngày của giấy tờ ở tương lai. Hãy sửa ngày như in trên giấy."),
        )
    return TypedPaper(kept, issued_on)


def require_first_day_come(faults: Faults, term_start_on: date | None, today: date) -> None:
    """A term that has not begun is not served: its first day is today or before (``term_start_future``)."""
    if term_start_on is not None and term_start_on > today:
        faults.add(
            "term_start_future",
            "term_start_on",
            label("errors", "Ngày bắt đầu chấp hành ở tương lai. Hãy sửa ngày theo giấy tờ làm căn cứ."),
        )
