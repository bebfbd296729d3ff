"""Khóa sổ: the months that are closed, and the next one with what the safe should hold."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QBoxLayout
from typing_extensions import override

from facility_app.kernel.labels import Label, label
from facility_app.kernel.money import Money
from facility_app.kernel.paging import Look
from facility_app.modules.deposits.domain import CLOSE_MONTHS
from facility_app.modules.deposits.papers import months_paper
from facility_app.modules.deposits.queries.months import MonthPreview, MonthRow, list_months, preview_month
from facility_app.modules.deposits.service.months import CloseMonth, close_month
from facility_app.modules.deposits.ui import fields, places, words
from facility_app.modules.deposits.ui.fields import note_line, shown
from facility_app.ui.dialogs.form_dialog import Filing, FormDialog
from facility_app.ui.forms.beginning import new_form
from facility_app.ui.forms.usual import line
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_page import ListPage
from facility_app.ui.models import Align, ColumnSpec, ListSpec
from facility_app.ui.printing.sheets import PlainPress, Sheets
from facility_app.ui.shell.spec import ActionSpec, PageContext
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import BigNumberStrip, Figure

TITLE = label("deposits", "Khóa sổ lưu ký")
CLOSE, PRINT = label("verbs", "Khóa sổ tháng"), label("verbs", "In bảng khóa sổ")
ASK = label(
    "deposits",
    "Tháng {month}: đầu kỳ {opening}, thu {received}, chi {paid}, cuối kỳ {closing}. Đếm tiền trong két rồi ghi "
    "số đếm được. Sau khi khóa, không ghi thêm được ngày nào của tháng này.",
)
CLOSED = label("deposits", "Đã khóa sổ tháng {month}.")
NO_ROWS = label("deposits", "Sổ lưu ký chưa có dòng nào nên chưa có tháng để khóa.")
NOT_OVER = label("deposits", "Tháng {month} đến hết ngày {day} mới xong; khóa sổ từ ngày hôm sau.")
MONTH = label("deposits", "Tháng tiếp theo: {month}")
OF_MONTH = label("deposits", "{what} {month}")
OPENING, RECEIVED = label("deposits", "Đầu kỳ"), label("deposits", "Thu")
PAID, CLOSING = label("deposits", "Chi"), label("deposits", "Cuối kỳ")
FILE_NAME = "khoa so luu ky"


class Months:
    """What the list shows, with the next month beside it.

    Attributes:
        preview: the next month as of the last reading.
    """

    def __init__(self) -> None:
        """Nothing read."""
        self.rows: tuple[MonthRow, ...] = ()
        self.preview: MonthPreview | None = None

    def ids(self, uow: Any, _look: Look) -> tuple[str, ...]:
        """Ids of the closed months."""
        self.rows, self.preview = list_months(uow), preview_month(uow)
        return tuple(row.month_id for row in self.rows)

    def of(self, uow: Any, ids: Sequence[str]) -> tuple[MonthRow, ...]:
        """Those rows."""
        known = {row.month_id: row for row in self.rows or list_months(uow)}
        return tuple(known[one] for one in ids if one in known)


def spec_of(months: Months) -> ListSpec[MonthRow]:
    """The list of closed months."""
    return ListSpec(
        id=places.MONTHS,
        title=TITLE,
        columns=(
            ColumnSpec(
                "first_on", label("deposits", "Tháng"), _month, _first, width=80, is_strong=True, is_whole=True
            ),
            ColumnSpec("opening", OPENING, _opening, _opening_value, width=114, align=Align.END),
            ColumnSpec("received", RECEIVED, _received, _received_value, width=114, align=Align.END),
            ColumnSpec("paid", PAID, _paid, _paid_value, width=114, align=Align.END),
            ColumnSpec("closing", CLOSING, _closing, _closing_value, width=114, align=Align.END),
            ColumnSpec(
                "counted", label("deposits", "Kiểm đếm"), _counted, _counted_value, width=114, align=Align.END
            ),
            ColumnSpec("difference", label("deposits", "Chênh lệch"), _difference, width=114, tone=_tone),
            ColumnSpec("officer", label("deposits", "Người khóa sổ"), _officer, width=150, gives_way=1),
            ColumnSpec("why", label("deposits", "Giải thích"), _why, width=210, wraps=True),
        ),
        ids=months.ids,
        rows=months.of,
        row_id=_row_id,
        search=None,
        empty=label("deposits", "Chưa khóa sổ tháng nào."),
        tables=frozenset({"deposit_entry", "deposit_month"}),
    )


class MonthsPage(ListPage):
    """The next month as numbers, the closed ones below."""

    def __init__(self, press: PlainPress, context: PageContext) -> None:
        """Make the page."""
        self._months = Months()
        super().__init__(context, spec_of(self._months))
        self._sheets = Sheets(context, press, self)
        self.strip = BigNumberStrip(context.theme, self)
        box = self.layout()
        if isinstance(box, QBoxLayout):
            box.setSpacing(context.theme.px(8))
            box.insertWidget(0, self.strip)
        self.panel.model.counted.connect(self._on_counted)

    def close_month(self) -> None:
        """Ask what was counted."""
        seen = self._months.preview
        if seen is None:
            return
        form = new_form()
        form.add(
            fields.money("counted", label("deposits", "Tiền đếm được trong két")),
            line("officer_name", label("deposits", "Người khóa sổ"), hint=fields.OFFICER_HINT),
        )
        form.add(note_line("difference_note", label("deposits", "Vì sao chênh lệch, xử lý thế nào")))
        filing: Filing[Any] = Filing(key="deposits.close_month", save=partial(_close, seen.first_on))
        dialog: FormDialog[Any] = FormDialog(
            self.context.theme, self.context.runner, self.context.drafts, form, filing,
            title=tr(CLOSE),
            text=tr(
                ASK,
                month=_name_of(seen.first_on),
                opening=words.amount(seen.opening),
                received=words.amount(seen.received),
                paid=words.amount(seen.paid),
                closing=words.amount(seen.closing),
            ),
            verb=tr(CLOSE),
            parent=self,
        )  # fmt: skip
        dialog.saved.connect(partial(self._on_closed, _name_of(seen.first_on)))
        dialog.open_with(shown())

    def print_months(self) -> None:
        """Show the months as a sheet."""
        self._sheets.show(months_paper, FILE_NAME)

    def _why_not(self) -> str | None:
        seen = self._months.preview
        if seen is None:
            return tr(NO_ROWS)
        if seen.is_over:
            return None
        return tr(NOT_OVER, month=_name_of(seen.first_on), day=words.day(seen.last_on))

    def _on_closed(self, month: str, _answer: object) -> None:
        self.context.say(tr(CLOSED, month=month))

    def _on_counted(self, _count: int) -> None:
        seen = self._months.preview
        if seen is None:
            self.strip.set_figures(())
        else:
            figures: tuple[tuple[Label, Money], ...] = (
                *((OPENING, seen.opening), (RECEIVED, seen.received), (PAID, seen.paid)),
                (CLOSING, seen.closing),
            )
            self.strip.set_figures(
                [
                    Figure(str(text), tr(OF_MONTH, what=text, month=_name_of(seen.first_on)), words.amount(one))
                    for text, one in figures
                ]
            )
        self.title_changed.emit()
        self.actions_changed.emit()

    @override
    def subtitle_text(self) -> str:
        seen = self._months.preview
        return "" if seen is None else tr(MONTH, month=_name_of(seen.first_on))

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec(
                "deposits.close_month", CLOSE, self.close_month, "lock", "Ctrl+N", CLOSE_MONTHS, self._why_not
            ),
            ActionSpec("deposits.print_months", PRINT, self.print_months, "printer", "Ctrl+P"),
        )


def _close(first_on: date, uow: Any, values: Mapping[str, Any], _version: int) -> object:
    command = CloseMonth(
        first_on, values["counted"], values["difference_note"] or "", values["officer_name"] or ""
    )
    return close_month(uow, command)


def _name_of(day: date) -> str:
    return f"{day:%m/%Y}"


def _month(row: MonthRow) -> str:
    return _name_of(row.first_on)


def _first(row: MonthRow) -> date:
    return row.first_on


def _opening(row: MonthRow) -> str:
    return words.amount(row.opening)


def _opening_value(row: MonthRow) -> Money:
    return row.opening


def _received(row: MonthRow) -> str:
    return words.amount(row.received)


def _received_value(row: MonthRow) -> Money:
    return row.received


def _paid(row: MonthRow) -> str:
    return words.amount(row.paid)


def _paid_value(row: MonthRow) -> Money:
    return row.paid


def _closing(row: MonthRow) -> str:
    return words.amount(row.closing)


def _closing_value(row: MonthRow) -> Money:
    return row.closing


def _counted(row: MonthRow) -> str:
    return words.amount(row.counted)


def _counted_value(row: MonthRow) -> Money:
    return row.counted


def _difference(row: MonthRow) -> str:
    return "–" if row.difference == Money(0) else words.amount(row.difference)


def _tone(row: MonthRow) -> Tone | None:
    return None if row.difference == Money(0) else Tone.WARNING


def _officer(row: MonthRow) -> str:
    return row.officer_name


def _why(row: MonthRow) -> str:
    return row.difference_note or ""


def _row_id(row: MonthRow) -> str:
    return row.month_id
