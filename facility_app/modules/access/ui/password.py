"""One's own new password, typed twice after the present one; that opens nothing any more, on no machine."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QFormLayout, QWidget

from facility_app.kernel.labels import label
from facility_app.kernel.passwords import PASSWORD_RULE
from facility_app.modules.access.queries import UserRow
from facility_app.modules.access.service import ChangeOwnPassword, change_own_password
from facility_app.ui.dialogs import DialogFrame, PasswordLine
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Loudness, words

TITLE = label("access", "Đổi mật khẩu của mình")
TEXT = label(
    "access",
    "Mật khẩu mới chỉ mình bạn biết. Mật khẩu cũ hết hiệu lực trên mọi máy. Quên mật khẩu thì quản trị viên cấp "
    "lại.",
)
PRESENT = label("login", "Mật khẩu đang dùng")
NEW = label("login", "Mật khẩu mới")
AGAIN = label("login", "Nhập lại mật khẩu mới")
CAPS = label("login", "Phím Caps Lock đang bật.")
VERB = label("verbs", "Đổi mật khẩu")
CHANGING = label("access", "Đang đổi…")
NO_PRESENT = label("access", "Hãy gõ mật khẩu đang dùng vào ô đầu.")
EMPTY = label("access", "Hãy gõ mật khẩu mới vào cả hai ô.")
DIFFERENT = label("access", "Hai lần gõ khác nhau. Hãy gõ lại ô cuối.")
CHANGED = label("access", "Đã đổi mật khẩu. Từ lần đăng nhập sau hãy dùng mật khẩu mới.")


class PasswordDialog(DialogFrame):
    """Stays until the password is changed or the person gives up; nothing of it is kept."""

    def __init__(self, context: PageContext, parent: QWidget) -> None:
        """Three empty lines."""
        super().__init__(context.theme, tr(TITLE), tr(TEXT), parent=parent)
        self.setObjectName("password_dialog")
        self._context = context
        self._is_changing = False
        self.present_edit, self.new_edit, self.again_edit = (PasswordLine(self) for _ in range(3))
        self.present_edit.setObjectName("present_edit")
        self.new_edit.setObjectName("new_edit")
        self.again_edit.setObjectName("again_edit")
        self.caps_label = words(CAPS, ink=Tone.WARNING, parent=self)
        self.caps_label.hide()
        lines = QFormLayout()
        lines.setHorizontalSpacing(context.theme.px(12))
        lines.setVerticalSpacing(context.theme.px(8))
        for head, edit in ((PRESENT, self.present_edit), (NEW, self.new_edit), (AGAIN, self.again_edit)):
            edit.setAccessibleName(tr(head))
            edit.shouted.connect(self.caps_label.setVisible)
            lines.addRow(words(head, weight="medium"), edit)
            if head is NEW:
                self.rule_label = words(PASSWORD_RULE, ink=Tone.NEUTRAL, is_wrapped=True, parent=self)
                edit.setAccessibleDescription(self.rule_label.text())
                lines.addRow("", self.rule_label)
        self.body.addLayout(lines)
        self.body.addWidget(self.caps_label)
        self.refuse_button = self.add_refusal()
        self.verb_button = self.add_button(VERB, Loudness.PRIMARY, is_default=True)
        self.verb_button.setObjectName("verb_button")
        self.verb_button.clicked.connect(self._on_verb_clicked)
        self.present_edit.entered.connect(self.new_edit.setFocus)
        self.new_edit.entered.connect(self.again_edit.setFocus)
        self.again_edit.entered.connect(self._on_verb_clicked)
        self.finished.connect(self._on_finished)
        self.present_edit.setFocus()

    def _on_verb_clicked(self) -> None:
        if self._is_changing:
            return
        new, again = self.new_edit.text(), self.again_edit.text()
        if not self.present_edit.text():
            self._refuse(tr(NO_PRESENT), self.present_edit)
        elif not new or not again:
            self._refuse(tr(EMPTY), self.again_edit if new else self.new_edit)
        elif new != again:
            self._refuse(tr(DIFFERENT), self.again_edit)
        else:
            self.show_error("")
            self._set_changing(is_changing=True)
            op = self._context.runner.command(
                self, partial(_change, ChangeOwnPassword(self.present_edit.text(), new))
            )
            op.success(self._on_changed).failure(self._on_failed).run()

    def _set_changing(self, *, is_changing: bool) -> None:
        self._is_changing = is_changing
        for widget in (self.present_edit, self.new_edit, self.again_edit, self.verb_button, self.refuse_button):
            widget.setEnabled(not is_changing)
        self.verb_button.set_text(CHANGING if is_changing else VERB)

    def _refuse(self, why: str, where: PasswordLine) -> None:
        self.show_error(why)
        where.setFocus()
        where.selectAll()

    def _on_changed(self, _row: UserRow) -> None:
        self._set_changing(is_changing=False)
        self.accept()
        self._context.say(tr(CHANGED), Tone.OK)

    def _on_failed(self, failure: Failure) -> None:
        self._set_changing(is_changing=False)
        self._refuse(failure.words, self.present_edit if "present" in failure.fields else self.new_edit)

    def _on_finished(self) -> None:
        self.present_edit.forget()
        self.new_edit.forget()
        self.again_edit.forget()


def password_dialog(context: PageContext, parent: QWidget) -> PasswordDialog:
    """Ask for one's own new password, over ``parent``; the dialog is open when it comes back."""
    dialog = PasswordDialog(context, parent)
    dialog.open()
    return dialog


def _change(command: ChangeOwnPassword, uow: Any) -> UserRow:
    return change_own_password(uow, command)
