"""A serious event in words, and the columns of its list."""

from typing import Final

from facility_app.kernel.dates import format_moment
from facility_app.kernel.labels import label
from facility_app.modules.treatment.domain.serious import (
    EVENT_KIND_LABELS,
    EVENT_STEP_LABELS,
    GRAVE,
    HARM_LABELS,
)
from facility_app.modules.treatment.queries import serious as queries
from facility_app.modules.treatment.queries.serious import EventLine
from facility_app.ui.i18n import tr
from facility_app.ui.models import ColumnSpec, FilterOption, FilterSpec
from facility_app.ui.theme import Tone

TITLE: Final = label("treatment", "Sự việc nghiêm trọng")
EMPTY: Final = label("treatment", "Chưa ghi sự việc nghiêm trọng nào.")
CLOSED: Final = label("treatment", "Đã kết thúc {at}")
WHOLE: Final = label("treatment", "Đủ, chờ kết thúc")
LACKS: Final = label("treatment", "Còn {count} việc")
LATE: Final = label("treatment", "quá hạn từ {at}")
DUE: Final = label("treatment", "hạn {at}")
FILTERS: Final = (
    FilterSpec(
        "state",
        label("treatment", "Hồ sơ"),
        (
            FilterOption(queries.OPEN, label("treatment", "Chưa xong")),
            FilterOption(queries.LATE, label("treatment", "Có việc quá hạn")),
            FilterOption(queries.CLOSED, label("treatment", "Đã kết thúc")),
        ),
    ),
    FilterSpec(
        "kind",
        label("treatment", "Sự việc"),
        tuple(FilterOption(kind, text) for kind, text in EVENT_KIND_LABELS.items()),
    ),
    FilterSpec(
        "harm",
        label("treatment", "Mức tổn hại"),
        (FilterOption(queries.IS_GRAVE, label("treatment", "Từ mức 3")),),
    ),
    FilterSpec(
        "days",
        label("treatment", "Thời gian"),
        (
            FilterOption("30", label("treatment", "30 ngày qua")),
            FilterOption("90", label("treatment", "90 ngày qua")),
            FilterOption("365", label("treatment", "365 ngày qua")),
        ),
    ),
)


def _name(row: EventLine) -> str:
    return row.name


def _kind(row: EventLine) -> str:
    return tr(EVENT_KIND_LABELS[row.kind])


def _at(row: EventLine) -> str:
    return format_moment(row.happened_at)


def _harm(row: EventLine) -> str:
    return tr(HARM_LABELS[row.harm])


def _harm_tone(row: EventLine) -> Tone:
    return Tone.DANGER if row.harm in GRAVE else Tone.NEUTRAL


def _state(row: EventLine) -> str:
    if row.closed_at is not None:
        return tr(CLOSED, at=format_moment(row.closed_at))
    if not row.missing:
        return tr(WHOLE)
    return tr(LACKS, count=len(row.missing))


def _state_tone(row: EventLine) -> Tone:
    if row.closed_at is not None:
        return Tone.NEUTRAL
    return Tone.WARNING if row.missing else Tone.OK


def _next(row: EventLine) -> str:
    return tr(EVENT_STEP_LABELS[row.missing[0]]) if row.missing else ""


def _deadline(row: EventLine) -> str:
    if row.due_at is None:
        return ""
    return tr(LATE if row.is_overdue else DUE, at=format_moment(row.due_at))


def _deadline_tone(row: EventLine) -> Tone | None:
    if row.due_at is None:
        return None
    return Tone.DANGER if row.is_overdue else Tone.NEUTRAL


def _place(row: EventLine) -> str:
    return row.place


def _author(row: EventLine) -> str:
    return row.author


def event_id(row: EventLine) -> str:
    """Its id."""
    return row.event_id


COLUMNS: Final[tuple[ColumnSpec[EventLine], ...]] = (
    ColumnSpec("name", label("terms", "Họ và tên"), _name, width=200, is_strong=True),
    ColumnSpec("kind", label("treatment", "Sự việc"), _kind, width=190),
    ColumnSpec("happened_at", label("treatment", "Lúc"), _at, width=160),
    ColumnSpec("harm", label("treatment", "Mức tổn hại"), _harm, width=190, tone=_harm_tone),
    ColumnSpec("state", label("treatment", "Hồ sơ"), _state, width=120, tone=_state_tone),
    ColumnSpec("due", label("treatment", "Hạn gần nhất"), _deadline, width=220, tone=_deadline_tone),
    ColumnSpec("next", label("treatment", "Việc kế tiếp"), _next, width=230, gives_way=1),
    ColumnSpec("place", label("treatment", "Nơi xảy ra"), _place, width=150, gives_way=3),
    ColumnSpec("author", label("treatment", "Người ghi"), _author, width=150, gives_way=2),
)
