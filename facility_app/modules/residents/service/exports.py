"""The verb behind every list about people that leaves the file as a spreadsheet."""

from dataclasses import dataclass

from facility_app.db.audit import plain_facts
from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.residents.domain import EXPORT_LISTS
from facility_app.modules.residents.tables.person import Resident


@dataclass(frozen=True, slots=True)
class ExportList:
    """What leaves the file.

    Attributes:
        list_id: which list.
        columns: keys of its columns, as they are written.
        count: how many rows.
        resident_id: whom the whole list is about; None for a list of many people.
    """

    list_id: str
    columns: tuple[str, ...]
    count: int
    resident_id: str | None = None


def export_list(uow: UnitOfWork, command: ExportList) -> int:
    """Let a list leave the file; who, when, which columns and how many rows stand in the trail. Answers the count.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, EXPORT_LISTS)
    facts = {"list": command.list_id, "columns": " ".join(command.columns), "count": str(command.count)}
    with uow.act("residents.export_list") as act:
        if command.resident_id is not None:
            act.about(uow.get(Resident, command.resident_id))
        for fact in plain_facts(facts):
            act.note(fact)
    return command.count
