"""When somebody's health was last measured, told to whoever ends stage 2: days alone, not what was found."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import label
from facility_app.modules.stays.api import LastMeasured, MeasuredLast
from facility_app.modules.treatment.queries.course import WITHDRAWAL
from facility_app.modules.treatment.tables import InstrumentScore, VitalReading

_VITALS: Final = label("treatment", "dấu hiệu sinh tồn")
_SCORES: Final = label("treatment", "điểm hội chứng cai")


def _measured(uow: UnitOfWork, question: LastMeasured) -> tuple[MeasuredLast, ...]:
    """Vital signs always; a score of withdrawal where one was ever made: not everybody is scored."""
    v, s = VitalReading, InstrumentScore
    measured = uow.session.scalar(
        sa.select(sa.func.max(v.happened_at)).where(v.stay_id == question.stay_id, v.voided_at.is_(None))
    )
    scored = uow.session.scalar(
        sa.select(sa.func.max(s.happened_at)).where(
            s.stay_id == question.stay_id,
            s.instrument.in_(WITHDRAWAL),
            s.total.is_not(None),
            s.voided_at.is_(None),
        )
    )
    vitals = MeasuredLast(_VITALS, None if measured is None else local_date(measured))
    return (vitals,) if scored is None else (vitals, MeasuredLast(_SCORES, local_date(scored)))


ANSWERS: Final[Mapping[type, tuple[Callable[[Any, Any], Any], ...]]] = {LastMeasured: (_measured,)}
"""Question → what this slice answers."""
