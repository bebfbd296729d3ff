"""Many papers: one that fails stops none of the others, is told with its reason, and can be done again alone."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.ui.printing import BatchDialog, BatchItem, PrintOrder
from facility_app.ui.printing.batch import ItemState
from facility_app.ui.tasks import InlineRunner, Runner
from facility_app.ui.theme import Theme
from tests.ui.printing.papers import MemoryPrinter, pdf
from tests.ui.tasks.held import MemoryPlace, held_runner

NO_DATE = UserError("no_date", label("errors", "Chưa có ngày quyết định."))


class Papers:
    """Papers of which some cannot be made yet."""

    def __init__(self, broken: set[int]) -> None:
        self.broken = broken

    def make(self, number: int) -> bytes:
        if number in self.broken:
            raise NO_DATE
        return pdf(1)

    def items(self, count: int) -> list[BatchItem]:
        return [BatchItem(f"Thẻ {n}", f"the-{n}", lambda n=n: self.make(n)) for n in range(count)]  # type: ignore[misc]  # mypy cannot type a default


@pytest.fixture
def window(dressed: Theme, qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    yield made
    for dialog in made.findChildren(BatchDialog):
        dialog.close()


def batch(
    window: QWidget,
    theme: Theme,
    printer: MemoryPrinter,
    papers: Papers,
    count: int = 4,
    runner: Runner | None = None,
) -> BatchDialog:
    made = BatchDialog(
        runner or InlineRunner(MemoryPlace()),
        theme,
        printer,
        papers.items(count),
        label("ui", "In thẻ người cai nghiện"),
        parent=window,
    )
    made.open()
    return made


def states(dialog: BatchDialog) -> list[ItemState]:
    return [dialog.model.state(row) for row in range(dialog.model.rowCount())]


def test_one_that_fails_stops_none_of_the_others(window: QWidget, theme: Theme, qtbot: QtBot) -> None:
    printer = MemoryPrinter()
    dialog = batch(window, theme, printer, Papers({1}))
    with qtbot.waitSignal(dialog.ended) as ended:
        dialog.print_button.click()
    assert ended.args == [(0, 2, 3), (1,)]
    assert [order.title for order in printer.orders] == ["the-0", "the-2", "the-3"]
    assert dialog.model.line(1) == "Thẻ 1 – Chưa có ngày quyết định."
    assert "Xong 3 / 4 mục; 1 mục chưa được" in dialog.said_label.text()


def test_only_what_failed_is_printed_again(window: QWidget, theme: Theme) -> None:
    printer, papers = MemoryPrinter(jams_at=2), Papers({1})
    dialog = batch(window, theme, printer, papers)
    dialog.print_button.click()
    assert dialog.print_button.text() == "&In lại 2 mục chưa được"
    papers.broken.clear()
    printer.orders.clear()
    dialog.print_button.click()
    assert [order.title for order in printer.orders] == ["the-1", "the-3"]
    assert states(dialog) == [ItemState.DONE] * 4
    assert not dialog.print_button.isVisible()
    assert dialog.said_label.text() == "Xong cả 4 mục."


def test_list_of_failures_can_be_copied(window: QWidget, theme: Theme) -> None:
    dialog = batch(window, theme, MemoryPrinter(), Papers({0, 2}))
    dialog.print_button.click()
    dialog.copy_button.click()
    copied = QGuiApplication.clipboard().text()
    assert copied == "Thẻ 0 – Chưa có ngày quyết định.\nThẻ 2 – Chưa có ngày quyết định."


def test_without_printer_each_is_saved_as_a_file(window: QWidget, theme: Theme, tmp_path: Path) -> None:
    dialog = batch(window, theme, MemoryPrinter(names=()), Papers({1}))
    assert not dialog.print_button.isVisible()
    assert dialog.save_button.property("kind") == "primary"
    dialog.save_to(str(tmp_path))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["the-0.pdf", "the-2.pdf", "the-3.pdf"]


def test_folder_that_cannot_be_written_fails_each_with_its_reason(
    window: QWidget, theme: Theme, tmp_path: Path
) -> None:
    dialog = batch(window, theme, MemoryPrinter(), Papers(set()), 2)
    dialog.save_to(str(tmp_path / "missing"))
    assert states(dialog) == [ItemState.FAILED] * 2
    assert "the-0.pdf" in dialog.model.reason(0)


def test_stop_lets_the_one_at_the_printer_finish_and_begins_no_other(
    window: QWidget, theme: Theme, qtbot: QtBot
) -> None:
    held = held_runner()
    printer = MemoryPrinter()
    dialog = batch(window, theme, printer, Papers(set()), runner=held.runner)
    with qtbot.waitSignal(dialog.order_box.changed):
        held.jobs.step_elsewhere()
    dialog.print_button.click()
    assert states(dialog)[0] is ItemState.RUNNING
    dialog.stop_button.click()
    with qtbot.waitSignal(dialog.ended) as ended:
        held.jobs.step_elsewhere()
    assert ended.args == [(0,), ()]
    assert states(dialog) == [ItemState.DONE, *[ItemState.WAITING] * 3]
    assert held.jobs.waiting == []
    assert dialog.print_button.text() == "&In 3 mục"
    assert "Đã dừng: xong 1 / 4" in dialog.said_label.text()


def test_closed_while_printing_tells_nobody(window: QWidget, theme: Theme, qtbot: QtBot) -> None:
    held = held_runner()
    printer = MemoryPrinter()
    dialog = batch(window, theme, printer, Papers(set()), runner=held.runner)
    with qtbot.waitSignal(dialog.order_box.changed):
        held.jobs.step_elsewhere()
    dialog.print_button.click()
    dialog.close()
    qtbot.waitUntil(lambda: not isValid(dialog))
    held.jobs.step_elsewhere()
    qtbot.waitUntil(lambda: not held.runner.is_busy)
    assert len(printer.orders) == 1


def test_copies_that_are_no_number_begin_nothing(window: QWidget, theme: Theme) -> None:
    printer = MemoryPrinter()
    dialog = batch(window, theme, printer, Papers(set()))
    dialog.order_box.copies.edit.setText("")
    dialog.print_button.click()
    assert printer.orders == []
    assert "từ 1 đến 99" in dialog.error_label.text()


def test_what_is_written_down_first_stands_before_the_paper_leaves(window: QWidget, theme: Theme) -> None:
    printer, decided = MemoryPrinter(), list[tuple[int, int]]()

    def decide(number: int, _uow: object, order: PrintOrder | None) -> Callable[[], bytes]:
        if number == 1:
            raise NO_DATE
        decided.append((number, 0 if order is None else order.copies))
        return partial(pdf, 1)

    items = [BatchItem(f"Thẻ {n}", f"the-{n}", decide=partial(decide, n)) for n in range(3)]
    title = label("ui", "In thẻ người cai nghiện")
    dialog = BatchDialog(InlineRunner(MemoryPlace()), theme, printer, items, title, parent=window)
    dialog.open()
    dialog.order_box.copies.edit.setText("2")
    dialog.print_now()
    assert decided == [(0, 2), (2, 2)]
    assert states(dialog) == [ItemState.DONE, ItemState.FAILED, ItemState.DONE]
    assert [order.title for order in printer.orders] == ["the-0", "the-2"]


def test_a_file_is_a_decision_without_an_order(window: QWidget, theme: Theme, tmp_path: Path) -> None:
    orders: list[PrintOrder | None] = []

    def decide(_uow: object, order: PrintOrder | None) -> Callable[[], bytes]:
        orders.append(order)
        return partial(pdf, 1)

    items = [BatchItem("Thẻ", "the", decide=decide)]
    title = label("ui", "In thẻ người cai nghiện")
    dialog = BatchDialog(InlineRunner(MemoryPlace()), theme, MemoryPrinter(), items, title, parent=window)
    dialog.open()
    dialog.save_to(str(tmp_path))
    assert orders == [None]
    assert (tmp_path / "the.pdf").read_bytes().startswith(b"%PDF")
