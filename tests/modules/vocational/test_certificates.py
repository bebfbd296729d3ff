"""The register of certificates: no gap, no number twice, taken back but never given again, prints counted."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from facility_app.kernel.actor import Role
from facility_app.kernel.paging import Look
from facility_app.modules.catalogues.service import SetParameter, set_parameter
from facility_app.modules.vocational.domain.results import MARK_KEY, Grade
from facility_app.modules.vocational.papers.certificate import certificate_paper
from facility_app.modules.vocational.queries.certificates import (
    TAKEN_BACK,
    get_certificate,
    list_certificate_ids,
    list_certificates_of,
)
from facility_app.modules.vocational.queries.courses import list_modules
from facility_app.modules.vocational.queries.results import list_results
from facility_app.modules.vocational.service.certificates import (
    GiveCertificate,
    PrintCertificate,
    TakeBackCertificate,
    give_certificate,
    print_certificate,
    take_back_certificate,
)
from facility_app.modules.vocational.service.results import KeepScores, Score, keep_scores
from tests.helpers.racing import race
from tests.modules.vocational.crowd import give_certificates
from tests.modules.vocational.school import CLERK, FIRST, REASON, SEWING, TEACHER, School

GIVEN_ON = date(2027, 1, 30)


def give(course: str, person: str, **more: Any) -> GiveCertificate:
    return GiveCertificate(course, person, Grade.FAIR, GIVEN_ON, "Trần Văn Hiệu", **more)


def two(school: School) -> tuple[str, str, str]:
    """A course and two people who passed."""
    course, first = school.graduate(replace(SEWING, capacity=5))
    second = school.lives()
    school.asks(course, second)
    school.enrols(course)
    school.passes(course, second)
    school.attends(course, first, second)
    return course, first, second


def test_numbers_run_without_a_gap_and_a_number_taken_back_is_never_given_again(school: School) -> None:
    course, first, second = two(school)
    given = school.write(give_certificate, give(course, first), by=CLERK)
    assert given.number == "01/2027/CCĐT"
    again = school.refused(give_certificate, give(course, first), by=CLERK)
    assert (again.code, "01/2027/CCĐT" in again.message) == ("has_certificate", True)
    school.write(take_back_certificate, TakeBackCertificate(given.certificate_id, "sai ngày sinh"), by=CLERK)
    assert school.write(give_certificate, give(course, first), by=CLERK).number == "02/2027/CCĐT"
    assert school.write(give_certificate, give(course, second), by=CLERK).number == "03/2027/CCĐT"
    row = school.read(get_certificate, given.certificate_id)
    assert (row.number, row.reason) == ("01/2027/CCĐT", "sai ngày sinh")
    assert row.taken_back_on is not None
    assert school.read(list_certificate_ids, Look(filters={"state": TAKEN_BACK})) == (given.certificate_id,)
    assert len(school.read(list_certificates_of, first)) == 2
    twice = TakeBackCertificate(given.certificate_id, "lần nữa")
    assert school.refused(take_back_certificate, twice, by=CLERK).code == "certificate_taken_back"


def test_a_number_taken_or_ahead_is_refused_in_plain_words(school: School) -> None:
    course, first, second = two(school)
    school.write(give_certificate, give(course, first, number=1, serial="A 000123"), by=CLERK)
    taken = school.refused(give_certificate, give(course, second, number=1), by=CLERK)
    code = school.sql("SELECT code FROM resident WHERE id = ?", first)[0][0]
    assert taken.code == "number_taken"
    way_on = ("02/2027/CCĐT", "NĐ 163/2026 Đ116.2", "để trống ô này")
    assert all(word in taken.message for word in ("01/2027/CCĐT", code, *way_on))
    ahead = school.refused(give_certificate, give(course, second, number=5), by=CLERK)
    assert (ahead.code, all(word in ahead.message for word in way_on)) == ("number_ahead", True)
    serial = school.refused(give_certificate, give(course, second, serial="A 000123"), by=CLERK)
    assert (serial.code, code in serial.message) == ("serial_taken", True)


def test_the_file_itself_refuses_a_gap_a_change_and_a_deletion(school: School) -> None:
    course, first, _ = two(school)
    given = school.write(give_certificate, give(course, first), by=CLERK).certificate_id
    columns = [name for (name,) in school.sql("SELECT name FROM pragma_table_info('course_certificate')")]
    values = ", ".join({"id": "'x'", "number": "7"}.get(name, name) for name in columns)
    copied = f"INSERT INTO course_certificate ({', '.join(columns)}) SELECT {values} FROM course_certificate"
    assert "counted:course_certificate" in school.below(copied)
    changed = f"UPDATE course_certificate SET grade = 'excellent' WHERE id = '{given}'"
    assert "frozen:course_certificate" in school.below(changed)
    assert "frozen:course_certificate" in school.below(f"DELETE FROM course_certificate WHERE id = '{given}'")


def test_two_processes_at_once_leave_no_gap_and_give_no_number_twice(school: School) -> None:
    """Each takes three numbers, and before each one that it does not keep."""
    course, first = school.graduate(replace(SEWING, capacity=6))
    people = (first, *(school.lives() for _ in range(5)))
    school.asks(course, *people[1:])
    school.enrols(course, 5)
    school.passes(course, *people)
    folder = school.facility.file.folder
    school.facility.database.close()
    answers = race(give_certificates, *((folder, course, people[place::2]) for place in range(2)))
    school.facility.database = school.facility.file.database()
    said = sorted(number for answer in answers for number in answer.split(","))
    assert said == [f"{number:02}/2027/CCĐT" for number in range(1, 7)]
    assert school.sql("SELECT number FROM course_certificate ORDER BY number") == [(one,) for one in range(1, 7)]


def test_nobody_has_a_certificate_without_the_scores_and_a_score_behind_one_stands(school: School) -> None:
    course, first, _ = two(school)
    stranger = school.lives()
    assert school.refused(give_certificate, give(course, stranger), by=CLERK).code == "not_passed"
    early = replace(give(course, first), issued_on=date(2027, 1, 3))
    assert school.refused(give_certificate, early, by=CLERK).code == "before_course_ended"
    school.write(give_certificate, give(course, first), by=CLERK)
    module = school.sql("SELECT id FROM course_module ORDER BY position")[0][0]
    command = KeepScores(course, module, FIRST, {first: Score(Decimal(9))})
    assert set(school.write(keep_scores, command, by=TEACHER).left_out) == {first}


def test_below_a_mark_that_is_no_rule_the_board_decides_and_below_one_that_was_decided_here_nobody(
    school: School,
) -> None:
    course, first, second = two(school)
    school.passes(course, first, score="4.9")
    below = school.refused(give_certificate, give(course, first), by=CLERK)
    assert below.code == "below_mark"
    assert "cách làm của chương trình" in below.message
    (row,) = (one for one in school.read(list_results, course) if one.resident_id == first)
    assert (row.has_passed, row.may_board_decide) == (False, True)
    why = "Biên bản số 3 ngày 29/01/2027"
    assert school.write(give_certificate, give(course, first, board_reason=why), by=CLERK).number
    assert school.sql(REASON, "vocational.give_certificate") == [(why,)]
    decided = SetParameter(MARK_KEY, "6", FIRST, "Quyết định 5/QĐ-CSCN", "Hội đồng chuyên môn thống nhất")
    school.write(set_parameter, decided, by=(Role.HEAD,))
    school.passes(course, second, score="5.9")
    told = school.refused(give_certificate, give(course, second, board_reason=why), by=CLERK)
    assert told.code == "not_passed", "what the facility decided binds"
    school.passes(course, second, score="6.0")
    assert school.write(give_certificate, give(course, second), by=CLERK).number


def test_every_print_is_written_down_and_a_second_one_says_why(school: School) -> None:
    course, first, _ = two(school)
    given = school.write(give_certificate, give(course, first), by=CLERK).certificate_id
    assert school.write(print_certificate, PrintCertificate(given), by=CLERK) == 1
    assert school.refused(print_certificate, PrintCertificate(given), by=CLERK).code == "reprint_reason"
    assert school.write(print_certificate, PrintCertificate(given, "kẹt giấy"), by=CLERK) == 2
    assert school.sql(REASON, "vocational.print_certificate") == [("kẹt giấy",)]
    assert school.read(get_certificate, given).prints == 2


def test_whoever_sat_through_less_than_the_programme_is_given_a_certificate_only_on_the_board_s_word(
    school: School,
) -> None:
    course, first = school.graduate()
    school.attends(course, first, hours=20)
    (row,) = school.read(list_results, course)
    assert (row.has_passed, row.sat_minutes, row.hours, row.is_short) == (True, 20 * 60, 300, True)
    told = school.refused(give_certificate, give(course, first), by=CLERK)
    assert (told.code, "20/300 giờ" in told.message) == ("hours_short", True)
    # Who was away was not taught; what is missing may be made up.
    school.attends(course, hours=280)
    assert school.refused(give_certificate, give(course, first), by=CLERK).code == "hours_short"
    why = "Biên bản số 4 ngày 29/01/2027"
    given = school.write(give_certificate, give(course, first, board_reason=why), by=CLERK)
    assert school.sql(REASON, "vocational.give_certificate") == [(why,)]
    said = dict(school.read(certificate_paper, given.certificate_id, 1).lines)
    assert said["Số giờ học:"] == "20/300 giờ (đã học/chương trình)"
    school.write(take_back_certificate, TakeBackCertificate(given.certificate_id, "học tiếp"), by=CLERK)
    school.attends(course, first, hours=280)
    assert school.write(give_certificate, give(course, first), by=CLERK).number


def test_a_certificate_says_the_hours_of_each_module(school: School) -> None:
    course, first = school.graduate()
    given = school.write(give_certificate, give(course, first, board_reason="Biên bản 1"), by=CLERK)
    plan = dict(school.read(certificate_paper, given.certificate_id, 1).lines)
    assert plan["Số giờ học:"] == "300 giờ", "a course whose sheets are kept elsewhere says its programme"
    module = school.read(list_modules, course)[0]
    school.attends(course, first, hours=2, module_id=module.module_id)
    said = dict(school.read(certificate_paper, given.certificate_id, 1).lines)
    assert f"{module.facts.name} 2/{module.facts.hours}" in said["Trong đó (giờ):"]
