"""Looks at what reveals HIV: only whom the law names, and each look leaves a trail (clinical.md §7.2)."""

from dataclasses import dataclass, field

from facility_app.db.audit import ValueChange
from facility_app.db.uow import Act, UnitOfWork, require
from facility_app.kernel.paging import Page, PageRequest
from facility_app.kernel.privacy import Privacy
from facility_app.modules.medication.domain import SEE_PRIVATE_LINES
from facility_app.modules.medication.queries.charts import Charts
from facility_app.modules.medication.queries.desk import DeskRows, OrderLine
from facility_app.modules.medication.queries.history import AllergyRow, AllergyRows, DoseRow, HistoryRows
from facility_app.modules.medication.queries.mar import DueRow, RoundAsked, RoundRows
from facility_app.modules.medication.queries.orders import PAST, OrderRow, OrderRows, OverrideRow
from facility_app.modules.medication.tables import SIDES

PRIVATE = SIDES[1]


@dataclass(frozen=True, slots=True)
class OpenPerson:
    """Somebody looks at what one person takes."""

    resident_id: str
    reason: str = field(default="", repr=False)
    with_past: bool = False
    request: PageRequest = field(default_factory=PageRequest)


def open_private_round(uow: UnitOfWork, asked: RoundAsked) -> tuple[DueRow, ...]:
    """The doses of a round that reveal HIV; the trail keeps whose were seen, behind the same wall."""
    require(uow, SEE_PRIVATE_LINES)
    with uow.act("medication.open_private_round") as act:
        place = ("facility_profile", uow.home) if asked.zone_id is None else ("housing_zone", asked.zone_id)
        act.table, act.record_id = place
        found = RoundRows(Charts(uow), PRIVATE).of(asked)
        _note(act, sorted({row.resident_id for row in found}))
        return found


def open_private_unverified(uow: UnitOfWork) -> tuple[OrderRow, ...]:
    """Orders that reveal HIV and wait for the pharmacist."""
    require(uow, SEE_PRIVATE_LINES)
    with uow.act("medication.open_private_unverified") as act:
        act.table, act.record_id = "facility_profile", uow.home
        found = OrderRows(Charts(uow), PRIVATE).unverified()
        _note(act, sorted({row.resident_id for row in found}))
        return found


def open_private_desk(uow: UnitOfWork) -> tuple[OrderLine, ...]:
    """Orders that reveal HIV and wait for the pharmacist or were sent back, with whom they are for."""
    require(uow, SEE_PRIVATE_LINES)
    with uow.act("medication.open_private_unverified") as act:
        act.table, act.record_id = "facility_profile", uow.home
        found = DeskRows(Charts(uow), PRIVATE).lines()
        _note(act, sorted({line.row.resident_id for line in found}))
        return found


def open_private_orders(uow: UnitOfWork, command: OpenPerson) -> tuple[OrderRow, ...]:
    """Orders of a person that reveal HIV."""
    require(uow, SEE_PRIVATE_LINES)
    with uow.act("medication.open_private_orders", reason=command.reason or None) as act:
        act.table, act.record_id = "resident", command.resident_id
        since = uow.now - PAST if command.with_past else uow.now
        return OrderRows(Charts(uow), PRIVATE).of([command.resident_id], since)


def open_private_history(uow: UnitOfWork, command: OpenPerson) -> Page[DoseRow]:
    """Doses of a person that reveal HIV, page by page."""
    require(uow, SEE_PRIVATE_LINES)
    with uow.act("medication.open_private_history", reason=command.reason or None) as act:
        act.table, act.record_id = "resident", command.resident_id
        return HistoryRows(Charts(uow), PRIVATE).of(command.resident_id, command.request)


def open_private_allergies(uow: UnitOfWork, command: OpenPerson) -> tuple[AllergyRow, ...]:
    """What a person cannot take of the medicines that reveal HIV."""
    require(uow, SEE_PRIVATE_LINES)
    with uow.act("medication.open_private_orders", reason=command.reason or None) as act:
        act.table, act.record_id = "resident", command.resident_id
        return AllergyRows(uow, is_private=True).of(command.resident_id)


def open_private_overrides(uow: UnitOfWork, order_id: str) -> tuple[OverrideRow, ...]:
    """What an order was ordered against, as far as it speaks of what reveals HIV.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, SEE_PRIVATE_LINES)
    charts = Charts(uow)
    found = charts.order(order_id)
    with uow.act("medication.open_private_overrides") as act:
        act.table, act.record_id = "resident", found.row.resident_id
        return OrderRows(charts, PRIVATE).overrides(order_id)


def _note(act: Act, people: list[str]) -> None:
    """Who was seen, readable only to whom it may be told."""
    table, record_id = act.table or "", act.record_id or ""
    act.note(ValueChange(table, record_id, "seen", Privacy.HIV, None, " ".join(people)))
