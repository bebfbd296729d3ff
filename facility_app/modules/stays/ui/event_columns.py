"""An event of the term as a line of a list: what it was, its days, its paper, how it counts."""

from facility_app.kernel.labels import label
from facility_app.modules.stays.domain.exits_seen import SEEN_EXIT_LABELS
from facility_app.modules.stays.domain.types import ADDING_KINDS, DATED_KINDS, EVENT_KIND_LABELS, EventKind
from facility_app.modules.stays.queries.detail import EventRow
from facility_app.modules.stays.ui import words
from facility_app.modules.stays.ui.moves import COUNTS_AS_LABELS
from facility_app.ui.i18n import tr
from facility_app.ui.models import ColumnSpec
from facility_app.ui.theme import Tone

LASTS = label("stays", "đang diễn ra")
NO_PAPER = label("stays", "chưa có giấy tờ")
UNDECIDED = label("stays", "chưa quyết định cách tính")
WAITS_FOR_HEAD = label("stays", "{paper}, chờ người đứng đầu xác nhận")


def event_text(row: EventRow) -> str:
    """An event in one line."""
    return words.joined(tr(EVENT_KIND_LABELS[row.kind]), words.day(row.from_on), words.day(row.to_on))


def event_id_of(row: EventRow) -> str:
    """What tells it apart."""
    return row.event_id


def _kind(row: EventRow) -> str:
    return tr(EVENT_KIND_LABELS[row.kind])


def _from(row: EventRow) -> str:
    return words.day(row.from_on)


def _to(row: EventRow) -> str:
    if row.kind in DATED_KINDS:
        return ""
    return words.day(row.to_on) or tr(LASTS)


def paper_text(row: EventRow) -> str:
    """Its paper, and what it waits for."""
    paper = words.paper_of(row.paper_number, row.paper_on)
    if row.is_unconfirmed:
        return tr(WAITS_FOR_HEAD, paper=paper)
    return paper or (tr(NO_PAPER) if row.kind in ADDING_KINDS else "")


def _paper_tone(row: EventRow) -> Tone | None:
    lacks = not row.paper_number or row.paper_on is None
    return Tone.WARNING if row.is_unconfirmed or (lacks and row.kind in ADDING_KINDS) else None


def _how(row: EventRow) -> str:
    if row.exit_code is not None:
        return tr(SEEN_EXIT_LABELS[row.exit_code])
    if row.kind is EventKind.REMAND:
        return tr(UNDECIDED if row.counts_as is None else COUNTS_AS_LABELS[row.counts_as])
    return ""


def _how_tone(row: EventRow) -> Tone | None:
    return Tone.WARNING if row.kind is EventKind.REMAND and row.counts_as is None else None


COLUMNS: tuple[ColumnSpec[EventRow], ...] = (
    ColumnSpec("kind", label("stays", "Việc"), _kind, width=220, is_strong=True),
    ColumnSpec("from", label("stays", "Từ ngày"), _from, width=116),
    ColumnSpec("to", label("stays", "Trở lại"), _to, width=126),
    ColumnSpec("paper", label("stays", "Giấy tờ"), paper_text, width=230, tone=_paper_tone),
    ColumnSpec("how", label("stays", "Cách tính, lý do"), _how, width=240, tone=_how_tone),
)
