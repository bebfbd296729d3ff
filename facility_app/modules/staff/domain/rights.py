"""What may be done with the people who work here."""

from facility_app.kernel.actor import Permission, Role
from facility_app.kernel.labels import label

VIEW_STAFF = Permission("staff.view", label("permissions", "Xem danh sách cán bộ"), frozenset(Role))
READ_STAFF_FILE = Permission(
    "staff.read_file",
    label("permissions", "Xem hồ sơ cán bộ (ngày sinh, số định danh, điện thoại)"),
    frozenset({Role.ADMIN, Role.HEAD, Role.CLERK, Role.AUDITOR}),
)
EDIT_STAFF = Permission(
    "staff.edit",
    label("permissions", "Sửa hồ sơ cán bộ, chức vụ, chứng chỉ"),
    frozenset({Role.ADMIN, Role.HEAD, Role.CLERK}),
)
GRANT_AUTHORITY = Permission(
    "staff.grant_authority",
    label("permissions", "Ghi và chấm dứt quyền ký thay, thừa lệnh, thừa ủy quyền"),
    frozenset({Role.HEAD, Role.CLERK}),
)
