"""Who looks at stock, who moves it, who gives, who signs: the prescriber, the keeper and the giver are others."""

from typing import Final

from facility_app.kernel.actor import Permission, Role
from facility_app.kernel.labels import label

_NURSES: Final = frozenset({Role.NURSE, Role.CHIEF_NURSE})
_KEEPERS: Final = frozenset({Role.PHARMACIST})
# The closed list of Luật HIV Đ30.2 (clinical.md §7.2) within a facility: its health staff (point e) and its head.
HEALTH: Final = _NURSES | _KEEPERS | {Role.DOCTOR}
"""Whose day is the ward and its medicines."""

VIEW_STOCK = Permission(
    "pharmacy.view",
    label("permissions", "Xem danh mục thuốc, tồn kho, sổ thuốc"),
    HEALTH | {Role.HEAD, Role.AUDITOR},
)
SEE_PRIVATE = Permission(
    "pharmacy.see_private",
    label("permissions", "Xem thuốc làm lộ tình trạng bệnh và người đã dùng thuốc đó"),
    HEALTH | {Role.HEAD},
)
READ_TAKEN = Permission(
    "pharmacy.read_taken", label("permissions", "Tra lô thuốc – người dùng thuốc"), HEALTH | {Role.HEAD}
)
KEEP_CATALOGUE = Permission(
    "pharmacy.keep_catalogue", label("permissions", "Lập danh mục thuốc, phân loại, nơi để thuốc"), _KEEPERS
)
APPROVE_MEDICINES = Permission(
    "pharmacy.approve_medicines",
    label("permissions", "Phê duyệt số liệu của thuốc trong danh mục"),
    _KEEPERS | {Role.DOCTOR},
)
KEEP_STORE = Permission(
    "pharmacy.keep_store", label("permissions", "Nhập, chuyển, xuất, nhận lại, hủy thuốc ở kho"), _KEEPERS
)
ASK_MEDICINES = Permission(
    "pharmacy.ask_medicines",
    label("permissions", "Lập phiếu lĩnh thuốc (trưởng khoa điều trị)"),
    frozenset({Role.CHIEF_NURSE, Role.DOCTOR}),
)
APPROVE_ISSUE = Permission(
    "pharmacy.approve_issue",
    label("permissions", "Duyệt phiếu lĩnh thuốc (trưởng khoa dược)"),
    _KEEPERS | {Role.HEAD},
)
HOLD_CABINET = Permission(
    "pharmacy.hold_cabinet", label("permissions", "Nhận giữ tủ thuốc trực, giao ca"), _NURSES
)
STAND_IN = Permission(
    "pharmacy.stand_in",
    label("permissions", "Lấy thuốc, giao tủ thuốc trực thay người đang giữ tủ"),
    frozenset({Role.CHIEF_NURSE, Role.HEAD}),
)
GIVE_DOSES = Permission("pharmacy.give_doses", label("permissions", "Lấy thuốc cho người bệnh dùng"), _NURSES)
COUNT_STOCK = Permission("pharmacy.count", label("permissions", "Kiểm đếm thuốc"), _NURSES | _KEEPERS)
SETTLE_COUNTS = Permission("pharmacy.settle_counts", label("permissions", "Điều chỉnh theo kiểm đếm"), _KEEPERS)
SIGN_BOOK = Permission("pharmacy.sign_book", label("permissions", "Khóa và ký sổ thuốc của ngày"), _KEEPERS)
REPORT_LOSS = Permission(
    "pharmacy.report_loss",
    label("permissions", "Ghi thất thoát, nhầm lẫn thuốc phải kiểm soát đặc biệt"),
    _NURSES | _KEEPERS | {Role.HEAD},
)
SIGN_REPORTS = Permission(
    "pharmacy.sign_reports",
    label("permissions", "Ký báo cáo thuốc phải kiểm soát đặc biệt, cho phép hủy thuốc"),
    frozenset({Role.HEAD}),
)
MAKE_PAPERS = Permission(
    "pharmacy.make_papers",
    label("permissions", "Lập, in văn bản theo TT 18/2026/TT-BYT (sổ, phiếu, báo cáo, biên bản thuốc)"),
    _KEEPERS | {Role.HEAD},
)
VERIFY_LEDGER = Permission(
    "pharmacy.verify",
    label("permissions", "Kiểm tra sổ thuốc phải kiểm soát đặc biệt"),
    _KEEPERS | {Role.HEAD, Role.AUDITOR},
)

WITNESSES: Final = HEALTH | {Role.HEAD}
"""Any of them may be the second person of a move of a controlled medicine."""
BOOK_SIGNERS: Final = frozenset({Role.HEAD, Role.DOCTOR})
"""Who signs a page of the book as head of the department."""
RECEIVERS: Final = _NURSES
"""Who receives what a requisition asked for."""
