"""What the slice of tasks offers the house."""

from facility_app.kernel.labels import label
from facility_app.kernel.privacy import LocalOnly, Retention, TableSpec
from facility_app.kernel.spec import ModuleSpec, Verb
from facility_app.modules.tasks import queries, tables
from facility_app.modules.tasks.domain import DO_TASKS, MANAGE_TASKS, RAISE_TASKS, READ_TASKS

SPEC = ModuleSpec(
    id="tasks",
    permissions=(READ_TASKS, DO_TASKS, RAISE_TASKS, MANAGE_TASKS),
    verbs=(
        Verb("tasks.raise", label("verbs", "Tạo việc"), RAISE_TASKS),
        Verb("tasks.withdraw", label("verbs", "Rút việc"), RAISE_TASKS),
        Verb("tasks.finish", label("verbs", "Làm xong việc"), DO_TASKS),
        Verb("tasks.acknowledge", label("verbs", "Ghi nhận việc, nêu lý do"), DO_TASKS),
        Verb("tasks.reopen", label("verbs", "Mở lại việc"), DO_TASKS),
        Verb("tasks.hand_over", label("verbs", "Giao việc cho người khác"), MANAGE_TASKS),
    ),
    tables=(
        TableSpec(tables.Task.__tablename__, LocalOnly("the worklists of this facility"), Retention.TRANSIENT),
    ),
    answers=queries.ANSWERS,
)
