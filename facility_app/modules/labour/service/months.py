"""Income and costs of labour, and the closing of a month: split, shares, and their posting, in one decision."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.dates import format_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.kernel.money import Money
from facility_app.modules.deposits.api import PostShares, Share, post_share
from facility_app.modules.labour.domain.rights import CLOSE_LABOUR, KEEP_RESULTS
from facility_app.modules.labour.domain.shares import SPLIT_ARTICLE, ResultKind, ShareKey, share_out
from facility_app.modules.labour.queries.gaps import GapKind, MonthGap, list_month_gaps
from facility_app.modules.labour.queries.months import MonthPreview, preview_month
from facility_app.modules.labour.service.checks import Desk
from facility_app.modules.labour.service.listed import Seen
from facility_app.modules.labour.tables import LabourEntry, LabourMonth, LabourShare, LabourTeam

LARGEST: Final = Money(1_000_000_000_000)
"""More than a facility's labour earns in a month: a slip of the keyboard."""
SHOWN: Final = 5
"""Days with something missing that a refusal names; the page lists them all."""


@dataclass(frozen=True, slots=True)
class EnterResult:
    """Money earned or spent on labour.

    Attributes:
        text: what for, from or to whom.
        happened_on: None for today.
    """

    kind: ResultKind
    amount: Money
    text: str
    happened_on: date | None = None
    paper_number: str | None = None
    team_id: str | None = None


@dataclass(frozen=True, slots=True)
class CloseLabourMonth:
    """The month is over and its book right.

    Attributes:
        first_on: first day of the month.
        share_key: what the residents' part is shared by.
        loss_note: why costs were more than income; needed then, and there is nothing to split.
        gap_note: why it is closed though sheets or tools are missing; needed then, and kept in the trail.
    """

    first_on: date
    share_key: ShareKey = ShareKey.MINUTES
    loss_note: str | None = None
    officer_name: str = field(default="", repr=False)
    gap_note: str | None = None


@dataclass(frozen=True, slots=True)
class ClosedMonth:
    """What a closing came to."""

    month_id: str
    surplus: Money
    residents: Money
    people: int


def enter_result(uow: UnitOfWork, command: EnterResult) -> str:
    """Write income or a cost down (NĐ 163/2026 Đ118.1); answers its id.

    Raises:
        UserError: ``bad_labour_amount``, ``field_missing``, ``day_out_of_range``, ``labour_month_closed``.
    """
    require(uow, KEEP_RESULTS)
    desk, faults = Desk(uow), Faults()
    day = command.happened_on or desk.today
    faults.past_day("happened_on", day, desk.today)
    text = faults.line("text", command.text, needed=label("errors", "Cần nội dung thu, chi. Hãy gõ vào."))
    paper = faults.line("paper_number", command.paper_number)
    if not Money(0) < command.amount <= LARGEST:
        faults.add(
            "bad_labour_amount",
            "amount",
            label(
                "errors",
                "Số tiền phải lớn hơn 0: khoản chi ghi số dương và chọn loại chi phí (NĐ 163/2026 Đ118.1b).",
            ),
        )
    faults.refuse()
    desk.require_open(day)
    if command.team_id is not None:
        uow.get(LabourTeam, command.team_id)
    with uow.act("labour.enter_result") as act:
        made = uow.add(
            LabourEntry(
                kind=command.kind,
                happened_on=day,
                amount_vnd=command.amount,
                text=text,
                paper_number=paper,
                team_id=command.team_id,
            )
        )
        act.about(made)
    return made.id


def void_result(uow: UnitOfWork, seen: Seen, reason: str) -> None:
    """Strike out a row of a month that is still open.

    Raises:
        UserError: ``labour_month_closed``, ``reason_missing``, ``not_found``.
        ConflictError: ``record_changed``.
    """
    require(uow, KEEP_RESULTS)
    require_reason(reason)
    found = uow.get(LabourEntry, seen.record_id, version=seen.version)
    Desk(uow).require_open(found.happened_on)
    with uow.act("labour.void_result", reason=reason) as act:
        act.about(found)
        uow.void(found, reason)


def close_labour_month(uow: UnitOfWork, command: CloseLabourMonth) -> ClosedMonth:
    """Close the next month: its surplus is split, every share is posted to its person's ledger, and all stays so.

    Raises:
        UserError: ``no_month_to_close``, ``month_not_next``, ``month_not_over``, ``labour_result_negative``,
            ``labour_month_has_gaps``, ``labour_nobody_worked``, ``parameter_missing``; as ``deposits.post_share``.
    """
    require(uow, CLOSE_LABOUR)
    desk, faults = Desk(uow), Faults()
    seen = _next_month(uow, command.first_on, desk.today)
    note = faults.line("loss_note", command.loss_note)
    if seen.surplus < Money(0) and note is None:
        faults.add(
            "labour_result_negative",
            "loss_note",
            label(
                "errors",
                "Chi nhiều hơn thu {loss}: không có chênh lệch để chia ({article}). Hãy kiểm tra lại các khoản; "
                "đúng thì ghi lý do lỗ rồi khóa sổ.",
            ),
            loss=(-seen.surplus).text(),
            article=SPLIT_ARTICLE,
        )
    gap_note = faults.line("gap_note", command.gap_note)
    gaps = list_month_gaps(uow, seen.first_on, seen.last_on)
    if gaps and gap_note is None:
        _say_gaps(faults, gaps)
    officer = desk.officer(command.officer_name, faults)
    faults.refuse()
    split = seen.split
    shares = share_out(split.residents, seen.worked, command.share_key)
    with uow.act("labour.close_month", reason=gap_note if gaps else None) as act:
        month = uow.add(
            LabourMonth(
                first_on=seen.first_on,
                last_on=seen.last_on,
                income_vnd=seen.income,
                cost_vnd=seen.cost,
                food_vnd=split.food,
                living_vnd=split.living,
                residents_vnd=split.residents,
                culture_vnd=split.culture,
                percents="/".join(map(str, seen.percents)),
                share_key=command.share_key,
                minutes=sum(one.minutes for one in seen.worked),
                people_count=len(shares),
                loss_note=note if seen.surplus < Money(0) else None,
                officer_name=officer,
            )
        )
        act.about(month)
        uow.session.flush()
        for one, amount in shares:
            uow.add(
                LabourShare(
                    resident_id=one.resident_id,
                    month_id=month.id,
                    minutes=one.minutes,
                    days=one.days,
                    amount_vnd=amount,
                )
            )
        posted = tuple(Share(one.resident_id, amount) for one, amount in shares if amount > Money(0))
        if posted:
            post_share(uow, PostShares(f"labour/{seen.first_on:%Y-%m}", posted, officer_name=officer))
    return ClosedMonth(month.id, seen.surplus, split.residents, len(posted))


def _say_gaps(faults: Faults, gaps: Sequence[MonthGap]) -> None:
    """Add that something is missing: closed, it can never be written any more."""
    sheets, tools = (sum(one.kind is kind for one in gaps) for kind in GapKind)
    days = dict.fromkeys(f"{format_date(one.held_on)} {one.team}" for one in gaps)
    shown = list(days)[:SHOWN]
    faults.add(
        "labour_month_has_gaps",
        "gap_note",
        label(
            "errors",
            "Tháng này còn thiếu {sheets} phiếu chấm công và {tools} lượt dụng cụ chưa thu về ({days}). Khóa sổ "
            "rồi thì không ghi bổ sung được. Hãy ghi đủ, hoặc nêu lý do rồi khóa sổ.",
        ),
        sheets=sheets,
        tools=tools,
        days="; ".join(shown) + ("…" if len(days) > SHOWN else ""),
    )


def _next_month(uow: UnitOfWork, first_on: date, today: date) -> MonthPreview:
    seen = preview_month(uow)
    if seen is None:
        raise UserError(
            "no_month_to_close",
            label("errors", "Chưa có chấm công hay khoản thu, chi nào nên chưa có tháng để khóa."),
        )
    if first_on != seen.first_on:
        raise UserError(
            "month_not_next",
            label("errors", "Phải khóa lần lượt từng tháng: tháng tiếp theo bắt đầu ngày {day}."),
            day=format_date(seen.first_on),
        )
    if today <= seen.last_on:
        raise UserError(
            "month_not_over",
            label("errors", "Tháng này đến hết ngày {day} mới xong. Hãy khóa sổ từ ngày hôm sau."),
            day=format_date(seen.last_on),
        )
    return seen
