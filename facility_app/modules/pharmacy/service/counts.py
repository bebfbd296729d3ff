"""Stock is counted beside what the book says of that moment; a difference has a story, and only then a row."""

from dataclasses import dataclass, field
from datetime import datetime

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.access.api import Countersign
from facility_app.modules.pharmacy.domain import COUNT_STOCK, SETTLE_COUNTS
from facility_app.modules.pharmacy.domain.amounts import Quantity
from facility_app.modules.pharmacy.domain.ledger import EntryKind
from facility_app.modules.pharmacy.service.books import Books, NewRow
from facility_app.modules.pharmacy.service.losses import Losses, Lost
from facility_app.modules.pharmacy.service.moments import Moment
from facility_app.modules.pharmacy.tables import Medicine, MedicineLot, StockCount, StockCountLine, StockPlace


@dataclass(frozen=True, slots=True)
class Found:
    """What of one lot was found, in the unit of the shelf; nothing is 0."""

    lot_id: str
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class RecordCount:
    """A place was counted, every lot that lies there.

    Attributes:
        counted_at: when; now when nothing is said. A count typed later is held against the book of that moment.
        countersign: of the second person, where something controlled was counted.
        second_found: what the second person counted by themselves; empty where one person counted.
    """

    place_id: str
    found: tuple[Found, ...]
    counted_at: datetime | None = None
    note: str = field(default="", repr=False)
    countersign: Countersign | None = None
    second_found: tuple[Found, ...] = ()


@dataclass(frozen=True, slots=True)
class SettleLine:
    """A difference is explained; the ledger gets the row that makes it true again.

    Attributes:
        story: how it came about.
    """

    line_id: str
    story: str = field(repr=False)
    countersign: Countersign | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """A count as it was kept.

    Attributes:
        differing: ids of the lines that differ from the book.
    """

    count_id: str
    differing: tuple[str, ...]


def record_count(uow: UnitOfWork, command: RecordCount) -> Counted:
    """Keep what was counted beside what lay there at that moment by what has been written down so far.

    Raises:
        UserError: ``count_incomplete``, ``counted_twice``, ``counts_differ``, ``unit_mismatch``, ``amount_wrong``,
            ``time_in_future``, ``not_found``; as ``require_countersign``.
    """
    require(uow, COUNT_STOCK)
    books, faults = Books(uow), Faults()
    place = uow.get(StockPlace, command.place_id)
    at, note = books.moment(faults, command.counted_at), faults.line("note", command.note)
    faults.refuse()
    expected = Moment(books, place.id, at).left()
    counted = _counted(uow, command.found)
    if command.second_found:
        _require_same(counted, _counted(uow, command.second_found))
    _require_whole(len(expected.keys() - counted.keys()))
    with uow.act("pharmacy.record_count") as act:
        is_needed = books.is_controlled(lot.medicine_id for lot, _ in counted.values())
        second = books.second(act, command.countersign, is_needed=is_needed)
        made = uow.add(
            StockCount(
                place_id=place.id,
                counted_at=at,
                officer_name=books.officer(),
                witness_id=second.user_id,
                witness_name=second.name,
                note=note,
            )
        )
        act.about(made)
        uow.session.flush()
        lines = [
            uow.add(
                StockCountLine(
                    count_id=made.id,
                    medicine_id=lot.medicine_id,
                    lot_id=lot.id,
                    counted=amount,
                    expected=expected.get(lot.id, 0),
                )
            )
            for lot, amount in counted.values()
        ]
        uow.session.flush()
        return Counted(made.id, tuple(one.id for one in lines if one.counted != one.expected))


def settle_line(uow: UnitOfWork, command: SettleLine) -> str:
    """Write the story of a difference and the row that settles it.

    Only the last count of a place is settled, so that two counts that saw one difference settle it once. What was
    typed since and had happened before the count is taken off: the row is for what is then still missing or too
    much. What is missing of a medicine in the book must be reported (TT 18/2026/TT-BYT Đ7.3).

    Returns:
        The id of the row.

    Raises:
        UserError: ``count_settled``, ``no_difference``, ``count_overtaken``, ``difference_gone``,
            ``story_missing``, ``stock_too_small``, ``not_found``; as ``require_countersign``.
    """
    require(uow, SETTLE_COUNTS)
    line = uow.get(StockCountLine, command.line_id)
    faults = Faults()
    story = faults.note("story", command.story)
    if not story:
        faults.add("story_missing", "story", label("errors", "Cần giải trình chênh lệch: vì sao, ai đã kiểm tra."))
    faults.refuse()
    _require_open(line)
    books, count = Books(uow), uow.get(StockCount, line.count_id)
    lot, place = uow.get(MedicineLot, line.lot_id), uow.get(StockPlace, count.place_id)
    change = _still_open(Moment.of(books, count), line)
    kind = EntryKind.COUNT_MORE if change > 0 else EntryKind.COUNT_LESS
    with uow.act("pharmacy.settle_line") as act:
        is_controlled = books.is_controlled([lot.medicine_id])
        second = books.second(act, command.countersign, is_needed=is_controlled)
        reason = (story or "").splitlines()[0][:200]
        row = NewRow(lot, place, kind, abs(change), count.counted_at, second, reason=reason)
        (made,) = books.write([row])
        uow.session.flush()
        act.about(line)
        line.story, line.entry_id = story, made.id
        if change < 0 and books.is_in_book([lot.medicine_id]):
            lost = Lost(lot.medicine_id, lot.id, place.id, -change, count.counted_at, story or "", line.id)
            Losses(books).owe(lost)
        uow.session.flush()
        return made.id


def _counted(uow: UnitOfWork, found: tuple[Found, ...]) -> dict[str, tuple[MedicineLot, int]]:
    """What one person found, by lot."""
    counted: dict[str, tuple[MedicineLot, int]] = {}
    for one in found:
        lot = uow.get(MedicineLot, one.lot_id)
        if lot.id in counted:
            raise _twice(lot.lot_no)
        measure = uow.get(Medicine, lot.medicine_id).measure
        counted[lot.id] = (lot, measure.of_stock(one.quantity, may_be_zero=True))
    return counted


def _require_same(first: dict[str, tuple[MedicineLot, int]], second: dict[str, tuple[MedicineLot, int]]) -> None:
    """Two people who counted apart found the same; what the book says is told to neither before."""
    other = [lot for key, (lot, amount) in first.items() if second.get(key, (lot, -1))[1] != amount]
    other += [lot for key, (lot, _) in second.items() if key not in first]
    if other:
        raise UserError(
            "counts_differ",
            label("errors", "Hai người đếm khác nhau ở lô {lots}. Hãy cùng đếm lại các lô này rồi ghi lại."),
            fields={"second": label("errors", "Hai người đếm khác nhau")},
            lots=tuple(sorted(lot.lot_no for lot in other)),
        )


def _require_whole(missing: int) -> None:
    if missing:
        raise UserError(
            "count_incomplete",
            label("errors", "Còn {count} lô ở nơi này chưa kiểm đếm. Hãy đếm đủ; lô không còn thì ghi 0."),
            count=missing,
        )


def _require_open(line: StockCountLine) -> None:
    if line.entry_id is not None:
        raise UserError(
            "count_settled",
            label("errors", "Chênh lệch này đã được điều chỉnh. Hãy mở lại biên bản kiểm đếm."),
        )
    if line.counted == line.expected:
        raise UserError("no_difference", label("errors", "Lô này đếm đúng bằng sổ, không có gì để điều chỉnh."))


def _still_open(moment: Moment, line: StockCountLine) -> int:
    """What is there more than the book now says of that moment."""
    if not moment.was_last_count():
        raise UserError(
            "count_overtaken",
            label(
                "errors",
                "Nơi này đã được kiểm đếm lại sau lần này. Hãy giải trình, điều chỉnh theo biên bản kiểm đếm mới "
                "nhất.",
            ),
        )
    change = line.counted - moment.left_of(line.lot_id)
    if not change:
        raise UserError(
            "difference_gone",
            label(
                "errors",
                "Sổ nay đã khớp với số đếm: sau lần kiểm đếm có dòng ghi muộn cho việc làm trước đó. Không còn gì "
                "để điều chỉnh.",
            ),
        )
    return change


def _twice(lot_no: str) -> UserError:
    return UserError(
        "counted_twice",
        label("errors", "Lô {lot} được ghi hai lần trong một lần kiểm đếm. Hãy cộng lại thành một dòng."),
        lot=lot_no,
    )
