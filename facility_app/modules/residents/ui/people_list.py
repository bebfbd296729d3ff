"""The list of people: found by any words, narrowed by state, and opened with Enter."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt

from facility_app.kernel.labels import label
from facility_app.kernel.paging import Sort
from facility_app.kernel.sex import SEX_LABELS
from facility_app.modules.residents.domain import EXPORT_LISTS, REGISTER_RESIDENTS
from facility_app.modules.residents.domain.card import RESIDENT_STATUS_LABELS
from facility_app.modules.residents.domain.safety import ALERT_KIND_LABELS
from facility_app.modules.residents.queries.people import (
    ANY_ALERT,
    GONE_LAST,
    ResidentRow,
    list_resident_ids,
    list_resident_rows,
)
from facility_app.modules.residents.service.exports import ExportList, export_list
from facility_app.modules.residents.ui import words
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_page import ListPage
from facility_app.ui.models import Align, ColumnSpec, FilterOption, FilterSpec, ListSpec
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.theme import Tone

LIST_PAGE, PERSON_PAGE, ADD_PAGE = "residents.list", "residents.person", "residents.add"
TITLE = label("residents", "Người cai nghiện")
ADD = label("verbs", "Thêm người cai nghiện")


def _code(row: ResidentRow) -> str:
    return row.code


def _name(row: ResidentRow) -> str:
    return row.name


def _sex(row: ResidentRow) -> str:
    return tr(SEX_LABELS[row.sex])


def _birth(row: ResidentRow) -> str:
    return row.birth


def _age(row: ResidentRow) -> str:
    return str(row.age)


def _age_value(row: ResidentRow) -> int:
    return row.age


def _paper(row: ResidentRow) -> str:
    return row.paper or ""


def _status(row: ResidentRow) -> str:
    return tr(RESIDENT_STATUS_LABELS[row.status])


def _status_tone(row: ResidentRow) -> Tone:
    return words.status_tone(row.status)


def _place(row: ResidentRow) -> str:
    return row.place or ""


def _end(row: ResidentRow) -> str:
    return words.day(row.expected_end_on)


def _end_value(row: ResidentRow) -> date | None:
    return row.expected_end_on


def _alerts(row: ResidentRow) -> str:
    return words.alerts_text(row.alerts)


def _alerts_value(row: ResidentRow) -> str:
    return words.all_alerts_text(row.alerts)


def _alerts_tone(row: ResidentRow) -> Tone | None:
    return words.alerts_tone(row.alerts)


def _row_id(row: ResidentRow) -> str:
    return row.resident_id


def _export(uow: Any, list_id: str, columns: tuple[str, ...], count: int) -> object:
    return export_list(uow, ExportList(list_id, columns, count))


PEOPLE: ListSpec[ResidentRow] = ListSpec(
    id=LIST_PAGE,
    title=TITLE,
    columns=(
        ColumnSpec("code", label("terms", "Mã"), _code, sort="code", width=92, is_paper_number=True),
        ColumnSpec("name", label("terms", "Họ và tên"), _name, sort="name", width=178, is_strong=True),
        ColumnSpec("birth", label("terms", "Ngày sinh"), _birth, sort="birth", width=114, gives_way=4),
        ColumnSpec("age", label("terms", "Tuổi"), _age, _age_value, width=54, align=Align.END),
        ColumnSpec("sex", label("terms", "Giới"), _sex, sort="sex", width=58, gives_way=5),
        ColumnSpec("status", label("terms", "Tình trạng"), _status, sort="status", width=146, tone=_status_tone),
        ColumnSpec("place", label("terms", "Chỗ ở"), _place, sort="place", width=148, gives_way=3),
        ColumnSpec(
            "expected_end_on",
            label("terms", "Dự kiến xong"),
            _end,
            _end_value,
            sort="expected_end_on",
            width=118,
            gives_way=2,
        ),
        # Of these some are medical: they stay on the screen of whoever may read them.
        ColumnSpec(
            "alerts",
            label("terms", "Cảnh báo"),
            _alerts,
            _alerts_value,
            width=168,
            tone=_alerts_tone,
            stays_inside=True,
        ),
        ColumnSpec("paper", label("terms", "Số giấy tờ"), _paper, width=136, is_paper_number=True, gives_way=6),
    ),
    ids=list_resident_ids,
    rows=list_resident_rows,
    row_id=_row_id,
    filters=(
        FilterSpec(
            "status",
            label("terms", "Tình trạng"),
            tuple(FilterOption(status, text) for status, text in RESIDENT_STATUS_LABELS.items()),
        ),
        FilterSpec(
            "sex",
            label("terms", "Giới tính"),
            tuple(FilterOption(sex, text) for sex, text in SEX_LABELS.items()),
        ),
        FilterSpec(
            "alert",
            label("terms", "Cảnh báo"),
            (
                FilterOption(ANY_ALERT, label("residents", "Có cảnh báo bất kỳ")),
                *(FilterOption(kind, text) for kind, text in ALERT_KIND_LABELS.items()),
            ),
        ),
        FilterSpec(
            "ends_within",
            label("residents", "Sắp hết hạn"),
            (
                FilterOption("7", label("residents", "trong 7 ngày tới")),
                FilterOption("30", label("residents", "trong 30 ngày tới")),
                FilterOption("90", label("residents", "trong 90 ngày tới")),
            ),
        ),
    ),
    search=label("residents", "Tên, mã, số cuối giấy tờ…"),
    empty=label("residents", "Chưa có người cai nghiện nào trong dữ liệu của cơ sở."),
    none_found=label("residents", "Không có ai khớp. Hãy thử ít chữ hơn, bỏ dấu, hoặc vài số cuối của giấy tờ."),
    # The house first: of the years behind it most people have left.
    default_sort=(Sort(GONE_LAST), Sort("name")),
    tables=frozenset({"resident", "resident_card", "resident_alias", "resident_paper", "resident_alert"}),
    export=_export,
    export_right=EXPORT_LISTS,
)


class PeoplePage(ListPage):
    """Everybody, with what one does from there."""

    def __init__(self, context: PageContext) -> None:
        """Make the page."""
        super().__init__(
            context,
            PEOPLE,
            opens=PERSON_PAGE,
            actions=(
                ActionSpec(
                    "residents.register_resident",
                    ADD,
                    self._on_add,
                    icon="user-plus",
                    shortcut="Ctrl+N",
                    permission=REGISTER_RESIDENTS,
                ),
            ),
        )

        # Between asking and the answer the rows shown are of another question: Enter must not open one of them.
        self._is_asking = self._is_entered = False
        self.panel.model.looked.connect(self._on_looked)
        self.panel.model.counted.connect(self._on_counted)
        self.panel.search.returnPressed.connect(self._on_search_entered)

    def _open_only_hit(self) -> None:
        """One hit is meant; of several the user chooses with the arrows."""
        self._is_entered = False
        ids = self.panel.model.ids
        if len(ids) == 1:
            self.context.go(Route(PERSON_PAGE, ids[0]))
        elif ids:
            self.panel.table.setFocus(Qt.FocusReason.TabFocusReason)
            self.panel.table.select_ids(ids[:1])

    def _on_looked(self, _look: object) -> None:
        self._is_asking = True

    def _on_counted(self, _count: int) -> None:
        self._is_asking = False
        if self._is_entered:
            self._open_only_hit()

    def _on_search_entered(self) -> None:
        search = self.panel.search.searched_text()
        if not search:
            return
        self._is_entered = True
        if search == self.panel.model.look.text and not self._is_asking:
            self._open_only_hit()

    def _on_add(self) -> None:
        self.context.go(Route(ADD_PAGE))
