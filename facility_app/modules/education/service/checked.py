"""What several verbs hold typed facts against: who works here, who is in the facility."""

from collections.abc import Sequence

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.education.domain.rights import VIEW_EDUCATION
from facility_app.modules.staff.api import list_staff_rows
from facility_app.modules.stays.api import list_whereabouts


def check_teacher(uow: UnitOfWork, member_id: str, faults: Faults, field: str = "teacher_id") -> None:
    """Note the fault of a member of staff who does not work here."""
    require(uow, VIEW_EDUCATION)
    if not any(row.left_on is None for row in list_staff_rows(uow, [member_id])):
        faults.add(
            "teacher_unknown", field, label("errors", "Hãy chọn cán bộ đang làm việc tại cơ sở trong danh sách.")
        )


def require_open_stays(uow: UnitOfWork, resident_ids: Sequence[str]) -> None:
    """Refuse when somebody has no open stay.

    Raises:
        UserError: ``no_open_stay``.
    """
    require(uow, VIEW_EDUCATION)
    wanted = set(resident_ids)
    if wanted - {one.resident_id for one in list_whereabouts(uow, list(wanted))}:
        raise UserError(
            "no_open_stay",
            label("errors", "Có người không có lần cai nghiện nào đang mở. Hãy tiếp nhận trước."),
        )
