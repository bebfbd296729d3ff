"""What follows a release: what is missing becomes work, what happens to its papers is heard."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Role
from facility_app.kernel.dates import format_date, local_date
from facility_app.kernel.labels import label
from facility_app.modules.calendar.api import leave_bookings
from facility_app.modules.catalogues.api import find_parameter, get_work_calendar
from facility_app.modules.correspondence.api import (
    AddresseeKind,
    LeaningPapers,
    PaperDelivered,
    PaperVoided,
    get_paper,
)
from facility_app.modules.discharge.domain import gate as rules
from facility_app.modules.discharge.domain.gate import STEP_ROLES, own_items
from facility_app.modules.discharge.queries.gate import OfStay, gate_facts
from facility_app.modules.discharge.queries.stored import case_by_certificate, case_of
from facility_app.modules.discharge.service.keeping import AFTER, AGAIN, case_for, done
from facility_app.modules.discharge.service.releasing import COMPLETED
from facility_app.modules.discharge.service.signed import NOTICE
from facility_app.modules.discharge.tables import ReleaseCase
from facility_app.modules.stays.api import (
    ExitCode,
    ExitCorrected,
    HealthChecked,
    StayDetail,
    StayEnded,
    StayVoided,
    TermChanged,
    get_stay,
)
from facility_app.modules.tasks.api import OweTasks, RaiseTask, owe_tasks, raise_task

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


def _on_ended(uow: UnitOfWork, told: StayEnded) -> None:
    """What is missing when somebody leaves becomes work that follows them, never a lock."""
    owe_tasks(uow, OweTasks("stay", told.stay_id, AGAIN, ()))
    if told.exit_code in _GONE:
        return
    stay = get_stay(uow, told.stay_id)
    (facts,) = gate_facts(uow, [OfStay.of(stay)], told.exited_on).values()
    wanted = _FOLLOWED if told.exit_code in COMPLETED else frozenset({rules.BELONGINGS})
    for item in own_items(facts, told.exited_on):
        if item.code in wanted:
            _follow(uow, stay, item.code, told.exited_on)


def _off_calendar(uow: UnitOfWork, told: StayEnded | StayVoided) -> None:
    """Whoever left for good is expected nowhere; the calendar stands below the stays and hears of it here."""
    if isinstance(told, StayVoided):
        leave_bookings(uow, told.resident_id, local_date(uow.now))
    elif told.exit_code is not ExitCode.TEMP_TO_COMPULSORY:
        leave_bookings(uow, told.resident_id, told.exited_on)


def _on_corrected(uow: UnitOfWork, told: ExitCorrected) -> None:
    """Another reason owes other things: what follows the person is laid out anew."""
    owe_tasks(uow, OweTasks("stay", told.stay_id, AFTER, ()))
    _on_ended(uow, StayEnded(told.stay_id, told.resident_id, told.after, told.exited_on))


def _follow(uow: UnitOfWork, stay: StayDetail, step: str, since: date, occasion: str = "") -> None:
    roles = STEP_ROLES[step]
    raise_task(
        uow,
        RaiseTask(
            f"{AFTER}{step}",
            FOLLOW_LABELS[step],
            "stay",
            stay.stay_id,
            since + timedelta(days=_DAYS_TO_FOLLOW),
            roles[0],
            resident_id=stay.resident_id,
            occasion=occasion,
            may_go_to=frozenset(roles[1:]),
        ),
    )


def _leaning(uow: UnitOfWork, asked: LeaningPapers) -> tuple[str, ...]:
    """The minutes of handing a certificate over say nothing true once it is void."""
    case = _case(uow, asked.paper_id, asked.stay_id)
    if case is None or case.receipt_id is None or case.certificate_id != asked.paper_id:
        return ()
    return () if _is_signed(uow, case.receipt_id) else (case.receipt_id,)


def _case(uow: UnitOfWork, paper_id: str, stay_id: str | None) -> ReleaseCase | None:
    return case_by_certificate(uow, paper_id) if stay_id is None else case_of(uow, stay_id)


def _is_signed(uow: UnitOfWork, receipt_id: str) -> bool:
    """Whether the minutes came back signed: what happened is not struck out, it is mended by people."""
    return bool(get_paper(uow, receipt_id).scans)


def _on_voided(uow: UnitOfWork, told: PaperVoided) -> None:
    """A paper struck out is owed again, as work too: what it was made for was taken off the lists."""
    case = _case(uow, told.paper_id, told.stay_id)
    if case is None:
        return
    if told.paper_id == case.certificate_id and case.receipt_id is not None and _is_signed(uow, case.receipt_id):
        _owe_receipt(uow, case, told.paper_id)
    columns = (
        *("notice_id", "certificate_id", "receipt_id", "plan_paper_id"),
        *("device_minutes_id", "device_pledge_id"),
    )
    for column in columns:
        if getattr(case, column) == told.paper_id:
            setattr(case, column, None)
            if column == "notice_id":
                case.notice_received_on = None
            if column in _STEP_OF:
                _owe_again(uow, case, _STEP_OF[column], told)


_STEP_OF: Final = {
    "notice_id": rules.NOTICE,
    "certificate_id": rules.CERTIFICATE,
    "receipt_id": rules.RECEIPT,
}
"""Papers somebody outside waits for."""


def _owe_again(uow: UnitOfWork, case: ReleaseCase, step: str, told: PaperVoided) -> None:
    stay, today = get_stay(uow, case.stay_id), local_date(uow.now)
    if not stay.is_open:
        if stay.exit_code in COMPLETED and step in _FOLLOWED:
            _follow(uow, stay, step, today, occasion=told.paper_id)
        return
    roles = STEP_ROLES[step]
    raise_task(
        uow,
        RaiseTask(
            f"{AGAIN}{step}",
            label("tasks", "{form} đã hủy: lập lại, gửi thay bản đã gửi"),
            "stay",
            case.stay_id,
            today,
            roles[0],
            {"form": told.form_id},
            case.resident_id,
            occasion=told.paper_id,
            may_go_to=frozenset(roles[1:]),
        ),
    )


def _owe_receipt(uow: UnitOfWork, case: ReleaseCase, certificate_id: str) -> None:
    text = label("tasks", "V-23 đã ký nói về giấy xác nhận đã hủy: thu hồi, cấp giấy mới rồi lập lại V-23")
    raise_task(
        uow,
        RaiseTask(
            "discharge.receipt_leans",
            text,
            "stay",
            case.stay_id,
            local_date(uow.now),
            Role.DISCHARGE,
            resident_id=case.resident_id,
            occasion=certificate_id,
            may_go_to=frozenset({Role.CLERK, Role.HEAD}),
        ),
    )


def _on_examined(uow: UnitOfWork, told: HealthChecked) -> None:
    """A doctor wrote down the examination before leaving, or struck it out (Đ88.1): the gate says the same."""
    if not told.is_for_leaving:
        return
    stay, on = get_stay(uow, told.stay_id), told.last_for_leaving_on
    case = case_of(uow, stay.stay_id) if on is None else case_for(uow, stay)
    if case is None:
        return
    case.examined_on = on
    if on is not None:
        done(uow, stay.stay_id, rules.EXAMINATION)
    elif stay.is_open:
        _owe_examination(uow, case)


def _owe_examination(uow: UnitOfWork, case: ReleaseCase) -> None:
    roles = STEP_ROLES[rules.EXAMINATION]
    raise_task(
        uow,
        RaiseTask(
            f"{AGAIN}{rules.EXAMINATION}",
            label("tasks", "Phiếu khám trước khi ra cơ sở đã gạch bỏ: khám, ghi lại"),
            "stay",
            case.stay_id,
            local_date(uow.now),
            roles[0],
            resident_id=case.resident_id,
            occasion=uow.now.isoformat(timespec="seconds"),
            may_go_to=frozenset(roles[1:]),
        ),
    )


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
    # Whoever moved it need not see releases: a guard who misses somebody at roll call moves it too.
    wanted = sa.select(ReleaseCase).where(ReleaseCase.stay_id == told.stay_id, ReleaseCase.voided_at.is_(None))
    case = uow.session.scalars(wanted).first()
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


ANSWERS: Mapping[type, tuple[Callable[[Any, Any], Any], ...]] = {LeaningPapers: (_leaning,)}


HANDLERS: Mapping[type, tuple[Callable[[Any, Any], None], ...]] = {
    StayEnded: (_on_ended, _off_calendar),
    StayVoided: (_off_calendar,),
    ExitCorrected: (_on_corrected,),
    PaperVoided: (_on_voided,),
    PaperDelivered: (_on_delivered,),
    TermChanged: (_on_term,),
    HealthChecked: (_on_examined,),
}
