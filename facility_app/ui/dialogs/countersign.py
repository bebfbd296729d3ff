"""A second person signs inside the first one's session: name and password, checked by whoever opened it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QWidget

from facility_app.kernel.labels import label
from facility_app.ui.dialogs.frame import DialogFrame
from facility_app.ui.dialogs.password_line import HEAD, PasswordLine
from facility_app.ui.forms.ime import ComposingLine
from facility_app.ui.i18n import shown, tr
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets.buttons import Loudness
from facility_app.ui.widgets.labels import words

NAME = label("login", "Tên tài khoản")
CAPS = label("login", "Phím Caps Lock đang bật.")
NO_NAME = label("ui", "Gõ tên tài khoản và mật khẩu của người ký thứ hai.")
CHECKING = label("ui", "Đang kiểm tra…")
SIGN = label("verbs", "Ký xác nhận")

Check = Callable[[str, str, Callable[[str], None]], None]
"""``check(name, password, answer)``: look in the background, then ``answer("")`` or the words of the refusal."""


class CountersignDialog(DialogFrame):
    """Stays open until the second person is known or gives up; what the first one typed below is untouched.

    Signals:
        signed: the account name of whoever signed.
    """

    signed = Signal(str)

    def __init__(
        self, theme: Theme, title: str, text: str = "", *, check: Check, verb: str = SIGN, parent: QWidget
    ) -> None:
        """Ask for a second person; ``text`` says what they sign."""
        super().__init__(theme, title, text, parent=parent)
        self.setObjectName("countersign_dialog")
        self._check = check
        self._verb = verb
        self._is_over = False
        self.finished.connect(self._on_finished)
        self.name_edit = ComposingLine(self)
        self.name_edit.setObjectName("name_edit")
        self.name_edit.setAccessibleName(tr(NAME))
        self.password_edit = PasswordLine(self)
        self.caps_label = words(CAPS, ink=Tone.WARNING, parent=self)
        self.caps_label.hide()
        form = QFormLayout()
        form.setHorizontalSpacing(theme.px(12))
        form.setVerticalSpacing(theme.px(8))
        form.addRow(words(NAME, weight="medium"), self.name_edit)
        form.addRow(words(HEAD, weight="medium"), self.password_edit)
        self.body.addLayout(form)
        self.body.addWidget(self.caps_label)
        self.refuse_button = self.add_refusal()
        self.sign_button = self.add_button(verb, Loudness.PRIMARY, is_default=True)
        self.sign_button.setObjectName("sign_button")
        self.sign_button.clicked.connect(self._on_sign_clicked)
        self.name_edit.entered.connect(self.password_edit.setFocus)
        self.password_edit.entered.connect(self._on_sign_clicked)
        self.password_edit.shouted.connect(self.caps_label.setVisible)
        self.name_edit.setFocus()

    def _set_busy(self, *, is_busy: bool) -> None:
        for widget in (self.name_edit, self.password_edit, self.sign_button):
            widget.setEnabled(not is_busy)
        self.sign_button.set_text(CHECKING if is_busy else self._verb)

    def _on_sign_clicked(self) -> None:
        self.name_edit.commit_ime()
        name, password = self.name_edit.text().strip(), self.password_edit.text()
        if not name or not password:
            self.show_error(tr(NO_NAME))
            (self.password_edit if name else self.name_edit).setFocus()
            return
        self.show_error("")
        self._set_busy(is_busy=True)
        self._check(name, password, self._on_checked)

    def _on_finished(self) -> None:
        self._is_over = True

    def _on_checked(self, refusal: str) -> None:
        # The second person may have walked away while the password was being checked.
        if self._is_over:
            return
        self._set_busy(is_busy=False)
        if refusal:
            self.show_error(shown(refusal))
            self.password_edit.setFocus()
            self.password_edit.selectAll()
            return
        name = self.name_edit.text().strip()
        self.password_edit.forget()
        self.accept()
        self.signed.emit(name)
