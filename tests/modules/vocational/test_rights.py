"""Every verb and query of the slice against every role."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from facility_app.db.base import Record
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Permission, Role
from facility_app.kernel.paging import Look
from facility_app.modules.calendar.api import RoomFacts, RoomKind, add_room
from facility_app.modules.stays.domain.events import StayEnded
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.vocational.domain import rights
from facility_app.modules.vocational.domain.columns import columns_of
from facility_app.modules.vocational.domain.courses import CourseFacts, LessonFacts, ModuleFacts
from facility_app.modules.vocational.domain.partners import EmployerFacts, SchoolFacts, VacancyFacts
from facility_app.modules.vocational.domain.people import (
    Employment,
    OutcomeFacts,
    SupportFacts,
    SupportKind,
    SupportState,
    TalkFacts,
    TalkKind,
)
from facility_app.modules.vocational.domain.results import ExamFacts, Grade
from facility_app.modules.vocational.module import SPEC
from facility_app.modules.vocational.papers import certificate, lists, shares
from facility_app.modules.vocational.queries import certificates as register
from facility_app.modules.vocational.queries import (
    courses,
    hours,
    indicators,
    judging,
    lessons,
    occupied,
    partners,
    people,
    queue,
    results,
    screens,
    talks,
    titles,
    waiting,
)
from facility_app.modules.vocational.service import certificates as giving
from facility_app.modules.vocational.service import courses as running
from facility_app.modules.vocational.service import enrolling, following
from facility_app.modules.vocational.service import lessons as sheets
from facility_app.modules.vocational.service import partners as partner_verbs
from facility_app.modules.vocational.service import people as person_verbs
from facility_app.modules.vocational.service import results as scoring
from facility_app.modules.vocational.service.entries import EditEntry, EditPlanned, VoidEntry
from facility_app.modules.vocational.tables import (
    Employer,
    Guidance,
    JobOutcome,
    JobSupport,
    JobTalk,
    PartnerSchool,
    Vacancy,
)
from tests.helpers.probe import save
from tests.helpers.rights import Call, missteps, public_functions
from tests.modules.stays.house import TODAY
from tests.modules.vocational.conftest import schools
from tests.modules.vocational.school import CLERK, FIRST, FIT, LAST, SEWING, TEACHER, School

READS = (
    hours,
    *(certificate, courses, indicators, judging, lessons, lists, occupied, partners, people, queue, register),
    *(results, screens, shares, talks, titles, waiting),
)
WRITES = (enrolling, following, giving, partner_verbs, person_verbs, running, scoring, sheets)
PARTNER = SchoolFacts("Trường trung cấp nghề số 1")
BOSS = EmployerFacts("Công ty may Hòa Bình")
TALK = TalkFacts(FIRST, TalkKind.INDIVIDUAL, "Thị trường lao động")
SUPPORT = SupportFacts(FIRST, SupportKind.LOAN, SupportState.ASKED)
OUTCOME = OutcomeFacts(FIRST, Employment.UNEMPLOYED)


@dataclass
class Kept:
    """What stands in the file before each call; filled once."""

    school: School | None = None
    person: str = ""
    waiting: str = ""
    course: str = ""
    empty: str = ""
    module: str = ""
    lesson: str = ""
    certificate: str = ""
    enrolment: str = ""
    room: str = ""


KEPT = Kept()
ENTRIES: tuple[Record, ...] = (
    PartnerSchool(id="1" * 32, name=PARTNER.name),
    Employer(id="2" * 32, name=BOSS.name),
    Vacancy(id="3" * 32, employer_id="2" * 32, job="Thợ may", seats=3, open_from=FIRST),
)


def may(right: str) -> frozenset[Role]:
    permission = getattr(rights, right)
    assert isinstance(permission, Permission)
    return permission.roles


def reads(room: object, name: str, *kept: str) -> Call:
    """A query about what is kept, for whoever may look."""

    def run(uow: UnitOfWork) -> object:
        query: Callable[..., object] = getattr(room, name)
        return query(uow, *(getattr(KEPT, one) for one in kept))

    return Call(name, may("VIEW_VOCATIONAL"), run)


def does(right: str, name: str, run: Callable[[UnitOfWork], object]) -> Call:
    return Call(name, may(right), run)


def entry(letter: str) -> str:
    return letter * 32


def entries(right: str, room: object, noun: str, letter: str, facts: object) -> tuple[Call, Call]:
    """Correcting and striking out one kind of entry."""
    edit, void = getattr(room, f"edit_{noun}"), getattr(room, f"void_{noun}")
    return (
        does(right, f"edit_{noun}", lambda uow: edit(uow, EditEntry(entry(letter), 1, facts))),
        does(right, f"void_{noun}", lambda uow: void(uow, VoidEntry(entry(letter), 1, "nhầm"))),
    )


def vacancy() -> VacancyFacts:
    return VacancyFacts(entry("2"), "Thợ may", 2, FIRST)


CALLS = (
    does("VIEW_VOCATIONAL", "find_people", lambda uow: screens.find_people(uow, "van")),
    does("VIEW_VOCATIONAL", "name_people", lambda uow: screens.name_people(uow, (KEPT.person,))),
    does("VIEW_VOCATIONAL", "find_staff", lambda uow: screens.find_staff(uow, "van")),
    does("VIEW_VOCATIONAL", "name_staff", lambda uow: screens.name_staff(uow, "9" * 32)),
    reads(screens, "choose_schools"),
    reads(screens, "choose_employers"),
    reads(screens, "choose_vacancies"),
    reads(screens, "choose_modules", "course"),
    reads(screens, "choose_rooms"),
    reads(screens, "read_imprint"),
    does(
        "VIEW_VOCATIONAL", "certificate_paper", lambda uow: certificate.certificate_paper(uow, KEPT.certificate, 2)
    ),
    reads(lists, "course_list_paper", "course"),
    does("VIEW_VOCATIONAL", "month_paper", lambda uow: lists.month_paper(uow, KEPT.course, FIRST)),
    reads(lists, "scores_paper", "course"),
    reads(lists, "minutes_paper", "course"),
    does("VIEW_VOCATIONAL", "register_paper", lambda uow: lists.register_paper(uow, ())),
    does("VIEW_VOCATIONAL", "list_course_ids", lambda uow: courses.list_course_ids(uow, Look(text="may"))),
    does("VIEW_VOCATIONAL", "list_course_rows", lambda uow: courses.list_course_rows(uow, (KEPT.course,))),
    reads(courses, "get_course", "course"),
    reads(courses, "list_modules", "course"),
    reads(courses, "list_students", "course"),
    reads(queue, "list_queue", "course"),
    does("VIEW_VOCATIONAL", "list_queues", lambda uow: queue.list_queues(uow, ())),
    does("VIEW_VOCATIONAL", "judge", lambda uow: judging.judge(uow, [KEPT.course])),
    reads(waiting, "list_to_place"),
    does("VIEW_VOCATIONAL", "list_to_place_ids", lambda uow: waiting.list_to_place_ids(uow, Look())),
    does("VIEW_VOCATIONAL", "list_to_place_rows", lambda uow: waiting.list_to_place_rows(uow, ())),
    reads(waiting, "list_to_certify"),
    does("VIEW_VOCATIONAL", "list_to_certify_ids", lambda uow: waiting.list_to_certify_ids(uow, Look())),
    does("VIEW_VOCATIONAL", "list_to_certify_rows", lambda uow: waiting.list_to_certify_rows(uow, ())),
    does("VIEW_VOCATIONAL", "list_counsel_ids", lambda uow: talks.list_counsel_ids(uow, Look())),
    does("VIEW_VOCATIONAL", "list_counsel_rows", lambda uow: talks.list_counsel_rows(uow, (KEPT.person,))),
    reads(talks, "list_talk_groups"),
    reads(lessons, "count_lessons"),
    does("VIEW_VOCATIONAL", "list_lesson_ids", lambda uow: lessons.list_lesson_ids(uow, Look())),
    does("VIEW_VOCATIONAL", "list_lesson_rows", lambda uow: lessons.list_lesson_rows(uow, (KEPT.lesson,))),
    does("VIEW_VOCATIONAL", "lessons_paper", lambda uow: lists.lessons_paper(uow, Look())),
    does("VIEW_VOCATIONAL", "list_share_lines", lambda uow: shares.list_share_lines(uow, FIRST, TODAY)),
    does("VIEW_VOCATIONAL", "shares_paper", lambda uow: shares.shares_paper(uow, FIRST, TODAY)),
    does("VIEW_VOCATIONAL", "last_health", lambda uow: queue.last_health(uow, (KEPT.person,))),
    does("RUN_COURSES", "lesson_slots", lambda uow: occupied.lesson_slots(uow, KEPT.course, SEWING, {})),
    does("RUN_COURSES", "find_course_load", lambda uow: occupied.find_course_load(uow, KEPT.course, FIRST)),
    does("VIEW_VOCATIONAL", "find_sat_load", lambda uow: occupied.find_sat_load(uow, KEPT.lesson)),
    does("RUN_COURSES", "list_ahead", lambda uow: occupied.list_ahead(uow, KEPT.course, FIRST)),
    does(
        "RUN_COURSES",
        "joining_slots",
        lambda uow: occupied.joining_slots(uow, KEPT.course, SEWING, frozenset(), FIRST),
    ),
    reads(lessons, "list_lessons", "course"),
    reads(lessons, "list_missing_of", "course"),
    reads(lessons, "get_sheet", "lesson"),
    does(
        "VIEW_VOCATIONAL",
        "list_month_ticks",
        lambda uow: lessons.list_month_ticks(uow, KEPT.course, FIRST, TODAY),
    ),
    reads(results, "find_exam", "course"),
    reads(results, "list_results", "course"),
    reads(hours, "get_minutes_sat", "course"),
    does("VIEW_VOCATIONAL", "list_certificate_ids", lambda uow: register.list_certificate_ids(uow, Look())),
    does(
        "VIEW_VOCATIONAL",
        "list_certificate_rows",
        lambda uow: register.list_certificate_rows(uow, (KEPT.certificate,)),
    ),
    reads(register, "get_certificate", "certificate"),
    reads(register, "list_certificates_of", "person"),
    reads(titles, "get_titles"),
    reads(partners, "list_schools"),
    reads(partners, "list_employers"),
    reads(partners, "list_vacancies"),
    reads(people, "list_guidance", "person"),
    reads(people, "list_talks", "person"),
    reads(people, "list_support", "person"),
    reads(people, "list_outcomes", "person"),
    reads(people, "list_learnt", "person"),
    does("VIEW_VOCATIONAL", "get_job_shares", lambda uow: indicators.get_job_shares(uow, FIRST, TODAY)),
    reads(indicators, "list_counselled"),
    does("RUN_COURSES", "add_school", lambda uow: partner_verbs.add_school(uow, PARTNER)),
    *entries("RUN_COURSES", partner_verbs, "school", "1", PARTNER),
    does("GUIDE", "add_employer", lambda uow: partner_verbs.add_employer(uow, BOSS)),
    does("GUIDE", "edit_employer", lambda uow: partner_verbs.edit_employer(uow, EditEntry(entry("2"), 1, BOSS))),
    does(
        "GUIDE",
        "void_employer",
        lambda uow: partner_verbs.void_employer(uow, VoidEntry(partner_verbs.add_employer(uow, BOSS), 1, "nhầm")),
    ),
    does("GUIDE", "add_vacancy", lambda uow: partner_verbs.add_vacancy(uow, vacancy())),
    *entries("GUIDE", partner_verbs, "vacancy", "3", vacancy()),
    does("GUIDE", "add_guidance", lambda uow: person_verbs.add_guidance(uow, KEPT.person, FIT)),
    *entries("GUIDE", person_verbs, "guidance", "4", FIT),
    does(
        "GUIDE",
        "add_talks",
        lambda uow: person_verbs.add_talks(uow, person_verbs.TalkToMany((KEPT.person,), TALK)),
    ),
    *entries("GUIDE", person_verbs, "talk", "5", TALK),
    does("GUIDE", "add_support", lambda uow: person_verbs.add_support(uow, KEPT.person, SUPPORT)),
    *entries("GUIDE", person_verbs, "support", "6", SUPPORT),
    does("GUIDE", "add_outcome", lambda uow: person_verbs.add_outcome(uow, KEPT.person, OUTCOME)),
    *entries("GUIDE", person_verbs, "outcome", "7", OUTCOME),
    does("RUN_COURSES", "add_course", lambda uow: running.add_course(uow, named("MAY-09"))),
    does("RUN_COURSES", "edit_course", lambda uow: running.edit_course(uow, EditPlanned(KEPT.course, 1, SEWING))),
    does(
        "RUN_COURSES",
        "finish_course",
        lambda uow: running.finish_course(uow, running.FinishCourse(KEPT.course, 1, TODAY)),
    ),
    does(
        "RUN_COURSES",
        "cancel_course",
        lambda uow: running.cancel_course(uow, running.CancelCourse(KEPT.course, 1, "hết kinh phí")),
    ),
    does("RUN_COURSES", "void_course", lambda uow: running.void_course(uow, VoidEntry(KEPT.empty, 1, "nhầm"))),
    does(
        "RUN_COURSES",
        "add_module",
        lambda uow: running.add_module(uow, running.AddModule(KEPT.course, ModuleFacts("Thêu", 3, 5, 5))),
    ),
    does(
        "RUN_COURSES",
        "edit_module",
        lambda uow: running.edit_module(uow, EditEntry(KEPT.module, 1, ModuleFacts("Thêu", 3, 5, 5))),
    ),
    does(
        "RUN_COURSES",
        "void_module",
        lambda uow: running.void_module(uow, VoidEntry(spare_module(uow), 1, "nhầm")),
    ),
    does(
        "FOLLOW_STAYS",
        "follow_exit",
        lambda uow: following.follow_exit(uow, StayEnded("", KEPT.person, ExitCode.DEATH, TODAY)),
    ),
    does("RUN_COURSES", "require_room", lambda uow: running.require_room(uow, KEPT.room)),
    does("RUN_COURSES", "count_enrolled", lambda uow: running.count_enrolled(uow, KEPT.course)),
    does(
        "RUN_COURSES",
        "ask_place",
        lambda uow: enrolling.ask_place(uow, enrolling.AskPlace(KEPT.empty, (KEPT.person,), FIRST)),
    ),
    does(
        "RUN_COURSES",
        "enrol_next",
        lambda uow: enrolling.enrol_next(uow, enrolling.EnrolNext(KEPT.course, 1, FIRST)),
    ),
    does("RUN_COURSES", "enrol", lambda uow: enrolling.enrol(uow, enrolling.EnrolOne(KEPT.enrolment, 1, FIRST))),
    does(
        "RUN_COURSES",
        "end_enrolment",
        lambda uow: enrolling.end_enrolment(uow, enrolling.EndEnrolment(KEPT.enrolment, 1, TODAY, "thôi")),
    ),
    does(
        "RUN_COURSES",
        "plan_lessons",
        lambda uow: sheets.plan_lessons(
            uow, sheets.PlanLessons(KEPT.course, LessonFacts(TODAY, 450, 660), LAST, frozenset({1}))
        ),
    ),
    does(
        "RUN_COURSES",
        "edit_lesson",
        lambda uow: sheets.edit_lesson(uow, EditPlanned(KEPT.lesson, 1, LessonFacts(FIRST, 480, 660))),
    ),
    does(
        "RUN_COURSES",
        "call_off_lesson",
        lambda uow: sheets.call_off_lesson(uow, sheets.CallOff(KEPT.lesson, 1, "mất điện")),
    ),
    does("RUN_COURSES", "void_lesson", lambda uow: sheets.void_lesson(uow, VoidEntry(KEPT.lesson, 1, "nhầm"))),
    does("RUN_COURSES", "keep_sheet", lambda uow: sheets.keep_sheet(uow, sheets.KeepSheet(KEPT.lesson, 1, {}))),
    does(
        "RUN_COURSES",
        "keep_exam",
        lambda uow: scoring.keep_exam(uow, scoring.KeepExam(KEPT.course, 0, ExamFacts(TODAY, "Lê Thị Mai"))),
    ),
    does(
        "RUN_COURSES",
        "keep_scores",
        lambda uow: scoring.keep_scores(
            uow, scoring.KeepScores(KEPT.course, KEPT.module, FIRST, {KEPT.person: scoring.Score(Decimal(9))})
        ),
    ),
    does(
        "ISSUE_CERTIFICATES",
        "give_certificate",
        lambda uow: giving.give_certificate(
            uow,
            giving.GiveCertificate(
                KEPT.course, given_anew(uow), Grade.GOOD, TODAY, "Trần Văn Hiệu", board_reason="Biên bản 1"
            ),
        ),
    ),
    does(
        "ISSUE_CERTIFICATES",
        "take_back_certificate",
        lambda uow: giving.take_back_certificate(uow, giving.TakeBackCertificate(KEPT.certificate, "sai")),
    ),
    does(
        "ISSUE_CERTIFICATES",
        "print_certificate",
        lambda uow: giving.print_certificate(uow, giving.PrintCertificate(KEPT.certificate)),
    ),
)


def spare_module(uow: UnitOfWork) -> str:
    return running.add_module(uow, running.AddModule(KEPT.course, ModuleFacts("Thêu", 9, 1, 1)))


def named(code: str) -> CourseFacts:
    facts = {name: getattr(SEWING, name) for name in type(SEWING).__dataclass_fields__}
    return type(SEWING)(**(facts | {"code": code}))


def given_anew(uow: UnitOfWork) -> str:
    """The person, whose certificate was taken back in the same transaction by whoever may."""
    if uow.actor.may(rights.ISSUE_CERTIFICATES):
        giving.take_back_certificate(uow, giving.TakeBackCertificate(KEPT.certificate, "cấp lại"))
    return KEPT.person


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[School]:
    """A school with one of everything; every call is rolled back."""
    folder: Path = tmp_path_factory.mktemp("rights")
    for made in schools(folder):
        KEPT.course, KEPT.person = made.graduate()
        KEPT.empty = made.opens(named("MAY-02"))
        KEPT.waiting = made.lives()
        made.asks(KEPT.course, KEPT.waiting)
        KEPT.enrolment = made.queue(KEPT.course)[0].enrolment_id
        KEPT.module = made.read(courses.list_modules, KEPT.course)[0].module_id
        KEPT.lesson = made.lesson(KEPT.course)
        command = giving.GiveCertificate(
            KEPT.course, KEPT.person, Grade.GOOD, TODAY, "Trần Văn Hiệu", board_reason="Biên bản 1"
        )
        KEPT.certificate = made.write(giving.give_certificate, command, by=CLERK).certificate_id
        kinds: tuple[tuple[type[Any], object], ...] = (
            (Guidance, FIT),
            (JobTalk, TALK),
            (JobSupport, SUPPORT),
            (JobOutcome, OUTCOME),
        )
        found: list[Record] = [
            record(id=entry(letter), resident_id=KEPT.person, **columns_of(facts))
            for letter, (record, facts) in zip("4567", kinds, strict=True)
        ]
        save(made.facility.database, *ENTRIES, *found)
        made_room = made.write(add_room, RoomFacts("X-01", "Xưởng may", RoomKind.WORKSHOP), by=TEACHER)
        KEPT.room = made_room.room_id
        KEPT.school = made
        yield made


def test_the_table_names_every_verb_and_query() -> None:
    assert sorted(call.name for call in CALLS) == sorted(public_functions(*READS, *WRITES))


@pytest.mark.parametrize("role", [*Role, None])
def test_a_role_may_what_the_table_says_and_no_more(school: School, role: Role | None) -> None:
    actor = school.facility.actor(*(() if role is None else (role,)))
    assert missteps(school.facility.database, actor, CALLS) == []


def test_nobody_who_only_looks_after_the_file_reads_about_people() -> None:
    """The administrator of the machine is no reader of people's matters."""
    assert all(Role.ADMIN not in one.roles for one in SPEC.permissions)
    assert rights.PASS_QUEUE.roles == {Role.HEAD}
