"""Let courses and lessons take a meeting room, and keep why what clashes stands."""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ("vocational_course", "course_lesson"):
        op.add_column(table, sa.Column("room_id", sa.String(length=32), nullable=True))
        op.create_index(op.f(f"ix_{table}_room_id"), table, ["room_id"], unique=False)
    for table in ("course_lesson", "course_enrolment"):
        op.add_column(table, sa.Column("clash_reason", sa.String(length=200), nullable=True))
