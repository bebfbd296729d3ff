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
from facility_app.sync.receipts import Result, Stage

HASH = 64
STREAM = 50
CODE = 40


class SyncStream(Record, Base):
    """Luồng gửi: one profile to one recipient domain.

    Attributes:
        name: ``P2@province``.
        epoch_id: the life of the file the numbers below are of; another one begins anew.
        acked: the last change the receiver has applied; acked_kind, acked_digest how and as what it is known.
        last_seq, last_header_sha: the last bundle of the stream.
        receiver_epoch, receipt_seq: the newest receipt taken.
        frozen: why nothing more is sent in this life of the file; None while all is well.
        wants_full: whether the next export carries everything, whatever was acknowledged.
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
    frozen: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(CODE))
    wants_full: Mapped[bool] = kept(Privacy.ADMIN, default=False, server_default=sa.false())


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
        counts: table → rows and tombstones it carries, as JSON; None in books kept before receipts.
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
    counts: Mapped[str | None] = kept(Privacy.ADMIN, sa.Text)
    file_name: Mapped[str] = kept(Privacy.ADMIN, sa.String(80))
    file_sha: Mapped[str] = kept(Privacy.ADMIN, sa.String(HASH))
    size_bytes: Mapped[int] = kept(Privacy.ADMIN, sa.BigInteger)
    phieu_no: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(80))
    state: Mapped[SentState] = kept(Privacy.ADMIN)


class SyncSticky(Record, Base):
    """Dòng gửi lại: a row the receiver did not take; it goes along with each export until it is taken.

    Attributes:
        code, pointer: why, and where in the line.
        since_seq: the last bundle that was written before this was known; later ones carry the row.
    """

    __tablename__ = "sync_sticky"
    __table_args__ = (sa.UniqueConstraint("stream", "tbl", "row_id"),)

    stream: Mapped[str] = kept(Privacy.ADMIN, sa.String(STREAM))
    tbl: Mapped[int] = kept(Privacy.ADMIN)
    row_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))
    chg: Mapped[int] = kept(Privacy.ADMIN, sa.BigInteger)
    code: Mapped[str] = kept(Privacy.ADMIN, sa.String(CODE))
    pointer: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(250))
    since_seq: Mapped[int] = kept(Privacy.ADMIN, default=0, server_default="0")


class SyncReceipt(Record, Base):
    """Biên nhận: one answer of the receiver that was taken.

    Attributes:
        receiver, epoch_n, epoch_id, seq, header_sha: its place in the receiver's chain.
        stream, stream_epoch, bundle_seq: which bundle it answers.
        codes: what it says, parted by spaces.
        cursor: where the receiver stood.
        answered_at: the receiver's time.
    """

    __tablename__ = "sync_receipt"
    __table_args__ = (sa.UniqueConstraint("receiver", "epoch_id", "seq"),)

    receiver: Mapped[str] = kept(Privacy.ADMIN, sa.String(STREAM))
    epoch_n: Mapped[int] = kept(Privacy.ADMIN)
    epoch_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))
    seq: Mapped[int] = kept(Privacy.ADMIN)
    header_sha: Mapped[str] = kept(Privacy.ADMIN, sa.String(HASH), unique=True)
    stream: Mapped[str] = kept(Privacy.ADMIN, sa.String(STREAM))
    stream_epoch: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))
    bundle_seq: Mapped[int] = kept(Privacy.ADMIN)
    stage: Mapped[Stage] = kept(Privacy.ADMIN)
    result: Mapped[Result] = kept(Privacy.ADMIN)
    codes: Mapped[str] = kept(Privacy.ADMIN, sa.Text)
    cursor: Mapped[int] = kept(Privacy.ADMIN, sa.BigInteger)
    answered_at: Mapped[datetime] = kept(Privacy.ADMIN)


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
