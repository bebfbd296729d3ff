"""One small form in a card: a heading, lines one under another, one button; for before there is a facility."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from facility_app.kernel.labels import Label
from facility_app.ui.i18n import tr
from facility_app.ui.theme import restyle


class DoorStep(QWidget):
    """One form of the card.

    Signals:
        submitted: Enter in the last field, or the button.
    """

    submitted = Signal()

    def __init__(self, title: Label, button: Label, parent: QWidget) -> None:
        """A form without fields, under its heading and above its button."""
        super().__init__(parent)
        self._edits: list[QLineEdit] = []
        heading = QLabel(tr(title), self)
        restyle(heading, "letters", "heading")
        restyle(heading, "weight", "medium")
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.button = QPushButton(tr(button), self)
        self.button.setDefault(True)
        restyle(self.button, "kind", "primary")
        self.button.clicked.connect(self._on_enter)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.addWidget(heading)
        self._rows.addLayout(self._form)
        self._rows.addWidget(self.button)

    @property
    def first_edit(self) -> QLineEdit:
        """Where typing begins."""
        return self._edits[0]

    @property
    def last_edit(self) -> QLineEdit:
        """Where it ends."""
        return self._edits[-1]

    def line(self, name: str, words: Label, *, hidden: bool = False, hint: Label | None = None) -> QLineEdit:
        """Another field; ``hint`` is said below it."""
        edit = QLineEdit(self)
        edit.setObjectName(name)
        edit.setAccessibleName(tr(words))
        if hidden:
            edit.setEchoMode(QLineEdit.EchoMode.Password)
        edit.returnPressed.connect(self._on_enter)
        self._edits.append(edit)
        self._form.addRow(tr(words), edit)
        if hint is not None:
            edit.setAccessibleDescription(tr(hint))
            self._form.addRow(quiet_line(hint, self))
        return edit

    def insert(self, widget: QWidget) -> None:
        """Put something between the lines and the button."""
        self._rows.insertWidget(self._rows.indexOf(self.button), widget)

    def aside(self, words: Label) -> QPushButton:
        """A quiet way out below the button."""
        button = QPushButton(tr(words), self)
        restyle(button, "kind", "link")
        button.setAutoDefault(False)
        self._rows.addWidget(button)
        return button

    def forget_secrets(self) -> None:
        """Empty what nobody else may read here."""
        for edit in self._edits:
            if edit.echoMode() is QLineEdit.EchoMode.Password:
                edit.clear()

    def set_busy(self, busy: bool) -> None:
        """Press once."""
        self.button.setEnabled(not busy)

    def set_open(self, is_open: bool) -> None:
        """Close every field while what was typed is at work, or open them again."""
        for edit in self._edits:
            edit.setEnabled(is_open)

    def _on_enter(self) -> None:
        # A word still being composed belongs to the field before it is read.
        QGuiApplication.inputMethod().commit()
        here = next((place for place, edit in enumerate(self._edits) if edit.hasFocus()), len(self._edits) - 1)
        following = next((edit for edit in self._edits[here + 1 :] if not edit.text()), None)
        if following is not None:
            following.setFocus()
        elif self.button.isEnabled():
            self.submitted.emit()


def quiet_line(text: Label, parent: QWidget) -> QLabel:
    """A line that explains the one above it."""
    made = QLabel(tr(text), parent)
    made.setWordWrap(True)
    restyle(made, "letters", "small")
    restyle(made, "ink", "quiet")
    return made
