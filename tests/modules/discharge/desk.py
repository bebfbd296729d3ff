"""Somebody at the screens of releases: a real file, real papers, answers at once."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from facility_app.app import release_shop
from facility_app.app.desk import Desk
from facility_app.db.attachments import AttachmentStore
from facility_app.kernel.actor import Actor, Role
from facility_app.kernel.labels import Label
from facility_app.modules.discharge.ui import entry
from facility_app.modules.discharge.ui.gate_card import GateCard
from facility_app.modules.discharge.ui.press import Press
from facility_app.modules.discharge.ui.steps_card import StepsCard
from facility_app.ui.dialogs.form_dialog import FormDialog
from facility_app.ui.forms.draft_store import RunnerDrafts
from facility_app.ui.lists.memory import PassingMemory
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import PageContext, Route
from facility_app.ui.tasks import InlineRunner
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets import PushButton
from tests.helpers.probe import PROBE_KEY
from tests.modules.discharge.leaving import House
from tests.ui.printing.papers import MemoryPrinter


@dataclass(frozen=True, slots=True)
class Taken:
    """A file somebody chose."""

    content: bytes
    name: str = "bien-nhan"
    mark: str = "1"


class HandedFile(QObject):
    """Asks nobody: the file lies ready.

    Attributes:
        content: what it holds.
        asked: how often it was asked for.
    """

    taken = Signal(object)
    content: bytes = b"%PDF-1.4 bien nhan"
    asked = 0

    def __init__(
        self, _context: PageContext, _check: Callable[[Any, Any], None], over: QWidget | None = None
    ) -> None:
        """Belongs to ``over``."""
        super().__init__(over)

    def ask(self, _title: Label, _kinds: Label) -> None:
        """Hand it over."""
        HandedFile.asked += 1
        self.taken.emit(Taken(self.content))


def press(printer: Any) -> Press:
    """The real print house with another printer, and a file that lies ready."""
    real = release_shop.RELEASE_PRESS
    return Press(
        real.forms,
        real.packet,
        real.files,
        real.save,
        real.plain,
        printer,
        HandedFile,
        real.scan_kinds,
        real.check_scan,
    )


@dataclass
class Screen:
    """Somebody at work.

    Attributes:
        went: routes asked for.
        said: what was told, with its tone.
    """

    house: House
    theme: Theme
    runner: InlineRunner
    actor: Actor
    press: Press
    show: Callable[[QWidget], None]
    went: list[Route] = field(default_factory=list)
    said: list[tuple[str, Tone]] = field(default_factory=list)

    @property
    def context(self) -> PageContext:
        """What pages work with."""
        return PageContext(
            self.runner,
            self.actor,
            self.theme,
            self.house.clock,
            self.went.append,
            self._say,
            PassingMemory(),
            RunnerDrafts(self.runner, self.runner),
        )

    def open(self, page_id: str, record: str = "", **args: str) -> Page:
        """The page, shown and entered; it hears what is saved."""
        spec = next(one for one in entry.pages(self.press) if one.id == page_id)
        page = spec.make(self.context)
        self.show(page)
        page.open(Route(page_id, record, args))
        self.runner.changed.connect(lambda change, _who: page.refresh(change))
        return page

    def tab(self, resident_id: str) -> QWidget:
        """The tab on a person's page."""
        (part,) = entry.parts(self.press)
        made = part.make(self.context, resident_id)
        self.show(made)
        return made

    def sign_in(self, *roles: Role) -> None:
        """The same account in other roles."""
        self.actor = self.house.actor(*roles)
        self.runner = InlineRunner(Desk(self.house.database, self.actor))

    def _say(self, text: str, tone: Tone = Tone.OK, undo: Callable[[], None] | None = None) -> None:
        del undo
        self.said.append((text, tone))


def at_screens(house: House, folder: Path, theme: Theme, qtbot: QtBot) -> Iterator[Screen]:
    """Somebody who prepares, signs and examines, at the screens."""
    shown: list[QWidget] = []

    def show(widget: QWidget) -> None:
        shown.append(widget)
        qtbot.addWidget(widget)
        widget.resize(1120, 700)
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)

    store = AttachmentStore(folder / "scans", PROBE_KEY, os.urandom)
    house.file.files = store
    house.database.ports = replace(house.database.ports, files=store)
    actor = house.actor(Role.DISCHARGE, Role.HEAD, Role.CLERK, Role.COUNSELLOR, Role.DOCTOR)
    runner = InlineRunner(Desk(house.database, actor))
    made = Screen(house, theme, runner, actor, press(MemoryPrinter()), show)
    yield made
    # A form left open keeps its draft when it loses the keyboard: that must not fall into the next test.
    for widget in shown:
        for dialog in (*widget.findChildren(QDialog), widget):
            dialog.hide()
    made.runner.close()
    shown.clear()


def form_of(over: QWidget, verb: str) -> FormDialog[Any]:
    """The form of a verb, open over a widget."""
    found = [one for one in over.findChildren(FormDialog, f"dialog_{verb}") if one.isVisible()]
    assert len(found) == 1, verb
    return found[0]


def fill(over: QWidget, verb: str, **typed: str) -> FormDialog[Any]:
    """Type into the form of a verb and save it with the keyboard."""
    dialog = form_of(over, verb)
    for name, text in typed.items():
        dialog.form.fields[name].set_typed(text)
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    return dialog


def lines(card: GateCard | StepsCard) -> list[str]:
    """What the lines of a card say."""
    return [line.text_label.text() for line in card.lines.lines]


def press_on(over: QWidget, name: str) -> None:
    """Bring the keyboard to a button and press it."""
    found = over.findChild(PushButton, name)
    assert found is not None, name
    assert found.isEnabled(), found.toolTip()
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_Space)


def why(over: QWidget, name: str) -> str:
    """Why a button cannot be pressed; empty when it can."""
    found = over.findChild(PushButton, name)
    assert found is not None, name
    return "" if found.isEnabled() else found.toolTip()


def tree(folder: Path) -> set[str]:
    """Files below a folder, by their paths."""
    return {str(one.relative_to(folder)) for one in folder.rglob("*") if one.is_file()}
