"""A small facility with a teacher, people inside, one class and its hours, for the tests of education."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from facility_app.kernel.actor import Role
from facility_app.kernel.sex import Sex
from facility_app.modules.calendar.module import SPEC as CALENDAR
from facility_app.modules.education.domain.attendance import Mark, Marked
from facility_app.modules.education.domain.classes import ClassKind, SchoolLevel
from facility_app.modules.education.module import SPEC as EDUCATION
from facility_app.modules.education.queries.sheets import Sheet, get_sheet
from facility_app.modules.education.service.classes import ClassFacts, JoinClass, add_class, join_class
from facility_app.modules.education.service.hours import AddHour, add_hour
from facility_app.modules.education.service.sheets import KeepSheet, KeptSheet, keep_sheet
from facility_app.modules.residents.domain.person import Person
from facility_app.modules.staff.domain import StaffKind
from facility_app.modules.staff.service import MemberWish, add_staff_member
from facility_app.modules.stays.domain.types import StayType
from facility_app.modules.stays.module import SPEC as STAYS
from tests.helpers.facility import Facility
from tests.helpers.fakes import CountingIds
from tests.helpers.probe import VaultFile
from tests.helpers.slots import RecordedSlots
from tests.modules.stays.house import NOW, House, adult

TEACHER = (Role.TEACHER,)
BOY = Person(name="Lê Văn Út", sex=Sex.MALE, birth_on=date(2012, 3, 9))
MONDAY, TUESDAY = date(2027, 2, 1), date(2027, 2, 2)
"""The clock of the tests stands on this Monday, at nine."""
EIGHT, TEN = 8 * 60, 10 * 60


@dataclass
class School(House):
    """The facility of the stays' tests with a class in it."""

    teacher: str = ""
    other_teacher: str = ""
    law: str = ""
    pupils: list[str] = field(default_factory=list)
    stays: dict[str, str] = field(default_factory=dict)

    def lives(self, person: Person | None = None) -> str:
        """Somebody new with an open stay; the resident's id."""
        resident_id = self.person(person or adult(self.people % 13))
        kind = StayType.COMPULSORY_MINOR if person is BOY else StayType.COMPULSORY_ADULT
        self.stays[resident_id] = self.admit(kind, resident_id=resident_id).stay_id
        return resident_id

    def opens(self, code: str, kind: ClassKind = ClassKind.LEGAL, **more: Any) -> str:
        """A class; its id."""
        more.setdefault("teacher_id", self.teacher)
        more.setdefault("first_on", date(2027, 1, 1))
        if kind is ClassKind.SCHOOLING:
            more.setdefault("level", SchoolLevel.PRIMARY)
        return self.write(add_class, ClassFacts(code, f"Lớp {code}", kind, **more), by=TEACHER)

    def hour(self, class_id: str, weekday: int = 1, starts: int = EIGHT, ends: int = TEN, **more: Any) -> str:
        """An hour of the week."""
        more.setdefault("from_on", date(2027, 1, 1))
        return self.write(add_hour, AddHour(class_id, weekday, starts, ends, **more), by=TEACHER)

    def join(self, class_id: str, *people: str, **more: Any) -> int:
        """People come into a class."""
        more.setdefault("from_on", date(2027, 1, 4))
        return self.write(join_class, JoinClass(class_id, people, **more), by=TEACHER)

    def sheet(self, class_id: str = "", day: date = MONDAY, starts: int = EIGHT) -> Sheet:
        """The sheet of a lesson."""
        found = self.read(get_sheet, class_id or self.law, day, starts, by=TEACHER)
        assert found is not None
        return found

    def keeping(self, day: date = MONDAY, class_id: str = "", starts: int = EIGHT, **marks: Mark) -> KeepSheet:
        """Everybody present but for the ones named by their place: ``p0=Mark.LATE``."""
        sheet = self.sheet(class_id, day, starts)
        typed = [
            Marked(one.resident_id, marks.get(f"p{self.pupils.index(one.resident_id)}", Mark.PRESENT))
            for one in sheet.lines
            if one.away is None
        ]
        lesson = sheet.row.lesson
        return KeepSheet(lesson.class_id, day, lesson.starts, lesson.ends, typed, lesson.version)

    def keep(self, day: date = MONDAY, class_id: str = "", starts: int = EIGHT, **marks: Mark) -> KeptSheet:
        """That sheet, kept."""
        return self.write(keep_sheet, self.keeping(day, class_id, starts, **marks), by=TEACHER)

    def marks(self) -> dict[str, str]:
        """Person → mark of the sheets so far, the last one first."""
        return dict(self.sql("SELECT resident_id, mark FROM attendance WHERE voided_at IS NULL ORDER BY id"))


def furnish(school: School) -> None:
    """Two teachers, five people inside, a class of law on Mondays at eight."""
    school.facility.file.clock.at = NOW
    for name, place in (("Phạm Thị Dạy", "teacher"), ("Đỗ Văn Thầy", "other_teacher")):
        wish = MemberWish(name, StaffKind.CONTRACT, date(2020, 1, 1))
        setattr(school, place, school.write(add_staff_member, wish, by=(Role.HEAD, Role.ADMIN, Role.CLERK)))
    school.pupils = [school.lives() for _ in range(5)]
    school.law = school.opens("PL1")
    school.hour(school.law)
    school.join(school.law, *school.pupils)


def copied(pattern: School, folder: Path) -> Iterator[School]:
    """A copy of its own, on the first of February 2027."""
    shutil.copytree(pattern.facility.file.folder, folder)
    # Ids are counted: those of the pattern must not be given again.
    modules = (STAYS, CALENDAR, EDUCATION)
    file = VaultFile(folder, ids=CountingIds(100_000), modules=modules)
    file.clock.at = NOW
    slots = RecordedSlots()
    with closing(file.database()) as database:
        facility = Facility(file, database, slots, pattern.facility.admin)
        yield School(
            facility, pattern.people, dict(pattern.known), pattern.teacher, pattern.other_teacher, pattern.law,
            list(pattern.pupils), dict(pattern.stays),
        )  # fmt: skip
