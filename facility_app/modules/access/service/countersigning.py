"""Somebody else's agreement within one's own session: asked for by name and password, demanded by a verb."""

from dataclasses import dataclass, field

import sqlalchemy as sa

from facility_app.db.audit import ValueChange, audit_value
from facility_app.db.uow import Act, UnitOfWork, require
from facility_app.kernel.actor import Role
from facility_app.kernel.privacy import Privacy
from facility_app.modules.access.domain import (
    COUNTERSIGN,
    Countersign,
    countersign_missing,
    countersign_must_change,
    countersign_refused,
    countersign_role,
    countersign_same_person,
    with_doors,
)
from facility_app.modules.access.queries import UserRow

COLUMN = "countersigned"
"""The value by which the trail names whoever agreed."""


@dataclass(frozen=True, slots=True)
class AskCountersign:
    """A second person gives name and password for one verb.

    Attributes:
        verb: the verb's id.
        roles: any of them is needed.
        name: as typed.
        password: as typed.
    """

    verb: str
    roles: frozenset[Role]
    name: str
    password: str = field(repr=False)


def countersign(uow: UnitOfWork, command: AskCountersign) -> Countersign:
    """Check the second person; a reading unit of work will do. A wrong password counts as a failed try of theirs.

    Raises:
        UserError: ``countersign_same_person``, ``countersign_refused``, ``countersign_must_change``,
            ``countersign_role``.
        EnvironmentFault: ``unknown_device`` when that person never signed in on this machine.
    """
    require(uow, COUNTERSIGN)
    found = UserRow.named(uow.session, command.name)
    if found is not None and found.user_id == uow.actor.user_id:
        raise countersign_same_person()
    # The password is tried for an unknown name too: what takes as long tells nothing.
    is_right = with_doors(uow.ports.key_slots).check(command.name, command.password)
    if found is None or found.is_disabled or not is_right:
        raise countersign_refused()
    if found.must_change_password:
        raise countersign_must_change(found.name)
    if command.roles.isdisjoint(found.roles):
        raise countersign_role(found.name, command.roles)
    by = uow.actor.user_id
    return Countersign(uow.new_id(), command.verb, by, found.user_id, found.name, found.roles, uow.now)


def require_countersign(uow: UnitOfWork, act: Act, given: Countersign | None, roles: frozenset[Role]) -> None:
    """Refuse the verb under way unless a second person agreed to it just now; the trail then names them in it.

    Args:
        uow: the unit of work.
        act: the verb under way.
        given: what ``countersign`` answered; None when nobody was asked.
        roles: any of them is needed; the account is looked at again.

    Raises:
        UserError: ``countersign_missing`` also for one that is stale, used before, or for another verb or actor;
            ``countersign_same_person``; ``countersign_role``.
    """
    require(uow, COUNTERSIGN)
    if given is None or (given.verb, given.by_user_id) != (act.verb, uow.actor.user_id):
        raise countersign_missing(roles)
    if given.user_id == uow.actor.user_id:
        raise countersign_same_person()
    if not given.is_fresh(uow.now) or _was_used(uow, given):
        raise countersign_missing(roles)
    stands = UserRow.named(uow.session, given.user_name)
    if stands is None or stands.is_disabled or roles.isdisjoint(stands.roles):
        raise countersign_role(given.user_name, roles)
    act.note(ValueChange("user_account", given.user_id, COLUMN, Privacy.ADMIN, None, given.id))


def _was_used(uow: UnitOfWork, given: Countersign) -> bool:
    v = audit_value.c
    entry = sa.select(v.ord).where(v.table_name == "user_account", v.record_id == given.user_id)
    return uow.session.scalar(entry.where(v.column_name == COLUMN, v.after == given.id).limit(1)) is not None
