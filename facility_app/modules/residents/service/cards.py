"""Keeping the card true: the person's part follows every verb of this slice, stays and housing tell theirs."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from itertools import groupby
from typing import Any, Final, TypeVar

import sqlalchemy as sa

from facility_app.db.base import Base
from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.residents.domain import KEEP_CARD, REBUILD_CARDS
from facility_app.modules.residents.domain.card import PersonCard, ResidentStatus, person_card
from facility_app.modules.residents.domain.family import Alias
from facility_app.modules.residents.domain.papers import Paper
from facility_app.modules.residents.domain.person import Person
from facility_app.modules.residents.domain.safety import Alert
from facility_app.modules.residents.tables.card import ResidentCard
from facility_app.modules.residents.tables.past import ResidentAlert
from facility_app.modules.residents.tables.person import OfResident, Resident, ResidentAlias, ResidentPaper

FactsT = TypeVar("FactsT")
_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class SetCardStay:
    """What a stay puts on the card.

    Attributes:
        status: where the person is.
        stay_id: the stay; None when there is none.
        stay_type: code of its type.
        expected_end_on: when it is to end; None while that is open.
    """

    resident_id: str
    status: ResidentStatus
    stay_id: str | None = None
    stay_type: str | None = None
    expected_end_on: date | None = None


@dataclass(frozen=True, slots=True)
class SetCardPlace:
    """What housing puts on the card.

    Attributes:
        place_id: the room or bed; None when the person has none.
        place_text: how people say it.
    """

    resident_id: str
    place_id: str | None = None
    place_text: str | None = field(default=None)


@dataclass(frozen=True, slots=True)
class Cards:
    """The cards, within one unit of work; for verbs that changed what stands on them."""

    uow: UnitOfWork

    def refresh(self, *resident_ids: str) -> None:
        """Write the person's part of these cards anew; what stays and housing told stays as it is."""
        self.uow.session.flush()
        made = self._made(resident_ids)
        known = set(self.uow.session.scalars(sa.select(ResidentCard.id).where(ResidentCard.id.in_(resident_ids))))
        for resident_id in sorted(known & made.keys()):
            change = sa.update(ResidentCard).where(ResidentCard.id == resident_id)
            self.uow.session.execute(change.values(asdict(made[resident_id])))
        # New ones together: one statement each would be most of the time a long list takes.
        new = [{"id": one, **asdict(card)} for one, card in made.items() if one not in known]
        if new:
            # Into the table: as records, rows with other empty columns would be one statement each.
            self.uow.session.execute(sa.insert(Base.metadata.tables[ResidentCard.__tablename__]), new)

    def drop(self, *resident_ids: str) -> None:
        """Take struck-out people off every list."""
        self.uow.session.execute(sa.delete(ResidentCard).where(ResidentCard.id.in_(resident_ids)))

    def _made(self, resident_ids: Sequence[str]) -> dict[str, PersonCard]:
        aliases = self._facts(ResidentAlias, Alias, resident_ids)
        papers = self._facts(ResidentPaper, Paper, resident_ids)
        alerts = self._facts(ResidentAlert, Alert, resident_ids, ResidentAlert.ended_on.is_(None))
        people = self.uow.session.execute(
            sa.select(Resident.id, Resident.code, *_columns(Resident, Person)).where(
                Resident.id.in_(resident_ids), Resident.voided_at.is_(None)
            )
        )
        return {
            one: person_card(
                code,
                Person(*facts),
                [alias.name for alias in aliases.get(one, ())],
                papers.get(one, ()),
                alerts.get(one, ()),
            )
            for one, code, *facts in people
        }

    def _facts(
        self,
        record: type[OfResident],
        make: Callable[..., FactsT],
        resident_ids: Sequence[str],
        *wanted: sa.ColumnElement[bool],
    ) -> dict[str, list[FactsT]]:
        found: Iterable[Any] = self.uow.session.execute(
            sa.select(record.resident_id, *_columns(record, make))
            .where(record.resident_id.in_(resident_ids), record.voided_at.is_(None), *wanted)
            .order_by(record.resident_id, record.id)
        )
        grouped = groupby(found, lambda row: str(row[0]))
        return {one: [make(*row[1:]) for row in rows] for one, rows in grouped}


def set_card_stay(uow: UnitOfWork, command: SetCardStay) -> None:
    """Put on the card what a stay says; a verb of stays, in its unit of work.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, KEEP_CARD)
    with uow.act("residents.set_card_stay") as act:
        act.about(uow.get(Resident, command.resident_id))
        _put(uow, command)


def set_card_stays(uow: UnitOfWork, commands: Sequence[SetCardStay]) -> None:
    """Put on many cards what a list of stays says, as one decision; a verb of stays, in its unit of work."""
    require(uow, KEEP_CARD)
    if not commands:
        return
    with uow.act("residents.set_card_stay") as act:
        act.about(uow.get(Resident, commands[0].resident_id))
        values = [asdict(one) for one in commands]
        uow.session.execute(sa.update(ResidentCard), [{"id": one.pop("resident_id"), **one} for one in values])
        for one in commands:
            # Written past the session: the head of an open page would not see it.
            uow.touched(ResidentCard.__tablename__, one.resident_id)


def set_card_place(uow: UnitOfWork, command: SetCardPlace) -> None:
    """Put on the card where somebody sleeps; a verb of housing, in its unit of work.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, KEEP_CARD)
    with uow.act("residents.set_card_place") as act:
        act.about(uow.get(Resident, command.resident_id))
        _put(uow, command)


def set_card_places(uow: UnitOfWork, commands: Sequence[SetCardPlace]) -> None:
    """Put on many cards what a list of placements says, as one decision of housing, in its unit of work."""
    require(uow, KEEP_CARD)
    if not commands:
        return
    with uow.act("residents.set_card_place") as act:
        act.about(uow.get(Resident, commands[0].resident_id))
        values = [asdict(one) for one in commands]
        uow.session.execute(sa.update(ResidentCard), [{"id": one.pop("resident_id"), **one} for one in values])


def rebuild_cards(uow: UnitOfWork) -> int:
    """Make the person's part of every card anew, after a change of what cards say; answers how many.

    For the program itself after an upgrade, and for whoever repairs a file.
    """
    require(uow, REBUILD_CARDS)
    live = tuple(
        uow.session.scalars(sa.select(Resident.id).where(Resident.voided_at.is_(None)).order_by(Resident.id))
    )
    with uow.act("residents.rebuild_cards"):
        for start in range(0, len(live), _AT_ONCE):
            Cards(uow).refresh(*live[start : start + _AT_ONCE])
    return len(live)


def _put(uow: UnitOfWork, told: SetCardStay | SetCardPlace) -> None:
    values = asdict(told)
    resident_id = values.pop("resident_id")
    uow.session.execute(sa.update(ResidentCard).where(ResidentCard.id == resident_id).values(values))
    uow.touched(ResidentCard.__tablename__, resident_id)


def _columns(record: type[Any], facts: Any) -> list[sa.ColumnElement[Any]]:
    """The columns that hold these facts, in the order of their fields."""
    return [getattr(record, one.name) for one in fields(facts)]
