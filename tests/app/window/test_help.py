"""F1 opens the page of the guide that belongs to the work in view, and the guide speaks as the screens do."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QListWidget, QWidget
from pytestqt.qtbot import QtBot

from facility_app.app.lacking import BACKUP_HELP
from facility_app.app.pages import PAGES, PARTS
from facility_app.app.window.help import PAGES as GUIDE
from facility_app.app.window.help import (
    HelpDialog,
    anchor_of,
    guide_folder,
    open_help,
    read_page,
    split_anchor,
    title_of,
)
from facility_app.ui.theme import Theme
from installer.words import all_labels

ANCHORS = {
    **{spec.id: spec.help for spec in PAGES},
    **{part.id: part.help for parts in PARTS.values() for part in parts},
    "lacking.backup": BACKUP_HELP,
}
"""Page or tab, or what is cured there → where the guide speaks of it."""
OF_SCREENS = [name for name in GUIDE if name != "bat-dau"]
"""Pages that speak of the screens; the first steps are commands."""


NOT_PRESSED = {"một lần", "?", "⋯"}
"""Heavy letters that name nothing of the screens."""


def headings(name: str) -> list[str]:
    return [anchor_of(line.lstrip("# ")) for line in read_page(name).splitlines() if line.startswith("#")]


def test_what_a_page_names_in_the_guide_stands_there() -> None:
    known = {f"{name}#{heading}" for name in GUIDE for heading in headings(name)}
    assert {owner: anchor for owner, anchor in ANCHORS.items() if anchor and anchor not in known} == {}


def test_every_page_and_tab_has_its_place_in_the_guide() -> None:
    assert [owner for owner, anchor in ANCHORS.items() if not anchor] == []


def test_the_guide_offers_every_page_it_has() -> None:
    assert {f"{name}.md" for name in GUIDE} == {path.name for path in guide_folder().glob("*.md")}


@pytest.mark.parametrize("name", GUIDE)
def test_no_two_headings_of_a_page_have_one_name_and_its_links_lead_somewhere(name: str) -> None:
    found = headings(name)
    assert len(found) == len(set(found))
    for page, heading in re.findall(r"\]\(([a-z-]+)\.md#?([a-z0-9-]*)\)", read_page(name)):
        assert page in GUIDE
        assert not heading or heading in headings(page)


@pytest.mark.parametrize("name", OF_SCREENS)
def test_what_the_guide_says_to_press_is_called_so_on_the_screens(name: str) -> None:
    said = {re.sub(r"&(?=\w)", "", text) for _, text in all_labels()}
    told = set(re.findall(r"\*\*([^*]+)\*\*", read_page(name))) - NOT_PRESSED
    assert sorted(told - said) == []


def test_an_anchor_is_the_heading_without_marks() -> None:
    assert anchor_of("Vắng mặt") == "vang-mat"
    assert anchor_of("Nền tối, cỡ chữ, ngôn ngữ") == "nen-toi-co-chu-ngon-ngu"
    assert split_anchor("thoi-han#vang-mat") == ("thoi-han", "vang-mat")
    assert split_anchor("") == split_anchor("today") == (GUIDE[0], "")


@pytest.fixture
def dialog(dressed: Theme, qtbot: QtBot) -> Iterator[HelpDialog]:
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.show()
    made = open_help(owner, "thoi-han#vang-mat")
    with qtbot.waitExposed(made):
        made.show()
    yield made
    owner.close()


def place_of_heading(dialog: HelpDialog) -> float:
    """How far down the heading stands, as a part of what is seen of the page."""
    return dialog.browser.cursorRect().top() / dialog.browser.viewport().height()


def test_the_page_opens_at_its_heading(dialog: HelpDialog) -> None:
    assert dialog.windowTitle() == "Thời hạn"
    assert dialog.browser.textCursor().block().text() == "Vắng mặt"
    assert 0 <= place_of_heading(dialog) < 0.1


def test_another_page_is_chosen_from_the_titles_and_begins_at_its_beginning(dialog: HelpDialog) -> None:
    titles = dialog.findChild(QListWidget)
    assert titles is not None
    assert [titles.item(number).text() for number in range(titles.count())] == [
        title_of(read_page(name)) for name in GUIDE
    ]
    titles.setCurrentRow(GUIDE.index("van-ban"))
    assert dialog.windowTitle() == "Văn bản"
    assert dialog.top_heading() == ""
    assert dialog.browser.verticalScrollBar().value() == 0


def test_a_link_leads_to_the_other_page_and_its_heading(dialog: HelpDialog) -> None:
    dialog.browser.anchorClicked.emit(QUrl("van-ban.md#kiem-tra-ma-qr"))
    assert dialog.windowTitle() == "Văn bản"
    assert dialog.top_heading() == "kiem-tra-ma-qr"
    assert dialog.browser.textCursor().block().text() == "Kiểm tra mã QR"
    assert 0 <= place_of_heading(dialog) < 1
