"""How the exchange stands: streams, what waits to be sent, keys and the list that is believed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from facility_app.db.capture import epoch, last_change
from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.exchange.domain import USUAL_STREAM, VIEW_EXCHANGE, Acked
from facility_app.modules.exchange.tables import SyncKey, SyncSticky, SyncStream, SyncTrust
from facility_app.sync import trust
from facility_app.sync.header import Header
from facility_app.sync.outcomes import BundleRefused, Outcome
from facility_app.sync.signing import key_id
from facility_app.sync.trust import Trust


@dataclass(frozen=True, slots=True)
class StreamRow:
    """One stream.

    Attributes:
        acked: the last change the receiver is known to have, and how that is known.
        last_seq: of the last bundle; 0 before the first.
        waiting: changes since ``acked``.
        sticky: rows that go along once more.
        frozen: why nothing more is sent; None while all is well.
    """

    name: str
    acked: int
    acked_kind: Acked
    last_seq: int
    waiting: int
    sticky: int
    frozen: str | None = None


@dataclass(frozen=True, slots=True)
class PublicKeys:
    """What others must know of this facility.

    Attributes:
        signing: 32 bytes.
        signer: how headers name it.
        recipient: ``age1…``.
        fingerprint: of both, for comparing on paper: eight groups of four.
    """

    signing: bytes
    signer: str
    recipient: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Status:
    """How the exchange stands.

    Attributes:
        epoch_id: the life of the file.
        last_chg: the last change of the file.
        streams: of this life; the usual one also before its first bundle.
        keys: None before they were made.
        trust_version: of the list that is believed; None for none.
        trust_expires: its last day.
    """

    epoch_id: str
    last_chg: int
    streams: tuple[StreamRow, ...]
    keys: PublicKeys | None
    trust_version: int | None
    trust_expires: datetime | None


@dataclass(frozen=True, slots=True)
class Books:
    """Reads of the slice's own tables, for its verbs; who calls has asked for the right."""

    session: Session

    def stream(self, name: str, epoch_id: str) -> SyncStream | None:
        """The stream, where it began in this life of the file."""
        found = self.session.scalar(sa.select(SyncStream).where(SyncStream.name == name))
        return found if found is not None and found.epoch_id == epoch_id else None

    def key(self) -> SyncKey | None:
        """The pair that signs now."""
        wanted = sa.select(SyncKey).where(SyncKey.retired_at.is_(None), SyncKey.voided_at.is_(None))
        return self.session.scalar(wanted.order_by(SyncKey.id.desc()).limit(1))

    def trust(self) -> Trust | None:
        """The list that is believed: it was verified when it was taken."""
        wanted = sa.select(SyncTrust.document).order_by(SyncTrust.number.desc()).limit(1)
        found = self.session.scalar(wanted)
        return None if found is None else trust.believed(found.encode())

    def sticky(self, stream: str) -> Sequence[SyncSticky]:
        """Rows that go along once more."""
        wanted = sa.select(SyncSticky).where(SyncSticky.stream == stream, SyncSticky.voided_at.is_(None))
        return self.session.scalars(wanted.order_by(SyncSticky.chg)).all()


def get_status(uow: UnitOfWork) -> Status:
    """How the exchange stands."""
    require(uow, VIEW_EXCHANGE)
    connection = uow.session.connection()
    now, last = epoch(connection), last_change(connection)
    books = Books(uow.session)
    known = uow.session.scalars(sa.select(SyncStream).where(SyncStream.epoch_id == now).order_by(SyncStream.name))
    streams = tuple(_stream_row(one, last, len(books.sticky(one.name))) for one in known)
    list_in_use = books.trust()
    key = books.key()
    return Status(
        now,
        last,
        streams or (StreamRow(USUAL_STREAM, 0, Acked.NONE, 0, last, 0),),
        None if key is None else public_keys(key),
        None if list_in_use is None else list_in_use.version,
        None if list_in_use is None else list_in_use.expires,
    )


def public_keys(key: SyncKey) -> PublicKeys:
    """What others must know of a pair."""
    said = trust.fingerprint(key.signing_public, key.age_recipient)
    return PublicKeys(key.signing_public, key_id(key.signing_public), key.age_recipient, said)


def _stream_row(one: SyncStream, last: int, sticky: int) -> StreamRow:
    return StreamRow(one.name, one.acked, one.acked_kind, one.last_seq, last - one.acked, sticky, one.frozen)


def get_signing_key(uow: UnitOfWork, header: Header) -> bytes:
    """The public key a bundle names: one of this facility's own, or one the list believes.

    Raises:
        BundleRefused: ``E_KEY_UNKNOWN``, ``E_KEY_REVOKED``, ``E_SUITE``.
    """
    require(uow, VIEW_EXCHANGE)
    if header.facility == uow.home:
        for public in uow.session.scalars(sa.select(SyncKey.signing_public)):
            if key_id(public) == header.signer:
                return public
    believed = Books(uow.session).trust()
    if believed is None:
        raise BundleRefused(Outcome.KEY_UNKNOWN, header.signer)
    return believed.signing_key(header)
