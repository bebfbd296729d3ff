"""How to print: which printer, how many copies, which sides and pages; and words where there is no printer."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.labels import Label, label
from facility_app.ui.i18n import tr
from facility_app.ui.printing.port import DUPLEX_LABELS, MOST_COPIES, Duplex, PrinterInfo, PrintOrder, pages_of
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets import Banner, IconButton, words

PRINTER = label("ui", "Máy &in")
COPIES = label("ui", "Số &bản")
SIDES = label("ui", "&Mặt giấy")
PAGES = label("ui", "&Trang")
ALL_PAGES = label("ui", "Tất cả; hoặc 1-3, 5")
FEWER = label("ui", "Bớt một bản")
ANOTHER = label("ui", "Thêm một bản")
NO_PRINTER = label(
    "ui", "Máy này chưa có máy in nào. Hãy lưu thành tệp PDF rồi in ở máy khác, hoặc nối máy in và mở lại."
)
BAD_COPIES = label("ui", "Số bản là số từ 1 đến {most}.")
DEFAULT = label("ui", "{printer} (mặc định)")


class StillCombo(QComboBox):
    """A choice the wheel does not change by accident while one scrolls past it."""

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class CopiesBox(QWidget):
    """A number of copies: typed, or one more and one less by button or arrow.

    Signals:
        changed: another text stands there.
    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """One copy."""
        super().__init__(parent)
        self.edit = QLineEdit("1", self)
        self.edit.setObjectName("copies_edit")
        self.edit.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.edit.setMaxLength(len(str(MOST_COPIES)))
        self.edit.setAccessibleName(tr(COPIES).replace("&", ""))
        self.edit.textChanged.connect(self.changed)
        fewer, more = IconButton(theme, "minus", FEWER), IconButton(theme, "plus", ANOTHER)
        fewer.clicked.connect(self._on_fewer_clicked)
        more.clicked.connect(self._on_more_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        row.addWidget(fewer)
        row.addWidget(self.edit, 1)
        row.addWidget(more)
        self.setFocusProxy(self.edit)

    def value(self) -> int | None:
        """The number; None where none stands there, or too many."""
        text = self.edit.text().strip()
        number = int(text) if text.isascii() and text.isdigit() else 0
        return number if 1 <= number <= MOST_COPIES else None

    def _step(self, by: int) -> None:
        self.edit.setText(str(max(1, min(MOST_COPIES, (self.value() or 1) + by))))

    def _on_fewer_clicked(self) -> None:
        self._step(-1)

    def _on_more_clicked(self) -> None:
        self._step(1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        if event.key() in steps:
            self._step(steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)


class OrderBox(QWidget):
    """The choices, one under the other.

    Signals:
        changed: something else is chosen.
    """

    changed = Signal()

    def __init__(self, theme: Theme, *, has_pages: bool = True, parent: QWidget | None = None) -> None:
        """No printers until ``set_printers``; ``has_pages`` asks for pages too."""
        super().__init__(parent)
        self._printers: tuple[PrinterInfo, ...] = ()
        self._none = Banner(theme, NO_PRINTER, Tone.WARNING)
        self._none.setObjectName("no_printer")
        self._none.hide()
        self.printer_combo = StillCombo(self)
        self.printer_combo.setObjectName("printer_combo")
        self.printer_combo.currentIndexChanged.connect(self._on_printer_changed)
        self.copies = CopiesBox(theme, self)
        self.copies.changed.connect(self.changed)
        self.duplex_combo = StillCombo(self)
        self.duplex_combo.setObjectName("duplex_combo")
        self.duplex_combo.currentIndexChanged.connect(self.changed)
        self.pages_edit = QLineEdit(self)
        self.pages_edit.setObjectName("pages_edit")
        self.pages_edit.setPlaceholderText(tr(ALL_PAGES))
        self.pages_edit.textChanged.connect(self.changed)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(4))
        self._choices = QWidget(self)
        inside = QVBoxLayout(self._choices)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.px(4))
        rows: list[tuple[Label, QWidget]] = [
            (PRINTER, self.printer_combo),
            (COPIES, self.copies),
            (SIDES, self.duplex_combo),
        ]
        if has_pages:
            rows.append((PAGES, self.pages_edit))
        for head, field in rows:
            name = words(head, weight="medium")
            name.setBuddy(field)
            inside.addWidget(name)
            inside.addWidget(field)
            inside.addSpacing(theme.px(8))
        self.pages_edit.setVisible(has_pages)
        self._column.addWidget(self._none)
        self._column.addWidget(self._choices)

    def set_printers(self, printers: Sequence[PrinterInfo]) -> None:
        """Offer ``printers``; without any, say so."""
        self._printers = tuple(printers)
        self._none.setVisible(not printers)
        self._choices.setVisible(bool(printers))
        self.printer_combo.clear()
        for one in printers:
            self.printer_combo.addItem(tr(DEFAULT, printer=one.name) if one.is_default else one.name, one.name)
        self.changed.emit()

    def has_printer(self) -> bool:
        """Whether anything can be printed on."""
        return bool(self._printers)

    def trouble(self) -> str:
        """What keeps from printing; empty when nothing does."""
        if not self._printers:
            return tr(NO_PRINTER)
        return "" if self.copies.value() else tr(BAD_COPIES, most=MOST_COPIES)

    def order(self, page_count: int, title: str) -> PrintOrder:
        """What is chosen.

        Raises:
            UserError: ``page_range``.
        """
        pages = pages_of(self.pages_edit.text(), page_count) if self.pages_edit.text().strip() else ()
        duplex = Duplex(self.duplex_combo.currentData() or Duplex.ONE_SIDE)
        name = str(self.printer_combo.currentData() or "")
        return PrintOrder(name, self.copies.value() or 1, duplex, pages, title)

    def _on_printer_changed(self, number: int) -> None:
        chosen = self.duplex_combo.currentData()
        self.duplex_combo.clear()
        if 0 <= number < len(self._printers):
            for way in self._printers[number].duplex:
                self.duplex_combo.addItem(tr(DUPLEX_LABELS[way]), way.value)
            self.duplex_combo.setCurrentIndex(max(0, self.duplex_combo.findData(chosen)))
        self.changed.emit()
