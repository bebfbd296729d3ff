"""Lists and sheets of a course: who is in it, attendance of a month, scores, minutes, the register."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.payload import Block, Footer, Grid, PlainPaper, Signatures, Text
from facility_app.kernel.dates import add_months, format_date
from facility_app.kernel.labels import Label, label
from facility_app.kernel.paging import Look
from facility_app.kernel.weekdays import WEEKDAYS
from facility_app.modules.staff.api import Imprint
from facility_app.modules.vocational.domain.courses import (
    COURSE_KIND_LABELS,
    ENROLMENT_STATE_LABELS,
    LESSON_STATE_LABELS,
    EnrolmentState,
    LessonMark,
)
from facility_app.modules.vocational.domain.results import GRADE_LABELS
from facility_app.modules.vocational.domain.rights import VIEW_VOCATIONAL
from facility_app.modules.vocational.queries.certificates import CertificateRow
from facility_app.modules.vocational.queries.courses import (
    CourseDetail,
    StudentRow,
    get_course,
    list_modules,
    list_students,
)
from facility_app.modules.vocational.queries.lessons import list_lesson_ids, list_lesson_rows, list_month_ticks
from facility_app.modules.vocational.queries.results import ResultRow, find_exam, list_results
from facility_app.modules.vocational.queries.screens import read_imprint

TEACHER: Final = label("papers", "Giáo viên")
HEAD: Final = label("papers", "Người đứng đầu cơ sở")
CHAIR: Final = label("papers", "Chủ tịch hội đồng")
SECRETARY: Final = label("papers", "Thư ký")
NUMBER, NAME, CODE = label("papers", "TT"), label("papers", "Họ và tên"), label("papers", "Mã")
SIGNED: Final = label("papers", "Ký")
MARK_LETTERS: Final = {
    LessonMark.PRESENT: "x",
    LessonMark.LATE: "M",
    LessonMark.EXCUSED: "P",
    LessonMark.UNEXCUSED: "K",
    LessonMark.ELSEWHERE: "N",
}
MARKS_SAID: Final = label(
    "papers", "x: có mặt; M: đến muộn; P: vắng có phép; K: vắng không phép; N: không ở cơ sở."
)


def course_list_paper(uow: UnitOfWork, course_id: str) -> PlainPaper:
    """Danh sách lớp: everybody in the course, with room to sign.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_VOCATIONAL)
    course = get_course(uow, course_id)
    heads = (
        NUMBER,
        NAME,
        CODE,
        label("papers", "Chỗ ở"),
        label("papers", "Vào học"),
        label("papers", "Tình trạng"),
        SIGNED,
    )
    rows = tuple(
        (
            str(place),
            one.name,
            one.code,
            one.place or "",
            _day(one.started_on),
            ENROLMENT_STATE_LABELS[one.state],
            "",
        )
        for place, one in enumerate(_learning(uow, course_id), 1)
    )
    grid = Grid(heads, rows, frozenset({0}), (5, 26, 13, 22, 12, 12, 12))
    blocks: tuple[Block, ...] = (*_about(course), grid, Signatures((TEACHER, HEAD)))
    return _paper(label("papers", "DANH SÁCH KHÓA HỌC NGHỀ"), blocks, read_imprint(uow))


def month_paper(uow: UnitOfWork, course_id: str, month: date) -> PlainPaper:
    """Bảng điểm danh tháng: a column for each day with a lesson.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_VOCATIONAL)
    course = get_course(uow, course_id)
    first = month.replace(day=1)
    ticks = list_month_ticks(uow, course_id, first, add_months(first, 1) - timedelta(days=1))
    days = sorted({day for _, day in ticks})
    heads = (
        NUMBER,
        NAME,
        CODE,
        *(f"{day.day}" for day in days),
        label("papers", "Có mặt"),
        label("papers", "Vắng"),
    )
    rows = []
    for place, one in enumerate(_learning(uow, course_id), 1):
        marks = [ticks.get((one.resident_id, day), ()) for day in days]
        flat = [mark for some in marks for mark in some]
        there = sum(mark.is_there for mark in flat)
        letters = ("".join(MARK_LETTERS[mark] for mark in some) for some in marks)
        rows.append((str(place), one.name, one.code, *letters, str(there), str(len(flat) - there)))
    widths = (5, 26, 13, *(4 for _ in days), 9, 8)
    grid = Grid(heads, tuple(rows), frozenset({0, len(heads) - 2, len(heads) - 1}), widths)
    below = label("papers", "Tháng {month}").format(month=f"{first:%m/%Y}")
    blocks: tuple[Block, ...] = (*_about(course), grid, Text(MARKS_SAID), Signatures((TEACHER, HEAD)))
    return _paper(label("papers", "BẢNG ĐIỂM DANH HỌC NGHỀ"), blocks, read_imprint(uow), below, is_wide=True)


def scores_paper(uow: UnitOfWork, course_id: str) -> PlainPaper:
    """Bảng điểm: every module, the mean, the exam.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_VOCATIONAL)
    course, modules = get_course(uow, course_id), list_modules(uow, course_id)
    heads = (
        NUMBER,
        NAME,
        CODE,
        *(f"{one.facts.name} ({one.facts.hours})" for one in modules),
        label("papers", "Trung bình"),
        label("papers", "Thi"),
        label("papers", "Chứng chỉ"),
    )
    rows = tuple(
        (
            str(place),
            one.name,
            one.code,
            *(_score(one.scores.get(module.module_id)) for module in modules),
            _score(one.mean),
            _score(one.exam),
            one.certificate,
        )
        for place, one in enumerate(list_results(uow, course_id), 1)
    )
    right = frozenset({0, *range(3, 5 + len(modules))})
    widths = (5, 24, 13, *(12 for _ in modules), 11, 8, 17)
    said = Text(label("papers", "Trong ngoặc: số giờ. Trung bình tính theo số giờ của từng mô đun."))
    blocks: tuple[Block, ...] = (
        *_about(course),
        Grid(heads, rows, right, widths),
        said,
        Signatures((TEACHER, HEAD)),
    )
    return _paper(label("papers", "BẢNG ĐIỂM HỌC NGHỀ"), blocks, read_imprint(uow), is_wide=True)


def minutes_paper(uow: UnitOfWork, course_id: str) -> PlainPaper:
    """Biên bản thi: the board, what happened, everybody's score.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_VOCATIONAL)
    course, exam = get_course(uow, course_id), find_exam(uow, course_id)
    results = list_results(uow, course_id)
    blocks: list[Block] = [*_about(course)]
    if exam is not None:
        facts = exam.facts
        said = (
            (label("papers", "Ngày thi"), format_date(facts.held_on)),
            (label("papers", "Nơi thi"), facts.place or ""),
            (label("papers", "Chủ tịch hội đồng"), facts.chair),
            (label("papers", "Ủy viên"), facts.members or ""),
        )
        blocks += [Text(f"{head}: {value}") for head, value in said if value]
        if facts.minutes:
            blocks.append(Text(facts.minutes))
    heads = (NUMBER, NAME, CODE, label("papers", "Điểm thi"), label("papers", "Kết quả"), SIGNED)
    rows = tuple(
        (
            str(place),
            one.name,
            one.code,
            _score(one.exam),
            _outcome(one),
            "",
        )
        for place, one in enumerate(results, 1)
    )
    blocks.append(Grid(heads, rows, frozenset({0, 3}), (5, 30, 15, 12, 14, 14)))
    passed = sum(one.has_passed for one in results)
    total = label("papers", "Dự thi {count} người; đạt {passed} người.").format(
        count=sum(one.exam is not None for one in results), passed=passed
    )
    blocks += [Text(total, is_strong=True), Signatures((SECRETARY, CHAIR, HEAD))]
    return _paper(label("papers", "BIÊN BẢN THI, KIỂM TRA KẾT THÚC KHÓA HỌC"), tuple(blocks), read_imprint(uow))


def _outcome(one: ResultRow) -> str:
    """What the minutes say of somebody; who did not sit the exam has not failed it."""
    if one.has_passed:
        return label("papers", "Đạt")
    if one.state is EnrolmentState.LEFT:
        return ENROLMENT_STATE_LABELS[one.state]
    return label("papers", "Chưa thi") if one.exam is None else label("papers", "Chưa đạt")


def register_paper(uow: UnitOfWork, rows: Sequence[CertificateRow]) -> PlainPaper:
    """Sổ cấp chứng chỉ, the lines given, the lowest number first."""
    require(uow, VIEW_VOCATIONAL)
    heads = (
        label("papers", "Số vào sổ"),
        NAME,
        CODE,
        label("papers", "Loại"),
        label("papers", "Nghề"),
        label("papers", "Xếp loại"),
        label("papers", "Ngày cấp"),
        label("papers", "Số phôi"),
        label("papers", "Ghi chú"),
        label("papers", "Ký nhận"),
    )
    cells = tuple(
        (
            row.number,
            row.name,
            row.code,
            row.title,
            row.trade,
            GRADE_LABELS[row.grade],
            format_date(row.issued_on),
            row.serial or "",
            _taken_back(row),
            "",
        )
        for row in sorted(rows, key=lambda row: (row.book, row.issued_on.year, row.number))
    )
    widths = (13, 19, 11, 14, 15, 9, 11, 10, 16, 10)
    blocks = (Grid(heads, cells, frozenset(), widths), Signatures((label("papers", "Văn thư"), HEAD)))
    return _paper(label("papers", "SỔ CẤP CHỨNG CHỈ NGHỀ"), blocks, read_imprint(uow), is_wide=True)


def lessons_paper(uow: UnitOfWork, look: Look) -> PlainPaper:
    """Danh sách buổi học: the lessons a look shows, with room for a note."""
    require(uow, VIEW_VOCATIONAL)
    heads = (
        NUMBER,
        label("papers", "Ngày"),
        label("papers", "Giờ"),
        label("papers", "Khóa"),
        label("papers", "Mô đun"),
        label("papers", "Giáo viên"),
        label("papers", "Nơi học"),
        label("papers", "Điểm danh"),
        label("papers", "Ghi chú"),
    )
    rows = tuple(
        (
            str(place),
            f"{WEEKDAYS[one.facts.held_on.weekday()]}, {format_date(one.facts.held_on)}",
            f"{_clock(one.facts.starts)}–{_clock(one.facts.ends)}",
            f"{one.course} ({one.code})",
            one.module,
            one.teacher,
            one.where,
            LESSON_STATE_LABELS[one.state],
            "",
        )
        for place, one in enumerate(list_lesson_rows(uow, list_lesson_ids(uow, look)), 1)
    )
    grid = Grid(heads, rows, frozenset({0}), (5, 17, 12, 22, 15, 14, 13, 13, 12))
    return _paper(label("papers", "BUỔI HỌC NGHỀ"), (grid,), read_imprint(uow), is_wide=True)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _learning(uow: UnitOfWork, course_id: str) -> list[StudentRow]:
    wanted = (EnrolmentState.ENROLLED, EnrolmentState.DONE, EnrolmentState.LEFT)
    return sorted((one for one in list_students(uow, course_id) if one.state in wanted), key=lambda one: one.code)


def _about(course: CourseDetail) -> tuple[Text, ...]:
    facts = course.facts
    said = (
        (label("papers", "Khóa"), f"{facts.code} – {facts.name} ({COURSE_KIND_LABELS[facts.kind].lower()})"),
        (
            label("papers", "Thời gian"),
            label("papers", "{first} đến {last}, {hours} giờ").format(
                first=format_date(facts.first_on), last=format_date(facts.last_on), hours=facts.hours
            ),
        ),
        (label("papers", "Giáo viên"), course.teacher),
        (label("papers", "Đơn vị phối hợp"), course.school or course.employer),
        (label("papers", "Nơi học"), course.where),
    )
    return tuple(Text(f"{head}: {value}") for head, value in said if value)


def _taken_back(row: CertificateRow) -> str:
    if row.taken_back_on is None:
        return ""
    return label("papers", "Hủy {day}: {reason}").format(
        day=format_date(row.taken_back_on), reason=row.reason or ""
    )


def _score(value: Decimal | None) -> str:
    return "" if value is None else f"{value:.1f}".replace(".", ",")


def _day(value: date | None) -> str:
    return "" if value is None else format_date(value)


def _paper(
    title: Label, blocks: tuple[Block, ...], imprint: Imprint, below: str = "", *, is_wide: bool = False
) -> PlainPaper:
    footer = Footer(imprint.printed_by, imprint.printed_at)
    return PlainPaper(title, blocks, footer, imprint.facility_name, below, is_wide)
