"""Tiếp nhận on a person's page: the coming that is under way, else the last one."""

from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.change import Change
from facility_app.kernel.labels import label
from facility_app.modules.intake.domain.rights import RECEIVE
from facility_app.modules.intake.queries.cases import find_case_of
from facility_app.modules.intake.service.cases import OpenCase, SavedCase, open_case
from facility_app.modules.intake.ui.case_pane import CasePane
from facility_app.modules.intake.ui.press import Press
from facility_app.ui.i18n import tr
from facility_app.ui.shell.page import Pane
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import StateStack

PART: Final = "intake.person"
NO_CASE = label("intake", "Chưa có hồ sơ tiếp nhận nào của người này.")
NO_CASE_HINT = label("intake", "Mở hồ sơ tiếp nhận khi người này vào cơ sở.")
OPEN_CASE = label("verbs", "Mở hồ sơ tiếp nhận")


class ResidentIntake(Pane):
    """The tab of a person: the coming that is under way, else the last one."""

    def __init__(self, press: Press, context: PageContext, resident_id: str) -> None:
        """Ask which it is."""
        super().__init__()
        self._context, self._resident_id = context, resident_id
        self.pane = CasePane(press, context, self)
        self.states = StateStack(context.theme, self.pane, self)
        self.states.retry_requested.connect(self.ask)
        self.states.action_requested.connect(self.begin)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.states)
        self.states.show_loading()
        self.ask()

    def ask(self) -> None:
        """Read which case it is."""
        op = self._context.runner.query(self, partial(_find, self._resident_id), topic="case")
        op.success(self._on_found).failure(self._on_failed).run()

    def begin(self) -> None:
        """Begin a case."""
        op = self._context.runner.command(self, partial(_open, self._resident_id))
        op.success(self._on_opened).failure(self._on_refused).run()

    def _on_found(self, case_id: str | None) -> None:
        if case_id is None:
            action = tr(OPEN_CASE) if self._context.may(RECEIVE) else ""
            self.states.show_empty(tr(NO_CASE), hint=tr(NO_CASE_HINT), action=action, icon="user-plus")
            return
        self.states.show_content()
        self.pane.show_case(case_id)

    def _on_opened(self, made: SavedCase) -> None:
        self._on_found(made.case_id)

    def _on_refused(self, failure: Failure) -> None:
        self._context.say(failure.words, Tone.DANGER)

    def _on_failed(self, failure: Failure) -> None:
        self.states.show_error(failure.words, failure.details, can_retry=failure.is_retryable)

    @override
    def refresh(self, change: Change) -> None:
        if "intake_case" in change.tables:
            self.ask()
        else:
            self.pane.refresh(change)

    @override
    def first_focus(self) -> QWidget:
        return self.pane.first_focus()


def _find(resident_id: str, uow: Any) -> str | None:
    return find_case_of(uow, resident_id)


def _open(resident_id: str, uow: Any) -> SavedCase:
    return open_case(uow, OpenCase(resident_id))
