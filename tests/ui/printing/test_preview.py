"""The preview shows the PDF itself, prints what is chosen, and without a printer saves it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from facility_app.ui.printing import Duplex, PreviewDialog
from facility_app.ui.printing.order_box import OrderBox
from facility_app.ui.printing.pdf_view import PdfView
from facility_app.ui.tasks import InlineRunner, Runner
from facility_app.ui.theme import Theme
from tests.ui.printing.papers import MemoryPrinter, pdf
from tests.ui.tasks.held import MemoryPlace, held_runner

Make = Callable[..., PreviewDialog]


@pytest.fixture
def window(dressed: Theme, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


@pytest.fixture
def make(window: QWidget, theme: Theme) -> Iterator[Make]:
    opened: list[PreviewDialog] = []

    def _make(printer: MemoryPrinter, *, pages: int = 3, runner: Runner | None = None) -> PreviewDialog:
        dialog = PreviewDialog(
            runner or InlineRunner(MemoryPlace()),
            theme,
            printer,
            pdf(pages),
            "V-31",
            file_name="V-31",
            parent=window,
        )
        opened.append(dialog)
        dialog.open()
        dialog.view.grab()
        return dialog

    yield _make
    for dialog in opened:
        dialog.close()


def test_preview_prints_as_chosen(make: Make, qtbot: QtBot) -> None:
    printer = MemoryPrinter()
    dialog = make(printer)
    box = dialog.order_box
    box.copies.edit.setText("3")
    box.duplex_combo.setCurrentIndex(1)
    box.pages_edit.setText("1-2")
    with qtbot.waitSignal(dialog.printed):
        dialog.print_button.button.click()
    order = printer.orders[0]
    assert (order.printer, order.copies, order.duplex, order.pages) == (
        "HP LaserJet 1020",
        3,
        Duplex.LONG_EDGE,
        (0, 1),
    )
    assert "HP LaserJet 1020" in dialog.said_label.text()


def test_button_says_how_many_copies(make: Make) -> None:
    dialog = make(MemoryPrinter())
    dialog.order_box.copies.edit.setText("12")
    assert dialog.print_button.button.text().strip() == "&In 12 bản"


@pytest.mark.parametrize("typed", ["", "0", "x", "²", "-1"])
def test_copies_that_are_no_number_print_nothing_and_say_why(make: Make, typed: str) -> None:
    printer = MemoryPrinter()
    dialog = make(printer)
    dialog.order_box.copies.edit.setText(typed)
    assert not dialog.print_button.button.isEnabled()
    assert "từ 1 đến 99" in dialog.print_button.why_not()
    dialog.print_now()
    assert printer.orders == []


def test_wrong_pages_are_said_and_nothing_is_printed(make: Make) -> None:
    printer = MemoryPrinter()
    dialog = make(printer)
    dialog.order_box.pages_edit.setText("9")
    dialog.print_now()
    assert printer.orders == []
    assert "tệp có 3 trang" in dialog.said_label.text()


def test_printer_without_the_way_chosen_falls_back_to_one_side(make: Make) -> None:
    printer = MemoryPrinter()
    dialog = make(printer)
    dialog.order_box.duplex_combo.setCurrentIndex(1)
    dialog.order_box.printer_combo.setCurrentIndex(1)
    dialog.print_now()
    assert (printer.orders[0].printer, printer.orders[0].duplex) == ("Brother HL", Duplex.ONE_SIDE)


def test_failed_print_is_said_and_can_be_tried_again(make: Make) -> None:
    printer = MemoryPrinter(jams_at=0)
    dialog = make(printer)
    dialog.print_now()
    assert dialog.said_label.text() == "Máy in kẹt giấy."
    dialog.print_now()
    assert len(printer.orders) == 1


def test_without_printer_it_says_so_and_saving_is_the_main_way(make: Make) -> None:
    dialog = make(MemoryPrinter(names=()))
    assert not dialog.print_button.isVisible()
    assert dialog.save_button.property("kind") == "primary"
    assert "chưa có máy in" in dialog.order_box.trouble()


def test_saved_file_is_the_pdf_itself(make: Make, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = make(MemoryPrinter(names=()))
    path = tmp_path / "V-31.pdf"
    with qtbot.waitSignal(dialog.saved):
        dialog.save_to(str(path))
    assert path.read_bytes() == pdf(3)
    assert "V-31.pdf" in dialog.said_label.text()


def test_place_to_save_is_asked_in_our_own_words(make: Make) -> None:
    dialog = make(MemoryPrinter())
    dialog.ask_where_to_save()
    asked = dialog.findChild(QFileDialog)
    assert asked is not None
    assert asked.testOption(QFileDialog.Option.DontUseNativeDialog)
    assert asked.windowTitle() == "Lưu thành tệp PDF"
    asked.close()


def test_printing_twice_at_once_is_not_possible(make: Make) -> None:
    held = held_runner()
    printer = MemoryPrinter()
    dialog = make(printer, runner=held.runner)
    while held.jobs.waiting:
        held.jobs.step_elsewhere()
        QApplication.sendPostedEvents()
        dialog.view.grab()
    dialog.print_now()
    waiting = len(held.jobs.waiting)
    dialog.print_now()
    assert len(held.jobs.waiting) == waiting
    held.jobs.close()


def test_wheel_over_a_choice_changes_nothing(dressed: Theme, qtbot: QtBot) -> None:
    box = OrderBox(dressed)
    qtbot.addWidget(box)
    box.set_printers(MemoryPrinter().printers())
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box.printer_combo, wheel)
    assert box.printer_combo.currentIndex() == 0


def test_arrows_step_copies_and_never_leave_the_bounds(dressed: Theme, qtbot: QtBot) -> None:
    box = OrderBox(dressed)
    qtbot.addWidget(box)
    QTest.keyClick(box.copies, Qt.Key.Key_Down)
    assert box.copies.value() == 1
    QTest.keyClick(box.copies, Qt.Key.Key_Up)
    assert box.copies.value() == 2
    box.copies.edit.setText("99")
    QTest.keyClick(box.copies, Qt.Key.Key_Up)
    assert box.copies.value() == 99


@pytest.fixture
def view(dressed: Theme, qtbot: QtBot) -> PdfView:
    made = PdfView(InlineRunner(MemoryPlace()), dressed)
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.show()
    return made


def test_only_pages_in_sight_are_drawn(view: PdfView) -> None:
    view.show_pdf(pdf(9))
    view.grab()
    assert view.page_count() == 9
    assert view.is_drawn(0)
    assert not view.is_drawn(5)
    view.go_to(5)
    view.grab()
    assert view.page() == 5
    assert view.is_drawn(5)


def test_zoom_steps_and_fits_again_on_the_same_page(view: PdfView) -> None:
    view.show_pdf(pdf(5))
    view.go_to(3)
    fitted = view.zoom()
    view.zoom_in()
    assert view.zoom() > fitted
    assert not view.is_fitted()
    assert view.page() == 3
    view.zoom_out()
    view.zoom_out()
    assert view.zoom() < fitted
    view.fit_width()
    assert view.zoom() == fitted
    assert view.page() == 3


def test_late_picture_of_the_document_before_is_dropped(dressed: Theme, qtbot: QtBot) -> None:
    held = held_runner()
    view = PdfView(held.runner, dressed)
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show()
    view.show_pdf(pdf(2))
    view.show_pdf(pdf(7))
    with qtbot.waitSignal(view.opened):
        held.jobs.step_elsewhere()
        held.jobs.step_elsewhere()
    assert view.page_count() == 7
    held.jobs.close()


def test_damaged_document_is_told_and_shows_nothing(view: PdfView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.failed) as told:
        view.show_pdf(b"no pdf")
    assert told.args is not None
    assert told.args[0].code == "pdf_unreadable"
    assert view.page_count() == 0


def test_home_and_end_go_to_first_and_last_page(view: PdfView) -> None:
    view.show_pdf(pdf(5))
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.page() == 4
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.page() == 0
