"""The court or the provincial police has decided on V-46: suspended and home, exempt and out, or no."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.absences.domain import CLOSE_STAYS, RECORD_RULINGS
from facility_app.modules.absences.domain.cases import CASE_STATE_LABELS, CaseKind, CaseState, Ground
from facility_app.modules.absences.domain.moments import check_gone
from facility_app.modules.absences.service.keeping import (
    SavedCase,
    check_arrow,
    forget_waiting,
    move_of,
    open_stay_of,
)
from facility_app.modules.absences.tables import AbsenceCase
from facility_app.modules.stays import api as stays
from facility_app.modules.stays.api import EndStay, ExitCode, end_stay, get_stay

_SUSPEND: Final = "stays.suspend"
_CODES: Final = {
    Ground.CRITICAL_ILLNESS: ExitCode.EXEMPT_ILLNESS,
    Ground.PREGNANT: ExitCode.EXEMPT_PREGNANT,
}


@dataclass(frozen=True, slots=True)
class RecordRuling:
    """What was decided on the facility's proposal.

    Attributes:
        version: of the case, as the user saw it.
        is_granted: whether it was allowed.
        happened_at: when the person left by it; None for now.
        destination: where they are taken, for a suspension.
    """

    case_id: str
    version: int
    is_granted: bool
    number: str
    dated_on: date | None
    authority: str
    happened_at: datetime | None = None
    destination: str = ""


def record_ruling(uow: UnitOfWork, command: RecordRuling) -> SavedCase:
    """Carry out what was decided: home for treatment (the days count), out for good, or it stays as it is.

    Raises:
        UserError: ``no_proposal``, ``ruling_on_nothing``, ``field_missing``, ``day_out_of_range``,
            ``away_already``, ``left_in_future``; as ``stays.suspend`` and ``end_stay``.
        PermissionDenied: an exemption lets somebody go, and that is for whoever releases.
        ConflictError: ``record_changed``.
    """
    require(uow, RECORD_RULINGS)
    case = uow.get(AbsenceCase, command.case_id, version=command.version)
    _require_proposal(case)
    facts = _checked(uow, command)
    stay, at = open_stay_of(uow, case.resident_id), command.happened_at or uow.now
    check_gone(at, uow.now)
    with uow.act("absences.record_ruling") as act:
        act.about(case)
        case.basis_number, case.basis_on, case.basis_body = facts
        if not command.is_granted:
            case.state = CaseState.REFUSED
            forget_waiting(uow, case)
        elif case.kind is CaseKind.SUSPENSION:
            check_arrow(uow, stay, _SUSPEND, CaseKind.SUSPENSION)
            case.destination = command.destination.strip() or None
            stays.suspend(uow, move_of(uow, stay, at, number=facts[0], on=facts[1]))
        else:
            require(uow, CLOSE_STAYS)
            version = get_stay(uow, stay.stay_id).version
            code = _CODES.get(case.ground or Ground.CRITICAL_ILLNESS, ExitCode.EXEMPT_ILLNESS)
            end_stay(uow, EndStay(stay.stay_id, version, code, local_date(at), *facts[:2]))
    return SavedCase.of(uow, case)


def _require_proposal(case: AbsenceCase) -> None:
    if case.relief is None:
        raise UserError(
            "no_proposal",
            label(
                "errors", "Hồ sơ này không phải đề nghị tạm đình chỉ, miễn (V-46). Hãy lập đề nghị trước (Đ110.2)."
            ),
        )
    if case.state is not CaseState.ASKED:
        raise UserError(
            "ruling_on_nothing",
            label("errors", "Hồ sơ đang ở “{state}”, không còn chờ quyết định. Hãy mở lại hồ sơ rồi xem lại."),
            state=CASE_STATE_LABELS[case.state],
        )


def _checked(uow: UnitOfWork, command: RecordRuling) -> tuple[str | None, date | None, str | None]:
    faults = Faults()
    number = faults.line("number", command.number, needed=label("errors", "Cần số quyết định."))
    faults.past_day("dated_on", command.dated_on, local_date(uow.now))
    if command.dated_on is None:
        faults.add("field_missing", "dated_on", label("errors", "Cần ngày của quyết định."))
    body = faults.line("authority", command.authority, needed=label("errors", "Cần tên cơ quan đã quyết định."))
    faults.refuse()
    return number, command.dated_on, body
