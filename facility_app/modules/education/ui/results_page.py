"""Kết quả học tập: results, school reports, and the minors the law wants taught."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.modules.education.ui import places
from facility_app.modules.education.ui.result_lists import (
    lacking_spec,
    report_verbs,
    reports_spec,
    result_verbs,
    results_spec,
)
from facility_app.ui.i18n import tr
from facility_app.ui.lists.editable_card import EditableCard
from facility_app.ui.lists.list_card import ListCard
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import PageContext, Route
from facility_app.ui.tasks import Turns
from facility_app.ui.widgets import Scrolled

TITLE = label("education", "Kết quả học tập")
LEAST = 190
RESULTS_SHARE: Final = 3
OTHERS_SHARE: Final = 2
"""Of the height."""


class ResultsPage(Page):
    """Three lists below each other.

    Attributes:
        results, reports, lacking: the cards.
    """

    def __init__(self, context: PageContext) -> None:
        """Make the cards."""
        super().__init__(context)
        self._inner = QWidget()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(Scrolled(self._inner, self))
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(context.theme.px(10))
        self.results = EditableCard(context, results_spec(), result_verbs(), parent=self._inner)
        self._put(self.results, RESULTS_SHARE)
        # The first card stands where it will: the others come in the turns after.
        self._column.addStretch(OTHERS_SHARE * 2)
        Turns(context.runner, self).run(self._other_cards())

    def _other_cards(self) -> Iterator[None]:
        """The reports, and who lacks a result."""
        context = self.context
        yield
        self.reports = EditableCard(context, reports_spec(), report_verbs(), parent=self._inner)
        yield
        self.lacking = ListCard(context, lacking_spec(), parent=self._inner)
        self.lacking.row_activated.connect(self._on_lacking_activated)
        yield
        self._column.takeAt(1)
        for card in (self.reports, self.lacking):
            self._put(card, OTHERS_SHARE)

    def _put(self, card: ListCard, share: int) -> None:
        card.setMinimumHeight(self.context.theme.px(LEAST))
        self._column.addWidget(card, share)

    def _on_lacking_activated(self, resident_id: str) -> None:
        self.context.go(Route(places.PERSON, resident_id, {"tab": places.TAB}))

    @override
    def title_text(self) -> str:
        return tr(TITLE)

    @override
    def first_focus(self) -> QWidget:
        return self.results.table
