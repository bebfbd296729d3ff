"""What a person decides about a list before it is taken over: columns, shared values, who is who."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from facility_app.kernel.labels import Label, label


class Sameness(StrEnum):
    """Who the person of a row is."""

    SAME = "same"
    OTHER = "other"
    SKIP = "skip"


SAMENESS_LABELS: Final[dict[Sameness, Label]] = {
    Sameness.SAME: label("terms", "Cùng một người"),
    Sameness.OTHER: label("terms", "Người khác"),
    Sameness.SKIP: label("terms", "Bỏ qua dòng này"),
}


class RowState(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    KNOWN = "known"
    ASKED = "asked"
    REJECTED = "rejected"
    SKIPPED = "skipped"

    @property
    def is_accepted(self) -> bool:
        """Whether the row is written."""
        return self in {RowState.NEW, RowState.KNOWN}


class Guess(StrEnum):
    """What was taken for granted of the people of a list."""

    REASON = "reason"
    ZEROS = "zeros"
    HIDDEN = "hidden"


GUESS_LABELS: Final[dict[Guess, Label]] = {
    Guess.REASON: label("intake", "Danh sách không ghi lý do đưa vào cơ sở: {count} dòng được ghi là “{reason}”."),
    Guess.ZEROS: label("intake", "{count} số giấy tờ ở ô dạng số đã mất số 0 ở đầu, đã thêm lại: dòng {rows}."),
    Guess.HIDDEN: label("intake", "{count} dòng đang ẩn trong bảng tính vẫn được đọc: {rows}."),
}
"""What is said of each; how to decide otherwise is said by whoever shows it: a key, or an option."""


@dataclass(frozen=True, slots=True)
class Assumed:
    """One thing taken for granted, with the values of its sentence."""

    what: Guess
    params: Mapping[str, object]

    @property
    def text(self) -> str:
        """The sentence in Vietnamese."""
        return GUESS_LABELS[self.what].format(**self.params)


ROW_STATE_LABELS: Final[dict[RowState, Label]] = {
    RowState.NEW: label("terms", "Người mới"),
    RowState.KNOWN: label("terms", "Hồ sơ cũ"),
    RowState.ASKED: label("terms", "Chờ quyết định"),
    RowState.REJECTED: label("terms", "Có lỗi"),
    RowState.SKIPPED: label("terms", "Bỏ qua"),
}


@dataclass(frozen=True, slots=True)
class RowDecision:
    """What somebody decided about one row.

    Attributes:
        code: of the person it is, for ``SAME``.
    """

    what: Sameness
    code: str = ""


@dataclass(frozen=True, slots=True)
class Shared:
    """What holds for every row whose own cell says nothing: the head of the decision, for instance.

    Attributes:
        stay_type: code of a legal type; ``reason`` code of why people were brought in.
        decision: số, ký hiệu.
    """

    stay_type: str = ""
    reason: str = ""
    decision: str = ""
    decided_on: date | None = None
    authority: str = ""
    months: int | None = None
    admitted_on: date | None = None


@dataclass(frozen=True, slots=True)
class RosterChoices:
    """Everything a person chose; empty for what the program finds by itself.

    Attributes:
        sheet: name of the sheet.
        header_row: row of the heads, as the sheet counts; 0 to find it.
        columns: letter or head of a column → field, or "" to leave it out.
        decisions: row of the sheet → who it is.
    """

    sheet: str = ""
    header_row: int = 0
    columns: Mapping[str, str] = field(default_factory=dict)
    shared: Shared = Shared()
    decisions: Mapping[int, RowDecision] = field(default_factory=dict)


def nothing(_done: int, _total: int) -> None:
    """Nobody watches how far a long list is."""
