"""The columns of this slice's tables, by which its queries ask."""

import sqlalchemy as sa

from facility_app.modules.labour import tables

WORK = sa.inspect(tables.WorkType).local_table.c
TEAM = sa.inspect(tables.LabourTeam).local_table.c
MEMBER = sa.inspect(tables.LabourMember).local_table.c
REGISTRATION = sa.inspect(tables.LabourRegistration).local_table.c
TRAINING = sa.inspect(tables.SafetyTraining).local_table.c
SHEET = sa.inspect(tables.LabourSheet).local_table.c
MARK = sa.inspect(tables.LabourMark).local_table.c
TOOL = sa.inspect(tables.LabourTool).local_table.c
COUNT = sa.inspect(tables.ToolCount).local_table.c
ENTRY = sa.inspect(tables.LabourEntry).local_table.c
MONTH = sa.inspect(tables.LabourMonth).local_table.c
SHARE = sa.inspect(tables.LabourShare).local_table.c
