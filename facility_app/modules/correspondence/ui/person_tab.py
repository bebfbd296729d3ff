"""Văn bản của một người: what was issued about them and what came in."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look
from facility_app.modules.correspondence.domain import ISSUE_PAPERS, REGISTER_RECEIVED
from facility_app.modules.correspondence.queries.issued import (
    IssuedRow,
    list_issued_rows,
    list_papers_of_resident,
)
from facility_app.modules.correspondence.queries.received import (
    ReceivedRow,
    list_received_of_resident,
    list_received_rows,
)
from facility_app.modules.correspondence.ui import issued_list, received_list
from facility_app.modules.correspondence.ui.places import ISSUE, LETTER, PAPER, REGISTER, RESIDENT_ARG
from facility_app.ui.lists.list_card import ListCard
from facility_app.ui.models import ColumnSpec, ListSpec
from facility_app.ui.shell.page import Pane
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Turns
from facility_app.ui.widgets import Scrolled

LEAST_HEIGHT = 240
NO_ISSUED = label("correspondence", "Chưa ban hành văn bản nào về người này.")
NO_RECEIVED = label("correspondence", "Chưa có văn bản đến nào về người này.")


class PersonPapersPane(Pane):
    """Two lists, one below the other; Enter opens a paper.

    Attributes:
        issued: papers that left.
        received: papers that came.
    """

    def __init__(self, context: PageContext, resident_id: str) -> None:
        """Show them."""
        super().__init__(context.stage)
        self._context, self._resident_id = context, resident_id
        self._turns = Turns(context.runner, self)
        self.issued: ListCard | None = None
        both = self._both = QWidget(self)
        both.setProperty("kind", "page")
        column = self._column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px(12))
        scroll = Scrolled(both, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self._turns.run(self._cards())

    def _cards(self) -> Iterator[None]:
        context = self._context
        self.issued = ListCard(context, _issued_spec(self._resident_id), parent=self._both)
        self._put(self.issued)
        self.issued.set_actions(
            (
                ActionSpec(
                    "correspondence.issue_paper", issued_list.NEW, self._on_write, "file-plus", "", ISSUE_PAPERS
                ),
            )
        )
        self.issued.row_activated.connect(self._on_paper_opened)
        yield
        self.received = ListCard(context, _received_spec(self._resident_id), parent=self._both)
        self._put(self.received)
        self.received.set_actions(
            (
                ActionSpec(
                    "correspondence.register_received", received_list.NEW, self._on_register, "mail-opened", "",
                    REGISTER_RECEIVED,
                ),
            )
        )  # fmt: skip
        self.received.row_activated.connect(self._on_letter_opened)

    def _put(self, card: ListCard) -> None:
        # Below this hardly a row would be seen.
        card.setMinimumHeight(self._context.theme.px(LEAST_HEIGHT))
        self._column.addWidget(card, 1)

    @override
    def first_focus(self) -> QWidget:
        return self if self.issued is None else self.issued.table

    def _on_write(self) -> None:
        self._context.go(Route(ISSUE, "", {RESIDENT_ARG: self._resident_id}))

    def _on_register(self) -> None:
        self._context.go(Route(REGISTER, "", {RESIDENT_ARG: self._resident_id}))

    def _on_paper_opened(self, paper_id: str) -> None:
        self._context.go(Route(PAPER, paper_id))

    def _on_letter_opened(self, received_id: str) -> None:
        self._context.go(Route(LETTER, received_id))


def count_papers(uow: Any, resident_id: str) -> int:
    """For the tab: papers of both directions, void ones too."""
    return len(list_papers_of_resident(uow, resident_id)) + len(list_received_of_resident(uow, resident_id))


def _unsorted(columns: Sequence[ColumnSpec[Any]]) -> tuple[ColumnSpec[Any], ...]:
    return tuple(replace(column, sort=None) for column in columns)


def _issued_spec(resident_id: str) -> ListSpec[IssuedRow]:
    one = issued_list
    return ListSpec(
        id="correspondence.of_person",
        title=one.TITLE,
        columns=_unsorted(
            (one.NUMBER, one.DAY, one.NAME, one.FORM_COLUMN, one.STATE_COLUMN, one.DELIVERY, one.SIGNER)
        ),
        ids=partial(_issued_ids, resident_id),
        rows=list_issued_rows,
        row_id=one.row_id,
        search=None,
        empty=NO_ISSUED,
        tables=one.TABLES,
    )


def _received_spec(resident_id: str) -> ListSpec[ReceivedRow]:
    one = received_list
    return ListSpec(
        id="correspondence.to_person",
        title=one.TITLE,
        columns=_unsorted(
            (one.NO, one.DAY, one.SENDER, one.NUMBER, one.SUBJECT, one.FORM_COLUMN, one.STATE_COLUMN)
        ),
        ids=partial(_received_ids, resident_id),
        rows=list_received_rows,
        row_id=one.row_id,
        search=None,
        empty=NO_RECEIVED,
        tables=frozenset({"received_paper", "paper_scan"}),
    )


def _issued_ids(resident_id: str, uow: Any, _look: Look) -> tuple[str, ...]:
    return tuple(row.paper_id for row in list_papers_of_resident(uow, resident_id))


def _received_ids(resident_id: str, uow: Any, _look: Look) -> tuple[str, ...]:
    return tuple(row.received_id for row in list_received_of_resident(uow, resident_id))
