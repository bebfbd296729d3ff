"""The papers of a round: the sheet of the round, the next 24 hours, and what is closed on sheets of its own."""

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from facility_app.documents.payload import PlainPaper
from facility_app.kernel.labels import label
from facility_app.modules.medication.domain import SEE_PRIVATE_LINES, VIEW_MAR
from facility_app.modules.medication.papers.sheets import DaySheet
from facility_app.modules.medication.queries.mar import RoundAsked
from facility_app.modules.medication.service.printing import (
    print_day,
    print_private_day,
    print_private_round,
    print_round,
)
from facility_app.modules.medication.ui.mar_asking import ask_mar
from facility_app.modules.medication.ui.round_model import Line
from facility_app.ui.i18n import tr
from facility_app.ui.printing.sheets import PlainPress, Sheets
from facility_app.ui.shell.spec import ActionSpec, PageContext

DAY, ROUND = label("verbs", "In phiếu 24 giờ"), label("verbs", "In phiếu của lượt")
MAR = label("verbs", "In phiếu theo dõi dùng thuốc của người này…")
CHOOSE = label("medication", "Chọn một liều của người cần in trước.")
DAY_PRIVATE = label("verbs", "In phiếu 24 giờ, phần giữ kín")
ROUND_PRIVATE = label("verbs", "In phiếu của lượt, phần giữ kín")
DAY_FILE: Final = "phieu thuoc 24 gio"
ROUND_FILE: Final = "phieu phat thuoc"


class RoundPapers:
    """Over the page of the round."""

    def __init__(
        self,
        press: PlainPress,
        context: PageContext,
        over: QWidget,
        asked: Callable[[], RoundAsked],
        line: Callable[[], Line | None],
    ) -> None:
        """Over ``over``; ``asked`` is the round shown, ``line`` the dose in view."""
        self._context, self._over, self._asked, self._line = context, over, asked, line
        self._sheets = Sheets(context, press, over)

    def actions(self, why_not: Callable[[], str | None]) -> tuple[ActionSpec, ...]:
        """What can be printed."""
        return (
            ActionSpec("medication.print_day", DAY, self.day, "printer", "Ctrl+P", VIEW_MAR, why_not),
            ActionSpec(
                "medication.print_round", ROUND, self.round, "printer", "Ctrl+Shift+P", VIEW_MAR, why_not,
                is_in_menu=True,
            ),
            ActionSpec(
                "medication.print_mar", MAR, self.mar, "printer", "", VIEW_MAR, self._why_nobody, is_in_menu=True
            ),
            ActionSpec(
                "medication.print_private_day", DAY_PRIVATE, self.private_day, "lock", "", SEE_PRIVATE_LINES,
                why_not, is_in_menu=True,
            ),
            ActionSpec(
                "medication.print_private_round", ROUND_PRIVATE, self.private_round, "lock", "", SEE_PRIVATE_LINES,
                why_not, is_in_menu=True,
            ),
        )  # fmt: skip

    def day(self) -> None:
        """The next 24 hours of the zone."""
        self._sheets.take(partial(_day, DaySheet(self._asked().zone_id)), DAY_FILE)

    def round(self) -> None:
        """The round shown."""
        self._sheets.take(partial(_round, self._asked()), ROUND_FILE)

    def mar(self) -> None:
        """Days of the person of the current dose, first asked which."""
        line = self._line()
        if line is not None:
            row, day = line.row, self._asked().day
            ask_mar(self._context, self._over, self._sheets, row.resident_id, day, row.name)

    def private_day(self) -> None:
        """The next 24 hours of what is closed: looked at, kept in the trail, then set."""
        self._sheets.take(partial(_private_day, DaySheet(self._asked().zone_id)), DAY_FILE)

    def private_round(self) -> None:
        """What is closed of the round shown."""
        self._sheets.take(partial(_private_round, self._asked()), ROUND_FILE)

    def _why_nobody(self) -> str | None:
        return None if self._line() is not None else tr(CHOOSE)


def _day(asked: DaySheet, uow: Any) -> PlainPaper:
    return print_day(uow, asked)


def _private_day(asked: DaySheet, uow: Any) -> PlainPaper:
    return print_private_day(uow, asked)


def _round(asked: RoundAsked, uow: Any) -> PlainPaper:
    return print_round(uow, asked)


def _private_round(asked: RoundAsked, uow: Any) -> PlainPaper:
    return print_private_round(uow, asked)
