"""Lưu ký: everybody inside with what is kept of theirs, who left something behind on top."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QBoxLayout
from typing_extensions import override

from facility_app.documents.payload import PlainPaper
from facility_app.kernel.labels import label
from facility_app.kernel.money import Money
from facility_app.kernel.paging import Look, Sort
from facility_app.modules.deposits.domain import ISSUE_SUPPLIES, KEEP_LEDGER, TAKE_IN, VIEW_DEPOSITS
from facility_app.modules.deposits.domain.held import HELD_LABEL
from facility_app.modules.deposits.papers import accounts_paper
from facility_app.modules.deposits.queries.accounts import LEFT, AccountRow, list_accounts
from facility_app.modules.deposits.queries.sheets import read_imprint
from facility_app.modules.deposits.ui import deeds, places, words
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_page import ListPage
from facility_app.ui.models import Align, ColumnSpec, FilterOption, FilterSpec, ListSpec
from facility_app.ui.printing.sheets import PlainPress, Sheets
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import BigNumberStrip, Figure

TITLE = label("deposits", "Lưu ký")
THINGS_IN = label("verbs", "Nhận giữ đồ vật")
SUPPLY = label("verbs", "Cấp phát đồ dùng")
CLOSE = label("verbs", "Khóa sổ tháng")
PRINT = label("verbs", "In danh sách")
SAVED = label("deposits", "Đã ghi phiếu {receipt}. Số dư: {balance}.")
HINT = label("deposits", "Enter mở sổ lưu ký của người đang chọn · Ctrl+A chọn tất cả")
TOTAL = label("deposits", "Tổng tiền lưu ký")
OWNERS = label("deposits", "Người có tiền")
WITH_THINGS = label("deposits", "Người có đồ vật")
SOON = label("deposits", "Ra trong 7 ngày, còn giữ")
BEHIND = label("deposits", "Đã ra, chưa trả")
TO_RETURN = label("deposits", "cần trả")
FILE_NAME = "danh sach luu ky"


class Board:
    """What the list shows, read once for ids and rows; a reload reads anew.

    Attributes:
        rows: everybody at the last reading.
    """

    def __init__(self) -> None:
        """Nothing read."""
        self.rows: tuple[AccountRow, ...] = ()

    def ids(self, uow: Any, look: Look) -> tuple[str, ...]:
        """Ids of those the look asks for."""
        self.rows = list_accounts(uow)
        return tuple(row.resident_id for row in AccountRow.picked(self.rows, look))

    def of(self, uow: Any, ids: Sequence[str]) -> tuple[AccountRow, ...]:
        """Those rows; read anew when one of them is not known."""
        known = {row.resident_id: row for row in self.rows}
        if not set(ids) <= known.keys():
            known = {row.resident_id: row for row in list_accounts(uow)}
        return tuple(known[one] for one in ids if one in known)


def spec_of(board: Board) -> ListSpec[AccountRow]:
    """The list over a board."""
    return ListSpec(
        id=places.LIST,
        title=TITLE,
        columns=(
            ColumnSpec("name", label("terms", "Họ và tên"), _name, sort="name", width=170, is_strong=True),
            ColumnSpec("code", label("terms", "Mã"), _code, sort="code", width=96, is_paper_number=True),
            ColumnSpec(
                "balance",
                label("deposits", "Số dư"),
                _balance,
                _balance_value,
                sort="balance",
                width=124,
                align=Align.END,
                is_summed=True,
            ),
            ColumnSpec(
                "held",
                HELD_LABEL,
                _held,
                _held_value,
                sort="held",
                width=124,
                align=Align.END,
                gives_way=2,
                is_summed=True,
            ),
            ColumnSpec(
                "pieces",
                label("deposits", "Đồ vật"),
                _pieces,
                _pieces_value,
                sort="pieces",
                width=76,
                align=Align.END,
                is_summed=True,
            ),
            ColumnSpec(
                "seals", label("deposits", "Niêm phong"), _seals, width=112, is_paper_number=True, gives_way=4
            ),
            ColumnSpec(
                "forbidden",
                label("deposits", "Đồ vật cấm"),
                _forbidden,
                width=104,
                tone=_forbidden_tone,
                gives_way=3,
            ),
            ColumnSpec("left", label("deposits", "Còn"), _left, sort="leave_by", width=148, tone=_left_tone),
            ColumnSpec("leave_by", label("deposits", "Ngày ra"), _leave_by, _day, sort="leave_by", width=114),
            ColumnSpec(
                "last_on", label("deposits", "Thu, chi gần nhất"), _last, _last_value, sort="last_on", width=132
            ),
            ColumnSpec("place", label("deposits", "Chỗ ở"), _place, width=160, is_hidden=True),
        ),
        ids=board.ids,
        rows=board.of,
        row_id=_row_id,
        filters=(
            FilterSpec(
                "keeps",
                label("deposits", "Đang giữ"),
                (
                    FilterOption("money", label("deposits", "Có tiền")),
                    FilterOption("things", label("deposits", "Có đồ vật")),
                    FilterOption("forbidden", label("deposits", "Có đồ vật cấm")),
                    FilterOption("nothing", label("deposits", "Không giữ gì")),
                ),
            ),
            FilterSpec(
                "leaving",
                label("deposits", "Sắp ra"),
                (
                    FilterOption("1", label("deposits", "đến hết ngày mai")),
                    FilterOption("7", label("deposits", "trong 7 ngày tới")),
                    FilterOption("30", label("deposits", "trong 30 ngày tới")),
                    FilterOption(LEFT, label("deposits", "đã ra, chưa trả")),
                ),
            ),
        ),
        search=label("deposits", "Tên, mã, số niêm phong…"),
        empty=label("deposits", "Chưa có ai trong cơ sở. Người được tiếp nhận sẽ hiện ở đây."),
        none_found=label("deposits", "Không có ai khớp. Hãy bỏ bớt bộ lọc hoặc gõ ít chữ hơn."),
        default_sort=(Sort("leave_by"),),
        tables=frozenset({"stay", "resident", "resident_card", *places.TABLES}),
    )


class AccountsPage(ListPage):
    """The list under a strip of sums; a number narrows it."""

    def __init__(self, press: PlainPress, context: PageContext) -> None:
        """Make the page."""
        self._board = Board()
        super().__init__(context, spec_of(self._board))
        self._sheets = Sheets(context, press, self)
        self.strip = BigNumberStrip(context.theme, self)
        self.strip.activated.connect(self._on_figure_chosen)
        box = self.layout()
        if isinstance(box, QBoxLayout):
            box.setSpacing(context.theme.px(8))
            box.insertWidget(0, self.strip)
        self.panel.model.counted.connect(self._on_counted)
        self.panel.row_activated.connect(self._on_person_activated)
        self._actions = self._made_actions()

    def receive(self) -> None:
        """Ask for money that comes, of whoever is chosen."""
        deeds.ask_receive(self.context, self, self._one()).saved.connect(self._on_booked)

    def pay(self) -> None:
        """Ask for money that goes."""
        deeds.ask_pay(self.context, self, self._one()).saved.connect(self._on_booked)

    def take_in(self) -> None:
        """Open the sheet of things that come."""
        self.context.go(Route(places.TAKE_IN, self._one()))

    def supply(self) -> None:
        """Open the sheet of supplies, for those chosen, or for everybody."""
        chosen = self.selected_ids()
        self.context.go(Route(places.SUPPLIES, "", {places.PEOPLE_ARG: ",".join(chosen)} if chosen else {}))

    def close_month(self) -> None:
        """Open the months."""
        self.context.go(Route(places.MONTHS))

    def print_list(self) -> None:
        """Show the list as it stands, as a sheet."""
        self._sheets.show(partial(_paper, self._board, self.panel.model.ids), FILE_NAME)

    def _one(self) -> str:
        chosen = self.selected_ids()
        return chosen[0] if len(chosen) == 1 else ""

    def _made_actions(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec("deposits.receive_money", deeds.RECEIVE, self.receive, "cash", "Ctrl+N", TAKE_IN),
            ActionSpec("deposits.pay_out", deeds.PAY, self.pay, "coin", "Ctrl+Shift+C", KEEP_LEDGER),
            ActionSpec("deposits.take_in_belongings", THINGS_IN, self.take_in, "package", "Ctrl+Shift+T", TAKE_IN),
            ActionSpec("deposits.issue_supplies", SUPPLY, self.supply, "backpack", "", ISSUE_SUPPLIES),
            ActionSpec("deposits.see_months", CLOSE, self.close_month, "lock", "", VIEW_DEPOSITS, is_in_menu=True),
            ActionSpec("deposits.print_accounts", PRINT, self.print_list, "printer", "Ctrl+P", is_in_menu=True),
        )

    def _on_booked(self, booked: Any) -> None:
        self.context.say(tr(SAVED, receipt=booked.receipt, balance=words.amount(booked.balance)))

    def _on_person_activated(self, resident_id: str) -> None:
        self.context.go(Route(places.PERSON, resident_id, {"tab": places.TAB}))

    def _on_figure_chosen(self, key: str) -> None:
        wanted = {
            "money": {"keeps": "money"},
            "owners": {"keeps": "money"},
            "things": {"keeps": "things"},
            "soon": {"leaving": "7"},
            "behind": {"leaving": LEFT},
        }[key]
        look = self.panel.model.look
        filters = {} if dict(look.filters) == wanted else wanted
        self.panel.show_look(Look(look.text, filters, look.sorts))

    def _on_counted(self, _count: int) -> None:
        with QSignalBlocker(self.strip):
            self.strip.set_figures(_figures(self._board.rows))

    @override
    def hint_text(self) -> str:
        return tr(HINT)


def _figures(rows: Sequence[AccountRow]) -> tuple[Figure, ...]:
    total = sum((row.kept.balance for row in rows), Money(0))
    owners = sum(row.kept.balance > Money(0) for row in rows)
    things = sum(row.kept.pieces > 0 for row in rows)
    soon = sum(
        row.kept.is_anything and row.days_left is not None and row.days_left <= words.SOON_DAYS for row in rows
    )
    behind = sum(row.has_left for row in rows)
    return (
        Figure("money", tr(TOTAL), words.amount(total), span=2),
        Figure("owners", tr(OWNERS), str(owners)),
        Figure("things", tr(WITH_THINGS), str(things)),
        Figure("soon", tr(SOON), str(soon), tone=Tone.WARNING if soon else Tone.NEUTRAL),
        Figure(
            "behind",
            tr(BEHIND),
            str(behind),
            tr(TO_RETURN) if behind else "",
            Tone.DANGER if behind else Tone.NEUTRAL,
        ),
    )


def _name(row: AccountRow) -> str:
    return row.name


def _code(row: AccountRow) -> str:
    return row.code


def _balance(row: AccountRow) -> str:
    return words.amount(row.kept.balance) if row.kept.last_on is not None else "–"


def _balance_value(row: AccountRow) -> Money:
    return row.kept.balance


def _held(row: AccountRow) -> str:
    return words.amount(row.kept.held) if row.kept.held > Money(0) else "–"


def _held_value(row: AccountRow) -> Money:
    return row.kept.held


def _pieces(row: AccountRow) -> str:
    return str(row.kept.pieces) if row.kept.pieces else "–"


def _pieces_value(row: AccountRow) -> int:
    return row.kept.pieces


def _seals(row: AccountRow) -> str:
    return ", ".join(row.kept.seals)


def _forbidden(row: AccountRow) -> str:
    return str(row.kept.forbidden) if row.kept.forbidden else ""


def _forbidden_tone(row: AccountRow) -> Tone | None:
    return Tone.DANGER if row.kept.forbidden else None


def _left(row: AccountRow) -> str:
    return words.left_text(row.days_left, has_left=row.has_left)


def _left_tone(row: AccountRow) -> Tone | None:
    return words.left_tone(row.days_left, has_left=row.has_left, keeps=row.kept.is_anything)


def _leave_by(row: AccountRow) -> str:
    return words.day(row.leave_by)


def _day(row: AccountRow) -> date | None:
    return row.leave_by


def _last(row: AccountRow) -> str:
    return words.day(row.kept.last_on)


def _last_value(row: AccountRow) -> date | None:
    return row.kept.last_on


def _place(row: AccountRow) -> str:
    return row.place or ""


def _row_id(row: AccountRow) -> str:
    return row.resident_id


def _paper(board: Board, ids: Sequence[str], uow: Any) -> PlainPaper:
    return accounts_paper(board.of(uow, ids), read_imprint(uow))
