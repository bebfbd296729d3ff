"""What this slice tells papers of a record: orders in words and the last dose of a substitute; never of HIV."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any, Final

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.dates import format_date, local_date
from facility_app.kernel.hiv import Brands, reveals_hiv
from facility_app.modules.medication.domain import VIEW_MAR
from facility_app.modules.medication.domain.orders import ORDER_STATE_LABELS, ROUTE_LABELS, OrderKind, OrderState
from facility_app.modules.medication.domain.protocols import DEVIATION_LABELS, DeviationKind
from facility_app.modules.medication.papers.house import order_text
from facility_app.modules.medication.queries.brands import known_brands
from facility_app.modules.medication.queries.orders import OrderRow, list_orders
from facility_app.modules.medication.queries.programmes import (
    Deviation,
    RunRow,
    find_last_dose,
    list_deviations,
    list_runs,
)
from facility_app.modules.treatment.api import (
    FollowedProtocol,
    LastSubstitute,
    OrderedMedicine,
    WhatSubstituteWasLast,
    WhatWasOrdered,
    WhichProtocolsWere,
)

_OF_DOSES: Final = frozenset({DeviationKind.NOT_TAKEN, DeviationKind.VOMITED})


def _ordered(uow: UnitOfWork, question: WhatWasOrdered) -> tuple[OrderedMedicine, ...]:
    """Orders of the open side of the wall, the oldest first, for whoever may see them at all."""
    if not uow.actor.may(VIEW_MAR):
        return ()
    rows = list_orders(uow, question.resident_id, with_past=True)
    brands = known_brands(uow)
    orders = [
        replace(_openly(told(row), brands), is_running=_is_running(uow, row, question))
        for row in rows
        if not row.medicine.flags.reveals_hiv
    ]
    found = [
        one
        for one in orders
        if one.from_at < question.to_at and (one.until is None or one.until >= question.from_at)
    ]
    return tuple(sorted(found, key=lambda one: (one.ordered_at, one.medicine)))


def _openly(one: OrderedMedicine, brands: Brands) -> OrderedMedicine:
    """Without words that reveal HIV, which a doctor may have typed where they do not belong."""
    return replace(one, end_reason="") if reveals_hiv(one.end_reason, brands=brands) else one


def _is_running(uow: UnitOfWork, row: OrderRow, question: WhatWasOrdered) -> bool:
    if question.left_on is not None:
        return row.was_in_force_on(question.left_on) and not row.was_held_on(question.left_on)
    # Nothing ends the order of a single dose: after its day nobody takes it any more.
    is_past = row.kind is OrderKind.ONCE and local_date(row.starts_at) < local_date(uow.now)
    return row.state is OrderState.VERIFIED and not is_past


def told(row: OrderRow) -> OrderedMedicine:
    """An order as papers of a record tell it."""
    return OrderedMedicine(
        row.ordered_at,
        row.medicine.name,
        order_text(row),
        str(ROUTE_LABELS[row.route]).lower(),
        row.prescriber,
        row.starts_at,
        min((one for one in (row.ends_at, row.ended_at) if one is not None), default=None),
        row.state is OrderState.VERIFIED,
        row.end_reason or "",
        row.ended_by or "",
        str(ORDER_STATE_LABELS[row.state]),
        row.order_id,
    )


def _last_substitute(uow: UnitOfWork, question: WhatSubstituteWasLast) -> LastSubstitute | None:
    found = find_last_dose(uow, question.resident_id) if uow.actor.may(VIEW_MAR) else None
    if found is None:
        return None
    return LastSubstitute(found.medicine, found.started_on, found.last_on, found.dose, found.missed_days)


def _protocols(uow: UnitOfWork, question: WhichProtocolsWere) -> tuple[FollowedProtocol, ...]:
    """Templates are told by their names; of deviations, what was ordered otherwise."""
    if not uow.actor.may(VIEW_MAR):
        return ()
    brands = known_brands(uow)
    return tuple(
        FollowedProtocol(
            run.protocol.row.text,
            run.started_on,
            run.doctor,
            run.ended_on,
            "" if reveals_hiv(run.end_reason, brands=brands) else run.end_reason or "",
            tuple(_deviation(run, one) for one in list_deviations(uow, run.run_id) if one.kind not in _OF_DOSES),
        )
        for run in reversed(list_runs(uow, question.resident_id))
        if question.first <= run.started_on <= question.last
    )


def _deviation(run: RunRow, one: Deviation) -> str:
    said = f"{one.name} – {str(DEVIATION_LABELS[one.kind]).lower()}"
    if one.day is None:
        return said
    return f"{said} {format_date(run.started_on + timedelta(days=one.day - 1))}"


ANSWERS: Final[Mapping[type, tuple[Callable[[Any, Any], Any], ...]]] = {
    WhatWasOrdered: (_ordered,),
    WhatSubstituteWasLast: (_last_substitute,),
    WhichProtocolsWere: (_protocols,),
}
"""Question → what this slice answers."""
