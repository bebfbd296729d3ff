"""Slips and lots: what every verb that moves stock writes beside the rows of the ledger."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import Act
from facility_app.kernel.dates import format_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.pharmacy.domain.amounts import Quantity
from facility_app.modules.pharmacy.domain.classes import require_usable
from facility_app.modules.pharmacy.domain.ledger import EntryKind
from facility_app.modules.pharmacy.service.books import Books, NewRow, Second
from facility_app.modules.pharmacy.tables import MedicineLot, StockEntry, StockPlace, StockSlip

IN: Final = "N"
OUT: Final = "X"


@dataclass(frozen=True, slots=True)
class Arriving:
    """One lot that comes; ``quantity`` in the unit of the shelf."""

    medicine_id: str
    lot_no: str
    expires_on: date
    quantity: Quantity
    maker: str = ""
    country: str = ""
    supplier: str = ""


@dataclass(frozen=True, slots=True)
class Moved:
    """A slip as it was written.

    Attributes:
        number: as printed.
        entry_ids: its rows.
    """

    slip_id: str
    number: str
    entry_ids: tuple[str, ...]

    @classmethod
    def of(cls, slip: StockSlip, entries: Sequence[StockEntry]) -> "Moved":
        """Of a slip just written, with its rows."""
        return cls(slip.id, slip.printed_number, tuple(one.id for one in entries))


@dataclass(frozen=True, slots=True)
class Carried:
    """What goes from where to where; amounts as kept."""

    from_place: StockPlace
    to_place: StockPlace
    parts: tuple[tuple[MedicineLot, int], ...]
    at: datetime
    second: Second
    paper_number: str | None = None
    note: str | None = field(default=None, repr=False)
    requisition_id: str | None = None


@dataclass(frozen=True, slots=True)
class Slips:
    """The slips and lots of the books; a verb is under way and its second person known."""

    books: Books

    def carry(self, act: Act, wanted: Carried) -> Moved:
        """Two rows for each part, out and in; a verb is under way and its second person known.

        Raises:
            UserError: ``same_place``, ``in_quarantine``, ``place_not_allowed``, ``lot_expired``,
                ``stock_too_small``.
        """
        books = self.books
        if wanted.from_place.id == wanted.to_place.id:
            raise UserError(
                "same_place",
                label("errors", "Nơi đi và nơi đến là một. Hãy chọn nơi đến khác."),
                fields={"to_place": label("errors", "Hãy chọn nơi khác")},
            )
        require_usable(wanted.from_place.kind, wanted.from_place.name)
        for lot, _ in wanted.parts:
            books.require_fit(lot, wanted.to_place)
            books.require_good(lot, wanted.to_place)
        slip = self.new(
            OUT,
            EntryKind.MOVED_OUT,
            wanted.at,
            wanted.second,
            from_place_id=wanted.from_place.id,
            to_place_id=wanted.to_place.id,
            paper_number=wanted.paper_number,
            note=wanted.note,
            requisition_id=wanted.requisition_id,
        )
        act.about(slip)
        made: list[StockEntry] = []
        for lot, amount in wanted.parts:
            out = NewRow(
                lot,
                wanted.from_place,
                EntryKind.MOVED_OUT,
                amount,
                wanted.at,
                wanted.second,
                slip.id,
                wanted.to_place.id,
                paper_number=wanted.paper_number,
            )
            made += books.write([out])
            made += books.write(
                [
                    NewRow(
                        lot,
                        wanted.to_place,
                        EntryKind.MOVED_IN,
                        amount,
                        wanted.at,
                        wanted.second,
                        slip.id,
                        wanted.from_place.id,
                        made[-1].id,
                        paper_number=wanted.paper_number,
                    )
                ]
            )
        books.uow.session.flush()
        return Moved.of(slip, made)

    def lot_of(self, line: Arriving, *, is_sure: bool) -> MedicineLot:
        """The lot as it is known, or a new one; the same number with another expiry is asked about.

        Raises:
            UserError: ``field_missing``, ``text_too_long``; ``lot_differs``, unless ``is_sure``.
        """
        uow, faults = self.books.uow, Faults()
        number = faults.line("lot_no", line.lot_no, needed=label("errors", "Cần số lô in trên hộp thuốc."))
        values = {name: faults.line(name, getattr(line, name)) for name in ("maker", "country", "supplier")}
        faults.refuse()
        asked = sa.select(MedicineLot).where(
            MedicineLot.medicine_id == line.medicine_id, MedicineLot.lot_no == number
        )
        known = list(uow.session.scalars(asked))
        for one in known:
            if one.expires_on == line.expires_on:
                return one
        if known and not is_sure:
            raise UserError(
                "lot_differs",
                label(
                    "errors",
                    "Lô {lot} đã có trong sổ với hạn dùng {known}, lần này ghi {day}. Hãy xem lại nhãn; nếu đúng "
                    "hai hạn khác nhau thì xác nhận.",
                ),
                fields={"expires_on": label("errors", "Hãy xem lại hạn dùng")},
                lot=number,
                known=format_date(known[0].expires_on),
                day=format_date(line.expires_on),
            )
        made = uow.add(
            MedicineLot(medicine_id=line.medicine_id, lot_no=number, expires_on=line.expires_on, **values)
        )
        uow.session.flush()
        return made

    def new(self, series: str, kind: EntryKind, at: datetime, second: Second, **values: str | None) -> StockSlip:
        """A slip under the next number of its series; a verb is under way."""
        books = self.books
        year = books.today.year
        made = books.uow.add(
            StockSlip(
                series=series,
                year=year,
                number=books.next_number(StockSlip, series=series, year=year),
                kind=kind,
                happened_at=at,
                officer_name=books.officer(),
                witness_id=second.user_id,
                witness_name=second.name,
                **values,
            )
        )
        books.uow.session.flush()
        return made
