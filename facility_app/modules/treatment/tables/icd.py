"""The Ministry's own table of diagnoses, as often as it was imported: a later one takes over, all are kept."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, Record, kept
from facility_app.db.types import ID_LENGTH
from facility_app.kernel.faults import CODE_LIMIT, LINE_LIMIT
from facility_app.kernel.privacy import Privacy


class IcdTable(Record, Base):
    """Một lần nhập bảng mã bệnh của Bộ Y tế.

    Attributes:
        valid_from: encounters that end on this day or later take its codes, until another table begins.
        file_name: the file it came from.
        content_sha256: of its codes; the same table is not imported twice for one day.
        code_count: codes in it.
    """

    __tablename__ = "icd_table"
    __table_args__ = (sa.Index("ix_icd_table_valid_from", "valid_from"),)

    valid_from: Mapped[date] = kept(Privacy.PUBLIC)
    file_name: Mapped[str] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    content_sha256: Mapped[str] = kept(Privacy.PUBLIC, sa.String(64))
    code_count: Mapped[int] = kept(Privacy.PUBLIC)


class IcdTableCode(Base):
    """A code of an imported table: written with it, in its transaction, and never changed; so no record itself.

    Attributes:
        code: with its dot.
        flags: names of ``IcdFlag`` between blanks, with one before and one behind.
        folded: what it is found by, without marks.
    """

    __tablename__ = "icd_table_code"

    table_id: Mapped[str] = kept(
        Privacy.PUBLIC, sa.String(ID_LENGTH), sa.ForeignKey("icd_table.id"), primary_key=True
    )
    code: Mapped[str] = kept(Privacy.PUBLIC, sa.String(CODE_LIMIT), primary_key=True)
    text: Mapped[str] = kept(Privacy.PUBLIC, sa.Text)
    english: Mapped[str] = kept(Privacy.PUBLIC, sa.Text)
    flags: Mapped[str] = kept(Privacy.PUBLIC, sa.String(LINE_LIMIT))
    folded: Mapped[str] = kept(Privacy.PUBLIC, sa.Text)
