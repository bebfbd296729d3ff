"""What was sent; read at each start, so it knows nothing of keys and seals."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.exchange.domain import VIEW_EXCHANGE, SentState
from facility_app.modules.exchange.tables import SyncSent


@dataclass(frozen=True, slots=True)
class SentRow:
    """One bundle that was written."""

    stream: str
    seq: int
    part: int
    parts: int
    is_full: bool
    start: int
    end: int
    rows: int
    file_name: str
    file_sha256: str
    size_bytes: int
    made_at: datetime
    state: SentState
    paper_number: str


def list_sent(uow: UnitOfWork, limit: int = 50) -> tuple[SentRow, ...]:
    """The last bundles that were written, the latest first."""
    require(uow, VIEW_EXCHANGE)
    s = SyncSent
    rows = uow.session.scalars(sa.select(s).order_by(s.id.desc()).limit(limit))
    return tuple(
        SentRow(
            **{name: getattr(one, name) for name in ("stream", "seq", "part", "parts", "is_full", "file_name")},
            **_renamed(one),
        )
        for one in rows
    )


def _renamed(one: SyncSent) -> dict[str, Any]:
    return {
        "start": one.rng_from,
        "end": one.rng_to,
        "rows": one.row_count,
        "file_sha256": one.file_sha,
        "size_bytes": one.size_bytes,
        "made_at": one.created_at,
        "state": one.state,
        "paper_number": one.phieu_no or "",
    }


def list_arrived(uow: UnitOfWork, before: datetime) -> tuple[str, ...]:
    """Names of the bundles written before a moment that a receipt says were applied: they need not be kept."""
    require(uow, VIEW_EXCHANGE)
    s = SyncSent
    wanted = sa.select(s.file_name).where(s.state == SentState.APPLIED, s.created_at < before)
    return tuple(uow.session.scalars(wanted))


def find_sent_name(uow: UnitOfWork, file_sha256: str) -> str | None:
    """What a bundle that was put into the books is called; None for a file they do not know."""
    require(uow, VIEW_EXCHANGE)
    wanted = sa.select(SyncSent.file_name).where(SyncSent.file_sha == file_sha256)
    return uow.session.scalar(wanted)
