"""Who prepares a release, who signs it off, and who only sees what is still open."""

from typing import Final

from facility_app.kernel.actor import Permission, Role
from facility_app.kernel.labels import label

_OFFICE: Final = frozenset({Role.HEAD, Role.CLERK, Role.DISCHARGE})
_FOLLOWING: Final = frozenset(
    {Role.INTAKE, Role.TEAM_OFFICER, Role.COUNSELLOR, Role.DOCTOR, Role.CHIEF_NURSE, Role.AUDITOR}
)
_PLAN: Final = frozenset({Role.HEAD, Role.DISCHARGE, Role.COUNSELLOR})

VIEW_RELEASES = Permission(
    "discharge.view", label("permissions", "Xem hồ sơ ra cơ sở và những việc còn mở"), _OFFICE | _FOLLOWING
)
PREPARE_RELEASE = Permission(
    "discharge.prepare",
    label("permissions", "Chuẩn bị ra cơ sở: nơi cư trú, quyết định nhận được, tiền và đồ vật"),
    _OFFICE,
)
READ_REINTEGRATION = Permission(
    "discharge.read_plan",
    label("permissions", "Xem kế hoạch tái hòa nhập cộng đồng"),
    _PLAN | {Role.CLERK, Role.DOCTOR, Role.CHIEF_NURSE},
)
WRITE_REINTEGRATION = Permission(
    "discharge.write_plan", label("permissions", "Lập kế hoạch tái hòa nhập cộng đồng (V-19)"), _PLAN
)
RECORD_EXAMINATION = Permission(
    "discharge.record_examination",
    label("permissions", "Ghi đã khám sức khỏe trước khi ra cơ sở"),
    frozenset({Role.DOCTOR, Role.CHIEF_NURSE, Role.HEAD}),
)
FIT_DEVICE = Permission(
    "discharge.fit_device",
    label("permissions", "Thi hành quyết định giám sát điện tử"),
    frozenset({Role.HEAD, Role.DISCHARGE}),
)
ISSUE_RELEASE_PAPERS = Permission(
    "discharge.issue",
    label("permissions", "Lập thông báo, giấy xác nhận, biên bản giao nhận khi ra cơ sở"),
    _OFFICE,
)
RELEASE_PEOPLE = Permission("discharge.release", label("permissions", "Cho ra cơ sở"), _OFFICE)
CLOSE_RELEASES = Permission(
    "discharge.close", label("permissions", "Đóng hồ sơ ra cơ sở khi có biên nhận"), _OFFICE
)
TAKE_DRAFTS = Permission(
    "discharge.take_drafts",
    label("permissions", "Xuất, in biểu mẫu điền sẵn của một người"),
    _OFFICE | {Role.INTAKE, Role.TEAM_OFFICER, Role.COUNSELLOR, Role.DOCTOR, Role.CHIEF_NURSE},
)
