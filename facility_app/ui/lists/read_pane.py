"""A tab of cards that were read in one go: they stand below each other and scroll together."""

from abc import abstractmethod
from collections.abc import Callable
from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from facility_app.kernel.labels import Label
from facility_app.ui.actions import ActionBar
from facility_app.ui.i18n import tr
from facility_app.ui.lists.short_card import ShortCard
from facility_app.ui.models import ColumnSpec
from facility_app.ui.shell.page import Pane
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure, Turns
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Card, KeyValueGrid, Scrolled, StateStack

GAP: Final = 12
MOST_ROWS: Final = 7
"""A card grows with so many rows; more are scrolled in it."""


class FiguresCard(Card):
    """The card on top: what can be done, and figures of what was read.

    Attributes:
        bar: the verbs.
        figures: heads and values, two beside each other.
    """

    def __init__(self, context: PageContext, title: str, parent: QWidget) -> None:
        """Nothing under ``title`` yet."""
        theme = context.theme
        super().__init__(theme, title, parent=parent)
        self.bar = ActionBar(theme, context.actor, self)
        if self.head is not None:
            self.head.add(self.bar)
        self.figures = KeyValueGrid(theme, columns=2, parent=self)
        self.body.addWidget(self.figures)


class ReadPane(Pane):
    """Subclasses read in ``ask``, and make each card before it is first shown.

    Attributes:
        context: what it works with.
        states: the faces.
        inner: what the cards stand on; make them there.
        column: where they stand.
        is_made: whether all cards are there; said by whoever makes them.
        turns: does one step after the other, each as soon as what was pressed is heard.
    """

    def __init__(self, context: PageContext) -> None:
        """Nothing read yet; call ``ask`` when everything of yours is there."""
        super().__init__(context.stage)
        theme = context.theme
        self.context = context
        self.is_made = False
        self.turns = Turns(context.runner, self)
        self.inner = QWidget(self)
        self.inner.setProperty("kind", "page")
        self.column = QVBoxLayout(self.inner)
        self.column.setContentsMargins(0, 0, 0, theme.px(GAP))
        self.column.setSpacing(theme.px(GAP))
        self.states = StateStack(theme, Scrolled(self.inner, self), self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.states)
        self.states.retry_requested.connect(self.ask)
        self.states.show_loading()

    @abstractmethod
    def ask(self) -> None:
        """Read everything."""

    def failed(self, failure: Failure) -> None:
        """It could not be read."""
        self.states.show_error(failure.words, failure.details, can_retry=failure.is_retryable)

    def refused(self, failure: Failure) -> None:
        """What was asked for is not done: tell why."""
        self.context.say(failure.words, Tone.DANGER)

    def add_head(self, title: Label) -> FiguresCard:
        """The card on top."""
        made = FiguresCard(self.context, tr(title), self.inner)
        self.column.addWidget(made)
        return made

    def add_list(
        self,
        list_id: str,
        title: Label,
        columns: tuple[ColumnSpec[Any], ...],
        row_id: Callable[[Any], str],
        empty: Label,
        *,
        least: int = 0,
        most_rows: int = MOST_ROWS,
        stays_here: Callable[[Any], bool] | None = None,
    ) -> ShortCard:
        """A list at the foot.

        Args:
            list_id: as of a card, and so are the others.
            title: its name.
            columns: of its rows.
            row_id: a row's id.
            empty: said when there is nothing.
            least: its height at 100 %.
            most_rows: it grows with so many rows.
            stays_here: as of a list.
        """
        made = ShortCard(
            self.context,
            list_id,
            title,
            columns,
            row_id,
            empty,
            stays_here=stays_here,
            least=least,
            most_rows=most_rows,
            parent=self.inner,
        )
        # What room is over is the lists': the card on top is as high as its figures.
        self.column.addWidget(made, 1)
        return made
