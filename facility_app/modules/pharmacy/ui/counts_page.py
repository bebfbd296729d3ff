"""Kiểm kê: every count with what differed; a difference is explained, and settled once."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.modules.pharmacy.domain import COUNT_STOCK, SETTLE_COUNTS
from facility_app.modules.pharmacy.queries.counts import CountRow, list_counts
from facility_app.modules.pharmacy.queries.papers import CountLineRow, list_count_lines
from facility_app.modules.pharmacy.service.counts import SettleLine, settle_line
from facility_app.modules.pharmacy.ui import places, words
from facility_app.modules.pharmacy.ui.assent import Given
from facility_app.modules.pharmacy.ui.deed import Deed, DeedDialog
from facility_app.modules.pharmacy.ui.press import Press
from facility_app.ui.forms.beginning import new_form, shown
from facility_app.ui.forms.text_fields import NoteField
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_card import CHOOSE
from facility_app.ui.lists.read_rows import Board
from facility_app.ui.lists.sided_page import SidedPage
from facility_app.ui.models import Align, ColumnSpec, ListSpec
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.theme import Tone

TITLE = label("pharmacy", "Kiểm kê thuốc")
COUNT, SETTLE = label("verbs", "Kiểm kê"), label("verbs", "Giải trình, điều chỉnh")
SETTLE_TEXT = label(
    "pharmacy",
    "{name}, lô {lot}: đếm được {counted}, sổ ghi {expected}, lệch {difference}. Lưu xong, sổ có một dòng điều "
    "chỉnh; thiếu thuốc phải kiểm soát thì thêm việc báo cáo PL XI trong 48 giờ.",
)
STORY = label("pharmacy", "Giải trình: vì sao lệch, ai đã kiểm tra")
SETTLED = label("pharmacy", "Đã điều chỉnh sổ theo kiểm kê.")
LINES = label("pharmacy", "Các lô đã đếm")
NO_LINES = label("pharmacy", "Chưa chọn lần đếm.")
NO_DIFFERENCE = label("pharmacy", "Lô này đếm đúng bằng sổ, không có gì để điều chỉnh.")
IS_SETTLED = label("pharmacy", "Chênh lệch này đã được điều chỉnh.")
OVERTAKEN = label("pharmacy", "Nơi này đã được kiểm kê lại sau lần này; hãy điều chỉnh theo lần mới nhất.")
MATCHES, ALL_SETTLED = label("pharmacy", "Khớp sổ"), label("pharmacy", "Lệch {count}, đã điều chỉnh")
OPEN = label("pharmacy", "Lệch {count}, chờ giải trình")
EXPLAINED = label("pharmacy", "đã điều chỉnh")
WAITS = label("pharmacy", "chờ giải trình")
HINT = label("pharmacy", "Ctrl+N kiểm kê một nơi")


class CountsPage(SidedPage):
    """The counts, and at their right the lots of the one chosen."""

    def __init__(self, press: Press, context: PageContext) -> None:
        """Make the page."""
        super().__init__(context, _spec(), wide=610)
        self._press = press
        self.lines = self.card("pharmacy.count_lines", LINES, LINE_COLUMNS, _line_id, NO_LINES)
        self.lines.set_actions(
            (
                ActionSpec(
                    "pharmacy.settle_line", SETTLE, self.settle, "scale", "", SETTLE_COUNTS, self._why_not_settle
                ),
            )
        )
        self.side.addWidget(self.lines, 1)

    def count(self) -> None:
        """Ask which place, then count it."""
        self.context.go(Route(places.COUNT))

    def settle(self) -> None:
        """Explain the difference of the lot chosen."""
        line: CountLineRow | None = self.lines.row()
        if line is None:
            return
        measure = line.medicine.measure
        form = new_form()
        form.add(NoteField("story", STORY, is_required=True, limit=2000, lines=4))
        deed = Deed(
            verb="pharmacy.settle_line",
            title=SETTLE,
            text=tr(
                SETTLE_TEXT,
                name=line.medicine.name,
                lot=line.lot_no,
                counted=measure.stock_text(line.counted),
                expected=measure.stock_text(line.expected),
                difference=_line_difference(line),
            ),
            save=partial(_settle, line.line_id),
            record=line.line_id,
        )
        dialog = DeedDialog(self._press, self.context, form, deed, self)
        dialog.saved.connect(self._on_settled)
        dialog.open_with(shown())

    @override
    def ask_side(self) -> None:
        row: CountRow | None = self.row()
        if row is None:
            self._on_lines(())
            return
        op = self.context.runner.query(self, partial(_lines, row.count_id), topic="lines")
        op.success(self._on_lines).run()

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (ActionSpec("pharmacy.record_count", COUNT, self.count, "list-check", "Ctrl+N", COUNT_STOCK),)

    @override
    def hint_text(self) -> str:
        return tr(HINT)

    def _on_lines(self, lines: Sequence[CountLineRow]) -> None:
        self.lines.show_rows(tuple(lines))

    def _on_settled(self, _entry_id: object) -> None:
        self.context.say(tr(SETTLED))

    def _why_not_settle(self) -> str | None:
        row, line = self.row(), self.lines.row()
        if row is None or line is None:
            return tr(CHOOSE)
        if not line.difference:
            return tr(NO_DIFFERENCE)
        if line.is_settled:
            return tr(IS_SETTLED)
        return None if row.is_last else tr(OVERTAKEN)


def _spec() -> ListSpec[CountRow]:
    board = Board(list_counts, _row_id)
    return ListSpec(
        id=places.COUNTS,
        title=TITLE,
        columns=(
            ColumnSpec("at", label("pharmacy", "Lúc đếm"), _at, width=146, is_strong=True),
            ColumnSpec("place", label("pharmacy", "Nơi để"), _place, width=140),
            ColumnSpec("state", label("pharmacy", "Kết quả"), _state, width=196, tone=_state_tone),
            ColumnSpec("lots", label("pharmacy", "Số lượng lô"), _lots, width=76, align=Align.END, gives_way=2),
            ColumnSpec("officer", label("pharmacy", "Người đếm"), _officer, width=130, gives_way=1),
            ColumnSpec("witness", label("pharmacy", "Người xác nhận"), _witness, width=130, gives_way=3),
            ColumnSpec("note", label("terms", "Ghi chú"), _note, width=140, is_hidden=True),
        ),
        ids=board.ids,
        rows=board.of,
        row_id=_row_id,
        search=None,
        empty=label("pharmacy", "Chưa kiểm kê lần nào. Bấm “Kiểm kê” rồi chọn nơi để thuốc."),
        tables=frozenset({"stock_count", "stock_count_line"}),
    )


def _settle(line_id: str, uow: Any, values: Mapping[str, Any], given: Given, _version: int) -> object:
    return settle_line(uow, SettleLine(line_id, values["story"], given.countersign))


def _lines(count_id: str, uow: Any) -> tuple[CountLineRow, ...]:
    return list_count_lines(uow, count_id)


def _row_id(row: CountRow) -> str:
    return row.count_id


def _at(row: CountRow) -> str:
    return words.moment(row.counted_at)


def _place(row: CountRow) -> str:
    return row.place


def _state(row: CountRow) -> str:
    if not row.differing:
        return tr(MATCHES)
    return tr(OPEN if row.unsettled else ALL_SETTLED, count=row.differing)


def _state_tone(row: CountRow) -> Tone:
    if not row.differing:
        return Tone.OK
    return Tone.DANGER if row.unsettled and row.is_last else Tone.WARNING


def _lots(row: CountRow) -> str:
    return str(row.lots)


def _officer(row: CountRow) -> str:
    return row.officer_name


def _witness(row: CountRow) -> str:
    return row.witness_name


def _note(row: CountRow) -> str:
    return row.note


def _line_id(row: CountLineRow) -> str:
    return row.line_id


def _line_name(row: CountLineRow) -> str:
    return row.medicine.name


def _line_lot(row: CountLineRow) -> str:
    return row.lot_no


def _line_counted(row: CountLineRow) -> str:
    return row.medicine.measure.stock_text(row.counted)


def _line_expected(row: CountLineRow) -> str:
    return row.medicine.measure.stock_text(row.expected)


def _line_difference(row: CountLineRow) -> str:
    if not row.difference:
        return "–"
    return f"{'+' if row.difference > 0 else '−'}{row.medicine.measure.stock_text(abs(row.difference))}"


def _line_tone(row: CountLineRow) -> Tone | None:
    if not row.difference:
        return None
    return Tone.INFO if row.is_settled else Tone.DANGER


def _line_story(row: CountLineRow) -> str:
    if not row.difference:
        return ""
    return words.joined(tr(EXPLAINED if row.is_settled else WAITS), row.story)


LINE_COLUMNS = (
    ColumnSpec("name", label("pharmacy", "Thuốc"), _line_name, width=168, is_instruction=True),
    ColumnSpec("lot", label("pharmacy", "Số lô"), _line_lot, width=90),
    ColumnSpec("difference", label("pharmacy", "Lệch"), _line_difference, width=112, tone=_line_tone),
    ColumnSpec("counted", label("pharmacy", "Đếm"), _line_counted, width=80, align=Align.END, is_instruction=True),
    ColumnSpec("expected", label("pharmacy", "Sổ"), _line_expected, width=88, gives_way=2, align=Align.END),
    ColumnSpec("story", label("pharmacy", "Giải trình"), _line_story, width=150, gives_way=1, wraps=True),
)
