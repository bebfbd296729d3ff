"""Who is watched so that they do not harm themselves, how closely, and every time somebody looked."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, kept
from facility_app.db.overlap import never_overlap
from facility_app.db.types import ID_LENGTH
from facility_app.kernel.faults import LINE_LIMIT
from facility_app.kernel.privacy import Privacy
from facility_app.modules.treatment.domain.watch import Seen, WatchLevel
from facility_app.modules.treatment.tables.charted import OF_CHART, Charted, as_written, row_of


class SelfHarmWatch(Charted, Base):
    """Theo dõi nguy cơ tự hại: one level from a moment to a moment; ``happened_at`` is its beginning.

    Attributes:
        score_id: the scoring that began it; None when somebody decided.
        review_at: when a doctor looks at the level again.
    """

    __tablename__ = "self_harm_watch"
    __table_args__ = (
        sa.Index("ix_self_harm_watch_stay_id_happened_at", "stay_id", "happened_at"),
        sa.CheckConstraint("ended_at IS NULL OR ended_at >= happened_at", name="span"),
        {
            "info": {
                **as_written(
                    (*OF_CHART, "level", "reason", "score_id", "review_at"), once=("ended_at", "end_reason")
                )["info"],
                **never_overlap(("stay_id",), from_="happened_at", to="ended_at")["info"],
            }
        },
    )

    level: Mapped[WatchLevel] = kept(Privacy.CLINICAL)
    reason: Mapped[str] = kept(Privacy.CLINICAL, sa.Text)
    score_id: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(ID_LENGTH))
    review_at: Mapped[datetime | None] = kept(Privacy.CLINICAL)
    ended_at: Mapped[datetime | None] = kept(Privacy.CLINICAL)
    end_reason: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))


class WatchLook(Charted, Base):
    """Một lần trông."""

    __tablename__ = "watch_look"
    __table_args__ = (
        sa.Index("ix_watch_look_stay_id_happened_at", "stay_id", "happened_at"),
        as_written((*OF_CHART, "watch_id", "seen", "note")),
    )

    watch_id: Mapped[str] = row_of("self_harm_watch", Privacy.ADMIN, index=True)
    seen: Mapped[Seen] = kept(Privacy.CLINICAL)
    note: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
