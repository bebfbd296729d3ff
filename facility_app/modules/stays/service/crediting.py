"""Days under temporary management that were forgotten when somebody came in: they come off the term."""

from dataclasses import dataclass
from datetime import date

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import format_date, local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.stays.domain.articles import EVENT_ARTICLES
from facility_app.modules.stays.domain.leaving import check_open
from facility_app.modules.stays.domain.rights import RECORD_DECISIONS
from facility_app.modules.stays.domain.typed import TypedPaper, checked_paper
from facility_app.modules.stays.domain.types import STAY_TYPE_LABELS, EventKind
from facility_app.modules.stays.queries.stored import events_of
from facility_app.modules.stays.service.confirming import stands_by
from facility_app.modules.stays.service.counting import Recount
from facility_app.modules.stays.service.saved import SavedStay
from facility_app.modules.stays.service.weighing import Weighed
from facility_app.modules.stays.tables import Stay, StayEvent

VERB = "stays.record_credit"


@dataclass(frozen=True, slots=True)
class RecordCredit:
    """Somebody was held while the file was made, before the term began.

    Attributes:
        version: of the stay, as the user saw it.
        held_from: the day of the decision V-32.
        held_to: the day the holding ended, itself none of it; None for the first day of the term.
        paper_number: of V-32, with ``paper_on``.
    """

    stay_id: str
    version: int
    held_from: date
    held_to: date | None = None
    paper_number: str | None = None
    paper_on: date | None = None


def record_credit(uow: UnitOfWork, command: RecordCredit) -> SavedStay:
    """Take days of temporary management off a term that runs; whoever writes decisions down may, for it shortens.

    Raises:
        UserError: ``stay_ended_already``; ``credit_of_no_term``; ``field_missing`` without the paper;
            ``credit_span_odd``, ``credit_there_already``; as ``checked_paper`` and the clock.
        ConflictError: ``record_changed``.
    """
    require(uow, RECORD_DECISIONS)
    stay = uow.get(Stay, command.stay_id, version=command.version)
    check_open(stay.code, stay.exited_on)
    if not stay.stay_type.has_term:
        raise UserError(
            "credit_of_no_term",
            label(
                "errors",
                "Diện “{type}” không có thời hạn nên không có gì để trừ ({article}). Khi chuyển sang cai nghiện "
                "bắt buộc, thời gian quản lý được trừ ngay.",
            ),
            type=STAY_TYPE_LABELS[stay.stay_type],
            article=EVENT_ARTICLES[stay.legal_regime][EventKind.TEMPORARY_MANAGEMENT_CREDIT],
        )
    held_to = command.held_to or stay.term_start_on
    paper = _checked(uow, command, stay, held_to)
    counted = Recount.within(uow)
    weighed = Weighed.of(counted, [stay])
    with uow.act(VERB) as act:
        made = StayEvent(
            resident_id=stay.resident_id,
            stay_id=stay.id,
            kind=EventKind.TEMPORARY_MANAGEMENT_CREDIT,
            from_on=command.held_from,
            to_on=held_to,
        )
        made.confirmed_by = stands_by(uow, made, paper)
        made.paper_number, made.paper_on = paper.number, paper.issued_on
        act.about(uow.add(made))
        answer = counted.after(stay, VERB)
        weighed.check({stay.id: answer}, paper.number, paper.issued_on)
    return SavedStay.of(stay, answer.warnings)


def _checked(uow: UnitOfWork, command: RecordCredit, stay: Stay, held_to: date) -> TypedPaper:
    faults = Faults()
    if not command.held_from < held_to <= stay.term_start_on:
        faults.add(
            "credit_span_odd",
            "held_from",
            label(
                "errors",
                "Thời gian quản lý {first}–{to} phải nằm trước ngày bắt đầu chấp hành {start} và có ít nhất một "
                "ngày. Hãy ghi ngày của quyết định quản lý (V-32) và ngày kết thúc.",
            ),
            first=format_date(command.held_from),
            to=format_date(held_to),
            start=format_date(stay.term_start_on),
        )
    there = next(
        (
            one
            for one in events_of(uow, stay.id)
            if one.kind is EventKind.TEMPORARY_MANAGEMENT_CREDIT
            and one.to_on is not None
            and one.from_on < held_to
            and command.held_from < one.to_on
        ),
        None,
    )
    if there is not None and there.to_on is not None:
        faults.add(
            "credit_there_already",
            "held_from",
            label(
                "errors",
                "Đã ghi thời gian quản lý được trừ {first}–{to}; mỗi ngày chỉ trừ một lần. Hãy sửa ngày của sự "
                "kiện đó trong bảng Sự kiện.",
            ),
            first=format_date(there.from_on),
            to=format_date(there.to_on),
        )
    paper = checked_paper(command.paper_number, command.paper_on, local_date(uow.now), faults)
    if command.paper_number is None and command.paper_on is None:
        faults.add(
            "field_missing",
            "paper_number",
            label("errors", "Cần số và ngày của quyết định quản lý (V-32): những ngày này được trừ theo giấy đó."),
        )
    faults.refuse()
    return paper
