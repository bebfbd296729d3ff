"""What may be answered to the current question, each with its key; a refused key is told here, in place."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from facility_app.kernel.labels import label
from facility_app.modules.treatment.domain.instrument_items import Item, Option
from facility_app.modules.treatment.ui.score_state import (
    Scoring,
    item_words,
    key_of,
    limits_of,
    option_words,
)
from facility_app.ui.forms.ime import ComposingLine
from facility_app.ui.forms.notice import Notice
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets import Card, Loudness, PushButton, words

KEY: Final = 39
"""Width of a key at 100 %, whatever stands on it, so that the answers begin at one line."""
HEAD = label("treatment", "Bấm phím số để trả lời")
MEASURE_HEAD = label("treatment", "Gõ số đo rồi bấm Enter ({limits})")


class OptionsCard(Card):
    """The answers.

    Signals:
        chosen(object): an answer was clicked.
        value_typed(str): a measured value was typed and Enter pressed.
    """

    chosen = Signal(object)
    value_typed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Nothing asked yet."""
        super().__init__(theme, tr(HEAD), parent=parent)
        self._theme = theme
        self.question = words("", weight="strong", is_wrapped=True)
        self.refused = Notice(self)
        self.value_edit = ComposingLine(self)
        self.value_edit.setObjectName("value_edit")
        self.value_edit.returnPressed.connect(self._on_value_entered)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(2))
        self._shown: list[QWidget] = []
        self.body.addWidget(self.question)
        self.body.addLayout(self._list)
        self.body.addWidget(self.value_edit)
        self.body.addWidget(self.refused)
        self.body.addStretch(1)

    def show_item(self, scoring: Scoring, item: Item | None) -> None:
        """Show what may be answered."""
        self.refused.clear()
        self._drop()
        self.setVisible(item is not None)
        if item is None:
            return
        self.question.setText(item_words(scoring.instrument, item))
        self.value_edit.setVisible(item.measure is not None)
        if self.head is not None:
            text = tr(HEAD) if item.measure is None else tr(MEASURE_HEAD, limits=limits_of(item))
            self.head.set_text(text)
        if item.measure is not None:
            self.value_edit.setText(str(scoring.answers.get(item.key, "")).replace(".", ","))
            self.value_edit.setAccessibleName(self.question.text())
        for option in item.options:
            self._add(scoring, item, option)

    def refuse(self, words_said: str) -> None:
        """Say why a key is not taken."""
        self.refused.say(words_said, Tone.DANGER)

    def options(self) -> list[str]:
        """What stands on the answers."""
        return [one.text() for one in self.findChildren(QLabel, "option_words")]

    def _add(self, scoring: Scoring, item: Item, option: Option) -> None:
        is_chosen = scoring.answers.get(item.key, item.default) == option.value
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.px(8))
        button = PushButton(
            self._theme,
            key_of(item, option).upper(),
            Loudness.PRIMARY if is_chosen else Loudness.PLAIN,
            parent=line,
        )
        button.setFixedWidth(self._theme.px(KEY))
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAccessibleName(option_words(option))
        button.clicked.connect(partial(self._on_option_clicked, option))
        text = words(
            option_words(option),
            weight="strong" if is_chosen else "",
            ink=None if option.text.vi else Tone.NEUTRAL,
            is_wrapped=True,
        )
        text.setObjectName("option_words")
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text, 1)
        self._list.addWidget(line)
        self._shown.append(line)

    def _drop(self) -> None:
        for one in self._shown:
            self._list.removeWidget(one)
            one.hide()
            one.setParent(None)
            one.deleteLater()
        self._shown = []

    def _on_option_clicked(self, option: Option) -> None:
        self.chosen.emit(option)

    def _on_value_entered(self) -> None:
        self.value_edit.commit_ime()
        self.value_typed.emit(self.value_edit.text())
