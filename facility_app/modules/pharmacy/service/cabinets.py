"""A duty cabinet is held by one nurse at a time, who takes it over from the holder with a fresh count (Đ3.1đ)."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import Act, UnitOfWork, require, require_reason
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.access.api import Countersign
from facility_app.modules.catalogues.api import parameter
from facility_app.modules.pharmacy.domain import HOLD_CABINET, STAND_IN
from facility_app.modules.pharmacy.domain.classes import PLACE_KIND_LABELS, PlaceKind
from facility_app.modules.pharmacy.domain.law import COUNT_HOURS, refuse_or_ask
from facility_app.modules.pharmacy.domain.rights import RECEIVERS, WITNESSES
from facility_app.modules.pharmacy.queries.shelf import lots_at
from facility_app.modules.pharmacy.service.books import ENTRY, Books, Second
from facility_app.modules.pharmacy.service.moments import Moment
from facility_app.modules.pharmacy.tables import CabinetShift, MedicineLot, StockCount, StockPlace

_HANDERS: Final = RECEIVERS | STAND_IN.roles


@dataclass(frozen=True, slots=True)
class TakeOverCabinet:
    """The nurse signed in takes a cabinet over.

    Attributes:
        count_id: the count made at the hand-over, at which the nurse was there; needed where something was ever
            moved to or from it.
        countersign: of whoever hands it over: its holder, or somebody who may stand in for them. Where nobody held
            it, of a witness, if something controlled lies in it.
        reason: why the holder does not hand it over.
        is_sure: what was asked about is right.
    """

    place_id: str
    count_id: str | None = None
    countersign: Countersign | None = None
    reason: str = field(default="", repr=False)
    is_sure: bool = False


def take_over_cabinet(uow: UnitOfWork, command: TakeOverCabinet) -> str:
    """Take a cabinet over; from then on only its holder takes controlled medicines out of it.

    Returns:
        The id of the shift.

    Raises:
        UserError: ``not_a_cabinet``, ``count_missing``, ``count_of_others``, ``count_stale``, ``not_the_holder``,
            ``reason_missing``, ``not_found``; as ``require_countersign``.
    """
    require(uow, HOLD_CABINET)
    books, place = Books(uow), uow.get(StockPlace, command.place_id)
    if place.kind is not PlaceKind.CABINET:
        raise UserError(
            "not_a_cabinet",
            label("errors", "“{place}” thuộc loại “{kind}”, không giao ca. Hãy chọn một tủ thuốc trực."),
            place=place.name,
            kind=PLACE_KIND_LABELS[place.kind],
        )
    before = _shift(uow, place)
    _require_count(books, place, command, before)
    with uow.act("pharmacy.take_over_cabinet", reason=command.reason or None) as act:
        second = _second(books, act, place, command, before)
        if before is not None:
            before.ended_at = uow.now
            uow.session.flush()
        made = uow.add(
            CabinetShift(
                place_id=place.id,
                holder_id=uow.actor.user_id,
                holder_name=books.officer(),
                from_at=uow.now,
                count_id=command.count_id,
                witness_id=second.user_id,
                witness_name=second.name,
            )
        )
        act.about(made)
        uow.session.flush()
        return made.id


def _shift(uow: UnitOfWork, place: StockPlace) -> CabinetShift | None:
    """Who holds a cabinet now."""
    asked = sa.select(CabinetShift).where(CabinetShift.place_id == place.id, CabinetShift.ended_at.is_(None))
    return uow.session.scalars(asked).one_or_none()


def _second(
    books: Books, act: Act, place: StockPlace, command: TakeOverCabinet, before: CabinetShift | None
) -> Second:
    """Who hands over, or who sees the first holder take it."""
    given = command.countersign
    if before is None or before.holder_id == books.uow.actor.user_id:
        is_needed = before is None and _holds_controlled(books, place)
        return books.second(act, given, is_needed=is_needed, roles=WITNESSES)
    if given is None or given.user_id == before.holder_id:
        return books.second(act, given, is_needed=True, roles=_HANDERS)
    if given.roles.isdisjoint(STAND_IN.roles):
        raise UserError(
            "not_the_holder",
            label(
                "errors",
                "Tủ {place} do {holder} giữ, nên {holder} phải xác nhận bàn giao. Nếu người giữ tủ vắng thì điều "
                "dưỡng trưởng hoặc người đứng đầu cơ sở giao thay, có nêu lý do.",
            ),
            fields={"countersign": label("errors", "Phải là người đang giữ tủ")},
            place=place.name,
            holder=before.holder_name,
        )
    require_reason(command.reason)
    return books.second(act, given, is_needed=True, roles=STAND_IN.roles)


def _holds_controlled(books: Books, place: StockPlace) -> bool:
    uow = books.uow
    there = lots_at(uow, place.id)
    return books.is_controlled(uow.get(MedicineLot, one.lot_id).medicine_id for one in there)


def _require_count(books: Books, place: StockPlace, command: TakeOverCabinet, before: CabinetShift | None) -> None:
    """The count must be the one of this hand-over, and whoever takes the cabinet over must have been there."""
    uow, count_id = books.uow, command.count_id
    moved = sa.select(ENTRY.id).where(ENTRY.home == uow.home, ENTRY.place_id == place.id).limit(1)
    if count_id is None and uow.session.scalar(moved) is None:
        return
    count = None if count_id is None else uow.session.get(StockCount, count_id)
    if count is None or count.place_id != place.id or _is_of_shift_before(count, before):
        raise UserError(
            "count_missing",
            label("errors", "Nhận tủ {place} phải kiểm đếm lúc giao ca. Hãy kiểm đếm tủ rồi nhận tủ."),
            place=place.name,
        )
    if uow.actor.user_id not in {count.created_by, count.witness_id}:
        raise UserError(
            "count_of_others",
            label(
                "errors",
                "Người nhận tủ {place} phải có mặt lúc kiểm đếm: là người đếm hoặc người xác nhận. Hãy cùng người "
                "giao kiểm đếm lại rồi nhận tủ.",
            ),
            place=place.name,
        )
    _require_fresh(books, count, place, is_sure=command.is_sure)


def _is_of_shift_before(count: StockCount, before: CabinetShift | None) -> bool:
    return before is not None and (count.counted_at < before.from_at or count.id == before.count_id)


def _require_fresh(books: Books, count: StockCount, place: StockPlace, *, is_sure: bool) -> None:
    """Nothing moved and nobody counted since; how old it may be is a number of the facility."""
    moment = Moment.of(books, count)
    if moment.moved_since() or not moment.was_last_count():
        raise UserError(
            "count_stale",
            label(
                "errors",
                "Từ lần kiểm đếm này đến nay tủ {place} đã có nhập, xuất hoặc kiểm đếm khác. Hãy kiểm đếm lại lúc "
                "giao ca rồi nhận tủ.",
            ),
            place=place.name,
        )
    hours = parameter(books.uow, COUNT_HOURS, on=books.today)
    if books.uow.now - count.counted_at > timedelta(hours=hours.whole):
        told = UserError(
            "count_stale",
            label(
                "errors",
                "Lần kiểm đếm này đã quá {hours} giờ. Hãy kiểm đếm lại tủ {place} lúc giao ca rồi nhận tủ; chỉ "
                "khi chương trình hỏi mà từ đó tủ chưa mở thì mới xác nhận.",
            ),
            place=place.name,
            hours=hours.whole,
        )
        refuse_or_ask(told, is_binding=hours.is_binding, is_sure=is_sure)


@dataclass(frozen=True, slots=True)
class Cabinets:
    """The duty cabinets of the books."""

    books: Books

    def require_hand(self, place: StockPlace, *, is_controlled: bool) -> None:
        """Refuse a hand that is not the holder's where a controlled medicine goes out of a cabinet, or back.

        Raises:
            UserError: ``not_your_cabinet``.
        """
        if is_controlled and place.kind is PlaceKind.CABINET:
            self.require_holder(place)

    def require_holder(self, place: StockPlace) -> None:
        """Refuse whoever neither holds the cabinet nor may stand in for its holder.

        Raises:
            UserError: ``not_your_cabinet``.
        """
        uow = self.books.uow
        if uow.actor.may(STAND_IN):
            return
        shift = _shift(uow, place)
        if shift is None or shift.holder_id != uow.actor.user_id:
            raise UserError(
                "not_your_cabinet",
                label(
                    "errors",
                    "Tủ {place} do {holder} giữ. Thuốc phải kiểm soát chỉ người giữ tủ lấy ra, trả vào được; hãy "
                    "nhận tủ (có kiểm đếm) hoặc nhờ người giữ tủ.",
                ),
                place=place.name,
                holder=label("errors", "chưa ai") if shift is None else shift.holder_name,
            )
