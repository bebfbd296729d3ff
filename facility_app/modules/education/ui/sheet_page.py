"""The sheet of one lesson: a key for each person, exceptions only, kept whole in one saving."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, Final

from typing_extensions import override

from facility_app.kernel.labels import Label, label
from facility_app.kernel.weekdays import HOLIDAY
from facility_app.modules.education.domain.attendance import MARK_KEYS, MARK_LABELS, Mark, Marked
from facility_app.modules.education.domain.rights import TEACH, VIEW_EDUCATION
from facility_app.modules.education.domain.sessions import SessionState
from facility_app.modules.education.domain.timetable import lesson_of
from facility_app.modules.education.queries.classes import TopicRow, find_class, list_topics
from facility_app.modules.education.queries.sheets import Sheet, SheetLine, find_sat_load, get_sheet
from facility_app.modules.education.service.sheets import KeepSheet, KeptSheet, keep_sheet
from facility_app.modules.education.ui import places
from facility_app.modules.education.ui import words as said
from facility_app.ui.days import whole_day
from facility_app.ui.forms import usual
from facility_app.ui.forms.beginning import Shown, new_form, shown
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.grid.columns import SheetRow, code_column, text_column
from facility_app.ui.grid.sheet_page import SheetPage
from facility_app.ui.i18n import tr
from facility_app.ui.lists.warned import Thought, say_afterwards
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route

TITLE = label("education", "Phiếu điểm danh lớp")
NAME, CODE, PLACE = label("terms", "Họ và tên"), label("terms", "Mã"), label("terms", "Chỗ ở")
MARK, REASON = label("education", "Điểm danh"), label("terms", "Lý do")
TOPIC, TAUGHT = label("education", "Chuyên đề"), label("education", "Nội dung buổi học")
SAVE, BACK = label("verbs", "Lưu điểm danh"), label("verbs", "Về các buổi học")
TO_CLASS = label("verbs", "Vào lớp")
NOBODY = label("education", "Lớp chưa có ai vào ngày này.")
NOBODY_HINT = label("education", "Xếp người vào lớp ở trang của lớp.")
DAY_OFF_HINT = label("education", "Nếu lớp vẫn học, thêm buổi học của ngày này ở trang của lớp, kèm lý do.")
CANCELLED = label("education", "Buổi này đã ghi nghỉ học.")
GONE, GONE_HINT = label("education", "Không có buổi học này."), label("education", "Có thể danh sách đã cũ.")
DONE = label("education", "Đã lưu điểm danh: {present}/{listed} có mặt.")
USUAL: Final = Mark.PRESENT.value
KEYS: Final = tuple(
    (key, mark.value, MARK_LABELS[mark]) for key, mark in MARK_KEYS.items() if mark is not Mark.ELSEWHERE
)


class LessonSheetPage(SheetPage):
    """One lesson. Who is not in the facility stands at the end, marked and closed."""

    empty_icon = "school"
    begins_in_sheet = True

    def __init__(self, context: PageContext) -> None:
        """Nothing read yet."""
        form = new_form()
        self._topic = CodeField("topic_id", TOPIC, options=())
        form.add(usual.line("note", TAUGHT), self._topic, spans=(7, 5))
        columns = (
            code_column("mark", MARK, KEYS, usual=USUAL, width=170),
            text_column("reason", REASON, width=260),
        )
        super().__init__(context, form, (NAME, CODE, PLACE), columns, save_words=SAVE, head_widths=(104, 150))

    @override
    def read(self, uow: Any) -> tuple[Sheet | None, tuple[TopicRow, ...]]:
        known = lesson_of(self.route.record)
        if known is None:
            return None, ()
        class_id, day, starts = known
        row = find_class(uow, class_id)
        topics = () if row is None or row.programme_id is None else list_topics(uow, row.programme_id)
        return get_sheet(uow, class_id, day, starts), topics

    @override
    def begin(self, seen: tuple[Sheet, tuple[TopicRow, ...]]) -> Shown:
        sheet, topics = seen
        self._topic.set_options([(one.topic_id, label_of(one)) for one in topics])
        self._topic.setVisible(bool(topics))
        return shown(topic_id=sheet.row.lesson.topic_id, note=sheet.row.lesson.note)

    @override
    def rows(self, seen: tuple[Sheet | None, tuple[TopicRow, ...]]) -> Sequence[SheetRow]:
        sheet = seen[0]
        if sheet is None or not sheet.row.lesson.is_given:
            return ()
        return [_row(one) for one in sheet.lines]

    @override
    def nothing(self) -> tuple[str, str]:
        sheet = None if self._seen is None else self._seen[0]
        if sheet is None:
            return tr(GONE), tr(GONE_HINT)
        if sheet.row.lesson.holiday is not None:
            return tr(HOLIDAY, name=tr(sheet.row.lesson.holiday)), tr(DAY_OFF_HINT)
        if sheet.row.lesson.state is SessionState.CANCELLED:
            return tr(CANCELLED), sheet.row.lesson.note or ""
        return tr(NOBODY), tr(NOBODY_HINT)

    @override
    def way_on(self) -> str:
        return tr(BACK)

    @override
    def begin_elsewhere(self) -> None:
        self.to_lessons()

    def to_lessons(self) -> None:
        """Back to the lessons of that day."""
        known = lesson_of(self.route.record)
        self.context.go(Route(places.SHEETS, "", {} if known is None else {"day": known[1].isoformat()}))

    def to_class(self) -> None:
        """To the class."""
        known = lesson_of(self.route.record)
        if known is not None:
            self.context.go(Route(places.CLASS, known[0]))

    @override
    def command(self, values: Mapping[str, Any], cells: Mapping[str, Mapping[str, Any]]) -> Any:
        lesson = self._seen[0].row.lesson
        marks = tuple(
            Marked(one, Mark(cell["mark"]), cell["reason"])
            for one, cell in cells.items()
            if cell["mark"] is not None
        )
        return partial(
            _keep,
            KeepSheet(
                lesson.class_id, lesson.held_on, lesson.starts, lesson.ends, marks, lesson.version,
                values["topic_id"] or None, room_id=lesson.room_id or None, note=values["note"],
            ),
        )  # fmt: skip

    @override
    def done(self, answer: KeptSheet) -> None:
        self.context.say(tr(DONE, present=answer.present, listed=answer.listed))
        lesson = self._seen[0].row.lesson
        say_afterwards(self.context, self, partial(_load, lesson.class_id, lesson.held_on))
        self.to_lessons()

    @override
    def title_text(self) -> str:
        return tr(TITLE)

    @override
    def subtitle_text(self) -> str:
        if self._seen is None or self._seen[0] is None:
            return ""
        row = self._seen[0].row
        one = row.lesson
        times = said.times(one.starts, one.ends)
        return said.joined(one.name, f"{whole_day(one.held_on)}, {times}", row.teacher)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec("education.to_lessons", BACK, self.to_lessons, "arrow-left", "", VIEW_EDUCATION),
            ActionSpec(
                "education.to_class", TO_CLASS, self.to_class, "school", "", VIEW_EDUCATION, is_in_menu=True
            ),
        )

    @override
    def _on_read(self, seen: Any) -> None:
        super()._on_read(seen)
        self.sheet.set_why_not(None if self.context.may(TEACH) else tr(NO_RIGHT))


NO_RIGHT = label("education", "Tài khoản này chỉ xem được phiếu điểm danh lớp.")


def label_of(one: TopicRow) -> Label:
    """A topic by its place and name; a word of the facility's own, so it has no English."""
    return Label("", f"{one.position}. {one.name}")


def _row(one: SheetLine) -> SheetRow:
    values = {"mark": None if one.mark is None else one.mark.value, "reason": one.reason}
    kept = {key: value for key, value in values.items() if value is not None}
    return SheetRow(one.resident_id, (one.name, one.code, one.place), kept, one.away)


def _load(class_id: str, day: date, uow: Any) -> Thought | None:
    return find_sat_load(uow, class_id, day, day)


def _keep(command: KeepSheet, uow: Any) -> KeptSheet:
    return keep_sheet(uow, command)
