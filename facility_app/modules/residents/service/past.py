"""Verbs about what lies behind somebody: substances and earlier rehab."""

from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.residents.domain import EDIT_SUBSTANCES
from facility_app.modules.residents.domain.past import Rehab, SubstanceUse, checked_rehab, checked_substance_use
from facility_app.modules.residents.service.entries import AddEntry, EditEntry, Entries, Saved
from facility_app.modules.residents.tables import past

SUBSTANCES: Final = Entries(past.SubstanceUse, checked_substance_use)
REHABS: Final = Entries(past.RehabHistory, checked_rehab)


def add_substance(uow: UnitOfWork, command: AddEntry[SubstanceUse]) -> Saved:
    """Write down a substance somebody used.

    Raises:
        UserError: ``not_found``; as ``checked_substance_use``.
    """
    require(uow, EDIT_SUBSTANCES)
    with uow.act("residents.add_substance") as act:
        return SUBSTANCES.add(uow, act, command)


def edit_substance(uow: UnitOfWork, command: EditEntry[SubstanceUse]) -> Saved:
    """Correct a substance used.

    Raises:
        UserError: ``not_found``; as ``checked_substance_use``.
        ConflictError: ``record_changed``.
    """
    require(uow, EDIT_SUBSTANCES)
    with uow.act("residents.edit_substance") as act:
        return SUBSTANCES.edit(uow, act, command)


def add_rehab(uow: UnitOfWork, command: AddEntry[Rehab]) -> Saved:
    """Write down rehab, treatment or after-care somebody had before.

    Raises:
        UserError: ``not_found``; as ``checked_rehab``.
    """
    require(uow, EDIT_SUBSTANCES)
    with uow.act("residents.add_rehab") as act:
        return REHABS.add(uow, act, command)


def edit_rehab(uow: UnitOfWork, command: EditEntry[Rehab]) -> Saved:
    """Correct earlier rehab.

    Raises:
        UserError: ``not_found``; as ``checked_rehab``.
        ConflictError: ``record_changed``.
    """
    require(uow, EDIT_SUBSTANCES)
    with uow.act("residents.edit_rehab") as act:
        return REHABS.edit(uow, act, command)
