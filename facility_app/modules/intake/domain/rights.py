"""Who may take people in, one by one or from a list; each verb inside asks its own slice's right too."""

from typing import Final

from facility_app.kernel.actor import Permission, Role
from facility_app.kernel.labels import label

_OFFICE: Final = frozenset({Role.HEAD, Role.CLERK, Role.INTAKE})

IMPORT_ROSTERS = Permission("intake.import_rosters", label("permissions", "Nhập danh sách từ bảng tính"), _OFFICE)
UNDO_IMPORTS = Permission(
    "intake.undo_imports", label("permissions", "Hoàn tác cả một lần nhập danh sách"), _OFFICE
)

_INSIDE: Final = frozenset(Role) - {Role.ADMIN, Role.EXCHANGE}
_MEDICAL: Final = frozenset({Role.DOCTOR, Role.CHIEF_NURSE})

VIEW_CASES = Permission("intake.view", label("permissions", "Xem hồ sơ tiếp nhận đã đến đâu"), _INSIDE)
RECEIVE = Permission(
    "intake.receive", label("permissions", "Tiếp nhận người: giấy tờ, tư trang, biên bản"), _OFFICE
)
OFFER_BEDS = Permission(
    "intake.offer_beds", label("permissions", "Chọn giường cho người mới tiếp nhận"), _OFFICE - {Role.CLERK}
)
CHECK_AT_DOOR = Permission(
    "intake.check_health",
    label("permissions", "Ghi dấu hiệu sức khỏe nhìn thấy khi tiếp nhận"),
    _MEDICAL | {Role.NURSE},
)
READ_AT_DOOR = Permission(
    "intake.read_health",
    label("permissions", "Đọc dấu hiệu sức khỏe ghi khi tiếp nhận"),
    _MEDICAL | {Role.NURSE, Role.HEAD},
)
TREAT_AT_DOOR = Permission(
    "intake.treat", label("permissions", "Ghi xử trí dấu hiệu nguy hiểm khi tiếp nhận"), _MEDICAL
)
