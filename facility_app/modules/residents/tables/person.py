"""The person, and the lists of what stands on papers about them."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, SyncedRecord, kept
from facility_app.db.types import ID_LENGTH
from facility_app.kernel.privacy import Privacy
from facility_app.kernel.sex import Sex
from facility_app.modules.residents.domain.family import AddressKind, AliasKind, Relation
from facility_app.modules.residents.domain.faults import CODE_LIMIT, LINE_LIMIT
from facility_app.modules.residents.domain.papers import PaperKind
from facility_app.modules.residents.domain.past import LegalRecordKind


class Resident(SyncedRecord, Base):
    """Người cai nghiện: one person for life, however often they come; facts as in ``domain.person.Person``.

    Attributes:
        code_year: year of registration; with ``code_no`` the gap-free number, a struck-out one keeps it.
        code: both, as people say it.
    """

    __tablename__ = "resident"
    __table_args__ = (sa.UniqueConstraint("home", "code_year", "code_no"),)

    code_year: Mapped[int] = kept(Privacy.ADMIN)
    code_no: Mapped[int] = kept(Privacy.ADMIN)
    # It names one person to everyone who was inside, so it leaves with the name or not at all.
    code: Mapped[str] = kept(Privacy.IDENTITY, sa.String(16))
    name: Mapped[str] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    sex: Mapped[Sex] = kept(Privacy.IDENTITY)
    birth_on: Mapped[date | None] = kept(Privacy.IDENTITY)
    birth_year: Mapped[int] = kept(Privacy.IDENTITY)
    # A matter of the body, not of the papers.
    body_sex: Mapped[Sex | None] = kept(Privacy.CLINICAL)
    nationality: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(CODE_LIMIT))
    ethnicity: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(CODE_LIMIT))
    religion: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(CODE_LIMIT))
    policy_group: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(CODE_LIMIT))
    education_level: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(CODE_LIMIT))
    diplomas: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    occupation: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    skill: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    employment: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(CODE_LIMIT))
    marital_status: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(CODE_LIMIT))
    height_cm: Mapped[int | None] = kept(Privacy.IDENTITY)
    weight_kg: Mapped[int | None] = kept(Privacy.IDENTITY)
    # Free text about a person may hold anything.
    note: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)


class OfResident(SyncedRecord, Base):
    """Columns of every record that says something about one person."""

    __abstract__ = True

    resident_id: Mapped[str] = kept(
        Privacy.IDENTITY, sa.String(ID_LENGTH), sa.ForeignKey("resident.id"), index=True, sort_order=-8
    )


class ResidentAlias(OfResident):
    """Tên gọi khác."""

    __tablename__ = "resident_alias"

    name: Mapped[str] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    kind: Mapped[AliasKind] = kept(Privacy.IDENTITY)


class ResidentPaper(OfResident):
    """Giấy tờ tùy thân."""

    __tablename__ = "resident_paper"

    kind: Mapped[PaperKind] = kept(Privacy.IDENTITY)
    number: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(40), index=True)
    issued_on: Mapped[date | None] = kept(Privacy.IDENTITY)
    issued_by: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    expires_on: Mapped[date | None] = kept(Privacy.IDENTITY)
    none_reason: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    shared_reason: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))


class ResidentAddress(OfResident):
    """Nơi thường trú, tạm trú, nơi ở hiện tại, quê quán, nơi sinh."""

    __tablename__ = "resident_address"

    kind: Mapped[AddressKind] = kept(Privacy.IDENTITY)
    detail: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    commune_code: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(5))
    place_text: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    from_on: Mapped[date | None] = kept(Privacy.IDENTITY)
    until_on: Mapped[date | None] = kept(Privacy.IDENTITY)


class Relative(OfResident):
    """Thân nhân, người cần báo tin, người giám hộ; ``name_fold`` finds people by their parents."""

    __tablename__ = "relative"

    relation: Mapped[Relation] = kept(Privacy.IDENTITY)
    name: Mapped[str] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    name_fold: Mapped[str] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT), index=True)
    birth_year: Mapped[int | None] = kept(Privacy.IDENTITY)
    occupation: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    phone: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(20))
    address: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    is_contact: Mapped[bool] = kept(Privacy.IDENTITY, default=False)
    is_guardian: Mapped[bool] = kept(Privacy.IDENTITY, default=False)
    note: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)


class LegalRecord(OfResident):
    """Tiền án, tiền sự."""

    __tablename__ = "legal_record"

    kind: Mapped[LegalRecordKind] = kept(Privacy.IDENTITY)
    offence: Mapped[str] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    decision_no: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    decided_on: Mapped[date | None] = kept(Privacy.IDENTITY)
    decided_by: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    penalty: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    served_on: Mapped[date | None] = kept(Privacy.IDENTITY)
