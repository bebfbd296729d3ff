"""Temporary management turned compulsory: no new delivery, bed and things stay (law.md §18 row 11)."""

from dataclasses import dataclass, field
from datetime import date

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.intake.domain.arrival_papers import PaperMark
from facility_app.modules.intake.domain.rights import RECEIVE
from facility_app.modules.intake.tables import IntakeCase, IntakePaper
from facility_app.modules.stays.api import (
    AdmissionReason,
    ConvertTemporary,
    DecisionFacts,
    StayType,
    convert_temporary,
    get_stay,
)


@dataclass(frozen=True, slots=True)
class TurnCompulsory:
    """The court decided about somebody held here.

    Attributes:
        informed_on: the day the head told the person; the term begins.
        reason: why findings are gone over.
    """

    case_id: str
    stay_type: StayType
    admission_reason: AdmissionReason
    informed_on: date | None
    decision: DecisionFacts
    assignment: DecisionFacts | None = None
    reason: str | None = field(default=None, repr=False)


def turn_compulsory(uow: UnitOfWork, command: TurnCompulsory) -> str:
    """Turn the stay of a case into a compulsory one; the id of the case of the new stay.

    Raises:
        UserError: ``not_admitted``; as ``convert_temporary``.
    """
    require(uow, RECEIVE)
    case = uow.get(IntakeCase, command.case_id)
    if case.stay_id is None:
        raise UserError(
            "not_admitted",
            label("errors", "Người này chưa có lần cai nghiện nào mở. Hãy ghi diện, quyết định trước."),
        )
    stay = get_stay(uow, case.stay_id)
    with uow.act("intake.turn_compulsory") as act:
        act.about(case)
        made = convert_temporary(
            uow,
            ConvertTemporary(
                stay.stay_id,
                stay.version,
                StayType(command.stay_type),
                AdmissionReason(command.admission_reason),
                command.informed_on,
                command.decision,
                command.assignment,
                reason=command.reason,
            ),
        )
        wanted = sa.select(IntakeCase).where(IntakeCase.stay_id == made.stay_id, IntakeCase.voided_at.is_(None))
        new = uow.session.scalars(wanted).one()
        # The day of telling is part of the decision itself: the note that it was done is proved by it.
        uow.add(IntakePaper(case_id=new.id, resident_id=new.resident_id, paper="informed", mark=PaperMark.CAME))
        uow.session.flush()
    return new.id
