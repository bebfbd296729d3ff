"""What somebody took of late, for whoever takes over: each order, its last dose, what was not taken or came up.

Nothing here reveals HIV: whoever gives medicines answers of the open side of the wall alone.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.payload import Block, Grid, Text
from facility_app.kernel.dates import format_moment, format_short_moment
from facility_app.kernel.labels import label
from facility_app.modules.treatment.domain import READ_VITALS
from facility_app.modules.treatment.domain.asked import GivenDose, WhatWasGiven
from facility_app.modules.treatment.domain.ordered import OrderedMedicine
from facility_app.modules.treatment.papers.house import NOTHING, About, ordered

RECENT_HOURS: Final = 72
"""How far back a hospital is told of medicines: the doctor's own wish, not the law's."""
_LAST_WITHIN: Final = timedelta(days=30)
"""How far back the last dose of an order is looked for."""


def recent_medicines(uow: UnitOfWork, about: About) -> Block:
    """Every order of the last 72 hours, running, paused or ended, with what became of its doses."""
    require(uow, READ_VITALS)
    since = uow.now - timedelta(hours=RECENT_HOURS)
    orders = ordered(uow, about, since, uow.now)
    if not orders:
        return Text(label("papers", "Không có y lệnh thuốc nào trong {hours} giờ qua.").format(hours=RECENT_HOURS))
    asked = WhatWasGiven(about.stay.resident_id, uow.now - _LAST_WITHIN, uow.now)
    doses = [one for answer in uow.ask(asked) for one in answer]
    heads = (
        label("papers", "Thuốc, đường dùng"),
        label("papers", "Liều, giờ dùng"),
        label("papers", "Y lệnh"),
        label("papers", "Liều cuối đã dùng"),
        label("papers", "Không dùng, nôn"),
    )
    rows = tuple(
        _row(order, [one for one in doses if one.order_id == order.order_id], uow.now) for order in orders
    )
    return Grid(heads, rows, widths=(20, 20, 22, 17, 21))


def missed_text(dose: GivenDose) -> str:
    """What became of a dose that was not taken, or came up, and why: ``25/11 20:40 Từ chối: mệt``."""
    at = dose.vomited_at or dose.at
    said = f"{format_short_moment(at)} {dose.outcome}"
    return f"{said}: {dose.reason}" if dose.reason else said


def _row(order: OrderedMedicine, doses: Sequence[GivenDose], now: datetime) -> tuple[str, ...]:
    last = next((one for one in reversed(doses) if one.is_taken), None)
    since = now - timedelta(hours=RECENT_HOURS)
    missed = [one for one in doses if one.at >= since and is_missed(one)]
    return (
        f"{order.medicine}, {order.route}",
        order.plan,
        _standing(order, now),
        NOTHING if last is None else _taken(last),
        "\n".join(map(missed_text, missed)) or NOTHING,
    )


def is_missed(dose: GivenDose) -> bool:
    """Whether it was not taken, or not kept."""
    return not dose.is_taken or dose.is_vomited


def _standing(order: OrderedMedicine, now: datetime) -> str:
    """Whether it goes on; of what was ended, when and why."""
    begun = label("papers", "từ {at}").format(at=format_short_moment(order.from_at))
    if order.until is None or order.until > now:
        return f"{order.state}, {begun}"
    at = format_short_moment(order.until)
    if not order.ended_by:
        # Nobody stopped it: its days were over.
        return label("papers", "hết ngày dùng {at}, {begun}").format(at=at, begun=begun)
    ended = label("papers", "đã ngừng {at}").format(at=at)
    return f"{ended}: {order.end_reason}" if order.end_reason else f"{ended}, {begun}"


def _taken(dose: GivenDose) -> str:
    """How much and when; one that came up is no dose kept."""
    said = f"{dose.amount}\n{format_moment(dose.at)}"
    return said if not dose.is_vomited else f"{said}\n{label('papers', '(đã nôn)')}"
