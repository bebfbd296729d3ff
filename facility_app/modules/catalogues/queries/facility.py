"""Reading the facility's profile."""

from dataclasses import dataclass
from functools import partial

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.labels import Label
from facility_app.modules.catalogues.domain import HEAD_TITLES, READ_FACILITY, UnitKind
from facility_app.modules.catalogues.tables import FacilityProfile


@dataclass(frozen=True, slots=True)
class FacilityRow:
    """The facility; ``version`` goes back with an edit."""

    facility_id: str
    code: str
    name: str
    province_code: str
    unit_kind: UnitKind
    version: int = 1
    parent_name: str | None = None
    abbreviation: str | None = None
    place_name: str | None = None
    commune_code: str | None = None
    address: str | None = None
    phone: str | None = None

    @property
    def head_title(self) -> Label:
        """Title of its head."""
        return HEAD_TITLES[self.unit_kind]


def get_facility(uow: UnitOfWork) -> FacilityRow:
    """The facility this file belongs to.

    Raises:
        sqlalchemy.exc.NoResultFound: before ``init`` has finished.
    """
    require(uow, READ_FACILITY)
    return uow.once(get_facility, partial(_facility, uow))


def _facility(uow: UnitOfWork) -> FacilityRow:
    c = FacilityProfile.__table__.c
    columns = (c.id, c.code, c.name, c.province_code, c.unit_kind, c.version, c.parent_name, c.abbreviation)
    asked = sa.select(*columns, c.place_name, c.commune_code, c.address, c.phone).where(c.voided_at.is_(None))
    return FacilityRow(*uow.session.execute(asked).one())
