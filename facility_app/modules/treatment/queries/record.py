"""Reading a medical record: triage, notes, diagnoses; what was struck out stands there with who, when and why."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.sex import Sex
from facility_app.modules.treatment.domain import READ_PSYCHIATRIC, READ_RECORD
from facility_app.modules.treatment.domain.health_check import HealthCheckKind, HealthVerdict
from facility_app.modules.treatment.domain.icd10 import IcdCode
from facility_app.modules.treatment.domain.record import Certainty, NoteKind, TriageFlag
from facility_app.modules.treatment.queries.icd import IcdCodes
from facility_app.modules.treatment.tables import (
    Diagnosis,
    DoorTriage,
    HealthCheck,
    MedicalNote,
    MedicalRecord,
    PlacementReason,
    RedFlag,
)


@dataclass(frozen=True, slots=True)
class Written:
    """How an entry came to be.

    Attributes:
        happened_at: when it was so; ``written_at`` when it was written.
        is_late: whether it was written late.
        corrects_id: the entry struck out that this one stands for.
        struck_at: when it was struck out, by which account and why; None while it stands.
    """

    entry_id: str
    version: int
    happened_at: datetime
    written_at: datetime
    author: str
    author_id: str
    is_late: bool
    corrects_id: str | None
    struck_at: datetime | None
    struck_by: str | None
    struck_reason: str | None = field(repr=False)

    @classmethod
    def of(cls, row: Any) -> "Written":
        """What a record says of its own making."""
        return cls(
            row.id,
            row.version,
            row.happened_at,
            row.created_at,
            row.author_name,
            row.created_by,
            row.is_late,
            getattr(row, "corrects_id", None),
            row.voided_at,
            row.voided_by,
            row.void_reason,
        )


@dataclass(frozen=True, slots=True)
class FlagRow:
    """A red flag, and what was done; ``is_confirmed`` is None while nobody looked."""

    flag_id: str
    version: int
    flag: TriageFlag
    answered_at: datetime | None
    answered_by: str | None
    is_confirmed: bool | None
    answer: str | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class TriageRow:
    """One triage; ``stay_id`` is None as long as it led to no stay."""

    written: Written
    stay_id: str | None
    flags: tuple[FlagRow, ...] = field(repr=False)
    note: str | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One note."""

    written: Written
    kind: NoteKind
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class DiagnosisRow:
    """One diagnosis; ``is_main_now`` for the one that holds."""

    written: Written
    code: str = field(repr=False)
    text: str = field(repr=False)
    is_main: bool
    is_main_now: bool
    certainty: Certainty
    note: str | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class PlacementRow:
    """Why a place was asked for; whether the need still holds stands in the house."""

    written: Written
    need: str
    need_id: str
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class HealthCheckRow:
    """One health check."""

    written: Written
    stay_id: str
    kind: HealthCheckKind
    examiner: str
    body: str = field(repr=False)
    mind: str = field(repr=False)
    verdict: HealthVerdict = field(repr=False)
    advice: str | None = field(repr=False)

    @classmethod
    def of(cls, row: HealthCheck) -> "HealthCheckRow":
        """As its record has it."""
        return cls(
            Written.of(row), row.stay_id, row.kind, row.examiner, row.body, row.mind, row.verdict, row.advice
        )


@dataclass(frozen=True, slots=True)
class RecordView:
    """A record as it is read through."""

    number: str
    triages: tuple[TriageRow, ...] = field(repr=False)
    notes: tuple[NoteRow, ...] = field(repr=False)
    diagnoses: tuple[DiagnosisRow, ...] = field(repr=False)
    checks: tuple[HealthCheckRow, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class RecordRows:
    """The rows of one record, for whoever of this slice has asked for the right."""

    session: Session

    def number(self, stay_id: str) -> str:
        """The record's number, as people say it; empty before the first entry."""
        m = MedicalRecord
        found = self.session.execute(
            sa.select(m.year, m.number).where(m.stay_id == stay_id, m.voided_at.is_(None))
        ).one_or_none()
        return "" if found is None else f"{found.year}-{found.number:05}"

    def triages(self, resident_id: str) -> tuple[TriageRow, ...]:
        """Every triage of a person, the latest first."""
        asked = sa.select(DoorTriage).where(DoorTriage.resident_id == resident_id)
        rows = self.session.scalars(asked.order_by(DoorTriage.happened_at.desc(), DoorTriage.id.desc())).all()
        flags = self.session.scalars(
            # Flags go with their triage, and are read with it also when it was struck out.
            sa.select(RedFlag).where(RedFlag.resident_id == resident_id)
        ).all()
        order = list(TriageFlag)
        return tuple(
            TriageRow(
                Written.of(row),
                row.stay_id,
                tuple(
                    sorted(
                        (_flag(one) for one in flags if one.triage_id == row.id),
                        key=lambda one: order.index(one.flag),
                    )
                ),
                row.note,
            )
            for row in rows
        )

    def notes(self, stay_id: str, kinds: Sequence[NoteKind] = tuple(NoteKind)) -> tuple[NoteRow, ...]:
        """Notes of a stay in the order they happened."""
        m = MedicalNote
        asked = sa.select(m).where(m.stay_id == stay_id, m.kind.in_(kinds)).order_by(m.happened_at, m.id)
        return tuple(NoteRow(Written.of(row), row.kind, row.text) for row in self.session.scalars(asked))

    def diagnoses(self, stay_id: str) -> tuple[DiagnosisRow, ...]:
        """Diagnoses of a stay, the latest first."""
        d = Diagnosis
        asked = sa.select(d).where(d.stay_id == stay_id).order_by(d.happened_at.desc(), d.id.desc())
        rows = self.session.scalars(asked).all()
        main = next((row.id for row in rows if row.is_main and row.voided_at is None), None)
        return tuple(
            DiagnosisRow(Written.of(row), row.code, row.text, row.is_main, row.id == main, row.certainty, row.note)
            for row in rows
        )

    def health_checks(self, stay_id: str) -> tuple[HealthCheckRow, ...]:
        """Health checks of a stay, the latest first."""
        c = HealthCheck
        asked = sa.select(c).where(c.stay_id == stay_id).order_by(c.happened_at.desc(), c.id.desc())
        return tuple(map(HealthCheckRow.of, self.session.scalars(asked)))

    def view(self, stay_id: str, resident_id: str) -> RecordView:
        """All of it."""
        return RecordView(
            self.number(stay_id),
            self.triages(resident_id),
            self.notes(stay_id),
            self.diagnoses(stay_id),
            self.health_checks(stay_id),
        )


def get_record_number(uow: UnitOfWork, stay_id: str) -> str:
    """The number of a record; empty before the first entry."""
    require(uow, READ_RECORD)
    return RecordRows(uow.session).number(stay_id)


def list_triages(uow: UnitOfWork, resident_id: str) -> tuple[TriageRow, ...]:
    """Every triage of a person, the latest first."""
    require(uow, READ_RECORD)
    return RecordRows(uow.session).triages(resident_id)


def list_notes(uow: UnitOfWork, stay_id: str) -> tuple[NoteRow, ...]:
    """Every note of a stay in the order it happened."""
    require(uow, READ_RECORD)
    return RecordRows(uow.session).notes(stay_id)


def list_psychiatric_notes(uow: UnitOfWork, stay_id: str) -> tuple[NoteRow, ...]:
    """Psychiatric notes alone, for counsellors too."""
    require(uow, READ_PSYCHIATRIC)
    return RecordRows(uow.session).notes(stay_id, (NoteKind.PSYCHIATRIC,))


def list_diagnoses(uow: UnitOfWork, stay_id: str) -> tuple[DiagnosisRow, ...]:
    """Diagnoses of a stay, the latest first; those that reveal HIV stand behind their own wall."""
    require(uow, READ_RECORD)
    return RecordRows(uow.session).diagnoses(stay_id)


def list_placement_reasons(uow: UnitOfWork, stay_id: str) -> tuple[PlacementRow, ...]:
    """Why places were asked for, the latest first."""
    require(uow, READ_RECORD)
    p = PlacementReason
    asked = sa.select(p).where(p.stay_id == stay_id).order_by(p.happened_at.desc(), p.id.desc())
    return tuple(
        PlacementRow(Written.of(row), row.need, row.need_id, row.reason) for row in uow.session.scalars(asked)
    )


def search_diagnoses(uow: UnitOfWork, text: str, on: date, sex: Sex | None = None) -> tuple[IcdCode, ...]:
    """Codes that may be chosen, by code or words, with or without marks."""
    require(uow, READ_RECORD)
    return IcdCodes(uow.session, uow.ports.shelf).search(text, on, sex)


def _flag(row: RedFlag) -> FlagRow:
    return FlagRow(row.id, row.version, row.flag, row.answered_at, row.answered_name, row.is_confirmed, row.answer)
