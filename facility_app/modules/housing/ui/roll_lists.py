"""Rolls and their differences as lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look
from facility_app.modules.housing.domain.roll import ROLL_MARK_LABELS
from facility_app.modules.housing.papers import roll_scope
from facility_app.modules.housing.queries.roll import RollRow, TickRow, list_open_differences, list_rolls
from facility_app.modules.housing.queries.screens import PRESENCE_WORDS
from facility_app.modules.housing.ui import places
from facility_app.modules.housing.ui import words as said
from facility_app.ui.i18n import shown, tr
from facility_app.ui.lists.short_list import short_list
from facility_app.ui.models import Align, ColumnSpec, ListSpec
from facility_app.ui.theme import Tone

ROLLS = label("housing", "Các buổi điểm danh")
DIFFERENCES = label("housing", "Chênh lệch chưa giải thích")
NO_ROLL = label("housing", "Chưa điểm danh buổi nào. Bấm “Bắt đầu điểm danh”.")
NO_DIFFERENCE = label("housing", "Không có chênh lệch nào chờ giải thích.")
SCOPE, PRESENT = label("housing", "Phạm vi"), label("housing", "Có mặt")
RUNNING, CLEAN = label("housing", "đang điểm danh"), label("housing", "xong, khớp")
DIFFERS = label("housing", "{count} chênh lệch chờ giải thích")


@dataclass(frozen=True, slots=True)
class RollLine:
    """A roll with whom it is of."""

    roll: RollRow
    scope: str


def rolls_spec() -> ListSpec[RollLine]:
    """The latest rolls."""
    return ListSpec(
        id="housing.rolls",
        title=ROLLS,
        columns=(
            ColumnSpec("when", label("housing", "Lúc"), _when, width=168),
            ColumnSpec("scope", SCOPE, _scope, width=200, is_strong=True),
            ColumnSpec("listed", label("housing", "Tổng"), _listed, width=70, align=Align.END),
            ColumnSpec("present", PRESENT, _present, width=80, align=Align.END),
            ColumnSpec("away", label("housing", "Vắng"), _away, width=70, align=Align.END),
            ColumnSpec("unseen", label("housing", "Chưa điểm danh"), _unseen, width=130, align=Align.END),
            ColumnSpec("state", label("housing", "Tình trạng"), _state, width=250, tone=_state_tone),
        ),
        ids=_roll_ids,
        rows=_roll_rows,
        row_id=_roll_id,
        search=None,
        empty=NO_ROLL,
        tables=places.ROLL_TABLES,
    )


def differences_spec() -> ListSpec[Any]:
    """What waits for an explanation, of any roll."""
    columns: tuple[ColumnSpec[Any], ...] = (
        ColumnSpec("name", label("terms", "Họ và tên"), _name, width=190, is_strong=True),
        ColumnSpec("code", label("terms", "Mã"), _code, width=100),
        ColumnSpec("bed", label("housing", "Giường"), _bed, width=130),
        ColumnSpec("expected", label("housing", "Theo sổ"), _expected, width=220),
        ColumnSpec("mark", label("housing", "Khi điểm danh"), mark_words, width=200),
    )
    return short_list(
        "housing.differences", DIFFERENCES, NO_DIFFERENCE, columns, list_open_differences, _tick_id,
        places.ROLL_TABLES,
    )  # fmt: skip


def mark_words(row: TickRow) -> str:
    """What was seen of somebody; nothing for nothing yet."""
    return "" if row.mark is None else tr(ROLL_MARK_LABELS[row.mark])


def _roll_id(row: RollLine) -> str:
    return row.roll.roll_id


def _when(row: RollLine) -> str:
    return said.moment(row.roll.held_at)


def _scope(row: RollLine) -> str:
    return shown(row.scope)


def _listed(row: RollLine) -> str:
    return str(row.roll.listed)


def _present(row: RollLine) -> str:
    return str(row.roll.present)


def _away(row: RollLine) -> str:
    return str(row.roll.away)


def _unseen(row: RollLine) -> str:
    return str(row.roll.unseen) if row.roll.unseen else "–"


def _state(row: RollLine) -> str:
    if row.roll.differences:
        return tr(DIFFERS, count=row.roll.differences)
    return tr(RUNNING) if row.roll.closed_at is None else tr(CLEAN)


def _state_tone(row: RollLine) -> Tone:
    if row.roll.differences:
        return Tone.DANGER
    return Tone.INFO if row.roll.closed_at is None else Tone.OK


def _tick_id(row: TickRow) -> str:
    return row.tick_id


def _name(row: TickRow) -> str:
    return row.name


def _code(row: TickRow) -> str:
    return row.code


def _bed(row: TickRow) -> str:
    return row.bed


def _expected(row: TickRow) -> str:
    return tr(PRESENCE_WORDS[row.expected])


def _roll_ids(uow: Any, _look: Look) -> tuple[str, ...]:
    return tuple(one.roll_id for one in list_rolls(uow))


def _roll_rows(uow: Any, wanted: Sequence[str]) -> tuple[RollLine, ...]:
    found = {one.roll_id: one for one in list_rolls(uow)}
    return tuple(RollLine(found[one], roll_scope(uow, found[one])) for one in wanted if one in found)
