"""Of everybody who was at the facility in a period: how many were counselled on jobs, how many learnt a trade."""

from dataclasses import dataclass
from datetime import date
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.stays.api import list_present_between, list_whereabouts
from facility_app.modules.vocational.domain.courses import LessonMark
from facility_app.modules.vocational.domain.rights import VIEW_VOCATIONAL
from facility_app.modules.vocational.tables import Certificate, Enrolment, Guidance, JobTalk, LessonTick

_GUIDANCE: Final = sa.inspect(Guidance).local_table.c
_TALK: Final = sa.inspect(JobTalk).local_table.c
_TICK: Final = sa.inspect(LessonTick).local_table.c
_ENROLMENT: Final = sa.inspect(Enrolment).local_table.c
_CERTIFICATE: Final = sa.inspect(Certificate).local_table.c


@dataclass(frozen=True, slots=True)
class Shares:
    """People of a period, each counted once.

    Attributes:
        residents: who had a stay open on a day of it.
        counselled: of them, who had guidance or a talk about jobs in it.
        trained: of them, who was at a lesson of a vocational course in it.
        enrolled: of them, who began a course in it.
        certified: of them, who was given a certificate in it that stands.
    """

    residents: int
    counselled: int
    trained: int
    enrolled: int
    certified: int

    def percent(self, count: int) -> str:
        """A share of ``residents`` with one place, ``–`` of nobody."""
        if not self.residents:
            return "–"
        tenths = (count * 1000 + self.residents // 2) // self.residents
        return f"{tenths // 10},{tenths % 10} %"


def get_job_shares(uow: UnitOfWork, first: date, last: date) -> Shares:
    """The shares of a period, both days included."""
    require(uow, VIEW_VOCATIONAL)
    here = list_present_between(uow, first, last)
    talked = _who(uow, _TALK.resident_id, _TALK.talked_on.between(first, last), _TALK.voided_at.is_(None))
    guided = _who(
        uow, _GUIDANCE.resident_id, _GUIDANCE.guided_on.between(first, last), _GUIDANCE.voided_at.is_(None)
    )
    there = (LessonMark.PRESENT, LessonMark.LATE)
    trained = _who(
        uow,
        _TICK.resident_id,
        _TICK.held_on.between(first, last),
        _TICK.mark.in_(there),
        _TICK.voided_at.is_(None),
    )
    began = _who(
        uow, _ENROLMENT.resident_id, _ENROLMENT.started_on.between(first, last), _ENROLMENT.voided_at.is_(None)
    )
    taken_back = sa.select(_CERTIFICATE.cancels_id).where(_CERTIFICATE.cancels_id.is_not(None))
    given = _who(
        uow,
        _CERTIFICATE.resident_id,
        _CERTIFICATE.issued_on.between(first, last),
        _CERTIFICATE.number.is_not(None),
        _CERTIFICATE.id.not_in(taken_back),
    )
    return Shares(
        len(here), len(here & (talked | guided)), len(here & trained), len(here & began), len(here & given)
    )


def list_counselled(uow: UnitOfWork) -> dict[str, date | None]:
    """Everybody who is here now → the last day they were guided or talked to about jobs in this stay, or None."""
    require(uow, VIEW_VOCATIONAL)
    admitted = {one.resident_id: one.admitted_on for one in list_whereabouts(uow) if not one.is_gone}
    last: dict[str, date] = {}
    for who, day in ((_TALK.resident_id, _TALK.talked_on), (_GUIDANCE.resident_id, _GUIDANCE.guided_on)):
        table = who.table.c
        asked = sa.select(who, sa.func.max(day)).where(table.voided_at.is_(None)).group_by(who)
        for resident_id, seen in uow.session.execute(asked):
            last[resident_id] = max(seen, last.get(resident_id, seen))
    return {who: last[who] if last.get(who, date.min) >= day else None for who, day in admitted.items()}


def _who(uow: UnitOfWork, column: sa.ColumnElement[str], *wanted: sa.ColumnElement[bool]) -> frozenset[str]:
    return frozenset(uow.session.scalars(sa.select(column).where(*wanted).distinct()))
