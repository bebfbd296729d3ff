"""Make the table of targets of SpO2, so that a doctor can order the second scale of NEWS2."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "oxygen_target",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("least", sa.Integer(), nullable=False),
        sa.Column("most", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("ended_at", sa.Text(), nullable=True),
        sa.Column("ended_name", sa.String(length=200), nullable=True),
        sa.Column("end_reason", sa.String(length=200), nullable=True),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("stay_id", sa.String(length=32), nullable=False),
        sa.Column("happened_at", sa.Text(), nullable=False),
        sa.Column("author_name", sa.String(length=200), nullable=False),
        sa.Column("is_late", sa.Boolean(), nullable=False),
        sa.Column("corrects_id", sa.String(length=32), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint("ended_at IS NULL OR ended_at >= happened_at", name=op.f("ck_oxygen_target_span")),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_oxygen_target_resident_id_resident")
        ),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_oxygen_target_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_oxygen_target")),
    )
    op.create_index(op.f("ix_oxygen_target_resident_id"), "oxygen_target", ["resident_id"], unique=False)
    op.create_index(
        "ix_oxygen_target_stay_id_happened_at", "oxygen_target", ["stay_id", "happened_at"], unique=False
    )
