"""Who leaves for good, however, is in no class to come; what was taught and kept stays."""

from datetime import timedelta

from facility_app.app.paths import migrations_folder
from facility_app.app.registry import schema
from facility_app.db.migrate import Scripts, migrate
from facility_app.modules.education.queries.classes import list_members
from facility_app.modules.education.queries.lessons import lessons_between
from facility_app.modules.education.queries.planned import count_members
from facility_app.modules.stays.domain.exits import ExitCode
from tests.helpers.probe import VaultFile, engine_of
from tests.helpers.steps import nothing_more
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


def test_an_old_file_ends_the_rows_of_whoever_left_before_classes_heard_of_it(school: School) -> None:
    later = school.opens("MAI")
    school.join(later, *school.pupils, from_on=MONDAY + WEEK)
    ended, back, inside, other = school.pupils[:4]
    for who in (ended, back):
        school.end(school.stays[who], ExitCode.DEATH, paper_number="7/QĐ", paper_on=MONDAY)
    asked = "SELECT resident_id, to_on, reason_left, voided_at IS NOT NULL FROM class_member ORDER BY id"
    told = school.sql(asked)
    school.facility.database.close()
    file = school.facility.file
    with engine_of(file.path, file.key) as engine, engine.begin() as old:
        # As a program left it that told classes nothing, a step before; one of them is inside again.
        old.exec_driver_sql(
            "UPDATE class_member SET to_on = NULL, reason_left = NULL, voided_at = NULL, voided_by = NULL, "
            "void_reason = NULL"
        )
        old.exec_driver_sql("UPDATE stay SET resident_id = ?, coming_no = 2 WHERE resident_id = ?", (back, other))
        # What later steps made is not there yet either.
        old.exec_driver_sql("DROP INDEX ix_audit_entry_verb_seq")
        old.exec_driver_sql("UPDATE alembic_version SET version_num = '0046'")
    before = _outbox(file)
    migrate(file.path, file.key, Scripts(migrations_folder()), schema(), finish=nothing_more)
    with engine_of(file.path, file.key) as engine, engine.connect() as new:
        after = [tuple(row) for row in new.exec_driver_sql(asked)]
        kept = (
            new.exec_driver_sql("SELECT DISTINCT updated_by FROM class_member WHERE version > 2").scalars().all()
        )
    assert [row for row in after if row[0] == ended] == [row for row in told if row[0] == ended]
    assert all(row[1:] == (None, None, 0) for row in after if row[0] in {back, inside})
    assert kept == ["system"]
    assert _outbox(file) != before, "the province hears of it"


def _outbox(file: VaultFile) -> dict[str, int]:
    with engine_of(file.path, file.key) as engine, engine.connect() as there:
        (count,) = there.exec_driver_sql("SELECT count(*) FROM sync_change").one()
    return {"changes": count}
