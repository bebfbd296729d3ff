"""Tiếp nhận: who is being taken in, how far each is, and the three ways in."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any, Final

from typing_extensions import override

from facility_app.kernel.dates import format_date
from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look, Sort
from facility_app.modules.intake.domain.rights import IMPORT_ROSTERS, RECEIVE
from facility_app.modules.intake.domain.steps import STEP_LABELS, STEP_STATE_LABELS, Step, StepState
from facility_app.modules.intake.queries.cases import FINISHED, CaseRow, list_case_rows, list_cases
from facility_app.modules.intake.queries.choices import STAY_TYPES
from facility_app.modules.intake.ui import places
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_page import ListPage
from facility_app.ui.models import ColumnSpec, FilterOption, FilterSpec, ListSpec
from facility_app.ui.models.spec import Align
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.theme import Tone

FROM_LIST = label("verbs", "Nhập danh sách")
HINT = label("intake", "Enter mở hồ sơ tiếp nhận · Ctrl+N tiếp nhận nhanh · Ctrl+Shift+N nhiều người")
DONE_OF = label("intake", "{done}/{total} việc")
TABLES: Final = frozenset(
    {
        *("intake_case", "intake_paper", "intake_health", "stay", "stay_decision", "rehab_plan", "resident"),
        *("door_triage", "red_flag"),
        *("resident_card", "deposit_entry", "belongings_act", "supply_line", "bed_placement"),
    }
)


class Cases:
    """What the list shows, read once for ids and rows."""

    def __init__(self) -> None:
        """Nothing read."""
        self.rows: tuple[CaseRow, ...] = ()

    def ids(self, uow: Any, look: Look) -> tuple[str, ...]:
        """Ids of those the look asks for."""
        self.rows = list_cases(uow, look.filters.get("state", ""))
        return tuple(row.case_id for row in CaseRow.picked(self.rows, look))

    def of(self, uow: Any, ids: Sequence[str]) -> tuple[CaseRow, ...]:
        """Those rows; read anew when one of them is not known."""
        known = {row.case_id: row for row in self.rows}
        if not set(ids) <= known.keys():
            return list_case_rows(uow, ids)
        return tuple(known[one] for one in ids)


class CasesPage(ListPage):
    """The list with its three main actions."""

    def __init__(self, context: PageContext) -> None:
        """Make the page."""
        actions = (
            ActionSpec("intake.fast", places.FAST_TITLE, self.to_fast, "user-plus", "Ctrl+N", RECEIVE),
            ActionSpec("intake.many", places.MANY_TITLE, self.to_many, "users", "Ctrl+Shift+N", RECEIVE),
            ActionSpec("intake.roster", FROM_LIST, self.to_roster, "upload", "", IMPORT_ROSTERS),
        )
        super().__init__(context, spec_of(Cases()), opens=places.CASE, actions=actions)

    def to_fast(self) -> None:
        """One person from a paper decision."""
        self.context.go(Route(places.FAST))

    def to_many(self) -> None:
        """A delivery of several."""
        self.context.go(Route(places.MANY))

    def to_roster(self) -> None:
        """A list from a spreadsheet."""
        self.context.go(Route(places.ROSTER))

    @override
    def hint_text(self) -> str:
        return tr(HINT)


def spec_of(cases: Cases) -> ListSpec[CaseRow]:
    """The list."""
    return ListSpec(
        id=places.LIST,
        title=places.TITLE,
        columns=(
            ColumnSpec(
                "name", label("terms", "Họ và tên"), _name, sort="name", width=160, is_strong=True, wraps=True
            ),
            ColumnSpec(
                "code", label("terms", "Mã"), _code, sort="code", width=104, is_paper_number=True, gives_way=2
            ),
            ColumnSpec(
                "opened_on", label("intake", "Ngày đến"), _opened, _day, sort="opened_on", width=116, gives_way=1
            ),
            ColumnSpec(
                "percent", label("intake", "Đã xong"), _percent, _share, sort="percent", width=104, align=Align.END
            ),
            *(_step_column(step) for step in Step),
            ColumnSpec("type", label("intake", "Diện"), _type, width=230, is_hidden=True),
            ColumnSpec("place", label("intake", "Giường"), _place, width=120, is_hidden=True),
        ),
        ids=cases.ids,
        rows=cases.of,
        row_id=_id,
        filters=(
            FilterSpec(
                "missing",
                label("intake", "Đang thiếu"),
                tuple(FilterOption(str(step), text) for step, text in STEP_LABELS.items()),
            ),
            FilterSpec(
                "state", label("intake", "Tình trạng"), (FilterOption(FINISHED, label("intake", "Đã kết thúc")),)
            ),
            FilterSpec(
                "stay_type",
                label("intake", "Diện"),
                tuple(FilterOption(kind, text) for kind, text in STAY_TYPES.items()),
            ),
        ),
        search=label("intake", "Tên, mã…"),
        empty=label("intake", "Không có ai đang được tiếp nhận."),
        none_found=label("intake", "Không có ai khớp. Hãy bỏ bớt bộ lọc hoặc gõ ít chữ hơn."),
        default_sort=(Sort("opened_on", descending=True),),
        tables=TABLES,
    )


def _step_column(step: Step) -> ColumnSpec[CaseRow]:
    return ColumnSpec(
        f"step_{step}",
        places.STEP_HEADS[step],
        partial(_state, step),
        width=92,
        ink=partial(_ink, step),
    )


def _state(step: Step, row: CaseRow) -> str:
    state = row.state(step)
    return "–" if state is StepState.NOT_OWED else tr(STEP_STATE_LABELS[state])


def _ink(step: Step, row: CaseRow) -> Tone | None:
    # What is half done is where somebody goes on; what was not begun is only said.
    state = row.state(step)
    return places.STATE_TONES[state] if state in {StepState.DONE, StepState.PARTLY} else Tone.NEUTRAL


def _name(row: CaseRow) -> str:
    return row.name


def _code(row: CaseRow) -> str:
    return row.code


def _opened(row: CaseRow) -> str:
    return format_date(row.opened_on)


def _day(row: CaseRow) -> date:
    return row.opened_on


def _percent(row: CaseRow) -> str:
    done, total = row.done
    return tr(DONE_OF, done=done, total=total)


def _share(row: CaseRow) -> int:
    return row.done[0]


def _type(row: CaseRow) -> str:
    return tr(row.type_words) if row.type_words else ""


def _place(row: CaseRow) -> str:
    return row.place


def _id(row: CaseRow) -> str:
    return row.case_id
