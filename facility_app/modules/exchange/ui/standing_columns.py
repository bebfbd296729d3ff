"""The columns of what was sent and of what the province did not take; nobody is named."""

from collections.abc import Mapping
from functools import partial

from facility_app.kernel.dates import format_moment
from facility_app.kernel.labels import label
from facility_app.kernel.typed import number_text
from facility_app.modules.exchange.domain import SENT_LABELS, SentState
from facility_app.modules.exchange.papers import subject_of
from facility_app.modules.exchange.queries.answers import StickyRow
from facility_app.modules.exchange.queries.sent import SentRow
from facility_app.ui.i18n import tr
from facility_app.ui.models import Align, ColumnSpec
from facility_app.ui.theme import Tone

WHOLE = label("exchange", "toàn bộ")
CHANGES = label("exchange", "phần thay đổi")
PART = label("exchange", "phần {part}/{parts}")
MEGA = 1_000_000
TONES = {
    SentState.WRITTEN: Tone.NEUTRAL,
    SentState.STORED: Tone.INFO,
    SentState.APPLIED: Tone.OK,
    SentState.REFUSED: Tone.DANGER,
}


def sent_id(row: SentRow) -> str:
    """What a bundle is called: its file."""
    return f"{row.stream} {row.file_sha256}"


def returned_id(row: StickyRow) -> str:
    """The note of the row."""
    return row.id


def bytes_text(size: int) -> str:
    """So many bytes, as people say it."""
    if size < MEGA:
        return f"{number_text(max(1, round(size / 1000)))} kB"
    return f"{number_text(round(size / MEGA))} MB"


def _size(row: SentRow) -> str:
    return bytes_text(row.size_bytes)


def _what(row: SentRow) -> str:
    said = tr(WHOLE if row.is_full else CHANGES)
    return said if row.parts == 1 else f"{said}, {tr(PART, part=row.part, parts=row.parts)}"


def _subject(subjects: Mapping[str, str], row: StickyRow) -> str:
    subject = subject_of(row.table, subjects)
    return tr(subject)


def returned_columns(subjects: Mapping[str, str]) -> tuple[ColumnSpec[StickyRow], ...]:
    """Of a row the province did not take.

    Args:
        subjects: table → slice that keeps it.
    """
    return (
        ColumnSpec(
            "subject", label("papers", "Dữ liệu về"), partial(_subject, subjects), width=170, is_strong=True
        ),
        ColumnSpec("why", label("exchange", "Vì sao"), _why, width=420, is_instruction=True),
        ColumnSpec("code", label("exchange", "Mã"), _code, width=110, gives_way=1),
        ColumnSpec("row", label("exchange", "Dòng"), _row, width=110, gives_way=3),
        ColumnSpec("since", label("exchange", "Biết từ"), _since, width=146, gives_way=2),
    )


def _why(row: StickyRow) -> str:
    return tr(row.sentence)


def _code(row: StickyRow) -> str:
    return row.code


def _row(row: StickyRow) -> str:
    return f"…{row.row_id[-8:]}"


def _since(row: StickyRow) -> str:
    return format_moment(row.since)


def _number(row: SentRow) -> str:
    return row.paper_number


def _at(row: SentRow) -> str:
    return format_moment(row.made_at)


def _rows(row: SentRow) -> str:
    return number_text(row.rows)


def _state(row: SentRow) -> str:
    return tr(SENT_LABELS[row.state])


def _tone(row: SentRow) -> Tone:
    return TONES[row.state]


def _stream(row: SentRow) -> str:
    return row.stream


def _file(row: SentRow) -> str:
    return row.file_name


SENT_COLUMNS: tuple[ColumnSpec[SentRow], ...] = (
    ColumnSpec("number", label("exchange", "Số phiếu"), _number, width=100, is_strong=True, is_paper_number=True),
    ColumnSpec("at", label("exchange", "Lập lúc"), _at, width=146),
    ColumnSpec("what", label("exchange", "Nội dung"), _what, width=170),
    ColumnSpec("state", label("exchange", "Tình trạng"), _state, width=170, tone=_tone, is_whole=True),
    ColumnSpec("rows", label("exchange", "Số dòng"), _rows, width=90, align=Align.END, gives_way=1),
    ColumnSpec("size", label("exchange", "Cỡ tệp"), _size, width=90, align=Align.END, gives_way=2),
    ColumnSpec("stream", label("exchange", "Luồng"), _stream, width=120, gives_way=3),
    ColumnSpec("file", label("exchange", "Tệp"), _file, width=240, gives_way=4),
)
