"""Who leaves for good, however, is in no class to come; what was taught and kept stays."""

from datetime import timedelta

from facility_app.modules.education.queries.classes import list_members
from facility_app.modules.education.queries.lessons import lessons_between
from facility_app.modules.education.queries.planned import count_members
from facility_app.modules.stays.domain.exits import ExitCode
from tests.modules.education.school import MONDAY, TEACHER, TEN, School

WEEK = timedelta(days=7)
LEFT = "SELECT to_on, reason_left, voided_at IS NOT NULL FROM class_member WHERE resident_id = ? ORDER BY from_on"
NEXT_DAY = (MONDAY + timedelta(days=1)).isoformat()


def test_who_dies_is_transferred_or_released_is_off_every_list_to_come_and_stays_on_those_kept(
    school: School,
) -> None:
    school.hour(school.law, starts=TEN, ends=TEN + 60)
    later = school.opens("MAI")
    school.hour(later, 3)
    school.join(later, *school.pupils, from_on=MONDAY + WEEK)
    school.keep(MONDAY - WEEK)
    ways = (ExitCode.DEATH, ExitCode.TRANSFER_FACILITY, ExitCode.DECISION_ANNULLED)
    for who, way in zip(school.pupils, ways, strict=False):
        school.end(school.stays[who], way, paper_number="7/QĐ", paper_on=MONDAY)
        assert school.sql(LEFT, who) == [(NEXT_DAY, "Đã ra cơ sở", 0), (None, None, 1)], way
        assert school.marks()[who] == "present"
    assert school.verbs().count("education.follow_exit") == len(ways)
    inside = set(school.pupils[3:])
    assert len(school.sheet().lines) == len(school.pupils), "at eight they were there; they left at nine"
    assert {one.resident_id for one in school.sheet(starts=TEN).lines} == inside
    assert school.read(count_members, later, by=TEACHER) == 2
    assert {one.resident_id for one in school.read(list_members, later, by=TEACHER)} == inside
    assert {one.resident_id for one in school.sheet(school.law, MONDAY + WEEK).lines} == inside
    kept = school.sheet(school.law, MONDAY - WEEK)
    assert {one.resident_id for one in kept.lines} == set(school.pupils), "what was kept stays"
    assert school.read(lessons_between, MONDAY, MONDAY, [school.law], by=TEACHER)
