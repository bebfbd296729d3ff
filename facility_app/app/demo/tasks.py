"""Work waiting in the demo: files to complete, alerts to look at again."""

from collections.abc import Sequence
from datetime import date, timedelta

from facility_app.app.demo.chance import Chance
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Role
from facility_app.kernel.labels import label
from facility_app.modules.tasks.domain import RaiseTask
from facility_app.modules.tasks.service import raise_task

COMPLETE = label("tasks", "Bổ sung hồ sơ: thiếu giấy tờ tùy thân")
REVIEW = label("tasks", "Xem lại cảnh báo, còn cần thì gia hạn")
KINDS = (("residents.complete_file", COMPLETE, Role.INTAKE), ("residents.review_alert", REVIEW, Role.HEAD))
COUNT = 18


def write_tasks(uow: UnitOfWork, chance: Chance, people: Sequence[str], today: date) -> None:
    """A week's work: some overdue, some for today, some to come."""
    for resident_id in people[-COUNT:]:
        kind, text, role = chance.one_of(KINDS)
        due = today + timedelta(days=chance.between(-3, 6))
        raise_task(uow, RaiseTask(kind, text, "resident", resident_id, due, role, resident_id=resident_id))
