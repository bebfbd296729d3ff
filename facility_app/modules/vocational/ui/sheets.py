"""Sheets: who was at a lesson, by one key for each; and scores, of a module or of the exam."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from typing import Any, Final

from typing_extensions import override

from facility_app.kernel.labels import Label, label
from facility_app.kernel.typed import Bounds
from facility_app.kernel.typed_times import hours_text
from facility_app.modules.vocational.domain.courses import LESSON_MARK_LABELS, EnrolmentState, LessonMark
from facility_app.modules.vocational.domain.results import TOP_SCORE
from facility_app.modules.vocational.domain.rights import VIEW_VOCATIONAL
from facility_app.modules.vocational.queries.courses import CourseDetail, ModuleRow, get_course, list_modules
from facility_app.modules.vocational.queries.judging import EXAM
from facility_app.modules.vocational.queries.lessons import LessonSheet, SheetLine, get_sheet
from facility_app.modules.vocational.queries.occupied import find_sat_load
from facility_app.modules.vocational.queries.results import ResultRow, find_exam, list_results
from facility_app.modules.vocational.service.lessons import KeepSheet, SheetKept, Ticked, keep_sheet
from facility_app.modules.vocational.service.results import KeepScores, Score, ScoresKept, keep_scores
from facility_app.modules.vocational.ui import fields, places, words
from facility_app.ui.forms.beginning import Shown, new_form, shown
from facility_app.ui.grid.columns import SheetRow, code_column, number_column, text_column
from facility_app.ui.grid.sheet_page import SheetPage
from facility_app.ui.i18n import tr
from facility_app.ui.lists.warned import Thought, say_afterwards
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks.bound import bound
from facility_app.ui.theme import Tone

SHEET_TITLE, SCORE_TITLE = label("vocational", "Điểm danh buổi học"), label("vocational", "Nhập điểm")
KEEP, KEEP_SCORES = label("verbs", "Lưu điểm danh"), label("verbs", "Lưu điểm")
TO_COURSE = label("verbs", "Về khóa học")
NAME, CODE, PLACE = label("terms", "Họ và tên"), label("terms", "Mã"), label("vocational", "Chỗ ở")
MARK, WHY = label("vocational", "Điểm danh"), label("vocational", "Lý do vắng, ghi chú")
SCORE, NOTE, GRADED = (
    label("vocational", "Điểm (0–10)"),
    label("terms", "Ghi chú"),
    label("vocational", "Ngày chấm"),
)
CONTENT = label("vocational", "Nội dung buổi học")
NOBODY = label("vocational", "Không có ai trong khóa vào ngày này.")
NO_STUDENT = label("vocational", "Chưa có ai học khóa này.")
NOBODY_HINT = label("vocational", "Xếp người vào khóa ở thẻ Người học.")
KEPT = label("vocational", "Đã lưu điểm danh: {there} người có mặt.")
SCORED = label("vocational", "Đã lưu {count} điểm.")
LEFT_OUT = label("vocational", "{count} dòng không ghi được: {why}.")
CERTIFIED = label("vocational", "Đã có chứng chỉ {number}")
HOURS = label("vocational", "Giờ đã học")
SHORT = label("vocational", "{count} người chưa học đủ giờ của khóa theo phiếu điểm danh: {who}.")
NAMED: Final = 3
OF_EXAM = label("vocational", "Điểm thi")
MARKS: Final = (
    ("c", LessonMark.PRESENT),
    ("m", LessonMark.LATE),
    ("p", LessonMark.EXCUSED),
    ("k", LessonMark.UNEXCUSED),
    ("n", LessonMark.ELSEWHERE),
)
"""One key for each: có mặt, muộn, phép, không phép, ngoài cơ sở."""
SCORES: Final = Bounds(1, Decimal(0), TOP_SCORE)


class LessonSheetPage(SheetPage):
    """One line for each; what most have is filled in at one stroke, so that only exceptions are typed."""

    empty_icon = "school"
    begins_in_sheet = True

    def __init__(self, context: PageContext) -> None:
        """Nothing read yet."""
        form = new_form()
        form.add(fields.line("content", CONTENT))
        codes = tuple((key, mark.value, LESSON_MARK_LABELS[mark]) for key, mark in MARKS)
        columns = (
            code_column("mark", MARK, codes, usual=LessonMark.PRESENT.value, width=170),
            text_column("reason", WHY, width=260),
        )
        super().__init__(context, form, (NAME, CODE, PLACE), columns, save_words=KEEP, head_widths=(110, 170))

    @override
    def title_text(self) -> str:
        seen: LessonSheet | None = self._seen
        if seen is None:
            return tr(SHEET_TITLE)
        one = seen.lesson
        return f"{one.course}: {words.day(one.facts.held_on)}, {words.clock(one.facts.starts)}"

    @override
    def subtitle_text(self) -> str:
        seen: LessonSheet | None = self._seen
        return "" if seen is None else " · ".join(filter(None, (seen.lesson.code, seen.lesson.module)))

    @override
    def read(self, uow: Any) -> LessonSheet:
        return get_sheet(uow, self.route.record)

    @override
    def begin(self, seen: LessonSheet) -> Shown:
        return shown(content=seen.lesson.facts.content)

    @override
    def rows(self, seen: LessonSheet) -> Sequence[SheetRow]:
        return tuple(map(_line, seen.lines))

    @override
    def nothing(self) -> tuple[str, str]:
        return tr(NOBODY), tr(NOBODY_HINT)

    @override
    def way_on(self) -> str:
        return tr(TO_COURSE)

    @override
    def begin_elsewhere(self) -> None:
        self.to_course()

    def to_course(self) -> None:
        """Back to the course."""
        seen: LessonSheet | None = self._seen
        if seen is not None:
            self.context.go(Route(places.COURSE, seen.lesson.course_id, {"tab": places.LESSON_PART}))

    @override
    def command(
        self, values: Mapping[str, Any], cells: Mapping[str, Mapping[str, Any]]
    ) -> Callable[[Any], object]:
        ticks = {
            who: Ticked(LessonMark(cell["mark"]), cell["reason"]) for who, cell in cells.items() if cell["mark"]
        }
        lesson = self._seen.lesson
        return bound(keep_sheet, KeepSheet(lesson.lesson_id, lesson.version, ticks, values["content"]))

    @override
    def done(self, answer: SheetKept) -> None:
        self.context.say(tr(KEPT, there=answer.there))
        _say_left_out(self.context, answer.left_out)
        say_afterwards(self.context, self, partial(_load, answer.lesson_id))
        self.ask()

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (ActionSpec("vocational.to_course", TO_COURSE, self.to_course, "arrow-left", "", VIEW_VOCATIONAL),)


@dataclass(frozen=True, slots=True)
class Scoring:
    """What a sheet of scores shows."""

    course: CourseDetail
    modules: tuple[ModuleRow, ...]
    has_exam: bool
    subject: str
    rows: tuple[ResultRow, ...] = field(repr=False)


class ScorePage(SheetPage):
    """Scores of one module or of the exam; the others are a key away."""

    empty_icon = "school"
    begins_in_sheet = True

    def __init__(self, context: PageContext) -> None:
        """Nothing read yet."""
        form = new_form()
        form.add(fields.past_day(context, "graded_on", GRADED), spans=(3,))
        columns = (number_column("score", SCORE, bounds=SCORES, width=110), text_column("note", NOTE, width=260))
        super().__init__(
            context, form, (NAME, CODE, HOURS), columns, save_words=KEEP_SCORES, head_widths=(110, 170)
        )

    @override
    def title_text(self) -> str:
        seen: Scoring | None = self._seen
        return tr(SCORE_TITLE) if seen is None else f"{tr(SCORE_TITLE)}: {_subject(seen)}"

    @override
    def subtitle_text(self) -> str:
        seen: Scoring | None = self._seen
        return "" if seen is None else f"{seen.course.facts.code} · {seen.course.facts.name}"

    @override
    def read(self, uow: Any) -> Scoring:
        course_id = self.route.record
        modules, has_exam = list_modules(uow, course_id), find_exam(uow, course_id) is not None
        ids = [one.module_id for one in modules]
        wanted = self.route.args.get(places.SUBJECT_ARG, EXAM if has_exam else "first")
        subject = wanted if wanted in ids or (wanted == EXAM and has_exam) else next(iter(ids), EXAM)
        return Scoring(get_course(uow, course_id), modules, has_exam, subject, list_results(uow, course_id))

    @override
    def begin(self, seen: Scoring) -> Shown:
        return shown(graded_on=self.context.today())

    @override
    def rows(self, seen: Scoring) -> Sequence[SheetRow]:
        if seen.subject == EXAM and not seen.has_exam:
            return ()
        needed = {one.module_id: one.facts.hours for one in seen.modules}
        return tuple(_scored(row, seen.subject, needed.get(seen.subject)) for row in seen.rows)

    @override
    def draft_key(self) -> str:
        subject = "" if self._seen is None else self._seen.subject
        return f"{super().draft_key()} {subject}".strip()

    @override
    def nothing(self) -> tuple[str, str]:
        return tr(NO_STUDENT), tr(NOBODY_HINT)

    @override
    def way_on(self) -> str:
        return tr(TO_COURSE)

    @override
    def begin_elsewhere(self) -> None:
        self.to_course()

    def to_course(self) -> None:
        """Back to the course."""
        self.context.go(Route(places.COURSE, self.route.record, {"tab": places.RESULT_PART}))

    @override
    def command(
        self, values: Mapping[str, Any], cells: Mapping[str, Mapping[str, Any]]
    ) -> Callable[[Any], object]:
        seen: Scoring = self._seen
        scores = {who: Score(cell["score"], cell["note"]) for who, cell in cells.items()}
        return bound(keep_scores, KeepScores(seen.course.course_id, seen.subject, values["graded_on"], scores))

    @override
    def done(self, answer: ScoresKept) -> None:
        self.context.say(tr(SCORED, count=answer.kept))
        _say_left_out(self.context, answer.left_out)
        short = [row for row in self._seen.rows if row.is_short and row.state is not EnrolmentState.LEFT]
        if short:
            who = "; ".join(f"{row.code} {words.sat(row)}" for row in short[:NAMED])
            more = "…" if len(short) > NAMED else ""
            self.context.say(tr(SHORT, count=len(short), who=f"{who}{more}"), Tone.WARNING)
        self.ask()

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        back = ActionSpec("vocational.to_course", TO_COURSE, self.to_course, "arrow-left", "", VIEW_VOCATIONAL)
        seen: Scoring | None = self._seen
        if seen is None:
            return (back,)
        found = [(one.module_id, one.facts.name) for one in seen.modules]
        if seen.has_exam:
            found.append((EXAM, tr(OF_EXAM)))
        others = [
            ActionSpec(
                f"vocational.score_{place}",
                # The name of a module is the facility's own words.
                Label("", name),
                _Going(self.context, Route(places.SCORES, self.route.record, {places.SUBJECT_ARG: subject})),
                "pencil",
                "",
                VIEW_VOCATIONAL,
            )
            for place, (subject, name) in enumerate(found)
            if subject != seen.subject
        ]
        return (back, *others)


@dataclass(frozen=True, slots=True)
class _Going:
    """Goes to a place."""

    context: PageContext
    route: Route

    def __call__(self) -> None:
        """Go."""
        self.context.go(self.route)


def _load(lesson_id: str, uow: Any) -> Thought | None:
    return find_sat_load(uow, lesson_id)


def _line(line: SheetLine) -> SheetRow:
    values = {"mark": None if line.mark is None else line.mark.value, "reason": line.reason}
    return SheetRow(line.resident_id, (line.name, line.code, line.place or ""), values, line.away)


def _scored(row: ResultRow, subject: str, needed: int | None) -> SheetRow:
    values = {"score": row.scores.get(subject), "note": row.notes.get(subject)}
    why = Label("vocational", tr(CERTIFIED, number=row.certificate)) if row.certificate_id else None
    sat = words.sat(row) if needed is None else f"{hours_text(row.sat.get(subject, 0))}/{needed}"
    return SheetRow(row.resident_id, (row.name, row.code, sat), values, why)


def _subject(seen: Scoring) -> str:
    named = {one.module_id: one.facts.name for one in seen.modules}
    return named.get(seen.subject, tr(OF_EXAM))


def _say_left_out(context: PageContext, left_out: Mapping[str, Label]) -> None:
    if left_out:
        why = "; ".join(dict.fromkeys(tr(one) for one in left_out.values()))
        context.say(tr(LEFT_OUT, count=len(left_out), why=why), Tone.WARNING)
