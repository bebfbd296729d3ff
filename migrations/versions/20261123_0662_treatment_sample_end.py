"""Keep the picture of a drug test's cassette, and when and how its sample was destroyed."""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name, kind in (
        ("photo_sha256", sa.String(length=64)),
        ("disposed_on", sa.Date()),
        ("disposal", sa.String(length=200)),
        ("disposed_name", sa.String(length=200)),
    ):
        op.add_column("drug_test", sa.Column(name, kind, nullable=True))
