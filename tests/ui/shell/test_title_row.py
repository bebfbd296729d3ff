"""The heading of a page: two lines before a word is lost, and never squeezed by what stands below."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from facility_app.ui.shell.title_row import TitleRow
from facility_app.ui.theme import Theme
from tests.ui.tasks.held import MemoryPlace

NAME = "Phiếu thu thập thông tin người cai nghiện"
BELOW = "1 liều · 0 đã dùng · 0 không dùng · 1 còn lại · chưa tính liều giữ kín"


def test_a_long_heading_takes_two_lines_and_what_stands_below_never_cuts_into_them(
    dressed: Theme, qtbot: QtBot
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    row, below = TitleRow(dressed, MemoryPlace().actor, page), QWidget(page)
    below.setMinimumHeight(400)
    column = QVBoxLayout(page)
    column.addWidget(row)
    column.addWidget(below, 1)
    row.show_names(NAME, BELOW)
    page.resize(300, 300)
    page.show()
    both = ((row.title, NAME), (row.subtitle, BELOW))
    for words, whole in both:
        assert words.text().replace("\n", " ") == whole
        assert words.text().count("\n") == 1
    qtbot.waitUntil(lambda: all(one.height() >= 2 * one.fontMetrics().height() - 1 for one, _ in both))
