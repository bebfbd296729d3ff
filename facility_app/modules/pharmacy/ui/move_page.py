"""Chuyển thuốc, đề nghị hủy: the lots of one place, what expires first on top, and how much of each goes."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final

from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.kernel.typed import Bounds
from facility_app.modules.pharmacy.domain import KEEP_STORE
from facility_app.modules.pharmacy.domain.amounts import Measure, Quantity
from facility_app.modules.pharmacy.domain.classes import PlaceKind
from facility_app.modules.pharmacy.queries.catalogue import PlaceRow, list_places
from facility_app.modules.pharmacy.queries.shelf import BalanceRow, list_balances
from facility_app.modules.pharmacy.service.destroying import AskDestruction, ask_destruction
from facility_app.modules.pharmacy.service.store import LotPart, MoveStock, move_stock
from facility_app.modules.pharmacy.ui import fields, places, words
from facility_app.modules.pharmacy.ui.assent import Given
from facility_app.modules.pharmacy.ui.press import Press
from facility_app.modules.pharmacy.ui.printed import Papers
from facility_app.modules.pharmacy.ui.sheet_page import SheetPage
from facility_app.ui.forms.beginning import Shown, new_form, shown
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.usual import line
from facility_app.ui.grid.columns import SheetRow, number_column
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route

MOVE_TITLE, DESTROY_TITLE = label("pharmacy", "Chuyển thuốc"), label("pharmacy", "Đề nghị hủy thuốc")
SAVE_MOVE, SAVE_ASK = label("verbs", "Ghi và lập phiếu xuất"), label("verbs", "Ghi đề nghị hủy")
CHOOSE_FROM = label("verbs", "Chọn nơi đi")
SET_APART = label("verbs", "Chuyển vào khu biệt trữ")
PRINT_LAST = label("verbs", "In phiếu xuất kho (PL XV)")
NOTHING = label("pharmacy", "Chưa chọn nơi đi, hoặc nơi ấy không có thuốc.")
NOTHING_HINT = label("pharmacy", "Chọn nơi đang để thuốc; các lô ở đó hiện ra, lô hết hạn trước đứng trên.")
NOTHING_APART = label("pharmacy", "Khu biệt trữ không có thuốc nào chờ hủy.")
NOTHING_APART_HINT = label("pharmacy", "Thuốc hết hạn, hỏng, nhận lại được chuyển vào khu biệt trữ trước.")
MOVED = label("pharmacy", "Đã chuyển {count} lô, phiếu {number}.")
ASKED = label("pharmacy", "Đã ghi đề nghị hủy thuốc.")
NOTHING_YET = label("pharmacy", "Chưa lập phiếu xuất nào ở đây.")
FROM = label("pharmacy", "Từ: {place}")
AMOUNT_LEGEND = label("pharmacy", "Số lượng theo đơn vị của cột “Còn”; để trống thì lô đó ở lại.")
HEADS = (
    label("pharmacy", "Thuốc"),
    label("pharmacy", "Số lô"),
    label("pharmacy", "Hạn dùng"),
    label("pharmacy", "Tình trạng"),
    label("pharmacy", "Còn"),
)
WIDTHS: Final = (92, 104, 146, 106)
PIECES: Final = Bounds(3, Decimal(0), Decimal(10**9))


class _LotsPage(SheetPage):
    """The lots of one place, and how much of each."""

    _key = "quantity"

    def __init__(self, press: Press, context: PageContext, form: Form[Shown], *, save_words: Any) -> None:
        """Nothing read yet."""
        column = number_column(self._key, fields.AMOUNT, bounds=PIECES, width=110)
        columns = (replace(column, legend=tr(AMOUNT_LEGEND)),)
        super().__init__(press, context, form, HEADS, columns, save_words=save_words, head_widths=WIDTHS)
        self._lots: dict[str, BalanceRow] = {}
        self._places: dict[str, PlaceRow] = {}

    @abstractmethod
    def place_id(self, known: Sequence[PlaceRow]) -> str:
        """The place whose lots are shown; empty for none."""

    def parts(self, cells: Mapping[str, Mapping[str, Any]]) -> tuple[LotPart, ...]:
        """What was written beside the lots."""
        return tuple(
            LotPart(lot_id, quantity_of(self._lots[lot_id].measure, cell[self._key]))
            for lot_id, cell in cells.items()
            if cell[self._key]
        )

    @override
    def read(self, uow: Any) -> tuple[tuple[PlaceRow, ...], str, tuple[BalanceRow, ...]]:
        known = list_places(uow)
        place_id = self.place_id(known)
        rows = list_balances(uow, place_id) if place_id else ()
        return known, place_id, tuple(sorted(rows, key=lambda row: (row.name, row.expires_on, row.lot_no)))

    @override
    def rows(self, seen: tuple[tuple[PlaceRow, ...], str, tuple[BalanceRow, ...]]) -> Sequence[SheetRow]:
        known, _, lots = seen
        self._places = {one.place_id: one for one in known}
        self._lots = {one.lot_id: one for one in lots}
        return tuple(
            SheetRow(
                one.lot_id,
                (
                    one.name,
                    one.lot_no,
                    words.day(one.expires_on),
                    words.expiry_text(one.soon),
                    one.measure.stock_text(one.left),
                ),
            )
            for one in lots
        )


class MovePage(_LotsPage):
    """From one place to another: to a duty cabinet, back, or to where it waits to be destroyed."""

    page_title, verb = MOVE_TITLE, "pharmacy.move_stock"
    empty_text, empty_hint, empty_verb = NOTHING, NOTHING_HINT, CHOOSE_FROM

    def __init__(self, press: Press, context: PageContext) -> None:
        """Nothing read yet."""
        form = new_form()
        form.add(
            fields.place_field(context, "to_place_id", label("pharmacy", "Chuyển đến")),
            line("paper_number", label("pharmacy", "Số chứng từ")),
            fields.past_day(context),
            fields.hour(),
            spans=(5, 3, 2, 2),
        )
        form.add(line("note", fields.NOTE))
        super().__init__(press, context, form, save_words=SAVE_MOVE)
        self._papers = Papers(press, context, self)
        self._last = ""

    def choose_from(self) -> None:
        """Another place to take from."""
        usable = frozenset(PlaceKind) - {PlaceKind.QUARANTINE}
        fields.ask_place(self.context, self, CHOOSE_FROM, self._on_from_chosen, kinds=usable)

    def print_last(self) -> None:
        """The slip written last."""
        self._papers.show("T18-XV", self._last)

    @override
    def begin_elsewhere(self) -> None:
        self.choose_from()

    @override
    def place_id(self, known: Sequence[PlaceRow]) -> str:
        return self.route.record if any(one.place_id == self.route.record for one in known) else ""

    @override
    def begin(self, seen: Any) -> Shown:
        wanted = self.route.args.get(places.TO_ARG, "")
        found = [one.place_id for one in seen[0] if wanted in {one.place_id, one.kind.value}]
        return shown(to_place_id=found[0] if wanted and found else None)

    @override
    def save(
        self, uow: Any, values: Mapping[str, Any], cells: Mapping[str, Mapping[str, Any]], given: Given
    ) -> object:
        command = MoveStock(
            self.route.record,
            values["to_place_id"],
            self.parts(cells),
            fields.moment_of(self.context, values),
            values["paper_number"] or "",
            values["note"] or "",
            given.countersign,
        )
        return move_stock(uow, command)

    @override
    def done(self, answer: Any) -> None:
        self._last = answer.slip_id
        self.context.say(tr(MOVED, count=len(answer.entry_ids) // 2, number=answer.number))
        self.ask()

    @override
    def subtitle_text(self) -> str:
        found = self._places.get(self.route.record)
        return "" if found is None else tr(FROM, place=found.name)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec(
                "pharmacy.choose_from", CHOOSE_FROM, self.choose_from, "map-pin", "Ctrl+Shift+F", KEEP_STORE
            ),
            ActionSpec(
                "pharmacy.print_slip", PRINT_LAST, self.print_last, "printer", "Ctrl+P", KEEP_STORE, self._why_not
            ),
        )

    def _on_from_chosen(self, place_id: str) -> None:
        self.context.go(Route(places.MOVE, place_id, dict(self.route.args)))

    def _why_not(self) -> str | None:
        return None if self._last else tr(NOTHING_YET)


class AskDestructionPage(_LotsPage):
    """What waits in quarantine, and how much of it is to be destroyed."""

    page_title, verb = DESTROY_TITLE, "pharmacy.ask_destruction"
    empty_text, empty_hint, empty_verb = NOTHING_APART, NOTHING_APART_HINT, SET_APART

    def __init__(self, press: Press, context: PageContext) -> None:
        """Nothing read yet."""
        form = new_form()
        form.add(
            line("reason", label("pharmacy", "Lý do hủy"), is_required=True),
            line("method", label("pharmacy", "Cách hủy"), is_required=True),
        )
        super().__init__(press, context, form, save_words=SAVE_ASK)
        self._from = ""

    @override
    def begin_elsewhere(self) -> None:
        self.context.go(Route(places.MOVE, "", {places.TO_ARG: PlaceKind.QUARANTINE.value}))

    @override
    def place_id(self, known: Sequence[PlaceRow]) -> str:
        apart = [one.place_id for one in known if one.kind is PlaceKind.QUARANTINE]
        self._from = self.route.record or (apart[0] if apart else "")
        return self._from

    @override
    def begin(self, seen: Any) -> Shown:
        return shown()

    @override
    def save(
        self, uow: Any, values: Mapping[str, Any], cells: Mapping[str, Mapping[str, Any]], given: Given
    ) -> object:
        command = AskDestruction(self._from, self.parts(cells), values["reason"], values["method"])
        return ask_destruction(uow, command)

    @override
    def done(self, answer: Any) -> None:
        self.context.say(tr(ASKED))
        self.context.go(Route(places.DESTRUCTIONS, answer))


def quantity_of(measure: Measure, number: Decimal) -> Quantity:
    """So much, in the unit of the shelf."""
    return Quantity(Decimal(number), measure.stock_unit)
