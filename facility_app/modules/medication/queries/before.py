"""Medicines somebody had before a drug test, told to whoever reads it; never one that reveals HIV."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork
from facility_app.modules.medication.domain import VIEW_MAR
from facility_app.modules.medication.domain.outcomes import TAKEN
from facility_app.modules.medication.queries.charts import Charts
from facility_app.modules.medication.tables import SIDES
from facility_app.modules.treatment.api import TakenMedicine, WhatWasTaken


def _taken(uow: UnitOfWork, question: WhatWasTaken) -> tuple[TakenMedicine, ...]:
    """By substance, for whoever may see medicines at all."""
    if not uow.actor.may(VIEW_MAR):
        return ()
    medicines = Charts(uow).medicines
    d = SIDES[0].doses
    asked = sa.select(d.medicine_id, d.due_on).where(
        d.resident_id == question.resident_id,
        d.medicine_id.in_([*medicines]),
        d.due_on.between(question.first, question.last),
        d.outcome.in_([*TAKEN]),
        d.voided_at.is_(None),
    )
    days: dict[tuple[str, str], set[date]] = {}
    for medicine_id, due_on in uow.session.execute(asked):
        medicine = medicines[medicine_id]
        if medicine.atc and not medicine.flags.reveals_hiv:
            days.setdefault((medicine.atc, medicine.generic), set()).add(due_on)
    return tuple(TakenMedicine(atc, name, tuple(sorted(on))) for (atc, name), on in sorted(days.items()))


ANSWERS: Final[Mapping[type, tuple[Callable[[Any, Any], Any], ...]]] = {WhatWasTaken: (_taken,)}
"""Question → what this slice answers."""
