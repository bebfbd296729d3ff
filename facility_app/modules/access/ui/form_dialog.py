"""A few fields and one decision: the dialog stays until the decision is taken, and says why it was not."""

from collections.abc import Callable
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QScrollArea, QWidget
from typing_extensions import override

from facility_app.kernel.errors import FacilityError
from facility_app.kernel.labels import Label, label
from facility_app.ui.dialogs import DialogFrame
from facility_app.ui.forms.drafts import DraftKeeper
from facility_app.ui.forms.form import Form
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Loudness, WhyNotButton

ValueT = TypeVar("ValueT")
Decide = Callable[[Any, ValueT], Any]

SAVING = label("access", "Đang lưu…")
HIGHEST = 0.62
"""Of the screen's height, for the fields; more of them scroll."""


class FormDialog(DialogFrame, Generic[ValueT]):
    """Asks for a value and hands it to one verb.

    Ctrl+Enter decides, Esc gives up what was typed and then closes. What is typed is kept as a draft under
    ``draft_key``, until it is decided or given up.

    Attributes:
        form: the fields.

    Signals:
        done: the verb's answer; the dialog is closed by then.
    """

    done = Signal(object)

    def __init__(
        self,
        context: PageContext,
        title: str,
        text: str,
        form: Form[ValueT],
        decide: Decide[ValueT],
        *,
        verb: Label,
        icon: str = "",
        is_dangerous: bool = False,
        draft_key: str = "",
        parent: QWidget,
    ) -> None:
        """Show ``form``, made without a bar of its own; ``decide(uow, value)`` runs on the writer's thread."""
        super().__init__(
            context.theme, title, text, tone=Tone.WARNING if is_dangerous else Tone.NEUTRAL, parent=parent
        )
        self.form = form
        self._context, self._decide = context, decide
        self._is_deciding = False
        self._refuse = self.add_refusal()
        loudness = Loudness.DANGER if is_dangerous else Loudness.PRIMARY
        self.verb_button = WhyNotButton(context.theme, verb, loudness, icon, self)
        self.verb_button.button.setObjectName("verb_button")
        self.verb_button.button.setDefault(True)
        self.buttons.addWidget(self.verb_button)
        self.body.addWidget(form)
        self.verb_button.clicked.connect(form.submit)
        form.submitted.connect(self._on_submitted)
        self._keeper: DraftKeeper | None = None
        if draft_key:
            self._keeper = DraftKeeper(form, draft_key, context.drafts, self)
        self._draft_key = draft_key
        self._scroll = form.findChild(QScrollArea)
        inside = None if self._scroll is None else self._scroll.widget()
        if inside is not None:
            inside.installEventFilter(self)
        self.rejected.connect(self._on_rejected)

    def ask(self) -> None:
        """Open it, the keyboard in the first field."""
        self._fit_fields()
        self.open()
        first = next((name for name, field in self.form.fields.items() if field.why_not() is None), None)
        if first is not None:
            self.form.focus_field(first)
        if self._keeper is not None:
            self._keeper.ready.connect(partial(self._on_ready, first))
            self._keeper.start()

    def _fit_fields(self) -> None:
        """As high as the fields, where the screen allows."""
        inside = None if self._scroll is None else self._scroll.widget()
        if self._scroll is None or inside is None:
            return
        most = round(self.screen().availableGeometry().height() * HIGHEST)
        wanted = inside.sizeHint().height()
        if inside.hasHeightForWidth():
            wanted = max(wanted, inside.heightForWidth(self._scroll.viewport().width()))
        height = min(wanted + 2, most)
        if height != self._scroll.height() or self._scroll.minimumHeight() != height:
            self._scroll.setFixedHeight(height)
            if self.isVisible():
                self.fit()

    def _on_ready(self, first: str | None) -> None:
        if first is not None:
            self.form.focus_field(first)

    def _on_submitted(self, _values: object) -> None:
        if self._is_deciding or self.verb_button.why_not():
            return
        try:
            value = self.form.value()
        except FacilityError as refused:
            self.form.show_refusal(refused)
            return
        self._set_deciding(is_deciding=True)
        op = self._context.runner.command(self, partial(_decided, self._decide, value))
        op.success(partial(self._on_decided, value)).failure(self._on_failed).run()

    def _set_deciding(self, *, is_deciding: bool) -> None:
        self._is_deciding = is_deciding
        self.form.set_held(is_held=is_deciding)
        self._refuse.setEnabled(not is_deciding)
        self.verb_button.set_why_not(SAVING if is_deciding else None)

    def _on_decided(self, value: ValueT, answer: object) -> None:
        self._set_deciding(is_deciding=False)
        self.form.saved(value)
        self.accept()
        self.done.emit(answer)

    def _on_failed(self, failure: Failure) -> None:
        self._set_deciding(is_deciding=False)
        if isinstance(failure.error, FacilityError):
            self.form.show_refusal(failure.error)
        else:
            self.show_error(failure.words)

    def _on_rejected(self) -> None:
        # Closing is giving up: what was typed is not offered again.
        if self._keeper is not None and self._keeper.offer() is None:
            self._context.drafts.drop(self._draft_key)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit_fields()
        return super().eventFilter(watched, event)


def _decided(decide: Decide[ValueT], value: ValueT, uow: Any) -> Any:
    return decide(uow, value)
