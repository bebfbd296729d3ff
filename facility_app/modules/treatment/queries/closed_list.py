"""The door of the closed list (Luật phòng, chống HIV/AIDS Đ30.2): who may open it for whom, and who has looked."""

from operator import attrgetter
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.actor import Role
from facility_app.kernel.dates import local_date
from facility_app.modules.access.api import GrantKind, LookRow, holds_grant, list_looks
from facility_app.modules.treatment.domain import OPEN_RECORD, READ_HIV

_EXPORT: Final = "treatment.export_health"
LOOKS: Final = frozenset({"treatment.open_infections", "access.use_grant", _EXPORT})
"""Verbs by which somebody saw results of screening, or took them out; each look behind the wall uses a grant."""
_LENT: Final = "access.use_grant"
"""What an emergency lends to health staff who have no grant; using it asks for the reason again."""


def find_key(uow: UnitOfWork, resident_id: str) -> GrantKind | None:
    """The grant the actor would open somebody's part of the closed list with; None: for them it does not exist."""
    require(uow, READ_HIV)
    if Role.HEAD in uow.actor.roles or getattr(uow.actor, "permission_id", "") == _LENT:
        return GrantKind.HIV_TREATING
    today = local_date(uow.now)
    return next((kind for kind in GrantKind if holds_grant(uow, kind, today, resident_id)), None)


def list_screening_looks(uow: UnitOfWork, resident_id: str) -> tuple[LookRow, ...]:
    """Who opened somebody's results of screening, the newest first; for the head, who answers for the list."""
    require(uow, OPEN_RECORD)
    own = [one for one in list_looks(uow, "resident", resident_id) if one.verb in LOOKS]
    # Who took out everybody's took out this person's.
    whole = [one for one in list_looks(uow, "facility_profile", uow.home) if one.verb == _EXPORT]
    return tuple(sorted([*own, *whole], key=attrgetter("at", "entry_id"), reverse=True))
