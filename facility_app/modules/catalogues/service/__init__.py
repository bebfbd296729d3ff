"""Decisions about the facility's profile, the legal parameters and the working days."""

from facility_app.modules.catalogues.service.facility import (
    CreateFacility,
    EditFacility,
    create_facility,
    edit_facility,
)
from facility_app.modules.catalogues.service.parameters import (
    ParameterPreview,
    SetParameter,
    VoidParameterEdit,
    preview_parameter,
    set_parameter,
    void_parameter_edit,
    what_would_move,
)
from facility_app.modules.catalogues.service.workdays import (
    SetWorkingDay,
    VoidWorkingDay,
    set_working_day,
    void_working_day,
)

__all__ = [
    "CreateFacility",
    "EditFacility",
    "ParameterPreview",
    "SetParameter",
    "SetWorkingDay",
    "VoidParameterEdit",
    "VoidWorkingDay",
    "create_facility",
    "edit_facility",
    "preview_parameter",
    "set_parameter",
    "set_working_day",
    "void_parameter_edit",
    "void_working_day",
    "what_would_move",
]
