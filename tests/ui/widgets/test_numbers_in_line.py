"""The numbers of a strip stand in one line, however long the words above one of them."""

from itertools import combinations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets import BigNumberStrip, Figure
from tests.helpers.cases import each


def test_numbers_of_a_row_stand_in_one_line_and_no_tile_is_cut(dressed: Theme, qtbot: QtBot) -> None:
    strip = BigNumberStrip(dressed)
    qtbot.addWidget(strip)
    strip.set_figures(
        (
            Figure("present", "Có mặt", "290", below="so với sổ"),
            Figure("out", "Tạm thời ra ngoài theo yêu cầu tố tụng", "1"),
        )
    )
    strip.resize(2 * dressed.px(140), 200)
    strip.show()
    short, long = strip.tiles()
    assert short.heights(short.width())[0] < long.heights(long.width())[0]
    assert short.number_top() == long.number_top()
    _, number, below = short.heights(short.width())
    assert short.number_top() + number + below <= short.height()


@each(("scale", "width"), [(1.0, 1106), (1.0, 700), (1.5, 1000)])
def test_a_strip_of_many_has_one_row_of_large_numbers_and_the_rest_small_whole_and_each_a_door(
    scale: float, width: int, dressed: Theme, qtbot: QtBot
) -> None:
    dressed.set(scale=scale)
    strip = BigNumberStrip(dressed, most_rows=1)
    qtbot.addWidget(strip)
    long = "Tổ chưa có phiếu chấm công hôm nay"
    strip.set_figures([Figure(str(one), long, str(one), tone=Tone.WARNING) for one in range(23)])
    strip.resize(width, strip.heightForWidth(width))
    strip.show()
    tiles = strip.tiles()
    large = [one for one in tiles if one.y() == tiles[0].y()]
    small = tiles[len(large) :]
    assert large
    assert small
    assert not any(one.geometry().intersects(other.geometry()) for one, other in combinations(tiles, 2))
    assert all(strip.rect().contains(one.geometry()) for one in tiles)
    assert all(one.width() >= one.line_width() and one.height() < large[0].height() / 2 for one in small)
    opened: list[str] = []
    strip.activated.connect(opened.append)
    for one in (large[0], small[-1]):
        QTest.mouseClick(one, Qt.MouseButton.LeftButton)
    assert opened == ["0", "22"]
    strip.close()
    dressed.set(scale=1.0)
