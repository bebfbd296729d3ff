"""What a nurse's round asks for besides its doses: zones, cabinets, the hours, and who one stands before."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final

import sqlalchemy as sa

from facility_app.db.settings_store import get_setting
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.errors import FacilityError
from facility_app.kernel.labels import Label
from facility_app.modules.housing.api import ZoneRow, list_zones
from facility_app.modules.medication.domain import VIEW_MAR
from facility_app.modules.medication.domain.orders import OrderKind
from facility_app.modules.medication.domain.rounds import LATE_MINUTES, ROUND_HOURS, Round, round_now
from facility_app.modules.medication.queries.charts import Charts, OrderFact
from facility_app.modules.medication.queries.history import (
    AllergyRow,
    AllergyRows,
    Asked,
    find_asked,
    list_allergies,
)
from facility_app.modules.medication.queries.mar import DueRow, RoundAsked, list_round
from facility_app.modules.medication.queries.orders import OrderRow, OrderRows, OverrideRow, list_overrides
from facility_app.modules.medication.tables import SIDES
from facility_app.modules.pharmacy.api import PlaceKind, list_places
from facility_app.modules.residents.api import list_photos, read_content
from facility_app.modules.stays.api import PRESENCE_LABELS, PresenceState

AWAY: Final[Mapping[PresenceState | None, Label]] = {
    one: text for one, text in PRESENCE_LABELS.items() if one is not PresenceState.INSIDE
}
"""Where somebody is who is not here, by the register."""


@dataclass(frozen=True, slots=True)
class Cabinet:
    """Where medicines are taken from; ``holder`` is empty for nobody."""

    place_id: str
    name: str
    holder: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class RoundDesk:
    """Where a round begins.

    Attributes:
        mine: the cabinet whoever asks holds; empty for none or several.
        late_minutes: a dose further off than this needs a reason.
        day: the day the round under way began on; ``wanted`` that round.
        officer: whose name stands beside what is written.
    """

    zones: tuple[ZoneRow, ...]
    cabinets: tuple[Cabinet, ...]
    mine: str
    late_minutes: int
    day: date
    wanted: Round
    officer: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class WardRound:
    """The doses of a round with what must be known while giving them.

    Attributes:
        allergic: people who cannot take something.
        what_for: order as needed → what the doctor wrote it for.
    """

    rows: tuple[DueRow, ...] = field(repr=False)
    allergic: frozenset[str] = frozenset()
    what_for: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class BedsideCard:
    """Who one stands before.

    Attributes:
        order: of the dose in view; None where it lies behind the wall.
        warnings: what that order was written against.
        asked: when somebody heard that there is no allergy; None where nobody asked.
        before: what was taken before; None where the order lies behind the wall.
        photo: the newest face; None where there is none or it cannot be read.
    """

    allergies: tuple[AllergyRow, ...] = field(repr=False)
    order: OrderRow | None = field(repr=False)
    warnings: tuple[OverrideRow, ...] = field(repr=False)
    photo: bytes | None = field(repr=False)
    before: "BeforeDose | None" = field(default=None, repr=False)
    asked: Asked | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class LastDose:
    """The last time a medicine was taken; ``dose`` in words."""

    at: datetime
    dose: str
    vomited_at: datetime | None


@dataclass(frozen=True, slots=True)
class BeforeDose:
    """What was taken before a dose.

    Attributes:
        last: of the medicine, by whatever order; None for never.
        in_a_day: times of the order, earlier versions included, in the 24 hours before now.
        most_a_day: of an order as needed; None for another.
    """

    order_id: str
    last: LastDose | None
    in_a_day: int
    most_a_day: int | None


def get_round_desk(uow: UnitOfWork) -> RoundDesk:
    """Zones, cabinets and hours."""
    require(uow, VIEW_MAR)
    cabinets = tuple(one for one in list_places(uow) if one.kind is PlaceKind.CABINET)
    held = [one.place_id for one in cabinets if one.holder_id == uow.actor.user_id]
    return RoundDesk(
        tuple(list_zones(uow)),
        tuple(Cabinet(one.place_id, one.name, one.holder) for one in cabinets),
        held[0] if len(held) == 1 else "",
        get_setting(uow, LATE_MINUTES),
        *round_now(uow.now, get_setting(uow, ROUND_HOURS)),
        Charts(uow).officer(),
    )


def get_ward_round(uow: UnitOfWork, asked: RoundAsked) -> WardRound:
    """The doses of a round in the order of the beds; none that reveals HIV."""
    require(uow, VIEW_MAR)
    rows = list_round(uow, asked)
    people = sorted({row.resident_id for row in rows})
    o = SIDES[0].orders
    needed = [row.order_id for row in rows if row.kind is OrderKind.AS_NEEDED]
    what_for = sa.select(o.id, o.reason).where(o.id.in_(needed))
    return WardRound(
        rows,
        frozenset(one.resident_id for one in AllergyRows(uow, is_private=False).of(*people)),
        {one: reason or "" for one, reason in uow.session.execute(what_for)} if needed else {},
    )


def get_bedside_card(uow: UnitOfWork, resident_id: str, order_id: str) -> BedsideCard:
    """What is known of the person of a dose, and of its order."""
    require(uow, VIEW_MAR)
    charts = Charts(uow, is_open_side_only=True)
    here = uow.session.get(SIDES[0].order, order_id)
    order: OrderRow | None = None
    before: BeforeDose | None = None
    warnings: tuple[OverrideRow, ...] = ()
    if here is not None and here.medicine_id in charts.medicines:
        fact = charts.order(order_id)
        order, before = OrderRows(charts, SIDES[0]).row(fact), _before(charts, fact)
        warnings = list_overrides(uow, order_id)
    asked = find_asked(uow, resident_id)
    return BedsideCard(list_allergies(uow, resident_id), order, warnings, _face(uow, resident_id), before, asked)


def _before(charts: Charts, fact: OrderFact) -> BeforeDose:
    """What was taken of the medicine and of the order until now."""
    found = charts.last_taken(fact.side, fact.row.resident_id, fact.row.medicine_id)
    measure = charts.medicines[fact.row.medicine_id].measure
    last = None if found is None else LastDose(found.given_at, measure.dose_text(found.amount), found.vomited_at)
    since = charts.uow.now - timedelta(hours=24)
    in_a_day = len(charts.taken_before(fact, since)) if fact.row.kind is OrderKind.AS_NEEDED else 0
    return BeforeDose(fact.order_id, last, in_a_day, fact.row.most_a_day)


def _face(uow: UnitOfWork, resident_id: str) -> bytes | None:
    """The newest photo; one that cannot be read leaves the initials."""
    found = list_photos(uow, resident_id)
    if not found:
        return None
    try:
        return read_content(uow, found[0].sealed)
    except FacilityError:
        return None
