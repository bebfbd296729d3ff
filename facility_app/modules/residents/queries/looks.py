"""Who opened somebody's page: the right to know is the person's, and the head answers for it."""

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.access.api import LookRow, list_looks
from facility_app.modules.residents.domain import READ_LOOKS
from facility_app.modules.residents.tables.person import Resident

__all__ = ["LookRow", "list_resident_looks"]


def list_resident_looks(uow: UnitOfWork, resident_id: str) -> tuple[LookRow, ...]:
    """Everybody who opened, printed or exported the person's file, the newest first."""
    require(uow, READ_LOOKS)
    return list_looks(uow, Resident.__tablename__, resident_id)
