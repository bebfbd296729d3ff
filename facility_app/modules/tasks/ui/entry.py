"""What the slice of tasks offers the window: the home page and the list of all tasks."""

from functools import partial

from facility_app.kernel.labels import label
from facility_app.modules.tasks.domain import READ_TASKS
from facility_app.modules.tasks.queries import count_overdue
from facility_app.modules.tasks.ui import task_list, today
from facility_app.modules.tasks.ui.house import House
from facility_app.modules.tasks.ui.task_list import TaskListPage
from facility_app.modules.tasks.ui.today import LIST_PAGE, TODAY_PAGE, TodayPage
from facility_app.ui.shell.spec import PageSpec

SECTION = label("ui", "Công việc")


def pages(house: House) -> tuple[PageSpec, ...]:
    """The pages, with the names and doors of ``house``."""
    return (
        PageSpec(
            TODAY_PAGE,
            today.TITLE,
            SECTION,
            "home",
            READ_TASKS,
            partial(TodayPage, house),
            order=0,
            also=(label("tasks", "trang chủ"), label("tasks", "việc cần làm")),
            help="cua-so#hom-nay",
            count=count_overdue,
            tables=frozenset({"task"}),
        ),
        PageSpec(
            LIST_PAGE,
            task_list.TITLE,
            None,
            "list-check",
            READ_TASKS,
            partial(TaskListPage, house),
            help="cua-so#hom-nay",
            beneath=TODAY_PAGE,
            also=(label("tasks", "việc đã xong"),),
        ),
    )


PAGES = pages(House())
