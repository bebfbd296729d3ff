"""What the receiver knows of a stream, from its books and back into them (goi-v1 §3.7)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from facility_app.receiver import books
from facility_app.receiver.states import UNOPENED, State
from facility_app.sync import history
from facility_app.sync.header import Epoch, Header
from facility_app.sync.manifest import Manifest
from facility_app.sync.streams import StreamState


def row_of(connection: sa.Connection, facility: str, stream: str) -> Any:
    """The stream's row, or None."""
    s = books.STREAM
    return connection.execute(sa.select(s).where(s.c.fac == facility, s.c.stream == stream)).one_or_none()


def note_seen(connection: sa.Connection, header: Header, now: datetime) -> None:
    """A bundle of the stream whose signature held arrived."""
    s = books.STREAM
    if row_of(connection, header.facility, header.stream) is None:
        connection.execute(
            sa.insert(s), {"fac": header.facility, "stream": header.stream, "cursor": 0, "last_seen_at": now}
        )
        return
    set_(connection, header, last_seen_at=now)


def set_(connection: sa.Connection, header: Header, **values: Any) -> None:
    """Write into the stream's row."""
    s = books.STREAM
    connection.execute(
        sa.update(s).where(s.c.fac == header.facility, s.c.stream == header.stream).values(**values)
    )


def state_of(connection: sa.Connection, header: Header) -> StreamState:
    """What is known of the stream a bundle belongs to; before anything was applied, of the bundle's epoch."""
    row = row_of(connection, header.facility, header.stream)
    is_begun = row is not None and row.epoch_id is not None
    epoch = Epoch(row.epoch_n, row.epoch_id) if is_begun else None
    of = header.epoch.id if epoch is None else epoch.id
    b = books.BOUNDARY
    known = sa.select(b.c.chg, b.c.digest).where(
        b.c.fac == header.facility, b.c.stream == header.stream, b.c.epoch_id == of
    )
    return StreamState(
        epoch,
        row.cursor if is_begun else 0,
        {one.chg: one.digest for one in connection.execute(known)},
        seen_in(connection, header, of),
    )


def seen_in(connection: sa.Connection, header: Header, epoch_id: str) -> dict[int, str]:
    """Number → name of every bundle of a stream's epoch whose signature held; of two the one that came first."""
    u = books.BUNDLE
    seen = (
        sa.select(u.c.seq, u.c.header_sha)
        .where(u.c.fac == header.facility, u.c.stream == header.stream, u.c.epoch_id == epoch_id)
        .order_by(u.c.job.desc())
    )
    return {one.seq: one.header_sha for one in connection.execute(seen)}


def stands_at(connection: sa.Connection, header: Header) -> tuple[str, int, str]:
    """Epoch, change and digest where the receiver stands in a stream; the beginning, before anything came."""
    state = state_of(connection, header)
    if state.epoch is None:
        return header.epoch.id, 0, history.beginning(header.epoch)
    return state.epoch.id, state.cursor, state.boundaries[state.cursor]


def go_on(connection: sa.Connection, header: Header, manifest: Manifest, now: datetime) -> None:
    """The stream stands at a bundle's end; every boundary of it is kept, or late ones look like a rollback."""
    b, e = books.BOUNDARY, books.EPOCH
    mine = {"fac": header.facility, "stream": header.stream, "epoch_id": header.epoch.id}
    said = {0: history.beginning(header.epoch)} | {one.chg: one.digest for one in manifest.boundaries}
    is_mine = [b.c[name] == value for name, value in mine.items()]
    there = set(connection.scalars(sa.select(b.c.chg).where(*is_mine)))
    fresh = [{**mine, "chg": chg, "digest": digest} for chg, digest in said.items() if chg not in there]
    if fresh:
        connection.execute(sa.insert(b), fresh)
    known = sa.select(e).where(*(e.c[name] == value for name, value in mine.items()))
    if connection.execute(known).one_or_none() is None:
        connection.execute(sa.insert(e), {**mine, "n": header.epoch.n, "begun_at": now})
    set_(
        connection,
        header,
        epoch_id=header.epoch.id,
        epoch_n=header.epoch.n,
        cursor=manifest.end,
        frozen=None,
        approved=None,
        applied_at=now,
    )


def waiting_parts(connection: sa.Connection, header: Header) -> Sequence[Any]:
    """The bundles of a bundle's group whose rows wait to be applied, in the order of their numbers."""
    u = books.BUNDLE
    mine = sa.select(u).where(
        u.c.fac == header.facility,
        u.c.stream == header.stream,
        u.c.epoch_id == header.epoch.id,
        u.c.group_id == header.group.id,
        u.c.state.in_((State.STAGED, State.HELD)),
        sa.or_(u.c.code.is_(None), u.c.code.not_in(UNOPENED)),
    )
    return connection.execute(mine.order_by(u.c.seq, u.c.job)).all()


def find_stopped(connection: sa.Connection, sha256: str) -> Any:
    """A bundle that was set aside or stopped, by its file's SHA-256 or its own name; None where there is none."""
    u = books.BUNDLE
    named = sa.or_(u.c.file_sha == sha256, u.c.header_sha == sha256)
    stopped = u.c.state.in_((State.QUARANTINED, State.FROZEN))
    return connection.execute(sa.select(u).where(named, stopped)).one_or_none()


def has_other_file(connection: sa.Connection, header_sha: str, file_sha: str) -> bool:
    """Whether another file is this very bundle."""
    u = books.BUNDLE
    found = sa.select(u.c.job).where(u.c.header_sha == header_sha, u.c.file_sha != file_sha).limit(1)
    return connection.execute(found).one_or_none() is not None
