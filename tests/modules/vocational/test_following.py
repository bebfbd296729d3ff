"""Who leaves for good waits for no course and is in none; who has every score has done it."""

from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.vocational.domain.results import Grade
from facility_app.modules.vocational.queries.waiting import list_to_certify, list_to_place
from facility_app.modules.vocational.service.certificates import GiveCertificate, give_certificate
from tests.modules.stays.house import TODAY
from tests.modules.vocational.school import CLERK, School

STATES = "SELECT state, ended_on, left_reason FROM course_enrolment WHERE resident_id = ?"


def leaves(school: School, person: str, code: ExitCode = ExitCode.DEATH) -> None:
    stay = school.sql("SELECT id FROM stay WHERE resident_id = ?", person)[0][0]
    school.end(stay, code, paper_number="7/QĐ", paper_on=TODAY)


def test_who_dies_or_is_transferred_leaves_the_waiting_list_the_course_and_its_lessons_to_come(
    school: School,
) -> None:
    course = school.opens()
    taught, waits, next_one = school.lives(), school.lives(), school.lives()
    school.asks(course, taught, waits, next_one)
    school.enrols(course)
    lesson = school.lesson(course, TODAY)
    leaves(school, taught)
    leaves(school, waits, ExitCode.TRANSFER_FACILITY)
    gone = (TODAY.isoformat(), "Đã ra cơ sở")
    assert school.sql(STATES, taught) == [("left", *gone)]
    assert school.sql(STATES, waits) == [("withdrawn", *gone)]
    assert [row.resident_id for row in school.read(list_to_place)] == [next_one]
    assert school.verbs().count("vocational.follow_exit") == 2
    assert school.sql("SELECT state FROM course_lesson WHERE id = ?", lesson) == [("planned",)]


def test_who_has_every_score_has_done_the_course_and_is_still_given_the_certificate(school: School) -> None:
    course, person = school.graduate()
    leaves(school, person, ExitCode.DECISION_ANNULLED)
    assert school.sql(STATES, person) == [("done", TODAY.isoformat(), "Đã ra cơ sở")]
    assert [row.resident_id for row in school.read(list_to_certify)] == [person]
    given = GiveCertificate(course, person, Grade.GOOD, TODAY, "Trần Văn Ký", board_reason="Biên bản 1")
    assert school.write(give_certificate, given, by=CLERK).number
