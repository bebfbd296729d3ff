"""A duty cabinet is held by one nurse at a time, who takes it over from the one before with a count (Đ3.1đ)."""

from dataclasses import dataclass

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.access.api import Countersign
from facility_app.modules.pharmacy.domain import HOLD_CABINET
from facility_app.modules.pharmacy.domain.classes import PLACE_KIND_LABELS, PlaceKind
from facility_app.modules.pharmacy.domain.rights import RECEIVERS, WITNESSES
from facility_app.modules.pharmacy.service.books import ENTRY, Books
from facility_app.modules.pharmacy.tables import CabinetShift, StockCount, StockPlace


@dataclass(frozen=True, slots=True)
class TakeOverCabinet:
    """The nurse signed in takes a cabinet over.

    Attributes:
        count_id: the count made at the hand-over; needed where something lies in it.
        countersign: of whoever hands it over; needed where somebody held it.
    """

    place_id: str
    count_id: str | None = None
    countersign: Countersign | None = None


def take_over_cabinet(uow: UnitOfWork, command: TakeOverCabinet) -> str:
    """Take a cabinet over; from then on only its holder takes controlled medicines out of it.

    Returns:
        The id of the shift.

    Raises:
        UserError: ``not_a_cabinet``, ``count_missing``, ``not_found``; as ``require_countersign``.
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
    asked = sa.select(CabinetShift).where(CabinetShift.place_id == place.id, CabinetShift.ended_at.is_(None))
    before = uow.session.scalars(asked).one_or_none()
    _require_count(uow, place, command.count_id, before)
    with uow.act("pharmacy.take_over_cabinet") as act:
        is_handed = before is not None and before.holder_id != uow.actor.user_id
        roles = RECEIVERS if is_handed else WITNESSES
        books.second(act, command.countersign, is_needed=is_handed, roles=roles)
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
            )
        )
        act.about(made)
        uow.session.flush()
        return made.id


def _require_count(uow: UnitOfWork, place: StockPlace, count_id: str | None, before: CabinetShift | None) -> None:
    """The count must be of this cabinet and later than the shift before began."""
    moved = sa.select(ENTRY.id).where(ENTRY.home == uow.home, ENTRY.place_id == place.id).limit(1)
    if count_id is None and uow.session.scalar(moved) is None:
        return
    found = None if count_id is None else uow.session.get(StockCount, count_id)
    if found is None or found.place_id != place.id or (before is not None and found.counted_at < before.from_at):
        raise UserError(
            "count_missing",
            label("errors", "Nhận tủ {place} phải kiểm đếm lúc giao ca. Hãy kiểm đếm tủ rồi nhận tủ."),
            place=place.name,
        )
