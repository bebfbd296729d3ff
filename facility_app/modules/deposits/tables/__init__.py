"""Money rows and closed months; belongings, their bags and moves; slips of supplies; all for good."""

from facility_app.modules.deposits.tables.belongings import Belonging as Belonging
from facility_app.modules.deposits.tables.belongings import BelongingMove as BelongingMove
from facility_app.modules.deposits.tables.belongings import BelongingsAct as BelongingsAct
from facility_app.modules.deposits.tables.belongings import SealedBag as SealedBag
from facility_app.modules.deposits.tables.money import DepositEntry as DepositEntry
from facility_app.modules.deposits.tables.money import DepositMonth as DepositMonth
from facility_app.modules.deposits.tables.supplies import SupplyLine as SupplyLine
from facility_app.modules.deposits.tables.supplies import SupplySlip as SupplySlip
