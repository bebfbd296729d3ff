"""The books of the exchange: streams, checkpoints, bundles sent, rows to send again, keys, trust lists.

They stay in this file: a backup carries them, a bundle never does.
"""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, Record, kept
from facility_app.db.types import ID_LENGTH
from facility_app.kernel.privacy import Privacy
from facility_app.modules.exchange.domain import Acked, SentState

HASH = 64
STREAM = 50


class SyncStream(Record, Base):
    """Luồng gửi: one profile to one recipient domain.

    Attributes:
        name: ``P2@province``.
        epoch_id: the life of the file the numbers below are of; another one begins anew.
        acked: the last change the receiver has applied; acked_kind, acked_digest how and as what it is known.
        last_seq, last_header_sha: the last bundle of the stream.
        receiver_epoch, receipt_seq: the last receipt taken.
    """

    __tablename__ = "sync_stream"

    name: Mapped[str] = kept(Privacy.ADMIN, sa.String(STREAM), unique=True)
    epoch_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))
    acked: Mapped[int] = kept(Privacy.ADMIN, sa.BigInteger)
    acked_kind: Mapped[Acked] = kept(Privacy.ADMIN)
    acked_digest: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(HASH))
    last_seq: Mapped[int] = kept(Privacy.ADMIN)
    last_header_sha: Mapped[str] = kept(Privacy.ADMIN, sa.String(HASH))
    receiver_epoch: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))
    receipt_seq: Mapped[int | None] = kept(Privacy.ADMIN)


class SyncCheckpoint(Record, Base):
    """Where an export ended, and the digest of the log there; it cannot be made again."""

    __tablename__ = "sync_checkpoint"
    __table_args__ = (sa.UniqueConstraint("epoch_id", "chg"),)

    epoch_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))
    chg: Mapped[int] = kept(Privacy.ADMIN, sa.BigInteger)
    digest: Mapped[str] = kept(Privacy.ADMIN, sa.String(HASH))


class SyncSent(Record, Base):
    """Gói đã lập: one bundle.

    Attributes:
        group_id, part, parts: which part of which export.
        rng_from, rng_to: the changes it carries.
        file_name, file_sha, size_bytes: of the file.
        phieu_no: number of the paper that goes along.
    """

    __tablename__ = "sync_sent"
    __table_args__ = (sa.UniqueConstraint("stream", "epoch_id", "seq"),)

    stream: Mapped[str] = kept(Privacy.ADMIN, sa.String(STREAM))
    epoch_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))
    seq: Mapped[int] = kept(Privacy.ADMIN)
    bundle_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))
    group_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))
    part: Mapped[int] = kept(Privacy.ADMIN)
    parts: Mapped[int] = kept(Privacy.ADMIN)
    is_full: Mapped[bool] = kept(Privacy.ADMIN)
    header_sha: Mapped[str] = kept(Privacy.ADMIN, sa.String(HASH), unique=True)
    rng_from: Mapped[int] = kept(Privacy.ADMIN, sa.BigInteger)
    rng_to: Mapped[int] = kept(Privacy.ADMIN, sa.BigInteger)
    row_count: Mapped[int] = kept(Privacy.ADMIN, sa.BigInteger)
    file_name: Mapped[str] = kept(Privacy.ADMIN, sa.String(80))
    file_sha: Mapped[str] = kept(Privacy.ADMIN, sa.String(HASH))
    size_bytes: Mapped[int] = kept(Privacy.ADMIN, sa.BigInteger)
    phieu_no: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(80))
    state: Mapped[SentState] = kept(Privacy.ADMIN)


class SyncSticky(Record, Base):
    """A row the receiver did not take: it goes along with each export until it is taken or struck out."""

    __tablename__ = "sync_sticky"
    __table_args__ = (sa.UniqueConstraint("stream", "tbl", "row_id"),)

    stream: Mapped[str] = kept(Privacy.ADMIN, sa.String(STREAM))
    tbl: Mapped[int] = kept(Privacy.ADMIN)
    row_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))
    chg: Mapped[int] = kept(Privacy.ADMIN, sa.BigInteger)
    code: Mapped[str] = kept(Privacy.ADMIN, sa.String(40))


class SyncKey(Record, Base):
    """Khóa của cơ sở: one pair to sign with and one to be written to, in the encrypted file alone.

    Attributes:
        signing_public, age_recipient: for everybody.
        retired_at: from when another pair signs.
    """

    __tablename__ = "sync_key"

    signing_public: Mapped[bytes] = kept(Privacy.PUBLIC, sa.LargeBinary, unique=True)
    age_recipient: Mapped[str] = kept(Privacy.PUBLIC, sa.String(80))
    signing_secret: Mapped[bytes] = kept(Privacy.SECRET, sa.LargeBinary)
    age_identity: Mapped[str] = kept(Privacy.SECRET, sa.String(120))
    retired_at: Mapped[datetime | None] = kept(Privacy.ADMIN)


class SyncTrust(Record, Base):
    """Danh sách tin cậy: each list that was taken, as it came."""

    __tablename__ = "sync_trust"

    number: Mapped[int] = kept(Privacy.ADMIN, sa.BigInteger, unique=True)
    document: Mapped[str] = kept(Privacy.ADMIN, sa.Text)
