"""What was lent in emergencies: the list that stays red, and the borrower's own right."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Self

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from facility_app.db.page import Listing, ids, rows_of
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.names import fold
from facility_app.kernel.paging import Look, Sort
from facility_app.modules.access.domain import (
    BREAK_GLASS,
    ENTER,
    GRANT_RULES,
    REVIEW_BREAK_GLASS,
    USE_GRANT,
    Lendable,
    LentActor,
    WhatMayBeLent,
)
from facility_app.modules.access.tables import BreakGlass, UserAccount


@dataclass(frozen=True, slots=True)
class BreakGlassRow:
    """One emergency.

    Attributes:
        permission: id of the permission lent.
        resident_id: about whom; None when about no single person.
        until_at: when it ends at the latest.
        ended_at: when it ended before that; None when it did not.
        acknowledged_at: when somebody answerable looked at it; None: it is red.
    """

    break_glass_id: str
    version: int
    user_id: str
    user_name: str
    permission: str
    resident_id: str | None = field(repr=False)
    reason: str = field(repr=False)
    started_at: datetime
    until_at: datetime
    ended_at: datetime | None
    acknowledged_at: datetime | None
    acknowledged_by: str | None
    acknowledgement: str | None = field(repr=False)

    @property
    def is_red(self) -> bool:
        """Whether nobody has answered for it yet."""
        return self.acknowledged_at is None

    def is_running(self, now: datetime) -> bool:
        """Whether the permission is lent at ``now``."""
        return self.ended_at is None and now < self.until_at

    @classmethod
    def by_id(cls, uow: UnitOfWork, break_glass_id: str) -> Self:
        """The emergency, which is there; for whoever broke the glass, or answers for it."""
        (found,) = rows_of(uow.session, _listing(), (break_glass_id,), cls)
        return found


def list_break_glass_ids(uow: UnitOfWork, look: Look) -> tuple[str, ...]:
    """Ids of every emergency, those nobody answered for first, then the newest.

    ``look.filters``: ``state`` is ``red`` or ``acknowledged``. ``look.text`` is looked for in the account's name.

    Raises:
        UserError: ``bad_sort``.
    """
    require(uow, REVIEW_BREAK_GLASS)
    wanted: list[sa.ColumnElement[bool]] = [UserAccount.name_fold.contains(fold(look.text), autoescape=True)]
    if "state" in look.filters:
        is_red = BreakGlass.acknowledged_at.is_(None)
        wanted.append(is_red if look.filters["state"] == "red" else sa.not_(is_red))
    return ids(uow.session, _listing(*wanted), look.sorts)


def list_break_glass_rows(uow: UnitOfWork, wanted: Sequence[str]) -> tuple[BreakGlassRow, ...]:
    """Those emergencies, in the order asked for."""
    require(uow, REVIEW_BREAK_GLASS)
    return rows_of(uow.session, _listing(), wanted, BreakGlassRow)


def count_red_break_glass(uow: UnitOfWork) -> int:
    """How many emergencies nobody has answered for."""
    require(uow, REVIEW_BREAK_GLASS)
    return _red(uow)


def count_alarms_to_answer(uow: UnitOfWork) -> int:
    """How many emergencies wait for an answer of the actor's office; none for whoever answers none."""
    require(uow, ENTER)
    return _red(uow) if uow.actor.may(REVIEW_BREAK_GLASS) else 0


def _red(uow: UnitOfWork) -> int:
    red = sa.select(sa.func.count()).select_from(BreakGlass).where(BreakGlass.acknowledged_at.is_(None))
    return uow.session.execute(red).scalar_one()


def find_lent_actor(uow: UnitOfWork) -> LentActor | None:
    """The actor with what is lent to them now; None when nothing is. Whoever opens units of work uses it."""
    require(uow, BREAK_GLASS)
    b, actor = BreakGlass, uow.actor
    running = sa.and_(b.user_id == actor.user_id, b.ended_at.is_(None), b.until_at > uow.now)
    row = uow.session.execute(sa.select(b.id, b.permission, b.until_at, b.resident_id).where(running)).first()
    return None if row is None else LentActor(actor.user_id, actor.roles, actor.device, *row)


def list_lendable(uow: UnitOfWork) -> tuple[Lendable, ...]:
    """What the actor's roles may break the glass for."""
    require(uow, BREAK_GLASS)
    answered = (one for many in uow.ask(WhatMayBeLent()) for one in many)
    return tuple(one for one in answered if not uow.actor.roles.isdisjoint(one.to))


def answer_what_may_be_lent(uow: UnitOfWork, _question: WhatMayBeLent) -> tuple[Lendable, ...]:
    """What this slice lends: a look that the care team has a grant for."""
    require(uow, BREAK_GLASS)
    lent_to = frozenset(role for rule in GRANT_RULES.values() for role in rule.lent_to)
    return (Lendable(USE_GRANT, lent_to),)


def _listing(*wanted: sa.ColumnElement[bool]) -> Listing:
    b, reviewer = BreakGlass, aliased(UserAccount)
    columns: tuple[Any, ...] = (
        b.id, b.version, b.user_id, UserAccount.name, b.permission, b.resident_id, b.reason, b.started_at,
        b.until_at, b.ended_at, b.acknowledged_at, reviewer.name, b.acknowledgement,
    )  # fmt: skip
    found = sa.select(*columns).join_from(b, UserAccount, UserAccount.id == b.user_id)
    found = found.outerjoin(reviewer, reviewer.id == b.acknowledged_by).where(b.voided_at.is_(None), *wanted)
    table, account = BreakGlass.__table__.c, UserAccount.__table__.c
    sorts: dict[str, sa.ColumnElement[Any]] = {
        "is_answered": sa.case((table.acknowledged_at.is_(None), 0), else_=1),
        "started_at": table.started_at,
        "user_name": account.name_fold,
    }
    return Listing(found, table.id, sorts, (Sort("is_answered"), Sort("started_at", descending=True)))
