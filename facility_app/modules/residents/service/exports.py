"""The verb behind every list about people that leaves the file as a spreadsheet."""

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.residents.domain import EXPORT_LISTS


def export_list(uow: UnitOfWork, count: int) -> int:
    """Let so many rows leave the file; who, when and on which machine stands in the trail. Answers ``count``."""
    require(uow, EXPORT_LISTS)
    with uow.act("residents.export_list"):
        return count
