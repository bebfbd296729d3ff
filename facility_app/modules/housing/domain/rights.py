"""Who sees the beds, who builds the house, who places people, who says what somebody needs, who calls the roll."""

from typing import Final

from facility_app.kernel.actor import Permission, Role
from facility_app.kernel.labels import label

_EVERYONE_INSIDE: Final = frozenset(Role) - {Role.ADMIN, Role.EXCHANGE}
_WATCH: Final = frozenset({Role.HEAD, Role.GUARD, Role.TEAM_OFFICER})
_PLACING: Final = _WATCH | {Role.INTAKE}

VIEW_HOUSE = Permission(
    "housing.view_house", label("permissions", "Xem khu, phòng, giường (không có tên người)"), frozenset(Role)
)
VIEW_BOARD = Permission("housing.view_board", label("permissions", "Xem ai ở giường nào"), _EVERYONE_INSIDE)
KNOW_NEEDS = Permission(
    "housing.know_needs",
    label("permissions", "Xem yêu cầu về chỗ ở, lý do xếp giường, ghi chú điểm danh (có thể là chuyện sức khỏe)"),
    _PLACING | {Role.DOCTOR, Role.CHIEF_NURSE, Role.NURSE},
)
EDIT_HOUSE = Permission(
    "housing.edit_house",
    label("permissions", "Lập và sửa khu, nhà, phòng, giường"),
    frozenset({Role.HEAD, Role.ADMIN}),
)
CHANGE_CAPACITY = Permission(
    "housing.change_capacity",
    label("permissions", "Đổi sức chứa, đóng và mở phòng, giường (cần người thứ hai)"),
    _WATCH | {Role.ADMIN},
)
AGREE_CAPACITY = Permission(
    "housing.agree_capacity",
    label("permissions", "Là người thứ hai khi đổi sức chứa, đóng và mở phòng, giường"),
    _WATCH | {Role.CHIEF_NURSE},
)
PLACE_PEOPLE = Permission("housing.place", label("permissions", "Xếp giường, chuyển giường"), _PLACING)
AGREE_OVERRIDE = Permission(
    "housing.agree_override",
    label("permissions", "Là người thứ hai khi xếp giường trái một quy tắc được phép vượt"),
    frozenset({Role.HEAD, Role.TEAM_OFFICER}),
)
SET_MEDICAL_NEEDS = Permission(
    "housing.set_medical_needs",
    label("permissions", "Yêu cầu chỗ ở vì lý do y tế (không nêu bệnh)"),
    frozenset({Role.DOCTOR, Role.CHIEF_NURSE}),
)
SET_BODY_NEEDS = Permission(
    "housing.set_body_needs",
    label("permissions", "Yêu cầu phòng riêng theo giới tính thực tế trên cơ thể"),
    frozenset({Role.HEAD, Role.INTAKE, Role.DOCTOR, Role.CHIEF_NURSE}),
)
SET_CUSTODY_NEEDS = Permission(
    "housing.set_custody_needs",
    label("permissions", "Đưa vào, đưa ra khu dành riêng cho người vi phạm nội quy"),
    frozenset({Role.HEAD}),
)
MANAGE_TEAMS = Permission("housing.manage_teams", label("permissions", "Lập tổ, giao người phụ trách"), _WATCH)
FILL_TEAMS = Permission("housing.fill_teams", label("permissions", "Sắp xếp người vào tổ"), _PLACING)
CALL_ROLL = Permission("housing.call_roll", label("permissions", "Điểm danh, giải thích chênh lệch"), _WATCH)
CHECK_HOUSE = Permission(
    "housing.check",
    label("permissions", "Kiểm tra chỗ ở có đúng với thực tế và quy tắc"),
    _PLACING | {Role.CLERK},
)
SET_HOUSE = Permission(
    "housing.set_house",
    label("permissions", "Đặt quy ước của cơ sở về chỗ ở"),
    frozenset({Role.HEAD}),
)
FOLLOW_STAYS = Permission(
    "housing.follow_stays",
    label("permissions", "Giữ hoặc trả giường khi người cai nghiện ra ngoài, kết thúc (theo việc của người khác)"),
    _PLACING | {Role.CLERK, Role.DISCHARGE, Role.DOCTOR, Role.CHIEF_NURSE},
)
