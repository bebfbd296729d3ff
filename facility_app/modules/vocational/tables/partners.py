"""Partner schools, employers and the jobs they offer."""

from datetime import date

from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, SyncedRecord, kept
from facility_app.kernel.privacy import Privacy
from facility_app.modules.vocational.tables.shape import line, note, row_of


class PartnerSchool(SyncedRecord, Base):
    """Cơ sở giáo dục nghề nghiệp phối hợp (NĐ 163/2026 Đ116.2)."""

    __tablename__ = "partner_school"

    name: Mapped[str] = line()
    licence: Mapped[str | None] = line()
    agreement: Mapped[str | None] = line()
    address: Mapped[str | None] = line()
    contact: Mapped[str | None] = line(Privacy.IDENTITY)
    phone: Mapped[str | None] = line(Privacy.IDENTITY)


class Employer(SyncedRecord, Base):
    """Người sử dụng lao động."""

    __tablename__ = "employer"

    name: Mapped[str] = line()
    trade: Mapped[str | None] = line()
    address: Mapped[str | None] = line()
    contact: Mapped[str | None] = line(Privacy.IDENTITY)
    phone: Mapped[str | None] = line(Privacy.IDENTITY)
    note: Mapped[str | None] = note(Privacy.IDENTITY)


class Vacancy(SyncedRecord, Base):
    """Chỗ làm việc."""

    __tablename__ = "vacancy"

    employer_id: Mapped[str] = row_of("employer")
    job: Mapped[str] = line()
    seats: Mapped[int] = kept(Privacy.ADMIN)
    open_from: Mapped[date] = kept(Privacy.ADMIN)
    open_to: Mapped[date | None] = kept(Privacy.ADMIN)
    wage: Mapped[str | None] = line()
    wants: Mapped[str | None] = line()
