"""The searchable row of every person."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, kept
from facility_app.db.types import ID_LENGTH
from facility_app.kernel.privacy import Privacy, SearchRole
from facility_app.kernel.sex import Sex
from facility_app.modules.residents.domain.card import ResidentStatus
from facility_app.modules.residents.domain.faults import CODE_LIMIT, LINE_LIMIT


class ResidentCard(Base):
    """Thẻ tìm kiếm: everything a list, a search box and a header ask of one person, in one row.

    Derived from the records, in the same transaction: so no record itself. It has no version and no stamps, its
    changes stand in the trail once, with the record they come from, and it is made again rather than restored.

    Attributes:
        id: the resident's.
        status: kept by stays through ``api``, with the ``stay_…`` columns and the day the stay is to end.
        place_id: kept by housing through ``api``: the room or bed; ``place_text`` is how people say it.
    """

    __tablename__ = "resident_card"
    __table_args__ = (sa.Index("ix_resident_card_name_sort", "name_sort", "id"),)

    id: Mapped[str] = kept(Privacy.IDENTITY, sa.String(ID_LENGTH), sa.ForeignKey("resident.id"), primary_key=True)
    code: Mapped[str] = kept(Privacy.IDENTITY, sa.String(16), index=True)
    name: Mapped[str] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    name_sort: Mapped[bytes] = kept(Privacy.IDENTITY, sa.LargeBinary)
    words: Mapped[str] = kept(Privacy.IDENTITY, sa.Text, search=SearchRole.TEXT)
    spoken: Mapped[str] = kept(Privacy.IDENTITY, sa.Text)
    numbers: Mapped[str] = kept(Privacy.IDENTITY, sa.Text, search=SearchRole.SUFFIX)
    sex: Mapped[Sex] = kept(Privacy.IDENTITY)
    birth_on: Mapped[date | None] = kept(Privacy.IDENTITY, index=True)
    birth_year: Mapped[int] = kept(Privacy.IDENTITY)
    paper_no: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(40))
    custody_alerts: Mapped[str] = kept(Privacy.CLINICAL, sa.Text)
    health_alerts: Mapped[str] = kept(Privacy.CLINICAL, sa.Text)
    status: Mapped[ResidentStatus] = kept(Privacy.ADMIN, default=ResidentStatus.NO_STAY)
    stay_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))
    stay_type: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(CODE_LIMIT))
    expected_end_on: Mapped[date | None] = kept(Privacy.ADMIN)
    place_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))
    place_text: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
