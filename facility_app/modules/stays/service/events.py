"""Sự kiện của thời hạn: what was missing about one is added, a wrong one corrected or struck out."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.dates import format_date, local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.stays.domain.articles import EVENT_ARTICLES
from facility_app.modules.stays.domain.leaving import check_open
from facility_app.modules.stays.domain.rights import RECORD_DECISIONS, SETTLE_TERM
from facility_app.modules.stays.domain.typed import TypedPaper, checked_paper
from facility_app.modules.stays.domain.types import (
    DATED_KINDS,
    EVENT_KIND_LABELS,
    STAY_TYPE_LABELS,
    CountsAs,
    EventKind,
)
from facility_app.modules.stays.service.confirming import stands_by
from facility_app.modules.stays.service.counting import Recount
from facility_app.modules.stays.service.saved import SavedStay
from facility_app.modules.stays.service.weighing import Weighed, check_seen, twins_of
from facility_app.modules.stays.tables import Stay, StayEvent


@dataclass(frozen=True, slots=True)
class SettleEvent:
    """What was missing about an event: its paper, its last day, how a remand counts.

    Attributes:
        version: of the event, as the user saw it.
    """

    event_id: str
    version: int
    from_on: date
    to_on: date | None
    paper_number: str | None = None
    paper_on: date | None = None
    counts_as: CountsAs | None = None
    reason: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class StrikeEvent:
    """An event written down by mistake."""

    event_id: str
    version: int
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class RecordReduction:
    """A court has reduced a term under the law of 2021.

    Attributes:
        version: of the stay, as the user saw it.
        on: the day the reduction counts from.
        months: by how many months; or ``days``, never both.
    """

    stay_id: str
    version: int
    on: date
    months: int | None = None
    days: int | None = None
    paper_number: str | None = None
    paper_on: date | None = None


def record_reduction(uow: UnitOfWork, command: RecordReduction) -> SavedStay:
    """Write down a reduction; the law of 2025 knows none, and the clock says so.

    Raises:
        UserError: ``reduction_of_no_term``, ``stay_ended_already``, ``event_in_future``; as ``checked_paper``;
            ``term_reduction_refused`` and others of the clock.
        ConflictError: ``record_changed``.
    """
    require(uow, RECORD_DECISIONS)
    stay = uow.get(Stay, command.stay_id, version=command.version)
    check_open(stay.code, stay.exited_on)
    if not stay.stay_type.has_term:
        raise UserError(
            "reduction_of_no_term",
            label(
                "errors",
                "Diện “{type}” không có thời hạn nên không có gì để giảm ({article}). Nếu được cho ra, hãy ghi "
                "kết thúc với lý do theo giấy tờ.",
            ),
            type=STAY_TYPE_LABELS[stay.stay_type],
            article=EVENT_ARTICLES[stay.legal_regime][EventKind.REDUCTION],
        )
    faults = Faults()
    if (command.months is None) is (command.days is None):
        faults.add(
            "reduction_size_missing",
            "months",
            label("errors", "Cần đúng một trong hai: số tháng hoặc số ngày được giảm, như in trong quyết định."),
        )
    if command.on > local_date(uow.now):
        faults.add("event_in_future", "on", label("errors", "Ngày ở tương lai. Chỉ ghi những gì đã xảy ra."))
    paper = checked_paper(command.paper_number, command.paper_on, local_date(uow.now), faults)
    faults.refuse()
    with uow.act("stays.record_reduction") as act:
        made = uow.add(
            StayEvent(
                resident_id=stay.resident_id,
                stay_id=stay.id,
                kind=EventKind.REDUCTION,
                from_on=command.on,
                months=command.months,
                days=command.days,
                paper_number=paper.number,
                paper_on=paper.issued_on,
            )
        )
        act.about(made)
        answer = Recount.within(uow).after(stay, "stays.record_reduction")
    return SavedStay.of(stay, answer.warnings)


def settle_event(uow: UnitOfWork, command: SettleEvent) -> SavedStay:
    """Complete or correct an event of the term; the answer of the clock before stays written down.

    A paper written here by anybody but the head adds no day until the head has confirmed it. An escape that was
    carried into the stay that goes on is corrected in both. Where the day of leaving moves
    later, the head says so, with a reason; no day is added on which the person was seen here.

    Raises:
        UserError: ``reason_missing`` for a remand decided, or a day of leaving moved later, without one;
            ``event_span_reversed``, ``event_in_future``, ``event_ends_by_coming_back``, ``end_day_stands``; as
            ``check_seen``, ``Weighed.check``, ``checked_paper`` and the clock.
        PermissionDenied: a remand is decided, or a day of leaving moved later, by somebody who may not.
        ConflictError: ``record_changed``.
    """
    require(uow, RECORD_DECISIONS)
    event = uow.get(StayEvent, command.event_id, version=command.version)
    is_decided = command.counts_as is not event.counts_as
    if is_decided:
        require(uow, SETTLE_TERM)
        require_reason(command.reason)
    stay = uow.get(Stay, event.stay_id)
    paper, reason = _checked_event(event, command, local_date(uow.now))
    shorter = check_seen(uow, stay, event, command.from_on, command.to_on)
    # Days are added by it from now on, whenever it was written down.
    is_paper_new = event.confirmed_by is None or (paper.number, paper.issued_on) != (
        event.paper_number,
        event.paper_on,
    )
    twins, counted = twins_of(uow, stay, event), Recount.within(uow)
    stays = _apart([stay, *(other for other, _ in twins)])
    weighed = Weighed.of(counted, stays)
    with uow.act("stays.settle_event", reason=reason) as act:
        act.about(event)
        for one in (event, *(twin for _, twin in twins)):
            one.from_on, one.to_on = command.from_on, command.to_on
            one.confirmed_by = stands_by(uow, one, paper)
            one.paper_number, one.paper_on = paper.number, paper.issued_on
        if is_decided:
            event.counts_as, event.counts_reason = command.counts_as, reason
        answers = counted.after_all(stays, "stays.settle_event")
        weighed.check(answers, reason, paper.issued_on if is_paper_new else None)
    return SavedStay.of(stay, (*shorter, *answers[stay.id].warnings))


def _apart(stays: Sequence[Stay]) -> list[Stay]:
    return list({stay.id: stay for stay in stays}.values())


def _checked_event(event: StayEvent, command: SettleEvent, today: date) -> tuple[TypedPaper, str | None]:
    faults = Faults()
    params: dict[str, object] = {
        "kind": EVENT_KIND_LABELS[event.kind],
        "from_on": format_date(command.from_on),
        "to_on": "" if command.to_on is None else format_date(command.to_on),
    }
    if event.kind not in DATED_KINDS and (event.to_on is None) is not (command.to_on is None):
        faults.add(
            "event_ends_by_coming_back",
            "to_on",
            label(
                "errors",
                "{kind} từ {from_on}: ngày trở lại do việc nhận trở lại ghi, không mở hay đóng sự kiện ở đây. "
                "Hãy dùng “Nhận trở lại cơ sở”, rồi sửa ngày nếu cần.",
            ),
            **params,
        )
    elif event.kind is EventKind.END and command.from_on != event.from_on:
        faults.add(
            "end_day_stands",
            "from_on",
            label(
                "errors", "Ngày kết thúc đã được ghi cùng việc ra cơ sở nên không sửa ở đây; chỉ bổ sung giấy tờ."
            ),
        )
    elif command.to_on is not None and command.to_on < command.from_on:
        faults.add(
            "event_span_reversed",
            "to_on",
            label(
                "errors", "{kind}: ngày trở lại {to_on} đứng trước ngày đi {from_on}. Hãy sửa một trong hai ngày."
            ),
            **params,
        )
    elif max(command.from_on, command.to_on or command.from_on) > today:
        faults.add(
            "event_in_future",
            "from_on",
            label("errors", "{kind}: ngày ở tương lai. Chỉ ghi những gì đã xảy ra; hãy sửa ngày."),
            **params,
        )
    paper = checked_paper(command.paper_number, command.paper_on, today, faults)
    reason = faults.line("reason", command.reason)
    faults.refuse()
    return paper, reason


def strike_event(uow: UnitOfWork, command: StrikeEvent) -> SavedStay:
    """Strike out an event of the term written down by mistake, in the stay that goes on from it too.

    Raises:
        UserError: ``reason_missing``; ``event_still_open`` while the person is away by it; as ``Weighed.check``.
        PermissionDenied: a day of leaving would move later, and that is the head's.
        ConflictError: ``record_changed``.
    """
    require(uow, RECORD_DECISIONS)
    event = uow.get(StayEvent, command.event_id, version=command.version)
    stay = uow.get(Stay, event.stay_id)
    if event.kind is EventKind.END or (event.to_on is None and event.kind not in DATED_KINDS):
        raise UserError(
            "event_still_open",
            label(
                "errors",
                "Sự kiện này đang quyết định tình trạng hiện tại của người đó nên chưa gạch bỏ được. "
                "Hãy nhận trở lại "
                "trước, rồi gạch bỏ.",
            ),
        )
    require_reason(command.reason)
    twins, counted = twins_of(uow, stay, event), Recount.within(uow)
    stays = _apart([stay, *(other for other, _ in twins)])
    weighed = Weighed.of(counted, stays)
    with uow.act("stays.strike_event", reason=command.reason) as act:
        act.about(event)
        for one in (event, *(twin for _, twin in twins)):
            uow.void(one, command.reason)
        answers = counted.after_all(stays, "stays.strike_event")
        weighed.check(answers, command.reason)
    return SavedStay.of(stay, answers[stay.id].warnings)
