"""Báo cáo dược: what is owed under TT 18/2026 stands here by itself, late in red; printed and sent from here."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look
from facility_app.modules.pharmacy.domain import MAKE_PAPERS, READ_TAKEN, SIGN_REPORTS
from facility_app.modules.pharmacy.domain.due import (
    DUE_LABELS,
    URGENCY_LABELS,
    DueKind,
    Urgency,
    is_kept,
    is_sent,
)
from facility_app.modules.pharmacy.papers.payloads import find_years
from facility_app.modules.pharmacy.queries.due import DueRow, list_due
from facility_app.modules.pharmacy.queries.papers import LossRow, list_losses
from facility_app.modules.pharmacy.queries.reports import SentReportRow, list_sent_reports
from facility_app.modules.pharmacy.queries.returns import ReturnHead, list_returns
from facility_app.modules.pharmacy.ui import fields, places, report_deeds
from facility_app.modules.pharmacy.ui import report_columns as columns
from facility_app.modules.pharmacy.ui.deed import DeedDialog
from facility_app.modules.pharmacy.ui.press import Press
from facility_app.modules.pharmacy.ui.printed import Papers
from facility_app.modules.pharmacy.ui.report_cards import RecordCards
from facility_app.ui.dialogs.form_dialog import Filing, FormDialog
from facility_app.ui.forms.beginning import new_form, shown
from facility_app.ui.forms.lookup_fields import LookupField
from facility_app.ui.forms.picker import Choice
from facility_app.ui.i18n import tr
from facility_app.ui.lists.beside import Beside
from facility_app.ui.lists.list_card import CHOOSE
from facility_app.ui.lists.list_panel import ListPanel
from facility_app.ui.lists.read_rows import Board
from facility_app.ui.models import ColumnSpec, FilterOption, FilterSpec, ListSpec
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import BigNumberStrip, Figure

TITLE = label("pharmacy", "Báo cáo dược")
PRINT, SENT = label("verbs", "In"), label("verbs", "Ghi đã gửi")
PRINT_ALL = label("verbs", "In tất cả")
NONE_TO_PRINT = label("pharmacy", "Không có phiếu, trang sổ, biên bản nào chờ in.")
OPEN, ATTACH = label("verbs", "Mở nơi làm việc này"), label("verbs", "Lưu bản đã ký")
YEAR = label("verbs", "In báo cáo năm (PL IX)")
SAVED = label("pharmacy", "Đã ghi là đã gửi.")
NO_PAPER = label("pharmacy", "Việc này không in mẫu riêng; hãy mở nơi làm để ký hoặc báo cáo.")
NOT_SENT = label("pharmacy", "Loại này chỉ cần in, ký và lưu; không ghi đã gửi.")
LATE, TODAY = label("pharmacy", "Quá hạn"), label("pharmacy", "Đến hạn hôm nay")
SOON, ALL_DONE = label("pharmacy", "Sắp đến hạn"), label("pharmacy", "Không còn giấy tờ dược nào phải làm.")
HINT = label("pharmacy", "Ctrl+P in việc đang chọn · Enter mở nơi làm")
WHERE = {
    DueKind.SIGN_BOOK: places.BOOK,
    DueKind.PRINT_BOOK: places.BOOK,
    DueKind.DESTRUCTION: places.DESTRUCTIONS,
    DueKind.REQUISITION: places.REQUESTS,
    DueKind.SLIP: places.SLIPS,
}
"""The page of the store where each is done; a loss is found at the right."""


class ReportsPage(Page):
    """What is owed at the left; losses, returns and years at the right."""

    def __init__(self, press: Press, context: PageContext) -> None:
        """Make the page."""
        super().__init__(context)
        self._board = Board(list_due, columns.due_id, _picked)
        self.spec = _spec(self._board)
        self._press = press
        self._papers = Papers(press, context, self)
        self.strip = BigNumberStrip(context.theme, self)
        self.strip.activated.connect(self._on_figure_chosen)
        row = Beside(context, 400, self)
        self.panel = ListPanel(self.spec, context.runner, context.theme, context.memory, parent=row.floor)
        row.hold(self.panel)
        self.panel.model.counted.connect(row.set_rows)
        self.side, inner = row.side, row.inner
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(context.theme.px(8))
        box.addWidget(self.strip)
        box.addWidget(row, 1)
        self._lay_records(inner)
        self.panel.row_activated.connect(self._on_opened)
        self.panel.selection_changed.connect(self.actions_changed)
        self.panel.summary_changed.connect(self.summary_changed)
        self.panel.model.counted.connect(self._on_counted)
        self.panel.model.dataChanged.connect(self.actions_changed)

    def _lay_records(self, inner: QWidget) -> None:
        """What happened, at the right."""
        records = RecordCards(self.context, inner, self.print_loss, self.print_return)
        self.losses, self.returns, self.years = records.losses, records.returns, records.years
        for card in (self.losses, self.returns, self.years):
            self.side.addWidget(card)
        self.side.addStretch(1)

    def row(self) -> Any:
        """What is chosen; None while nothing is."""
        chosen = self.panel.table.selected_ids()
        return self.panel.model.row_of(chosen[0]) if len(chosen) == 1 else None

    def why_no_row(self) -> str | None:
        """Why nothing can be done with a row."""
        return None if self.row() is not None else tr(CHOOSE)

    def print_one(self) -> None:
        """The paper of what is chosen."""
        row: DueRow = self.row()
        self._papers.show(row.form_id, row.record_id)

    def print_all(self) -> None:
        """Every paper the list shows that is only printed, signed and kept."""
        model = self.panel.model
        found = [row for row in map(model.row_of, model.ids) if row is not None and is_kept(row.kind)]
        self._papers.show_many([(row.form_id, row.record_id, row.about) for row in found])

    def attach(self) -> None:
        """The scan of the signed paper."""
        row: DueRow = self.row()
        self._papers.attach(row.form_id, row.record_id)

    def open_work(self) -> None:
        """Where what is chosen is done."""
        row: DueRow | None = self.row()
        if row is not None:
            self._go(row)

    def sent(self) -> None:
        """It went out under a number."""
        row: DueRow = self.row()
        form, deed = report_deeds.sending(self.context, row, SENT)
        dialog = DeedDialog(self._press, self.context, form, deed, self)
        dialog.saved.connect(self._on_sent)
        dialog.open_with(shown())

    def print_year(self) -> None:
        """The report of a year of one's choice."""
        form = new_form()
        field = LookupField(
            "year",
            label("pharmacy", "Năm báo cáo"),
            runner=self.context.runner,
            lookup=_years,
            find=_year,
            is_required=True,
        )
        form.add(field)
        filing: Filing[Any] = Filing(key="pharmacy.year", save=_chosen_year)
        dialog: FormDialog[Any] = FormDialog(
            self.context.theme,
            self.context.runner,
            self.context.drafts,
            form,
            filing,
            title=tr(YEAR),
            verb=tr(fields.GO_ON),
            parent=self,
        )
        dialog.saved.connect(self._on_year_chosen)
        dialog.open_with(shown())

    def print_loss(self) -> None:
        """The loss chosen, as PL XI."""
        row: LossRow | None = self.losses.row()
        if row is not None:
            self._papers.show("T18-XI", row.loss_id)

    def print_return(self) -> None:
        """The minutes chosen, as PL XVIII."""
        row: ReturnHead | None = self.returns.row()
        if row is not None:
            self._papers.show("T18-XVIII", row.return_id)

    def ask_records(self) -> None:
        """Read losses, returns and years."""
        op = self.context.runner.query(self, _records, topic="records")
        op.success(self._on_records).failure(self._on_failed).run()

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec(
                "pharmacy.print_due", PRINT, self.print_one, "printer", "Ctrl+P", MAKE_PAPERS, self._why_not_print
            ),
            ActionSpec("pharmacy.send_report", SENT, self.sent, "send", "", SIGN_REPORTS, self._why_not_sent),
            ActionSpec("pharmacy.open_work", OPEN, self.open_work, "arrow-right", "", None, self.why_no_row),
            ActionSpec("pharmacy.print_all", PRINT_ALL, self.print_all, "files", "", MAKE_PAPERS, self._why_none),
            ActionSpec("pharmacy.print_year", YEAR, self.print_year, "calendar", "", MAKE_PAPERS),
            ActionSpec(
                "pharmacy.attach_due",
                ATTACH,
                self.attach,
                "paperclip",
                "",
                MAKE_PAPERS,
                self._why_not_print,
                is_in_menu=True,
            ),
        )

    @override
    def title_text(self) -> str:
        return tr(TITLE)

    @override
    def hint_text(self) -> str:
        return tr(HINT)

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        if route.args:
            self.panel.begin(Look("", {key: value for key, value in route.args.items() if value}))

    @override
    def first_focus(self) -> QWidget:
        return self.panel.table

    def _go(self, row: DueRow) -> None:
        where = WHERE.get(row.kind)
        if where is None:
            self.losses.select_when_here(row.record_id)
        else:
            # A page of the book is no record: which day it is stands at its left.
            self.context.go(Route(where, "" if where == places.BOOK else row.record_id))

    def _on_opened(self, _row_id: str) -> None:
        self.open_work()

    def _on_failed(self, failure: Failure) -> None:
        self.context.say(failure.words, Tone.DANGER)

    def _on_records(self, found: tuple[Sequence[LossRow], Sequence[ReturnHead], Sequence[SentReportRow]]) -> None:
        for card, rows in zip((self.losses, self.returns, self.years), found, strict=True):
            card.show_rows(rows)

    def _on_sent(self, _answer: object) -> None:
        self.context.say(tr(SAVED))

    def _on_year_chosen(self, year: str) -> None:
        self._papers.show("T18-IX", year)

    def _on_figure_chosen(self, key: str) -> None:
        look = self.panel.model.look
        wanted = {"urgency": key}
        filters = {} if dict(look.filters) == wanted else wanted
        self.panel.show_look(Look(look.text, filters, look.sorts))

    def _on_counted(self, count: int) -> None:
        if count and not self.panel.table.selected_ids():
            self.panel.table.select_ids(self.panel.model.ids[:1])
        with QSignalBlocker(self.strip):
            self.strip.set_figures(_figures(self._board.rows))
        self.ask_records()

    def _why_none(self) -> str | None:
        return None if any(is_kept(row.kind) for row in self._board.rows) else tr(NONE_TO_PRINT)

    def _why_not_print(self) -> str | None:
        row: DueRow | None = self.row()
        if row is None:
            return self.why_no_row()
        return None if row.form_id else tr(NO_PAPER)

    def _why_not_sent(self) -> str | None:
        row: DueRow | None = self.row()
        if row is None:
            return self.why_no_row()
        return None if is_sent(row.kind) else tr(NOT_SENT)


def _spec(board: Board) -> ListSpec[DueRow]:
    return ListSpec(
        id=places.REPORTS,
        title=TITLE,
        columns=(
            ColumnSpec(
                "urgency",
                label("pharmacy", "Hạn"),
                columns.due_urgency,
                width=106,
                tone=columns.due_tone,
            ),
            ColumnSpec("kind", label("pharmacy", "Việc"), columns.due_kind, width=188, is_strong=True, wraps=True),
            ColumnSpec("about", label("pharmacy", "Của"), columns.due_about, width=300, wraps=True),
            ColumnSpec("form", label("pharmacy", "Mẫu"), columns.due_form, width=78, gives_way=2),
            ColumnSpec("due", label("pharmacy", "Trước"), columns.due_at, width=146, gives_way=1),
        ),
        ids=board.ids,
        rows=board.of,
        row_id=columns.due_id,
        filters=(
            FilterSpec(
                "urgency",
                label("pharmacy", "Hạn"),
                tuple(FilterOption(str(code), text) for code, text in URGENCY_LABELS.items()),
            ),
            FilterSpec(
                "kind",
                label("pharmacy", "Việc"),
                tuple(FilterOption(str(code), text) for code, text in DUE_LABELS.items()),
            ),
        ),
        search=None,
        empty=ALL_DONE,
        none_found=label("pharmacy", "Không có việc nào khớp với bộ lọc."),
        tables=frozenset(
            {
                *("stock_entry", "stock_day", "loss_report", "destruction", "requisition", "stock_slip"),
                *("medicine_return", "sent_report", "issued_paper"),
            }
        ),
    )


def _picked(rows: Sequence[DueRow], look: Look) -> list[DueRow]:
    urgency, kind = look.filters.get("urgency", ""), look.filters.get("kind", "")
    return [row for row in rows if urgency in {"", row.urgency} and kind in {"", row.kind}]


def _figures(rows: Sequence[DueRow]) -> tuple[Figure, ...]:
    counts = {one: sum(row.urgency is one for row in rows) for one in Urgency}
    late, today = counts[Urgency.LATE], counts[Urgency.TODAY]
    return (
        Figure(Urgency.LATE.value, tr(LATE), str(late), tone=Tone.DANGER if late else Tone.NEUTRAL),
        Figure(Urgency.TODAY.value, tr(TODAY), str(today), tone=Tone.WARNING if today else Tone.NEUTRAL),
        Figure(Urgency.SOON.value, tr(SOON), str(counts[Urgency.SOON])),
    )


def _records(uow: Any) -> tuple[Sequence[LossRow], Sequence[ReturnHead], Sequence[SentReportRow]]:
    returns = list_returns(uow) if uow.actor.may(READ_TAKEN) else ()
    return list_losses(uow), returns, list_sent_reports(uow)


def _years(uow: Any, text: str) -> list[Choice]:
    return [Choice(year, name) for year, name in find_years(uow, text)]


def _year(uow: Any, year: str) -> Choice | None:
    return next((Choice(one, name) for one, name in find_years(uow, "") if one == year), None)


def _chosen_year(_uow: Any, values: Mapping[str, Any], _version: int) -> str:
    return str(values["year"])
