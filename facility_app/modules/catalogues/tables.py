"""Records of the catalogues slice."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, Record, SyncedRecord, kept
from facility_app.kernel.privacy import Privacy
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.catalogues.domain import DayKind, UnitKind


class FacilityProfile(SyncedRecord, Base):
    """Hồ sơ cơ sở: one live row, the facility this file belongs to.

    Attributes:
        code: electronic identifier; half of the global key of every row, so it never changes.
        parent_name: the superior body printed above the facility's name.
        abbreviation: the facility's part of a document's sign.
        place_name: the place printed before the date.
        commune_code: the commune it lies in.
    """

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
    parent_name: Mapped[str | None] = kept(Privacy.PUBLIC, sa.String(200))
    abbreviation: Mapped[str | None] = kept(Privacy.PUBLIC, sa.String(200))
    place_name: Mapped[str | None] = kept(Privacy.PUBLIC, sa.String(200))
    commune_code: Mapped[str | None] = kept(Privacy.PUBLIC, sa.String(5))
    address: Mapped[str | None] = kept(Privacy.PUBLIC, sa.String(200))
    phone: Mapped[str | None] = kept(Privacy.PUBLIC, sa.String(30))


class ParameterEdit(Record, Base):
    """Giá trị thông số do cơ sở quyết định: one more dated value above the shipped ones, never changed.

    Attributes:
        key: the parameter.
        regime: whose value it is; none for a parameter picked by the date.
        valid_from: first day.
        valid_to: last day; none is open.
        article: the document it rests on.
        reason: why, in the decider's words.
    """

    __tablename__ = "parameter_edit"
    __table_args__ = (
        sa.CheckConstraint("valid_to IS NULL OR valid_from <= valid_to", name="span"),
        sa.Index("ix_parameter_edit_key", "key"),
    )

    key: Mapped[str] = kept(Privacy.PUBLIC, sa.String(60))
    regime: Mapped[LegalRegime | None] = kept(Privacy.PUBLIC)
    value: Mapped[str] = kept(Privacy.PUBLIC, sa.String(60))
    valid_from: Mapped[date] = kept(Privacy.PUBLIC)
    valid_to: Mapped[date | None] = kept(Privacy.PUBLIC)
    article: Mapped[str] = kept(Privacy.PUBLIC, sa.String(200))
    reason: Mapped[str] = kept(Privacy.ADMIN, sa.Text)


class WorkingDayEdit(Record, Base):
    """Ngày nghỉ, ngày làm bù do cơ sở ghi theo thông báo: above the shipped list; one live row a day."""

    __tablename__ = "working_day_edit"
    __table_args__ = (
        sa.Index("ux_working_day_edit_live", "day", unique=True, sqlite_where=sa.text("voided_at IS NULL")),
    )

    day: Mapped[date] = kept(Privacy.PUBLIC)
    kind: Mapped[DayKind] = kept(Privacy.PUBLIC)
    name: Mapped[str] = kept(Privacy.PUBLIC, sa.String(200))
    source: Mapped[str] = kept(Privacy.PUBLIC, sa.String(200))
    reason: Mapped[str] = kept(Privacy.ADMIN, sa.Text)
