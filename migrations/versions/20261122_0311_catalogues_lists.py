"""Widen the facility's profile to what papers print; make the tables of decided parameters and working days."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name, length in (
        ("parent_name", 200),
        ("abbreviation", 200),
        ("place_name", 200),
        ("commune_code", 5),
        ("address", 200),
        ("phone", 30),
    ):
        op.add_column("facility_profile", sa.Column(name, sa.String(length=length), nullable=True))
    op.create_table(
        "parameter_edit",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("regime", sa.String(length=32), nullable=True),
        sa.Column("value", sa.String(length=60), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("article", sa.String(length=200), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        *_stamps(),
        sa.CheckConstraint("valid_to IS NULL OR valid_from <= valid_to", name=op.f("ck_parameter_edit_span")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_parameter_edit")),
    )
    op.create_index("ix_parameter_edit_key", "parameter_edit", ["key"])
    op.create_table(
        "working_day_edit",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        *_stamps(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_working_day_edit")),
    )
    op.create_index(
        "ux_working_day_edit_live",
        "working_day_edit",
        ["day"],
        unique=True,
        sqlite_where=sa.text("voided_at IS NULL"),
    )


def _stamps() -> list[sa.Column[object]]:
    return [
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
    ]
