"""How the profile looks at the head of a paper (NĐ 30/2020): painted black on white in either theme."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.modules.catalogues.queries import FacilityRow
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Theme
from facility_app.ui.theme.tokens import PAPER_FAMILY

SPOKEN = label("catalogues_ui", "Đầu văn bản: {parent}, {name}, {place}, ký: {head}")
# Papers are Vietnamese whatever language the screens speak, so these are no labels.
STATE, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
NUMBER, PLACE_DATE = "Số: …/TB-{abbreviation}", "{place}, ngày … tháng … năm …"
UNKNOWN = "……"
TOP = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
HEIGHT, LETTERS, LINE = 200, 13, 18


class PaperHead(QWidget):
    """The upper part of a sheet."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """An empty sheet."""
        super().__init__(parent)
        self._theme = theme
        self._row: FacilityRow | None = None
        self.setObjectName("paper_head")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_row(self, row: FacilityRow) -> None:
        """Write what the profile says."""
        self._row = row
        parent, place = row.parent_name or "", row.place_name or ""
        head = str(row.head_title)
        self.setAccessibleName(tr(SPOKEN, parent=parent, name=row.name, place=place, head=head))
        self.update()

    def _letters(self, *, is_bold: bool = False, is_slanted: bool = False) -> QFont:
        letters = QFont(PAPER_FAMILY)
        letters.setPixelSize(self._theme.px(LETTERS))
        letters.setBold(is_bold)
        letters.setItalic(is_slanted)
        return letters

    def _write(self, painter: QPainter, room: QRect, text: str, letters: QFont) -> QRect:
        """Write ``text`` at the top of ``room``; answers what is left below."""
        painter.setFont(letters)
        taken = painter.boundingRect(room, TOP, text)
        painter.drawText(room, TOP, text)
        return room.adjusted(0, taken.height(), 0, 0)

    def _rule(self, painter: QPainter, room: QRect, share: float) -> QRect:
        width = round(room.width() * share)
        left = room.left() + (room.width() - width) // 2
        painter.drawLine(left, room.top() + 3, left + width, room.top() + 3)
        return room.adjusted(0, self._theme.px(10), 0, 0)

    def _write_left(self, painter: QPainter, room: QRect, row: FacilityRow) -> None:
        room = self._write(painter, room, (row.parent_name or UNKNOWN).upper(), self._letters())
        room = self._write(painter, room, row.name.upper(), self._letters(is_bold=True))
        room = self._rule(painter, room, 0.36)
        number = NUMBER.format(abbreviation=row.abbreviation or UNKNOWN)
        self._write(painter, room, number, self._letters())

    def _write_right(self, painter: QPainter, room: QRect, row: FacilityRow) -> None:
        room = self._write(painter, room, STATE, self._letters(is_bold=True))
        room = self._write(painter, room, MOTTO, self._letters(is_bold=True))
        room = self._rule(painter, room, 0.6)
        place = PLACE_DATE.format(place=row.place_name or UNKNOWN)
        room = self._write(painter, room, place, self._letters(is_slanted=True))
        room = room.adjusted(0, self._theme.px(LINE * 3), 0, 0)
        self._write(painter, room, str(row.head_title).upper(), self._letters(is_bold=True))

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(420), self._theme.px(HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("line"), 1))
        painter.setBrush(QColor("#FFFFFF"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 4, 4)
        if self._row is not None:
            painter.setPen(QColor("#111111"))
            side, top = self._theme.px(14), self._theme.px(18)
            inner = self.rect().adjusted(side, top, -side, -side)
            half = inner.width() * 40 // 100
            self._write_left(painter, QRect(inner.topLeft(), QSize(half, inner.height())), self._row)
            right = inner.adjusted(half + self._theme.px(12), 0, 0, 0)
            self._write_right(painter, right, self._row)
        painter.end()
