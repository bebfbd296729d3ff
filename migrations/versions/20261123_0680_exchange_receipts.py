"""Make the book of receipts; streams, bundles and rows sent again know what an answer needs (goi-v1 §3.12)."""

import sqlalchemy as sa
from alembic import op

revision = "0043"
down_revision = "0042"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sync_receipt",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("receiver", sa.String(length=50), nullable=False),
        sa.Column("epoch_n", sa.Integer(), nullable=False),
        sa.Column("epoch_id", sa.String(length=32), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("header_sha", sa.String(length=64), nullable=False),
        sa.Column("stream", sa.String(length=50), nullable=False),
        sa.Column("stream_epoch", sa.String(length=32), nullable=False),
        sa.Column("bundle_seq", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(length=32), nullable=False),
        sa.Column("result", sa.String(length=32), nullable=False),
        sa.Column("codes", sa.Text(), nullable=False),
        sa.Column("cursor", sa.BigInteger(), nullable=False),
        sa.Column("answered_at", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sync_receipt")),
        sa.UniqueConstraint("header_sha", name=op.f("uq_sync_receipt_header_sha")),
        sa.UniqueConstraint("receiver", "epoch_id", "seq", name=op.f("uq_sync_receipt_receiver_epoch_id_seq")),
    )
    op.add_column("sync_stream", sa.Column("frozen", sa.String(length=40), nullable=True))
    op.add_column("sync_stream", sa.Column("wants_full", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("sync_sent", sa.Column("counts", sa.Text(), nullable=True))
    op.add_column("sync_sticky", sa.Column("pointer", sa.String(length=250), nullable=True))
    op.add_column("sync_sticky", sa.Column("since_seq", sa.Integer(), server_default="0", nullable=False))
