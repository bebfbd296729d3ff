"""A question with its answers as verbs, never with “OK”."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facility_app.ui.dialogs.frame import NOT_NOW, DialogFrame
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets.buttons import Loudness, PushButton


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer.

    Attributes:
        id: what ``Question.answered`` tells.
        text: a verb.
        loudness: one primary at most; danger where something is lost.
    """

    id: str
    text: str
    loudness: Loudness = Loudness.PLAIN


class Question(DialogFrame):
    """Asks once. The last choice that is no danger answers Enter; closing answers nothing.

    Signals:
        answered: the id of the choice taken; never told when it is closed with no.
    """

    answered = Signal(str)

    def __init__(
        self,
        theme: Theme,
        title: str,
        text: str = "",
        choices: Sequence[Choice] = (),
        *,
        refusal: str = NOT_NOW,
        tone: Tone = Tone.NEUTRAL,
        parent: QWidget,
    ) -> None:
        """Ask ``title``; ``refusal`` is the verb of no, the choices stand at its right."""
        super().__init__(theme, title, text, tone=tone, parent=parent)
        self.setObjectName("question")
        self._choices: dict[PushButton, str] = {}
        refuse = self.add_refusal(refusal)
        default = refuse
        for choice in choices:
            button = self.add_button(choice.text, choice.loudness)
            button.setObjectName(choice.id)
            button.clicked.connect(self._on_choice_clicked)
            self._choices[button] = choice.id
            if choice.loudness is not Loudness.DANGER:
                default = button
        default.setDefault(True)
        default.setFocus()

    def button(self, choice_id: str) -> PushButton:
        """The button of that choice.

        Raises:
            KeyError: there is none.
        """
        return {made: button for button, made in self._choices.items()}[choice_id]

    def _on_choice_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, PushButton):
            self.accept()
            self.answered.emit(self._choices[sender])
