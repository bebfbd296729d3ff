"""The rows of a list looked at, as a list of the kit: faults first, in memory only."""

from collections.abc import Sequence
from typing import Any, Final

from facility_app.kernel.labels import label
from facility_app.kernel.names import fold
from facility_app.kernel.paging import Look
from facility_app.kernel.sex import SEX_LABELS, Sex
from facility_app.modules.intake.domain.roster import ROW_STATE_LABELS, RowState
from facility_app.modules.intake.queries.roster import PreviewRow, RosterPreview
from facility_app.ui.i18n import tr
from facility_app.ui.models import ColumnSpec, FilterOption, FilterSpec, ListSpec
from facility_app.ui.theme import Tone

PAGE: Final = "intake.roster"
TITLE = label("intake", "Nhập danh sách từ Excel")
EMPTY = label("intake", "Chưa chọn tệp. Chọn danh sách Excel, OpenDocument hoặc CSV: xem trước rồi mới nhập.")
DOUBTS: Final = "doubts"
_DOUBT = label("intake", "xem lại")
_ORDER: Final = (RowState.REJECTED, RowState.ASKED, RowState.NEW, RowState.KNOWN, RowState.SKIPPED)
TONES: Final = {
    RowState.REJECTED: Tone.DANGER,
    RowState.ASKED: Tone.WARNING,
    RowState.NEW: Tone.OK,
    RowState.KNOWN: Tone.INFO,
    RowState.SKIPPED: Tone.NEUTRAL,
}


class Looked:
    """What was read of the file chosen; the list reads from it.

    Attributes:
        preview: None before a file is chosen.
    """

    def __init__(self) -> None:
        """No file yet."""
        self.preview: RosterPreview | None = None

    def ids(self, _uow: Any, look: Look) -> tuple[str, ...]:
        """Rows the look asks for, those with faults first."""
        rows = () if self.preview is None else self.preview.rows
        state, words = look.filters.get("state", ""), fold(look.text).split()
        found = [row for row in rows if _fits(row, state, words)]
        by_row = any(sort.key == "row" for sort in look.sorts)
        found.sort(key=lambda row: (0 if by_row else _ORDER.index(row.state), row.row_no))
        return tuple(str(row.row_no) for row in found)

    def of(self, _uow: Any, ids: Sequence[str]) -> tuple[PreviewRow, ...]:
        """Those rows."""
        known = {} if self.preview is None else {str(row.row_no): row for row in self.preview.rows}
        return tuple(known[one] for one in ids if one in known)


def _fits(row: PreviewRow, state: str, words: Sequence[str]) -> bool:
    is_of_state = not state or row.state.value == state or (state == DOUBTS and row.has_doubts)
    said = fold(f"{row.name} {row.row_no} {row.decided} {row.birth}")
    return is_of_state and all(word in said for word in words)


def spec_of(looked: Looked) -> ListSpec[PreviewRow]:
    """The list over what was read."""
    return ListSpec(
        id=PAGE,
        title=TITLE,
        columns=(
            ColumnSpec("row", label("intake", "Dòng"), _row, sort="row", width=64),
            ColumnSpec("state", label("intake", "Sẽ là"), _state, width=176, tone=_tone),
            ColumnSpec("name", label("terms", "Họ và tên"), _name, width=170, is_strong=True),
            ColumnSpec("said", label("intake", "Lỗi, điều cần xem"), _said, width=260),
            ColumnSpec("birth", label("terms", "Ngày sinh"), _birth, width=100),
            ColumnSpec("sex", label("terms", "Giới tính"), _sex, width=80),
            ColumnSpec("number", label("terms", "Số giấy tờ"), _number, width=130, is_paper_number=True),
            ColumnSpec("decided", label("terms", "Số quyết định"), _decided, width=120, is_paper_number=True),
            ColumnSpec("admitted", label("terms", "Ngày vào cơ sở"), _admitted, width=120),
        ),
        ids=looked.ids,
        rows=looked.of,
        row_id=_row,
        filters=(
            FilterSpec(
                "state",
                label("intake", "Dòng"),
                (
                    *(FilterOption(state.value, text) for state, text in ROW_STATE_LABELS.items()),
                    FilterOption(DOUBTS, label("intake", "Cần xem lại")),
                ),
            ),
        ),
        empty=EMPTY,
        default_sort=(),
        tables=frozenset(),
    )


def _row(row: PreviewRow) -> str:
    return str(row.row_no)


def _state(row: PreviewRow) -> str:
    text = tr(ROW_STATE_LABELS[row.state])
    return f"{text} · {tr(_DOUBT)}" if row.state.is_accepted and row.has_doubts else text


def _tone(row: PreviewRow) -> Tone | None:
    return Tone.WARNING if row.state.is_accepted and row.has_doubts else TONES[row.state]


def _name(row: PreviewRow) -> str:
    return row.name


def _birth(row: PreviewRow) -> str:
    return row.birth


def _sex(row: PreviewRow) -> str:
    return tr(SEX_LABELS[Sex(row.sex)]) if row.sex in set(Sex) else row.sex


def _number(row: PreviewRow) -> str:
    return row.number


def _decided(row: PreviewRow) -> str:
    return row.decided


def _admitted(row: PreviewRow) -> str:
    return row.admitted_on


def _said(row: PreviewRow) -> str:
    marks = sorted(row.marks, key=lambda mark: not mark.is_fault)
    return " ".join(mark.text for mark in marks)
