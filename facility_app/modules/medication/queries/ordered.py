"""Whether a medicine was ever ordered, told to whoever keeps the catalogue; for whom is told to nobody."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork
from facility_app.modules.medication.tables import SIDES
from facility_app.modules.pharmacy.api import IsOrdered


def _is_ordered(uow: UnitOfWork, question: IsOrdered) -> bool:
    """On either side of the wall, ended or not."""
    return any(
        uow.session.scalar(
            sa.select(side.orders.id).where(side.orders.medicine_id == question.medicine_id).limit(1)
        )
        is not None
        for side in SIDES
    )


ANSWERS: Final[Mapping[type, tuple[Callable[[Any, Any], Any], ...]]] = {IsOrdered: (_is_ordered,)}
"""Question → what this slice answers."""
