"""What the slice of upkeep offers the house."""

from facility_app.kernel.spec import ModuleSpec
from facility_app.modules.upkeep.domain import CHANGE_KEYS, MAKE_BACKUP, RESTORE, RUN_CHECK, UPGRADE, VERBS

SPEC = ModuleSpec(
    id="upkeep",
    permissions=(MAKE_BACKUP, RESTORE, CHANGE_KEYS, UPGRADE, RUN_CHECK),
    verbs=VERBS,
)
