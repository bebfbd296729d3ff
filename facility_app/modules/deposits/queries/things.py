"""What lies in store of somebody, the bags it lies in, and every act about it."""

import itertools
from dataclasses import dataclass, field
from datetime import date

import sqlalchemy as sa

from facility_app.db.attachments import NamedFiles
from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.deposits.domain import VIEW_DEPOSITS
from facility_app.modules.deposits.domain.belongings import ACT_CODE, ActKind
from facility_app.modules.deposits.domain.money import receipt_no
from facility_app.modules.deposits.domain.signing import NoSignature, Signer
from facility_app.modules.deposits.tables import Belonging, BelongingMove, BelongingsAct, SealedBag

_ACT = sa.inspect(BelongingsAct).local_table.c
_ITEM = sa.inspect(Belonging).local_table.c
_MOVE = sa.inspect(BelongingMove).local_table.c
_BAG = sa.inspect(SealedBag).local_table.c


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One thing.

    Attributes:
        quantity: pieces taken in; ``left`` pieces in store.
        bag_id: the bag it lies in now, ``seal_no`` its seal; empty for what lies loose.
        location: where it, or its bag, is.
    """

    belonging_id: str
    act_id: str
    taken_in_on: date
    what: str = field(repr=False)
    quantity: int
    left: int
    description: str | None = field(repr=False)
    condition: str | None = field(repr=False)
    is_forbidden: bool
    bag_id: str
    seal_no: str
    location: str
    photo_sha256: str | None

    @property
    def is_in_store(self) -> bool:
        """Whether a piece of it is still here."""
        return self.left > 0


@dataclass(frozen=True, slots=True)
class BagRow:
    """One seal of one bag.

    Attributes:
        opened_on: when this seal was broken; None while the bag is in store with it.
    """

    bag_id: str
    root_id: str
    seal_no: str
    location: str
    sealed_on: date
    opened_on: date | None


@dataclass(frozen=True, slots=True)
class ActLine:
    """What one act did with one thing."""

    what: str = field(repr=False)
    quantity: int
    description: str | None = field(repr=False)
    condition: str | None = field(repr=False)
    is_forbidden: bool
    is_sealed: bool


@dataclass(frozen=True, slots=True)
class ActRow:
    """One act.

    Attributes:
        number: as printed.
        lines: what it took in or let go.
        seals: seals it put on.
    """

    act_id: str
    number: str
    kind: ActKind
    happened_on: date
    counterpart: str | None = field(repr=False)
    paper_number: str | None
    reason: str | None = field(repr=False)
    note: str | None = field(repr=False)
    officer_name: str = field(repr=False)
    signer: Signer | None
    witness_name: str | None = field(repr=False)
    no_signature: NoSignature | None
    lines: tuple[ActLine, ...] = field(repr=False)
    seals: tuple[tuple[str, str], ...]

    @property
    def pieces(self) -> int:
        """How many pieces it moved."""
        return sum(one.quantity for one in self.lines)


def list_items(uow: UnitOfWork, resident_id: str) -> tuple[ItemRow, ...]:
    """Everything ever taken in for somebody, in the order it came; what is gone has nothing left."""
    require(uow, VIEW_DEPOSITS)
    gone = (
        sa.select(_MOVE.belonging_id, sa.func.sum(_MOVE.quantity).label("gone"))
        .where(_MOVE.resident_id == resident_id)
        .group_by(_MOVE.belonging_id)
        .subquery()
    )
    bag = sa.alias(sa.inspect(SealedBag).local_table, "bag")
    asked = (
        sa.select(
            *(_ITEM.id, _ITEM.act_id, _ACT.happened_on, _ITEM.what, _ITEM.quantity),
            _ITEM.quantity - sa.func.coalesce(gone.c.gone, 0),
            *(_ITEM.description, _ITEM.condition, _ITEM.is_forbidden),
            sa.func.coalesce(bag.c.id, ""),
            sa.func.coalesce(bag.c.seal_no, ""),
            sa.func.coalesce(bag.c.location, _ITEM.location, ""),
            _ITEM.photo_sha256,
        )
        .join_from(Belonging, BelongingsAct, _ACT.id == _ITEM.act_id)
        .outerjoin(gone, gone.c.belonging_id == _ITEM.id)
        .outerjoin(bag, sa.and_(bag.c.root_id == _ITEM.bag_id, bag.c.ended_act_id.is_(None)))
        .where(_ITEM.resident_id == resident_id)
        .order_by(_ITEM.act_id, _ITEM.place)
    )
    return tuple(itertools.starmap(ItemRow, uow.session.execute(asked)))


def list_bags(uow: UnitOfWork, resident_id: str) -> tuple[BagRow, ...]:
    """Every seal on a bag of somebody's, the last one first."""
    require(uow, VIEW_DEPOSITS)
    ended = sa.alias(sa.inspect(BelongingsAct).local_table, "ended")
    asked = (
        sa.select(_BAG.id, _BAG.root_id, _BAG.seal_no, _BAG.location, _ACT.happened_on, ended.c.happened_on)
        .join_from(SealedBag, BelongingsAct, _ACT.id == _BAG.act_id)
        .outerjoin(ended, ended.c.id == _BAG.ended_act_id)
        .where(_BAG.resident_id == resident_id)
        .order_by(_BAG.id.desc())
    )
    return tuple(itertools.starmap(BagRow, uow.session.execute(asked)))


def list_acts(uow: UnitOfWork, resident_id: str) -> tuple[ActRow, ...]:
    """Every act about somebody's things, the last one first."""
    require(uow, VIEW_DEPOSITS)
    lines: dict[str, list[ActLine]] = {}
    columns = (_ITEM.what, _ITEM.description, _ITEM.is_forbidden, _ITEM.bag_id)
    taken = sa.select(_ITEM.act_id, _ITEM.quantity, _ITEM.condition, *columns).where(
        _ITEM.resident_id == resident_id
    )
    moved = (
        sa.select(_MOVE.act_id, _MOVE.quantity, _MOVE.condition, *columns)
        .join_from(BelongingMove, Belonging, _ITEM.id == _MOVE.belonging_id)
        .where(_MOVE.resident_id == resident_id)
    )
    for asked in (taken.order_by(_ITEM.act_id, _ITEM.place), moved.order_by(_MOVE.act_id, _MOVE.id)):
        for act_id, quantity, condition, what, description, forbidden, bag_id in uow.session.execute(asked):
            line = ActLine(what, quantity, description, condition, forbidden, bag_id is not None)
            lines.setdefault(act_id, []).append(line)
    seals: dict[str, list[tuple[str, str]]] = {}
    put_on = sa.select(_BAG.act_id, _BAG.seal_no, _BAG.location).where(_BAG.resident_id == resident_id)
    for act_id, seal_no, location in uow.session.execute(put_on.order_by(_BAG.id)):
        seals.setdefault(act_id, []).append((seal_no, location))
    acts = sa.select(BelongingsAct).where(BelongingsAct.resident_id == resident_id)
    return tuple(
        ActRow(
            one.id,
            receipt_no(ACT_CODE, one.number, one.year),
            one.kind,
            one.happened_on,
            one.counterpart,
            one.paper_number,
            one.reason,
            one.note,
            one.officer_name,
            one.signer,
            one.witness_name,
            one.no_signature,
            tuple(lines.get(one.id, ())),
            tuple(seals.get(one.id, ())),
        )
        for one in uow.session.scalars(acts.order_by(BelongingsAct.id.desc()))
    )


def get_act(uow: UnitOfWork, act_id: str) -> tuple[str, ActRow]:
    """Whose an act is, and the act.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_DEPOSITS)
    resident_id = uow.get(BelongingsAct, act_id).resident_id
    return resident_id, next(one for one in list_acts(uow, resident_id) if one.act_id == act_id)


def answer_named_files(uow: UnitOfWork, _asked: NamedFiles) -> frozenset[str]:
    """Pictures of things."""
    require(uow, VIEW_DEPOSITS)
    return frozenset(uow.session.scalars(sa.select(_ITEM.photo_sha256).where(_ITEM.photo_sha256.is_not(None))))
