"""Note on each event of a term who stands by its paper: the head who wrote it down, else nobody yet."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("stay_event", sa.Column("confirmed_by", sa.String(length=32), nullable=True))
    event = sa.table(
        "stay_event", *map(sa.column, ("paper_number", "paper_on", "created_by", "version", "confirmed_by"))
    )
    role = sa.table("user_role", *map(sa.column, ("user_id", "role", "voided_at")))
    heads = sa.select(role.c.user_id).where(role.c.role == "HEAD", role.c.voided_at.is_(None))
    # Somebody else may have typed the paper of a row that was changed later: then the head is asked, and until
    # then its days do not count. The next start counts everybody anew.
    op.execute(
        sa.update(event)
        .where(event.c.paper_number.is_not(None), event.c.paper_on.is_not(None))
        .where(event.c.created_by.in_(heads), event.c.version == 1)
        .values(confirmed_by=event.c.created_by)
    )
