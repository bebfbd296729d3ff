"""What every page is to the window: a title, actions, a way in and a way out that loses nothing."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from facility_app.kernel.change import Change
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route


class Pane(QWidget):
    """Something inside the window that may hold what was typed: a page, or a tab of one."""

    def leave(self, go: Callable[[], None]) -> None:
        """Call ``go`` when it may be left; ask first where something typed is not saved."""
        go()

    def has_unsaved(self) -> bool:
        """Whether ``leave`` would ask, so that it can be brought into sight first."""
        return False

    def flush(self) -> None:
        """Hand what is typed to the drafts now: the window is about to be locked or closed."""

    def refresh(self, change: Change) -> None:
        """Something was saved, here or elsewhere in the program."""

    def first_focus(self) -> QWidget:
        """Where the keyboard is when it is shown."""
        return self

    @override
    def hasHeightForWidth(self) -> bool:
        # It fills what it is given. Else the window around it would reckon its height anew at every change, and
        # with it those of the pages out of sight.
        return False


class Page(Pane):
    """The base of every page.

    Attributes:
        context: what it works with.
        route: the place it shows.
        has_own_head: it draws its title and actions itself, so the window draws none.
        has_own_button: its loud button stands on it, at the foot of a sheet: none in the head is loud.

    Signals:
        title_changed: ask ``title_text`` and ``subtitle_text`` again.
        actions_changed: ask ``main_actions`` and their reasons again.
        hint_changed: ask ``hint_text`` again.
        summary_changed(str): count, selection, sums for the status line.
    """

    title_changed = Signal()
    actions_changed = Signal()
    hint_changed = Signal()
    summary_changed = Signal(str)
    has_own_head = False
    has_own_button = False

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        """Keep the context; nothing is asked before ``open``."""
        super().__init__(parent if parent is not None else context.stage)
        self.context = context
        self.route = Route("")
        self._summary = ""
        self.summary_changed.connect(self._on_summary_changed)

    def title_text(self) -> str:
        """What stands above the page; empty takes the spec's title."""
        return ""

    def subtitle_text(self) -> str:
        """A quiet line under the title: the day, counts."""
        return ""

    def summary_text(self) -> str:
        """What the status line says when the page is entered: what ``summary_changed`` told last."""
        return self._summary

    def hint_text(self) -> str:
        """Keys that help here, at the right of the status line."""
        return ""

    def help_anchor(self) -> str:
        """Where the guide speaks of what is in view; empty leaves it to the page's spec."""
        return ""

    def main_actions(self) -> tuple[ActionSpec, ...]:
        """What can be done here; the first is the main one."""
        return ()

    def head_actions(self) -> tuple[ActionSpec, ...]:
        """What the window's head shows of them."""
        if self.has_own_head:
            return ()
        actions = self.main_actions()
        return tuple(replace(one, is_quiet=True) for one in actions) if self.has_own_button else actions

    def open(self, route: Route) -> None:
        """Show the place ``route`` names; called each time the page is entered."""
        self.route = route

    def left_at(self) -> object:
        """What ``come_back`` needs besides route and lists, when it is unmade meanwhile: the day shown, say."""
        return None

    def come_back(self, left: object) -> None:
        """Made anew and opened: show what ``left_at`` told of the page that was here before."""

    def _on_summary_changed(self, text: str) -> None:
        self._summary = text
