"""A form in a dialog: what is refused stays typed, what is saved is told once, unsaved words are asked about."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QRadioButton, QScrollArea, QWidget

from facility_app.kernel.errors import ConflictError, UserError
from facility_app.kernel.labels import label
from facility_app.ui.dialogs.form_dialog import Filing, FormDialog, Kept
from facility_app.ui.forms.conflict import ConflictDialog, Side
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.ime import ComposingLine
from facility_app.ui.forms.text_fields import NameField, TextField
from facility_app.ui.tasks.runner import InlineRunner
from facility_app.ui.theme import Theme
from tests.ui.forms.conftest import Desk
from tests.ui.forms.test_drafts import MemoryDrafts

KEY = "notes/1"


@dataclass(frozen=True, slots=True)
class Slip:
    """What the form shows."""

    name: str | None = None
    street: str | None = None


@dataclass
class Drawer:
    """The service behind the dialog, and what is kept in it.

    Attributes:
        fault: raised once by the next save.
    """

    kept: Kept[Slip] = field(default_factory=lambda: Kept(Slip("An", "Hàng Bạc"), 1, "Hương đã lưu lúc 08:00."))
    saved: list[Mapping[str, object]] = field(default_factory=list)
    fault: Exception | None = None

    def save(self, _uow: Any, values: Mapping[str, object], version: int) -> str:
        """Keep it, unless somebody saved meanwhile."""
        fault, self.fault = self.fault, None
        if fault is not None:
            raise fault
        if version != self.kept.version:
            raise ConflictError("record_changed", label("errors", "Người khác vừa lưu."))
        self.saved.append(dict(values))
        return "saved"

    def again(self, _uow: Any) -> Kept[Slip]:
        """As it is now."""
        return self.kept


class Commits:
    """A unit of work that only commits."""

    change = type("Change", (), {"records": frozenset(), "tables": frozenset()})()

    def commit(self) -> None:
        """Nothing to do."""


@pytest.fixture
def drawer() -> Drawer:
    """One slip in it."""
    return Drawer()


@pytest.fixture
def drafts() -> MemoryDrafts:
    """No draft yet."""
    return MemoryDrafts()


@pytest.fixture
def opened(
    drawer: Drawer, drafts: MemoryDrafts, theme: Theme, show: Callable[[QWidget], None]
) -> Iterator[FormDialog[Slip]]:
    """The form of the slip, as it was read; its window lives as long as the test."""
    around = QWidget()
    show(around)
    yield open_over(around, drawer, drafts, theme)
    around.hide()


@pytest.fixture
def show(qtbot: Any) -> Callable[[QWidget], None]:
    """Show a window the keyboard goes to."""

    def _show(widget: QWidget) -> None:
        qtbot.addWidget(widget)
        widget.resize(1000, 700)
        widget.show()

    return _show


def open_over(around: QWidget, drawer: Drawer, drafts: MemoryDrafts, theme: Theme) -> FormDialog[Slip]:
    """Open it."""
    form: Form[Slip] = Form(Slip, with_bar=False)
    form.add(NameField("name", label("ui", "Tên"), is_required=True), TextField("street", label("ui", "Đường")))
    runner = InlineRunner(Desk(Commits()))
    runner.setParent(around)
    filing = Filing(key=KEY, save=drawer.save, again=drawer.again)
    made = FormDialog(theme, runner, drafts, form, filing, title="Phiếu", parent=around)
    made.open_with(drawer.kept.value, drawer.kept.version)
    return made


def line(dialog: QWidget, name: str) -> ComposingLine:
    """An editor."""
    found = dialog.findChild(ComposingLine, f"{name}_edit")
    assert found is not None
    return found


def test_control_enter_saves_tells_the_answer_and_closes(opened: FormDialog[Slip], drawer: Drawer) -> None:
    told: list[object] = []
    opened.saved.connect(told.append)
    QTest.keyClicks(line(opened, "street"), " 5")
    QTest.keyClick(line(opened, "street"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert drawer.saved == [{"name": "An", "street": "Hàng Bạc 5"}]
    assert told == ["saved"]
    assert not opened.isVisible()


def test_enter_in_the_last_field_leads_to_the_button_that_saves(opened: FormDialog[Slip]) -> None:
    opened.form.focus_field("street")
    QTest.keyClick(line(opened, "street"), Qt.Key.Key_Return)
    assert opened.focusWidget() is opened.save_button


def test_a_refusal_stands_at_its_field_and_keeps_what_was_typed(opened: FormDialog[Slip], drawer: Drawer) -> None:
    words = label("errors", "Không có đường này.")
    drawer.fault = UserError("no_street", words, fields={"street": words})
    opened.form.fields["street"].set_typed("Hàng Khói")
    opened.save_button.click()
    assert opened.isVisible()
    assert opened.form.fields["street"].message() == "Không có đường này."
    assert opened.form.fields["street"].typed() == "Hàng Khói"


def test_after_a_refusal_of_the_whole_the_keyboard_is_where_it_was_and_every_field_is_seen(
    opened: FormDialog[Slip], drawer: Drawer, qtbot: Any
) -> None:
    drawer.fault = UserError("taken", label("errors", "Trùng lịch với một việc khác vào cùng giờ. " * 6))
    opened.form.focus_field("street")
    QTest.keyClick(line(opened, "street"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert opened.isVisible()
    assert opened.focusWidget() is line(opened, "street")
    area = opened.form.findChild(QScrollArea)
    assert area is not None
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)


def test_a_fault_of_the_program_is_told_and_nothing_is_lost(
    opened: FormDialog[Slip], drawer: Drawer, qtbot: Any
) -> None:
    drawer.fault = KeyError("oh")
    opened.form.fields["street"].set_typed("Hàng Khói")
    with qtbot.capture_exceptions():
        opened.save_button.click()
    assert not opened.error_label.isHidden()
    assert opened.form.fields["street"].typed() == "Hàng Khói"
    assert opened.save_button.isEnabled()


def test_when_somebody_saved_meanwhile_three_sides_are_shown_and_the_choice_is_saved(
    opened: FormDialog[Slip], drawer: Drawer
) -> None:
    opened.form.fields["name"].set_typed("Anh")
    drawer.kept = Kept(Slip("Ân", "Hàng Gai"), 2, "Hương đã lưu lúc 08:00.")
    opened.save_button.click()
    asked = opened.findChild(ConflictDialog)
    assert asked is not None
    assert {row.name: (row.base, row.mine, row.theirs) for row in asked._rows} == {
        "name": ("An", "Anh", "Ân"),
        "street": ("Hàng Bạc", "Hàng Bạc", "Hàng Gai"),
    }
    mine, take = asked.findChild(QRadioButton, "name_mine"), asked.findChild(QPushButton, "take")
    assert mine is not None
    assert take is not None
    mine.click()
    take.click()
    assert not drawer.saved
    opened.save_button.click()
    assert drawer.saved == [{"name": "Anh", "street": "Hàng Gai"}]


def test_going_back_from_the_conflict_keeps_what_was_typed(opened: FormDialog[Slip], drawer: Drawer) -> None:
    opened.form.fields["name"].set_typed("Anh")
    drawer.kept = replace(drawer.kept, version=2)
    opened.save_button.click()
    asked = opened.findChild(ConflictDialog)
    assert asked is not None
    asked.reject()
    assert opened.form.fields["name"].typed() == "Anh"
    assert not drawer.saved


def test_escape_closes_what_is_unchanged_and_asks_about_what_is_not(opened: FormDialog[Slip]) -> None:
    opened.form.fields["name"].set_typed("Anh")
    opened.reject()
    assert opened.isVisible()
    asked = opened.findChild(QWidget, "leave_dialog")
    assert asked is not None
    give_up = asked.findChild(QPushButton, "give_up")
    assert give_up is not None
    give_up.click()
    assert not opened.isVisible()


def test_unchanged_it_closes_without_a_question(opened: FormDialog[Slip]) -> None:
    opened.reject()
    assert not opened.isVisible()


def test_what_was_typed_before_a_kill_is_offered_back(
    opened: FormDialog[Slip], drawer: Drawer, drafts: MemoryDrafts, theme: Theme
) -> None:
    opened.form.fields["name"].set_typed("Anh")
    opened.keeper.flush()
    around = opened.parentWidget()
    assert isinstance(around, QWidget)
    again = open_over(around, drawer, drafts, theme)
    offer = again.keeper.offer()
    assert offer is not None
    offer.recover_button.click()
    assert again.form.fields["name"].typed() == "Anh"


def test_saving_drops_the_draft(opened: FormDialog[Slip], drafts: MemoryDrafts) -> None:
    opened.form.fields["name"].set_typed("Anh")
    opened.keeper.flush()
    assert KEY in drafts.held
    opened.save_button.click()
    assert KEY not in drafts.held


def test_a_draft_over_an_older_version_brings_the_conflict_and_what_is_chosen_is_saved(
    opened: FormDialog[Slip], drawer: Drawer, drafts: MemoryDrafts, theme: Theme
) -> None:
    opened.form.fields["name"].set_typed("Anh")
    opened.keeper.flush()
    drawer.kept = Kept(Slip("Ân", "Hàng Gai"), 2)
    around = opened.parentWidget()
    assert isinstance(around, QWidget)
    again = open_over(around, drawer, drafts, theme)
    offer = again.keeper.offer()
    assert offer is not None
    offer.recover_button.click()
    asked = again.findChild(ConflictDialog)
    assert asked is not None
    assert {row.name: (row.base, row.mine, row.theirs) for row in asked._rows} == {
        "name": ("An", "Anh", "Ân"),
        "street": ("Hàng Bạc", "Hàng Bạc", "Hàng Gai"),
    }
    asked.choose("name", Side.MINE)
    take = asked.findChild(QPushButton, "take")
    assert take is not None
    take.click()
    again.save_button.click()
    assert drawer.saved == [{"name": "Anh", "street": "Hàng Gai"}]
    assert KEY not in drafts.held


def test_what_is_typed_after_a_conflict_is_kept_as_typed_over_the_version_of_now(
    opened: FormDialog[Slip], drawer: Drawer, drafts: MemoryDrafts
) -> None:
    opened.form.fields["name"].set_typed("Anh")
    drawer.kept = Kept(Slip("An", "Hàng Gai"), 2)
    opened.save_button.click()
    asked = opened.findChild(ConflictDialog)
    assert asked is not None
    take = asked.findChild(QPushButton, "take")
    assert take is not None
    take.click()
    opened.keeper.flush()
    begun = drafts.held[KEY].begun
    assert (begun.version, begun.base, begun.title) == (2, {"name": "An", "street": "Hàng Gai"}, "Phiếu")
    assert begun.is_behind_door


def test_a_form_longer_than_its_window_scrolls_and_its_buttons_are_in_reach(
    drawer: Drawer, drafts: MemoryDrafts, dressed: Theme, show: Callable[[QWidget], None]
) -> None:
    dressed.set(scale=1.5)
    around = QWidget()
    show(around)
    around.resize(1200, 600)
    form: Form[Slip] = Form(Slip, with_bar=False)
    names = ("name", "street", *(f"line{one}" for one in range(12)))
    for name in names:
        form.add(TextField(name, label("ui", "Đường")))
    filing: Filing[Slip] = Filing(key=KEY, save=drawer.save, again=drawer.again)
    runner = InlineRunner(Desk(Commits()))
    runner.setParent(around)
    dialog = FormDialog(dressed, runner, drafts, form, filing, title="Phiếu", parent=around)
    dialog.open_with(None)
    assert dialog.height() <= around.height()
    save = dialog.save_button
    assert dialog.rect().contains(save.mapTo(dialog, save.rect().bottomRight()))
    scrolled = form.findChild(QScrollArea)
    assert scrolled is not None
    assert scrolled.verticalScrollBar().maximum() > 0
    dialog.close()
    dressed.set(scale=1.0)
