"""The sheet of one lesson: one mark for everybody in the class; who is away is marked by the program."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label


class Mark(StrEnum):
    """Có mặt ở lớp hay không."""

    PRESENT = "present"
    LATE = "late"
    EXCUSED = "excused"
    UNEXCUSED = "unexcused"
    ELSEWHERE = "elsewhere"


MARK_LABELS: dict[Mark, Label] = {
    Mark.PRESENT: label("terms", "Có mặt"),
    Mark.LATE: label("terms", "Đến muộn"),
    Mark.EXCUSED: label("terms", "Vắng có lý do"),
    Mark.UNEXCUSED: label("terms", "Vắng không lý do"),
    Mark.ELSEWHERE: label("terms", "Không ở cơ sở"),
}
MARK_KEYS: Final[dict[str, Mark]] = {
    "c": Mark.PRESENT,
    "m": Mark.LATE,
    "p": Mark.EXCUSED,
    "v": Mark.UNEXCUSED,
    "k": Mark.ELSEWHERE,
}
"""Letter on a sheet of paper, in a spreadsheet and on the keyboard → mark."""
LETTERS: Final[dict[Mark, str]] = {mark: key.upper() for key, mark in MARK_KEYS.items()}
SAT_THERE: Final = frozenset({Mark.PRESENT, Mark.LATE})
"""Marks of somebody who was taught."""


@dataclass(frozen=True, slots=True)
class Marked:
    """What was seen of one person.

    Attributes:
        reason: why they were not there; None for none.
    """

    resident_id: str
    mark: Mark
    reason: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody who belongs on the sheet.

    Attributes:
        code: how a refusal names them.
        away: where they are instead when the lesson begins, in words; None for whoever is inside.
    """

    resident_id: str
    code: str
    away: Label | None = None


def whole_sheet(seats: Mapping[str, Seat], typed: Mapping[str, Marked]) -> dict[str, Marked]:
    """The sheet as it is kept: what was typed, and a mark of the program for whoever is not in the facility.

    Args:
        seats: person → their place on the sheet.
        typed: person → what was seen of them.

    Raises:
        UserError: ``not_in_class``, ``away_not_present``, ``inside_not_elsewhere``, ``sheet_unfinished``.
    """
    for one in typed.values():
        if one.resident_id not in seats:
            raise UserError(
                "not_in_class",
                label("errors", "Có người không thuộc lớp vào ngày này. Hãy mở lại phiếu điểm danh."),
            )
        check_seat(seats[one.resident_id], one)
    kept = {
        one.resident_id: Marked(one.resident_id, Mark.ELSEWHERE)
        if one.away is not None
        else typed.get(one.resident_id)
        for one in seats.values()
    }
    unseen = sum(one is None for one in kept.values())
    if unseen:
        raise UserError(
            "sheet_unfinished",
            label("errors", "Còn {count} người chưa điểm danh. Hãy đánh dấu từng người, rồi lưu."),
            count=unseen,
        )
    return {key: one for key, one in kept.items() if one is not None}


def check_seat(seat: Seat, typed: Marked) -> None:
    """Refuse a mark that cannot be: present while away, away while inside.

    Raises:
        UserError: ``away_not_present``, ``inside_not_elsewhere``.
    """
    if seat.away is not None and typed.mark is not Mark.ELSEWHERE:
        raise UserError(
            "away_not_present",
            label(
                "errors",
                "{code} lúc vào lớp: {where}. Người không ở cơ sở được ghi tự động, không điểm danh bằng "
                "tay. Hãy mở lại phiếu; nếu người này đã về, hãy ghi nhận trở lại trước.",
            ),
            code=seat.code,
            where=seat.away,
        )
    if seat.away is None and typed.mark is Mark.ELSEWHERE:
        raise UserError(
            "inside_not_elsewhere",
            label(
                "errors",
                "{code} đang ở trong cơ sở. Vắng lớp thì ghi vắng có lý do hoặc không lý do.",
            ),
            code=seat.code,
        )
