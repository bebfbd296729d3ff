"""The whole window over a real file, and what to look for in it: faults, clipped words, keys that lead nowhere."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final

import sqlalchemy as sa
from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from sqlalchemy import event

from facility_app.app import pages
from facility_app.app.desk import Desk
from facility_app.db.database import Database
from facility_app.kernel.actor import ROLE_LABELS, Actor, Role
from facility_app.kernel.ports import Clock
from facility_app.modules.residents.domain import VIEW_RESIDENTS
from facility_app.modules.residents.ui.naming import found_people
from facility_app.ui.forms.draft_store import RunnerDrafts
from facility_app.ui.grid.sheet_view import SheetView
from facility_app.ui.lists import PassingMemory
from facility_app.ui.shell.hits import Hit, PeopleSource
from facility_app.ui.shell.spec import Route
from facility_app.ui.shell.window import Furnishing, Shell
from facility_app.ui.tasks import Failure, InlineRunner
from facility_app.ui.theme import Theme
from facility_app.ui.widgets import StateStack
from facility_app.ui.widgets.states import State
from tests.helpers.fakes import FixedClock

SCREEN = (1366, 768)
MOST_TABS = 400
QUESTIONS = frozenset({"SELECT", "INSERT", "UPDATE", "DELETE", "WITH"})
TYPED_INTO = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox, QAbstractItemView)


OFFICERS: Final[dict[Role, str]] = {
    Role.ADMIN: "Vũ Minh Đức",
    Role.HEAD: "Lê Thị Hằng",
    Role.CLERK: "Ngô Thị Lan",
    Role.INTAKE: "Bùi Quang Hải",
    Role.GUARD: "Hoàng Văn Thắng",
    Role.TEAM_OFFICER: "Đặng Văn Sơn",
    Role.DOCTOR: "Nguyễn Thị Mai",
    Role.CHIEF_NURSE: "Trịnh Thị Hòa",
    Role.NURSE: "Phan Thị Nhung",
    Role.PHARMACIST: "Đỗ Thị Thanh",
    Role.COUNSELLOR: "Lý Thị Hương",
    Role.TEACHER: "Phạm Thị Dạy",
    Role.LABOUR: "Lê Văn An",
    Role.TREASURER: "Trần Thị Thu",
    Role.DISCHARGE: "Mai Văn Khánh",
    Role.AUDITOR: "Cao Đình Lực",
    Role.EXCHANGE: "Tạ Văn Phúc",
}
"""Who sits at the window, by what they do there."""


def who_sits(actor: Actor) -> str:
    """Name and role as the window has them."""
    role = next(one for one in OFFICERS if one in actor.roles)
    return f"{OFFICERS[role]} · {ROLE_LABELS[role]}"


@dataclass
class Watch:
    """What went wrong while a window was open."""

    failures: list[Failure] = field(default_factory=list)


@contextmanager
def window(
    database: Database, actor: Actor, theme: Theme, clock: Clock | None = None
) -> Iterator[tuple[Shell, Watch]]:
    """The window of the program with every page, for one person; whatever it asks is done at once."""
    runner, watch = InlineRunner(Desk(database, actor)), Watch()
    runner.fault.connect(watch.failures.append)
    runner.unheard.connect(watch.failures.append)
    memory, drafts = PassingMemory(), RunnerDrafts(runner, runner)
    known, who = clock or FixedClock(), who_sits(actor)
    people = _finding(lambda: shell) if actor.may(VIEW_RESIDENTS) else None
    shell = Shell(
        Furnishing(runner, actor, who, theme, known, pages.PAGES, pages.HOME, memory, drafts, people=people)
    )
    shell.resize(*SCREEN)
    shell.show()
    shell.activateWindow()
    try:
        yield shell, watch
    finally:
        shell.close_at_once()
        shell.deleteLater()
        runner.close()
        # Now, not when some later test has an event loop: what is left would be dressed anew with every look.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _finding(shell: Callable[[], Shell]) -> PeopleSource:
    """Finds residents for Ctrl+K, as the program does for whoever may see any."""

    def ask(uow: Any, typed: str) -> list[Hit]:
        return [
            Hit(one.text, one.quiet, "user", partial(shell().go, Route("residents.person", one.id)), record=one.id)
            for one in found_people(uow, typed)
        ]

    return ask


def failed_parts(widget: QWidget) -> list[str]:
    """What is said where something could not be read."""
    faces = [one.currentWidget() for one in widget.findChildren(StateStack) if one.state() is State.ERROR]
    return [label.text() for face in faces if face is not None for label in face.findChildren(QLabel)]


def clipped(widget: QWidget) -> list[str]:
    """Words of labels and buttons that have less room than they ask for."""
    labels, buttons = widget.findChildren(QLabel), widget.findChildren(QAbstractButton)
    seen: list[QLabel | QAbstractButton] = [*labels, *buttons]
    return [
        f"{type(one).__name__} {one.objectName()} {one.width()}×{one.height()}: {one.text()}"
        for one in seen
        if one.text() and one.isVisibleTo(widget) and not is_scrolled_away(one) and is_short_of_room(one)
    ]


def is_short_of_room(one: QLabel | QAbstractButton) -> bool:
    """Whether it asks for more than it has; a label that shortens itself and tells the whole never does."""
    if hasattr(one, "whole_text"):
        return False
    if isinstance(one, QLabel) and one.wordWrap():
        return one.heightForWidth(one.width()) > one.height() + 1
    needed = one.minimumSizeHint() if isinstance(one, QLabel) else one.sizeHint()
    # Lower than it likes is no harm as long as its letters fit.
    return needed.width() > one.width() + 1 or one.fontMetrics().height() > one.height()


def is_scrolled_away(widget: QWidget) -> bool:
    """Whether it is cut by the edge of what scrolls: the user can bring it into sight."""
    return widget.visibleRegion().isEmpty()


def editors(widget: QWidget) -> list[QWidget]:
    """Everything one types or chooses in that is seen and open."""
    return [
        one
        for one in seen_in(widget)
        if isinstance(one, TYPED_INTO)
        and one.isEnabled()
        and not isinstance(one, QHeaderView)
        and not isinstance(one.parent(), QComboBox | QAbstractSpinBox)
    ]


def seen_in(widget: QWidget) -> Iterator[QWidget]:
    """Everything in ``widget`` that is seen; what is hidden, a page left for instance, is not gone through."""
    for one in widget.children():
        if isinstance(one, QWidget) and one.isVisible():
            yield one
            yield from seen_in(one)


def not_reached_by_tab(window: QWidget) -> list[str]:
    """Editors in ``window`` that the Tab key never comes to, from where the keyboard is and once around.

    In a sheet the Tab key goes cell by cell and leaves behind the last one.
    """
    window.activateWindow()
    reached: set[QWidget] = set()
    been: set[tuple[QWidget | None, int, int]] = set()
    for _ in range(MOST_TABS):
        here: QWidget | None = window.focusWidget()
        cell = here.currentIndex() if isinstance(here, SheetView) else QModelIndex()
        if (here, cell.row(), cell.column()) in been:
            break
        been.add((here, cell.row(), cell.column()))
        if here is not None:
            reached.add(here)
        QTest.keyClick(here or window, Qt.Key.Key_Tab)
    return [f"{type(one).__name__} {one.objectName()}" for one in editors(window) if not is_held(one, reached)]


def is_held(editor: QWidget, reached: set[QWidget]) -> bool:
    """Whether the keyboard came to the editor, or to what types for it."""
    proxy = editor.focusProxy()
    return editor in reached or (proxy is not None and proxy in reached)


@contextmanager
def counted_statements() -> Iterator[list[str]]:
    """Every statement run meanwhile, by any engine, without those that only frame a transaction."""
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        if statement.split(maxsplit=1)[0] in QUESTIONS:
            seen.append(statement)

    event.listen(sa.Engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(sa.Engine, "before_cursor_execute", note)
