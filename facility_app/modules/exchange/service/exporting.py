"""Each export with its own audit row: what it would be, and that it left."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

import sqlalchemy as sa

from facility_app.db.audit import plain_facts
from facility_app.db.capture import last_change, sync_epoch
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.actor import Role
from facility_app.kernel.hiv import Brands
from facility_app.kernel.privacy import TableSpec
from facility_app.modules.exchange import domain
from facility_app.modules.exchange.domain import EXPORT, USUAL_STREAM, Acked, SentState
from facility_app.modules.exchange.queries.status import Books, public_keys
from facility_app.modules.exchange.tables import SyncCheckpoint, SyncKey, SyncReceipt, SyncSent, SyncStream
from facility_app.sync import canonical, export, history, profiles, signing
from facility_app.sync.export import Order, Part, Sticky
from facility_app.sync.fields import STREAM
from facility_app.sync.header import Epoch, Parent
from facility_app.sync.manifest import Boundary, Tally
from facility_app.sync.profiles import SCHEMA, Profile
from facility_app.sync.schemas import schemas
from facility_app.sync.trust import Trust


@dataclass(frozen=True, slots=True)
class BeginExport:
    """What somebody wants to send.

    Attributes:
        app: program and version.
        released_on: when the program was made; an earlier clock is suspect.
        specs: how each table of the program travels.
        stream: profile and recipient domain.
        is_full: everything, even where the last receipt would allow less.
        since: a change to begin at or before, though later ones were acknowledged; None for the last receipt.
        brands: trade names by which a text tells of HIV, besides the words the program knows; such a text stays.
    """

    app: str
    released_on: date
    specs: tuple[TableSpec, ...] = field(repr=False)
    stream: str = USUAL_STREAM
    is_full: bool = False
    since: int | None = None
    brands: Brands = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class ExportDone:
    """What lies in the spool, verified.

    Attributes:
        order: what it was made of.
        parts: its bundles.
    """

    order: Order
    parts: tuple[Part, ...]


def begin_export(uow: UnitOfWork, command: BeginExport) -> Order:
    """What an export of now would be: everything that must be so is asked before a byte is written.

    Args:
        uow: its snapshot is the one the export reads.
        command: what is wanted.

    Raises:
        UserError: ``profile_unknown``, ``profile_not_yet``, ``no_trust``, ``not_enrolled``, ``stream_not_agreed``,
            ``no_authority``, ``too_few_recipients``, ``not_accepted``, ``trust_expired``, ``stream_frozen``.
    """
    require(uow, EXPORT)
    name, metadata = domain.profile_of(command.stream), SyncStream.metadata
    profile = profiles.profile(name, metadata, command.specs)
    profiles.require_sendable(name)
    books = Books(uow.session)
    believed, key = books.trust(), books.key()
    recipients = _agreed(uow, command.stream, profile, believed, key)
    assert key is not None  # noqa: S101 - an enrolled key is there
    connection = uow.session.connection()
    life = connection.execute(sa.select(sync_epoch).order_by(sync_epoch.c.n.desc()).limit(1)).one()
    epoch = Epoch(life.n, life.id)
    stream = books.stream(command.stream, epoch.id)
    # Nobody is known to have anything of this life: everything goes, and where the life began goes along.
    is_unknown = stream is None or stream.acked_kind is Acked.NONE
    is_full = command.is_full or is_unknown or (stream is not None and stream.wants_full)
    if stream is not None and stream.frozen:
        raise domain.stream_frozen(command.stream, stream.frozen)
    first_seq = 1 if stream is None else stream.last_seq + 1
    return Order(
        app=command.app,
        facility=uow.home,
        stream=command.stream,
        profile=profile,
        epoch=epoch,
        is_full=is_full,
        boundaries=_boundaries(uow, epoch, 0 if is_full or stream is None else stream.acked, command.since),
        sticky=tuple(Sticky(one.tbl, one.row_id, one.chg) for one in books.sticky(command.stream)),
        group_id=uow.new_id(),
        first_seq=first_seq,
        prev=None if stream is None else stream.last_header_sha,
        parent=_parent(uow, command.stream, life.n, life.parent_id, life.parent_chg) if is_unknown else None,
        created=uow.now,
        clock=domain.clock_word(uow.now, command.released_on, _latest_known(uow, believed)),
        export_user=uow.actor.user_id,
        secret=key.signing_secret,
        recipients=recipients,
        schemas=schemas(metadata, command.specs) if is_full else {},
        paper_number=domain.paper_number(first_seq, epoch.n, name),
        brands=command.brands,
    )


def record_export(uow: UnitOfWork, done: ExportDone) -> None:
    """Write down that bundles leave: their places in the stream, the checkpoint, and who sent what on what basis.

    Raises:
        ConflictError: ``another_export``: the stream went on since the snapshot.
    """
    require(uow, EXPORT)
    order, last = done.order, done.parts[-1]
    books = Books(uow.session)
    stream = books.stream(order.stream, order.epoch.id)
    if (1 if stream is None else stream.last_seq + 1) != order.first_seq or _epoch_id(uow) != order.epoch.id:
        raise domain.another_export()
    believed = books.trust()
    ours = None if believed is None else believed.facilities.get(uow.home)
    facts = {
        "stream": order.stream,
        "profile": f"{order.profile.name} {order.profile.revision}",
        "kind": str(order.kind),
        "from": str(order.start),
        "to": str(order.end),
        "rows": str(sum(part.rows for part in done.parts)),
        "bundles": " ".join(str(part.header.seq) for part in done.parts),
        "recipients": " ".join(last.header.to),
        "authority": "" if ours is None else ours.authority.get(order.stream, ""),
    }
    with uow.act("exchange.export") as act:
        for fact in plain_facts(facts):
            act.note(fact)
        _keep_checkpoint(uow, order)
        for part in done.parts:
            uow.add(_sent(order, part))
        _go_on(uow, order, last)


def _agreed(
    uow: UnitOfWork, stream: str, profile: Profile, believed: Trust | None, key: SyncKey | None
) -> tuple[str, ...]:
    """Whom it is encrypted to, when everything the province must have agreed to is agreed."""
    if believed is None:
        raise domain.no_trust()
    ours = believed.facilities.get(uow.home)
    listed = [] if ours is None or key is None else [one for one in ours.keys if one.key == key.signing_public]
    if ours is None or not any(one.revoked is None for one in listed):
        raise domain.not_enrolled("" if key is None else public_keys(key).fingerprint)
    if stream not in ours.streams or STREAM.fullmatch(stream) is None:
        raise domain.stream_not_agreed(stream, ours.streams)
    if profile.needs_authority and not ours.authority.get(stream, "").strip():
        raise domain.no_authority(stream)
    if _version(believed.schema) < _version(SCHEMA[1]) or signing.SUITE not in believed.suites:
        raise domain.not_accepted(believed.schema, believed.suites)
    if uow.now > believed.expires + domain.WITHOUT_NEWS and Role.HEAD not in uow.actor.roles:
        raise domain.trust_expired(believed.expires.date())
    found = [believed.recipients_of({use}, uow.now.date()) for use in (domain.PROVINCE, domain.ESCROW)]
    recipients = tuple(dict.fromkeys(one for some in found for one in some))
    if not all(found) or len(recipients) < len(found):
        raise domain.too_few_recipients(len(recipients))
    return recipients


def _version(said: str) -> tuple[int, ...]:
    return tuple(int(one) for one in said.split("."))


def _epoch_id(uow: UnitOfWork) -> str:
    newest = sa.select(sync_epoch.c.id).order_by(sync_epoch.c.n.desc()).limit(1)
    found: str = uow.session.connection().execute(newest).scalar_one()
    return found


def _checkpoints(uow: UnitOfWork, epoch_id: str) -> Sequence[SyncCheckpoint]:
    wanted = sa.select(SyncCheckpoint).where(SyncCheckpoint.epoch_id == epoch_id).order_by(SyncCheckpoint.chg)
    return uow.session.scalars(wanted).all()


def _latest_known(uow: UnitOfWork, believed: Trust | None) -> datetime | None:
    """The last moment somebody else vouched for: a receipt's, or the list's."""
    answered = uow.session.scalar(sa.select(sa.func.max(SyncReceipt.answered_at)))
    told = [one for one in (answered, None if believed is None else believed.issued) if one is not None]
    return max(told, default=None)


def _boundaries(uow: UnitOfWork, epoch: Epoch, acked: int, since: int | None) -> tuple[Boundary, ...]:
    """Digest at the beginning of the range, at each checkpoint since, and at the present end of the log.

    It begins at the last checkpoint not after ``acked`` and, where somebody asks for more, ``since``. Where
    nothing changed since the last checkpoint, that one is the end; else a new one, with fresh chance in it.
    """
    connection = uow.session.connection()
    known = [Boundary(0, history.beginning(epoch))]
    known += [Boundary(one.chg, one.digest) for one in _checkpoints(uow, epoch.id)]
    end = last_change(connection)
    if known[-1].chg != end:
        walked = export.walk_on(connection, known[-1], end)
        known.append(Boundary(end, history.checkpoint(walked, uow.ports.random)))
    start = acked if since is None else min(acked, since)
    first = max(at for at, one in enumerate(known) if one.chg <= start)
    return tuple(known[first:])


def _parent(uow: UnitOfWork, stream: str, n: int, former_id: str | None, former_chg: int | None) -> Parent | None:
    """The last bundle of the life before that this file still knows; None where there was none."""
    if former_id is None or former_chg is None:
        return None
    s = SyncSent
    wanted = sa.select(s).where(s.stream == stream, s.epoch_id == former_id, s.rng_to <= former_chg)
    last = uow.session.scalar(wanted.order_by(s.seq.desc()).limit(1))
    if last is None:
        return None
    c = SyncCheckpoint
    digest = uow.session.scalar(sa.select(c.digest).where(c.epoch_id == former_id, c.chg == last.rng_to))
    return None if digest is None else Parent(Epoch(n - 1, former_id), last.seq, last.header_sha, digest)


def _keep_checkpoint(uow: UnitOfWork, order: Order) -> None:
    """The end of the export, known from now on; streams share what is known, and one place has one digest."""
    known = {one.chg: one.digest for one in _checkpoints(uow, order.epoch.id)}
    last = order.boundaries[-1]
    if known.get(last.chg, last.digest) != last.digest:
        raise domain.another_export()
    if last.chg and last.chg not in known:
        uow.add(SyncCheckpoint(epoch_id=order.epoch.id, chg=last.chg, digest=last.digest))


def _sent(order: Order, part: Part) -> SyncSent:
    return SyncSent(
        stream=order.stream,
        epoch_id=order.epoch.id,
        seq=part.header.seq,
        bundle_id=part.header.bundle_id,
        group_id=order.group_id,
        part=part.header.group.n,
        parts=part.header.group.of,
        is_full=order.is_full,
        header_sha=part.header_sha256,
        rng_from=order.start,
        rng_to=order.end,
        row_count=part.rows,
        counts=counts_said(part.counts),
        phieu_no=order.paper_number,
        file_name=part.name,
        file_sha=part.sha256,
        size_bytes=part.size,
        state=SentState.WRITTEN,
    )


def _go_on(uow: UnitOfWork, order: Order, last: Part) -> None:
    """The stream stands at its last bundle; a new life of the file begins it anew."""
    known = uow.session.scalar(sa.select(SyncStream).where(SyncStream.name == order.stream))
    if known is None:
        known = uow.add(
            SyncStream(
                name=order.stream,
                epoch_id="",
                acked=0,
                acked_kind=Acked.NONE,
                last_seq=last.header.seq,
                last_header_sha=last.header_sha256,
            )
        )
    if known.epoch_id != order.epoch.id:
        known.epoch_id = order.epoch.id
        known.acked, known.acked_kind, known.acked_digest = 0, Acked.NONE, None
        known.receiver_epoch = known.receipt_seq = known.frozen = None
        for one in Books(uow.session).sticky(order.stream):
            one.since_seq = 0  # numbers of bundles begin anew
    if order.is_full:
        known.wants_full = False
    known.last_seq, known.last_header_sha = last.header.seq, last.header_sha256


def counts_said(counts: Mapping[str, Tally]) -> str:
    """Rows and tombstones by table, as the books keep them."""
    return canonical.encode({name: [one.upserts, one.deletions] for name, one in counts.items()}).decode()
