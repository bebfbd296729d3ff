"""Vắng mặt: everybody who is away or about to be; who should be back stands first, in red."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from typing_extensions import override

from facility_app.documents.payload import PlainPaper
from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look, Sort
from facility_app.modules.absences.domain import KEEP_CASES, VIEW_ABSENCES
from facility_app.modules.absences.domain.cases import CASE_KIND_LABELS
from facility_app.modules.absences.papers.sheets import list_paper
from facility_app.modules.absences.queries.cases import (
    ASKED,
    AWAY,
    OVER,
    OVERDUE,
    CaseRow,
    list_case_ids,
    list_case_rows,
)
from facility_app.modules.absences.ui import fields, places, words
from facility_app.modules.absences.ui.press import Press
from facility_app.modules.absences.ui.printed import Sheets
from facility_app.modules.absences.ui.verbs import PACK
from facility_app.ui.dialogs.asking import ask
from facility_app.ui.forms.beginning import new_form, shown
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_page import ListPage
from facility_app.ui.models import ColumnSpec, FilterOption, FilterSpec, ListSpec
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.theme import Tone

TITLE = label("absences", "Vắng mặt")
RECORD = label("verbs", "Ghi vắng mặt")
PRINT = label("verbs", "In danh sách")
WHO = label("absences", "Ai vắng mặt? Chọn xong sẽ mở thẻ Vắng mặt của người đó.")
HINT = label("absences", "Enter mở hồ sơ vắng mặt của người đang chọn")
CHOOSE = label("absences", "Hãy chọn một người bỏ trốn hoặc tự ý rời cơ sở trong danh sách.")


def _name(row: CaseRow) -> str:
    return row.name


def _code(row: CaseRow) -> str:
    return row.code


def _kind(row: CaseRow) -> str:
    return tr(CASE_KIND_LABELS[row.kind])


def _state(row: CaseRow) -> str:
    return words.state(row.state, is_overdue=row.is_overdue)


def _tone(row: CaseRow) -> Tone | None:
    return words.state_tone(row.state, row.kind, is_overdue=row.is_overdue)


def _where(row: CaseRow) -> str:
    return row.destination or ""


def _left(row: CaseRow) -> str:
    return words.at(row.left_at)


def _due(row: CaseRow) -> str:
    return words.at(row.due_back_at)


def _back(row: CaseRow) -> str:
    return words.at(row.back_at)


def _place(row: CaseRow) -> str:
    return row.place or ""


def _row_id(row: CaseRow) -> str:
    return row.case_id


ABSENCES: ListSpec[CaseRow] = ListSpec(
    id=places.LIST,
    title=TITLE,
    columns=(
        ColumnSpec("name", label("terms", "Họ và tên"), _name, width=156, is_strong=True),
        ColumnSpec("code", label("terms", "Mã"), _code, width=92, is_paper_number=True),
        ColumnSpec("kind", label("absences", "Vắng vì"), _kind, sort="kind", width=168, wraps=True),
        ColumnSpec("state", label("absences", "Tình trạng"), _state, sort="state", width=150, tone=_tone),
        ColumnSpec("where", label("absences", "Nơi đến"), _where, width=240, gives_way=2),
        ColumnSpec("left_at", label("absences", "Đi lúc"), _left, sort="left_at", width=156, gives_way=1),
        ColumnSpec("due_back_at", label("absences", "Hạn trở lại"), _due, sort="due_back_at", width=156),
        ColumnSpec("back_at", label("absences", "Trở lại lúc"), _back, sort="back_at", width=168, is_hidden=True),
        ColumnSpec("place", label("absences", "Chỗ ở"), _place, width=160, is_hidden=True),
    ),
    ids=list_case_ids,
    rows=list_case_rows,
    row_id=_row_id,
    filters=(
        FilterSpec(
            "state",
            label("absences", "Tình trạng"),
            (
                FilterOption(OVERDUE, label("absences", "Quá hạn trở lại")),
                FilterOption(AWAY, label("absences", "Đang vắng mặt")),
                FilterOption(ASKED, label("absences", "Chờ quyết định, chưa đi")),
                FilterOption(OVER, label("absences", "Đã xong")),
            ),
        ),
        FilterSpec(
            "kind",
            label("absences", "Vắng vì"),
            tuple(FilterOption(kind, text) for kind, text in CASE_KIND_LABELS.items()),
        ),
    ),
    search=label("absences", "Tên, mã, số cuối giấy tờ…"),
    empty=label("absences", "Không có ai vắng mặt. Mỗi lần vắng mặt của một người sẽ hiện ở đây."),
    none_found=label("absences", "Không có lần vắng mặt nào khớp. Bỏ tìm và lọc để xem cả những lần đã xong."),
    default_sort=(Sort("due_back_at"),),
    tables=frozenset({"resident", "resident_card", *places.TABLES}),
)


class AbsencesPage(ListPage):
    """The list; those away until the user wants others."""

    def __init__(self, press: Press, context: PageContext) -> None:
        """Make the page."""
        super().__init__(
            context,
            ABSENCES,
            actions=(
                ActionSpec("absences.record", RECORD, self.record, "plus", "Ctrl+N", KEEP_CASES),
                ActionSpec(
                    "absences.take_pack",
                    PACK,
                    self.print_pack,
                    "bell",
                    "Ctrl+Shift+B",
                    KEEP_CASES,
                    self._why_no_pack,
                ),
                ActionSpec("absences.print_list", PRINT, self.print_list, "printer", "Ctrl+P", VIEW_ABSENCES),
            ),
        )
        self._sheets = Sheets(context, press, self)
        self._is_new = context.memory.get(places.LIST) is None
        self.panel.row_activated.connect(self._on_case_activated)
        self._minute = QTimer(self)
        self._minute.setInterval(places.A_MINUTE_MS)
        self._minute.timeout.connect(self.look_again)

    def look_again(self) -> None:
        """A minute went by: who should be back by now turns red."""
        self.panel.model.reload()

    def record(self) -> None:
        """Ask who, and open their tab."""
        form = new_form()
        form.add(fields.person_field(self.context))
        dialog = ask(self.context, self, form, "absences record", RECORD, tr(WHO), shown(), _person_id)
        dialog.saved.connect(self._on_person)

    def print_pack(self) -> None:
        """The alarm file of whoever is chosen."""
        row = self._missed()
        if row is not None:
            self._sheets.show_pack(row.case_id, "ho so bao dong")

    def print_list(self) -> None:
        """Show the list as it stands, as a sheet."""
        self._sheets.show(partial(_paper, self.panel.model.ids), "danh sach vang mat")

    def _missed(self) -> CaseRow | None:
        chosen = self.selected_ids()
        row = self.panel.model.row_of(chosen[0]) if len(chosen) == 1 else None
        return row if row is not None and row.kind in words.MISSED else None

    def _why_no_pack(self) -> str | None:
        return tr(CHOOSE) if self._missed() is None else None

    def _on_person(self, resident_id: Any) -> None:
        self.context.go(Route(places.PERSON, str(resident_id), {"tab": places.TAB}))

    def _on_case_activated(self, case_id: str) -> None:
        row = self.panel.model.row_of(case_id)
        if row is not None:
            self.context.go(Route(places.PERSON, row.resident_id, {"tab": places.TAB}))

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        if self._is_new and not route.args:
            self.panel.begin(Look(filters={"state": AWAY}, sorts=ABSENCES.default_sort))

    @override
    def hint_text(self) -> str:
        return tr(HINT)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._minute.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._minute.stop()


def _person_id(_uow: Any, values: Mapping[str, Any]) -> object:
    return values["resident_id"]


def _paper(ids: Sequence[str], uow: Any) -> PlainPaper:
    return list_paper(uow, list_case_rows(uow, ids))
