"""Teaching of the demo: a programme, a few classes with their week, sheets of the last days, counselling."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from facility_app.db.database import Database
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Actor
from facility_app.kernel.ages import ADULT_YEARS
from facility_app.kernel.dates import local_date, moment_of
from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.calendar.api import list_rooms
from facility_app.modules.education.domain.attendance import Mark, Marked
from facility_app.modules.education.domain.classes import TOPIC_LABELS, ClassKind, SchoolLevel, TopicKind
from facility_app.modules.education.domain.counselling import CounsellingKind, CounsellingMethod
from facility_app.modules.education.domain.results import Grade, ResultKind
from facility_app.modules.education.queries.classes import list_topics
from facility_app.modules.education.queries.lessons import lessons_between
from facility_app.modules.education.queries.sheets import get_sheet
from facility_app.modules.education.service.classes import ClassFacts, JoinClass, add_class, join_class
from facility_app.modules.education.service.counselling import RecordCounselling, record_counselling
from facility_app.modules.education.service.hours import AddHour, add_hour
from facility_app.modules.education.service.programmes import AddTopic, ProgrammeFacts, add_programme, add_topic
from facility_app.modules.education.service.results import AddResult, add_result
from facility_app.modules.education.service.sheets import KeepSheet, keep_sheet
from facility_app.modules.residents.api import list_births
from facility_app.modules.staff.api import list_staff_ids
from facility_app.modules.stays.api import PresenceState, list_whereabouts

PUPILS: Final = 24
"""Enough to look at; each costs the smallest demo of the tests."""
BACK: Final = timedelta(days=10)
"""The timetable counts from then on, and sheets are kept; today's wait for somebody."""
MONTHS: Final = timedelta(days=60)
"""The classes were opened so long ago."""
CLASSES: Final = (
    ("CD1", label("demo", "Chuyên đề khóa 1"), ClassKind.TOPICS, (1, 4), 480, 570, "PH-01"),
    ("PL1", label("demo", "Pháp luật về phòng, chống ma túy"), ClassKind.LEGAL, (3,), 480, 570, "PH-02"),
    ("XMC1", label("demo", "Xóa mù chữ 1"), ClassKind.LITERACY, (2, 5), 840, 930, "PH-03"),
    ("TT1", label("demo", "Bóng chuyền"), ClassKind.SPORT, (1, 3, 5), 990, 1050, "S-01"),
    ("TH1", label("demo", "Lớp 5"), ClassKind.SCHOOLING, (2, 4), 600, 690, "PH-03"),
)
"""Code, name, kind, days of the week, when it begins and ends, the room."""
CLASH: Final = label("demo", "Giờ học giữ nguyên; ai có việc khác thì ghi vắng có lý do")
TOPICS: Final = (TopicKind.CIVICS, TopicKind.LAW, TopicKind.HEALTH, TopicKind.POLITICS, TopicKind.ETHICS)


def write_education(database: Database, actor: Actor) -> None:
    """What a teacher looks at on a Monday morning."""
    with database.write(actor) as uow:
        today = local_date(uow.now)
        inside = [one.resident_id for one in list_whereabouts(uow) if one.presence is PresenceState.INSIDE]
        staff = list_staff_ids(uow, Look())
        ages = {one: birth.age_on(today) for one, birth in list_births(uow, inside).items()}
        adults = [one for one in inside if ages[one] >= ADULT_YEARS][:PUPILS]
        minors = [one for one in inside if ages[one] < ADULT_YEARS]
        if not staff or not adults:
            return
        began = today - MONTHS
        programme = _programme(uow, began)
        made = _classes(uow, staff, began, programme, adults, minors[: len(minors) // 2])
        _sheets(uow, today, {made["CD1"]: [one.topic_id for one in list_topics(uow, programme)]})
        _talks(uow, staff[-1], adults, today)
        for place, one in enumerate(adults[: PUPILS // 6]):
            grade = (Grade.ILLITERATE, Grade.BASIC)[place % 2]
            before = AddResult(made["XMC1"], one, ResultKind.LITERACY_BEFORE, grade, began)
            add_result(uow, before)
        uow.commit()


def _programme(uow: UnitOfWork, began: date) -> str:
    name = label("demo", "Giáo dục chuyên đề năm 2026")
    made = add_programme(uow, ProgrammeFacts(name, LegalRegime.L2025, began))
    for kind in TOPICS:
        add_topic(uow, AddTopic(made, kind, TOPIC_LABELS[kind], 360))
    return made


def _classes(
    uow: UnitOfWork,
    staff: Sequence[str],
    began: date,
    programme: str,
    adults: Sequence[str],
    minors: Sequence[str],
) -> dict[str, str]:
    made = {}
    rooms = {one.code: one.room_id for one in list_rooms(uow)}
    few = {ClassKind.LITERACY: adults[: PUPILS // 6], ClassKind.SCHOOLING: minors}
    for place, (code, name, kind, days, starts, ends, room) in enumerate(CLASSES):
        people = few.get(kind, adults)
        if not people:
            continue
        facts = ClassFacts(
            code, name, kind, staff[place % len(staff)], began,
            programme_id=programme if kind is ClassKind.TOPICS else None, room_id=rooms.get(room), capacity=40,
            level=SchoolLevel.PRIMARY if kind is ClassKind.SCHOOLING else None,
        )  # fmt: skip
        made[code] = add_class(uow, facts)
        join_class(uow, JoinClass(made[code], people, began, clash_reason=CLASH))
        for day in days:
            add_hour(
                uow, AddHour(made[code], day, starts, ends, from_on=began + MONTHS - BACK, clash_reason=CLASH)
            )
    return made


def _sheets(uow: UnitOfWork, today: date, topics: Mapping[str, Sequence[str]]) -> None:
    """The sheets of last week; one was forgotten.

    Args:
        uow: the unit of work.
        today: its day.
        topics: class → what is taught there, one topic a lesson.
    """
    taught = {one: iter(ids) for one, ids in topics.items()}
    held = lessons_between(uow, today - BACK, today - timedelta(days=1))
    for place, lesson in enumerate(held):
        sheet = get_sheet(uow, lesson.class_id, lesson.held_on, lesson.starts)
        if sheet is None or place == 1 or not sheet.lines:
            continue
        marks = [Marked(one.resident_id, _mark(place, n)) for n, one in enumerate(sheet.lines) if one.away is None]
        topic = next(taught.get(lesson.class_id, iter(())), None)
        keep_sheet(
            uow,
            KeepSheet(lesson.class_id, lesson.held_on, lesson.starts, lesson.ends, marks, topic_id=topic),
        )


def _mark(lesson: int, person: int) -> Mark:
    odd = {0: Mark.LATE, 7: Mark.EXCUSED, 13: Mark.UNEXCUSED}
    return odd.get((3 * lesson + 5 * person) % 29, Mark.PRESENT)


def _talks(uow: UnitOfWork, counsellor: str, people: Sequence[str], today: date) -> None:
    day = today - timedelta(days=3)
    group = RecordCounselling(
        CounsellingKind.GROUP, CounsellingMethod.RELAPSE, people[:6], moment_of(day, 1140), 60, counsellor,
        label("demo", "Nhận diện tình huống nguy cơ cao"), label("demo", "Mỗi người nêu được ba tình huống"),
        note=label("demo", "Cả nhóm tham gia tích cực; hẹn buổi sau tập từ chối."),
    )  # fmt: skip
    if len(people) > 1:
        record_counselling(uow, group)
    alone = RecordCounselling(
        CounsellingKind.INDIVIDUAL, CounsellingMethod.MOTIVATION, people[:1], moment_of(day, 1230), 45,
        counsellor, label("demo", "Liên lạc với gia đình"), label("demo", "Viết thư cho mẹ"),
        note=label("demo", "Đồng ý viết thư trong tuần này."),
        confidential={people[0]: label("demo", "Còn giận người anh; chưa muốn kể với gia đình.")},
    )  # fmt: skip
    record_counselling(uow, alone)
