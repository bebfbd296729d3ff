"""A whole list compared with everybody kept: one reading of the cards, then look-ups."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.names import fold
from facility_app.modules.residents.domain import REGISTER_RESIDENTS
from facility_app.modules.residents.domain.family import PARENTS
from facility_app.modules.residents.domain.likeness import ASK_FROM, Match, Traits, compare
from facility_app.modules.residents.queries.alike import SHOWN, Candidate, Newcomer
from facility_app.modules.residents.queries.people import CARD, ROW, ResidentRow
from facility_app.modules.residents.tables.person import Relative as RelativeRecord
from facility_app.modules.residents.tables.person import ResidentAddress, ResidentAlias, ResidentPaper

_AT_ONCE = 500


def find_similar_many(uow: UnitOfWork, newcomers: Sequence[Newcomer]) -> tuple[tuple[Candidate, ...], ...]:
    """Who may be the same person as each newcomer, the likeliest first; in the order of the newcomers."""
    require(uow, REGISTER_RESIDENTS)
    everybody = _Everybody.within(uow)
    found = [everybody.like(one) for one in newcomers]
    rows = _rows(uow, sorted({resident_id for alike in found for resident_id, _ in alike}))
    return tuple(tuple(Candidate(rows[one], match) for one, match in alike if one in rows) for alike in found)


@dataclass(frozen=True)
class _Everybody:
    """Everybody kept, by what they may be recognised by."""

    traits: dict[str, Traits]
    by: dict[tuple[str, object], list[str]]

    @classmethod
    def within(cls, uow: UnitOfWork) -> "_Everybody":
        """All live people of the file."""
        names = _texts(uow, ResidentAlias.resident_id, ResidentAlias.name, ResidentAlias)
        numbers = _texts(uow, ResidentPaper.resident_id, ResidentPaper.number, ResidentPaper)
        parents = _texts(
            *(uow, RelativeRecord.resident_id, RelativeRecord.name, RelativeRecord),
            RelativeRecord.relation.in_(PARENTS),
        )
        communes = _texts(uow, ResidentAddress.resident_id, ResidentAddress.commune_code, ResidentAddress)
        cards = sa.select(CARD.id, CARD.name, CARD.sex, CARD.birth_on, CARD.birth_year)
        made = cls({}, defaultdict(list))
        for one, name, sex, birth_on, birth_year in uow.session.execute(cards):
            traits = Traits(
                (name, *names.get(one, ())),
                *(sex, birth_on, birth_year),
                frozenset(numbers.get(one, ())),
                tuple(parents.get(one, ())),
                frozenset(communes.get(one, ())),
            )
            made.traits[one] = traits
            for key in _keys(traits):
                made.by[key].append(one)
        return made

    def like(self, newcomer: Newcomer) -> list[tuple[str, Match]]:
        """Everybody alike enough to be asked about."""
        mine = newcomer.traits
        likely = {one for key in _keys(mine) for one in self.by.get(key, ()) if one != newcomer.but}
        scored = [(one, compare(mine, self.traits[one])) for one in likely]
        asked = sorted((-match.score, one, match) for one, match in scored if match.score >= ASK_FROM)[:SHOWN]
        return [(one, match) for _, one, match in asked]


def _keys(traits: Traits) -> Iterable[tuple[str, object]]:
    for name in traits.names:
        yield "name", tuple(sorted(fold(name).split()))
    for number in traits.numbers:
        yield "number", number
    for parent in traits.parents:
        yield "parent", fold(parent)
    if traits.birth_on is not None:
        yield "born", traits.birth_on


def _texts(
    uow: UnitOfWork, owner: Any, column: Any, record: Any, *wanted: sa.ColumnElement[bool]
) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    rows = sa.select(owner, column).where(record.voided_at.is_(None), column.is_not(None), *wanted)
    for one, text in uow.session.execute(rows.order_by(record.id)):
        found.setdefault(one, []).append(text)
    return found


def _rows(uow: UnitOfWork, resident_ids: Sequence[str]) -> dict[str, ResidentRow]:
    make = ResidentRow.maker(uow)
    made: dict[str, ResidentRow] = {}
    for start in range(0, len(resident_ids), _AT_ONCE):
        wanted = sa.select(*ROW).where(CARD.id.in_(resident_ids[start : start + _AT_ONCE]))
        made |= {row[0]: make(*row) for row in uow.session.execute(wanted)}
    return made
