"""Whose days a new number would move: how many first, then each with its day now and its day then."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look
from facility_app.kernel.typed import number_text
from facility_app.modules.catalogues.domain import Moved, MovedDay, Moves
from facility_app.modules.catalogues.ui import words
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_card import ListCard
from facility_app.ui.models import ColumnSpec, ListSpec
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Banner, BigNumberStrip, Figure, StateStack

TITLE = label("catalogues_ui", "Những ngày sẽ dời")
NOBODY = label("catalogues_ui", "Đã xem {count} lần cai nghiện đang mở: không ngày nào dời.")
NOT_ASKED = label(
    "catalogues_ui",
    "Tài khoản này không được xem ai sẽ bị ảnh hưởng. Trước khi lưu, hãy nhờ người đứng đầu cơ sở xem cùng.",
)
NONE_OF_THESE = label("catalogues_ui", "Không có dòng nào thuộc số này.")
CODE = label("catalogues_ui", "Lần cai nghiện")
WHAT = label("catalogues_ui", "Việc")
NOW = label("catalogues_ui", "Hiện nay")
THEN = label("catalogues_ui", "Sau khi lưu")
GAP = label("catalogues_ui", "Dời")
LATER = label("catalogues_ui", "muộn hơn {days} ngày")
EARLIER = label("catalogues_ui", "sớm hơn {days} ngày")
ADDED, DROPPED = label("catalogues_ui", "thêm"), label("catalogues_ui", "không còn")
UNKNOWN = label("catalogues_ui", "chưa xác định")
PLANNED = label("catalogues_ui", "dời ngày làm")
ROOM = 220


class Kind(StrEnum):
    """Which number a line belongs to."""

    EARLIER = "earlier"
    LATER = "later"
    DEADLINE = "deadline"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Line:
    """One day that would move, and whose."""

    place: str
    code: str
    day: MovedDay
    kind: Kind
    refusal: str = ""


class MovesPane(QWidget):
    """Asked once, off the window's thread; until it has answered there is nothing to decide by.

    Attributes:
        strip: how many.
        card: the lines; a click on a number shows only its own.

    Signals:
        answered: it has said what it knows, or why it cannot.
    """

    answered = Signal()

    def __init__(
        self, context: PageContext, ask: Callable[[Any], tuple[Moves, ...]], parent: QWidget | None = None
    ) -> None:
        """Ask with ``ask`` as soon as ``begin`` is called."""
        super().__init__(parent)
        self.setObjectName("moves_pane")
        self._context, self._ask = context, ask
        self._lines: tuple[Line, ...] = ()
        content = QWidget(self)
        self._box = QVBoxLayout(content)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(context.theme.px(10))
        self.strip = BigNumberStrip(context.theme, content)
        self.strip.activated.connect(self._on_number)
        self._box.addWidget(self.strip)
        self.card: ListCard | None = None
        self.states = StateStack(context.theme, content, self)
        self.states.retry_requested.connect(self.begin)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.states)

    def begin(self) -> None:
        """Ask; a later question drops the answer of this one."""
        self.states.show_loading()
        op = self._context.runner.query(self, self._ask, topic="moves")
        op.success(self._on_answer).failure(self._on_failed).run()

    def _on_answer(self, moves: tuple[Moves, ...]) -> None:
        self._lines = lines_of(moves)
        if not moves:
            self._box.insertWidget(0, Banner(self._context.theme, tr(NOT_ASKED), Tone.WARNING, parent=self))
            self.strip.hide()
        elif not self._lines:
            asked = number_text(sum(one.asked for one in moves))
            self._box.insertWidget(0, Banner(self._context.theme, tr(NOBODY, count=asked), Tone.OK, parent=self))
            self.strip.hide()
        else:
            self.strip.set_figures(figures_of(moves))
            self._show_lines()
        self.states.show_content()
        self.answered.emit()

    def _on_failed(self, failure: Failure) -> None:
        self.states.show_error(failure.words, failure.details, can_retry=failure.is_retryable)
        self.answered.emit()

    def _show_lines(self) -> None:
        self.card = ListCard(self._context, _spec(self._lines), parent=self)
        self.card.setMinimumHeight(self._context.theme.px(ROOM))
        self._box.addWidget(self.card, 1)

    def _on_number(self, key: str) -> None:
        if self.card is not None:
            chosen = {"kind": key} if key in set(Kind) else {}
            self.card.model.show(Look(filters=chosen))


def lines_of(moves: Sequence[Moves]) -> tuple[Line, ...]:
    """A line for each day that would move, the days of leaving first."""
    found = [(row, day) for one in moves for row in one.rows for day in row.days]
    found.sort(key=lambda pair: (not pair[1].is_leaving, pair[0].code))
    return tuple(
        Line(str(place), row.code, day, _kind(row, day), row.refusal.message if row.refusal is not None else "")
        for place, (row, day) in enumerate(found)
    )


def figures_of(moves: Sequence[Moves]) -> tuple[Figure, ...]:
    """How many were looked at, and how many of each kind."""
    earlier = sum(one.leaving(is_later=False) for one in moves)
    later = sum(one.leaving(is_later=True) - one.refused for one in moves)
    refused = sum(one.refused for one in moves)
    counted = [
        ("asked", label("catalogues_ui", "Lần cai nghiện đã xem"), sum(one.asked for one in moves), Tone.NEUTRAL),
        (Kind.EARLIER, label("catalogues_ui", "Ra cơ sở sớm hơn"), earlier, Tone.NEUTRAL),
        (Kind.LATER, label("catalogues_ui", "Ra cơ sở muộn hơn"), later, Tone.DANGER if later else Tone.NEUTRAL),
        (Kind.DEADLINE, label("catalogues_ui", "Việc dời hạn"), sum(one.deadlines for one in moves), Tone.NEUTRAL),
    ]
    if refused:
        counted.append((Kind.REFUSED, label("catalogues_ui", "Không tính được nữa"), refused, Tone.DANGER))
    return tuple(Figure(str(key), tr(text), number_text(number), tone=tone) for key, text, number, tone in counted)


def _kind(row: Moved, day: MovedDay) -> Kind:
    if not day.is_leaving:
        return Kind.DEADLINE
    if row.refusal is not None:
        return Kind.REFUSED
    is_earlier = day.after is not None and (day.before is None or day.after < day.before)
    return Kind.EARLIER if is_earlier else Kind.LATER


def _spec(lines: tuple[Line, ...]) -> ListSpec[Line]:
    by_place = {line.place: line for line in lines}

    def ids(_uow: Any, look: Look) -> tuple[str, ...]:
        wanted = look.filters.get("kind")
        return tuple(line.place for line in lines if wanted is None or line.kind == wanted)

    def rows(_uow: Any, wanted: Sequence[str]) -> tuple[Line, ...]:
        return tuple(by_place[place] for place in wanted if place in by_place)

    return ListSpec(
        id="catalogues.moves",
        title=TITLE,
        columns=(
            ColumnSpec("code", CODE, _code, width=112, is_strong=True),
            ColumnSpec("what", WHAT, _what, width=312),
            ColumnSpec("now", NOW, _now, width=104),
            ColumnSpec("then", THEN, _then, width=104),
            ColumnSpec("gap", GAP, _gap, width=150, tone=_tone),
        ),
        ids=ids,
        rows=rows,
        row_id=_place,
        search=None,
        empty=NONE_OF_THESE,
        none_found=NONE_OF_THESE,
    )


def _place(line: Line) -> str:
    return line.place


def _code(line: Line) -> str:
    return line.code


def _what(line: Line) -> str:
    return line.refusal or tr(line.day.what, **line.day.params)


def _now(line: Line) -> str:
    return _day(line, line.day.before)


def _then(line: Line) -> str:
    return _day(line, line.day.after)


def _day(line: Line, day: date | None) -> str:
    if day is not None:
        return words.day_text(day)
    return tr(UNKNOWN) if line.day.is_leaving else ""


def _gap(line: Line) -> str:
    before, after = line.day.before, line.day.after
    if before is None or after is None:
        if line.day.is_leaving:
            return ""
        return tr(ADDED if before is None else DROPPED)
    days = (after - before).days
    if not days:
        return tr(PLANNED)
    return tr(LATER, days=number_text(days)) if days > 0 else tr(EARLIER, days=number_text(-days))


def _tone(line: Line) -> Tone | None:
    return {Kind.LATER: Tone.DANGER, Kind.REFUSED: Tone.DANGER, Kind.EARLIER: Tone.OK}.get(line.kind)
