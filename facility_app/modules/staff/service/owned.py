"""What belongs to one person: posts, authorities, certificates; found together, and ended together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork
from facility_app.modules.staff.domain import PostKind
from facility_app.modules.staff.tables import StaffAuthority, StaffCertificate, StaffPost

OwnedT = TypeVar("OwnedT", StaffPost, StaffAuthority, StaffCertificate)
_POST_ORDER = list(PostKind)


@dataclass(frozen=True, slots=True)
class Owned:
    """The live entries of one person within one unit of work; for verbs that have asked for their right."""

    uow: UnitOfWork
    member_id: str

    def all(self, kind: type[OwnedT]) -> Sequence[OwnedT]:
        """Every live entry of a kind, the oldest first."""
        return self._live(kind)

    def posts_on(self, day: date) -> list[StaffPost]:
        """The posts held on ``day``, the highest first."""
        is_held = StaffPost.to_on.is_(None) | (StaffPost.to_on >= day)
        held = self._live(StaffPost, StaffPost.from_on <= day, is_held)
        return sorted(held, key=lambda post: (_POST_ORDER.index(post.kind), post.id))

    def end_posts(self, last: date, reason: str) -> None:
        """Let no post last longer than ``last``."""
        for post in self._live(StaffPost, StaffPost.to_on.is_(None) | (StaffPost.to_on > last)):
            self.end(post, last, reason)

    def end_authorities(self, last: date, reason: str) -> None:
        """Let no authority last longer than ``last``."""
        is_longer = StaffAuthority.to_on.is_(None) | (StaffAuthority.to_on > last)
        for authority in self._live(StaffAuthority, is_longer):
            self.end(authority, last, reason)

    def end(self, entry: StaffPost | StaffAuthority, last: date, reason: str) -> None:
        """Let ``entry`` last until ``last``, or strike it out when it would only begin after that."""
        if entry.from_on > last:
            self.uow.void(entry, reason)
        else:
            entry.to_on = last

    def _live(self, kind: type[OwnedT], *wanted: sa.ColumnElement[bool]) -> Sequence[OwnedT]:
        asked = sa.select(kind).where(kind.member_id == self.member_id, kind.voided_at.is_(None), *wanted)
        return self.uow.session.scalars(asked.order_by(kind.id)).all()
