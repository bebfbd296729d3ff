"""What can be done about a list: its verbs with keys, and why one cannot be pressed now."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from facility_app.kernel.labels import Label, label
from facility_app.modules.intake.domain.rights import IMPORT_ROSTERS
from facility_app.modules.intake.domain.roster import Sameness
from facility_app.modules.intake.ui.roster_files import CHOOSE, RESULT
from facility_app.ui.shell.spec import ActionSpec

IMPORT = label("verbs", "Nhập danh sách")
COLUMNS = label("verbs", "Cột, giá trị chung")
EARLIER = label("verbs", "Các lần nhập")
SAME_ACT = label("verbs", "Cùng một người")
OTHER_ACT = label("verbs", "Người khác")
SKIP_ACT = label("verbs", "Bỏ qua dòng")
STOP = label("verbs", "Dừng")
Why = Callable[[], str | None]


class Doer(Protocol):
    """The page."""

    def choose(self) -> None:
        """Ask for the file."""

    def import_now(self) -> None:
        """Write every accepted row."""

    def ask_columns(self) -> None:
        """Ask what the columns are."""

    def ask_result(self) -> None:
        """Ask where the workbook with the faults goes."""

    def stop(self) -> None:
        """Stop what is under way."""

    def to_imports(self) -> None:
        """The imports so far."""

    def decide(self, what: Sameness) -> None:
        """Decide about the row chosen."""


@dataclass(frozen=True, slots=True)
class WhyNot:
    """Reasons the page knows.

    Attributes:
        busy: while something runs; ``idle`` while nothing does.
        no_file: without a list; ``no_rows`` without a row to write.
        no_chosen: without a row chosen; ``no_match`` where it looks like nobody.
    """

    busy: Why
    idle: Why
    no_file: Why
    no_rows: Why
    no_chosen: Why
    no_match: Why


def actions_of(page: Doer, why: WhyNot) -> tuple[ActionSpec, ...]:
    """The page's verbs, the likeliest first."""

    def make(
        name: str, text: Label, run: Callable[[], None], icon: str, key: str, not_now: Why, *, menu: bool = False
    ) -> ActionSpec:
        return ActionSpec(f"intake.{name}", text, run, icon, key, IMPORT_ROSTERS, not_now, is_in_menu=menu)

    def decide(name: str, text: Label, key: str, what: Sameness, not_now: Why) -> ActionSpec:
        return make(name, text, partial(page.decide, what), "", key, not_now, menu=True)

    return (
        make("choose_file", CHOOSE, page.choose, "files", "Ctrl+O", why.busy),
        make("import_roster", IMPORT, page.import_now, "check", "Ctrl+Return", why.no_rows),
        make("columns", COLUMNS, page.ask_columns, "table", "F4", why.no_file),
        make("result", RESULT, page.ask_result, "file-export", "", why.no_file),
        make("stop", STOP, page.stop, "x", "", why.idle, menu=True),
        ActionSpec("intake.imports", EARLIER, page.to_imports, "history", "", IMPORT_ROSTERS, is_in_menu=True),
        decide("same", SAME_ACT, "Ctrl+1", Sameness.SAME, why.no_match),
        decide("other", OTHER_ACT, "Ctrl+2", Sameness.OTHER, why.no_chosen),
        decide("skip", SKIP_ACT, "Ctrl+3", Sameness.SKIP, why.no_chosen),
    )
