"""What an absence still owes: notices not given, examinations not made; as long as its task is open."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import format_short_moment
from facility_app.kernel.labels import Label, label
from facility_app.modules.absences.domain import VIEW_ABSENCES
from facility_app.modules.absences.domain.duties import OWED_LABELS, Step
from facility_app.modules.tasks.api import list_open_work

_STEPS: Final = {f"absences.{step}": step for step in OWED_LABELS}


@dataclass(frozen=True, slots=True)
class Owed:
    """One thing still to be done about a case."""

    case_id: str
    step: Step
    due_at: datetime

    @property
    def text(self) -> Label:
        """What, as the middle of a sentence says it."""
        return OWED_LABELS[self.step]


def list_owed(uow: UnitOfWork, resident_id: str) -> tuple[Owed, ...]:
    """What the cases of a person still owe, the soonest due first."""
    require(uow, VIEW_ABSENCES)
    return tuple(
        Owed(one.subject_id, _STEPS[one.kind], one.due_at)
        for one in list_open_work(uow, resident_id, "absence_case")
        if one.kind in _STEPS
    )


def owed_text(owed: Sequence[Owed]) -> str:
    """Everything owed in one sentence: ``Còn phải làm: báo cáo Công an cấp tỉnh (trước 05/08 09:00)``."""
    told = "; ".join(
        label("absences", "{what} (trước {due})").format(what=one.text, due=format_short_moment(one.due_at))
        for one in owed
    )
    return label("absences", "Còn phải làm: {told}.").format(told=told)
