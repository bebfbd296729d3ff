"""Papers of the house: the board of a moment, the sheet of a roll, the morning strength, a shift's hand-over."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.payload import Block, Footer, Grid, Heading, PlainPaper, Points, Signatures, Text
from facility_app.kernel.dates import format_moment
from facility_app.kernel.labels import Label, label
from facility_app.modules.housing.domain.rights import VIEW_BOARD
from facility_app.modules.housing.domain.roll import (
    INSIDE,
    ROLL_MARK_LABELS,
    ROLL_SCOPE_LABELS,
    RollScope,
    Strength,
)
from facility_app.modules.housing.queries.board import BoardBed, BoardZone, get_board
from facility_app.modules.housing.queries.house import list_zones
from facility_app.modules.housing.queries.roll import (
    HandOver,
    RollRow,
    StrengthReport,
    TickRow,
    get_hand_over,
    get_roll,
    get_strength,
)
from facility_app.modules.housing.queries.screens import PRESENCE_WORDS, read_imprint
from facility_app.modules.housing.queries.teams import list_teams

BOARD_TITLE = label("papers", "SƠ ĐỒ CHỖ Ở")
ROLL_TITLE, STRENGTH_TITLE = label("papers", "PHIẾU ĐIỂM DANH"), label("papers", "BÁO CÁO QUÂN SỐ")
SHIFT_TITLE = label("papers", "BIÊN BẢN BÀN GIAO CA TRỰC")
NUMBER, BED, CODE = label("papers", "TT"), label("papers", "Giường"), label("papers", "Mã")
NAME, NOTE = label("papers", "Họ và tên"), label("papers", "Ghi chú")
GUARD, CALLER = label("papers", "Cán bộ trực"), label("papers", "Người điểm danh")
HEAD: Final = label("papers", "Người đứng đầu cơ sở")
STILL, NO_BREAK = label("papers", "đang ở"), "\N{NO-BREAK SPACE}"
GIVES, TAKES = label("papers", "Người giao ca"), label("papers", "Người nhận ca")


def board_paper(uow: UnitOfWork, at: datetime | None = None) -> PlainPaper:
    """Every room with who has which bed; readable in black and white."""
    require(uow, VIEW_BOARD)
    board = get_board(uow, at)
    blocks: list[Block] = []
    for zone in board.zones:
        blocks += _zone(zone)
    total = label("papers", "{beds} giường, {taken} có người, {free} trống.").format(
        beds=len(board.beds), taken=board.taken, free=board.free
    )
    blocks += [Text(total, is_strong=True), Signatures((GUARD, HEAD))]
    return _paper(uow, BOARD_TITLE, blocks, _moment(board.at))


def roll_paper(uow: UnitOfWork, roll_id: str) -> PlainPaper:
    """The sheet of a roll: to be ticked by hand while it runs, what was seen once it is over.

    Raises:
        LookupError: there is no such roll.
    """
    require(uow, VIEW_BOARD)
    found = get_roll(uow, roll_id)
    if found is None:
        raise LookupError(roll_id)
    heads = (NUMBER, BED, CODE, NAME, label("papers", "Theo sổ"), label("papers", "Điểm danh"), NOTE)
    rows = tuple(_tick(place, one) for place, one in enumerate(found.ticks, 1))
    grid = Grid(heads, rows, frozenset({0}), (5, 15, 10, 22, 16, 15, 17))
    blocks = (grid, Text(roll_sum(found.roll, found.ticks), is_strong=True), Signatures((CALLER, HEAD)))
    below = f"{roll_scope(uow, found.roll)} – {_moment(found.roll.held_at)}"
    return _paper(uow, ROLL_TITLE, blocks, below)


def roll_sum(roll: RollRow, ticks: Sequence[TickRow]) -> str:
    """Quân số of a roll: tổng = có mặt + vắng theo từng lý do, what is not ticked yet said apart."""
    away: dict[str, int] = {}
    for one in ticks:
        if one.mark is not None and one.mark is not one.mark.PRESENT:
            words = str(ROLL_MARK_LABELS[one.mark] if one.expected == INSIDE else PRESENCE_WORDS[one.expected])
            away[words] = away.get(words, 0) + 1
    text = label("papers", "Tổng {total} = có mặt {present} + vắng {away}").format(
        total=roll.listed, present=roll.present, away=roll.away
    )
    if away:
        text += " (" + ", ".join(f"{words}: {count}" for words, count in away.items()) + ")"
    if roll.unseen:
        text += label("papers", " + chưa điểm danh {unseen}").format(unseen=roll.unseen)
    return text + "."


def roll_scope(uow: UnitOfWork, roll: RollRow) -> str:
    """Whom a roll is of."""
    require(uow, VIEW_BOARD)
    if roll.scope is RollScope.ZONE:
        found = next((zone.name for zone in list_zones(uow) if zone.zone_id == roll.zone_id), "")
    elif roll.scope is RollScope.TEAM:
        found = next((team.name for team in list_teams(uow) if team.team_id == roll.team_id), "")
    else:
        found = ""
    return found or ROLL_SCOPE_LABELS[roll.scope]


def strength_paper(uow: UnitOfWork) -> PlainPaper:
    """Quân số buổi sáng, zone by zone; every row and the whole add up."""
    require(uow, VIEW_BOARD)
    report = get_strength(uow)
    blocks = (_strength_grid(report), Text(strength_sum(report.whole), is_strong=True), Signatures((GUARD, HEAD)))
    return _paper(uow, STRENGTH_TITLE, blocks, _moment(report.at))


def strength_sum(one: Strength) -> str:
    """Tổng = có mặt + vắng theo từng lý do."""
    away = ", ".join(f"{PRESENCE_WORDS[code]}: {count}" for code, count in one.away.items())
    text = label("papers", "Tổng {total} = có mặt {present} + vắng {away}").format(
        total=one.total, present=one.present, away=sum(one.away.values())
    )
    return f"{text} ({away})." if away else f"{text}."


def shift_paper(uow: UnitOfWork, since: datetime) -> PlainPaper:
    """What a shift hands to the next: strength, moves, who has no bed, what nobody has explained."""
    require(uow, VIEW_BOARD)
    over = get_hand_over(uow, since)
    blocks: list[Block] = [
        Heading(label("papers", "1. Quân số")),
        _strength_grid(over.strength),
        Text(strength_sum(over.strength.whole), is_strong=True),
        *_shift_parts(uow, over),
        Signatures((GIVES, TAKES)),
    ]
    below = label("papers", "Ca từ {since} đến {until}").format(since=_moment(since), until=_moment(over.at))
    return _paper(uow, SHIFT_TITLE, blocks, below)


def _shift_parts(uow: UnitOfWork, over: HandOver) -> list[Block]:
    nothing = Text(label("papers", "Không có."))
    moves = tuple(
        (str(n), one.code, one.name, one.bed, _moment(one.from_at), _moment(one.to_at) or STILL)
        for n, one in enumerate(over.moves, 1)
    )
    heads = (NUMBER, CODE, NAME, BED, label("papers", "Từ"), label("papers", "Đến"))
    differences = tuple(
        (str(n), one.code, one.name, one.bed, str(PRESENCE_WORDS[one.expected]), _mark(one))
        for n, one in enumerate(over.open_differences, 1)
    )
    seen = (NUMBER, CODE, NAME, BED, label("papers", "Theo sổ"), label("papers", "Khi điểm danh"))
    running = tuple(f"{roll_scope(uow, one)} – {_moment(one.held_at)}" for one in over.running)
    bedless = tuple((str(n), one.code, one.name) for n, one in enumerate(over.bedless, 1))
    return [
        Heading(label("papers", "2. Xếp, chuyển, trả giường trong ca")),
        Grid(heads, moves, frozenset({0}), (5, 11, 28, 18, 19, 19)) if moves else nothing,
        Heading(label("papers", "3. Có mặt, chưa có giường")),
        Grid((NUMBER, CODE, NAME), bedless, frozenset({0}), (5, 11, 84)) if bedless else nothing,
        Heading(label("papers", "4. Chênh lệch điểm danh chưa giải thích")),
        Grid(seen, differences, frozenset({0}), (5, 11, 28, 18, 19, 19)) if differences else nothing,
        Heading(label("papers", "5. Buổi điểm danh chưa kết thúc")),
        Points(running) if running else nothing,
    ]


def _strength_grid(report: StrengthReport) -> Grid:
    reasons = sorted({code for row in report.rows for code in row.strength.away} | set(report.whole.away))
    heads = (
        label("papers", "Khu"),
        label("papers", "Tổng"),
        label("papers", "Có mặt"),
        *(PRESENCE_WORDS[code] for code in reasons),
    )
    parts = [(row.zone, row.strength) for row in report.rows]
    if report.bedless.total:
        parts.append((label("papers", "Chưa có giường"), report.bedless))
    parts.append((label("papers", "Toàn cơ sở"), report.whole))
    rows = tuple(
        (str(name), str(one.total), str(one.present), *(str(one.away.get(code, 0)) for code in reasons))
        for name, one in parts
    )
    return Grid(heads, rows, frozenset(range(1, len(heads))))


def _zone(zone: BoardZone) -> list[Block]:
    heads = (label("papers", "Phòng"), label("papers", "Sức chứa"), label("papers", "Có người"), BED)
    rows = tuple(
        (
            room.name,
            str(room.working),
            str(room.taken),
            _closed(room.closed) if room.closed else "; ".join(_beds(room.beds)),
        )
        for room in zone.rooms
    )
    return [Heading(f"{zone.code} – {zone.name}"), Grid(heads, rows, frozenset({1, 2}), (16, 9, 9, 66))]


def _beds(beds: Sequence[BoardBed]) -> Iterator[str]:
    """Who lies where first, then beds that are closed; free ones in one go."""
    free = []
    for bed in beds:
        if bed.occupant is not None:
            kept = label("papers", " (giữ chỗ)") if bed.occupant.is_kept else ""
            yield f"{bed.code}:{NO_BREAK}{bed.occupant.name} ({bed.occupant.code}){kept}"
        elif bed.closed:
            yield f"{bed.code}:{NO_BREAK}{_closed(bed.closed)}"
        else:
            free.append(bed.code)
    if free:
        yield label("papers", "trống: {beds}").format(beds=", ".join(free))


def _closed(reason: str) -> str:
    return label("papers", "tạm đóng, {reason}").format(reason=reason)


def _tick(place: int, one: TickRow) -> tuple[str, ...]:
    note = "; ".join(filter(None, (one.reason, one.explanation)))
    return (str(place), one.bed, one.code, one.name, str(PRESENCE_WORDS[one.expected]), _mark(one), note)


def _mark(one: TickRow) -> str:
    """A cross for present, nothing where a pen is still to come."""
    if one.mark is None:
        return ""
    return "x" if one.mark is one.mark.PRESENT else str(ROLL_MARK_LABELS[one.mark])


def _moment(at: datetime | None) -> str:
    return "" if at is None else format_moment(at)


def _paper(uow: UnitOfWork, title: Label, blocks: Sequence[Block], below: str) -> PlainPaper:
    imprint = read_imprint(uow)
    footer = Footer(imprint.printed_by, imprint.printed_at)
    return PlainPaper(title, tuple(blocks), footer, imprint.facility_name, below)
