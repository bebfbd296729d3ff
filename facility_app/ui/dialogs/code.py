"""A step that is hard to take back: it is confirmed by typing the code of what it is taken on, not by a click."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import label
from facility_app.kernel.names import fold
from facility_app.ui.dialogs.frame import DialogFrame
from facility_app.ui.forms.ime import ComposingLine
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets.buttons import Loudness
from facility_app.ui.widgets.labels import words

ASK = label("ui", "Gõ mã {code} để xác nhận")
OTHER = label("ui", "Mã vừa gõ không phải {code}. Xem lại có đúng người, đúng hồ sơ không rồi gõ lại.")


class CodeDialog(DialogFrame):
    """Its verb can be pressed once the code stands in the line; upper case, blanks and dashes do not matter.

    Signals:
        confirmed: the code was typed and the verb pressed.
    """

    confirmed = Signal()

    def __init__(self, theme: Theme, title: str, text: str = "", *, code: str, verb: str, parent: QWidget) -> None:
        """Ask to type ``code``; ``verb`` stands on the button."""
        super().__init__(theme, title, text, tone=Tone.DANGER, parent=parent)
        self.setObjectName("code_dialog")
        self._code = code
        self.code_edit = ComposingLine(self)
        self.code_edit.setObjectName("code_edit")
        self.code_edit.setAccessibleName(tr(ASK, code=code))
        head = words(tr(ASK, code=code), weight="medium")
        head.setBuddy(self.code_edit)
        self.body.addWidget(head)
        self.body.addWidget(self.code_edit)
        self.add_refusal().setDefault(True)
        self.confirm_button = self.add_button(verb, Loudness.DANGER)
        self.confirm_button.setObjectName("confirm_button")
        self.confirm_button.setEnabled(False)
        self.confirm_button.clicked.connect(self._on_confirm_clicked)
        self.code_edit.textChanged.connect(self._on_code_changed)
        self.code_edit.composed.connect(self._on_code_changed)
        self.code_edit.entered.connect(self._on_confirm_clicked)
        self.code_edit.setFocus()

    def _is_right(self) -> bool:
        return _bare(self.code_edit.text_with_preedit()) == _bare(self._code)

    def _on_code_changed(self) -> None:
        self.confirm_button.setEnabled(self._is_right())
        self.show_error("")

    def _on_confirm_clicked(self) -> None:
        self.code_edit.commit_ime()
        if not self._is_right():
            self.show_error(tr(OTHER, code=self._code))
            return
        self.accept()
        self.confirmed.emit()


def _bare(code: str) -> str:
    return "".join(char for char in fold(code) if char.isalnum())
