"""Who reads a plan on paper: nobody who may not read it in its records."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Permission
from facility_app.modules.correspondence.api import PaperReaders
from facility_app.modules.stays.domain.rights import READ_PLAN

PLAN_FORM: Final = "V-18"


def _readers(_uow: UnitOfWork, asked: PaperReaders) -> Permission | None:
    return READ_PLAN if asked.form_id == PLAN_FORM else None


ANSWERS: Mapping[type, tuple[Callable[[Any, Any], Any], ...]] = {PaperReaders: (_readers,)}
