"""Make the tables of the house itself: identity, audit trail, outbox, search rows, settings."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "audit_entry",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("user_id", sa.String(length=32), nullable=False),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("verb", sa.String(length=80), nullable=False),
        sa.Column("caused_by", sa.String(length=32), nullable=True),
        sa.Column("table_name", sa.String(length=80), nullable=True),
        sa.Column("record_id", sa.String(length=32), nullable=True),
        sa.Column("values_digest", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_audit_entry")),
        sa.UniqueConstraint("id", name=op.f("uq_audit_entry_id")),
    )
    op.create_index("ix_audit_entry_at", "audit_entry", ["at"], unique=False)
    op.create_index(
        "ix_audit_entry_table_name_record_id", "audit_entry", ["table_name", "record_id"], unique=False
    )
    op.create_table(
        "search_row",
        sa.Column("n", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("table_name", sa.String(length=80), nullable=False),
        sa.Column("row_id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_search_row")),
        sa.UniqueConstraint("table_name", "row_id", name=op.f("uq_search_row_table_name_row_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "setting_value",
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("owner", sa.String(length=80), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", "owner", name=op.f("pk_setting_value")),
    )
    op.create_table(
        "sync_change",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("tbl", sa.Integer(), nullable=False),
        sa.Column("row_id", sa.String(length=32), nullable=False),
        sa.Column("op", sa.String(length=1), nullable=False),
        sa.CheckConstraint("op IN ('I', 'U', 'D')", name=op.f("ck_sync_change_op")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_sync_change")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "sync_epoch",
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("started_at", sa.Text(), nullable=False),
        sa.Column("reason", sa.String(length=32), nullable=False),
        sa.Column("parent_id", sa.String(length=32), nullable=True),
        sa.Column("parent_chg", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_sync_epoch")),
        sa.UniqueConstraint("id", name=op.f("uq_sync_epoch_id")),
    )
    op.create_table(
        "sync_ownership",
        sa.Column("transfer_id", sa.String(length=32), nullable=False),
        sa.Column("own_ver", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("from_home", sa.String(length=35), nullable=False),
        sa.Column("to_home", sa.String(length=35), nullable=False),
        sa.Column("decision_no", sa.String(length=80), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "state IN ('OFFERED', 'ACCEPTED', 'CANCELLED', 'RULED')", name=op.f("ck_sync_ownership_state")
        ),
        sa.PrimaryKeyConstraint("transfer_id", "own_ver", "state", name=op.f("pk_sync_ownership")),
    )
    op.create_index(op.f("ix_sync_ownership_resident_id"), "sync_ownership", ["resident_id"], unique=False)
    op.create_table(
        "sync_table",
        sa.Column("k", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.PrimaryKeyConstraint("k", name=op.f("pk_sync_table")),
        sa.UniqueConstraint("name", name=op.f("uq_sync_table_name")),
    )
    op.create_table(
        "tombstone",
        sa.Column("tbl", sa.Integer(), nullable=False),
        sa.Column("row_id", sa.String(length=32), nullable=False),
        sa.Column("chg", sa.Integer(), nullable=False),
        sa.Column("why", sa.String(length=8), nullable=False),
        sa.PrimaryKeyConstraint("tbl", "row_id", name=op.f("pk_tombstone")),
    )
    op.create_table(
        "vault",
        sa.Column("only", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("db_uuid", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.CheckConstraint("only = 1", name=op.f("ck_vault_one_row")),
        sa.PrimaryKeyConstraint("only", name=op.f("pk_vault")),
    )
    op.create_table(
        "audit_value",
        sa.Column("entry_seq", sa.Integer(), nullable=False),
        sa.Column("ord", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(length=80), nullable=False),
        sa.Column("record_id", sa.String(length=32), nullable=False),
        sa.Column("column_name", sa.String(length=80), nullable=False),
        sa.Column("privacy", sa.String(length=16), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.Column("salt", sa.LargeBinary(), nullable=True),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_seq"], ["audit_entry.seq"], name=op.f("fk_audit_value_entry_seq_audit_entry")
        ),
        sa.PrimaryKeyConstraint("entry_seq", "ord", name=op.f("pk_audit_value")),
    )
    op.create_index(
        "ix_audit_value_table_name_record_id", "audit_value", ["table_name", "record_id"], unique=False
    )
