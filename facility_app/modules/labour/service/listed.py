"""What stands in a list under a code - kinds of work, teams, tools: added, changed and struck out in one way."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

import sqlalchemy as sa

from facility_app.db.uow import Act, UnitOfWork, require_reason
from facility_app.kernel.faults import Faults
from facility_app.modules.labour.domain.codes import code_taken
from facility_app.modules.labour.tables import LabourTeam, LabourTool, WorkType

RecordT = TypeVar("RecordT", WorkType, LabourTeam, LabourTool)
FactsT = TypeVar("FactsT")


@dataclass(frozen=True, slots=True)
class Seen:
    """A record as the user saw it."""

    record_id: str
    version: int


@dataclass(frozen=True, slots=True)
class Listed(Generic[RecordT, FactsT]):
    """One such list; the verb has asked for the right and begun its act before.

    Attributes:
        record: its record.
        values: columns of what is typed; faults are noted.
        require_free: refuses to strike out what is still needed.
    """

    record: type[RecordT]
    values: Callable[[UnitOfWork, FactsT, Faults], dict[str, object]]
    require_free: Callable[[UnitOfWork, RecordT], None]

    def add(self, uow: UnitOfWork, act: Act, facts: FactsT) -> str:
        """A new one; its id."""
        made = uow.add(self.record(**self._checked(uow, facts, "")))
        act.about(made)
        return made.id

    def edit(self, uow: UnitOfWork, act: Act, seen: Seen, facts: FactsT) -> None:
        """One changed."""
        found = uow.get(self.record, seen.record_id, version=seen.version)
        act.about(found)
        for name, value in self._checked(uow, facts, found.id).items():
            setattr(found, name, value)

    def void(self, uow: UnitOfWork, act: Act, seen: Seen, reason: str) -> None:
        """One struck out."""
        require_reason(reason)
        found = uow.get(self.record, seen.record_id, version=seen.version)
        self.require_free(uow, found)
        act.about(found)
        uow.void(found, reason)

    def _checked(self, uow: UnitOfWork, facts: FactsT, own_id: str) -> dict[str, object]:
        faults = Faults()
        kept = self.values(uow, facts, faults)
        faults.refuse()
        c = sa.inspect(self.record).local_table.c
        taken = sa.select(c.id).where(c.code == kept["code"], c.voided_at.is_(None), c.id != own_id)
        if uow.session.scalar(taken.limit(1)) is not None:
            raise code_taken()
        return kept
