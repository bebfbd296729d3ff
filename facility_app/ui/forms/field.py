"""What every field of a form is: a name, words above, an editor, what is wrong below, and why it is closed."""

from abc import abstractmethod
from typing import Generic, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.ui.forms.notice import Notice, Words
from facility_app.ui.i18n import tr
from facility_app.ui.theme.theme import restyle
from facility_app.ui.theme.tokens import Tone

T = TypeVar("T")

_MISSING = label("ui", "Cần điền mục này.")
_WHY_NOT = label("ui", "Vì sao không được?")
_BEFORE_THE_REST = 1000


class Field(QWidget, Generic[T]):
    """One value of a form.

    Attributes:
        name: the value's name in the dataclass the form shows; also the ``objectName``.
        head: what stands above.

    Signals:
        changed: the text, committed, is another one.
        edited: anything the eye sees changed, pre-edit text included; drafts listen to it.
        settled: the user left the field or answered its question; it was read anew.
        go_on: Enter: the next field, please.
    """

    changed = Signal()
    edited = Signal()
    settled = Signal()
    go_on = Signal()

    def __init__(
        self,
        name: str,
        head: Label,
        *,
        is_required: bool = False,
        hint: Label | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty field.

        Args:
            name: the value's name.
            head: what stands above the editor.
            is_required: empty is refused.
            hint: a short example or rule between head and editor.
            parent: the widget around it.
        """
        super().__init__(parent)
        self.setObjectName(name)
        self.name = name
        self.head = head
        self.is_required = is_required
        self._why_not: Label | None = None
        self._outside_trouble: Words | None = None
        self._remark: Words | None = None
        self._head = QLabel(tr(head), self)
        self._head.setObjectName("field_head")
        self._head.setProperty("weight", "medium")
        self._head.setWordWrap(True)
        self._why = QToolButton(self)
        self._why.setObjectName("why_not")
        self._why.setText("?")
        self._why.setToolTip(tr(_WHY_NOT))
        self._why.setAccessibleName(tr(_WHY_NOT))
        self._why.clicked.connect(self._on_why_clicked)
        self._why.hide()
        self._notice = Notice(self)
        self._notice.chosen.connect(self._on_notice_chosen)
        self._row = QHBoxLayout()
        self._row.setSpacing(4)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self._head)
        self._column.addLayout(self._row)
        self._column.addWidget(self._notice)
        if hint is not None:
            # Below, so that the boxes of a row stand in one line whether they need a hint or not.
            words = QLabel(tr(hint), self)
            words.setObjectName("field_hint")
            words.setWordWrap(True)
            words.setProperty("ink", "quiet")
            words.setProperty("letters", "small")
            self._column.addWidget(words)
        self._column.addStretch(1)
        self._editor: QWidget = self._head

    @abstractmethod
    def value(self) -> T | None:
        """The value; None is empty and never 0.

        Raises:
            UserError: when what stands there is not understood or waits for an answer.
        """

    @abstractmethod
    def set_value(self, value: T | None) -> None:
        """Show ``value`` as loaded: no question is asked about it."""

    @abstractmethod
    def typed(self) -> str:
        """What stands there, pre-edit text included, understood or not; ``set_typed`` brings it back."""

    @abstractmethod
    def set_typed(self, typed: str) -> None:
        """Bring back what ``typed`` told."""

    def is_same(self, typed: str, other: str) -> bool:
        """Whether two answers of ``typed`` stand for the same entry."""
        return typed == other

    def shown(self, value: T | None) -> str:
        """``value`` as this field would show it; for conflicts and lists of changes."""
        return "" if value is None else str(value)

    def shown_typed(self) -> str:
        """What stands there as the eye sees it."""
        return self.typed()

    def told_anew(self, typed: str) -> str:
        """``typed``, an answer of ``typed()``, with words that arrived since."""
        return typed

    def shown_as(self, typed: str) -> str:
        """``typed``, an answer of ``typed()``, as the eye would see it."""
        return typed

    def own_trouble(self) -> Words | None:
        """What the field itself finds wrong with what stands there; ``settle`` comes first."""
        return None

    def commit_ime(self) -> None:
        """Make what the input method composes part of the text."""

    def settle(self) -> None:
        """Read what stands there and say what was found, as when the user leaves the field."""
        self.commit_ime()
        self.show_state()

    def trouble(self) -> Words | None:
        """What keeps the form from being saved: said from outside, found here, or missing."""
        if self._why_not is not None:
            return None
        if self._outside_trouble is not None:
            return self._outside_trouble
        found = self.own_trouble()
        if found is None and self.is_required and self.is_empty():
            return Words(_MISSING)
        return found

    def is_empty(self) -> bool:
        """Whether nothing stands there."""
        return not self.typed().strip()

    def set_trouble(self, trouble: Words | None) -> None:
        """Show what a rule outside found (a service's refusal); it goes away when the field is changed."""
        self._outside_trouble = trouble
        self.show_state()

    def set_remark(self, remark: Words | None) -> None:
        """Warn below the field of what a rule outside finds odd; it keeps nothing from being saved."""
        self._remark = remark
        if self._why_not is None and self.trouble() is None:
            self.say_fine()

    def set_why_not(self, reason: Label | None) -> None:
        """Close the field and say why, or open it again."""
        self._why_not = reason
        self._editor.setEnabled(reason is None)
        self._why.setVisible(reason is not None)
        self._editor.setToolTip("" if reason is None else tr(reason))
        self._notice.clear()

    def why_not(self) -> Label | None:
        """Why the field is closed; None when it is open."""
        return self._why_not

    def message(self) -> str:
        """What stands below the field now."""
        return self._notice.text()

    def answers(self) -> tuple[str, ...]:
        """Answers offered below the field."""
        return self._notice.answers()

    def answer(self, place: int) -> None:
        """Choose an answer, as a click on it does."""
        self._notice.answer(place)

    def focus(self) -> None:
        """Bring the keyboard here."""
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def has_keyboard(self) -> bool:
        """Whether the keyboard is in this field."""
        here: QWidget | None = self.window().focusWidget()
        return here is not None and self.isAncestorOf(here)

    def show_state(self) -> None:
        """Say what is wrong below the field, or nothing."""
        trouble = self.trouble()
        restyle(self._editor, "invalid", trouble is not None)
        if trouble is None:
            self.say_fine()
        else:
            self._say(trouble.shown(), Tone.DANGER, self.offered())

    def show_loaded(self) -> None:
        """As ``show_state``, but what is only missing is not said: nobody was asked for it yet."""
        if self._outside_trouble is None and self.own_trouble() is None:
            restyle(self._editor, "invalid", False)
            self.say_fine()

    def say_fine(self) -> None:
        """What stands below when nothing is wrong; fields that mended something say so here."""
        if self._remark is not None:
            self._say(self._remark.shown(), Tone.WARNING)
            return
        self._notice.clear()
        self._editor.setAccessibleDescription("")

    def offered(self) -> tuple[str, ...]:
        """Words of the answers to the trouble, if it is a question."""
        return ()

    def take_answer(self, _place: int) -> None:
        """Do what the answer at ``_place`` says."""

    def refuse(self, trouble: Words) -> UserError:
        """The error ``value`` raises for ``trouble``."""
        return UserError("field_not_understood", trouble.text, fields={self.name: trouble.text}, **trouble.params)

    def _install(self, editor: QWidget, *, stretch: int = 1, widest: int = 0) -> None:
        """Put the editor in its place; once, by the subclass. It grows no wider than ``widest``, 0 for any."""
        self._editor = editor
        editor.setAccessibleName(tr(self.head))
        self._head.setBuddy(editor)
        self.setFocusProxy(editor)
        if widest:
            editor.setMaximumWidth(widest)
        # What room is over goes behind the editor once it has all it may have.
        self._row.addWidget(editor, stretch * _BEFORE_THE_REST)
        if not stretch or widest:
            self._row.addStretch(1)
        self._row.addWidget(self._why)

    def _say(self, text: str, tone: Tone, answers: tuple[str, ...] = ()) -> None:
        self._notice.say(text, tone, answers, self._editor)
        self._editor.setAccessibleDescription(text)

    def _on_editor_changed(self) -> None:
        self._outside_trouble = self._remark = None
        restyle(self._editor, "invalid", False)
        self._notice.clear()
        self.changed.emit()
        self.edited.emit()

    def _on_editor_composed(self) -> None:
        self.edited.emit()

    def _on_editor_left(self) -> None:
        was_silent = not self.message()
        self.settle()
        if was_silent and not self.isVisible():
            self.show_loaded()  # the page was taken away: nobody left the field empty
        self.settled.emit()

    def _on_editor_entered(self) -> None:
        # An answer offered below never takes the keyboard: letters typed ahead would press it.
        self.settle()
        self.settled.emit()
        self.go_on.emit()

    def _on_notice_chosen(self, place: int) -> None:
        self.take_answer(place)
        self.show_state()
        self.settled.emit()
        self.go_on.emit()

    def _on_why_clicked(self) -> None:
        if self._why_not is None:
            return
        if self._notice.text():
            self._notice.clear()
        else:
            self._say(tr(self._why_not), Tone.INFO)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F1 and self._why_not is not None:
            self._on_why_clicked()
            return
        super().keyPressEvent(event)

    @override
    def minimumSizeHint(self) -> QSize:
        return self._column.minimumSize()
