"""What may be done with accounts, the trail, grants and alarms, and by which roles."""

from facility_app.kernel.actor import Permission, Role
from facility_app.kernel.labels import label

HEALTH = frozenset({Role.DOCTOR, Role.CHIEF_NURSE, Role.NURSE, Role.PHARMACIST})
"""Health staff of the facility: they alone may break the glass before health data (Luật HIV Đ30.2, point e)."""

MANAGE_USERS = Permission(
    "access.manage_users", label("permissions", "Quản lý tài khoản"), frozenset({Role.ADMIN})
)
READ_AUDIT = Permission(
    "access.read_audit",
    label("permissions", "Xem và kiểm tra nhật ký"),
    frozenset({Role.ADMIN, Role.HEAD, Role.AUDITOR}),
)
READ_AUDIT_PEOPLE = Permission(
    "access.read_audit_people",
    label("permissions", "Đọc thông tin nhân thân ghi trong nhật ký"),
    frozenset({Role.HEAD, Role.AUDITOR}),
)
CHANGE_OWN_PASSWORD = Permission(
    "access.change_own_password", label("permissions", "Đổi mật khẩu của mình"), frozenset(Role)
)
SIGN_IN = Permission(
    "access.sign_in", label("permissions", "Đăng nhập người dùng (chương trình tự làm)"), frozenset()
)
ENTER = Permission("access.enter", label("permissions", "Làm việc với chương trình"), frozenset(Role))
GIVE_GRANT = Permission(
    "access.give_grant",
    label("permissions", "Cấp và thu hồi quyền xem có thời hạn"),
    frozenset({Role.HEAD, Role.DOCTOR}),
)
USE_GRANT = Permission(
    "access.use_grant",
    label("permissions", "Xem thông tin HIV khi được cấp quyền"),
    HEALTH | {Role.HEAD, Role.COUNSELLOR},
)
BREAK_GLASS = Permission(
    "access.break_glass",
    label("permissions", "Mở khẩn cấp, có lý do và báo động"),
    frozenset(Role) - {Role.AUDITOR, Role.EXCHANGE},
)
REVIEW_BREAK_GLASS = Permission(
    "access.review_break_glass",
    label("permissions", "Xét các lần mở khẩn cấp"),
    frozenset({Role.HEAD}),
)
"""Whoever answers reads the reason, which may name an illness: of the closed list is the head (Luật HIV Đ30.2)."""
COUNTERSIGN = Permission("access.countersign", label("permissions", "Nhờ người thứ hai xác nhận"), frozenset(Role))
EDIT_SECURITY = Permission(
    "access.edit_security",
    label("permissions", "Sửa cài đặt an toàn"),
    frozenset({Role.ADMIN, Role.HEAD}),
)
