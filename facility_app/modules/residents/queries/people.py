"""Finding people: the list by ids and rows, the search box. All of it reads the card and nothing else."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.page import Listing, chosen, ids, page, rows_of
from facility_app.db.search import matches
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.names import mask_number
from facility_app.kernel.paging import Look, Page, PageRequest, Sort
from facility_app.kernel.sex import Sex
from facility_app.modules.residents.domain import READ_HEALTH_ALERTS, VIEW_RESIDENTS
from facility_app.modules.residents.domain.card import (
    AlertChip,
    ResidentStatus,
    chip_mark,
    chips_of,
    code_beginning,
    exact_words,
    search_text,
)
from facility_app.modules.residents.domain.person import age_on, birth_text
from facility_app.modules.residents.domain.safety import AlertKind
from facility_app.modules.residents.tables.card import ResidentCard

CARD: Final = sa.inspect(ResidentCard).local_table.c
ANY_ALERT: Final = "any"
SEARCH_LIMIT: Final = 20
GONE_LAST: Final = "gone"
"""Sort key: who has left for good comes after everybody else."""
FEW_LETTERS: Final = 2
"""So few find half the house: the index would bring thousands, of whom a few are shown."""
FIRST_NAMES: Final = 8_000
"""So many names are looked through, in their order, before the index is asked."""
_AFTER_DIGITS: Final = ":"
"""The character after 9."""


@dataclass(frozen=True, slots=True)
class ResidentRow:
    """One person as lists show them; the number of their paper is masked, health alerts only for whoever may.

    Attributes:
        birth: day or year, as written.
        age: full years today.
        paper: ``0792••••1234``.
        place: where they sleep, as people say it.
    """

    resident_id: str
    code: str
    name: str = field(repr=False)
    sex: Sex
    birth: str = field(repr=False)
    age: int
    paper: str | None
    status: ResidentStatus
    stay_id: str | None
    stay_type: str | None
    place: str | None
    expected_end_on: date | None
    alerts: tuple[AlertChip, ...] = field(repr=False)

    @classmethod
    def maker(cls, uow: UnitOfWork) -> "Callable[..., ResidentRow]":
        """What makes a row of the columns of ``ROW``, for this actor on this day."""
        today, sees_health = local_date(uow.now), uow.actor.may(READ_HEALTH_ALERTS)

        def make(*columns: Any) -> ResidentRow:
            resident_id, code, name, sex, birth_on, year, number, custody, health, *rest = columns
            status, stay_id, stay_type, place, end_on = rest
            birth, age = birth_text(birth_on, year), age_on(today, birth_on, year)
            paper = None if number is None else mask_number(number)
            alerts = chips_of(custody + (health if sees_health else ""))
            return cls(
                *(resident_id, code, name, sex, birth, age, paper),
                *(status, stay_id, stay_type, place, end_on, alerts),
            )

        return make


ROW: Final[tuple[sa.ColumnElement[Any], ...]] = (
    *(CARD.id, CARD.code, CARD.name, CARD.sex, CARD.birth_on, CARD.birth_year, CARD.paper_no),
    *(CARD.custody_alerts, CARD.health_alerts),
    *(CARD.status, CARD.stay_id, CARD.stay_type, CARD.place_text, CARD.expected_end_on),
)
"""The columns ``ResidentRow.maker`` takes, in its order."""


def list_resident_ids(uow: UnitOfWork, look: Look) -> tuple[str, ...]:
    """Ids of everybody the look asks for, in its order; by name unless it says otherwise.

    ``look.filters``: ``status`` a ``ResidentStatus``, ``sex`` a ``Sex``, ``stay_type``, ``place_id``,
    ``birth_year``, ``alert`` an ``AlertKind`` or ``any``, ``ends_within`` so many days from today.

    Raises:
        UserError: ``bad_sort``, ``bad_filter``.
    """
    require(uow, VIEW_RESIDENTS)
    wanted = [_filter(uow, key, value) for key, value in look.filters.items()]
    if look.text.strip():
        wanted.append(_found_by(look.text))
    return ids(uow.session, _listing(*wanted), look.sorts)


def list_resident_rows(uow: UnitOfWork, wanted: Sequence[str]) -> tuple[ResidentRow, ...]:
    """Those people, in the order asked for; whoever was struck out meanwhile is left out."""
    require(uow, VIEW_RESIDENTS)
    return rows_of(uow.session, _listing(), wanted, ResidentRow.maker(uow))


def list_residents(uow: UnitOfWork, request: PageRequest) -> Page[ResidentRow]:
    """People in pages, for programs.

    Raises:
        UserError: ``bad_sort``, ``bad_cursor``.
    """
    require(uow, VIEW_RESIDENTS)
    wanted = [_found_by(request.search)] if request.search.strip() else []
    return page(uow.session, _listing(*wanted), request, ResidentRow.maker(uow))


def search_residents(uow: UnitOfWork, text: str, limit: int = SEARCH_LIMIT) -> tuple[ResidentRow, ...]:
    """The best hits for what stands in the search box: any words, any order, beginnings, last digits, the code.

    Whoever has the words with the very marks typed comes first: ``đức`` finds Đức before Dục. Then by name; the
    beginning of a code lists codes in their order.

    Args:
        uow: the unit of work.
        text: as typed, with or without marks.
        limit: how many at most.
    """
    require(uow, VIEW_RESIDENTS)
    make = ResidentRow.maker(uow)
    first = _first_names(text, limit)
    rows = [] if first is None else uow.session.execute(first).all()
    if len(rows) < limit:
        found = sa.select(*ROW).where(_found_by(text)).order_by(*_best_first(text), CARD.id).limit(limit)
        rows = uow.session.execute(found).all()
    return tuple(make(*row) for row in rows)


def _first_names(text: str, limit: int) -> sa.Select[Any] | None:
    """Who has these few letters with the very marks among the first names; None for more than a few letters.

    Whoever has a name that begins so is found by the index as well, and none comes before them: where there are
    as many as are wanted, they are the best hits.
    """
    words = exact_words(text)
    letters = words[0].strip() if len(words) == 1 else ""
    if not letters.isalpha() or len(letters) > FEW_LETTERS:
        return None
    names = sa.select(CARD.name_sort).order_by(CARD.name_sort).limit(FIRST_NAMES).subquery()
    last = sa.select(sa.func.max(names.c.name_sort)).scalar_subquery()
    wanted = CARD.spoken.contains(words[0], autoescape=True), CARD.name_sort <= last
    return sa.select(*ROW).where(*wanted).order_by(CARD.name_sort, CARD.id).limit(limit)


def count_found(uow: UnitOfWork, text: str) -> int:
    """How many people ``search_residents`` would find without a limit."""
    require(uow, VIEW_RESIDENTS)
    return uow.session.execute(sa.select(sa.func.count(CARD.id)).where(_found_by(text))).scalar_one()


def _best_first(text: str) -> tuple[sa.ColumnElement[Any], ...]:
    if code_beginning(text) is not None:
        return (CARD.code,)
    exact = [sa.case((CARD.spoken.contains(word, autoescape=True), 1), else_=0) for word in exact_words(text)]
    return (sum(exact[1:], start=exact[0]).desc(), CARD.name_sort) if exact else (CARD.name_sort,)


def _found_by(text: str) -> sa.ColumnElement[bool]:
    code = code_beginning(text)
    if code is not None:
        # A span of the index, where a pattern would read every card.
        return sa.and_(CARD.code >= code, CARD.code < code + _AFTER_DIGITS)
    return matches(ResidentCard.metadata.tables[ResidentCard.__tablename__], search_text(text))


def _listing(*wanted: sa.ColumnElement[bool]) -> Listing:
    # A year alone sorts before the days of that year.
    born = sa.func.coalesce(CARD.birth_on, sa.cast(CARD.birth_year, sa.String))
    sorts: dict[str, sa.ColumnElement[Any]] = {
        "name": CARD.name_sort,
        GONE_LAST: sa.case((CARD.status == ResidentStatus.LEFT, 1), else_=0),
        "code": CARD.code,
        "sex": CARD.sex,
        "birth": born,
        "status": CARD.status,
        "stay_type": CARD.stay_type,
        "place": CARD.place_text,
        "expected_end_on": CARD.expected_end_on,
    }
    return Listing(sa.select(*ROW).where(*wanted), CARD.id, sorts, (Sort("name"),))


def _filter(uow: UnitOfWork, key: str, value: str) -> sa.ColumnElement[bool]:
    return chosen(key, value, partial(_condition, uow, key))


def _condition(uow: UnitOfWork, key: str, value: str) -> sa.ColumnElement[bool]:
    if key == "alert":
        return _has_alert(uow, value)
    if key == "ends_within":
        today = local_date(uow.now)
        return CARD.expected_end_on.between(today, today + timedelta(days=int(value)))
    columns: dict[str, tuple[sa.ColumnElement[Any], Callable[[str], object]]] = {
        "status": (CARD.status, ResidentStatus),
        "sex": (CARD.sex, Sex),
        "stay_type": (CARD.stay_type, str),
        "place_id": (CARD.place_id, str),
        "birth_year": (CARD.birth_year, int),
    }
    column, read = columns[key]
    return column == read(value)


def _has_alert(uow: UnitOfWork, value: str) -> sa.ColumnElement[bool]:
    mark = ":" if value == ANY_ALERT else chip_mark(AlertKind(value))
    seen = [CARD.custody_alerts.contains(mark, autoescape=True)]
    if uow.actor.may(READ_HEALTH_ALERTS):
        seen.append(CARD.health_alerts.contains(mark, autoescape=True))
    return sa.or_(*seen)


@dataclass(frozen=True, slots=True)
class Birth:
    """Who somebody is in a few marks, for whoever counts ages and writes codes.

    Attributes:
        birth_on: None when only the year is known.
    """

    code: str
    birth_on: date | None = field(repr=False)
    birth_year: int = field(repr=False)

    def age_on(self, day: date) -> int:
        """Whole years on a day; of a year alone, the years that may be."""
        return age_on(day, self.birth_on, self.birth_year)


def list_births(uow: UnitOfWork, resident_ids: Sequence[str]) -> dict[str, Birth]:
    """Code and birth of people, by their ids; one struck out is left out."""
    require(uow, VIEW_RESIDENTS)
    wanted = sa.select(CARD.id, CARD.code, CARD.birth_on, CARD.birth_year).where(CARD.id.in_(resident_ids))
    return {one: Birth(*rest) for one, *rest in uow.session.execute(wanted)}


@dataclass(frozen=True, slots=True)
class ResidentMarks:
    """Who somebody is in the few marks by which people are put into rooms and onto rolls.

    Attributes:
        age: full years today.
        place: where they sleep, as people say it.
    """

    resident_id: str
    code: str
    name: str = field(repr=False)
    sex: Sex
    age: int
    status: ResidentStatus
    stay_type: str | None
    place: str | None


def list_resident_marks(uow: UnitOfWork, wanted: Sequence[str] | None = None) -> dict[str, ResidentMarks]:
    """Those people by their ids; everybody who has a place when nobody is named. One struck out is left out."""
    require(uow, VIEW_RESIDENTS)
    columns: tuple[Any, ...] = (
        *(CARD.id, CARD.code, CARD.name, CARD.sex, CARD.birth_on, CARD.birth_year, CARD.status, CARD.stay_type),
        CARD.place_text,
    )
    asked = sa.select(*columns)
    asked = asked.where(CARD.place_id.is_not(None) if wanted is None else CARD.id.in_(wanted))
    today = local_date(uow.now)
    found: Any = uow.session.connection().execute(asked).all()
    return {
        one: ResidentMarks(one, code, name, sex, age_on(today, born, year), status, kind, place)
        for one, code, name, sex, born, year, status, kind, place in found
    }
