"""What tests find on the page of one person."""

from typing import Any

from PySide6.QtWidgets import QWidget

from facility_app.modules.residents.ui.entry_card import EntryCard
from facility_app.modules.residents.ui.people_list import PERSON_PAGE
from facility_app.ui.dialogs.form_dialog import FormDialog
from facility_app.ui.record_page import RecordPage
from tests.modules.residents.conftest import Screen


def person_page(screen: Screen, resident_id: str, part: str = "") -> RecordPage:
    """The page of a person, open at a tab."""
    page = screen.open(PERSON_PAGE, resident_id, **({"tab": part} if part else {}))
    assert isinstance(page, RecordPage)
    return page


def tab(page: RecordPage) -> QWidget:
    """What the tab shown shows."""
    found = page.tabs.stack.currentWidget()
    assert found is not None
    return found


def dialog(page: QWidget) -> FormDialog[Any]:
    """The form that is open."""
    found = [one for one in page.findChildren(FormDialog) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def card(page: QWidget, kind: str) -> EntryCard:
    """The card of a list."""
    found = page.findChild(EntryCard, f"card_{kind}")
    assert found is not None
    return found
