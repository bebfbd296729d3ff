"""Đồ vật lưu ký: acts two people signed, the things themselves, where each piece went, bags and their seals."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, kept
from facility_app.db.counted import Gapless, InUse
from facility_app.db.types import ID_LENGTH
from facility_app.kernel.faults import LINE_LIMIT
from facility_app.kernel.privacy import Privacy
from facility_app.modules.deposits.domain.belongings import ActKind
from facility_app.modules.deposits.tables.signed import SIGNATURES, OfResident, Signed, for_good

SEAL_LIMIT = 40


class BelongingsAct(Signed, Base):
    """Phiếu, biên bản: one time things were taken in, went out or were sealed anew.

    Attributes:
        year, number: one series a year for all kinds.
        counterpart: to whom things went, apart from the person.
        paper_number: of the minutes something was destroyed or given up by.
        reason: why; of a new seal, what was destroyed or given up.
    """

    __tablename__ = "belongings_act"
    __table_args__ = (
        sa.UniqueConstraint("home", "year", "number"),
        for_good(
            (
                *("resident_id", "kind", "year", "number", "happened_on", "counterpart", "paper_number", "reason"),
                *("note", *SIGNATURES),
            ),
            keys=(("home", "year", "number"),),
            rules=(Gapless("number", ("home", "year")),),
        ),
    )

    kind: Mapped[ActKind] = kept(Privacy.ADMIN)
    year: Mapped[int] = kept(Privacy.ADMIN)
    number: Mapped[int] = kept(Privacy.ADMIN)
    happened_on: Mapped[date] = kept(Privacy.ADMIN)
    counterpart: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    paper_number: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    reason: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    note: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))


class Belonging(OfResident, Base):
    """Đồ vật: one line of what was taken in.

    Attributes:
        act_id: when; ``place`` the line of it.
        bag_id: the first bag it was sealed into; a new seal keeps it as its root. NULL for loose things.
        photo_sha256: its picture, filled once.
    """

    __tablename__ = "belonging"
    __table_args__ = (
        sa.UniqueConstraint("act_id", "place"),
        sa.CheckConstraint("quantity >= 1", name="quantity"),
        for_good(
            (
                *("resident_id", "act_id", "place", "what", "quantity", "description", "condition"),
                *("location", "is_forbidden", "bag_id"),
            ),
            once=("photo_sha256",),
            keys=(("act_id", "place"),),
        ),
    )

    act_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("belongings_act.id"))
    place: Mapped[int] = kept(Privacy.ADMIN)
    what: Mapped[str] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    quantity: Mapped[int] = kept(Privacy.ADMIN)
    description: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    condition: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    location: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    is_forbidden: Mapped[bool] = kept(Privacy.ADMIN)
    bag_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), index=True)
    photo_sha256: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(64))


class BelongingMove(OfResident, Base):
    """Pieces of one thing that left the store with one act."""

    __tablename__ = "belonging_move"
    __table_args__ = (
        sa.UniqueConstraint("act_id", "belonging_id"),
        sa.CheckConstraint("quantity >= 1", name="quantity"),
        for_good(
            ("resident_id", "act_id", "belonging_id", "quantity", "condition"),
            keys=(("act_id", "belonging_id"),),
        ),
    )

    act_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("belongings_act.id"))
    belonging_id: Mapped[str] = kept(
        Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("belonging.id"), index=True
    )
    quantity: Mapped[int] = kept(Privacy.ADMIN)
    condition: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))


class SealedBag(OfResident, Base):
    """Túi niêm phong: one seal on one bag, from the act that closed it to the act that opened it.

    Attributes:
        act_id: when it was sealed.
        root_id: the first bag of the same things; its own id for that one.
        seal_no: số niêm phong; no two bags in store have the same.
        location: tủ, ngăn.
        ended_act_id: when it was opened; filled once.
    """

    __tablename__ = "sealed_bag"
    __table_args__ = (
        sa.Index("ix_sealed_bag_root_id", "root_id"),
        for_good(
            ("resident_id", "act_id", "root_id", "seal_no", "location"),
            once=("ended_act_id",),
            rules=(InUse(("home", "seal_no"), "ended_act_id"), InUse(("home", "root_id"), "ended_act_id")),
        ),
    )

    act_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("belongings_act.id"))
    root_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))
    seal_no: Mapped[str] = kept(Privacy.ADMIN, sa.String(SEAL_LIMIT))
    location: Mapped[str] = kept(Privacy.ADMIN, sa.String(LINE_LIMIT))
    ended_act_id: Mapped[str | None] = kept(
        Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("belongings_act.id")
    )
