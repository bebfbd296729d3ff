"""Keep how a medicine is packed: PL IX and PL XI of TT 18/2026/TT-BYT ask for its quy cách."""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("medicine", sa.Column("pack", sa.String(length=200), nullable=True))
