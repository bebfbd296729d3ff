"""A window with a few pages of no slice, and everything it told."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.actor import Actor, Permission, Role
from facility_app.kernel.change import Change
from facility_app.kernel.labels import label
from facility_app.ui.forms.draft_store import Draft
from facility_app.ui.forms.ime import ComposingLine
from facility_app.ui.lists import PassingMemory
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, PageSpec, Route, VerbSpec
from facility_app.ui.shell.window import Furnishing, Shell
from facility_app.ui.tasks import InlineRunner
from facility_app.ui.theme import Theme
from tests.helpers.fakes import FixedClock
from tests.ui.tasks.held import MemoryPlace

HEALTH = Permission("health.view", label("permissions", "Xem y tế"), frozenset({Role.NURSE}))
GUARD = Actor("ba", frozenset({Role.GUARD}), "desk")
WORK, OFFICE = label("ui", "Công việc"), label("ui", "Văn phòng")


class NoDrafts:
    """A ``DraftStore`` that keeps nothing."""

    def keep(self, _key: str, _fields: Any, _begun: Any = None) -> None:
        """Forget it."""

    def pass_field(self) -> None:
        """Nothing is on its way."""

    def find(self, _asker: Any, _key: str, found: Callable[[Draft | None], None]) -> None:
        """There is none."""
        found(None)

    def want(self, _key: str) -> None:
        """There is none."""

    def drop(self, _key: str) -> None:
        """There is none."""

    def all(self, _asker: Any, found: Callable[[tuple[Draft, ...]], None]) -> None:
        """There are none."""
        found(())


class TypedPage(Page):
    """A page with one line to type into; it asks before it is left while something stands there."""

    def __init__(self, context: PageContext) -> None:
        """An empty line."""
        super().__init__(context)
        self.line = ComposingLine(self)
        self.asked: list[Callable[[], None]] = []
        self.opened: list[Route] = []
        self.changes: list[Change] = []
        self.flushed: list[str] = []
        self.done: list[str] = []
        self.reason = ""
        box = QVBoxLayout(self)
        box.addWidget(self.line)

    @override
    def title_text(self) -> str:
        return f"Người {self.route.record}" if self.route.record else ""

    @override
    def subtitle_text(self) -> str:
        return "Thứ Bảy, 21/11/2026"

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec("save", label("verbs", "&Lưu"), self._save, shortcut="Ctrl+S"),
            ActionSpec("close", label("verbs", "Chốt sổ"), self._save, why_not=self._why_not),
        )

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        self.opened.append(route)
        if route.record:
            self.context.called(route, f"Người {route.record}")

    @override
    def leave(self, go: Callable[[], None]) -> None:
        if self.line.text():
            self.asked.append(go)
        else:
            go()

    @override
    def flush(self) -> None:
        self.flushed.append(self.line.text_with_preedit())

    @override
    def refresh(self, change: Change) -> None:
        self.changes.append(change)

    @override
    def first_focus(self) -> QWidget:
        return self.line

    def _save(self) -> None:
        self.done.append("save")

    def _why_not(self) -> str | None:
        return self.reason or None


PAGES = (
    PageSpec(
        "today", label("ui", "Hôm nay"), WORK, "home", None, TypedPage, 1, shortcut="Ctrl+Shift+H", help="today"
    ),
    PageSpec("reports", label("ui", "Báo cáo"), OFFICE, "report", None, TypedPage, 1),
    PageSpec("people", label("ui", "Người cai nghiện"), WORK, "users", None, TypedPage, 3),
    PageSpec("health", label("ui", "Y tế"), WORK, "stethoscope", HEALTH, TypedPage, 2),
    PageSpec("person", label("ui", "Hồ sơ"), None, "user", None, TypedPage, beneath="people"),
)
VERBS = (
    VerbSpec("intake", label("verbs", "Tiếp nhận người mới"), Route("people", args={"do": "new"}), "user-plus"),
    VerbSpec("dose", label("verbs", "Phát thuốc"), Route("health"), permission=HEALTH),
)


@dataclass
class Place:
    """Where a shell stands."""

    theme: Theme
    workplace: MemoryPlace = field(default_factory=lambda: MemoryPlace(actor=GUARD))
    memory: PassingMemory = field(default_factory=PassingMemory)
    clock: FixedClock = field(default_factory=FixedClock)

    def furnishing(self, **changes: Any) -> Furnishing:
        """What the window is made of."""
        made = Furnishing(
            InlineRunner(self.workplace),
            GUARD,
            "ba · Bảo vệ",
            self.theme,
            self.clock,
            PAGES,
            "today",
            self.memory,
            NoDrafts(),
            verbs=VERBS,
        )
        return replace(made, **changes)

    def shell(self, **changes: Any) -> Shell:
        """A window at its first page."""
        shell = Shell(self.furnishing(**changes))
        shell.resize(1366, 768)
        shell.go_home()
        shell.show()
        return shell


def shown(shell: Shell) -> TypedPage:
    """The page shown."""
    assert isinstance(shell.page, TypedPage)
    return shell.page
