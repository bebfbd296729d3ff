"""The runway: who leaves in the next weeks, who leaves tomorrow and who must act, the numbers of the home page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.actor import Role
from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import label
from facility_app.modules.discharge.domain import VIEW_RELEASES
from facility_app.modules.discharge.domain.gate import STEP_ROLES, GateItem, freed, own_items
from facility_app.modules.discharge.domain.runway import LONGEST, band_of
from facility_app.modules.discharge.queries.gate import OfStay, gate, gate_facts
from facility_app.modules.discharge.tables import ReleaseCase
from facility_app.modules.stays.api import StayRow, list_leaving, list_overheld
from facility_app.modules.tasks.api import FigureTone, HomeFigure, HomeFigures

PAGE: Final = "discharge.runway"
_ONE: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class RunwayRow:
    """One release on the runway.

    Attributes:
        stay: the stay.
        band: 60, 45, 30, 15, 7, 1, or 0 for today and before.
        open_items: what this slice sees open; the gate of the stay asks the others too.
        packet_made: whether the handover packet was made.
    """

    stay: StayRow
    band: int
    open_items: tuple[GateItem, ...]
    packet_made: bool


@dataclass(frozen=True, slots=True)
class TomorrowRow:
    """Somebody who leaves tomorrow.

    Attributes:
        open_items: everything still open, whoever answers for it.
        roles: who must act, once each, in the order of the items.
    """

    stay: StayRow
    open_items: tuple[GateItem, ...]
    roles: tuple[Role, ...]


def list_runway(uow: UnitOfWork, within_days: int = LONGEST) -> tuple[RunwayRow, ...]:
    """Who should have left, leaves today, or leaves within so many days, in the order of the days."""
    require(uow, VIEW_RELEASES)
    today = local_date(uow.now)
    stays = [*list_overheld(uow), *list_leaving(uow, today, today + timedelta(days=within_days))]
    facts = gate_facts(uow, [OfStay.of(one) for one in stays], today)
    made = _with_packet(uow, [one.stay_id for one in stays])
    rows = []
    for stay in stays:
        band = None if stay.leave_by is None else band_of(stay.leave_by, today)
        items = freed(own_items(facts[stay.stay_id], today), stay.leave_by, today)
        rows.append(RunwayRow(stay, LONGEST if band is None else band, items, stay.stay_id in made))
    return tuple(rows)


def tomorrow_list(uow: UnitOfWork, on: date | None = None) -> tuple[TomorrowRow, ...]:
    """Who leaves on the day after ``on`` (today when none is named) and who must act; read at 20:00."""
    require(uow, VIEW_RELEASES)
    day = (on or local_date(uow.now)) + _ONE
    rows = []
    for stay in list_leaving(uow, day, day):
        # What holds nobody tomorrow is still to be done today.
        items = gate(uow, stay.stay_id, day)
        roles = dict.fromkeys(role for one in items for role in STEP_ROLES.get(one.code, (Role.DISCHARGE,)))
        rows.append(TomorrowRow(stay, items, tuple(roles)))
    return tuple(rows)


def list_unclosed(uow: UnitOfWork) -> tuple[str, ...]:
    """Stays whose packet was made and whose receipt has not come back, the oldest packet first."""
    require(uow, VIEW_RELEASES)
    c = sa.inspect(ReleaseCase).local_table.c
    asked = sa.select(c.stay_id).where(c.packet_made_at.is_not(None), c.closed_on.is_(None), c.voided_at.is_(None))
    return tuple(uow.session.scalars(asked.order_by(c.packet_made_at, c.id)))


def _with_packet(uow: UnitOfWork, stay_ids: list[str]) -> frozenset[str]:
    c = sa.inspect(ReleaseCase).local_table.c
    asked = sa.select(c.stay_id).where(
        c.stay_id.in_(stay_ids), c.packet_made_at.is_not(None), c.voided_at.is_(None)
    )
    return frozenset(uow.session.scalars(asked))


def _figures(uow: UnitOfWork, question: HomeFigures) -> tuple[HomeFigure, ...]:
    if not uow.actor.may(VIEW_RELEASES):
        return ()
    today = local_date(question.now)
    leaving = list_leaving(uow, today, today + _ONE)
    now = sum(1 for one in leaving if one.leave_by == today)
    soon, unclosed = len(leaving) - now, len(list_unclosed(uow))
    tone = FigureTone.WARNING if now else FigureTone.NEUTRAL
    made = [
        HomeFigure(
            "discharge.today", label("discharge", "ra cơ sở hôm nay"), now, tone, PAGE, {"band": "0"}, order=14
        ),
        HomeFigure(
            "discharge.tomorrow",
            label("discharge", "ra cơ sở ngày mai"),
            soon,
            page=PAGE,
            args={"band": "1"},
            order=15,
        ),
    ]
    if unclosed:
        made.append(
            HomeFigure(
                "discharge.unclosed",
                label("discharge", "chờ biên nhận để đóng hồ sơ"),
                unclosed,
                FigureTone.INFO,
                PAGE,
                {"state": "unclosed"},
                order=16,
            )
        )
    return tuple(made)


ANSWERS: Mapping[type, tuple[Callable[[Any, Any], Any], ...]] = {HomeFigures: (_figures,)}
