"""What is kept about one person's way to a trade and a job."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, SyncedRecord, kept
from facility_app.kernel.money import Money
from facility_app.kernel.privacy import Privacy
from facility_app.modules.vocational.domain.people import Employment, Health, SupportKind, SupportState, TalkKind
from facility_app.modules.vocational.tables.shape import line, note, resident, row_of


class Guidance(SyncedRecord, Base):
    """Phiếu hướng nghiệp."""

    __tablename__ = "guidance"
    __table_args__ = (sa.Index("ix_guidance_guided_on_resident_id", "guided_on", "resident_id"),)

    resident_id: Mapped[str] = resident()
    guided_on: Mapped[date] = kept(Privacy.ADMIN)
    wish: Mapped[str] = line(Privacy.IDENTITY)
    health: Mapped[Health] = kept(Privacy.CLINICAL)
    level: Mapped[str] = line(Privacy.IDENTITY)
    limits: Mapped[str | None] = line(Privacy.CLINICAL)
    advice: Mapped[str | None] = line(Privacy.IDENTITY)
    by_id: Mapped[str | None] = row_of("staff_member")


class JobTalk(SyncedRecord, Base):
    """Một lần tư vấn việc làm cho một người; of a group, one row for each."""

    __tablename__ = "job_talk"
    __table_args__ = (sa.Index("ix_job_talk_talked_on_resident_id", "talked_on", "resident_id"),)

    resident_id: Mapped[str] = resident()
    talked_on: Mapped[date] = kept(Privacy.ADMIN)
    kind: Mapped[TalkKind] = kept(Privacy.ADMIN)
    topic: Mapped[str] = line()
    minutes: Mapped[int | None] = kept(Privacy.ADMIN)
    vacancy_id: Mapped[str | None] = row_of("vacancy")
    by_id: Mapped[str | None] = row_of("staff_member")
    result: Mapped[str | None] = note(Privacy.IDENTITY)


class JobSupport(SyncedRecord, Base):
    """Vay vốn, hỗ trợ học nghề và việc làm."""

    __tablename__ = "job_support"

    resident_id: Mapped[str] = resident()
    asked_on: Mapped[date] = kept(Privacy.ADMIN)
    kind: Mapped[SupportKind] = kept(Privacy.ADMIN)
    state: Mapped[SupportState] = kept(Privacy.ADMIN)
    source: Mapped[str | None] = line()
    amount: Mapped[Money | None] = kept(Privacy.ADMIN)
    decided_on: Mapped[date | None] = kept(Privacy.ADMIN)
    paper_number: Mapped[str | None] = line()
    note: Mapped[str | None] = note(Privacy.IDENTITY)


class JobOutcome(SyncedRecord, Base):
    """Việc làm sau khi ra cơ sở, as it was on one day."""

    __tablename__ = "job_outcome"

    resident_id: Mapped[str] = resident()
    seen_on: Mapped[date] = kept(Privacy.ADMIN)
    employment: Mapped[Employment] = kept(Privacy.IDENTITY)
    job: Mapped[str | None] = line(Privacy.IDENTITY)
    employer_id: Mapped[str | None] = row_of("employer")
    uses_trade: Mapped[bool] = kept(Privacy.ADMIN)
    told_by: Mapped[str | None] = line(Privacy.IDENTITY)
    note: Mapped[str | None] = note(Privacy.IDENTITY)
