"""A page that is a short form above a sheet: one saving writes both."""

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.errors import FacilityError
from facility_app.kernel.labels import Label
from facility_app.ui.forms.beginning import Shown
from facility_app.ui.forms.drafts import DraftKeeper
from facility_app.ui.forms.form import Form
from facility_app.ui.grid.columns import SheetColumn, SheetRow
from facility_app.ui.grid.entry_sheet import EntrySheet
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import StateStack

FORM_SHARE = 3
"""No more than such a part of the page is the form's where the sheet needs it too."""


class SheetPage(Page):
    """Subclasses read what is shown, make rows of it, and save.

    What is typed is kept as drafts, so the page is left without a question and comes back as it was.

    Attributes:
        form: who, where, when.
        sheet: line by line.
        states: the faces.
        empty_icon: the picture of the empty face.
        begins_in_sheet: whether the keyboard begins in the sheet, for forty people are marked first and what
            stands above is a Shift+Tab away; else in the form, for what heads the paper is written first.
    """

    has_own_button = True
    empty_icon = "package"
    begins_in_sheet = False

    def __init__(
        self,
        context: PageContext,
        form: Form[Shown],
        heads: Sequence[Label],
        columns: Sequence[SheetColumn],
        *,
        save_words: Label,
        head_widths: Sequence[int] = (),
    ) -> None:
        """Nothing read yet."""
        super().__init__(context)
        self.form = form
        self.sheet = EntrySheet(heads, columns, context.theme, head_widths=head_widths, save_words=save_words)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px(8))
        column.addWidget(form)
        column.addWidget(self.sheet, 1)
        self.states = StateStack(context.theme, inner, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.states)
        self._seen: Any = None
        self._keepers: tuple[DraftKeeper, ...] = ()
        self.states.retry_requested.connect(self.ask)
        self.states.action_requested.connect(self.begin_elsewhere)
        self.sheet.submitted.connect(self._on_sheet_submitted)
        form.submitted.connect(self._on_form_submitted)

    @abstractmethod
    def read(self, uow: Any) -> Any:
        """What the page shows; runs on a working thread."""

    @abstractmethod
    def begin(self, seen: Any) -> Shown:
        """What the form begins with."""

    @abstractmethod
    def rows(self, seen: Any) -> Sequence[SheetRow]:
        """The lines; none shows ``nothing``."""

    def nothing(self) -> tuple[str, str]:
        """What is said, and the hint below it, when there is no line."""
        return "", ""

    def way_on(self) -> str:
        """The verb of the way on when there is no line, which ``begin_elsewhere`` does; empty: none."""
        return ""

    def begin_elsewhere(self) -> None:
        """Do what ``way_on`` says."""

    @abstractmethod
    def command(
        self, values: Mapping[str, Any], cells: Mapping[str, Mapping[str, Any]]
    ) -> Callable[[Any], object]:
        """The decision about what was typed."""

    @abstractmethod
    def done(self, answer: Any) -> None:
        """Tell what was written."""

    def ask(self) -> None:
        """Read what is shown."""
        op = self.context.runner.query(self, self.read, topic="sheet")
        op.success(self._on_read).failure(self._on_failed).run()

    def draft_key(self) -> str:
        """What typing is kept under."""
        return f"{self.route.page} {self.route.record}".strip()

    def _on_read(self, seen: Any) -> None:
        self._seen = seen
        rows = self.rows(seen)
        self.title_changed.emit()
        self.actions_changed.emit()
        if not rows:
            text, hint = self.nothing()
            self.states.show_empty(text, self.way_on(), hint=hint, icon=self.empty_icon)
            return
        self.form.propose(self.begin(seen))
        self.sheet.load(rows)
        self.states.show_content()
        self._keep_form_in_sight()
        for one in self._keepers:
            one.deleteLater()
        key = self.draft_key()
        self._keepers = (
            DraftKeeper(self.form, f"{key} form", self.context.drafts, self, title=self.title_text()),
            DraftKeeper(self.sheet, f"{key} sheet", self.context.drafts, self, title=self.title_text()),
        )
        for one in self._keepers:
            one.start()
        self.first_focus().setFocus()

    def _keep_form_in_sight(self) -> None:
        self.form.keep_in_sight(QSize(self.width(), self.height() // FORM_SHARE))

    def _on_failed(self, failure: Failure) -> None:
        self.states.show_error(failure.words, failure.details, can_retry=failure.is_retryable)

    def _on_sheet_submitted(self, _changes: object) -> None:
        # Form first: what it lacks is said at its fields.
        self.form.submit()

    def _on_form_submitted(self, values: Mapping[str, Any]) -> None:
        if self.sheet.troubles():
            self.sheet.go_to_trouble()
            return
        op = self.context.runner.command(self, self.command(values, self.sheet.values()))
        op.success(self._on_saved).failure(self._on_refused).run()

    def _on_saved(self, answer: Any) -> None:
        self.form.was_saved.emit()
        self.sheet.saved(())
        self.done(answer)

    def _on_refused(self, failure: Failure) -> None:
        if isinstance(failure.error, FacilityError):
            self.form.show_refusal(failure.error)
        else:
            self.context.say(failure.words, Tone.DANGER)

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        self.states.show_loading()
        self.ask()

    @override
    def first_focus(self) -> QWidget:
        return self.sheet.view if self.begins_in_sheet else next(iter(self.form.fields.values()), self.sheet.view)

    @override
    def flush(self) -> None:
        for one in self._keepers:
            one.flush()

    @override
    def leave(self, go: Callable[[], None]) -> None:
        self.flush()
        go()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_form_in_sight()
