"""Make the table of who was asked for allergies and named none: an empty list spoke of people nobody asked."""

import sqlalchemy as sa
from alembic import op

revision = "0046"
down_revision = "0045"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "allergy_asked",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("asked_at", sa.Text(), nullable=False),
        sa.Column("officer_name", sa.String(length=200), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_allergy_asked_resident_id_resident")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_allergy_asked")),
    )
    op.create_index(op.f("ix_allergy_asked_resident_id"), "allergy_asked", ["resident_id"], unique=False)
