"""Records of the catalogues slice."""

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, SyncedRecord, kept
from facility_app.kernel.privacy import Privacy
from facility_app.modules.catalogues.domain import UnitKind


class FacilityProfile(SyncedRecord, Base):
    """Hồ sơ cơ sở: one live row, the facility this file belongs to."""

    __tablename__ = "facility_profile"
    __table_args__ = (
        # The unit of work gives every row of a file the same home. An index on a constant would do too, but
        # SQLAlchemy cannot read one back, and nobody could compare records and migrations any more.
        sa.Index("ux_facility_profile_live", "home", unique=True, sqlite_where=sa.text("voided_at IS NULL")),
    )

    code: Mapped[str] = kept(Privacy.PUBLIC, sa.String(35), unique=True)
    name: Mapped[str] = kept(Privacy.PUBLIC, sa.String(200))
    province_code: Mapped[str] = kept(Privacy.PUBLIC, sa.String(2))
    unit_kind: Mapped[UnitKind] = kept(Privacy.PUBLIC)
