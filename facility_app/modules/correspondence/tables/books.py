"""The number book of this office and the keys its codes are sealed with; neither leaves the machine."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, Record, kept
from facility_app.db.types import UtcDatetime
from facility_app.kernel.faults import LINE_LIMIT
from facility_app.kernel.privacy import Privacy
from facility_app.modules.correspondence.domain.numbers import SYMBOL_LIMIT, Book


class PaperSeries(Record, Base):
    """Sổ số: the last number given in one book, year and symbol.

    Attributes:
        symbol: of papers that leave; empty in the book of papers that come.
        first_number: 1, or the number after the last of the paper book when the program came in mid-year.
        last_number: ``first_number`` - 1 before any is given.
        last_on: date of the latest paper.
    """

    __tablename__ = "paper_series"
    __table_args__ = (
        sa.UniqueConstraint("book", "year", "symbol"),
        sa.CheckConstraint("first_number >= 1 AND last_number >= first_number - 1", name="numbers"),
    )

    book: Mapped[Book] = kept(Privacy.ADMIN)
    year: Mapped[int] = kept(Privacy.ADMIN)
    symbol: Mapped[str] = kept(Privacy.ADMIN, sa.String(SYMBOL_LIMIT))
    first_number: Mapped[int] = kept(Privacy.ADMIN)
    last_number: Mapped[int] = kept(Privacy.ADMIN)
    last_on: Mapped[date | None] = kept(Privacy.ADMIN)


class SigningKey(Record, Base):
    """Khóa ký mã: this facility's own pairs, and the public keys of facilities whose papers are checked here.

    Own pairs are written past the trail, which would keep a copy of the private half.

    Attributes:
        facility_code: whose it is.
        private_key: NULL for another facility's.
        retired_at: since when a pair seals nothing any more; what it sealed stays valid.
    """

    __tablename__ = "signing_key"
    __table_args__ = (sa.UniqueConstraint("facility_code", "public_key"),)

    facility_code: Mapped[str] = kept(Privacy.ADMIN, sa.String(35))
    facility_name: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    public_key: Mapped[bytes] = kept(Privacy.PUBLIC, sa.LargeBinary)
    private_key: Mapped[bytes | None] = kept(Privacy.SECRET, sa.LargeBinary)
    retired_at: Mapped[datetime | None] = kept(Privacy.ADMIN, UtcDatetime)
