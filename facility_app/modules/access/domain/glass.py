"""Breaking the glass: a right lent for minutes to whoever says why; everybody who must know hears of it."""

from dataclasses import dataclass
from datetime import datetime

from typing_extensions import override

from facility_app.kernel.actor import Actor, Permission, Role


@dataclass(frozen=True, slots=True)
class WhatMayBeLent:
    """Question to every slice: which of your permissions may be lent in an emergency? Answers: ``Lendable``."""


@dataclass(frozen=True, slots=True)
class Lendable:
    """A permission that may be lent.

    Attributes:
        permission: which.
        to: roles that may break the glass for it.
    """

    permission: Permission
    to: frozenset[Role]


@dataclass(frozen=True, slots=True)
class LentActor(Actor):
    """A signed-in person with one permission more, for a while.

    Attributes:
        break_glass_id: the record of the emergency, which is also the id of its entry in the trail.
        permission_id: what was lent.
        until_at: until when; each unit of work looks again, so the clock of a screen decides nothing.
        resident_id: the one person it is about; None when it is about no single one.
    """

    break_glass_id: str
    permission_id: str
    until_at: datetime
    resident_id: str | None

    @override
    def may(self, permission: Permission) -> bool:
        """Whether a role holds ``permission``, or it is the one lent."""
        # No super(): a dataclass with slots is a second class, and super() would look for the first.
        return Actor.may(self, permission) or permission.id == self.permission_id

    @property
    def own_self(self) -> Actor:
        """The same person with nothing lent."""
        return Actor(self.user_id, self.roles, self.device)
