"""The questions of the page of accounts: a new one, other roles, a new password, the end of one."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import label
from facility_app.kernel.names import fold
from facility_app.modules.access.domain import NAME_LIMIT
from facility_app.modules.access.queries import UserRow
from facility_app.modules.access.service import (
    AddUser,
    ChangeRoles,
    DisableUser,
    PasswordGiven,
    ResetPassword,
    add_user,
    change_roles,
    disable_user,
    reset_password,
)
from facility_app.modules.access.ui.form_dialog import FormDialog
from facility_app.modules.access.ui.role_field import RoleField
from facility_app.modules.access.ui.words import REASON
from facility_app.ui.dialogs import Choice, Question
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.text_fields import NameField, NoteField, TextField
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Op
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets import Loudness

ADD = label("verbs", "Thêm tài khoản")
ADD_TEXT = label(
    "access",
    "Chương trình lập một mật khẩu dùng một lần và hiện ra đúng một lần, để trao tận tay người dùng.",
)
NAME = label("access", "Tên tài khoản")
NAME_HINT = label("access", "Tên người này gõ khi đăng nhập. Ví dụ: nguyen.van.duc")
ROLES = label("access", "Vai trò")
ROLES_HINT = label("access", "Một người giữ được nhiều vai trò. Mỗi vai trò làm được gì: xem trang Bảng quyền.")
CHANGE = label("access", "Đổi vai trò của {name}")
CHANGE_TEXT = label(
    "access", "Người đang đăng nhập mà mất một vai trò sẽ phải đăng nhập lại ở việc tiếp theo. Lý do được lưu."
)
CHANGE_VERB = label("verbs", "Đổi vai trò")
RESET = label("access", "Cấp lại mật khẩu cho {name}?")
RESET_TEXT = label(
    "access",
    "Mật khẩu cũ của {name} hết hiệu lực trên mọi máy. Chương trình hiện mật khẩu dùng một lần, đúng một lần, để "
    "trao tận tay người đó.",
)
RESET_VERB = label("verbs", "Cấp lại mật khẩu")
DISABLE = label("access", "Khóa tài khoản {name}")
DISABLE_TEXT = label(
    "access",
    "Khóa là việc cuối cùng: {name} không đăng nhập được nữa, trên mọi máy, và tài khoản không mở lại được. Việc đã "
    "làm dưới tên này vẫn giữ trong nhật ký.",
)
DISABLE_VERB = label("verbs", "Khóa tài khoản")
TYPED = label("access", "Gõ lại tên tài khoản để xác nhận")
NOT_TYPED = label("access", "Gõ đúng tên tài khoản vào ô xác nhận thì mới khóa được.")
RESET_CHOICE = "reset"
FIELDS_WIDTH = 660


@dataclass(frozen=True, slots=True)
class NewAccount:
    """What the dialog of a new account asks for."""

    name: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OtherRoles:
    """What the dialog of other roles asks for."""

    roles: tuple[str, ...]
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class ClosedAccount:
    """What the dialog of the end of an account asks for."""

    reason: str
    typed: str


def ask_new_account(context: PageContext, parent: QWidget) -> FormDialog[NewAccount]:
    """Ask for a new account; ``done`` carries a ``PasswordGiven``."""
    form: Form[NewAccount] = Form(NewAccount, with_bar=False)
    form.add(NameField("name", NAME, is_required=True, hint=NAME_HINT, limit=NAME_LIMIT))
    form.add(RoleField("roles", ROLES, theme=context.theme, is_required=True, hint=ROLES_HINT))
    dialog = FormDialog(
        context, tr(ADD), tr(ADD_TEXT), form, _add, verb=ADD, draft_key="access.add_user", parent=parent
    )
    dialog.setMinimumWidth(context.theme.px(FIELDS_WIDTH))
    return dialog


def ask_roles(context: PageContext, row: UserRow, parent: QWidget) -> FormDialog[OtherRoles]:
    """Ask for other roles of ``row``; ``done`` carries the account."""
    form: Form[OtherRoles] = Form(OtherRoles, with_bar=False)
    form.add(RoleField("roles", ROLES, theme=context.theme, is_required=True, hint=ROLES_HINT))
    form.load(OtherRoles(tuple(role.value for role in sorted(row.roles))))
    # After loading: a reason nobody was asked for yet is not missing.
    form.add(NoteField("reason", REASON, is_required=True, limit=500, lines=2))
    dialog = FormDialog(
        context,
        tr(CHANGE, name=row.name),
        tr(CHANGE_TEXT),
        form,
        partial(_change, row.name),
        verb=CHANGE_VERB,
        draft_key=f"access.change_roles {row.user_id}",
        parent=parent,
    )
    dialog.setMinimumWidth(context.theme.px(FIELDS_WIDTH))
    return dialog


def ask_reset(theme: Theme, row: UserRow, parent: QWidget) -> Question:
    """Ask whether the account really gets a new password; answers ``RESET_CHOICE``."""
    choice = Choice(RESET_CHOICE, RESET_VERB, Loudness.PRIMARY)
    return Question(
        theme,
        tr(RESET, name=row.name),
        tr(RESET_TEXT, name=row.name),
        (choice,),
        tone=Tone.WARNING,
        parent=parent,
    )


def given_anew(context: PageContext, row: UserRow, owner: QWidget) -> Op[PasswordGiven]:
    """Give the account a one-time password."""
    return context.runner.command(owner, partial(_reset, row.name))


def ask_disable(context: PageContext, row: UserRow, parent: QWidget) -> "DisableDialog":
    """Ask for the end of ``row``: a reason, and its name typed."""
    return DisableDialog(context, row, parent)


class DisableDialog(FormDialog[ClosedAccount]):
    """Its verb can be pressed once the account's name stands in the second line."""

    def __init__(self, context: PageContext, row: UserRow, parent: QWidget) -> None:
        """Ask about ``row``."""
        form: Form[ClosedAccount] = Form(ClosedAccount, with_bar=False)
        reason = NoteField("reason", REASON, is_required=True, limit=500, lines=2)
        self.typed_field = TextField("typed", TYPED)
        form.add(reason)
        form.add(self.typed_field)
        super().__init__(
            context,
            tr(DISABLE, name=row.name),
            tr(DISABLE_TEXT, name=row.name),
            form,
            partial(_disable, row.name),
            verb=DISABLE_VERB,
            icon="user-x",
            is_dangerous=True,
            parent=parent,
        )
        self._name = row.name
        form.edited.connect(self._on_edited)
        self._on_edited()

    def _on_edited(self) -> None:
        is_typed = fold(self.typed_field.typed()) == fold(self._name)
        self.verb_button.set_why_not(None if is_typed else NOT_TYPED)


def _add(uow: Any, wanted: NewAccount) -> PasswordGiven:
    return add_user(uow, AddUser(wanted.name, wanted.roles, None))


def _change(name: str, uow: Any, wanted: OtherRoles) -> UserRow:
    return change_roles(uow, ChangeRoles(name, wanted.roles, wanted.reason or ""))


def _reset(name: str, uow: Any) -> PasswordGiven:
    return reset_password(uow, ResetPassword(name, None))


def _disable(name: str, uow: Any, wanted: ClosedAccount) -> UserRow:
    return disable_user(uow, DisableUser(name, wanted.reason))
