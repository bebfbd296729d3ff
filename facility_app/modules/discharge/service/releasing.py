"""Cho ra cơ sở: nothing open keeps anybody from the day of leaving; the receipt closes the case."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import format_date, local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.correspondence.api import (
    get_paper,
)
from facility_app.modules.discharge.domain import CLOSE_RELEASES, RELEASE_PEOPLE
from facility_app.modules.discharge.domain import gate as rules
from facility_app.modules.discharge.domain.gate import GateItem
from facility_app.modules.discharge.queries.gate import gate
from facility_app.modules.discharge.queries.stored import case_of
from facility_app.modules.discharge.service.keeping import SavedCase, case_for
from facility_app.modules.stays.api import (
    EndStay,
    ExitCode,
    SavedStay,
    StayType,
    end_stay,
    get_stay,
)

USUAL_EXIT: Final[dict[StayType, ExitCode]] = {
    StayType.COMPULSORY_ADULT: ExitCode.COMPLETED_COMPULSORY,
    StayType.COMPULSORY_MINOR: ExitCode.COMPLETED_COMPULSORY,
    StayType.VOLUNTARY_PUBLIC: ExitCode.COMPLETED_VOLUNTARY,
    StayType.VOLUNTARY_PRIVATE: ExitCode.COMPLETED_VOLUNTARY,
    StayType.TEMPORARY: ExitCode.TEMP_RELEASED,
    StayType.HOME_PHASES_AT_FACILITY: ExitCode.HOME_PHASES_DONE,
    StayType.SUBSTITUTION: ExitCode.COMPLETED_VOLUNTARY,
}
"""How a stay of each type ends when nothing else happened."""


COMPLETED: Final = frozenset(
    {
        ExitCode.COMPLETED_COMPULSORY,
        ExitCode.COMPLETED_VOLUNTARY,
        ExitCode.SOCIAL_PROTECTION,
        ExitCode.REDUCED_END,
        ExitCode.PARTIAL_TO_HOME,
        ExitCode.HOME_PHASES_DONE,
    }
)


@dataclass(frozen=True, slots=True)
class Release:
    """Somebody leaves.

    Attributes:
        version: of the stay, as the user saw it.
        exit_code: how; None for the usual one of the type.
        exited_on: the day; None for today.
        paper_number: the paper an exit before the end rests on, with ``paper_on``.
    """

    stay_id: str
    version: int
    exit_code: ExitCode | None = None
    exited_on: date | None = None
    paper_number: str | None = None
    paper_on: date | None = None
    note: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Released:
    """Who left, and what was still open then."""

    stay: SavedStay
    left_open: tuple[GateItem, ...]


@dataclass(frozen=True, slots=True)
class CloseCase:
    """The receipt came back.

    Attributes:
        version: of the case, as the user saw it.
        receipt_scan_id: the scan of the signed V-23.
    """

    stay_id: str
    version: int
    receipt_scan_id: str


def release(uow: UnitOfWork, command: Release) -> Released:
    """Let somebody go. From the day of leaving nothing is asked; before it only the paper the exit rests on.

    Raises:
        UserError: ``exit_before_end``, ``exit_paper_missing``, ``exit_odd``, ``exit_in_future``.
        ConflictError: ``record_changed``.
    """
    require(uow, RELEASE_PEOPLE)
    stay = get_stay(uow, command.stay_id)
    day = command.exited_on or local_date(uow.now)
    open_then = gate(uow, stay.stay_id, day)
    exit_code = command.exit_code or USUAL_EXIT[stay.stay_type]
    number, paper_on = _paper(uow, command, exit_code)
    with uow.act("discharge.release") as act:
        act.table, act.record_id = "stay", stay.stay_id
        saved = end_stay(
            uow,
            EndStay(
                stay.stay_id,
                command.version,
                exit_code,
                day,
                number,
                paper_on,
                command.note,
            ),
        )
    return Released(saved, tuple(one for one in open_then if one.code not in {rules.EARLY, rules.UNKNOWN_END}))


def _paper(uow: UnitOfWork, command: Release, exit_code: ExitCode) -> tuple[str | None, date | None]:
    """The paper the exit rests on: as given, else the certificate of an exit that rests on it (V-27, V-30)."""
    case = case_of(uow, command.stay_id)
    if command.paper_number or exit_code not in COMPLETED or case is None or case.certificate_id is None:
        return command.paper_number, command.paper_on
    paper = get_paper(uow, case.certificate_id)
    return paper.number or None, paper.issued_on if paper.number else None


def close_case(uow: UnitOfWork, command: CloseCase) -> SavedCase:
    """Close the case of somebody who has left, on the scan of the receipt they signed.

    Raises:
        UserError: ``not_released``, ``receipt_missing``, ``scan_of_another_paper``, ``case_closed_already``.
        ConflictError: ``record_changed``.
    """
    require(uow, CLOSE_RELEASES)
    stay, case = get_stay(uow, command.stay_id), case_of(uow, command.stay_id)
    if stay.is_open:
        raise UserError(
            "not_released",
            label("errors", "Lần cai nghiện {code} chưa ghi kết thúc. Hãy cho ra cơ sở trước, rồi đóng hồ sơ."),
            code=stay.code,
        )
    if case is None or case.receipt_id is None:
        raise UserError(
            "receipt_missing",
            label("errors", "Chưa lập biên bản giao nhận (V-23). Hãy lập, cho ký, quét rồi đóng hồ sơ."),
        )
    if case.closed_on is not None:
        raise UserError(
            "case_closed_already",
            label("errors", "Hồ sơ này đã đóng ngày {day}."),
            day=format_date(case.closed_on),
        )
    if command.receipt_scan_id not in {one.scan_id for one in get_paper(uow, case.receipt_id).scans}:
        raise UserError(
            "scan_of_another_paper",
            label(
                "errors", "Bản quét này không phải của biên bản giao nhận V-23. Hãy chọn bản quét của biên bản."
            ),
            fields={"receipt_scan_id": label("errors", "Bản quét thuộc văn bản khác")},
        )
    with uow.act("discharge.close_case") as act:
        case = case_for(uow, stay, command.version)
        act.about(case)
        case.receipt_scan_id, case.closed_on = command.receipt_scan_id, local_date(uow.now)
        return SavedCase.of(uow, case)
