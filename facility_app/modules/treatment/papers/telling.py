"""What goes into the sealed part of a handover packet, for whoever makes one and may read the record anyway."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from facility_app.db.uow import UnitOfWork
from facility_app.documents.payload import PlainPaper
from facility_app.modules.stays.api import HealthPapers
from facility_app.modules.treatment.domain import READ_RECORD
from facility_app.modules.treatment.papers.letters import summary_paper
from facility_app.modules.treatment.queries.record import get_record_number


def _sealed(uow: UnitOfWork, question: HealthPapers) -> tuple[PlainPaper, ...]:
    """The summary of the record; nothing where there is no record, or the actor may not read it."""
    if not uow.actor.may(READ_RECORD) or not get_record_number(uow, question.stay_id):
        return ()
    return (summary_paper(uow, question.stay_id),)


ANSWERS: Final[Mapping[type, tuple[Callable[[Any, Any], Any], ...]]] = {HealthPapers: (_sealed,)}
"""Question → what this slice answers."""
