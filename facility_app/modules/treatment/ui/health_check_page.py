"""Đến hạn khám sức khỏe: who is due for the yearly check or the one before leaving; Enter writes it down."""

from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.documents.payload import PlainPaper
from facility_app.kernel.dates import LOCAL, format_date
from facility_app.kernel.labels import label
from facility_app.kernel.typed import number_text
from facility_app.modules.treatment.domain import READ_RECORD, WRITE_RECORD
from facility_app.modules.treatment.domain.health_check import HealthCheckKind
from facility_app.modules.treatment.queries.health_checks import (
    DueCheckRow,
    list_due_check_ids,
    list_due_check_rows,
)
from facility_app.modules.treatment.service.printing import print_health_check
from facility_app.modules.treatment.ui import health_check_forms as forms
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_card import ListCard
from facility_app.ui.models import Align, ColumnSpec, ListSpec
from facility_app.ui.printing.sheets import PlainPress, Sheets
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.theme import Tone

PAGE: Final = "treatment.health_checks"
PERSON: Final = "residents.person"
TABLES: Final = frozenset({"health_check", "stay", "resident_card", "parameter_edit"})
TITLE: Final = label("treatment", "Đến hạn khám sức khỏe")
LIST: Final = label("treatment", "Người có mặt đến hạn khám, quá hạn lâu nhất đứng trước")
EMPTY: Final = label("treatment", "Không có ai đến hạn khám sức khỏe.")
HINT: Final = label("treatment", "Enter ghi khám cho người đang chọn · Ctrl+N ghi khám cho người khác")
COUNT: Final = label("treatment", "{count} lần khám đến hạn")
ANOTHER: Final = label("verbs", "Ghi khám người khác")
OPEN: Final = label("verbs", "Mở trang của người này")
RECORDED: Final = label("treatment", "Đã ghi khám sức khỏe; phiếu mở để in.")
OVERDUE: Final = label("treatment", "quá hạn từ {day}")
NEVER: Final = label("treatment", "chưa khám lần nào")
SHORT: Final = {
    HealthCheckKind.YEARLY: label("treatment", "Định kỳ"),
    HealthCheckKind.RELEASE: label("treatment", "Trước khi ra cơ sở"),
}
FILE: Final = "phieu kham suc khoe"


class HealthChecksPage(Page):
    """The list of who is due.

    Attributes:
        due: the list.
    """

    def __init__(self, press: PlainPress, context: PageContext) -> None:
        """Make it; ``press`` sets the paper."""
        super().__init__(context)
        self.due = ListCard(context, self._spec(), parent=self)
        self._sheets = Sheets(context, press, self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.due)
        self.due.row_activated.connect(self._on_activated)
        self.due.selection_changed.connect(self.actions_changed)
        self.due.model.counted.connect(self._on_counted)

    def record(self) -> None:
        """Whoever is selected was examined."""
        row: DueCheckRow | None = self.due.row()
        if row is not None and self.context.may(WRITE_RECORD):
            self._follow(forms.ask_record(self.context, self, row.stay_id, row.name, row.kind))

    def record_another(self) -> None:
        """Somebody was examined before they were due."""
        self._follow(forms.ask_record(self.context, self))

    def open_person(self) -> None:
        """The health of whoever is selected."""
        row: DueCheckRow | None = self.due.row()
        if row is not None:
            self.context.go(Route(PERSON, row.resident_id, {"tab": "treatment.person"}))

    def _follow(self, dialog: Any) -> None:
        dialog.saved.connect(self._on_saved)

    def _on_saved(self, check_id: object) -> None:
        self.context.say(tr(RECORDED), Tone.OK)
        self._sheets.take(partial(_paper, str(check_id)), FILE)

    def _on_activated(self, _row_id: str) -> None:
        self.record()

    def _on_counted(self, _count: int) -> None:
        self.title_changed.emit()
        self.actions_changed.emit()

    @override
    def title_text(self) -> str:
        return tr(TITLE)

    @override
    def subtitle_text(self) -> str:
        count = len(self.due.model.ids)
        return tr(COUNT, count=number_text(count)) if count else ""

    @override
    def hint_text(self) -> str:
        return tr(HINT)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        none = self.due.why_no_row
        return (
            ActionSpec(
                "treatment.record_health_check", forms.RECORD, self.record, "stethoscope", "Ctrl+Shift+K",
                WRITE_RECORD, none,
            ),
            ActionSpec(
                "treatment.record_another_check", ANOTHER, self.record_another, "plus", "Ctrl+N", WRITE_RECORD
            ),
            ActionSpec(
                "treatment.open_due_check", OPEN, self.open_person, "user", "Ctrl+Shift+O", READ_RECORD, none,
            ),
        )  # fmt: skip

    @override
    def first_focus(self) -> QWidget:
        return self.due.table

    def _spec(self) -> ListSpec[Any]:
        columns: tuple[ColumnSpec[Any], ...] = (
            ColumnSpec("name", label("terms", "Họ và tên"), _name, width=210, is_strong=True),
            ColumnSpec("code", label("terms", "Mã"), _code, width=110),
            ColumnSpec("due", label("treatment", "Hạn khám"), self._due, width=170, tone=self._tone),
            ColumnSpec("kind", label("treatment", "Loại khám"), _kind, width=170),
            ColumnSpec("last", label("treatment", "Khám gần nhất"), _last, width=150),
            ColumnSpec("place", label("treatment", "Chỗ ở"), _place, width=150, gives_way=1),
            ColumnSpec("age", label("treatment", "Tuổi"), _age, width=64, align=Align.END, gives_way=2),
        )
        return ListSpec(
            id=PAGE, title=LIST, columns=columns, ids=list_due_check_ids, rows=list_due_check_rows, row_id=_row_id,
            search=None, empty=EMPTY, tables=TABLES,
        )  # fmt: skip

    def _is_over(self, row: DueCheckRow) -> bool:
        return row.due_on < self.context.clock.now().astimezone(LOCAL).date()

    def _due(self, row: DueCheckRow) -> str:
        day = format_date(row.due_on)
        return tr(OVERDUE, day=day) if self._is_over(row) else day

    def _tone(self, row: DueCheckRow) -> Tone:
        return Tone.DANGER if self._is_over(row) else Tone.WARNING


def _row_id(row: DueCheckRow) -> str:
    return row.row_id


def _name(row: DueCheckRow) -> str:
    return row.name


def _code(row: DueCheckRow) -> str:
    return row.code


def _kind(row: DueCheckRow) -> str:
    return tr(SHORT[row.kind])


def _last(row: DueCheckRow) -> str:
    return tr(NEVER) if row.last_on is None else format_date(row.last_on)


def _place(row: DueCheckRow) -> str:
    return row.place


def _age(row: DueCheckRow) -> str:
    return str(row.age)


def _paper(check_id: str, uow: Any) -> PlainPaper:
    return print_health_check(uow, check_id)
