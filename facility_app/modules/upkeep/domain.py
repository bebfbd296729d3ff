"""Who may care for the file."""

from facility_app.kernel.actor import Permission, Role
from facility_app.kernel.labels import label

MAKE_BACKUP = Permission(
    "upkeep.make_backup",
    label("permissions", "Sao lưu và kiểm tra bản sao lưu"),
    frozenset({Role.ADMIN, Role.HEAD}),
)
RESTORE = Permission("upkeep.restore", label("permissions", "Khôi phục từ bản sao lưu"), frozenset({Role.ADMIN}))
CHANGE_KEYS = Permission("upkeep.change_keys", label("permissions", "Đổi khóa dữ liệu"), frozenset({Role.ADMIN}))
UPGRADE = Permission("upkeep.upgrade", label("permissions", "Nâng cấp cấu trúc dữ liệu"), frozenset({Role.ADMIN}))
RUN_CHECK = Permission("upkeep.run_check", label("permissions", "Kiểm tra tệp dữ liệu"), frozenset(Role))
