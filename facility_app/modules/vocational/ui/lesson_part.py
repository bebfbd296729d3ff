"""Chương trình, buổi học: the modules with their hours, and the lessons; Enter on a lesson opens its sheet."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from facility_app.kernel.labels import Label, label
from facility_app.kernel.typed_times import minutes_of, time_of
from facility_app.kernel.weekdays import WEEKDAYS
from facility_app.modules.vocational.domain.courses import (
    LessonFacts,
    LessonState,
    ModuleFacts,
)
from facility_app.modules.vocational.domain.rights import RUN_COURSES
from facility_app.modules.vocational.queries.courses import ModuleRow, list_modules
from facility_app.modules.vocational.queries.lessons import LessonRow, list_lessons
from facility_app.modules.vocational.queries.occupied import find_course_load
from facility_app.modules.vocational.service.courses import AddModule, add_module, edit_module, void_module
from facility_app.modules.vocational.service.entries import EditEntry, EditPlanned, VoidEntry
from facility_app.modules.vocational.service.lessons import (
    CallOff,
    PlanLessons,
    call_off_lesson,
    edit_lesson,
    plan_lessons,
    void_lesson,
)
from facility_app.modules.vocational.ui import fields, places, words
from facility_app.modules.vocational.ui.lesson_columns import (
    DAY,
    MODULE,
    PLACE,
    SAT_THERE,
    SHEET_STATE,
    TEACHER,
    TIMES,
    times,
)
from facility_app.modules.vocational.ui.tall_pair import tall_pair
from facility_app.ui.forms import usual
from facility_app.ui.forms.beginning import Shown, new_form, shown
from facility_app.ui.forms.check_field import CheckField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.time_field import TimeField
from facility_app.ui.i18n import tr
from facility_app.ui.lists.editable_card import EditableCard, FormVerb, ReasonVerb
from facility_app.ui.lists.short_list import short_list
from facility_app.ui.lists.warned import warned
from facility_app.ui.models import Align, ColumnSpec, ListSpec
from facility_app.ui.shell.page import Pane
from facility_app.ui.shell.spec import PageContext, Route

MODULES, LESSONS = label("vocational", "Mô đun, môn học"), label("vocational", "Buổi học")
NO_MODULE = label("vocational", "Chưa có mô đun nào. Thêm mô đun với số giờ lý thuyết, thực hành.")
NO_LESSON = label("vocational", "Chưa có buổi học nào. Xếp buổi học theo thứ trong tuần.")
NUMBER, NAME = label("vocational", "TT"), label("vocational", "Tên mô đun")
THEORY, PRACTICE = label("vocational", "Giờ lý thuyết"), label("vocational", "Giờ thực hành")
HELD = label("vocational", "Đã học")
OTHER_PLACE = label("vocational", "Nơi học khác")
WHERE_HINT = label("vocational", "Để trống cả hai ô: học ở nơi của khóa")
CONTENT = label("vocational", "Nội dung")
FIRST_DAY, LAST_DAY = label("vocational", "Từ ngày"), label("vocational", "Đến ngày")
STARTS, ENDS = label("vocational", "Bắt đầu"), label("vocational", "Kết thúc lúc")
ADD_MODULE, EDIT, STRIKE = label("verbs", "Thêm mô đun"), label("verbs", "Sửa"), label("verbs", "Gạch bỏ")
PLAN, MOVE, OFF = label("verbs", "Xếp buổi học"), label("verbs", "Sửa, dời"), label("verbs", "Cho nghỉ")
SAVED, STRUCK = label("ui", "Đã lưu."), label("ui", "Đã gạch bỏ.")
PLANNED, CALLED_OFF = label("vocational", "Đã xếp buổi học."), label("vocational", "Đã ghi nghỉ học.")
STRIKE_TEXT = label("vocational", "{what}. Dòng gạch bỏ vẫn còn trong tệp.")
DAYS: Final = tuple(
    (key, number, text)
    for number, (key, text) in enumerate(
        zip(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), WEEKDAYS, strict=True), 1
    )
)
"""Name of the field, number of the weekday, what people call it."""
IS_HELD = label("vocational", "Buổi này đã điểm danh: Enter mở phiếu để sửa từng người.")
BEGINS, LASTS_TO = 450, 660
"""07:30 to 11:00, what a form begins with."""


class LessonPart(Pane):
    """Modules at the left, lessons at the right.

    Attributes:
        modules, lessons: the cards.
    """

    def __init__(self, context: PageContext, course_id: str) -> None:
        """Make the cards."""
        super().__init__(context.stage)
        self._context = context
        pair = tall_pair(context.theme, self)
        self.modules = EditableCard(
            context, _module_spec(course_id), _module_verbs(course_id), owner=course_id, parent=pair
        )
        self.lessons = EditableCard(
            context, _lesson_spec(course_id), _lesson_verbs(course_id), owner=course_id, parent=pair
        )
        self.lessons.row_activated.connect(self._on_lesson_activated)
        pair.hold(self.lessons, self.modules)

    def _on_lesson_activated(self, lesson_id: str) -> None:
        self._context.go(Route(places.SHEET, lesson_id))

    @override
    def first_focus(self) -> QWidget:
        return self.lessons.table


def _module_spec(course_id: str) -> ListSpec[Any]:
    columns: tuple[ColumnSpec[Any], ...] = (
        ColumnSpec("position", NUMBER, _position, width=40, align=Align.END),
        ColumnSpec("name", NAME, _module_name, width=160, is_strong=True),
        ColumnSpec("theory", THEORY, _theory, width=96, align=Align.END),
        ColumnSpec("practice", PRACTICE, _practice, width=104, align=Align.END),
        ColumnSpec("held", HELD, _held, width=72, align=Align.END, gives_way=1),
    )
    tables = places.COURSE_TABLES | places.LESSON_TABLES
    read = partial(_modules, course_id)
    return short_list("vocational.modules", MODULES, NO_MODULE, columns, read, _module_id, tables)


def _lesson_spec(course_id: str) -> ListSpec[Any]:
    columns: tuple[ColumnSpec[Any], ...] = (
        ColumnSpec("held_on", DAY, _day, width=112, is_strong=True),
        TIMES,
        ColumnSpec("module", MODULE, _module, width=150),
        SHEET_STATE,
        SAT_THERE,
        ColumnSpec("teacher", TEACHER, _teacher, width=140, gives_way=1),
        ColumnSpec("place", PLACE, _place, width=120, gives_way=2),
        ColumnSpec("content", CONTENT, _content, width=160, gives_way=3),
    )
    read = partial(_lessons, course_id)
    return short_list(
        "vocational.lessons", LESSONS, NO_LESSON, columns, read, _lesson_id, frozenset(places.LESSON_TABLES)
    )


def _module_verbs(course_id: str) -> tuple[FormVerb[Any] | ReasonVerb[Any], ...]:
    add: FormVerb[Any] = FormVerb(
        id="vocational.add_module", text=ADD_MODULE, permission=RUN_COURSES, icon="plus", told=SAVED,
        needs_row=False, form=_module_form, begin=_module_begin, save=partial(_add_module, course_id),
    )  # fmt: skip
    edit: FormVerb[Any] = FormVerb(
        id="vocational.edit_module", text=EDIT, permission=RUN_COURSES, icon="pencil", told=SAVED,
        form=_module_form, begin=fields.facts_of, save=_edit_module, version=_version,
        about=lambda row: str(row.facts.name),
    )  # fmt: skip
    void: ReasonVerb[Any] = ReasonVerb(
        id="vocational.void_module", text=STRIKE, permission=RUN_COURSES, icon="ban", told=STRUCK, title=STRIKE,
        about=_about_module, button=STRIKE, save=_void_module, is_dangerous=True,
    )  # fmt: skip
    return add, edit, void


def _lesson_verbs(course_id: str) -> tuple[FormVerb[Any] | ReasonVerb[Any], ...]:
    plan: FormVerb[Any] = FormVerb(
        id="vocational.plan_lessons", text=PLAN, permission=RUN_COURSES, icon="calendar-event", told=PLANNED,
        needs_row=False, shortcut="Ctrl+N", form=partial(_plan_form, course_id), begin=_plan_begin,
        save=partial(_plan, course_id),
    )  # fmt: skip
    move: FormVerb[Any] = FormVerb(
        id="vocational.edit_lesson", text=MOVE, permission=RUN_COURSES, icon="pencil", told=SAVED,
        form=partial(_lesson_form, course_id), begin=_lesson_begin, save=partial(_move, course_id),
        version=_version, why_not=_is_held, about=_when,
    )  # fmt: skip
    off: ReasonVerb[Any] = ReasonVerb(
        id="vocational.call_off_lesson", text=OFF, permission=RUN_COURSES, icon="x", told=CALLED_OFF,
        title=OFF, about=_when, button=OFF, save=_off, why_not=_is_held,
    )  # fmt: skip
    void: ReasonVerb[Any] = ReasonVerb(
        id="vocational.void_lesson", text=STRIKE, permission=RUN_COURSES, icon="ban", told=STRUCK, title=STRIKE,
        about=_about_lesson, button=STRIKE, save=_void_lesson, is_dangerous=True, why_not=_is_held,
    )  # fmt: skip
    return plan, move, off, void


def _module_form(_context: PageContext) -> Form[Any]:
    form = new_form()
    form.add(
        fields.number("position", NUMBER, least=1, most=99),
        fields.line("name", NAME, is_required=True),
        spans=(3, 9),
    )
    form.add(fields.number("theory_hours", THEORY), fields.number("practice_hours", PRACTICE), spans=(6, 6))
    return form


def _lesson_form(course_id: str, context: PageContext) -> Form[Any]:
    form = new_form()
    form.add(fields.day(context, "held_on", DAY), *_times(), spans=(6, 3, 3))
    _add_rest(form, course_id, context)
    return form


def _plan_form(course_id: str, context: PageContext) -> Form[Any]:
    form = new_form()
    form.add(
        fields.day(context, "held_on", FIRST_DAY),
        fields.day(context, "last_on", LAST_DAY),
        *_times(),
        spans=(4, 4, 2, 2),
    )
    form.add(*(CheckField(key, head) for key, _, head in DAYS[:4]), spans=(3, 3, 3, 3))
    form.add(*(CheckField(key, head) for key, _, head in DAYS[4:]), spans=(3, 3, 3))
    _add_rest(form, course_id, context)
    return form


def _times() -> tuple[TimeField, TimeField]:
    return TimeField("starts", STARTS, is_required=True), TimeField("ends", ENDS, is_required=True)


def _add_rest(form: Form[Any], course_id: str, context: PageContext) -> None:
    form.add(
        fields.module(context, course_id, "module_id", MODULE),
        fields.staff(context, "teacher_id", TEACHER),
        spans=(6, 6),
    )
    form.add(fields.room(context), fields.line("place", OTHER_PLACE, hint=WHERE_HINT), spans=(6, 6))
    form.add(fields.line("content", CONTENT))
    form.add(usual.clash_reason())


def _module_begin(_context: PageContext, _row: Any) -> Shown:
    return shown(position=1, theory_hours=0, practice_hours=0)


def _plan_begin(context: PageContext, _row: Any) -> Shown:
    today = context.today()
    return shown(
        held_on=today, last_on=today, starts=time_of(BEGINS), ends=time_of(LASTS_TO),
        **{key: False for key, _, _ in DAYS},
    )  # fmt: skip


def _lesson_begin(_context: PageContext, row: Any) -> Shown:
    facts: LessonFacts = row.facts
    return shown(
        held_on=facts.held_on, starts=time_of(facts.starts), ends=time_of(facts.ends),
        module_id=facts.module_id, teacher_id=facts.teacher_id, place=facts.place, content=facts.content,
        room_id=facts.room_id,
    )  # fmt: skip


def _lesson_of(v: Mapping[str, Any]) -> LessonFacts:
    return LessonFacts(
        v["held_on"], minutes_of(v["starts"]), minutes_of(v["ends"]), v["module_id"], v["teacher_id"],
        v["place"], v["content"], v["room_id"],
    )  # fmt: skip


def _module_of(v: Mapping[str, Any]) -> ModuleFacts:
    return ModuleFacts(v["name"] or "", int(v["position"]), int(v["theory_hours"]), int(v["practice_hours"]))


def _add_module(course_id: str, uow: Any, _id: str, _version: int, v: Mapping[str, Any]) -> str:
    return add_module(uow, AddModule(course_id, _module_of(v)))


def _edit_module(uow: Any, module_id: str, version: int, v: Mapping[str, Any]) -> str:
    return edit_module(uow, EditEntry(module_id, version, _module_of(v)))


def _void_module(uow: Any, row: ModuleRow, reason: str) -> None:
    void_module(uow, VoidEntry(row.module_id, row.version, reason))


def _plan(course_id: str, uow: Any, _id: str, _version: int, v: Mapping[str, Any]) -> object:
    weekdays = frozenset(number for key, number, _ in DAYS if v[key])
    command = PlanLessons(course_id, _lesson_of(v), v["last_on"], weekdays, v["clash_reason"])
    return warned(plan_lessons(uow, command), find_course_load(uow, course_id, v["held_on"]))


def _move(course_id: str, uow: Any, lesson_id: str, version: int, v: Mapping[str, Any]) -> object:
    moved = edit_lesson(uow, EditPlanned(lesson_id, version, _lesson_of(v), v["clash_reason"]))
    return warned(moved, find_course_load(uow, course_id, v["held_on"]))


def _off(uow: Any, row: LessonRow, reason: str) -> None:
    call_off_lesson(uow, CallOff(row.lesson_id, row.version, reason))


def _void_lesson(uow: Any, row: LessonRow, reason: str) -> None:
    void_lesson(uow, VoidEntry(row.lesson_id, row.version, reason))


def _modules(course_id: str, uow: Any) -> Sequence[ModuleRow]:
    return list_modules(uow, course_id)


def _lessons(course_id: str, uow: Any) -> Sequence[LessonRow]:
    return list_lessons(uow, course_id)


def _module_id(row: ModuleRow) -> str:
    return row.module_id


def _lesson_id(row: LessonRow) -> str:
    return row.lesson_id


def _version(row: Any) -> int:
    return int(row.version)


def _is_held(row: LessonRow) -> Label | None:
    return IS_HELD if row.state is LessonState.HELD else None


def _about_module(row: ModuleRow) -> str:
    return tr(STRIKE_TEXT, what=row.facts.name)


def _about_lesson(row: LessonRow) -> str:
    return tr(STRIKE_TEXT, what=_when(row))


def _when(row: LessonRow) -> str:
    return f"{_day(row)}, {times(row)}"


def _position(row: ModuleRow) -> str:
    return str(row.facts.position)


def _module_name(row: ModuleRow) -> str:
    return row.facts.name


def _theory(row: ModuleRow) -> str:
    return str(row.facts.theory_hours)


def _practice(row: ModuleRow) -> str:
    return str(row.facts.practice_hours)


def _held(row: ModuleRow) -> str:
    return str(row.minutes_held // 60)


def _day(row: LessonRow) -> str:
    return words.day(row.facts.held_on)


def _module(row: LessonRow) -> str:
    return row.module


def _teacher(row: LessonRow) -> str:
    return row.teacher


def _place(row: LessonRow) -> str:
    return row.where


def _content(row: LessonRow) -> str:
    return row.facts.content or ""
