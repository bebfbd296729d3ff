"""Who took what: the rows beside the ledger that name the person of a dose, in the table its medicine asks for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import sqlalchemy as sa

from facility_app.modules.pharmacy.service.books import Books
from facility_app.modules.pharmacy.tables import DoseSupply, Medicine, PrivateDoseSupply, StockEntry

Supply: TypeAlias = DoseSupply | PrivateDoseSupply
_Table: TypeAlias = type[DoseSupply] | type[PrivateDoseSupply]
_TABLES: Final[tuple[_Table, ...]] = (DoseSupply, PrivateDoseSupply)


@dataclass(frozen=True, slots=True)
class Supplies:
    """The supplies of the books; ``line_no`` counts the rows of a dose within one of the two tables."""

    books: Books

    def standing(self, dose_id: str) -> list[Supply]:
        """The rows of a dose taken and not given back."""
        uow = self.books.uow
        found: list[Supply] = []
        for table in _TABLES:
            asked = sa.select(table).where(table.home == uow.home, table.dose_id == dose_id)
            rows: list[Supply] = list(uow.session.scalars(asked.order_by(table.line_no)))
            # What was given back was given back whole: the rows since then are the ones that stand.
            last = max((place for place, one in enumerate(rows) if one.amount < 0), default=-1)
            found += rows[last + 1 :]
        return found

    def taken(self, medicine: Medicine, resident_id: str, dose_id: str, entries: Sequence[StockEntry]) -> None:
        """Rows of the ledger went into a dose."""
        table = PrivateDoseSupply if medicine.reveals_hiv else DoseSupply
        for entry in entries:
            self._add(table, resident_id, dose_id, entry)

    def given_back(self, standing: Sequence[Supply], entries: Sequence[StockEntry]) -> None:
        """Rows of the ledger took a dose back; each stands in the table of the row it takes back."""
        for one, entry in zip(standing, entries, strict=True):
            self._add(type(one), one.resident_id, one.dose_id, entry)

    def _add(self, table: _Table, resident_id: str, dose_id: str, entry: StockEntry) -> None:
        uow = self.books.uow
        uow.session.flush()
        asked = sa.select(sa.func.max(table.line_no)).where(table.home == uow.home, table.dose_id == dose_id)
        uow.add(
            table(
                entry_id=entry.id,
                resident_id=resident_id,
                dose_id=dose_id,
                line_no=(uow.session.scalar(asked) or 0) + 1,
                lot_id=entry.lot_id,
                amount=-entry.amount,
            )
        )
