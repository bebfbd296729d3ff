"""What every verb of stock asks of the file before it writes, and the one way a row of the ledger is written."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import Act, UnitOfWork
from facility_app.kernel.actor import Role
from facility_app.kernel.dates import LOCAL, format_date, local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import EARLIEST, Faults
from facility_app.kernel.labels import label
from facility_app.modules.access.api import Countersign, require_countersign
from facility_app.modules.pharmacy.domain.classes import ClassSpan, DrugClass, PlaceKind, class_on, require_fitting
from facility_app.modules.pharmacy.domain.ledger import (
    CHAINED,
    GENESIS,
    EntryKind,
    chained,
    lot_expired,
    plain,
    signed,
    too_little,
)
from facility_app.modules.pharmacy.domain.rights import WITNESSES
from facility_app.modules.pharmacy.domain.shelf import is_expired
from facility_app.modules.pharmacy.service.owing import Owing
from facility_app.modules.pharmacy.tables import (
    Medicine,
    MedicineClass,
    MedicineLot,
    StockDay,
    StockEntry,
    StockPlace,
)
from facility_app.modules.staff.api import find_member_of_account

ENTRY = sa.inspect(StockEntry).local_table.c
DAY = sa.inspect(StockDay).local_table.c
CLOCKS_DIFFER = timedelta(minutes=5)
"""So far ahead of the machine's clock a typed time may be: the clock on the wall is another one."""
_EARLIEST: Final = datetime.combine(EARLIEST, time(), LOCAL)
NOBODY = "–"
"""Stands for the name of an account without a member of the staff; the row knows the account besides."""


@dataclass(frozen=True, slots=True)
class Second:
    """The second person of a move; empty where none was needed and none came."""

    user_id: str | None = None
    name: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class NewRow:
    """A row to be written; the amount is never negative, the kind says which way it goes.

    Attributes:
        cancels: the row taken back whole: then its amount counts, the other way round.
        pairs_with_last: whether the last dose written before it by the same call is its pair.
    """

    lot: MedicineLot
    place: StockPlace
    kind: EntryKind
    amount: int
    happened_at: datetime
    second: Second = field(default_factory=Second)
    slip_id: str | None = None
    other_place_id: str | None = None
    pair_id: str | None = None
    counterpart: str | None = field(default=None, repr=False)
    paper_number: str | None = None
    cancels: StockEntry | None = None
    reason: str | None = field(default=None, repr=False)
    pairs_with_last: bool = False

    @property
    def change(self) -> int:
        """What it adds to the shelf."""
        return signed(self.kind, self.amount) if self.cancels is None else -self.cancels.amount


@dataclass(frozen=True, slots=True)
class _End:
    """Where a run of rows ends: its last number and the balance after it."""

    number: int = 0
    balance: int = 0


@dataclass(slots=True)
class Books:
    """The books of the pharmacy within one unit of work that writes: it is alone, so a number is nobody else's."""

    uow: UnitOfWork
    _classes: dict[str, tuple[ClassSpan, ...]] = field(default_factory=dict)
    _officer: str = ""

    @property
    def today(self) -> date:
        """The day it is here."""
        return local_date(self.uow.now)

    def officer(self) -> str:
        """The name of whoever is signed in."""
        if not self._officer:
            self._officer = self.name_of(self.uow.actor.user_id) or NOBODY
        return self._officer

    def name_of(self, user_id: str) -> str:
        """The name of whoever has an account; empty when nobody on the staff does."""
        found = find_member_of_account(self.uow, user_id)
        return "" if found is None else found.full_name

    def moment(self, faults: Faults, said: datetime | None) -> datetime:
        """When something was done: now when nothing was said, no more than a few minutes ahead, from 1900 on.

        Args:
            faults: takes what is wrong.
            said: as typed.
        """
        if said is not None and said > self.uow.now + CLOCKS_DIFFER:
            faults.add(
                "time_in_future", "happened_at", label("errors", "Thời điểm này chưa đến. Hãy xem lại giờ.")
            )
        if said is not None and said < _EARLIEST:
            faults.add(
                "time_too_early",
                "happened_at",
                label("errors", "Thời điểm này không thể đúng: trước năm 1900. Hãy kiểm tra lại năm."),
            )
        return said or self.uow.now

    def class_of(self, medicine_id: str, day: date | None = None) -> DrugClass:
        """The class of a medicine, today when no day is said."""
        if medicine_id not in self._classes:
            asked = sa.select(MedicineClass).where(
                MedicineClass.medicine_id == medicine_id, MedicineClass.voided_at.is_(None)
            )
            self._classes[medicine_id] = tuple(
                ClassSpan(one.drug_class, one.valid_from, one.valid_to, one.article)
                for one in self.uow.session.scalars(asked)
            )
        return class_on(self._classes[medicine_id], day or self.today)

    def is_controlled(self, medicine_ids: Iterable[str]) -> bool:
        """Whether one of them is moved by two people."""
        return any(self.class_of(one).is_controlled for one in set(medicine_ids))

    def is_in_book(self, medicine_ids: Iterable[str]) -> bool:
        """Whether one of them stands in the book of medicines under special control."""
        return any(self.class_of(one).is_in_book for one in set(medicine_ids))

    def second(
        self,
        act: Act,
        given: Countersign | None,
        *,
        is_needed: bool,
        roles: frozenset[Role] = WITNESSES,
    ) -> Second:
        """The second person of the verb under way; whoever came though none was needed is looked at too.

        Raises:
            UserError: as ``require_countersign``.
        """
        if not is_needed and given is None:
            return Second()
        require_countersign(self.uow, act, given, roles)
        assert given is not None  # noqa: S101 - refused above
        return Second(given.user_id, self.name_of(given.user_id) or given.user_name)

    def require_fit(self, lot: MedicineLot, place: StockPlace) -> None:
        """Refuse a place where the class of the medicine may not lie.

        Raises:
            UserError: ``place_not_allowed``.
        """
        found = self.class_of(lot.medicine_id)
        require_fitting(found, place.kind, place.name, has_compartment=place.has_compartment)

    def require_good(self, lot: MedicineLot, place: StockPlace) -> None:
        """Refuse an expired lot anywhere but where it waits to be destroyed.

        Raises:
            UserError: ``lot_expired``.
        """
        if place.kind is not PlaceKind.QUARANTINE and is_expired(lot.expires_on, self.today):
            raise lot_expired(lot.lot_no, format_date(lot.expires_on))

    def write(self, wanted: Sequence[NewRow]) -> list[StockEntry]:
        """Write rows one behind the other, each with its numbers and the balances after it; all or none.

        Raises:
            UserError: ``stock_too_small``.
        """
        self.uow.session.flush()
        shelves: dict[tuple[str, str], _End] = {}
        books: dict[tuple[str, str], _End] = {}
        made: list[StockEntry] = []
        for one in wanted:
            medicine_id, place_id = one.lot.medicine_id, one.place.id
            shelf = shelves.get((place_id, one.lot.id)) or self._shelf(place_id, one.lot.id)
            book = books.get((place_id, medicine_id)) or self._book(place_id, medicine_id)
            if shelf.balance + one.change < 0:
                raise self._too_little(one, shelf.balance)
            shelves[place_id, one.lot.id] = shelf = _End(shelf.number + 1, shelf.balance + one.change)
            books[place_id, medicine_id] = book = _End(book.number + 1, book.balance + one.change)
            made.append(self._row(one, shelf, book))
            if one.pairs_with_last:
                made[-1].pair_id = next(row.id for row in reversed(made) if row.kind is EntryKind.GIVEN)
        self._chain(made)
        for entry in made:
            self.uow.add(entry)
        return made

    def left(self, place_id: str, lot_id: str) -> int:
        """What of a lot lies at a place."""
        self.uow.session.flush()
        return self._shelf(place_id, lot_id).balance

    def next_number(self, table: Any, **within: object) -> int:
        """The next number of slips, requisitions and the like."""
        self.uow.session.flush()
        asked = sa.select(sa.func.max(table.number)).filter_by(home=self.uow.home, **within)
        return (self.uow.session.scalar(asked) or 0) + 1

    def _row(self, one: NewRow, shelf: _End, book: _End) -> StockEntry:
        return StockEntry(
            id=self.uow.new_id(),
            medicine_id=one.lot.medicine_id,
            lot_id=one.lot.id,
            place_id=one.place.id,
            kind=one.kind,
            happened_at=one.happened_at,
            booked_on=self._page(one.place.id, one.lot.medicine_id),
            amount=one.change,
            shelf_no=shelf.number,
            shelf_after=shelf.balance,
            book_no=book.number,
            book_after=book.balance,
            slip_id=one.slip_id,
            other_place_id=one.other_place_id,
            pair_id=one.pair_id,
            counterpart=one.counterpart,
            paper_number=one.paper_number,
            officer_name=self.officer(),
            witness_id=one.second.user_id,
            witness_name=one.second.name,
            cancels_id=None if one.cancels is None else one.cancels.id,
            reason=one.reason,
            chain_no=None,
            chain_hash=None,
            created_by=self.uow.actor.user_id,
        )

    def _chain(self, made: Sequence[StockEntry]) -> None:
        of_book = [one for one in made if self.class_of(one.medicine_id, one.booked_on).is_in_book]
        if not of_book:
            return
        asked = sa.select(ENTRY.chain_no, ENTRY.chain_hash, ENTRY.booked_on, ENTRY.place_id).where(
            ENTRY.home == self.uow.home, ENTRY.chain_no.is_not(None)
        )
        last = self.uow.session.execute(asked.order_by(ENTRY.chain_no.desc()).limit(1)).one_or_none()
        number, mark = (0, GENESIS) if last is None else (last.chain_no, last.chain_hash)
        before = None if last is None else (last.place_id, last.booked_on)
        for one in of_book:
            number += 1
            one.chain_no = number
            one.chain_hash = mark = chained(mark, [plain(getattr(one, name)) for name in CHAINED])
            if (one.place_id, one.booked_on) != before:
                Owing(self.uow).page(one.place_id, one.booked_on)
                if before is None or before[1].year != one.booked_on.year:
                    Owing(self.uow).year(one.booked_on.year)
                before = (one.place_id, one.booked_on)

    def _page(self, place_id: str, medicine_id: str) -> date:
        """The page a row stands on: today's, or that of the day after the last one signed at this place.

        Who signs a day signs all its pages, and its task is done: a page of the book that came into being later
        would be nobody's task. An ordinary medicine has no pages of its own.
        """
        asked = sa.select(sa.func.max(DAY.booked_on)).where(DAY.home == self.uow.home, DAY.place_id == place_id)
        if not self.class_of(medicine_id).is_in_book:
            asked = asked.where(DAY.medicine_id == medicine_id)
        closed = self.uow.session.scalar(asked)
        last = sa.select(ENTRY.booked_on).where(
            ENTRY.home == self.uow.home, ENTRY.place_id == place_id, ENTRY.medicine_id == medicine_id
        )
        # A clock set back opens no page before the last one: its closing would not be the next one's opening.
        day = max(self.today, self.uow.session.scalar(last.order_by(ENTRY.book_no.desc()).limit(1)) or self.today)
        return day if closed is None else max(day, closed + timedelta(days=1))

    def _shelf(self, place_id: str, lot_id: str) -> _End:
        asked = sa.select(ENTRY.shelf_no, ENTRY.shelf_after).where(
            ENTRY.home == self.uow.home, ENTRY.place_id == place_id, ENTRY.lot_id == lot_id
        )
        return self._end(asked.order_by(ENTRY.shelf_no.desc()))

    def _book(self, place_id: str, medicine_id: str) -> _End:
        asked = sa.select(ENTRY.book_no, ENTRY.book_after).where(
            ENTRY.home == self.uow.home, ENTRY.place_id == place_id, ENTRY.medicine_id == medicine_id
        )
        return self._end(asked.order_by(ENTRY.book_no.desc()))

    def _end(self, asked: sa.Select[Any]) -> _End:
        found = self.uow.session.execute(asked.limit(1)).one_or_none()
        return _End() if found is None else _End(*found)

    def _too_little(self, one: NewRow, there: int) -> UserError:
        medicine = self.uow.get(Medicine, one.lot.medicine_id)
        return too_little(medicine.full_name, one.place.name, medicine.measure, there, -one.change)
