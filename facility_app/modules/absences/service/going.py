"""Somebody leaves: presence, term, deadlines, papers and who goes along, in one decision."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.forms.library import FormLibrary
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.absences.domain import LET_GO, READ_HEALTH, SEND_ELSEWHERE
from facility_app.modules.absences.domain.cases import CASE_STATE_LABELS, CaseKind, CaseState
from facility_app.modules.absences.domain.escort import Way
from facility_app.modules.absences.domain.funeral import last_moment
from facility_app.modules.absences.domain.moments import check_due, check_gone
from facility_app.modules.absences.service.escorts import Escorting, put_escort
from facility_app.modules.absences.service.keeping import (
    SavedCase,
    case_gone,
    check_arrow,
    expect_back,
    move_of,
    open_stay_of,
    owed_notices,
)
from facility_app.modules.absences.service.minutes import Minutes, put_minutes
from facility_app.modules.absences.tables import AbsenceCase
from facility_app.modules.stays import api as stays
from facility_app.modules.stays.api import Move, StayDetail

_HOSPITAL: Final = "stays.send_to_hospital"
_REMAND: Final = "stays.record_remand"
_PRISON: Final = "stays.record_prison"
_TRANSFER: Final = "stays.start_transfer"
_ARROWS: Final[dict[CaseKind, tuple[str, Callable[[Any, Move], object]]]] = {
    CaseKind.FUNERAL: ("stays.let_go_to_funeral", stays.let_go_to_funeral),
    CaseKind.PROCEEDINGS: ("stays.hand_over_for_proceedings", stays.hand_over_for_proceedings),
}


@dataclass(frozen=True, slots=True)
class SendToHospital:
    """Somebody is taken to a hospital.

    Attributes:
        version: of the stay, as the user saw it.
        happened_at: when they left; None for now.
        destination: the hospital.
        due_back_on: the day they are expected back; None while nobody can say.
        cause: why; health, so only whoever may read that writes it here.
        escort: who goes along; None where nobody was named.
    """

    resident_id: str
    version: int
    destination: str
    happened_at: datetime | None = None
    due_back_on: date | None = None
    cause: str = field(default="", repr=False)
    escort: Escorting | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Depart:
    """Somebody leaves by a decision: home for a funeral, or with a body of criminal procedure.

    Attributes:
        version: of the case, as the user saw it.
        minutes: who took them over, for V-23 or V-42 made at once; None where minutes are made by hand.
        escort: who goes along.
    """

    case_id: str
    version: int
    happened_at: datetime | None = None
    minutes: Minutes | None = field(default=None, repr=False)
    escort: Escorting | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class RecordHeld:
    """Somebody is held by a body: remanded, serving a prison sentence, or on the way to another facility.

    Attributes:
        version: of the stay, as the user saw it.
        body: who holds or receives them.
        number: of the order or decision, with ``dated_on``.
    """

    resident_id: str
    version: int
    body: str
    happened_at: datetime | None = None
    number: str = ""
    dated_on: date | None = None


def send_to_hospital(uow: UnitOfWork, command: SendToHospital) -> SavedCase:
    """Take somebody to a hospital (Đ114.2): the days count, parents and the provincial police are to be told.

    Raises:
        UserError: ``away_already``, ``left_in_future``, ``due_before_left``, ``field_missing``, ``no_open_stay``;
            as the stay's own verb.
        PermissionDenied: the cause is typed by somebody who may not read of health.
        ConflictError: ``record_changed``.
    """
    require(uow, LET_GO)
    if command.cause.strip():
        require(uow, READ_HEALTH)
    stay = open_stay_of(uow, command.resident_id)
    check_arrow(uow, stay, _HOSPITAL, CaseKind.HOSPITAL)
    at = command.happened_at or uow.now
    check_gone(at, uow.now)
    due = None if command.due_back_on is None else last_moment(command.due_back_on)
    check_due(at, due)
    faults = Faults()
    destination = faults.line(
        "destination", command.destination, needed=label("errors", "Cần tên cơ sở khám bệnh, chữa bệnh.")
    )
    cause = faults.line("cause", command.cause)
    faults.refuse()
    with uow.act("absences.send_to_hospital") as act:
        stays.send_to_hospital(uow, Move(stay.stay_id, command.version, at))
        case = case_gone(uow, stay.resident_id)
        act.about(case)
        case.destination, case.cause = destination, cause
        expect_back(uow, case, due)
        put_escort(uow, case, Way.OUT, command.escort)
    return SavedCase.of(uow, case, notices=owed_notices(uow, case))


def depart(uow: UnitOfWork, command: Depart, forms: FormLibrary) -> SavedCase:
    """Let somebody leave by the decision made: V-23 with the family (Đ121.3), V-42 with a body (Đ111.2).

    Raises:
        UserError: ``not_allowed_yet`` before the decision; ``away_already``, ``left_in_future``,
            ``leave_not_begun``, ``leave_over``; as the stay's own verb and ``issue_paper``.
        ConflictError: ``record_changed``.
    """
    require(uow, LET_GO)
    case = uow.get(AbsenceCase, command.case_id, version=command.version)
    stay = open_stay_of(uow, case.resident_id)
    _require_allowed(case)
    verb, go = _ARROWS[case.kind]
    check_arrow(uow, stay, verb, case.kind)
    at = command.happened_at or uow.now
    check_gone(at, uow.now)
    _check_days(case, local_date(at))
    with uow.act("absences.depart") as act:
        act.about(case)
        go(uow, move_of(uow, stay, at, number=case.decision_number, on=case.decision_on))
        paper = put_minutes(uow, case, command.minutes, at, forms, is_going=True)
        put_escort(uow, case, Way.OUT, command.escort)
    return SavedCase.of(uow, case, paper)


def record_remand(uow: UnitOfWork, command: RecordHeld) -> SavedCase:
    """Somebody is held by an investigation body; the end of the term is open until it is decided how it counts.

    Raises as ``send_to_hospital``.
    """
    require(uow, LET_GO)
    stay = open_stay_of(uow, command.resident_id)
    check_arrow(uow, stay, _REMAND, CaseKind.REMAND)
    with uow.act("absences.record_remand") as act:
        case = _held(uow, stay, command, stays.record_remand)
        act.about(case)
    return SavedCase.of(uow, case)


def record_prison(uow: UnitOfWork, command: RecordHeld) -> SavedCase:
    """Somebody serves a prison sentence; the rest of the stay waits (Luật PCMT 2025 Đ47.1).

    Raises as ``send_to_hospital``; ``prison_ends_old_term``.
    """
    require(uow, LET_GO)
    stay = open_stay_of(uow, command.resident_id)
    check_arrow(uow, stay, _PRISON, CaseKind.PRISON)
    with uow.act("absences.record_prison") as act:
        case = _held(uow, stay, command, stays.record_prison)
        act.about(case)
    return SavedCase.of(uow, case)


def start_transfer(uow: UnitOfWork, command: RecordHeld) -> SavedCase:
    """Somebody sets out for another facility (Luật PCMT 2025 Đ38).

    Raises as ``send_to_hospital``.
    """
    require(uow, SEND_ELSEWHERE)
    stay = open_stay_of(uow, command.resident_id)
    check_arrow(uow, stay, _TRANSFER, CaseKind.TRANSFER)
    with uow.act("absences.start_transfer") as act:
        case = _held(uow, stay, command, stays.start_transfer)
        act.about(case)
    return SavedCase.of(uow, case)


def _held(
    uow: UnitOfWork, stay: StayDetail, command: RecordHeld, go: Callable[[Any, Move], object]
) -> AbsenceCase:
    at = command.happened_at or uow.now
    check_gone(at, uow.now)
    faults = Faults()
    body = faults.line(
        "body", command.body, needed=label("errors", "Cần tên cơ quan, cơ sở đang giữ hoặc tiếp nhận.")
    )
    number = faults.line("number", command.number)
    faults.refuse()
    go(uow, Move(stay.stay_id, command.version, at, number, command.dated_on))
    case = case_gone(uow, stay.resident_id)
    case.destination = case.basis_body = body
    case.basis_number, case.basis_on = number, command.dated_on
    return case


def _require_allowed(case: AbsenceCase) -> None:
    if case.state is not CaseState.ALLOWED:
        raise UserError(
            "not_allowed_yet",
            label(
                "errors",
                "Hồ sơ đang ở “{state}”; chỉ cho đi khi đã có quyết định (V-49: Đ121.2b, V-47: Đ111.1). Hãy nhờ "
                "người đứng đầu quyết định trước.",
            ),
            state=CASE_STATE_LABELS[case.state],
        )


def _check_days(case: AbsenceCase, day: date) -> None:
    """Nobody leaves after the days the decision names."""
    if case.leave_to is not None and day > case.leave_to:
        raise UserError(
            "leave_over",
            label(
                "errors",
                "Quyết định chỉ cho vắng đến {last}; ngày đi {day} đã qua hạn. Hãy ra quyết định mới với "
                "ngày khác.",
            ),
            fields={"happened_at": label("errors", "Sau ngày cuối của quyết định")},
            last=f"{case.leave_to:%d/%m/%Y}",
            day=f"{day:%d/%m/%Y}",
        )
