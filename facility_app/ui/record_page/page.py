"""One record: its head, and a tab for every slice that has something to say of it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.change import Change
from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import label
from facility_app.ui.i18n import tr
from facility_app.ui.record_page.header import RecordHeader
from facility_app.ui.record_page.spec import RecordHead, RecordSpec, Sides, concerns_sides, read_sides
from facility_app.ui.record_page.tabs import RecordTabs
from facility_app.ui.shell.page import Page, Pane
from facility_app.ui.shell.spec import ActionSpec, ChipText, PageContext, PartSpec, Route
from facility_app.ui.tasks import Failure, Turns
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Rule, State, StateStack

TAB = "tab"
"""Key of ``Route.args``: which tab to show."""
SIDES_FAILED = label("ui", "Chưa đọc được cảnh báo: hãy mở lại hồ sơ")
HINT = label("ui", "Ctrl+1…9 chuyển thẻ")
HINT_PRINTS = label("ui", "Ctrl+1…9 chuyển thẻ · Ctrl+P in")
LOW = 560


class RecordPage(Page):
    """A record's page. Another record takes the place of the one shown; the tab stays the same where there is one.

    Attributes:
        header: everything above the tabs.
        tabs: the tabs.
    """

    has_own_head = True

    def __init__(self, spec: RecordSpec, context: PageContext, parent: QWidget | None = None) -> None:
        """Show nothing until ``open``."""
        super().__init__(context, parent)
        self._spec = spec
        self._head: RecordHead | None = None
        self._made_on: date | None = None
        self._turns = Turns(context.runner, self)
        theme = context.theme
        self.header = RecordHeader(theme, context.actor)
        self.tabs = RecordTabs(theme, self)
        card = QFrame()
        card.setProperty("kind", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 0)
        inside.setSpacing(0)
        inside.addWidget(self.header)
        inside.addWidget(Rule())
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(8), 0, theme.px(8), 0)
        row.addWidget(self.tabs, 1)
        row.addWidget(self.tabs.list_button, 0, Qt.AlignmentFlag.AlignVCenter)
        inside.addLayout(row)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(card)
        column.addWidget(self.tabs.stack, 1)
        self.states = StateStack(theme, content, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.states)
        self.states.retry_requested.connect(self._on_retry_requested)
        self.states.state_changed.connect(self._on_face_changed)
        self.tabs.shown_part.connect(self._on_part_shown)

    @override
    def title_text(self) -> str:
        return self._head.title if self._head is not None else ""

    @override
    def hint_text(self) -> str:
        shown = self.tabs.part_id()
        return tr(HINT_PRINTS if any(one.prints for one in self._spec.parts if one.id == shown) else HINT)

    @override
    def help_anchor(self) -> str:
        shown = self.tabs.part_id()
        return next((part.help for part in self._spec.parts if part.id == shown), "")

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        if self._head is None:
            return ()
        record = self.route.record
        return tuple(one for ask in self._spec.actions for one in ask(self.context, record))

    @override
    def open(self, route: Route) -> None:
        today = local_date(self.context.clock.now())
        # Days left and what may be done hang on the day: a page left open over night is made anew.
        is_of_today = self._made_on == today or self.has_unsaved()
        is_same = self._head is not None and route.record == self.route.record and is_of_today
        wanted = route.args.get(TAB, "" if is_same else self.tabs.part_id())
        self.route = replace(route, args={TAB: wanted} if wanted else {})
        if is_same:
            self.tabs.show_part(wanted)
            self._ask()
            return
        self._head, self._made_on = None, today
        self.tabs.drop_panes()
        self.states.show_loading()
        if self._spec.look is None:
            self._ask()
        else:
            look = partial(_look, self._spec, route.record)
            op = self.context.runner.command(self, look)
            op.success(partial(self._on_looked, route.record)).failure(
                partial(self._on_failed, route.record)
            ).run()

    @override
    def leave(self, go: Callable[[], None]) -> None:
        self._leave_from(0, go)

    @override
    def has_unsaved(self) -> bool:
        return any(pane.has_unsaved() for _, pane in self.tabs.panes())

    @override
    def flush(self) -> None:
        for _, pane in self.tabs.panes():
            pane.flush()

    @override
    def refresh(self, change: Change) -> None:
        if self._head is None:
            return
        if not self._spec.tables.isdisjoint(change.tables):
            self._ask()
        elif concerns_sides(self._spec, change):
            self._ask_sides()
        for _, pane in self.tabs.panes():
            pane.refresh(change)

    @override
    def first_focus(self) -> QWidget:
        shown = self.tabs.stack.currentWidget()
        return shown.first_focus() if isinstance(shown, Pane) else self.tabs

    def _leave_from(self, number: int, go: Callable[[], None]) -> None:
        panes = self.tabs.panes()
        if number >= len(panes):
            go()
            return
        part_id, pane = panes[number]
        if pane.has_unsaved():
            self.tabs.show_part(part_id)
        pane.leave(partial(self._leave_from, number + 1, go))

    def _ask(self) -> None:
        record = self.route.record
        op = self.context.runner.query(self, partial(_head, self._spec, record), topic="head")
        op.success(partial(self._on_head, record)).failure(partial(self._on_failed, record)).run()

    def _ask_sides(self) -> None:
        record = self.route.record
        ask = partial(_sides, self._spec, self.context, record)
        op = self.context.runner.query(self, ask, topic="sides")
        op.success(partial(self._on_sides, record)).failure(partial(self._on_sides_failed, record)).run()

    def _on_looked(self, record: str, _answer: object) -> None:
        if record == self.route.record:
            self._ask()

    def _on_head(self, record: str, head: RecordHead) -> None:
        if record != self.route.record:
            return
        is_first, self._head = self._head is None, head
        if is_first:
            self._turns.run(self._built(record))
        elif not self._turns.is_busy:
            self.header.show_head(head)
            self._show_built()

    def _built(self, record: str) -> Iterator[None]:
        """Part by part, so that no turn is long; out of sight until all is there, so that nothing jumps."""
        steps = (self._build_head, self._build_strips, self._build_tabs, partial(self._enter, record))
        for step in steps:
            if self._head is None or record != self.route.record:
                return  # another record is shown by now
            step()
            yield

    def _build_head(self) -> None:
        if self._head is not None:
            self.header.show_head(self._head)
        self.header.show_chips(())

    def _build_strips(self) -> None:
        strips = self._spec.strips_for(self.context.actor)
        self.header.show_strips([strip.make(self.context, self.route.record) for strip in strips])

    def _build_tabs(self) -> None:
        wanted = self.route.args.get(TAB, "")
        self.tabs.set_parts(self._spec.parts_for(self.context.actor), self._made_part, wanted)

    def _enter(self, record: str) -> None:
        self._show_built()
        if self._head is not None:
            self.context.called(Route(self.route.page, record), self._head.title)

    def _show_built(self) -> None:
        self.states.show_content()
        self.header.bar.set_actions(self.main_actions())
        self.title_changed.emit()
        self.actions_changed.emit()
        self._ask_sides()

    def _made_part(self, part: PartSpec) -> QWidget:
        # Made where it will stand: a tab that moves there with all in it is dressed twice.
        made = part.make(replace(self.context, stage=self.tabs.stack), self.route.record)
        made.setObjectName(part.id)
        return made

    def _on_sides(self, record: str, sides: Sides) -> None:
        if record != self.route.record:
            return
        self.header.show_chips(sides.chips)
        for part_id, count in sides.counts:
            self.tabs.set_count(part_id, count)

    def _on_sides_failed(self, record: str, failure: Failure) -> None:
        # A missing alert must not look like none.
        if record == self.route.record:
            self.header.show_chips((ChipText(tr(SIDES_FAILED), Tone.DANGER, why=failure.words),))

    def _on_failed(self, record: str, failure: Failure) -> None:
        if record == self.route.record:
            self.states.show_error(failure.words, failure.details, can_retry=failure.is_retryable)

    def _on_face_changed(self, face: State) -> None:
        # Nobody waits, or reads of a failure, without being told of what: until it is here the window says so.
        self.has_own_head = face is State.CONTENT
        self.title_changed.emit()

    def _on_retry_requested(self) -> None:
        self._head = None
        self.open(self.route)

    def _on_part_shown(self, part_id: str) -> None:
        self.route = replace(self.route, args={TAB: part_id})
        self.hint_changed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.header.bar.hear(event):
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.header.set_low(is_low=self.height() < self.context.theme.px(LOW))


def _look(spec: RecordSpec, record: str, uow: Any) -> object:
    return spec.look(uow, record) if spec.look is not None else None


def _head(spec: RecordSpec, record: str, uow: Any) -> RecordHead:
    return spec.head(uow, record)


def _sides(spec: RecordSpec, context: PageContext, record: str, uow: Any) -> Sides:
    return read_sides(spec, context.actor, uow, record)
