"""The papers of a round: the sheet of the round, the next 24 hours, and what is closed on sheets of its own."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import label
from facility_app.modules.medication.domain import SEE_PRIVATE_LINES, VIEW_MAR
from facility_app.modules.medication.papers.sheets import (
    PAGE_DAYS,
    DaySheet,
    MarPage,
    PrivateLines,
    day_sheet,
    mar_page,
    round_page,
    sheet_days,
)
from facility_app.modules.medication.queries.mar import RoundAsked
from facility_app.modules.medication.service.looking import open_private_round
from facility_app.modules.medication.ui.round_model import Line
from facility_app.modules.medication.ui.round_press import Press
from facility_app.ui.i18n import tr
from facility_app.ui.printing.sheets import Sheets
from facility_app.ui.shell.spec import ActionSpec, PageContext
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone

DAY, ROUND = label("verbs", "In phiếu 24 giờ"), label("verbs", "In phiếu của lượt")
MAR = label("verbs", "In phiếu theo dõi dùng thuốc của người này")
CHOOSE = label("medication", "Chọn một liều của người cần in trước.")
DAY_PRIVATE = label("verbs", "In phiếu 24 giờ, phần giữ kín")
ROUND_PRIVATE = label("verbs", "In phiếu của lượt, phần giữ kín")
DAY_FILE: Final = "phieu thuoc 24 gio"
ROUND_FILE: Final = "phieu phat thuoc"
MAR_FILE: Final = "phieu theo doi dung thuoc"


class RoundPapers:
    """Over the page of the round."""

    def __init__(
        self,
        press: Press,
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
        self._sheets.show(partial(_day, DaySheet(self._asked().zone_id), None), DAY_FILE)

    def round(self) -> None:
        """The round shown."""
        self._sheets.show(partial(_round, self._asked(), None), ROUND_FILE)

    def mar(self) -> None:
        """The last seven days of the person of the current dose."""
        line = self._line()
        if line is not None:
            first = self._asked().day - timedelta(days=PAGE_DAYS[0] - 1)
            self._sheets.show(partial(_mar, MarPage(line.row.resident_id, first)), MAR_FILE)

    def private_day(self) -> None:
        """The next 24 hours of what is closed: looked at, kept in the trail, then set."""
        asked = self._asked()
        days = sheet_days(self._context.clock.now())
        rounds = tuple(RoundAsked(day, asked.zone_id) for day in days)
        self._open(rounds, partial(_day, DaySheet(asked.zone_id)), DAY_FILE)

    def private_round(self) -> None:
        """What is closed of the round shown."""
        asked = self._asked()
        self._open((asked,), partial(_round, asked), ROUND_FILE)

    def _why_nobody(self) -> str | None:
        return None if self._line() is not None else tr(CHOOSE)

    def _open(self, rounds: tuple[RoundAsked, ...], read: Callable[..., Any], file_name: str) -> None:
        op = self._context.runner.command(self._over, partial(_opened, rounds))
        op.success(partial(self._on_opened, read, file_name)).failure(self._on_failed).run()

    def _on_opened(self, read: Callable[..., Any], file_name: str, lines: PrivateLines) -> None:
        self._sheets.show(partial(read, lines), file_name)

    def _on_failed(self, failure: Failure) -> None:
        self._context.say(failure.words, Tone.DANGER)


def _opened(rounds: tuple[RoundAsked, ...], uow: Any) -> PrivateLines:
    found = [open_private_round(uow, asked) for asked in rounds]
    allergies = {row.allergy_id: row for one in found for row in one.allergies}
    return PrivateLines(tuple(row for one in found for row in one.rows), allergies=tuple(allergies.values()))


def _day(asked: DaySheet, private: PrivateLines | None, uow: Any) -> Any:
    return day_sheet(uow, asked, private)


def _mar(asked: MarPage, uow: Any) -> Any:
    return mar_page(uow, asked)


def _round(asked: RoundAsked, private: PrivateLines | None, uow: Any) -> Any:
    return round_page(uow, asked, private)
