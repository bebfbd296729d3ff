"""Xếp nhiều người vào lớp: everybody inside who is not in the class, chosen by keys and put in at once."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look
from facility_app.modules.education.domain.rights import PLAN_EDUCATION, VIEW_EDUCATION
from facility_app.modules.education.queries.classes import ClassRow, find_class
from facility_app.modules.education.queries.newcomers import (
    IN_NONE,
    IN_SOME,
    NewcomerRow,
    list_newcomer_ids,
    list_newcomer_rows,
)
from facility_app.modules.education.queries.planned import find_class_load
from facility_app.modules.education.service.classes import JoinClass, join_class
from facility_app.modules.education.ui import fields, places
from facility_app.modules.education.ui.class_lists import FROM, JOIN, ChosenClass
from facility_app.modules.education.ui.class_page import GONE
from facility_app.ui.dialogs import Filing, FormDialog
from facility_app.ui.forms import usual
from facility_app.ui.forms.beginning import new_form, shown
from facility_app.ui.forms.value_fields import DateField
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_page import ListPage
from facility_app.ui.lists.warned import Warned, answered, warned
from facility_app.ui.models import ColumnSpec, FilterOption, FilterSpec, ListSpec
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route

TITLE: Final = label("education", "Xếp nhiều người vào lớp")
NAME, CODE, PLACE = label("terms", "Họ và tên"), label("terms", "Mã"), label("terms", "Chỗ ở")
CLASSES = label("education", "Đang ở lớp")
NONE, SOME = label("education", "Chưa ở lớp nào"), label("education", "Đang ở lớp khác")
STATE = label("terms", "Tình trạng")
TITLE_OF = label("education", "Xếp nhiều người vào lớp {code}")
CLASS, PICK = label("education", "Lớp"), label("education", "Hãy chọn lớp ở trên.")
EMPTY = label("education", "Mọi người đang ở cơ sở đều đã ở lớp này.")
NONE_FOUND = label("education", "Không có ai khớp. Bỏ tìm và lọc để xem mọi người.")
SEARCH = label("education", "Tên, mã, chỗ ở…")
BACK = label("verbs", "Về lớp")
ABOUT = label("education", "Xếp {count} người đang chọn vào lớp {name}.")
JOINED = label("education", "Đã xếp {count} người vào lớp.")
CHOOSE = label("education", "Hãy chọn ít nhất một người; Ctrl+A chọn tất cả.")
HINT = label("education", "↓ xuống danh sách · Shift+↓ chọn thêm · Ctrl+A chọn tất cả · Ctrl+N xếp vào lớp")
CLASS_WIDTH: Final = 420


class JoinPage(ListPage):
    """Who can be put into the class of the route, or of the field above the list.

    Attributes:
        class_field: chooses the class.
    """

    def __init__(self, context: PageContext) -> None:
        """Nothing read yet."""
        self._chosen = ChosenClass()
        super().__init__(context, _spec(self._chosen))
        self._row: ClassRow | None = None
        self.class_field = fields.class_field(context, CLASS, is_required=False)
        self.class_field.setMaximumWidth(context.theme.px(CLASS_WIDTH))
        self.class_field.changed.connect(self._on_class_picked)
        column = QVBoxLayout(self._seat)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.class_field)
        column.addWidget(self.panel, 1)

    def join(self) -> None:
        """Ask from when, then put everybody chosen in."""
        people = self.selected_ids()
        if not people or self._row is None:
            return
        form, context = new_form(), self.context
        form.add(DateField("from_on", FROM, today=context.today), usual.clash_reason(), spans=(4, 8))
        filing: Filing[Any] = Filing(
            key=f"{places.JOIN} {self._row.class_id}", save=partial(_join, self._row.class_id, people)
        )
        dialog: FormDialog[Any] = FormDialog(
            context.theme, context.runner, context.drafts, form, filing, title=tr(JOIN),
            text=tr(ABOUT, count=len(people), name=self._row.name), verb=JOIN, parent=self,
        )  # fmt: skip
        dialog.saved.connect(self._on_joined)
        dialog.open_with(shown(from_on=max(context.today(), self._row.first_on)))

    def to_class(self) -> None:
        """Back to the class; to the classes while none is chosen."""
        record = self.route.record
        self.context.go(Route(places.CLASS, record) if record else Route(places.CLASSES))

    def _on_class_picked(self) -> None:
        picked = self.class_field.value()
        if picked and picked != self._chosen.class_id:
            self.context.go(Route(places.JOIN, picked))

    def _on_joined(self, answer: Any) -> None:
        count = answer.answer if isinstance(answer, Warned) else answer
        self.context.say(tr(JOINED, count=count))
        answered(self.context, answer)
        self.to_class()

    def _on_read(self, row: ClassRow | None) -> None:
        self._row = row
        if self._chosen.class_id:
            self.panel.tell_empty(GONE if row is None else EMPTY)
        self.title_changed.emit()
        self.actions_changed.emit()

    def _on_failed(self, _failure: object) -> None:
        # The list beside it says what is wrong.
        self._on_read(None)

    def _why_none(self) -> str | None:
        if self._row is None:
            return tr(PICK)
        return None if self.selected_ids() else tr(CHOOSE)

    @override
    def seat(self) -> QWidget:
        self._seat = QWidget(self)
        return self._seat

    @override
    def open(self, route: Route) -> None:
        # The record is the class, not a row of the list.
        super().open(Route(route.page, "", route.args))
        self.route = route
        self._chosen.class_id, self._row = route.record, None
        self.class_field.set_value(route.record or None)
        self.panel.tell_empty(EMPTY if route.record else PICK)
        self.panel.begin(Look())
        op = self.context.runner.query(self, partial(_read, route.record), topic="class")
        op.success(self._on_read).failure(self._on_failed).run()

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec(
                "education.join_many", JOIN, self.join, "user-plus", "Ctrl+N", PLAN_EDUCATION, self._why_none
            ),
            ActionSpec(
                "education.back_to_class", BACK, self.to_class, "arrow-left", "", VIEW_EDUCATION, is_quiet=True
            ),
        )

    @override
    def title_text(self) -> str:
        return tr(TITLE) if self._row is None else tr(TITLE_OF, code=self._row.code)

    @override
    def first_focus(self) -> QWidget:
        return super().first_focus() if self._chosen.class_id else self.class_field

    @override
    def subtitle_text(self) -> str:
        return "" if self._row is None else f"{self._row.code} · {self._row.name}"

    @override
    def hint_text(self) -> str:
        return tr(HINT)


def _spec(chosen: ChosenClass) -> ListSpec[NewcomerRow]:
    return ListSpec(
        id=places.JOIN,
        title=TITLE,
        columns=(
            ColumnSpec("name", NAME, lambda row: row.name, width=250, is_strong=True),
            ColumnSpec("code", CODE, lambda row: row.code, width=110),
            ColumnSpec("place", PLACE, lambda row: row.place, width=170, gives_way=1),
            ColumnSpec("classes", CLASSES, lambda row: ", ".join(row.classes), width=180),
        ),
        ids=partial(_ids, chosen),
        rows=list_newcomer_rows,
        row_id=lambda row: row.resident_id,
        filters=(FilterSpec("state", STATE, (FilterOption(IN_NONE, NONE), FilterOption(IN_SOME, SOME))),),
        search=SEARCH,
        empty=EMPTY,
        none_found=NONE_FOUND,
        tables=places.CLASS_TABLES | {"stay"},
    )


def _ids(chosen: ChosenClass, uow: Any, look: Look) -> tuple[str, ...]:
    # Of a class that is not there nobody is a newcomer.
    return list_newcomer_ids(uow, chosen.class_id, look) if find_class(uow, chosen.class_id) is not None else ()


def _read(class_id: str, uow: Any) -> ClassRow | None:
    return find_class(uow, class_id)


def _join(class_id: str, people: Sequence[str], uow: Any, v: Mapping[str, Any], _version: int) -> object:
    joined = join_class(uow, JoinClass(class_id, tuple(people), v["from_on"], v["clash_reason"]))
    return warned(joined, find_class_load(uow, class_id, v["from_on"]))
