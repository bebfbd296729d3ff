"""Lớp học: every class, and the way to its people, hours and lessons."""

from collections.abc import Mapping
from typing import Any

from typing_extensions import override

from facility_app.kernel.change import Change
from facility_app.kernel.labels import label
from facility_app.kernel.paging import Sort
from facility_app.modules.education.domain.classes import (
    CLASS_KIND_LABELS,
    SCHOOL_LEVEL_LABELS,
    ClassKind,
    SchoolLevel,
)
from facility_app.modules.education.domain.rights import PLAN_EDUCATION, VIEW_EDUCATION
from facility_app.modules.education.module import ADD_CLASS, EDIT_CLASS, VOID_CLASS
from facility_app.modules.education.queries.classes import (
    OVER,
    RUNNING,
    ClassRow,
    lacks_literacy_class,
    list_class_ids,
    list_class_rows,
)
from facility_app.modules.education.queries.planned import find_class_load
from facility_app.modules.education.service.classes import ClassFacts, EditClass, add_class, edit_class, void_class
from facility_app.modules.education.service.programmes import VoidRecord
from facility_app.modules.education.ui import fields, places
from facility_app.modules.education.ui import words as said
from facility_app.ui.forms import usual
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.value_fields import DateField, NumberField
from facility_app.ui.i18n import tr
from facility_app.ui.lists.editable_page import EditableListPage, Editing
from facility_app.ui.lists.warned import warned
from facility_app.ui.models import Align, ColumnSpec, FilterOption, FilterSpec, ListSpec
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route

TITLE = label("education", "Lớp học")
CODE, NAME, KIND = label("terms", "Mã lớp"), label("terms", "Tên lớp"), label("terms", "Loại lớp")
TEACHER, ROOM = label("terms", "Giáo viên"), label("terms", "Phòng")
PEOPLE, HOURS = label("terms", "Số người"), label("terms", "Buổi mỗi tuần")
FIRST, LAST = label("terms", "Ngày mở"), label("terms", "Ngày kết thúc")
SEATS, LEVEL = label("terms", "Số chỗ"), label("terms", "Cấp học")
PROGRAMME, NOTE = label("terms", "Chương trình"), label("terms", "Ghi chú")
STATE, IS_RUNNING, IS_OVER = (
    label("terms", "Tình trạng"),
    label("terms", "Đang học"),
    label("terms", "Đã kết thúc"),
)
EMPTY = label("education", "Chưa có lớp nào. Cơ sở phải có lớp xóa mù chữ (NĐ 163/2026 Đ115.1).")
OPEN, TO_PROGRAMMES = label("verbs", "Vào lớp"), label("verbs", "Chương trình, chuyên đề")
TO_IMPORT = label("verbs", "Thời khóa biểu từ Excel")
TO_SHARES = label("verbs", "Tỷ lệ theo kỳ")
HINT = label("education", "Enter vào lớp · Ctrl+N mở lớp · F2 sửa lớp")
NO_LETTERS = label(
    "education", "Chưa có lớp xóa mù chữ đang học: cơ sở công lập phải tổ chức (NĐ 163/2026 Đ115.1)."
)
LEVEL_HINT = label("education", "Chỉ cho lớp học văn hóa phổ thông")


class ClassesPage(EditableListPage):
    """The classes; Enter goes into one."""

    def __init__(self, context: PageContext) -> None:
        """Show them."""
        super().__init__(context, SPEC, EDITING)
        self._lacks_letters = False

    def enter(self) -> None:
        """Go into the class chosen."""
        chosen = self.selected_ids()
        if len(chosen) == 1:
            self.context.go(Route(places.CLASS, chosen[0]))

    def to_programmes(self) -> None:
        """Go to the programmes."""
        self.context.go(Route(places.PROGRAMMES))

    def to_import(self) -> None:
        """Go where a timetable comes from a file."""
        self.context.go(Route(places.IMPORT_WEEK))

    def to_shares(self) -> None:
        """Go to the shares of a period."""
        self.context.go(Route(places.SHARES))

    @override
    def _on_row_opened(self, row_id: str) -> None:
        self.context.go(Route(places.CLASS, row_id))

    @override
    def _actions_of(self) -> tuple[ActionSpec, ...]:
        add, edit, void = super()._actions_of()
        enter = ActionSpec("education.enter", OPEN, self.enter, "school", "", VIEW_EDUCATION, self._why_no_row)
        programmes = ActionSpec(
            "education.to_programmes", TO_PROGRAMMES, self.to_programmes, "book", "", VIEW_EDUCATION,
            is_in_menu=True,
        )  # fmt: skip
        week = ActionSpec(
            "education.to_import_week", TO_IMPORT, self.to_import, "upload", "", PLAN_EDUCATION, is_in_menu=True
        )
        shares = ActionSpec(
            "education.to_shares", TO_SHARES, self.to_shares, "chart-bar", "", VIEW_EDUCATION, is_in_menu=True
        )
        return (add, edit, enter, void, programmes, week, shares)

    def _ask(self) -> None:
        op = self.context.runner.query(self, lacks_literacy_class, topic="letters")
        # The list beside it says what is wrong.
        op.success(self._on_asked).failure(lambda _failure: None).run()

    def _on_asked(self, lacks: bool) -> None:
        self._lacks_letters = lacks
        self.title_changed.emit()

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        self._ask()

    @override
    def refresh(self, change: Change) -> None:
        super().refresh(change)
        if "school_class" in change.tables:
            self._ask()

    @override
    def subtitle_text(self) -> str:
        return tr(NO_LETTERS) if self._lacks_letters else ""

    @override
    def hint_text(self) -> str:
        return tr(HINT)


def _members(row: ClassRow) -> str:
    return str(row.members) if row.capacity is None else f"{row.members}/{row.capacity}"


def _kind(row: ClassRow) -> str:
    level = "" if row.level is None else tr(SCHOOL_LEVEL_LABELS[row.level])
    return said.joined(tr(CLASS_KIND_LABELS[row.kind]), level)


SPEC: ListSpec[ClassRow] = ListSpec(
    id=places.CLASSES,
    title=TITLE,
    columns=(
        ColumnSpec("code", CODE, lambda row: row.code, sort="code", width=104, is_strong=True),
        ColumnSpec("name", NAME, lambda row: row.name, sort="name", width=250),
        ColumnSpec("kind", KIND, _kind, sort="kind", width=246, gives_way=1),
        ColumnSpec("teacher", TEACHER, lambda row: row.teacher, width=160),
        ColumnSpec("people", PEOPLE, _members, width=88, align=Align.END),
        ColumnSpec("hours", HOURS, lambda row: str(row.hours), width=116, align=Align.END, gives_way=2),
        ColumnSpec("room", ROOM, lambda row: row.room, width=130, gives_way=3),
        ColumnSpec("first_on", FIRST, lambda row: said.day(row.first_on), sort="first_on", width=104, gives_way=4),
        ColumnSpec("last_on", LAST, lambda row: said.day(row.last_on), width=116, gives_way=5),
    ),
    ids=list_class_ids,
    rows=list_class_rows,
    row_id=lambda row: row.class_id,
    filters=(
        FilterSpec("state", STATE, (FilterOption(RUNNING, IS_RUNNING), FilterOption(OVER, IS_OVER))),
        FilterSpec("kind", KIND, tuple(FilterOption(one.value, text) for one, text in CLASS_KIND_LABELS.items())),
    ),
    empty=EMPTY,
    default_sort=(Sort("code"),),
    tables=places.CLASS_TABLES,
)


def _form(context: PageContext) -> Form[ClassRow]:
    """Everything a class is."""
    form: Form[ClassRow] = Form(ClassRow, with_bar=False)
    form.add(usual.line("code", CODE, is_required=True), usual.line("name", NAME, is_required=True), spans=(3, 9))
    form.add(
        CodeField("kind", KIND, options=said.options(CLASS_KIND_LABELS), is_required=True),
        fields.teacher_field(context, "teacher_id", TEACHER),
    )
    form.add(
        DateField("first_on", FIRST, today=context.today, is_required=True),
        DateField("last_on", LAST, today=context.today),
        NumberField("capacity", SEATS, least=1, most=500),
        spans=(4, 4, 4),
    )
    form.add(
        fields.programme_field(context, PROGRAMME),
        CodeField("level", LEVEL, options=said.options(SCHOOL_LEVEL_LABELS), hint=LEVEL_HINT),
    )
    form.add(fields.room_field(context, ROOM), usual.line("note", NOTE))
    return form


def _form_anew(context: PageContext) -> Form[ClassRow]:
    """Of a class that may have lessons: also why they stand although they clash with its new facts."""
    form = _form(context)
    form.add(usual.clash_reason())
    return form


def _facts(v: Mapping[str, Any]) -> ClassFacts:
    return ClassFacts(
        v["code"], v["name"], ClassKind(v["kind"]), v["teacher_id"], v["first_on"], v["last_on"],
        v["programme_id"], v["room_id"], None if v["capacity"] is None else int(v["capacity"]),
        SchoolLevel(v["level"]) if v["level"] else None, v["note"],
    )  # fmt: skip


def _add(uow: Any, values: Mapping[str, Any]) -> str:
    return add_class(uow, _facts(values))


def _edit(uow: Any, class_id: str, version: int, values: Mapping[str, Any]) -> object:
    edited = edit_class(uow, EditClass(class_id, version, _facts(values), values["clash_reason"]))
    return warned(edited, find_class_load(uow, class_id))


def _void(uow: Any, class_id: str, version: int, reason: str) -> None:
    void_class(uow, VoidRecord(class_id, version, reason))


EDITING: Editing[ClassRow] = Editing(
    verbs=(ADD_CLASS, EDIT_CLASS, VOID_CLASS), form=_form, form_anew=_form_anew, version=lambda row: row.version,
    add=_add, edit=_edit, void=_void,
)  # fmt: skip
