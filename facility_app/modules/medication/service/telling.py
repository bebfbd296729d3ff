"""What this slice tells behind the wall of HIV: a look that is kept, for a paper handed to one person."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from facility_app.db.uow import UnitOfWork
from facility_app.modules.access.api import GrantKind
from facility_app.modules.medication.domain import SEE_PRIVATE_LINES
from facility_app.modules.medication.domain.checks import AllergySeverity
from facility_app.modules.medication.domain.orders import OrderState
from facility_app.modules.medication.papers.telling import told
from facility_app.modules.medication.queries.orders import OrderRow
from facility_app.modules.medication.service.looking import OpenPerson, open_private_allergies, open_private_orders
from facility_app.modules.treatment.api import (
    Intolerance,
    OrderedMedicine,
    WhatIsNotToleratedPrivately,
    WhatIsOrderedPrivately,
)


def _private(uow: UnitOfWork, question: WhatIsOrderedPrivately) -> tuple[OrderedMedicine, ...] | None:
    """Orders that reveal HIV, the oldest first; None for whoever may not see them."""
    if not uow.actor.may(SEE_PRIVATE_LINES):
        return None
    grant = GrantKind(question.grant)
    asked = OpenPerson(question.resident_id, question.purpose, with_past=True, grant=grant)
    rows = open_private_orders(uow, asked)
    found = [told(row) for row in rows if _is_meant(row, question)]
    return tuple(sorted(found, key=lambda one: (one.ordered_at, one.medicine)))


def _is_meant(row: OrderRow, question: WhatIsOrderedPrivately) -> bool:
    """Whether it is taken now, or was until the person left; one no pharmacist verified is not."""
    if question.left_on is not None:
        return row.was_in_force_on(question.left_on)
    return row.verified_at is not None and row.state is not OrderState.ENDED


def _not_tolerated(uow: UnitOfWork, question: WhatIsNotToleratedPrivately) -> tuple[Intolerance, ...] | None:
    """Allergies behind the wall; None for whoever may not see them."""
    if not uow.actor.may(SEE_PRIVATE_LINES):
        return None
    asked = OpenPerson(question.resident_id, question.purpose, grant=GrantKind(question.grant))
    return tuple(
        Intolerance(one.substance, one.reaction or "", one.severity is AllergySeverity.SEVERE)
        for one in open_private_allergies(uow, asked)
    )


ANSWERS: Final[Mapping[type, tuple[Callable[[Any, Any], Any], ...]]] = {
    WhatIsOrderedPrivately: (_private,),
    WhatIsNotToleratedPrivately: (_not_tolerated,),
}
"""Question → what this slice answers."""
