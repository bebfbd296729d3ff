"""What the slice of catalogues offers the house."""

from facility_app.kernel.labels import label
from facility_app.kernel.privacy import LocalOnly, Retention, Synced, TableSpec
from facility_app.kernel.spec import ModuleSpec, Verb
from facility_app.modules.catalogues import tables
from facility_app.modules.catalogues.domain import (
    EDIT_FACILITY,
    EDIT_PARAMETERS,
    EDIT_WORKING_DAYS,
    READ_FACILITY,
    READ_LISTS,
)

SPEC = ModuleSpec(
    id="catalogues",
    permissions=(EDIT_FACILITY, READ_FACILITY, READ_LISTS, EDIT_PARAMETERS, EDIT_WORKING_DAYS),
    verbs=(
        Verb("catalogues.create_facility", label("verbs", "Lập hồ sơ cơ sở"), EDIT_FACILITY),
        Verb("catalogues.edit_facility", label("verbs", "Sửa hồ sơ cơ sở"), EDIT_FACILITY),
        Verb("catalogues.set_parameter", label("verbs", "Đặt giá trị thông số pháp lý"), EDIT_PARAMETERS),
        Verb("catalogues.void_parameter_edit", label("verbs", "Gạch bỏ giá trị thông số"), EDIT_PARAMETERS),
        Verb("catalogues.set_working_day", label("verbs", "Ghi ngày nghỉ, ngày làm bù"), EDIT_WORKING_DAYS),
        Verb("catalogues.void_working_day", label("verbs", "Gạch bỏ ngày nghỉ, ngày làm bù"), EDIT_WORKING_DAYS),
    ),
    tables=(
        TableSpec(tables.FacilityProfile.__tablename__, Synced(1, resident_path=()), Retention.REFERENCE),
        TableSpec(
            tables.ParameterEdit.__tablename__,
            LocalOnly("a reference list of this facility"),
            Retention.REFERENCE,
        ),
        TableSpec(
            tables.WorkingDayEdit.__tablename__,
            LocalOnly("a reference list of this facility"),
            Retention.REFERENCE,
        ),
    ),
)
