"""Where the screens of labour are."""

from typing import Final

TEAMS: Final = "labour.teams"
WORK_TYPES: Final = "labour.work_types"
SHEETS: Final = "labour.sheets"
SHEET: Final = "labour.sheet"
IMPORT_MONTH: Final = "labour.import_month"
CONDITIONS: Final = "labour.conditions"
TOOLS: Final = "labour.tools"
MONTHS: Final = "labour.months"
PERSON: Final = "residents.person"
TAB: Final = "labour.person"
WORK_TABLES: Final = frozenset({"work_type", "labour_team"})
TEAM_TABLES: Final = frozenset({"work_type", "labour_team", "labour_member", "staff_member", "resident_card"})
SHEET_TABLES: Final = TEAM_TABLES | {"labour_sheet", "labour_mark", "labour_month"}
TOOL_TABLES: Final = frozenset({"labour_tool", "tool_count", "labour_team"})
CONDITION_TABLES: Final = frozenset(
    {
        *("labour_registration", "safety_training", "labour_member", "labour_team", "work_type", "work_fitness"),
        *("resident_card", "stay", "stay_stage", "stay_presence"),
    }
)
MONTH_TABLES: Final = frozenset(
    {
        *("labour_entry", "labour_month", "labour_share", "labour_mark", "labour_sheet"),
        *("labour_team", "labour_member", "tool_count"),
    }
)
