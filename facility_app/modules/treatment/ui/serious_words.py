"""A serious event in words, and the columns of its list."""

from typing import Final

from facility_app.kernel.dates import format_moment
from facility_app.kernel.labels import label
from facility_app.kernel.names import fold
from facility_app.modules.treatment.domain.serious import (
    EVENT_KIND_LABELS,
    EVENT_STEP_LABELS,
    GRAVE,
    HARM_LABELS,
)
from facility_app.modules.treatment.queries.serious import EventRow
from facility_app.ui.i18n import tr
from facility_app.ui.models import ColumnSpec
from facility_app.ui.theme import Tone

TITLE: Final = label("treatment", "Sự việc nghiêm trọng")
LIST: Final = label("treatment", "Hồ sơ sự việc, hồ sơ chưa xong đứng trước")
EMPTY: Final = label("treatment", "Chưa ghi sự việc nghiêm trọng nào.")
CLOSED: Final = label("treatment", "Đã kết thúc {at}")
WHOLE: Final = label("treatment", "Đủ, chờ kết thúc")
LACKS: Final = label("treatment", "Còn {count} việc: {first}")


def _name(row: EventRow) -> str:
    return row.name


def _kind(row: EventRow) -> str:
    return tr(EVENT_KIND_LABELS[row.kind])


def _at(row: EventRow) -> str:
    return format_moment(row.happened_at)


def _harm(row: EventRow) -> str:
    return tr(HARM_LABELS[row.harm])


def _harm_tone(row: EventRow) -> Tone:
    return Tone.DANGER if row.harm in GRAVE else Tone.NEUTRAL


def _state(row: EventRow) -> str:
    if row.closed_at is not None:
        return tr(CLOSED, at=format_moment(row.closed_at))
    if not row.missing:
        return tr(WHOLE)
    return tr(LACKS, count=len(row.missing), first=tr(EVENT_STEP_LABELS[row.missing[0]]))


def _state_tone(row: EventRow) -> Tone:
    if row.closed_at is not None:
        return Tone.NEUTRAL
    return Tone.WARNING if row.missing else Tone.OK


def _place(row: EventRow) -> str:
    return row.place


def _author(row: EventRow) -> str:
    return row.author


def event_id(row: EventRow) -> str:
    """Its id."""
    return row.event_id


def fits(row: EventRow, typed: str) -> bool:
    """Whether every word typed stands in name, code, kind or place."""
    text = fold(f"{row.name} {row.code} {_kind(row)} {row.place}")
    return all(word in text for word in fold(typed).split())


COLUMNS: Final[tuple[ColumnSpec[EventRow], ...]] = (
    ColumnSpec("name", label("terms", "Họ và tên"), _name, width=200, is_strong=True),
    ColumnSpec("kind", label("treatment", "Sự việc"), _kind, width=190),
    ColumnSpec("happened_at", label("treatment", "Lúc"), _at, width=160),
    ColumnSpec("harm", label("treatment", "Mức tổn hại"), _harm, width=190, tone=_harm_tone),
    ColumnSpec("state", label("treatment", "Hồ sơ"), _state, width=320, tone=_state_tone),
    ColumnSpec("place", label("treatment", "Nơi xảy ra"), _place, width=150, gives_way=2),
    ColumnSpec("author", label("treatment", "Người ghi"), _author, width=150, gives_way=1),
)
