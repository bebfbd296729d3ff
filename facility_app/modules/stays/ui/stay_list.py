"""The list of stays: who is where, who leaves when, who is still here past the day."""

from datetime import date
from typing import Any, Final

from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look, Sort
from facility_app.kernel.regime import REGIME_LABELS
from facility_app.modules.stays.domain.exits_seen import SEEN_EXIT_LABELS
from facility_app.modules.stays.domain.gone import GONE, GONE_LABEL
from facility_app.modules.stays.domain.rights import ADMIT, EXPORT_STAYS
from facility_app.modules.stays.domain.types import PRESENCE_LABELS, STAY_TYPE_LABELS
from facility_app.modules.stays.queries.roll import PAGE
from facility_app.modules.stays.queries.stays import AWAY, OPEN, OVERHELD, StayRow, list_stay_ids, list_stay_rows
from facility_app.modules.stays.service.exports import ExportStays, export_stays
from facility_app.modules.stays.ui import words
from facility_app.modules.stays.ui.admit import ADMIT_TEXT, ask_admission
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_page import ListPage
from facility_app.ui.models import ColumnSpec, FilterOption, FilterSpec, ListSpec
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.theme import Tone

LIST_PAGE: Final = PAGE
PERSON_PAGE: Final = "residents.person"
TERM_PART: Final = "stays.term"
TITLE = label("stays", "Lần cai nghiện")
ADMITTED = label("stays", "Đã tiếp nhận, mở lần cai nghiện {code}.")


def _code(row: StayRow) -> str:
    return row.code


def _name(row: StayRow) -> str:
    return row.name


def _type(row: StayRow) -> str:
    return tr(words.SHORT_TYPES[row.stay_type])


def _regime(row: StayRow) -> str:
    return tr(REGIME_LABELS[row.legal_regime])


def _presence(row: StayRow) -> str:
    return tr(words.SHORT_GONE if row.is_gone else words.SHORT_PRESENCE[row.presence])


def _presence_tone(row: StayRow) -> Tone:
    return Tone.DANGER if row.is_gone else words.PRESENCE_TONES[row.presence]


def _admitted(row: StayRow) -> str:
    return words.day(row.admitted_on)


def _admitted_value(row: StayRow) -> date:
    return row.admitted_on


def _end(row: StayRow) -> str:
    return words.day(_end_value(row))


def _end_value(row: StayRow) -> date | None:
    # Temporary management has no term, and a limit all the same.
    return row.expected_end_on or row.leave_by


def _left(row: StayRow) -> str:
    return words.left_text(row.days_left)


def _left_value(row: StayRow) -> int | None:
    return row.days_left


def _left_tone(row: StayRow) -> Tone | None:
    return words.left_tone(row.days_left)


def _exited(row: StayRow) -> str:
    return words.day(row.exited_on)


def _exited_value(row: StayRow) -> date | None:
    return row.exited_on


def _exit(row: StayRow) -> str:
    return "" if row.exit_code is None else tr(SEEN_EXIT_LABELS[row.exit_code])


def _row_id(row: StayRow) -> str:
    return row.stay_id


def _export(uow: Any, list_id: str, columns: tuple[str, ...], count: int) -> object:
    return export_stays(uow, ExportStays(list_id, columns, count))


STAYS: ListSpec[StayRow] = ListSpec(
    id=LIST_PAGE,
    title=TITLE,
    columns=(
        ColumnSpec("code", label("terms", "Mã"), _code, sort="code", width=106, is_paper_number=True),
        ColumnSpec("name", label("terms", "Họ và tên"), _name, width=168, is_strong=True, wraps=True),
        ColumnSpec("stay_type", label("stays", "Diện"), _type, sort="stay_type", width=170, gives_way=3),
        ColumnSpec("regime", label("stays", "Chế độ luật"), _regime, width=140, gives_way=5),
        ColumnSpec(
            "presence", label("stays", "Có mặt"), _presence, sort="presence", width=134, tone=_presence_tone
        ),
        ColumnSpec(
            "admitted_on",
            label("stays", "Tiếp nhận"),
            _admitted,
            _admitted_value,
            sort="admitted_on",
            width=110,
            gives_way=2,
        ),
        ColumnSpec(
            "expected_end_on", label("stays", "Hết hạn"), _end, _end_value, sort="expected_end_on", width=110
        ),
        ColumnSpec(
            "days_left",
            label("stays", "Ngày ra"),
            _left,
            _left_value,
            sort="leave_by",
            width=142,
            tone=_left_tone,
        ),
        ColumnSpec(
            "exited_on", label("stays", "Đã ra"), _exited, _exited_value, sort="exited_on", width=116, gives_way=4
        ),
        ColumnSpec("exit_code", label("stays", "Lý do ra"), _exit, width=210, gives_way=6),
    ),
    ids=list_stay_ids,
    rows=list_stay_rows,
    row_id=_row_id,
    filters=(
        FilterSpec(
            "state",
            label("stays", "Tình trạng"),
            (
                FilterOption(OPEN, label("stays", "Đang quản lý")),
                FilterOption(AWAY, label("stays", "Tạm vắng")),
                FilterOption(OVERHELD, label("stays", "Quá ngày phải cho ra")),
                FilterOption("ended", label("stays", "Đã kết thúc")),
            ),
        ),
        FilterSpec(
            "stay_type",
            label("stays", "Diện"),
            tuple(FilterOption(kind, text) for kind, text in STAY_TYPE_LABELS.items()),
        ),
        FilterSpec(
            "presence",
            label("stays", "Có mặt"),
            (
                *(FilterOption(state, text) for state, text in PRESENCE_LABELS.items()),
                FilterOption(GONE, GONE_LABEL),
            ),
        ),
        FilterSpec(
            "ends_within",
            label("stays", "Sắp phải cho ra"),
            (
                FilterOption("1", label("stays", "đến hết ngày mai")),
                FilterOption("7", label("stays", "trong 7 ngày tới")),
                FilterOption("15", label("stays", "trong 15 ngày tới")),
                FilterOption("30", label("stays", "trong 30 ngày tới")),
                FilterOption("45", label("stays", "trong 45 ngày tới")),
                FilterOption("60", label("stays", "trong 60 ngày tới")),
            ),
        ),
    ),
    search=label("stays", "Tên, mã, số cuối giấy tờ…"),
    empty=label("stays", "Hiện không quản lý ai. Người được tiếp nhận sẽ hiện ở đây."),
    usual={"state": OPEN},
    none_found=label("stays", "Không có lần cai nghiện nào khớp. Hãy bỏ bớt bộ lọc hoặc gõ ít chữ hơn."),
    default_sort=(Sort("leave_by"),),
    tables=frozenset({"stay", "resident", "resident_card"}),
    export=_export,
    export_right=EXPORT_STAYS,
)


class StaysPage(ListPage):
    """Everybody's stays; those that are open until the user wants others."""

    def __init__(self, context: PageContext) -> None:
        """Make the page."""
        super().__init__(
            context,
            STAYS,
            actions=(
                ActionSpec(
                    "stays.admit_resident",
                    ADMIT_TEXT,
                    self._on_admit,
                    icon="door-enter",
                    shortcut="Ctrl+N",
                    permission=ADMIT,
                ),
            ),
        )
        self._is_new = context.memory.get(LIST_PAGE) is None
        self.panel.row_activated.connect(self._on_stay_activated)

    def _on_admit(self) -> None:
        dialog = ask_admission(self.context, self)
        dialog.saved.connect(self._on_admitted)

    def _on_admitted(self, saved: Any) -> None:
        self.context.say(tr(ADMITTED, code=saved.code))
        self.panel.select_when_here(saved.stay_id)

    def _on_stay_activated(self, stay_id: str) -> None:
        row = self.panel.model.row_of(stay_id)
        if row is not None:
            self.context.go(Route(PERSON_PAGE, row.resident_id, {"tab": TERM_PART}))

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        if self._is_new and not route.args:
            self.panel.begin(Look(filters=STAYS.usual, sorts=STAYS.default_sort))
        self._is_new = False
