"""Orders of a person as a list; those that reveal HIV are a look of their own."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import LOCAL, local_date
from facility_app.kernel.hiv import NO_BRANDS, Brands, reveals_hiv
from facility_app.modules.medication.domain import VIEW_MAR
from facility_app.modules.medication.domain.orders import OrderEnd, OrderKind, OrderLife, OrderState, Route
from facility_app.modules.medication.domain.plan import Plan
from facility_app.modules.medication.queries.brands import known_brands
from facility_app.modules.medication.queries.charts import Charts, OrderFact
from facility_app.modules.medication.tables import SIDES, Side
from facility_app.modules.pharmacy.api import MedicineRow

PAST: timedelta = timedelta(days=3650)
"""As far back as a list of orders goes."""


@dataclass(frozen=True, slots=True)
class OrderRow:
    """One version of an order; ``version`` goes back with the decision about it."""

    order_id: str
    version: int
    chain_id: str
    version_no: int
    replaces_id: str | None
    resident_id: str
    medicine: MedicineRow
    kind: OrderKind
    plan: Plan
    route: Route
    reason: str | None = field(repr=False)
    note: str | None = field(repr=False)
    starts_at: datetime
    ends_at: datetime | None
    least_minutes: int | None
    most_a_day: int | None
    is_urgent: bool
    run_id: str | None
    state: OrderState
    prescriber: str = field(repr=False)
    ordered_at: datetime
    verified_by: str | None = field(repr=False)
    verified_at: datetime | None
    ended_at: datetime | None
    end_kind: OrderEnd | None
    end_reason: str | None = field(repr=False)
    ended_by: str | None = field(repr=False)
    life: OrderLife = field(repr=False)

    def was_in_force_on(self, day: date) -> bool:
        """Whether it was given from on the day somebody left, held or not.

        What ended that day by leaving or by its plan was; what a doctor or the pharmacist ended by then was not. A
        single dose is of its own day alone, though nothing ends the order.
        """
        if self.verified_at is None or (self.kind is OrderKind.ONCE and local_date(self.starts_at) != day):
            return False
        begin, last = _midnight(day), self._last_of(day)
        is_ended = self.end_kind is not None and self.ended_at is not None and self.ended_at <= last
        return self.starts_at < last and last > begin and not is_ended

    def was_held_on(self, day: date) -> bool:
        """Whether it was paused when the day, or the order on it, was over."""
        return self.life.is_held(self._last_of(day) - timedelta(microseconds=1))

    def _last_of(self, day: date) -> datetime:
        """The end of the day, or of the order where that comes first."""
        end = _midnight(day + timedelta(days=1))
        return end if self.life.until is None else min(end, self.life.until)


@dataclass(frozen=True, slots=True)
class OverrideRow:
    """What an order was ordered against."""

    rule_key: str
    rule_version: int
    severity: int
    finding: str = field(repr=False)
    reason: str | None = field(repr=False)
    second: str | None = field(repr=False)

    def reveals_hiv(self, brands: Brands) -> bool:
        """Whether it names a medicine or an allergy that does: older files kept such sentences on the open side.

        The rule's own words behind the colon name medicines nobody takes: they are no secret.
        """
        is_of_allergy = self.rule_key.startswith("allergy")
        told = self.finding if is_of_allergy else self.finding.partition(":")[0]
        return reveals_hiv(told, self.reason, brands=brands)


@dataclass(frozen=True, slots=True)
class OverrideRows:
    """What orders were ordered against, of one side, for whoever of this slice has asked for the right."""

    uow: UnitOfWork
    side: Side

    def of_person(self, resident_id: str) -> dict[str, tuple[OverrideRow, ...]]:
        """Order → its own, in one statement: an export of everybody has tens of thousands."""
        return self._found("resident_id", [resident_id])

    def of_orders(self, order_ids: Sequence[str]) -> dict[str, tuple[OverrideRow, ...]]:
        """Order → its own."""
        return self._found("order_id", order_ids)

    def _found(self, column: str, wanted: Sequence[str]) -> dict[str, tuple[OverrideRow, ...]]:
        found: dict[str, tuple[OverrideRow, ...]] = {}
        brands = known_brands(self.uow) if wanted else NO_BRANDS
        for side in SIDES[: 1 + self.side.is_private] if wanted else ():
            o = side.overrides
            columns = (o.order_id, o.rule_key, o.rule_version, o.severity, o.finding, o.reason, o.second_name)
            asked = sa.select(*columns).where(o[column].in_(wanted), o.voided_at.is_(None))
            for order_id, *rest in self.uow.session.execute(asked.order_by(o.severity, o.rule_key, o.id)):
                values: tuple[Any, ...] = tuple(rest)
                row = OverrideRow(*values)
                if side.is_private or row.reveals_hiv(brands) is self.side.is_private:
                    found[str(order_id)] = (*found.get(str(order_id), ()), row)
        return found


@dataclass(frozen=True, slots=True)
class OrderRows:
    """Orders of one side, for whoever of this slice has asked for the right."""

    charts: Charts
    side: Side

    def of(self, resident_ids: Sequence[str], since: datetime) -> tuple[OrderRow, ...]:
        """Those in force at some moment since then, the newest first."""
        facts = self.charts.orders(self.side, resident_ids, since, None)
        rows = [self.row(one) for one in facts if one.row.medicine_id in self.charts.medicines]
        return tuple(sorted(rows, key=lambda row: (row.ordered_at, row.order_id), reverse=True))

    def unverified(self) -> tuple[OrderRow, ...]:
        """Orders that wait for the pharmacist, the oldest first."""
        o = self.side.orders
        asked = sa.select(o.resident_id).where(
            o.ended_at.is_(None), o.voided_at.is_(None), o.verified_at.is_(None)
        )
        people = list(self.charts.uow.session.scalars(asked.distinct()))
        rows = self.of(people, self.charts.uow.now) if people else ()
        waiting = [row for row in rows if row.verified_at is None and row.state is not OrderState.ENDED]
        return tuple(reversed(waiting))

    def overrides(self, order_id: str) -> tuple[OverrideRow, ...]:
        """What an order was ordered against, of this side."""
        return OverrideRows(self.charts.uow, self.side).of_orders([order_id]).get(order_id, ())

    def row(self, fact: OrderFact) -> OrderRow:
        """One order as a row."""
        one = fact.row
        return OrderRow(
            one.id,
            one.version,
            one.chain_id,
            one.version_no,
            one.replaces_id,
            one.resident_id,
            self.charts.medicines[one.medicine_id],
            one.kind,
            fact.plan,
            one.route,
            one.reason,
            one.note,
            one.starts_at,
            one.ends_at,
            one.least_minutes,
            one.most_a_day,
            one.is_urgent,
            one.run_id,
            fact.life.state(self.charts.uow.now),
            one.prescriber_name,
            one.created_at,
            one.verified_name,
            one.verified_at,
            fact.life.ended_at,
            one.end_kind,
            one.end_reason,
            one.ended_name,
            fact.life,
        )


def list_orders(uow: UnitOfWork, resident_id: str, *, with_past: bool = False) -> tuple[OrderRow, ...]:
    """Orders of a person that stand, or all of them; none that reveals HIV."""
    require(uow, VIEW_MAR)
    since = uow.now - PAST if with_past else uow.now
    return OrderRows(Charts(uow), SIDES[0]).of([resident_id], since)


def list_overrides(uow: UnitOfWork, order_id: str) -> tuple[OverrideRow, ...]:
    """What an order was ordered against; nothing that speaks of a medicine that reveals HIV."""
    require(uow, VIEW_MAR)
    return OrderRows(Charts(uow), SIDES[0]).overrides(order_id)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), LOCAL)
