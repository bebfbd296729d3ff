"""The numbers of a strip stand in one line, however long the words above one of them."""

from pytestqt.qtbot import QtBot

from facility_app.ui.theme import Theme
from facility_app.ui.widgets import BigNumberStrip, Figure


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
