"""Shares of a period, who was never counselled, who waits for what: numbers that equal the rows they stand for."""

from dataclasses import replace
from datetime import date, timedelta

from facility_app.kernel.actor import Role
from facility_app.kernel.paging import Look
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.stays.service.presence import send_to_hospital
from facility_app.modules.tasks.api import HomeFigure
from facility_app.modules.tasks.queries import get_home_figures
from facility_app.modules.vocational.domain.courses import LessonMark
from facility_app.modules.vocational.domain.people import Health, TalkFacts, TalkKind
from facility_app.modules.vocational.domain.results import Grade
from facility_app.modules.vocational.queries.indicators import get_job_shares, list_counselled
from facility_app.modules.vocational.queries.lessons import list_lesson_ids, list_lesson_rows
from facility_app.modules.vocational.queries.people import list_talks
from facility_app.modules.vocational.queries.talks import (
    NEVER,
    TALKED,
    list_counsel_ids,
    list_counsel_rows,
    list_talk_groups,
)
from facility_app.modules.vocational.queries.waiting import list_to_certify, list_to_place
from facility_app.modules.vocational.service.certificates import (
    GiveCertificate,
    TakeBackCertificate,
    give_certificate,
    take_back_certificate,
)
from facility_app.modules.vocational.service.entries import VoidEntry
from facility_app.modules.vocational.service.lessons import KeepSheet, Ticked, keep_sheet
from facility_app.modules.vocational.service.people import TalkToMany, add_talks, void_talk
from tests.helpers.naive_shares import naive_shares
from tests.modules.stays.house import ADMITTED, TODAY
from tests.modules.vocational.school import CLERK, FIRST, SEWING, TEACHER, School

DAY = timedelta(days=1)
WHOLE = (ADMITTED, TODAY)


def talks(school: School, day: date, *people: str, topic: str = "Tìm việc") -> None:
    """A talk about jobs."""
    kind = TalkKind.GROUP if len(people) > 1 else TalkKind.INDIVIDUAL
    school.write(add_talks, TalkToMany(people, TalkFacts(day, kind, topic, 60)), by=TEACHER)


def busy(school: School) -> tuple[str, ...]:
    """Six people with every odd case: marks of absence, a talk struck out, a certificate taken back."""
    people = tuple(school.lives(health=None) for _ in range(4))
    guided = school.lives()
    course, learnt = school.graduate(replace(SEWING, capacity=9))
    talks(school, FIRST, people[0], people[1])
    talks(school, FIRST + DAY, people[2])
    (mistake,) = school.read(list_talks, people[2])
    school.write(void_talk, VoidEntry(mistake.entry_id, mistake.version, "nhầm người"), by=TEACHER)
    school.asks(course, guided)
    school.enrols(course)
    lesson = school.lesson(course, FIRST + 7 * DAY)
    ticks = {learnt: Ticked(LessonMark.LATE), guided: Ticked(LessonMark.UNEXCUSED, "bỏ học")}
    school.write(keep_sheet, KeepSheet(lesson, 1, ticks), by=TEACHER)
    command = GiveCertificate(
        course, learnt, Grade.GOOD, TODAY - 3 * DAY, "Trần Văn Hiệu", board_reason="Biên bản 1"
    )
    given = school.write(give_certificate, command, by=CLERK)
    school.write(take_back_certificate, TakeBackCertificate(given.certificate_id, "sai tên"), by=CLERK)
    return (*people, guided, learnt)


def test_the_shares_of_any_period_are_the_naive_count_over_the_rows(school: School) -> None:
    people = busy(school)
    stay = school.sql("SELECT id FROM stay WHERE resident_id = ?", people[1])[0][0]
    school.end(stay, ExitCode.DEATH, FIRST + 10 * DAY)
    days = (ADMITTED - DAY, ADMITTED, FIRST - DAY, FIRST, FIRST + DAY, FIRST + 7 * DAY, FIRST + 11 * DAY, TODAY)
    for place, first in enumerate(days):
        for last in days[place:]:
            found = school.read(get_job_shares, first, last)
            counted = (found.residents, found.counselled, found.trained, found.enrolled, found.certified)
            assert counted == naive_shares(school.sql, first, last), (first, last)
    whole = school.read(get_job_shares, *WHOLE)
    assert (whole.residents, whole.counselled, whole.trained, whole.enrolled, whole.certified) == (6, 4, 1, 2, 0)
    assert (whole.percent(whole.counselled), whole.percent(0)) == ("66,7 %", "0,0 %")


def uncounselled(school: School) -> set[str]:
    """Who is here and was neither guided nor talked to in this stay."""
    return {who for who, day in school.read(list_counselled).items() if day is None}


def test_whoever_was_never_counselled_in_this_stay_is_listed_and_leaves_the_list_by_a_group_talk(
    school: School,
) -> None:
    never, other, guided = school.lives(health=None), school.lives(health=None), school.lives()
    ill = school.lives(health=None)
    stay = school.sql("SELECT id FROM stay WHERE resident_id = ?", ill)[0][0]
    school.move(send_to_hospital, stay, TODAY, by=(Role.DOCTOR,))
    talks(school, ADMITTED - 90 * DAY, never)
    assert uncounselled(school) == {never, other, ill}, "a talk before this stay does not count"
    asked = Look(filters={"state": NEVER})
    assert set(school.read(list_counsel_ids, asked)) == {never, other, ill}
    assert school.read(list_counsel_ids, Look(filters={"state": TALKED})) == (guided,)
    assert school.read(list_counsel_ids, Look())[-1] == guided, "who was counselled stands last"
    talks(school, TODAY, never, other)
    assert uncounselled(school) == {ill}
    (row,) = school.read(list_counsel_rows, (other,))
    assert row.last_on == TODAY


def test_what_many_heard_together_is_one_talk_and_what_one_heard_alone_is_another(school: School) -> None:
    one, two, three = (school.lives(health=None) for _ in range(3))
    talks(school, TODAY, one, two)
    talks(school, TODAY, three)
    talks(school, TODAY, one)
    talks(school, TODAY - DAY, two, topic="Vay vốn")
    found = school.read(list_talk_groups)
    assert [(row.talked_on, row.people) for row in found[:-1]].count((TODAY, 1)) == 2
    assert {(row.topic, row.people) for row in found} == {("Tìm việc", 2), ("Tìm việc", 1), ("Vay vốn", 1)}
    assert found[-1].talked_on == TODAY - DAY


def figures(school: School, role: Role) -> dict[str, HomeFigure]:
    found = school.read(get_home_figures, by=(role,))
    return {one.id: one for one in found if one.id.startswith("vocational.")}


def test_the_first_page_says_what_is_to_be_done_about_trades_and_opens_the_list_of_it(school: School) -> None:
    course, learnt = school.graduate(replace(SEWING, capacity=2))
    school.asks(course, *(school.lives() for _ in range(2)), school.lives(health=Health.NO))
    school.lesson(course, TODAY - DAY)
    school.lesson(course, TODAY, starts=14 * 60)
    school.lesson(course, TODAY)
    assert figures(school, Role.DOCTOR) == {}
    seen = figures(school, Role.TEACHER)
    assert {one: figure.number for one, figure in seen.items()} == {
        "vocational.missing": 1, "vocational.lessons": 2, "vocational.to_place": 1
    }  # fmt: skip
    assert {one: figure.number for one, figure in figures(school, Role.CLERK).items()} == {
        "vocational.to_certify": 1
    }
    assert len(school.read(list_lesson_ids, Look(filters=seen["vocational.missing"].args))) == 1
    ids = school.read(list_lesson_ids, Look(filters=seen["vocational.lessons"].args))
    rows = school.read(list_lesson_rows, ids)
    assert [(row.facts.held_on, row.is_missing) for row in rows] == [
        (TODAY - DAY, True), (TODAY, False), (TODAY, False)
    ]  # fmt: skip
    school.at(TODAY, 12)
    assert figures(school, Role.TEACHER)["vocational.missing"].number == 2, "what is over is missing"
    (row,) = school.read(list_to_certify)
    assert (row.resident_id, row.course_id, row.since) == (learnt, course, SEWING.last_on)


def test_only_as_many_are_placed_as_there_are_seats_and_nobody_who_may_not_learn(school: School) -> None:
    course = school.opens(replace(SEWING, capacity=2))
    first, second, third = (school.lives() for _ in range(3))
    unguided, unfit = school.lives(health=None), school.lives(health=Health.NO)
    school.asks(course, unfit, unguided, on=date(2026, 11, 1))
    school.asks(course, third, on=date(2026, 12, 3))
    school.asks(course, first, second, on=date(2026, 12, 1))
    assert {one.resident_id for one in school.read(list_to_place)} == {first, second}
    school.enrols(course)
    (row,) = school.read(list_to_place)
    assert (row.resident_id in {first, second}, row.free, row.number) == (True, 1, 1)
    school.enrols(course)
    assert school.read(list_to_place) == ()


def test_a_certificate_given_or_a_course_left_takes_somebody_off_who_waits_for_one(school: School) -> None:
    course, person = school.graduate()
    assert [one.resident_id for one in school.read(list_to_certify)] == [person]
    given = school.write(
        give_certificate,
        GiveCertificate(course, person, Grade.GOOD, TODAY, "Trần Văn Hiệu", board_reason="Biên bản 1"),
        by=CLERK,
    )
    assert school.read(list_to_certify) == ()
    school.write(take_back_certificate, TakeBackCertificate(given.certificate_id, "sai tên"), by=CLERK)
    assert [one.resident_id for one in school.read(list_to_certify)] == [person]
    school.passes(course, person, score="4.9")
    assert school.read(list_to_certify) == ()
