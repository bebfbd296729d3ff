"""Nhập thuốc, nhận lại thuốc: what comes, line by line as the invoice or the bag has it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from typing_extensions import override

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.names import fold
from facility_app.kernel.typed import Asked, Bounds, Reading, Refused, Understood
from facility_app.modules.pharmacy.domain.amounts import UNIT_LABELS, Quantity
from facility_app.modules.pharmacy.domain.classes import PlaceKind
from facility_app.modules.pharmacy.queries.catalogue import MedicineRow, list_medicines, list_places
from facility_app.modules.pharmacy.service.returning import HandedBack, TakeBackMedicines, take_back_medicines
from facility_app.modules.pharmacy.service.slips import Arriving
from facility_app.modules.pharmacy.service.store import ReceiveStock, receive_stock
from facility_app.modules.pharmacy.ui import fields, places
from facility_app.modules.pharmacy.ui.assent import Given
from facility_app.modules.pharmacy.ui.press import Press
from facility_app.modules.pharmacy.ui.sheet_page import MedicineSheet
from facility_app.ui.forms.beginning import Shown, new_form, shown
from facility_app.ui.forms.check_field import CheckField
from facility_app.ui.forms.usual import line
from facility_app.ui.grid.columns import SheetColumn, SheetRow, date_column, number_column, text_column
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route

RECEIVE_TITLE = label("pharmacy", "Nhập thuốc")
BACK_TITLE = label("pharmacy", "Nhận lại thuốc (PL XVIII)")
SAVE_IN, SAVE_BACK = label("verbs", "Ghi và lập phiếu nhập"), label("verbs", "Ghi và lập biên bản")
TO_STOCK = label("verbs", "Xem kho thuốc")
RECEIVED = label("pharmacy", "Đã nhập {count} lô, phiếu {number}.")
TAKEN_BACK = label("pharmacy", "Đã ghi biên bản nhận lại thuốc; thuốc ở khu biệt trữ.")
NO_PLACE = label("pharmacy", "Chưa có khu biệt trữ. Hãy thêm nơi để thuốc loại “Khu biệt trữ chờ hủy”.")
NO_SUCH = label(
    "pharmacy", "“{value}” không có trong danh mục. Hãy gõ tên hoạt chất, hoặc thêm thuốc vào danh mục."
)
WHICH = label("pharmacy", "“{value}” khớp với nhiều thuốc. Ý là:")
HALF_LINE = label("errors", "Dòng {line}: cần đủ thuốc, số lô, hạn dùng và số lượng.")
MEDICINE_TEXT = label("pharmacy", "Gõ tên thuốc không cần dấu; số lượng ghi theo đơn vị đứng sau tên thuốc.")
UNIT_BEHIND = label("pharmacy", "{name} · tính bằng {unit}")
SUPPLIER = label("pharmacy", "Nơi cung ứng")
NO_AMOUNT = label("errors", "Dòng {line}: cần đủ thuốc và số lượng.")
WHOLE_LINE: Final = ("medicine", "lot_no", "expires_on", "quantity")
BLANK_LINES: Final = 12
MOST_OFFERED: Final = 6
ECHO: Final = 40
PIECES: Final = Bounds(3, Decimal(0), Decimal(10**9))


class KnownMedicines:
    """The medicines a sheet's column understands; read with the page.

    Attributes:
        rows: by id.
    """

    def __init__(self) -> None:
        """None yet."""
        self.rows: dict[str, MedicineRow] = {}

    def column(self, *, width: int = 250) -> SheetColumn:
        """The column that takes a medicine by any words of its name."""
        return SheetColumn(
            "medicine", fields.MEDICINE, self.read, self.show, legend=tr(MEDICINE_TEXT), width=width
        )

    def show(self, medicine_id: str) -> str:
        """The name with the unit its shelf is counted in."""
        row = self.rows.get(medicine_id)
        if row is None:
            return ""
        return tr(UNIT_BEHIND, name=row.name, unit=tr(UNIT_LABELS[row.measure.stock_unit]))

    def read(self, text: str) -> Reading[str]:
        """The medicine meant."""
        words = fold(text).split()
        if not words:
            return Understood(None)
        same = [key for key in self.rows if fold(self.show(key)) == fold(text)]
        found = same or [key for key, row in self.rows.items() if all(word in fold(row.name) for word in words)]
        if len(found) == 1:
            return Understood(found[0])
        if not found:
            return Refused(NO_SUCH, {"value": text[:ECHO]})
        return Asked(WHICH, tuple(found[:MOST_OFFERED]), {"value": text[:ECHO]})

    def quantity(self, medicine_id: str, number: Decimal) -> Quantity:
        """So much, in the unit of the shelf."""
        return Quantity(Decimal(number), self.rows[medicine_id].measure.stock_unit)


class ReceivePage(MedicineSheet):
    """What is delivered: blank lines under who brings it, with which invoice, and where it goes."""

    page_title, verb = RECEIVE_TITLE, "pharmacy.receive_stock"

    def __init__(self, press: Press, context: PageContext) -> None:
        """Nothing read yet."""
        self._known = KnownMedicines()
        form = new_form()
        form.add(
            fields.place_field(context, "place_id", label("pharmacy", "Nhập vào")),
            line("counterpart", SUPPLIER),
            line("paper_number", label("pharmacy", "Số hóa đơn, chứng từ")),
            spans=(4, 4, 4),
        )
        form.add(
            fields.past_day(context),
            fields.hour(),
            line("note", fields.NOTE),
            CheckField("is_opening", label("pharmacy", "Tồn có sẵn khi mở sổ")),
            spans=(2, 2, 4, 4),
        )
        columns = (
            self._known.column(),
            text_column("lot_no", label("pharmacy", "Số lô"), width=110),
            date_column("expires_on", label("pharmacy", "Hạn dùng"), today=context.today, width=110),
            number_column("quantity", fields.AMOUNT, bounds=PIECES, width=96),
            text_column("maker", label("pharmacy", "Nhà sản xuất"), width=150),
            text_column("country", label("pharmacy", "Nước"), width=90),
        )
        super().__init__(
            press, context, form, (label("pharmacy", "Dòng"),), columns, save_words=SAVE_IN, head_widths=()
        )

    @override
    def read(self, uow: Any) -> tuple[MedicineRow, ...]:
        return list_medicines(uow)

    @override
    def begin(self, seen: Any) -> Shown:
        return shown(place_id=self.route.record or None)

    @override
    def rows(self, seen: tuple[MedicineRow, ...]) -> Sequence[SheetRow]:
        self._known.rows = {one.medicine_id: one for one in seen}
        return blank_rows() if seen else ()

    @override
    def save(
        self, uow: Any, values: Mapping[str, Any], cells: Mapping[str, Mapping[str, Any]], given: Given
    ) -> object:
        lines = tuple(
            Arriving(
                cell["medicine"],
                cell["lot_no"],
                cell["expires_on"],
                self._known.quantity(cell["medicine"], cell["quantity"]),
                cell["maker"] or "",
                cell["country"] or "",
                values["counterpart"] or "",
            )
            for cell in typed_lines(cells)
        )
        command = ReceiveStock(
            values["place_id"],
            lines,
            values["counterpart"] or "",
            values["paper_number"] or "",
            fields.moment_of(self.context, values),
            is_opening=bool(values["is_opening"]),
            is_sure=given.is_sure,
            note=values["note"] or "",
            countersign=given.countersign,
        )
        return receive_stock(uow, command)

    @override
    def done(self, answer: Any) -> None:
        self.context.say(tr(RECEIVED, count=len(answer.entry_ids), number=answer.number))
        self.ask()

    def to_stock(self) -> None:
        """See what lies there now."""
        self.context.go(Route(places.STOCK))

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (ActionSpec("pharmacy.see_stock", TO_STOCK, self.to_stock, "package"),)


class TakeBackPage(MedicineSheet):
    """What a person or their family gives back: it waits in quarantine, and minutes are made of it."""

    page_title, verb = BACK_TITLE, "pharmacy.take_back_medicines"

    def __init__(self, press: Press, context: PageContext) -> None:
        """Nothing read yet."""
        self._known = KnownMedicines()
        form = new_form()
        form.add(
            fields.person_field(context, hint=None),
            line("giver_name", label("pharmacy", "Người trả thuốc"), is_required=True),
            line("giver_paper", label("pharmacy", "Số giấy tờ tùy thân"), is_required=True),
            spans=(5, 4, 3),
        )
        form.add(
            fields.past_day(context),
            fields.hour(),
            line("happened_where", label("pharmacy", "Nơi nhận lại"), is_required=True),
            CheckField("is_representative", label("pharmacy", "Trả thay người bệnh")),
            spans=(2, 2, 4, 4),
        )
        columns = (
            self._known.column(width=220),
            text_column("lot_no", label("pharmacy", "Số lô"), width=96),
            date_column("expires_on", label("pharmacy", "Hạn dùng"), today=context.today, width=104),
            number_column("quantity", fields.AMOUNT, bounds=PIECES, width=90),
            text_column("look", label("pharmacy", "Cảm quan"), width=130),
            text_column("reason", label("pharmacy", "Lý do trả"), width=150),
        )
        super().__init__(
            press, context, form, (label("pharmacy", "Dòng"),), columns, save_words=SAVE_BACK, head_widths=()
        )
        self._place_id = ""

    @override
    def read(self, uow: Any) -> tuple[tuple[MedicineRow, ...], str]:
        apart = [one.place_id for one in list_places(uow) if one.kind is PlaceKind.QUARANTINE]
        return list_medicines(uow), apart[0] if apart else ""

    @override
    def begin(self, seen: Any) -> Shown:
        return shown(resident_id=self.route.record or None)

    @override
    def rows(self, seen: tuple[tuple[MedicineRow, ...], str]) -> Sequence[SheetRow]:
        medicines, self._place_id = seen
        self._known.rows = {one.medicine_id: one for one in medicines}
        why = None if self._place_id else NO_PLACE
        return blank_rows(why) if medicines else ()

    @override
    def save(
        self, uow: Any, values: Mapping[str, Any], cells: Mapping[str, Mapping[str, Any]], given: Given
    ) -> object:
        items = tuple(
            HandedBack(
                cell["medicine"],
                cell["lot_no"],
                cell["expires_on"],
                self._known.quantity(cell["medicine"], cell["quantity"]),
                cell["look"] or "",
                cell["reason"] or "",
            )
            for cell in typed_lines(cells)
        )
        command = TakeBackMedicines(
            values["resident_id"],
            self._place_id,
            items,
            values["giver_name"],
            values["giver_paper"],
            values["happened_where"],
            bool(values["is_representative"]),
            fields.moment_of(self.context, values),
            given.countersign,
            given.is_sure,
        )
        return take_back_medicines(uow, command)

    @override
    def done(self, answer: Any) -> None:
        self.context.say(tr(TAKEN_BACK))
        self.ask()


def blank_rows(why_not: Label | None = None) -> tuple[SheetRow, ...]:
    """Lines to write on."""
    return tuple(SheetRow(f"{place:02}", ("",), why_not=why_not) for place in range(1, BLANK_LINES + 1))


def typed_lines(
    cells: Mapping[str, Mapping[str, Any]], needed: Sequence[str] = WHOLE_LINE
) -> list[Mapping[str, Any]]:
    """The lines somebody wrote on, from the top; each has what is ``needed``.

    Raises:
        UserError: ``line_not_complete``.
    """
    found = []
    for row_id in sorted(cells):
        cell = cells[row_id]
        if not any(value not in {None, ""} for value in cell.values()):
            continue
        if any(cell[name] is None for name in needed):
            raise UserError("line_not_complete", HALF_LINE if "lot_no" in needed else NO_AMOUNT, line=int(row_id))
        found.append(cell)
    return found
