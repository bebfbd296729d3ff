"""A form over a window: saved by one decision, refused at its fields, kept as a draft, never lost by a click."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QWidget
from typing_extensions import override

from facility_app.kernel.errors import ConflictError, FacilityError
from facility_app.kernel.labels import label
from facility_app.ui.dialogs.frame import DialogFrame
from facility_app.ui.forms.conflict import ConflictDialog, Side
from facility_app.ui.forms.draft_store import DraftStore
from facility_app.ui.forms.drafts import DraftKeeper
from facility_app.ui.forms.form import Form
from facility_app.ui.i18n import tr
from facility_app.ui.tasks import Failure, Runner
from facility_app.ui.theme import Theme
from facility_app.ui.widgets.buttons import Loudness

ValueT = TypeVar("ValueT")

SAVE = label("verbs", "Lưu")
CLOSE = label("verbs", "Đóng")
SAVING = label("ui", "Đang lưu…")
CHOSEN = label("ui", "Đã lấy các mục vừa chọn. Xem lại rồi bấm “{verb}”.")
WIDE, SHARE = 720, 0.92


@dataclass(frozen=True, slots=True)
class Kept(Generic[ValueT]):
    """A record as it is now.

    Attributes:
        value: what the form shows of it.
        version: goes back with the decision.
        saved_by: who saved it and when, in the user's language; empty when that is not known.
    """

    value: ValueT
    version: int
    saved_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing(Generic[ValueT]):
    """What becomes of what is typed. Both callables run on working threads.

    Attributes:
        key: what the draft is kept under: which form and which record.
        save: the decision: ``save(uow, values by name, version)``; its answer is told by ``saved``.
        again: reads the record after somebody else saved it: ``again(uow)``; None for a new record.
    """

    key: str
    save: Callable[[Any, Mapping[str, object], int], object]
    again: Callable[[Any], Kept[ValueT]] | None = None


class FormDialog(DialogFrame, Generic[ValueT]):
    """Opened with ``open_with``; closes itself when everything is written.

    Attributes:
        form: the form.

    Signals:
        saved(object): the decision's answer; everything is written.
    """

    saved = Signal(object)

    def __init__(
        self,
        theme: Theme,
        runner: Runner,
        drafts: DraftStore,
        form: Form[ValueT],
        filing: Filing[ValueT],
        *,
        title: str,
        text: str = "",
        verb: str = SAVE,
        parent: QWidget,
    ) -> None:
        """Put ``form``, made without its own bar, under ``title``; ``verb`` stands on the main button."""
        super().__init__(theme, title, text, parent=parent)
        self.setObjectName("form_dialog")
        self.form = form
        self._runner, self._filing, self._verb = runner, filing, verb
        self._version = 0
        self._is_saving = self._is_done = False
        self._was_at: QWidget | None = None
        self.body.addWidget(form, 1)
        refuse = self.add_refusal(CLOSE)
        refuse.setToolTip("Esc")
        self.save_button = self.add_button(verb, Loudness.PRIMARY, is_default=True)
        self.save_button.setObjectName("save_button")
        self.save_button.setToolTip("Ctrl+Enter")
        self.save_button.clicked.connect(form.submit)
        form.use_save_button(self.save_button)
        form.submitted.connect(self._on_submitted)
        self.keeper = DraftKeeper(form, filing.key, drafts, self, title=title, is_behind_door=True)
        self.keeper.ready.connect(self._on_ready)

    def open_with(self, value: ValueT | None, version: int = 0) -> None:
        """Show ``value`` as it was read, with its ``version``; None begins a new record."""
        self._version = version
        self.form.load(value)
        self.resize(self._fitting())
        self.open()
        self.keeper.start(version, self.form)

    def _fitting(self) -> QSize:
        """As high as the fields, but not higher than the window behind."""
        theme, around = self.theme, self.parentWidget()
        scrolled = self.form.findChild(QScrollArea)
        content = scrolled.widget() if scrolled is not None else None
        inner = content.sizeHint().height() if content is not None else 0
        wanted = QSize(theme.px(WIDE), inner + theme.px(160))
        if not isinstance(around, QWidget):
            return wanted
        return wanted.boundedTo(around.window().size() * SHARE).expandedTo(self.minimumSizeHint())

    def _hold(self, *, is_saving: bool) -> None:
        if is_saving:
            # What is closed loses the keyboard.
            self._was_at = self.focusWidget()
        self._is_saving = is_saving
        self.form.set_held(is_held=is_saving)
        self.save_button.setEnabled(not is_saving)
        self.save_button.set_text(SAVING if is_saving else self._verb)

    def _make_room(self) -> None:
        """Grow by what a refusal above the fields takes from them, as far as the window behind goes."""
        scrolled, around = self.form.findChild(QScrollArea), self.parentWidget()
        if scrolled is None or not isinstance(around, QWidget):
            return
        hidden = scrolled.verticalScrollBar().maximum()
        if hidden > 0:
            self.resize((self.size() + QSize(0, hidden)).boundedTo(around.window().size() * SHARE))

    def _on_ready(self) -> None:
        self.form.focus_field(next(iter(self.form.fields)))

    def _on_submitted(self, values: Mapping[str, object]) -> None:
        if self._is_saving:
            return
        self.show_error("")
        self._hold(is_saving=True)
        op = self._runner.command(self, partial(_save, self._filing, values, self._version))
        op.success(partial(self._on_saved, values)).failure(self._on_refused).run()

    def _on_saved(self, _values: Mapping[str, object], answer: object) -> None:
        self._hold(is_saving=False)
        self._is_done = True
        # Everything shown is what was written: the draft goes, and nothing is unsaved any more.
        self.form.was_saved.emit()
        self.accept()
        self.saved.emit(answer)

    def _on_refused(self, failure: Failure) -> None:
        self._hold(is_saving=False)
        if self._was_at is not None:
            self._was_at.setFocus()
        error = failure.error
        if isinstance(error, ConflictError) and self._filing.again is not None:
            op = self._runner.query(self, self._filing.again, topic="again")
            op.success(self._on_kept_read).failure(self._on_again_failed).run()
        elif isinstance(error, FacilityError):
            self.form.show_refusal(error)
            # The words have their height with the next layout.
            QTimer.singleShot(0, self, self._make_room)
        else:
            self.show_error(failure.words)

    def _on_again_failed(self, failure: Failure) -> None:
        self.show_error(failure.words)

    def _on_kept_read(self, kept: Kept[ValueT]) -> None:
        dialog = ConflictDialog(self.form.conflicts(kept.value), kept.saved_by, self)
        dialog.decided.connect(partial(self._on_sides_decided, kept))
        dialog.open()

    def _on_sides_decided(self, kept: Kept[ValueT], sides: Mapping[str, Side]) -> None:
        self._version = kept.version
        self.keeper.rebase(kept.version)
        self.form.resolve(kept.value, sides)
        self.form.show_note(tr(CHOSEN, verb=self._verb))
        self.save_button.setFocus()

    def _go(self) -> None:
        if not self._is_done:
            super().reject()

    @override
    def reject(self) -> None:
        if not self._is_saving:
            self.form.leave(self._go)


def _save(filing: Filing[Any], values: Mapping[str, object], version: int, uow: Any) -> object:
    return filing.save(uow, values, version)
