"""Who may read, issue, strike out and send papers.

Papers name people with their numbers and families, so those who do the paperwork read them; what they say of a
person's health stands behind a wall of its own. Whoever checks the code on a paper learns only that it is genuine.
"""

from typing import Final

from facility_app.kernel.actor import Permission, Role
from facility_app.kernel.labels import label

_OFFICE: Final = frozenset({Role.HEAD, Role.CLERK, Role.INTAKE, Role.DISCHARGE})
_MEDICAL: Final = frozenset({Role.DOCTOR, Role.CHIEF_NURSE})
_AUTHORS: Final = _OFFICE | {Role.DOCTOR, Role.COUNSELLOR}
_WORKING: Final = _AUTHORS | {Role.CHIEF_NURSE, Role.TEAM_OFFICER}

READ_PAPERS = Permission(
    "correspondence.read_papers",
    label("permissions", "Xem sổ văn bản đi, đến và mở văn bản"),
    _WORKING | {Role.AUDITOR},
)
READ_HEALTH_PAPERS = Permission(
    "correspondence.read_health_papers",
    label("permissions", "Đọc phần y tế của văn bản"),
    _MEDICAL | {Role.HEAD},
)
VERIFY_PAPERS = Permission(
    "correspondence.verify_papers", label("permissions", "Kiểm tra mã trên văn bản"), frozenset(Role)
)
ISSUE_PAPERS = Permission(
    "correspondence.issue_papers", label("permissions", "Ban hành văn bản, lấy số"), _AUTHORS
)
VOID_PAPERS = Permission(
    "correspondence.void_papers",
    label("permissions", "Hủy văn bản đã ban hành"),
    frozenset({Role.HEAD, Role.CLERK}),
)
PRINT_PAPERS = Permission("correspondence.print_papers", label("permissions", "In văn bản"), _WORKING)
# The pharmacist issues, prints and has signed the papers of the book (TT 18/2026/TT-BYT), and handles no other.
HANDLE_PAPERS = Permission(
    "correspondence.handle_papers",
    label("permissions", "Xem, ban hành, in văn bản lập từ sổ sách mình giữ"),
    _WORKING | {Role.AUDITOR, Role.PHARMACIST},
)
RECORD_DELIVERIES = Permission(
    "correspondence.record_deliveries", label("permissions", "Ghi ngày gửi, ngày nhận văn bản"), _OFFICE
)
REGISTER_RECEIVED = Permission(
    "correspondence.register_received", label("permissions", "Vào sổ và sửa văn bản đến"), _OFFICE
)
ATTACH_SCANS = Permission(
    "correspondence.attach_scans", label("permissions", "Đính kèm bản quét văn bản"), _AUTHORS
)
EXPORT_REGISTERS = Permission(
    "correspondence.export_registers",
    label("permissions", "Xuất sổ văn bản đi, đến ra tệp Excel"),
    frozenset({Role.HEAD, Role.CLERK}),
)
KEEP_NUMBERS = Permission(
    "correspondence.keep_numbers",
    label("permissions", "Mở sổ số giữa năm"),
    frozenset({Role.HEAD, Role.CLERK}),
)
KEEP_KEYS = Permission(
    "correspondence.keep_keys",
    label("permissions", "Quản lý khóa ký mã trên văn bản"),
    frozenset({Role.ADMIN, Role.HEAD}),
)
