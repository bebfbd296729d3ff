"""Quy tắc cơ sở phê duyệt, phác đồ đang chạy, điều trị thay thế, mốc ngừng thuốc khi ra cơ sở."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, SyncedRecord, kept
from facility_app.db.counted import Gapless, InUse
from facility_app.db.types import ID_LENGTH, UtcDatetime
from facility_app.kernel.faults import CODE_LIMIT, LINE_LIMIT
from facility_app.kernel.privacy import Privacy
from facility_app.modules.medication.domain.rules import RuleList
from facility_app.modules.medication.domain.substitution import ProgrammeEnd
from facility_app.modules.medication.tables.shape import for_good, row_of


class ClinicalRule(SyncedRecord, Base):
    """Quy tắc: one version of one row of a rule table that the facility wrote or took over, and who stands by it.

    Attributes:
        body: the cells as JSON.
        is_off: the facility settled that it does not hold.
        reason: why it was written.
    """

    __tablename__ = "clinical_rule"
    __table_args__ = (
        sa.UniqueConstraint("home", "rule_list", "code", "version_no"),
        for_good(
            ("rule_list", "code", "version_no", "body", "is_off", "reason", "officer_name"),
            once=("approved_by", "approved_name", "approved_on"),
            keys=(("home", "rule_list", "code", "version_no"),),
            rules=(Gapless("version_no", ("home", "rule_list", "code")),),
        ),
    )

    rule_list: Mapped[RuleList] = kept(Privacy.ADMIN)
    code: Mapped[str] = kept(Privacy.ADMIN, sa.String(CODE_LIMIT))
    version_no: Mapped[int] = kept(Privacy.ADMIN)
    body: Mapped[str] = kept(Privacy.ADMIN, sa.Text)
    is_off: Mapped[bool] = kept(Privacy.ADMIN)
    reason: Mapped[str] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    officer_name: Mapped[str] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    approved_by: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))
    approved_name: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    approved_on: Mapped[date | None] = kept(Privacy.ADMIN)


class ProtocolRun(SyncedRecord, Base):
    """Phác đồ cắt cơn của một người: which template in which version, since when; it ends once.

    Attributes:
        counselled_on: when the person was counselled before it (NĐ 163/2026 Đ85.3); ``uncounselled_why`` why not.
            Neither for one begun before the program asked.
    """

    __tablename__ = "protocol_run"
    __table_args__ = (
        for_good(
            (
                *(
                    "resident_id",
                    "stay_id",
                    "protocol_code",
                    "protocol_version",
                    "started_on",
                    "doctor_name",
                    "note",
                ),
                *("counselled_on", "uncounselled_why"),
            ),
            once=("ended_on", "end_reason", "ended_name"),
            rules=(InUse(("home", "resident_id", "protocol_code"), "ended_on"),),
        ),
    )

    resident_id: Mapped[str] = row_of("resident", index=True)
    stay_id: Mapped[str] = row_of("stay", index=True)
    protocol_code: Mapped[str] = kept(Privacy.CLINICAL, sa.String(CODE_LIMIT))
    protocol_version: Mapped[int] = kept(Privacy.CLINICAL)
    started_on: Mapped[date] = kept(Privacy.CLINICAL)
    doctor_name: Mapped[str] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    note: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    counselled_on: Mapped[date | None] = kept(Privacy.CLINICAL)
    uncounselled_why: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    ended_on: Mapped[date | None] = kept(Privacy.CLINICAL)
    end_reason: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    ended_name: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))


class SubstitutionProgramme(SyncedRecord, Base):
    """Điều trị thay thế (NĐ 141/2024): one at a time, from the consent to its end.

    Attributes:
        file_number: of the application (form 09) or the decision.
        consent_by: who agreed; the legal representative for a person under 18 (Đ29).
        outside_on, outside_amount, outside_paper: the last dose elsewhere, by the paper of that place.
        second_id: who agreed to an end that can begin a file for compulsory treatment.
    """

    __tablename__ = "substitution_programme"
    __table_args__ = (
        sa.CheckConstraint("(outside_on IS NULL) = (outside_paper IS NULL)", name="outside"),
        for_good(
            (
                *(
                    "resident_id",
                    "stay_id",
                    "medicine_id",
                    "started_on",
                    "file_number",
                    "consent_by",
                    "consent_on",
                ),
                *("doctor_name", "outside_on", "outside_amount", "outside_paper"),
            ),
            once=("ended_on", "end_kind", "end_reason", "ended_name", "second_id", "second_name"),
            rules=(InUse(("home", "resident_id"), "ended_on"),),
        ),
    )

    resident_id: Mapped[str] = row_of("resident", index=True)
    stay_id: Mapped[str] = row_of("stay", index=True)
    medicine_id: Mapped[str] = row_of("medicine")
    started_on: Mapped[date] = kept(Privacy.CLINICAL)
    file_number: Mapped[str] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    consent_by: Mapped[str] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    consent_on: Mapped[date] = kept(Privacy.CLINICAL)
    doctor_name: Mapped[str] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    outside_on: Mapped[date | None] = kept(Privacy.CLINICAL)
    outside_amount: Mapped[int | None] = kept(Privacy.CLINICAL, sa.BigInteger)
    outside_paper: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    ended_on: Mapped[date | None] = kept(Privacy.CLINICAL)
    end_kind: Mapped[ProgrammeEnd | None] = kept(Privacy.CLINICAL)
    end_reason: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    ended_name: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    second_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))
    second_name: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))


class MedicationEnd(SyncedRecord, Base):
    """Mốc ngừng thuốc: of everybody whose stay ended, the moment after which nothing is given any more.

    Everybody has one, whether they took a medicine or not: that it stands there tells nothing.
    """

    __tablename__ = "medication_end"
    __table_args__ = (
        sa.UniqueConstraint("home", "stay_id"),
        for_good(("resident_id", "stay_id", "ended_at"), keys=(("home", "stay_id"),)),
    )

    resident_id: Mapped[str] = row_of("resident", privacy=Privacy.IDENTITY, index=True)
    stay_id: Mapped[str] = row_of("stay", privacy=Privacy.ADMIN, index=True)
    ended_at: Mapped[datetime] = kept(Privacy.ADMIN, UtcDatetime)
