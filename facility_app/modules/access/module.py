"""What the slice of accounts offers the house."""

from facility_app.kernel.labels import label
from facility_app.kernel.privacy import LocalOnly, Retention, TableSpec
from facility_app.kernel.spec import ModuleSpec, Verb
from facility_app.modules.access import tables
from facility_app.modules.access.domain import CHANGE_OWN_PASSWORD, MANAGE_USERS, READ_AUDIT, SIGN_IN

SPEC = ModuleSpec(
    id="access",
    permissions=(MANAGE_USERS, READ_AUDIT, CHANGE_OWN_PASSWORD, SIGN_IN),
    verbs=(
        Verb("access.add_user", label("verbs", "Thêm tài khoản"), MANAGE_USERS),
        Verb("access.reset_password", label("verbs", "Cấp lại mật khẩu"), MANAGE_USERS),
        Verb("access.disable_user", label("verbs", "Khóa tài khoản"), MANAGE_USERS),
        Verb("access.change_own_password", label("verbs", "Đổi mật khẩu"), CHANGE_OWN_PASSWORD),
        Verb("access.failed_tries", label("verbs", "Ghi lần đăng nhập sai"), SIGN_IN),
        Verb("access.mend_slots", label("verbs", "Sửa lệch ngăn khóa và tài khoản"), SIGN_IN),
        Verb("audit.erase_value", label("verbs", "Xóa giá trị trong nhật ký"), MANAGE_USERS),
    ),
    tables=(
        TableSpec(
            tables.UserAccount.__tablename__, LocalOnly("accounts of this installation"), Retention.SECURITY
        ),
        TableSpec(tables.UserRole.__tablename__, LocalOnly("accounts of this installation"), Retention.SECURITY),
    ),
)
