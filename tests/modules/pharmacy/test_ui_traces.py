"""The screen of traces: from a lot to its people and back."""

from pytestqt.qtbot import QtBot

from facility_app.modules.pharmacy.ui import places
from facility_app.modules.pharmacy.ui.traces_page import TracesPage
from facility_app.ui.dialogs.reason import ReasonDialog
from facility_app.ui.theme import Theme
from tests.modules.pharmacy.screens import Desk, cells, dialog
from tests.modules.pharmacy.store import HEAD, Pharmacy


def test_from_a_lot_to_its_people_and_back_and_nobody_of_a_private_one_without_a_reason(
    pharmacy: Pharmacy, dressed: Theme, qtbot: QtBot
) -> None:
    pharmacy.take(pharmacy.dose("methadone", 60))
    pharmacy.take(pharmacy.dose("tld", 1, "d2"))
    desk = Desk(pharmacy, dressed, qtbot, HEAD)
    page = desk.open(TracesPage, places.TRACES)
    page.lots.table.select_ids((pharmacy["M01"],))
    assert [(row["name"], row["amount"]) for row in cells(page.people)] == [("Nguyễn Văn Đức", "60 mg")]
    page.lots.table.select_ids((pharmacy["L01"],))
    assert cells(page.people) == []
    page.open_people()
    asked = dialog(page, ReasonDialog)
    asked.reason_edit.setPlainText("thu hồi lô theo công văn")
    asked.give_button.click()
    assert [row["name"] for row in cells(page.people)] == ["Nguyễn Văn Đức"]
    page.person.set_value(pharmacy["duc"])
    page.person.settled.emit()
    assert [row["lot"] for row in cells(page.taken)] == ["M01"]
    page.open_lots()
    asked = [one for one in page.findChildren(ReasonDialog) if one.isVisible()][-1]
    asked.reason_edit.setPlainText("khám lại")
    asked.give_button.click()
    assert {row["lot"] for row in cells(page.taken)} == {"L01", "M01"}
    # What a look opened is read on the screen only, and gone when the page is left.
    refusals: list[str] = []
    for card, row_id in ((page.people, pharmacy["duc"]), (page.taken, pharmacy["L01"])):
        card.table.refused.connect(refusals.append)
        card.table.select_ids((row_id,))
        card.table.copy_selection()
    assert [one.startswith("Dòng cần giữ kín") for one in refusals] == [True, True]
    page.hide()
    page.show()
    assert cells(page.people) == []
    assert [row["lot"] for row in cells(page.taken)] == ["M01"]
