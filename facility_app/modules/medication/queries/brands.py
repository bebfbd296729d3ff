"""Trade names of medicines against HIV: those that came along, and those of the facility's own catalogue."""

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.hiv import Brands
from facility_app.kernel.shipped import from_shelf
from facility_app.modules.medication.domain import VIEW_MAR
from facility_app.modules.medication.domain.revealing import BRANDS, brands_of, read_brands
from facility_app.modules.pharmacy.api import list_revealing_names


def known_brands(uow: UnitOfWork) -> Brands:
    """By what names a medicine that reveals HIV is known here, whatever of the catalogue the actor may see."""
    require(uow, VIEW_MAR)
    shipped = from_shelf(uow.ports.shelf, BRANDS, read_brands)
    found = dict(shipped)
    for generic, brand in list_revealing_names(uow):
        found |= brands_of(generic, brand, shipped)
    return found
