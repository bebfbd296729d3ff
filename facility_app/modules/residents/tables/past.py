"""What lies behind a person, and what staff must heed."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, SyncedRecord, kept
from facility_app.db.types import ID_LENGTH
from facility_app.kernel.money import Money
from facility_app.kernel.privacy import Privacy
from facility_app.modules.residents.domain.faults import CODE_LIMIT, LINE_LIMIT
from facility_app.modules.residents.domain.past import RehabKind
from facility_app.modules.residents.domain.safety import AlertKind, AlertLevel, Strength
from facility_app.modules.residents.tables.person import OfResident


class SubstanceUse(OfResident):
    """Quá trình sử dụng ma túy."""

    __tablename__ = "substance_use"

    substance: Mapped[str] = kept(Privacy.CLINICAL, sa.String(CODE_LIMIT))
    route: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(CODE_LIMIT))
    other_text: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    first_year: Mapped[int | None] = kept(Privacy.CLINICAL)
    first_age: Mapped[int | None] = kept(Privacy.CLINICAL)
    last_on: Mapped[date | None] = kept(Privacy.CLINICAL)
    days_in_30: Mapped[int | None] = kept(Privacy.CLINICAL)
    amount_text: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    cost_vnd: Mapped[Money | None] = kept(Privacy.CLINICAL)
    is_main: Mapped[bool] = kept(Privacy.CLINICAL, default=False)
    note: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)


class RehabHistory(OfResident):
    """Lần cai nghiện, điều trị, quản lý trước đây."""

    __tablename__ = "rehab_history"

    kind: Mapped[RehabKind] = kept(Privacy.CLINICAL)
    place: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(CODE_LIMIT))
    method: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(CODE_LIMIT))
    place_text: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    from_on: Mapped[date | None] = kept(Privacy.CLINICAL)
    until_on: Mapped[date | None] = kept(Privacy.CLINICAL)
    decision_no: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    decision_on: Mapped[date | None] = kept(Privacy.CLINICAL)
    decided_by: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    outcome: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))


class ResidentAlert(OfResident):
    """Cảnh báo; its kind says behind which wall it stands, so the whole row is as private as health is.

    Attributes:
        ended_on: since when it no longer holds; None while it does.
        end_reason: why.
    """

    __tablename__ = "resident_alert"

    kind: Mapped[AlertKind] = kept(Privacy.CLINICAL)
    level: Mapped[AlertLevel] = kept(Privacy.CLINICAL)
    from_on: Mapped[date] = kept(Privacy.CLINICAL)
    text: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    review_on: Mapped[date | None] = kept(Privacy.CLINICAL)
    ended_on: Mapped[date | None] = kept(Privacy.CLINICAL)
    end_reason: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))


class KeepApartPair(SyncedRecord, Base):
    """Cặp không xếp chung; the smaller id stands first, so that a pair is one row.

    Attributes:
        ended_on: since when they may meet again; None while they may not.
    """

    __tablename__ = "keep_apart"
    __table_args__ = (
        sa.Index(
            "ux_keep_apart_live",
            "first_id",
            "second_id",
            unique=True,
            sqlite_where=sa.text("voided_at IS NULL AND ended_on IS NULL"),
        ),
    )

    first_id: Mapped[str] = kept(Privacy.IDENTITY, sa.String(ID_LENGTH), sa.ForeignKey("resident.id"))
    second_id: Mapped[str] = kept(Privacy.IDENTITY, sa.String(ID_LENGTH), sa.ForeignKey("resident.id"), index=True)
    strength: Mapped[Strength] = kept(Privacy.ADMIN)
    reason: Mapped[str] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    from_on: Mapped[date] = kept(Privacy.ADMIN)
    ended_on: Mapped[date | None] = kept(Privacy.ADMIN)
    end_reason: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
