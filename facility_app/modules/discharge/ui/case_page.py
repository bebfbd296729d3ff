"""One release on a page of its own, and as a tab on the page of the person."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.change import Change
from facility_app.kernel.labels import label
from facility_app.modules.discharge.queries.board import ReleaseView, find_release_of
from facility_app.modules.discharge.ui.press import Press
from facility_app.modules.discharge.ui.release_pane import ReleasePane
from facility_app.ui.i18n import tr
from facility_app.ui.record_page import FoundPart, Sought
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route

PART = "discharge.release"
TITLE = label("discharge", "Ra cơ sở: {name}")
SUBTITLE = label("discharge", "Lần cai nghiện {code}")
TO_PERSON = label("verbs", "Mở hồ sơ người này")
NO_STAY = label("discharge", "Người này chưa có lần cai nghiện nào tại cơ sở, nên chưa có gì để chuẩn bị.")
NO_STAY_HINT = label("discharge", "Khi đã tiếp nhận, các bước chuẩn bị ra cơ sở hiện ở đây.")


class CasePage(Page):
    """The release of the stay that is the record."""

    def __init__(self, press: Press, context: PageContext) -> None:
        """Make the page."""
        super().__init__(context)
        self._press = press
        self.pane = ReleasePane(context, press, self, has_bar=False)
        self.pane.shown.connect(self._on_shown)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pane)

    def to_person(self) -> None:
        """Go to the page of the person."""
        if self.pane.seen is not None:
            resident_id = self.pane.seen.detail.stay.resident_id
            self.context.go(Route(self._press.person_page, resident_id, {"tab": PART}))

    def _on_shown(self, view: ReleaseView) -> None:
        self.context.called(self.route, view.name)
        self.title_changed.emit()
        self.actions_changed.emit()

    @override
    def title_text(self) -> str:
        return "" if self.pane.seen is None else tr(TITLE, name=self.pane.seen.name)

    @override
    def subtitle_text(self) -> str:
        return "" if self.pane.seen is None else tr(SUBTITLE, code=self.pane.seen.detail.stay.code)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        if self.pane.seen is None:
            return ()
        person = ActionSpec("discharge.to_person", TO_PERSON, self.to_person, "user", is_in_menu=True)
        return (*self.pane.release_actions(), person)

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        self.pane.show_stay(route.record)

    @override
    def refresh(self, change: Change) -> None:
        self.pane.refresh(change)

    @override
    def first_focus(self) -> QWidget:
        return self.pane.first_focus()


class ResidentRelease(FoundPart):
    """The tab of a person: the release of the stay that is open, else of the last one."""

    def __init__(self, press: Press, context: PageContext, resident_id: str) -> None:
        """Ask which stay it is."""
        stay = partial(_find, resident_id)
        super().__init__(context, Sought(stay, frozenset({"stay"}), NO_STAY, NO_STAY_HINT, "door-exit"))
        self.pane = ReleasePane(context, press, self)
        self.hold(self.pane, self.pane.show_stay)


def _find(resident_id: str, uow: Any) -> str | None:
    return find_release_of(uow, resident_id)
