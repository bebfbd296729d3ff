"""The runway as data: who leaves when, and how far each step of the release is."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any, Final

from facility_app.kernel.labels import Label, label
from facility_app.kernel.paging import Look, Sort
from facility_app.modules.discharge.domain import gate as rules
from facility_app.modules.discharge.domain.marks import STEP_MARK_LABELS, StepMark
from facility_app.modules.discharge.queries.board import (
    OVERHELD,
    STAY_TYPES,
    UNCLOSED,
    BoardRow,
    list_board,
)
from facility_app.modules.discharge.queries.runway import PAGE
from facility_app.modules.discharge.ui import words
from facility_app.ui.i18n import tr
from facility_app.ui.models import ColumnSpec, FilterOption, FilterSpec, ListSpec
from facility_app.ui.theme import Tone

TITLE = label("discharge", "Ra cơ sở")
BAND_WORDS: Final[dict[int, Label]] = {
    0: label("discharge", "Hôm nay"),
    1: label("discharge", "Ngày mai"),
    7: label("discharge", "2–7 ngày"),
    15: label("discharge", "8–15 ngày"),
    30: label("discharge", "16–30 ngày"),
    45: label("discharge", "31–45 ngày"),
    60: label("discharge", "46–60 ngày"),
}
STATE_WORDS: Final[dict[str, Label]] = {
    OVERHELD: label("discharge", "Quá ngày ra"),
    UNCLOSED: label("discharge", "Chờ biên nhận"),
}
MUST_GO = label("discharge", "phải cho ra ngay")
MARK_COLUMNS: Final[tuple[tuple[str, Label], ...]] = (
    (rules.RESIDENCE, label("discharge", "Cư trú")),
    (rules.NOTICE, label("discharge", "Thông báo")),
    (rules.POST_REHAB, label("discharge", "Sau cai")),
    (rules.MONITORING, label("discharge", "Giám sát")),
    (rules.CERTIFICATE, label("discharge", "Xác nhận")),
    (rules.RECEIPT, label("discharge", "Giao nhận")),
)
HIDDEN_MARKS: Final[tuple[tuple[str, Label], ...]] = (
    (rules.DEVICE, label("discharge", "Thiết bị")),
    (rules.PLAN, label("discharge", "Kế hoạch")),
    (rules.EXAMINATION, label("discharge", "Khám")),
    (rules.BELONGINGS, label("discharge", "Trả đồ")),
    (rules.SOCIAL, label("discharge", "Bảo trợ")),
)
MADE, NOT_MADE = label("discharge", "đã lập"), label("discharge", "chưa lập")
RECEIVED = label("discharge", "đã nhận")


class Board:
    """What the list shows, read once for ids and rows; a reload reads anew.

    Attributes:
        rows: everybody on the board at the last reading.
        is_read: whether there was one; before it ``rows`` says nothing.
    """

    def __init__(self) -> None:
        """Nothing read."""
        self.rows: tuple[BoardRow, ...] = ()
        self.is_read = False

    def ids(self, uow: Any, look: Look) -> tuple[str, ...]:
        """Ids of those the look asks for."""
        self.rows = list_board(uow)
        self.is_read = True
        return tuple(row.stay_id for row in BoardRow.picked(self.rows, look))

    def of(self, uow: Any, ids: Sequence[str]) -> tuple[BoardRow, ...]:
        """Those rows; read anew when one of them is not known."""
        known = {row.stay_id: row for row in self.rows}
        if not set(ids) <= known.keys():
            known = {row.stay_id: row for row in list_board(uow)}
        return tuple(known[one] for one in ids if one in known)


def spec_of(board: Board) -> ListSpec[BoardRow]:
    """The list over a board."""
    return ListSpec(
        id=PAGE,
        title=TITLE,
        columns=(
            ColumnSpec("name", label("terms", "Họ và tên"), _name, sort="name", width=162, is_strong=True),
            ColumnSpec(
                "code", label("terms", "Mã"), _code, sort="code", width=100, is_paper_number=True, gives_way=2
            ),
            ColumnSpec("leave_by", label("discharge", "Ngày ra"), _leave_by, _day, sort="leave_by", width=108),
            ColumnSpec(
                "left", label("discharge", "Còn"), words.left_text, _left_value, width=150, tone=_left_tone
            ),
            # What comes last on the way out gives way first.
            *(_mark_column(code, head, place) for place, (code, head) in enumerate(MARK_COLUMNS, start=1)),
            ColumnSpec("packet", label("discharge", "Bộ hồ sơ"), _packet, width=82, ink=_packet_ink, gives_way=3),
            ColumnSpec("stay_type", label("discharge", "Diện"), _type, width=220, is_hidden=True),
            *(_mark_column(code, head, 1, is_hidden=True) for code, head in HIDDEN_MARKS),
        ),
        ids=board.ids,
        rows=board.of,
        row_id=_row_id,
        filters=(
            FilterSpec(
                "band",
                label("discharge", "Khi nào"),
                tuple(FilterOption(str(band), text) for band, text in BAND_WORDS.items()),
            ),
            FilterSpec(
                "state",
                label("discharge", "Tình trạng"),
                tuple(FilterOption(state, text) for state, text in STATE_WORDS.items()),
            ),
            FilterSpec(
                "missing",
                label("discharge", "Đang thiếu"),
                tuple(FilterOption(code, text) for code, text in words.STEP_TITLES.items()),
            ),
            FilterSpec(
                "stay_type",
                label("discharge", "Diện"),
                tuple(FilterOption(kind, text) for kind, text in STAY_TYPES.items()),
            ),
        ),
        search=label("discharge", "Tên, mã…"),
        empty=label("discharge", "Trong 60 ngày tới không có ai đến ngày ra cơ sở."),
        none_found=label("discharge", "Không có ai khớp. Hãy bỏ bớt bộ lọc hoặc gõ ít chữ hơn."),
        default_sort=(Sort("leave_by"),),
        tables=frozenset({"stay", "release_case", "reintegration_plan", "resident", "resident_card"}),
    )


def _mark_column(code: str, head: Label, gives_way: int, *, is_hidden: bool = False) -> ColumnSpec[BoardRow]:
    return ColumnSpec(
        f"mark_{code}",
        head,
        partial(_mark, code),
        width=86,
        tone=partial(_mark_tone, code),
        ink=partial(_mark_ink, code),
        is_hidden=is_hidden,
        gives_way=gives_way,
    )


def _mark(code: str, row: BoardRow) -> str:
    mark = row.marks[code]
    if code == rules.NOTICE and mark is StepMark.DONE:
        is_received = row.marks[rules.NOTICE_UNRECEIVED] is StepMark.DONE
        return tr(RECEIVED if is_received else MADE)
    return "–" if mark is StepMark.NOT_OWED else tr(STEP_MARK_LABELS[mark])


def _mark_tone(code: str, row: BoardRow) -> Tone | None:
    if row.marks[code] is not StepMark.DUE:
        return None
    # What is missing stands out; what is done is only said.
    return Tone.DANGER if row.days_left is not None and row.days_left <= 1 else Tone.WARNING


def _mark_ink(code: str, row: BoardRow) -> Tone | None:
    mark = row.marks[code]
    if code == rules.NOTICE and row.marks[rules.NOTICE_UNRECEIVED] is StepMark.DUE:
        return Tone.WARNING
    return Tone.OK if mark is StepMark.DONE else Tone.NEUTRAL


def _name(row: BoardRow) -> str:
    return row.name


def _code(row: BoardRow) -> str:
    return row.code


def _leave_by(row: BoardRow) -> str:
    return words.day(row.leave_by)


def _day(row: BoardRow) -> date | None:
    return row.leave_by


def _left_value(row: BoardRow) -> int | None:
    return row.days_left


def _left_tone(row: BoardRow) -> Tone | None:
    return None if row.exited_on is not None else words.days_tone(row.days_left)


def _type(row: BoardRow) -> str:
    return tr(row.type_words)


def _packet(row: BoardRow) -> str:
    return tr(MADE if row.packet_made_at is not None else NOT_MADE)


def _packet_ink(row: BoardRow) -> Tone | None:
    return Tone.OK if row.packet_made_at is not None else Tone.NEUTRAL


def _row_id(row: BoardRow) -> str:
    return row.stay_id
