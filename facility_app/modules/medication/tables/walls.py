"""The two sides of the wall: the tables anybody on the ward reads, and their twins of what reveals HIV."""

from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sa

from facility_app.modules.medication.tables.allergies import Allergy, PrivateAllergy
from facility_app.modules.medication.tables.doses import Dose, PrivateDose
from facility_app.modules.medication.tables.orders import (
    MedicineOrder,
    OrderHold,
    OrderOverride,
    PrivateMedicineOrder,
    PrivateOrderHold,
    PrivateOrderOverride,
)


@dataclass(frozen=True, slots=True)
class Side:
    """The tables of one side."""

    is_private: bool
    order: Any
    hold: Any
    dose: Any
    override: Any
    allergy: Any

    @property
    def orders(self) -> Any:
        """Columns of its orders."""
        return sa.inspect(self.order).local_table.c

    @property
    def holds(self) -> Any:
        """Columns of its holds."""
        return sa.inspect(self.hold).local_table.c

    @property
    def doses(self) -> Any:
        """Columns of its doses."""
        return sa.inspect(self.dose).local_table.c

    @property
    def overrides(self) -> Any:
        """Columns of its overrides."""
        return sa.inspect(self.override).local_table.c

    @property
    def allergies(self) -> Any:
        """Columns of its allergies."""
        return sa.inspect(self.allergy).local_table.c


SIDES: Final = (
    Side(False, MedicineOrder, OrderHold, Dose, OrderOverride, Allergy),
    Side(True, PrivateMedicineOrder, PrivateOrderHold, PrivateDose, PrivateOrderOverride, PrivateAllergy),
)
"""The open side first."""
