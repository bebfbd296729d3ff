"""A tab of one person that is one list with its verbs."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.ui.lists.editable_card import EditableCard, FormVerb, ReasonVerb
from facility_app.ui.models import ListSpec
from facility_app.ui.shell.page import Pane
from facility_app.ui.shell.spec import PageContext


class CardPane(Pane):
    """One card; it follows what is saved by itself.

    Attributes:
        card: the list.
    """

    def __init__(
        self,
        context: PageContext,
        member_id: str,
        spec: ListSpec[Any],
        verbs: Sequence[FormVerb[Any] | ReasonVerb[Any]],
    ) -> None:
        """Show ``spec``, which is about ``member_id``."""
        super().__init__()
        self.card = EditableCard(context, spec, verbs, owner=member_id, parent=self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.card)

    @override
    def first_focus(self) -> QWidget:
        return self.card.table
