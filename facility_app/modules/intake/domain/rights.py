"""Who may take people over from a list; each verb inside asks its own slice's right too."""

from typing import Final

from facility_app.kernel.actor import Permission, Role
from facility_app.kernel.labels import label

_OFFICE: Final = frozenset({Role.HEAD, Role.CLERK, Role.INTAKE})

IMPORT_ROSTERS = Permission("intake.import_rosters", label("permissions", "Nhập danh sách từ bảng tính"), _OFFICE)
UNDO_IMPORTS = Permission(
    "intake.undo_imports", label("permissions", "Hoàn tác cả một lần nhập danh sách"), _OFFICE
)
