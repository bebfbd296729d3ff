"""Hồ sơ vắng mặt: one row a case, from the request to the return."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, SyncedRecord, kept
from facility_app.db.frozen import frozen
from facility_app.db.types import ID_LENGTH, UtcDatetime
from facility_app.kernel.faults import LINE_LIMIT
from facility_app.kernel.privacy import Privacy
from facility_app.modules.absences.domain.cases import CaseKind, CaseState, Ground, Relief
from facility_app.modules.absences.domain.funeral import Evidence, Mourned

NUMBER_LIMIT = 60


class OfPerson(SyncedRecord, Base):
    """Columns of every record about one person's absence."""

    __abstract__ = True

    resident_id: Mapped[str] = kept(
        Privacy.IDENTITY, sa.String(ID_LENGTH), sa.ForeignKey("resident.id"), index=True, sort_order=-8
    )


class OfCase(OfPerson):
    """Columns of every record that says something about one case."""

    __abstract__ = True

    case_id: Mapped[str] = kept(
        Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("absence_case.id"), index=True, sort_order=-7
    )


class AbsenceCase(OfPerson):
    """Hồ sơ vắng mặt.

    Attributes:
        stay_id: of which stay.
        asked_at: when the application, request or proposal came; NULL for who left without any.
        left_at: when the person left; ``due_back_at`` by when they are to be back; ``back_at`` when they were.
        event_id: the event of the term it is.
        destination: hospital, body, facility, or where the funeral is.
        basis_number: of the paper from outside it rests on, with day, body and subject.
        decision_number: of the facility's own decision, with its day.
        leave_from: first day of a leave asked for; ``leave_to`` the last, ``travel_days`` of them on the way.
        applicant_name: who of the family asks and takes the person home.
        place: where somebody escaped from; ``looks`` what they wore and had with them.
        ground: why V-46 asks; health. ``proofs`` the documents that show it.
        cause: why somebody lies in hospital, of what somebody died; health.
        refusal: why it was not allowed.
    """

    __tablename__ = "absence_case"
    __table_args__ = (
        sa.Index("ix_absence_case_state", "state", "due_back_at"),
        frozen("home", "resident_id", "stay_id", "kind"),
    )

    stay_id: Mapped[str] = kept(
        Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("stay.id"), index=True, sort_order=-7
    )
    kind: Mapped[CaseKind] = kept(Privacy.ADMIN)
    state: Mapped[CaseState] = kept(Privacy.ADMIN)
    asked_at: Mapped[datetime | None] = kept(Privacy.ADMIN, UtcDatetime)
    left_at: Mapped[datetime | None] = kept(Privacy.ADMIN, UtcDatetime)
    due_back_at: Mapped[datetime | None] = kept(Privacy.ADMIN, UtcDatetime)
    back_at: Mapped[datetime | None] = kept(Privacy.ADMIN, UtcDatetime)
    event_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("stay_event.id"))
    destination: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    basis_number: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(NUMBER_LIMIT))
    basis_on: Mapped[date | None] = kept(Privacy.ADMIN)
    basis_body: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    basis_subject: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    decision_number: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(NUMBER_LIMIT))
    decision_on: Mapped[date | None] = kept(Privacy.ADMIN)
    leave_from: Mapped[date | None] = kept(Privacy.ADMIN)
    leave_to: Mapped[date | None] = kept(Privacy.ADMIN)
    travel_days: Mapped[int | None] = kept(Privacy.ADMIN)
    mourned: Mapped[Mourned | None] = kept(Privacy.IDENTITY)
    mourned_name: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    evidence: Mapped[Evidence | None] = kept(Privacy.ADMIN)
    applicant_name: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    applicant_relation: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    applicant_phone: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    applicant_address: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    relief: Mapped[Relief | None] = kept(Privacy.ADMIN)
    place: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    looks: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    ground: Mapped[Ground | None] = kept(Privacy.CLINICAL)
    proofs: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
    cause: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    refusal: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
