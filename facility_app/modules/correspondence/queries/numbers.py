"""The number book: what comes next, what was given, and the symbol this facility's papers bear."""

from dataclasses import dataclass
from datetime import date
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.forms.spec import FormSpec
from facility_app.documents.forms.wording import Slot
from facility_app.modules.catalogues.api import UnitKind, get_facility
from facility_app.modules.correspondence.domain import ISSUE_PAPERS, READ_PAPERS
from facility_app.modules.correspondence.domain.numbers import Book, number_text, symbol_of
from facility_app.modules.correspondence.tables.books import PaperSeries
from facility_app.modules.correspondence.tables.incoming import ReceivedPaper
from facility_app.modules.correspondence.tables.outgoing import IssuedPaper

_NUMBER: Final = "document_number"
_USUAL: Final[dict[UnitKind, str]] = {
    UnitKind.PUBLIC: "CSCN",
    UnitKind.REFORM_SCHOOL: "TGD",
    UnitKind.PRIVATE: "CSCN",
}
"""The abbreviation of a facility that has not written down its own: no release waits for a setting."""


@dataclass(frozen=True, slots=True)
class NumberPlace:
    """Where a form prints its number."""

    form: FormSpec

    @property
    def type_code(self) -> str | None:
        """What stands between number and symbol, ``QĐ`` say; None for a form without a number of this book."""
        head = self.form.head.number
        places = [place for place, atom in enumerate(head) if isinstance(atom, Slot) and atom.name == _NUMBER]
        if not places:
            return None
        between = head[places[0] + 1] if places[0] + 1 < len(head) else ""
        return between.strip(" /-").upper() if isinstance(between, str) else ""

    def symbol(self, uow: UnitOfWork) -> str:
        """The symbol papers of the form bear here; raises as ``get_symbol``."""
        return _symbol(uow, self.type_code or "")


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """One book, year and symbol.

    Attributes:
        first_number: the first the program gave.
        last_number: the last; one below the first while none was given.
        kept_count: papers with a number of this series, void ones too.
        void_count: how many of them are void.
    """

    book: Book
    year: int
    symbol: str
    first_number: int
    last_number: int
    kept_count: int
    void_count: int

    @property
    def is_whole(self) -> bool:
        """Whether every number given stands in the book."""
        return self.kept_count == self.last_number - self.first_number + 1


def get_symbol(uow: UnitOfWork, type_code: str) -> str:
    """The symbol papers of a kind bear here.

    Raises:
        UserError: ``bad_symbol``, ``broken_text``.
    """
    require(uow, ISSUE_PAPERS)
    return _symbol(uow, type_code)


def preview_number(uow: UnitOfWork, form: FormSpec, issued_on: date) -> str:
    """The number a paper would bear now, empty where its form bears none; somebody else may take it before.

    Raises:
        UserError: ``bad_symbol``, ``broken_text``.
    """
    require(uow, ISSUE_PAPERS)
    type_code = NumberPlace(form).type_code
    if type_code is None:
        return ""
    found = get_symbol(uow, type_code)
    s = PaperSeries
    series = sa.select(s.last_number).where(s.book == Book.OUT, s.year == issued_on.year, s.symbol == found)
    return number_text((uow.session.scalar(series) or 0) + 1, found)


def list_series(uow: UnitOfWork, year: int) -> tuple[SeriesRow, ...]:
    """Every series of a year with what stands in its book."""
    require(uow, READ_PAPERS)
    s = PaperSeries
    columns = (s.book, s.year, s.symbol, s.first_number, s.last_number)
    found = uow.session.execute(sa.select(*columns).where(s.year == year).order_by(s.book.desc(), s.symbol))
    return tuple(SeriesRow(*row, *_kept(uow, Book(row.book), row.year, row.symbol)) for row in found.all())


def _symbol(uow: UnitOfWork, type_code: str) -> str:
    facility = get_facility(uow)
    return symbol_of(type_code, facility.abbreviation or _USUAL[facility.unit_kind])


def _kept(uow: UnitOfWork, book: Book, year: int, symbol: str) -> tuple[int, int]:
    i, r = IssuedPaper, ReceivedPaper
    if book is Book.OUT:
        mine = sa.and_(i.home == uow.home, i.year == year, i.symbol == symbol)
        asked = sa.select(sa.func.count(i.id), sa.func.count(i.voided_at)).where(mine)
    else:
        asked = sa.select(sa.func.count(r.id), sa.func.count(r.voided_at)).where(
            r.home == uow.home, r.year == year
        )
    kept, void = uow.session.execute(asked).one()
    return kept, void
