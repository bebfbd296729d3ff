"""Make the table of medicine the family brings, with prescription, decision and end (NĐ 163/2026 Đ114.5)."""

import sqlalchemy as sa
from alembic import op

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "external_medicine",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("stay_id", sa.String(length=32), nullable=False),
        sa.Column("brought_by", sa.String(length=200), nullable=False),
        sa.Column("relation", sa.String(length=40), nullable=False),
        sa.Column("medicine", sa.String(length=200), nullable=False),
        sa.Column("strength", sa.String(length=200), nullable=True),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("unit", sa.String(length=40), nullable=False),
        sa.Column("lot", sa.String(length=200), nullable=True),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("prescriber", sa.String(length=200), nullable=True),
        sa.Column("prescribed_at", sa.String(length=200), nullable=True),
        sa.Column("prescription_no", sa.String(length=200), nullable=True),
        sa.Column("prescribed_on", sa.Date(), nullable=True),
        sa.Column("received_at", sa.Text(), nullable=False),
        sa.Column("received_by", sa.String(length=200), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("decided_at", sa.Text(), nullable=True),
        sa.Column("decided_by", sa.String(length=200), nullable=True),
        sa.Column("refusal", sa.String(length=200), nullable=True),
        sa.Column("ended_at", sa.Text(), nullable=True),
        sa.Column("ended_by", sa.String(length=200), nullable=True),
        sa.Column("ended_how", sa.String(length=32), nullable=True),
        sa.Column("ended_quantity", sa.Integer(), nullable=True),
        sa.Column("ended_with", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint("quantity > 0", name=op.f("ck_external_medicine_quantity")),
        sa.CheckConstraint(
            "(state = 'received') = (decided_at IS NULL)", name=op.f("ck_external_medicine_decided")
        ),
        sa.CheckConstraint(
            "state <> 'accepted' OR (prescriber IS NOT NULL AND prescribed_at IS NOT NULL "
            "AND prescribed_on IS NOT NULL)",
            name=op.f("ck_external_medicine_prescribed"),
        ),
        sa.CheckConstraint(
            "ended_quantity IS NULL OR ended_quantity BETWEEN 1 AND quantity",
            name=op.f("ck_external_medicine_ended"),
        ),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_external_medicine_resident_id_resident")
        ),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_external_medicine_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_external_medicine")),
    )
    op.create_index(op.f("ix_external_medicine_resident_id"), "external_medicine", ["resident_id"], unique=False)
    op.create_index(op.f("ix_external_medicine_stay_id"), "external_medicine", ["stay_id"], unique=False)
