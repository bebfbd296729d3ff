"""Choosing from a list by typing: codes, people, places; the text composed in an input method is searched too."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import TypeVar, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget
from typing_extensions import override

from facility_app.kernel.labels import Label, label
from facility_app.kernel.names import fold
from facility_app.ui.forms.field import Field
from facility_app.ui.forms.ime import ComposingLine
from facility_app.ui.forms.notice import Words
from facility_app.ui.forms.picker import Choice, Picker, ranked
from facility_app.ui.i18n import tr

T = TypeVar("T")

_NOTHING_FOUND = label("ui", "Không có mục nào khớp.")
_OPEN_LIST = label("ui", "Mở danh sách (F4)")
_NOT_CHOSEN = label("ui", "“{value}” chưa được chọn từ danh sách. Hãy chọn một mục hoặc xóa chữ này.")
_MANY_FIT = label("ui", "“{value}” khớp với nhiều mục. Ý là:")
_ONE_FITS = label("ui", "“{value}” chưa được chọn. Ý là:")
_MOST_OFFERED = 4
_CHOSEN, _LOOSE = "=", "~"
_ECHO = 40


class ChoosingField(Field[str]):
    """A line with a list below; its value is the id of the choice. F4 or Alt+↓ opens the whole list."""

    def __init__(
        self,
        name: str,
        head: Label,
        *,
        is_required: bool = False,
        hint: Label | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make it empty."""
        super().__init__(name, head, is_required=is_required, hint=hint, parent=parent)
        self._choice: Choice | None = None
        self._fitting: tuple[Choice, ...] = ()
        self._is_putting = False
        self._picker: Picker | None = None
        self._line = ComposingLine(self)
        self._line.setObjectName(f"{name}_edit")
        self._line.textChanged.connect(self._on_line_changed)
        self._line.composed.connect(self._on_line_composed)
        self._line.left.connect(self._on_line_left)
        self._line.entered.connect(self._on_line_entered)
        self._line.tabbed.connect(self._on_line_tabbed)
        self._line.key_asked.connect(self._on_line_key_asked)
        self._line.setProperty("kind", "choice")
        self._install(self._line)
        self._put_opener()

    @abstractmethod
    def search(self, text: str, *, highlight: bool) -> None:
        """Find choices for ``text`` and hand them to ``offer``, now or later."""

    def offer(self, choices: Sequence[Choice], *, highlight: bool) -> None:
        """Show what was found, if the keyboard is still here."""
        self._fitting = tuple(choices)
        if self._line.hasFocus():
            self._drop_down().show_choices(choices, _NOTHING_FOUND, highlight=highlight)

    def open_list(self) -> None:
        """Show every choice."""
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search("", highlight=False)

    def close_list(self) -> None:
        """Hide the list."""
        if self._picker is not None:
            self._picker.hide()

    def is_list_open(self) -> bool:
        """Whether the list is to be seen."""
        return self._picker is not None and self._picker.isVisible()

    def choice(self) -> Choice | None:
        """What is chosen, with its words."""
        return self._choice

    def choose(self, choice: Choice | None) -> None:
        """Take ``choice``, as a click on it does."""
        self._put(choice)
        self.close_list()
        self.show_state()
        self.changed.emit()
        self.edited.emit()

    @override
    def value(self) -> str | None:
        self.settle()
        if (trouble := self.own_trouble()) is not None:
            raise self.refuse(trouble)
        return None if self._choice is None else self._choice.id

    @override
    def set_value(self, value: str | None) -> None:
        self._put(None if value is None else self._known(value))
        self.show_state()

    @override
    def typed(self) -> str:
        if self._choice is not None and not self._line.preedit():
            return self._told(self._choice)
        text = self._line.text_with_preedit()
        return f"{_LOOSE}{text}" if text else ""

    @override
    def set_typed(self, typed: str) -> None:
        if typed.startswith(_CHOSEN):
            choice_id, _, text = typed[1:].partition("\t")
            self._put(Choice(choice_id, text))
        else:
            self._put(None)
            self._line.replace_text(typed[1:])
        self.show_state()

    @override
    def is_same(self, typed: str, other: str) -> bool:
        # The words of a loaded record may arrive later; the id is the entry.
        ids = [_id_of(text) if text.startswith(_CHOSEN) else text for text in (typed, other)]
        return ids[0] == ids[1] and typed[:1] == other[:1]

    @override
    def shown(self, value: str | None) -> str:
        return "" if value is None else self._known(value).text

    @override
    def shown_typed(self) -> str:
        return self._line.text_with_preedit()

    @override
    def told_anew(self, typed: str) -> str:
        return self._told(self._known(_id_of(typed))) if typed.startswith(_CHOSEN) else typed

    @override
    def shown_as(self, typed: str) -> str:
        return typed.partition("\t")[2] if typed.startswith(_CHOSEN) else typed.removeprefix(_LOOSE)

    @override
    def is_empty(self) -> bool:
        return self._choice is None and not self._line.text_with_preedit().strip()

    @override
    def commit_ime(self) -> None:
        self._line.commit_ime()

    @override
    def own_trouble(self) -> Words | None:
        text = self._line.text().strip()
        if self._choice is not None or not text:
            return None
        offered = len(self.offered())
        words = _MANY_FIT if offered > 1 else _ONE_FITS if offered else _NOT_CHOSEN
        return Words(words, {"value": text[:_ECHO]})

    @override
    def offered(self) -> tuple[str, ...]:
        # Nothing typed is no question: what fitted another text is no answer to it.
        is_asked = self._choice is None and bool(self._line.text().strip())
        if not is_asked or not 1 <= len(self._fitting) <= _MOST_OFFERED:
            return ()
        return tuple(choice.line() for choice in self._fitting)

    @override
    def take_answer(self, _place: int) -> None:
        self._put(self._fitting[_place])

    @override
    def settle(self) -> None:
        self.commit_ime()
        self._take_only_fit()
        super().settle()

    def _put_opener(self) -> None:
        """The arrow inside the box, at its end; the sheet draws it and keeps room for it."""
        self._opener = QToolButton(self._line)
        self._opener.setObjectName("open_list")
        self._opener.setProperty("kind", "opener")
        self._opener.setToolTip(tr(_OPEN_LIST))
        self._opener.setAccessibleName(tr(_OPEN_LIST))
        self._opener.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._opener.setCursor(Qt.CursorShape.ArrowCursor)
        self._opener.clicked.connect(self.open_list)
        end = QHBoxLayout(self._line)
        end.setContentsMargins(0, 0, 0, 0)
        end.addStretch(1)
        end.addWidget(self._opener)

    @staticmethod
    def _told(choice: Choice) -> str:
        return f"{_CHOSEN}{choice.id}\t{choice.text}"

    def _known(self, value: str) -> Choice:
        """The choice with this id; an id no longer offered is shown as it is, never dropped."""
        return Choice(value, value)

    def _take_only_fit(self) -> None:
        """Take the choice whose words, folded, are the text; several of one name stay a question."""
        text = fold(self._line.text())
        if self._choice is not None or not text:
            return
        same = [choice for choice in self._fitting if text in {fold(choice.text), fold(choice.id)}]
        if len(same) == 1:
            self._put(same[0])

    def _put(self, choice: Choice | None) -> None:
        self._is_putting = True
        self._choice = choice
        self._line.replace_text("" if choice is None else choice.text)
        self._line.setToolTip("" if choice is None else choice.line())
        self._is_putting = False
        if not self._line.hasFocus():
            self._line.home(False)  # of words too long for the box one reads the beginning

    def _drop_down(self) -> Picker:
        if self._picker is None:
            self._picker = Picker(self._line)
            self._picker.picked.connect(self._on_picker_picked)
            self.destroyed.connect(self._picker.deleteLater)
        return self._picker

    def _on_line_changed(self) -> None:
        if self._is_putting:
            return
        self._choice = None
        self._on_editor_changed()
        self._search_typed()

    def _on_line_composed(self) -> None:
        # The word being composed is searched on purpose; a commit alone changes nothing the eye sees.
        if self._line.preedit():
            self._choice = None
            self._search_typed()
        self._on_editor_composed()

    def _search_typed(self) -> None:
        text = self._line.text_with_preedit()
        if text.strip():
            self.search(text, highlight=True)
        else:
            self._fitting = ()
            self.close_list()

    def _on_line_left(self) -> None:
        self.close_list()
        self._on_editor_left()
        self._line.home(False)

    def _on_line_entered(self) -> None:
        if (marked := self._marked()) is not None:
            self.choose(marked)
        self.close_list()
        self._on_editor_entered()

    def _on_line_tabbed(self) -> None:
        """Tab takes what is marked where nothing else fits; of several one chooses."""
        if len(self._fitting) == 1 and (marked := self._marked()) is not None:
            self.choose(marked)

    def _marked(self) -> Choice | None:
        """What is marked among the answers to what stands in the line; nothing while they are awaited."""
        is_answered = self.is_list_open() and bool(self._fitting)
        return self._picker.marked() if self._picker is not None and is_answered else None

    def _on_picker_picked(self, choice: object) -> None:
        self.choose(cast("Choice", choice))
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.settled.emit()

    def _on_line_key_asked(self, event: QKeyEvent) -> None:
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key == Qt.Key.Key_F4 or (key == Qt.Key.Key_Down and (alt or not self.is_list_open())):
            event.accept()
            self.open_list()
        elif self.is_list_open() and self._picker is not None:
            self._steer(event)

    def _steer(self, event: QKeyEvent) -> None:
        assert self._picker is not None  # noqa: S101 - asked by the only caller
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        if (rows := steps.get(Qt.Key(event.key()))) is not None:
            event.accept()
            self._picker.move_by(rows)
        elif event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.close_list()


def _id_of(typed: str) -> str:
    """The id of a choice as ``ChoosingField.typed`` told it."""
    return typed.removeprefix(_CHOSEN).partition("\t")[0]


class CodeField(ChoosingField):
    """A code from a list known beforehand; typing finds it without marks, by words or by code."""

    def __init__(
        self,
        name: str,
        head: Label,
        *,
        options: Sequence[tuple[str, Label]],
        is_required: bool = False,
        hint: Label | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make it empty; ``options`` are codes and their words in the order of the list."""
        super().__init__(name, head, is_required=is_required, hint=hint, parent=parent)
        self._options = tuple(Choice(code, tr(text)) for code, text in options)

    def set_options(self, options: Sequence[tuple[str, Label]]) -> None:
        """Offer others; what is chosen stays."""
        self._options = tuple(Choice(code, tr(text)) for code, text in options)

    @override
    def search(self, text: str, *, highlight: bool) -> None:
        self.offer(ranked(self._options, text), highlight=highlight)

    @override
    def _known(self, value: str) -> Choice:
        return next((choice for choice in self._options if choice.id == value), Choice(value, value))
