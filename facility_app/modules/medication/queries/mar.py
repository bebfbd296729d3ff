"""The MAR: doses due of people in a zone on a day and in a round, with what became of them.

Read by people and day, so that what was given in all the years before costs nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from facility_app.db.settings_store import get_setting
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import LOCAL, local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.names import fold
from facility_app.modules.housing.api import ZoneRow, list_zones, who_slept_where
from facility_app.modules.medication.domain import VIEW_MAR
from facility_app.modules.medication.domain.holding import Holding
from facility_app.modules.medication.domain.orders import OrderKind, OrderState
from facility_app.modules.medication.domain.outcomes import Outcome
from facility_app.modules.medication.domain.plan import AS_NEEDED, Slot, day_number, day_span
from facility_app.modules.medication.domain.rounds import ROUND_HOURS, Round, night_of, round_end, round_of
from facility_app.modules.medication.queries.charts import Charts, OrderFact
from facility_app.modules.medication.queries.holding import Holdings
from facility_app.modules.medication.tables import SIDES, Side
from facility_app.modules.pharmacy.api import OPENED, UNIT_LABELS, list_private_wasted, list_wasted
from facility_app.modules.residents.api import ResidentMarks, list_resident_marks
from facility_app.modules.stays.api import PresenceState, list_whereabouts


@dataclass(frozen=True, slots=True)
class RoundAsked:
    """Whose doses of when.

    Attributes:
        zone_id: with its sub-zones; None for everybody.
        wanted: the round; None for the whole day.
        resident_ids: only these people, when somebody is named.
    """

    day: date
    zone_id: str | None = None
    wanted: Round | None = None
    resident_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DueRow:
    """One dose: due, or done.

    Attributes:
        place: where the person sleeps.
        presence: where the person is now; None where no stay is open.
        slot: names the dose within its day; ``prn`` for one as needed that may be given.
        due_at: None where no time is fixed.
        amount: in thousandths of the dose unit; ``dose`` the same in words.
        is_guarded: a witness is needed.
        rest: what is left of the last ampoule, tablet and the like that is opened for it, in ``unit``, the unit of
            the dose; None where it comes out even, or is poured.
        is_opened: whether that rest cannot be kept: an ampoule, a vial.
        wasted: what was destroyed of it on the spot, in words.
        hold: by which blood pressure and pulse it is given, and the last ones; None where it is given by none.
        outcome: None while nothing was written down; the rest is then empty.
    """

    resident_id: str
    code: str
    name: str = field(repr=False)
    place: str | None
    presence: PresenceState | None
    order_id: str
    state: OrderState
    kind: OrderKind
    medicine_id: str
    medicine: str
    route: str
    due_on: date
    slot: str
    due_at: datetime | None
    amount: int
    dose: str
    is_guarded: bool
    is_from_protocol: bool
    dose_id: str = ""
    version: int = 0
    outcome: Outcome | None = None
    given_at: datetime | None = None
    reason: str | None = field(default=None, repr=False)
    officer: str = field(default="", repr=False)
    witness: str | None = field(default=None, repr=False)
    vomited_at: datetime | None = None
    vomited_note: str | None = field(default=None, repr=False)
    effect: str | None = field(default=None, repr=False)
    rest: Decimal | None = None
    unit: str = ""
    is_opened: bool = False
    wasted: str = ""
    hold: Holding | None = field(default=None, repr=False)


def list_round(uow: UnitOfWork, asked: RoundAsked) -> tuple[DueRow, ...]:
    """The doses of a round in the order of the beds; none that reveals HIV."""
    require(uow, VIEW_MAR)
    return RoundRows(Charts(uow), SIDES[0]).of(asked)


def find_zone(uow: UnitOfWork, typed: str) -> ZoneRow:
    """The zone of a code or a name.

    Raises:
        UserError: ``zone_unknown``.
    """
    require(uow, VIEW_MAR)
    zones = list_zones(uow)
    for one in zones:
        if fold(typed) in {fold(one.code), fold(one.name)}:
            return one
    raise UserError(
        "zone_unknown",
        label("errors", "Không có khu “{zone}”. Các khu đang có: {known}."),
        zone=typed,
        known=tuple(one.code for one in zones) or label("errors", "chưa lập khu nào"),
    )


@dataclass(frozen=True, slots=True)
class RoundRows:
    """Doses of one side of the wall, for whoever of this slice has asked for the right."""

    charts: Charts
    side: Side

    def of(self, asked: RoundAsked) -> tuple[DueRow, ...]:
        """The doses of a round."""
        uow = self.charts.uow
        hours = get_setting(uow, ROUND_HOURS)
        people = self.people(asked, hours)
        if not people:
            return ()
        offered_on = asked.day
        days = [asked.day]
        if asked.wanted is Round.NIGHT:
            # Its small hours lie on the next day; what is given as needed in them counts to that day.
            days.append(asked.day + timedelta(days=1))
            if uow.now < round_end(asked.day, asked.wanted, hours):
                offered_on = max(asked.day, local_date(uow.now))
        rows = [row for day in days for row in self._of_day(people, day) if _is_in(row, asked, hours, offered_on)]
        rows = self._held(rows)
        order = {one: place for place, one in enumerate(people)}
        return tuple(
            sorted(
                rows, key=lambda row: (order[row.resident_id], row.due_on, row.slot, row.medicine, row.order_id)
            )
        )

    def _held(self, rows: list[DueRow]) -> list[DueRow]:
        """Doses that are given by blood pressure and pulse stand with the last ones; those written down do not."""
        holdings = Holdings(self.charts.uow)
        wanted = {row.medicine_id for row in rows if row.outcome is None}
        rules = {one: holdings.rule(self.charts.medicines[one]) for one in wanted}
        by = {id(row): rules.get(row.medicine_id) for row in rows if row.outcome is None}
        holdings.read(sorted({row.resident_id for row in rows if by.get(id(row)) is not None}))
        return [
            row if (rule := by.get(id(row))) is None else replace(row, hold=holdings.of(rule, row.resident_id))
            for row in rows
        ]

    def _of_day(self, people: Sequence[str], day: date) -> Iterator[DueRow]:
        """Everything due or done of a day."""
        uow = self.charts.uow
        begin, end = day_span(day)
        orders = self.charts.read_orders(self.side, people, begin, end)
        by_order: dict[str, list[Any]] = {}
        for dose in self.charts.doses(self.side, people, day):
            by_order.setdefault(dose.order_id, []).append(dose)
        known = self._known(by_order, orders)
        wasted = self._wasted(by_order)
        marks = list_resident_marks(uow, sorted({one.row.resident_id for one in known}))
        where = {one.resident_id: one.presence for one in list_whereabouts(uow, sorted(marks))} if marks else {}
        for one in known:
            if one.row.resident_id in marks and one.row.medicine_id in self.charts.medicines:
                yield from self._of_order(one, day, by_order.get(one.order_id, []), marks, where, wasted)

    def _wasted(self, by_order: Mapping[str, Sequence[Any]]) -> Mapping[str, str]:
        """What was destroyed beside doses that were given."""
        given = [dose.id for doses in by_order.values() for dose in doses if dose.amount]
        read = list_wasted if self.side is SIDES[0] else list_private_wasted
        return read(self.charts.uow, given)

    def people(self, asked: RoundAsked, hours: str) -> tuple[str, ...]:
        """Who, in the order of the beds; who has no bed stands behind."""
        uow = self.charts.uow
        if asked.resident_ids:
            return asked.resident_ids
        at = min(uow.now, round_end(asked.day, asked.wanted, hours))
        if asked.zone_id is not None:
            zones = _with_sub_zones(list_zones(uow), asked.zone_id)
            return tuple(one.resident_id for one in who_slept_where(uow, at, zones)) if zones else ()
        in_beds = {one.resident_id: None for one in who_slept_where(uow, at)}
        rest = [one.resident_id for one in list_whereabouts(uow) if one.resident_id not in in_beds]
        return (*in_beds, *rest)

    def _known(self, by_order: Mapping[str, Sequence[Any]], orders: Sequence[OrderFact]) -> tuple[OrderFact, ...]:
        """Orders of the day, and those only a dose of the day knows: a dose once given is never left out."""
        missing = by_order.keys() - {one.order_id for one in orders}
        return (*orders, *(self.charts.order(one) for one in sorted(missing)))

    def _of_order(
        self,
        fact: OrderFact,
        day: date,
        doses: Sequence[Any],
        marks: Mapping[str, ResidentMarks],
        where: Mapping[str, PresenceState],
        wasted: Mapping[str, str],
    ) -> Iterator[DueRow]:
        done = {dose.slot: dose for dose in doses}
        resident_id = fact.row.resident_id
        mark, presence = marks[resident_id], where.get(resident_id)
        slots = {slot.name: slot for slot in fact.slots_on(day)}
        for name in sorted({*slots, *done}):
            yield self._row(fact, day, mark, presence, slots.get(name), done.get(name), name, wasted)
        if fact.row.kind is OrderKind.AS_NEEDED and fact.plan.amount_on(day_number(fact.row.starts_at, day)):
            yield self._row(fact, day, mark, presence, None, None, AS_NEEDED, wasted)

    def _row(
        self,
        fact: OrderFact,
        day: date,
        mark: ResidentMarks,
        presence: PresenceState | None,
        slot: Slot | None,
        dose: Any,
        name: str,
        wasted: Mapping[str, str],
    ) -> DueRow:
        order, medicine = fact.row, self.charts.medicines[fact.row.medicine_id]
        ordered = fact.plan.amount_on(day_number(order.starts_at, day)) or 0
        amount = ordered if slot is None else slot.amount
        if dose is not None and dose.amount:
            amount = dose.amount
        at = self.charts.uow.now if slot is None else slot.at
        return DueRow(
            order.resident_id,
            mark.code,
            mark.name,
            mark.place,
            presence,
            order.id,
            fact.life.state(at),
            order.kind,
            order.medicine_id,
            medicine.name,
            order.route.value,
            day,
            name,
            None if slot is None else slot.at,
            amount,
            medicine.measure.dose_text(amount),
            medicine.drug_class.is_controlled,
            order.run_id is not None,
            rest=medicine.measure.rest_of(amount),
            unit=str(UNIT_LABELS[medicine.measure.dose_unit]),
            is_opened=medicine.measure.stock_unit in OPENED,
            **({} if dose is None else _done(dose)),
            wasted="" if dose is None else wasted.get(dose.id, ""),
        )


def _done(dose: Any) -> dict[str, Any]:
    """What became of it."""
    return {
        "dose_id": dose.id,
        "version": dose.version,
        "outcome": dose.outcome,
        "given_at": dose.given_at,
        "reason": dose.reason,
        "officer": dose.officer_name,
        "witness": dose.witness_name,
        "vomited_at": dose.vomited_at,
        "vomited_note": dose.vomited_note,
        "effect": dose.effect,
    }


def _is_in(row: DueRow, asked: RoundAsked, hours: str, offered_on: date) -> bool:
    at = row.due_at or row.given_at
    if at is None:
        return row.due_on == (offered_on if row.slot == AS_NEEDED else asked.day)
    if asked.wanted is None:
        return True
    # What was given off its day stands in the round of its day all the same.
    day = night_of(at, hours) if local_date(at) == row.due_on else row.due_on
    return day == asked.day and round_of(at.astimezone(LOCAL).time(), hours) is asked.wanted


def _with_sub_zones(zones: Sequence[ZoneRow], zone_id: str) -> frozenset[str]:
    return frozenset(one.zone_id for one in zones if zone_id in {one.zone_id, one.parent_id})
