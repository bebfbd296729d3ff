"""The questions of the page of accounts: a new one, other roles, a new password, the end of one."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

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
from facility_app.modules.access.ui.role_field import RoleField
from facility_app.modules.access.ui.words import REASON
from facility_app.ui.dialogs import Choice, Filing, FormDialog, Question
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.notice import Words
from facility_app.ui.forms.text_fields import NameField, NoteField, TextField
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Op
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Loudness, set_loudness

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
    "Khóa là việc cuối cùng: {name} không đăng nhập được nữa, trên mọi máy, và tài khoản không mở lại được. Việc "
    "đã làm dưới tên này vẫn giữ trong nhật ký.",
)
DISABLE_VERB = label("verbs", "Khóa tài khoản")
TYPED = label("access", "Gõ lại tên tài khoản để xác nhận")
NOT_TYPED = label("access", "Chữ vừa gõ không phải {name}. Xem lại có đúng tài khoản không rồi gõ lại.")
RESET_CHOICE = "reset"
REASON_LIMIT = 500

ValueT = TypeVar("ValueT")


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
class EndOfAccount:
    """What the dialog of the end of an account asks for."""

    reason: str
    typed: str


class SameNameField(TextField):
    """A name typed again, to be sure that it is meant."""

    def __init__(self, name: str, wanted: str) -> None:
        """Want ``wanted``; marks and letter case do not matter."""
        super().__init__(name, TYPED, is_required=True)
        self._wanted = wanted

    @override
    def own_trouble(self) -> Words | None:
        typed = fold(self.text())
        if typed and typed != fold(self._wanted):
            return Words(NOT_TYPED, {"name": self._wanted})
        return super().own_trouble()


def ask_new_account(context: PageContext, parent: QWidget) -> FormDialog[NewAccount]:
    """Ask for a new account; ``saved`` carries a ``PasswordGiven``."""
    form: Form[NewAccount] = Form(NewAccount, with_bar=False)
    form.add(NameField("name", NAME, is_person=False, is_required=True, hint=NAME_HINT, limit=NAME_LIMIT))
    form.add(RoleField("roles", ROLES, theme=context.theme, is_required=True, hint=ROLES_HINT))
    filing: Filing[NewAccount] = Filing(key="access.add_user", save=_add)
    return _dialog(context, form, filing, title=tr(ADD), text=tr(ADD_TEXT), verb=ADD, parent=parent)


def ask_roles(context: PageContext, row: UserRow, parent: QWidget) -> FormDialog[OtherRoles]:
    """Ask for other roles of ``row``; ``saved`` carries the account."""
    form: Form[OtherRoles] = Form(OtherRoles, with_bar=False)
    form.add(RoleField("roles", ROLES, theme=context.theme, is_required=True, hint=ROLES_HINT))
    form.add(NoteField("reason", REASON, is_required=True, limit=REASON_LIMIT, lines=2))
    filing: Filing[OtherRoles] = Filing(key=f"access.change_roles {row.user_id}", save=partial(_change, row.name))
    title = tr(CHANGE, name=row.name)
    return _dialog(context, form, filing, title=title, text=tr(CHANGE_TEXT), verb=CHANGE_VERB, parent=parent)


def ask_end(context: PageContext, row: UserRow, parent: QWidget) -> FormDialog[EndOfAccount]:
    """Ask for the end of ``row``: a reason, and its name typed; ``saved`` carries the account."""
    form: Form[EndOfAccount] = Form(EndOfAccount, with_bar=False)
    form.add(NoteField("reason", REASON, is_required=True, limit=REASON_LIMIT, lines=2))
    form.add(SameNameField("typed", row.name))
    filing: Filing[EndOfAccount] = Filing(key=f"access.disable_user {row.user_id}", save=partial(_end, row.name))
    title, text = tr(DISABLE, name=row.name), tr(DISABLE_TEXT, name=row.name)
    dialog = _dialog(context, form, filing, title=title, text=text, verb=DISABLE_VERB, parent=parent)
    set_loudness(dialog.save_button, Loudness.DANGER)
    return dialog


def ask_reset(context: PageContext, row: UserRow, parent: QWidget) -> Question:
    """Ask whether the account really gets a new password; answers ``RESET_CHOICE``."""
    choices = (Choice(RESET_CHOICE, RESET_VERB, Loudness.PRIMARY),)
    title, text = tr(RESET, name=row.name), tr(RESET_TEXT, name=row.name)
    return Question(context.theme, title, text, choices, tone=Tone.WARNING, parent=parent)


def given_anew(context: PageContext, row: UserRow, owner: QWidget) -> Op[PasswordGiven]:
    """Give the account a one-time password."""
    return context.runner.command(owner, partial(_reset, row.name))


def _dialog(context: PageContext, form: Form[ValueT], filing: Filing[ValueT], **shown: Any) -> FormDialog[ValueT]:
    return FormDialog(context.theme, context.runner, context.drafts, form, filing, **shown)


def _add(uow: Any, values: Mapping[str, Any], _version: int) -> PasswordGiven:
    return add_user(uow, AddUser(values["name"], values["roles"], None))


def _change(name: str, uow: Any, values: Mapping[str, Any], _version: int) -> UserRow:
    return change_roles(uow, ChangeRoles(name, values["roles"], values["reason"]))


def _reset(name: str, uow: Any) -> PasswordGiven:
    return reset_password(uow, ResetPassword(name, None))


def _end(name: str, uow: Any, values: Mapping[str, Any], _version: int) -> UserRow:
    return disable_user(uow, DisableUser(name, values["reason"]))
