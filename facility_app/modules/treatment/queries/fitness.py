"""Health's answer to whoever asks whether people may work; nothing of why is in it."""

from collections.abc import Sequence
from datetime import date

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.treatment.domain.fitness import WorkFitnessFacts, WorkLimit
from facility_app.modules.treatment.domain.rights import KNOW_FITNESS
from facility_app.modules.treatment.tables import WorkFitness

_ROW = sa.inspect(WorkFitness).local_table.c


def list_work_fitness(uow: UnitOfWork, resident_ids: Sequence[str], day: date) -> dict[str, WorkFitnessFacts]:
    """The last answer given up to ``day`` about each of these people, expired ones too; none for who has none."""
    require(uow, KNOW_FITNESS)
    asked = (
        sa.select(_ROW.resident_id, _ROW.verdict, _ROW.limits, _ROW.decided_on, _ROW.valid_until)
        .where(_ROW.resident_id.in_(resident_ids), _ROW.decided_on <= day, _ROW.voided_at.is_(None))
        .order_by(_ROW.decided_on, _ROW.created_at, _ROW.id)
    )
    return {
        row.resident_id: WorkFitnessFacts(
            row.verdict, tuple(map(WorkLimit, row.limits.split())), row.decided_on, row.valid_until
        )
        for row in uow.session.execute(asked)
    }
