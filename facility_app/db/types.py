"""Column types: what SQLite would store wrongly by itself (time zones, money, enum names) stored rightly."""

import enum
from collections.abc import Sequence
from datetime import date, datetime

import sqlalchemy as sa
from typing_extensions import override

from facility_app.kernel.dates import parse_utc, utc_text
from facility_app.kernel.money import Money

ID_LENGTH = 32
ENUM_LENGTH = 32


class UtcDatetime(sa.types.TypeDecorator[datetime]):
    """An instant: aware in Python, fixed-width text ending in Z in the file, so text order is time order."""

    impl = sa.Text
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> str | None:
        return None if value is None else utc_text(value)

    @override
    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> datetime | None:
        return None if value is None else parse_utc(value)


class MoneyVnd(sa.types.TypeDecorator[Money]):
    """Whole đồng in an integer column; SQLAlchemy's Numeric would become a float on SQLite."""

    impl = sa.BigInteger
    cache_ok = True

    @override
    def process_bind_param(self, value: Money | None, dialect: sa.Dialect) -> int | None:
        return None if value is None else value.vnd

    @override
    def process_result_value(self, value: int | None, dialect: sa.Dialect) -> Money | None:
        return None if value is None else Money(value)


def enum_values(enumeration: type[enum.Enum]) -> Sequence[str]:
    """The stable values of a ``StrEnum``; the default would store member names, which a rename loses."""
    return [str(member.value) for member in enumeration]


ANNOTATED_TYPES: dict[object, object] = {
    datetime: UtcDatetime,
    date: sa.Date,
    Money: MoneyVnd,
    enum.Enum: sa.Enum(
        enum.Enum,
        native_enum=False,
        create_constraint=False,
        length=ENUM_LENGTH,
        values_callable=enum_values,
        validate_strings=True,  # a word the set does not have would be stored and never read again
    ),
}
