"""Make the tables of labour's sheets and results: hours, income and costs, closed months, each person's share."""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "labour_month",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.Column("income_vnd", sa.BigInteger(), nullable=False),
        sa.Column("cost_vnd", sa.BigInteger(), nullable=False),
        sa.Column("food_vnd", sa.BigInteger(), nullable=False),
        sa.Column("living_vnd", sa.BigInteger(), nullable=False),
        sa.Column("residents_vnd", sa.BigInteger(), nullable=False),
        sa.Column("culture_vnd", sa.BigInteger(), nullable=False),
        sa.Column("percents", sa.String(length=20), nullable=False),
        sa.Column("share_key", sa.String(length=32), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("people_count", sa.Integer(), nullable=False),
        sa.Column("loss_note", sa.String(length=200), nullable=True),
        sa.Column("officer_name", sa.String(length=200), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "food_vnd + living_vnd + residents_vnd + culture_vnd = MAX(income_vnd - cost_vnd, 0)",
            name=op.f("ck_labour_month_split"),
        ),
        sa.CheckConstraint("income_vnd >= cost_vnd OR loss_note IS NOT NULL", name=op.f("ck_labour_month_loss")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_labour_month")),
        sa.UniqueConstraint("home", "first_on", name=op.f("uq_labour_month_home_first_on")),
    )
    op.create_table(
        "labour_sheet",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("work_type_id", sa.String(length=32), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("starts_minute", sa.Integer(), nullable=False),
        sa.Column("ends_minute", sa.Integer(), nullable=False),
        sa.Column("rest_minutes", sa.Integer(), nullable=False),
        sa.Column("officer_name", sa.String(length=200), nullable=False),
        sa.Column("note", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["team_id"], ["labour_team.id"], name=op.f("fk_labour_sheet_team_id_labour_team")),
        sa.ForeignKeyConstraint(
            ["work_type_id"], ["work_type.id"], name=op.f("fk_labour_sheet_work_type_id_work_type")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_labour_sheet")),
    )
    op.create_index("ix_labour_sheet_held_on", "labour_sheet", ["held_on"], unique=False)
    op.create_index(
        "ux_labour_sheet_day",
        "labour_sheet",
        ["team_id", "held_on", "starts_minute"],
        unique=True,
        sqlite_where=sa.text("voided_at IS NULL"),
    )
    op.create_table(
        "labour_mark",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("sheet_id", sa.String(length=32), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("mark", sa.String(length=32), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("output_milli", sa.Integer(), nullable=True),
        sa.Column("quality", sa.String(length=32), nullable=True),
        sa.Column("note", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint("(minutes > 0) = (mark = 'worked')", name=op.f("ck_labour_mark_minutes")),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_labour_mark_resident_id_resident")
        ),
        sa.ForeignKeyConstraint(
            ["sheet_id"], ["labour_sheet.id"], name=op.f("fk_labour_mark_sheet_id_labour_sheet")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_labour_mark")),
    )
    op.create_index("ix_labour_mark_held_on", "labour_mark", ["held_on"], unique=False)
    op.create_index("ix_labour_mark_resident_id_held_on", "labour_mark", ["resident_id", "held_on"], unique=False)
    op.create_index(
        "ux_labour_mark_one",
        "labour_mark",
        ["sheet_id", "resident_id"],
        unique=True,
        sqlite_where=sa.text("voided_at IS NULL"),
    )
    op.create_table(
        "labour_entry",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("amount_vnd", sa.BigInteger(), nullable=False),
        sa.Column("text", sa.String(length=200), nullable=False),
        sa.Column("paper_number", sa.String(length=200), nullable=True),
        sa.Column("team_id", sa.String(length=32), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint("amount_vnd > 0", name=op.f("ck_labour_entry_amount")),
        sa.ForeignKeyConstraint(["team_id"], ["labour_team.id"], name=op.f("fk_labour_entry_team_id_labour_team")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_labour_entry")),
    )
    op.create_index("ix_labour_entry_happened_on", "labour_entry", ["happened_on"], unique=False)
    op.create_table(
        "labour_share",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("month_id", sa.String(length=32), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("amount_vnd", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint("amount_vnd >= 0", name=op.f("ck_labour_share_amount")),
        sa.ForeignKeyConstraint(
            ["month_id"], ["labour_month.id"], name=op.f("fk_labour_share_month_id_labour_month")
        ),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_labour_share_resident_id_resident")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_labour_share")),
        sa.UniqueConstraint("month_id", "resident_id", name=op.f("uq_labour_share_month_id_resident_id")),
    )
    op.create_index(op.f("ix_labour_share_resident_id"), "labour_share", ["resident_id"], unique=False)
