"""Make the table of health checks: once a year (NĐ 163/2026 Đ114.1) and before leaving (Đ88.1)."""

import sqlalchemy as sa
from alembic import op

revision = "0045"
down_revision = "0044"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "health_check",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("stay_id", sa.String(length=32), nullable=False),
        sa.Column("happened_at", sa.Text(), nullable=False),
        sa.Column("author_name", sa.String(length=200), nullable=False),
        sa.Column("is_late", sa.Boolean(), nullable=False),
        sa.Column("corrects_id", sa.String(length=32), nullable=True),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("examiner", sa.String(length=200), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("mind", sa.Text(), nullable=False),
        sa.Column("verdict", sa.String(length=32), nullable=False),
        sa.Column("advice", sa.Text(), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_health_check_resident_id_resident")
        ),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_health_check_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_health_check")),
    )
    op.create_index(op.f("ix_health_check_resident_id"), "health_check", ["resident_id"], unique=False)
    op.create_index(
        op.f("ix_health_check_stay_id_happened_at"), "health_check", ["stay_id", "happened_at"], unique=False
    )
