"""What other pages hear of the house: numbers of the morning, and what a release should know; never a stop."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.labels import label
from facility_app.modules.housing.domain.rights import VIEW_BOARD
from facility_app.modules.housing.queries.house import BED, CLOSURE, ROOM
from facility_app.modules.housing.queries.needs import list_bedless
from facility_app.modules.housing.queries.roll import TICK
from facility_app.modules.housing.queries.state import PLACED
from facility_app.modules.stays.api import OpenItem, OpenItems
from facility_app.modules.tasks.api import FigureTone, HomeFigure, HomeFigures

PAGE: Final = "housing.board"
ROLL_PAGE: Final = "housing.roll"


def _figures(uow: UnitOfWork, _question: HomeFigures) -> tuple[HomeFigure, ...]:
    if not uow.actor.may(VIEW_BOARD):
        return ()
    if not uow.session.scalar(sa.select(BED.id).where(BED.voided_at.is_(None)).limit(1)):
        return ()
    made = [HomeFigure("housing.free", label("housing", "giường trống"), _free(uow), page=PAGE, order=20)]
    bedless = len(list_bedless(uow))
    if bedless:
        made.append(
            HomeFigure(
                "housing.bedless",
                label("housing", "có mặt, chưa có giường"),
                bedless,
                FigureTone.WARNING,
                PAGE,
                {"show": "bedless"},
                order=21,
            )
        )
    differences = _differences(uow)
    if differences:
        made.append(
            HomeFigure(
                "housing.differences",
                label("housing", "chênh lệch điểm danh chưa giải thích"),
                differences,
                FigureTone.DANGER,
                ROLL_PAGE,
                order=2,
            )
        )
    return tuple(made)


def _free(uow: UnitOfWork) -> int:
    """Beds that somebody could be put into now, by what each room may hold."""
    lasts = (CLOSURE.to_at.is_(None), CLOSURE.voided_at.is_(None))
    taken = sa.exists().where(PLACED.bed_id == BED.id, PLACED.to_at.is_(None), PLACED.voided_at.is_(None))
    shut = sa.exists().where(
        CLOSURE.room_id == ROOM.id, sa.or_(CLOSURE.bed_id.is_(None), CLOSURE.bed_id == BED.id), *lasts
    )
    asked = (
        sa.select(
            ROOM.id,
            ROOM.working,
            sa.func.sum(sa.case((taken, 1), else_=0)),
            sa.func.sum(sa.case((sa.or_(taken, shut), 0), else_=1)),
        )
        .join(BED.id.table, BED.room_id == ROOM.id)
        .where(BED.voided_at.is_(None), ROOM.voided_at.is_(None))
        .group_by(ROOM.id, ROOM.working)
    )
    return sum(max(0, min(working - used, free)) for _, working, used, free in uow.session.execute(asked))


def _differences(uow: UnitOfWork) -> int:
    asked = sa.select(sa.func.count()).select_from(TICK.id.table)
    wanted = (TICK.is_different.is_(True), TICK.explained_at.is_(None), TICK.voided_at.is_(None))
    return int(uow.session.scalar(asked.where(*wanted)) or 0)


def _open_items(uow: UnitOfWork, question: OpenItems) -> tuple[OpenItem, ...]:
    if not uow.actor.may(VIEW_BOARD):
        return ()
    asked = (
        sa.select(BED.label)
        .join(PLACED.id.table, PLACED.bed_id == BED.id)
        .where(PLACED.stay_id == question.stay_id, PLACED.to_at.is_(None), PLACED.voided_at.is_(None))
    )
    found = uow.session.scalar(asked)
    if found is None:
        return ()
    text = label("housing", "Còn giường {bed}; giường tự trả khi ghi cho ra.")
    return (OpenItem("housing.has_bed", text, {"bed": found}, PAGE, question.resident_id),)


ANSWERS: Mapping[type, tuple[Callable[[Any, Any], Any], ...]] = {
    HomeFigures: (_figures,),
    OpenItems: (_open_items,),
}
