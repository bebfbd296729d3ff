"""Doses of a person over the time, page by page, and what the next nurse must know; nothing that reveals HIV."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from facility_app.db.page import Listing, page
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.hiv import Brands, reveals_hiv
from facility_app.kernel.paging import Page, PageRequest, Sort
from facility_app.modules.medication.domain import VIEW_MAR
from facility_app.modules.medication.domain.checks import AllergySeverity
from facility_app.modules.medication.domain.outcomes import Outcome
from facility_app.modules.medication.queries.brands import known_brands
from facility_app.modules.medication.queries.charts import Charts
from facility_app.modules.medication.tables import SIDES, AllergyAsked, Side


@dataclass(frozen=True, slots=True)
class DoseRow:
    """One dose, one struck out included; ``struck`` says why."""

    dose_id: str
    version: int
    order_id: str
    medicine_id: str
    medicine: str
    dose: str
    due_on: date
    slot: str
    outcome: Outcome
    given_at: datetime
    reason: str | None = field(repr=False)
    officer: str = field(repr=False)
    witness: str | None = field(repr=False)
    is_from_paper: bool
    vomited_at: datetime | None
    effect: str | None = field(repr=False)
    struck_at: datetime | None
    struck: str | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class AllergyRow:
    """What somebody cannot take; ``is_private`` where it was read behind the wall."""

    allergy_id: str
    version: int
    resident_id: str
    substance: str
    group: str | None
    reaction: str | None = field(repr=False)
    severity: AllergySeverity
    is_certain: bool
    noted_on: date
    is_private: bool = field(default=False, repr=False)


@dataclass(frozen=True, slots=True)
class Asked:
    """When somebody was asked for allergies and named none; ``by`` asked."""

    asked_id: str
    version: int
    at: datetime
    by: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class HistoryRows:
    """Doses of one side, for whoever of this slice has asked for the right."""

    charts: Charts
    side: Side

    def of(self, resident_id: str, request: PageRequest) -> Page[DoseRow]:
        """One page, the latest day first."""
        d = self.side.doses
        columns = (
            *(d.id, d.version, d.order_id, d.medicine_id, d.amount, d.due_on, d.slot, d.outcome, d.given_at),
            *(d.reason, d.officer_name, d.witness_name, d.is_from_paper, d.vomited_at, d.effect, d.voided_at),
            d.void_reason,
        )
        asked = sa.select(*columns).where(d.resident_id == resident_id)
        asked = asked.where(d.medicine_id.in_([*self.charts.medicines]))
        listing = Listing(asked, d.id, {"due_on": d.due_on}, (Sort("due_on", descending=True),))
        return page(self.charts.uow.session, listing, request, self._row)

    def _row(
        self, dose_id: str, version: int, order_id: str, medicine_id: str, amount: int, *rest: Any
    ) -> DoseRow:
        medicine = self.charts.medicines[medicine_id]
        dose = medicine.measure.dose_text(amount) if amount else ""
        values = (dose_id, version, order_id, medicine_id, medicine.name, dose, *rest)
        return DoseRow(*values)


def list_history(uow: UnitOfWork, resident_id: str, request: PageRequest) -> Page[DoseRow]:
    """Doses of a person in pages, the latest first; none that reveals HIV."""
    require(uow, VIEW_MAR)
    return HistoryRows(Charts(uow), SIDES[0]).of(resident_id, request)


@dataclass(frozen=True, slots=True)
class AllergyRows:
    """What people cannot take, of one side of the wall, for whoever of this slice has asked for the right.

    A row of the open table whose words are known by now to reveal HIV is told on the private side.
    """

    uow: UnitOfWork
    is_private: bool

    def of(self, *resident_ids: str) -> tuple[AllergyRow, ...]:
        """Of some people, the gravest first."""
        order, brands = [*AllergySeverity], known_brands(self.uow)
        found = [row for side in SIDES[: 1 + self.is_private] for row in self._rows(side, resident_ids, brands)]
        return tuple(sorted(found, key=lambda row: (-order.index(row.severity), row.substance, row.allergy_id)))

    def _rows(self, side: Side, resident_ids: Sequence[str], brands: Brands) -> Iterator[AllergyRow]:
        a = side.allergies
        columns = (
            *(a.id, a.version, a.resident_id, a.substance, a.group_code, a.reaction, a.severity, a.is_certain),
            a.noted_on,
        )
        asked = sa.select(*columns).where(a.resident_id.in_(resident_ids), a.voided_at.is_(None))
        for one in self.uow.session.execute(asked) if resident_ids else ():
            row = AllergyRow(*one, is_private=self.is_private)
            is_private = side.is_private or reveals_hiv(row.substance, row.reaction, row.group, brands=brands)
            if is_private is self.is_private:
                yield row


def list_allergies(uow: UnitOfWork, resident_id: str) -> tuple[AllergyRow, ...]:
    """What somebody cannot take, the gravest first; none that reveals HIV."""
    require(uow, VIEW_MAR)
    return AllergyRows(uow, is_private=False).of(resident_id)


def list_asked(uow: UnitOfWork, resident_ids: Sequence[str]) -> Mapping[str, Asked]:
    """Resident → when they last named no allergy; whoever was never asked is not there.

    It speaks of somebody only while no allergy of them is listed: a list says more than a word before it.
    """
    require(uow, VIEW_MAR)
    a = AllergyAsked
    asked = sa.select(a.resident_id, a.id, a.version, a.asked_at, a.officer_name).where(
        a.resident_id.in_(resident_ids), a.voided_at.is_(None)
    )
    rows = uow.session.execute(asked.order_by(a.asked_at, a.id)) if resident_ids else ()
    return {row[0]: Asked(*row[1:]) for row in rows}


def find_asked(uow: UnitOfWork, resident_id: str) -> Asked | None:
    """When somebody last named no allergy; None where nobody asked."""
    require(uow, VIEW_MAR)
    return list_asked(uow, [resident_id]).get(resident_id)
