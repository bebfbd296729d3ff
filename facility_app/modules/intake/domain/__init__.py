"""The rules of intake, on plain values."""

from facility_app.modules.intake.domain.rights import CHECK_AT_DOOR as CHECK_AT_DOOR
from facility_app.modules.intake.domain.rights import IMPORT_ROSTERS as IMPORT_ROSTERS
from facility_app.modules.intake.domain.rights import OFFER_BEDS as OFFER_BEDS
from facility_app.modules.intake.domain.rights import READ_AT_DOOR as READ_AT_DOOR
from facility_app.modules.intake.domain.rights import RECEIVE as RECEIVE
from facility_app.modules.intake.domain.rights import TREAT_AT_DOOR as TREAT_AT_DOOR
from facility_app.modules.intake.domain.rights import UNDO_IMPORTS as UNDO_IMPORTS
from facility_app.modules.intake.domain.rights import VIEW_CASES as VIEW_CASES
