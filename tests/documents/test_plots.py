"""Curves on paper: told apart without colours, on the page, the same bytes again."""

import pytest

from facility_app.documents.engine import render
from facility_app.documents.payload import PlainPaper, Plot, PlotLine
from tests.documents.reading import FONTS, FOOTER, assert_on_paper, is_dark, pages_text

TICKS = ((0.0, "01/11"), (1.0, "02/11"))
LINES = (PlotLine("Mạch (lần/phút)", ((0, 60), (1, 500))), PlotLine("Nhiệt độ (°C)", ((0.5, 37),)))


def painted(*lines: PlotLine) -> bytes:
    plot = Plot(lines, (0, 2), (40, 200), TICKS, ((40, "40"), (200, "200")))
    return render(PlainPaper("PHIẾU", (plot,), FOOTER), FONTS)


def test_a_plot_names_its_lines_and_axes_and_keeps_on_the_page() -> None:
    pdf = painted(*LINES)
    assert_on_paper(pdf)
    (text,) = pages_text(pdf)
    assert all(one in text for one in ("Mạch (lần/phút)", "Nhiệt độ (°C)", "01/11", "200"))
    assert painted(*LINES) == pdf
    # A value off the scale lies on its edge: the same picture as that edge.
    edge = PlotLine(LINES[0].name, ((0, 60), (1, 200)))
    assert is_dark(painted(LINES[0]), 1) == is_dark(painted(edge), 1)
    assert sum(map(sum, is_dark(painted(*LINES), 1))) > sum(map(sum, is_dark(painted(), 1)))


def test_an_axis_without_a_length_is_no_plot() -> None:
    with pytest.raises(ValueError, match="no length"):
        Plot((), (1, 1), (0, 1))
