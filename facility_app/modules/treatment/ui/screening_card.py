"""Results in a card that shows them only once they were opened."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from facility_app.kernel.labels import Label, label
from facility_app.modules.treatment.domain.infections import Consent
from facility_app.ui.i18n import tr
from facility_app.ui.lists.short_card import ShortCard
from facility_app.ui.models import ColumnSpec, ListState
from facility_app.ui.shell.spec import PageContext

OPEN_FIRST = label("treatment", "Hãy mở kết quả trước.")
HAS_RESULT = label("treatment", "Xét nghiệm này đã có kết quả.")
NO_CONSENT = label("treatment", "Người này đã từ chối hoặc rút đồng ý. Nếu đồng ý lại, hãy ghi đồng ý mới.")
LEAST: Final = 140
"""Height of a card, at 100 %."""


class OpenedCard(ShortCard):
    """Rows somebody opened by a deed; nothing opened yet and nothing there are told apart."""

    def __init__(
        self,
        context: PageContext,
        list_id: str,
        title: Label,
        columns: tuple[ColumnSpec[Any], ...],
        row_id: Callable[[Any], str],
        *,
        closed: Label,
        none: Label,
        parent: QWidget | None = None,
    ) -> None:
        """``closed`` stands there until something is opened, ``none`` where nothing is found."""
        super().__init__(context, list_id, title, columns, row_id, closed, least=LEAST, parent=parent)
        self.is_open = False
        self._closed, self._none = closed, none
        self.model.state_changed.connect(self._on_face_changed)

    def show_opened(self, rows: Sequence[Any]) -> None:
        """Show what was opened."""
        self.is_open = True
        self.show_rows(rows)

    def close_rows(self) -> None:
        """Put away whatever was opened."""
        self.is_open = False
        self.show_rows(())

    def why_closed(self) -> str | None:
        """Why nothing can be done with what is not open."""
        return None if self.is_open else tr(OPEN_FIRST)

    def why_no_result(self) -> str | None:
        """Why the test selected takes no result."""
        return self.why_no_row() or _why_not_written(self.row())

    def _on_face_changed(self, state: ListState) -> None:
        if state is ListState.EMPTY:
            self.states.show_empty(tr(self._none if self.is_open else self._closed), icon="lock")

    @override
    def why_no_row(self) -> str | None:
        return self.why_closed() or super().why_no_row()


def _why_not_written(row: Any) -> str | None:
    if row.consent is Consent.REFUSED or row.withdrawn_at is not None or row.struck_at is not None:
        return tr(NO_CONSENT)
    return tr(HAS_RESULT) if row.result is not None else None
