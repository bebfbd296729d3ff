"""Make the tables of labour's teams: kinds of work, who does it, what they need before, what tools go out."""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "work_type",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("is_hazardous", sa.Boolean(), nullable=False),
        sa.Column("needs_training", sa.Boolean(), nullable=False),
        sa.Column("minors_may", sa.Boolean(), nullable=False),
        sa.Column("fitness_needed", sa.String(length=32), nullable=False),
        sa.Column("protection", sa.String(length=200), nullable=True),
        sa.Column("tools", sa.String(length=200), nullable=True),
        sa.Column("output_unit", sa.String(length=20), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_work_type")),
    )
    op.create_index(
        "ux_work_type_code", "work_type", ["home", "code"], unique=True, sqlite_where=sa.text("voided_at IS NULL")
    )
    op.create_table(
        "labour_team",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("work_type_id", sa.String(length=32), nullable=False),
        sa.Column("officer_id", sa.String(length=32), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=True),
        sa.Column("starts_minute", sa.Integer(), nullable=False),
        sa.Column("ends_minute", sa.Integer(), nullable=False),
        sa.Column("rest_minutes", sa.Integer(), nullable=False),
        sa.Column("weekdays", sa.String(length=7), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["officer_id"], ["staff_member.id"], name=op.f("fk_labour_team_officer_id_staff_member")
        ),
        sa.ForeignKeyConstraint(
            ["work_type_id"], ["work_type.id"], name=op.f("fk_labour_team_work_type_id_work_type")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_labour_team")),
    )
    op.create_index(op.f("ix_labour_team_officer_id"), "labour_team", ["officer_id"], unique=False)
    op.create_index(op.f("ix_labour_team_work_type_id"), "labour_team", ["work_type_id"], unique=False)
    op.create_index(
        "ux_labour_team_code",
        "labour_team",
        ["home", "code"],
        unique=True,
        sqlite_where=sa.text("voided_at IS NULL"),
    )
    op.create_table(
        "labour_member",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_labour_member_resident_id_resident")
        ),
        sa.ForeignKeyConstraint(
            ["team_id"], ["labour_team.id"], name=op.f("fk_labour_member_team_id_labour_team")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_labour_member")),
    )
    op.create_index(
        "ix_labour_member_resident_id_from_on", "labour_member", ["resident_id", "from_on"], unique=False
    )
    op.create_index(op.f("ix_labour_member_team_id"), "labour_member", ["team_id"], unique=False)
    op.create_table(
        "labour_registration",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("registered_on", sa.Date(), nullable=False),
        sa.Column("work_type_id", sa.String(length=32), nullable=True),
        sa.Column("signed_name", sa.String(length=200), nullable=False),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("withdrawn_note", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "withdrawn_on IS NULL OR withdrawn_on >= registered_on", name=op.f("ck_labour_registration_span")
        ),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_labour_registration_resident_id_resident")
        ),
        sa.ForeignKeyConstraint(
            ["work_type_id"], ["work_type.id"], name=op.f("fk_labour_registration_work_type_id_work_type")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_labour_registration")),
    )
    op.create_index(
        "ix_labour_registration_resident_id_registered_on",
        "labour_registration",
        ["resident_id", "registered_on"],
        unique=False,
    )
    op.create_table(
        "safety_training",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("work_type_id", sa.String(length=32), nullable=True),
        sa.Column("trained_on", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=False),
        sa.Column("trainer_name", sa.String(length=200), nullable=False),
        sa.Column("content", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint("valid_until >= trained_on", name=op.f("ck_safety_training_span")),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_safety_training_resident_id_resident")
        ),
        sa.ForeignKeyConstraint(
            ["work_type_id"], ["work_type.id"], name=op.f("fk_safety_training_work_type_id_work_type")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_safety_training")),
    )
    op.create_index(
        "ix_safety_training_resident_id_trained_on", "safety_training", ["resident_id", "trained_on"], unique=False
    )
    op.create_index(op.f("ix_safety_training_valid_until"), "safety_training", ["valid_until"], unique=False)
    op.create_table(
        "labour_tool",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("is_dangerous", sa.Boolean(), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint("quantity >= 0", name=op.f("ck_labour_tool_quantity")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_labour_tool")),
    )
    op.create_index(
        "ux_labour_tool_code",
        "labour_tool",
        ["home", "code"],
        unique=True,
        sqlite_where=sa.text("voided_at IS NULL"),
    )
    op.create_table(
        "tool_count",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("tool_id", sa.String(length=32), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("taken", sa.Integer(), nullable=False),
        sa.Column("taken_name", sa.String(length=200), nullable=False),
        sa.Column("returned", sa.Integer(), nullable=True),
        sa.Column("returned_name", sa.String(length=200), nullable=True),
        sa.Column("missing_note", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "returned IS NULL OR (returned >= 0 AND returned <= taken AND "
            "(returned = taken OR missing_note IS NOT NULL))",
            name=op.f("ck_tool_count_returned"),
        ),
        sa.CheckConstraint("taken > 0", name=op.f("ck_tool_count_taken")),
        sa.ForeignKeyConstraint(["team_id"], ["labour_team.id"], name=op.f("fk_tool_count_team_id_labour_team")),
        sa.ForeignKeyConstraint(["tool_id"], ["labour_tool.id"], name=op.f("fk_tool_count_tool_id_labour_tool")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tool_count")),
    )
    op.create_index(
        "ix_tool_count_open",
        "tool_count",
        ["held_on"],
        unique=False,
        sqlite_where=sa.text("returned IS NULL AND voided_at IS NULL"),
    )
    op.create_index(op.f("ix_tool_count_tool_id"), "tool_count", ["tool_id"], unique=False)
    op.create_index(
        "ux_tool_count_one",
        "tool_count",
        ["team_id", "held_on", "tool_id"],
        unique=True,
        sqlite_where=sa.text("voided_at IS NULL"),
    )
