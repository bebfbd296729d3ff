"""What lies on the desks of pharmacist and doctor: orders that wait, orders sent back, with whom they are for."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.named import Named
from facility_app.modules.medication.domain import VIEW_MAR
from facility_app.modules.medication.domain.orders import OrderEnd, OrderState
from facility_app.modules.medication.queries.charts import Charts
from facility_app.modules.medication.queries.choices import name_people
from facility_app.modules.medication.queries.orders import OrderRow, OrderRows, OverrideRow, OverrideRows
from facility_app.modules.medication.queries.programmes import (
    ProgrammeRow,
    ProgrammeRows,
    RunRow,
    RunRows,
)
from facility_app.modules.medication.tables import SIDES, ProtocolRun, Side, SubstitutionProgramme

SENT_BACK: Final = timedelta(days=14)
"""So long an order that was sent back stays on the desk of the doctor."""
UNKNOWN: Final = Named("", "–")


@dataclass(frozen=True, slots=True)
class OrderLine:
    """An order on a desk.

    Attributes:
        warnings: what it was ordered against.
        is_private: whether it reveals HIV.
    """

    row: OrderRow
    who: Named
    warnings: tuple[OverrideRow, ...] = field(default=(), repr=False)
    is_private: bool = field(default=False, repr=False)

    @property
    def is_sent_back(self) -> bool:
        """Whether the pharmacist did not release it."""
        return self.row.end_kind is OrderEnd.REFUSED


@dataclass(frozen=True, slots=True)
class RunLine:
    """A detox protocol under way, and whose."""

    row: RunRow
    who: Named


@dataclass(frozen=True, slots=True)
class ProgrammeLine:
    """A programme of substitution, and whose."""

    row: ProgrammeRow
    who: Named


@dataclass(frozen=True, slots=True)
class DeskRows:
    """Orders of one side on a desk, for whoever of this slice has asked for the right."""

    charts: Charts
    side: Side

    def lines(self) -> tuple[OrderLine, ...]:
        """Those that wait, the oldest first; behind them those sent back, the newest first."""
        rows = OrderRows(self.charts, self.side)
        found = (*rows.unverified(), *self._sent_back(rows))
        names = name_people(self.charts.uow, [row.resident_id for row in found])
        warnings = OverrideRows(self.charts.uow, self.side).of_orders([row.order_id for row in found])
        is_private = self.side.is_private
        return tuple(
            OrderLine(row, names.get(row.resident_id, UNKNOWN), warnings.get(row.order_id, ()), is_private)
            for row in found
        )

    def _sent_back(self, rows: OrderRows) -> tuple[OrderRow, ...]:
        o, since = self.side.orders, self.charts.uow.now - SENT_BACK
        asked = sa.select(o.resident_id).where(
            o.ended_at > since, o.end_kind == OrderEnd.REFUSED, o.voided_at.is_(None)
        )
        people = list(self.charts.uow.session.scalars(asked.distinct()))
        found = rows.of(people, since) if people else ()
        return tuple(row for row in found if row.end_kind is OrderEnd.REFUSED and row.state is OrderState.ENDED)


def list_desk(uow: UnitOfWork) -> tuple[OrderLine, ...]:
    """Orders that wait for the pharmacist and those sent back of late; none that reveals HIV."""
    require(uow, VIEW_MAR)
    return DeskRows(Charts(uow), SIDES[0]).lines()


def count_waiting(uow: UnitOfWork) -> int:
    """How many orders wait for the pharmacist; those that reveal HIV are not counted."""
    require(uow, VIEW_MAR)
    return len(OrderRows(Charts(uow), SIDES[0]).unverified())


def list_running(uow: UnitOfWork) -> tuple[RunLine, ...]:
    """Detox protocols under way, the last begun first."""
    require(uow, VIEW_MAR)
    asked = sa.select(ProtocolRun).where(ProtocolRun.ended_on.is_(None), ProtocolRun.voided_at.is_(None))
    runs = RunRows(Charts(uow))
    order = (ProtocolRun.started_on.desc(), ProtocolRun.id.desc())
    found = [row for one in uow.session.scalars(asked.order_by(*order)) if (row := runs.row(one)) is not None]
    names = name_people(uow, [row.resident_id for row in found])
    return tuple(RunLine(row, names.get(row.resident_id, UNKNOWN)) for row in found)


def list_all_programmes(uow: UnitOfWork, *, with_past: bool = False) -> tuple[ProgrammeLine, ...]:
    """Programmes of substitution under way, or all of them; who missed most stands first."""
    require(uow, VIEW_MAR)
    table = SubstitutionProgramme
    asked = sa.select(table).where(table.voided_at.is_(None))
    if not with_past:
        asked = asked.where(table.ended_on.is_(None))
    found = ProgrammeRows(Charts(uow)).of(uow.session.scalars(asked))
    names = name_people(uow, [row.resident_id for row in found])
    lines = [ProgrammeLine(row, names.get(row.resident_id, UNKNOWN)) for row in found]
    return tuple(sorted(lines, key=lambda one: (one.row.ended_on is not None, -one.row.missed_days, one.who.name)))
