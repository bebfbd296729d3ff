"""A page that is a list with what belongs to the row chosen at its right."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from facility_app.kernel.change import Change
from facility_app.kernel.labels import Label
from facility_app.ui.i18n import tr
from facility_app.ui.lists.beside import Beside
from facility_app.ui.lists.list_card import CHOOSE
from facility_app.ui.lists.list_page import ListPage
from facility_app.ui.lists.short_card import ShortCard
from facility_app.ui.models import ColumnSpec, ListSpec
from facility_app.ui.shell.spec import ActionSpec, PageContext
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone


class SidedPage(ListPage):
    """The list at the left; subclasses add cards to ``side`` and read them in ``ask_side``.

    Attributes:
        side: the column at the right.
    """

    def __init__(
        self,
        context: PageContext,
        spec: ListSpec[Any],
        *,
        wide: int = 380,
        actions: tuple[ActionSpec, ...] = (),
    ) -> None:
        """The right column is ``wide`` at 100 %, less where there is no room; ``actions`` as of ``ListPage``."""
        self._wide = wide
        super().__init__(context, spec, actions=actions)
        self.beside.hold(self.panel)
        self.side = self.beside.side
        self.panel.selection_changed.connect(self._on_chosen)
        self.panel.model.counted.connect(self._on_counted_rows)
        self.panel.model.dataChanged.connect(self._on_chosen)

    @override
    def seat(self) -> QWidget:
        self.beside = Beside(self.context, self._wide, self)
        return self.beside.floor

    def ask_side(self) -> None:
        """Read what belongs to the row chosen, and show it."""

    def row(self) -> Any:
        """The row chosen; None while there is none, or several."""
        chosen = self.selected_ids()
        return self.panel.model.row_of(chosen[0]) if len(chosen) == 1 else None

    def why_no_row(self) -> str | None:
        """Why nothing can be done with a row."""
        return None if self.row() is not None else tr(CHOOSE)

    def run(self, work: Callable[[Any], Any], done: Callable[[Any], None]) -> None:
        """A decision without a form; a refusal is told."""
        self.context.runner.command(self, work).success(done).failure(self.refused).run()

    def refused(self, failure: Failure) -> None:
        """Tell why not."""
        self.context.say(failure.words, Tone.DANGER)

    def card(
        self,
        list_id: str,
        title: Label,
        columns: tuple[ColumnSpec[Any], ...],
        row_id: Callable[[Any], str],
        empty: Label,
    ) -> ShortCard:
        """A short list for the right column."""
        return ShortCard(self.context, list_id, title, columns, row_id, empty, parent=self.beside.inner)

    def _on_chosen(self) -> None:
        self.actions_changed.emit()
        self.ask_side()

    def _on_counted_rows(self, count: int) -> None:
        self.beside.set_rows(count)
        if count and not self.selected_ids():
            # Something is always chosen, so that what stands beside it means something.
            self.panel.table.select_ids(self.panel.model.ids[:1])
        elif not count:
            self.ask_side()

    @override
    def refresh(self, change: Change) -> None:
        super().refresh(change)
        if not self.spec.tables.isdisjoint(change.tables):
            self.ask_side()
