"""Who sees and plans classes, keeps their sheets, counsels, and reads what was said in confidence."""

from typing import Final

from facility_app.kernel.actor import Permission, Role
from facility_app.kernel.labels import label

_TEACHERS: Final = frozenset({Role.HEAD, Role.TEACHER, Role.COUNSELLOR})

VIEW_EDUCATION = Permission(
    "education.view",
    label("permissions", "Xem lớp học, điểm danh lớp, kết quả học tập"),
    _TEACHERS | {Role.TEAM_OFFICER, Role.LABOUR, Role.DISCHARGE, Role.CLERK, Role.AUDITOR},
)
PLAN_EDUCATION = Permission(
    "education.plan",
    label("permissions", "Lập chương trình, mở lớp, xếp người vào lớp, xếp thời khóa biểu"),
    frozenset({Role.HEAD, Role.TEACHER}),
)
TEACH = Permission(
    "education.teach",
    label("permissions", "Điểm danh lớp, ghi kết quả học tập, học bạ"),
    _TEACHERS,
)
COUNSEL = Permission("education.counsel", label("permissions", "Ghi buổi tư vấn"), _TEACHERS)
VIEW_COUNSELLING = Permission(
    "education.view_counselling",
    label("permissions", "Xem buổi tư vấn (không có phần giữ kín)"),
    _TEACHERS | {Role.DISCHARGE, Role.AUDITOR},
)
FOLLOW_STAYS = Permission(
    "education.follow_stays",
    label("permissions", "Đưa ra khỏi lớp học khi ra cơ sở (theo việc của người khác)"),
    frozenset(Role) - {Role.ADMIN, Role.EXCHANGE},
)
READ_CONFIDENTIAL = Permission(
    "education.read_confidential",
    label("permissions", "Đọc phần giữ kín của buổi tư vấn (lần đọc được ghi vào nhật ký)"),
    frozenset({Role.HEAD, Role.COUNSELLOR}),
)
