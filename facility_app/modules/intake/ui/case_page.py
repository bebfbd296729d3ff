"""The page of one coming: its pane with what can be done about the whole case."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.change import Change
from facility_app.kernel.labels import label
from facility_app.modules.intake.domain.rights import RECEIVE
from facility_app.modules.intake.queries.cases import CaseView
from facility_app.modules.intake.queries.choices import TEMPORARY
from facility_app.modules.intake.ui.case_pane import CasePane
from facility_app.modules.intake.ui.press import Press
from facility_app.ui.i18n import tr
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route

TITLE = label("intake", "Tiếp nhận: {name}")
FINISH, REOPEN = label("verbs", "Kết thúc tiếp nhận"), label("verbs", "Mở lại hồ sơ tiếp nhận")
TURN = label("verbs", "Chuyển sang bắt buộc")
TO_PERSON = label("verbs", "Mở hồ sơ người này")


class _PageOwned(CasePane):
    """The pane of the page, which tells it what is shown."""

    page: "CasePage"

    @override
    def shown(self, seen: CaseView) -> None:
        self.page.on_shown(seen)


class CasePage(Page):
    """The page of one case."""

    def __init__(self, press: Press, context: PageContext) -> None:
        """Nothing read yet."""
        super().__init__(context)
        self._press = press
        self.pane = _PageOwned(press, context, self)
        self.pane.page = self
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pane)

    def to_person(self) -> None:
        """Go to the page of the person."""
        if self.pane.seen is not None:
            self.context.go(Route(self._press.person_page, self.pane.seen.row.resident_id))

    def on_shown(self, seen: CaseView) -> None:
        """It was read."""
        self.context.called(self.route, seen.row.name)
        self.title_changed.emit()
        self.actions_changed.emit()

    @override
    def title_text(self) -> str:
        return "" if self.pane.seen is None else tr(TITLE, name=self.pane.seen.row.name)

    @override
    def subtitle_text(self) -> str:
        return "" if self.pane.seen is None else self.pane.seen.row.code

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        seen = self.pane.seen
        if seen is None:
            return ()
        text = FINISH if seen.row.finished_on is None else REOPEN
        return (
            ActionSpec("intake.finish_case", text, self.pane.finish, "circle-check", "Ctrl+Shift+D", RECEIVE),
            ActionSpec(
                "intake.turn_compulsory",
                TURN,
                self.pane.turn,
                "gavel",
                "",
                RECEIVE,
                self.pane.why_not_turn,
                is_in_menu=seen.row.stay_type != TEMPORARY,
            ),
            ActionSpec("intake.to_person", TO_PERSON, self.to_person, "user", is_in_menu=True),
        )

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        self.pane.show_case(route.record)

    @override
    def refresh(self, change: Change) -> None:
        self.pane.refresh(change)

    @override
    def first_focus(self) -> QWidget:
        return self.pane.first_focus()
