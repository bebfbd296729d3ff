"""Doses are written down, each once: what was given leaves the stock in the same transaction."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from facility_app.db.settings_store import get_setting
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.access.api import Countersign
from facility_app.modules.medication.domain import GIVE_MEDICINES
from facility_app.modules.medication.domain.outcomes import Outcome
from facility_app.modules.medication.domain.plan import THOUSANDTHS
from facility_app.modules.medication.domain.rounds import LATE_MINUTES
from facility_app.modules.medication.queries.charts import Charts
from facility_app.modules.medication.service.people import Present
from facility_app.modules.medication.service.preparing import DoseSaid, Prepared, Preparing
from facility_app.modules.pharmacy.api import Quantity, TakeDose, TakeDoses, Taken, take_doses


@dataclass(frozen=True, slots=True)
class RecordDoses:
    """A round, or one dose of it, or what was written on paper meanwhile.

    Attributes:
        countersign: of the witness, for the verb ``pharmacy.take_dose``; one for all; needed where a controlled
            medicine was given.
        is_from_paper: copied from paper afterwards; each dose then says when it was given.
        stops_at_refusal: whether the first dose refused refuses all; else it is told in its answer.
    """

    doses: tuple[DoseSaid, ...]
    countersign: Countersign | None = None
    is_from_paper: bool = False
    stops_at_refusal: bool = True


@dataclass(frozen=True, slots=True)
class Recorded:
    """What became of one dose.

    Attributes:
        lots: numbers of the lots it came from.
        witness: who saw it leave the cabinet; empty where nobody need have.
        refusal: why it was not written down; the rest is then empty.
    """

    order_id: str
    due_on: date
    slot: str
    dose_id: str = ""
    version: int = 0
    lots: tuple[str, ...] = ()
    witness: str = field(default="", repr=False)
    refusal: UserError | None = field(default=None)


def record_doses(uow: UnitOfWork, command: RecordDoses) -> tuple[Recorded, ...]:
    """Write down what became of doses.

    Raises:
        UserError: ``dose_without_order``, ``no_open_stay``, ``dose_after_end``, ``not_here``,
            ``order_not_started``, ``order_ended``, ``order_held``, ``order_not_verified``,
            ``order_not_verified_then``, ``same_person_twice``, ``dose_not_due``,
            ``dose_recorded_already``, ``dose_not_as_ordered``, ``unit_mismatch``, ``dose_late``,
            ``reason_missing``, ``time_in_future``, ``prn_too_soon``, ``prn_too_many``, ``place_missing``,
            ``no_programme``, ``missed_doses``, ``programme_over``, ``wasted_not_taken``, ``witness_missing``;
            as ``take_doses``.
    """
    require(uow, GIVE_MEDICINES)
    with uow.act("medication.record_doses"):
        return Giving(Charts(uow), command).all()


@dataclass(slots=True)
class Giving:
    """Writing doses down within the verb under way."""

    charts: Charts
    command: RecordDoses
    _told: dict[int, Recorded] = field(default_factory=dict)

    def all(self) -> tuple[Recorded, ...]:
        """Each dose, in the order it was said."""
        prepared = dict(self._prepared())
        taken = self._taken(prepared)
        for place, one in prepared.items():
            if place not in self._told:
                self._told[place] = self._written(one, taken.get(one.dose_id))
        self.charts.uow.session.flush()
        return tuple(self._told[place] for place in range(len(self.command.doses)))

    def _prepared(self) -> Iterator[tuple[int, Prepared]]:
        people = {self._person(one.order_id) for one in self.command.doses}
        minutes = get_setting(self.charts.uow, LATE_MINUTES)
        present = Present.of(self.charts, {one for one in people if one})
        preparing = Preparing(self.charts, present, minutes, is_from_paper=self.command.is_from_paper)
        for place, said in enumerate(self.command.doses):
            try:
                yield place, preparing.prepare(said)
            except UserError as told:
                self._refuse(place, said, told)

    def _person(self, order_id: str) -> str | None:
        for side in self.charts.sides():
            found: Any = self.charts.uow.session.get(side.order, order_id)
            if found is not None:
                return str(found.resident_id)
        return None

    def _refuse(self, place: int, said: DoseSaid, told: UserError) -> None:
        if self.command.stops_at_refusal:
            raise told
        self._told[place] = Recorded(said.order_id, said.due_on, said.slot, refusal=told)

    def _taken(self, prepared: dict[int, Prepared]) -> dict[str, Taken]:
        """What left the stock; who is refused there is refused here."""
        wanted = {place: one for place, one in prepared.items() if one.amount}
        if self.command.countersign is None:
            for place in [place for place, one in wanted.items() if one.medicine.drug_class.is_controlled]:
                self._refuse(place, self.command.doses[place], _no_witness(wanted.pop(place).medicine.name))
        if not wanted:
            return {}
        doses = tuple(_take(one) for one in wanted.values())
        stops = self.command.stops_at_refusal
        made = take_doses(self.charts.uow, TakeDoses(doses, self.command.countersign, stops_at_refusal=stops))
        for place, one in zip(wanted, made, strict=True):
            if one.refusal is not None:
                self._refuse(place, self.command.doses[place], one.refusal)
        return {one.dose_id: one for one in made}

    def _written(self, one: Prepared, taken: Taken | None) -> Recorded:
        uow = self.charts.uow
        witness_id = None if taken is None else taken.witness_id
        witness = None if witness_id is None else self._witness_name(witness_id)
        made = one.fact.side.dose(
            id=one.dose_id,
            resident_id=one.fact.row.resident_id,
            order_id=one.fact.order_id,
            medicine_id=one.medicine.medicine_id,
            due_on=one.due_on,
            slot=one.slot,
            outcome=one.outcome,
            given_at=one.at,
            amount=one.amount,
            reason=one.reason,
            officer_name=one.given_by or self.charts.officer(),
            witness_id=witness_id,
            witness_name=witness,
            is_from_paper=self.command.is_from_paper,
            vomited_at=one.at if one.outcome is Outcome.VOMITED else None,
        )
        uow.add(made)
        uow.session.flush()
        lots = () if taken is None else tuple(part.lot_no for part in taken.parts)
        return Recorded(one.fact.order_id, one.due_on, one.slot, made.id, made.version, lots, witness or "")

    def _witness_name(self, user_id: str) -> str:
        given = self.command.countersign
        return self.charts.name_of(user_id) or ("" if given is None else given.user_name)


def _take(one: Prepared) -> TakeDose:
    return TakeDose(
        one.dose_id,
        one.fact.row.resident_id,
        one.medicine.medicine_id,
        Quantity(Decimal(one.amount) / THOUSANDTHS, one.medicine.measure.dose_unit),
        one.place_id,
        one.lot_id,
        one.at,
        # What is unusual was asked about when it was ordered, and verified since.
        is_sure=True,
        wasted=one.wasted,
    )


def _no_witness(name: str) -> UserError:
    return UserError(
        "witness_missing",
        label(
            "errors",
            "{name} là thuốc phải kiểm soát đặc biệt: quy tắc hai người của cơ sở cần người chứng kiến ký cùng "
            "trước khi ghi đã dùng. Hãy mời người khác gõ tên, mật khẩu.",
        ),
        name=name,
    )
