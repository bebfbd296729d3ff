"""Somebody's coming and what was ticked of it; runs of roster imports and who came with each."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, Record, SyncedRecord, kept
from facility_app.db.types import ID_LENGTH, UtcDatetime
from facility_app.kernel.faults import LINE_LIMIT
from facility_app.kernel.privacy import Privacy
from facility_app.modules.intake.domain.arrival_papers import PaperMark

NAME_LIMIT = 200


class RosterShape(Record, Base):
    """What the columns of files with the same heads are; the last decision of a person.

    Attributes:
        shape: of ``sheets.header.Header``.
        columns: JSON, key of a head → field, or null for one left out.
    """

    __tablename__ = "roster_shape"

    shape: Mapped[str] = kept(Privacy.ADMIN, sa.String(32), unique=True)
    columns: Mapped[str] = kept(Privacy.ADMIN, sa.Text)


class RosterImport(Record, Base):
    """One list taken over as a whole.

    Attributes:
        file_name: of the list; ``sheet`` of it.
        rows: rows of people in the list; ``created`` new people, ``matched`` known ones, ``stays`` opened.
        undone_at: when it was taken back as a whole.
    """

    __tablename__ = "roster_import"

    file_name: Mapped[str] = kept(Privacy.ADMIN, sa.String(NAME_LIMIT))
    sheet: Mapped[str] = kept(Privacy.ADMIN, sa.String(NAME_LIMIT))
    rows: Mapped[int] = kept(Privacy.ADMIN)
    created: Mapped[int] = kept(Privacy.ADMIN)
    matched: Mapped[int] = kept(Privacy.ADMIN)
    rejected: Mapped[int] = kept(Privacy.ADMIN)
    stays: Mapped[int] = kept(Privacy.ADMIN)
    undone_at: Mapped[datetime | None] = kept(Privacy.ADMIN, UtcDatetime)


class RosterPerson(Base):
    """Somebody a list brought: derived from the run, in its transaction, and never changed; so no record itself.

    Attributes:
        row_no: row of the sheet, as the sheet counts.
        is_new: whether the list wrote the person down, or only a stay of somebody known.
        stay_id: the stay it opened, if any. Stays stand in another slice's file; the id alone is kept.
        place_text: khu, phòng, đội as the list says, for whoever assigns beds.
        belongings: what led to the person or the stay when the list was taken over.
    """

    __tablename__ = "roster_person"

    id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), primary_key=True)
    import_id: Mapped[str] = kept(
        Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("roster_import.id"), index=True
    )
    row_no: Mapped[int] = kept(Privacy.ADMIN)
    resident_id: Mapped[str] = kept(
        Privacy.IDENTITY, sa.String(ID_LENGTH), sa.ForeignKey("resident.id"), index=True
    )
    stay_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), index=True)
    is_new: Mapped[bool] = kept(Privacy.ADMIN)
    place_text: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(NAME_LIMIT))
    belongings: Mapped[str] = kept(Privacy.ADMIN, sa.Text)


class IntakeCase(SyncedRecord, Base):
    """Hồ sơ tiếp nhận: one coming of one person; what stands in other slices is read there.

    Attributes:
        stay_id: the stay it led to; None while the person is known and not yet admitted.
        is_turned: a temporary stay turned compulsory without a new delivery.
        checked_on: when person, file and identity papers were compared.
        delivering_name: who delivered the person, for the minutes.
        condition_seen: what the receiving officer saw, for the minutes.
        money_on: when the money was counted, or it was said there is none; likewise things and supplies.
        minutes_id: the minutes that count.
        finished_on: when somebody said that it is finished.
    """

    __tablename__ = "intake_case"
    __table_args__ = (
        sa.Index("ux_intake_case_stay", "stay_id", unique=True, sqlite_where=sa.text("voided_at IS NULL")),
    )

    resident_id: Mapped[str] = kept(
        Privacy.IDENTITY, sa.String(ID_LENGTH), sa.ForeignKey("resident.id"), index=True, sort_order=-8
    )
    stay_id: Mapped[str | None] = kept(
        Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("stay.id"), sort_order=-7
    )
    opened_on: Mapped[date] = kept(Privacy.ADMIN, index=True)
    finished_on: Mapped[date | None] = kept(Privacy.ADMIN, index=True)
    is_turned: Mapped[bool] = kept(Privacy.ADMIN, default=False)
    checked_on: Mapped[date | None] = kept(Privacy.ADMIN)
    delivered_at: Mapped[datetime | None] = kept(Privacy.ADMIN, UtcDatetime)
    delivering_name: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    delivering_position: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    delivering_agency: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    condition_seen: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    money_on: Mapped[date | None] = kept(Privacy.ADMIN)
    things_on: Mapped[date | None] = kept(Privacy.ADMIN)
    supplies_on: Mapped[date | None] = kept(Privacy.ADMIN)
    minutes_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("issued_paper.id"))


class _OfCase(SyncedRecord, Base):
    """Columns of what is kept about a coming."""

    __abstract__ = True

    case_id: Mapped[str] = kept(
        Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("intake_case.id"), index=True, sort_order=-8
    )
    resident_id: Mapped[str] = kept(
        Privacy.IDENTITY, sa.String(ID_LENGTH), sa.ForeignKey("resident.id"), index=True, sort_order=-7
    )


class IntakePaper(_OfCase):
    """A paper of the checklist, ticked.

    Attributes:
        paper: code of the checklist.
        reason: why it is not needed.
        attachment_id: its scan, among the person's documents.
    """

    __tablename__ = "intake_paper"
    __table_args__ = (
        sa.Index(
            "ux_intake_paper_case", "case_id", "paper", unique=True, sqlite_where=sa.text("voided_at IS NULL")
        ),
    )

    paper: Mapped[str] = kept(Privacy.ADMIN, sa.String(32))
    mark: Mapped[PaperMark] = kept(Privacy.ADMIN)
    reason: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    attachment_id: Mapped[str | None] = kept(
        Privacy.IDENTITY, sa.String(ID_LENGTH), sa.ForeignKey("attachment.id")
    )


class IntakeHealth(_OfCase):
    """What was seen of somebody's health at the door, and what a doctor did about it.

    Attributes:
        signs: what was seen, by the table; ``note`` whatever else.
        treatment: what stands against the red flags; None while none does.
        has_flags: whether there is a red flag, for the status everybody may see.
    """

    __tablename__ = "intake_health"
    __table_args__ = (
        sa.Index("ux_intake_health_case", "case_id", unique=True, sqlite_where=sa.text("voided_at IS NULL")),
    )

    seen_at: Mapped[datetime] = kept(Privacy.ADMIN, UtcDatetime)
    seen_by: Mapped[str] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    has_flags: Mapped[bool] = kept(Privacy.CLINICAL)
    treated_at: Mapped[datetime | None] = kept(Privacy.CLINICAL, UtcDatetime)
    treated_by: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    signs: Mapped[str] = kept(Privacy.CLINICAL, sa.Text)
    note: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
    treatment: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
