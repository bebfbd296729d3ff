"""Báo cáo năm PL IX đã gửi."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, SyncedRecord, kept
from facility_app.kernel.faults import LINE_LIMIT
from facility_app.kernel.privacy import Privacy
from facility_app.modules.pharmacy.tables.for_good import for_good


class SentReport(SyncedRecord, Base):
    """The report of a year as it went out; one put right goes out under another number and stands beside it."""

    __tablename__ = "sent_report"
    __table_args__ = (
        sa.UniqueConstraint("home", "year", "number"),
        for_good(("year", "number", "sent_at"), keys=(("home", "year", "number"),)),
    )

    year: Mapped[int] = kept(Privacy.ADMIN)
    number: Mapped[str] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    sent_at: Mapped[datetime] = kept(Privacy.ADMIN)
