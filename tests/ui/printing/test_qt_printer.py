"""The system's printers: a page laid on paper is the page of the PDF, and what is not there is said."""

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from facility_app.kernel.errors import EnvironmentFault
from facility_app.ui.printing import PrintOrder, QtPrinter
from facility_app.ui.printing.pdf import page_image, page_sizes
from facility_app.ui.printing.qt_printer import draw_on
from facility_app.ui.tasks import StoppedError
from tests.ui.printing.papers import A4_WIDE, pdf


def go_on() -> None:
    """Nobody stops it."""


def paper(path: Path) -> QPrinter:
    """A printer whose paper is a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(100)
    return printer


def test_printer_that_is_gone_is_said(qapp: QApplication) -> None:
    with pytest.raises(EnvironmentFault, match="printer_gone"):
        QtPrinter().print_pdf(pdf(), PrintOrder("no such printer"), go_on)


def test_printers_come_with_at_most_one_default(qapp: QApplication) -> None:
    assert sum(one.is_default for one in QtPrinter().printers()) <= 1


def test_paper_has_the_pages_at_their_own_size_and_place(qapp: QApplication, tmp_path: Path) -> None:
    file = tmp_path / "out.pdf"
    printed = draw_on(paper(file), pdf(3), PrintOrder("x"), go_on)
    assert printed.count == 3
    sizes = page_sizes(file.read_bytes())
    assert [(round(size.width), round(size.height)) for size in sizes] == [(595, 842)] * 3
    second = page_image(file.read_bytes(), 1, 72)
    assert second.pixelColor(195, 842 - 195).value() < 40
    assert second.pixelColor(205, 842 - 205).value() > 215


def test_chosen_pages_and_copies_come_out_in_order(qapp: QApplication, tmp_path: Path) -> None:
    file = tmp_path / "out.pdf"
    printed = draw_on(paper(file), pdf(3), PrintOrder("x", copies=2, pages=(2, 0)), go_on)
    assert printed.count == 4
    content = file.read_bytes()
    edges = []
    for number in range(len(page_sizes(content))):
        picture = page_image(content, number, 72)
        edges.append(sum(picture.pixelColor(x, 840).value() < 40 for x in range(0, 595, 10)) * 10)
    assert edges in ([300, 100, 300, 100], [300, 100])


def test_wide_page_lies_on_wide_paper(qapp: QApplication, tmp_path: Path) -> None:
    file = tmp_path / "out.pdf"
    draw_on(paper(file), pdf(1, A4_WIDE), PrintOrder("x"), go_on)
    size = page_sizes(file.read_bytes())[0]
    assert (round(size.width), round(size.height)) == (842, 595)


def test_stopped_between_pages_lets_the_stop_out(qapp: QApplication, tmp_path: Path) -> None:
    seen: list[int] = []

    def stop_at_second() -> None:
        seen.append(1)
        if len(seen) == 2:
            raise StoppedError

    with pytest.raises(StoppedError):
        draw_on(paper(tmp_path / "out.pdf"), pdf(3), PrintOrder("x"), stop_at_second)
    assert len(seen) == 2


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_paper_that_cannot_be_begun_is_said(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match="print_failed"):
        draw_on(paper(tmp_path / "missing" / "out.pdf"), pdf(1), PrintOrder("x"), go_on)
