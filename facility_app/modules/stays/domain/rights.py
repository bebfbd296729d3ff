"""Who may see a stay and who may move it on; every arrow of presence and every decision names one of these."""

from typing import Final

from facility_app.kernel.actor import Permission, Role
from facility_app.kernel.labels import label

_EVERYONE_INSIDE: Final = frozenset(Role) - {Role.ADMIN, Role.EXCHANGE}
_OFFICE: Final = frozenset({Role.HEAD, Role.CLERK, Role.INTAKE})

VIEW_STAYS = Permission(
    "stays.view", label("permissions", "Xem lần cai nghiện, giai đoạn, sự có mặt"), _EVERYONE_INSIDE
)
RECORD_ABSENCE = Permission(
    "stays.record_absence",
    label("permissions", "Ghi người cai nghiện ra ngoài: đi viện, tố tụng, chịu tang, tạm giữ, chấp hành án tù"),
    _OFFICE | {Role.GUARD, Role.DOCTOR, Role.CHIEF_NURSE},
)
RECORD_ESCAPE = Permission(
    "stays.record_escape",
    label("permissions", "Ghi bỏ trốn, quá hạn trở lại"),
    frozenset({Role.HEAD, Role.CLERK, Role.GUARD, Role.TEAM_OFFICER}),
)
TAKE_BACK = Permission(
    "stays.take_back",
    label("permissions", "Nhận người cai nghiện trở lại"),
    _OFFICE | {Role.GUARD},
)
SUSPEND = Permission(
    "stays.suspend", label("permissions", "Ghi tạm đình chỉ chấp hành"), frozenset({Role.HEAD, Role.CLERK})
)
TRANSFER = Permission(
    "stays.transfer", label("permissions", "Điều chuyển cơ sở"), frozenset({Role.HEAD, Role.CLERK, Role.DISCHARGE})
)
RELEASE = Permission(
    "stays.release",
    label("permissions", "Cho ra cơ sở, kết thúc lần cai nghiện"),
    frozenset({Role.HEAD, Role.CLERK, Role.DISCHARGE}),
)
ADMIT = Permission("stays.admit", label("permissions", "Tiếp nhận, mở lần cai nghiện"), _OFFICE)
RECORD_DECISIONS = Permission(
    "stays.record_decisions", label("permissions", "Ghi quyết định, sự kiện của thời hạn"), _OFFICE
)
SETTLE_TERM = Permission(
    "stays.settle_term",
    label("permissions", "Quyết định về thời hạn: chế độ luật, ngày bắt đầu, tạm giam, giải trình"),
    frozenset({Role.HEAD}),
)
EXPLAIN_OVERHELD = Permission(
    "stays.explain_overheld",
    label("permissions", "Giải trình việc giữ quá ngày phải cho về"),
    frozenset({Role.HEAD, Role.DISCHARGE}),
)
RUN_STAGES = Permission(
    "stays.run_stages",
    label("permissions", "Bắt đầu, kết thúc giai đoạn"),
    frozenset(
        {
            Role.HEAD,
            Role.INTAKE,
            Role.TEAM_OFFICER,
            Role.DOCTOR,
            Role.COUNSELLOR,
            Role.TEACHER,
            Role.LABOUR,
            Role.DISCHARGE,
        }
    ),
)
READ_PLAN = Permission(
    "stays.read_plan",
    label("permissions", "Xem kế hoạch cai nghiện, phần II đến V"),
    frozenset(
        {
            Role.HEAD,
            Role.INTAKE,
            Role.TEAM_OFFICER,
            Role.DOCTOR,
            Role.CHIEF_NURSE,
            Role.COUNSELLOR,
            Role.TEACHER,
            Role.LABOUR,
            Role.DISCHARGE,
            Role.AUDITOR,
        }
    ),
)
WRITE_PLAN = Permission(
    "stays.write_plan",
    label("permissions", "Lập kế hoạch cai nghiện, phần II đến V"),
    frozenset(
        {Role.HEAD, Role.INTAKE, Role.TEAM_OFFICER, Role.COUNSELLOR, Role.TEACHER, Role.LABOUR, Role.DISCHARGE}
    ),
)
MEDICAL_PLAN = Permission(
    "stays.medical_plan",
    label("permissions", "Xem, lập phần I Điều trị y tế của kế hoạch"),
    frozenset({Role.DOCTOR, Role.CHIEF_NURSE}),
)
READ_EXIT_REASON = Permission(
    "stays.read_exit_reason",
    label("permissions", "Xem lý do ra cơ sở nói về sức khỏe: bệnh hiểm nghèo, mang thai"),
    frozenset({Role.HEAD, Role.CLERK, Role.DISCHARGE, Role.DOCTOR, Role.CHIEF_NURSE}),
)
VOID_STAYS = Permission(
    "stays.void", label("permissions", "Gạch bỏ lần cai nghiện ghi nhầm"), frozenset({Role.HEAD})
)
RECOUNT = Permission(
    "stays.recount", label("permissions", "Tính lại thời hạn của mọi người"), frozenset({Role.HEAD})
)
EXPORT_STAYS = Permission(
    "stays.export", label("permissions", "Xuất danh sách lần cai nghiện"), frozenset({Role.HEAD, Role.CLERK})
)
