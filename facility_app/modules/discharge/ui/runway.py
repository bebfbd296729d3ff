"""Ra cơ sở: who should have left, leaves today, tomorrow, in the next weeks, with each step as a mark."""

from collections.abc import Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QBoxLayout
from typing_extensions import override

from facility_app.documents.payload import PlainPaper
from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look
from facility_app.modules.discharge.domain import ISSUE_RELEASE_PAPERS
from facility_app.modules.discharge.papers.lists import runway_paper
from facility_app.modules.discharge.queries.board import (
    OVERHELD,
    BoardRow,
    read_imprint,
)
from facility_app.modules.discharge.ui.case_page import PART
from facility_app.modules.discharge.ui.packet_dialog import PacketDialog
from facility_app.modules.discharge.ui.packet_model import Leaving
from facility_app.modules.discharge.ui.press import Press
from facility_app.modules.discharge.ui.runway_list import BAND_WORDS, MUST_GO, STATE_WORDS, Board, spec_of
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_page import ListPage
from facility_app.ui.printing.sheets import Sheets
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import BigNumberStrip, Figure

TOMORROW_PAGE: Final = "discharge.tomorrow"
CHOOSE = label("discharge", "Hãy chọn người trong danh sách trước (giữ Ctrl hoặc Shift để chọn nhiều người).")
PACKETS = label("verbs", "Lập bộ hồ sơ ra cơ sở")
PRINT = label("verbs", "In danh sách")
TO_TOMORROW = label("verbs", "Danh sách ngày mai")
HINT = label("discharge", "Enter mở phần ra cơ sở của người đang chọn · Ctrl+A chọn tất cả")
FILE_NAME: Final = "danh sach sap ra co so"


class RunwayPage(ListPage):
    """The list under a strip of bands; a band narrows it."""

    def __init__(self, press: Press, context: PageContext) -> None:
        """Make the page."""
        self._board, self._press = Board(), press
        super().__init__(context, spec_of(self._board))
        self._sheets = Sheets(context, press, self)
        # One large row, the nearest days first; the others stand below it, small.
        self.strip = BigNumberStrip(context.theme, self, most_rows=1)
        self.strip.activated.connect(self._on_band_chosen)
        self.strip.hide()
        box = self.layout()
        if isinstance(box, QBoxLayout):
            box.setSpacing(context.theme.px(8))
            box.insertWidget(0, self.strip)
        self.panel.model.counted.connect(self._on_counted)
        self.panel.model.dataChanged.connect(self.actions_changed)
        self.panel.row_activated.connect(self._on_stay_activated)

    def make_packets(self) -> None:
        """Make the packets of everybody chosen."""
        people = [Leaving(row.stay_id, row.name, row.code) for row in self._chosen()]
        if people:
            PacketDialog(self.context, self._press, people, parent=self).open()

    def print_list(self) -> None:
        """Show the list as it stands, as a sheet."""
        ids = self.panel.model.ids
        self._sheets.show(partial(_paper, self._board, ids), FILE_NAME)

    def to_tomorrow(self) -> None:
        """Go to the list of the evening."""
        self.context.go(Route(TOMORROW_PAGE))

    def _chosen(self) -> tuple[BoardRow, ...]:
        rows = (self.panel.model.row_of(one) for one in self.selected_ids())
        return tuple(row for row in rows if row is not None)

    def _why_none(self) -> str | None:
        return None if self._chosen() else tr(CHOOSE)

    def _on_stay_activated(self, stay_id: str) -> None:
        row = self.panel.model.row_of(stay_id)
        if row is not None:
            self.context.go(Route(self._press.person_page, row.resident_id, {"tab": PART}))

    def _on_band_chosen(self, key: str) -> None:
        look, filters = self.panel.model.look, dict(self.panel.model.look.filters)
        key, value = ("state", OVERHELD) if key == OVERHELD else ("band", key)
        is_chosen = filters.get(key) == value
        for one in ("band", "state"):
            filters.pop(one, None)
        if not is_chosen:
            filters[key] = value
        self.panel.show_look(Look(look.text, filters, look.sorts))

    def _on_counted(self, _count: int) -> None:
        self._show_strip()

    def _show_strip(self) -> None:
        # What was never read is no nought.
        self.strip.setVisible(self._board.is_read)
        self.strip.set_figures(_figures(self._board.rows))

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec(
                "discharge.make_packet",
                PACKETS,
                self.make_packets,
                "package",
                "Ctrl+Shift+H",
                ISSUE_RELEASE_PAPERS,
                self._why_none,
            ),
            ActionSpec("discharge.to_tomorrow", TO_TOMORROW, self.to_tomorrow, "calendar-event"),
            ActionSpec("discharge.print_runway", PRINT, self.print_list, "printer", "Ctrl+P"),
        )

    @override
    def hint_text(self) -> str:
        return tr(HINT)


def _figures(rows: Sequence[BoardRow]) -> tuple[Figure, ...]:
    over = sum(row.is_overheld for row in rows)
    found = [
        Figure(
            OVERHELD,
            tr(STATE_WORDS[OVERHELD]),
            str(over),
            tr(MUST_GO) if over else "",
            Tone.DANGER if over else Tone.NEUTRAL,
        )
    ]
    for band, text in BAND_WORDS.items():
        count = sum(row.band == band and not row.is_overheld for row in rows)
        tone = Tone.WARNING if count and not band else Tone.NEUTRAL
        found.append(Figure(str(band), tr(text), str(count), tone=tone))
    return tuple(found)


def _paper(board: Board, ids: Sequence[str], uow: Any) -> PlainPaper:
    return runway_paper(board.of(uow, ids), read_imprint(uow))
