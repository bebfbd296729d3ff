"""A tab of a record that shows a case: it finds which one first, and says so where there is none."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.change import Change
from facility_app.kernel.labels import Label
from facility_app.ui.i18n import tr
from facility_app.ui.shell.page import Pane
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure
from facility_app.ui.widgets import StateStack


@dataclass(frozen=True, slots=True)
class Sought:
    """What a tab looks for.

    Attributes:
        find: reads the id of the case; None where there is none.
        tables: a commit that touches one of these looks again.
        none_text: what is said where there is none; ``none_hint`` and ``icon`` go with it.
        action: what can be done about that; empty for nothing.
    """

    find: Callable[[Any], str | None]
    tables: frozenset[str]
    none_text: Label
    none_hint: Label
    icon: str
    action: str = ""


class FoundPart(Pane):
    """Looks for the case, then shows it in the pane given to ``hold``.

    Attributes:
        states: the faces; ``action_requested`` asks for what can be done where there is no case.
    """

    states: StateStack

    def __init__(self, context: PageContext, sought: Sought) -> None:
        """Nothing is asked before ``hold``."""
        super().__init__(context.stage)
        self.context, self.sought = context, sought
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)

    def hold(self, pane: Pane, show: Callable[[str], None]) -> None:
        """Show cases in ``pane``, made inside this tab, by ``show(case id)``; ask which."""
        self._pane, self._show = pane, show
        self.states = StateStack(self.context.theme, pane, self)
        self.states.retry_requested.connect(self.ask)
        self._whole.addWidget(self.states)
        self.states.show_loading()
        self.ask()

    def ask(self) -> None:
        """Read which case it is."""
        op = self.context.runner.query(self, self.sought.find, topic="found")
        op.success(self.on_found).failure(self._on_failed).run()

    def on_found(self, case_id: str | None) -> None:
        """This one, or none."""
        if case_id is None:
            sought = self.sought
            hint = tr(sought.none_hint)
            self.states.show_empty(tr(sought.none_text), sought.action, hint=hint, icon=sought.icon)
            return
        self.states.show_content()
        self._show(case_id)

    def _on_failed(self, failure: Failure) -> None:
        self.states.show_error(failure.words, failure.details, can_retry=failure.is_retryable)

    @override
    def leave(self, go: Callable[[], None]) -> None:
        self._pane.leave(go)

    @override
    def has_unsaved(self) -> bool:
        return self._pane.has_unsaved()

    @override
    def flush(self) -> None:
        self._pane.flush()

    @override
    def refresh(self, change: Change) -> None:
        if self.sought.tables.isdisjoint(change.tables):
            self._pane.refresh(change)
        else:
            self.ask()

    @override
    def first_focus(self) -> QWidget:
        return self._pane.first_focus()
