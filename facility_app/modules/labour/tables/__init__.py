"""How labour is kept."""

from facility_app.modules.labour.tables.months import LabourEntry, LabourMonth, LabourShare
from facility_app.modules.labour.tables.people import LabourRegistration, SafetyTraining
from facility_app.modules.labour.tables.sheets import LabourMark, LabourSheet
from facility_app.modules.labour.tables.teams import LabourMember, LabourTeam, WorkType
from facility_app.modules.labour.tables.tools import LabourTool, ToolCount

__all__ = [
    "LabourEntry",
    "LabourMark",
    "LabourMember",
    "LabourMonth",
    "LabourRegistration",
    "LabourShare",
    "LabourSheet",
    "LabourTeam",
    "LabourTool",
    "SafetyTraining",
    "ToolCount",
    "WorkType",
]
