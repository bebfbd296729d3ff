"""The line below a field: what is wrong, what is asked, what was mended, and the answers as buttons."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from facility_app.kernel.labels import Label
from facility_app.ui.i18n import tr
from facility_app.ui.theme.theme import restyle
from facility_app.ui.theme.tokens import Tone


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence to translate and fill in.

    Attributes:
        text: the Vietnamese template.
        params: values of its placeholders.
    """

    text: Label
    params: Mapping[str, object] = field(default_factory=dict, repr=False)

    def shown(self) -> str:
        """The sentence in the user's language."""
        return tr(self.text, **self.params)


class Notice(QWidget):
    """A sentence with answers, hidden while there is nothing to say.

    Signals:
        chosen: index of the answer pressed.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make it silent."""
        super().__init__(parent)
        self.setObjectName("notice")
        self._text = QLabel(self)
        self._text.setObjectName("notice_text")
        self._text.setProperty("letters", "small")
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._answers = QHBoxLayout()
        self._answers.setContentsMargins(0, 0, 0, 0)
        self._buttons: list[QPushButton] = []
        self._said: tuple[str, Tone, tuple[str, ...]] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._text)
        column.addLayout(self._answers)
        self.hide()

    def say(self, text: str, tone: Tone, answers: Sequence[str] = (), behind: QWidget | None = None) -> None:
        """Show ``text``; ``answers`` become buttons in this order, one Tab behind ``behind``."""
        said = (text, tone, tuple(answers))
        if said == self._said:
            return  # a button that is being pressed, or has the keyboard, must not be made anew
        self._said = said
        self._drop_answers()
        self._text.setText(text)
        restyle(self._text, "ink", tone)
        for place, words in enumerate(answers):
            button = QPushButton(words, self)
            button.setObjectName(f"answer_{place}")
            button.setProperty("answer", place)
            button.setAutoDefault(True)
            button.clicked.connect(self._on_answer_clicked)
            self._answers.addWidget(button)
            self._buttons.append(button)
            if behind is not None:
                QWidget.setTabOrder(behind, button)
            behind = button
        if answers:
            self._answers.addStretch(1)
        self.show()

    def clear(self) -> None:
        """Fall silent."""
        self._said = None
        self._drop_answers()
        self._text.clear()
        self.hide()

    def text(self) -> str:
        """What it says now; empty when silent."""
        return self._text.text()

    def answers(self) -> tuple[str, ...]:
        """Words on the buttons."""
        return tuple(button.text() for button in self._buttons)

    def answer(self, place: int) -> None:
        """Press an answer, as a click does."""
        self._buttons[place].click()

    def _drop_answers(self) -> None:
        while (item := self._answers.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._buttons = []

    def _on_answer_clicked(self) -> None:
        self.chosen.emit(int(self.sender().property("answer")))
