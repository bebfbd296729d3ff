"""What people do about tasks: done in one key, acknowledged with a reason, taken back, handed over."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from facility_app.kernel.actor import ROLE_LABELS, Role
from facility_app.kernel.errors import FacilityError
from facility_app.kernel.labels import Label, label
from facility_app.modules.tasks.domain import NOTE_LIMIT, TASK_LIFE, TaskState, not_open_any_more
from facility_app.modules.tasks.queries import TaskRow, get_task
from facility_app.modules.tasks.service import (
    AcknowledgeTask,
    FinishTask,
    HandOverTask,
    ReopenTask,
    acknowledge_task,
    finish_task,
    hand_over_task,
    reopen_task,
)
from facility_app.modules.tasks.ui.house import House
from facility_app.modules.tasks.ui.words import what
from facility_app.ui.dialogs import Filing, FormDialog, ReasonDialog
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.text_fields import NoteField
from facility_app.ui.i18n import refusal, tr
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone

FINISH = label("verbs", "Làm xong")
ACKNOWLEDGE = label("verbs", "Ghi nhận…")
REOPEN = label("verbs", "Mở lại")
HAND_OVER = label("verbs", "Giao lại…")
OPEN = label("verbs", "Mở để làm")
CHOOSE_ONE = label("tasks", "Hãy chọn một việc trong danh sách trước.")
NO_DOOR = label("tasks", "Việc này không có trang riêng để mở. Làm xong ngoài chương trình thì bấm “Làm xong”.")
FINISHED = label("tasks", "Đã xong: {task}")
ACKNOWLEDGED = label("tasks", "Đã ghi nhận, không làm: {task}")
REOPENED = label("tasks", "Việc lại nằm trong danh sách: {task}")
HANDED_OVER = label("tasks", "Đã giao lại: {task}")
ACK_TITLE = label("tasks", "Ghi nhận mà không làm")
ACK_TEXT = label(
    "tasks",
    "{task}\n\nViệc rời danh sách và không còn báo đỏ. Lý do được lưu cùng tên người ghi; mở lại lúc nào cũng "
    "được.",
)
ACK_VERB = label("verbs", "Ghi nhận")
FREQUENT = (
    label("tasks", "Đã làm trước khi có việc này"),
    label("tasks", "Không còn cần vì tình hình đã thay đổi"),
    label("tasks", "Bộ phận khác đã làm"),
)
HAND_TITLE = label("tasks", "Giao việc cho vai trò khác")
HAND_VERB = label("verbs", "Giao việc")
ROLE = label("tasks", "Giao cho vai trò")
REASON = label("tasks", "Lý do")


@dataclass(frozen=True, slots=True)
class Handing:
    """What the dialog of handing over asks for."""

    role: str
    reason: str | None = None


class Deeds(QObject):
    """Does them for one page and tells what became of it."""

    def __init__(self, context: PageContext, house: House, page: QWidget) -> None:
        """Work for ``page``; questions open over it."""
        super().__init__(page)
        self._context, self._house, self._page = context, house, page

    def open(self, task: TaskRow | None) -> None:
        """Go to what ``task`` is about, or say why not."""
        reason = self.why_not_open(task)
        door = None if task is None else self._house.door(task)
        if reason is None and door is not None:
            self._context.go(door)
        else:
            self._context.say(reason or "", Tone.INFO)

    def finish(self, task: TaskRow | None) -> None:
        """One key: done, with the way back on offer."""
        if self._may(task, "tasks.finish") and task is not None:
            command = FinishTask(task.task_id, task.version)
            op = self._context.runner.command(self, partial(_finish, command))
            op.success(partial(self._on_closed, task, FINISHED)).failure(self._on_failed).run()

    def acknowledge(self, task: TaskRow | None) -> None:
        """Ask why it is not done."""
        if self._may(task, "tasks.acknowledge") and task is not None:
            dialog = ReasonDialog(
                self._context.theme,
                tr(ACK_TITLE),
                tr(ACK_TEXT, task=what(task)),
                verb=ACK_VERB,
                frequent=FREQUENT,
                limit=NOTE_LIMIT,
                parent=self._page,
            )
            dialog.given.connect(partial(self._on_reason_given, task))
            dialog.open()

    def reopen(self, task: TaskRow | None) -> None:
        """Back on the list."""
        if self._may(task, "tasks.reopen") and task is not None:
            command = ReopenTask(task.task_id, task.version)
            op = self._context.runner.command(self, partial(_reopen, command))
            op.success(partial(self._on_told, task, REOPENED)).failure(self._on_failed).run()

    def hand_over(self, task: TaskRow | None) -> None:
        """Ask whom it goes to."""
        if task is None:
            return
        form: Form[Handing] = Form(Handing, with_bar=False)
        form.add(
            CodeField(
                "role",
                ROLE,
                options=[(role.value, ROLE_LABELS[role]) for role in Role if role in task.open_to],
                is_required=True,
            )
        )
        form.add(NoteField("reason", REASON, is_required=True, limit=NOTE_LIMIT, lines=2))
        filing: Filing[Handing] = Filing(
            key=f"tasks.hand_over {task.task_id}", save=partial(_hand_over, task.task_id)
        )
        context = self._context
        dialog = FormDialog(
            context.theme, context.runner, context.drafts, form, filing,
            title=tr(HAND_TITLE), text=what(task), verb=HAND_VERB, parent=self._page,
        )  # fmt: skip
        dialog.saved.connect(partial(self._on_told, task, HANDED_OVER))
        dialog.open_with(Handing(task.role.value), task.version)

    def why_not_open(self, task: TaskRow | None) -> str | None:
        """Why there is nowhere to go."""
        if task is None:
            return tr(CHOOSE_ONE)
        return None if self._house.door(task) is not None else tr(NO_DOOR)

    def why_not_hand_over(self, task: TaskRow | None) -> str | None:
        """Why it stays with whom it is."""
        if task is None:
            return tr(CHOOSE_ONE)
        return None if task.state is TaskState.OPEN else refusal(not_open_any_more(task.state))

    def why_not(self, verb: str, task: TaskRow | None) -> str | None:
        """Why ``verb`` cannot be done now, as the life of a task says it."""
        if task is None:
            return tr(CHOOSE_ONE)
        try:
            TASK_LIFE.transition(task.state, verb)
        except FacilityError as error:
            return refusal(error)
        return None

    def _may(self, task: TaskRow | None, verb: str) -> bool:
        reason = self.why_not(verb, task)
        if reason is not None:
            self._context.say(reason, Tone.INFO)
        return reason is None

    def _on_reason_given(self, task: TaskRow, reason: str) -> None:
        command = AcknowledgeTask(task.task_id, task.version, reason)
        op = self._context.runner.command(self, partial(_acknowledge, command))
        op.success(partial(self._on_closed, task, ACKNOWLEDGED)).failure(self._on_failed).run()

    def _on_closed(self, task: TaskRow, told: Label, _answer: object) -> None:
        self._context.say(tr(told, task=what(task)), Tone.OK, partial(self._take_back, task))

    def _on_told(self, task: TaskRow, told: Label, _answer: object) -> None:
        self._context.say(tr(told, task=what(task)))

    def _take_back(self, task: TaskRow) -> None:
        op = self._context.runner.command(self, partial(_reopen_as_it_is, task.task_id))
        op.success(partial(self._on_told, task, REOPENED)).failure(self._on_failed).run()

    def _on_failed(self, failure: Failure) -> None:
        self._context.say(failure.words, Tone.DANGER)


def _finish(command: FinishTask, uow: Any) -> None:
    finish_task(uow, command)


def _acknowledge(command: AcknowledgeTask, uow: Any) -> None:
    acknowledge_task(uow, command)


def _reopen(command: ReopenTask, uow: Any) -> None:
    reopen_task(uow, command)


def _reopen_as_it_is(task_id: str, uow: Any) -> None:
    """Take back what was done a moment ago: whatever its version is now."""
    reopen_task(uow, ReopenTask(task_id, get_task(uow, task_id).version))


def _hand_over(task_id: str, uow: Any, values: Mapping[str, Any], version: int) -> None:
    hand_over_task(uow, HandOverTask(task_id, version, Role(values["role"]), values["reason"]))
