"""What changes for whom if a number of the law changes, before it does."""

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.modules.catalogues.api import ParameterBook
from facility_app.modules.stays.domain.clock import evaluate
from facility_app.modules.stays.domain.rights import RECOUNT
from facility_app.modules.stays.queries.terms import Terms
from facility_app.modules.stays.tables import Stay


@dataclass(frozen=True, slots=True)
class MovedEnd:
    """One stay whose end would be another one.

    Attributes:
        refusal: why it could not be counted at all, a reduction for one that would no longer be allowed.
    """

    stay_id: str
    code: str
    before: date | None
    after: date | None
    refusal: UserError | None = None


def preview_parameters(uow: UnitOfWork, book: ParameterBook) -> tuple[MovedEnd, ...]:
    """Whose day of leaving would move if ``book`` held, in the order of the codes.

    Args:
        uow: the unit of work.
        book: the law's numbers as they would be.
    """
    require(uow, RECOUNT)
    today = local_date(uow.now)
    wanted = sa.select(Stay).where(Stay.exited_on.is_(None), Stay.voided_at.is_(None)).order_by(Stay.code)
    stays = list(uow.session.scalars(wanted))
    then = Terms(uow, book)
    cases = then.cases(stays)
    moved = []
    for stay in stays:
        try:
            answer = evaluate(cases[stay.id], today, then.of_regime(stay.legal_regime, today))
        except UserError as refusal:
            moved.append(MovedEnd(stay.id, stay.code, stay.expected_end_on, None, refusal))
            continue
        if answer.expected_end_on != stay.expected_end_on:
            moved.append(MovedEnd(stay.id, stay.code, stay.expected_end_on, answer.expected_end_on))
    return tuple(moved)
