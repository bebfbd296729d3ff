"""Who reads the person's own plan V-19 on paper: nobody who may not read it in its records."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Permission
from facility_app.modules.correspondence.api import PaperReaders
from facility_app.modules.discharge.domain import READ_REINTEGRATION

PLAN_FORM: Final = "V-19"


def _readers(_uow: UnitOfWork, asked: PaperReaders) -> Permission | None:
    return READ_REINTEGRATION if asked.form_id == PLAN_FORM else None


ANSWERS: Mapping[type, tuple[Callable[[Any, Any], Any], ...]] = {PaperReaders: (_readers,)}
