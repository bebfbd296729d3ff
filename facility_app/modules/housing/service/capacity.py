"""How many may sleep in a room, and which rooms and beds are closed: each change is decided by two people."""

from dataclasses import dataclass, field
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import Act, UnitOfWork, require, require_reason
from facility_app.kernel.actor import Role
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.access.api import Countersign, require_countersign
from facility_app.modules.housing.domain.capacity import require_capacity
from facility_app.modules.housing.domain.rights import AGREE_CAPACITY, CHANGE_CAPACITY
from facility_app.modules.housing.queries.house import BED, CLOSURE, ROOM
from facility_app.modules.housing.service.occupied import Occupied
from facility_app.modules.housing.service.places import SavedPlace
from facility_app.modules.housing.tables import CapacityChange, HousingBed, HousingRoom, PlaceClosure

SECOND_PERSON: Final[frozenset[Role]] = AGREE_CAPACITY.roles
"""Whoever agrees to a change of capacity, to closing and to opening again."""


@dataclass(frozen=True, slots=True)
class ChangeCapacity:
    """Another capacity of a room.

    Attributes:
        countersign: of the second person, given for ``housing.change_capacity``.
    """

    room_id: str
    version: int
    certified: int
    working: int
    reason: str
    countersign: Countersign | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class ClosePlace:
    """Nobody sleeps in a room, or in one bed of it, until it is opened again.

    Attributes:
        bed_id: the bed; None for the whole room.
        countersign: of the second person, given for ``housing.close_place``.
    """

    room_id: str
    reason: str
    bed_id: str | None = None
    countersign: Countersign | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class ReopenPlace:
    """A room or bed may be slept in again; the countersign is given for ``housing.reopen_place``."""

    closure_id: str
    version: int
    reason: str
    countersign: Countersign | None = field(default=None, repr=False)


def change_capacity(uow: UnitOfWork, command: ChangeCapacity) -> SavedPlace:
    """Change how many people a room was approved for and may hold now.

    Raises:
        UserError: ``capacity_odd``, ``capacity_below_people``, ``capacity_same``, ``reason_missing``; as
            ``require_countersign``.
        ConflictError: ``record_changed``.
    """
    require(uow, CHANGE_CAPACITY)
    reason = _checked_reason(command.reason)
    require_capacity(command.certified, command.working)
    room = uow.get(HousingRoom, command.room_id, version=command.version)
    if (room.certified, room.working) == (command.certified, command.working):
        raise UserError("capacity_same", label("errors", "Sức chứa đang đúng như vậy, không có gì để đổi."))
    there = len(Occupied(uow).of(ROOM.id == room.id))
    if command.working < there:
        raise UserError(
            "capacity_below_people",
            label("errors", "{place} đang có {count} người, nhiều hơn {working}. Hãy chuyển bớt người trước."),
            fields={"working": label("errors", "Ít hơn số người đang ở")},
            place=room.name,
            count=there,
            working=command.working,
        )
    with uow.act("housing.change_capacity", reason=reason) as act:
        act.about(room)
        second = _agreed(uow, act, command.countersign)
        uow.add(
            CapacityChange(
                room_id=room.id,
                changed_at=uow.now,
                certified_before=room.certified,
                certified_after=command.certified,
                working_before=room.working,
                working_after=command.working,
                reason=reason,
                agreed_by=second,
            )
        )
        room.certified, room.working = command.certified, command.working
    return SavedPlace(room.id, room.version)


def close_place(uow: UnitOfWork, command: ClosePlace) -> SavedPlace:
    """Close a room or a bed that nobody has.

    Raises:
        UserError: ``people_there`` naming those to be moved first; ``closed_already``, ``bed_elsewhere``,
            ``reason_missing``; as ``require_countersign``.
    """
    require(uow, CHANGE_CAPACITY)
    reason = _checked_reason(command.reason)
    room = uow.get(HousingRoom, command.room_id)
    bed = None if command.bed_id is None else _bed_of(uow, room, command.bed_id)
    name = room.name if bed is None else bed.label
    which = ROOM.id == room.id if bed is None else sa.and_(BED.id == bed.id, BED.room_id == room.id)
    Occupied(uow).require_none(name, which)
    same = CLOSURE.bed_id.is_(None) if bed is None else CLOSURE.bed_id == bed.id
    asked = sa.select(CLOSURE.id).where(
        CLOSURE.room_id == room.id, same, CLOSURE.to_at.is_(None), CLOSURE.voided_at.is_(None)
    )
    if uow.session.scalar(asked.limit(1)) is not None:
        raise UserError("closed_already", label("errors", "{place} đã đóng từ trước."), place=name)
    with uow.act("housing.close_place", reason=reason) as act:
        second = _agreed(uow, act, command.countersign)
        made = uow.add(
            PlaceClosure(
                room_id=room.id,
                bed_id=None if bed is None else bed.id,
                from_at=uow.now,
                reason=reason,
                agreed_by=second,
            )
        )
        act.about(made)
    return SavedPlace(made.id, made.version)


def reopen_place(uow: UnitOfWork, command: ReopenPlace) -> SavedPlace:
    """Open a room or bed again.

    Raises:
        UserError: ``open_already``, ``reason_missing``; as ``require_countersign``.
        ConflictError: ``record_changed``.
    """
    require(uow, CHANGE_CAPACITY)
    reason = _checked_reason(command.reason)
    found = uow.get(PlaceClosure, command.closure_id, version=command.version)
    if found.to_at is not None:
        raise UserError("open_already", label("errors", "Chỗ này đã mở lại từ trước. Hãy mở lại danh sách."))
    with uow.act("housing.reopen_place", reason=reason) as act:
        act.about(found)
        found.reopened_with = _agreed(uow, act, command.countersign)
        found.to_at = max(uow.now, found.from_at)
    return SavedPlace(found.id, found.version)


def _bed_of(uow: UnitOfWork, room: HousingRoom, bed_id: str) -> HousingBed:
    """A bed of the room; one that stands elsewhere is not closed with it."""
    bed = uow.get(HousingBed, bed_id)
    if bed.room_id != room.id:
        raise UserError(
            "bed_elsewhere",
            label("errors", "Giường {bed} không thuộc phòng {place}. Hãy mở lại danh sách rồi chọn lại."),
            bed=bed.label,
            place=room.name,
        )
    return bed


def _checked_reason(typed: str) -> str:
    require_reason(typed)
    faults = Faults()
    kept = faults.line("reason", typed)
    faults.refuse()
    return kept or ""


def _agreed(uow: UnitOfWork, act: Act, given: Countersign | None) -> str:
    """The second person's account, once they have agreed."""
    require_countersign(uow, act, given, SECOND_PERSON)
    return "" if given is None else given.user_id
