"""Xét nghiệm ma túy on a person's page: yes or no for whoever may know; what was found stays with health staff."""

from functools import partial
from typing import Any, Final

from typing_extensions import override

from facility_app.kernel.change import Change
from facility_app.kernel.labels import label
from facility_app.modules.treatment.domain.drug_tests import DRUG_TEST_KIND_LABELS, DrugTestKind
from facility_app.modules.treatment.queries.drug_tests import OutcomeRow, list_outcomes
from facility_app.modules.treatment.ui import record_words as words
from facility_app.ui.i18n import tr
from facility_app.ui.lists.read_pane import ReadPane
from facility_app.ui.models import ColumnSpec
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.theme import Tone

TITLE: Final = label("treatment", "Xét nghiệm ma túy")
EMPTY = label("treatment", "Chưa có kết quả xét nghiệm chất ma túy nào trong lần cai nghiện này.")
POSITIVE, NEGATIVE = label("treatment", "Dương tính"), label("treatment", "Âm tính")
TABLES: Final = frozenset({"drug_test", "drug_test_result", "stay"})
LEAST: Final = 330


def _at(row: OutcomeRow) -> str:
    return words.at(row.read_at)


def _found(row: OutcomeRow) -> str:
    return tr(POSITIVE if row.is_positive else NEGATIVE)


def _tone(row: OutcomeRow) -> Tone | None:
    if not row.is_positive:
        return Tone.OK
    # What a quick test alone says is not known yet.
    return Tone.DANGER if row.is_confirmation else Tone.WARNING


def _kind(row: OutcomeRow) -> str:
    return tr(DRUG_TEST_KIND_LABELS[DrugTestKind.CONFIRM if row.is_confirmation else DrugTestKind.SCREEN])


def _row_id(row: OutcomeRow) -> str:
    return row.test_id


COLUMNS: Final[tuple[ColumnSpec[OutcomeRow], ...]] = (
    ColumnSpec("found", label("treatment", "Kết quả"), _found, width=140, is_strong=True, tone=_tone),
    ColumnSpec("kind", label("treatment", "Cách xét nghiệm"), _kind, width=280),
    ColumnSpec("at", label("treatment", "Đọc kết quả lúc"), _at, width=170),
)


class OutcomePane(ReadPane):
    """The list.

    Attributes:
        card: the outcomes, the latest first.
    """

    def __init__(self, context: PageContext, resident_id: str) -> None:
        """Ask at once."""
        super().__init__(context)
        self._resident_id = resident_id
        self.card = self.add_list("treatment.outcomes", TITLE, COLUMNS, _row_id, EMPTY, least=LEAST)
        self.column.addStretch(1)
        self.ask()

    @override
    def ask(self) -> None:
        op = self.context.runner.query(self, partial(_read, self._resident_id), topic="outcomes")
        op.success(self._on_read).failure(self.failed).run()

    def _on_read(self, rows: tuple[OutcomeRow, ...]) -> None:
        self.is_made = True
        self.states.show_content()
        self.card.show_rows(rows)

    @override
    def refresh(self, change: Change) -> None:
        if not TABLES.isdisjoint(change.tables):
            self.ask()


def _read(resident_id: str, uow: Any) -> tuple[OutcomeRow, ...]:
    return list_outcomes(uow, resident_id)
