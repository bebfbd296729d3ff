"""Kho thuốc: every lot by place with its turn, what expires and what runs out; what moves begins here."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QBoxLayout
from typing_extensions import override

from facility_app.documents.payload import PlainPaper
from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look, Sort
from facility_app.modules.pharmacy.domain import KEEP_STORE, REPORT_LOSS
from facility_app.modules.pharmacy.domain.amounts import Quantity
from facility_app.modules.pharmacy.domain.classes import CLASS_LABELS, PlaceKind
from facility_app.modules.pharmacy.domain.shelf import EXPIRY_LABELS, Expiry
from facility_app.modules.pharmacy.papers.sheets import stock_sheet
from facility_app.modules.pharmacy.queries.catalogue import list_places
from facility_app.modules.pharmacy.queries.stock_list import CONTROLLED, LOW, SOON, StockLine, list_stock
from facility_app.modules.pharmacy.service.losses import ReportLoss, report_loss
from facility_app.modules.pharmacy.service.store import WriteOff, write_off
from facility_app.modules.pharmacy.ui import fields, places, words
from facility_app.modules.pharmacy.ui.assent import Given
from facility_app.modules.pharmacy.ui.deed import Deed, DeedDialog
from facility_app.modules.pharmacy.ui.press import Press
from facility_app.ui.forms.beginning import new_form, shown
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_card import CHOOSE
from facility_app.ui.lists.list_page import ListPage
from facility_app.ui.lists.read_rows import Board
from facility_app.ui.models import Align, ColumnSpec, FilterOption, FilterSpec, ListSpec
from facility_app.ui.printing.sheets import Sheets
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import BigNumberStrip, Figure

TITLE = label("pharmacy", "Kho thuốc")
RECEIVE, MOVE = label("verbs", "Nhập thuốc"), label("verbs", "Chuyển thuốc")
SET_APART = label("verbs", "Chuyển biệt trữ")
WRITE_OFF, LOSS = label("verbs", "Ghi vỡ, hỏng"), label("verbs", "Ghi thất thoát")
TAKE_BACK, DESTROY = label("verbs", "Nhận lại thuốc"), label("verbs", "Hủy thuốc")
PRINT = label("verbs", "In danh sách")
WRITE_OFF_TEXT = label(
    "pharmacy",
    "{name}, lô {lot} ở {place}, còn {left}. Số vỡ, hỏng trừ ngay khỏi sổ và vào cột hao hụt của báo cáo năm.",
)
LOSS_TEXT = label(
    "pharmacy",
    "{name}, lô {lot} ở {place}. Thuốc phải kiểm soát đặc biệt: báo cáo PL XI trong 48 giờ từ khi phát hiện. Sổ "
    "không đổi ở đây; hãy kiểm kê để điều chỉnh số.",
)
WRITTEN_OFF, LOST = label("pharmacy", "Đã ghi vỡ, hỏng."), label("pharmacy", "Đã ghi thất thoát, nhầm lẫn.")
NOTHING_LIES = label("pharmacy", "Thuốc này đã hết, không có lô nào để ghi.")
APART = label("pharmacy", "Lô này đang ở khu biệt trữ; hãy lập đề nghị hủy.")
HINT = label("pharmacy", "Enter mở sổ của thuốc đang chọn · Ctrl+N nhập thuốc")
EXPIRED, EXPIRING = label("pharmacy", "Lô đã hết hạn"), label("pharmacy", "Lô sắp hết hạn")
LOW_TEXT, LOTS = label("pharmacy", "Thuốc sắp hết"), label("pharmacy", "Lô đang có")
BOOKED = label("pharmacy", "Lô thuốc phải kiểm soát")
TO_SET_APART = label("pharmacy", "cần biệt trữ")
GONE, LESS = label("pharmacy", "Đã hết"), label("pharmacy", "Sắp hết")
SOON_AND_LESS = label("pharmacy", "Hạn ≤ {days} ngày · Sắp hết")
FIRST_OUT, NEXT_OUT = label("pharmacy", "dùng trước"), label("pharmacy", "sau lô {turn}")
NOT_OUT = label("pharmacy", "không dùng")
FILE_NAME = "ton kho thuoc"


class StockPage(ListPage):
    """The list under a strip of numbers; a number narrows it."""

    def __init__(self, press: Press, context: PageContext) -> None:
        """Make the page."""
        self._board = Board(list_stock, _row_id, StockLine.picked)
        super().__init__(context, _spec(self._board))
        self._press = press
        self._sheets = Sheets(context, press, self)
        self.strip = BigNumberStrip(context.theme, self)
        self.strip.activated.connect(self._on_figure_chosen)
        box = self.layout()
        if isinstance(box, QBoxLayout):
            box.setSpacing(context.theme.px(8))
            box.insertWidget(0, self.strip)
        self.panel.model.counted.connect(self._on_counted)
        self.panel.row_activated.connect(self._on_opened)

    def receive(self) -> None:
        """Open the sheet of what comes."""
        self.context.go(Route(places.RECEIVE))

    def carry(self) -> None:
        """Open the sheet of what goes elsewhere, from where the row chosen lies."""
        row = self._row()
        self.context.go(Route(places.MOVE, "" if row is None else row.place_id))

    def set_apart(self) -> None:
        """The same, to where things wait to be destroyed."""
        row = self._row()
        record = "" if row is None else row.place_id
        self.context.go(Route(places.MOVE, record, {places.TO_ARG: PlaceKind.QUARANTINE.value}))

    def take_back(self) -> None:
        """Open the sheet of what somebody gives back."""
        self.context.go(Route(places.TAKE_BACK))

    def see_destructions(self) -> None:
        """Open the destructions."""
        self.context.go(Route(places.DESTRUCTIONS))

    def write_off(self) -> None:
        """Something of the lot chosen broke."""
        row = self._row()
        if row is None:
            return
        form = new_form()
        form.add(fields.amount(), fields.past_day(self.context), fields.hour(), spans=(6, 3, 3))
        form.add(fields.note_line("reason", fields.REASON, is_required=True))
        said = {"name": row.name, "lot": row.lot_no, "place": row.place}
        deed = Deed(
            verb="pharmacy.write_off",
            title=WRITE_OFF,
            text=tr(WRITE_OFF_TEXT, left=row.measure.stock_text(row.left), **said),
            save=partial(_write_off, self.context, row),
            record=row.line_id,
        )
        self._open(form, deed, WRITTEN_OFF)

    def report_loss(self) -> None:
        """Something of the lot chosen is missing."""
        row = self._row()
        if row is None:
            return
        form = new_form()
        form.add(fields.amount(), fields.past_day(self.context), fields.hour(), spans=(6, 3, 3))
        form.add(
            fields.note_line("cause", label("pharmacy", "Vì sao mất, nhầm; ai đã kiểm tra"), is_required=True)
        )
        deed = Deed(
            verb="pharmacy.report_loss",
            title=LOSS,
            text=tr(LOSS_TEXT, name=row.name, lot=row.lot_no, place=row.place),
            save=partial(_report_loss, self.context, row),
            record=row.line_id,
        )
        self._open(form, deed, LOST)

    def print_list(self) -> None:
        """Show the list as it stands, as a sheet."""
        self._sheets.show(partial(_paper, self._board, self.panel.model.ids), FILE_NAME)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec("pharmacy.receive_stock", RECEIVE, self.receive, "plus", "Ctrl+N", KEEP_STORE),
            ActionSpec("pharmacy.move_stock", MOVE, self.carry, "truck", "Ctrl+Shift+C", KEEP_STORE),
            ActionSpec("pharmacy.set_apart", SET_APART, self.set_apart, "ban", "", KEEP_STORE),
            ActionSpec("pharmacy.write_off", WRITE_OFF, self.write_off, "x", "", KEEP_STORE, self._why_no_lot),
            ActionSpec(
                "pharmacy.report_loss", LOSS, self.report_loss, "alert-triangle", "", REPORT_LOSS, self._why_no_row
            ),
            ActionSpec(
                "pharmacy.take_back_medicines", TAKE_BACK, self.take_back, "inbox", "", KEEP_STORE, is_in_menu=True
            ),
            ActionSpec("pharmacy.see_destructions", DESTROY, self.see_destructions, "trash", is_in_menu=True),
            ActionSpec("pharmacy.print_stock", PRINT, self.print_list, "printer", "Ctrl+P", is_in_menu=True),
        )

    @override
    def hint_text(self) -> str:
        return tr(HINT)

    def _row(self) -> StockLine | None:
        chosen = self.selected_ids()
        found: StockLine | None = self.panel.model.row_of(chosen[0]) if len(chosen) == 1 else None
        return found

    def _open(self, form: Any, deed: Deed, told: Any) -> None:
        dialog = DeedDialog(self._press, self.context, form, deed, self)
        dialog.saved.connect(partial(self._on_saved, tr(told)))
        dialog.open_with(shown())

    def _why_no_row(self) -> str | None:
        row = self._row()
        if row is None:
            return tr(CHOOSE)
        return None if row.lot_id else tr(NOTHING_LIES)

    def _why_no_lot(self) -> str | None:
        row = self._row()
        if row is not None and row.place_kind is PlaceKind.QUARANTINE:
            return tr(APART)
        return self._why_no_row()

    def _on_saved(self, told: str, _answer: object) -> None:
        self.context.say(told)

    def _on_opened(self, line_id: str) -> None:
        row: StockLine | None = self.panel.model.row_of(line_id)
        if row is not None and row.place_id:
            self.context.go(Route(places.BOOK, row.place_id, {places.MEDICINE_ARG: row.medicine_id}))

    def _on_figure_chosen(self, key: str) -> None:
        wanted = {
            "lots": {},
            "booked": {"class": CONTROLLED},
            "expired": {"state": Expiry.EXPIRED.value},
            "soon": {"state": SOON},
            "low": {"state": LOW},
        }[key]
        look = self.panel.model.look
        filters = {} if dict(look.filters) == wanted else wanted
        self.panel.show_look(Look(look.text, filters, look.sorts))

    def _on_counted(self, _count: int) -> None:
        with QSignalBlocker(self.strip):
            self.strip.set_figures(_figures(self._board.rows))


def _spec(board: Board) -> ListSpec[StockLine]:
    classes = (
        FilterOption(CONTROLLED, label("pharmacy", "Thuốc phải kiểm soát")),
        *(FilterOption(str(code), text) for code, text in CLASS_LABELS.items()),
    )
    states = (
        FilterOption(SOON, label("pharmacy", "Sắp hết hạn")),
        *(FilterOption(str(code), text) for code, text in EXPIRY_LABELS.items() if code is not Expiry.LATER),
        FilterOption(LOW, label("pharmacy", "Sắp hết, đã hết")),
    )
    return ListSpec(
        id=places.STOCK,
        title=TITLE,
        columns=(
            ColumnSpec(
                "name",
                label("pharmacy", "Thuốc"),
                _name,
                sort="name",
                width=258,
                is_strong=True,
                is_instruction=True,
            ),
            # How much there is stands beside what it is: in sight too where large letters leave little room.
            ColumnSpec(
                "left",
                label("pharmacy", "Còn"),
                _left,
                sort="left",
                width=112,
                align=Align.END,
                is_instruction=True,
            ),
            # What may not be used is seen beside how much there is, on the narrowest window too.
            ColumnSpec("state", label("pharmacy", "Tình trạng"), _state, width=194, tone=_state_tone),
            ColumnSpec("class", label("pharmacy", "Phân loại"), _class, width=122, tone=_class_tone, gives_way=1),
            ColumnSpec("place", label("pharmacy", "Nơi để"), _place, sort="place", width=146, wraps=True),
            ColumnSpec("lot", label("pharmacy", "Số lô"), _lot, width=98, is_paper_number=True),
            ColumnSpec(
                "expires", label("pharmacy", "Hạn dùng"), _expires, _expires_value, sort="expires", width=112
            ),
            ColumnSpec("turn", label("pharmacy", "Thứ tự dùng"), _turn, width=98, gives_way=2),
            ColumnSpec("total", label("pharmacy", "Còn cả cơ sở"), _total, width=110, is_hidden=True),
        ),
        ids=board.ids,
        rows=board.of,
        row_id=_row_id,
        filters=(
            FilterSpec("place", label("pharmacy", "Nơi để"), ask=_place_options),
            FilterSpec("state", label("pharmacy", "Tình trạng"), states),
            FilterSpec("class", label("pharmacy", "Phân loại"), classes),
        ),
        search=label("pharmacy", "Tên thuốc, số lô, nơi để…"),
        empty=label("pharmacy", "Kho chưa có thuốc nào. Hãy nhập thuốc; tồn ban đầu cũng nhập ở đây."),
        none_found=label("pharmacy", "Không có lô nào khớp. Hãy bỏ bớt bộ lọc hoặc gõ ít chữ hơn."),
        default_sort=(Sort("name"),),
        tables=places.MOVED,
    )


def _place_options(uow: Any) -> Sequence[FilterOption]:
    return [FilterOption(one.place_id, one.name) for one in list_places(uow)]


def _write_off(
    context: PageContext, row: StockLine, uow: Any, values: Mapping[str, Any], given: Given, _version: int
) -> object:
    quantity = Quantity(Decimal(values["quantity"]), row.measure.stock_unit)
    at = fields.moment_of(context, values)
    command = WriteOff(row.place_id, row.lot_id, quantity, values["reason"], at, given.countersign)
    return write_off(uow, command)


def _report_loss(
    context: PageContext, row: StockLine, uow: Any, values: Mapping[str, Any], _given: Given, _version: int
) -> object:
    quantity = Quantity(Decimal(values["quantity"]), row.measure.stock_unit)
    at = fields.moment_of(context, values)
    command = ReportLoss(row.medicine_id, row.place_id, quantity, values["cause"], row.lot_id, at)
    return report_loss(uow, command)


def _figures(rows: Sequence[StockLine]) -> tuple[Figure, ...]:
    lots = [row for row in rows if row.lot_id]
    usable = [row for row in lots if row.place_kind is not PlaceKind.QUARANTINE]
    expired = sum(row.expiry is Expiry.EXPIRED for row in usable)
    soon = sum(row.expiry not in {Expiry.EXPIRED, Expiry.LATER, None} for row in usable)
    low = len({row.medicine_id for row in rows if row.is_low})
    booked = sum(row.drug_class.is_controlled for row in lots)
    return (
        Figure("lots", tr(LOTS), str(len(lots))),
        Figure("booked", tr(BOOKED), str(booked)),
        Figure(
            "expired",
            tr(EXPIRED),
            str(expired),
            tr(TO_SET_APART) if expired else "",
            Tone.DANGER if expired else Tone.NEUTRAL,
        ),
        Figure("soon", tr(EXPIRING), str(soon), tone=Tone.WARNING if soon else Tone.NEUTRAL),
        Figure("low", tr(LOW_TEXT), str(low), tone=Tone.WARNING if low else Tone.NEUTRAL),
    )


def _paper(board: Board, ids: Sequence[str], uow: Any) -> PlainPaper:
    return stock_sheet(uow, board.of(uow, ids))


def _row_id(row: StockLine) -> str:
    return row.line_id


def _name(row: StockLine) -> str:
    return row.name


def _class(row: StockLine) -> str:
    return words.class_text(row.drug_class)


def _class_tone(row: StockLine) -> Tone | None:
    return words.class_tone(row.drug_class)


def _place(row: StockLine) -> str:
    return row.place or "–"


def _lot(row: StockLine) -> str:
    return row.lot_no


def _expires(row: StockLine) -> str:
    return words.day(row.expires_on)


def _expires_value(row: StockLine) -> date | None:
    return row.expires_on


def _state(row: StockLine) -> str:
    if not row.lot_id:
        return tr(GONE)
    days = None if row.soon is None else row.soon.within
    if row.is_low and days is not None:
        return tr(SOON_AND_LESS, days=days)
    return words.joined(words.expiry_text(row.soon), tr(LESS) if row.is_low else "")


def _state_tone(row: StockLine) -> Tone | None:
    if not row.lot_id:
        return Tone.DANGER
    tone = words.expiry_tone(row.expiry)
    return Tone.WARNING if tone is Tone.OK and row.is_low else tone


def _turn(row: StockLine) -> str:
    if row.turn == 0:
        return tr(NOT_OUT) if row.lot_id else ""
    return tr(FIRST_OUT) if row.turn == 1 else tr(NEXT_OUT, turn=row.turn - 1)


def _left(row: StockLine) -> str:
    return row.measure.stock_text(row.left)


def _total(row: StockLine) -> str:
    return row.measure.stock_text(row.total)
