"""Which doses are given by blood pressure and pulse, and what was measured last of whoever gets them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from facility_app.db.uow import UnitOfWork
from facility_app.modules.medication.domain.holding import Holding, HoldRule, Pressure
from facility_app.modules.medication.domain.rules import RuleList, matches
from facility_app.modules.medication.queries.rules import list_rules
from facility_app.modules.pharmacy.api import MedicineRow
from facility_app.modules.treatment.api import READ_VITALS, list_last_pressures


@dataclass(slots=True)
class Holdings:
    """Rules and last measurings, for rooms of this slice that have asked for the right."""

    uow: UnitOfWork
    _rules: tuple[HoldRule, ...] | None = field(default=None, init=False)
    _last: dict[str, Pressure] = field(default_factory=dict, init=False)

    def rule(self, medicine: MedicineRow) -> HoldRule | None:
        """The rule in force of a medicine; None where it is given by no measuring."""
        if self._rules is None:
            self._rules = tuple(HoldRule.of(row) for row in list_rules(self.uow, RuleList.HOLD))
        return next((one for one in self._rules if matches(medicine.atc, one.atc)), None)

    def read(self, resident_ids: Sequence[str]) -> None:
        """Read the last measurings of these people, in one go; nothing for whoever may not see vital signs."""
        if resident_ids and self.uow.actor.may(READ_VITALS):
            for one, told in list_last_pressures(self.uow, resident_ids).items():
                self._last[one] = Pressure(told.sbp, told.dbp, told.at, told.pulse, told.pulse_at)

    def of(self, rule: HoldRule, resident_id: str) -> Holding:
        """A rule with what was measured."""
        return Holding(rule, self._last.get(resident_id, Pressure()))
