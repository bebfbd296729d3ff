"""Work waiting in the demo, of the roles the decree names: who has none sees the numbers of the house."""

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
PLAN = label("tasks", "Tư vấn, lập kế hoạch cai nghiện V-18 (Nghị định 163, khoản 4 Điều 84)")
EXAMINE = label("tasks", "Khám bệnh, lập hồ sơ bệnh án (Nghị định 163, khoản 1 Điều 85)")
KINDS = (
    ("residents.complete_file", COMPLETE, Role.INTAKE),
    ("residents.review_alert", REVIEW, Role.HEAD),
    ("treatment.examine", EXAMINE, Role.DOCTOR),
    ("education.plan", PLAN, Role.COUNSELLOR),
)
"""In turn, so that each of these roles has work in the smallest facility; the administrator's is the leaver."""
COUNT = 32


def write_tasks(uow: UnitOfWork, chance: Chance, people: Sequence[str], today: date) -> None:
    """A week's work: some overdue, some for today, some to come."""
    for place, resident_id in enumerate(people[-COUNT:]):
        kind, text, role = KINDS[place % len(KINDS)]
        due = today + timedelta(days=chance.between(-3, 6))
        raise_task(uow, RaiseTask(kind, text, "resident", resident_id, due, role, resident_id=resident_id))
