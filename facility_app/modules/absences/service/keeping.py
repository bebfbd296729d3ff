"""The cases a verb writes to, the work they put on worklists, and what a verb answers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import format_date
from facility_app.kernel.errors import PermissionDenied, UserError
from facility_app.kernel.labels import label
from facility_app.modules.absences.domain import DECIDE_ABSENCES, FOLLOW_STAYS, VIEW_ABSENCES
from facility_app.modules.absences.domain.cases import CASE_ARTICLES, CASE_KIND_LABELS, CaseKind, CaseState
from facility_app.modules.absences.domain.duties import DECIDE, RETURN, Duty, return_duty
from facility_app.modules.absences.domain.moments import not_from_here
from facility_app.modules.absences.queries.owed import list_owed, owed_text
from facility_app.modules.absences.queries.person import may_sign
from facility_app.modules.absences.queries.stored import away_case_of
from facility_app.modules.absences.tables import AbsenceCase
from facility_app.modules.catalogues.api import find_parameter
from facility_app.modules.stays.api import (
    PRESENCE,
    PRESENCE_LABELS,
    Move,
    PresenceState,
    StayDetail,
    get_stay,
    list_stays_of,
)
from facility_app.modules.tasks.api import RaiseTask, SettleTasks, raise_task, settle_tasks

TABLE: Final = "absence_case"
KIND: Final = "absences."


@dataclass(frozen=True, slots=True)
class SavedCase:
    """A case after a decision; ``version`` goes back with the next one.

    Attributes:
        papers: ids of the papers issued with the decision.
        notices: what somebody should know; nothing was refused for it.
    """

    case_id: str
    version: int
    papers: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()

    @classmethod
    def of(cls, uow: UnitOfWork, case: AbsenceCase, *papers: str, notices: Iterable[str] = ()) -> "SavedCase":
        """The answer about a case as it stands."""
        uow.session.flush()
        return cls(case.id, case.version, tuple(filter(None, papers)), tuple(notices))


def require_signer(uow: UnitOfWork) -> None:
    """Refuse whoever neither heads the facility nor is written down to sign for the head today.

    Raises:
        PermissionDenied: ``not_a_signer``.
    """
    require(uow, DECIDE_ABSENCES)
    if not may_sign(uow):
        raise PermissionDenied(
            "not_a_signer",
            label(
                "errors",
                "Quyết định này do người đứng đầu cơ sở, hoặc người được giao ký còn hiệu lực, thực hiện. "
                "Hãy nhờ người đó, hoặc ghi quyền ký ở trang Cán bộ.",
            ),
        )


def open_stay_of(uow: UnitOfWork, resident_id: str) -> StayDetail:
    """The stay by which somebody is answered for.

    Raises:
        UserError: ``no_open_stay``.
    """
    require(uow, VIEW_ABSENCES)
    found = next((one for one in list_stays_of(uow, resident_id) if one.is_open), None)
    if found is None:
        raise UserError(
            "no_open_stay",
            label(
                "errors",
                "Người này không có lần cai nghiện nào đang mở, nên không ghi vắng mặt. Hãy mở lại hồ sơ.",
            ),
        )
    return found


def new_case(uow: UnitOfWork, stay: StayDetail, kind: CaseKind, state: CaseState, **facts: Any) -> AbsenceCase:
    """A case begun; inside of a verb."""
    require(uow, VIEW_ABSENCES)
    made = uow.add(
        AbsenceCase(resident_id=stay.resident_id, stay_id=stay.stay_id, kind=kind, state=state, **facts)
    )
    uow.session.flush()
    return made


def check_arrow(uow: UnitOfWork, stay: StayDetail, verb: str, kind: CaseKind) -> None:
    """Refuse a second absence while one lasts, in words that say what to do first.

    Raises:
        UserError: ``away_already``.
    """
    require(uow, VIEW_ABSENCES)
    if verb not in PRESENCE.verbs_from(stay.presence) and stay.presence is not PresenceState.OUT:
        raise not_from_here(
            PRESENCE_LABELS[stay.presence],
            format_date(stay.presence_on),
            CASE_KIND_LABELS[kind],
            CASE_ARTICLES[kind],
        )


def move_of(
    uow: UnitOfWork,
    stay: StayDetail,
    at: datetime | None,
    *,
    number: str | None = None,
    on: date | None = None,
    note: str | None = None,
) -> Move:
    """The arrow of a stay as it stands now; the case's own version was checked before."""
    require(uow, VIEW_ABSENCES)
    version = get_stay(uow, stay.stay_id).version
    return Move(stay.stay_id, version, at, number, on if number else None, note=note)


def case_gone(uow: UnitOfWork, resident_id: str) -> AbsenceCase:
    """The case that the stay's arrow has just opened or set off."""
    require(uow, FOLLOW_STAYS)
    found = away_case_of(uow, resident_id)
    if found is None:
        raise UserError(
            "not_found", label("errors", "Không tìm thấy hồ sơ vắng mặt vừa mở. Hãy mở lại trang rồi ghi lại.")
        )
    return found


def owe(uow: UnitOfWork, case: AbsenceCase, duties: Iterable[Duty]) -> None:
    """Put what a case asks for on the worklists."""
    require(uow, VIEW_ABSENCES)
    for one in duties:
        raise_task(
            uow,
            RaiseTask(
                f"{KIND}{one.code}",
                one.text,
                TABLE,
                case.id,
                one.due_at,
                one.roles[0],
                resident_id=case.resident_id,
                occasion=one.due_at.isoformat(timespec="minutes"),
                may_go_to=frozenset(one.roles[1:]),
            ),
        )


def owed_notices(uow: UnitOfWork, case: AbsenceCase) -> tuple[str, ...]:
    """What is said of a case that still owes something: what, and by when each."""
    require(uow, VIEW_ABSENCES)
    uow.session.flush()
    owed = [one for one in list_owed(uow, case.resident_id) if one.case_id == case.id]
    return (owed_text(owed),) if owed else ()


def settle(uow: UnitOfWork, case: AbsenceCase, *codes: str, is_done: bool = True) -> None:
    """Take off the lists what was done, or is no longer needed."""
    require(uow, VIEW_ABSENCES)
    for code in codes:
        settle_tasks(uow, SettleTasks(TABLE, case.id, f"{KIND}{code}", is_done=is_done))


def expect_back(uow: UnitOfWork, case: AbsenceCase, due_back_at: datetime | None) -> None:
    """By when somebody is to be back; another moment takes the place of the one before."""
    require(uow, VIEW_ABSENCES)
    settle(uow, case, RETURN, is_done=False)
    case.due_back_at = due_back_at
    if due_back_at is not None:
        owe(uow, case, (return_duty(due_back_at),))


def forget_waiting(uow: UnitOfWork, case: AbsenceCase) -> None:
    """Nobody decides about it or waits for a return any more."""
    require(uow, VIEW_ABSENCES)
    settle(uow, case, DECIDE, RETURN, is_done=False)


def number_of_law(uow: UnitOfWork, key: str, fallback: int) -> int:
    """A number of the law of today."""
    require(uow, VIEW_ABSENCES)
    found = find_parameter(uow, key)
    return fallback if found is None else found.whole
