"""A dose as said is held against its order, the person and what was written before; then it may be written."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, Final

from facility_app.kernel.dates import format_date, format_time, local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.medication.domain.orders import OrderKind, require_another_person
from facility_app.modules.medication.domain.outcomes import OUTCOME_LABELS, TAKEN, Gap, Outcome, Said, check_said
from facility_app.modules.medication.domain.plan import AS_NEEDED, day_number
from facility_app.modules.medication.domain.substitution import (
    DoseHistory,
    require_first_dose,
    require_not_missed,
    require_weighable,
)
from facility_app.modules.medication.queries.charts import Charts, OrderFact
from facility_app.modules.medication.queries.rules import list_substitution_rules
from facility_app.modules.medication.queries.treated import Treated
from facility_app.modules.medication.service.people import Present
from facility_app.modules.pharmacy.api import MedicineRow, PlaceKind, Quantity, list_places


@dataclass(frozen=True, slots=True)
class DoseSaid:
    """What a nurse says of one dose.

    Attributes:
        due_on: the day it was due; ``slot`` the time of day, ``once``, or ``prn`` for one as needed.
        given_at: now when nothing is said.
        quantity: as measured out; as ordered when nothing is said.
        place_id: the cabinet it came from; the one this nurse holds when nothing is said.
        lot_id: the lot that expires first when nothing is said.
        reason: why not, or not in time.
        wasted: what is left of the ampoule opened for it and destroyed on the spot, in the unit of the dose.
        given_by: whose hand gave it, of a dose copied from paper; whoever writes it down when nothing is said.
    """

    order_id: str
    due_on: date
    slot: str
    outcome: Outcome
    given_at: datetime | None = None
    quantity: Quantity | None = None
    place_id: str | None = None
    lot_id: str | None = None
    reason: str = field(default="", repr=False)
    given_by: str = field(default="", repr=False)
    wasted: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A dose that may be written; ``amount`` is 0 where nothing leaves the stock."""

    dose_id: str
    fact: OrderFact
    medicine: MedicineRow
    due_on: date
    slot: str
    outcome: Outcome
    at: datetime
    amount: int
    reason: str | None = field(repr=False)
    place_id: str
    lot_id: str | None
    given_by: str | None = field(default=None, repr=False)
    wasted: Quantity | None = None


@dataclass(slots=True)
class Preparing:
    """The doses of one verb, one after the other: each sees those before it."""

    charts: Charts
    present: Present
    late_minutes: int
    is_from_paper: bool
    _seen: set[tuple[str, date, str]] = field(default_factory=set)
    _prn: dict[str, list[datetime]] = field(default_factory=dict)
    _given: dict[tuple[str, str | None], list[tuple[date, int]]] = field(default_factory=dict)
    _place_id: str | None = None

    def prepare(self, said: DoseSaid) -> Prepared:
        """One dose; refusals as ``record_doses``."""
        fact = self.charts.find_order(said.order_id)
        if fact is None:
            raise UserError("dose_without_order", _NO_ORDER)
        medicine = self.charts.medicine(fact.row.medicine_id)
        is_taken = said.outcome in TAKEN
        at, reason, given_by = self._said(said, fact, medicine)
        self.present.require_here(fact.row.resident_id, at, is_taken=is_taken)
        if is_taken:
            users = (fact.row.prescriber_id, fact.row.verified_by)
            require_another_person(users, self.charts.uow.actor.user_id, label("errors", "Cho dùng thuốc"))
            fact.life.require_givable(medicine.name, at, is_from_paper=self.is_from_paper)
        slot, ordered = self._slot(said, fact, medicine, at)
        self._require_new(fact, medicine, said.due_on, slot)
        _require_as_ordered(medicine, said.quantity, ordered)
        if said.wasted is not None and not is_taken:
            raise _nothing_opened(medicine.name)
        if is_taken:
            self._require_substitution(fact, medicine, said.due_on, ordered)
        made = Prepared(
            self.charts.uow.new_id(),
            fact,
            medicine,
            said.due_on,
            slot,
            said.outcome,
            at,
            ordered if is_taken else 0,
            reason,
            self._place(said) if is_taken else "",
            said.lot_id,
            given_by,
            None if said.wasted is None else Quantity(said.wasted, medicine.measure.dose_unit),
        )
        self._remember(made)
        return made

    def _said(
        self, said: DoseSaid, fact: OrderFact, medicine: MedicineRow
    ) -> tuple[datetime, str | None, str | None]:
        now, faults = self.charts.uow.now, Faults()
        at = said.given_at or now
        slot = next((one for one in fact.slots_on(said.due_on) if one.name == said.slot), None)
        reason = faults.line("reason", said.reason)
        # At the bed it is whoever is signed in; on paper it was somebody who may be off duty by now.
        given_by = faults.line("given_by", said.given_by) if self.is_from_paper else None
        if reason is None and fact.row.kind is OrderKind.AS_NEEDED:
            reason = fact.row.reason
        if self.is_from_paper and said.given_at is None:
            faults.add("field_missing", "given_at", label("errors", "Nhập bù từ giấy thì cần giờ đã dùng."))
        due_at = None if slot is None else slot.at
        check_said(faults, Said(said.outcome, at, reason), due_at=due_at, now=now, late_minutes=self.late_minutes)
        faults.refuse()
        if not timedelta() <= local_date(at) - said.due_on <= timedelta(days=1):
            raise _not_due(medicine.name, said)
        return at, reason, given_by

    def _slot(self, said: DoseSaid, fact: OrderFact, medicine: MedicineRow, at: datetime) -> tuple[str, int]:
        """The name of the dose within its day, and what was ordered."""
        order = fact.row
        if order.kind is not OrderKind.AS_NEEDED:
            for one in fact.slots_on(said.due_on):
                if one.name == said.slot:
                    return one.name, one.amount
            raise _not_due(medicine.name, said)
        amount = fact.plan.amount_on(day_number(order.starts_at, said.due_on))
        if amount is None or not said.slot.startswith(AS_NEEDED):
            raise _not_due(medicine.name, said)
        if said.outcome in TAKEN:
            minutes = max(order.least_minutes, 24 * 60)
            before = self.charts.taken_before(fact, at - timedelta(minutes=minutes))
            before += self._prn.get(order.chain_id, [])
            Gap(order.least_minutes, order.most_a_day).require(medicine.name, before, at)
        count = self.charts.count_doses(fact, said.due_on)
        count += sum(1 for one, day, _ in self._seen if (one, day) == (fact.order_id, said.due_on))
        return f"{AS_NEEDED}-{count + 1}", amount

    def _require_new(self, fact: OrderFact, medicine: MedicineRow, due_on: date, slot: str) -> None:
        """One dose of an order, day and time is written once, by whichever nurse."""
        found: Any = self.charts.dose_at(fact, due_on, slot)
        if found is None and (fact.order_id, due_on, slot) not in self._seen:
            return
        raise UserError(
            "dose_recorded_already",
            label(
                "errors",
                "{name}, liều {slot} ngày {day}: {who} đã ghi “{outcome}” lúc {time}. Không ghi lần thứ hai; "
                "nếu ghi nhầm, hãy gạch bỏ liều đó kèm lý do.",
            ),
            name=medicine.name,
            slot=slot,
            day=format_date(due_on),
            who=label("errors", "cùng lượt này") if found is None else found.officer_name,
            outcome=OUTCOME_LABELS[Outcome.GIVEN if found is None else found.outcome],
            time=format_time(self.charts.uow.now if found is None else found.given_at),
        )

    def _require_substitution(self, fact: OrderFact, medicine: MedicineRow, due_on: date, amount: int) -> None:
        if not medicine.is_substitute:
            return
        unit = medicine.measure.dose_unit.value
        require_weighable(medicine.name, medicine.atc, unit)
        resident_id = fact.row.resident_id
        programme = Treated(self.charts).programme(resident_id)
        if programme is None:
            raise UserError(
                "no_programme_now",
                label(
                    "errors",
                    "{name}: chương trình điều trị thay thế của người này đã kết thúc. Hãy hỏi bác sĩ.",
                ),
                name=medicine.name,
            )
        self._require_first_today(fact, medicine, due_on, programme)
        rules = list_substitution_rules(self.charts.uow)
        history = Treated(self.charts).history(resident_id, medicine, due_on)
        earlier = [one for one in self._given.get((resident_id, medicine.atc), []) if one[0] < due_on]
        if earlier:
            recent = tuple(sorted({*history.recent, *earlier}, reverse=True))
            history = DoseHistory(recent[0][0], recent[0][1], history.unit, recent)
        require_not_missed(rules, history, medicine.atc, due_on)
        require_first_dose(rules, history, medicine.atc, amount, unit, due_on)

    def _require_first_today(self, fact: OrderFact, medicine: MedicineRow, due_on: date, programme: Any) -> None:
        """One order a day gives a substitute; another one only once, ordered by a doctor who knew of the dose."""
        knew_outside = fact.row.kind is OrderKind.ONCE and fact.row.created_at >= programme.created_at
        if programme.outside_on == due_on and not knew_outside:
            raise UserError(
                "substitute_given_outside",
                label(
                    "errors",
                    "{name}: ngày {day} người này đã dùng một liều ở nơi khác (giấy {paper}). Không cho thêm; nếu "
                    "cần, bác sĩ ra y lệnh một lần.",
                ),
                name=medicine.name,
                day=format_date(due_on),
                paper=programme.outside_paper,
            )
        for order_id, given_at in Treated(self.charts).given_on(fact.row.resident_id, medicine, due_on):
            knew = fact.row.kind is OrderKind.ONCE and fact.row.created_at >= given_at
            if order_id != fact.order_id and not knew:
                raise UserError(
                    "substitute_given_today",
                    label(
                        "errors",
                        "{name}: hôm đó đã cho một liều lúc {time} theo y lệnh khác. Không cho thêm; nếu cần, bác "
                        "sĩ ra y lệnh một lần sau khi biết liều đã cho.",
                    ),
                    name=medicine.name,
                    time=format_time(given_at),
                )

    def _place(self, said: DoseSaid) -> str:
        """The cabinet said, or the one this nurse holds."""
        if said.place_id is not None:
            return said.place_id
        if self._place_id is None:
            mine = self.charts.uow.actor.user_id
            cabinets = [one for one in list_places(self.charts.uow) if one.kind is PlaceKind.CABINET]
            held: Sequence[str] = [one.place_id for one in cabinets if one.holder_id == mine]
            self._place_id = held[0] if len(held) == 1 else ""
        if not self._place_id:
            raise UserError(
                "place_missing",
                label("errors", "Chưa biết lấy thuốc từ tủ nào. Hãy chọn tủ thuốc trực, hoặc nhận giữ tủ trước."),
                fields={"place": label("errors", "Hãy chọn tủ thuốc trực")},
            )
        return self._place_id

    def _remember(self, made: Prepared) -> None:
        self._seen.add((made.fact.order_id, made.due_on, made.slot))
        if made.amount:
            self._prn.setdefault(made.fact.row.chain_id, []).append(made.at)
            key = (made.fact.row.resident_id, made.medicine.atc)
            self._given.setdefault(key, []).append((made.due_on, made.amount))


_NO_ORDER: Final = label(
    "errors",
    "Liều này không có y lệnh: không cho thuốc, không ghi. Hãy mở lại lượt phát thuốc để thấy đúng các y lệnh; "
    "người bệnh cần thuốc thì nhờ bác sĩ kê.",
)


def _not_due(name: str, said: DoseSaid) -> UserError:
    return UserError(
        "dose_not_due",
        label(
            "errors",
            "{name}: y lệnh không có liều {slot} ngày {day} vào lúc này. Hãy mở lại phiếu dùng thuốc của ngày đó; "
            "dùng thêm ngoài y lệnh thì nhờ bác sĩ ra y lệnh.",
        ),
        name=name,
        slot=said.slot,
        day=format_date(said.due_on),
    )


def _nothing_opened(name: str) -> UserError:
    return UserError(
        "wasted_not_taken",
        label(
            "errors",
            "{name}: liều không dùng thì chưa có phần dư của ống để hủy. Ống đã mở mà không dùng đến thì ghi ở "
            "trang Kho thuốc.",
        ),
        fields={"wasted": label("errors", "Liều này không dùng")},
        name=name,
    )


def _require_as_ordered(medicine: MedicineRow, quantity: Quantity | None, ordered: int) -> None:
    """Refuse another amount than was ordered; millilitres for milligrams are told apart in plain words."""
    if quantity is None or medicine.measure.of_dose(quantity) == ordered:
        return
    raise UserError(
        "dose_not_as_ordered",
        label(
            "errors",
            "{name}: đã ghi {quantity}, y lệnh là {ordered}. Hãy đong lại đúng y lệnh; cần liều khác thì nhờ bác "
            "sĩ đổi y lệnh.",
        ),
        fields={"quantity": label("errors", "Không đúng liều của y lệnh")},
        name=medicine.name,
        quantity=quantity.text(),
        ordered=medicine.measure.dose_text(ordered),
    )
