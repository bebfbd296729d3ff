"""Counselling and results: one note in many files, confidences by role, what was learnt, who lacks schooling."""

from datetime import date

from facility_app.kernel.actor import Role
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.education.domain.classes import ClassKind, SchoolLevel, TopicKind
from facility_app.modules.education.domain.counselling import CounsellingKind, CounsellingMethod
from facility_app.modules.education.domain.results import Grade, ResultKind
from facility_app.modules.education.queries.classes import lacks_literacy_class
from facility_app.modules.education.queries.counselling import (
    list_counselled,
    list_counselling_of,
    people_of_group,
)
from facility_app.modules.education.queries.results import list_lacking, list_results
from facility_app.modules.education.service.classes import ClassFacts, add_class
from facility_app.modules.education.service.counselling import (
    NotePerson,
    RecordCounselling,
    note_person,
    read_confidential,
    record_counselling,
    void_counselling,
)
from facility_app.modules.education.service.programmes import (
    AddTopic,
    ProgrammeFacts,
    VoidRecord,
    add_programme,
    add_topic,
)
from facility_app.modules.education.service.results import (
    AddResult,
    AddSchoolReport,
    add_result,
    add_school_report,
)
from facility_app.modules.stays.service.presence import record_escape
from tests.modules.education.school import BOY, MONDAY, TEACHER, School
from tests.modules.stays.house import NOW

COUNSELLOR, HEAD = (Role.COUNSELLOR,), (Role.HEAD,)
GROUP, ALONE = CounsellingKind.GROUP, CounsellingKind.INDIVIDUAL


def talk(school: School, *people: str, kind: CounsellingKind = GROUP, **more: object) -> RecordCounselling:
    given: dict[str, object] = {"note": "Cả nhóm nói về cách từ chối.", **more}
    return RecordCounselling(
        kind,
        CounsellingMethod.RELAPSE,
        people,
        NOW,
        60,
        school.teacher,
        "Phòng tái nghiện",
        **given,  # type: ignore[arg-type]
    )


def test_one_note_of_a_group_stands_in_the_file_of_each_and_a_confidence_in_one(school: School) -> None:
    first, second, third = school.pupils[:3]
    command = talk(school, first, second, third, own_notes={second: "Ít nói."}, confidential={third: "Nợ tiền."})
    made = school.write(record_counselling, command, by=COUNSELLOR)
    rows = {one.resident_id: one for one in school.read(list_counselled, made, by=TEACHER)}
    assert rows[first].note == rows[third].note == "Cả nhóm nói về cách từ chối."
    assert rows[second].note == "Ít nói."
    assert [one for one in rows if rows[one].has_confidential] == [third]
    assert "Nợ tiền." not in repr(rows) + str([one.note for one in rows.values()])
    assert school.write(read_confidential, rows[third].row_id, by=COUNSELLOR) == "Nợ tiền."
    assert school.verbs()[-1] == "education.read_confidential"
    assert school.refused(read_confidential, rows[third].row_id, by=TEACHER).code == "permission_denied"
    assert len(school.read(list_counselling_of, first, by=TEACHER)) == 1
    school.write(void_counselling, VoidRecord(made, 1, "ghi nhầm"), by=COUNSELLOR)
    assert school.read(list_counselling_of, first, by=TEACHER) == ()
    assert school.sql("SELECT count(*) FROM counselling_person WHERE voided_at IS NULL") == [(0,)]


def test_one_persons_own_note_leaves_the_others_and_a_confidence_grows_under_what_nobody_here_may_read(
    school: School,
) -> None:
    first, second = school.pupils[:2]
    made = school.write(
        record_counselling, talk(school, first, second, confidential={first: "Nợ tiền."}), by=TEACHER
    )
    row, other = (one for one in school.read(list_counselled, made, by=TEACHER))
    own = NotePerson(row.row_id, row.version, "Ít nói.", "Muốn gặp vợ.")
    assert school.write(note_person, own, by=TEACHER) == made
    assert school.verbs()[-1] == "education.note_person"
    again, same = school.read(list_counselled, made, by=TEACHER)
    assert (again.note, same) == ("Ít nói.", other)
    assert school.write(read_confidential, row.row_id, by=COUNSELLOR) == "Nợ tiền.\nMuốn gặp vợ."
    assert school.refused(note_person, own, by=TEACHER).code == "record_changed"
    school.write(note_person, NotePerson(row.row_id, again.version, None, None), by=TEACHER)
    assert school.write(read_confidential, row.row_id, by=COUNSELLOR) == "Nợ tiền.\nMuốn gặp vợ."


def test_a_group_is_its_class_with_who_else_came_and_without_who_did_not(school: School) -> None:
    stranger = school.lives()
    codes = dict(school.sql("SELECT id, code FROM resident"))
    first, second, *rest = school.pupils
    found = school.read(
        people_of_group, school.law, NOW, codes[stranger], f"{codes[first]}, {codes[second]}", by=TEACHER
    )
    assert sorted(found) == sorted([*rest, stranger])
    assert school.read(people_of_group, "", NOW, codes[first], "", by=TEACHER) == (first,)
    refused = school.refused(people_of_group, school.law, NOW, "", "99-9999", by=TEACHER)
    assert (refused.code, list(refused.fields)) == ("code_unknown", ["absent"])


def test_counselling_that_cannot_be_is_refused(school: School) -> None:
    first, second = school.pupils[:2]
    assert school.refused(record_counselling, talk(school, first), by=COUNSELLOR).code == "counselling_people"
    both = talk(school, first, second, kind=ALONE)
    assert school.refused(record_counselling, both, by=COUNSELLOR).code == "counselling_people"
    school.move(record_escape, school.stays[first], date(2027, 1, 30), by=(Role.HEAD,))
    gone = talk(school, first, kind=ALONE)
    assert school.refused(record_counselling, gone, by=COUNSELLOR).code == "not_within_reach"


def test_literacy_is_measured_before_and_after_and_nowhere_else(school: School) -> None:
    assert school.read(lacks_literacy_class, by=TEACHER)
    letters = school.opens("XMC", ClassKind.LITERACY)
    assert not school.read(lacks_literacy_class, by=TEACHER)
    one = school.pupils[0]
    before = AddResult(letters, one, ResultKind.LITERACY_BEFORE, Grade.ILLITERATE, MONDAY)
    assert school.refused(add_result, before, by=TEACHER).code == "not_in_class"
    school.join(letters, one, from_on=MONDAY)
    school.write(add_result, before, by=TEACHER)
    after = AddResult(letters, one, ResultKind.LITERACY_AFTER, Grade.LITERATE, MONDAY)
    school.write(add_result, after, by=TEACHER)
    assert {row.grade for row in school.read(list_results, by=TEACHER)} == {Grade.ILLITERATE, Grade.LITERATE}
    mixed = AddResult(letters, one, ResultKind.LITERACY_AFTER, Grade.GOOD, MONDAY)
    assert school.refused(add_result, mixed, by=TEACHER).code == "grade_of_other_kind"
    elsewhere = AddResult(school.law, one, ResultKind.LITERACY_AFTER, Grade.LITERATE, MONDAY)
    assert school.refused(add_result, elsewhere, by=TEACHER).code == "literacy_only"


def test_a_minor_without_the_class_the_law_asks_for_is_named_until_he_sits_in_it(school: School) -> None:
    boy = school.lives(BOY)
    (row,) = school.read(list_lacking, by=TEACHER)
    assert (row.resident_id, row.age, row.level, row.regime) == (boy, 14, SchoolLevel.PRIMARY, LegalRegime.L2025)
    primary = school.opens("TH", ClassKind.SCHOOLING, level=SchoolLevel.PRIMARY)
    school.join(primary, boy, from_on=MONDAY)
    assert school.read(list_lacking, by=TEACHER) == ()
    done = AddSchoolReport(boy, 2026, SchoolLevel.PRIMARY, 5, Grade.PASSED, is_level_finished=True)
    school.write(add_school_report, done, by=TEACHER)
    assert [one.level for one in school.read(list_lacking, by=TEACHER)] == [SchoolLevel.LOWER_SECONDARY]
    wrong = AddSchoolReport(boy, 2026, SchoolLevel.PRIMARY, 7, Grade.PASSED, is_level_finished=True)
    assert school.refused(add_school_report, wrong, by=TEACHER).code == "grade_of_other_level"


def test_a_programme_of_the_old_law_has_no_politics_and_topics_need_a_programme(school: School) -> None:
    old = school.write(add_programme, ProgrammeFacts("Cũ", LegalRegime.L2021, MONDAY), by=TEACHER)
    politics = AddTopic(old, TopicKind.POLITICS, "Chính trị", 90)
    assert school.refused(add_topic, politics, by=TEACHER).code == "topic_of_other_law"
    bare = ClassFacts("CD", "Chuyên đề", ClassKind.TOPICS, school.teacher, MONDAY)
    assert school.refused(add_class, bare, by=TEACHER).code == "programme_needed"
    level = ClassFacts("CD", "Thể thao", ClassKind.SPORT, school.teacher, MONDAY, level=SchoolLevel.PRIMARY)
    assert school.refused(add_class, level, by=TEACHER).code == "level_needed"
