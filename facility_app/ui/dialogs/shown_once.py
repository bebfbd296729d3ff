"""A secret that is shown once: nobody closes it by accident, and it is nowhere afterwards."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.labels import Label
from facility_app.ui.dialogs.frame import DialogFrame
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Size, Theme, Tone
from facility_app.ui.widgets import Loudness, WhyNotButton

BIGGER = 8


@dataclass(frozen=True, slots=True)
class OnceWords:
    """What is said around the secret.

    Attributes:
        name: what it is, for whoever hears the screen.
        copied: the box that says it stands on paper.
        close: the verb of the button.
        not_copied: why the dialog does not close yet, and what to do.
    """

    title: str
    text: str
    name: str
    copied: Label
    close: Label
    not_copied: Label


class ShownOnce(DialogFrame):
    """Shows one secret; Esc and the window's cross do not close it before the box is ticked."""

    def __init__(self, theme: Theme, secret: str, said: OnceWords, parent: QWidget) -> None:
        """Show ``secret``."""
        super().__init__(theme, said.title, said.text, tone=Tone.WARNING, parent=parent)
        self.setObjectName("shown_once")
        self._not_copied = said.not_copied
        self.secret_label = QLabel(secret, self)
        self.secret_label.setObjectName("secret_label")
        self.secret_label.setTextFormat(Qt.TextFormat.PlainText)
        self.secret_label.setFont(_letters(theme))
        self.secret_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.secret_label.setAccessibleName(f"{said.name}: {secret}")
        self.secret_label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.copied_box = QCheckBox(tr(said.copied), self)
        self.copied_box.setObjectName("copied_box")
        self.copied_box.toggled.connect(self._on_copied)
        self.close_button = WhyNotButton(theme, said.close, Loudness.PRIMARY, parent=self)
        self.close_button.button.setObjectName("close_button")
        self.close_button.button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        self.close_button.set_why_not(self._not_copied)
        well = QFrame(self)
        well.setProperty("kind", "well")
        inside = QVBoxLayout(well)
        inside.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(14))
        inside.addWidget(self.secret_label)
        self.body.addWidget(well)
        self.body.addWidget(self.copied_box)
        self.buttons.addWidget(self.close_button)
        self.finished.connect(self._on_finished)

    def ask(self) -> None:
        """Open it, the keyboard on the box."""
        self.open()
        self.copied_box.setFocus()

    def _on_copied(self, is_copied: bool) -> None:
        self.close_button.set_why_not(None if is_copied else self._not_copied)
        self.show_error("")

    def _on_finished(self) -> None:
        self.secret_label.clear()
        self.secret_label.setAccessibleName("")

    @override
    def reject(self) -> None:
        if self.copied_box.isChecked():
            self.accept()
        else:
            self.show_error(tr(self._not_copied))


def _letters(theme: Theme) -> QFont:
    letters = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    letters.setPixelSize(theme.px(Size.HEADING + BIGGER))
    return letters
