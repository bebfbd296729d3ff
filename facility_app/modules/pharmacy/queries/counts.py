"""Counts of places as they are listed: who counted, who was there, and what is still to be explained."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.pharmacy.domain import VIEW_STOCK
from facility_app.modules.pharmacy.queries.catalogue import Known
from facility_app.modules.pharmacy.tables import StockCount, StockCountLine, StockPlace

_MOST: Final = 200


@dataclass(frozen=True, slots=True)
class CountRow:
    """One count.

    Attributes:
        lots: how many were counted; ``differing`` of them differ from the book, ``unsettled`` of these are open.
        is_last: nobody has counted the place since, so that what differs can be settled by it.
    """

    count_id: str
    place_id: str
    place: str
    counted_at: datetime
    officer_name: str = field(repr=False)
    witness_name: str = field(repr=False)
    note: str = field(repr=False)
    lots: int
    differing: int
    unsettled: int
    is_last: bool


def list_counts(uow: UnitOfWork) -> tuple[CountRow, ...]:
    """The last two hundred counts, the latest first; lots of medicines the actor does not see are not numbered."""
    require(uow, VIEW_STOCK)
    c, known = StockCount, Known.read(uow)
    asked = sa.select(c, StockPlace.name).join(StockPlace, StockPlace.id == c.place_id)
    found = uow.session.execute(asked.order_by(c.counted_at.desc(), c.id.desc()).limit(_MOST)).all()
    lines: dict[str, list[tuple[bool, bool]]] = {}
    of_these = sa.select(StockCountLine).where(StockCountLine.count_id.in_([one.id for one, _ in found]))
    for line in uow.session.scalars(of_these):
        if line.medicine_id in known:
            differs = line.counted != line.expected
            lines.setdefault(line.count_id, []).append((differs, differs and line.entry_id is None))
    newest: dict[str, str] = {}
    for one, _ in found:
        newest.setdefault(one.place_id, one.id)
    return tuple(
        CountRow(
            one.id,
            one.place_id,
            place,
            one.counted_at,
            one.officer_name,
            one.witness_name or "",
            one.note or "",
            len(lines.get(one.id, ())),
            sum(differs for differs, _ in lines.get(one.id, ())),
            sum(is_open for _, is_open in lines.get(one.id, ())),
            newest[one.place_id] == one.id,
        )
        for one, place in found
    )
