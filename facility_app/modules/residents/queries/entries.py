"""What is noted about one person, list by list: each entry with its facts, and struck-out ones when asked for."""

from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from typing import Any, Final, Generic, TypeVar

import sqlalchemy as sa

from facility_app.db.base import Record
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.modules.residents.domain import (
    READ_FILE,
    READ_HEALTH_ALERTS,
    READ_HEALTH_FILES,
    READ_KEEP_APART,
    READ_SUBSTANCES,
    VIEW_RESIDENTS,
)
from facility_app.modules.residents.domain.body import Mark
from facility_app.modules.residents.domain.family import Address, Alias, Relative, home_on
from facility_app.modules.residents.domain.hidden import without_hidden
from facility_app.modules.residents.domain.papers import Paper
from facility_app.modules.residents.domain.past import LegalRecord, Rehab, SubstanceUse
from facility_app.modules.residents.domain.safety import Alert, AlertWall, Strength, wall_of
from facility_app.modules.residents.tables import body, past, person
from facility_app.modules.residents.tables.card import ResidentCard

FactsT = TypeVar("FactsT")


@dataclass(frozen=True, slots=True)
class Entry(Generic[FactsT]):
    """One entry of a list about a person.

    Attributes:
        version: goes back with the decision about it.
        facts: what it says.
        noted_at: when it was written down.
        noted_by: by whom, an account's id.
        voided_at: when it was struck out; None while it counts.
        void_reason: why.
    """

    entry_id: str
    version: int
    noted_at: datetime
    noted_by: str
    voided_at: datetime | None
    void_reason: str | None = field(repr=False)
    facts: FactsT = field(repr=False)


@dataclass(frozen=True, slots=True)
class AlertEntry:
    """An alert with its end.

    Attributes:
        ended_on: since when it no longer holds; None while it does.
    """

    entry: Entry[Alert]
    wall: AlertWall
    ended_on: date | None
    end_reason: str | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class KeepApartRow:
    """One of two people who are kept apart, seen from the other.

    Attributes:
        pair_id: the pair.
        other_id: the other person.
        ended_on: since when they may meet again; None while they may not.
    """

    pair_id: str
    version: int
    other_id: str
    other_code: str
    other_name: str = field(repr=False)
    strength: Strength
    reason: str = field(repr=False)
    from_on: date
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class ApartPair:
    """Two people who are kept apart now, by their ids."""

    first_id: str
    second_id: str
    strength: Strength

    @property
    def is_hard(self) -> bool:
        """Whether they may not be put together; otherwise it is better not to."""
        return self.strength is Strength.HARD


@dataclass(frozen=True, slots=True)
class _Source(Generic[FactsT]):
    """Where the entries of one list come from.

    Attributes:
        record: their record.
        facts: what they say; its fields are columns of the record.
        newest_by: the column that brings the newest to the front; None keeps the order they were written in.
    """

    record: type[Record]
    facts: type[FactsT]
    newest_by: str | None = None

    def of(self, uow: UnitOfWork, resident_id: str, *, with_voided: bool) -> tuple[Entry[FactsT], ...]:
        c = sa.inspect(self.record).local_table.c
        names = [one.name for one in fields(self.facts)]  # type: ignore[arg-type]  # facts are dataclasses
        head = (c.id, c.version, c.created_at, c.created_by, c.voided_at, c.void_reason)
        found = sa.select(*head, *(c[name] for name in names)).where(c.resident_id == resident_id)
        if not with_voided:
            found = found.where(c.voided_at.is_(None))
        # The newest first where days tell it; what has no day stands last.
        order = [] if self.newest_by is None else [c[self.newest_by].desc()]
        rows = uow.session.execute(found.order_by(*order, c.id))
        return tuple(self._entry(row, names) for row in rows)

    def _entry(self, row: sa.Row[Any], names: list[str]) -> Entry[FactsT]:
        facts = self.facts(**dict(zip(names, row[-len(names) :], strict=True)))
        return Entry(*[*row[: -len(names)], facts])


_ALIASES: Final = _Source(person.ResidentAlias, Alias)
_PAPERS: Final = _Source(person.ResidentPaper, Paper, "issued_on")
_ADDRESSES: Final = _Source(person.ResidentAddress, Address, "from_on")
_RELATIVES: Final = _Source(person.Relative, Relative)
_LEGAL_RECORDS: Final = _Source(person.LegalRecord, LegalRecord, "decided_on")
_MARKS: Final = _Source(body.BodyMark, Mark, "seen_on")
_SUBSTANCES: Final = _Source(past.SubstanceUse, SubstanceUse)
_REHABS: Final = _Source(past.RehabHistory, Rehab, "from_on")
_ALERTS: Final = _Source(past.ResidentAlert, Alert, "from_on")


def list_aliases(uow: UnitOfWork, resident_id: str, *, with_voided: bool = False) -> tuple[Entry[Alias], ...]:
    """Other names."""
    require(uow, VIEW_RESIDENTS)
    return _ALIASES.of(uow, resident_id, with_voided=with_voided)


def list_papers(uow: UnitOfWork, resident_id: str, *, with_voided: bool = False) -> tuple[Entry[Paper], ...]:
    """Identity papers with whole numbers, the newest first."""
    require(uow, READ_FILE)
    return _PAPERS.of(uow, resident_id, with_voided=with_voided)


def list_addresses(uow: UnitOfWork, resident_id: str, *, with_voided: bool = False) -> tuple[Entry[Address], ...]:
    """Addresses of every kind, the newest first."""
    require(uow, READ_FILE)
    return _ADDRESSES.of(uow, resident_id, with_voided=with_voided)


def find_home(uow: UnitOfWork, resident_id: str) -> Address | None:
    """Where this person is registered today; None when that is not known."""
    require(uow, READ_FILE)
    found = _ADDRESSES.of(uow, resident_id, with_voided=False)
    return home_on(local_date(uow.now), [one.facts for one in found])


def list_relatives(uow: UnitOfWork, resident_id: str, *, with_voided: bool = False) -> tuple[Entry[Relative], ...]:
    """Family, guardians, and who is to be told; notes about them only for whoever may read clinical words."""
    require(uow, READ_FILE)
    found = _RELATIVES.of(uow, resident_id, with_voided=with_voided)
    if uow.actor.may(READ_HEALTH_FILES):
        return found
    return tuple(replace(one, facts=without_hidden(one.facts)) for one in found)


def list_legal_records(
    uow: UnitOfWork, resident_id: str, *, with_voided: bool = False
) -> tuple[Entry[LegalRecord], ...]:
    """Convictions and sanctions, the newest first."""
    require(uow, READ_FILE)
    return _LEGAL_RECORDS.of(uow, resident_id, with_voided=with_voided)


def list_marks(uow: UnitOfWork, resident_id: str, *, with_voided: bool = False) -> tuple[Entry[Mark], ...]:
    """Marks on the body, the newest first."""
    require(uow, VIEW_RESIDENTS)
    return _MARKS.of(uow, resident_id, with_voided=with_voided)


def list_substances(
    uow: UnitOfWork, resident_id: str, *, with_voided: bool = False
) -> tuple[Entry[SubstanceUse], ...]:
    """Substances used."""
    require(uow, READ_SUBSTANCES)
    return _SUBSTANCES.of(uow, resident_id, with_voided=with_voided)


def list_rehabs(uow: UnitOfWork, resident_id: str, *, with_voided: bool = False) -> tuple[Entry[Rehab], ...]:
    """Rehab, treatment and after-care before this facility, the newest first."""
    require(uow, READ_SUBSTANCES)
    return _REHABS.of(uow, resident_id, with_voided=with_voided)


def list_alerts(
    uow: UnitOfWork, resident_id: str, *, with_ended: bool = False, with_voided: bool = False
) -> tuple[AlertEntry, ...]:
    """Alerts the actor may see, the newest first; of those behind the wall of health not even the number shows."""
    require(uow, VIEW_RESIDENTS)
    a = past.ResidentAlert
    ends = uow.session.execute(sa.select(a.id, a.ended_on, a.end_reason).where(a.resident_id == resident_id))
    end_of = {row.id: (row.ended_on, row.end_reason) for row in ends}
    walls = {AlertWall.CUSTODY} | ({AlertWall.HEALTH} if uow.actor.may(READ_HEALTH_ALERTS) else set())
    found = (
        AlertEntry(entry, wall_of(entry.facts.kind), *end_of[entry.entry_id])
        for entry in _ALERTS.of(uow, resident_id, with_voided=with_voided)
    )
    return tuple(one for one in found if one.wall in walls and (with_ended or one.ended_on is None))


def list_keep_apart(uow: UnitOfWork, resident_id: str, *, with_ended: bool = False) -> tuple[KeepApartRow, ...]:
    """Whom this person is kept apart from, hard ones first."""
    require(uow, READ_KEEP_APART)
    p, card = past.KeepApartPair, ResidentCard
    other = sa.case((p.first_id == resident_id, p.second_id), else_=p.first_id)
    columns: tuple[Any, ...] = (
        *(p.id, p.version, card.id, card.code, card.name),
        *(p.strength, p.reason, p.from_on, p.ended_on),
    )
    found = (
        sa.select(*columns)
        .join(card, card.id == other)
        .where(sa.or_(p.first_id == resident_id, p.second_id == resident_id), p.voided_at.is_(None))
        .order_by(p.strength, card.name_sort, p.id)
    )
    if not with_ended:
        found = found.where(p.ended_on.is_(None))
    return tuple(KeepApartRow(*row) for row in uow.session.execute(found))


def list_apart_pairs(uow: UnitOfWork) -> tuple[ApartPair, ...]:
    """Every pair kept apart now, for whoever places people."""
    require(uow, READ_KEEP_APART)
    p = past.KeepApartPair
    asked = sa.select(p.first_id, p.second_id, p.strength).where(p.ended_on.is_(None), p.voided_at.is_(None))
    return tuple(ApartPair(*row) for row in uow.session.execute(asked.order_by(p.first_id, p.second_id)))
