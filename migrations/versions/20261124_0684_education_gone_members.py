"""End rows of classes whose people had left before classes heard of it: they stood on every sheet to come."""

import sqlalchemy as sa
from alembic import op

revision = "0047"
down_revision = "0046"
branch_labels = None
depends_on = None

HAS_GONE = "Đã ra cơ sở"
"""As it is written when somebody leaves now."""
PROGRAM = "system"


def upgrade() -> None:
    columns = ("resident_id", "from_on", "to_on", "reason_left", "version", "updated_at", "updated_by")
    member = sa.table("class_member", *map(sa.column, (*columns, "voided_at", "voided_by", "void_reason")))
    stay = sa.table("stay", *map(sa.column, ("resident_id", "exited_on", "voided_at")))
    theirs = sa.and_(stay.c.resident_id == member.c.resident_id, stay.c.voided_at.is_(None))
    left = sa.select(sa.func.max(stay.c.exited_on)).where(theirs).scalar_subquery()
    is_inside = sa.exists().where(theirs, stay.c.exited_on.is_(None))
    # The day of leaving is the last one; a class that begins after it is struck out.
    after = sa.func.date(left, "+1 day")
    now = sa.func.strftime("%Y-%m-%dT%H:%M:%S.000000Z", "now")
    changed = {"version": member.c.version + 1, "updated_at": now, "updated_by": PROGRAM}
    gone = sa.update(member).where(
        member.c.voided_at.is_(None),
        sa.or_(member.c.to_on.is_(None), member.c.to_on > after),
        ~is_inside,
        left.is_not(None),
    )
    op.execute(
        gone.where(member.c.from_on > left).values(
            voided_at=now, voided_by=PROGRAM, void_reason=HAS_GONE, **changed
        )
    )
    op.execute(gone.where(member.c.from_on <= left).values(to_on=after, reason_left=HAS_GONE, **changed))
