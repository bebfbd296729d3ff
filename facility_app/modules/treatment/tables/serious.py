"""Sự việc nghiêm trọng: what happened to somebody and what was done about it; each row stays as it was written."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, kept
from facility_app.kernel.faults import LINE_LIMIT
from facility_app.kernel.privacy import Privacy
from facility_app.modules.treatment.domain.serious import EventKind, EventStep, Harm
from facility_app.modules.treatment.tables.charted import OF_CHART, Charted, as_written, row_of


class SeriousEvent(Charted, Base):
    """Sự việc nghiêm trọng; ``happened_at`` is when it was found.

    Attributes:
        found_by: who found it; ``present`` who else was there, one a line.
        account: what happened; ``measures`` what was done at once.
        outcome: how it ended; NULL while the dossier is open.
    """

    __tablename__ = "serious_event"
    __table_args__ = (
        sa.Index("ix_serious_event_stay_id_happened_at", "stay_id", "happened_at"),
        sa.CheckConstraint("(closed_at IS NULL) = (outcome IS NULL)", name="closed"),
        as_written(
            (*OF_CHART, "kind", "harm", "place", "found_by", "account", "measures", "present"),
            once=("outcome", "closed_at", "closed_by"),
        ),
    )

    kind: Mapped[EventKind] = kept(Privacy.CLINICAL)
    harm: Mapped[Harm] = kept(Privacy.CLINICAL)
    place: Mapped[str] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    found_by: Mapped[str] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    account: Mapped[str] = kept(Privacy.CLINICAL, sa.Text)
    measures: Mapped[str] = kept(Privacy.CLINICAL, sa.Text)
    present: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
    outcome: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
    closed_at: Mapped[datetime | None] = kept(Privacy.CLINICAL)
    closed_by: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))


class SeriousEventStep(Charted, Base):
    """Việc đã làm trong hồ sơ sự việc: what was done when, who was told how."""

    __tablename__ = "serious_event_step"
    __table_args__ = (
        sa.Index("ix_serious_event_step_stay_id_happened_at", "stay_id", "happened_at"),
        as_written((*OF_CHART, "event_id", "step", "whom", "how")),
    )

    event_id: Mapped[str] = row_of("serious_event", Privacy.ADMIN, index=True)
    step: Mapped[EventStep] = kept(Privacy.CLINICAL)
    whom: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    how: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
