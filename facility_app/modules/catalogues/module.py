"""What the slice of catalogues offers the house."""

from facility_app.kernel.labels import label
from facility_app.kernel.privacy import Retention, Synced, TableSpec
from facility_app.kernel.spec import ModuleSpec, Verb
from facility_app.modules.catalogues import tables
from facility_app.modules.catalogues.domain import EDIT_FACILITY, READ_FACILITY

SPEC = ModuleSpec(
    id="catalogues",
    permissions=(EDIT_FACILITY, READ_FACILITY),
    verbs=(Verb("catalogues.create_facility", label("verbs", "Lập hồ sơ cơ sở"), EDIT_FACILITY),),
    tables=(TableSpec(tables.FacilityProfile.__tablename__, Synced(1, resident_path=()), Retention.REFERENCE),),
)
