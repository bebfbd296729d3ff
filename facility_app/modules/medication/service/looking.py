"""Looks at what reveals HIV: only whom the law names, and each look leaves a trail (clinical.md §7.2, ADR 0022).

The work at hand (a round, the desk of orders, an order under way) opens it by the office of health staff; the look
is kept at the record of each person seen. Who looks somebody up says why, and has a grant of the closed list.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from facility_app.db.settings_store import get_setting
from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.paging import Page, PageRequest
from facility_app.modules.access.api import GrantKind, UseGrant, use_grant
from facility_app.modules.medication.domain import SEE_PRIVATE_LINES
from facility_app.modules.medication.domain.rounds import ROUND_HOURS
from facility_app.modules.medication.queries.charts import Charts
from facility_app.modules.medication.queries.desk import DeskRows, OrderLine
from facility_app.modules.medication.queries.history import AllergyRow, AllergyRows, DoseRow, HistoryRows
from facility_app.modules.medication.queries.mar import DueRow, RoundAsked, RoundRows
from facility_app.modules.medication.queries.orders import PAST, OrderRow, OrderRows, OverrideRow
from facility_app.modules.medication.tables import SIDES

PRIVATE = SIDES[1]


@dataclass(frozen=True, slots=True)
class OpenPerson:
    """Somebody looks up what one person takes.

    Attributes:
        reason: why just now.
        grant: of the closed list, by which they may.
    """

    resident_id: str
    reason: str = field(default="", repr=False)
    with_past: bool = False
    request: PageRequest = field(default_factory=PageRequest)
    grant: GrantKind = GrantKind.HIV_TREATING


@dataclass(frozen=True, slots=True)
class PrivateRound:
    """What a round keeps behind the wall.

    Attributes:
        rows: its doses.
        allergies: of everybody in the round, also of whom takes nothing that reveals HIV.
    """

    rows: tuple[DueRow, ...] = field(default=(), repr=False)
    allergies: tuple[AllergyRow, ...] = field(default=(), repr=False)


def open_private_round(uow: UnitOfWork, asked: RoundAsked) -> PrivateRound:
    """The doses and allergies of a round that reveal HIV; the look is kept at the record of each who has one."""
    require(uow, SEE_PRIVATE_LINES)
    with uow.act("medication.open_private_round") as act:
        place = ("facility_profile", uow.home) if asked.zone_id is None else ("housing_zone", asked.zone_id)
        act.table, act.record_id = place
        wanted = RoundRows(Charts(uow), PRIVATE)
        rows = wanted.of(asked)
        people = {*wanted.people(asked, get_setting(uow, ROUND_HOURS)), *(row.resident_id for row in rows)}
        allergies = AllergyRows(uow, is_private=True).of(*sorted(people))
        found = PrivateRound(rows, allergies)
        _keep_looks(
            uow,
            "medication.open_private_round",
            [*(row.resident_id for row in rows), *(one.resident_id for one in allergies)],
        )
        return found


def open_private_unverified(uow: UnitOfWork) -> tuple[OrderRow, ...]:
    """Orders that reveal HIV and wait for the pharmacist; the look is kept at the record of each person."""
    require(uow, SEE_PRIVATE_LINES)
    with uow.act("medication.open_private_unverified") as act:
        act.table, act.record_id = "facility_profile", uow.home
        found = OrderRows(Charts(uow), PRIVATE).unverified()
        _keep_looks(uow, "medication.open_private_unverified", (row.resident_id for row in found))
        return found


def open_private_desk(uow: UnitOfWork) -> tuple[OrderLine, ...]:
    """Orders that reveal HIV and wait for the pharmacist or were sent back, with whom they are for."""
    require(uow, SEE_PRIVATE_LINES)
    with uow.act("medication.open_private_unverified") as act:
        act.table, act.record_id = "facility_profile", uow.home
        found = DeskRows(Charts(uow), PRIVATE).lines()
        _keep_looks(uow, "medication.open_private_unverified", (line.row.resident_id for line in found))
        return found


def open_private_orders(uow: UnitOfWork, command: OpenPerson) -> tuple[OrderRow, ...]:
    """Orders of a person that reveal HIV.

    Raises:
        UserError: ``reason_missing``; as ``use_grant``.
    """
    require(uow, SEE_PRIVATE_LINES)
    require_reason(command.reason)
    with uow.act("medication.open_private_orders", reason=command.reason) as act:
        act.table, act.record_id = "resident", command.resident_id
        use_grant(uow, UseGrant(command.grant, command.resident_id, command.reason))
        since = uow.now - PAST if command.with_past else uow.now
        return OrderRows(Charts(uow), PRIVATE).of([command.resident_id], since)


def open_private_history(uow: UnitOfWork, command: OpenPerson) -> Page[DoseRow]:
    """Doses of a person that reveal HIV, page by page.

    Raises:
        UserError: ``reason_missing``; as ``use_grant``.
    """
    require(uow, SEE_PRIVATE_LINES)
    require_reason(command.reason)
    with uow.act("medication.open_private_history", reason=command.reason) as act:
        act.table, act.record_id = "resident", command.resident_id
        use_grant(uow, UseGrant(command.grant, command.resident_id, command.reason))
        return HistoryRows(Charts(uow), PRIVATE).of(command.resident_id, command.request)


def open_private_allergies(uow: UnitOfWork, command: OpenPerson) -> tuple[AllergyRow, ...]:
    """What a person cannot take, where its words reveal HIV.

    Raises:
        UserError: ``reason_missing``; as ``use_grant``.
    """
    require(uow, SEE_PRIVATE_LINES)
    require_reason(command.reason)
    with uow.act("medication.open_private_allergies", reason=command.reason) as act:
        act.table, act.record_id = "resident", command.resident_id
        use_grant(uow, UseGrant(command.grant, command.resident_id, command.reason))
        return AllergyRows(uow, is_private=True).of(command.resident_id)


def open_private_overrides(uow: UnitOfWork, order_id: str) -> tuple[OverrideRow, ...]:
    """What an order at hand was ordered against, as far as it speaks of what reveals HIV.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, SEE_PRIVATE_LINES)
    charts = Charts(uow)
    found = charts.order(order_id)
    with uow.act("medication.open_private_overrides") as act:
        act.table, act.record_id = "resident", found.row.resident_id
        return OrderRows(charts, PRIVATE).overrides(order_id)


def _keep_looks(uow: UnitOfWork, verb: str, people: Iterable[str]) -> None:
    """At the record of each who was seen: whoever answers for the list asks person by person."""
    for resident_id in sorted(set(people)):
        with uow.act(verb) as act:
            act.table, act.record_id = "resident", resident_id
