"""The stages of a stay as rows that may overlap."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import kept
from facility_app.db.types import ID_LENGTH
from facility_app.kernel.privacy import Privacy
from facility_app.modules.stays.domain.stages import Stage, StageResult
from facility_app.modules.stays.tables.stay import LINE_LIMIT, OfStay


class StayStage(OfStay):
    """Giai đoạn đã, đang thực hiện.

    Attributes:
        end_on: the day after its last; None while it lasts.
        in_charge_id: the member of staff in charge; name and qualification stand as they were that day.
        override_reason: why a duration or a qualification the law asks for was gone over.
    """

    __tablename__ = "stay_stage"
    __table_args__ = (
        sa.CheckConstraint("end_on IS NULL OR end_on >= start_on", name="span"),
        sa.Index("ux_stay_stage", "stay_id", "stage", unique=True, sqlite_where=sa.text("voided_at IS NULL")),
    )

    stage: Mapped[Stage] = kept(Privacy.ADMIN)
    start_on: Mapped[date] = kept(Privacy.ADMIN)
    end_on: Mapped[date | None] = kept(Privacy.ADMIN)
    result: Mapped[StageResult | None] = kept(Privacy.CLINICAL)
    in_charge_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("staff_member.id"))
    in_charge_name: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    in_charge_qualification: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    override_reason: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
