"""Keep that somebody was counselled before a detox protocol began, or why they were not (NĐ 163/2026 Đ85.3)."""

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("protocol_run", sa.Column("counselled_on", sa.Date(), nullable=True))
    op.add_column("protocol_run", sa.Column("uncounselled_why", sa.String(length=200), nullable=True))
