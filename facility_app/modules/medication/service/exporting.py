"""Orders and doses of one person that reveal HIV, for a paper or a file of somebody of the closed list."""

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.modules.access.api import UseGrant, use_grant
from facility_app.modules.medication.domain import SEE_PRIVATE_LINES
from facility_app.modules.medication.queries.charts import Charts
from facility_app.modules.medication.queries.exported import FileRows, MedicineFile
from facility_app.modules.medication.service.looking import PRIVATE, OpenPerson


def open_private_file(uow: UnitOfWork, command: OpenPerson) -> MedicineFile:
    """All of it; the look is kept, with its reason.

    Raises:
        UserError: ``reason_missing``; as ``use_grant``.
    """
    require(uow, SEE_PRIVATE_LINES)
    require_reason(command.reason)
    with uow.act("medication.open_private_history", reason=command.reason.strip()) as act:
        act.table, act.record_id = "resident", command.resident_id
        use_grant(uow, UseGrant(command.grant, command.resident_id, command.reason))
        return FileRows(Charts(uow), PRIVATE).of(command.resident_id)
