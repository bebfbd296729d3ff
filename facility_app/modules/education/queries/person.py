"""One person's learning and counselling, and how far stage 3 and the plan's parts II and III have come."""

from dataclasses import dataclass, field
from datetime import date

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import add_months, local_date
from facility_app.kernel.labels import Label
from facility_app.modules.catalogues.api import find_parameter
from facility_app.modules.education.domain.attendance import SAT_THERE, Mark
from facility_app.modules.education.domain.rights import VIEW_COUNSELLING, VIEW_EDUCATION
from facility_app.modules.education.queries.classes import ClassRow, MemberRow, list_classes_of
from facility_app.modules.education.queries.counselling import CounselledRow, CounsellingRow, list_counselling_of
from facility_app.modules.education.queries.sheets import list_marks_of_people
from facility_app.modules.stays.api import (
    PLAN_PLACES,
    READ_PLAN,
    PlanPart,
    Stage,
    get_plan,
    list_stages,
    list_stays_of,
)


@dataclass(frozen=True, slots=True)
class PersonClass:
    """A class of a person, with what they sat through of it in the period."""

    member: MemberRow
    row: ClassRow
    sat: int
    held: int


@dataclass(frozen=True, slots=True)
class Learning:
    """Everything of one person.

    Attributes:
        stage_from: when stage 3 began; None before.
        stage_to: the day after its last; None while it lasts.
        lawful_to: the day before which it should not end; None where the law of the stay names none.
        article: that rests on.
        plan: heading and text of each place of V-18, parts II and III; empty for whoever may not read the plan.
        first, last: the period lessons are counted in: the whole of the latest stay until today, unless chosen.
        sat, missed: lessons of that period.
        talks: counselling; empty for whoever may not see it.
    """

    stage_from: date | None
    stage_to: date | None
    lawful_to: date | None
    article: str
    plan: tuple[tuple[Label, str], ...] = field(repr=False)
    first: date
    last: date
    sat: int
    missed: int
    classes: tuple[PersonClass, ...]
    talks: tuple[tuple[CounsellingRow, CounselledRow], ...] = field(repr=False)


def get_learning(
    uow: UnitOfWork, resident_id: str, first: date | None = None, last: date | None = None
) -> Learning:
    """What a person learnt, and what they were to.

    Args:
        uow: the unit of work.
        resident_id: the person.
        first: lessons and classes from this day on; None for the beginning of the latest stay.
        last: until this day, included; None for the end of that stay, or today while it lasts.
    """
    require(uow, VIEW_EDUCATION)
    first, last = _period(uow, resident_id, first, last)
    marks = list_marks_of_people(uow, (resident_id,), first, last)
    mine = [
        PersonClass(
            member,
            row,
            sum(one.class_id == row.class_id and one.mark in SAT_THERE for one in marks),
            sum(one.class_id == row.class_id and one.mark is not Mark.ELSEWHERE for one in marks),
        )
        for member, row in list_classes_of(uow, resident_id)
        if member.from_on <= last and (member.to_on is None or member.to_on > first)
    ]
    begun, ended, lawful, article = _stage(uow, resident_id)
    return Learning(
        begun,
        ended,
        lawful,
        article,
        _plan(uow, resident_id),
        first,
        last,
        sum(one.mark in SAT_THERE for one in marks),
        sum(one.mark in {Mark.EXCUSED, Mark.UNEXCUSED} for one in marks),
        tuple(mine),
        list_counselling_of(uow, resident_id) if uow.actor.may(VIEW_COUNSELLING) else (),
    )


def _period(uow: UnitOfWork, resident_id: str, first: date | None, last: date | None) -> tuple[date, date]:
    today = local_date(uow.now)
    stay = next(iter(list_stays_of(uow, resident_id)), None)
    begun, ended = (today, today) if stay is None else (stay.admitted_on, stay.exited_on or today)
    return first or begun, last or ended


def _stage(uow: UnitOfWork, resident_id: str) -> tuple[date | None, date | None, date | None, str]:
    for stay in list_stays_of(uow, resident_id):
        for one in list_stages(uow, stay.stay_id):
            if one.stage is Stage.EDUCATION:
                found = find_parameter(uow, "stage3_min_months", regime=stay.legal_regime, on=one.start_on)
                least = None if found is None else add_months(one.start_on, found.whole)
                return one.start_on, one.end_on, least, "" if found is None else found.article
        break
    return None, None, None, ""


def _plan(uow: UnitOfWork, resident_id: str) -> tuple[tuple[Label, str], ...]:
    stays = list_stays_of(uow, resident_id)
    if not stays or not uow.actor.may(READ_PLAN):
        return ()
    texts = get_plan(uow, stays[0].stay_id).texts
    wanted = [one for one in PLAN_PLACES if one.part in {PlanPart.RECOVERY, PlanPart.EDUCATION}]
    return tuple((one.label, str(texts[one.name])) for one in wanted if texts.get(one.name))
