"""The last blood pressure and pulse of people: what a medicine that is given by them is held against."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.stays.api import list_whereabouts
from facility_app.modules.treatment.domain import READ_VITALS
from facility_app.modules.treatment.tables import VitalReading


@dataclass(frozen=True, slots=True)
class LastPressure:
    """The last of each in the stay somebody is in; they may be of two measurings.

    Attributes:
        sbp, dbp: mmHg, taken at ``at``; dbp None where it was not heard. pulse: a minute, at ``pulse_at``.
    """

    sbp: int | None = None
    dbp: int | None = None
    at: datetime | None = None
    pulse: int | None = None
    pulse_at: datetime | None = None


def list_last_pressures(uow: UnitOfWork, resident_ids: Sequence[str]) -> Mapping[str, LastPressure]:
    """Resident → the last standing values of the stay under way; whoever has none is not there."""
    require(uow, READ_VITALS)
    if not resident_ids:
        return {}
    stays = {one.stay_id: one.resident_id for one in list_whereabouts(uow, resident_ids)}
    v = VitalReading
    pressures = _last(uow, [*stays], v.sbp, (v.sbp, v.dbp))
    pulses = _last(uow, [*stays], v.pulse, (v.pulse,))
    found = {}
    for stay_id, resident_id in stays.items():
        at, sbp, dbp = pressures.get(stay_id, (None, None, None))
        pulse_at, pulse = pulses.get(stay_id, (None, None))
        if at is not None or pulse_at is not None:
            found[resident_id] = LastPressure(sbp, dbp, at, pulse, pulse_at)
    return found


def _last(uow: UnitOfWork, stay_ids: Sequence[str], of: Any, columns: Sequence[Any]) -> dict[str, tuple[Any, ...]]:
    v = VitalReading
    standing = (v.stay_id.in_(stay_ids), v.voided_at.is_(None), of.is_not(None))
    latest = (
        sa.select(v.stay_id, sa.func.max(v.happened_at).label("at"))
        .where(*standing)
        .group_by(v.stay_id)
        .subquery()
    )
    asked = sa.select(v.stay_id, v.happened_at, *columns).join(
        latest, sa.and_(latest.c.stay_id == v.stay_id, latest.c.at == v.happened_at)
    )
    return {row[0]: tuple(row[1:]) for row in uow.session.execute(asked.where(*standing).order_by(v.id))}
