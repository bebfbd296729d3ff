"""A card whose verbs are data: a form or a reason is asked for, and what became of it is told."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from facility_app.kernel.actor import Actor, Permission, Role
from facility_app.kernel.change import Change
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.ui.dialogs import FormDialog, ReasonDialog
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.text_fields import TextField
from facility_app.ui.lists import PassingMemory
from facility_app.ui.lists.editable_card import EditableCard, FormVerb, ReasonVerb
from facility_app.ui.lists.editable_page import CHOOSE_ONE
from facility_app.ui.shell.spec import PageContext, Route
from facility_app.ui.tasks import InlineRunner, Runner
from facility_app.ui.theme import Theme, Tone
from tests.helpers.fakes import FixedClock
from tests.helpers.screens import fill
from tests.ui.forms.test_drafts import MemoryDrafts
from tests.ui.models.people import People, PersonRow, people, people_list, person
from tests.ui.tasks.held import MemoryPlace

EDIT = Permission("x.edit", label("permissions", "Sửa"), frozenset({Role.CLERK}))
ADD, MOVE, VOID = label("verbs", "Thêm"), label("verbs", "Sửa"), label("verbs", "Gạch bỏ")
ADDED, MOVED, VOIDED = label("ui", "Đã thêm."), label("ui", "Đã sửa."), label("ui", "Đã gạch bỏ.")
NAME = label("ui", "Họ tên")
NOT_IN_A = label("ui", "Người khu A không chuyển được.")
CARE = label("ui", "Hãy xem lại khu.")


@dataclass(frozen=True)
class Named:
    """What the form shows."""

    name: str | None = None


def form_of(_context: PageContext) -> Form[Named]:
    form: Form[Named] = Form(Named, with_bar=False)
    form.add(TextField("name", NAME, is_required=True, limit=50))
    return form


@dataclass
class Book:
    """A list in memory with its verbs, and what was asked and told."""

    store: People
    saved: list[tuple[object, ...]] = field(default_factory=list)
    told: list[tuple[str, Tone]] = field(default_factory=list)
    refusal: UserError | None = None
    shut: Label | None = None

    def save(self, _uow: object, row_id: str, version: int, values: Mapping[str, Any]) -> str:
        if self.refusal is not None:
            raise self.refusal
        self.saved.append((row_id, version, values["name"]))
        made = person(len(self.store.rows))
        self.store.rows[made.id] = made
        return made.id

    def void(self, _uow: object, row: PersonRow, reason: str) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.saved.append((row.id, reason))

    def why_shut(self, row: PersonRow | None) -> Label | None:
        assert row is None
        return self.shut

    def verbs(self) -> tuple[FormVerb[PersonRow] | ReasonVerb[PersonRow], ...]:
        return (
            FormVerb(id="x.add", text=ADD, permission=EDIT, icon="plus", told=ADDED, needs_row=False, form=form_of,
                     begin=begin, save=self.save, why_not=self.why_shut),
            FormVerb(id="x.move", text=MOVE, permission=EDIT, icon="pencil", told=MOVED, form=form_of, begin=begin,
                     save=self.save, version=version_of, about=name_of, why_not=why_not_moved, warnings=care),
            ReasonVerb(id="x.void", text=VOID, permission=EDIT, icon="x", told=VOIDED, title=VOID, about=name_of,
                       button=VOID, save=self.void, is_dangerous=True),
        )  # fmt: skip


def begin(_context: PageContext, row: PersonRow | None) -> Named:
    return Named(None if row is None else row.name)


def name_of(row: PersonRow) -> str:
    return row.name


def version_of(_row: PersonRow) -> int:
    return 7


def why_not_moved(row: PersonRow) -> Label | None:
    return NOT_IN_A if row.zone == "A" else None


def care(_answer: object) -> tuple[Label, ...]:
    return (CARE,)


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[Runner]:
    made = InlineRunner(MemoryPlace())
    yield made
    made.close()


Seat = Callable[..., tuple[EditableCard, Book]]


@pytest.fixture
def sit(runner: Runner, dressed: Theme, qtbot: QtBot) -> Seat:
    def _sit(count: int = 3, role: Role = Role.CLERK) -> tuple[EditableCard, Book]:
        book = Book(people(count))

        def go(_route: Route) -> None:
            return None

        def say(text: str, tone: Tone = Tone.OK, undo: Callable[[], None] | None = None) -> None:
            book.told.append((text, tone))

        actor = Actor("u" * 32, frozenset({role}), "may-1")
        context = PageContext(runner, actor, dressed, FixedClock(), go, say, PassingMemory(), MemoryDrafts())
        card = EditableCard(context, people_list(book.store), book.verbs(), owner="o" * 32)
        qtbot.addWidget(card)
        card.resize(800, 400)
        card.show()
        return card, book

    return _sit


def asked(card: EditableCard, verb_id: str) -> FormDialog[Named]:
    card.run(verb_id)
    (dialog,) = [one for one in card.findChildren(FormDialog) if one.isVisible()]
    return dialog


def gone_through(runner: Runner, card: EditableCard) -> None:
    touched: Any = Change(frozenset((table, "x") for table in card.spec.tables))
    runner.changed.emit(touched, None)


def test_something_new_is_asked_for_and_selected_when_it_is_here(sit: Seat, runner: Runner) -> None:
    card, book = sit()
    dialog = asked(card, "x.add")
    assert dialog.form.fields["name"].value() is None
    fill(dialog, name="Lê An")
    dialog.form.submit()
    assert book.saved == [("", 0, "Lê An")]
    assert book.told == [(str(ADDED), Tone.OK)]
    gone_through(runner, card)
    assert card.row().id == "id000003"


def test_a_row_is_corrected_with_the_version_it_was_read_with(sit: Seat) -> None:
    card, book = sit()
    card.table.select_ids(("id000001",))
    dialog = asked(card, "x.move")
    assert dialog.form.fields["name"].value() == person(1).name
    fill(dialog, name="Lê Bình")
    dialog.form.submit()
    assert book.saved == [("id000001", 7, "Lê Bình")]
    assert book.told == [(str(MOVED), Tone.OK), (str(CARE), Tone.WARNING)]


def test_a_verb_says_why_the_row_or_its_absence_stands_against_it(sit: Seat) -> None:
    card, book = sit()
    add, move, _void = card.bar.commands()
    card.table.select_ids(("id000000",))
    assert (move.isEnabled(), move.why_not()) == (False, str(NOT_IN_A))
    card.table.clearSelection()
    assert (move.isEnabled(), move.why_not()) == (False, str(CHOOSE_ONE))
    assert add.isEnabled()
    card.run("x.move")
    assert [one for one in card.findChildren(FormDialog) if one.isVisible()] == []
    assert book.told == []


@pytest.mark.parametrize("count", [0, 1])
def test_a_verb_that_needs_no_row_says_why_not_and_the_empty_list_does_not_offer_it(sit: Seat, count: int) -> None:
    card, book = sit(count)
    book.shut = NOT_IN_A
    card.model.reload()
    card.bar.recheck()
    add = next(one for one in card.bar.commands() if one.spec.id == "x.add")
    assert (add.why_not(), add.isEnabled()) == (str(NOT_IN_A), False)
    assert [one for one in card.states.findChildren(QAbstractButton) if one.isVisible()] == []


def test_a_reason_is_asked_and_goes_with_the_row(sit: Seat) -> None:
    card, book = sit()
    card.table.select_ids(("id000002",))
    card.run("x.void")
    (dialog,) = card.findChildren(ReasonDialog)
    dialog.reason_edit.setPlainText("nhập nhầm")
    dialog.give_button.click()
    assert book.saved == [("id000002", "nhập nhầm")]
    assert book.told == [(str(VOIDED), Tone.OK)]


def test_what_is_refused_is_told_in_its_own_words(sit: Seat) -> None:
    card, book = sit()
    book.refusal = UserError("x", label("errors", "Dòng này đã gạch bỏ."))
    card.run("x.void")
    (dialog,) = card.findChildren(ReasonDialog)
    dialog.reason_edit.setPlainText("nhập nhầm")
    dialog.give_button.click()
    assert book.told == [("Dòng này đã gạch bỏ.", Tone.DANGER)]
