"""Somebody died (Đ122): the stay ends, the bodies and the family are to be told, the minutes to be made."""

from dataclasses import dataclass, field
from datetime import datetime

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.faults import Faults
from facility_app.modules.absences.domain import CLOSE_STAYS, READ_HEALTH
from facility_app.modules.absences.domain.cases import CaseKind
from facility_app.modules.absences.domain.duties import duties_at_leaving
from facility_app.modules.absences.domain.moments import check_gone
from facility_app.modules.absences.service.keeping import SavedCase, open_stay_of, owe, settle
from facility_app.modules.absences.tables import AbsenceCase
from facility_app.modules.stays.api import EndStay, ExitCode, end_stay


@dataclass(frozen=True, slots=True)
class RecordDeath:
    """Somebody died.

    Attributes:
        version: of the stay, as the user saw it.
        died_at: when; None for now.
        place: where.
        cause: of what, as far as it is known; health.
    """

    resident_id: str
    version: int
    died_at: datetime | None = None
    place: str = field(default="", repr=False)
    cause: str = field(default="", repr=False)


def record_death(uow: UnitOfWork, command: RecordDeath) -> SavedCase:
    """Write a death down and open its dossier: four notices at once, minutes and burial within a day.

    Raises:
        UserError: ``no_open_stay``, ``left_in_future``; as ``end_stay``.
        PermissionDenied: the cause is typed by somebody who may not read of health.
        ConflictError: ``record_changed``.
    """
    require(uow, CLOSE_STAYS)
    if command.cause.strip():
        require(uow, READ_HEALTH)
    stay = open_stay_of(uow, command.resident_id)
    at, faults = command.died_at or uow.now, Faults()
    check_gone(at, uow.now)
    place, cause = faults.line("place", command.place), faults.line("cause", command.cause)
    faults.refuse()
    with uow.act("absences.record_death") as act:
        end_stay(uow, EndStay(stay.stay_id, command.version, ExitCode.DEATH, local_date(at)))
        case = _dossier(uow, stay.stay_id)
        act.about(case)
        case.left_at, case.place, case.cause = at, place, cause
        # The clock of the duties runs from the death, not from when it was written down.
        duties = duties_at_leaving(CaseKind.DEATH, at)
        settle(uow, case, *(one.code for one in duties), is_done=False)
        owe(uow, case, duties)
    return SavedCase.of(uow, case)


def _dossier(uow: UnitOfWork, stay_id: str) -> AbsenceCase:
    """What following the end of the stay has opened."""
    uow.session.flush()
    asked = sa.select(AbsenceCase).where(
        AbsenceCase.stay_id == stay_id, AbsenceCase.kind == CaseKind.DEATH, AbsenceCase.voided_at.is_(None)
    )
    return uow.session.scalars(asked.order_by(AbsenceCase.id.desc())).one()
