"""What open stays owe, from their records: read together for many, asked of the domain one by one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.stays.domain.answer import TermAnswer
from facility_app.modules.stays.domain.due import StayFacts
from facility_app.modules.stays.domain.events import LastHealthChecks
from facility_app.modules.stays.domain.owing import is_unconfirmed, is_undecided, lacks_paper
from facility_app.modules.stays.domain.rights import VIEW_STAYS
from facility_app.modules.stays.domain.stages import Stage
from facility_app.modules.stays.tables import Stay, StayEvent, StayStage


@dataclass(frozen=True, slots=True)
class Kept:
    """What of a stay its deadlines are read from, beside the stay itself.

    Attributes:
        events: its live events.
        is_admission_done: whether stage 1 has been closed.
        last_health_check_on: None when there was none since admission.
    """

    events: tuple[StayEvent, ...]
    is_admission_done: bool
    last_health_check_on: date | None = None

    def facts(self, stay: Stay, answer: TermAnswer) -> StayFacts:
        """The stay as its deadlines see it."""
        return StayFacts(
            stay_type=stay.stay_type,
            admitted_on=stay.admitted_on,
            expected_end_on=answer.release_on,
            contract_end_on=stay.contract_end_on,
            custody_until=stay.custody_until,
            turns_18_on=answer.turns_18_on,
            birth_year=answer.birth_year,
            transfer_required=answer.transfer_required,
            has_stable_residence=True if stay.residence_police else None,
            last_health_check_on=self.last_health_check_on,
            is_admission_done=self.is_admission_done,
            missing_papers=tuple(one.kind for one in self.events if lacks_paper(one)),
            unconfirmed_papers=tuple(one.kind for one in self.events if is_unconfirmed(one)),
            remand_undecided=any(is_undecided(one) for one in self.events),
        )


def kept_of(uow: UnitOfWork, ids: Sequence[str]) -> dict[str, Kept]:
    """The same of many stays in two statements; keys are their ids."""
    require(uow, VIEW_STAYS)
    events: dict[str, list[StayEvent]] = {one: [] for one in ids}
    of_these = sa.select(StayEvent).where(StayEvent.stay_id.in_(ids), StayEvent.voided_at.is_(None))
    for row in uow.session.scalars(of_these.order_by(StayEvent.from_on, StayEvent.id)):
        events[row.stay_id].append(row)
    closed = sa.select(StayStage.stay_id).where(
        StayStage.stay_id.in_(ids),
        StayStage.stage == Stage.ADMISSION,
        StayStage.end_on.is_not(None),
        StayStage.voided_at.is_(None),
    )
    done = set(uow.session.scalars(closed))
    checked = last_checks(uow, ids)
    return {one: Kept(tuple(events[one]), one in done, checked.get(one)) for one in ids}


def last_checks(uow: UnitOfWork, ids: Sequence[str]) -> dict[str, date]:
    """When these stays had their last health check, as whoever keeps the record answers; none for who had none."""
    require(uow, VIEW_STAYS)
    answers: list[dict[str, date]] = uow.ask(LastHealthChecks(tuple(ids))) if ids else []
    return {stay_id: day for answer in answers for stay_id, day in answer.items()}
