"""A dose is taken from a shelf for one person, once; the rest of an opened piece is destroyed before a witness."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import format_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.access.api import Countersign
from facility_app.modules.pharmacy.domain import GIVE_DOSES
from facility_app.modules.pharmacy.domain.amounts import PIECES, SCALE, Quantity
from facility_app.modules.pharmacy.domain.classes import PlaceKind
from facility_app.modules.pharmacy.domain.ledger import REST_OF_PIECE, EntryKind, lot_expired, too_little
from facility_app.modules.pharmacy.domain.medicines import require_single
from facility_app.modules.pharmacy.domain.shelf import LotThere, Portion, first_expired_first_out, is_expired
from facility_app.modules.pharmacy.queries.shelf import lots_at
from facility_app.modules.pharmacy.service.books import Books, NewRow, Second
from facility_app.modules.pharmacy.service.cabinets import Cabinets
from facility_app.modules.pharmacy.service.supplies import Supplies
from facility_app.modules.pharmacy.tables import Medicine, MedicineLot, StockEntry, StockPlace
from facility_app.modules.residents.api import list_resident_rows

_ORDINARY: Final = frozenset({PlaceKind.CABINET, PlaceKind.NORMAL, PlaceKind.CTRL_COMBO})
"""Where a medicine that is not controlled is taken from."""


@dataclass(frozen=True, slots=True)
class TakeDose:
    """What one dose needs.

    Attributes:
        dose_id: of treatment; one dose is taken once.
        quantity: in the unit of doses.
        place_id: a duty cabinet; what is not controlled also comes from the ordinary store and the shelf of
            combined medicines.
        lot_id: None for the lot that expires first.
        given_at: now when nothing is said.
        is_sure: what was asked about is right.
        wasted: what is left of an opened ampoule and destroyed on the spot, in the unit of doses; of a controlled
            medicine before the witness of the dose.
    """

    dose_id: str
    resident_id: str
    medicine_id: str
    quantity: Quantity
    place_id: str
    lot_id: str | None = None
    given_at: datetime | None = None
    is_sure: bool = False
    wasted: Quantity | None = None


@dataclass(frozen=True, slots=True)
class TakeDoses:
    """A round.

    Attributes:
        countersign: of the witness, for the verb ``pharmacy.take_dose``; one for the whole round; needed where a
            controlled medicine is in it.
        stops_at_refusal: whether the first dose refused refuses the round; else it is told in its answer.
    """

    doses: tuple[TakeDose, ...]
    countersign: Countersign | None = None
    stops_at_refusal: bool = True


@dataclass(frozen=True, slots=True)
class TakenPart:
    """So much of one lot; ``amount`` in thousandths of the dose unit."""

    entry_id: str
    lot_id: str
    lot_no: str
    amount: int

    @classmethod
    def of(cls, uow: UnitOfWork, made: Sequence[StockEntry]) -> "tuple[TakenPart, ...]":
        """What each of these rows of the ledger took, or gave back."""
        return tuple(
            cls(one.id, one.lot_id, uow.get(MedicineLot, one.lot_id).lot_no, abs(one.amount)) for one in made
        )


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one dose.

    Attributes:
        parts: lots it came from; empty when refused.
        refusal: why it was refused.
        witness_id: who was the second person; None where none was needed.
    """

    dose_id: str
    parts: tuple[TakenPart, ...] = ()
    refusal: UserError | None = None
    witness_id: str | None = None


def take_doses(uow: UnitOfWork, command: TakeDoses) -> tuple[Taken, ...]:
    """Take what a round needs, each dose once, a controlled medicine before a witness.

    Whether the person is alive and here, and whether the dose was ordered, is not asked here: who calls knows.

    Raises:
        UserError: ``unit_mismatch``, ``amount_wrong``, ``amount_unusual``, ``dose_place``, ``not_your_cabinet``,
            ``dose_taken_already``, ``wasted_too_much``, ``stock_too_small``, ``lot_expired``,
            ``lot_of_another``, ``time_in_future``, ``not_found``; as ``require_countersign``.
    """
    require(uow, GIVE_DOSES)
    books = Books(uow)
    _require_people(uow, [one.resident_id for one in command.doses])
    with uow.act("pharmacy.take_dose") as act:
        is_needed = books.is_controlled(one.medicine_id for one in command.doses)
        second = books.second(act, command.countersign, is_needed=is_needed)
        taken = []
        for one in command.doses:
            try:
                taken.append(_take(books, one, second))
            except UserError as told:
                if command.stops_at_refusal:
                    raise
                taken.append(Taken(one.dose_id, refusal=told))
        uow.session.flush()
        return tuple(taken)


def take_dose(uow: UnitOfWork, command: TakeDose, countersign: Countersign | None = None) -> Taken:
    """Take one dose; as ``take_doses``."""
    require(uow, GIVE_DOSES)
    return take_doses(uow, TakeDoses((command,), countersign))[0]


def _take(books: Books, wanted: TakeDose, second: Second) -> Taken:
    uow, faults = books.uow, Faults()
    at = books.moment(faults, wanted.given_at)
    faults.refuse()
    medicine, place = uow.get(Medicine, wanted.medicine_id), uow.get(StockPlace, wanted.place_id)
    amount = medicine.measure.of_dose(wanted.quantity)
    require_single(medicine.full_name, medicine.measure, amount, medicine.ask_above, is_sure=wanted.is_sure)
    is_controlled = books.class_of(medicine.id).is_controlled
    _require_shelf(books, place, is_controlled=is_controlled)
    if Supplies(books).standing(wanted.dose_id):
        raise UserError(
            "dose_taken_already",
            label("errors", "Liều này đã lấy thuốc trước đó. Hãy mở lại phiếu dùng thuốc; không lấy lần thứ hai."),
        )
    wasted = _wasted(medicine, amount, wanted.wasted)
    portions = _portions(books, medicine, place, wanted, amount + wasted)
    rows = _given_and_wasted(books, place, portions, amount, at, second if is_controlled else Second())
    made = books.write(rows)
    uow.session.flush()
    given = [one for one in made if one.kind is EntryKind.GIVEN]
    Supplies(books).taken(medicine, wanted.resident_id, wanted.dose_id, given)
    return Taken(wanted.dose_id, TakenPart.of(uow, given), witness_id=rows[0].second.user_id)


def _given_and_wasted(
    books: Books, place: StockPlace, portions: Sequence[Portion], given: int, at: datetime, second: Second
) -> list[NewRow]:
    """What is given, then what is left of the opened ampoule and destroyed: the ledger shows both."""
    rows: list[NewRow] = []
    for one in portions:
        lot, part = books.uow.get(MedicineLot, one.lot_id), min(one.amount, given)
        given -= part
        if part:
            rows.append(NewRow(lot, place, EntryKind.GIVEN, part, at, second))
        if one.amount > part:
            rest = one.amount - part
            rest_of = NewRow(
                lot, place, EntryKind.BROKEN, rest, at, second, reason=str(REST_OF_PIECE), pairs_with_last=True
            )
            rows.append(rest_of)
    return rows


def _wasted(medicine: Medicine, given: int, wasted: Quantity | None) -> int:
    """What is destroyed of the piece opened; never more than the dose leaves of it."""
    if wasted is None:
        return 0
    amount, measure = medicine.measure.of_dose(wasted), medicine.measure
    rest = int((measure.rest_of(given) or 0) * SCALE)
    if measure.stock_unit in PIECES and amount > rest:
        raise UserError(
            "wasted_too_much",
            label(
                "errors",
                "{name}: liều {dose} để lại nhiều nhất {rest} của ống, lọ, viên đã mở ({rate}), mới ghi hủy "
                "{quantity}. Hãy ghi lại phần hủy; cả ống, lọ vỡ hỏng thì ghi ở trang Kho thuốc.",
            ),
            fields={"wasted": label("errors", "Nhiều hơn phần còn lại của ống, lọ, viên")},
            name=medicine.full_name,
            dose=measure.dose_text(given),
            rest=measure.dose_text(rest),
            rate=measure.rate_text(),
            quantity=wasted.text(),
        )
    return amount


def _portions(
    books: Books, medicine: Medicine, place: StockPlace, wanted: TakeDose, amount: int
) -> Sequence[Portion]:
    if wanted.lot_id is not None:
        lot = books.uow.get(MedicineLot, wanted.lot_id)
        if lot.medicine_id != medicine.id:
            raise UserError(
                "lot_of_another",
                label("errors", "Lô {lot} không phải của {name}. Hãy chọn lại lô thuốc."),
                lot=lot.lot_no,
                name=medicine.full_name,
            )
        if is_expired(lot.expires_on, books.today):
            raise lot_expired(lot.lot_no, format_date(lot.expires_on))
        return (Portion(lot.id, amount),)
    there = lots_at(books.uow, place.id, medicine.id)
    found = first_expired_first_out(there, amount, books.today)
    if not found:
        raise _none_good(books, medicine, place, there, amount)
    return found


def _none_good(
    books: Books, medicine: Medicine, place: StockPlace, there: Sequence[LotThere], amount: int
) -> UserError:
    """Too little altogether, or only expired lots are left."""
    left = [one for one in there if one.left]
    good = sum(one.left for one in left if not is_expired(one.expires_on, books.today))
    if not good and left:
        return lot_expired(left[0].lot_no, format_date(left[0].expires_on))
    return too_little(medicine.full_name, place.name, medicine.measure, good, amount)


def _require_shelf(books: Books, place: StockPlace, *, is_controlled: bool) -> None:
    """Doses come out of duty cabinets; a controlled medicine only by the hand of its cabinet's holder."""
    if place.kind not in (frozenset({PlaceKind.CABINET}) if is_controlled else _ORDINARY):
        raise UserError(
            "dose_place",
            label(
                "errors",
                "Không lấy thuốc cho người bệnh từ “{place}”. Hãy lĩnh thuốc về tủ trực rồi lấy từ tủ trực "
                "(TT 18/2026/TT-BYT Đ3.1đ).",
            ),
            fields={"place": label("errors", "Hãy chọn tủ thuốc trực")},
            place=place.name,
        )
    Cabinets(books).require_hand(place, is_controlled=is_controlled)


def _require_people(uow: UnitOfWork, resident_ids: Sequence[str]) -> None:
    known = {row.resident_id for row in list_resident_rows(uow, sorted(set(resident_ids)))}
    for one in resident_ids:
        if one not in known:
            raise UserError(
                "not_found",
                label("errors", "Không tìm thấy bản ghi {id}. Có thể danh sách đã cũ; hãy mở lại danh sách."),
                id=one,
            )
