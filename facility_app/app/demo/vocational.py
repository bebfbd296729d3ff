"""Trades of the demo: a course that ended with its certificates, one that runs, one that people wait for; jobs."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from facility_app.app.demo.chance import Chance
from facility_app.app.demo.names import full_name
from facility_app.db.database import Database
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Actor
from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import Label, label
from facility_app.kernel.paging import Look
from facility_app.modules.calendar.api import list_rooms
from facility_app.modules.catalogues.api import list_holidays
from facility_app.modules.stays.api import StayRow, list_stay_ids, list_stay_rows
from facility_app.modules.vocational.domain.courses import (
    CourseFacts,
    CourseKind,
    LessonFacts,
    LessonMark,
    ModuleFacts,
    lesson_days,
)
from facility_app.modules.vocational.domain.partners import EmployerFacts, SchoolFacts, VacancyFacts
from facility_app.modules.vocational.domain.people import GuidanceFacts, Health, TalkFacts, TalkKind
from facility_app.modules.vocational.domain.results import ExamFacts, Grade
from facility_app.modules.vocational.queries.courses import list_modules, list_students
from facility_app.modules.vocational.queries.judging import EXAM
from facility_app.modules.vocational.queries.lessons import list_missing_of
from facility_app.modules.vocational.queries.queue import list_queue
from facility_app.modules.vocational.queries.results import list_results
from facility_app.modules.vocational.service.certificates import GiveCertificate, give_certificate
from facility_app.modules.vocational.service.courses import (
    AddModule,
    FinishCourse,
    add_course,
    add_module,
    finish_course,
)
from facility_app.modules.vocational.service.enrolling import AskPlace, EnrolNext, ask_place, enrol_next
from facility_app.modules.vocational.service.lessons import (
    KeepSheet,
    PlanLessons,
    Ticked,
    keep_sheet,
    plan_lessons,
)
from facility_app.modules.vocational.service.partners import add_employer, add_school, add_vacancy
from facility_app.modules.vocational.service.people import TalkToMany, add_guidance, add_talks
from facility_app.modules.vocational.service.results import KeepExam, KeepScores, Score, keep_exam, keep_scores

MOST: Final = 24
"""So many people have to do with trades; each costs the smallest demo of the tests."""
SEATS: Final = 20
"""Of a course; so many are in each one that only a larger facility has."""
AGO: Final = timedelta(days=75)
"""Courses that are over began so long ago."""
TRADES: Final = (label("cli", "May công nghiệp"), label("cli", "Hàn điện"), label("cli", "Trồng rau an toàn"))
SAFETY: Final = label("cli", "An toàn lao động")
BASICS: Final = label("cli", "Kỹ năng cơ bản")
PRODUCTS: Final = label("cli", "Làm sản phẩm")
SCHOOL: Final = label("cli", "Trường Trung cấp nghề số 1 Hà Nội")
EMPLOYERS: Final = (
    (label("cli", "Công ty may Hòa Bình"), label("cli", "May mặc"), label("cli", "Công nhân may")),
    (label("cli", "Xưởng cơ khí Thành Đạt"), label("cli", "Cơ khí"), label("cli", "Thợ hàn")),
)
PLACES: Final = (label("cli", "Xưởng may"), label("cli", "Xưởng cơ khí"), label("cli", "Vườn rau"))
LEVEL: Final = label("cli", "Lớp 9/12")
TALK: Final = label("cli", "Thị trường lao động, cách tìm việc sau khi ra cơ sở")
MINUTES: Final = label("cli", "Hội đồng chấm bài thực hành của từng người, công bố điểm và lập biên bản này.")
BOARD: Final = label("cli", "Biên bản hội đồng: nghỉ có phép, đã tự học và thi đạt phần còn thiếu")
NEVERTHELESS: Final = label("cli", "Xong việc kia thì vào học")
MORNING: Final = (450, 660)
WHOLE: Final = (450, 690)
"""Four hours: so many of them add up to a programme."""
MON, WED, FRI = 1, 3, 5
WORKDAYS: Final = frozenset({1, 2, 3, 4, 5})
GRADES: Final = ((8, Grade.GOOD), (7, Grade.FAIR))


def write_vocational(database: Database, actor: Actor, chance: Chance, more: int) -> None:
    """Three courses, and ``more`` of them than the smallest facility has; partners, guidance and talks."""
    with database.write(actor) as uow:
        today = local_date(uow.now)
        people = _people(uow, today)
        teacher = str(full_name(chance, is_female=True))
        _jobs(uow, today)
        if people:
            _guide(uow, people, today, chance)
            school = add_school(uow, SchoolFacts(str(SCHOOL), "12/GCNĐKHĐ"))
            _past(uow, _course(uow, 0, CourseKind.SHORT, today - AGO, 60), people[: MOST // 3], teacher, chance)
            _now(uow, people[MOST // 3 : 2 * MOST // 3], today, chance)
            ahead = _course(uow, 2, CourseKind.ELEMENTARY, today + timedelta(days=14), 150, school_id=school)
            ask_place(
                uow, AskPlace(ahead, tuple(one.resident_id for one in people[6:]), today - timedelta(days=2))
            )
            _more(uow, more, today, teacher, chance)
        uow.commit()


def _people(uow: UnitOfWork, today: date) -> Sequence[StayRow]:
    """Those inside long enough to have left the withdrawal stage: who leaves soonest, then who stays a while yet.

    The list is in the order of leaving; a course that runs has no place for somebody who leaves before its end.
    """
    inside = list_stay_ids(uow, Look(filters={"presence": "inside"}))
    soonest, later = inside[: 2 * MOST], inside[max(len(inside) // 2, 2 * MOST) :][: 4 * MOST]
    settled = [_settled(uow, ids, today) for ids in (soonest, later)]
    return [*settled[0][: MOST // 3], *settled[1], *settled[0][MOST // 3 :]][:MOST]


def _more(uow: UnitOfWork, more: int, today: date, teacher: str, chance: Chance) -> None:
    """Courses of a larger facility, of people who neither leave soon nor stay longest: those go to work."""
    inside = list_stay_ids(uow, Look(filters={"presence": "inside"}))
    people = _settled(uow, inside[len(inside) // 4 : len(inside) // 2], today)
    for place in range(more):
        group, number = people[place * SEATS : (place + 1) * SEATS], place + 2
        if not group:
            return
        _guide(uow, group, today, chance)
        if place % 2:
            made = _course(uow, 2, CourseKind.SHORT, today - AGO, 60, number=number)
            _past(uow, made, group, teacher, chance, 2)
        else:
            _now(uow, group, today, chance, number=number)


def _settled(uow: UnitOfWork, stays: Sequence[str], today: date) -> Sequence[StayRow]:
    return [row for row in list_stay_rows(uow, stays) if row.admitted_on < today - timedelta(days=60)]


def _jobs(uow: UnitOfWork, today: date) -> None:
    for name, trade, job in EMPLOYERS:
        made = add_employer(uow, EmployerFacts(str(name), str(trade)))
        add_vacancy(uow, VacancyFacts(made, str(job), 5, today - timedelta(days=20), today + timedelta(days=40)))


def _guide(uow: UnitOfWork, people: Sequence[StayRow], today: date, chance: Chance) -> None:
    for row in people:
        health = Health.LIMITS if chance.happens(0.1) else Health.YES
        limits = label("cli", "không mang vác nặng") if health is Health.LIMITS else None
        facts = GuidanceFacts(
            today - timedelta(days=40), str(chance.one_of(TRADES)), health, str(LEVEL), limits and str(limits)
        )
        add_guidance(uow, row.resident_id, facts)
    told = tuple(row.resident_id for row in people if chance.happens(0.7))
    if told:
        talk = TalkFacts(today - timedelta(days=9), TalkKind.GROUP, str(TALK), 90)
        add_talks(uow, TalkToMany(told, talk))


def _course(
    uow: UnitOfWork,
    place: int,
    kind: CourseKind,
    first: date,
    days: int,
    *,
    school_id: str | None = None,
    number: int = 1,
) -> str:
    code = f"{('MAY', 'HAN', 'RAU')[place]}-{number:02}/{first.year}"
    last = first + timedelta(days=days)
    trade, where = str(TRADES[place]), str(PLACES[place])
    room_id = next((one.room_id for one in list_rooms(uow) if one.name == where), None)
    spot = None if room_id else where
    facts = CourseFacts(code, trade, kind, first, last, 120, SEATS, school_id, place=spot, room_id=room_id)
    made = add_course(uow, facts)
    modules: tuple[tuple[Label, int, int], ...] = ((SAFETY, 10, 5), (BASICS, 15, 45), (PRODUCTS, 5, 40))
    for position, (name, theory, practice) in enumerate(modules, 1):
        add_module(uow, AddModule(made, ModuleFacts(str(name), position, theory, practice)))
    return made


def _past(
    uow: UnitOfWork, made: str, people: Sequence[StayRow], teacher: str, chance: Chance, place: int = 0
) -> None:
    """Ended a while ago, with every hour of its programme taught; two of three have their certificate."""
    first = local_date(uow.now) - AGO
    held_on = first + timedelta(days=59)
    if _enrol(uow, made, people, first):
        off = list_holidays(uow, first, held_on)
        days = [day for day in lesson_days(first, held_on, WORKDAYS) if day not in off]
        for module in list_modules(uow, made):
            count = round((module.facts.theory_hours + module.facts.practice_hours) * 60 / (WHOLE[1] - WHOLE[0]))
            _plan(uow, made, LessonFacts(days[0], *WHOLE, module.module_id), days[count - 1], WORKDAYS)
            days = days[count:]
        _keep(uow, made, chance)
    keep_exam(uow, KeepExam(made, 0, ExamFacts(held_on, teacher, None, str(PLACES[place]), str(MINUTES))))
    there = [row.resident_id for row in list_students(uow, made)]
    for subject in (*(one.module_id for one in list_modules(uow, made)), EXAM):
        scores = {who: Score(Decimal(chance.between(50, 95)) / 10) for who in there}
        keep_scores(uow, KeepScores(made, subject, held_on, scores))
    finish_course(uow, FinishCourse(made, 1, held_on))
    for row in list_results(uow, made):
        if chance.happens(0.7):
            grade = next((one for least, one in GRADES if (row.exam or 0) >= least), Grade.PASSED)
            given_on = held_on + timedelta(days=3)
            why = str(BOARD) if row.is_short else None
            give_certificate(
                uow, GiveCertificate(made, row.resident_id, grade, given_on, teacher, board_reason=why)
            )


def _now(uow: UnitOfWork, people: Sequence[StayRow], today: date, chance: Chance, *, number: int = 1) -> None:
    """Runs; the sheet of its last lesson is missing."""
    first = today - timedelta(days=16)
    made = _course(uow, 1, CourseKind.PASSED_ON, first, 80, number=number)
    if _enrol(uow, made, people, first):
        module = list_modules(uow, made)[1].module_id
        facts, weekdays = LessonFacts(first, *MORNING, module), frozenset({MON, WED, FRI})
        _plan(uow, made, facts, today + timedelta(days=5), weekdays)
        _keep(uow, made, chance, leaves=1)


def _enrol(uow: UnitOfWork, course_id: str, people: Sequence[StayRow], first: date) -> bool:
    """People ask and are put in; whether anybody is."""
    if not people:
        return False
    ask_place(uow, AskPlace(course_id, tuple(row.resident_id for row in people), first - timedelta(days=5)))
    if not any(row.is_next for row in list_queue(uow, course_id)):
        return False
    enrol_next(uow, EnrolNext(course_id, len(people), first))
    return True


def _plan(uow: UnitOfWork, course_id: str, facts: LessonFacts, last: date, weekdays: frozenset[int]) -> None:
    plan_lessons(uow, PlanLessons(course_id, facts, last, weekdays, str(NEVERTHELESS)))


def _keep(uow: UnitOfWork, course_id: str, chance: Chance, *, leaves: int = 0) -> None:
    """People are at most of the lessons; the last ``leaves`` sheets stay empty."""
    there = [row.resident_id for row in list_students(uow, course_id)]
    missing = list_missing_of(uow, course_id)
    for lesson_id in missing[: len(missing) - leaves]:
        ticks = {who: Ticked(LessonMark.EXCUSED if chance.happens(0.08) else LessonMark.PRESENT) for who in there}
        keep_sheet(uow, KeepSheet(lesson_id, 1, ticks))
