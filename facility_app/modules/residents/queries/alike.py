"""Who at the door may have been here before: a few likely people out of all, each with its reasons."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.search import matches
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.names import fold
from facility_app.modules.residents.domain import REGISTER_RESIDENTS
from facility_app.modules.residents.domain.family import PARENTS, Address, Alias, Relative
from facility_app.modules.residents.domain.likeness import ASK_FROM, Match, Traits, compare
from facility_app.modules.residents.domain.papers import Paper, normalised_number
from facility_app.modules.residents.domain.person import Person
from facility_app.modules.residents.queries.people import CARD, ROW, ResidentRow
from facility_app.modules.residents.tables.card import ResidentCard
from facility_app.modules.residents.tables.person import Relative as RelativeRecord
from facility_app.modules.residents.tables.person import ResidentAddress, ResidentAlias, ResidentPaper

SHOWN: Final = 10
_COMPARED: Final = 500


@dataclass(frozen=True, slots=True, repr=False)
class Newcomer:
    """Somebody about to be written down, as far as the form is filled in.

    Attributes:
        but: the resident being edited, who is not like themselves.
    """

    person: Person
    aliases: Sequence[Alias] = ()
    papers: Sequence[Paper] = ()
    addresses: Sequence[Address] = ()
    relatives: Sequence[Relative] = ()
    but: str | None = None

    @property
    def traits(self) -> Traits:
        """What they are compared by."""
        return Traits(
            names=(self.person.name, *(alias.name for alias in self.aliases)),
            sex=self.person.sex,
            birth_on=self.person.birth_on,
            birth_year=self.person.year_of_birth,
            numbers=frozenset(normalised_number(paper.number) for paper in self.papers if paper.number),
            parents=tuple(one.name for one in self.relatives if one.relation in PARENTS),
            communes=frozenset(one.commune_code for one in self.addresses if one.commune_code),
        )


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody kept who may be the same person."""

    row: ResidentRow
    match: Match = field(repr=False)

    @classmethod
    def like(cls, uow: UnitOfWork, newcomer: Newcomer) -> "tuple[Candidate, ...]":
        """Everybody alike enough to be asked about, the likeliest first."""
        mine = newcomer.traits
        likely = set(uow.session.scalars(_likely(mine))) - {newcomer.but}
        theirs = _traits(uow, sorted(likely)[:_COMPARED])
        scored = [(compare(mine, traits), resident_id) for resident_id, traits in theirs.items()]
        asked = sorted((-match.score, resident_id) for match, resident_id in scored if match.score >= ASK_FROM)
        match_of = {resident_id: match for match, resident_id in scored}
        wanted = [resident_id for _, resident_id in asked[:SHOWN]]
        rows = uow.session.execute(sa.select(*ROW).where(CARD.id.in_(wanted)))
        made = {row[0]: ResidentRow.maker(uow)(*row) for row in rows}
        return tuple(cls(made[one], match_of[one]) for one in wanted)


def find_similar(uow: UnitOfWork, newcomer: Newcomer) -> tuple[Candidate, ...]:
    """Who may be the same person as the newcomer, to be looked at side by side before saving."""
    require(uow, REGISTER_RESIDENTS)
    return Candidate.like(uow, newcomer)


def _likely(mine: Traits) -> sa.CompoundSelect[Any]:
    """Ids of people who share a number, all words of a name, the day of birth, or a parent."""
    paper, relative, born = ResidentPaper, RelativeRecord, mine.birth_on
    table = ResidentCard.metadata.tables[ResidentCard.__tablename__]
    live = sa.select(CARD.id)
    choices = [
        live.where(sa.or_(*(matches(table, name) for name in mine.names))),
        live.join(paper, paper.resident_id == CARD.id).where(
            paper.number.in_(mine.numbers), paper.voided_at.is_(None)
        ),
        live.join(relative, relative.resident_id == CARD.id).where(
            relative.name_fold.in_([fold(name) for name in mine.parents]),
            relative.relation.in_(PARENTS),
            relative.voided_at.is_(None),
        ),
        live.where(CARD.birth_on.is_not(None), CARD.birth_on == born),
    ]
    return sa.union(*choices)


def _traits(uow: UnitOfWork, resident_ids: Sequence[str]) -> Mapping[str, Traits]:
    alias, paper, relative, home = ResidentAlias, ResidentPaper, RelativeRecord, ResidentAddress
    names = _by_resident(uow, alias, alias.name, resident_ids)
    numbers = _by_resident(uow, paper, paper.number, resident_ids)
    parents = _by_resident(uow, relative, relative.name, resident_ids, relative.relation.in_(PARENTS))
    communes = _by_resident(uow, home, home.commune_code, resident_ids)
    cards = sa.select(CARD.id, CARD.name, CARD.sex, CARD.birth_on, CARD.birth_year).where(
        CARD.id.in_(resident_ids)
    )
    return {
        one: Traits(
            names=(name, *names.get(one, ())),
            sex=sex,
            birth_on=birth_on,
            birth_year=birth_year,
            numbers=frozenset(numbers.get(one, ())),
            parents=tuple(parents.get(one, ())),
            communes=frozenset(communes.get(one, ())),
        )
        for one, name, sex, birth_on, birth_year in uow.session.execute(cards)
    }


def _by_resident(
    uow: UnitOfWork, record: Any, column: Any, resident_ids: Sequence[str], *wanted: sa.ColumnElement[bool]
) -> Mapping[str, list[str]]:
    """The live values of a column, person by person."""
    found: Iterable[Any] = uow.session.execute(
        sa.select(record.resident_id, column)
        .where(record.resident_id.in_(resident_ids), record.voided_at.is_(None), column.is_not(None), *wanted)
        .order_by(record.resident_id, record.id)
    )
    return {one: [value for _, value in rows] for one, rows in groupby(found, itemgetter(0))}
