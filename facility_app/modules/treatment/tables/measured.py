"""What is measured and scored: vital signs with the NEWS2 of that moment, answers of instruments, schedules."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, kept
from facility_app.kernel.faults import CODE_LIMIT, LINE_LIMIT
from facility_app.kernel.privacy import Privacy
from facility_app.modules.treatment.domain.observation import Situation
from facility_app.modules.treatment.domain.vitals import Breathing, Consciousness
from facility_app.modules.treatment.tables.charted import OF_CHART, Charted, as_written, row_of

SIGNS = ("temp", "pulse", "rr", "sbp", "dbp", "spo2", "glucose", "weight", "height", "qtc")
_DIGEST = 64


class VitalReading(Charted, Base):
    """Một lần đo dấu hiệu sinh tồn; values in units of a sign's last decimal.

    Attributes:
        confirmed: doubtful values somebody said twice were right, as ``sign:value`` with blanks between.
        news2: total; NULL while a value is missing. ``news2_version`` and ``news2_digest``: by which definition.
        bmi: tenths of kg/m², from the last height known.
    """

    __tablename__ = "vital_reading"
    __table_args__ = (
        sa.Index("ix_vital_reading_stay_id_happened_at", "stay_id", "happened_at"),
        as_written(
            (
                *(*OF_CHART, *SIGNS, "consciousness", "breathing", "spo2_scale", "confirmed"),
                *("news2", "news2_band", "news2_version", "news2_digest", "bmi"),
            )
        ),
    )

    temp: Mapped[int | None] = kept(Privacy.CLINICAL)
    pulse: Mapped[int | None] = kept(Privacy.CLINICAL)
    rr: Mapped[int | None] = kept(Privacy.CLINICAL)
    sbp: Mapped[int | None] = kept(Privacy.CLINICAL)
    dbp: Mapped[int | None] = kept(Privacy.CLINICAL)
    spo2: Mapped[int | None] = kept(Privacy.CLINICAL)
    glucose: Mapped[int | None] = kept(Privacy.CLINICAL)
    weight: Mapped[int | None] = kept(Privacy.CLINICAL)
    height: Mapped[int | None] = kept(Privacy.CLINICAL)
    qtc: Mapped[int | None] = kept(Privacy.CLINICAL)
    consciousness: Mapped[Consciousness | None] = kept(Privacy.CLINICAL)
    breathing: Mapped[Breathing | None] = kept(Privacy.CLINICAL)
    spo2_scale: Mapped[int] = kept(Privacy.CLINICAL)
    confirmed: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    news2: Mapped[int | None] = kept(Privacy.CLINICAL)
    news2_band: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(CODE_LIMIT))
    news2_version: Mapped[int] = kept(Privacy.CLINICAL)
    news2_digest: Mapped[str] = kept(Privacy.CLINICAL, sa.String(_DIGEST))
    bmi: Mapped[int | None] = kept(Privacy.CLINICAL)


class InstrumentScore(Charted, Base):
    """Một lần chấm thang đánh giá: raw answers first, what was made of them behind.

    Attributes:
        instrument, version, digest: the definition it was scored by.
        language: of the wording used.
        answers: JSON of raw answers; ``subscores`` and ``alerts`` JSON of what followed.
        total: NULL while incomplete, and where an instrument has none.
        reference_period: the time the questions were about, where it is another than the instrument's.
    """

    __tablename__ = "instrument_score"
    __table_args__ = (
        sa.Index("ix_instrument_score_stay_id_happened_at", "stay_id", "happened_at"),
        as_written(
            (
                *(*OF_CHART, "instrument", "instrument_version", "digest", "language", "answers", "total", "band"),
                *("band_set", "subscores", "alerts", "is_complete", "reference_period"),
            )
        ),
    )

    instrument: Mapped[str] = kept(Privacy.CLINICAL, sa.String(CODE_LIMIT))
    instrument_version: Mapped[int] = kept(Privacy.CLINICAL)
    digest: Mapped[str] = kept(Privacy.CLINICAL, sa.String(_DIGEST))
    language: Mapped[str] = kept(Privacy.CLINICAL, sa.String(8))
    answers: Mapped[str] = kept(Privacy.CLINICAL, sa.Text)
    total: Mapped[int | None] = kept(Privacy.CLINICAL)
    band: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(CODE_LIMIT))
    band_set: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(CODE_LIMIT))
    subscores: Mapped[str] = kept(Privacy.CLINICAL, sa.Text)
    alerts: Mapped[str] = kept(Privacy.CLINICAL, sa.Text)
    is_complete: Mapped[bool] = kept(Privacy.CLINICAL)
    reference_period: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))


class ObservationPlan(Charted, Base):
    """Lịch theo dõi: a preset that holds for somebody from a moment on; ``happened_at`` is when it begins.

    Attributes:
        ended_at: when somebody ended it; ``end_reason`` why.
    """

    __tablename__ = "observation_plan"
    __table_args__ = (
        sa.Index(
            "ux_observation_plan_live",
            "stay_id",
            "situation",
            unique=True,
            sqlite_where=sa.text("ended_at IS NULL AND voided_at IS NULL"),
        ),
        sa.Index("ix_observation_plan_stay_id_happened_at", "stay_id", "happened_at"),
        as_written((*OF_CHART, "situation"), once=("ended_at", "end_reason")),
    )

    situation: Mapped[Situation] = kept(Privacy.CLINICAL)
    ended_at: Mapped[datetime | None] = kept(Privacy.CLINICAL)
    end_reason: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))


class PlacementReason(Charted, Base):
    """Vì sao y tế yêu cầu chỗ ở; the house knows the need, this row alone knows why.

    Attributes:
        need: value of the house's kind of need; ``need_id`` the row there.
    """

    __tablename__ = "placement_reason"
    __table_args__ = (
        sa.Index("ix_placement_reason_stay_id_happened_at", "stay_id", "happened_at"),
        as_written((*OF_CHART, "need", "need_id", "reason")),
    )

    need: Mapped[str] = kept(Privacy.CLINICAL, sa.String(CODE_LIMIT))
    need_id: Mapped[str] = row_of("housing_need", Privacy.CLINICAL)
    reason: Mapped[str] = kept(Privacy.CLINICAL, sa.Text)
