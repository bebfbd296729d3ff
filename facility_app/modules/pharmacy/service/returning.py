"""Biên bản nhận lại PL XVIII: what a person or their family gives back waits in quarantine (TT 18/2026 Đ6)."""

from dataclasses import dataclass, field
from datetime import date, datetime

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.access.api import Countersign
from facility_app.modules.pharmacy.domain import KEEP_STORE
from facility_app.modules.pharmacy.domain.amounts import Quantity
from facility_app.modules.pharmacy.domain.classes import PLACE_KIND_LABELS, PlaceKind
from facility_app.modules.pharmacy.domain.ledger import EntryKind
from facility_app.modules.pharmacy.service.books import Books, NewRow
from facility_app.modules.pharmacy.service.slips import Arriving, Slips
from facility_app.modules.pharmacy.tables import (
    Medicine,
    MedicineLot,
    MedicineReturn,
    MedicineReturnLine,
    StockPlace,
)
from facility_app.modules.residents.api import list_resident_rows


@dataclass(frozen=True, slots=True)
class HandedBack:
    """One medicine given back, in the unit of the shelf.

    Attributes:
        look: what it looks like.
        reason: why it is given back.
    """

    medicine_id: str
    lot_no: str
    expires_on: date
    quantity: Quantity
    look: str = field(repr=False)
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class TakeBackMedicines:
    """A person, or somebody for them, gives medicines back.

    Attributes:
        place_id: where it waits to be destroyed.
        happened_where: where it was given back.
        is_sure: what was asked about is right.
    """

    resident_id: str
    place_id: str
    items: tuple[HandedBack, ...]
    giver_name: str = field(repr=False)
    giver_paper: str = field(repr=False)
    happened_where: str
    is_representative: bool = False
    returned_at: datetime | None = None
    countersign: Countersign | None = None
    is_sure: bool = False


def take_back_medicines(uow: UnitOfWork, command: TakeBackMedicines) -> str:
    """Write the minutes and the rows of the ledger.

    Returns:
        The id of the minutes.

    Raises:
        UserError: ``no_items``, ``field_missing``, ``not_in_quarantine``, ``unit_mismatch``, ``amount_wrong``,
            ``lot_differs``, ``time_in_future``, ``not_found``; as ``require_countersign``.
    """
    require(uow, KEEP_STORE)
    books, faults = Books(uow), Faults()
    place = uow.get(StockPlace, command.place_id)
    at = books.moment(faults, command.returned_at)
    giver = faults.line("giver_name", command.giver_name, needed=label("errors", "Cần họ tên người trả thuốc."))
    paper = faults.line(
        "giver_paper", command.giver_paper, needed=label("errors", "Cần số giấy tờ tùy thân người trả thuốc.")
    )
    where = faults.line(
        "happened_where", command.happened_where, needed=label("errors", "Cần nơi nhận lại thuốc.")
    )
    needed = {
        "look": label("errors", "Cần ghi cảm quan của thuốc."),
        "reason": label("errors", "Cần lý do trả lại."),
    }
    said = [
        {name: faults.line(name, getattr(one, name), needed=text) for name, text in needed.items()}
        for one in command.items
    ]
    faults.refuse()
    _require(uow, command, place)
    with uow.act("pharmacy.take_back_medicines") as act:
        is_needed = books.is_controlled(one.medicine_id for one in command.items)
        second = books.second(act, command.countersign, is_needed=is_needed)
        made = uow.add(
            MedicineReturn(
                resident_id=command.resident_id,
                year=books.today.year,
                number=books.next_number(MedicineReturn, year=books.today.year),
                returned_at=at,
                happened_where=where,
                giver_name=giver,
                giver_paper=paper,
                is_representative=command.is_representative,
                receiver_name=books.officer(),
            )
        )
        act.about(made)
        uow.session.flush()
        lots = [_lot(books, one, is_sure=command.is_sure) for one in command.items]
        entries = books.write(
            [NewRow(lot, place, EntryKind.HANDED_IN, amount, at, second) for lot, amount in lots]
        )
        uow.session.flush()
        for entry, texts in zip(entries, said, strict=True):
            uow.add(
                MedicineReturnLine(
                    return_id=made.id,
                    medicine_id=entry.medicine_id,
                    lot_id=entry.lot_id,
                    amount=entry.amount,
                    entry_id=entry.id,
                    **texts,
                )
            )
        uow.session.flush()
        return made.id


def _require(uow: UnitOfWork, command: TakeBackMedicines, place: StockPlace) -> None:
    if not command.items:
        raise UserError("no_items", label("errors", "Chưa ghi số lượng nào. Hãy ghi ít nhất một ô."))
    if place.kind is not PlaceKind.QUARANTINE:
        raise UserError(
            "not_in_quarantine",
            label("errors", "Thuốc nhận lại phải để ở “{kind}”, không dùng cho người khác. Hãy chọn lại nơi để."),
            kind=PLACE_KIND_LABELS[PlaceKind.QUARANTINE],
        )
    if not list_resident_rows(uow, [command.resident_id]):
        raise UserError(
            "not_found",
            label("errors", "Không tìm thấy bản ghi {id}. Có thể danh sách đã cũ; hãy mở lại danh sách."),
            id=command.resident_id,
        )


def _lot(books: Books, one: HandedBack, *, is_sure: bool) -> tuple[MedicineLot, int]:
    amount = books.uow.get(Medicine, one.medicine_id).measure.of_stock(one.quantity)
    arriving = Arriving(one.medicine_id, one.lot_no, one.expires_on, one.quantity)
    return Slips(books).lot_of(arriving, is_sure=is_sure), amount
