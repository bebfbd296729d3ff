"""Hồ sơ bệnh án: its number, triage at the door, notes, diagnoses; those that reveal HIV in their own table."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, SyncedRecord, kept
from facility_app.db.types import ID_LENGTH
from facility_app.kernel.faults import CODE_LIMIT, LINE_LIMIT
from facility_app.kernel.privacy import Privacy
from facility_app.modules.treatment.domain.record import Certainty, NoteKind, TriageFlag
from facility_app.modules.treatment.tables.charted import OF_CHART, Charted, as_written, row_of

_DIAGNOSIS = ("code", "text", "is_main", "certainty", "note")


class MedicalRecord(SyncedRecord, Base):
    """Hồ sơ bệnh án of one stay: its number.

    Attributes:
        year, number: gap-free within a year.
    """

    __tablename__ = "medical_record"
    __table_args__ = (
        sa.UniqueConstraint("home", "year", "number"),
        sa.UniqueConstraint("stay_id"),
        as_written(("resident_id", "stay_id", "year", "number", "opened_at"), keys=(("stay_id",),)),
    )

    resident_id: Mapped[str] = row_of("resident", Privacy.ADMIN, index=True)
    stay_id: Mapped[str] = row_of("stay", Privacy.ADMIN)
    year: Mapped[int] = kept(Privacy.ADMIN)
    number: Mapped[int] = kept(Privacy.ADMIN)
    opened_at: Mapped[datetime] = kept(Privacy.ADMIN)


class DoorTriage(SyncedRecord, Base):
    """Phân loại khi đến; the stay it led to is filled in when there is one.

    Attributes:
        note: what else was seen, and done at once.
    """

    __tablename__ = "door_triage"
    __table_args__ = (
        as_written(("resident_id", "happened_at", "author_name", "is_late", "note"), once=("stay_id",)),
    )

    resident_id: Mapped[str] = row_of("resident", Privacy.ADMIN, index=True)
    stay_id: Mapped[str | None] = row_of("stay", Privacy.ADMIN, nullable=True)
    happened_at: Mapped[datetime] = kept(Privacy.CLINICAL)
    author_name: Mapped[str] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    is_late: Mapped[bool] = kept(Privacy.CLINICAL)
    note: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)


class RedFlag(SyncedRecord, Base):
    """Dấu hiệu nguy hiểm of a triage, and what was done about it.

    Attributes:
        is_confirmed: whether a doctor found it so; None while nobody looked.
    """

    __tablename__ = "red_flag"
    __table_args__ = (
        sa.UniqueConstraint("triage_id", "flag"),
        as_written(
            ("triage_id", "resident_id", "flag"),
            once=("answered_at", "answered_name", "is_confirmed", "answer"),
            keys=(("triage_id", "flag"),),
        ),
    )

    triage_id: Mapped[str] = row_of("door_triage", Privacy.ADMIN)
    resident_id: Mapped[str] = row_of("resident", Privacy.ADMIN, index=True)
    flag: Mapped[TriageFlag] = kept(Privacy.CLINICAL)
    answered_at: Mapped[datetime | None] = kept(Privacy.CLINICAL)
    answered_name: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    is_confirmed: Mapped[bool | None] = kept(Privacy.CLINICAL)
    answer: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)


class MedicalNote(Charted, Base):
    """Mục trong hồ sơ bệnh án: history, examination, plan, progress, care."""

    __tablename__ = "medical_note"
    __table_args__ = (
        sa.Index("ix_medical_note_stay_id_happened_at", "stay_id", "happened_at"),
        as_written((*OF_CHART, "kind", "text")),
    )

    kind: Mapped[NoteKind] = kept(Privacy.CLINICAL)
    text: Mapped[str] = kept(Privacy.CLINICAL, sa.Text)


class Diagnosis(Charted, Base):
    """Chẩn đoán.

    Attributes:
        code: of ICD-10, with its dot; ``text`` its name as the table had it that day.
        is_main: the main one; a later one takes its place.
    """

    __tablename__ = "diagnosis"
    __table_args__ = (
        sa.Index("ix_diagnosis_stay_id_happened_at", "stay_id", "happened_at"),
        as_written((*OF_CHART, *_DIAGNOSIS)),
    )

    code: Mapped[str] = kept(Privacy.CLINICAL, sa.String(CODE_LIMIT))
    text: Mapped[str] = kept(Privacy.CLINICAL, sa.Text)
    is_main: Mapped[bool] = kept(Privacy.CLINICAL)
    certainty: Mapped[Certainty] = kept(Privacy.CLINICAL)
    note: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)


class PrivateDiagnosis(SyncedRecord, Base):
    """The same where the code reveals HIV: every column stands behind that wall."""

    __tablename__ = "private_diagnosis"
    __table_args__ = (as_written((*OF_CHART, *_DIAGNOSIS)),)

    resident_id: Mapped[str] = row_of("resident", Privacy.HIV, index=True)
    stay_id: Mapped[str] = row_of("stay", Privacy.HIV, index=True)
    happened_at: Mapped[datetime] = kept(Privacy.HIV)
    author_name: Mapped[str] = kept(Privacy.HIV, sa.String(LINE_LIMIT))
    is_late: Mapped[bool] = kept(Privacy.HIV)
    corrects_id: Mapped[str | None] = kept(Privacy.HIV, sa.String(ID_LENGTH))
    code: Mapped[str] = kept(Privacy.HIV, sa.String(CODE_LIMIT))
    text: Mapped[str] = kept(Privacy.HIV, sa.Text)
    is_main: Mapped[bool] = kept(Privacy.HIV)
    certainty: Mapped[Certainty] = kept(Privacy.HIV)
    note: Mapped[str | None] = kept(Privacy.HIV, sa.Text)
