"""Who sees the trades people learn, who guides them, runs courses, goes past the queue, gives certificates."""

from typing import Final

from facility_app.kernel.actor import Permission, Role
from facility_app.kernel.labels import label

_TEACHING: Final = frozenset({Role.TEACHER, Role.LABOUR, Role.HEAD})

VIEW_VOCATIONAL = Permission(
    "vocational.view",
    label("permissions", "Xem học nghề, việc làm"),
    _TEACHING | {Role.COUNSELLOR, Role.TEAM_OFFICER, Role.CLERK, Role.DISCHARGE, Role.AUDITOR},
)
GUIDE = Permission(
    "vocational.guide",
    label("permissions", "Ghi hướng nghiệp, tư vấn việc làm, hỗ trợ, kết quả sau khi ra cơ sở"),
    _TEACHING | {Role.COUNSELLOR, Role.DISCHARGE},
)
RUN_COURSES = Permission(
    "vocational.run_courses", label("permissions", "Mở khóa học nghề, xếp người, điểm danh, chấm điểm"), _TEACHING
)
PASS_QUEUE = Permission(
    "vocational.pass_queue",
    label("permissions", "Xếp học nghề ngoài thứ tự danh sách chờ"),
    frozenset({Role.HEAD}),
)
FOLLOW_STAYS = Permission(
    "vocational.follow_stays",
    label("permissions", "Đưa ra khỏi khóa học nghề, danh sách chờ khi ra cơ sở (theo việc của người khác)"),
    frozenset({Role.HEAD, Role.CLERK, Role.DISCHARGE}),
)
"""Whoever may end a stay."""
ISSUE_CERTIFICATES = Permission(
    "vocational.issue_certificates",
    label("permissions", "Cấp, in, hủy chứng chỉ nghề"),
    frozenset({Role.HEAD, Role.CLERK}),
)
