"""What the slice of labour offers the house."""

from typing import Final

from facility_app.kernel.labels import label
from facility_app.kernel.privacy import Retention, Synced, TableSpec
from facility_app.kernel.spec import ModuleSpec, Verb
from facility_app.modules.labour import tables
from facility_app.modules.labour.domain import rights
from facility_app.modules.labour.queries import doings, telling
from facility_app.modules.labour.service.following import HANDLERS

OF_RESIDENT = ("resident_id",)

ADD_WORK: Final = Verb("labour.add_work_type", label("verbs", "Thêm công việc"), rights.ARRANGE_LABOUR)
EDIT_WORK: Final = Verb("labour.edit_work_type", label("verbs", "Sửa công việc"), rights.ARRANGE_LABOUR)
VOID_WORK: Final = Verb("labour.void_work_type", label("verbs", "Gạch bỏ công việc"), rights.ARRANGE_LABOUR)
ADD_TEAM: Final = Verb("labour.add_team", label("verbs", "Lập tổ lao động"), rights.ARRANGE_LABOUR)
EDIT_TEAM: Final = Verb("labour.edit_team", label("verbs", "Sửa tổ lao động"), rights.ARRANGE_LABOUR)
VOID_TEAM: Final = Verb("labour.void_team", label("verbs", "Bỏ tổ lao động"), rights.ARRANGE_LABOUR)
ADD_TOOL: Final = Verb("labour.add_tool", label("verbs", "Thêm dụng cụ"), rights.ARRANGE_LABOUR)
EDIT_TOOL: Final = Verb("labour.edit_tool", label("verbs", "Sửa dụng cụ"), rights.ARRANGE_LABOUR)
VOID_TOOL: Final = Verb("labour.void_tool", label("verbs", "Gạch bỏ dụng cụ"), rights.ARRANGE_LABOUR)

SPEC = ModuleSpec(
    id="labour",
    permissions=rights.PERMISSIONS,
    verbs=(
        *(ADD_WORK, EDIT_WORK, VOID_WORK, ADD_TEAM, EDIT_TEAM, VOID_TEAM, ADD_TOOL, EDIT_TOOL, VOID_TOOL),
        Verb("labour.join_team", label("verbs", "Xếp vào tổ lao động"), rights.ARRANGE_LABOUR),
        Verb("labour.leave_team", label("verbs", "Cho ra khỏi tổ lao động"), rights.ARRANGE_LABOUR),
        Verb("labour.register", label("verbs", "Ghi đăng ký lao động"), rights.ARRANGE_LABOUR),
        Verb("labour.withdraw_registration", label("verbs", "Ghi rút đăng ký lao động"), rights.ARRANGE_LABOUR),
        Verb("labour.record_training", label("verbs", "Ghi huấn luyện an toàn"), rights.ARRANGE_LABOUR),
        Verb("labour.void_training", label("verbs", "Gạch bỏ huấn luyện ghi nhầm"), rights.ARRANGE_LABOUR),
        Verb("labour.keep_sheet", label("verbs", "Lưu phiếu chấm công"), rights.KEEP_SHEETS),
        Verb("labour.import_month", label("verbs", "Nhập bảng chấm công"), rights.KEEP_SHEETS),
        Verb("labour.take_hours", label("verbs", "Lưu bảng chấm công ra tệp Excel"), rights.KEEP_SHEETS),
        Verb("labour.void_sheet", label("verbs", "Gạch bỏ phiếu chấm công"), rights.KEEP_SHEETS),
        Verb("labour.hand_out_tools", label("verbs", "Phát dụng cụ"), rights.KEEP_SHEETS),
        Verb("labour.take_back_tools", label("verbs", "Thu dụng cụ"), rights.KEEP_SHEETS),
        Verb("labour.enter_result", label("verbs", "Ghi khoản thu, chi lao động"), rights.KEEP_RESULTS),
        Verb("labour.void_result", label("verbs", "Gạch bỏ khoản thu, chi lao động"), rights.KEEP_RESULTS),
        Verb("labour.close_month", label("verbs", "Khóa sổ lao động của tháng"), rights.CLOSE_LABOUR),
        Verb("labour.follow_exit", label("verbs", "Ra khỏi tổ lao động vì ra cơ sở"), rights.FOLLOW_STAYS),
    ),
    tables=(
        TableSpec(tables.WorkType.__tablename__, Synced(241, ()), Retention.REFERENCE),
        TableSpec(tables.LabourTeam.__tablename__, Synced(242, ()), Retention.CASE_FILE),
        TableSpec(tables.LabourMember.__tablename__, Synced(243, OF_RESIDENT), Retention.CASE_FILE),
        TableSpec(tables.LabourRegistration.__tablename__, Synced(244, OF_RESIDENT), Retention.CASE_FILE),
        TableSpec(tables.SafetyTraining.__tablename__, Synced(245, OF_RESIDENT), Retention.CASE_FILE),
        TableSpec(tables.LabourSheet.__tablename__, Synced(246, ()), Retention.CASE_FILE),
        TableSpec(tables.LabourMark.__tablename__, Synced(247, OF_RESIDENT), Retention.CASE_FILE),
        TableSpec(tables.LabourTool.__tablename__, Synced(248, ()), Retention.REFERENCE),
        TableSpec(tables.ToolCount.__tablename__, Synced(249, ()), Retention.SECURITY),
        TableSpec(tables.LabourEntry.__tablename__, Synced(250, ()), Retention.ACCOUNTING),
        TableSpec(tables.LabourMonth.__tablename__, Synced(251, ()), Retention.ACCOUNTING),
        TableSpec(tables.LabourShare.__tablename__, Synced(252, OF_RESIDENT), Retention.ACCOUNTING),
    ),
    handlers=HANDLERS,
    answers={**telling.ANSWERS, **doings.ANSWERS},
)
