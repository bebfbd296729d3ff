"""A period and its shares: of everybody who was here in it, how many were given what; shown and printed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.documents.payload import PlainPaper
from facility_app.documents.shares import COUNT, SAID, SHARE, WHAT, ShareLine
from facility_app.kernel.actor import Permission
from facility_app.kernel.dates import format_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import Label, label
from facility_app.kernel.typed import number_text
from facility_app.ui.forms import usual
from facility_app.ui.forms.beginning import new_form, shown
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_card import ListCard
from facility_app.ui.lists.short_list import short_list
from facility_app.ui.models import Align, ColumnSpec, ListSpec
from facility_app.ui.printing.sheets import PlainPress, Sheets
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.theme import SPACE, Tone
from facility_app.ui.widgets import Card, PushButton, words

FROM, TO = label("ui", "Từ ngày"), label("ui", "Đến ngày")
LIST, EMPTY = label("ui", "Kết quả trong kỳ"), label("ui", "Kỳ này không có số liệu.")
SHOW = label("verbs", "Xem kỳ này")
PRINT, MONTH, YEAR = label("verbs", "In bảng tỷ lệ"), label("verbs", "Tháng này"), label("verbs", "Năm nay")
HINT = label("ui", "Ctrl+P in · mỗi người chỉ tính một lần trong kỳ")
_LEAST, _WIDE = 330, 460


@dataclass
class Period:
    """The days whose shares are shown; both count."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class SharesSpec:
    """What is shared out, and how it is read.

    Attributes:
        id: ``<slice>``; its actions and its list begin with it.
        title: of the page.
        permission: whose right it is to look.
        read: ``read(uow, first, last)``; both days count.
        paper: the same on paper.
        file_name: what the paper is kept under.
        tables: what the shares are counted from.
    """

    id: str
    title: Label
    permission: Permission
    read: Callable[[Any, date, date], Sequence[ShareLine]]
    paper: Callable[[Any, date, date], PlainPaper]
    file_name: str
    tables: frozenset[str]


class SharesPage(Page):
    """A period and its shares.

    Attributes:
        form: the period.
        button: shows what was typed.
        shares: the list.
    """

    def __init__(self, press: PlainPress, context: PageContext, spec: SharesSpec) -> None:
        """This year so far."""
        super().__init__(context)
        theme, today = context.theme, context.today()
        self.spec = spec
        self._period = Period(today.replace(month=1, day=1), today)
        self._sheets = Sheets(context, press, self)
        self.form = new_form()
        self.form.add(
            usual.past_day(context, "first", FROM, is_required=True),
            usual.past_day(context, "last", TO, is_required=True),
            spans=(6, 6),
        )
        box = Card(theme, parent=self)
        self.button = PushButton(theme, SHOW, parent=box)
        self.shares = ListCard(context, _list_spec(spec, self._period), parent=self)
        line = QHBoxLayout()
        line.setSpacing(theme.px(12))
        self.form.setMinimumWidth(theme.px(_LEAST))
        self.form.setMaximumWidth(theme.px(_WIDE))
        line.addWidget(self.form, 1)
        line.addLayout(self._beside_fields(self.button))
        line.addStretch(1)
        box.body.addLayout(line)
        # Of the year's people most have left: who compares with those present now must know what is counted.
        box.body.addWidget(words(tr(SAID), ink=Tone.NEUTRAL, is_wrapped=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(box)
        column.addWidget(self.shares, 1)
        self._show_period()
        self.form.submitted.connect(self._on_submitted)
        self.button.clicked.connect(self.form.submit)

    def show_month(self) -> None:
        """This month so far."""
        today = self.context.today()
        self._set(today.replace(day=1), today)

    def show_year(self) -> None:
        """This year so far."""
        today = self.context.today()
        self._set(today.replace(month=1, day=1), today)

    def print_shares(self) -> None:
        """The shares on paper."""
        self._sheets.show(partial(_paper, self.spec, self._period.first, self._period.last), self.spec.file_name)

    def _set(self, first: date, last: date) -> None:
        self._period.first, self._period.last = first, last
        self._show_period()
        self._begin()

    def _show_period(self) -> None:
        self.form.load(shown(first=self._period.first, last=self._period.last))

    def _on_submitted(self, values: Mapping[str, Any]) -> None:
        faults = Faults()
        faults.span("last", values["first"], values["last"])
        try:
            faults.refuse()
        except UserError as refused:
            self.form.show_refusal(refused)
        else:
            self._set(values["first"], values["last"])

    def _beside_fields(self, button: PushButton) -> QVBoxLayout:
        """A column as a field's: empty where the others have their head, then the button."""
        column = QVBoxLayout()
        column.setContentsMargins(0, SPACE, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(words("", weight="medium"))
        column.addWidget(button)
        column.addStretch(1)
        return column

    def _begin(self) -> None:
        self.shares.begin()
        self.title_changed.emit()

    @override
    def title_text(self) -> str:
        return tr(self.spec.title)

    @override
    def subtitle_text(self) -> str:
        return f"{format_date(self._period.first)} – {format_date(self._period.last)}"

    @override
    def hint_text(self) -> str:
        return tr(HINT)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        own, view = self.spec.id, self.spec.permission
        return (
            ActionSpec(f"{own}.print_shares", PRINT, self.print_shares, "printer", "Ctrl+P", view),
            ActionSpec(f"{own}.this_month", MONTH, self.show_month, "calendar", "", view),
            ActionSpec(f"{own}.this_year", YEAR, self.show_year, "calendar", "", view),
        )

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        self.shares.begin()

    @override
    def first_focus(self) -> QWidget:
        return self.form.fields["first"]


def _list_spec(spec: SharesSpec, period: Period) -> ListSpec[Any]:
    columns: tuple[ColumnSpec[Any], ...] = (
        ColumnSpec("what", WHAT, lambda row: tr(row.what), width=520, is_strong=True),
        ColumnSpec("count", COUNT, lambda row: number_text(row.count), width=110, align=Align.END),
        ColumnSpec("share", SHARE, lambda row: row.share, width=110, align=Align.END),
    )
    read = partial(_read, spec, period)
    return short_list(f"{spec.id}.shares", LIST, EMPTY, columns, read, lambda row: row.key, spec.tables)


def _read(spec: SharesSpec, period: Period, uow: Any) -> Sequence[ShareLine]:
    return spec.read(uow, period.first, period.last)


def _paper(spec: SharesSpec, first: date, last: date, uow: Any) -> PlainPaper:
    return spec.paper(uow, first, last)
