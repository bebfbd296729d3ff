"""One person's absences as their tab shows them, read in one go."""

from dataclasses import dataclass, field
from datetime import datetime

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.actor import Role
from facility_app.kernel.dates import local_date
from facility_app.modules.absences.domain import VIEW_ABSENCES
from facility_app.modules.absences.domain.cases import CaseKind, CaseState
from facility_app.modules.absences.queries.cases import CaseDetail, list_cases_of
from facility_app.modules.absences.queries.choices import find_open_stay, find_person
from facility_app.modules.absences.queries.doings import Doings, list_doings
from facility_app.modules.absences.queries.owed import Owed, list_owed
from facility_app.modules.staff.api import find_member_of_account, list_signatories
from facility_app.modules.stays.api import StayDetail


@dataclass(frozen=True, slots=True)
class PersonAbsences:
    """Everything of one person's absences.

    Attributes:
        stay: by which they are answered for; None for who has left.
        case: the one shown with its doings; None where there is none.
        may_sign: whether the actor signs for the facility today.
        owed: what the case shown still owes.
    """

    name: str = field(repr=False)
    stay: StayDetail | None
    cases: tuple[CaseDetail, ...]
    case: CaseDetail | None
    doings: Doings
    may_sign: bool
    now: datetime
    owed: tuple[Owed, ...] = ()

    @property
    def away(self) -> CaseDetail | None:
        """The case by which they are away now."""
        return next((one for one in self.cases if one.state is CaseState.AWAY), None)

    @property
    def is_missed(self) -> bool:
        """Whether they are looked for."""
        return self.away is not None and self.away.kind in {CaseKind.ESCAPE, CaseKind.LEFT}


def read_person(uow: UnitOfWork, resident_id: str, case_id: str = "") -> PersonAbsences:
    """One person's absences.

    Args:
        uow: the unit of work.
        resident_id: whose.
        case_id: the case to show; the first of the list where there is no such.
    """
    require(uow, VIEW_ABSENCES)
    cases = list_cases_of(uow, resident_id)
    shown = next((one for one in cases if one.case_id == case_id), cases[0] if cases else None)
    doings = Doings() if shown is None else list_doings(uow, shown.case_id)
    person = find_person(uow, resident_id)
    return PersonAbsences(
        "" if person is None else person.name,
        find_open_stay(uow, resident_id),
        cases,
        shown,
        doings,
        may_sign(uow),
        uow.now,
        tuple(one for one in list_owed(uow, resident_id) if shown is not None and one.case_id == shown.case_id),
    )


def may_sign(uow: UnitOfWork) -> bool:
    """Whether the actor heads the facility, or is written down to sign for the head today."""
    require(uow, VIEW_ABSENCES)
    actor = uow.actor
    if actor.is_system or Role.HEAD in actor.roles:
        return True
    member = find_member_of_account(uow, actor.user_id)
    signing = {one.member_id for one in list_signatories(uow, local_date(uow.now))}
    return member is not None and member.member_id in signing
