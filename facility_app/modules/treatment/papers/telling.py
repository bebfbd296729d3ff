"""What goes into the sealed part of a handover packet, for whoever makes one and may read the record anyway."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from facility_app.db.uow import UnitOfWork
from facility_app.documents.payload import PlainPaper
from facility_app.modules.stays.api import HealthPapers
from facility_app.modules.treatment.domain import READ_RECORD
from facility_app.modules.treatment.domain.health_check import HealthCheckKind
from facility_app.modules.treatment.papers.health_check import health_check_paper
from facility_app.modules.treatment.papers.letters import summary_paper
from facility_app.modules.treatment.queries.health_checks import list_health_checks
from facility_app.modules.treatment.queries.record import get_record_number


def _sealed(uow: UnitOfWork, question: HealthPapers) -> tuple[PlainPaper, ...]:
    """The summary of the record and the last examination before leaving (NĐ 163/2026 Đ88.1).

    Nothing where there is no record, or the actor may not read it.
    """
    if not uow.actor.may(READ_RECORD) or not get_record_number(uow, question.stay_id):
        return ()
    examined = [
        one
        for one in list_health_checks(uow, question.stay_id)
        if one.kind is HealthCheckKind.RELEASE and one.written.struck_at is None
    ][:1]
    return (summary_paper(uow, question.stay_id), *(health_check_paper(uow, one) for one in examined))


ANSWERS: Final[Mapping[type, tuple[Callable[[Any, Any], Any], ...]]] = {HealthPapers: (_sealed,)}
"""Question → what this slice answers."""
