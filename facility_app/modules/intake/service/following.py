"""What follows elsewhere: a stay that opens begins its case, papers struck out are owed again."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.dates import local_date
from facility_app.modules.correspondence.api import PaperVoided
from facility_app.modules.deposits.api import DepositsTaken, EntryKind, list_entries
from facility_app.modules.intake.queries.stored import case_of_stay
from facility_app.modules.intake.tables import IntakeCase
from facility_app.modules.stays.api import ExitCode, StayEnded, StayOpened, StayVoided, get_stay

STAY_VOIDED: Final = "stay_voided"


def _on_opened(uow: UnitOfWork, told: StayOpened) -> None:
    """Whoever is admitted has a case, however they were admitted."""
    stay = get_stay(uow, told.stay_id)
    is_turned = stay.earlier_stay_id is not None
    wanted = sa.select(IntakeCase).where(
        IntakeCase.resident_id == told.resident_id,
        IntakeCase.stay_id.is_(None),
        IntakeCase.finished_on.is_(None),
        IntakeCase.voided_at.is_(None),
    )
    found = uow.session.scalars(wanted).first()
    if found is None:
        found = uow.add(IntakeCase(resident_id=told.resident_id, opened_on=local_date(uow.now)))
    found.stay_id, found.is_turned = told.stay_id, is_turned


def _on_ended(uow: UnitOfWork, told: StayEnded) -> None:
    """Whoever has left is not being taken in any more; one who turned compulsory has a case of the new stay."""
    case = case_of_stay(uow, told.stay_id)
    if case is not None and case.finished_on is None:
        is_turned = told.exit_code is ExitCode.TEMP_TO_COMPULSORY
        case.finished_on = local_date(uow.now) if is_turned else told.exited_on


def _on_stay_voided(uow: UnitOfWork, told: StayVoided) -> None:
    """A stay written by mistake was no coming."""
    case = case_of_stay(uow, told.stay_id)
    if case is not None:
        uow.void(case, STAY_VOIDED)


def _on_paper_voided(uow: UnitOfWork, told: PaperVoided) -> None:
    """Minutes struck out are owed again."""
    case = None if told.stay_id is None else case_of_stay(uow, told.stay_id)
    if case is not None and case.minutes_id == told.paper_id:
        case.minutes_id = None


def _on_taken(uow: UnitOfWork, told: DepositsTaken) -> None:
    """What was taken into custody is done in the case too, whichever page it was written on."""
    wanted = sa.select(IntakeCase).where(
        IntakeCase.resident_id == told.resident_id,
        IntakeCase.finished_on.is_(None),
        IntakeCase.voided_at.is_(None),
    )
    case = uow.session.scalars(wanted.order_by(IntakeCase.id.desc())).first()
    if case is None:
        return
    if told.has_money and told.is_undone:
        # One receipt of several was wrong: the money is counted while another stands.
        case.money_on = _money_on(uow, case)
    elif told.has_money and case.money_on is None:
        case.money_on = told.on
    if told.has_things and (told.is_undone or case.things_on is None):
        case.things_on = None if told.is_undone else told.on


def _money_on(uow: UnitOfWork, case: IntakeCase) -> date | None:
    """Since when money of this coming lies in custody, by the receipts that were not taken back."""
    began = case.opened_on
    if case.stay_id is not None:
        began = min(began, get_stay(uow, case.stay_id).admitted_on)
    return min(
        (
            one.happened_on
            for one in list_entries(uow, case.resident_id)
            if one.kind is EntryKind.INTAKE and not one.cancelled_by and one.happened_on >= began
        ),
        default=None,
    )


HANDLERS: Mapping[type, tuple[Callable[[Any, Any], None], ...]] = {
    StayOpened: (_on_opened,),
    StayEnded: (_on_ended,),
    StayVoided: (_on_stay_voided,),
    PaperVoided: (_on_paper_voided,),
    DepositsTaken: (_on_taken,),
}
