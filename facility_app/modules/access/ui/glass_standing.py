"""What the page of emergencies shows: what may be borrowed, and what is lent now."""

from dataclasses import dataclass, field
from typing import Any

from facility_app.modules.access.domain import Lendable, LentActor
from facility_app.modules.access.queries import SecurityRow, find_lent_actor, get_security, list_lendable
from facility_app.modules.access.ui.house import House


@dataclass(frozen=True, slots=True)
class Standing:
    """What the page shows.

    Attributes:
        lendable: what the actor may borrow.
        lent: what is lent now.
        person: whom that is about, in words.
        security: for how long anything is lent.
    """

    lendable: tuple[Lendable, ...]
    lent: LentActor | None
    person: str = field(repr=False)
    security: SecurityRow


def read_standing(house: House, uow: Any) -> Standing:
    """All of it from one snapshot."""
    lent = find_lent_actor(uow)
    about = None if lent is None else lent.resident_id
    person = house.names(uow, (about,)).get(about, "")
    return Standing(list_lendable(uow), lent, person, get_security(uow))
