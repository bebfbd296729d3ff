"""The first tab of a person: their own facts, and what ends a file."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.change import Change
from facility_app.kernel.labels import label
from facility_app.kernel.sex import SEX_LABELS
from facility_app.modules.staff.domain import EDIT_STAFF, STAFF_KIND_LABELS
from facility_app.modules.staff.queries import StaffFile, find_entry, get_staff_file
from facility_app.modules.staff.service import (
    EndEmployment,
    VoidStaffMember,
    end_employment,
    void_staff_member,
)
from facility_app.modules.staff.ui import words
from facility_app.modules.staff.ui.dated import Ending, ending_form
from facility_app.modules.staff.ui.fields import RANKS
from facility_app.modules.staff.ui.house import Accounts
from facility_app.modules.staff.ui.member_form import (
    ACCOUNT,
    BORN,
    EDIT,
    KIND,
    NAME,
    PERSONAL_NO,
    PHONE,
    RANK,
    SEX,
    STAFF_NO,
    ask_member,
)
from facility_app.modules.staff.ui.people import LIST_PAGE
from facility_app.ui.actions import ActionBar
from facility_app.ui.dialogs import Filing, FormDialog, ReasonDialog
from facility_app.ui.i18n import tr
from facility_app.ui.shell.page import Pane
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Card, KeyValue, KeyValueGrid, StateStack

TITLE = label("staff", "Hồ sơ")
WORKS = label("staff", "Làm việc")
END, VOID = label("verbs", "Ghi thôi việc"), label("verbs", "Gạch bỏ hồ sơ nhập nhầm…")
END_TEXT = label(
    "staff", "{name}. Chức vụ và quyền ký kết thúc cùng ngày; người quản trị được nhắc khóa tài khoản."
)
LAST_DAY = label("staff", "Ngày làm việc cuối")
VOID_TITLE = label("staff", "Gạch bỏ hồ sơ nhập nhầm")
VOID_TEXT = label(
    "staff",
    "{name}. Dùng khi nhập nhầm hoặc nhập trùng; chức vụ, quyền ký và chứng chỉ đi cùng. Người thôi việc thì ghi "
    "thôi việc.",
)
VOID_VERB = label("verbs", "Gạch bỏ hồ sơ")
SAVED, ENDED, VOIDED = (
    label("staff", "Đã lưu hồ sơ cán bộ."),
    label("staff", "Đã ghi thôi việc."),
    label("staff", "Đã gạch bỏ hồ sơ."),
)
HAS_LEFT = label("staff", "Người này đã thôi việc ngày {day}.")


@dataclass(frozen=True, slots=True)
class Known:
    """The file with the words of its codes."""

    file: StaffFile
    rank: str
    account: str


class FilePane(Pane):
    """Facts and the verbs on the whole file; F2 corrects."""

    def __init__(self, accounts: Accounts | None, context: PageContext, member_id: str) -> None:
        """Read and show them."""
        super().__init__()
        self.context, self.member_id = context, member_id
        self._accounts = accounts
        self._known: Known | None = None
        theme = context.theme
        card = Card(theme, tr(TITLE))
        self.bar = ActionBar(theme, context.actor, card)
        if card.head is not None:
            card.head.add(self.bar)
        self.grid = KeyValueGrid(theme, columns=2)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.grid)
        column.addStretch(1)
        self.states = StateStack(theme, inside)
        card.body.addWidget(self.states)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(card)
        self.states.retry_requested.connect(self._ask)
        self.bar.set_actions(
            (
                ActionSpec("staff.edit", EDIT, self.edit, "pencil", "F2", EDIT_STAFF),
                ActionSpec("staff.end_employment", END, self.end, "logout", "", EDIT_STAFF, self._why_no_end),
                ActionSpec("staff.void", VOID, self.void, "x", "", EDIT_STAFF, is_dangerous=True, is_in_menu=True),
            )
        )
        self.states.show_loading()
        self._ask()

    def edit(self) -> None:
        """Open the form."""
        if self._known is not None:
            dialog = ask_member(self.context, self._accounts, self._known.file, self)
            dialog.saved.connect(self._on_saved)

    def end(self) -> None:
        """Ask for the last day."""
        if self._known is None:
            return
        file, context = self._known.file, self.context
        filing: Filing[Ending] = Filing(key=f"staff.end {file.member_id}", save=partial(_end, file.member_id))
        dialog: FormDialog[Ending] = FormDialog(
            context.theme, context.runner, context.drafts, ending_form(context, LAST_DAY), filing,
            title=tr(END), text=tr(END_TEXT, name=file.full_name), verb=END, parent=self,
        )  # fmt: skip
        dialog.saved.connect(self._on_ended)
        dialog.open_with(Ending(context.today()), file.version)

    def void(self) -> None:
        """Ask why the file is struck out."""
        if self._known is not None:
            text, theme = tr(VOID_TEXT, name=self._known.file.full_name), self.context.theme
            dialog = ReasonDialog(theme, tr(VOID_TITLE), text, verb=VOID_VERB, is_dangerous=True, parent=self)
            dialog.given.connect(self._on_void_reason)
            dialog.open()

    def _ask(self) -> None:
        op = self.context.runner.query(self, partial(_read, self._accounts, self.member_id), topic="file")
        op.success(self._on_read).failure(self._on_failed).run()

    def _on_read(self, known: Known) -> None:
        self._known = known
        file = known.file
        lines = (
            (NAME, file.full_name),
            (STAFF_NO, file.staff_no or ""),
            (KIND, tr(STAFF_KIND_LABELS[file.kind])),
            (RANK, known.rank),
            (BORN, words.day(file.born_on)),
            (SEX, "" if file.sex is None else tr(SEX_LABELS[file.sex])),
            (PERSONAL_NO, file.personal_no or ""),
            (PHONE, file.phone or ""),
            (WORKS, words.days(file.joined_on, file.left_on)),
            (ACCOUNT, known.account),
        )
        self.grid.set_rows([KeyValue(tr(head), value) for head, value in lines])
        self.states.show_content()
        self.bar.recheck()

    def _on_failed(self, failure: Failure) -> None:
        self.states.show_error(failure.words, failure.details, can_retry=failure.is_retryable)

    def _why_no_end(self) -> str | None:
        left_on = None if self._known is None else self._known.file.left_on
        return None if left_on is None else tr(HAS_LEFT, day=words.day(left_on))

    def _on_saved(self, _answer: object) -> None:
        self.context.say(tr(SAVED))

    def _on_ended(self, _answer: object) -> None:
        self.context.say(tr(ENDED))

    def _on_void_reason(self, reason: str) -> None:
        if self._known is not None:
            command = VoidStaffMember(self.member_id, self._known.file.version, reason)
            op = self.context.runner.command(self, partial(_void, command))
            op.success(self._on_voided).failure(self._on_refused).run()

    def _on_voided(self, _answer: object) -> None:
        self.context.say(tr(VOIDED))
        self.context.go(Route(LIST_PAGE))

    def _on_refused(self, failure: Failure) -> None:
        self.context.say(failure.words, Tone.DANGER)

    @override
    def refresh(self, change: Change) -> None:
        if ("staff_member", self.member_id) in change.records:
            self._ask()

    @override
    def first_focus(self) -> QWidget:
        buttons = self.bar.buttons()
        return buttons[0] if buttons else self


def _read(accounts: Accounts | None, member_id: str, uow: Any) -> Known:
    file = get_staff_file(uow, member_id)
    rank = find_entry(uow, RANKS, file.rank)
    account = None
    if accounts is not None and file.user_id is not None and uow.actor.may(accounts.permission):
        account = accounts.find(uow, file.user_id)
    return Known(
        file,
        "" if rank is None else tr(rank.text),
        "" if account is None else account.text,
    )


def _end(member_id: str, uow: Any, values: Any, version: int) -> None:
    end_employment(uow, EndEmployment(member_id, version, values["to_on"], values["reason"]))


def _void(command: VoidStaffMember, uow: Any) -> None:
    void_staff_member(uow, command)
