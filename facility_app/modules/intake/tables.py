"""Runs of roster imports, who came with each, and what was remembered of files' columns."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, Record, kept
from facility_app.db.types import ID_LENGTH, UtcDatetime
from facility_app.kernel.privacy import Privacy

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
