"""Kiểm kê một nơi: each of two people writes what they found; what the book says is shown after both have."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import Any, Final

from typing_extensions import override

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.typed import Bounds
from facility_app.modules.pharmacy.domain import COUNT_STOCK, HOLD_CABINET
from facility_app.modules.pharmacy.domain.amounts import UNIT_LABELS, Quantity
from facility_app.modules.pharmacy.domain.rights import RECEIVERS, STAND_IN
from facility_app.modules.pharmacy.papers.sheets import blind_sheet
from facility_app.modules.pharmacy.queries.catalogue import PlaceRow, list_places
from facility_app.modules.pharmacy.queries.shelf import BalanceRow, list_balances
from facility_app.modules.pharmacy.service.cabinets import TakeOverCabinet, take_over_cabinet
from facility_app.modules.pharmacy.service.counts import Counted, Found, RecordCount, record_count
from facility_app.modules.pharmacy.ui import fields, places, words
from facility_app.modules.pharmacy.ui.assent import Given
from facility_app.modules.pharmacy.ui.deed import Deed, DeedDialog
from facility_app.modules.pharmacy.ui.press import Press
from facility_app.modules.pharmacy.ui.sheet_page import SheetPage
from facility_app.ui.forms import usual
from facility_app.ui.forms.beginning import Shown, new_form, shown
from facility_app.ui.grid.columns import SheetRow, number_column
from facility_app.ui.i18n import tr
from facility_app.ui.printing.sheets import Sheets
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route

TITLE = label("pharmacy", "Kiểm kê")
SAVE = label("verbs", "Ghi kiểm kê")
CHOOSE_PLACE = label("verbs", "Chọn nơi kiểm kê")
PRINT_BLIND = label("verbs", "In phiếu đếm")
TAKE_OVER = label("verbs", "Nhận tủ")
NOTHING = label("pharmacy", "Chưa chọn nơi kiểm kê, hoặc nơi ấy không có lô nào.")
NOTHING_HINT = label("pharmacy", "Chọn nơi để thuốc; các lô hiện ra mà không có số của sổ.")
NOTHING_LIES = label("pharmacy", "Tủ này trống.")
FIRST, SECOND = label("pharmacy", "Người đếm 1"), label("pharmacy", "Người đếm 2")
COUNT_LEGEND = label(
    "pharmacy",
    "Hai người đếm riêng rồi mỗi người một cột; lô không còn thì ghi 0. Số của sổ chỉ hiện sau khi ghi.",
)
EQUAL = label("pharmacy", "Đã ghi kiểm kê: mọi lô khớp với sổ.")
DIFFER = label("pharmacy", "Đã ghi kiểm kê: {count} lô lệch với sổ, cần giải trình.")
TAKE_OVER_TEXT = label(
    "pharmacy",
    "Tủ {place}. Người đang giữ tủ xác nhận bàn giao; nếu vắng thì điều dưỡng trưởng hoặc người đứng đầu "
    "giao thay và nêu lý do.",
)
WHY_ABSENT = label("pharmacy", "Vì sao người giữ tủ không giao (nếu giao thay)")
TAKEN_OVER = label("pharmacy", "Đã nhận tủ {place}.")
ONE_COUNTED = label(
    "errors",
    "Nơi này có thuốc phải kiểm soát đặc biệt nên hai người phải đếm riêng. Hãy ghi đủ cột “Người đếm 2” rồi lưu.",
)
ONE_COUNTED_HERE = label("errors", "Cần số đếm của người thứ hai")
PLACE_AT = label("pharmacy", "Nơi: {place}")
NO_PLACE = label("pharmacy", "Chưa chọn nơi kiểm kê.")
HEADS = (
    label("pharmacy", "Thuốc"),
    label("pharmacy", "Số lô"),
    label("pharmacy", "Hạn dùng"),
    label("pharmacy", "ĐVT"),
)
WIDTHS: Final = (110, 110, 80)
PIECES: Final = Bounds(3, Decimal(0), Decimal(10**9))
FILE_NAME: Final = "phieu dem thuoc"


class CountPage(SheetPage):
    """The lots of one place without the book's numbers, and two columns to write in."""

    page_title, verb = TITLE, "pharmacy.record_count"
    empty_text, empty_hint, empty_verb = NOTHING, NOTHING_HINT, CHOOSE_PLACE

    def __init__(self, press: Press, context: PageContext) -> None:
        """Nothing read yet."""
        form = new_form()
        form.add(
            fields.past_day(context),
            fields.hour(),
            usual.line("note", fields.NOTE),
            spans=(2, 2, 8),
        )
        columns = tuple(
            replace(number_column(key, head, bounds=PIECES, width=130), legend=tr(COUNT_LEGEND))
            for key, head in (("first", FIRST), ("second", SECOND))
        )
        super().__init__(press, context, form, HEADS, columns, save_words=SAVE, head_widths=WIDTHS)
        self._press = press
        self._sheets = Sheets(context, press, self)
        self._lots: dict[str, BalanceRow] = {}
        self._place: PlaceRow | None = None

    def choose_place(self) -> None:
        """Another place to count."""
        fields.ask_place(self.context, self, CHOOSE_PLACE, self._on_place_chosen)

    def print_blind(self) -> None:
        """The empty sheet to count by hand."""
        self._sheets.show(partial(_blind, self.route.record), FILE_NAME)

    def take_over(self, count_id: str | None) -> None:
        """Take the cabinet over with the count just made."""
        place = self._place
        if place is None:
            return
        form = new_form()
        form.add(fields.note_line("reason", WHY_ABSENT))
        deed = Deed(
            verb="pharmacy.take_over_cabinet",
            title=TAKE_OVER,
            text=tr(TAKE_OVER_TEXT, place=place.name),
            save=partial(_take_over, place.place_id, count_id),
            record=place.place_id,
            roles=RECEIVERS | STAND_IN.roles,
        )
        dialog = DeedDialog(self._press, self.context, form, deed, self)
        dialog.saved.connect(partial(self._on_taken_over, place.name))
        dialog.open_with(shown())

    @override
    def begin_elsewhere(self) -> None:
        if self._is_hand_over() and self._place is not None:
            self.take_over(None)
        else:
            self.choose_place()

    @override
    def read(self, uow: Any) -> tuple[PlaceRow | None, tuple[BalanceRow, ...]]:
        place = next((one for one in list_places(uow) if one.place_id == self.route.record), None)
        rows = () if place is None else list_balances(uow, place.place_id)
        return place, tuple(sorted(rows, key=lambda row: (row.name, row.expires_on, row.lot_no)))

    @override
    def begin(self, seen: Any) -> Shown:
        return shown()

    @override
    def rows(self, seen: tuple[PlaceRow | None, tuple[BalanceRow, ...]]) -> Sequence[SheetRow]:
        self._place, lots = seen
        self._lots = {one.lot_id: one for one in lots}
        is_over = self._is_hand_over() and self._place is not None
        self.empty_verb = TAKE_OVER if is_over else CHOOSE_PLACE
        self.empty_text = NOTHING_LIES if is_over else NOTHING
        return tuple(
            SheetRow(
                one.lot_id,
                (one.name, one.lot_no, words.day(one.expires_on), tr(UNIT_LABELS[one.measure.stock_unit])),
            )
            for one in lots
        )

    @override
    def save(
        self, uow: Any, values: Mapping[str, Any], cells: Mapping[str, Mapping[str, Any]], given: Given
    ) -> object:
        second = self._found(cells, "second")
        if len(second) < len(self._lots) and any(one.drug_class.is_controlled for one in self._lots.values()):
            raise UserError("second_count_missing", ONE_COUNTED, fields={"second": ONE_COUNTED_HERE})
        command = RecordCount(
            self.route.record,
            self._found(cells, "first"),
            fields.moment_of(self.context, values),
            values["note"] or "",
            given.countersign,
            second,
        )
        return record_count(uow, command)

    @override
    def done(self, answer: Counted) -> None:
        count = len(answer.differing)
        self.context.say(tr(DIFFER, count=count) if count else tr(EQUAL))
        if self._is_hand_over():
            self.ask()
            self.take_over(answer.count_id)
        else:
            self.context.go(Route(places.COUNTS, answer.count_id))

    @override
    def subtitle_text(self) -> str:
        return "" if self._place is None else tr(PLACE_AT, place=self._place.name)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec(
                "pharmacy.choose_place", CHOOSE_PLACE, self.choose_place, "map-pin", "Ctrl+Shift+F", COUNT_STOCK
            ),
            ActionSpec(
                "pharmacy.print_blind",
                PRINT_BLIND,
                self.print_blind,
                "printer",
                "Ctrl+P",
                COUNT_STOCK,
                self._why_no_place,
            ),
        )

    def _is_hand_over(self) -> bool:
        return bool(self.route.args.get(places.TAKE_OVER_ARG)) and self.context.may(HOLD_CABINET)

    def _found(self, cells: Mapping[str, Mapping[str, Any]], key: str) -> tuple[Found, ...]:
        return tuple(
            Found(lot_id, Quantity(Decimal(cell[key]), self._lots[lot_id].measure.stock_unit))
            for lot_id, cell in cells.items()
            if cell[key] is not None
        )

    def _why_no_place(self) -> str | None:
        return None if self._place is not None else tr(NO_PLACE)

    def _on_place_chosen(self, place_id: str) -> None:
        self.context.go(Route(places.COUNT, place_id, dict(self.route.args)))

    def _on_taken_over(self, name: str, _shift_id: object) -> None:
        self.context.say(tr(TAKEN_OVER, place=name))
        self.context.go(Route(places.PLACES, self.route.record))


def _blind(place_id: str, uow: Any) -> Any:
    return blind_sheet(uow, place_id)


def _take_over(
    place_id: str, count_id: str | None, uow: Any, values: Mapping[str, Any], given: Given, _version: int
) -> object:
    command = TakeOverCabinet(place_id, count_id, given.countersign, values["reason"] or "", given.is_sure)
    return take_over_cabinet(uow, command)
