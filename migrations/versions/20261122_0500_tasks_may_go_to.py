"""Note on each task to which other roles it may be handed over; none for those already there."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("task", sa.Column("may_go_to", sa.String(length=200), nullable=True))
