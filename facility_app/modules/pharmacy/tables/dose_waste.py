"""Which rows of the ledger are waste of a dose: struck out and no more, or the rest of a piece opened for it."""

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from facility_app.modules.pharmacy.domain.ledger import REST_OF_PIECE, EntryKind
from facility_app.modules.pharmacy.tables.ledger import StockEntry


def waste_of_dose() -> sa.ColumnElement[bool]:
    """The condition on ``StockEntry``; it also holds where an earlier version wrote no pair (ADR 0025)."""
    e, before = StockEntry, aliased(StockEntry)
    took_back = sa.exists().where(
        before.home == e.home,
        before.place_id == e.place_id,
        before.lot_id == e.lot_id,
        before.shelf_no == e.shelf_no - 1,
        before.kind == EntryKind.GIVEN_BACK,
        before.amount == -e.amount,
        before.happened_at == e.happened_at,
    )
    is_rest = e.reason == str(REST_OF_PIECE)
    return sa.and_(e.kind == EntryKind.BROKEN, sa.or_(e.pair_id.is_not(None), is_rest, took_back.correlate(e)))
