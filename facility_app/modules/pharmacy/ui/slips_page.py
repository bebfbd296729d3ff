"""Phiếu nhập, phiếu xuất: what came and went under which number, and the lots of the one chosen (PL XV)."""

from functools import partial
from typing import Any

from typing_extensions import override

from facility_app.kernel.dates import format_short_moment
from facility_app.kernel.labels import label
from facility_app.modules.pharmacy.domain import MAKE_PAPERS
from facility_app.modules.pharmacy.domain.ledger import ENTRY_KIND_LABELS
from facility_app.modules.pharmacy.queries.slips import SlipHead, SlipLine, SlipRow, get_slip, list_slips
from facility_app.modules.pharmacy.ui import places, words
from facility_app.modules.pharmacy.ui.press import Press
from facility_app.modules.pharmacy.ui.printed import Papers
from facility_app.ui.i18n import tr
from facility_app.ui.lists.read_rows import Board
from facility_app.ui.lists.sided_page import SidedPage
from facility_app.ui.models import Align, ColumnSpec, ListSpec
from facility_app.ui.shell.spec import ActionSpec, PageContext

TITLE = label("pharmacy", "Phiếu nhập, phiếu xuất")
PRINT, ATTACH = label("verbs", "In phiếu xuất kho (PL XV)"), label("verbs", "Lưu bản đã ký")
LINES = label("pharmacy", "Các lô của phiếu")
NO_LINES = label("pharmacy", "Chưa chọn phiếu.")
NOT_OUT = label("pharmacy", "Mẫu PL XV lập cho phiếu xuất thuốc phải kiểm soát đặc biệt; phiếu này không phải.")


class SlipsPage(SidedPage):
    """The list, and at its right the lots of the slip chosen."""

    def __init__(self, press: Press, context: PageContext) -> None:
        """Make the page."""
        super().__init__(context, _spec(), wide=430)
        self._papers = Papers(press, context, self)
        self.lines = self.card("pharmacy.slip_lines", LINES, LINE_COLUMNS, _line_id, NO_LINES)
        self.side.addWidget(self.lines, 1)

    def print_one(self) -> None:
        """The slip chosen, as PL XV."""
        self._papers.show("T18-XV", self.row().slip_id)

    def attach(self) -> None:
        """The scan of the signed slip."""
        self._papers.attach("T18-XV", self.row().slip_id)

    @override
    def ask_side(self) -> None:
        row: SlipHead | None = self.row()
        if row is None:
            self.lines.show_rows(())
            return
        op = self.context.runner.query(self, partial(_slip, row.slip_id), topic="slip")
        op.success(self._on_slip).run()

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec(
                "pharmacy.print_slip", PRINT, self.print_one, "printer", "Ctrl+P", MAKE_PAPERS, self._why_not
            ),
            ActionSpec("pharmacy.attach_slip", ATTACH, self.attach, "paperclip", "", MAKE_PAPERS, self._why_not),
        )

    def _on_slip(self, slip: SlipRow) -> None:
        self.lines.show_rows(slip.lines)

    def _why_not(self) -> str | None:
        row: SlipHead | None = self.row()
        if row is None:
            return self.why_no_row()
        return None if row.is_of_book else tr(NOT_OUT)


def _spec() -> ListSpec[SlipHead]:
    board = Board(list_slips, _row_id)
    return ListSpec(
        id=places.SLIPS,
        title=TITLE,
        columns=(
            ColumnSpec("number", label("terms", "Số"), _number, width=118, is_strong=True, is_paper_number=True),
            ColumnSpec("at", label("pharmacy", "Giờ, ngày"), _at, _moment, width=106),
            ColumnSpec("kind", label("pharmacy", "Việc"), _kind, width=150, gives_way=1),
            ColumnSpec("from", label("pharmacy", "Từ"), _from, width=220, wraps=True),
            ColumnSpec("to", label("pharmacy", "Đến"), _to, width=216, wraps=True),
            ColumnSpec("paper", label("pharmacy", "Chứng từ"), _paper, width=100, gives_way=2),
            ColumnSpec(
                "people", label("pharmacy", "Người ghi, xác nhận"), _people, width=170, gives_way=3, wraps=True
            ),
        ),
        ids=board.ids,
        rows=board.of,
        row_id=_row_id,
        search=None,
        empty=label("pharmacy", "Chưa có phiếu nào. Nhập hoặc chuyển thuốc thì phiếu hiện ở đây."),
        tables=frozenset({"stock_slip"}),
    )


def _slip(slip_id: str, uow: Any) -> SlipRow:
    return get_slip(uow, slip_id)


def _row_id(row: SlipHead) -> str:
    return row.slip_id


def _number(row: SlipHead) -> str:
    return row.number


def _at(row: SlipHead) -> str:
    # The number beside it says the year.
    return format_short_moment(row.happened_at)


def _moment(row: SlipHead) -> object:
    return row.happened_at


def _kind(row: SlipHead) -> str:
    return tr(ENTRY_KIND_LABELS[row.kind])


def _from(row: SlipHead) -> str:
    return row.from_place or row.counterpart


def _to(row: SlipHead) -> str:
    return row.to_place or (row.counterpart if row.from_place else "")


def _paper(row: SlipHead) -> str:
    return row.paper_number


def _people(row: SlipHead) -> str:
    return words.joined(row.officer_name, row.witness_name)


def _line_id(row: SlipLine) -> str:
    return f"{row.medicine.medicine_id} {row.lot_no} {row.expires_on}"


def _line_name(row: SlipLine) -> str:
    return row.medicine.name


def _line_lot(row: SlipLine) -> str:
    return f"{row.lot_no}, {words.day(row.expires_on)}"


def _line_amount(row: SlipLine) -> str:
    return row.medicine.measure.stock_text(row.amount)


LINE_COLUMNS = (
    ColumnSpec("name", label("pharmacy", "Thuốc"), _line_name, width=134, is_strong=True, is_instruction=True),
    ColumnSpec("lot", label("pharmacy", "Số lô, hạn dùng"), _line_lot, width=174, wraps=True),
    ColumnSpec(
        "amount", label("pharmacy", "Số lượng"), _line_amount, width=112, align=Align.END, is_instruction=True
    ),
)
