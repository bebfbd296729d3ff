"""The task list of a case: each step with its state in a word, what is missing with its article, and its verbs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facility_app.kernel.labels import Label
from facility_app.modules.intake.domain.steps import STEP_LABELS, STEP_STATE_LABELS, StepState, StepView
from facility_app.modules.intake.ui.places import STATE_TONES
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Size, Theme, Tone
from facility_app.ui.widgets import Chip, Loudness, Rule, WhyNotButton, words


@dataclass(frozen=True, slots=True)
class Verb:
    """A button of a line.

    Attributes:
        id: of the button; ``why_not`` why it cannot be pressed.
    """

    id: str
    text: str
    run: Callable[[], object]
    why_not: str | None = None
    is_quiet: bool = False


def lack_text(text: str, article: str) -> str:
    """What is missing with who asks for it."""
    return f"{text} ({article})"


class Lines(QWidget):
    """Lines one below the other with a hairline between; the keyboard keeps its place when they come anew."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """None yet."""
        super().__init__(parent)
        self._theme = theme
        self.buttons: dict[str, WhyNotButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def begin(self) -> str:
        """Take the lines away; the id of the button that had the keyboard."""
        here: QWidget | None = self.window().focusWidget()
        kept = next((key for key, one in self.buttons.items() if here is not None and one.isAncestorOf(here)), "")
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        self.buttons = {}
        return kept

    def add_step(self, view: StepView, verbs: Sequence[Verb], said: str = "") -> None:
        """A step of the case."""
        lacks = [lack_text(tr(one.text, **_told(one.params)), one.article) for one in view.lacks]
        self.add_line(
            tr(STEP_LABELS[view.step]),
            "\n".join(filter(None, [said, *lacks])),
            verbs,
            chip=(tr(STEP_STATE_LABELS[view.state]), STATE_TONES[view.state]),
            is_quiet=view.state is StepState.NOT_OWED,
        )

    def add_line(
        self, title: str, said: str, verbs: Sequence[Verb], *, chip: tuple[str, Tone], is_quiet: bool = False
    ) -> None:
        """One line."""
        theme = self._theme
        if self._column.count():
            self._column.addWidget(Rule())
        line = QWidget(self)
        line.setAccessibleName(". ".join(filter(None, (title, chip[0], said))))
        head = words(title, weight="medium", ink=Tone.NEUTRAL if is_quiet else None, is_wrapped=True)
        head.setMinimumWidth(1)
        top, below = QHBoxLayout(), QHBoxLayout()
        for row in (top, below):
            row.setSpacing(theme.px(8))
        top.addWidget(head, 1)
        top.addWidget(Chip(theme, chip[0], chip[1]), 0, Qt.AlignmentFlag.AlignTop)
        quiet = words(said, size=Size.SMALL, ink=Tone.NEUTRAL, is_wrapped=True)
        quiet.setMinimumWidth(1)
        box = QVBoxLayout(line)
        box.setContentsMargins(0, theme.px(8), 0, theme.px(8))
        box.setSpacing(theme.px(2))
        box.addLayout(top)
        if len(verbs) > 1 and said:
            # Several buttons beside it would leave the words a column of a few letters.
            box.addWidget(quiet)
            below.addStretch(1)
        else:
            below.addWidget(quiet, 1, Qt.AlignmentFlag.AlignTop)
        for verb in verbs:
            button = WhyNotButton(theme, verb.text, Loudness.QUIET if verb.is_quiet else Loudness.PLAIN)
            button.button.setObjectName(verb.id)
            button.clicked.connect(verb.run)
            button.set_why_not(verb.why_not)
            self.buttons[verb.id] = button
            below.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(below)
        self._column.addWidget(line)
        line.show()

    def end(self, kept: str) -> None:
        """Bring the keyboard back to where it was."""
        if kept in self.buttons:
            self.buttons[kept].setFocus(Qt.FocusReason.TabFocusReason)

    def take_keyboard(self) -> QWidget:
        """The first thing to do."""
        return next(iter(self.buttons.values()), self)


def _told(params: Mapping[str, object]) -> dict[str, object]:
    """Labels among the values in the user's language."""
    return {name: tr(one) if isinstance(one, Label) else one for name, one in params.items()}
