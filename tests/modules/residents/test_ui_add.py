"""Writing somebody down: a card fills fields, a likely double is shown before saving, nothing typed is lost."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from typing_extensions import override

from facility_app.app.desk import Desk
from facility_app.kernel.actor import Role
from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look
from facility_app.modules.residents.queries.people import list_resident_ids
from facility_app.modules.residents.queries.person import get_resident
from facility_app.modules.residents.ui import entry
from facility_app.modules.residents.ui.add_person import AddPersonPage
from facility_app.modules.residents.ui.people_list import ADD_PAGE, PERSON_PAGE
from facility_app.modules.residents.ui.similar import SimilarDialog
from facility_app.ui.forms.choice_fields import ChoosingField
from facility_app.ui.forms.ime import ComposingLine
from facility_app.ui.shell.spec import Route
from facility_app.ui.tasks import InlineRunner
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import State
from tests.modules.residents.conftest import Screen
from tests.modules.residents.people import CARD, DUC

QR = "001201005678|012345678|Nguyễn Văn Đức|17052001|Nam|Số 5, Hàng Bạc, Hoàn Kiếm, Hà Nội|15042021"


def adding(screen: Screen) -> AddPersonPage:
    """The page, open."""
    page = screen.open(ADD_PAGE)
    assert isinstance(page, AddPersonPage)
    return page


def line(page: AddPersonPage, name: str) -> ComposingLine:
    """The editor of a field."""
    found = page.findChild(ComposingLine, f"{name}_edit")
    assert found is not None
    return found


def type_text(editor: ComposingLine, text: str) -> None:
    """Type letter by letter; letters no key of the test's keyboard has are put in as an input method does."""
    for letter in text:
        if letter.isascii():
            QTest.keyClicks(editor, letter)
        else:
            editor.insert(letter)


def type_in(page: AddPersonPage, **texts: str) -> None:
    """Type as a person does and go on with Enter."""
    for name, text in texts.items():
        page.form.focus_field(name)
        type_text(line(page, name), text)
        QTest.keyClick(line(page, name), Qt.Key.Key_Return)


def everybody(screen: Screen) -> tuple[str, ...]:
    """Ids of everybody in the file."""
    found: tuple[str, ...] = screen.read(lambda uow: list_resident_ids(uow, Look()))
    return found


def test_a_person_is_written_down_with_the_keyboard_alone(screen: Screen) -> None:
    page = adding(screen)
    type_in(page, name="Tran Van Em", birth="2001", sex="nam")
    QTest.keyClick(line(page, "sex"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (made,) = everybody(screen)
    person = screen.read(lambda uow: get_resident(uow, made)).person
    assert (person.name, person.birth_on, person.birth_year, person.sex) == ("Tran Van Em", None, 2001, "male")
    assert screen.went == [Route(PERSON_PAGE, made)]
    assert not page.has_unsaved()


def test_the_text_of_a_card_fills_the_fields_and_nothing_is_saved_yet(screen: Screen, qtbot: QtBot) -> None:
    page = adding(screen)
    with qtbot.waitSignal(page.form.card_read):
        type_text(line(page, "card_text"), QR)
    shown = {name: field.shown_typed() for name, field in page.form.fields.items()}
    assert shown["name"] == "Nguyễn Văn Đức"
    assert shown["birth"] == "17/05/2001"
    assert shown["sex"] == "Nam"
    assert shown["paper_kind"] == "Căn cước công dân"
    assert shown["paper_number"] == "001201005678"
    assert shown["old_number"] == "012345678"
    assert shown["card_text"] == ""
    assert everybody(screen) == ()


def test_a_card_that_cannot_be_read_says_which_part(screen: Screen, qtbot: QtBot) -> None:
    page = adding(screen)
    type_text(line(page, "card_text"), QR.replace("17052001", "99999999"))
    qtbot.waitUntil(lambda: "ngày sinh" in page.form.fields["card_text"].message())
    assert page.form.fields["name"].is_empty()


def test_somebody_alike_is_shown_while_typing_with_the_reasons(screen: Screen) -> None:
    kept = screen.person(DUC, papers=(CARD,))
    page = adding(screen)
    type_in(page, name="nguyen van duc", birth="17/05/2001", sex="nam")
    (candidate,) = page.similar.candidates()
    assert candidate.row.resident_id == kept.resident_id
    assert {"same_name", "same_birth"} <= set(candidate.match.reasons)


def told(page: AddPersonPage) -> list[str]:
    """What the card of likely people says."""
    QCoreApplication.sendPostedEvents()
    return [one.text() for one in page.similar.findChildren(QLabel) if one.isVisibleTo(page.similar)]


def test_nobody_alike_is_said_only_after_somebody_was_looked_for(screen: Screen) -> None:
    page = adding(screen)
    nobody = "Chưa thấy ai giống trong dữ liệu của cơ sở."
    assert nobody not in told(page)
    type_in(page, name="Bế Thị Không", birth="17/05/2001", sex="nữ")
    assert nobody in told(page)


def double(screen: Screen, page: AddPersonPage) -> SimilarDialog:
    """Save somebody who is alike; the question that comes."""
    type_in(page, name="Nguyen Van Duc", birth="17/05/2001", sex="nam")
    page.form.submit()
    asked = page.findChild(SimilarDialog)
    assert asked is not None
    return asked


def test_a_likely_double_is_asked_about_before_anything_is_saved(screen: Screen) -> None:
    kept = screen.person(DUC)
    page = adding(screen)
    asked = double(screen, page)
    assert everybody(screen) == (kept.resident_id,)
    opens = asked.findChild(QPushButton, f"open_{kept.code}")
    assert opens is not None
    opens.click()
    assert screen.went == [Route(PERSON_PAGE, kept.resident_id)]
    assert everybody(screen) == (kept.resident_id,)


def test_whoever_says_it_is_somebody_else_saves_a_second_file(screen: Screen) -> None:
    screen.person(DUC)
    page = adding(screen)
    double(screen, page).other_button.click()
    assert len(everybody(screen)) == 2


def test_looking_again_keeps_everything_typed_and_the_keyboard_where_it_was(screen: Screen, qtbot: QtBot) -> None:
    screen.person(DUC)
    page = adding(screen)
    asked = double(screen, page)
    asked.reject()
    qtbot.waitUntil(lambda: page.window().focusWidget() is line(page, "other_names"))
    assert page.form.fields["name"].shown_typed() == "Nguyen Van Duc"
    assert len(everybody(screen)) == 1


def test_after_a_kill_what_was_typed_is_offered_back(screen: Screen, qtbot: QtBot) -> None:
    page = adding(screen)
    type_in(page, name="Lê Thị Tám", birth="1988")
    # The program dies here: another window begins anew over the same file.
    page.hide()
    again = adding(screen)
    offer = again.keeper.offer()
    assert offer is not None
    assert again.form.fields["name"].is_empty()
    offer.recover_button.click()
    assert again.form.fields["name"].shown_typed() == "Lê Thị Tám"
    assert again.form.fields["birth"].shown_typed() == "1988"


def test_a_draft_is_gone_once_the_person_is_saved(screen: Screen) -> None:
    page = adding(screen)
    type_in(page, name="Lê Thị Tám", birth="1988", sex="nu")
    page.form.submit()
    page.open(page.route)
    assert page.keeper.offer() is None
    assert not page.has_unsaved()


def test_a_number_somebody_else_bears_is_refused_at_its_field(screen: Screen) -> None:
    screen.person(DUC, papers=(CARD,))
    page = adding(screen)
    type_in(page, name="Phạm Minh Khôi", birth="1970", sex="nam")
    page.form.fields["paper_kind"].set_value("cccd")
    page.form.fields["paper_number"].set_value(CARD.number)
    page.form.submit()
    asked = page.findChild(SimilarDialog)
    assert asked is not None
    asked.other_button.click()
    assert "26-0001" in page.form.fields["paper_number"].message()
    assert len(everybody(screen)) == 1


def test_no_paper_closes_the_number_and_asks_for_the_reason(screen: Screen) -> None:
    page = adding(screen)
    kind = page.form.fields["paper_kind"]
    assert isinstance(kind, ChoosingField)
    page.form.restore({"paper_kind": "=none\tKhông có giấy tờ"})
    number, reason = page.form.fields["paper_number"], page.form.fields["paper_none_reason"]
    assert (number.why_not() is not None, reason.why_not()) == (True, None)
    page.form.load(None)
    assert (number.why_not(), reason.isVisible()) == (None, False)


def test_a_number_that_contradicts_sex_or_birth_warns_when_its_field_is_left(screen: Screen) -> None:
    page = adding(screen)
    type_in(page, name="Le Van Sau", birth="05/06/2001", sex="nam", paper_kind="cccd", paper_number="001301005678")
    number = page.form.fields["paper_number"]
    assert "giới tính" in number.message()
    assert page.form.troubles() == {}
    page.form.fields["sex"].set_value("female")
    page.form.fields["sex"].settled.emit()
    assert number.message() == ""


@pytest.mark.parametrize("number", ["001301005678"])
def test_a_number_that_contradicts_the_person_is_saved_and_told(screen: Screen, number: str) -> None:
    page = adding(screen)
    type_in(page, name="Lê Văn Sáu", birth="05/06/2001", sex="nam")
    page.form.fields["paper_kind"].set_value("cccd")
    page.form.fields["paper_number"].set_value(number)
    page.form.submit()
    (told,) = screen.said
    assert told[1] is Tone.WARNING
    assert "giới tính" in told[0]


def test_a_nurse_does_not_find_the_page(screen: Screen) -> None:
    screen.sign_in(Role.NURSE)
    spec = next(one for one in entry.pages() if one.id == ADD_PAGE)
    assert not spec.is_open_to(screen.actor)


class FailingDesk(Desk):
    """A disk that fails until it is mended."""

    is_mended = False

    @override
    @contextmanager
    def read(self) -> Iterator[Any]:
        if not self.is_mended:
            raise EnvironmentFault("disk_fault", label("errors", "Ổ đĩa báo lỗi"))
        with super().read() as uow:
            yield uow


def test_a_disk_that_fails_at_the_first_reading_is_told_before_anything_is_typed(screen: Screen) -> None:
    desk = FailingDesk(screen.facility.database, screen.actor)
    screen.runner = InlineRunner(desk)
    page = adding(screen)
    assert page.states.state() is State.ERROR
    assert not page.form.isVisible()
    desk.is_mended = True
    page.states.retry_requested.emit()
    assert page.states.state() is State.CONTENT
    assert page.form.isVisible()
    assert line(page, "name").isEnabled()
    screen.runner.close()
