"""Cấp phát: one sheet for one person, for those chosen or for everybody; each column with what is still owed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import Any, Final

from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.kernel.typed import Bounds
from facility_app.modules.deposits.domain import VIEW_DEPOSITS
from facility_app.modules.deposits.domain.supplies import PER_LABELS, SUPPLY_LABELS, Per, Supply, per_of
from facility_app.modules.deposits.papers import slip_paper
from facility_app.modules.deposits.queries.owing import OwedRow, list_owed
from facility_app.modules.deposits.service.supplies import MOST, Handed, IssueSupplies, issue_supplies
from facility_app.modules.deposits.ui import fields, places
from facility_app.modules.deposits.ui.fields import shown
from facility_app.ui.forms.beginning import Shown, new_form
from facility_app.ui.forms.usual import line
from facility_app.ui.grid.columns import SheetColumn, SheetRow, number_column
from facility_app.ui.grid.sheet_page import SheetPage
from facility_app.ui.i18n import tr
from facility_app.ui.printing.sheets import PlainPress, Sheets
from facility_app.ui.shell.spec import ActionSpec, PageContext
from facility_app.ui.tasks.bound import bound

TITLE = label("deposits", "Cấp phát đồ dùng")
SAVE = label("verbs", "Ghi và lập phiếu cấp phát")
FILL = label("verbs", "Điền số còn được cấp")
PRINT_LAST = label("verbs", "In phiếu vừa lập")
NOTHING_YET = label("deposits", "Chưa lập phiếu nào ở đây.")
NOBODY = label("deposits", "Không có ai trong cơ sở để cấp phát.")
NOBODY_HINT = label("deposits", "Người được tiếp nhận sẽ hiện ở đây.")
ISSUED = label("deposits", "Đã cấp phát, phiếu {number}.")
KINDS = label("deposits", "{count} loại")
OFTEN = label("deposits", "Định mức {often}. Ctrl+Shift+F điền số còn được cấp vào cột này.")
LETTER: Final = 8
"""Width of a letter in a head, at 100 %."""
FILE_NAME: Final = "phieu cap phat"
PIECES: Final = Bounds(0, Decimal(0), Decimal(MOST))
ORDER: Final = (Per.STAY, Per.YEAR, Per.TWO_YEARS, Per.MONTH, Per.EXTRA)
"""Bedding comes first: it is what somebody just admitted needs this evening."""
COLUMNS: Final = tuple(one for per in ORDER for one in Supply if per_of(one) is per)


class SupplyPage(SheetPage):
    """People as rows, things as columns; Enter goes down, empty cells are nothing."""

    def __init__(self, press: PlainPress, context: PageContext) -> None:
        """Nothing read yet."""
        form = new_form()
        form.add(
            fields.past_day(context),
            line("officer_name", label("deposits", "Cán bộ cấp phát"), hint=fields.OFFICER_HINT),
            line("witness_name", label("deposits", "Người làm chứng")),
            spans=(2, 5, 5),
        )
        heads = (
            label("terms", "Họ và tên"),
            label("terms", "Mã"),
            label("deposits", "Chỗ ở"),
            label("deposits", "Còn được cấp"),
        )
        columns = tuple(map(_column, COLUMNS))
        super().__init__(context, form, heads, columns, save_words=SAVE, head_widths=(94, 140, 120))
        self._sheets = Sheets(context, press, self)
        self._last = ""

    def fill_owed(self) -> None:
        """Put what each is still owed into the current column; into every column when none is current."""
        rows: tuple[OwedRow, ...] = self._seen or ()
        place = self.sheet.model.place_of(self.sheet.view.currentIndex())
        wanted = [place[1]] if place[1] >= 0 else list(range(len(COLUMNS)))
        for column in wanted:
            for row, one in enumerate(rows):
                left = one.left(COLUMNS[column])
                if left:
                    self.sheet.model.set_value((row, column), Decimal(left))
        self.sheet.view.setFocus()

    def print_last(self) -> None:
        """Show the slip written last."""
        self._sheets.show(partial(_slip, self._last), FILE_NAME)

    @override
    def title_text(self) -> str:
        return tr(TITLE)

    @override
    def read(self, uow: Any) -> tuple[OwedRow, ...]:
        chosen = self.route.args.get(places.PEOPLE_ARG, "") or self.route.record
        return list_owed(uow, chosen.split(",") if chosen else None)

    @override
    def begin(self, seen: tuple[OwedRow, ...]) -> Shown:
        return shown()

    @override
    def rows(self, seen: tuple[OwedRow, ...]) -> Sequence[SheetRow]:
        return tuple(SheetRow(one.resident_id, (one.name, one.code, one.place or "", _owed(one))) for one in seen)

    @override
    def nothing(self) -> tuple[str, str]:
        return tr(NOBODY), tr(NOBODY_HINT)

    @override
    def command(
        self, values: Mapping[str, Any], cells: Mapping[str, Mapping[str, Any]]
    ) -> Callable[[Any], object]:
        lines = tuple(
            Handed(resident_id, supply, int(cell[supply]))
            for resident_id, cell in cells.items()
            for supply in COLUMNS
            if cell[supply]
        )
        command = IssueSupplies(
            lines, values["happened_on"], values["officer_name"] or "", values["witness_name"] or ""
        )
        return bound(issue_supplies, command)

    @override
    def done(self, answer: Any) -> None:
        self._last = answer.slip_id
        self.context.say(tr(ISSUED, number=answer.number))
        self.ask()

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec("deposits.fill_owed", FILL, self.fill_owed, "backpack", "Ctrl+Shift+F", VIEW_DEPOSITS),
            ActionSpec(
                "deposits.print_slip",
                PRINT_LAST,
                self.print_last,
                "printer",
                "Ctrl+P",
                VIEW_DEPOSITS,
                self._why_not,
            ),
        )

    def _why_not(self) -> str | None:
        return None if self._last else tr(NOTHING_YET)


def _column(supply: Supply) -> SheetColumn:
    """As wide as its name; the line below the sheet says how often it is given."""
    text = SUPPLY_LABELS[supply]
    made = number_column(supply, text, bounds=PIECES, width=24 + LETTER * len(tr(text)))
    return replace(made, legend=tr(OFTEN, often=tr(PER_LABELS[per_of(supply)])))


def _owed(row: OwedRow) -> str:
    count = sum(one.left > 0 for one in row.owed)
    return tr(KINDS, count=count) if count else "–"


def _slip(slip_id: str, uow: Any) -> Any:
    return slip_paper(uow, slip_id)
