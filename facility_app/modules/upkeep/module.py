"""What the slice of upkeep offers the house."""

from facility_app.kernel.labels import label
from facility_app.kernel.spec import ModuleSpec, Verb
from facility_app.modules.upkeep.domain import CHANGE_KEYS, MAKE_BACKUP, RESTORE, RUN_CHECK, UPGRADE

SPEC = ModuleSpec(
    id="upkeep",
    permissions=(MAKE_BACKUP, RESTORE, CHANGE_KEYS, UPGRADE, RUN_CHECK),
    verbs=(
        Verb("upkeep.backup", label("verbs", "Sao lưu"), MAKE_BACKUP),
        Verb("upkeep.verify_backup", label("verbs", "Kiểm tra bản sao lưu"), MAKE_BACKUP),
        Verb("upkeep.restore", label("verbs", "Khôi phục"), RESTORE),
        Verb("upkeep.rekey", label("verbs", "Đổi khóa dữ liệu"), CHANGE_KEYS),
        Verb("upkeep.new_recovery_key", label("verbs", "Lập khóa khôi phục mới"), CHANGE_KEYS),
        Verb("upkeep.migrate", label("verbs", "Nâng cấp dữ liệu"), UPGRADE),
        Verb("upkeep.check", label("verbs", "Kiểm tra"), RUN_CHECK),
        Verb("upkeep.accept_file", label("verbs", "Chấp nhận tệp đã khôi phục"), RESTORE),
        Verb("upkeep.begin", label("verbs", "Lập mốc đối chiếu"), RESTORE),
    ),
)
