"""Make the table of tasks with one index for each way onto a worklist."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "task",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=80), nullable=False),
        sa.Column("text_context", sa.String(length=60), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("params", sa.Text(), nullable=False),
        sa.Column("subject_table", sa.String(length=80), nullable=False),
        sa.Column("subject_id", sa.String(length=32), nullable=False),
        sa.Column("occasion", sa.String(length=40), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("role", sa.String(length=32), nullable=False),
        sa.Column("user_id", sa.String(length=32), nullable=False),
        sa.Column("escalate_to", sa.String(length=32), nullable=False),
        sa.Column("due_at", sa.Text(), nullable=False),
        sa.Column("is_day_due", sa.Boolean(), nullable=False),
        sa.Column("show_at", sa.Text(), nullable=False),
        sa.Column("escalate_at", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("closed_at", sa.Text(), nullable=True),
        sa.Column("closed_by", sa.String(length=32), nullable=True),
        sa.Column("closed_note", sa.Text(), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task")),
    )
    op.create_index(
        "ux_task_subject",
        "task",
        ["kind", "subject_table", "subject_id", "occasion"],
        unique=True,
        sqlite_where=sa.text("voided_at IS NULL"),
    )
    op.create_index("ix_task_status_role_user_id_show_at", "task", ["status", "role", "user_id", "show_at"])
    op.create_index("ix_task_status_user_id_show_at", "task", ["status", "user_id", "show_at"])
    op.create_index("ix_task_status_escalate_to_escalate_at", "task", ["status", "escalate_to", "escalate_at"])
    op.create_index("ix_task_resident_id", "task", ["resident_id"])
    op.create_index("ix_task_subject_table_subject_id", "task", ["subject_table", "subject_id"])
