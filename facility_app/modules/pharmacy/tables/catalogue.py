"""Danh mục thuốc: what a medicine is, and the class it has by which day."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, SyncedRecord, kept
from facility_app.db.overlap import never_overlap
from facility_app.db.types import ID_LENGTH
from facility_app.kernel.faults import CODE_LIMIT, LINE_LIMIT
from facility_app.kernel.privacy import Privacy
from facility_app.modules.pharmacy.domain.amounts import Measure, Unit, label_unit
from facility_app.modules.pharmacy.domain.classes import DrugClass
from facility_app.modules.pharmacy.domain.medicines import Approval
from facility_app.modules.pharmacy.tables.for_good import row_of


class Medicine(SyncedRecord, Base):
    """One product; fields as ``MedicineFacts``.

    Attributes:
        code: of the list that came along; NULL for one of the facility's own.
        approval, approved_by, approved_at: who of the facility stands by the numbers; a draft only warns.
    """

    __tablename__ = "medicine"
    __table_args__ = (
        sa.UniqueConstraint("home", "code"),
        sa.CheckConstraint("per_stock > 0", name="rate"),
    )

    code: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(CODE_LIMIT))
    generic: Mapped[str] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    brand: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    strength: Mapped[str] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    form: Mapped[str] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    pack: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    routes: Mapped[str] = kept(Privacy.CLINICAL, sa.String(CODE_LIMIT))
    atc: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(CODE_LIMIT))
    registration_no: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    book_no: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    stock_unit: Mapped[Unit] = kept(Privacy.CLINICAL)
    dose_unit: Mapped[Unit] = kept(Privacy.CLINICAL)
    per_stock: Mapped[int] = kept(Privacy.CLINICAL, sa.BigInteger)
    ask_above: Mapped[int | None] = kept(Privacy.CLINICAL, sa.BigInteger)
    low_below: Mapped[int | None] = kept(Privacy.CLINICAL, sa.BigInteger)
    prolongs_qt: Mapped[bool] = kept(Privacy.CLINICAL)
    is_sedating: Mapped[bool] = kept(Privacy.CLINICAL)
    is_divertible: Mapped[bool] = kept(Privacy.CLINICAL)
    reveals_hiv: Mapped[bool] = kept(Privacy.HIV)
    is_substitution: Mapped[bool] = kept(Privacy.CLINICAL)
    source: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    approval: Mapped[Approval] = kept(Privacy.ADMIN)
    approved_by: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))
    approved_on: Mapped[date | None] = kept(Privacy.ADMIN)

    @property
    def measure(self) -> Measure:
        """Its units."""
        return Measure(self.stock_unit, self.dose_unit, self.per_stock, label_unit(self.strength, self.dose_unit))

    @property
    def full_name(self) -> str:
        """As messages and papers name it: generic and strength, the brand behind."""
        brand = f" ({self.brand})" if self.brand else ""
        return f"{self.generic} {self.strength}{brand}"


class MedicineClass(SyncedRecord, Base):
    """Phân loại: the class of a medicine from a day until before another."""

    __tablename__ = "medicine_class"
    __table_args__ = (
        sa.CheckConstraint("valid_to IS NULL OR valid_to > valid_from", name="span"),
        never_overlap(("medicine_id",), from_="valid_from", to="valid_to"),
    )

    medicine_id: Mapped[str] = row_of("medicine", index=True)
    drug_class: Mapped[DrugClass] = kept(Privacy.CLINICAL)
    valid_from: Mapped[date] = kept(Privacy.CLINICAL)
    valid_to: Mapped[date | None] = kept(Privacy.CLINICAL)
    article: Mapped[str] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
