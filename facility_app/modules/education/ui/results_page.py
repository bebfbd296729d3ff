"""Kết quả học tập: results, school reports, and the minors the law wants taught."""

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
from facility_app.ui.widgets import Least, Scrolled

TITLE = label("education", "Kết quả học tập")
LEAST = 190


class ResultsPage(Page):
    """Three lists below each other.

    Attributes:
        results, reports, lacking: the cards.
    """

    def __init__(self, context: PageContext) -> None:
        """Make the cards."""
        super().__init__(context)
        inner = Least()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(Scrolled(inner, self))
        self.results = EditableCard(context, results_spec(), result_verbs(), parent=inner)
        self.reports = EditableCard(context, reports_spec(), report_verbs(), parent=inner)
        self.lacking = ListCard(context, lacking_spec(), parent=inner)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px(10))
        for card, share in ((self.results, 3), (self.reports, 2), (self.lacking, 2)):
            card.setMinimumHeight(context.theme.px(LEAST))
            column.addWidget(card, share)
        self.lacking.row_activated.connect(self._on_lacking_activated)

    def _on_lacking_activated(self, resident_id: str) -> None:
        self.context.go(Route(places.PERSON, resident_id, {"tab": places.TAB}))

    @override
    def title_text(self) -> str:
        return tr(TITLE)

    @override
    def first_focus(self) -> QWidget:
        return self.results.table
