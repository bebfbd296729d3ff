"""The number of intake on the home page: who came in today."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import label
from facility_app.modules.intake.domain.rights import VIEW_CASES
from facility_app.modules.intake.tables import IntakeCase
from facility_app.modules.tasks.api import FigureTone, HomeFigure, HomeFigures

PAGE: Final = "intake.cases"


def _figures(uow: UnitOfWork, question: HomeFigures) -> tuple[HomeFigure, ...]:
    if not uow.actor.may(VIEW_CASES):
        return ()
    asked = sa.select(sa.func.count(IntakeCase.id)).where(
        IntakeCase.voided_at.is_(None), IntakeCase.opened_on == local_date(question.now)
    )
    today = uow.session.scalar(asked) or 0
    text = label("intake", "tiếp nhận hôm nay")
    return (
        HomeFigure("intake.today", text, today, FigureTone.INFO if today else FigureTone.NEUTRAL, PAGE, order=13),
    )


ANSWERS: Mapping[type, tuple[Callable[[Any, Any], Any], ...]] = {HomeFigures: (_figures,)}
