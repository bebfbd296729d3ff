"""What this slice tells the record of somebody's care: doses for a chart, what cannot be taken; never of HIV."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.dates import local_date
from facility_app.kernel.hiv import Brands, reveals_hiv
from facility_app.modules.medication.domain import VIEW_MAR
from facility_app.modules.medication.domain.checks import AllergySeverity
from facility_app.modules.medication.domain.outcomes import OUTCOME_LABELS, TAKEN, Outcome
from facility_app.modules.medication.queries.brands import known_brands
from facility_app.modules.medication.queries.charts import Charts
from facility_app.modules.medication.queries.history import find_asked, list_allergies
from facility_app.modules.medication.tables import SIDES
from facility_app.modules.treatment.api import (
    READ_EVENTS,
    RECORD_EVENTS,
    AskedForAllergies,
    GivenDose,
    Intolerance,
    WhatIsNotTolerated,
    WhatWasGiven,
    WhoAskedForAllergies,
)

EVENT_RIGHTS: Final = (READ_EVENTS, RECORD_EVENTS)
"""What whoever is offered to write down a serious event may do."""


def _given(uow: UnitOfWork, question: WhatWasGiven) -> tuple[GivenDose, ...]:
    """Doses of the open side of the wall, for whoever may see them at all."""
    if not uow.actor.may(VIEW_MAR):
        return ()
    d, shown, brands = SIDES[0].doses, _open_medicines(uow), known_brands(uow)
    columns = (d.given_at, d.medicine_id, d.amount, d.outcome, d.vomited_at, d.order_id)
    asked = sa.select(*columns, d.reason, d.vomited_note, d.officer_name).where(
        d.resident_id == question.resident_id,
        d.medicine_id.in_([*shown]),
        # The day a dose was due finds it by the index; when it was given decides.
        d.due_on.between(local_date(question.from_at), local_date(question.to_at)),
        d.given_at.between(question.from_at, question.to_at),
        d.voided_at.is_(None),
    )
    rows = uow.session.execute(asked.order_by(d.given_at, d.id))
    return tuple(_dose(shown[row.medicine_id], row, brands) for row in rows)


def _not_tolerated(uow: UnitOfWork, question: WhatIsNotTolerated) -> tuple[Intolerance, ...]:
    if not uow.actor.may(VIEW_MAR):
        return ()
    return tuple(
        Intolerance(one.substance, one.reaction or "", one.severity is AllergySeverity.SEVERE)
        for one in list_allergies(uow, question.resident_id)
    )


def _asked(uow: UnitOfWork, question: WhoAskedForAllergies) -> tuple[AskedForAllergies, ...] | None:
    if not uow.actor.may(VIEW_MAR):
        return None
    found = find_asked(uow, question.resident_id)
    return () if found is None else (AskedForAllergies(found.at, found.by),)


def _open_medicines(uow: UnitOfWork) -> Mapping[str, Any]:
    """Medicines that reveal nothing, also where an old dose of one that does lies on the open side."""
    found = Charts(uow).medicines
    return {medicine_id: one for medicine_id, one in found.items() if not one.flags.reveals_hiv}


def _dose(medicine: Any, row: Any, brands: Brands) -> GivenDose:
    # A dose that came up later keeps its outcome in the book; a chart says what became of it in the end.
    became = row.outcome if row.vomited_at is None else Outcome.VOMITED
    why = row.reason if row.vomited_at is None else row.vomited_note
    return GivenDose(
        row.given_at,
        medicine.generic,
        medicine.measure.dose_text(row.amount) if row.amount else "",
        row.amount,
        row.outcome in TAKEN,
        OUTCOME_LABELS[became],
        became is Outcome.VOMITED,
        row.vomited_at,
        row.order_id,
        "" if reveals_hiv(why, brands=brands) else why or "",
        row.officer_name,
    )


ANSWERS: Final[Mapping[type, tuple[Callable[[Any, Any], Any], ...]]] = {
    WhatWasGiven: (_given,),
    WhatIsNotTolerated: (_not_tolerated,),
    WhoAskedForAllergies: (_asked,),
}
"""Question → what this slice answers."""
