"""The case a verb writes to, and the work that a step done takes off the lists."""

from dataclasses import dataclass
from typing import Final

from facility_app.db.uow import UnitOfWork, require, stale_copy
from facility_app.modules.discharge.domain import VIEW_RELEASES
from facility_app.modules.discharge.domain import gate as rules
from facility_app.modules.discharge.queries.stored import case_of
from facility_app.modules.discharge.tables import ReleaseCase
from facility_app.modules.stays.api import StayDetail
from facility_app.modules.tasks.api import SettleTasks, settle_tasks

AFTER: Final = "discharge.after."
"""Kinds of the tasks that follow a person who has left."""
AGAIN: Final = "discharge.again."
"""Kinds of the tasks of papers that were struck out while the person is still here."""
_STAY_TASKS: Final = {
    rules.RESIDENCE: ("stays.residence",),
    rules.NOTICE: ("stays.completion_notice", "stays.contract_notice", "discharge.term_moved"),
    rules.SOCIAL: ("stays.social_protection",),
    rules.EXAMINATION: ("stays.examination",),
    rules.POST_REHAB: ("discharge.after_care",),
    rules.DEVICE: ("stays.device", "discharge.device"),
    rules.CERTIFICATE: ("stays.certificate",),
}
"""Tasks somebody has, by the step that does them."""


@dataclass(frozen=True, slots=True)
class SavedCase:
    """A case after a decision; ``version`` goes back with the next one."""

    case_id: str
    version: int

    @classmethod
    def of(cls, uow: UnitOfWork, case: ReleaseCase) -> "SavedCase":
        """The answer about a case as it stands."""
        uow.session.flush()
        return cls(case.id, case.version)


def case_for(uow: UnitOfWork, stay: StayDetail, version: int | None = None) -> ReleaseCase:
    """The case of a stay, made when there is none; inside of a verb.

    Args:
        uow: the unit of work.
        stay: the stay.
        version: of the case, as the user saw it, 0 for none; None where nothing typed before is written over.

    Raises:
        ConflictError: ``record_changed``.
    """
    require(uow, VIEW_RELEASES)
    found = case_of(uow, stay.stay_id)
    if version is not None and version != (0 if found is None else found.version):
        raise stale_copy()
    if found is not None:
        return found
    made = uow.add(ReleaseCase(resident_id=stay.resident_id, stay_id=stay.stay_id, needs_social_protection=False))
    uow.session.flush()
    return made


def done(uow: UnitOfWork, stay_id: str, *steps: str) -> None:
    """Take off the lists what these steps have done."""
    require(uow, VIEW_RELEASES)
    for step in steps:
        for kind in (*_STAY_TASKS.get(step, ()), f"{AFTER}{step}", f"{AGAIN}{step}"):
            settle_tasks(uow, SettleTasks("stay", stay_id, kind))
