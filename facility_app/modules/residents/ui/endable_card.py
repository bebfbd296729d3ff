"""A list whose entries are ended by a decision and a reason, never by a date."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import Label, label
from facility_app.modules.residents.service.safety import EndEntry
from facility_app.modules.residents.ui.book import Book
from facility_app.modules.residents.ui.entry_card import EntryCard, show_reason
from facility_app.ui.dialogs.reason import ReasonDialog
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone

END_DONE = label("residents", "Đã kết thúc: {what}.")
END_VERB = label("verbs", "Kết thúc")
END_TEXT = label("residents", "Mục đã kết thúc vẫn còn trong hồ sơ, cùng người kết thúc, ngày và lý do.")


class EndableCard(EntryCard):
    """A list whose entries are ended by a decision, with a reason."""

    def __init__(
        self,
        context: PageContext,
        book: Book[Any],
        resident_id: str,
        end: Callable[[Any, EndEntry], object],
        words: Label,
        *,
        opens_rows: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show ``book``; ``end`` is the verb, ``words`` its name."""
        super().__init__(context, book, resident_id, opens_rows=opens_rows, parent=parent)
        self._end, self._end_words, self._end_book, self._end_context = end, words, book, context
        self.end_button = self.add_action("circle-check", tr(words), self._on_end_asked)
        self.end_button.setObjectName(f"end_{book.kind}")
        self.end_button.hide()
        self.table.selection_changed.connect(self._show_end)
        self.model.counted.connect(self._show_end)

    def _show_end(self) -> None:
        row = self.model.row_of(self.current_id())
        self.end_button.setVisible(row is not None and row.ended_on is None)
        show_reason(self.end_button, self._end_words, self.why_not_change(self.current_id()))

    def _on_end_asked(self) -> None:
        row_id = self.current_id()
        row = self.model.row_of(row_id)
        if row is None:
            return
        dialog = ReasonDialog(
            self._end_context.theme, tr(self._end_words), tr(END_TEXT), verb=tr(END_VERB), parent=self
        )
        dialog.given.connect(partial(self._on_end_given, row_id, self._end_book.version(row)))
        dialog.open()

    def _on_end_given(self, row_id: str, version: int, reason: str) -> None:
        order = EndEntry(row_id, version, reason)
        op = self._end_context.runner.command(self, partial(_ended, self._end, order))
        op.success(self._on_end_done).failure(self._on_end_refused).run()

    def _on_end_done(self, _answer: object) -> None:
        self._end_context.say(tr(END_DONE, what=tr(self._end_book.title)))

    def _on_end_refused(self, failure: Failure) -> None:
        self._end_context.say(failure.words, Tone.DANGER)


def _ended(end: Callable[[Any, EndEntry], object], order: EndEntry, uow: Any) -> object:
    return end(uow, order)
