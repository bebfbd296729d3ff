"""The verb behind every list of stays that leaves the file as a spreadsheet."""

from dataclasses import dataclass

from facility_app.db.audit import plain_facts
from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.stays.domain.rights import EXPORT_STAYS


@dataclass(frozen=True, slots=True)
class ExportStays:
    """What leaves the file.

    Attributes:
        list_id: which list.
        columns: keys of its columns, as they are written.
        count: how many rows.
    """

    list_id: str
    columns: tuple[str, ...]
    count: int


def export_stays(uow: UnitOfWork, command: ExportStays) -> int:
    """Let a list leave the file; the trail says who, when, which columns and how many rows. Answers the count."""
    require(uow, EXPORT_STAYS)
    facts = {"list": command.list_id, "columns": " ".join(command.columns), "count": str(command.count)}
    with uow.act("stays.export_list") as act:
        for fact in plain_facts(facts):
            act.note(fact)
    return command.count
