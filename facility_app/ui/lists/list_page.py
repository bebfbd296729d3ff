"""A page that is one list: everything of it from a ``ListSpec``, its verbs from the slice."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.dates import format_moment
from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_panel import ListPanel
from facility_app.ui.models import ListSpec
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.theme import Tone

TEXT_ARG = "text"
"""The route's argument for the search box; every other one is a filter's key."""
SIGNED = label("ui", "Xuất lúc {at} trên máy {device}")


class ListPage(Page):
    """The list on a page of its own.

    A route's arguments narrow it (``text``, or a filter's key); without any it stands as the user left it.
    """

    def __init__(
        self,
        context: PageContext,
        spec: ListSpec[Any],
        *,
        opens: str = "",
        actions: tuple[ActionSpec, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Make the page.

        Args:
            context: what a page works with.
            spec: the list.
            opens: id of the page that shows one row; empty where rows are not opened.
            actions: what can be done here; the first is also offered by the empty list.
            parent: Qt's owner.
        """
        super().__init__(context, parent)
        self.spec = spec
        self._opens = opens
        self._actions = actions
        first = next((action.text for action in actions if _is_open(action, context)), None)
        seat = self.seat()
        self.panel = ListPanel(
            spec,
            context.runner,
            context.theme,
            context.memory,
            first_action=tr(first) if first is not None else "",
            signed=self._signed,
            parent=seat,
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(_outermost(self.panel, self))
        self.panel.row_activated.connect(self._on_row_activated)
        self.panel.summary_changed.connect(self.summary_changed)
        self.panel.selection_changed.connect(self.actions_changed)
        self.panel.said.connect(self._on_said)
        self.panel.first_wanted.connect(self._on_first_wanted)

    def seat(self) -> QWidget:
        """What the list is made in, the page itself or something on it; asked once, before there is a list."""
        return self

    def selected_ids(self) -> tuple[str, ...]:
        """Ids of the selected rows, from top to bottom."""
        return self.panel.table.selected_ids()

    def _signed(self) -> str:
        return tr(SIGNED, at=format_moment(self.context.clock.now()), device=self.context.actor.device)

    def _look_of(self, args: Mapping[str, str]) -> Look:
        keys = {one.key for one in self.spec.filters}
        filters = {key: value for key, value in args.items() if key in keys and value}
        return Look(args.get(TEXT_ARG, ""), filters, self.spec.default_sort)

    @Slot(str)
    def _on_row_activated(self, row_id: str) -> None:
        if self._opens:
            self.context.go(Route(self._opens, row_id, {}))

    @Slot(str, object)
    def _on_said(self, text: str, tone: Tone) -> None:
        self.context.say(text, tone)

    @Slot()
    def _on_first_wanted(self) -> None:
        for action in self._actions:
            if _is_open(action, self.context):
                action.run()
                return

    @override
    def title_text(self) -> str:
        return tr(self.spec.title)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return self._actions

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        if route.args:
            self.panel.begin(self._look_of(route.args))
        if route.record:
            self.panel.select_when_here(route.record)

    @override
    def first_focus(self) -> QWidget:
        return self.panel.search if self.spec.search is not None else self.panel.table


def _outermost(inner: QWidget, page: QWidget) -> QWidget:
    """What of ``page`` holds ``inner``."""
    around = inner.parentWidget()
    return inner if around is page or around is None else _outermost(around, page)


def _is_open(action: ActionSpec, context: PageContext) -> bool:
    """Whether the user may do it, and can do it now."""
    return (action.permission is None or context.actor.may(action.permission)) and action.why_not() is None
