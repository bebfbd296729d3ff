"""Teaching of the demo: a programme, a few classes with their week, sheets of the last days, counselling."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from facility_app.app.demo.calendar import A_ROOM, larger_rooms
from facility_app.db.database import Database
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Actor
from facility_app.kernel.ages import ADULT_YEARS
from facility_app.kernel.dates import local_date, moment_of
from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.calendar.api import OccupiedAsked, SlotKind, list_rooms, list_slots
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


@dataclass(frozen=True, slots=True)
class _Class:
    """A class of the demo; ``days`` of the week, times in minutes after midnight, the room by its code."""

    code: str
    name: str
    kind: ClassKind
    days: tuple[int, ...]
    starts: int
    ends: int
    room: str


CLASSES: Final = (
    _Class("CD1", label("demo", "Chuyên đề khóa 1"), ClassKind.TOPICS, (1, 4), 480, 570, "PH-01"),
    _Class("PL1", label("demo", "Pháp luật về phòng, chống ma túy"), ClassKind.LEGAL, (3,), 480, 570, "PH-02"),
    _Class("XMC1", label("demo", "Xóa mù chữ 1"), ClassKind.LITERACY, (2, 5), 840, 930, "PH-03"),
    _Class("TT1", label("demo", "Bóng chuyền"), ClassKind.SPORT, (1, 3, 5), 990, 1050, "S-01"),
    _Class("TH1", label("demo", "Lớp 5"), ClassKind.SCHOOLING, (2, 4), 600, 690, "PH-03"),
)
LARGER: Final = (
    ("CD", label("demo", "Chuyên đề khóa {number}"), ClassKind.TOPICS, (1, 4)),
    ("PL", label("demo", "Pháp luật, lớp {number}"), ClassKind.LEGAL, (3,)),
    ("XMC", label("demo", "Xóa mù chữ {number}"), ClassKind.LITERACY, (2, 5)),
)
"""What each group of a larger facility has beside: code, name, kind, days of the week."""
SEATS: Final = 40
STARTS: Final = (450, 570, 810, 930)
LASTS: Final = 90
AT_WORK: Final = frozenset({SlotKind.LABOUR, SlotKind.LESSON})
CLASH: Final = label("demo", "Giờ học giữ nguyên; ai có việc khác thì ghi vắng có lý do")
TOPICS: Final = (TopicKind.CIVICS, TopicKind.LAW, TopicKind.HEALTH, TopicKind.POLITICS, TopicKind.ETHICS)


def write_education(database: Database, actor: Actor, more: int) -> None:
    """What teachers look at on a Monday morning; ``more`` groups than the smallest facility has."""
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
        made = _classes(uow, CLASSES, staff, began, programme, adults, minors[: len(minors) // 2])
        made |= _more(uow, more, staff, began, programme, [one for one in inside if ages[one] >= ADULT_YEARS])
        topics = [one.topic_id for one in list_topics(uow, programme)]
        _sheets(uow, today, {made[code]: topics for code in made if code.startswith("CD")})
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


def _more(
    uow: UnitOfWork, more: int, staff: Sequence[str], began: date, programme: str, adults: Sequence[str]
) -> dict[str, str]:
    """The classes of so many more groups, each at its own time in a room; of people who are not at work then."""
    if not more:
        return {}
    asked = OccupiedAsked(uow.now, uow.now + timedelta(days=7))
    busy = {who for slot in list_slots(uow, asked) if slot.kind in AT_WORK for who in slot.resident_ids}
    free = [one for one in adults[PUPILS:] if one not in busy]
    rooms, made = larger_rooms(more), dict[str, str]()
    for place in range(more):
        starts, room = STARTS[place % len(STARTS)], rooms[place // A_ROOM].code
        classes = [
            _Class(f"{code}{place + 2}", name.format(number=place + 2), kind, days, starts, starts + LASTS, room)
            for code, name, kind, days in LARGER
        ]
        people, teachers = free[place * SEATS : (place + 1) * SEATS], [*staff[place:], *staff[:place]]
        made |= _classes(uow, classes, teachers, began, programme, people, ())
    return made


def _classes(
    uow: UnitOfWork,
    classes: Sequence[_Class],
    staff: Sequence[str],
    began: date,
    programme: str,
    adults: Sequence[str],
    minors: Sequence[str],
) -> dict[str, str]:
    made = {}
    rooms = {one.code: one.room_id for one in list_rooms(uow)}
    few = {ClassKind.LITERACY: adults[: PUPILS // 6], ClassKind.SCHOOLING: minors}
    for place, one in enumerate(classes):
        people = few.get(one.kind, adults)
        if not people:
            continue
        facts = ClassFacts(
            one.code, one.name, one.kind, staff[place % len(staff)], began,
            programme_id=programme if one.kind is ClassKind.TOPICS else None, room_id=rooms.get(one.room),
            capacity=SEATS, level=SchoolLevel.PRIMARY if one.kind is ClassKind.SCHOOLING else None,
        )  # fmt: skip
        class_id = made[one.code] = add_class(uow, facts)
        join_class(uow, JoinClass(class_id, people, began, clash_reason=CLASH))
        for day in one.days:
            from_on = began + MONTHS - BACK
            add_hour(uow, AddHour(class_id, day, one.starts, one.ends, from_on=from_on, clash_reason=CLASH))
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
        if sheet is None or not lesson.is_given or place == 1 or not sheet.lines:
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
