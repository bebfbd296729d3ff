"""What the slice of staff offers the house."""

from facility_app.kernel.labels import label
from facility_app.kernel.privacy import Retention, Synced, TableSpec
from facility_app.kernel.spec import ModuleSpec, Verb
from facility_app.modules.staff import queries, tables
from facility_app.modules.staff.domain import EDIT_STAFF, GRANT_AUTHORITY, READ_STAFF_FILE, VIEW_STAFF

SPEC = ModuleSpec(
    id="staff",
    permissions=(VIEW_STAFF, READ_STAFF_FILE, EDIT_STAFF, GRANT_AUTHORITY),
    verbs=(
        Verb("staff.add", label("verbs", "Thêm cán bộ"), EDIT_STAFF),
        Verb("staff.edit", label("verbs", "Sửa hồ sơ cán bộ"), EDIT_STAFF),
        Verb("staff.end_employment", label("verbs", "Ghi cán bộ thôi việc"), EDIT_STAFF),
        Verb("staff.void", label("verbs", "Gạch bỏ cán bộ nhập nhầm"), EDIT_STAFF),
        Verb("staff.give_post", label("verbs", "Giao chức vụ"), EDIT_STAFF),
        Verb("staff.end_post", label("verbs", "Kết thúc chức vụ"), EDIT_STAFF),
        Verb("staff.grant_authority", label("verbs", "Ghi quyền ký"), GRANT_AUTHORITY),
        Verb("staff.end_authority", label("verbs", "Chấm dứt quyền ký"), GRANT_AUTHORITY),
        Verb("staff.add_certificate", label("verbs", "Thêm chứng chỉ"), EDIT_STAFF),
        Verb("staff.void_certificate", label("verbs", "Gạch bỏ chứng chỉ"), EDIT_STAFF),
    ),
    tables=(
        TableSpec(tables.StaffMember.__tablename__, Synced(20, resident_path=()), Retention.REFERENCE),
        TableSpec(tables.StaffPost.__tablename__, Synced(21, resident_path=()), Retention.REFERENCE),
        TableSpec(tables.StaffAuthority.__tablename__, Synced(22, resident_path=()), Retention.REFERENCE),
        TableSpec(tables.StaffCertificate.__tablename__, Synced(23, resident_path=()), Retention.REFERENCE),
    ),
    answers=queries.ANSWERS,
)
