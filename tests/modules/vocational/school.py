"""A facility that teaches trades: people inside, a course, its lessons; what many tests begin with."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from facility_app.kernel.actor import Role
from facility_app.kernel.paging import Look
from facility_app.modules.stays.domain.stages import Stage
from facility_app.modules.stays.tables import StayStage
from facility_app.modules.vocational.domain.courses import (
    CourseFacts,
    CourseKind,
    LessonFacts,
    LessonMark,
    LessonState,
    ModuleFacts,
)
from facility_app.modules.vocational.domain.people import GuidanceFacts, Health
from facility_app.modules.vocational.queries.courses import StudentRow, list_modules, list_students
from facility_app.modules.vocational.queries.lessons import (
    MISSING,
    LessonRow,
    list_lesson_ids,
    list_lesson_rows,
    list_lessons,
)
from facility_app.modules.vocational.queries.queue import QueueRow, list_queue
from facility_app.modules.vocational.service.courses import AddModule, add_course, add_module
from facility_app.modules.vocational.service.enrolling import AskPlace, EnrolNext, ask_place, enrol_next
from facility_app.modules.vocational.service.lessons import PlanLessons, plan_lessons
from facility_app.modules.vocational.service.people import add_guidance
from facility_app.modules.vocational.service.results import KeepScores, Score, keep_scores
from facility_app.modules.vocational.tables import Lesson, LessonTick
from tests.helpers.probe import save
from tests.modules.stays.house import House

FIRST, LAST = date(2027, 1, 4), date(2027, 3, 26)
"""The days of the course; the tests' clock stands on the first of February 2027."""
SEWING = CourseFacts("MAY-01", "May công nghiệp", CourseKind.SHORT, FIRST, LAST, 300, 2, place="Xưởng may")
REASON = (
    "SELECT v.after FROM audit_entry e JOIN audit_value v ON v.record_id = e.id AND v.column_name = 'reason' "
    "WHERE e.verb = ? ORDER BY e.seq"
)
"""The reasons the trail has for a verb."""
TEACHER = (Role.TEACHER,)
CLERK = (Role.CLERK,)
FIT = GuidanceFacts(date(2026, 11, 2), "May", Health.YES, "Lớp 9/12")


@dataclass
class School(House):
    """The house of the stays' tests with courses in it."""

    def lives(self, *, health: Health | None = Health.YES, detox: bool = True) -> str:
        """Somebody inside, out of detox and guided unless said otherwise; the resident's id."""
        resident_id = self.person()
        stay = self.admit(resident_id=resident_id)
        if detox:
            self.detox(stay.stay_id)
        if health is not None:
            limits = "không mang vác nặng" if health is Health.LIMITS else None
            facts = GuidanceFacts(FIT.guided_on, FIT.wish, health, FIT.level, limits)
            self.write(add_guidance, resident_id, facts, by=TEACHER)
        return resident_id

    def detox(self, stay_id: str) -> None:
        """Stage 2, from the third of August to the end of that month."""
        made = StayStage(
            stay_id=stay_id,
            resident_id=self.stay(stay_id).resident_id,
            stage=Stage.DETOX,
            start_on=date(2026, 8, 3),
            end_on=date(2026, 9, 1),
        )
        save(self.facility.database, made)

    def opens(self, facts: CourseFacts = SEWING) -> str:
        """A course with two modules; its id."""
        made = self.write(add_course, facts, by=TEACHER)
        self.write(add_module, AddModule(made, ModuleFacts("An toàn lao động", 1, 20, 10)), by=TEACHER)
        self.write(add_module, AddModule(made, ModuleFacts("May cơ bản", 2, 30, 240)), by=TEACHER)
        return made

    def asks(self, course_id: str, *people: str, on: date = date(2026, 12, 1)) -> int:
        """People ask for the course."""
        return self.write(ask_place, AskPlace(course_id, people, on), by=TEACHER)

    def queue(self, course_id: str) -> tuple[QueueRow, ...]:
        """Who waits."""
        return self.read(list_queue, course_id)

    def enrols(self, course_id: str, count: int = 1) -> int:
        """The next ones are put in."""
        return self.write(enrol_next, EnrolNext(course_id, count, FIRST), by=TEACHER)

    def students(self, course_id: str) -> tuple[StudentRow, ...]:
        """Who is in it."""
        return self.read(list_students, course_id)

    def lesson(self, course_id: str, day: date = FIRST, starts: int = 450) -> str:
        """One lesson of a day; its id."""
        facts = LessonFacts(day, starts, starts + 210)
        self.write(plan_lessons, PlanLessons(course_id, facts, day), by=TEACHER)
        return next(
            one.lesson_id
            for one in self.read(list_lessons, course_id)
            if (one.facts.held_on, one.facts.starts) == (day, starts)
        )

    def passes(self, course_id: str, *people: str, score: str = "7.5") -> None:
        """A score in every module."""
        for module in self.read(list_modules, course_id):
            scores = {one: Score(Decimal(score)) for one in people}
            self.write(keep_scores, KeepScores(course_id, module.module_id, FIRST, scores), by=TEACHER)

    def attends(self, course_id: str, *people: str, hours: int = SEWING.hours, module_id: str = "") -> None:
        """One long lesson with its sheet: what many together came to."""
        ((there,),) = self.sql("SELECT count(*) FROM course_lesson WHERE course_id = ?", course_id)
        times = {"held_on": FIRST, "starts": there, "ends": there + hours * 60}
        made = Lesson(course_id=course_id, state=LessonState.HELD, module_id=module_id or None, **times)
        save(self.facility.database, made)
        for one in people:
            tick = {"lesson_id": made.id, "course_id": course_id, "held_on": FIRST, "mark": LessonMark.PRESENT}
            save(self.facility.database, LessonTick(resident_id=one, **tick))

    def graduate(self, facts: CourseFacts = SEWING) -> tuple[str, str]:
        """A course with somebody who passed; the ids of both."""
        course, person = self.opens(facts), self.lives()
        self.asks(course, person)
        self.enrols(course)
        self.passes(course, person)
        return course, person


def missing_sheets(school: School) -> tuple[LessonRow, ...]:
    """Lessons that are over and whose sheets nobody kept, the oldest first."""
    wanted = school.read(list_lesson_ids, Look(filters={"when": MISSING}))
    return tuple(one for one in school.read(list_lesson_rows, wanted) if one.is_missing)
