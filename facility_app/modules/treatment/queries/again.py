"""When somebody is measured again because of what was measured last."""

from collections.abc import Collection, Mapping
from datetime import datetime
from functools import partial
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork
from facility_app.modules.catalogues.api import parameter
from facility_app.modules.treatment.domain.again import AgainRules, alerts_of
from facility_app.modules.treatment.domain.clinical_lists import clinical
from facility_app.modules.treatment.domain.vitals import Vitals
from facility_app.modules.treatment.queries.measured import VitalRow
from facility_app.modules.treatment.tables import VitalReading

_LEAST: Final = 3
"""Below it no score rings: no single value has 3 points."""


class AgainOf:
    """The last measurings and what they ask for, for rooms of this slice that have asked for the right.

    Attributes:
        rules: how soon.
    """

    def __init__(self, uow: UnitOfWork) -> None:
        """By the parameters of today."""
        self._uow, self._known = uow, clinical(uow.ports.shelf)
        self.rules = AgainRules.of(partial(parameter, uow))

    def last(self, stay_ids: Collection[str]) -> Mapping[str, VitalRow]:
        """Stay → the last measuring that stands, in one statement."""
        v = VitalReading
        latest = (
            sa.select(v.stay_id, sa.func.max(v.happened_at).label("at"))
            .where(v.stay_id.in_(stay_ids), v.voided_at.is_(None))
            .group_by(v.stay_id)
            .subquery()
        )
        asked = sa.select(v).join(latest, sa.and_(latest.c.stay_id == v.stay_id, latest.c.at == v.happened_at))
        rows = self._uow.session.scalars(asked.where(v.voided_at.is_(None)).order_by(v.id))
        return {row.stay_id: VitalRow.of(row) for row in rows}

    def due(self, last: VitalRow | None) -> datetime | None:
        """When a measuring asks for the next one; None where it asks for nothing sooner than a schedule."""
        if last is None or (last.news2 is not None and last.news2 < _LEAST):
            return None
        vitals = Vitals(last.values, last.consciousness, last.breathing, last.spo2_scale)
        return self.rules.due(alerts_of(self._known, vitals), last.written.happened_at)
