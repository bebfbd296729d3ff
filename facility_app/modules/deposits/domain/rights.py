"""Who may look into the custody ledger, who takes in at the door, who pays out, who gives everything back."""

from typing import Final

from facility_app.kernel.actor import Permission, Role
from facility_app.kernel.labels import label

_TREASURY: Final = frozenset({Role.TREASURER, Role.HEAD})

VIEW_DEPOSITS = Permission(
    "deposits.view",
    label("permissions", "Xem sổ lưu ký tiền, đồ vật, cấp phát"),
    _TREASURY | {Role.INTAKE, Role.DISCHARGE, Role.AUDITOR},
)
TAKE_IN = Permission(
    "deposits.take_in",
    label("permissions", "Nhận giữ tiền, đồ vật khi tiếp nhận"),
    _TREASURY | {Role.INTAKE},
)
KEEP_LEDGER = Permission(
    "deposits.keep_ledger",
    label("permissions", "Ghi nhận, chi tiền lưu ký; ghi dòng điều chỉnh"),
    _TREASURY,
)
HAND_OUT = Permission(
    "deposits.hand_out",
    label("permissions", "Trả, chuyển, niêm phong lại đồ vật lưu ký"),
    _TREASURY,
)
RETURN_DEPOSITS = Permission(
    "deposits.return",
    label("permissions", "Trả toàn bộ tiền, đồ vật lưu ký khi ra cơ sở"),
    _TREASURY | {Role.DISCHARGE},
)
ISSUE_SUPPLIES = Permission(
    "deposits.issue_supplies",
    label("permissions", "Cấp phát quần áo, chăn màn, đồ dùng sinh hoạt"),
    _TREASURY | {Role.INTAKE},
)
CLOSE_MONTHS = Permission("deposits.close_months", label("permissions", "Khóa sổ lưu ký theo tháng"), _TREASURY)
POST_SHARES = Permission(
    "deposits.post_shares",
    label("permissions", "Ghi phần kết quả lao động vào sổ lưu ký"),
    _TREASURY | {Role.LABOUR},
)
