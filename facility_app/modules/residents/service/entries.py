"""How every entry about a person is written and changed; the verbs beside say who may and what it is called."""

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any, Generic, TypeVar

from facility_app.db.uow import Act, UnitOfWork
from facility_app.kernel.dates import local_date
from facility_app.modules.residents.domain.papers import PaperDoubt
from facility_app.modules.residents.service.cards import Cards
from facility_app.modules.residents.service.lists import Lists
from facility_app.modules.residents.tables.person import OfResident, Resident

FactsT = TypeVar("FactsT")


@dataclass(frozen=True, slots=True)
class AddEntry(Generic[FactsT]):
    """Something new about a person."""

    resident_id: str
    facts: FactsT = field(repr=False)


@dataclass(frozen=True, slots=True)
class EditEntry(Generic[FactsT]):
    """An entry as it should be.

    Attributes:
        version: as the user saw it.
        facts: all of them, changed or not.
    """

    entry_id: str
    version: int
    facts: FactsT = field(repr=False)


@dataclass(frozen=True, slots=True)
class Saved:
    """What was written.

    Attributes:
        version: goes back with the next decision about it.
        doubts: what a person should look at again; nothing was refused for it.
    """

    entry_id: str
    version: int
    doubts: tuple[PaperDoubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Entries(Generic[FactsT]):
    """The entries of one list.

    Attributes:
        record: their record.
        checked: makes the facts as kept, or refuses.
        is_on_card: whether the card shows something of them.
        derived: columns that follow from the facts.
    """

    record: type[OfResident]
    checked: Callable[[FactsT, date], FactsT]
    is_on_card: bool = False
    derived: Callable[[FactsT], dict[str, Any]] = lambda _facts: {}

    def add(self, uow: UnitOfWork, act: Act, command: AddEntry[FactsT]) -> Saved:
        """Write a new entry about a live person."""
        resident = uow.get(Resident, command.resident_id)
        made = self.new(uow, resident.id, command.facts)
        return self._saved(uow, act, made)

    def new(self, uow: UnitOfWork, resident_id: str, facts: FactsT, **columns: object) -> OfResident:
        """A new entry; the card is the caller's, and so are columns that are no facts."""
        kept = self._settled(uow, facts)
        return uow.add(self.record(resident_id=resident_id, **self._columns(kept), **columns))

    def edit(self, uow: UnitOfWork, act: Act, command: EditEntry[FactsT]) -> Saved:
        """Write an entry anew."""
        found = uow.get(self.record, command.entry_id, version=command.version)
        for name, value in self._columns(self._settled(uow, command.facts)).items():
            setattr(found, name, value)
        return self._saved(uow, act, found)

    def _settled(self, uow: UnitOfWork, typed: FactsT) -> FactsT:
        return Lists(uow).settled(self.checked(typed, local_date(uow.now)))

    def _saved(self, uow: UnitOfWork, act: Act, record: OfResident) -> Saved:
        act.about(record)
        uow.session.flush()
        if self.is_on_card:
            Cards(uow).refresh(record.resident_id)
        return Saved(record.id, record.version)

    def _columns(self, facts: FactsT) -> dict[str, Any]:
        # Field by field: asdict would take values like Money apart.
        values = {one.name: getattr(facts, one.name) for one in fields(facts)}  # type: ignore[arg-type]  # dataclasses
        return values | self.derived(facts)
