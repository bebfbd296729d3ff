"""The home page says what was typed and not saved, leads back to it, and lets it go with a way to undo that."""

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from facility_app.kernel.actor import Role
from facility_app.kernel.labels import label
from facility_app.modules.tasks.api import RaiseTask, raise_task
from facility_app.ui.dialogs import FormDialog
from facility_app.ui.forms.draft_store import Begun
from facility_app.ui.shell.spec import Route
from facility_app.ui.theme import Tone
from tests.helpers.screens import House, Screens

WISH = RaiseTask("x.a", label("tasks", "{w}"), due=date(2026, 11, 20), role=Role.HEAD, params={"w": "a"},
                 subject_table="nowhere", subject_id="1", show_on=date(2026, 11, 1))  # fmt: skip
HERE = Begun(title="Thêm người", page="residents.add", args={"tab": "x"})


@pytest.fixture
def seat(desks: House) -> Screens:
    return desks.sit_down(Role.HEAD, Role.INTAKE)


def press(page: QWidget, name: str) -> None:
    found = page.findChild(QPushButton, name)
    assert found is not None
    found.click()


def test_nothing_typed_leaves_no_line(seat: Screens) -> None:
    unfinished = seat.open("tasks.today").unfinished
    assert (unfinished.isVisible(), unfinished.texts()) == (False, ())


def test_a_draft_typed_on_a_page_is_told_and_opened_where_it_was_typed(seat: Screens) -> None:
    typed = seat.open("residents.add")
    typed.form.fields["name"].set_typed("Nguyễn Văn")
    typed.flush()
    page = seat.open("tasks.today")
    assert page.unfinished.isVisible()
    assert page.unfinished.texts() == ("Thêm người cai nghiện · 1 mục, 21/11/2026 08:48",)
    press(page, "open_draft")
    assert (seat.went, seat.said) == ([Route("residents.add")], [])
    again = seat.open("residents.add")
    assert (again.keeper.offer(), again.form.fields["name"].typed()) == (None, "Nguyễn Văn")


def test_a_draft_typed_in_a_dialog_says_which_form_to_open_again(seat: Screens) -> None:
    seat.write(lambda uow: raise_task(uow, WISH))
    page = seat.open("tasks.list")
    page.deeds.hand_over(seat.open("tasks.today").worklist.task())
    dialog = seat.dialog(page, FormDialog)
    dialog.form.fields["reason"].set_typed("Đi công tác")
    dialog.keeper.flush()
    home = seat.open("tasks.today")
    (told,) = home.unfinished.texts()
    title = told.partition(" · 1 mục")[0]
    press(home, "open_draft")
    assert seat.went == [Route("tasks.list")]
    assert seat.said == [(f"Trên trang này hãy mở lại “{title}” để khôi phục phần gõ dở.", Tone.INFO)]


def test_a_draft_is_let_go_with_one_press_and_comes_back_by_undo(seat: Screens) -> None:
    seat.context.drafts.keep("k", {"a": "1"}, HERE)
    page = seat.open("tasks.today")
    press(page, "drop_draft")
    assert (page.unfinished.isVisible(), seat.said) == (False, [("Đã bỏ phần gõ dở: Thêm người", Tone.OK)])
    assert seat.undo is not None
    seat.undo()
    assert page.unfinished.texts() == ("Thêm người · 1 mục, 21/11/2026 08:48",)
    press(page, "open_draft")
    assert seat.went == [Route("residents.add", args={"tab": "x"})]


def test_the_newest_stand_first_and_a_crowd_waits_behind_one_press(seat: Screens) -> None:
    for number in range(5):
        seat.context.drafts.keep(f"k{number}", {"a": "1", "b": "2"}, Begun(title=f"Biểu {number}"))
        seat.facility.file.clock.advance(timedelta(minutes=1))
    page = seat.open("tasks.today")
    assert [one.partition(" · ")[0] for one in page.unfinished.texts()] == ["Biểu 4", "Biểu 3", "Biểu 2"]
    press(page, "more_drafts")
    assert len(page.unfinished.texts()) == 5


def test_a_draft_typed_on_no_page_has_no_door_that_leads_nowhere(seat: Screens) -> None:
    seat.context.drafts.keep("k", {"a": "1"})
    page = seat.open("tasks.today")
    assert page.unfinished.texts() == ("Việc gõ dở · 1 mục, 21/11/2026 08:48",)
    assert page.findChild(QPushButton, "open_draft") is None


def test_given_up_words_are_gone_before_the_home_page_looks(seat: Screens) -> None:
    typed = seat.open("residents.add")
    typed.form.fields["name"].set_typed("Nguyễn")
    typed.flush()
    found: list[tuple[str, ...]] = []

    def go_home() -> None:
        found.append(seat.open("tasks.today").unfinished.texts())

    typed.leave(go_home)
    press(typed, "give_up")
    assert found == [()]
