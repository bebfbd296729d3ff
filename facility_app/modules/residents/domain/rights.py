"""Who may see and change what about a person.

Three walls (law.md §12, clinical.md §7): everyone who works with residents knows them by name, face and custody
alerts; the file with papers, family and addresses is for those who do the paperwork; health is for health staff
and the head. The technical administrator and whoever carries bundles see no person at all.
"""

from typing import Final

from facility_app.kernel.actor import Permission, Role
from facility_app.kernel.labels import label
from facility_app.modules.residents.domain.files import AttachmentKind
from facility_app.modules.residents.domain.safety import AlertKind, AlertWall, wall_of

_HEALTH: Final = frozenset({Role.DOCTOR, Role.CHIEF_NURSE, Role.NURSE})
_OFFICE: Final = frozenset({Role.HEAD, Role.CLERK, Role.INTAKE})
_EVERYONE_INSIDE: Final = frozenset(Role) - {Role.ADMIN, Role.EXCHANGE}

VIEW_RESIDENTS = Permission(
    "residents.view", label("permissions", "Tìm và xem người cai nghiện"), _EVERYONE_INSIDE
)
READ_FILE = Permission(
    "residents.read_file",
    label("permissions", "Đọc giấy tờ, gia đình, nơi ở của người cai nghiện"),
    _OFFICE | {Role.TEAM_OFFICER, Role.DOCTOR, Role.CHIEF_NURSE, Role.COUNSELLOR, Role.DISCHARGE, Role.AUDITOR},
)
READ_SUBSTANCES = Permission(
    "residents.read_substances",
    label("permissions", "Đọc quá trình sử dụng và cai nghiện ma túy"),
    _OFFICE | _HEALTH | {Role.COUNSELLOR, Role.DISCHARGE, Role.AUDITOR},
)
READ_HEALTH_ALERTS = Permission(
    "residents.read_health_alerts",
    label("permissions", "Đọc cảnh báo y tế"),
    _HEALTH | {Role.HEAD, Role.PHARMACIST},
)
READ_HEALTH_FILES = Permission(
    "residents.read_health_files", label("permissions", "Mở tài liệu y tế đính kèm"), _HEALTH | {Role.HEAD}
)
READ_KEEP_APART = Permission(
    "residents.read_keep_apart",
    label("permissions", "Đọc danh sách không xếp chung"),
    _OFFICE | _HEALTH | {Role.GUARD, Role.TEAM_OFFICER, Role.COUNSELLOR},
)
READ_HISTORY = Permission(
    "residents.read_history",
    label("permissions", "Đọc lịch sử sửa hồ sơ"),
    _OFFICE | {Role.AUDITOR},
)
READ_LOOKS = Permission(
    "residents.read_looks",
    label("permissions", "Xem ai đã mở hồ sơ"),
    frozenset({Role.HEAD, Role.AUDITOR}),
)

REGISTER_RESIDENTS = Permission("residents.register", label("permissions", "Thêm người cai nghiện"), _OFFICE)
EDIT_IDENTITY = Permission(
    "residents.edit_identity",
    label("permissions", "Sửa nhân thân, giấy tờ, gia đình, nơi ở"),
    _OFFICE,
)
APPROVE_SHARED_NUMBER = Permission(
    "residents.approve_shared_number",
    label("permissions", "Cho phép hai người cùng một số giấy tờ"),
    frozenset({Role.HEAD, Role.CLERK}),
)
DESCRIBE_BODY = Permission(
    "residents.describe_body",
    label("permissions", "Chụp ảnh, ghi đặc điểm nhận dạng"),
    _OFFICE | _HEALTH | {Role.GUARD, Role.TEAM_OFFICER},
)
EDIT_SUBSTANCES = Permission(
    "residents.edit_substances",
    label("permissions", "Ghi quá trình sử dụng và cai nghiện ma túy"),
    _HEALTH | {Role.INTAKE, Role.COUNSELLOR},
)
RAISE_ALERTS = Permission(
    "residents.raise_alerts",
    label("permissions", "Đặt và bỏ cảnh báo quản lý"),
    _HEALTH | {Role.HEAD, Role.INTAKE, Role.GUARD, Role.TEAM_OFFICER, Role.COUNSELLOR},
)
RAISE_HEALTH_ALERTS = Permission(
    "residents.raise_health_alerts", label("permissions", "Đặt và bỏ cảnh báo y tế"), _HEALTH
)
KEEP_APART = Permission(
    "residents.keep_apart",
    label("permissions", "Đặt và bỏ cặp không xếp chung"),
    frozenset({Role.HEAD, Role.INTAKE, Role.TEAM_OFFICER}),
)
ATTACH_FILES = Permission(
    "residents.attach_files",
    label("permissions", "Đính kèm tài liệu"),
    _OFFICE | _HEALTH | {Role.COUNSELLOR, Role.DISCHARGE},
)
VOID_RESIDENTS = Permission(
    "residents.void",
    label("permissions", "Gạch bỏ hồ sơ lập nhầm"),
    frozenset({Role.HEAD, Role.CLERK}),
)
EXPORT_LISTS = Permission(
    "residents.export_lists",
    label("permissions", "Xuất danh sách người cai nghiện ra tệp"),
    _OFFICE | {Role.DISCHARGE, Role.AUDITOR},
)
KEEP_CARD = Permission(
    "residents.keep_card",
    label("permissions", "Cập nhật tình trạng, chỗ ở trên thẻ người cai nghiện"),
    _OFFICE | _HEALTH | {Role.GUARD, Role.TEAM_OFFICER, Role.DISCHARGE},
)
REBUILD_CARDS = Permission(
    "residents.rebuild_cards",
    label("permissions", "Lập lại thẻ tìm kiếm của mọi người cai nghiện"),
    frozenset({Role.ADMIN}),
)

RIGHT_TO_WARN: Final[dict[AlertKind, Permission]] = {
    kind: RAISE_HEALTH_ALERTS if wall_of(kind) is AlertWall.HEALTH else RAISE_ALERTS for kind in AlertKind
}
"""What it takes to raise, correct, end or strike out an alert of each kind."""

RIGHT_TO_FILE: Final[dict[AttachmentKind, Permission]] = {
    AttachmentKind.PHOTO: DESCRIBE_BODY,
    AttachmentKind.IDENTITY_SCAN: EDIT_IDENTITY,
    AttachmentKind.FAMILY_PAPER: EDIT_IDENTITY,
    AttachmentKind.DECISION: READ_FILE,
    AttachmentKind.MEDICAL: READ_HEALTH_FILES,
    AttachmentKind.OTHER: READ_FILE,
}
"""What it takes to attach, correct or strike out a document of each kind, besides ``ATTACH_FILES``.

Nobody decides about a paper they may not open; what proves who somebody is belongs to those who write that.
"""
