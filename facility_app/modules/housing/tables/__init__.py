"""How the house is kept: its places, who sleeps where and what they need, its teams, its rolls."""

from facility_app.modules.housing.tables.places import CapacityChange as CapacityChange
from facility_app.modules.housing.tables.places import HousingBed as HousingBed
from facility_app.modules.housing.tables.places import HousingBuilding as HousingBuilding
from facility_app.modules.housing.tables.places import HousingRoom as HousingRoom
from facility_app.modules.housing.tables.places import HousingZone as HousingZone
from facility_app.modules.housing.tables.places import PlaceClosure as PlaceClosure
from facility_app.modules.housing.tables.roll import RollCall as RollCall
from facility_app.modules.housing.tables.roll import RollTick as RollTick
from facility_app.modules.housing.tables.sleeping import BedPlacement as BedPlacement
from facility_app.modules.housing.tables.sleeping import HousingNeed as HousingNeed
from facility_app.modules.housing.tables.teams import Team as Team
from facility_app.modules.housing.tables.teams import TeamMember as TeamMember
