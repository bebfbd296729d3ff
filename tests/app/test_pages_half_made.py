"""A page that fails while it is made ends nothing: what was made of it goes, and later looks and rounds are safe.

Measured with PySide6 6.11: a tree of widgets that stood in no window when its making failed ended the program when
Python collected it. So what a page is made of is made from the outside in, its lists above all: each in what it
will stand in.
"""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from facility_app.app.pages import PAGES
from facility_app.db.database import Database
from facility_app.ui.actions import ActionBar
from facility_app.ui.forms.form import Form
from facility_app.ui.lists.table_view import TableView
from facility_app.ui.shell.window import Shell
from facility_app.ui.theme import Theme
from facility_app.ui.widgets import Card, StateStack
from tests.app.test_every_page import Owed, all_roles, empty_file
from tests.helpers.windows import window

__all__ = ["empty_file"]
PARTS: tuple[type[QWidget], ...] = (ActionBar, Card, Form, StateStack, TableView)


class PartError(Exception):
    """A part of a page could not be made."""


@contextmanager
def each_part(told: Callable[[QWidget], None]) -> Iterator[None]:
    """Tell of every part of a page as soon as it is made."""
    with pytest.MonkeyPatch.context() as patch:
        for kind in PARTS:
            patch.setattr(kind, "__init__", telling(kind.__init__, told))
        yield


def telling(make: Callable[..., None], told: Callable[[QWidget], None]) -> Callable[..., None]:
    def made(self: QWidget, *args: Any, **named: Any) -> None:
        make(self, *args, **named)
        told(self)

    return made


def unmade() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def parts_of(shell: Shell, page_id: str) -> list[QWidget]:
    """The parts made with a page, in their order; the page is gone again."""
    made: list[QWidget] = []
    with each_part(made.append):
        shell.navigator.make_ready(page_id)
    shell.navigator.drop_ready(page_id)
    return made


def test_every_list_of_a_page_is_made_where_it_will_stand(empty_file: Database, dressed: Theme) -> None:
    owed = Owed()
    with window(empty_file, all_roles(empty_file), dressed) as (shell, _):
        for spec in PAGES:
            loose: list[str] = []

            def note(part: QWidget, loose: list[str] = loose) -> None:
                if isinstance(part, TableView) and part.window() is not shell:
                    loose.append(f"in a {type(part.window()).__name__} that stands nowhere")

            with each_part(note):
                shell.navigator.make_ready(spec.id)
            shell.navigator.drop_ready(spec.id)
            unmade()
            owed.note(spec, "its lists are made where they will stand", loose)
    assert owed.broken == []


@pytest.mark.qt_no_exception_capture
def test_a_page_that_fails_at_any_of_its_parts_leaves_nothing_and_ends_nothing(
    empty_file: Database, dressed: Theme
) -> None:
    failed = 0
    with window(empty_file, all_roles(empty_file), dressed) as (shell, _):
        standing = len(shell.frame.stack.children())
        gc.freeze()
        for spec in PAGES:
            parts = len(parts_of(shell, spec.id))
            unmade()
            for last in range(1, parts + 1):
                left = iter(range(last - 1))

                def fail(_part: QWidget, left: Iterator[int] = left) -> None:
                    if next(left, None) is None:
                        raise PartError

                with each_part(fail):
                    try:
                        shell.navigator.make_ready(spec.id)
                    except PartError as fault:
                        failed += 1
                        # Kept by itself, as one that was told of is: what is half made is collected some time.
                        fault.__cause__ = fault
                    else:
                        shell.navigator.drop_ready(spec.id)
                unmade()
                assert len(shell.frame.stack.children()) == standing, spec.id
            gc.collect()
        gc.unfreeze()
        dressed.set(dark=True, scale=1.25)
    assert failed > len(PAGES)
