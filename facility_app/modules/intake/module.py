"""What the slice of intake offers the house."""

from facility_app.kernel.labels import label
from facility_app.kernel.privacy import LocalOnly, Retention, TableSpec
from facility_app.kernel.spec import ModuleSpec, Verb
from facility_app.modules.intake.domain.rights import IMPORT_ROSTERS, UNDO_IMPORTS
from facility_app.modules.intake.tables import RosterImport, RosterPerson, RosterShape

HERE = LocalOnly("how this office took its lists over; the people and stays travel themselves")

SPEC = ModuleSpec(
    id="intake",
    permissions=(IMPORT_ROSTERS, UNDO_IMPORTS),
    verbs=(
        Verb("intake.import_roster", label("verbs", "Nhập danh sách từ bảng tính"), IMPORT_ROSTERS),
        Verb("intake.undo_import", label("verbs", "Hoàn tác lần nhập danh sách"), UNDO_IMPORTS),
    ),
    tables=(
        TableSpec(RosterShape.__tablename__, HERE, Retention.REFERENCE),
        TableSpec(RosterImport.__tablename__, HERE, Retention.CASE_FILE),
        TableSpec(RosterPerson.__tablename__, HERE, Retention.CASE_FILE),
    ),
)
