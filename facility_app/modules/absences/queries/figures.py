"""The numbers of absences on the home page: who should be back, who waits for the head's decision."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.labels import label
from facility_app.modules.absences.domain import VIEW_ABSENCES
from facility_app.modules.absences.domain.cases import CaseKind, CaseState
from facility_app.modules.absences.queries.cases import ASKED, CASE, OVERDUE
from facility_app.modules.stays.api import GoneWithoutWord
from facility_app.modules.tasks.api import FigureTone, HomeFigure, HomeFigures

PAGE: Final = "absences.list"


def _figures(uow: UnitOfWork, question: HomeFigures) -> tuple[HomeFigure, ...]:
    if not uow.actor.may(VIEW_ABSENCES):
        return ()
    late = sa.and_(CASE.state == CaseState.AWAY, CASE.due_back_at < question.now)
    asked = sa.select(
        sa.func.count(CASE.id).filter(late), sa.func.count(CASE.id).filter(CASE.state == CaseState.ASKED)
    ).where(CASE.voided_at.is_(None))
    overdue, waiting = uow.session.execute(asked).one()
    made = []
    if overdue:
        text = label("absences", "vắng quá hạn trở lại")
        made.append(
            HomeFigure("absences.overdue", text, overdue, FigureTone.DANGER, PAGE, {"state": OVERDUE}, order=2)
        )
    if waiting:
        text = label("absences", "chờ quyết định cho vắng")
        made.append(
            HomeFigure("absences.asked", text, waiting, FigureTone.WARNING, PAGE, {"state": ASKED}, order=14)
        )
    return tuple(made)


def _gone(uow: UnitOfWork, _question: GoneWithoutWord) -> tuple[str, ...]:
    """Who left a voluntary stay that runs on until the working days of the law are over (Đ4.9)."""
    if not uow.actor.may(VIEW_ABSENCES):
        return ()
    asked = sa.select(CASE.resident_id).where(
        CASE.kind == CaseKind.LEFT, CASE.state == CaseState.AWAY, CASE.voided_at.is_(None)
    )
    return tuple(uow.session.scalars(asked))


ANSWERS: Mapping[type, tuple[Callable[[Any, Any], Any], ...]] = {
    HomeFigures: (_figures,),
    GoneWithoutWord: (_gone,),
}
