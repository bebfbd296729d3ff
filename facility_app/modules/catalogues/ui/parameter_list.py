"""The list of legal parameters: what counts today, since when, by which article, and how sure that is."""

from decimal import Decimal

from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.modules.catalogues.domain import EDIT_PARAMETERS, EVIDENCE_LABELS, PICKED_BY_LABELS
from facility_app.modules.catalogues.queries import ParameterRow, list_parameter_ids, list_parameter_rows
from facility_app.modules.catalogues.ui import words
from facility_app.modules.catalogues.ui.parameter_dialog import SET, ask_value
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_page import ListPage
from facility_app.ui.models import Align, ColumnSpec, FilterOption, FilterSpec, ListSpec
from facility_app.ui.shell.spec import ActionSpec, PageContext
from facility_app.ui.theme import Tone

LIST_PAGE, ONE_PAGE = "catalogues.parameters", "catalogues.parameter"
TITLE = label("catalogues_ui", "Thông số pháp lý")
WHAT = label("catalogues_ui", "Thông số")
VALUE = label("catalogues_ui", "Giá trị hôm nay")
REGIME = label("catalogues_ui", "Chế độ")
VALID = label("catalogues_ui", "Hiệu lực")
ARTICLE = label("catalogues_ui", "Căn cứ")
EVIDENCE = label("catalogues_ui", "Mức tin cậy")
CHOOSE_ONE = label("catalogues_ui", "Hãy chọn một thông số trong danh sách trước.")
HINT = label("catalogues_ui", "Enter xem mọi giá trị · F2 đặt giá trị mới")


def _row_id(row: ParameterRow) -> str:
    return row.row_id


def _what(row: ParameterRow) -> str:
    return tr(row.text)


def _value(row: ParameterRow) -> str:
    return words.held_text(row.in_force)


def _value_typed(row: ParameterRow) -> object:
    value = "" if row.in_force is None else row.in_force.held.value
    return Decimal(value) if value and "/" not in value else value


def _value_ink(row: ParameterRow) -> Tone | None:
    return Tone.NEUTRAL if row.in_force is None else None


def _regime(row: ParameterRow) -> str:
    return words.regime_in_short(row.regime)


def _valid(row: ParameterRow) -> str:
    return "" if row.in_force is None else words.span_text(row.in_force.held.span)


def _article(row: ParameterRow) -> str:
    return "" if row.in_force is None else row.in_force.article


def _evidence(row: ParameterRow) -> str:
    return "" if row.in_force is None else tr(words.EVIDENCE_IN_SHORT[row.in_force.held.evidence])


def _evidence_tone(row: ParameterRow) -> Tone | None:
    return None if row.in_force is None else words.EVIDENCE_TONES[row.in_force.held.evidence]


PARAMETERS: ListSpec[ParameterRow] = ListSpec(
    id=LIST_PAGE,
    title=TITLE,
    columns=(
        ColumnSpec("text", WHAT, _what, width=300, is_strong=True, wraps=True),
        ColumnSpec("value", VALUE, _value, _value_typed, width=170, align=Align.END, ink=_value_ink),
        ColumnSpec("regime", REGIME, _regime, width=100),
        ColumnSpec("valid", VALID, _valid, width=142),
        ColumnSpec("evidence", EVIDENCE, _evidence, width=190, tone=_evidence_tone, gives_way=2),
        ColumnSpec("article", ARTICLE, _article, width=176, wraps=True),
    ),
    ids=list_parameter_ids,
    rows=list_parameter_rows,
    row_id=_row_id,
    filters=(
        FilterSpec("picked_by", REGIME, tuple(FilterOption(key, text) for key, text in PICKED_BY_LABELS.items())),
        FilterSpec("evidence", EVIDENCE, tuple(FilterOption(key, text) for key, text in EVIDENCE_LABELS.items())),
    ),
    search=label("catalogues_ui", "Tìm thông số, không cần dấu…"),
    none_found=label("catalogues_ui", "Không có thông số nào khớp. Hãy thử ít chữ hơn."),
    tables=frozenset({"parameter_edit"}),
    is_public=True,
)


class ParametersPage(ListPage):
    """The list; Enter tells one in full, F2 decides a new value."""

    def __init__(self, context: PageContext) -> None:
        """Make the page."""
        super().__init__(context, PARAMETERS, opens=ONE_PAGE)
        self._verbs = (
            ActionSpec(
                "catalogues.set_parameter", SET, self.set_value, "pencil", "F2", EDIT_PARAMETERS, self._why_not
            ),
        )
        self.panel.model.counted.connect(self._on_counted)
        self.panel.model.dataChanged.connect(self.actions_changed)

    def row(self) -> ParameterRow | None:
        """The one parameter selected."""
        ids = self.selected_ids()
        return self.panel.model.row_of(ids[0]) if len(ids) == 1 else None

    def set_value(self) -> None:
        """Ask for a new dated value of the one selected."""
        row = self.row()
        if row is not None:
            ask_value(self.context, row, self)

    def _why_not(self) -> str | None:
        return tr(CHOOSE_ONE) if self.row() is None else None

    def _on_counted(self, count: int) -> None:
        if count and not self.selected_ids():
            self.panel.table.select_ids(self.panel.model.ids[:1])

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return self._verbs

    @override
    def hint_text(self) -> str:
        return tr(HINT)
