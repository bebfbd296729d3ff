"""Where somebody can sleep, room by room: the best first with why, then the others with why not."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.kernel.sex import SEX_LABELS
from facility_app.modules.housing.domain.places import STAY_KIND_LABELS
from facility_app.modules.housing.domain.rules import RULES, Level
from facility_app.modules.housing.queries.screens import ToPlace
from facility_app.modules.housing.queries.sleeping import WHY_GOOD, BedChoice
from facility_app.modules.housing.ui import words as said
from facility_app.modules.housing.ui.board_paint import JUDGED
from facility_app.modules.housing.ui.words import finding_line, needs_line
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Size, Theme, Tone
from facility_app.ui.widgets import words

HEAD = label("housing", "Xếp giường: {name} · {code}")
NOW_AT = label("housing", "đang ở {place}")
NO_BED = label("housing", "chưa có giường")
MORE = label("housing", "và {count} giường nữa trong phòng")
NOT_THERE = label("housing", "không xếp: {why}")
SECOND = label("housing", "cần người thứ hai: {why}")
FULL_ROOMS = label("housing", "{count} phòng đã đủ người")
FITS = label("housing", "không vướng quy tắc nào")
KEYS = label("housing", "Enter xếp vào dòng đang chọn · mũi tên đi trên sơ đồ · Esc bỏ xuống")
LIST = label("housing", "Các phòng cho người này, tốt nhất trước")
SHOWN: Final = 40
"""Rooms told of; what comes after is no better."""
PAD, GAP = 8, 2


@dataclass(frozen=True, slots=True)
class RoomLine:
    """One room for somebody.

    Attributes:
        bed_id: the bed Enter would take; empty for a line that says only a number.
        tone: of its head; neutral where nothing is judged.
    """

    bed_id: str
    head: str
    text: str = field(repr=False)
    tone: Tone


def room_lines(choices: Sequence[BedChoice]) -> tuple[RoomLine, ...]:
    """Rooms in the order of their best bed; rooms whose beds are all somebody's are only counted."""
    rooms: dict[str, list[BedChoice]] = {}
    for one in choices:
        if WHY_GOOD["own_bed"] not in one.reasons:
            rooms.setdefault(one.room_id, []).append(one)
    made: list[RoomLine] = []
    full = 0
    for beds in rooms.values():
        open_beds = [bed for bed in beds if not _is_taken(bed)]
        if not open_beds:
            full += 1
        elif len(made) < SHOWN:
            made.append(_line(open_beds))
    if full:
        made.append(RoomLine("", tr(FULL_ROOMS, count=full), "", Tone.DANGER))
    return tuple(made)


def _is_taken(choice: BedChoice) -> bool:
    return any(one.rule.id == RULES["taken"].id for one in choice.findings)


def _line(beds: Sequence[BedChoice]) -> RoomLine:
    best = beds[0]
    tone = JUDGED[best.level]
    findings = said.joined(*map(finding_line, best.findings), sign=" ")
    if best.level is Level.HARD:
        return RoomLine(best.bed_id, best.bed, tr(NOT_THERE, why=findings), tone)
    if best.level is Level.OVERRIDABLE:
        return RoomLine(best.bed_id, best.bed, tr(SECOND, why=findings), tone)
    reasons = said.joined(*map(tr, best.reasons), sign=", ") or tr(FITS)
    more = tr(MORE, count=len(beds) - 1) if len(beds) > 1 else ""
    return RoomLine(best.bed_id, best.bed, said.joined(reasons, findings, more, sign="; "), tone)


class LineModel(QAbstractListModel):
    """The rooms as rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        """None."""
        super().__init__(parent)
        self.lines: tuple[RoomLine, ...] = ()

    def show_lines(self, lines: Sequence[RoomLine]) -> None:
        """Take others."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        one = self.lines[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return said.joined(one.head, one.text, sign=": ")
        return None


class LineDelegate(QStyledItemDelegate):
    """The bed in the tone of its verdict, and why below it in as many lines as it needs."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        """For the rows of ``view``."""
        super().__init__(view)
        self._theme, self._view = theme, view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        theme, one = self._theme, self._of(index)
        wide = self._view.viewport().width()
        room = QRect(0, 0, wide - 2 * theme.px(PAD), 10_000)
        high = QFontMetrics(theme.font(Size.BODY)).height()
        if one.text:
            metrics = QFontMetrics(theme.font(Size.SMALL))
            high += theme.px(GAP) + metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, one.text).height()
        return QSize(wide, high + 2 * theme.px(PAD))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme, one = self._theme, self._of(index)
        shown: Any = option
        rect: QRect = shown.rect
        painter.save()
        if shown.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("accent_ground"))
        painter.setPen(theme.color("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(theme.px(PAD), theme.px(PAD), -theme.px(PAD), -theme.px(PAD))
        font = theme.font(Size.BODY, QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(theme.color("ink") if one.tone is Tone.NEUTRAL else theme.tone(one.tone)[0])
        head = QFontMetrics(font).elidedText(one.head, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, head)
        painter.setFont(theme.font(Size.SMALL))
        painter.setPen(theme.color("ink"))
        below = inner.adjusted(0, QFontMetrics(theme.font(Size.BODY)).height() + theme.px(GAP), 0, 0)
        painter.drawText(below, Qt.TextFlag.TextWordWrap, one.text)
        painter.restore()

    def _of(self, index: QModelIndex | QPersistentModelIndex) -> RoomLine:
        model: Any = index.model()
        found: RoomLine = model.lines[index.row()]
        return found


class LineView(QListView):
    """The rooms; Enter takes one, Esc puts the person down.

    Signals:
        taken(str): the bed of the room Enter was pressed on.
        left: Esc.
    """

    taken = Signal(str)
    left = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            model: Any = self.model()
            self.taken.emit(model.lines[self.currentIndex().row()].bed_id)
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class RankingCard(QWidget):
    """Somebody in hand, and every room for them.

    Signals:
        taken(str): put them into this bed.
        pointed(str): the row of this bed is the current one.
        left: put them down.
    """

    taken = Signal(str)
    pointed = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Nobody in hand."""
        super().__init__(parent)
        self.head = words("", weight="strong", is_wrapped=True)
        self.facts = words("", ink=Tone.NEUTRAL, is_wrapped=True)
        self.verdict = words("", weight="medium", is_wrapped=True)
        self.verdict.hide()
        self._model = LineModel(self)
        self.list = LineView(self)
        self.list.setObjectName("rooms_for")
        self.list.setAccessibleName(tr(LIST))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setModel(self._model)
        self.list.setItemDelegate(LineDelegate(theme, self.list))
        self.list.taken.connect(self._on_taken)
        self.list.left.connect(self.left)
        self.list.doubleClicked.connect(self._on_double_clicked)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        for widget in (self.head, self.facts, self.verdict):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addWidget(words(KEYS, size=Size.SMALL, ink=Tone.NEUTRAL, is_wrapped=True))

    def show_person(self, who: ToPlace) -> None:
        """Take somebody in hand."""
        self.head.setText(tr(HEAD, name=who.name, code=who.code))
        place = tr(NOW_AT, place=who.place) if who.place else tr(NO_BED)
        age = tr(said.AGE, age=who.age)
        kind = tr(STAY_KIND_LABELS[who.stay_kind])
        self.facts.setText(said.joined(tr(SEX_LABELS[who.sex]), age, kind, place, needs_line(who.needs)))
        self.show_verdict("", Tone.OK)
        self._model.show_lines(room_lines(who.choices))
        if self._model.lines:
            self.list.setCurrentIndex(self._model.index(0))

    def lines(self) -> tuple[RoomLine, ...]:
        """What the list says."""
        return self._model.lines

    def show_verdict(self, text: str, tone: Tone) -> None:
        """What is said of the bed a drag is over; empty takes it away."""
        self.verdict.setText(text)
        self.verdict.setProperty("ink", tone.value)
        self.verdict.style().unpolish(self.verdict)
        self.verdict.style().polish(self.verdict)
        self.verdict.setVisible(bool(text))

    def _on_taken(self, bed_id: str) -> None:
        if bed_id:
            self.taken.emit(bed_id)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self._on_taken(self._model.lines[index.row()].bed_id)

    def _on_current_changed(self, index: QModelIndex) -> None:
        if index.isValid() and self._model.lines[index.row()].bed_id:
            self.pointed.emit(self._model.lines[index.row()].bed_id)
