"""Who sees the teams, who keeps their sheets, who arranges the work, who keeps the money of it."""

from typing import Final

from facility_app.kernel.actor import Permission, Role
from facility_app.kernel.labels import label

_ARRANGING: Final = frozenset({Role.LABOUR, Role.HEAD})
_KEEPING: Final = _ARRANGING | {Role.TEAM_OFFICER}
_MONEY: Final = frozenset({Role.TREASURER, Role.HEAD})

VIEW_LABOUR = Permission(
    "labour.view", label("permissions", "Xem tổ lao động, phiếu chấm công, dụng cụ"), _KEEPING | {Role.AUDITOR}
)
KEEP_SHEETS = Permission(
    "labour.keep_sheets", label("permissions", "Chấm công, phát và thu dụng cụ lao động"), _KEEPING
)
ARRANGE_LABOUR = Permission(
    "labour.arrange",
    label("permissions", "Lập tổ lao động, ghi đăng ký, huấn luyện an toàn, danh mục công việc"),
    _ARRANGING,
)
VIEW_RESULTS = Permission(
    "labour.view_results", label("permissions", "Xem sổ kết quả lao động"), _ARRANGING | _MONEY | {Role.AUDITOR}
)
KEEP_RESULTS = Permission(
    "labour.keep_results", label("permissions", "Ghi thu, chi của lao động trị liệu"), _ARRANGING | _MONEY
)
CLOSE_LABOUR = Permission("labour.close", label("permissions", "Khóa sổ kết quả lao động của tháng"), _MONEY)
FOLLOW_STAYS = Permission(
    "labour.follow_stays",
    label("permissions", "Đưa ra khỏi tổ lao động khi ra cơ sở (theo việc của người khác)"),
    frozenset(Role) - {Role.ADMIN, Role.EXCHANGE},
)
PERMISSIONS: Final = (
    VIEW_LABOUR,
    KEEP_SHEETS,
    ARRANGE_LABOUR,
    VIEW_RESULTS,
    KEEP_RESULTS,
    CLOSE_LABOUR,
    FOLLOW_STAYS,
)
"""Every right of this slice."""
