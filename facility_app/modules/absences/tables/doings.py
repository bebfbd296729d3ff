"""What was done in a case: papers made, terms extended, people sent along, bodies told."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import kept
from facility_app.db.frozen import frozen
from facility_app.db.types import ID_LENGTH, UtcDatetime
from facility_app.kernel.faults import LINE_LIMIT
from facility_app.kernel.privacy import Privacy
from facility_app.modules.absences.domain.duties import Step
from facility_app.modules.absences.domain.escort import PaperPart, Way
from facility_app.modules.absences.tables.cases import NUMBER_LIMIT, OfCase


class AbsencePaper(OfCase):
    """Văn bản của hồ sơ: which issued paper is which of the case."""

    __tablename__ = "absence_paper"
    __table_args__ = (
        frozen("home", "resident_id", "case_id", "part", "paper_id", "form_id", "number", "issued_on"),
    )

    part: Mapped[PaperPart] = kept(Privacy.ADMIN)
    paper_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("issued_paper.id"), index=True)
    form_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(20))
    number: Mapped[str] = kept(Privacy.ADMIN, sa.String(NUMBER_LIMIT))
    issued_on: Mapped[date] = kept(Privacy.ADMIN)


class AbsenceExtension(OfCase):
    """Gia hạn: another moment by which somebody is to be back, and the paper that says so.

    Attributes:
        before_at: the moment that held before.
    """

    __tablename__ = "absence_extension"
    __table_args__ = (
        frozen(
            *("home", "resident_id", "case_id", "before_at", "until_at", "number", "issued_on", "body", "reason")
        ),
    )

    before_at: Mapped[datetime | None] = kept(Privacy.ADMIN, UtcDatetime)
    until_at: Mapped[datetime] = kept(Privacy.ADMIN, UtcDatetime)
    number: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(NUMBER_LIMIT))
    issued_on: Mapped[date | None] = kept(Privacy.ADMIN)
    body: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    # Why somebody lies in hospital longer is health.
    reason: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))


class AbsenceEscort(OfCase):
    """Lệnh áp giải: who goes along, in what, when the person was handed over.

    Attributes:
        officers: names, one a line; the first is in charge.
        planned_at: when they set out.
        handed_at: when the person was handed over, to ``handed_to``.
    """

    __tablename__ = "absence_escort"
    __table_args__ = (frozen("home", "resident_id", "case_id", "way", "planned_at"),)

    way: Mapped[Way] = kept(Privacy.ADMIN)
    officers: Mapped[str] = kept(Privacy.IDENTITY, sa.Text)
    vehicle: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    planned_at: Mapped[datetime] = kept(Privacy.ADMIN, UtcDatetime)
    measures: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    handed_at: Mapped[datetime | None] = kept(Privacy.ADMIN, UtcDatetime)
    handed_to: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))


class AbsenceStep(OfCase):
    """Việc đã làm: what was done when, to whom; never changed, a wrong one is struck out."""

    __tablename__ = "absence_step"
    __table_args__ = (frozen("home", "resident_id", "case_id", "step", "done_at", "whom", "how", "note"),)

    step: Mapped[Step] = kept(Privacy.ADMIN)
    done_at: Mapped[datetime] = kept(Privacy.ADMIN, UtcDatetime)
    whom: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    how: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    # What an officer adds of somebody's state may be health.
    note: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
