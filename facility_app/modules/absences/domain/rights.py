"""Who sees an absence and keeps its case, who decides about it, who knows what it says of somebody's health.

Whether a person may go, be missed or be taken back is asked of the stay's own rights besides these.
"""

from typing import Final

from facility_app.kernel.actor import Permission, Role
from facility_app.kernel.labels import label

_EVERYONE_INSIDE: Final = frozenset(Role) - {Role.ADMIN, Role.EXCHANGE}
_KEEPERS: Final = frozenset(
    {
        *(Role.HEAD, Role.CLERK, Role.INTAKE, Role.DISCHARGE),
        *(Role.GUARD, Role.TEAM_OFFICER, Role.DOCTOR, Role.CHIEF_NURSE),
    }
)

VIEW_ABSENCES = Permission(
    "absences.view", label("permissions", "Xem ai đang vắng mặt, ở đâu, đến bao giờ"), _EVERYONE_INSIDE
)
KEEP_CASES = Permission(
    "absences.keep",
    label("permissions", "Lập và cập nhật hồ sơ vắng mặt: đơn, yêu cầu, áp giải, những việc đã báo"),
    _KEEPERS,
)
DECIDE_ABSENCES = Permission(
    "absences.decide",
    label("permissions", "Ký V-43, V-46, V-47, V-49, quyết định cho vắng mặt (người đứng đầu hoặc người được ký)"),
    frozenset({Role.HEAD, Role.CLERK}),
)
READ_HEALTH = Permission(
    "absences.health",
    label("permissions", "Xem, ghi lý do đi viện, lý do miễn, nguyên nhân chết"),
    frozenset({Role.HEAD, Role.DOCTOR, Role.CHIEF_NURSE}),
)
FOLLOW_STAYS = Permission(
    "absences.follow_stays",
    label("permissions", "Mở, đóng hồ sơ vắng mặt theo lần cai nghiện (theo việc của người khác)"),
    _KEEPERS,
)
