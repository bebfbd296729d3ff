"""Who may care for the file."""

from facility_app.kernel.actor import Permission, Role
from facility_app.kernel.labels import label
from facility_app.kernel.spec import Verb

MAKE_BACKUP = Permission(
    "upkeep.make_backup",
    label("permissions", "Sao lưu và kiểm tra bản sao lưu"),
    frozenset({Role.ADMIN, Role.HEAD}),
)
RESTORE = Permission("upkeep.restore", label("permissions", "Khôi phục từ bản sao lưu"), frozenset({Role.ADMIN}))
CHANGE_KEYS = Permission("upkeep.change_keys", label("permissions", "Đổi khóa dữ liệu"), frozenset({Role.ADMIN}))
# Nothing else can be done with a file of an older program, so whoever opens it may bring it up to date.
UPGRADE = Permission("upkeep.upgrade", label("permissions", "Nâng cấp cấu trúc dữ liệu"), frozenset(Role))
RUN_CHECK = Permission("upkeep.run_check", label("permissions", "Kiểm tra tệp dữ liệu"), frozenset(Role))

VERBS = (
    Verb("upkeep.backup", label("verbs", "Sao lưu"), MAKE_BACKUP),
    Verb("upkeep.verify_backup", label("verbs", "Kiểm tra bản sao lưu"), MAKE_BACKUP),
    Verb("upkeep.restore", label("verbs", "Khôi phục"), RESTORE),
    Verb("upkeep.rekey", label("verbs", "Đổi khóa dữ liệu"), CHANGE_KEYS),
    Verb("upkeep.new_recovery_key", label("verbs", "Lập khóa khôi phục mới"), CHANGE_KEYS),
    Verb("upkeep.migrate", label("verbs", "Nâng cấp dữ liệu"), UPGRADE),
    Verb("upkeep.check", label("verbs", "Kiểm tra"), RUN_CHECK),
    Verb("upkeep.accept_file", label("verbs", "Chấp nhận tệp đã khôi phục"), RESTORE),
    Verb("upkeep.begin", label("verbs", "Lập mốc đối chiếu"), RESTORE),
)
