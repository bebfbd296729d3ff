"""Reading the facility's profile, the lists, the legal parameters and the working days."""

from facility_app.modules.catalogues.queries.facility import FacilityRow, get_facility
from facility_app.modules.catalogues.queries.lists import (
    check_code,
    check_place,
    find_code,
    find_place,
    list_codes,
    list_communes,
    list_provinces,
    search_codes,
    search_places,
)
from facility_app.modules.catalogues.queries.parameters import (
    ParameterEditRow,
    ParameterRow,
    find_parameter,
    get_parameter,
    get_parameter_book,
    list_parameter_edits,
    list_parameter_ids,
    list_parameter_rows,
    parameter,
)
from facility_app.modules.catalogues.queries.workdays import (
    get_work_calendar,
    list_holidays,
    list_working_day_ids,
    list_working_day_rows,
)

__all__ = [
    "FacilityRow",
    "ParameterEditRow",
    "ParameterRow",
    "check_code",
    "check_place",
    "find_code",
    "find_parameter",
    "find_place",
    "get_facility",
    "get_parameter",
    "get_parameter_book",
    "get_work_calendar",
    "list_codes",
    "list_communes",
    "list_holidays",
    "list_parameter_edits",
    "list_parameter_ids",
    "list_parameter_rows",
    "list_provinces",
    "list_working_day_ids",
    "list_working_day_rows",
    "parameter",
    "search_codes",
    "search_places",
]
