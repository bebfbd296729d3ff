"""Nơi ghi phiếu phòng mất điện: the medium somebody named, the lock of what is written there, how it went last."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, Record, kept
from facility_app.db.types import UtcDatetime
from facility_app.kernel.faults import CODE_LIMIT
from facility_app.kernel.privacy import Privacy

FOLDER_LIMIT = 400
DEVICE_LIMIT = 80


class BlackoutKit(Record, Base):
    """One medium of one machine; voided when another is named or nothing is written any more.

    Attributes:
        folder: where, as that machine calls it.
        device: the machine.
        lock: locks each sheet; the code word is not in it, and is kept nowhere.
        written_at: when a sheet was last written, read again and found the same; NULL before the first.
        failed_at, failure: when it last could not be written since, and the code of why.
    """

    __tablename__ = "blackout_kit"

    folder: Mapped[str] = kept(Privacy.ADMIN, sa.String(FOLDER_LIMIT))
    device: Mapped[str] = kept(Privacy.ADMIN, sa.String(DEVICE_LIMIT))
    lock: Mapped[bytes] = kept(Privacy.SECRET, sa.LargeBinary)
    written_at: Mapped[datetime | None] = kept(Privacy.ADMIN, UtcDatetime)
    failed_at: Mapped[datetime | None] = kept(Privacy.ADMIN, UtcDatetime)
    failure: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(CODE_LIMIT))
