"""Allergies of older files whose words are known by now to reveal HIV."""

from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa

from facility_app.db.settings_store import get_setting
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.hiv import reveals_hiv
from facility_app.modules.medication.domain import VIEW_MAR
from facility_app.modules.medication.domain.revealing import LOOKED_AT_BY, names_digest
from facility_app.modules.medication.queries.brands import known_brands
from facility_app.modules.medication.tables import Allergy


def is_hiding_due(uow: UnitOfWork) -> bool:
    """Whether the open side has allergies, and a medicine is known by a name it was not known by before."""
    require(uow, VIEW_MAR)
    if uow.session.scalars(sa.select(Allergy.id).limit(1)).first() is None:
        return False
    return get_setting(uow, LOOKED_AT_BY) != names_digest(known_brands(uow))


@dataclass(frozen=True, slots=True)
class Telling:
    """Rows of the open side that tell by now, for whoever of this slice has asked for the right."""

    uow: UnitOfWork

    def rows(self) -> Iterator[Allergy]:
        """Those struck out included: their words stand there as well."""
        brands = known_brands(self.uow)
        for one in self.uow.session.scalars(sa.select(Allergy).order_by(Allergy.id)).all():
            if reveals_hiv(one.substance, one.reaction, one.group_code, brands=brands):
                yield one
