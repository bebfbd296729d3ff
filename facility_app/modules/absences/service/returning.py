"""Somebody comes back: presence, term, tasks, minutes in one decision; or has arrived where they were sent."""

from dataclasses import dataclass, field
from datetime import date, datetime

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.forms.library import FormLibrary
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.absences.domain import CLOSE_STAYS, RECEIVE_BACK, SEND_ELSEWHERE
from facility_app.modules.absences.domain.cases import CASE_STATE_LABELS, CaseKind, CaseState
from facility_app.modules.absences.domain.moments import check_back, late_notice
from facility_app.modules.absences.service.following import close_case
from facility_app.modules.absences.service.keeping import (
    SavedCase,
    move_of,
    open_stay_of,
    owed_notices,
)
from facility_app.modules.absences.service.minutes import Minutes, put_minutes
from facility_app.modules.absences.tables import AbsenceCase
from facility_app.modules.stays import api as stays
from facility_app.modules.stays.api import (
    TAKE_BACK,
    CountsAs,
    EndStay,
    ExitCode,
    Move,
    end_stay,
    get_stay,
)


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Somebody is here again.

    Attributes:
        version: of the case, as the user saw it.
        happened_at: when; None for now.
        minutes: who brought them, for V-23 or V-42 made at once; None where minutes are made by hand.
        counts_as: of a remand, how an officer decided those days count, with ``reason``.
    """

    case_id: str
    version: int
    happened_at: datetime | None = None
    minutes: Minutes | None = field(default=None, repr=False)
    counts_as: CountsAs | None = None
    reason: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class FinishTransfer:
    """Somebody was handed over to the other facility.

    Attributes:
        version: of the case, as the user saw it.
        number: of the transfer decision; empty takes the one written down when they set out.
    """

    case_id: str
    version: int
    arrived_on: date | None = None
    number: str = ""
    dated_on: date | None = None


def take_back(uow: UnitOfWork, command: TakeBack, forms: FormLibrary) -> SavedCase:
    """Take somebody in again from whatever absence; after a funeral the examination and the re-test become tasks.

    Raises:
        UserError: ``not_away``, ``back_in_future``, ``back_before_left``; as the stay's verb, ``issue_paper``.
        PermissionDenied: a remand is decided, or a transfer called off, by somebody who may not.
        ConflictError: ``record_changed``.
    """
    require(uow, RECEIVE_BACK)
    case = uow.get(AbsenceCase, command.case_id, version=command.version)
    require(uow, SEND_ELSEWHERE if case.kind is CaseKind.TRANSFER else TAKE_BACK)
    _require_away(case)
    at = command.happened_at or uow.now
    check_back(case.left_at, at, uow.now)
    stay = open_stay_of(uow, case.resident_id)
    is_late = case.due_back_at is not None and at > case.due_back_at
    late = (late_notice(case.due_back_at),) if is_late and case.due_back_at is not None else ()
    with uow.act("absences.take_back") as act:
        act.about(case)
        paper = put_minutes(uow, case, command.minutes, at, forms, is_going=False)
        if case.kind is CaseKind.LEFT:
            close_case(uow, case, CaseState.BACK, at)
            stays.tell_cards(uow, [stay.resident_id])
        else:
            move = move_of(uow, stay, at, note=command.reason or None)
            if case.kind is CaseKind.TRANSFER:
                stays.cancel_transfer(uow, move)
            else:
                told = Move(move.stay_id, move.version, at, counts_as=command.counts_as, note=move.note)
                stays.take_back(uow, told)
    return SavedCase.of(uow, case, paper, notices=(*late, *owed_notices(uow, case)))


def finish_transfer(uow: UnitOfWork, command: FinishTransfer) -> SavedCase:
    """The other facility has taken the person over: the stay here ends (Luật PCMT 2025 Đ38).

    Raises:
        UserError: ``not_away``; as ``end_stay``.
        ConflictError: ``record_changed``.
    """
    require(uow, CLOSE_STAYS)
    case = uow.get(AbsenceCase, command.case_id, version=command.version)
    _require_away(case)
    if case.kind is not CaseKind.TRANSFER:
        raise UserError(
            "not_in_transit",
            label("errors", "Hồ sơ này không phải điều chuyển. Hãy mở lại hồ sơ rồi chọn việc khác."),
        )
    stay = open_stay_of(uow, case.resident_id)
    number = command.number.strip() or case.basis_number
    on = command.dated_on if command.number.strip() else case.basis_on
    with uow.act("absences.finish_transfer") as act:
        act.about(case)
        day = command.arrived_on or local_date(uow.now)
        version = get_stay(uow, stay.stay_id).version
        end_stay(uow, EndStay(stay.stay_id, version, ExitCode.TRANSFER_FACILITY, day, number, on))
    return SavedCase.of(uow, case)


def _require_away(case: AbsenceCase) -> None:
    if case.state is not CaseState.AWAY:
        raise UserError(
            "not_away",
            label(
                "errors",
                "Hồ sơ đang ở “{state}”: người này không vắng theo hồ sơ đó. Hãy mở lại trang rồi xem hồ sơ "
                "đang mở.",
            ),
            state=CASE_STATE_LABELS[case.state],
        )
