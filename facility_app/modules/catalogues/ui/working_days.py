"""The year's days off and days worked instead: what came with the program, and what this facility noted since."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from facility_app.kernel.dates import format_date
from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look, Sort
from facility_app.modules.catalogues.domain import (
    DAY_KIND_LABELS,
    EDIT_WORKING_DAYS,
    EVIDENCE_LABELS,
    DayKind,
    SpecialDay,
)
from facility_app.modules.catalogues.domain.decisions import LINE_LIMIT, REASON_LIMIT
from facility_app.modules.catalogues.queries import (
    get_work_calendar,
    list_working_day_ids,
    list_working_day_rows,
)
from facility_app.modules.catalogues.service import (
    SetWorkingDay,
    VoidWorkingDay,
    set_working_day,
    void_working_day,
)
from facility_app.modules.catalogues.ui import words
from facility_app.ui.days import weekday_text, whole_day
from facility_app.ui.dialogs import Filing, FormDialog, ReasonDialog
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.text_fields import NoteField, TextField
from facility_app.ui.forms.value_fields import DateField
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_page import ListPage
from facility_app.ui.models import ColumnSpec, FilterOption, FilterSpec, ListSpec
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Banner

PAGE = "catalogues.working_days"
TITLE = label("catalogues_ui", "Ngày nghỉ, làm bù")
DAY = label("catalogues_ui", "Ngày")
WEEKDAY = label("catalogues_ui", "Thứ")
KIND = label("catalogues_ui", "Loại ngày")
NAME = label("catalogues_ui", "Tên ngày")
NAME_HINT = label("catalogues_ui", "Ví dụ: Nghỉ bù Tết Dương lịch")
SOURCE = label("catalogues_ui", "Căn cứ")
SOURCE_HINT = label("catalogues_ui", "Số thông báo. Ví dụ: TB 9441/TB-BNV")
EVIDENCE = label("catalogues_ui", "Mức tin cậy")
REASON = label("catalogues_ui", "Lý do")
YEAR = label("catalogues_ui", "Năm")
ADD = label("verbs", "Ghi ngày nghỉ, làm bù")
ADD_TEXT = label(
    "catalogues_ui",
    "Ghi theo thông báo nghỉ lễ, tết, hoán đổi ngày làm việc. Hạn tính theo ngày làm việc được tính lại ngay. "
    "Ngày đã ghi trước đó thì lần ghi này thay thế.",
)
SAVE = label("verbs", "Ghi ngày")
VOID = label("verbs", "Gạch bỏ…")
VOID_TITLE = label("catalogues_ui", "Gạch bỏ ngày {day}")
VOID_TEXT = label("catalogues_ui", "“{name}” ({source}). Ngày này trở lại như danh mục kèm chương trình.")
VOID_VERB = label("verbs", "Gạch bỏ ngày")
CHOOSE_ONE = label("catalogues_ui", "Hãy chọn một ngày trong danh sách trước.")
SHIPPED = label(
    "catalogues_ui",
    "Ngày này có trong danh mục kèm chương trình nên không gạch bỏ được. Thông báo khác đi thì ghi lại chính ngày "
    "này với căn cứ mới.",
)
NOT_SETTLED = label(
    "catalogues_ui",
    "Năm {year} chưa chốt: còn ngày mới là dự kiến hoặc chưa có ngày nào. Khi có thông báo chính thức, hãy ghi "
    "vào đây.",
)
SAVED, VOIDED = label("catalogues_ui", "Đã ghi ngày."), label("catalogues_ui", "Đã gạch bỏ ngày {day}.")
HINT = label("catalogues_ui", "Ctrl+N ghi ngày · Delete gạch bỏ")
YEARS_BACK, YEARS_ON = 1, 2


def _day_id(row: SpecialDay) -> str:
    return row.day.isoformat()


def _day(row: SpecialDay) -> str:
    return format_date(row.day)


def _day_value(row: SpecialDay) -> date:
    return row.day


def _weekday(row: SpecialDay) -> str:
    return weekday_text(row.day)


def _kind(row: SpecialDay) -> str:
    return tr(DAY_KIND_LABELS[row.kind])


def _kind_tone(row: SpecialDay) -> Tone | None:
    return Tone.OK if row.kind is DayKind.OFF else Tone.INFO


def _name(row: SpecialDay) -> str:
    return tr(row.name)


def _source(row: SpecialDay) -> str:
    return row.source


def _evidence(row: SpecialDay) -> str:
    return tr(EVIDENCE_LABELS[row.evidence])


def _evidence_tone(row: SpecialDay) -> Tone | None:
    return words.EVIDENCE_TONES[row.evidence]


def days_spec(this_year: int) -> ListSpec[SpecialDay]:
    """The list; the years around this one can be chosen."""
    years = [str(this_year + step) for step in range(-YEARS_BACK, YEARS_ON + 1)]
    return ListSpec(
        id=PAGE,
        title=TITLE,
        columns=(
            ColumnSpec("day", DAY, _day, _day_value, "day", 116, is_strong=True),
            ColumnSpec("weekday", WEEKDAY, _weekday, width=104),
            ColumnSpec("kind", KIND, _kind, width=140, tone=_kind_tone),
            ColumnSpec("name", NAME, _name, width=300, wraps=True),
            ColumnSpec("source", SOURCE, _source, width=190, wraps=True),
            ColumnSpec("evidence", EVIDENCE, _evidence, width=160, tone=_evidence_tone, gives_way=2),
        ),
        ids=list_working_day_ids,
        rows=list_working_day_rows,
        row_id=_day_id,
        filters=(FilterSpec("year", YEAR, tuple(FilterOption(year, year) for year in years)),),
        search=None,
        empty=label("catalogues_ui", "Năm nay chưa có ngày nghỉ, ngày làm bù nào."),
        none_found=label("catalogues_ui", "Chưa có ngày nghỉ, ngày làm bù nào của năm này."),
        default_sort=(Sort("day"),),
        tables=frozenset({"working_day_edit", "parameter_edit"}),
        is_public=True,
    )


@dataclass(frozen=True, slots=True)
class Noted:
    """What the form shows."""

    day: date | None = None
    kind: str | None = None
    name: str | None = None
    source: str | None = None
    reason: str | None = None


class WorkingDaysPage(ListPage):
    """The list of a year, and what is noted in it."""

    def __init__(self, context: PageContext) -> None:
        """Make the page."""
        super().__init__(context, days_spec(context.today().year))
        self._verbs = (
            ActionSpec("catalogues.set_working_day", ADD, self.add, "plus", "Ctrl+N", EDIT_WORKING_DAYS),
            ActionSpec(
                "catalogues.void_working_day", VOID, self.void, "x", "Delete", EDIT_WORKING_DAYS,
                self._why_no_void, is_dangerous=True,
            ),
        )  # fmt: skip
        self.warning = Banner(context.theme, "", Tone.WARNING, parent=self)
        self.warning.hide()
        box = self.layout()
        if isinstance(box, QVBoxLayout):
            box.setSpacing(context.theme.px(8))
            box.insertWidget(0, self.warning)
        self.panel.model.counted.connect(self._on_counted)
        self.panel.model.dataChanged.connect(self.actions_changed)

    def row(self) -> SpecialDay | None:
        """The one day selected."""
        ids = self.selected_ids()
        return self.panel.model.row_of(ids[0]) if len(ids) == 1 else None

    def add(self) -> None:
        """Ask for a day."""
        context = self.context
        filing: Filing[Noted] = Filing(key="catalogues.set_working_day", save=_set)
        dialog: FormDialog[Noted] = FormDialog(
            context.theme, context.runner, context.drafts, self._form(), filing,
            title=tr(ADD), text=tr(ADD_TEXT), verb=SAVE, parent=self,
        )  # fmt: skip
        dialog.saved.connect(self._on_saved)
        dialog.open_with(Noted(kind=DayKind.OFF.value))

    def void(self) -> None:
        """Ask why the day selected is struck out."""
        row = self.row()
        if row is None or not row.edit_id:
            return
        text = tr(VOID_TEXT, name=row.name, source=row.source)
        title = tr(VOID_TITLE, day=whole_day(row.day))
        dialog = ReasonDialog(self.context.theme, title, text, verb=VOID_VERB, is_dangerous=True, parent=self)
        dialog.given.connect(partial(self._on_void_reason, row))
        dialog.open()

    def year(self) -> int:
        """The year shown."""
        chosen = self.panel.model.look.filters.get("year", "")
        return int(chosen) if chosen else self.context.today().year

    def _form(self) -> Form[Noted]:
        form: Form[Noted] = Form(Noted, with_bar=False)
        kinds = [(kind.value, text) for kind, text in DAY_KIND_LABELS.items()]
        form.add(
            DateField("day", DAY, today=self._today, is_required=True),
            CodeField("kind", KIND, options=kinds, is_required=True),
        )
        form.add(TextField("name", NAME, is_required=True, hint=NAME_HINT, limit=LINE_LIMIT))
        form.add(TextField("source", SOURCE, is_required=True, hint=SOURCE_HINT, limit=LINE_LIMIT))
        form.add(NoteField("reason", REASON, is_required=True, limit=REASON_LIMIT, lines=2))
        return form

    def _today(self) -> date:
        return self.context.today()

    def _why_no_void(self) -> str | None:
        row = self.row()
        if row is None:
            return tr(CHOOSE_ONE)
        return None if row.edit_id else tr(SHIPPED)

    def _on_counted(self, count: int) -> None:
        if count and not self.selected_ids():
            self.panel.table.select_ids(self.panel.model.ids[:1])
        op = self.context.runner.query(self, partial(_is_settled, self.year()), topic="settled")
        op.success(self._on_settled_read).failure(self._on_settled_failed).run()

    def _on_settled_read(self, is_settled: bool) -> None:
        self.warning.set(tr(NOT_SETTLED, year=self.year()), Tone.WARNING)
        self.warning.setVisible(not is_settled)

    def _on_settled_failed(self, _failure: Failure) -> None:
        """The list itself says what is wrong."""

    def _on_saved(self, _edit_id: object) -> None:
        self.context.say(tr(SAVED))

    def _on_void_reason(self, row: SpecialDay, reason: str) -> None:
        op = self.context.runner.command(self, partial(_void, VoidWorkingDay(row.edit_id, reason)))
        op.success(partial(self._on_voided, row)).failure(self._on_refused).run()

    def _on_voided(self, row: SpecialDay, _answer: object) -> None:
        self.context.say(tr(VOIDED, day=format_date(row.day)))

    def _on_refused(self, failure: Failure) -> None:
        self.context.say(failure.words, Tone.DANGER)

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        if not self.panel.model.look.filters:
            self.panel.show_look(Look(filters={"year": str(self.year())}))

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return self._verbs

    @override
    def hint_text(self) -> str:
        return tr(HINT)


def _set(uow: Any, values: Mapping[str, Any], _version: int) -> str:
    return set_working_day(
        uow,
        SetWorkingDay(values["day"], DayKind(values["kind"]), values["name"], values["source"], values["reason"]),
    )


def _void(command: VoidWorkingDay, uow: Any) -> None:
    void_working_day(uow, command)


def _is_settled(year: int, uow: Any) -> bool:
    return get_work_calendar(uow).is_settled(year)
