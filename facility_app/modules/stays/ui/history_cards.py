"""What stays readable: every arrow of presence, and what the clock answered after each decision."""

from typing import Final

from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import Label, label
from facility_app.modules.stays.domain.types import PRESENCE_LABELS
from facility_app.modules.stays.module import SPEC
from facility_app.modules.stays.queries.detail import CountedRow, PresenceRow
from facility_app.modules.stays.ui import words
from facility_app.modules.stays.ui.rows_card import RowsCard
from facility_app.ui.i18n import tr
from facility_app.ui.models import Align, ColumnSpec
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.theme import Tone

CHANGES_TITLE = label("stays", "Ra, vào")
CHANGES_EMPTY = label("stays", "Chưa lần nào rời cơ sở.")
COUNTED_TITLE = label("stays", "Những lần đã tính")
COUNTED_HINT = label("stays", "mỗi lần tính ghi thêm một dòng, không dòng nào bị sửa")
COUNTED_EMPTY = label("stays", "Chưa tính lần nào.")
UNKNOWN = label("stays", "chưa xác định")
_VERBS: Final[dict[str, Label]] = {verb.id: verb.text for verb in SPEC.verbs}


def changes_card(context: PageContext, parent: QWidget) -> RowsCard:
    """Every arrow, oldest first."""
    return RowsCard(
        context, "stays.changes", CHANGES_TITLE, CHANGES, _moment_id, empty=CHANGES_EMPTY, parent=parent
    )


def counted_card(context: PageContext, parent: QWidget) -> RowsCard:
    """Every answer of the clock, the last one first."""
    return RowsCard(
        context, "stays.counted", COUNTED_TITLE, COUNTED, _counted_id, empty=COUNTED_EMPTY, hint=tr(COUNTED_HINT),
        parent=parent,
    )  # fmt: skip


def _moment_id(row: PresenceRow) -> str:
    return f"{row.written_at.isoformat()} {row.verb}"


def _happened(row: PresenceRow) -> str:
    return words.moment(row.happened_at)


def _verb(row: PresenceRow) -> str:
    return words.verb_text(row.verb)


def _after(row: PresenceRow) -> str:
    return tr(PRESENCE_LABELS[row.after])


def _after_tone(row: PresenceRow) -> Tone:
    return words.PRESENCE_TONES[row.after]


def _change_paper(row: PresenceRow) -> str:
    return words.paper_of(row.paper_number, row.paper_on)


def _written(row: PresenceRow) -> str:
    return words.moment(row.written_at)


def _counted_id(row: CountedRow) -> str:
    return f"{row.at.isoformat()} {row.cause}"


def _at(row: CountedRow) -> str:
    return words.moment(row.at)


def _cause(row: CountedRow) -> str:
    return tr(_VERBS[row.cause]) if row.cause in _VERBS else row.cause


def _end(row: CountedRow) -> str:
    return words.day(row.expected_end_on) or tr(UNKNOWN)


def _served(row: CountedRow) -> str:
    return str(row.served_days)


def _credited(row: CountedRow) -> str:
    return words.signed(-row.credited_days)


def _added(row: CountedRow) -> str:
    return words.signed(row.added_days)


CHANGES: tuple[ColumnSpec[PresenceRow], ...] = (
    ColumnSpec("happened_at", label("stays", "Lúc"), _happened, width=166, is_strong=True),
    ColumnSpec("verb", label("stays", "Việc"), _verb, width=220),
    ColumnSpec("after", label("stays", "Thành"), _after, width=200, tone=_after_tone),
    ColumnSpec("paper", label("stays", "Giấy tờ"), _change_paper, width=190),
    ColumnSpec("written_at", label("stays", "Ghi lúc"), _written, width=166),
)
COUNTED: tuple[ColumnSpec[CountedRow], ...] = (
    ColumnSpec("at", label("stays", "Tính lúc"), _at, width=166, is_strong=True),
    ColumnSpec("end", label("stays", "Ngày ra"), _end, width=116),
    ColumnSpec("served", label("stays", "Đã chấp hành"), _served, width=112, align=Align.END),
    ColumnSpec("credited", label("stays", "Trừ"), _credited, width=64, align=Align.END),
    ColumnSpec("added", label("stays", "Cộng"), _added, width=64, align=Align.END),
    ColumnSpec("cause", label("stays", "Sau việc"), _cause, width=300, wraps=True),
)
