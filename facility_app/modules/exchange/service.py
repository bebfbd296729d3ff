"""Verbs of the exchange: keys, the list of whom this facility believes, and each export with its own audit row."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import sqlalchemy as sa

from facility_app.db.audit import plain_facts
from facility_app.db.capture import last_change, sync_epoch
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.actor import Role
from facility_app.kernel.privacy import TableSpec
from facility_app.modules.exchange import domain
from facility_app.modules.exchange.domain import EXPORT, KEEP_TRUST, USUAL_STREAM, Acked, SentState
from facility_app.modules.exchange.queries.status import Books, PublicKeys, public_keys
from facility_app.modules.exchange.tables import SyncCheckpoint, SyncKey, SyncSent, SyncStream, SyncTrust
from facility_app.sync import export, history, profiles, sealing, signing, trust
from facility_app.sync.export import Order, Part, Sticky
from facility_app.sync.fields import STREAM
from facility_app.sync.header import Epoch, Parent
from facility_app.sync.manifest import Boundary
from facility_app.sync.profiles import SCHEMA, Profile
from facility_app.sync.schemas import schemas
from facility_app.sync.trust import Trust

KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class BeginExport:
    """What somebody wants to send.

    Attributes:
        app: program and version.
        released_on: when the program was made; an earlier clock is suspect.
        specs: how each table of the program travels.
        stream: profile and recipient domain.
        is_full: everything, even where the last receipt would allow less.
    """

    app: str
    released_on: date
    specs: tuple[TableSpec, ...] = field(repr=False)
    stream: str = USUAL_STREAM
    is_full: bool = False


@dataclass(frozen=True, slots=True)
class ExportDone:
    """What lies in the spool, verified.

    Attributes:
        order: what it was made of.
        parts: its bundles.
    """

    order: Order
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class TakeTrust:
    """A list the province signed.

    Attributes:
        document: as it came.
        pinned: root keys compared on paper; for the first list.
        threshold: how many of them must have signed it.
    """

    document: bytes = field(repr=False)
    pinned: tuple[bytes, ...] = ()
    threshold: int = 2


def make_keys(uow: UnitOfWork) -> PublicKeys:
    """The facility's keys, made where there are none; the trail names their public halves only."""
    require(uow, KEEP_TRUST)
    known = Books(uow.session).key()
    if known is not None:
        return public_keys(known)
    secret = uow.ports.random(KEY_BYTES)
    identity, recipient = sealing.new_identity()
    public = signing.public_of(secret)
    made, now, by = uow.new_id(), uow.now, uow.actor.user_id
    with uow.act("exchange.make_keys") as act:
        act.table, act.record_id = SyncKey.__tablename__, made
        for fact in plain_facts({"public_key": public.hex(), "recipient": recipient}):
            act.note(fact)
        # Not by a record: its values would be written to the trail, and these are secret.
        uow.session.execute(
            sa.insert(SyncKey).values(
                id=made,
                signing_public=public,
                age_recipient=recipient,
                signing_secret=secret,
                age_identity=identity,
                created_at=now,
                created_by=by,
                updated_at=now,
                updated_by=by,
                version=1,
            )
        )
    found = Books(uow.session).key()
    assert found is not None  # noqa: S101 - it was written above
    return public_keys(found)


def take_trust(uow: UnitOfWork, command: TakeTrust) -> Trust:
    """Believe a newer list; the one in use stays when this one is refused.

    Raises:
        BundleRefused: ``H_TRUST``.
    """
    require(uow, KEEP_TRUST)
    current = Books(uow.session).trust()
    new = trust.accept(command.document, current, command.pinned, command.threshold)
    if new == current:
        return new
    with uow.act("exchange.take_trust") as act:
        for fact in plain_facts({"number": str(new.version), "expires": new.expires.date().isoformat()}):
            act.note(fact)
        uow.add(SyncTrust(number=new.version, document=command.document.decode()))
    return new


def begin_export(uow: UnitOfWork, command: BeginExport) -> Order:
    """What an export of now would be: everything that must be so is asked before a byte is written.

    Args:
        uow: its snapshot is the one the export reads.
        command: what is wanted.

    Raises:
        UserError: ``profile_unknown``, ``profile_not_yet``, ``no_trust``, ``not_enrolled``, ``stream_not_agreed``,
            ``no_authority``, ``too_few_recipients``, ``not_accepted``, ``trust_expired``.
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
    is_full = command.is_full or is_unknown
    return Order(
        app=command.app,
        facility=uow.home,
        stream=command.stream,
        profile=profile,
        epoch=epoch,
        is_full=is_full,
        boundaries=_boundaries(uow, epoch, 0 if is_full or stream is None else stream.acked),
        sticky=tuple(Sticky(one.tbl, one.row_id, one.chg) for one in books.sticky(command.stream)),
        group_id=uow.new_id(),
        first_seq=1 if stream is None else stream.last_seq + 1,
        prev=None if stream is None else stream.last_header_sha,
        parent=_parent(uow, command.stream, life.n, life.parent_id, life.parent_chg) if is_unknown else None,
        created=uow.now,
        clock=domain.clock_word(uow.now, command.released_on, None if believed is None else believed.issued),
        export_user=uow.actor.user_id,
        secret=key.signing_secret,
        recipients=recipients,
        schemas=schemas(metadata, command.specs) if is_full else {},
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


def _boundaries(uow: UnitOfWork, epoch: Epoch, start: int) -> tuple[Boundary, ...]:
    """Digest at the beginning of the range, at each checkpoint since, and at the present end of the log.

    Where nothing changed since the last checkpoint, that one is the end; else a new one, with fresh chance in it.
    """
    connection = uow.session.connection()
    known = [Boundary(0, history.beginning(epoch))]
    known += [Boundary(one.chg, one.digest) for one in _checkpoints(uow, epoch.id)]
    end = last_change(connection)
    if known[-1].chg != end:
        walked = export.walk_on(connection, known[-1], end)
        known.append(Boundary(end, history.checkpoint(walked, uow.ports.random)))
    return tuple(one for one in known if one.chg >= start)


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
        file_name=part.name,
        file_sha=part.sha256,
        size_bytes=part.size,
        state=SentState.WRITTEN,
    )


def _go_on(uow: UnitOfWork, order: Order, last: Part) -> None:
    """The stream stands at its last bundle; a new life of the file begins it anew."""
    known = uow.session.scalar(sa.select(SyncStream).where(SyncStream.name == order.stream))
    if known is None:
        known = uow.add(SyncStream(name=order.stream, epoch_id="", acked=0, acked_kind=Acked.NONE))
    if known.epoch_id != order.epoch.id:
        known.epoch_id = order.epoch.id
        known.acked, known.acked_kind, known.acked_digest = 0, Acked.NONE, None
        known.receiver_epoch = known.receipt_seq = None
    known.last_seq, known.last_header_sha = last.header.seq, last.header_sha256
