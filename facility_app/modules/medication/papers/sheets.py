"""The sheets nurses carry: a round of a zone, the days of a person, the next 24 hours; what reveals HIV apart.

A sheet is made of ordinary lines by itself. Where rows from behind the wall are handed in (a look that stands in
the trail opened them), it holds these alone and says on every page that it is not shown around.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.payload import Block, Grid, Heading, PlainPaper, Signatures, Text
from facility_app.kernel.dates import LOCAL, format_date, local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.housing.api import list_zones
from facility_app.modules.medication.domain import SEE_PRIVATE_LINES, VIEW_MAR
from facility_app.modules.medication.domain.orders import OrderState
from facility_app.modules.medication.domain.plan import AS_NEEDED
from facility_app.modules.medication.domain.rounds import ROUND_LABELS
from facility_app.modules.medication.papers.grids import (
    allergies_block,
    allergy_text,
    away,
    day_grid,
    free_grid,
    guarded,
    hold_text,
    hours_grid,
    needed_grid,
    order_grid,
    outcome_text,
    private_allergies_block,
    route_text,
    signs_told,
    slot_text,
    why_grid,
)
from facility_app.modules.medication.papers.house import (
    MARKS_TOLD,
    NOTHING,
    house_paper,
    no_allergy_text,
    read_imprint,
    short_names,
    span_text,
)
from facility_app.modules.medication.queries.history import AllergyRow, find_asked, list_allergies
from facility_app.modules.medication.queries.mar import DueRow, RoundAsked, list_round
from facility_app.modules.medication.queries.orders import OrderRow, list_orders
from facility_app.modules.pharmacy.api import list_medicines
from facility_app.modules.residents.api import list_resident_marks

A_DAY: Final = timedelta(hours=24)
PAGE_DAYS: Final = (7, 14)
"""Days one page of a person's MAR has (clinical.md §5.1)."""
COPY_LATER: Final = label(
    "papers",
    "Khi có điện: nhập lại bằng “Nhập bù từ giấy”, đúng giờ đã cho dùng. Dấu * : thuốc phải có người "
    "chứng kiến ký cùng. Y lệnh (chưa duyệt): chỉ cho dùng khi dược sĩ đã duyệt.",
)
HANDED_OVER: Final = Signatures((label("papers", "Điều dưỡng giao ca"), label("papers", "Điều dưỡng nhận ca")))
_GIVABLE: Final = frozenset({OrderState.VERIFIED, OrderState.ORDERED})


@dataclass(frozen=True, slots=True)
class MarPage:
    """The days of one person.

    Attributes:
        days: 7 or 14.
    """

    resident_id: str
    first_day: date
    days: int = PAGE_DAYS[0]


@dataclass(frozen=True, slots=True)
class DaySheet:
    """The hours to come of a zone.

    Attributes:
        zone_id: with its sub-zones; None for everybody.
        from_at: the first moment; None for now.
    """

    zone_id: str | None = None
    from_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PrivateLines:
    """What was opened from behind the wall for one sheet."""

    rows: tuple[DueRow, ...] = field(repr=False)
    orders: tuple[OrderRow, ...] = field(default=(), repr=False)
    allergies: tuple[AllergyRow, ...] = field(default=(), repr=False)


def round_page(uow: UnitOfWork, asked: RoundAsked, private: PrivateLines | None = None) -> PlainPaper:
    """A round of a zone, one line a dose, in the order of the beds; what is done stands there filled in.

    Raises:
        PermissionDenied: for private lines, whoever may not see them.
    """
    require(uow, VIEW_MAR)
    wanted = "" if asked.wanted is None else str(ROUND_LABELS[asked.wanted])
    rows = _rows(uow, private) if private is not None else open_rows(uow, asked)
    heads = (
        label("papers", "Chỗ ở"),
        label("papers", "Họ và tên – mã"),
        label("papers", "Thuốc"),
        label("papers", "Liều, đường dùng"),
        label("papers", "Giờ"),
        label("papers", "Kết quả"),
        label("papers", "Lúc"),
        label("papers", "Người cho thuốc / chứng kiến"),
    )
    cells = tuple(
        (
            row.place or NOTHING,
            f"{row.name}\n{row.code}{away(row)}",
            row.medicine + guarded(row) + hold_text(row),
            f"{row.dose}, {route_text(row.route)}",
            slot_text(row),
            outcome_text(row),
            "" if row.given_at is None else f"{row.given_at.astimezone(LOCAL):%H:%M}",
            " / ".join(filter(None, (row.officer, row.witness))),
        )
        for row in rows
    )
    done = sum(row.outcome is not None for row in rows)
    told = label("papers", "{day}{wanted} – {zone} – {count} liều, đã ghi {done}").format(
        day=format_date(asked.day),
        wanted=f", {wanted.lower()}" if wanted else "",
        zone=_zone(uow, asked.zone_id),
        count=len(rows),
        done=done,
    )
    blocks: tuple[Block, ...] = (
        Grid(heads, cells, widths=(14, 19, 20, 13, 7, 10, 7, 18)),
        Text(label("papers", "Dấu * : thuốc phải có người chứng kiến. Liều không dùng: ghi kết quả và lý do.")),
        Signatures((label("papers", "Người cho thuốc"), label("papers", "Điều dưỡng trưởng"))),
    )
    title = label("papers", "PHIẾU PHÁT THUỐC THEO LƯỢT")
    return house_paper(title, blocks, read_imprint(uow), told, is_private=private is not None)


def mar_page(uow: UnitOfWork, asked: MarPage, private: PrivateLines | None = None) -> PlainPaper:
    """The days of one person: orders as signed, doses by hour and day, as needed apart.

    Raises:
        UserError: ``not_found``, ``mar_days``.
        PermissionDenied: for private lines, whoever may not see them.
    """
    require(uow, VIEW_MAR)
    days = page_days(asked)
    if private is None:
        everyone = (asked.resident_id,)
        rows = tuple(row for day in days for row in open_rows(uow, RoundAsked(day, resident_ids=everyone)))
        past = list_orders(uow, asked.resident_id, with_past=True)
        orders = tuple(one for one in past if not one.medicine.flags.reveals_hiv)
    else:
        rows, orders = _rows(uow, private), private.orders
    in_span = [one for one in orders if _touches(one, days)]
    why = why_grid(rows)
    signs = short_names(name for row in rows for name in (row.officer, row.witness or ""))
    blocks: list[Block] = [
        Text(_who(uow, asked.resident_id, () if private is None else private.allergies), is_strong=True),
        Heading(label("papers", "Y lệnh")),
        order_grid(in_span) if in_span else Text(label("papers", "Không có y lệnh nào trong những ngày này.")),
        Heading(label("papers", "Dùng thuốc theo giờ")),
        day_grid(rows, days, signs),
        *(() if why is None else (Heading(label("papers", "Liều không dùng, nôn, lệch giờ: lý do")), why)),
        Heading(label("papers", "Thuốc dùng khi cần, dùng một lần")),
        free_grid(rows),
        Text("\n".join(filter(None, (str(MARKS_TOLD), signs_told(signs))))),
        Signatures((label("papers", "Bác sĩ ra y lệnh"), label("papers", "Điều dưỡng trưởng"))),
    ]
    below = label("papers", "Từ {first} đến {last}").format(first=format_date(days[0]), last=format_date(days[-1]))
    title = label("papers", "PHIẾU THEO DÕI DÙNG THUỐC")
    return house_paper(title, blocks, read_imprint(uow), below, is_private=private is not None)


def day_sheet(uow: UnitOfWork, asked: DaySheet, private: PrivateLines | None = None) -> PlainPaper:
    """What is to be given in the next 24 hours, to be filled in by hand while there is no power.

    Raises:
        PermissionDenied: for private lines, whoever may not see them.
    """
    require(uow, VIEW_MAR)
    begin = uow.now if asked.from_at is None else asked.from_at
    days = sheet_days(begin)
    if private is None:
        rows = tuple(row for day in days for row in open_rows(uow, RoundAsked(day, asked.zone_id)))
    else:
        rows = _rows(uow, private)
    blocks, count = hours_blocks(uow, rows, begin, private)
    blocks += [Text(COPY_LATER), HANDED_OVER]
    below = label("papers", "{span} – {zone} – {count} liều theo giờ").format(
        span=span_text(begin, begin + A_DAY), zone=_zone(uow, asked.zone_id), count=count
    )
    title = label("papers", "PHIẾU THUỐC 24 GIỜ TỚI")
    return house_paper(title, blocks, read_imprint(uow), below, is_private=private is not None)


def hours_blocks(
    uow: UnitOfWork, rows: Sequence[DueRow], begin: datetime, private: PrivateLines | None = None
) -> tuple[list[Block], int]:
    """The next 24 hours of some people: by the hour, as needed, what they cannot take; how many by the hour."""
    require(uow, VIEW_MAR)
    timed = [row for row in rows if row.due_at is not None and begin <= row.due_at < begin + A_DAY]
    timed = [row for row in timed if row.outcome is None and row.state in _GIVABLE]
    timed.sort(key=lambda row: (row.due_at or begin, row.place or "", row.name))
    free = _as_needed(rows)
    blocks: list[Block] = [hours_grid(timed, begin), Heading(label("papers", "Thuốc dùng khi cần"))]
    blocks.append(needed_grid(uow, free) if free else Text(label("papers", "Không có.")))
    blocks.append(Heading(label("papers", "Dị ứng")))
    if private is None:
        blocks.append(allergies_block(uow, [*timed, *free]))
    else:
        blocks.append(private_allergies_block(uow, [*timed, *free], private.allergies))
    return blocks, len(timed)


def sheet_days(begin: datetime) -> tuple[date, ...]:
    """The days the 24 hours from a moment on touch; whoever opens private rounds for a sheet opens these."""
    return tuple(sorted({local_date(begin), local_date(begin + A_DAY - timedelta(minutes=1))}))


def _rows(uow: UnitOfWork, private: PrivateLines) -> tuple[DueRow, ...]:
    require(uow, SEE_PRIVATE_LINES)
    return private.rows


def open_rows(uow: UnitOfWork, asked: RoundAsked) -> tuple[DueRow, ...]:
    """A round without old lines of a medicine that is known by now to reveal HIV."""
    require(uow, VIEW_MAR)
    hidden = {one.medicine_id for one in list_medicines(uow) if one.flags.reveals_hiv}
    return tuple(row for row in list_round(uow, asked) if row.medicine_id not in hidden)


def page_days(asked: MarPage) -> tuple[date, ...]:
    """The days of a page; whoever opens private rounds for it opens these.

    Raises:
        UserError: ``mar_days``.
    """
    if asked.days not in PAGE_DAYS:
        raise UserError(
            "mar_days",
            label("errors", "Một tờ phiếu dùng thuốc có {seven} hoặc {fourteen} ngày. Hãy chọn lại số ngày."),
            fields={"days": label("errors", "Chọn {seven} hoặc {fourteen}")},
            seven=PAGE_DAYS[0],
            fourteen=PAGE_DAYS[1],
        )
    return tuple(asked.first_day + timedelta(days=one) for one in range(asked.days))


def _touches(order: OrderRow, days: Sequence[date]) -> bool:
    until = min((one for one in (order.ends_at, order.ended_at) if one is not None), default=None)
    is_over = until is not None and local_date(until) < days[0]
    return local_date(order.starts_at) <= days[-1] and not is_over


def _who(uow: UnitOfWork, resident_id: str, private: Sequence[AllergyRow]) -> str:
    marks = list_resident_marks(uow, [resident_id])
    if resident_id not in marks:
        raise UserError(
            "not_found",
            label("errors", "Không tìm thấy bản ghi {id}. Có thể danh sách đã cũ; hãy mở lại danh sách."),
            id=resident_id,
        )
    one = marks[resident_id]
    opened = [row for row in private if row.resident_id == resident_id]
    said = [allergy_text(row.substance, row.reaction) for row in (*opened, *list_allergies(uow, resident_id))]
    return label("papers", "{name} – {code}, {age} tuổi, {place}. Dị ứng: {told}").format(
        name=one.name.upper(),
        code=one.code,
        age=one.age,
        place=one.place or label("papers", "chưa có giường"),
        told="; ".join(said) or no_allergy_text(find_asked(uow, resident_id)),
    )


def _as_needed(rows: Sequence[DueRow]) -> list[DueRow]:
    """One line an order: how often it was given stands beside it."""
    found: dict[str, DueRow] = {}
    for row in rows:
        if row.slot.startswith(AS_NEEDED) and row.state in _GIVABLE:
            found.setdefault(row.order_id, row)
    return sorted(found.values(), key=lambda row: (row.place or "", row.name, row.medicine))


def _zone(uow: UnitOfWork, zone_id: str | None) -> str:
    if zone_id is None:
        return label("papers", "toàn cơ sở")
    return next((one.name for one in list_zones(uow) if one.zone_id == zone_id), NOTHING)
