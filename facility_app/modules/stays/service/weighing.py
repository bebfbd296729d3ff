"""What a correction of an event may do to somebody's day of leaving, and what of it was seen otherwise."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import format_date, local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.stays.domain.answer import TermAnswer
from facility_app.modules.stays.domain.articles import EVENT_ARTICLES
from facility_app.modules.stays.domain.findings import Finding
from facility_app.modules.stays.domain.presence import LEAVE, Arrow, seen_away
from facility_app.modules.stays.domain.rights import RECORD_DECISIONS, SETTLE_TERM
from facility_app.modules.stays.domain.types import ADDING_KINDS, EVENT_KIND_LABELS, EventKind
from facility_app.modules.stays.queries.stored import events_of
from facility_app.modules.stays.service.counting import Recount
from facility_app.modules.stays.tables import PresenceChange, Stay, StayEvent

_MAY_ADD = ADDING_KINDS | {EventKind.REMAND}


@dataclass(frozen=True, slots=True)
class Weighed:
    """The days of leaving before a correction; who moves one later is the head, with a reason.

    Attributes:
        before: stay id → its day of leaving, of somebody away as it would be were they back; None for no limit.
    """

    uow: UnitOfWork
    before: Mapping[str, date | None]

    @classmethod
    def of(cls, counted: Recount, stays: Sequence[Stay]) -> "Weighed":
        """As the clock has them now."""
        found = counted.terms.answers(stays, local_date(counted.uow.now))
        return cls(counted.uow, {stay.id: found[stay.id].weighed_by for stay in stays})

    def check(self, answers: Mapping[str, TermAnswer], reason: str | None, paper_on: date | None = None) -> None:
        """Nobody is held longer by a correction but on the head's word; a term that is over is never revived.

        Args:
            answers: what the clock says after it.
            reason: why it is made.
            paper_on: the day of the paper it brings; None where it brings none.

        Raises:
            UserError: ``paper_after_end``; ``reason_missing``.
            PermissionDenied: it moves a day of leaving later, and that is the head's.
        """
        for stay_id, before in self.before.items():
            after = answers[stay_id].weighed_by
            if before is None or (after is not None and after <= before):
                continue
            params: dict[str, object] = {
                "before": format_date(before),
                "after": label("errors", "(chưa xác định)") if after is None else format_date(after),
            }
            if paper_on is not None and paper_on > before:
                raise UserError(
                    "paper_after_end",
                    label(
                        "errors",
                        "Giấy tờ ngày {paper_on} ban hành sau ngày phải cho ra {before}: thời hạn đã hết thì "
                        "không cộng thêm ngày nào (NĐ 163/2026 Đ109.3). Hãy xem lại ngày của giấy tờ; sự kiện vẫn "
                        "được ghi nhận khi để trống giấy tờ.",
                    ),
                    fields={"paper_on": label("errors", "Sau ngày phải cho ra {before}")},
                    paper_on=format_date(paper_on),
                    **params,
                )
            require(self.uow, SETTLE_TERM)
            if not reason:
                raise UserError(
                    "reason_missing",
                    label(
                        "errors",
                        "Thay đổi này lùi ngày phải cho ra từ {before} đến {after}. Hãy ghi lý do, rồi lưu lại.",
                    ),
                    fields={"reason": label("errors", "Cần lý do: ngày phải cho ra lùi đến {after}")},
                    **params,
                )


def check_seen(uow: UnitOfWork, stay: Stay, event: StayEvent, from_on: date, to_on: date | None) -> list[Finding]:
    """Compare the days of an absence that may add days with where the person was seen.

    Returns:
        A warning when fewer days are left than were written down at the gate.

    Raises:
        UserError: ``event_against_presence`` when it reaches over days somebody was written down to be elsewhere.
    """
    require(uow, RECORD_DECISIONS)
    if event.kind not in _MAY_ADD:
        return []
    seen = seen_away(_arrows(uow, stay), event.id)
    params: dict[str, object] = {
        "kind": EVENT_KIND_LABELS[event.kind],
        "first": "…" if seen.from_on is None else format_date(seen.from_on),
        "to": "…" if seen.to_on is None else format_date(seen.to_on),
    }
    if not seen.holds(from_on, to_on):
        raise UserError(
            "event_against_presence",
            label(
                "errors",
                "{kind}: sự có mặt đã ghi cho thấy người này chỉ vắng từ {first} đến {to}; những ngày ngoài "
                "khoảng đó người ấy ở nơi khác nên không thể tính vào sự kiện. Hãy sửa ngày nằm trong khoảng đã "
                "ghi.",
            ),
            fields={
                "from_on" if seen.from_on is not None and from_on < seen.from_on else "to_on": label(
                    "errors", "Sự có mặt đã ghi: vắng từ {first} đến {to}"
                )
            },
            **params,
        )
    is_shorter = (seen.from_on is not None and from_on > seen.from_on) or (
        seen.to_on is not None and to_on is not None and to_on < seen.to_on
    )
    if not is_shorter:
        return []
    text = label(
        "warnings",
        "{kind}: sự có mặt đã ghi vắng từ {first} đến {to}; sự kiện nay ngắn hơn. Đã lưu; hãy kiểm tra lại sổ "
        "gác.",
    )
    article = EVENT_ARTICLES[stay.legal_regime][event.kind]
    return [Finding("event_shorter_than_seen", text, params, article)]


def _arrows(uow: UnitOfWork, stay: Stay) -> list[Arrow]:
    rows = uow.session.scalars(
        sa.select(PresenceChange)
        .where(PresenceChange.stay_id == stay.id, PresenceChange.voided_at.is_(None))
        .order_by(PresenceChange.happened_at, PresenceChange.id)
    )
    # An exit may be written down days after it happened.
    return [
        Arrow(
            row.event_id,
            stay.exited_on if row.verb == LEAVE and stay.exited_on else local_date(row.happened_at),
            row.to_state,
        )
        for row in rows
    ]


def twins_of(uow: UnitOfWork, stay: Stay, event: StayEvent) -> list[tuple[Stay, StayEvent]]:
    """The same escape where a temporary stay and the compulsory one made from it both have it (``Lasting``)."""
    require(uow, RECORD_DECISIONS)
    if event.kind is not EventKind.ESCAPE:
        return []
    next_or_former = sa.or_(Stay.earlier_stay_id == stay.id, Stay.id == stay.earlier_stay_id)
    others = uow.session.scalars(sa.select(Stay).where(next_or_former, Stay.voided_at.is_(None))).all()
    return [
        (other, one)
        for other in others
        for one in events_of(uow, other.id)
        if (one.kind, one.from_on, one.to_on) == (event.kind, event.from_on, event.to_on)
    ]
