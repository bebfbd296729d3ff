"""Reading the facility's profile."""

from dataclasses import dataclass

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.labels import Label
from facility_app.modules.catalogues.domain import HEAD_TITLES, READ_FACILITY, UnitKind
from facility_app.modules.catalogues.tables import FacilityProfile


@dataclass(frozen=True, slots=True)
class FacilityRow:
    """The facility."""

    facility_id: str
    code: str
    name: str
    province_code: str
    unit_kind: UnitKind

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
    row = uow.session.execute(
        sa.select(
            FacilityProfile.id,
            FacilityProfile.code,
            FacilityProfile.name,
            FacilityProfile.province_code,
            FacilityProfile.unit_kind,
        ).where(FacilityProfile.voided_at.is_(None))
    ).one()
    return FacilityRow(*row)
