"""Every verb and query of the slice against every role."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import pytest

from facility_app.kernel.actor import Role
from facility_app.kernel.paging import Look
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.education.domain import rights
from facility_app.modules.education.domain.attendance import Mark, Marked
from facility_app.modules.education.domain.classes import ClassKind, SchoolLevel, TopicKind
from facility_app.modules.education.domain.counselling import CounsellingKind, CounsellingMethod
from facility_app.modules.education.domain.results import Grade, ResultKind
from facility_app.modules.education.domain.timetable import Hour
from facility_app.modules.education.papers import shares as share_papers
from facility_app.modules.education.papers import sheets as papers
from facility_app.modules.education.queries import classes as class_reads
from facility_app.modules.education.queries import counselling as counselling_reads
from facility_app.modules.education.queries import (
    lessons,
    month_book,
    newcomers,
    person,
    planned,
    screens,
    shares,
    week_book,
)
from facility_app.modules.education.queries import results as result_reads
from facility_app.modules.education.queries import sheets as sheet_reads
from facility_app.modules.education.queries.lessons import Frame
from facility_app.modules.education.service import (
    books,
    classes,
    counselling,
    following,
    hours,
    programmes,
    results,
    sheets,
)
from facility_app.modules.education.service.programmes import VoidRecord
from facility_app.modules.stays.domain.events import StayEnded
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.sheets.workbook import Book, read_book
from tests.helpers.rights import Call, missteps, public_functions
from tests.modules.education.school import EIGHT, MONDAY, TEN, School, copied
from tests.modules.stays.house import NOW
from tests.sheets.made import xlsx_of

READS = (
    class_reads,
    counselling_reads,
    lessons,
    month_book,
    newcomers,
    papers,
    share_papers,
    person,
    planned,
    result_reads,
    screens,
    shares,
    sheet_reads,
    week_book,
)
WRITES = (books, classes, counselling, following, hours, programmes, results, sheets)


@dataclass
class Kept:
    """What stands in the file before each call; filled once."""

    school: School | None = None
    pupil: str = ""
    loner: str = ""
    teacher: str = ""
    law: str = ""
    bare: str = ""
    member: str = ""
    hour: str = ""
    programme: str = ""
    topic: str = ""
    result: str = ""
    report: str = ""
    talk: str = ""
    talk_row: str = ""


KEPT = Kept()


def may(name: str) -> frozenset[Role]:
    """The roles that hold a permission."""
    found: frozenset[Role] = getattr(rights, name).roles
    return found


def reads(module: ModuleType, name: str, *arguments: Any, right: str = "VIEW_EDUCATION") -> Call:
    run = lambda uow: getattr(module, name)(uow, *(_given(one) for one in arguments))  # noqa: E731 - one line
    return Call(name, may(right), run)


def _given(one: Any) -> Any:
    return getattr(KEPT, one) if isinstance(one, str) and hasattr(KEPT, one) else one


def writes(name: str, right: str, module: ModuleType, make: Callable[[], object]) -> Call:
    return Call(name, may(right), lambda uow: getattr(module, name)(uow, make()))


def void(name: str, right: str, module: ModuleType, what: str) -> Call:
    return writes(name, right, module, lambda: VoidRecord(getattr(KEPT, what), 1, "ghi nhầm"))


def _marks() -> list[Marked]:
    assert KEPT.school is not None
    return [Marked(one, Mark.PRESENT) for one in KEPT.school.pupils]


def _facts(code: str) -> classes.ClassFacts:
    return classes.ClassFacts(code, "Lớp", ClassKind.PEER, KEPT.teacher, MONDAY)


def _programme() -> programmes.ProgrammeFacts:
    return programmes.ProgrammeFacts("Chương trình", LegalRegime.L2025, MONDAY)


def _week() -> Book:
    return read_book(xlsx_of([("Mã lớp", "Thứ", "Giờ vào lớp", "Giờ tan"), ("PL1", 7, "07:00", "08:00")]), "w")


def _month() -> Book:
    assert KEPT.school is not None
    rows = [(one.code, "C") for one in KEPT.school.sheet().lines]
    return read_book(xlsx_of([("Mã", "Họ và tên", "01/02/2027"), *((code, "", mark) for code, mark in rows)]), "m")


def _talk() -> counselling.RecordCounselling:
    kind, method = CounsellingKind.INDIVIDUAL, CounsellingMethod.TALK
    return counselling.RecordCounselling(kind, method, (KEPT.pupil,), NOW, 30, KEPT.teacher, "Ổn định tư tưởng")


CALLS = (
    reads(class_reads, "list_class_ids", Look()),
    Call("list_class_rows", may("VIEW_EDUCATION"), lambda uow: class_reads.list_class_rows(uow, (KEPT.law,))),
    reads(class_reads, "find_class", "law"),
    reads(newcomers, "list_newcomer_ids", "law", Look()),
    Call(
        "list_newcomer_rows", may("VIEW_EDUCATION"), lambda uow: newcomers.list_newcomer_rows(uow, (KEPT.pupil,))
    ),
    reads(class_reads, "list_members", "law"),
    reads(class_reads, "list_classes_of", "pupil"),
    reads(class_reads, "list_hours", "law"),
    reads(class_reads, "list_programmes"),
    reads(class_reads, "list_topics", "programme"),
    reads(class_reads, "lacks_literacy_class"),
    reads(counselling_reads, "list_counselling_ids", Look(), right="VIEW_COUNSELLING"),
    Call(
        "list_counselling_rows",
        may("VIEW_COUNSELLING"),
        lambda uow: counselling_reads.list_counselling_rows(uow, (KEPT.talk,)),
    ),
    reads(counselling_reads, "people_of_group", "law", NOW, "", "", right="VIEW_COUNSELLING"),
    reads(counselling_reads, "list_counselled", "talk", right="VIEW_COUNSELLING"),
    reads(counselling_reads, "list_counselling_of", "pupil", right="VIEW_COUNSELLING"),
    reads(lessons, "lessons_between", MONDAY, MONDAY),
    reads(lessons, "list_lessons", MONDAY, MONDAY),
    reads(lessons, "count_sheets", MONDAY),
    reads(planned, "count_members", "law", right="PLAN_EDUCATION"),
    reads(planned, "hour_slots", "law", MONDAY, Hour(2, EIGHT, TEN, MONDAY), None, right="PLAN_EDUCATION"),
    reads(planned, "joining_slots", "law", MONDAY, frozenset(), right="PLAN_EDUCATION"),
    reads(planned, "rewritten_slots", "law", Frame("", None, MONDAY, None), right="PLAN_EDUCATION"),
    writes("follow_exit", "FOLLOW_STAYS", following, lambda: StayEnded("", KEPT.pupil, ExitCode.DEATH, MONDAY)),
    reads(planned, "find_class_load", "law", right="PLAN_EDUCATION"),
    reads(planned, "session_slot", "law", MONDAY, (840, 900), "teacher", None, right="PLAN_EDUCATION"),
    reads(result_reads, "was_in_class", "law", "pupil"),
    reads(result_reads, "list_results"),
    reads(result_reads, "list_reports"),
    reads(result_reads, "list_lacking"),
    reads(shares, "get_education_shares", MONDAY, MONDAY),
    reads(sheet_reads, "find_session", "law", MONDAY, EIGHT),
    reads(sheet_reads, "seats_of", "law", MONDAY, EIGHT),
    reads(sheet_reads, "get_sheet", "law", MONDAY, EIGHT),
    reads(sheet_reads, "list_marks_of_class", "law", MONDAY, MONDAY),
    Call(
        "list_marks_of_people",
        may("VIEW_EDUCATION"),
        lambda uow: sheet_reads.list_marks_of_people(uow, (KEPT.pupil,), MONDAY, MONDAY),
    ),
    reads(sheet_reads, "find_sat_load", "law", MONDAY, MONDAY),
    reads(sheet_reads, "get_month", "law", MONDAY),
    reads(sheet_reads, "list_inside", "law", NOW),
    reads(person, "get_learning", "pupil"),
    reads(screens, "find_people", "a"),
    reads(screens, "find_person", "pupil"),
    reads(screens, "find_teachers", ""),
    Call("name_teachers", may("VIEW_EDUCATION"), lambda uow: screens.name_teachers(uow, (KEPT.teacher,))),
    reads(screens, "list_places"),
    reads(screens, "list_class_choices"),
    reads(screens, "read_imprint"),
    reads(week_book, "week_table"),
    Call("read_week", may("PLAN_EDUCATION"), lambda uow: week_book.read_week(uow, _week())),
    Call("read_month", may("TEACH"), lambda uow: month_book.read_month(uow, _month(), KEPT.law)),
    reads(month_book, "month_table", "law", MONDAY, right="TEACH"),
    reads(share_papers, "list_share_lines", MONDAY, MONDAY),
    reads(share_papers, "shares_paper", MONDAY, MONDAY),
    reads(papers, "timetable_paper"),
    reads(papers, "list_paper", "law"),
    reads(papers, "transcript_paper", "pupil"),
    reads(papers, "month_paper", "law", MONDAY),
    reads(papers, "talk_paper", "talk", right="VIEW_COUNSELLING"),
    writes("add_programme", "PLAN_EDUCATION", programmes, _programme),
    writes(
        "edit_programme",
        "PLAN_EDUCATION",
        programmes,
        lambda: programmes.EditProgramme(KEPT.programme, 1, _programme()),
    ),
    void("void_programme", "PLAN_EDUCATION", programmes, "programme"),
    writes(
        "add_topic",
        "PLAN_EDUCATION",
        programmes,
        lambda: programmes.AddTopic(KEPT.programme, TopicKind.LAW, "Luật", 90),
    ),
    void("void_topic", "PLAN_EDUCATION", programmes, "topic"),
    writes("add_class", "PLAN_EDUCATION", classes, lambda: _facts("MOI")),
    writes("edit_class", "PLAN_EDUCATION", classes, lambda: classes.EditClass(KEPT.bare, 1, _facts("MOI"))),
    void("void_class", "PLAN_EDUCATION", classes, "bare"),
    writes("join_class", "PLAN_EDUCATION", classes, lambda: classes.JoinClass(KEPT.bare, (KEPT.loner,))),
    writes("leave_class", "PLAN_EDUCATION", classes, lambda: classes.LeaveClass(KEPT.member, 1, "chuyển lớp")),
    writes("import_week", "PLAN_EDUCATION", books, _week),
    writes("import_month", "TEACH", books, lambda: books.ImportMonth(_month(), KEPT.law)),
    Call("take_attendance_month", may("TEACH"), lambda uow: books.take_attendance_month(uow, KEPT.law, MONDAY)),
    Call(
        "write_hour",
        may("PLAN_EDUCATION"),
        lambda uow: hours.write_hour(uow, KEPT.bare, Hour(6, EIGHT, TEN, MONDAY), None, None),
    ),
    writes("add_hour", "PLAN_EDUCATION", hours, lambda: hours.AddHour(KEPT.bare, 5, EIGHT, TEN)),
    writes("end_hour", "PLAN_EDUCATION", hours, lambda: hours.EndHour(KEPT.hour, 1, "đổi giờ")),
    writes("plan_session", "PLAN_EDUCATION", sheets, lambda: sheets.PlanSession(KEPT.bare, MONDAY, EIGHT, TEN)),
    writes("cancel_session", "TEACH", sheets, lambda: sheets.CancelSession(KEPT.law, MONDAY, EIGHT, TEN, "mưa")),
    writes("keep_sheet", "TEACH", sheets, lambda: sheets.KeepSheet(KEPT.law, MONDAY, EIGHT, TEN, _marks())),
    writes(
        "add_result",
        "TEACH",
        results,
        lambda: results.AddResult(KEPT.law, KEPT.pupil, ResultKind.FINAL, Grade.GOOD, MONDAY),
    ),
    void("void_result", "TEACH", results, "result"),
    writes(
        "add_school_report",
        "TEACH",
        results,
        lambda: results.AddSchoolReport(
            KEPT.pupil, 2025, SchoolLevel.PRIMARY, 5, Grade.GOOD, is_level_finished=True
        ),
    ),
    void("void_school_report", "TEACH", results, "report"),
    writes("record_counselling", "COUNSEL", counselling, _talk),
    writes("note_person", "COUNSEL", counselling, lambda: counselling.NotePerson(KEPT.talk_row, 1, "ổn")),
    void("void_counselling", "COUNSEL", counselling, "talk"),
    Call(
        "read_confidential",
        may("READ_CONFIDENTIAL"),
        lambda uow: counselling.read_confidential(uow, KEPT.talk_row),
    ),
)


@pytest.fixture(scope="module")
def filled(school_pattern: School, tmp_path_factory: pytest.TempPathFactory) -> Iterator[School]:
    for school in copied(school_pattern, tmp_path_factory.mktemp("rights") / "facility"):
        head = (Role.HEAD,)
        KEPT.school, KEPT.pupil, KEPT.teacher = school, school.pupils[0], school.teacher
        KEPT.law, KEPT.loner = school.law, school.lives()
        KEPT.bare = school.opens("TRONG", ClassKind.PEER, teacher_id=school.other_teacher)
        ((KEPT.member,),) = school.sql("SELECT id FROM class_member ORDER BY id LIMIT 1")
        ((KEPT.hour,),) = school.sql("SELECT id FROM class_hour")
        KEPT.programme = school.write(programmes.add_programme, _programme(), by=head)
        topic = programmes.AddTopic(KEPT.programme, TopicKind.CIVICS, "Công dân", 90)
        KEPT.topic = school.write(programmes.add_topic, topic, by=head)
        made = results.AddResult(KEPT.law, KEPT.pupil, ResultKind.TERM, Grade.GOOD, MONDAY)
        KEPT.result = school.write(results.add_result, made, by=head)
        report = results.AddSchoolReport(
            KEPT.pupil, 2025, SchoolLevel.PRIMARY, 4, Grade.GOOD, is_level_finished=False
        )
        KEPT.report = school.write(results.add_school_report, report, by=head)
        KEPT.talk = school.write(counselling.record_counselling, _talk(), by=head)
        ((KEPT.talk_row,),) = school.sql("SELECT id FROM counselling_person")
        yield school


def test_the_table_names_every_verb_and_query() -> None:
    assert sorted(call.name for call in CALLS) == sorted(public_functions(*READS, *WRITES))


def test_a_role_may_what_the_table_says_and_no_more(filled: School) -> None:
    for role in Role:
        assert missteps(filled.facility.database, filled.facility.actor(role), CALLS) == [], role
    assert missteps(filled.facility.database, filled.facility.actor(), CALLS) == []
