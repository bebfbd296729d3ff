"""The screen of the book of controlled medicines, and what a screen says that could not be read."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog

from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.labels import label
from facility_app.modules.pharmacy.ui import book_page, count_page, places
from facility_app.modules.pharmacy.ui.book_page import BookPage
from facility_app.modules.pharmacy.ui.count_page import CountPage
from facility_app.modules.pharmacy.ui.printed import PaperPreview
from facility_app.ui.actions import why_not
from facility_app.ui.dialogs.form_dialog import FormDialog
from facility_app.ui.printing import BatchDialog
from facility_app.ui.widgets.states import State
from tests.modules.pharmacy.screens import Desk, cells, dialog, fill, sign
from tests.modules.pharmacy.store import Pharmacy


def test_the_book_shows_the_balance_after_each_row_and_is_signed_and_printed(
    desk: Desk, pharmacy: Pharmacy, tmp_path: Path
) -> None:
    pharmacy.take(pharmacy.dose("methadone", 60))
    page = desk.open(BookPage, places.BOOK, pharmacy["cabinet"], medicine=pharmacy["methadone"])
    assert page.books.row().book_id == f"{pharmacy['cabinet']} {pharmacy['methadone']}"
    assert [(row["in"], row["out"], row["balance"]) for row in cells(page.entries)] == [
        ("300 ml", "", "300 ml"),
        ("", "6 ml", "294 ml"),
    ]
    # A task about one row of the book opens the page that row stands on.
    ((row,),) = pharmacy.sql("SELECT id FROM stock_entry WHERE kind IN ('given', 'GIVEN')")
    door = desk.open(BookPage, places.BOOK, row)
    assert (door.books.row().book_id, door.entries.row().entry.entry_id) == (page.books.row().book_id, row)
    # Which row may be taken back is the ledger's to say, and the page says why before anybody tries.
    assert "trả lại liều" in str(door._why_not_correct())
    door.entries.select_when_here(door.entries.model.ids[0])
    assert door._why_not_correct() is None, "what came from the safe"
    page.verify()
    assert page.chain.text().startswith("Sổ đúng như đã ghi")
    assert (
        why_not(page.main_actions()[1], desk.screen.actor)
        == "Trang chưa ký nên chưa in được. Hãy ký, khóa trang trước."
    )
    page.sign()
    sign(page)
    assert desk.said().startswith("Đã ký, khóa 2 trang.")
    batch = dialog(page, BatchDialog)
    assert len(batch.model.items) == 2, "the pages just signed are offered to the printer at once"
    batch.reject()
    assert cells(page.pages)[0]["state"] == "Đã ký, khóa"
    page.print_page()
    preview = dialog(page, PaperPreview)
    assert pharmacy.sql("SELECT count(*) FROM issued_paper") == [(0,)], "a look issues nothing"
    preview.print_now()
    preview.print_now()
    assert len(desk.printer.orders) == 2
    assert pharmacy.sql("SELECT count(*) FROM issued_paper") == [(1,)]
    preview.save_to(str(tmp_path / "trang.pdf"))
    assert (tmp_path / "trang.pdf").exists()
    assert pharmacy.sql("SELECT max(nth) FROM paper_print") == [(3,)], "a file is printed elsewhere: it is counted"
    preview.close()
    page.entries.select_when_here(page.entries.model.ids[0])
    page.correct()
    fill(page, reason="ghi nhầm lô")
    sign(page)
    told = dialog(page, FormDialog)
    assert told.isVisible(), "six of the three hundred are in a body"
    told.done(QDialog.DialogCode.Rejected)


def test_a_page_that_could_not_be_read_says_so_and_can_be_asked_again(
    desk: Desk, pharmacy: Pharmacy, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> object:
        raise EnvironmentFault("file_busy", label("errors", "Tệp đang bận. Hãy thử lại."))

    rooms = (
        (book_page, "list_books", BookPage, places.BOOK, ""),
        (count_page, "list_places", CountPage, places.COUNT, pharmacy["safe"]),
    )
    for room, name, kind, place, record in rooms:
        with monkeypatch.context() as broken:
            broken.setattr(room, name, locked)
            page: Any = desk.open(kind, place, record)
            assert page.states.state() is State.ERROR
        page.states.retry_requested.emit()
        assert page.states.state() is State.CONTENT
