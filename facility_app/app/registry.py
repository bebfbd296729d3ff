"""The slices, in order: an explicit list, because frozen builds, navigation and grep all prefer one.

Qt-free: importing it must work where PySide6 is not installed.
"""

from functools import cache

from facility_app.db import audit, capture, notes, overlap, search, settings_store, vault
from facility_app.db.base import Base
from facility_app.db.schema_objects import Schema
from facility_app.kernel.privacy import TableSpec
from facility_app.kernel.spec import ModuleSpec, PaperSpec
from facility_app.modules.absences.module import SPEC as ABSENCES
from facility_app.modules.access.module import SPEC as ACCESS
from facility_app.modules.calendar.module import SPEC as CALENDAR
from facility_app.modules.catalogues.module import SPEC as CATALOGUES
from facility_app.modules.correspondence.module import SPEC as CORRESPONDENCE
from facility_app.modules.deposits.module import SPEC as DEPOSITS
from facility_app.modules.discharge.module import SPEC as DISCHARGE
from facility_app.modules.education.module import SPEC as EDUCATION
from facility_app.modules.exchange.module import SPEC as EXCHANGE
from facility_app.modules.housing.module import SPEC as HOUSING
from facility_app.modules.intake.module import SPEC as INTAKE
from facility_app.modules.labour.module import SPEC as LABOUR
from facility_app.modules.medication.module import SPEC as MEDICATION
from facility_app.modules.pharmacy.module import SPEC as PHARMACY
from facility_app.modules.residents.module import SPEC as RESIDENTS
from facility_app.modules.staff.module import SPEC as STAFF
from facility_app.modules.stays.module import SPEC as STAYS
from facility_app.modules.tasks.module import SPEC as TASKS
from facility_app.modules.treatment.module import SPEC as TREATMENT
from facility_app.modules.upkeep.module import SPEC as UPKEEP
from facility_app.modules.vocational.module import SPEC as VOCATIONAL

MODULES: tuple[ModuleSpec, ...] = (
    ACCESS,
    CATALOGUES,
    STAFF,
    TASKS,
    RESIDENTS,
    CALENDAR,
    CORRESPONDENCE,
    STAYS,
    HOUSING,
    ABSENCES,
    DEPOSITS,
    PHARMACY,
    TREATMENT,
    MEDICATION,
    EDUCATION,
    LABOUR,
    VOCATIONAL,
    INTAKE,
    DISCHARGE,
    EXCHANGE,
    UPKEEP,
)

RETIRED_ORDINALS: dict[str, int] = {}
"""Synced tables of slices taken out, with their numbers: neither is given again, since files out there hold them.

Lines are added, never changed or removed.
"""


def table_specs() -> tuple[TableSpec, ...]:
    """One spec per table of the file: the house's own, then each slice's."""
    own = (*vault.SPECS, *audit.SPECS, *capture.SPECS, *search.SPECS, *settings_store.SPECS, *notes.SPECS)
    return (*own, *(spec for module in MODULES for spec in module.tables))


def table_owners() -> dict[str, str]:
    """Table → id of the slice that keeps it."""
    return {spec.name: module.id for module in MODULES for spec in module.tables}


def papers() -> dict[str, PaperSpec]:
    """Form → the paper a slice fills from its records."""
    return {one.form_id: one for module in MODULES for one in module.papers}


@cache
def schema() -> Schema:
    """What the file must hold: tables, triggers, search indexes."""
    return Schema(Base.metadata, table_specs(), overlap.rules_of(Base.metadata))
