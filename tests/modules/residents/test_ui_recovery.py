"""A recovered draft never covers a later save, the home page's word leads to its tab, and no birth lies ahead."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facility_app.modules.residents.queries.person import get_resident
from facility_app.modules.residents.ui.add_person import AddPersonPage
from facility_app.modules.residents.ui.people_list import ADD_PAGE
from facility_app.ui.forms.conflict import ConflictDialog, Side
from facility_app.ui.forms.draft_store import Draft
from facility_app.ui.forms.ime import ComposingLine
from tests.modules.residents.conftest import Screen
from tests.modules.residents.pages import person_page
from tests.modules.residents.test_ui_person import identity_form, saved_elsewhere


def cut_off(screen: Screen, resident_id: str, **typed: str) -> Any:
    """Type into the form of the person's own facts until the program is killed; the page it stood on."""
    page = person_page(screen, resident_id)
    opened = identity_form(page)
    for name, text in typed.items():
        opened.form.fields[name].set_typed(text)
    opened.keeper.flush()
    opened.form.load(opened.form.loaded())
    opened.accept()
    return page


def test_a_draft_typed_before_somebody_else_saved_is_compared_and_both_are_kept(screen: Screen) -> None:
    kept = screen.person()
    cut_off(screen, kept.resident_id, occupation="Thợ hàn", note="nói to")
    saved_elsewhere(screen, kept.resident_id, occupation="Phụ hồ", height_cm=170, ethnicity="02")
    page = person_page(screen, kept.resident_id)
    again = identity_form(page)
    offer = again.keeper.offer()
    assert offer is not None
    offer.recover_button.click()
    asked = again.findChild(ConflictDialog)
    assert asked is not None
    rows = {row.name: (row.base, row.mine, row.theirs) for row in asked._rows}
    assert rows.pop("ethnicity") == ("Kinh", "Kinh", "Tày")
    assert rows == {
        "occupation": ("", "Thợ hàn", "Phụ hồ"),
        "note": ("nói ít", "nói to", "nói ít"),
        "height_cm": ("", "", "170"),
    }
    asked.choose("occupation", Side.THEIRS)
    asked._take.click()
    again.save_button.click()
    person = screen.read(lambda uow: get_resident(uow, kept.resident_id)).person
    assert (person.occupation, person.note, person.height_cm, person.ethnicity) == ("Phụ hồ", "nói to", 170, "02")


def test_a_draft_knows_the_person_and_the_tab_it_was_typed_on(screen: Screen) -> None:
    kept = screen.person()
    page = cut_off(screen, kept.resident_id, note="nói to")
    found: list[tuple[Draft, ...]] = []
    screen.context.drafts.all(page, found.append)
    ((draft,),) = found
    begun = draft.begun
    assert (begun.page, begun.record, begun.args) == (page.route.page, kept.resident_id, page.route.args)
    assert begun.title == "Sửa nhân thân · Nguyễn Văn Đức"
    assert begun.is_behind_door


@pytest.mark.parametrize(
    ("name", "typed", "words"),
    [
        ("birth", "3/3/2026", "“3/3/2026” là ngày chưa đến: hôm nay là 02/03/2026."),
        ("birth", "2027", "Năm sinh 2027 chưa đến: năm nay là 2026."),
        ("paper_issued_on", "03032026", "“03032026” là ngày chưa đến: hôm nay là 02/03/2026."),
    ],
)
def test_a_day_that_has_not_come_is_marked_on_leaving_its_field(
    screen: Screen, name: str, typed: str, words: str
) -> None:
    page = screen.open(ADD_PAGE)
    assert isinstance(page, AddPersonPage)
    page.form.focus_field(name)
    line = page.findChild(ComposingLine, f"{name}_edit")
    assert line is not None
    QTest.keyClicks(line, typed)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert page.form.fields[name].message().startswith(words)
    assert page.form.fields[name].typed() == typed
