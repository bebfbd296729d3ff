"""Vì sao ra ngày đó: every stretch of days with its effect, its article, its paper and a sentence."""

from dataclasses import dataclass
from datetime import date

from facility_app.kernel.labels import Label, label
from facility_app.modules.stays.domain.answer import LedgerLine, TermAnswer
from facility_app.modules.stays.domain.effects import EFFECT_LABELS, Effect
from facility_app.modules.stays.ui import words
from facility_app.ui.i18n import tr
from facility_app.ui.models import Align, ColumnSpec
from facility_app.ui.theme import Tone

TITLE = label("stays", "Vì sao ra ngày đó")
WHY = label("stays", "Vì sao ra ngày {day}?")
WHY_UNKNOWN = label("stays", "Vì sao chưa biết ngày ra?")
WHY_HELD = label("stays", "Số ngày quản lý được tính thế nào?")
EMPTY = label("stays", "Chưa có ngày nào được tính.")
LASTS = label("stays", "đang tính")
MINUS: frozenset[Effect] = frozenset({Effect.CREDITED})
PLUS: frozenset[Effect] = frozenset({Effect.ADDED})


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One line of the ledger with its place."""

    number: int
    line: LedgerLine


def rows_of(answer: TermAnswer) -> tuple[LedgerRow, ...]:
    """The lines in order."""
    return tuple(LedgerRow(number, line) for number, line in enumerate(answer.ledger, 1))


def title_of(answer: TermAnswer) -> str:
    """The question the ledger answers."""
    if answer.no_term:
        return tr(WHY_HELD)
    if answer.expected_end_on is None:
        return tr(WHY_UNKNOWN)
    return tr(WHY, day=words.day(answer.expected_end_on))


def row_id(row: LedgerRow) -> str:
    """Its place in the ledger."""
    return str(row.number)


def _kind(row: LedgerRow) -> str:
    return words.kind_text(row.line.kind)


def _from(row: LedgerRow) -> str:
    return words.day(row.line.from_on)


def _from_value(row: LedgerRow) -> date:
    return row.line.from_on


def _to(row: LedgerRow) -> str:
    return words.day(row.line.to_on) or tr(LASTS)


def _to_value(row: LedgerRow) -> date | None:
    return row.line.to_on


def _days(row: LedgerRow) -> str:
    line = row.line
    if line.effect in MINUS:
        return words.signed(-line.days)
    if line.effect in PLUS:
        return words.signed(line.days)
    if line.effect is Effect.REDUCED:
        return words.signed(-abs(line.days))
    return str(line.days)


def _days_value(row: LedgerRow) -> int:
    return row.line.days


def _effect(row: LedgerRow) -> str:
    return tr(EFFECT_LABELS[row.line.effect])


def _effect_tone(row: LedgerRow) -> Tone:
    return words.EFFECT_TONES[row.line.effect]


def _article(row: LedgerRow) -> str:
    return row.line.article


def _paper(row: LedgerRow) -> str:
    return words.paper(row.line.paper)


def _note(row: LedgerRow) -> str:
    note: Label = row.line.note
    return tr(note)


def sentence(row: LedgerRow) -> str:
    """A line of the ledger as one would say it."""
    line = row.line
    last = words.day(line.to_on) or tr(LASTS)
    span = words.day(line.from_on) if line.from_on == line.to_on else f"{words.day(line.from_on)} – {last}"
    paper = words.paper(line.paper)
    said = words.joined(_kind(row), span, words.days(line.days) if line.days else "", _effect(row))
    return f"{said}. {_note(row)} {words.joined(line.article, paper)}"


COLUMNS: tuple[ColumnSpec[LedgerRow], ...] = (
    ColumnSpec("kind", label("stays", "Việc"), _kind, width=166, is_strong=True),
    ColumnSpec("from", label("stays", "Từ ngày"), _from, _from_value, width=108),
    ColumnSpec("to", label("stays", "Đến trước ngày"), _to, _to_value, width=126),
    ColumnSpec("days", label("stays", "Số ngày"), _days, _days_value, width=74, align=Align.END),
    ColumnSpec("effect", label("stays", "Tính thế nào"), _effect, width=166, tone=_effect_tone),
    ColumnSpec("article", label("stays", "Căn cứ"), _article, width=180, wraps=True),
    ColumnSpec("paper", label("stays", "Giấy tờ"), _paper, width=250),
    # The line below the list says it of the chosen row in full: where room is short, that is enough.
    ColumnSpec("note", label("stays", "Giải thích"), _note, width=420, gives_way=1),
)
