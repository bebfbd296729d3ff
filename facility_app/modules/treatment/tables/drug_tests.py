"""Xét nghiệm chất ma túy: kits by lot, the test, what each panel read, whose hands the sample went through.

Every fact has the privacy class of drug tests, which leaves the facility only where the law of drug tests lets it.
"""

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, SyncedRecord, kept
from facility_app.kernel.faults import CODE_LIMIT, LINE_LIMIT
from facility_app.kernel.privacy import Privacy
from facility_app.kernel.sex import Sex
from facility_app.modules.treatment.domain.drug_tests import DrugTestKind, DrugTestReading
from facility_app.modules.treatment.domain.samples import SampleAnswer, TestReason
from facility_app.modules.treatment.tables.charted import as_written, row_of

_TEST = Privacy.DRUG_TEST


class DrugTestKit(SyncedRecord, Base):
    """Lô kit; ``cutoffs`` is JSON of panel → ng/mL, as the leaflet of this lot says."""

    __tablename__ = "drug_test_kit"
    __table_args__ = (
        sa.UniqueConstraint("home", "brand", "lot_no"),
        as_written(("brand", "lot_no", "expires_on", "cutoffs"), keys=(("home", "brand", "lot_no"),)),
    )

    brand: Mapped[str] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    lot_no: Mapped[str] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    expires_on: Mapped[date] = kept(Privacy.ADMIN)
    cutoffs: Mapped[str] = kept(Privacy.ADMIN, sa.Text)


class DrugTest(SyncedRecord, Base):
    """Một lần xét nghiệm.

    Attributes:
        confirms_id: the rapid test a laboratory was asked about.
        sample_no: on the seal; ``received_at`` when it came to where it is read.
        temp_tenths, temp_after_s: of the sample, and how long after it was given.
        second_name: the second reader.
        is_told: whether the commune police are told; by whom, with which paper.
        photo_sha256: the picture of its cassette.
        disposed_on, disposal, disposed_name: when the sample was destroyed, how and by whom.
        strike_reason: why it was struck out; the reason every record has stands outside this wall.
    """

    __tablename__ = "drug_test"
    __table_args__ = (
        sa.UniqueConstraint("home", "sample_no"),
        as_written(
            ("resident_id", "stay_id", "kind", "reason", "legal_basis", "note", "ordered_name", "confirms_id"),
            once=(
                *("answer", "sample_no", "collected_at", "collector_name", "collector_sex", "witness_name"),
                *(
                    "witness_sex",
                    "guardian_name",
                    "temp_tenths",
                    "temp_after_s",
                    "tamper_note",
                    "kit_id",
                    "read_at",
                ),
                *("reader_name", "second_name", "laboratory", "is_told", "told_name", "told_at", "told_number"),
                *("photo_sha256", "disposed_on", "disposal", "disposed_name", "strike_reason"),
            ),
        ),
    )

    resident_id: Mapped[str] = row_of("resident", _TEST, index=True)
    stay_id: Mapped[str] = row_of("stay", _TEST, index=True)
    kind: Mapped[DrugTestKind] = kept(_TEST)
    reason: Mapped[TestReason] = kept(_TEST)
    legal_basis: Mapped[str] = kept(_TEST, sa.String(LINE_LIMIT))
    note: Mapped[str | None] = kept(_TEST, sa.Text)
    ordered_name: Mapped[str] = kept(_TEST, sa.String(LINE_LIMIT))
    confirms_id: Mapped[str | None] = row_of("drug_test", _TEST, nullable=True)
    answer: Mapped[SampleAnswer | None] = kept(_TEST)
    sample_no: Mapped[str | None] = kept(_TEST, sa.String(CODE_LIMIT))
    collected_at: Mapped[datetime | None] = kept(_TEST)
    collector_name: Mapped[str | None] = kept(_TEST, sa.String(LINE_LIMIT))
    collector_sex: Mapped[Sex | None] = kept(_TEST)
    witness_name: Mapped[str | None] = kept(_TEST, sa.String(LINE_LIMIT))
    witness_sex: Mapped[Sex | None] = kept(_TEST)
    guardian_name: Mapped[str | None] = kept(_TEST, sa.String(LINE_LIMIT))
    temp_tenths: Mapped[int | None] = kept(_TEST)
    temp_after_s: Mapped[int | None] = kept(_TEST)
    tamper_note: Mapped[str | None] = kept(_TEST, sa.Text)
    kit_id: Mapped[str | None] = row_of("drug_test_kit", _TEST, nullable=True)
    read_at: Mapped[datetime | None] = kept(_TEST)
    reader_name: Mapped[str | None] = kept(_TEST, sa.String(LINE_LIMIT))
    second_name: Mapped[str | None] = kept(_TEST, sa.String(LINE_LIMIT))
    laboratory: Mapped[str | None] = kept(_TEST, sa.String(LINE_LIMIT))
    is_told: Mapped[bool | None] = kept(_TEST)
    told_name: Mapped[str | None] = kept(_TEST, sa.String(LINE_LIMIT))
    told_at: Mapped[datetime | None] = kept(_TEST)
    told_number: Mapped[str | None] = kept(_TEST, sa.String(LINE_LIMIT))
    photo_sha256: Mapped[str | None] = kept(_TEST, sa.String(64))
    disposed_on: Mapped[date | None] = kept(_TEST)
    disposal: Mapped[str | None] = kept(_TEST, sa.String(LINE_LIMIT))
    disposed_name: Mapped[str | None] = kept(_TEST, sa.String(LINE_LIMIT))
    strike_reason: Mapped[str | None] = kept(_TEST, sa.Text)


class DrugTestResult(SyncedRecord, Base):
    """What one strip read; ``cutoff`` in ng/mL is that of the kit's lot."""

    __tablename__ = "drug_test_result"
    __table_args__ = (
        sa.UniqueConstraint("test_id", "panel"),
        as_written(("test_id", "resident_id", "panel", "cutoff", "reading"), keys=(("test_id", "panel"),)),
    )

    test_id: Mapped[str] = row_of("drug_test", _TEST)
    resident_id: Mapped[str] = row_of("resident", _TEST, index=True)
    panel: Mapped[str] = kept(_TEST, sa.String(CODE_LIMIT))
    cutoff: Mapped[int | None] = kept(_TEST)
    reading: Mapped[DrugTestReading] = kept(_TEST)


class CustodyStep(SyncedRecord, Base):
    """Một lần giao nhận mẫu.

    Attributes:
        is_intact: whether the seal was whole; ``condition`` how it was.
    """

    __tablename__ = "custody_step"
    __table_args__ = (
        as_written(
            (
                *("test_id", "resident_id", "happened_at", "from_name", "to_name", "purpose", "is_intact"),
                *("condition", "author_name"),
            )
        ),
    )

    test_id: Mapped[str] = row_of("drug_test", _TEST, index=True)
    resident_id: Mapped[str] = row_of("resident", _TEST, index=True)
    happened_at: Mapped[datetime] = kept(_TEST)
    from_name: Mapped[str] = kept(_TEST, sa.String(LINE_LIMIT))
    to_name: Mapped[str] = kept(_TEST, sa.String(LINE_LIMIT))
    purpose: Mapped[str] = kept(_TEST, sa.String(LINE_LIMIT))
    is_intact: Mapped[bool] = kept(_TEST)
    condition: Mapped[str | None] = kept(_TEST, sa.String(LINE_LIMIT))
    author_name: Mapped[str] = kept(_TEST, sa.String(LINE_LIMIT))
