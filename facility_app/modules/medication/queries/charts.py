"""What verbs and lists of this slice read of orders and doses, once the right was asked for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.dates import local_date
from facility_app.kernel.hiv import reveals_hiv
from facility_app.modules.medication.domain import SEE_PRIVATE_LINES
from facility_app.modules.medication.domain.checks import KnownAllergy, Taking
from facility_app.modules.medication.domain.orders import INJECTED, OrderKind, OrderLife, Route, not_found
from facility_app.modules.medication.domain.outcomes import TAKEN
from facility_app.modules.medication.domain.plan import ONCE, Plan, Slot, day_number, slots_on
from facility_app.modules.medication.queries.brands import known_brands
from facility_app.modules.medication.tables import SIDES, MedicationEnd, Side
from facility_app.modules.pharmacy.api import DrugClass, Measure, MedicineRow, list_medicines
from facility_app.modules.staff.api import find_member_of_account

END = sa.inspect(MedicationEnd).local_table.c
NOBODY = "–"
"""Stands for the name of an account without a member of the staff; the row knows the account besides."""
LAST_WITHIN = timedelta(days=90)
"""A dose longer ago says nothing at the bedside, and is not looked for among millions."""
_TOLD = (
    *("id", "version", "resident_id", "order_id", "slot", "outcome", "given_at", "amount", "reason"),
    *("officer_name", "witness_name", "vomited_at", "vomited_note", "effect"),
)
"""What a list tells of a dose."""
_GUARDED = frozenset({DrugClass.NARCOTIC, DrugClass.PSYCHOTROPIC})


@dataclass(frozen=True, slots=True)
class OrderFact:
    """One order as read, of either side."""

    side: Side
    row: Any
    plan: Plan
    life: OrderLife

    @property
    def order_id(self) -> str:
        """Its id."""
        return str(self.row.id)

    def slots_on(self, day: date) -> tuple[Slot, ...]:
        """The doses that are due on a day; none of an order as needed."""
        if self.row.kind is OrderKind.AS_NEEDED:
            return ()
        if self.row.kind is not OrderKind.ONCE:
            return slots_on(self.plan, self.row.starts_at, self.life.until, day)
        is_over = self.life.until is not None and self.life.until <= self.row.starts_at
        if local_date(self.row.starts_at) != day or is_over:
            return ()
        return (Slot(day, ONCE, self.row.starts_at, self.plan.most_a_time),)


@dataclass(slots=True)
class Charts:
    """Orders, doses and what belongs to them, within one unit of work.

    Attributes:
        is_open_side_only: whether nothing behind the wall is read, whoever asks.
    """

    uow: UnitOfWork
    is_open_side_only: bool = False
    _medicines: dict[str, MedicineRow] = field(default_factory=dict)
    _names: dict[str, str] = field(default_factory=dict)

    @property
    def today(self) -> date:
        """The day it is here."""
        return local_date(self.uow.now)

    @property
    def medicines(self) -> Mapping[str, MedicineRow]:
        """Medicines this actor may see, by id."""
        if not self._medicines:
            self._medicines = {one.medicine_id: one for one in list_medicines(self.uow)}
        return self._medicines

    def name_of(self, user_id: str) -> str:
        """The name of whoever has an account; empty when nobody on the staff does."""
        if user_id not in self._names:
            found = find_member_of_account(self.uow, user_id)
            self._names[user_id] = "" if found is None else found.full_name
        return self._names[user_id]

    def officer(self) -> str:
        """The name of whoever is signed in."""
        return self.name_of(self.uow.actor.user_id) or NOBODY

    def sides(self) -> tuple[Side, ...]:
        """The sides of the wall this actor may look at."""
        is_all = self.uow.actor.may(SEE_PRIVATE_LINES) and not self.is_open_side_only
        return SIDES if is_all else SIDES[:1]

    def side_of(self, medicine: MedicineRow) -> Side:
        """Where orders of a medicine lie."""
        return SIDES[1] if medicine.flags.reveals_hiv else SIDES[0]

    def medicine(self, medicine_id: str) -> MedicineRow:
        """One medicine.

        Raises:
            UserError: ``not_found``, also for one this actor may not see.
        """
        found = self.medicines.get(medicine_id)
        if found is None:
            raise not_found(medicine_id)
        return found

    def order(self, order_id: str, version: int | None = None) -> OrderFact:
        """One order, as a record to be changed.

        Raises:
            UserError: ``not_found``, also for one this actor may not see.
            ConflictError: ``record_changed``.
        """
        found = self.find_order(order_id, version)
        if found is None:
            raise not_found(order_id)
        return found

    def find_order(self, order_id: str, version: int | None = None) -> OrderFact | None:
        """As ``order``; None where there is none, or none this actor may see."""
        for side in self.sides():
            if self.uow.session.get(side.order, order_id) is not None:
                row = self.uow.get(side.order, order_id, version=version)
                return self._fact(side, row, self._holds(side, [order_id]), self.ends([row.resident_id]))
        return None

    def open_hold(self, fact: OrderFact) -> Any:
        """The hold under way of an order, as a record; None for none."""
        hold = fact.side.hold
        asked = sa.select(hold).where(
            hold.order_id == fact.order_id, hold.to_at.is_(None), hold.voided_at.is_(None)
        )
        return self.uow.session.scalars(asked).first()

    def dose(self, dose_id: str, version: int | None = None) -> tuple[Side, Any]:
        """One dose, as a record to be changed, and its side; refusals as ``order``."""
        for side in self.sides():
            if self.uow.session.get(side.dose, dose_id) is not None:
                return side, self.uow.get(side.dose, dose_id, version=version)
        raise not_found(dose_id)

    def orders(
        self, side: Side, resident_ids: Sequence[str], begin: datetime, end: datetime | None
    ) -> tuple[OrderFact, ...]:
        """Records of orders that are in force at some moment of a span; an open span is from then on."""
        asked = _in_force(side, sa.select(side.order), resident_ids, begin, end)
        return self._facts(side, list(self.uow.session.scalars(asked)), resident_ids, begin)

    def read_orders(
        self, side: Side, resident_ids: Sequence[str], begin: datetime, end: datetime | None
    ) -> tuple[OrderFact, ...]:
        """As ``orders``, to be looked at only: a record costs more than all its columns."""
        asked = _in_force(side, sa.select(*side.orders), resident_ids, begin, end)
        return self._facts(side, self.uow.session.execute(asked).all(), resident_ids, begin)

    def _facts(
        self, side: Side, rows: Sequence[Any], resident_ids: Sequence[str], begin: datetime
    ) -> tuple[OrderFact, ...]:
        holds = self._holds(side, [row.id for row in rows])
        ends = self.ends(resident_ids) if rows else {}
        facts = [self._fact(side, row, holds, ends) for row in rows]
        return tuple(one for one in facts if one.life.until is None or one.life.until > begin)

    def ends(self, resident_ids: Sequence[str]) -> dict[str, tuple[datetime, ...]]:
        """When people left for good, in order."""
        return {one: tuple(at for _, at in ends) for one, ends in self.ends_of_stays(resident_ids).items()}

    def ends_of_stays(self, resident_ids: Sequence[str]) -> dict[str, tuple[tuple[str, datetime], ...]]:
        """When people left for good, in order, each with the stay that was over."""
        asked = sa.select(END.resident_id, END.stay_id, END.ended_at).where(END.resident_id.in_(resident_ids))
        found: dict[str, tuple[tuple[str, datetime], ...]] = {}
        for one, stay_id, at in self.uow.session.execute(asked.order_by(END.ended_at)):
            found[one] = (*found.get(one, ()), (stay_id, at))
        return found

    def doses(self, side: Side, resident_ids: Sequence[str], day: date) -> Sequence[Any]:
        """Standing doses of people that were due on a day, to be looked at only."""
        d = side.doses
        asked = sa.select(*(d[name] for name in _TOLD)).where(
            d.due_on == day, d.resident_id.in_(resident_ids), d.voided_at.is_(None)
        )
        return self.uow.session.execute(asked.order_by(d.slot, d.id)).all()

    def dose_at(self, fact: OrderFact, due_on: date, slot: str) -> Any:
        """The standing dose of an order, day and time; None for none."""
        d, dose = fact.side.doses, fact.side.dose
        asked = sa.select(dose).where(
            d.order_id == fact.order_id, d.due_on == due_on, d.slot == slot, d.voided_at.is_(None)
        )
        return self.uow.session.scalars(asked.where(d.home == self.uow.home)).first()

    def count_doses(self, fact: OrderFact, due_on: date) -> int:
        """How many doses of an order a day has, those struck out counted."""
        d = fact.side.doses
        asked = sa.select(sa.func.count(d.id)).where(
            d.due_on == due_on, d.resident_id == fact.row.resident_id, d.order_id == fact.order_id
        )
        return self.uow.session.scalar(asked) or 0

    def givers(self, fact: OrderFact) -> tuple[str, ...]:
        """Accounts that wrote down a standing dose of an order."""
        d, row = fact.side.doses, fact.row
        asked = sa.select(d.created_by).where(d.resident_id == row.resident_id, d.medicine_id == row.medicine_id)
        asked = asked.where(d.order_id == fact.order_id, d.voided_at.is_(None)).distinct()
        return tuple(self.uow.session.scalars(asked))

    def taken_before(self, fact: OrderFact, since: datetime) -> list[datetime]:
        """When doses of an order, earlier versions included, were given since then."""
        o, d = fact.side.orders, fact.side.doses
        chain = sa.select(o.id).where(o.chain_id == fact.row.chain_id)
        asked = sa.select(d.given_at).where(
            d.order_id.in_(chain), d.given_at > since, d.outcome.in_([*TAKEN]), d.voided_at.is_(None)
        )
        return list(self.uow.session.scalars(asked))

    def last_taken(self, side: Side, resident_id: str, medicine_id: str) -> Any:
        """The last dose of a medicine somebody took, to be looked at only; None for none."""
        d = side.doses
        asked = sa.select(d.given_at, d.amount, d.vomited_at).where(
            d.resident_id == resident_id, d.medicine_id == medicine_id, d.due_on >= self.today - LAST_WITHIN,
            d.outcome.in_([*TAKEN]), d.voided_at.is_(None),
        )  # fmt: skip
        return self.uow.session.execute(asked.order_by(d.given_at.desc(), d.id.desc()).limit(1)).first()

    def takings(self, resident_id: str, but: Iterable[str] = ()) -> tuple[Taking, ...]:
        """What somebody takes now or will, by orders that stand; both sides of the wall."""
        found = []
        left_out = set(but)
        for side in self.sides():
            for one in self.orders(side, [resident_id], self.uow.now, None):
                number = day_number(one.row.starts_at, self.today)
                is_over = one.plan.last_day is not None and number > one.plan.last_day
                if one.order_id not in left_out and not is_over and one.row.medicine_id in self.medicines:
                    medicine = self.medicines[one.row.medicine_id]
                    route, kind = one.row.route, one.row.kind
                    made = self.taking(medicine, one.plan, kind, route, one.row.most_a_day)
                    found.append(replace(made, order_id=one.order_id))
        return tuple(found)

    def taking(
        self, medicine: MedicineRow, plan: Plan, kind: OrderKind, route: Route, most_a_day: int | None
    ) -> Taking:
        """A medicine as the checks see it."""
        of_day = plan.most_a_time * (most_a_day or 1) if kind is OrderKind.AS_NEEDED else plan.most_a_day
        is_injected = medicine.flags.is_sedating and route in INJECTED
        is_guarded = medicine.drug_class in _GUARDED or medicine.is_substitute or is_injected
        return Taking(
            "",
            medicine.name,
            medicine.generic,
            medicine.atc,
            medicine.measure.dose_unit.value,
            plan.most_a_time,
            of_day,
            is_guarded,
            medicine.flags.reveals_hiv,
            _odd_dose(medicine.measure, plan),
        )

    def allergies(self, resident_id: str) -> tuple[KnownAllergy, ...]:
        """What somebody cannot take, of both sides of the wall whoever asks: no order may go past one unseen."""
        found, brands = [], known_brands(self.uow)
        for side in SIDES:
            a = side.allergies
            columns = (a.substance, a.group_code, a.severity, a.reaction)
            asked = sa.select(*columns).where(a.resident_id == resident_id, a.voided_at.is_(None))
            for substance, group, severity, reaction in self.uow.session.execute(asked.order_by(a.id)):
                is_private = side.is_private or reveals_hiv(substance, reaction, group, brands=brands)
                found.append(KnownAllergy(substance, group or "", severity, is_private))
        return tuple(found)

    def _holds(
        self, side: Side, order_ids: Sequence[str]
    ) -> dict[str, tuple[tuple[datetime, datetime | None], ...]]:
        h = side.holds
        asked = sa.select(h.order_id, h.from_at, h.to_at).where(h.order_id.in_(order_ids), h.voided_at.is_(None))
        found: dict[str, tuple[tuple[datetime, datetime | None], ...]] = {}
        for one, begin, end in self.uow.session.execute(asked.order_by(h.from_at)) if order_ids else ():
            found[one] = (*found.get(one, ()), (begin, end))
        return found

    def _fact(
        self,
        side: Side,
        row: Any,
        holds: Mapping[str, tuple[tuple[datetime, datetime | None], ...]],
        ends: Mapping[str, tuple[datetime, ...]],
    ) -> OrderFact:
        left = [at for at in ends.get(row.resident_id, ()) if at >= row.created_at]
        until = min((one for one in (row.ended_at, *left) if one is not None), default=None)
        held = holds.get(row.id, ())
        life = OrderLife(row.starts_at, row.ends_at, row.verified_at, until, held, row.is_urgent)
        return OrderFact(side, row, Plan.read(row.plan), life)


def _in_force(side: Side, what: Any, resident_ids: Sequence[str], begin: datetime, end: datetime | None) -> Any:
    """What is read of orders that are in force at some moment of a span."""
    o = side.orders
    asked = what.where(o.resident_id.in_(resident_ids), o.voided_at.is_(None))
    asked = asked.where(sa.or_(o.ended_at.is_(None), o.ended_at > begin))
    asked = asked.where(sa.or_(o.ends_at.is_(None), o.ends_at > begin))
    if end is not None:
        asked = asked.where(o.starts_at < end)
    return asked.order_by(o.resident_id, o.starts_at, o.id)


def _odd_dose(measure: Measure, plan: Plan) -> str:
    """The first dose no tablet can be broken into, with what one holds; empty where every one can."""
    for part in plan.parts:
        if not measure.is_of_pieces(part.amount):
            rate = measure.rate_text()
            return measure.dose_text(part.amount) + (f" ({rate})" if rate else "")
    return ""
