"""Cho ra cơ sở: nothing open keeps anybody from the day of leaving; what is missing follows as work."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.actor import Role
from facility_app.kernel.dates import format_date, local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.catalogues.api import find_parameter, get_work_calendar
from facility_app.modules.correspondence.api import (
    AddresseeKind,
    PaperDelivered,
    PaperVoided,
    get_paper,
)
from facility_app.modules.discharge.domain import CLOSE_RELEASES, RELEASE_PEOPLE
from facility_app.modules.discharge.domain import gate as rules
from facility_app.modules.discharge.domain.gate import STEP_ROLES, GateItem, own_items
from facility_app.modules.discharge.queries.gate import OfStay, gate, gate_facts
from facility_app.modules.discharge.queries.stored import case_of
from facility_app.modules.discharge.service.issuing import NOTICE
from facility_app.modules.discharge.service.keeping import AFTER, case_for, done
from facility_app.modules.discharge.service.preparing import SavedCase
from facility_app.modules.stays.api import (
    EndStay,
    ExitCode,
    SavedStay,
    StayEnded,
    StayType,
    TermChanged,
    end_stay,
    get_stay,
)
from facility_app.modules.tasks.api import RaiseTask, raise_task

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

_COMPLETED: Final = frozenset(
    {
        ExitCode.COMPLETED_COMPULSORY,
        ExitCode.COMPLETED_VOLUNTARY,
        ExitCode.SOCIAL_PROTECTION,
        ExitCode.REDUCED_END,
        ExitCode.PARTIAL_TO_HOME,
        ExitCode.HOME_PHASES_DONE,
    }
)
_GONE: Final = frozenset(
    {ExitCode.DEATH, ExitCode.TRANSFER_FACILITY, ExitCode.TRANSFER_AGE18, ExitCode.TEMP_TO_COMPULSORY}
)
"""After these nothing of a release is owed to the person by this slice."""
_FOLLOWED: Final = frozenset(
    {rules.POST_REHAB, rules.MONITORING, rules.CERTIFICATE, rules.RECEIPT, rules.BELONGINGS, rules.SOCIAL}
)
"""What still makes sense after the person has left; a plan or an examination missed cannot be made up."""
_DAYS_TO_FOLLOW: Final = 2

FOLLOW_LABELS = {
    rules.POST_REHAB: label("tasks", "Người đã ra cơ sở: nhận và trao quyết định quản lý sau cai nghiện (V-53)"),
    rules.MONITORING: label("tasks", "Người đã ra cơ sở: hỏi Công an cấp xã về quyết định giám sát điện tử"),
    rules.CERTIFICATE: label("tasks", "Người đã ra cơ sở: cấp và gửi giấy xác nhận"),
    rules.RECEIPT: label("tasks", "Người đã ra cơ sở: lập biên bản giao nhận (V-23)"),
    rules.BELONGINGS: label("tasks", "Người đã ra cơ sở: trả tiền, đồ vật, văn bằng còn giữ"),
    rules.SOCIAL: label("tasks", "Người đã ra cơ sở: gửi hồ sơ đề nghị vào cơ sở bảo trợ xã hội"),
}


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
    if command.paper_number or exit_code not in _COMPLETED or case is None or case.certificate_id is None:
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


def _on_ended(uow: UnitOfWork, told: StayEnded) -> None:
    """What is missing when somebody leaves becomes work that follows them, never a lock."""
    if told.exit_code in _GONE:
        return
    stay = get_stay(uow, told.stay_id)
    (facts,) = gate_facts(uow, [OfStay.of(stay)], told.exited_on).values()
    wanted = _FOLLOWED if told.exit_code in _COMPLETED else frozenset({rules.BELONGINGS})
    for item in own_items(facts, told.exited_on):
        if item.code in wanted:
            roles = STEP_ROLES[item.code]
            raise_task(
                uow,
                RaiseTask(
                    f"{AFTER}{item.code}",
                    FOLLOW_LABELS[item.code],
                    "stay",
                    stay.stay_id,
                    told.exited_on + timedelta(days=_DAYS_TO_FOLLOW),
                    roles[0],
                    resident_id=stay.resident_id,
                    may_go_to=frozenset(roles[1:]),
                ),
            )


def _on_voided(uow: UnitOfWork, told: PaperVoided) -> None:
    """A paper struck out is owed again."""
    case = None if told.stay_id is None else case_of(uow, told.stay_id)
    if case is None:
        return
    columns = (
        *("notice_id", "certificate_id", "receipt_id", "plan_paper_id"),
        *("device_minutes_id", "device_pledge_id"),
    )
    for column in columns:
        if getattr(case, column) == told.paper_id:
            setattr(case, column, None)
            if column == "notice_id":
                case.notice_received_on = None


def _on_delivered(uow: UnitOfWork, told: PaperDelivered) -> None:
    """The commune police got V-51: their days to propose after-care begin (Đ134.1)."""
    if told.form_id != NOTICE or told.addressee is not AddresseeKind.COMMUNE_POLICE or told.stay_id is None:
        return
    case = case_of(uow, told.stay_id)
    if case is None or case.notice_id != told.paper_id:
        return
    case.notice_received_on = told.received_on
    if told.received_on is None:
        return
    done(uow, told.stay_id, rules.NOTICE_UNRECEIVED)
    days = find_parameter(uow, "post_rehab_proposal_working_days", on=told.received_on)
    if days is not None and case.post_rehab_number is None:
        due = get_work_calendar(uow, told.received_on).add_working_days(told.received_on, days.whole)
        text = label("tasks", "Hỏi Công an cấp xã về đề nghị, quyết định quản lý sau cai nghiện (V-53)")
        raise_task(
            uow,
            RaiseTask(
                "discharge.after_care",
                text,
                "stay",
                told.stay_id,
                due,
                Role.DISCHARGE,
                resident_id=case.resident_id,
                may_go_to=frozenset({Role.CLERK}),
            ),
        )


def _on_term(uow: UnitOfWork, told: TermChanged) -> None:
    """The day of leaving moved after somebody was told another one."""
    case = case_of(uow, told.stay_id)
    if case is None or (case.notice_id is None and case.certificate_id is None) or told.after is None:
        return
    if not get_stay(uow, told.stay_id).is_open:
        return
    text = label(
        "tasks", "Ngày ra cơ sở đổi thành {day}: gửi lại thông báo V-51; giấy xác nhận đã cấp thì hủy, lập lại"
    )
    raise_task(
        uow,
        RaiseTask(
            "discharge.term_moved",
            text,
            "stay",
            told.stay_id,
            local_date(uow.now),
            Role.DISCHARGE,
            {"day": format_date(told.after)},
            told.resident_id,
            occasion=told.after.isoformat(),
            may_go_to=frozenset({Role.CLERK, Role.HEAD}),
        ),
    )


HANDLERS: Mapping[type, tuple[Callable[[Any, Any], None], ...]] = {
    StayEnded: (_on_ended,),
    PaperVoided: (_on_voided,),
    PaperDelivered: (_on_delivered,),
    TermChanged: (_on_term,),
}
