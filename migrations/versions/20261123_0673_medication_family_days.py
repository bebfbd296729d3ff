"""Keep for how many days medicine of a family is, and why it was let in against a warning (NĐ 163/2026 Đ114.5)."""

import sqlalchemy as sa
from alembic import op

revision = "0042"
down_revision = "0041"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("external_medicine", sa.Column("lasts_days", sa.Integer(), nullable=True))
    op.add_column("external_medicine", sa.Column("accepted_because", sa.String(length=200), nullable=True))
    op.add_column("external_medicine", sa.Column("warned_by", sa.String(length=200), nullable=True))
    op.add_column("external_medicine", sa.Column("runs_out_on", sa.Date(), nullable=True))
