"""What a page finds around it, over a real file: what it asks is done at once, what it says is written down."""

from collections.abc import Callable
from dataclasses import dataclass, field

from facility_app.app.desk import Desk
from facility_app.db.database import Database
from facility_app.kernel.actor import Actor
from facility_app.kernel.ports import Clock
from facility_app.ui.forms.draft_store import RunnerDrafts
from facility_app.ui.lists import PassingMemory
from facility_app.ui.shell.spec import PageContext, Route
from facility_app.ui.tasks import InlineRunner
from facility_app.ui.theme import Theme, Tone
from tests.helpers.fakes import FixedClock


@dataclass
class Screen:
    """A window without a window.

    Attributes:
        said: what the user was told, in order.
        gone: places that were opened.
        undone: what was offered to take the last deed back.
        clock: what says which day it is.
    """

    database: Database
    actor: Actor
    theme: Theme
    said: list[tuple[str, Tone]] = field(default_factory=list)
    gone: list[Route] = field(default_factory=list)
    undone: Callable[[], None] | None = None
    clock: Clock = field(default_factory=FixedClock)

    def context(self) -> PageContext:
        """What a page works with."""
        runner = InlineRunner(Desk(self.database, self.actor))
        return PageContext(
            runner,
            self.actor,
            self.theme,
            self.clock,
            self.gone.append,
            self.say,
            PassingMemory(),
            RunnerDrafts(runner, runner),
        )

    def say(self, text: str, tone: Tone = Tone.OK, undo: Callable[[], None] | None = None) -> None:
        """Write down what the user was told."""
        self.said.append((text, tone))
        self.undone = undo
