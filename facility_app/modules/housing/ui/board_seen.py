"""What the page of the board shows, read in one go, and what it says of it in a line."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from facility_app.kernel.labels import label
from facility_app.modules.housing.papers import board_paper
from facility_app.modules.housing.queries.board import Board, get_board, moment_of
from facility_app.modules.housing.queries.needs import BedlessRow, list_bedless
from facility_app.ui.i18n import tr

COUNTS = label("housing", "{beds} giường · {taken} có người · {free} trống · {bedless} người chưa có giường")


@dataclass(frozen=True, slots=True)
class Seen:
    """The board and who is inside without a bed; nobody on a day gone by."""

    board: Board = field(repr=False)
    bedless: tuple[BedlessRow, ...] = field(repr=False)

    def counts(self) -> str:
        """How many beds, people and free places."""
        board = self.board
        counts = {"beds": len(board.beds), "taken": board.taken, "free": board.free}
        return tr(COUNTS, **counts, bedless=len(self.bedless))


def read_board(day: date | None, uow: Any) -> Seen:
    """The board of a day; None for now."""
    bedless = list_bedless(uow) if day is None else ()
    return Seen(get_board(uow, moment_of(uow, day)), bedless)


def board_sheet(day: date | None, uow: Any) -> Any:
    """The same on paper."""
    return board_paper(uow, moment_of(uow, day))
