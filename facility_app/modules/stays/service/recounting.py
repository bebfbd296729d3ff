"""Everybody's term counted anew, after the law's numbers were changed or the program learned better."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.settings_store import put_setting
from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.catalogues.api import ParametersChanged
from facility_app.modules.residents.api import BirthCorrected
from facility_app.modules.stays.domain.counted import COUNTED_WITH
from facility_app.modules.stays.domain.events import HealthChecked
from facility_app.modules.stays.domain.rights import RECOUNT
from facility_app.modules.stays.service.counting import Recount
from facility_app.modules.stays.tables import Stay

_AT_ONCE: Final = 500
"""Stays of one question; the file takes no list without end."""


def recount_all(uow: UnitOfWork) -> int:
    """Count every open stay anew; answers how many ends moved.

    Raises:
        UserError: as the clock.
    """
    require(uow, RECOUNT)
    return _recount(uow)


def recount_after_upgrade(uow: UnitOfWork, revision: str) -> int:
    """Count every open stay anew with the file's structure ``revision``, and note that; answers how many moved.

    Raises:
        UserError: as the clock.
    """
    require(uow, RECOUNT)
    with uow.act("stays.recount_all") as act:
        put_setting(uow, act, COUNTED_WITH, revision)
        return _recount(uow)


def _on_parameters(uow: UnitOfWork, _told: ParametersChanged) -> None:
    """Another number of the law: nobody's day of leaving stays as the former one had it."""
    _recount(uow)


def _recount(uow: UnitOfWork) -> int:
    wanted = sa.select(Stay).where(Stay.exited_on.is_(None), Stay.voided_at.is_(None)).order_by(Stay.id)
    stays = uow.session.scalars(wanted).all()
    before = {stay.id: stay.expected_end_on for stay in stays}
    counted = Recount.within(uow)
    with uow.act("stays.recount_all"):
        for first in range(0, len(stays), _AT_ONCE):
            counted.after_all(stays[first : first + _AT_ONCE], "stays.recount_all")
    return sum(before[stay.id] != stay.expected_end_on for stay in stays)


def _on_birth(uow: UnitOfWork, told: BirthCorrected) -> None:
    """Another birth: what falls due at an age follows, also that the day of it was asked for."""
    wanted = sa.select(Stay).where(
        Stay.resident_id == told.resident_id, Stay.exited_on.is_(None), Stay.voided_at.is_(None)
    )
    stays = uow.session.scalars(wanted).all()
    if stays:
        Recount.within(uow).after_all(stays, "residents.edit_resident")


def _on_health_check(uow: UnitOfWork, told: HealthChecked) -> None:
    """The next yearly check counts from the last one: another day stands on the worklist (Đ114.1)."""
    stay = uow.get(Stay, told.stay_id)
    if stay.exited_on is None:
        Recount.within(uow).worklist(stay)


HANDLERS: Mapping[type, tuple[Callable[[Any, Any], None], ...]] = {
    ParametersChanged: (_on_parameters,),
    BirthCorrected: (_on_birth,),
    HealthChecked: (_on_health_check,),
}
