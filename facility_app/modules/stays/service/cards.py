"""What a person's card says of their stays: the last live one, and whether the person is here by it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.residents.api import ResidentStatus, SetCardStay, set_card_stays
from facility_app.modules.stays.domain.rights import VIEW_STAYS
from facility_app.modules.stays.domain.types import PresenceState
from facility_app.modules.stays.queries.gone import list_gone
from facility_app.modules.stays.tables import Stay

CARD_STATUS: Final = {
    PresenceState.INSIDE: ResidentStatus.PRESENT,
    PresenceState.ESCAPED: ResidentStatus.ESCAPED,
    PresenceState.OUT: ResidentStatus.LEFT,
}
"""What the card says of a presence; every other one is being away."""


def tell_cards(uow: UnitOfWork, resident_ids: Sequence[str]) -> None:
    """Put on the cards what each person's last live stay says; one struck out says nothing.

    A former stay may be counted again, for a paper that came late, while a later one is open. Told too when
    somebody here of their own will goes or comes back: their stay says neither.
    """
    require(uow, VIEW_STAYS)
    people = tuple(dict.fromkeys(resident_ids))
    wanted = sa.select(Stay).where(Stay.resident_id.in_(people), Stay.voided_at.is_(None))
    last = {one.resident_id: one for one in uow.session.scalars(wanted.order_by(Stay.coming_no))}
    gone = list_gone(uow)
    set_card_stays(uow, [_card(one, last.get(one), is_gone=one in gone) for one in people])


def _card(resident_id: str, shown: Stay | None, *, is_gone: bool) -> SetCardStay:
    said = SetCardStay(resident_id, ResidentStatus.NO_STAY)
    if shown is None:
        return said
    is_away = is_gone and shown.presence is PresenceState.INSIDE
    status = ResidentStatus.AWAY if is_away else CARD_STATUS.get(shown.presence, ResidentStatus.AWAY)
    if shown.exited_on is not None:
        return replace(said, status=status)
    return replace(
        said,
        status=status,
        stay_id=shown.id,
        stay_type=str(shown.stay_type),
        expected_end_on=shown.expected_end_on,
    )
