"""Where everything on the bed board stands: rectangles only, worked out once for a width."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QRect

from facility_app.modules.housing.queries.board import Board, BoardBed, BoardRoom, BoardZone

ROOM_WIDTH, ROOM_GAP, SIDE = 184, 10, 12
CELL_WIDTH, CELL_HEIGHT, CELL_GAP = 26, 28, 5
ROOM_HEAD, ROOM_FOOT = 36, 11
ZONE_HEAD, COUNTS, BUILDING_HEAD, ZONE_GAP, EDGE = 34, 20, 22, 14, 4
"""Everything at 100 %."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One bed on the board."""

    bed: BoardBed
    room: BoardRoom
    zone: BoardZone
    rect: QRect


@dataclass(frozen=True, slots=True)
class RoomBox:
    """One room on the board, with the places of its beds in the row of all beds."""

    room: BoardRoom
    zone: BoardZone
    rect: QRect
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Head:
    """Words over what follows: a zone, or a building of it."""

    text: str
    rect: QRect
    zone: BoardZone
    is_zone: bool


@dataclass(slots=True)
class Layout:
    """The board for one width.

    Attributes:
        cells: beds in the order of the keyboard.
        height: of everything.
        starts: place of each zone's first bed.
        lines: top of a line of beds → their places.
    """

    cells: list[Cell] = field(default_factory=list)
    rooms: list[RoomBox] = field(default_factory=list)
    heads: list[Head] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    height: int = 0

    lines: dict[int, list[int]] = field(default_factory=dict)

    def nearest(self, place: int, lines: int) -> int:
        """The bed so many lines below (or above) one, the closest across."""
        here = self.cells[place].rect
        tops = sorted(self.lines)
        wanted = min(max(bisect_left(tops, here.top()) + lines, 0), len(tops) - 1)
        return min(self.lines[tops[wanted]], key=partial(self._off, here.center().x()))

    def zone_start(self, place: int, zones: int) -> int:
        """The first bed of the next zone, or of the one before."""
        starts = [one for one in self.starts if one < len(self.cells)]
        here = bisect_right(starts, place) - 1
        return starts[min(max(here + zones, 0), len(starts) - 1)]

    def put(self, cell: Cell) -> None:
        """Add a bed."""
        self.lines.setdefault(cell.rect.top(), []).append(len(self.cells))
        self.cells.append(cell)

    def _off(self, across: int, place: int) -> int:
        return abs(self.cells[place].rect.center().x() - across)


class Measure:
    """Sets one board; distances follow the scale of the screen."""

    def __init__(self, width: int, scale: float) -> None:
        """For so many pixels."""
        self._scale = scale
        self._edge = self._px(EDGE)
        room = max(self._px(ROOM_WIDTH), width - 2 * self._edge)
        self._columns = max(1, (room + self._px(ROOM_GAP)) // (self._px(ROOM_WIDTH) + self._px(ROOM_GAP)))
        self._wide = (room - (self._columns - 1) * self._px(ROOM_GAP)) // self._columns
        self._room = room
        step = self._px(CELL_WIDTH) + self._px(CELL_GAP)
        self._in_line = max(1, (self._wide - 2 * self._px(SIDE) + self._px(CELL_GAP)) // step)

    def of(self, board: Board, names: Sequence[str], widest: int = 0) -> Layout:
        """The board; ``names`` head its zones, ``widest`` is what the widest needs with its counts beside it."""
        made, top = Layout(), self._edge
        head = ZONE_HEAD if widest <= self._room else ZONE_HEAD + COUNTS
        for zone, name in zip(board.zones, names, strict=True):
            made.starts.append(len(made.cells))
            made.heads.append(Head(name, self._line(top, head), zone, is_zone=True))
            top += self._px(head)
            for building in zone.buildings:
                if len(zone.buildings) > 1:
                    rect = self._line(top, BUILDING_HEAD)
                    made.heads.append(Head(building.name, rect, zone, is_zone=False))
                    top += self._px(BUILDING_HEAD)
                top = self._rooms(made, zone, building.rooms, top)
            top += self._px(ZONE_GAP)
        made.height = top
        return made

    def _rooms(self, made: Layout, zone: BoardZone, rooms: Sequence[BoardRoom], top: int) -> int:
        for start in range(0, len(rooms), self._columns):
            line = rooms[start : start + self._columns]
            high = max(self._height(room) for room in line)
            for column, room in enumerate(line):
                left = self._edge + column * (self._wide + self._px(ROOM_GAP))
                self._room_box(made, zone, room, QRect(left, top, self._wide, high))
            top += high + self._px(ROOM_GAP)
        return top

    def _height(self, room: BoardRoom) -> int:
        lines = -(-max(1, len(room.beds)) // self._in_line)
        return self._px(ROOM_HEAD) + lines * (self._px(CELL_HEIGHT) + self._px(CELL_GAP)) + self._px(ROOM_FOOT)

    def _room_box(self, made: Layout, zone: BoardZone, room: BoardRoom, rect: QRect) -> None:
        first = len(made.cells)
        for place, bed in enumerate(room.beds):
            line, column = divmod(place, self._in_line)
            left = rect.left() + self._px(SIDE) + column * (self._px(CELL_WIDTH) + self._px(CELL_GAP))
            top = rect.top() + self._px(ROOM_HEAD) + line * (self._px(CELL_HEIGHT) + self._px(CELL_GAP))
            cell = QRect(left, top, self._px(CELL_WIDTH), self._px(CELL_HEIGHT))
            made.put(Cell(bed, room, zone, cell))
        made.rooms.append(RoomBox(room, zone, rect, first, len(made.cells)))

    def _line(self, top: int, high: int) -> QRect:
        return QRect(self._edge, top, self._room, self._px(high))

    def _px(self, points: int) -> int:
        return max(1, round(points * self._scale))
