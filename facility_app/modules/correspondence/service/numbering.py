"""The number book: the next number is looked up, and given only when nothing can be refused any more."""

from dataclasses import dataclass, field
from datetime import date

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.correspondence.domain import KEEP_NUMBERS
from facility_app.modules.correspondence.domain.numbers import (
    BOOK_LABELS,
    Book,
    NumberDoubt,
    checked_symbol,
    require_first_number,
)
from facility_app.modules.correspondence.tables.books import PaperSeries


@dataclass(frozen=True, slots=True)
class OpenSeries:
    """A series that goes on where the paper book ended.

    Attributes:
        symbol: empty for the book of papers that come.
        first_number: the next number.
        reason: what says so: the last page of the paper book.
    """

    book: Book
    year: int
    symbol: str
    first_number: int
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class NextNumber:
    """A number looked up and not yet given; within one unit of work nobody else can take it.

    Attributes:
        doubts: what somebody should look at.
    """

    book: Book
    year: int
    symbol: str
    number: int
    doubts: tuple[NumberDoubt, ...]


@dataclass(frozen=True, slots=True)
class Numbers:
    """The number book within one unit of work.

    Attributes:
        uow: one that writes is alone, so what is looked up stays true until its end.
    """

    uow: UnitOfWork

    def next(self, book: Book, day: date, symbol: str = "") -> NextNumber:
        """The number a paper of that day would bear."""
        found = self.find(book, day.year, symbol)
        if found is None:
            return NextNumber(book, day.year, symbol, 1, ())
        is_late = found.last_on is not None and day < found.last_on
        doubts = (NumberDoubt.OUT_OF_ORDER,) if is_late else ()
        return NextNumber(book, day.year, symbol, found.last_number + 1, doubts)

    def give(self, wanted: NextNumber, day: date) -> None:
        """Note that the number was given, inside the verb that writes the paper."""
        found = self.find(wanted.book, wanted.year, wanted.symbol)
        if found is None:
            found = self.uow.add(
                PaperSeries(
                    book=wanted.book, year=wanted.year, symbol=wanted.symbol, first_number=1, last_number=0
                )
            )
        found.last_number = wanted.number
        found.last_on = day if found.last_on is None else max(day, found.last_on)

    def find(self, book: Book, year: int, symbol: str) -> PaperSeries | None:
        """The series, if it was ever begun."""
        s = PaperSeries
        asked = sa.select(s).where(s.book == book, s.year == year, s.symbol == symbol)
        return self.uow.session.scalars(asked).one_or_none()


def open_series(uow: UnitOfWork, command: OpenSeries) -> None:
    """Begin a series after the last number of the paper book; only before the program gave one itself.

    Raises:
        UserError: ``series_begun``, ``bad_first_number``, ``bad_symbol``, ``reason_missing``.
    """
    require(uow, KEEP_NUMBERS)
    require_reason(command.reason)
    require_first_number(command.first_number)
    symbol = checked_symbol(command.symbol) if command.book is Book.OUT else ""
    if Numbers(uow).find(command.book, command.year, symbol) is not None:
        raise UserError(
            "series_begun",
            label(
                "errors",
                "Sổ {book} {symbol} năm {year} đã có số nên không đặt lại số bắt đầu được. Văn bản sau lấy số "
                "liền sau số cuối.",
            ),
            book=BOOK_LABELS[command.book],
            symbol=symbol,
            year=command.year,
        )
    with uow.act("correspondence.open_series", reason=command.reason) as act:
        made = uow.add(
            PaperSeries(
                book=command.book,
                year=command.year,
                symbol=symbol,
                first_number=command.first_number,
                last_number=command.first_number - 1,
            )
        )
        act.about(made)
