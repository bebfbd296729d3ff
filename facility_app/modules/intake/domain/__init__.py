"""The rules of intake, on plain values."""

from facility_app.modules.intake.domain.rights import IMPORT_ROSTERS as IMPORT_ROSTERS
from facility_app.modules.intake.domain.rights import UNDO_IMPORTS as UNDO_IMPORTS
