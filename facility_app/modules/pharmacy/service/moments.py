"""What lay at a place at a moment, as the book knows by now: a row counts from when it happened, not was typed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa

from facility_app.kernel.dates import local_date
from facility_app.modules.pharmacy.domain.ledger import EntryKind
from facility_app.modules.pharmacy.queries.shelf import lots_at
from facility_app.modules.pharmacy.service.books import CLOCKS_DIFFER, ENTRY, Books
from facility_app.modules.pharmacy.tables import Medicine, StockCount, StockEntry

_TAKEN_BACK: Final = sa.inspect(StockEntry).local_table.alias("taken_back")
_SETTLED: Final = (EntryKind.COUNT_LESS, EntryKind.COUNT_MORE)


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment at a place.

    Attributes:
        mark: id of what was written at that very moment: rows of the same instant with a later id came after it;
            empty where all of that instant came before.
    """

    books: Books
    place_id: str
    at: datetime
    mark: str = ""

    @classmethod
    def of(cls, books: Books, count: StockCount) -> "Moment":
        """When a count was made."""
        return cls(books, count.place_id, count.counted_at, count.id)

    def left(self) -> dict[str, int]:
        """What lay there: lot → amount, lots of which nothing did left out."""
        uow = self.books.uow
        found = {one.lot_id: one.left for one in lots_at(uow, self.place_id)}
        for lot_id, amount in uow.session.execute(self._later()):
            found[lot_id] = found.get(lot_id, 0) - amount
        # A dose may be told from before the delivery it came from; less than nothing lay nowhere.
        return {lot_id: amount for lot_id, amount in found.items() if amount > 0}

    def left_of(self, lot_id: str) -> int:
        """What of one lot lay there."""
        now = self.books.left(self.place_id, lot_id)
        later = self.books.uow.session.execute(self._later().where(ENTRY.lot_id == lot_id)).all()
        return max(0, now - sum(int(amount) for _, amount in later))

    def was_last_count(self) -> bool:
        """Whether nobody has counted the place since."""
        c = StockCount
        later = sa.or_(c.counted_at > self.at, sa.and_(c.counted_at == self.at, c.id > self.mark))
        asked = sa.select(c.id).where(c.place_id == self.place_id, later).limit(1)
        return self.books.uow.session.scalar(asked) is None

    def moved_since(self) -> bool:
        """Whether something came or went since; putting the book right by a count moves nothing."""
        asked = self._later().where(ENTRY.kind.not_in(_SETTLED)).limit(1)
        return self.books.uow.session.execute(asked).first() is not None

    def _later(self) -> sa.Select[Any]:
        """Lot → sum of what happened after the moment."""
        happened = sa.case(
            # What was corrected never happened: the counter-row stands beside the row it takes back.
            (ENTRY.kind == EntryKind.CORRECTION, _TAKEN_BACK.c.happened_at),
            else_=ENTRY.happened_at,
        )
        same = sa.and_(happened == self.at, ENTRY.id > self.mark) if self.mark else sa.false()
        table = sa.inspect(StockEntry).local_table
        return (
            sa.select(ENTRY.lot_id, sa.func.sum(ENTRY.amount))
            .select_from(table.outerjoin(_TAKEN_BACK, _TAKEN_BACK.c.id == ENTRY.cancels_id))
            # Few rows are later than a count: looked for by medicine and day, not among all a place ever saw.
            .where(ENTRY.home + "" == self.books.uow.home, ENTRY.place_id + "" == self.place_id)
            .where(ENTRY.medicine_id.in_(sa.select(Medicine.id)))
            .where(ENTRY.booked_on >= local_date(self.at - CLOCKS_DIFFER), sa.or_(happened > self.at, same))
            .group_by(ENTRY.lot_id)
        )
