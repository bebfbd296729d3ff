"""Papers of education: timetable, list of a class, attendance of a month, note of counselling, transcript."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.payload import Block, Footer, Grid, PlainPaper, Signatures, Text
from facility_app.kernel.ages import ADULT_YEARS
from facility_app.kernel.dates import format_date, format_moment
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import Label, label
from facility_app.kernel.paging import Look
from facility_app.modules.education.domain.attendance import LETTERS, MARK_LABELS, SAT_THERE, Mark
from facility_app.modules.education.domain.classes import CLASS_KIND_LABELS, SCHOOL_LEVEL_LABELS
from facility_app.modules.education.domain.counselling import (
    COUNSELLING_ARTICLE,
    COUNSELLING_KIND_LABELS,
    COUNSELLING_METHOD_LABELS,
)
from facility_app.modules.education.domain.results import GRADE_LABELS, RESULT_KIND_LABELS, score_text
from facility_app.modules.education.domain.rights import VIEW_COUNSELLING, VIEW_EDUCATION
from facility_app.modules.education.domain.sessions import SessionState
from facility_app.modules.education.domain.timetable import WEEKDAY_LABELS, clock_text
from facility_app.modules.education.queries.classes import (
    ClassRow,
    find_class,
    list_class_ids,
    list_class_rows,
    list_hours,
    list_members,
)
from facility_app.modules.education.queries.counselling import list_counselled, list_counselling_rows
from facility_app.modules.education.queries.person import Learning, get_learning
from facility_app.modules.education.queries.results import list_reports, list_results
from facility_app.modules.education.queries.screens import read_imprint
from facility_app.modules.education.queries.sheets import MonthSheet, get_month
from facility_app.modules.residents.api import list_births, list_resident_marks

LIST_TITLE, WEEK_TITLE = label("papers", "DANH SÁCH LỚP"), label("papers", "THỜI KHÓA BIỂU")
MONTH_TITLE, TALK_TITLE = label("papers", "BẢNG ĐIỂM DANH THÁNG"), label("papers", "PHIẾU TƯ VẤN")
NUMBER, CODE, NAME = label("papers", "TT"), label("papers", "Mã"), label("papers", "Họ và tên")
NOTE, SIGN = label("papers", "Ghi chú"), label("papers", "Ký tên")
TEACHER, HEAD = label("papers", "Giáo viên"), label("papers", "Người đứng đầu cơ sở")
TRANSCRIPT_TITLE: Final = label("papers", "BẢNG KẾT QUẢ HỌC TẬP")
PERIOD: Final = label("papers", "Kết quả từ ngày {first} đến hết ngày {last}.")
BASIS: Final = label("papers", "Căn cứ khoản 2 Điều 115 Nghị định số 163/2026/NĐ-CP.")
MINOR_BASIS: Final = label("papers", "Căn cứ khoản 2 Điều 115 và khoản 2 Điều 127 Nghị định số 163/2026/NĐ-CP.")
YES: Final = label("papers", "Có")
COUNSELLOR: Final = label("papers", "Người tư vấn")
MOST_DAYS: Final = 20
"""Columns of lessons one sheet of a month has room for; more go onto a second table."""


def timetable_paper(uow: UnitOfWork, class_id: str = "") -> PlainPaper:
    """The week of one class, or of every class that runs: a column for each day, classes by their hours.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_EDUCATION)
    if class_id:
        classes = [_class(uow, class_id)]
    else:
        classes = [*list_class_rows(uow, list_class_ids(uow, Look(filters={"state": "running"})))]
    known = {one.class_id: one for one in classes}
    hours = [one for one in list_hours(uow, class_id) if one.class_id in known]
    spans = sorted({(one.starts, one.ends) for one in hours})
    rows = tuple(
        (
            f"{clock_text(starts)}–{clock_text(ends)}",
            *(
                "\n".join(
                    _taught(known[one.class_id], one.room)
                    for one in hours
                    if (one.weekday, one.starts, one.ends) == (number, starts, ends)
                )
                for number in WEEKDAY_LABELS
            ),
        )
        for starts, ends in spans
    )
    heads = (label("papers", "Giờ"), *WEEKDAY_LABELS.values())
    nothing = Text(label("papers", "Chưa có giờ học nào trong tuần."))
    grid: Block = Grid(heads, rows, frozenset(), (9, *([13] * 7))) if rows else nothing
    below = f"{classes[0].code} – {classes[0].name}" if class_id else ""
    return _paper(uow, WEEK_TITLE, (grid, Signatures((TEACHER, HEAD))), below, is_landscape=True)


def list_paper(uow: UnitOfWork, class_id: str) -> PlainPaper:
    """Who is in a class today, with room to sign.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_EDUCATION)
    row = _class(uow, class_id)
    people = tuple(
        (str(n), one.code, one.name, one.place, format_date(one.from_on), "")
        for n, one in enumerate(list_members(uow, class_id), 1)
    )
    heads = (NUMBER, CODE, NAME, label("papers", "Chỗ ở"), label("papers", "Vào lớp"), SIGN)
    total = label("papers", "Tổng số: {count} người.").format(count=len(people))
    blocks: list[Block] = [
        Grid(heads, people, frozenset({0}), (5, 13, 28, 20, 14, 20)),
        Text(total, is_strong=True),
    ]
    return _paper(uow, LIST_TITLE, (*blocks, Signatures((TEACHER, HEAD))), _about(row))


def month_paper(uow: UnitOfWork, class_id: str, month: date) -> PlainPaper:
    """The attendance of a month: a column for each lesson, letters explained below, sums at the right.

    Args:
        uow: the unit of work.
        class_id: the class.
        month: any day of the month.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_EDUCATION)
    row = _class(uow, class_id)
    sheet = get_month(uow, class_id, month)
    lessons = [one.lesson for one in sheet.lessons if one.lesson.is_given]
    ids = [one.session_id for one in lessons]
    blocks: list[Block] = [_month_grid(sheet, ids, n) for n in range(0, max(len(ids), 1), MOST_DAYS)]
    legend = ", ".join(f"{LETTERS[mark]} = {text.lower()}" for mark, text in MARK_LABELS.items())
    held = sum(one.state is SessionState.HELD for one in lessons)
    said = label("papers", "{legend}. Ô trống: buổi chưa điểm danh. Đã điểm danh {held}/{count} buổi.").format(
        legend=legend, held=held, count=len(lessons)
    )
    when = label("papers", "Tháng {month}/{year}").format(month=f"{month.month:02}", year=month.year)
    blocks += [Text(said), Signatures((TEACHER, HEAD))]
    return _paper(uow, MONTH_TITLE, blocks, f"{when} – {_about(row)}", is_landscape=True)


def talk_paper(uow: UnitOfWork, counselling_id: str) -> PlainPaper:
    """The note of a session, without what was said in confidence.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_COUNSELLING)
    found = list_counselling_rows(uow, (counselling_id,))
    if not found:
        raise _not_found()
    row = found[0]
    facts = (
        (label("papers", "Hình thức"), COUNSELLING_KIND_LABELS[row.kind]),
        (label("papers", "Phương pháp"), COUNSELLING_METHOD_LABELS[row.method]),
        (label("papers", "Thời gian"), _lasting(format_moment(row.held_at), row.minutes)),
        (label("papers", "Địa điểm"), row.place or ""),
        (label("papers", "Người tư vấn"), row.counsellor),
        (label("papers", "Nội dung"), row.topic),
        (label("papers", "Mục tiêu"), row.goal or ""),
    )
    people = tuple(
        (str(n), one.code, one.name, one.note or "", "")
        for n, one in enumerate(list_counselled(uow, counselling_id), 1)
    )
    heads = (NUMBER, CODE, NAME, label("papers", "Ghi nhận"), SIGN)
    blocks: list[Block] = [
        *(Text(f"{head}: {text}") for head, text in facts if text),
        Grid(heads, people, frozenset({0}), (5, 13, 24, 40, 18)),
        Signatures((COUNSELLOR, HEAD)),
    ]
    return _paper(uow, TALK_TITLE, blocks, COUNSELLING_ARTICLE)


def transcript_paper(
    uow: UnitOfWork, resident_id: str, first: date | None = None, last: date | None = None
) -> PlainPaper:
    """What somebody learnt: classes, results and, of a minor, years of school (NĐ 163/2026 Đ115.2, Đ127.2).

    Args:
        uow: the unit of work.
        resident_id: the person.
        first: lessons and results from this day on; None for the beginning of the latest stay.
        last: until this day, included; None for the end of that stay, or today while it lasts.

    Raises:
        UserError: ``not_found``, ``span_reversed``.
    """
    require(uow, VIEW_EDUCATION)
    who = list_resident_marks(uow, [resident_id]).get(resident_id)
    if who is None:
        raise _not_found()
    learning = get_learning(uow, resident_id, first, last)
    faults = Faults()
    faults.span("last", learning.first, learning.last)
    faults.refuse()
    parts = (
        (label("papers", "Các lớp đã học"), _classes_grid(learning)),
        (label("papers", "Kết quả"), _results_grid(uow, resident_id, learning)),
        (label("papers", "Học bạ (nhà trường)"), _school_grid(uow, resident_id)),
    )
    birth = list_births(uow, [resident_id])[resident_id]
    is_minor = birth.age_on(learning.last) < ADULT_YEARS
    span = PERIOD.format(first=format_date(learning.first), last=format_date(learning.last))
    blocks: list[Block] = [Text(f"{span} {MINOR_BASIS if is_minor else BASIS}")]
    for title, grid in parts:
        if grid.rows:
            blocks += [Text(title, is_strong=True), grid]
    if len(blocks) == 1:
        blocks.append(Text(label("papers", "Chưa ghi nhận kết quả học tập nào.")))
    on = str(birth.birth_year) if birth.birth_on is None else format_date(birth.birth_on)
    below = f"{who.code} – {who.name}; " + label("papers", "sinh {birth}").format(birth=on)
    return _paper(uow, TRANSCRIPT_TITLE, (*blocks, Signatures((TEACHER, HEAD))), below)


def _classes_grid(learning: Learning) -> Grid:
    heads = (
        NUMBER,
        label("papers", "Lớp"),
        label("papers", "Loại lớp"),
        label("papers", "Từ ngày"),
        label("papers", "Đến ngày"),
        label("papers", "Có mặt / số buổi"),
    )
    rows = tuple(
        (
            str(n),
            f"{one.row.code} – {one.row.name}",
            CLASS_KIND_LABELS[one.row.kind],
            format_date(one.member.from_on),
            "" if one.member.to_on is None else format_date(one.member.to_on - timedelta(days=1)),
            f"{one.sat}/{one.held}",
        )
        for n, one in enumerate(reversed(learning.classes), 1)
    )
    return Grid(heads, rows, frozenset({0, 5}), (5, 30, 26, 13, 13, 13))


def _results_grid(uow: UnitOfWork, resident_id: str, learning: Learning) -> Grid:
    heads = (
        NUMBER,
        label("papers", "Ngày"),
        label("papers", "Lớp"),
        label("papers", "Nội dung"),
        label("papers", "Kết quả"),
        label("papers", "Điểm"),
    )
    every = list_results(uow, resident_id=resident_id)
    inside = (one for one in every if learning.first <= one.graded_on <= learning.last)
    found = sorted(inside, key=lambda one: (one.graded_on, one.result_id))
    rows = tuple(
        (
            str(n),
            format_date(one.graded_on),
            one.class_code,
            RESULT_KIND_LABELS[one.kind],
            GRADE_LABELS[one.grade],
            score_text(one.score_tenths),
        )
        for n, one in enumerate(found, 1)
    )
    return Grid(heads, rows, frozenset({0, 5}), (5, 13, 12, 34, 26, 10))


def _school_grid(uow: UnitOfWork, resident_id: str) -> Grid:
    heads = (
        NUMBER,
        label("papers", "Năm học"),
        label("papers", "Lớp"),
        label("papers", "Cấp học"),
        label("papers", "Trường"),
        label("papers", "Kết quả"),
        label("papers", "Hoàn thành cấp học"),
        label("papers", "Số, ngày của học bạ"),
    )
    found = sorted(list_reports(uow, resident_id), key=lambda one: (one.school_year, one.report_id))
    rows = tuple(
        (
            str(n),
            f"{one.school_year}–{one.school_year + 1}",
            str(one.grade_no),
            SCHOOL_LEVEL_LABELS[one.level],
            one.school or "",
            GRADE_LABELS[one.result],
            YES if one.is_level_finished else "",
            one.paper or "",
        )
        for n, one in enumerate(found, 1)
    )
    return Grid(heads, rows, frozenset({0, 2}), (5, 12, 6, 14, 22, 11, 13, 17))


def _month_grid(sheet: MonthSheet, session_ids: Sequence[str], first: int) -> Grid:
    lessons = [one.lesson for one in sheet.lessons if one.lesson.is_given]
    shown = lessons[first : first + MOST_DAYS]
    heads = (
        NUMBER,
        CODE,
        NAME,
        *(f"{one.held_on.day:02}" for one in shown),
        label("papers", "Có mặt"),
        label("papers", "Vắng"),
    )
    rows = []
    for n, (person, (code, name)) in enumerate(sheet.people.items(), 1):
        marks = [sheet.marks.get((person, one)) for one in session_ids if one]
        sat = sum(one is not None and one.mark in SAT_THERE for one in marks)
        missed = sum(one is not None and one.mark in {Mark.EXCUSED, Mark.UNEXCUSED} for one in marks)
        cells = []
        for one in shown:
            mark = sheet.marks.get((person, one.session_id)) if one.session_id else None
            cells.append("" if mark is None else LETTERS[mark.mark])
        rows.append((str(n), code, name, *cells, str(sat), str(missed)))
    wide = len(shown)
    sums = frozenset({0, 3 + wide, 4 + wide})
    return Grid(heads, tuple(rows), sums, (4, 11, 22, *([3] * wide), 6, 6))


def _taught(row: ClassRow, room: str) -> str:
    return f"{row.name} ({row.teacher}{', ' + room if room else ''})"


def _about(row: ClassRow) -> str:
    parts = (f"{row.code} – {row.name}", CLASS_KIND_LABELS[row.kind], row.teacher, row.room)
    return "; ".join(part for part in parts if part)


def _lasting(at: str, minutes: int) -> str:
    return label("papers", "{at}, {minutes} phút").format(at=at, minutes=minutes)


def _class(uow: UnitOfWork, class_id: str) -> ClassRow:
    found = find_class(uow, class_id)
    if found is None:
        raise _not_found()
    return found


def _not_found() -> UserError:
    return UserError("not_found", label("errors", "Hồ sơ này không còn. Hãy chọn lại trong danh sách."))


def _paper(
    uow: UnitOfWork, title: Label, blocks: Sequence[Block], below: str, *, is_landscape: bool = False
) -> PlainPaper:
    imprint = read_imprint(uow)
    footer = Footer(imprint.printed_by, imprint.printed_at)
    return PlainPaper(title, tuple(blocks), footer, imprint.facility_name, below, is_landscape)
