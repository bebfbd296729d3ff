"""The paper of an absence confirmed: days are added on the head's word alone, whoever wrote the paper down."""

from dataclasses import dataclass, field

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.dates import format_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.stays.domain.owing import is_unconfirmed
from facility_app.modules.stays.domain.rights import RECORD_DECISIONS, SETTLE_TERM
from facility_app.modules.stays.domain.typed import TypedPaper
from facility_app.modules.stays.domain.types import EVENT_KIND_LABELS
from facility_app.modules.stays.service.counting import Recount
from facility_app.modules.stays.service.saved import SavedStay
from facility_app.modules.stays.service.weighing import Weighed, twins_of
from facility_app.modules.stays.tables import Stay, StayEvent


@dataclass(frozen=True, slots=True)
class ConfirmPaper:
    """The head has seen the paper an absence rests on.

    Attributes:
        version: of the event, as the user saw it.
        reason: what it was held against.
    """

    event_id: str
    version: int
    reason: str = field(repr=False)


def confirm_paper(uow: UnitOfWork, command: ConfirmPaper) -> SavedStay:
    """Stand by the paper of an absence; from then on its days are added (NĐ 163/2026 Đ109.3).

    Raises:
        UserError: ``reason_missing``; ``nothing_to_confirm``; as ``Weighed.check`` and the clock.
        ConflictError: ``record_changed``.
    """
    require(uow, SETTLE_TERM)
    event = uow.get(StayEvent, command.event_id, version=command.version)
    if not is_unconfirmed(event):
        raise UserError(
            "nothing_to_confirm",
            label(
                "errors",
                "{kind} từ {from_on}: không có giấy tờ nào chờ xác nhận (chưa ghi số, ngày; đã xác nhận; hoặc sự "
                "kiện không cộng ngày). Hãy mở lại bảng sự kiện; nếu thiếu giấy tờ, dùng “Bổ sung, sửa”.",
            ),
            kind=EVENT_KIND_LABELS[event.kind],
            from_on=format_date(event.from_on),
        )
    require_reason(command.reason)
    stay = uow.get(Stay, event.stay_id)
    twins, counted = twins_of(uow, stay, event), Recount.within(uow)
    stays = list({one.id: one for one in (stay, *(other for other, _ in twins))}.values())
    weighed = Weighed.of(counted, stays)
    with uow.act("stays.confirm_paper", reason=command.reason) as act:
        act.about(event)
        for one in (event, *(twin for _, twin in twins)):
            one.confirmed_by = uow.actor.user_id
        answers = counted.after_all(stays, "stays.confirm_paper")
        weighed.check(answers, command.reason, event.paper_on)
    return SavedStay.of(stay, answers[stay.id].warnings)


def stands_by(uow: UnitOfWork, event: StayEvent, paper: TypedPaper) -> str | None:
    """Who stands by a paper about to be written to an event; None where the head neither writes it nor did.

    Args:
        uow: of whoever writes.
        event: as it stands.
        paper: what is about to stand there.
    """
    require(uow, RECORD_DECISIONS)
    if paper.number is None or paper.issued_on is None:
        return None
    if uow.actor.may(SETTLE_TERM):
        return uow.actor.user_id
    is_same = (paper.number, paper.issued_on) == (event.paper_number, event.paper_on)
    return event.confirmed_by if is_same else None
