"""Reading what the trail says about the care of the file."""

from datetime import datetime

import sqlalchemy as sa

from facility_app.db.audit import audit_entry, audit_value
from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.upkeep.domain import RUN_CHECK


def has_begun(uow: UnitOfWork, account: str) -> bool:
    """Whether an anchor began for an account of an operating system since the file's last restore.

    Args:
        uow: a reading unit of work.
        account: short name of its device secret.
    """
    require(uow, RUN_CHECK)
    restored = sa.select(sa.func.coalesce(sa.func.max(audit_entry.c.seq), 0)).where(
        audit_entry.c.verb == "upkeep.restore"
    )
    begun = (
        sa.select(audit_entry.c.seq)
        .join(audit_value, audit_value.c.entry_seq == audit_entry.c.seq)
        .where(
            audit_entry.c.verb == "upkeep.begin",
            audit_entry.c.seq > restored.scalar_subquery(),
            audit_value.c.column_name == "account",
            audit_value.c.after == account,
        )
    )
    return uow.session.execute(begun.limit(1)).first() is not None


def last_backup_at(uow: UnitOfWork) -> datetime | None:
    """When the last verified backup was made, to whatever disk; None when there never was one."""
    require(uow, RUN_CHECK)
    newest = sa.select(sa.func.max(audit_entry.c.at)).where(audit_entry.c.verb == "upkeep.backup")
    found: datetime | None = uow.session.execute(newest).scalar_one()
    return found
