"""Whether somebody has a bed in a place; whoever wants to close or change it is told who."""

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.housing.domain.rights import VIEW_BOARD
from facility_app.modules.housing.queries.house import BED, BUILDING, ROOM
from facility_app.modules.housing.queries.state import PLACED, Standing


@dataclass(frozen=True, slots=True)
class Occupied:
    """Beds that are somebody's, within one unit of work."""

    uow: UnitOfWork

    def of(self, which: sa.ColumnElement[bool]) -> Sequence[str]:
        """Who has a bed in what ``which`` says of bed, room or building."""
        asked = (
            sa.select(PLACED.resident_id)
            .join(BED.id.table, BED.id == PLACED.bed_id)
            .join(ROOM.id.table, ROOM.id == BED.room_id)
            .join(BUILDING.id.table, BUILDING.id == ROOM.building_id)
            .where(which, PLACED.to_at.is_(None), PLACED.voided_at.is_(None))
        )
        return self.uow.session.scalars(asked).all()

    def require_none(self, place: str, which: sa.ColumnElement[bool]) -> None:
        """Refuse while somebody has a bed there, naming them to whoever may see who sleeps where.

        Raises:
            UserError: ``people_there``.
        """
        there = self.of(which)
        if not there:
            return
        if not self.uow.actor.may(VIEW_BOARD):
            raise UserError(
                "people_there",
                label(
                    "errors",
                    "{place} đang có {count} người hoặc giữ giường cho họ. Hãy nhờ người phụ trách chuyển trước.",
                ),
                place=place,
                count=len(there),
            )
        people = Standing(self.uow).people(there)
        raise UserError(
            "people_there",
            label(
                "errors",
                "{place} đang có {count} người hoặc giữ giường cho họ: {people}. Hãy chuyển họ sang giường khác "
                "trước.",
            ),
            place=place,
            count=len(there),
            people=tuple(sorted(people[one].code if one in people else one for one in there)),
        )
