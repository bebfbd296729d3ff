"""What may be done with the facility's profile, the lists, the legal parameters and the working days."""

from facility_app.kernel.actor import Permission, Role
from facility_app.kernel.labels import label

EDIT_FACILITY = Permission(
    "catalogues.edit_facility", label("permissions", "Sửa hồ sơ cơ sở"), frozenset({Role.ADMIN, Role.HEAD})
)
READ_FACILITY = Permission("catalogues.read_facility", label("permissions", "Xem hồ sơ cơ sở"), frozenset(Role))
READ_LISTS = Permission(
    "catalogues.read_lists",
    label("permissions", "Xem danh mục, thông số pháp lý, ngày làm việc"),
    frozenset(Role),
)
EDIT_PARAMETERS = Permission(
    "catalogues.edit_parameters",
    label("permissions", "Sửa thông số pháp lý"),
    frozenset({Role.ADMIN, Role.HEAD}),
)
EDIT_WORKING_DAYS = Permission(
    "catalogues.edit_working_days",
    label("permissions", "Sửa ngày nghỉ, ngày làm bù"),
    frozenset({Role.ADMIN, Role.HEAD, Role.CLERK}),
)
