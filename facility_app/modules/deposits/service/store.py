"""The store: what of whom lies there, in which bag; things and seals going in and out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.deposits.domain.belongings import ActKind
from facility_app.modules.deposits.service.books import Books
from facility_app.modules.deposits.tables import Belonging, BelongingMove, BelongingsAct, SealedBag


@dataclass(frozen=True, slots=True)
class Going:
    """Pieces of one thing that go out."""

    belonging_id: str
    quantity: int
    condition: str = field(default="", repr=False)

    @classmethod
    def merged(cls, goings: "Sequence[Going]") -> "tuple[Going, ...]":
        """One line for each thing, whatever line of a list its pieces stand in."""
        found: dict[str, Going] = {}
        for one in goings:
            had = found.get(one.belonging_id)
            said = "; ".join(filter(None, (had.condition.strip() if had else "", one.condition.strip())))
            pieces = one.quantity + (had.quantity if had else 0)
            # Nothing of a thing, or less, is refused as it was typed.
            is_odd = one.quantity < 1 or (had is not None and had.quantity < 1)
            found[one.belonging_id] = cls(one.belonging_id, min(pieces, 0) if is_odd else pieces, said)
        return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Left:
    """One thing and how many pieces of it are in store."""

    item: Belonging
    quantity: int


@dataclass(frozen=True, slots=True)
class Store:
    """The store within one unit of work."""

    uow: UnitOfWork

    def act(self, resident_id: str, kind: ActKind, day: date, values: Mapping[str, object]) -> BelongingsAct:
        """Write an act with the next number of its year."""
        number = Books(self.uow).next_number(BelongingsAct, day.year)
        made = self.uow.add(
            BelongingsAct(
                resident_id=resident_id, kind=kind, year=day.year, number=number, happened_on=day, **values
            )
        )
        self.uow.session.flush()
        return made

    def require_free(self, seal_no: str) -> None:
        """Refuse a seal that another bag in store has.

        Raises:
            UserError: ``seal_in_use``.
        """
        asked = sa.select(SealedBag.id).where(
            SealedBag.home == self.uow.home, SealedBag.seal_no == seal_no, SealedBag.ended_act_id.is_(None)
        )
        if self.uow.session.scalar(asked) is not None:
            raise UserError(
                "seal_in_use",
                label("errors", "Số niêm phong “{seal}” đang ở một túi khác trong kho. Hãy xem lại số trên túi."),
                fields={"seal_no": label("errors", "Số này đang ở một túi khác trong kho")},
                seal=seal_no,
            )

    def seal(self, act: BelongingsAct, seal_no: str, location: str, root_id: str = "") -> str:
        """Put a seal on a bag; answers the root of its things."""
        bag_id = self.uow.new_id()
        root = root_id or bag_id
        self.uow.add(
            SealedBag(
                id=bag_id,
                resident_id=act.resident_id,
                act_id=act.id,
                root_id=root,
                seal_no=seal_no,
                location=location,
            )
        )
        return root

    def left(self, resident_id: str) -> dict[str, Left]:
        """What of somebody's is in store, by its id."""
        self.uow.session.flush()
        moved = (
            sa.select(BelongingMove.belonging_id, sa.func.sum(BelongingMove.quantity))
            .where(BelongingMove.resident_id == resident_id)
            .group_by(BelongingMove.belonging_id)
        )
        gone: dict[str, int] = dict(self.uow.session.execute(moved).all())
        asked = sa.select(Belonging).where(Belonging.resident_id == resident_id).order_by(Belonging.id)
        found = {one.id: Left(one, one.quantity - gone.get(one.id, 0)) for one in self.uow.session.scalars(asked)}
        return {name: one for name, one in found.items() if one.quantity > 0}

    def checked(self, resident_id: str, goings: Sequence[Going], *, may_be_forbidden: bool) -> dict[str, Left]:
        """What would stay in store after these pieces went.

        Raises:
            UserError: ``no_items``, ``not_in_store``, ``thing_forbidden``.
        """
        if not goings:
            raise UserError(
                "no_items", label("errors", "Chưa chọn đồ vật nào. Hãy ghi số lượng ở ít nhất một dòng.")
            )
        here = self.left(resident_id)
        after = dict(here)
        for one in goings:
            left = after.get(one.belonging_id)
            if left is None or not 1 <= one.quantity <= left.quantity:
                raise UserError(
                    "not_in_store",
                    label(
                        "errors",
                        "Trong kho không còn đủ đồ vật này: ghi {wanted}, còn {left}. "
                        "Hãy mở lại danh sách đồ vật.",
                    ),
                    wanted=one.quantity,
                    left=0 if left is None else left.quantity,
                )
            if left.item.is_forbidden and not may_be_forbidden:
                raise UserError(
                    "thing_forbidden",
                    label(
                        "errors",
                        "Có đồ vật cấm trong số này: chỉ chuyển cơ quan có thẩm quyền hoặc tiêu hủy, "
                        "kèm biên bản.",
                    ),
                )
            after[one.belonging_id] = Left(left.item, left.quantity - one.quantity)
        return after

    def opened_by(self, goings: Iterable[Going], after: Mapping[str, Left]) -> dict[str, bool]:
        """Bags out of which something goes (their roots), and whether something stays in each."""
        changed = {after[one.belonging_id].item.bag_id for one in goings}
        return {
            root: any(one.item.bag_id == root and one.quantity > 0 for one in after.values())
            for root in changed
            if root is not None
        }

    def take_out(self, act: BelongingsAct, goings: Iterable[Going]) -> None:
        """Write which pieces went with an act."""
        for one in goings:
            self.uow.add(
                BelongingMove(
                    resident_id=act.resident_id,
                    act_id=act.id,
                    belonging_id=one.belonging_id,
                    quantity=one.quantity,
                    condition=one.condition.strip() or None,
                )
            )

    def close_bags(self, act: BelongingsAct, opened: Mapping[str, bool], new_seal: str | None) -> None:
        """End the seals of bags that were opened; what still holds something gets a new one.

        Raises:
            UserError: ``seal_missing``, ``seal_broken``, ``one_bag_at_a_time``, ``seal_in_use``.
        """
        if sum(opened.values()) > 1:
            raise UserError(
                "one_bag_at_a_time",
                label("errors", "Mỗi lần chỉ mở và niêm phong lại một túi. Hãy giao đồ vật của từng túi một."),
            )
        for root, holds_something in opened.items():
            bag = self.uow.session.scalars(
                sa.select(SealedBag).where(SealedBag.root_id == root, SealedBag.ended_act_id.is_(None))
            ).one()
            if not holds_something:
                bag.ended_act_id = act.id
                continue
            if new_seal is None:
                raise UserError(
                    "seal_missing",
                    label(
                        "errors",
                        "Túi {seal} phải mở mà vẫn còn đồ vật: hãy niêm phong lại và ghi số niêm phong mới.",
                    ),
                    fields={"new_seal_no": label("errors", "Cần số niêm phong mới của túi {seal}")},
                    seal=bag.seal_no,
                )
            if new_seal == bag.seal_no:
                raise UserError(
                    "seal_broken",
                    label(
                        "errors",
                        "Niêm phong {seal} đã bóc khi mở túi, không dùng lại được. Hãy niêm phong bằng số khác.",
                    ),
                    fields={"new_seal_no": label("errors", "Cần số khác {seal}")},
                    seal=bag.seal_no,
                )
            self.require_free(new_seal)
            bag.ended_act_id = act.id
            self.uow.session.flush()
            self.seal(act, new_seal, bag.location, root)

    def end_bags(self, act: BelongingsAct, opened: Iterable[str]) -> None:
        """End the seals of bags whose things were all given back; forbidden ones left in one are loose then."""
        asked = sa.select(SealedBag).where(SealedBag.root_id.in_(list(opened)), SealedBag.ended_act_id.is_(None))
        for bag in self.uow.session.scalars(asked):
            bag.ended_act_id = act.id
