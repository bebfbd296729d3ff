"""Make the tables of intake: cases, papers ticked, what was seen of health at the door."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _case()
    _paper()
    _health()


def _case() -> None:
    op.create_table(
        "intake_case",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("stay_id", sa.String(length=32), nullable=True),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("finished_on", sa.Date(), nullable=True),
        sa.Column("is_turned", sa.Boolean(), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=True),
        sa.Column("delivered_at", sa.Text(), nullable=True),
        sa.Column("delivering_name", sa.String(length=200), nullable=True),
        sa.Column("delivering_position", sa.String(length=200), nullable=True),
        sa.Column("delivering_agency", sa.String(length=200), nullable=True),
        sa.Column("condition_seen", sa.String(length=200), nullable=True),
        sa.Column("money_on", sa.Date(), nullable=True),
        sa.Column("things_on", sa.Date(), nullable=True),
        sa.Column("supplies_on", sa.Date(), nullable=True),
        sa.Column("minutes_id", sa.String(length=32), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["minutes_id"], ["issued_paper.id"], name=op.f("fk_intake_case_minutes_id_issued_paper")
        ),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_intake_case_resident_id_resident")
        ),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_intake_case_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intake_case")),
    )
    op.create_index(op.f("ix_intake_case_finished_on"), "intake_case", ["finished_on"], unique=False)
    op.create_index(op.f("ix_intake_case_opened_on"), "intake_case", ["opened_on"], unique=False)
    op.create_index(op.f("ix_intake_case_resident_id"), "intake_case", ["resident_id"], unique=False)
    op.create_index(
        "ux_intake_case_stay", "intake_case", ["stay_id"], unique=True, sqlite_where=sa.text("voided_at IS NULL")
    )


def _paper() -> None:
    op.create_table(
        "intake_paper",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("case_id", sa.String(length=32), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("paper", sa.String(length=32), nullable=False),
        sa.Column("mark", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=True),
        sa.Column("attachment_id", sa.String(length=32), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["attachment_id"], ["attachment.id"], name=op.f("fk_intake_paper_attachment_id_attachment")
        ),
        sa.ForeignKeyConstraint(["case_id"], ["intake_case.id"], name=op.f("fk_intake_paper_case_id_intake_case")),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_intake_paper_resident_id_resident")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intake_paper")),
    )
    op.create_index(op.f("ix_intake_paper_case_id"), "intake_paper", ["case_id"], unique=False)
    op.create_index(op.f("ix_intake_paper_resident_id"), "intake_paper", ["resident_id"], unique=False)
    op.create_index(
        "ux_intake_paper_case",
        "intake_paper",
        ["case_id", "paper"],
        unique=True,
        sqlite_where=sa.text("voided_at IS NULL"),
    )


def _health() -> None:
    op.create_table(
        "intake_health",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("case_id", sa.String(length=32), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("seen_at", sa.Text(), nullable=False),
        sa.Column("seen_by", sa.String(length=200), nullable=False),
        sa.Column("has_flags", sa.Boolean(), nullable=False),
        sa.Column("treated_at", sa.Text(), nullable=True),
        sa.Column("treated_by", sa.String(length=200), nullable=True),
        sa.Column("signs", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("treatment", sa.Text(), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["intake_case.id"], name=op.f("fk_intake_health_case_id_intake_case")
        ),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_intake_health_resident_id_resident")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intake_health")),
    )
    op.create_index(op.f("ix_intake_health_case_id"), "intake_health", ["case_id"], unique=False)
    op.create_index(op.f("ix_intake_health_resident_id"), "intake_health", ["resident_id"], unique=False)
    op.create_index(
        "ux_intake_health_case",
        "intake_health",
        ["case_id"],
        unique=True,
        sqlite_where=sa.text("voided_at IS NULL"),
    )
