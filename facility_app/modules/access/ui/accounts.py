"""The page of accounts: who may sign in, in which roles; and what an administrator does about it."""

from functools import partial

from typing_extensions import override

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.modules.access.domain import MANAGE_USERS, own_roles
from facility_app.modules.access.queries import UserRow
from facility_app.modules.access.service import PasswordGiven
from facility_app.modules.access.ui.account_dialogs import (
    ADD,
    CHANGE_VERB,
    DISABLE_VERB,
    RESET_VERB,
    OtherRoles,
    ask_end,
    ask_new_account,
    ask_reset,
    ask_roles,
    given_anew,
)
from facility_app.modules.access.ui.account_list import accounts_list
from facility_app.modules.access.ui.house import House
from facility_app.modules.access.ui.one_time import password_once
from facility_app.modules.access.ui.words import CHOOSE_ONE
from facility_app.ui.i18n import refusal, tr
from facility_app.ui.lists.list_page import ListPage
from facility_app.ui.shell.spec import ActionSpec, PageContext
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone

IS_CLOSED = label("access", "Tài khoản {name} đã khóa và không mở lại được. Hãy thêm tài khoản mới cho người này.")
OWN = label("access", "Đây là tài khoản của chính mình. Hãy nhờ một quản trị viên khác.")
OWN_PASSWORD = label("access", "Đây là tài khoản của chính mình. Hãy dùng mục “Đổi mật khẩu” ở góc trên bên phải.")
CHANGED = label("access", "Đã đổi vai trò của {name}.")
DISABLED = label("access", "Đã khóa tài khoản {name}.")
HINT = label("access", "Enter đổi vai trò · Ctrl+N thêm tài khoản")


class AccountsPage(ListPage):
    """The list, and four verbs on what is selected in it."""

    def __init__(self, house: House, context: PageContext) -> None:
        """Make the page."""
        self._add = ActionSpec("access.add_user", ADD, self.add, "user-plus", "Ctrl+N", MANAGE_USERS)
        super().__init__(context, accounts_list(house), actions=(self._add,))
        self.panel.row_activated.connect(self._on_row_opened)
        self.panel.model.dataChanged.connect(self.actions_changed)

    def selected(self) -> UserRow | None:
        """The one account selected."""
        ids = self.selected_ids()
        return self.panel.model.row_of(ids[0]) if len(ids) == 1 else None

    def add(self) -> None:
        """Ask for a new account."""
        dialog = ask_new_account(self.context, self)
        dialog.saved.connect(self._on_password_given)
        dialog.open_with(None)

    def change_roles(self) -> None:
        """Ask for other roles of the account selected."""
        row = self.selected()
        if row is not None:
            dialog = ask_roles(self.context, row, self)
            dialog.saved.connect(self._on_roles_changed)
            dialog.open_with(OtherRoles(tuple(role.value for role in sorted(row.roles))))

    def reset_password(self) -> None:
        """Ask whether the account selected gets a new password."""
        row = self.selected()
        if row is not None:
            question = ask_reset(self.context, row, self)
            question.answered.connect(partial(self._on_reset_wanted, row))
            question.open()

    def disable(self) -> None:
        """Ask for the end of the account selected."""
        row = self.selected()
        if row is not None:
            dialog = ask_end(self.context, row, self)
            dialog.saved.connect(self._on_disabled)
            dialog.open_with(None)

    def _why_no_roles(self) -> str | None:
        return self._why_not(refusal(own_roles()))

    def _why_no_password(self) -> str | None:
        return self._why_not(tr(OWN_PASSWORD))

    def _why_no_end(self) -> str | None:
        return self._why_not(tr(OWN))

    def _why_not(self, own: str) -> str | None:
        """What the row itself says; the verb has the last word."""
        row = self.selected()
        if row is None:
            return tr(CHOOSE_ONE)
        if row.is_disabled:
            return tr(IS_CLOSED, name=row.name)
        return own if row.user_id == self.context.actor.user_id else None

    def _on_row_opened(self, _row_id: str) -> None:
        reason = self._why_no_roles()
        if reason is None:
            self.change_roles()
        else:
            self.context.say(reason, Tone.INFO)

    def _on_password_given(self, given: PasswordGiven) -> None:
        self.panel.select_when_here(given.user.user_id)
        if given.one_time_password is not None:
            password_once(self.context.theme, given.user.name, given.one_time_password, self).ask()

    def _on_roles_changed(self, row: UserRow) -> None:
        self._say_done(CHANGED, row)

    def _on_reset_wanted(self, row: UserRow, _choice: str) -> None:
        given_anew(self.context, row, self).success(self._on_password_given).failure(self._on_failed).run()

    def _on_disabled(self, row: UserRow) -> None:
        self._say_done(DISABLED, row)

    def _say_done(self, words: Label, row: UserRow) -> None:
        self.panel.select_when_here(row.user_id)
        self.context.say(tr(words, name=row.name), Tone.OK)

    def _on_failed(self, failure: Failure) -> None:
        self.context.say(failure.words, Tone.WARNING if isinstance(failure.error, UserError) else Tone.DANGER)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        made = (
            ("access.change_roles", CHANGE_VERB, self.change_roles, "users", "F2", self._why_no_roles),
            ("access.reset_password", RESET_VERB, self.reset_password, "key", "", self._why_no_password),
            ("access.disable_user", DISABLE_VERB, self.disable, "user-x", "", self._why_no_end),
        )
        others = (
            ActionSpec(name, verb, run, icon, key, MANAGE_USERS, why_not, is_dangerous=verb is DISABLE_VERB)
            for name, verb, run, icon, key, why_not in made
        )
        return (self._add, *others)

    @override
    def hint_text(self) -> str:
        return tr(HINT)
