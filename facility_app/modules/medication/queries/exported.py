"""Everything of one person that an export takes along of medicines: orders, doses as numbers, allergies."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.medication.domain import VIEW_MAR
from facility_app.modules.medication.domain.orders import Route
from facility_app.modules.medication.domain.outcomes import Outcome
from facility_app.modules.medication.queries.charts import Charts
from facility_app.modules.medication.queries.history import AllergyRow, AllergyRows
from facility_app.modules.medication.queries.orders import OrderRow, OrderRows, OverrideRow, OverrideRows
from facility_app.modules.medication.tables import SIDES, Side
from facility_app.modules.pharmacy.api import MedicineRow

BEGINNING: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class DoseFact:
    """One dose; ``amount`` in thousandths of the dose unit, 0 where nothing was taken."""

    dose_id: str
    order_id: str
    resident_id: str
    medicine: MedicineRow = field(repr=False)
    route: Route
    amount: int
    outcome: Outcome
    given_at: datetime
    officer: str = field(repr=False)
    witness: str | None = field(repr=False)
    vomited_at: datetime | None
    is_struck: bool


@dataclass(frozen=True, slots=True)
class MedicineFile:
    """One side of the wall.

    Attributes:
        overrides: order → what it was ordered against.
    """

    orders: tuple[OrderRow, ...] = field(repr=False)
    doses: tuple[DoseFact, ...] = field(repr=False)
    allergies: tuple[AllergyRow, ...] = field(default=(), repr=False)
    overrides: Mapping[str, tuple[OverrideRow, ...]] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class FileRows:
    """The rows of one side, for whoever of this slice has asked for the right."""

    charts: Charts
    side: Side

    def of(self, resident_id: str) -> MedicineFile:
        """Orders and doses of a person; those of a medicine the actor may not see are left out.

        So are, on the open side, old ones of a medicine that is known by now to reveal HIV.
        """
        rows = OrderRows(self.charts, self.side)
        orders = tuple(one for one in rows.of([resident_id], BEGINNING) if self._is_shown(one.medicine))
        cannot = AllergyRows(self.charts.uow, self.side.is_private).of(resident_id)
        against = OverrideRows(self.charts.uow, self.side).of_person(resident_id)
        return MedicineFile(orders, self._doses(resident_id), cannot, against)

    def _doses(self, resident_id: str) -> tuple[DoseFact, ...]:
        d, o = self.side.doses, self.side.orders
        columns = (
            *(d.id, d.order_id, d.resident_id, d.medicine_id, o.route, d.amount, d.outcome, d.given_at),
            *(d.officer_name, d.witness_name, d.vomited_at, d.voided_at),
        )
        both = d.id.table.join(o.id.table, o.id == d.order_id)
        asked = sa.select(*columns).select_from(both).where(d.resident_id == resident_id)
        found: Sequence[Any] = self.charts.uow.session.execute(asked.order_by(d.given_at, d.id)).all()
        shown = {key for key, one in self.charts.medicines.items() if self._is_shown(one)}
        return tuple(self._dose(one) for one in found if one[3] in shown)

    def _is_shown(self, medicine: MedicineRow) -> bool:
        return self.side.is_private or not medicine.flags.reveals_hiv

    def _dose(self, one: Any) -> DoseFact:
        dose_id, order_id, who, medicine_id, *rest, voided_at = one
        medicine = self.charts.medicines[medicine_id]
        values: tuple[Any, ...] = (dose_id, order_id, who, medicine, *rest, voided_at is not None)
        return DoseFact(*values)


def read_medicines(uow: UnitOfWork, resident_id: str) -> MedicineFile:
    """What a person was ordered and took, and what they cannot take; none that reveals HIV."""
    require(uow, VIEW_MAR)
    return FileRows(Charts(uow, is_open_side_only=True), SIDES[0]).of(resident_id)
