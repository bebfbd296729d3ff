"""What is true of places to sleep: what zones are for, what separates people, who may decide what."""

from facility_app.modules.housing.domain.needs import RIGHT_TO_NEED as RIGHT_TO_NEED
from facility_app.modules.housing.domain.rights import AGREE_CAPACITY as AGREE_CAPACITY
from facility_app.modules.housing.domain.rights import AGREE_OVERRIDE as AGREE_OVERRIDE
from facility_app.modules.housing.domain.rights import CALL_ROLL as CALL_ROLL
from facility_app.modules.housing.domain.rights import CHANGE_CAPACITY as CHANGE_CAPACITY
from facility_app.modules.housing.domain.rights import CHECK_HOUSE as CHECK_HOUSE
from facility_app.modules.housing.domain.rights import EDIT_HOUSE as EDIT_HOUSE
from facility_app.modules.housing.domain.rights import FILL_TEAMS as FILL_TEAMS
from facility_app.modules.housing.domain.rights import FOLLOW_STAYS as FOLLOW_STAYS
from facility_app.modules.housing.domain.rights import KNOW_NEEDS as KNOW_NEEDS
from facility_app.modules.housing.domain.rights import MANAGE_TEAMS as MANAGE_TEAMS
from facility_app.modules.housing.domain.rights import PLACE_PEOPLE as PLACE_PEOPLE
from facility_app.modules.housing.domain.rights import SET_BODY_NEEDS as SET_BODY_NEEDS
from facility_app.modules.housing.domain.rights import SET_CUSTODY_NEEDS as SET_CUSTODY_NEEDS
from facility_app.modules.housing.domain.rights import SET_HOUSE as SET_HOUSE
from facility_app.modules.housing.domain.rights import SET_MEDICAL_NEEDS as SET_MEDICAL_NEEDS
from facility_app.modules.housing.domain.rights import VIEW_BOARD as VIEW_BOARD
from facility_app.modules.housing.domain.rights import VIEW_HOUSE as VIEW_HOUSE
