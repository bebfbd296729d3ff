"""Cases as records, for verbs and queries of this slice."""

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.absences.domain import VIEW_ABSENCES
from facility_app.modules.absences.domain.cases import OPEN, CaseKind, CaseState
from facility_app.modules.absences.tables import AbsenceCase
from facility_app.modules.stays.api import PresenceState, Whereabouts, list_whereabouts


def open_cases_of(uow: UnitOfWork, resident_id: str) -> list[AbsenceCase]:
    """Cases of a person that are not over, the newest first."""
    require(uow, VIEW_ABSENCES)
    uow.session.flush()
    asked = sa.select(AbsenceCase).where(
        AbsenceCase.resident_id == resident_id,
        AbsenceCase.state.in_(OPEN),
        AbsenceCase.voided_at.is_(None),
    )
    return list(uow.session.scalars(asked.order_by(AbsenceCase.id.desc())))


def list_unfollowed(uow: UnitOfWork) -> tuple[Whereabouts, ...]:
    """Who is away and has no case by which they are."""
    require(uow, VIEW_ABSENCES)
    away = [one for one in list_whereabouts(uow) if one.presence not in {PresenceState.INSIDE, PresenceState.OUT}]
    if not away:
        return ()
    asked = sa.select(AbsenceCase.resident_id).where(
        AbsenceCase.state == CaseState.AWAY, AbsenceCase.kind != CaseKind.LEFT, AbsenceCase.voided_at.is_(None)
    )
    followed = set(uow.session.scalars(asked))
    return tuple(one for one in away if one.resident_id not in followed)


def away_case_of(uow: UnitOfWork, resident_id: str) -> AbsenceCase | None:
    """The case by which somebody is away now; who left a voluntary stay is on the roll still."""
    require(uow, VIEW_ABSENCES)
    return next(
        (
            one
            for one in open_cases_of(uow, resident_id)
            if one.state is CaseState.AWAY and one.kind is not CaseKind.LEFT
        ),
        None,
    )
