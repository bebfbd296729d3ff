"""Zones, buildings, rooms and beds, when they are closed, and how their capacity was changed by two people."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, SyncedRecord, kept
from facility_app.db.types import ID_LENGTH, UtcDatetime
from facility_app.kernel.privacy import Privacy
from facility_app.kernel.sex import Sex
from facility_app.modules.housing.domain.places import RoomPurpose, ZoneKind

CODE_LIMIT = 20
LINE_LIMIT = 200


def _live(name: str, *columns: str) -> sa.Index:
    """No two live rows with the same values."""
    return sa.Index(name, *columns, unique=True, sqlite_where=sa.text("voided_at IS NULL"))


class HousingZone(SyncedRecord, Base):
    """Khu; one with ``parent_id`` is a phân khu of it.

    Attributes:
        code: how people say it in short: ``A``, ``A1``.
        sex: whom it is for; None for any.
        order_no: its place on the board.
    """

    __tablename__ = "housing_zone"
    __table_args__ = (_live("ux_housing_zone_code", "home", "code"),)

    code: Mapped[str] = kept(Privacy.ADMIN, sa.String(CODE_LIMIT))
    name: Mapped[str] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    kind: Mapped[ZoneKind] = kept(Privacy.ADMIN)
    sex: Mapped[Sex | None] = kept(Privacy.ADMIN)
    parent_id: Mapped[str | None] = kept(
        Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("housing_zone.id"), index=True
    )
    order_no: Mapped[int] = kept(Privacy.ADMIN)
    note: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))


class HousingBuilding(SyncedRecord, Base):
    """Nhà, dãy: what rooms stand in."""

    __tablename__ = "housing_building"
    __table_args__ = (_live("ux_housing_building_code", "zone_id", "code"),)

    zone_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("housing_zone.id"), index=True)
    code: Mapped[str] = kept(Privacy.ADMIN, sa.String(CODE_LIMIT))
    name: Mapped[str] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    order_no: Mapped[int] = kept(Privacy.ADMIN)


class HousingRoom(SyncedRecord, Base):
    """Phòng.

    Attributes:
        sex: whom it is for; None for whom its zone is for.
        area_cm2: floor in square centimetres, so that no fraction is lost; None while nobody has measured it.
        certified: people it was approved for.
        working: people it may hold now; never more than ``certified``.
    """

    __tablename__ = "housing_room"
    __table_args__ = (
        _live("ux_housing_room_code", "building_id", "code"),
        sa.CheckConstraint("0 <= working AND working <= certified", name="capacity"),
    )

    building_id: Mapped[str] = kept(
        Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("housing_building.id"), index=True
    )
    code: Mapped[str] = kept(Privacy.ADMIN, sa.String(CODE_LIMIT))
    name: Mapped[str] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    sex: Mapped[Sex | None] = kept(Privacy.ADMIN)
    purpose: Mapped[RoomPurpose] = kept(Privacy.ADMIN)
    area_cm2: Mapped[int | None] = kept(Privacy.ADMIN)
    certified: Mapped[int] = kept(Privacy.ADMIN)
    working: Mapped[int] = kept(Privacy.ADMIN)
    order_no: Mapped[int] = kept(Privacy.ADMIN)
    note: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))


class HousingBed(SyncedRecord, Base):
    """Giường.

    Attributes:
        label: how people say where it is: ``A1-N1-P03-02``; also what is typed to place somebody.
    """

    __tablename__ = "housing_bed"
    __table_args__ = (
        _live("ux_housing_bed_code", "room_id", "code"),
        _live("ux_housing_bed_label", "home", "label"),
    )

    room_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("housing_room.id"), index=True)
    code: Mapped[str] = kept(Privacy.ADMIN, sa.String(CODE_LIMIT))
    label: Mapped[str] = kept(Privacy.ADMIN, sa.String(4 * CODE_LIMIT))
    order_no: Mapped[int] = kept(Privacy.ADMIN)


class PlaceClosure(SyncedRecord, Base):
    """Đóng phòng, đóng giường: a span in which nobody sleeps there.

    Attributes:
        bed_id: the bed; None for the whole room.
        to_at: since when it is open again; None while it is closed.
        agreed_by: the second person's account when it was closed; ``reopened_with`` when it was opened.
    """

    __tablename__ = "place_closure"

    room_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("housing_room.id"), index=True)
    bed_id: Mapped[str | None] = kept(
        Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("housing_bed.id"), index=True
    )
    from_at: Mapped[datetime] = kept(Privacy.ADMIN, UtcDatetime)
    to_at: Mapped[datetime | None] = kept(Privacy.ADMIN, UtcDatetime)
    reason: Mapped[str] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    agreed_by: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))
    reopened_with: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))


class CapacityChange(SyncedRecord, Base):
    """Đổi sức chứa: what it was, what it became, why, and who agreed."""

    __tablename__ = "capacity_change"

    room_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("housing_room.id"), index=True)
    changed_at: Mapped[datetime] = kept(Privacy.ADMIN, UtcDatetime)
    certified_before: Mapped[int] = kept(Privacy.ADMIN)
    certified_after: Mapped[int] = kept(Privacy.ADMIN)
    working_before: Mapped[int] = kept(Privacy.ADMIN)
    working_after: Mapped[int] = kept(Privacy.ADMIN)
    reason: Mapped[str] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    agreed_by: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))
