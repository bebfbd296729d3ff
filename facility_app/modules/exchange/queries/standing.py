"""How far the province is known to have everything; read at each start, so it knows nothing of keys and seals."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from facility_app.db.capture import epoch, last_change
from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.exchange.domain import VIEW_EXCHANGE, Acked, Lateness, lateness
from facility_app.modules.exchange.tables import SyncSent, SyncSticky, SyncStream


@dataclass(frozen=True, slots=True)
class StreamStanding:
    """How far the receiver of one stream is known to have it.

    Attributes:
        name: of the stream.
        acked_kind: how that is known.
        known_at: when the last bundle that is known to have arrived was written; None while none is.
        first_unanswered_at: when the oldest bundle nobody answered was written; None for none.
        sent_at: when the last bundle was written.
        unsent: changes since the last bundle.
        missing: changes since the last one that is known to have arrived.
        unanswered: bundles written, and not known to have arrived.
        returned: rows the receiver did not take.
        frozen: why nothing more is sent; None while all is well.
    """

    name: str
    acked_kind: Acked
    known_at: datetime | None
    first_unanswered_at: datetime | None
    sent_at: datetime
    unsent: int
    missing: int
    unanswered: int
    returned: int
    frozen: str | None

    def late(self, now: datetime) -> Lateness:
        """How late it is: by what arrived, or by what waits first where nothing did."""
        return lateness(self.known_at or self.first_unanswered_at or self.sent_at, now)


def get_standing(uow: UnitOfWork) -> tuple[StreamStanding, ...]:
    """Each stream of this life of the file that has sent something, in the order of their names."""
    require(uow, VIEW_EXCHANGE)
    connection = uow.session.connection()
    now, last = epoch(connection), last_change(connection)
    known = uow.session.scalars(sa.select(SyncStream).where(SyncStream.epoch_id == now).order_by(SyncStream.name))
    return tuple(_standing(uow, one, last) for one in known)


def _standing(uow: UnitOfWork, one: SyncStream, last: int) -> StreamStanding:
    s = SyncSent
    is_known = one.acked_kind is not Acked.NONE
    arrived = sa.and_(s.rng_to <= one.acked, sa.literal(is_known))
    waits = sa.case((sa.not_(arrived), s.created_at))
    wanted = sa.select(
        sa.func.max(sa.case((arrived, s.created_at))),
        sa.func.min(waits),
        sa.func.count(waits),
        sa.func.max(s.created_at),
        sa.func.max(s.rng_to),
    ).where(s.stream == one.name, s.epoch_id == one.epoch_id)
    known_at, first_unanswered_at, unanswered, sent_at, end = uow.session.execute(wanted).one()
    sticky = sa.select(sa.func.count()).where(SyncSticky.stream == one.name, SyncSticky.voided_at.is_(None))
    return StreamStanding(
        name=one.name,
        acked_kind=one.acked_kind,
        known_at=known_at,
        first_unanswered_at=first_unanswered_at,
        sent_at=sent_at,
        unsent=last - end,
        missing=last - one.acked,
        unanswered=unanswered,
        returned=uow.session.scalar(sticky) or 0,
        frozen=one.frozen,
    )
