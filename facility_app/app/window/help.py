"""F1: the page of the user's guide that belongs to the work in view, beside it; the others are one key away."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, QUrl, Slot
from PySide6.QtGui import QShowEvent, QTextBlock, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QTextBrowser, QWidget
from typing_extensions import override

from facility_app.app.paths import program_folder
from facility_app.kernel.labels import label
from facility_app.kernel.names import fold
from facility_app.ui.i18n import tr

PAGES: Final = (
    "cua-so",
    "ho-so",
    "tiep-nhan",
    "nhap-danh-sach",
    "thoi-han",
    "phan-khu",
    "vang-mat",
    "lich",
    "van-ban",
    "giao-duc",
    "lao-dong",
    "hoc-nghe",
    "luu-ky",
    "dieu-tri",
    "y-lenh",
    "phat-thuoc",
    "kho-thuoc",
    "giay-y-te",
    "ra-co-so",
    "can-bo",
    "gui-tinh",
    "quan-tri",
    "bat-dau",
)
"""The guide, in the order it is offered: each a file of its folder; the first is everyone's."""
CONTENTS = label("ui", "Các trang hướng dẫn")
LETTERS_WIDE, LINES_HIGH, AROUND = 110, 36, 60
"""The dialog in average letters and lines, and the points of the window it leaves to be seen."""
LEADING = 125.0
"""Height of a line, in percent."""


def guide_folder() -> Path:
    """Where the guide lies."""
    return program_folder() / "docs" / "user"


def read_page(name: str) -> str:
    """The text of a page."""
    return (guide_folder() / f"{name}.md").read_text(encoding="utf-8")


def title_of(text: str) -> str:
    """What a page is called: its first line."""
    return text.splitlines()[0].removeprefix("# ")


def anchor_of(heading: str) -> str:
    """A heading as anchors name it: ``Vắng mặt`` → ``vang-mat``."""
    return "-".join("".join(char if char.isalnum() else " " for char in fold(heading)).split())


def split_anchor(anchor: str) -> tuple[str, str]:
    """Page and heading of an anchor (``thoi-han#vang-mat``); the first page where it names none of ours."""
    page, _, heading = anchor.partition("#")
    return (page, heading) if page in PAGES else (PAGES[0], "")


class HelpDialog(QDialog):
    """The guide over the work: its pages at the left, one of them at the right; Esc closes it.

    Attributes:
        pages: the titles.
        browser: the page shown.
    """

    def __init__(self, anchor: str, parent: QWidget | None = None) -> None:
        """Open at ``anchor``."""
        super().__init__(parent)
        self.resize(self._roomy())
        self._wanted = self._heading = ""
        self.pages = QListWidget(self)
        self.pages.setAccessibleName(tr(CONTENTS))
        self.pages.addItems([title_of(read_page(name)) for name in PAGES])
        self.pages.setFixedWidth(self.pages.sizeHintForColumn(0) + 2 * self.fontMetrics().averageCharWidth())
        self.browser = QTextBrowser(self)
        self.browser.setOpenLinks(False)
        row = QHBoxLayout(self)
        row.addWidget(self.pages)
        row.addWidget(self.browser, 1)
        self.pages.currentRowChanged.connect(self._on_page_chosen)
        self.browser.anchorClicked.connect(self._on_link_clicked)
        self.turn_to(anchor)
        self.browser.setFocus()

    def turn_to(self, anchor: str) -> None:
        """Show the page of ``anchor``, from its heading on."""
        page, heading = split_anchor(anchor)
        self._wanted = heading
        if self.pages.currentRow() == PAGES.index(page):
            self._show_wanted()
        else:
            self.pages.setCurrentRow(PAGES.index(page))

    def top_heading(self) -> str:
        """The anchor of the heading the page was opened at; empty for its beginning."""
        return self._heading

    @Slot(int)
    def _on_page_chosen(self, number: int) -> None:
        text = read_page(PAGES[number])
        self.setWindowTitle(title_of(text))
        self.browser.setMarkdown(text)
        self._give_air()
        self._show_wanted()

    @Slot(QUrl)
    def _on_link_clicked(self, link: QUrl) -> None:
        name = link.path().removesuffix(".md") or PAGES[self.pages.currentRow()]
        self.turn_to(f"{name}#{link.fragment()}")

    def _roomy(self) -> QSize:
        """Large enough to read in, whatever the letters are scaled to, and never larger than the window."""
        letters, owner = self.fontMetrics(), self.parentWidget()
        wish = QSize(LETTERS_WIDE * letters.averageCharWidth(), LINES_HIGH * letters.height())
        return wish if owner is None else wish.boundedTo(owner.size() - QSize(AROUND, AROUND))

    def _give_air(self) -> None:
        """Markdown comes without a gap between paragraphs; the eye needs some."""
        line = self.fontMetrics().height()
        cursor = QTextCursor(self.browser.document())
        cursor.beginEditBlock()
        block = self.browser.document().begin()
        while block.isValid():
            is_heading, is_listed = block.blockFormat().headingLevel() > 0, block.textList() is not None
            air = QTextBlockFormat()
            air.setLineHeight(LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            if QTextCursor(block).currentTable() is None:
                air.setTopMargin(line if is_heading else 0)
                air.setBottomMargin(line / (4 if is_listed else 2))
            cursor.setPosition(block.position())
            cursor.mergeBlockFormat(air)
            block = block.next()
        cursor.endEditBlock()

    def _show_wanted(self) -> None:
        """What was asked for counts once: a title chosen afterwards shows its page from the beginning."""
        self._heading, self._wanted = self._wanted, ""
        self._show_heading()

    def _show_heading(self) -> None:
        """Bring the heading to the top; the beginning where the page has none of that name."""
        block = self._found()
        self.browser.setTextCursor(QTextCursor(self.browser.document() if block is None else block))
        top = 0.0
        if block is not None:
            top = self.browser.document().documentLayout().blockBoundingRect(block).top()
        self.browser.verticalScrollBar().setValue(int(top))

    def _found(self) -> QTextBlock | None:
        block = self.browser.document().begin()
        while self._heading and block.isValid():
            if block.blockFormat().headingLevel() and anchor_of(block.text()) == self._heading:
                return block
            block = block.next()
        return None

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Only now is the page as wide as it will be read.
        self._show_heading()


def open_help(parent: QWidget, anchor: str = "") -> HelpDialog:
    """Show the guide over ``parent`` at ``anchor``; Esc closes it."""
    dialog = HelpDialog(anchor, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
