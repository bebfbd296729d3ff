"""The books of the receiver: bundles and how far they came, streams, boundaries, receipts, rows not taken."""

from typing import Final

import sqlalchemy as sa

from facility_app.db.types import ID_LENGTH, UtcDatetime

SCHEMA_VERSION: Final = "1"
"""Of these tables; another one needs a step of its own."""
HASH: Final = 64
_FACILITY: Final = 35
_STREAM: Final = 50
_CODE: Final = 40
_WORD: Final = 200
_ENDS: Final = _STREAM + HASH + 1


def _facility() -> sa.Column[str]:
    return sa.Column("fac", sa.String(_FACILITY), nullable=False)


def _stream() -> sa.Column[str]:
    return sa.Column("stream", sa.String(_STREAM), nullable=False)


METADATA: Final = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)
STATION: Final = sa.Table(
    "recv_station",
    METADATA,
    sa.Column("name", sa.String(_CODE), primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)
"""Who receives: code, epoch, version of the books, root keys compared on paper."""
TRUST: Final = sa.Table(
    "recv_trust",
    METADATA,
    sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("document", sa.Text, nullable=False),
    sa.Column("taken_at", UtcDatetime, nullable=False),
)
BUNDLE: Final = sa.Table(
    "recv_bundle",
    METADATA,
    sa.Column("file_sha", sa.String(HASH), primary_key=True),
    sa.Column("job", sa.Integer, nullable=False, unique=True),
    sa.Column("state", sa.String(_CODE), nullable=False, index=True),
    sa.Column("code", sa.String(_CODE)),
    sa.Column("part_said", sa.String(_WORD)),
    sa.Column("file_name", sa.String(_WORD), nullable=False),
    sa.Column("size_bytes", sa.BigInteger, nullable=False),
    sa.Column("received_at", UtcDatetime, nullable=False),
    sa.Column("deliveries", sa.Integer, nullable=False),
    sa.Column("header_sha", sa.String(HASH), index=True),
    sa.Column("header", sa.Text),
    sa.Column("fac", sa.String(_FACILITY), index=True),
    sa.Column("stream", sa.String(_STREAM)),
    sa.Column("epoch_id", sa.String(ID_LENGTH)),
    sa.Column("epoch_n", sa.Integer),
    sa.Column("seq", sa.Integer),
    sa.Column("group_id", sa.String(ID_LENGTH), index=True),
    sa.Column("skew_s", sa.BigInteger),
    sa.Column("payload_at", sa.BigInteger),
    sa.Column("manifest", sa.Text),
    sa.Column("row_count", sa.BigInteger),
    sa.Column("remarks", sa.Text),
)
"""One file; ``header`` and ``manifest`` as they came, ``remarks`` the codes of what was odd and taken."""
STREAM: Final = sa.Table(
    "recv_stream",
    METADATA,
    _facility(),
    _stream(),
    sa.Column("epoch_id", sa.String(ID_LENGTH)),
    sa.Column("epoch_n", sa.Integer),
    sa.Column("cursor", sa.BigInteger, nullable=False),
    sa.Column("frozen", sa.String(_CODE)),
    sa.Column("last_seen_at", UtcDatetime, nullable=False),
    sa.Column("applied_at", UtcDatetime),
    sa.Column("approved", sa.String(ID_LENGTH)),
    sa.PrimaryKeyConstraint("fac", "stream"),
)
"""``approved``: an epoch somebody agreed to although it does not follow the one that is known."""
BOUNDARY: Final = sa.Table(
    "recv_boundary",
    METADATA,
    _facility(),
    _stream(),
    sa.Column("epoch_id", sa.String(ID_LENGTH), nullable=False),
    sa.Column("chg", sa.BigInteger, nullable=False),
    sa.Column("digest", sa.String(HASH), nullable=False),
    sa.PrimaryKeyConstraint("fac", "stream", "epoch_id", "chg"),
)
"""Every boundary of every bundle applied (goi-v1 §3.7)."""
EPOCH: Final = sa.Table(
    "recv_epoch",
    METADATA,
    _facility(),
    _stream(),
    sa.Column("epoch_id", sa.String(ID_LENGTH), nullable=False),
    sa.Column("n", sa.Integer, nullable=False),
    sa.Column("begun_at", UtcDatetime, nullable=False),
    sa.PrimaryKeyConstraint("fac", "stream", "epoch_id"),
)
RECEIPT: Final = sa.Table(
    "recv_receipt",
    METADATA,
    _facility(),
    sa.Column("epoch_n", sa.Integer, nullable=False),
    sa.Column("seq", sa.Integer, nullable=False),
    sa.Column("header_sha", sa.String(HASH), nullable=False, index=True),
    sa.Column("stage", sa.String(_CODE), nullable=False),
    sa.Column("result", sa.String(_CODE), nullable=False),
    sa.Column("codes", sa.String(_WORD), nullable=False),
    sa.Column("own_sha", sa.String(HASH), nullable=False),
    sa.Column("file_name", sa.String(_WORD), nullable=False),
    sa.Column("bundle", sa.LargeBinary, nullable=False),
    sa.Column("made_at", UtcDatetime, nullable=False),
    sa.Column("is_laid_out", sa.Boolean(create_constraint=False), nullable=False),
    sa.Column("ends", sa.String(_ENDS)),
    sa.PrimaryKeyConstraint("fac", "epoch_n", "seq"),
)
"""``header_sha`` is the bundle that is answered, ``own_sha`` the receipt's own name; ``bundle`` the file itself.

``ends`` is the stream and the digest where the answered bundle ended, of an applied one: it is given again,
byte for byte, to whoever sends what ends there.
"""
APPLY: Final = sa.Table(
    "recv_apply",
    METADATA,
    sa.Column("header_sha", sa.String(HASH), nullable=False),
    sa.Column("tbl", sa.String(_CODE), nullable=False),
    *(sa.Column(name, sa.BigInteger, nullable=False) for name in ("new", "upd", "same", "del", "park", "rej")),
    sa.Column("applied_at", UtcDatetime, nullable=False),
    sa.PrimaryKeyConstraint("header_sha", "tbl"),
)
PARKED: Final = sa.Table(
    "recv_parked",
    METADATA,
    _facility(),
    _stream(),
    sa.Column("tbl", sa.String(_CODE), nullable=False),
    sa.Column("id", sa.String(ID_LENGTH), nullable=False),
    sa.Column("c", sa.BigInteger, nullable=False),
    sa.Column("epoch_n", sa.Integer, nullable=False),
    sa.Column("code", sa.String(_CODE), nullable=False),
    sa.Column("ptr", sa.String(_WORD), nullable=False),
    sa.Column("line", sa.Text, nullable=False),
    sa.Column("header_sha", sa.String(HASH), nullable=False),
    sa.Column("since", UtcDatetime, nullable=False),
    sa.PrimaryKeyConstraint("fac", "stream", "tbl", "id"),
)
"""Rows not taken, until a later state of them is; those that wait for the person they are about have ``E_REF``."""
BAD: Final = sa.Table(
    "stg_bad",
    METADATA,
    sa.Column("job", sa.Integer, nullable=False, index=True),
    sa.Column("tbl", sa.String(_CODE), nullable=False),
    sa.Column("id", sa.String(ID_LENGTH), nullable=False),
    sa.Column("c", sa.BigInteger, nullable=False),
    sa.Column("code", sa.String(_CODE), nullable=False),
    sa.Column("ptr", sa.String(_WORD), nullable=False),
    sa.Column("line", sa.Text, nullable=False),
)
"""Rows not taken, of bundles that wait to be applied."""
