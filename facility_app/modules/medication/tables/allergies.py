"""Dị ứng thuốc: what somebody cannot take; of what reveals HIV, behind the wall."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, SyncedRecord, kept
from facility_app.kernel.faults import CODE_LIMIT, LINE_LIMIT
from facility_app.kernel.privacy import Privacy
from facility_app.modules.medication.domain.checks import AllergySeverity
from facility_app.modules.medication.tables.shape import behind_wall, for_good, row_of


class AllergyFacts(SyncedRecord):
    """Dị ứng thuốc.

    Attributes:
        substance: what was taken then, as said.
        group_code: cross-allergy group; NULL for none.
        reaction: what happened.
        is_certain: seen or tested, not only told.
    """

    __abstract__ = True

    resident_id: Mapped[str] = row_of("resident", index=True)
    substance: Mapped[str] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    group_code: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(CODE_LIMIT))
    reaction: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    severity: Mapped[AllergySeverity] = kept(Privacy.CLINICAL)
    is_certain: Mapped[bool] = kept(Privacy.CLINICAL)
    noted_on: Mapped[date] = kept(Privacy.CLINICAL)


class AllergyAsked(SyncedRecord, Base):
    """Đã hỏi dị ứng: somebody was asked, and named none; of whom nobody asked there is no row.

    Attributes:
        asked_at: when.
        officer_name: who asked.
    """

    __tablename__ = "allergy_asked"
    __table_args__ = (for_good(("resident_id", "asked_at", "officer_name")),)

    resident_id: Mapped[str] = row_of("resident", index=True)
    asked_at: Mapped[datetime] = kept(Privacy.CLINICAL)
    officer_name: Mapped[str] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))


_FACTS = ("resident_id", "substance", "group_code", "reaction", "severity", "is_certain", "noted_on")


class Allergy(AllergyFacts, Base):
    """An allergy whose words tell nothing of HIV; one that is known to by now goes to the other table."""

    __tablename__ = "medicine_allergy"
    __table_args__ = (for_good(_FACTS, hidden=("substance", "group_code", "reaction")),)


@behind_wall
class PrivateAllergy(AllergyFacts, Base):
    """An allergy whose words reveal HIV."""

    __tablename__ = "private_medicine_allergy"
    __table_args__ = (for_good(_FACTS),)
