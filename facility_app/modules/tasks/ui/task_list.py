"""Every task, open or closed, with who closed it, when and why."""

from dataclasses import replace
from typing import Any

from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.kernel.paging import Sort
from facility_app.modules.tasks.domain import DO_TASKS, MANAGE_TASKS, TASK_STATE_LABELS
from facility_app.modules.tasks.queries import TaskRow
from facility_app.modules.tasks.ui import rows
from facility_app.modules.tasks.ui.deeds import ACKNOWLEDGE, FINISH, HAND_OVER, REOPEN, Deeds
from facility_app.modules.tasks.ui.house import House
from facility_app.modules.tasks.ui.rows import TaskReads, WorkRow
from facility_app.ui.lists.list_page import ListPage
from facility_app.ui.models import ColumnSpec, FilterOption, FilterSpec, ListSpec
from facility_app.ui.shell.spec import ActionSpec, PageContext

ALL = "all"
TITLE = label("tasks", "Mọi việc")
STATE = label("tasks", "Tình trạng")
EVERY_STATE = label("tasks", "Cả việc đã đóng")
NOTHING_OPEN = label(
    "tasks",
    "Không còn việc nào đang mở. Việc mới tự hiện ở đây và ở Hôm nay khi tiếp nhận người, hoặc khi giấy tờ, "
    "chứng chỉ sắp hết hạn.",
)
SHOW_CLOSED = label("verbs", "Xem việc đã đóng")


def all_spec(reads: TaskReads) -> ListSpec[WorkRow]:
    """The list as data."""
    states = (
        FilterOption(ALL, EVERY_STATE),
        *(FilterOption(key, text) for key, text in TASK_STATE_LABELS.items()),
    )
    return ListSpec(
        id="tasks.list",
        title=TITLE,
        columns=(
            ColumnSpec(
                "due",
                label("tasks", "Hạn"),
                rows.due_of,
                rows.due_value,
                "due",
                176,
                ink=rows.due_ink,
                note=rows.due_day,
                wraps=True,
            ),
            ColumnSpec(
                "what",
                label("tasks", "Việc"),
                rows.what_of,
                sort="kind",
                width=258,
                is_strong=True,
                is_instruction=True,
            ),
            ColumnSpec(
                "person", label("tasks", "Người"), rows.person_of, width=200, note=rows.code_of, wraps=True
            ),
            ColumnSpec(
                "role", label("tasks", "Giao cho"), rows.given_to, sort="role", width=156, gives_way=3, wraps=True
            ),
            ColumnSpec("state", STATE, rows.state_of, width=194, tone=rows.state_tone),
            ColumnSpec(
                "note",
                label("tasks", "Ghi chú, lý do"),
                rows.note_of,
                width=110,
                note=rows.closed_by,
                gives_way=4,
                wraps=True,
            ),
            ColumnSpec(
                "closed",
                label("tasks", "Đóng lúc"),
                rows.closed_at_of,
                rows.closed_at_value,
                "closed",
                168,
                is_hidden=True,
            ),
            ColumnSpec("closer", label("tasks", "Người đóng"), rows.closer_of, width=130, is_hidden=True),
        ),
        ids=reads.all_ids,
        rows=reads.rows,
        row_id=rows.row_id,
        filters=(FilterSpec("state", STATE, states),),
        search=None,
        empty=NOTHING_OPEN,
        none_found=label("tasks", "Không có việc nào ở tình trạng này."),
        default_sort=(Sort("due"),),
        tables=frozenset({"task"}),
    )


class TaskListPage(ListPage):
    """The list, and the verbs on the task selected."""

    def __init__(self, house: House, context: PageContext) -> None:
        """Make the page."""
        closed = ActionSpec("tasks.show_closed", SHOW_CLOSED, self.show_closed, "history")
        super().__init__(context, all_spec(TaskReads(house)), actions=(closed,))
        self.deeds = Deeds(context, house, self)
        self._verbs = self._verbs_of()
        self.panel.row_activated.connect(self._on_open)
        self.panel.model.dataChanged.connect(self.actions_changed)
        self.panel.model.counted.connect(self._on_counted)

    def task(self) -> TaskRow | None:
        """The one task selected."""
        ids = self.selected_ids()
        row: Any = self.panel.model.row_of(ids[0]) if len(ids) == 1 else None
        return None if row is None else row.task

    def show_closed(self) -> None:
        """The closed ones too: what an empty list leads to."""
        self.panel.show_look(replace(self.panel.model.look, filters={"state": ALL}))

    def finish(self) -> None:
        """It is done."""
        self.deeds.finish(self.task())

    def acknowledge(self) -> None:
        """It is not done, for a reason."""
        self.deeds.acknowledge(self.task())

    def reopen(self) -> None:
        """It was closed by mistake."""
        self.deeds.reopen(self.task())

    def hand_over(self) -> None:
        """It goes to somebody else."""
        self.deeds.hand_over(self.task())

    def _verbs_of(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec("tasks.finish", FINISH, self.finish, "check", "", DO_TASKS, self._why_no_finish),
            ActionSpec("tasks.acknowledge", ACKNOWLEDGE, self.acknowledge, "eye", "", DO_TASKS, self._why_no_ack),
            ActionSpec("tasks.reopen", REOPEN, self.reopen, "rotate", "", DO_TASKS, self._why_no_reopen),
            ActionSpec("tasks.hand_over", HAND_OVER, self.hand_over, "switch-horizontal", "", MANAGE_TASKS,
                       self._why_no_hand_over),
        )  # fmt: skip

    def _why_no_finish(self) -> str | None:
        return self.deeds.why_not("tasks.finish", self.task())

    def _why_no_ack(self) -> str | None:
        return self.deeds.why_not("tasks.acknowledge", self.task())

    def _why_no_reopen(self) -> str | None:
        return self.deeds.why_not("tasks.reopen", self.task())

    def _why_no_hand_over(self) -> str | None:
        return self.deeds.why_not_hand_over(self.task())

    def _on_counted(self, count: int) -> None:
        if count and not self.selected_ids():
            self.panel.table.select_ids(self.panel.model.ids[:1])

    def _on_open(self, _task_id: str) -> None:
        self.deeds.open(self.task())

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return self._verbs
