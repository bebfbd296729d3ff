"""Tủ trực, nơi để thuốc: who holds which cabinet, since when, who handed it over; taken over with a count."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.modules.pharmacy.domain import COUNT_STOCK, HOLD_CABINET, KEEP_CATALOGUE
from facility_app.modules.pharmacy.domain.classes import PLACE_KIND_LABELS, PlaceKind
from facility_app.modules.pharmacy.queries.catalogue import PlaceRow, ShiftRow, list_places, list_shifts
from facility_app.modules.pharmacy.service.catalogue import add_place
from facility_app.modules.pharmacy.ui import medicine_form as forms
from facility_app.modules.pharmacy.ui import places, words
from facility_app.modules.pharmacy.ui.assent import Given
from facility_app.modules.pharmacy.ui.deed import Deed, DeedDialog
from facility_app.modules.pharmacy.ui.press import Press
from facility_app.ui.forms.beginning import shown
from facility_app.ui.i18n import tr
from facility_app.ui.lists.read_rows import Board
from facility_app.ui.lists.sided_page import SidedPage
from facility_app.ui.models import ColumnSpec, ListSpec
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.theme import Tone

TITLE = label("pharmacy", "Tủ trực, nơi để thuốc")
TAKE_OVER, COUNT = label("verbs", "Kiểm đếm và nhận tủ"), label("verbs", "Kiểm kê nơi này")
ADD = label("verbs", "Thêm nơi để thuốc")
ADDED = label("pharmacy", "Đã thêm nơi để thuốc.")
SHIFTS = label("pharmacy", "Các ca giữ tủ")
NO_SHIFTS = label("pharmacy", "Chưa ai nhận giữ.")
NOT_A_CABINET = label("pharmacy", "Chỉ tủ thuốc trực được giao ca. Hãy chọn một tủ trực.")
NOBODY = label("pharmacy", "Chưa ai giữ")
NOW = label("pharmacy", "đang giữ")
HINT = label("pharmacy", "Ctrl+T kiểm đếm và nhận tủ đang chọn")


class PlacesPage(SidedPage):
    """The places, and at their right who held the one chosen."""

    def __init__(self, press: Press, context: PageContext) -> None:
        """Make the page."""
        super().__init__(context, _spec(), wide=460)
        self._press = press
        self.shifts = self.card("pharmacy.shifts", SHIFTS, SHIFT_COLUMNS, _shift_id, NO_SHIFTS)
        self.side.addWidget(self.shifts, 1)

    def take_over(self) -> None:
        """Count the cabinet chosen, then take it over."""
        row = self.row()
        if row is not None:
            self.context.go(Route(places.COUNT, row.place_id, {places.TAKE_OVER_ARG: "1"}))

    def count(self) -> None:
        """Count the place chosen."""
        row = self.row()
        if row is not None:
            self.context.go(Route(places.COUNT, row.place_id))

    def add(self) -> None:
        """A new place."""
        deed = Deed(verb="pharmacy.add_place", title=ADD, save=_add)
        dialog = DeedDialog(self._press, self.context, forms.place_form(), deed, self)
        dialog.saved.connect(self._on_added)
        dialog.open_with(shown())

    @override
    def ask_side(self) -> None:
        row: PlaceRow | None = self.row()
        if row is None:
            self._on_shifts(())
            return
        op = self.context.runner.query(self, partial(_shifts, row.place_id), topic="shifts")
        op.success(self._on_shifts).run()

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec(
                "pharmacy.take_over_cabinet",
                TAKE_OVER,
                self.take_over,
                "key",
                "Ctrl+T",
                HOLD_CABINET,
                self._why_no_cabinet,
            ),
            ActionSpec("pharmacy.record_count", COUNT, self.count, "list-check", "", COUNT_STOCK, self.why_no_row),
            ActionSpec("pharmacy.add_place", ADD, self.add, "plus", "Ctrl+N", KEEP_CATALOGUE),
        )

    @override
    def hint_text(self) -> str:
        return tr(HINT)

    def _on_shifts(self, rows: Sequence[ShiftRow]) -> None:
        self.shifts.show_rows(tuple(rows))

    def _on_added(self, saved: Any) -> None:
        self.panel.select_when_here(saved.id)
        self.context.say(tr(ADDED))

    def _why_no_cabinet(self) -> str | None:
        row = self.row()
        if row is None:
            return self.why_no_row()
        return None if row.kind is PlaceKind.CABINET else tr(NOT_A_CABINET)


def _spec() -> ListSpec[PlaceRow]:
    board = Board(list_places, _row_id)
    return ListSpec(
        id=places.PLACES,
        title=TITLE,
        columns=(
            ColumnSpec("code", label("terms", "Mã"), _code, width=58, is_paper_number=True),
            ColumnSpec("name", label("terms", "Tên"), _name, width=226, is_strong=True, wraps=True),
            ColumnSpec("kind", label("pharmacy", "Loại nơi để"), _kind, width=190, gives_way=1, wraps=True),
            ColumnSpec("holder", label("pharmacy", "Người giữ"), _holder, width=140, tone=_holder_tone),
            ColumnSpec("since", label("pharmacy", "Từ lúc"), _since, width=146, gives_way=2),
        ),
        ids=board.ids,
        rows=board.of,
        row_id=_row_id,
        search=None,
        empty=label("pharmacy", "Chưa có nơi để thuốc nào. Hãy thêm tủ khóa, kho, tủ trực, khu biệt trữ."),
        tables=frozenset({"stock_place", "cabinet_shift"}),
    )


def _add(uow: Any, values: Mapping[str, Any], _given: Given, _version: int) -> object:
    return add_place(uow, forms.place_of(values))


def _shifts(place_id: str, uow: Any) -> tuple[ShiftRow, ...]:
    return list_shifts(uow, place_id)


def _row_id(row: PlaceRow) -> str:
    return row.place_id


def _code(row: PlaceRow) -> str:
    return row.code


def _name(row: PlaceRow) -> str:
    return row.name


def _kind(row: PlaceRow) -> str:
    return tr(PLACE_KIND_LABELS[row.kind])


def _holder(row: PlaceRow) -> str:
    if row.kind is not PlaceKind.CABINET:
        return "–"
    return row.holder or tr(NOBODY)


def _holder_tone(row: PlaceRow) -> Tone | None:
    return Tone.WARNING if row.kind is PlaceKind.CABINET and not row.holder_id else None


def _since(row: PlaceRow) -> str:
    return words.moment(row.held_from)


def _shift_id(row: ShiftRow) -> str:
    return row.shift_id


def _shift_holder(row: ShiftRow) -> str:
    return row.holder


def _shift_from(row: ShiftRow) -> str:
    return words.moment(row.from_at)


def _shift_to(row: ShiftRow) -> str:
    return words.moment(row.ended_at) if row.ended_at is not None else tr(NOW)


def _shift_witness(row: ShiftRow) -> str:
    return row.witness


SHIFT_COLUMNS = (
    ColumnSpec("holder", label("pharmacy", "Người giữ"), _shift_holder, width=120, is_strong=True, wraps=True),
    ColumnSpec("from", label("pharmacy", "Từ lúc"), _shift_from, width=146),
    ColumnSpec("to", label("pharmacy", "Đến lúc"), _shift_to, width=146),
    ColumnSpec("witness", label("pharmacy", "Người giao, chứng kiến"), _shift_witness, width=130, gives_way=1),
)
