"""A form shows a frozen dataclass and gives a new one back; what was typed is never lost on the way."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from facility_app.kernel.errors import FacilityError, UserError
from facility_app.kernel.labels import Label, label
from facility_app.ui.forms.conflict import ConflictRow, Side
from facility_app.ui.forms.field import Field
from facility_app.ui.forms.form_frame import FormFrame
from facility_app.ui.forms.leave import LeaveAnswer, LeaveDialog
from facility_app.ui.forms.notice import Words
from facility_app.ui.forms.sides import draft_rows, record_rows
from facility_app.ui.i18n import refusal, tr
from facility_app.ui.theme.tokens import Tone

ValueT = TypeVar("ValueT")

_SAVE = label("verbs", "Lưu")
_WENT_BACK = label("ui", "Đã trở về bản đã lưu.")
_EMPTIED = label("ui", "Đã xóa hết những gì đã gõ.")
_DROPPED = label("ui", "Đã bỏ những gì đã gõ; còn lại những gì được điền sẵn.")
_TAKE_BACK = label("ui", "Lấy lại chữ vừa gõ")
_NOT_COMPLETE = label("errors", "Còn chỗ cần sửa trong biểu mẫu.")


class Form(FormFrame, Generic[ValueT]):
    """Fields in a grid, their troubles on top, saving below.

    Enter goes to the next field, Ctrl+Enter saves, Esc goes back to what was loaded (and can be taken back),
    Ctrl+D copies the field from the record above.

    Attributes:
        fields: the fields by name, in the order of the keyboard.

    Signals:
        submitted: everything is understood and is to be saved; carries the values by name.
        edited: something the eye sees changed, pre-edit text included.
        settled: a field was left, so now is a good moment to keep a draft.
        was_saved: ``saved`` was called.
        shown_anew: a record or a draft was put into the fields; what hangs on their values follows.
    """

    submitted = Signal(object)
    edited = Signal()
    settled = Signal()
    was_saved = Signal()
    shown_anew = Signal()

    def __init__(
        self,
        value_type: Callable[..., ValueT],
        *,
        save_words: Label = _SAVE,
        with_bar: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """Make a form without fields.

        Args:
            value_type: the dataclass the form shows; called with the values by name.
            save_words: the verb on the main button.
            with_bar: whether the form has its own buttons.
            parent: the widget around it.
        """
        super().__init__(save_words, with_bar=with_bar, parent=parent)
        self.fields: dict[str, Field[Any]] = {}
        self._value_type = value_type
        self._loaded: ValueT | None = None
        self._base: dict[str, str] = {}
        self._sent: dict[str, str] = {}
        self._given_up: dict[str, str] = {}
        self._above: Callable[[], Mapping[str, object] | None] | None = None
        self._after_saving: Callable[[], None] | None = None
        self._general: str = ""
        self._has_tried = False
        self._is_saved = False
        self._is_loading = False
        self._summary.asked_for.connect(self.focus_field)
        self._note.chosen.connect(self._on_take_back_chosen)
        self._save.clicked.connect(self._on_save_clicked)
        self._back.clicked.connect(self._on_back_clicked)
        self._show_dirt()

    def add(self, *fields: Field[Any], spans: Sequence[int] = ()) -> None:
        """Put ``fields`` side by side on the next row.

        Args:
            *fields: from left to right; the keyboard goes the same way.
            spans: how many of twelve columns each takes; equal shares by default.
        """
        self._place(fields, spans)
        for field in fields:
            self.fields[field.name] = field
            self._base[field.name] = field.typed()
            field.edited.connect(self._on_field_edited)
            field.settled.connect(self._on_field_settled)
            field.go_on.connect(self._on_field_go_on)

    def load(self, value: ValueT | None) -> None:
        """Show ``value``; None empties the form. What stood there is gone, so ask ``is_dirty`` first."""
        self._show(value, is_saved=value is not None)

    def propose(self, value: ValueT) -> None:
        """Show ``value`` as what a new record may begin with: none of it is saved yet."""
        self._show(value, is_saved=False)

    def _show(self, value: ValueT | None, *, is_saved: bool) -> None:
        self._loaded, self._is_saved = value, is_saved
        self._has_tried = False
        self._given_up = {}
        self._with_loading(self._put_values)
        self._note.clear()
        self._summary.show_troubles(())
        self._general = ""
        self._show_where_back_leads(is_saved=is_saved, is_begun=value is not None)
        self._show_dirt()
        self.shown_anew.emit()

    def loaded(self) -> ValueT | None:
        """What was loaded or saved last."""
        return self._loaded

    def values(self) -> dict[str, object]:
        """The values by name; empty is None.

        Raises:
            UserError: ``form_not_complete`` when something is wrong or waits for an answer; its ``fields`` say
                where.
        """
        self.settle()
        troubles = self.troubles()
        if troubles:
            fields = {name: words.text for name, words in troubles.items()}
            raise UserError("form_not_complete", _NOT_COMPLETE, fields=fields)
        return {name: field.value() for name, field in self.fields.items()}

    def value(self) -> ValueT:
        """A new dataclass: what was loaded with the fields' values in place.

        Raises:
            UserError: as ``values`` does.
        """
        values = self.values()
        loaded: Any = self._loaded
        return self._value_type(**values) if loaded is None else replace(loaded, **values)

    def settle(self) -> None:
        """Make compositions text and read every field; before saving, closing and locking."""
        for field in self.fields.values():
            field.settle()

    def troubles(self) -> dict[str, Words]:
        """What keeps the form from being saved, by field."""
        found = {name: field.trouble() for name, field in self.fields.items()}
        return {name: words for name, words in found.items() if words is not None}

    def is_dirty(self) -> bool:
        """Whether anything typed differs from what was loaded, pre-edit text included."""
        return bool(self._changed_names())

    def draft(self) -> dict[str, str]:
        """What stands in the changed fields, understood or not, by name."""
        return {name: self.fields[name].typed() for name in self._changed_names()}

    def base(self) -> dict[str, str]:
        """What stands in every field as loaded, by name, as ``Field.typed`` tells it."""
        return {name: self.fields[name].told_anew(typed) for name, typed in self._base.items()}

    def restore(self, draft: Mapping[str, str]) -> tuple[str, ...]:
        """Bring a draft back; returns the names this form has no field for."""
        for name, typed in draft.items():
            if name in self.fields:
                self.fields[name].set_typed(typed)
        self.shown_anew.emit()
        self._show_dirt()
        self.edited.emit()
        return tuple(name for name in draft if name not in self.fields)

    def submit(self) -> None:
        """Save: tell ``submitted``, or show what is in the way and go to the first such field."""
        self._general = ""
        self._has_tried = True
        self.settle()
        if self.troubles():
            self._show_summary()
            self.focus_field(next(iter(self.troubles())))
            return
        self._summary.show_troubles(())
        self._sent = {name: field.typed() for name, field in self.fields.items()}
        self.submitted.emit(self.values())

    def saved(self, value: ValueT) -> None:
        """The service has written ``value``; what was typed since ``submit`` stays, and is unsaved."""
        kept = {
            name: field.typed()
            for name, field in self.fields.items()
            if name in self._sent and not field.is_same(field.typed(), self._sent[name])
        }
        self.load(value)
        self.was_saved.emit()
        if kept:
            self.restore(kept)
        then, self._after_saving = self._after_saving, None
        if then is not None and not kept:
            then()

    def errors(self, errors: Mapping[str, Words], general: str = "") -> None:
        """Show what a rule outside found, at the fields and on top; ``general`` belongs to no field."""
        self._has_tried = True
        self._after_saving = None
        self._general = general
        for name, words in errors.items():
            if name in self.fields:
                self.fields[name].set_trouble(words)
        self._show_summary()
        if first := next((name for name in self.fields if name in errors), None):
            self.focus_field(first)

    def show_refusal(self, error: FacilityError) -> None:
        """Show a service's refusal: its field messages in place, its sentence on top."""
        here = {name: Words(text, error.params) for name, text in error.fields.items() if name in self.fields}
        elsewhere = set(error.fields) - set(here)
        self.errors(here, refusal(error) if elsewhere or not here else "")

    def focus_field(self, name: str) -> None:
        """Bring the keyboard to a field and the field into sight."""
        self._show_field(self.fields[name])

    def set_above(self, above: Callable[[], Mapping[str, object] | None]) -> None:
        """Where Ctrl+D copies from: the values of the record above, or None."""
        self._above = above

    def copy_from_above(self) -> None:
        """Fill the field under the keyboard with the value of the record above."""
        here = next((field for field in self.fields.values() if field.has_keyboard()), None)
        above = self._above() if self._above is not None else None
        if here is None or above is None or here.name not in above:
            return
        here.commit_ime()
        here.set_value(above[here.name])
        self._on_field_edited()
        self._on_field_settled()

    def go_back(self) -> None:
        """Show again what was loaded; what was typed can be taken back."""
        given_up = self.draft()
        if not given_up:
            return
        self._show(self._loaded, is_saved=self._is_saved)
        self._given_up = given_up
        said = _WENT_BACK if self._is_saved else _EMPTIED if self._loaded is None else _DROPPED
        self._note.say(tr(said), Tone.INFO, (tr(_TAKE_BACK),))
        self.edited.emit()

    def take_back(self) -> None:
        """Bring back what ``go_back`` gave up."""
        given_up, self._given_up = self._given_up, {}
        self._note.clear()
        self.restore(given_up)

    def leave(self, go: Callable[[], None]) -> None:
        """Call ``go`` when nothing is unsaved, else ask: save first, give up, or stay."""
        self.settle()
        if not self.is_dirty():
            go()
            return
        self._after_saving = go
        dialog = LeaveDialog(len(self._changed_names()), self)
        dialog.answered.connect(self._on_leave_answered)
        dialog.open()

    def take_leave_wish(self) -> Callable[[], None] | None:
        """Where the user wanted to go when they chose to save first; asked for once."""
        then, self._after_saving = self._after_saving, None
        return then

    def conflicts(self, theirs: ValueT) -> tuple[ConflictRow, ...]:
        """Fields in which what is typed here or ``theirs`` differs from what was loaded."""
        return record_rows(self.fields, self._base, self._loaded, theirs)

    def differences(self, mine: Mapping[str, str], base: Mapping[str, str]) -> tuple[ConflictRow, ...]:
        """Fields in which ``mine``, typed over ``base``, or what is loaded now differs from ``base``."""
        return draft_rows(self.fields, self.base(), mine, base)

    def resolve(self, theirs: ValueT, sides: Mapping[str, Side]) -> None:
        """Take ``theirs`` as what is loaded now and put mine back where a side says so."""
        mine = {name: self.fields[name].typed() for name, side in sides.items() if side is Side.MINE}
        self.load(theirs)
        self.restore(mine)

    def _forget_missing(self) -> None:
        """Nobody left the empty fields by themselves: the form was taken away from them."""
        if not self.is_dirty() and not self._has_tried:
            for field in self.fields.values():
                field.show_loaded()

    def _changed_names(self) -> tuple[str, ...]:
        return tuple(
            name for name, field in self.fields.items() if not field.is_same(field.typed(), self._base[name])
        )

    def _put_values(self) -> None:
        for name, field in self.fields.items():
            field.set_trouble(None)
            field.set_remark(None)
            field.set_value(getattr(self._loaded, name, None))
            field.show_loaded()
            self._base[name] = field.typed()

    def _with_loading(self, work: Callable[[], None]) -> None:
        self._is_loading = True
        try:
            work()
        finally:
            self._is_loading = False

    def _show_summary(self) -> None:
        troubles = self.troubles()
        lines = [(name, tr(self.fields[name].head), self._told(name, words)) for name, words in troubles.items()]
        self._summary.show_troubles(lines, self._general)

    def _told(self, name: str, words: Words) -> str:
        return f"{words.shown()} {' · '.join(self.fields[name].offered())}".strip()

    def _show_dirt(self) -> None:
        self._show_unsaved(len(self._changed_names()))

    def _on_field_edited(self) -> None:
        if self._is_loading:
            return
        self._show_dirt()
        self.edited.emit()

    def _on_field_settled(self) -> None:
        if self._has_tried:
            self._show_summary()
        self.settled.emit()

    def _on_field_go_on(self) -> None:
        names = list(self.fields)
        sender: Any = self.sender()
        later = names[names.index(sender.name) + 1 :]
        following = next((name for name in later if self.fields[name].why_not() is None), None)
        if following is None:
            self._save.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.focus_field(following)

    def _on_save_clicked(self) -> None:
        self.submit()

    def _on_back_clicked(self) -> None:
        self.go_back()

    def _on_take_back_chosen(self, _place: int) -> None:
        self.take_back()

    def _on_leave_answered(self, answer: LeaveAnswer) -> None:
        if answer is LeaveAnswer.SAVE:
            self.submit()
            return
        then, self._after_saving = self._after_saving, None
        here: QWidget | None = self._content.focusWidget()
        if answer is LeaveAnswer.STAY and here is not None:
            here.setFocus(Qt.FocusReason.OtherFocusReason)  # not to the rail, where one was about to go
        if answer is LeaveAnswer.GIVE_UP:
            self._show(self._loaded, is_saved=self._is_saved)
            self.edited.emit()
            self.settled.emit()  # the draft goes before the next page looks for drafts
            if then is not None:
                then()

    @override
    def set_held(self, *, is_held: bool) -> None:
        super().set_held(is_held=is_held)
        self._forget_missing()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._forget_missing()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if with_control and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.submit()
        elif with_control and event.key() == Qt.Key.Key_D:
            self.copy_from_above()
        elif event.key() == Qt.Key.Key_Escape and self.is_dirty():
            self.go_back()
        else:
            super().keyPressEvent(event)
