"""Who sees an absence and keeps its case, who decides about it, who knows what it says of somebody's health.

A deed that moves the stay has a right of its own, held by whoever keeps cases and may move the stay so.
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
LET_GO = Permission(
    "absences.depart",
    label("permissions", "Cho đi, có hồ sơ vắng mặt: đi viện, chịu tang, tố tụng, tạm giữ, chấp hành án tù"),
    frozenset({Role.HEAD, Role.CLERK, Role.INTAKE, Role.GUARD, Role.DOCTOR, Role.CHIEF_NURSE}),
)
REPORT_MISSING = Permission(
    "absences.escape",
    label("permissions", "Ghi bỏ trốn, quá hạn chịu tang, tự ý rời cơ sở"),
    frozenset({Role.HEAD, Role.CLERK, Role.GUARD, Role.TEAM_OFFICER}),
)
PROPOSE_RELIEF = Permission(
    "absences.propose",
    label("permissions", "Đề nghị tạm đình chỉ, miễn (V-46), có lý do sức khỏe"),
    frozenset({Role.HEAD}),
)
RECORD_RULINGS = Permission(
    "absences.suspend",
    label("permissions", "Ghi quyết định của Tòa án, Công an về tạm đình chỉ, miễn"),
    frozenset({Role.HEAD, Role.CLERK}),
)
SEND_ELSEWHERE = Permission(
    "absences.transfer",
    label("permissions", "Đưa đi điều chuyển, thôi điều chuyển"),
    frozenset({Role.HEAD, Role.CLERK, Role.DISCHARGE}),
)
CLOSE_STAYS = Permission(
    "absences.release",
    label("permissions", "Ghi người chết, tự ý chấm dứt, đã bàn giao cho cơ sở khác"),
    frozenset({Role.HEAD, Role.CLERK, Role.DISCHARGE}),
)
RECEIVE_BACK = Permission(
    "absences.take_back",
    label("permissions", "Nhận người vắng mặt trở lại, đóng hồ sơ vắng mặt"),
    frozenset({Role.HEAD, Role.CLERK, Role.INTAKE, Role.GUARD, Role.DISCHARGE}),
)
"""Whoever may take back from some absence; from which one, the stay's own rights say once the case is read."""
