"""Somebody is missed: an escape with its search decision V-43, a leave overstayed, a voluntary stay left."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.forms.fields import Value
from facility_app.documents.forms.library import FormLibrary
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.absences.domain import CLOSE_STAYS, DECIDE_ABSENCES, REPORT_MISSING
from facility_app.modules.absences.domain.cases import CASE_STATE_LABELS, CaseKind, CaseState
from facility_app.modules.absences.domain.duties import END, SEARCH, end_duty
from facility_app.modules.absences.domain.escort import PaperPart
from facility_app.modules.absences.domain.funeral import last_moment
from facility_app.modules.absences.domain.moments import check_gone, check_since, moment_text
from facility_app.modules.absences.papers.payloads import case_payload
from facility_app.modules.absences.queries.cases import CaseDetail
from facility_app.modules.absences.queries.stored import open_cases_of
from facility_app.modules.absences.service.keeping import (
    SavedCase,
    case_gone,
    check_arrow,
    new_case,
    number_of_law,
    open_stay_of,
    owe,
    require_signer,
    settle,
)
from facility_app.modules.absences.service.papers_made import issue_of_case
from facility_app.modules.absences.tables import AbsenceCase
from facility_app.modules.catalogues.api import get_work_calendar
from facility_app.modules.correspondence.api import Addressee, AddresseeKind
from facility_app.modules.stays import api as stays
from facility_app.modules.stays.api import (
    EndStay,
    ExitCode,
    Move,
    PresenceState,
    SettleEvent,
    StayDetail,
    end_stay,
    get_stay,
    list_events,
    settle_event,
)

FORM: Final = "V-43"
WORKING_DAYS: Final = 2
_ESCAPE: Final = "stays.record_escape"
_OVERSTAY: Final = "stays.record_overstay"


@dataclass(frozen=True, slots=True)
class Told:
    """Whom whoever finds the person is to tell, as V-43 prints it; empty takes the head and the facility."""

    name: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    address: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class RecordEscape:
    """Somebody under a decision is missed.

    Attributes:
        version: of the stay, as the user saw it.
        happened_at: when they were missed; None for now.
        place: where from; empty is the facility.
        looks: what they wore and had with them.
        is_searched: whether V-43 is issued at once; for the head.
        told: whom it names to be told.
    """

    resident_id: str
    version: int
    happened_at: datetime | None = None
    place: str = field(default="", repr=False)
    looks: str = field(default="", repr=False)
    is_searched: bool = False
    told: Told = Told()


@dataclass(frozen=True, slots=True)
class OrderSearch:
    """V-43 for an escape written down.

    Attributes:
        version: of the case, as the user saw it.
        executors: who carries it out.
    """

    case_id: str
    version: int
    told: Told = Told()
    executors: str = field(default="", repr=False)
    proposing_unit: str = ""


@dataclass(frozen=True, slots=True)
class RecordLeft:
    """Somebody left a voluntary stay without a word."""

    resident_id: str
    happened_at: datetime | None = None
    looks: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class EndLeft:
    """The voluntary stay that somebody left has ended by itself.

    Attributes:
        version: of the case, as the user saw it.
    """

    case_id: str
    version: int


def record_escape(uow: UnitOfWork, command: RecordEscape, forms: FormLibrary) -> SavedCase:
    """Write an escape down, or that somebody on leave did not come back; the notice in 24 hours becomes a task.

    Raises:
        UserError: ``escape_of_voluntary`` with the article and the way on; ``away_already``, ``left_in_future``;
            ``not_overdue`` for somebody whose leave still runs; as the stay's own verb and ``order_search``.
        PermissionDenied: ``not_a_signer`` where V-43 is issued at once.
        ConflictError: ``record_changed``.
    """
    require(uow, REPORT_MISSING)
    if command.is_searched:
        require_signer(uow)
    stay = open_stay_of(uow, command.resident_id)
    at = command.happened_at or uow.now
    check_gone(at, uow.now)
    is_overstay = stay.presence is PresenceState.FUNERAL
    go, verb = (stays.record_overstay, _OVERSTAY) if is_overstay else (stays.record_escape, _ESCAPE)
    if is_overstay:
        at = _overstayed_at(uow, stay, at, is_given=command.happened_at is not None)
    elif not stay.stay_type.is_voluntary:
        check_arrow(uow, stay, verb, CaseKind.ESCAPE)
    faults = Faults()
    place, looks = faults.line("place", command.place), faults.line("looks", command.looks)
    faults.refuse()
    with uow.act("absences.record_escape") as act:
        go(uow, Move(stay.stay_id, command.version, at))
        case = case_gone(uow, stay.resident_id)
        act.about(case)
        case.looks = looks
        case.place = place or (label("absences", "nơi về chịu tang") if is_overstay else None)
        paper = _search(uow, case, OrderSearch(case.id, 0, command.told), forms) if command.is_searched else ""
    return SavedCase.of(uow, case, paper)


def order_search(uow: UnitOfWork, command: OrderSearch, forms: FormLibrary) -> SavedCase:
    """Issue V-43 (Đ109.2) and put its number to the event: from then on the days away are added (Đ109.3).

    Raises:
        UserError: ``no_escape``; ``not_away`` once the person is back or has left; ``searched_already``;
            ``form_incomplete``; as ``settle_event``.
        PermissionDenied: ``not_a_signer``.
        ConflictError: ``record_changed``.
    """
    require(uow, DECIDE_ABSENCES)
    require_signer(uow)
    case = uow.get(AbsenceCase, command.case_id, version=command.version)
    if case.kind is not CaseKind.ESCAPE:
        raise UserError(
            "no_escape",
            label("errors", "Chỉ truy tìm người bỏ trốn (Đ109.2). Hãy ghi bỏ trốn hoặc quá hạn chịu tang trước."),
        )
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
    if case.decision_number is not None:
        raise UserError(
            "searched_already",
            label("errors", "Đã có quyết định truy tìm số {number}. Muốn lập lại, hãy hủy văn bản cũ trước."),
            number=case.decision_number,
        )
    with uow.act("absences.order_search") as act:
        act.about(case)
        paper = _search(uow, case, command, forms)
    return SavedCase.of(uow, case, paper)


def record_left(uow: UnitOfWork, command: RecordLeft) -> SavedCase:
    """Write down that a voluntary resident left: no search, no day added; the day it ends becomes a task.

    Raises:
        UserError: ``left_not_voluntary`` for somebody under a decision; ``left_in_future``, ``left_before_here``,
            ``asked_already``.
    """
    require(uow, REPORT_MISSING)
    stay = open_stay_of(uow, command.resident_id)
    at = command.happened_at or uow.now
    check_gone(at, uow.now)
    if not stay.stay_type.is_voluntary:
        raise UserError(
            "left_not_voluntary",
            label(
                "errors",
                "Người này đang chấp hành quyết định hoặc đang bị quản lý: rời cơ sở là bỏ trốn (Đ109.2). "
                "Hãy dùng “Ghi bỏ trốn”.",
            ),
        )
    check_arrow(uow, stay, "stays.send_to_hospital", CaseKind.LEFT)
    check_since(stay.presence_on, at)
    if any(one.kind is CaseKind.LEFT for one in open_cases_of(uow, stay.resident_id)):
        raise UserError(
            "asked_already", label("errors", "Đã ghi người này rời cơ sở. Hãy mở hồ sơ đó ở thẻ Vắng mặt.")
        )
    faults = Faults()
    looks = faults.line("looks", command.looks)
    faults.refuse()
    due = last_moment(_ends_on(uow, local_date(at)))
    with uow.act("absences.record_left") as act:
        case = new_case(uow, stay, CaseKind.LEFT, CaseState.AWAY, left_at=at, due_back_at=due, looks=looks)
        act.about(case)
        owe(uow, case, (end_duty(due),))
        stays.tell_cards(uow, [stay.resident_id])
    return SavedCase.of(uow, case)


def end_left(uow: UnitOfWork, command: EndLeft) -> SavedCase:
    """The person has not come back within the working days of the law: the stay ends as self-terminated (Đ4.9).

    Raises:
        UserError: ``no_left``; ``not_self_terminated`` before the time is over; as ``end_stay``.
        ConflictError: ``record_changed``.
    """
    require(uow, CLOSE_STAYS)
    case = uow.get(AbsenceCase, command.case_id, version=command.version)
    if case.kind is not CaseKind.LEFT or case.state is not CaseState.AWAY or case.left_at is None:
        raise UserError(
            "no_left", label("errors", "Hồ sơ này không phải người tự nguyện đang rời cơ sở. Hãy mở lại hồ sơ.")
        )
    left_on = local_date(case.left_at)
    ends_on = _ends_on(uow, left_on)
    if local_date(uow.now) < ends_on:
        raise UserError(
            "not_self_terminated",
            label(
                "errors",
                "Chưa đủ thời gian để coi là tự ý chấm dứt (Đ4.9): sớm nhất là ngày {day}. Nếu người đó về, "
                "hãy nhận trở lại.",
            ),
            day=f"{ends_on:%d/%m/%Y}",
        )
    stay = open_stay_of(uow, case.resident_id)
    with uow.act("absences.end_left") as act:
        act.about(case)
        settle(uow, case, END)
        end_stay(
            uow, EndStay(stay.stay_id, get_stay(uow, stay.stay_id).version, ExitCode.SELF_TERMINATED, ends_on)
        )
    return SavedCase.of(uow, case)


def _ends_on(uow: UnitOfWork, left_on: date) -> date:
    days = number_of_law(uow, "self_termination_working_days", WORKING_DAYS)
    return get_work_calendar(uow).add_working_days(left_on, days)


def _overstayed_at(uow: UnitOfWork, stay: StayDetail, at: datetime, *, is_given: bool) -> datetime:
    """The moment the leave ended, where nobody says another (law.md §18 row 13).

    Raises:
        UserError: ``not_overdue``.
    """
    leave = next((one for one in open_cases_of(uow, stay.resident_id) if one.kind is CaseKind.FUNERAL), None)
    due = None if leave is None else leave.due_back_at
    if due is not None and uow.now <= due:
        raise UserError(
            "not_overdue",
            label(
                "errors",
                "Thời gian chịu tang còn đến {due}; chưa quá hạn nên chưa ra quyết định truy tìm (Đ121.4). "
                "Nếu người đó đã về, hãy nhận trở lại.",
            ),
            due=moment_text(due),
        )
    if due is None:
        return at
    # Until the last moment of the leave nobody is missed, whatever hour is typed.
    return max(at, due + timedelta(minutes=1)) if is_given else due + timedelta(minutes=1)


def _search(uow: UnitOfWork, case: AbsenceCase, command: OrderSearch, forms: FormLibrary) -> str:
    form, day, told = forms.get(FORM), local_date(uow.now), command.told
    typed: dict[str, Value] = {
        "report_contact_name": told.name,
        "report_contact_phone": told.phone,
        "report_contact_address": told.address,
        "executors": tuple(filter(None, map(str.strip, command.executors.splitlines()))),
        "proposing_unit": command.proposing_unit,
    }
    payload = case_payload(uow, form, CaseDetail.of(uow, case), day, typed)
    made = issue_of_case(uow, case, PaperPart.SEARCH, form, payload, day, _addressees(uow, case))
    case.decision_number, case.decision_on = made.number, day
    settle(uow, case, SEARCH)
    _put_to_event(uow, case, made.number, day)
    return made.paper_id


def _put_to_event(uow: UnitOfWork, case: AbsenceCase, number: str, day: date) -> None:
    stay_id = get_stay(uow, case.stay_id).stay_id
    event = next((one for one in list_events(uow, stay_id) if one.event_id == case.event_id), None)
    if event is not None and (event.paper_number is None or event.is_unconfirmed):
        why = label("absences", "Quyết định truy tìm số {number}").format(number=number)
        settle_event(
            uow,
            SettleEvent(
                event.event_id, event.version, event.from_on, event.to_on, number, day, event.counts_as, why
            ),
        )


def _addressees(uow: UnitOfWork, case: AbsenceCase) -> tuple[Addressee, ...]:
    """Who is told: the commune police that made the file (Luật PCMT 2025 Đ46.2i) and that of the residence."""
    stay = get_stay(uow, case.stay_id)
    named = dict.fromkeys(filter(None, (stay.decision_police, stay.residence_police)))
    return tuple(Addressee(AddresseeKind.COMMUNE_POLICE, name) for name in named)
