"""Who prescribes, who verifies, who gives: three people; and who may see what reveals HIV (clinical.md §7)."""

from typing import Final

from facility_app.kernel.actor import Permission, Role
from facility_app.kernel.labels import label

_NURSES: Final = frozenset({Role.NURSE, Role.CHIEF_NURSE})
HEALTH: Final = _NURSES | {Role.DOCTOR, Role.PHARMACIST}
"""Whose day is the ward and its medicines."""

VIEW_MAR = Permission(
    "medication.view",
    label("permissions", "Xem y lệnh thuốc, phiếu dùng thuốc"),
    HEALTH | {Role.HEAD, Role.AUDITOR},
)
SEE_PRIVATE_LINES = Permission(
    "medication.see_private",
    label("permissions", "Xem y lệnh và liều của thuốc làm lộ tình trạng bệnh"),
    HEALTH | {Role.HEAD},
)
PRESCRIBE = Permission(
    "medication.prescribe", label("permissions", "Ra, đổi, ngừng y lệnh thuốc"), frozenset({Role.DOCTOR})
)
VERIFY_ORDERS = Permission(
    "medication.verify", label("permissions", "Duyệt y lệnh thuốc (dược sĩ)"), frozenset({Role.PHARMACIST})
)
GIVE_MEDICINES = Permission("medication.give", label("permissions", "Cho dùng thuốc, ghi kết quả liều"), _NURSES)
KEEP_ALLERGIES = Permission("medication.keep_allergies", label("permissions", "Ghi dị ứng thuốc"), HEALTH)
KEEP_EXTERNAL = Permission(
    "medication.keep_external",
    label("permissions", "Ghi nhận, trả lại, hủy thuốc gia đình mang đến"),
    HEALTH,
)
DECIDE_EXTERNAL = Permission(
    "medication.decide_external",
    label("permissions", "Cho dùng hoặc không cho dùng thuốc gia đình mang đến"),
    frozenset({Role.DOCTOR}),
)
KEEP_RULES = Permission(
    "medication.keep_rules",
    label("permissions", "Sửa bảng quy tắc dùng thuốc, phác đồ mẫu"),
    frozenset({Role.DOCTOR, Role.PHARMACIST}),
)
APPROVE_RULES = Permission(
    "medication.approve_rules",
    label("permissions", "Phê duyệt bảng quy tắc dùng thuốc, phác đồ mẫu"),
    frozenset({Role.DOCTOR, Role.PHARMACIST}),
)
RUN_PROGRAMMES = Permission(
    "medication.run_programmes",
    label("permissions", "Bắt đầu, kết thúc điều trị thay thế và phác đồ cắt cơn"),
    frozenset({Role.DOCTOR}),
)
NAME_KIT = Permission(
    "medication.name_kit",
    label("permissions", "Đặt, thôi nơi ghi phiếu phòng mất điện"),
    frozenset({Role.HEAD}),
)
WRITE_KIT = Permission(
    "medication.write_kit", label("permissions", "Ghi phiếu phòng mất điện ra ổ rời"), HEALTH | {Role.HEAD}
)
FOLLOW_STAYS = Permission(
    "medication.follow",
    label("permissions", "Ngừng dùng thuốc khi người cai nghiện ra cơ sở"),
    frozenset({Role.HEAD, Role.GUARD, Role.TEAM_OFFICER, Role.INTAKE, Role.CLERK, Role.DISCHARGE, Role.DOCTOR})
    | {Role.CHIEF_NURSE},
)

SECONDS: Final = frozenset({Role.DOCTOR, Role.PHARMACIST, Role.HEAD})
"""Any of them may be the second person of an override, of an approved rule, of the end of a programme."""
SECOND_PEOPLE: Final = dict.fromkeys(
    (
        "medication.order_medicine",
        "medication.replace_order",
        "medication.start_protocol",
        "medication.end_programme",
        "medication.approve_rule",
    ),
    SECONDS,
)
"""Verb → who may sign it as the second person."""
RULE_APPROVERS_OF_SUBSTITUTION: Final = frozenset({Role.DOCTOR})
"""Rules of substitution treatment are a doctor's to approve."""
