"""What the slice of accounts offers the house."""

from facility_app.kernel.labels import label
from facility_app.kernel.privacy import LocalOnly, Retention, TableSpec
from facility_app.kernel.spec import ModuleSpec, Verb
from facility_app.modules.access import queries, tables
from facility_app.modules.access.domain import (
    BREAK_GLASS,
    CHANGE_OWN_PASSWORD,
    COUNTERSIGN,
    EDIT_SECURITY,
    ENTER,
    GIVE_GRANT,
    MANAGE_USERS,
    READ_AUDIT,
    READ_AUDIT_PEOPLE,
    REVIEW_BREAK_GLASS,
    SETTINGS,
    SIGN_IN,
    USE_GRANT,
    WhatMayBeLent,
)

HERE = LocalOnly("accounts of this installation")

SPEC = ModuleSpec(
    id="access",
    permissions=(
        MANAGE_USERS,
        READ_AUDIT,
        READ_AUDIT_PEOPLE,
        CHANGE_OWN_PASSWORD,
        SIGN_IN,
        ENTER,
        GIVE_GRANT,
        USE_GRANT,
        BREAK_GLASS,
        REVIEW_BREAK_GLASS,
        COUNTERSIGN,
        EDIT_SECURITY,
    ),
    verbs=(
        Verb("access.add_user", label("verbs", "Thêm tài khoản"), MANAGE_USERS),
        Verb("access.change_roles", label("verbs", "Đổi vai trò"), MANAGE_USERS),
        Verb("access.reset_password", label("verbs", "Cấp lại mật khẩu"), MANAGE_USERS),
        Verb("access.disable_user", label("verbs", "Khóa tài khoản"), MANAGE_USERS),
        Verb("access.change_own_password", label("verbs", "Đổi mật khẩu"), CHANGE_OWN_PASSWORD),
        Verb("access.sign_in", label("verbs", "Đăng nhập"), ENTER),
        Verb("access.lock", label("verbs", "Khóa màn hình"), ENTER),
        Verb("access.unlock", label("verbs", "Mở khóa màn hình"), ENTER),
        Verb("access.sign_out", label("verbs", "Đăng xuất"), ENTER),
        Verb("access.give_grant", label("verbs", "Cấp quyền xem có thời hạn"), GIVE_GRANT),
        Verb("access.revoke_grant", label("verbs", "Thu hồi quyền xem có thời hạn"), GIVE_GRANT),
        Verb("access.use_grant", label("verbs", "Xem bằng quyền được cấp"), USE_GRANT),
        Verb("access.break_glass", label("verbs", "Mở khẩn cấp"), BREAK_GLASS),
        Verb("access.give_back", label("verbs", "Trả lại quyền mở khẩn cấp"), BREAK_GLASS),
        Verb("access.act_under_break_glass", label("verbs", "Làm việc trong lúc mở khẩn cấp"), ENTER),
        Verb("access.acknowledge_break_glass", label("verbs", "Xét lần mở khẩn cấp"), REVIEW_BREAK_GLASS),
        Verb("access.edit_security", label("verbs", "Sửa cài đặt an toàn"), EDIT_SECURITY),
        Verb("access.failed_tries", label("verbs", "Ghi lần đăng nhập sai"), SIGN_IN),
        Verb("access.mend_slots", label("verbs", "Sửa lệch ngăn khóa và tài khoản"), SIGN_IN),
        Verb("audit.erase_value", label("verbs", "Xóa giá trị trong nhật ký"), MANAGE_USERS),
    ),
    tables=(
        TableSpec(tables.UserAccount.__tablename__, HERE, Retention.SECURITY),
        TableSpec(tables.UserRole.__tablename__, HERE, Retention.SECURITY),
        TableSpec(
            tables.AccessGrant.__tablename__, LocalOnly("who may look at this installation"), Retention.SECURITY
        ),
        TableSpec(
            tables.BreakGlass.__tablename__, LocalOnly("emergencies at this installation"), Retention.SECURITY
        ),
    ),
    settings=SETTINGS,
    answers={WhatMayBeLent: (queries.answer_what_may_be_lent,)},
)
