"""Things are taken in, sealed, sealed anew, and go out in whole or part; nothing of it is ever changed."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from facility_app.db.attachments import keep_file
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.deposits.domain import HAND_OUT, TAKE_IN
from facility_app.modules.deposits.domain.belongings import (
    ACT_CODE,
    BY_MINUTES,
    MOST_PIECES,
    OUT,
    ActKind,
    ItemFacts,
)
from facility_app.modules.deposits.domain.events import DepositsTaken
from facility_app.modules.deposits.domain.money import receipt_no
from facility_app.modules.deposits.domain.signing import Signing, checked_signing
from facility_app.modules.deposits.service.books import Books
from facility_app.modules.deposits.service.store import Going, Store
from facility_app.modules.deposits.tables import Belonging, BelongingsAct, SealedBag
from facility_app.modules.deposits.tables.belongings import SEAL_LIMIT

_WHO: Final = {
    ActKind.SENT_HOME: label("errors", "Cần họ tên thân nhân nhận đồ vật và quan hệ."),
    ActKind.GIVEN_UP: label("errors", "Cần cơ quan, người nhận đồ vật."),
    ActKind.DESTROYED: label("errors", "Tiêu hủy cần họ tên người chứng kiến."),
}
_MINUTES: Final = {
    "paper_number": label("errors", "Cần số biên bản chuyển giao hoặc tiêu hủy."),
    "reason": label("errors", "Cần lý do chuyển giao hoặc tiêu hủy."),
}


@dataclass(frozen=True, slots=True)
class TakeInBelongings:
    """Things are handed in.

    Attributes:
        items: one line for each kind of thing.
        seal_no: of the bag the sealed ones go into; needed when there are any.
        location: cupboard and shelf, of the bag and of loose things.
    """

    resident_id: str
    items: tuple[ItemFacts, ...] = field(repr=False)
    location: str
    seal_no: str = ""
    signing: Signing = field(default_factory=Signing)
    happened_on: date | None = None
    counterpart: str = field(default="", repr=False)
    note: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class HandOut:
    """Things go out.

    Attributes:
        kind: to whom and how; what is given back at the end is ``return_all``.
        goings: which, how many, in what condition.
        new_seal_no: of a bag that was opened and is not empty.
        counterpart: who got them; needed but for what the person gets.
        paper_number: of the minutes; ``reason`` why: needed for what is destroyed or given up.
    """

    resident_id: str
    kind: ActKind
    goings: tuple[Going, ...]
    new_seal_no: str = ""
    signing: Signing = field(default_factory=Signing)
    happened_on: date | None = None
    counterpart: str = field(default="", repr=False)
    paper_number: str = ""
    reason: str = field(default="", repr=False)
    note: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Reseal:
    """A bag gets a new seal, or another place; the old seal stays written."""

    bag_id: str
    seal_no: str
    location: str
    reason: str = field(repr=False)
    signing: Signing = field(default_factory=Signing)
    happened_on: date | None = None


@dataclass(frozen=True, slots=True)
class AttachPhoto:
    """A picture of a thing; kept once."""

    belonging_id: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Noted:
    """An act as it was written.

    Attributes:
        number: as printed.
        pieces: how many pieces it moved.
    """

    act_id: str
    number: str
    pieces: int

    @classmethod
    def of(cls, act: BelongingsAct, pieces: int) -> "Noted":
        """Of an act just written."""
        return cls(act.id, receipt_no(ACT_CODE, act.number, act.year), pieces)


def take_in_belongings(uow: UnitOfWork, command: TakeInBelongings) -> Noted:
    """Take things in for somebody, the sealed ones into one bag.

    Raises:
        UserError: ``no_items``, ``field_missing``, ``number_out_of_range``, ``seal_in_use``, ``day_out_of_range``,
            ``not_found``, ``bad_fields``.
    """
    require(uow, TAKE_IN)
    books, faults, store = Books(uow), Faults(), Store(uow)
    if not command.items:
        raise UserError("no_items", label("errors", "Chưa có đồ vật nào. Hãy ghi ít nhất một dòng."))
    day = books.day(faults, command.happened_on)
    values = {**checked_signing(faults, command.signing, books.officer()), **_said(faults, command)}
    location = faults.line("location", command.location, needed=label("errors", "Cần nơi cất giữ: tủ, ngăn."))
    is_sealed = any(one.is_sealed for one in command.items)
    seal_no = _seal(faults, "seal_no", command.seal_no, is_needed=is_sealed)
    items = [_item(faults, place, one) for place, one in enumerate(command.items)]
    faults.refuse()
    books.require_people([command.resident_id])
    if seal_no is not None:
        store.require_free(seal_no)
    with uow.act("deposits.take_in_belongings") as act:
        made = store.act(command.resident_id, ActKind.TAKEN_IN, day, values)
        act.about(made)
        root = store.seal(made, seal_no, str(location)) if seal_no is not None and is_sealed else None
        for place, (one, kept) in enumerate(zip(command.items, items, strict=True)):
            uow.add(
                Belonging(
                    resident_id=command.resident_id,
                    act_id=made.id,
                    place=place,
                    bag_id=root if one.is_sealed else None,
                    location=None if one.is_sealed else location,
                    is_forbidden=one.is_forbidden,
                    **kept,
                )
            )
        uow.session.flush()
        uow.tell(DepositsTaken(command.resident_id, day, has_things=True))
        return Noted.of(made, sum(one.quantity for one in command.items))


def hand_out(uow: UnitOfWork, command: HandOut) -> Noted:
    """Let things go, pieces of them or all; a bag that was opened and still holds something is sealed anew.

    Raises:
        UserError: ``no_items``, ``act_kind_wrong``, ``not_in_store``, ``thing_forbidden``, ``seal_in_use``,
            ``seal_broken``, ``seal_missing``, ``one_bag_at_a_time``, ``field_missing``, ``day_out_of_range``,
            ``bad_fields``.
    """
    require(uow, HAND_OUT)
    if command.kind not in OUT:
        raise UserError("act_kind_wrong", label("errors", "Hãy chọn cách giao đồ vật trong danh sách."))
    books, faults, store = Books(uow), Faults(), Store(uow)
    day = books.day(faults, command.happened_on)
    values = {**checked_signing(faults, command.signing, books.officer()), **_said(faults, command)}
    _why(faults, values, command)
    new_seal = _seal(faults, "new_seal_no", command.new_seal_no, is_needed=False)
    faults.refuse()
    goings = Going.merged(command.goings)
    kept = store.checked(command.resident_id, goings, may_be_forbidden=command.kind in BY_MINUTES)
    opened = store.opened_by(goings, kept)
    with uow.act("deposits.hand_out", reason=command.reason or None) as act:
        made = store.act(command.resident_id, command.kind, day, values)
        act.about(made)
        store.take_out(made, goings)
        store.close_bags(made, opened, new_seal)
        uow.session.flush()
        return Noted.of(made, sum(one.quantity for one in goings))


def reseal(uow: UnitOfWork, command: Reseal) -> Noted:
    """Seal a bag anew or put it elsewhere; the record of the seal before stays.

    Raises:
        UserError: ``not_found``, ``bag_opened``, ``seal_in_use``, ``field_missing``, ``day_out_of_range``.
    """
    require(uow, HAND_OUT)
    books, faults, store = Books(uow), Faults(), Store(uow)
    bag = uow.get(SealedBag, command.bag_id)
    if bag.ended_act_id is not None:
        raise UserError("bag_opened", label("errors", "Túi này đã mở. Hãy mở lại danh sách đồ vật."))
    day = books.day(faults, command.happened_on)
    reason = faults.line(
        "reason", command.reason, needed=label("errors", "Hãy ghi lý do niêm phong lại hoặc chuyển chỗ.")
    )
    values = {**checked_signing(faults, command.signing, books.officer()), "reason": reason}
    seal_no = _seal(faults, "seal_no", command.seal_no, is_needed=True)
    location = faults.line("location", command.location, needed=label("errors", "Cần nơi cất giữ: tủ, ngăn."))
    faults.refuse()
    if seal_no is not None and seal_no != bag.seal_no:
        store.require_free(seal_no)
    with uow.act("deposits.reseal", reason=command.reason) as act:
        made = store.act(bag.resident_id, ActKind.RESEALED, day, values)
        act.about(made)
        bag.ended_act_id = made.id
        uow.session.flush()
        store.seal(made, str(seal_no), str(location), bag.root_id)
        uow.session.flush()
        return Noted.of(made, 0)


def attach_photo(uow: UnitOfWork, command: AttachPhoto) -> None:
    """Keep a picture of a thing; there is one, and it stays.

    Raises:
        UserError: ``not_found``, ``photo_there``, ``file_too_large``, ``file_kind_unknown``, ``file_empty``.
        EnvironmentFault: ``no_file_store``; what the disk says.
    """
    require(uow, TAKE_IN)
    item = uow.get(Belonging, command.belonging_id)
    if item.photo_sha256 is not None:
        raise UserError(
            "photo_there", label("errors", "Đồ vật này đã có ảnh. Ảnh đã ghi thì giữ nguyên, không thay.")
        )
    with uow.act("deposits.attach_photo") as act:
        act.about(item)
        item.photo_sha256 = keep_file(uow, command.content).sha256


def _said(faults: Faults, command: TakeInBelongings | HandOut) -> dict[str, object]:
    return {
        "counterpart": faults.line("counterpart", command.counterpart),
        "note": faults.line("note", command.note),
    }


def _why(faults: Faults, values: dict[str, object], command: HandOut) -> None:
    """What else must be said of things that go other than to the person."""
    if command.kind is not ActKind.HANDED_BACK and not command.counterpart.strip():
        faults.add("field_missing", "counterpart", _WHO[command.kind])
    needed = _MINUTES if command.kind in BY_MINUTES else {}
    for name in ("paper_number", "reason"):
        values[name] = faults.line(name, getattr(command, name), needed=needed.get(name))


def _seal(faults: Faults, name: str, typed: str, *, is_needed: bool) -> str | None:
    needed = label("errors", "Có đồ vật trong túi thì cần số niêm phong của túi.") if is_needed else None
    seal = faults.line(name, typed.upper(), needed=needed)
    if seal is not None and len(seal) > SEAL_LIMIT:
        faults.add("text_too_long", name, label("errors", "Số niêm phong quá dài: tối đa 40 ký tự."))
    return seal


def _item(faults: Faults, place: int, one: ItemFacts) -> dict[str, object]:
    """One line as kept; its faults stand at the line's own names, ``what_0``."""
    faults.amount(f"quantity_{place}", one.quantity, 1, MOST_PIECES)
    return {
        "what": faults.line(f"what_{place}", one.what, needed=label("errors", "Cần tên đồ vật.")),
        "quantity": one.quantity,
        "description": faults.line(f"description_{place}", one.description),
        "condition": faults.line(f"condition_{place}", one.condition),
    }
