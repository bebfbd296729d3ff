"""What somebody had of a substitute, the programme and the protocol they are in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from facility_app.modules.medication.domain.outcomes import Outcome
from facility_app.modules.medication.domain.substitution import DoseHistory
from facility_app.modules.medication.queries.charts import Charts
from facility_app.modules.medication.tables import SIDES, ProtocolRun, SubstitutionProgramme
from facility_app.modules.pharmacy.api import MedicineRow

KEPT = (Outcome.GIVEN, Outcome.LATE)
"""What became of a dose that was swallowed and kept."""
RECENT = 14
"""Doses of a substitute that rules of increase look back to, at least."""


@dataclass(frozen=True, slots=True)
class Treated:
    """Programmes and protocols, within one unit of work, once the right was asked for."""

    charts: Charts

    def history(self, resident_id: str, medicine: MedicineRow, before: date) -> DoseHistory:
        """What somebody had of a substitute before a day, here and, by its paper, elsewhere."""
        same = self._same(medicine)
        d = self.charts.side_of(medicine).doses
        asked = sa.select(d.due_on, sa.func.sum(d.amount)).where(
            d.resident_id == resident_id,
            d.medicine_id.in_(same),
            d.due_on < before,
            d.outcome.in_(KEPT),
            d.voided_at.is_(None),
        )
        asked = asked.group_by(d.due_on).order_by(d.due_on.desc()).limit(RECENT)
        recent = [(on, int(amount)) for on, amount in self.charts.uow.session.execute(asked)]
        programme = self.programme(resident_id)
        if programme is not None and programme.outside_on is not None and programme.outside_on < before:
            recent.append((programme.outside_on, programme.outside_amount or 0))
        recent.sort(reverse=True)
        last = recent[0] if recent else (None, 0)
        return DoseHistory(last[0], last[1], medicine.measure.dose_unit.value, tuple(recent))

    def last_dose(self, resident_id: str, medicine: MedicineRow) -> Any:
        """The last dose of a substitute that was swallowed and kept; None for none."""
        same = self._same(medicine)
        d, dose = self.charts.side_of(medicine).doses, self.charts.side_of(medicine).dose
        asked = sa.select(dose).where(
            d.resident_id == resident_id, d.medicine_id.in_(same), d.outcome.in_(KEPT), d.voided_at.is_(None)
        )
        return self.charts.uow.session.scalars(asked.order_by(d.due_on.desc(), d.given_at.desc()).limit(1)).first()

    def lasts(self, wanted: Sequence[tuple[str, str]]) -> dict[str, dict[str | None, tuple[date, int]]]:
        """Person → substance → day and amount of the last dose kept before today; two statements for everybody."""
        medicines = self.charts.medicines
        same = {one for _, medicine_id in wanted for one in self._same(medicines[medicine_id])}
        d = SIDES[0].doses
        kept = sa.and_(
            d.resident_id.in_({one for one, _ in wanted}),
            d.medicine_id.in_(same),
            d.due_on < self.charts.today,
            d.outcome.in_(KEPT),
            d.voided_at.is_(None),
        )
        asked = sa.select(d.resident_id, d.medicine_id, sa.func.max(d.due_on)).where(kept)
        days: dict[tuple[str, str | None], date] = {}
        for person, medicine_id, on in self.charts.uow.session.execute(
            asked.group_by(d.resident_id, d.medicine_id)
        ):
            key = (str(person), medicines[medicine_id].atc)
            days[key] = max(on, days.get(key, on))
        found: dict[str, dict[str | None, tuple[date, int]]] = {}
        if not days:
            return found
        on_days = sa.tuple_(d.resident_id, d.due_on).in_({(person, on) for (person, _), on in days.items()})
        amounts = sa.select(d.resident_id, d.medicine_id, d.due_on, d.amount).where(kept, on_days)
        for person, medicine_id, on, amount in self.charts.uow.session.execute(amounts):
            atc = medicines[medicine_id].atc
            if days.get((str(person), atc)) == on:
                _, before = found.setdefault(str(person), {}).get(atc, (on, 0))
                found[str(person)][atc] = (on, before + int(amount))
        return found

    def given_on(self, resident_id: str, medicine: MedicineRow, day: date) -> tuple[tuple[str, datetime], ...]:
        """Orders and times of doses of a substitute that were kept on a day; none that came up again."""
        d = self.charts.side_of(medicine).doses
        asked = sa.select(d.order_id, d.given_at).where(
            d.resident_id == resident_id,
            d.medicine_id.in_(self._same(medicine)),
            d.due_on == day,
            d.outcome.in_(KEPT),
            d.vomited_at.is_(None),
            d.voided_at.is_(None),
        )
        return tuple((str(one), at) for one, at in self.charts.uow.session.execute(asked))

    def _same(self, medicine: MedicineRow) -> list[str]:
        """Products of one substance."""
        if medicine.atc is None:
            return [medicine.medicine_id]
        return [one.medicine_id for one in self.charts.medicines.values() if one.atc == medicine.atc]

    def run_of(self, resident_id: str, code: str) -> ProtocolRun | None:
        """The run under way of a protocol."""
        asked = sa.select(ProtocolRun).where(
            ProtocolRun.resident_id == resident_id,
            ProtocolRun.protocol_code == code,
            ProtocolRun.ended_on.is_(None),
            ProtocolRun.voided_at.is_(None),
        )
        return self.charts.uow.session.scalars(asked).first()

    def programme(self, resident_id: str) -> SubstitutionProgramme | None:
        """The programme of substitution under way."""
        table = SubstitutionProgramme
        asked = sa.select(table).where(
            table.resident_id == resident_id, table.ended_on.is_(None), table.voided_at.is_(None)
        )
        return self.charts.uow.session.scalars(asked).first()
