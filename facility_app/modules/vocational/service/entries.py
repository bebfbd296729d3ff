"""How every list of plain entries is written, corrected and struck out; the verbs beside say who may."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, TypeVar

from facility_app.db.base import SyncedRecord
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.dates import local_date
from facility_app.modules.vocational.domain.columns import columns_of

FactsT = TypeVar("FactsT")


@dataclass(frozen=True, slots=True)
class EditEntry(Generic[FactsT]):
    """An entry as it should be; ``version`` as the user saw it."""

    entry_id: str
    version: int
    facts: FactsT = field(repr=False)


@dataclass(frozen=True, slots=True)
class EditPlanned(EditEntry[FactsT]):
    """Something of the calendar as it should be; ``clash_reason`` why, although somebody is taken then."""

    clash_reason: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class VoidEntry:
    """An entry to strike out, as the user saw it."""

    entry_id: str
    version: int
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Entries(Generic[FactsT]):
    """One list: its record, and what makes the facts as kept or refuses them, given today."""

    record: type[SyncedRecord]
    checked: Callable[[FactsT, date], FactsT]

    def add(self, uow: UnitOfWork, verb: str, facts: FactsT, **columns: object) -> str:
        """Write a new entry down; answers its id. ``columns`` are what is no fact: whose it is."""
        kept = columns_of(self.checked(facts, local_date(uow.now)))
        with uow.act(verb) as act:
            made = uow.add(self.record(**kept, **columns))
            act.about(made)
            return made.id

    def edit(self, uow: UnitOfWork, verb: str, command: EditEntry[FactsT]) -> str:
        """Write an entry anew; answers its id."""
        found: Any = uow.get(self.record, command.entry_id, version=command.version)
        kept = columns_of(self.checked(command.facts, local_date(uow.now)))
        with uow.act(verb) as act:
            act.about(found)
            for name, value in kept.items():
                setattr(found, name, value)
        return command.entry_id

    def void(self, uow: UnitOfWork, verb: str, command: VoidEntry) -> None:
        """Strike an entry out; it stays in the file with who, when and why."""
        with uow.act(verb, reason=command.reason) as act:
            found = uow.get(self.record, command.entry_id, version=command.version)
            act.about(found)
            uow.void(found, command.reason)
